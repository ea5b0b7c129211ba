package renda.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who acts in a People's Congress, as tokens name them in the claim {@code roles} (lower
 * case, hyphens).
 */
public enum Role {

	/** 常务委员会主任、副主任. */
	CHAIR,
	/** 主任会议. */
	COUNCIL,
	/** 常务委员会组成人员. */
	MEMBER,
	/** 专门委员会、工作机构. */
	COMMITTEE,
	/** 法制委员会. */
	LEGAL_COMMITTEE,
	/** 法制工作机构（法工委）. */
	LEGISLATIVE_OFFICE,
	/** 备案审查工作机构. */
	FILING_OFFICE,
	/** 预算工作机构. */
	BUDGET_OFFICE,
	/** 代表工作机构. */
	DEPUTY_OFFICE,
	/** 信访工作机构. */
	PETITION_OFFICE,
	/** 人事任免工作机构. */
	PERSONNEL_OFFICE,
	/** 办公厅. */
	GENERAL_OFFICE,
	/** 人大代表. */
	DEPUTY,
	/** 国家机关、承办单位. */
	ORGAN,
	/** 审计机关. */
	AUDIT_OFFICE,
	/** 规范性文件制定机关. */
	MAKER,
	/** 居民，已登录，无职务. */
	RESIDENT,
	/** 代表联络站工作人员. */
	STATION,
	/** 县级人大常委会. */
	COUNTY_COMMITTEE,
	/** 系统管理员. */
	ADMINISTRATOR,
	/** 运维人员. */
	OPERATOR,
	/** 另一服务，凭客户端凭证. */
	SERVICE;

	/**
	 * The name in tokens, such as {@code deputy-office}.
	 */
	public String claim() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<Role> ofClaim(String claim) {
		return Arrays.stream(values()).filter((role) -> role.claim().equals(claim)).findFirst();
	}

}
