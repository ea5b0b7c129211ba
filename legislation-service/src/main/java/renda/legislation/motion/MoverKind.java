package renda.legislation.motion;

/**
 * Who may move (地方组织法 第五十二条).
 */
public enum MoverKind {

	/** 主任会议. */
	COUNCIL,
	/** 人民政府. */
	GOVERNMENT,
	/** 监察委员会. */
	SUPERVISORY_COMMISSION,
	/** 人民法院. */
	COURT,
	/** 人民检察院. */
	PROCURATORATE,
	/** 专门委员会、受委托的工作机构. */
	COMMITTEE,
	/** 常务委员会组成人员联名. */
	MEMBERS

}
