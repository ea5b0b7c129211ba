package renda.legislation.regulation;

/**
 * What a regulation is on a day (时效性). Always computed, never stored.
 */
public enum RegulationStatus {

	/** 现行有效. */
	IN_FORCE("现行有效"),
	/** 尚未生效: approved, and takes effect later. */
	NOT_YET_IN_FORCE("尚未生效"),
	/** 待批准: adopted by the city, not approved by the province (立法法 81). */
	NOT_YET_APPROVED("待批准"),
	/** 已废止. */
	REPEALED("已废止"),
	/** Of a version: another one has taken its place (已被修改). */
	SUPERSEDED("已被修改");

	private final String chinese;

	RegulationStatus(String chinese) {
		this.chinese = chinese;
	}

	/** The status in Chinese. */
	public String chinese() {
		return this.chinese;
	}

}
