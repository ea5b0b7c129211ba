package renda.supervision.petition;

/**
 * The words by which matters are sorted.
 */
public final class PetitionTerms {

	private PetitionTerms() {
	}

	/**
	 * How a petition comes (信访工作条例 第十七条).
	 */
	public enum Channel {

		/** 信息网络. */
		NETWORK,
		/** 书信. */
		LETTER,
		/** 电话. */
		PHONE,
		/** 传真. */
		FAX,
		/** 走访. */
		VISIT

	}

	/**
	 * The class of a matter (信访工作条例 第二十九条至第三十一条).
	 */
	public enum Category {

		/** 建议意见. */
		SUGGESTION,
		/** 检举控告. */
		ACCUSATION,
		/** 申诉求决. */
		CLAIM

	}

	/**
	 * The procedure by which a claim is settled (信访工作条例 第三十一条).
	 */
	public enum Route {

		/** 诉讼、复议等法律程序. */
		LITIGATION,
		/** 仲裁. */
		ARBITRATION,
		/** 党员申诉、申请复审. */
		PARTY_APPEAL,
		/** 行政复议、裁决、许可等行政程序. */
		ADMINISTRATIVE,
		/** 查处违法行为、履行保护职责. */
		PROTECTION_DUTY,
		/** 其他：由有权机关调查核实并出具处理意见书. */
		OTHER

	}

	/**
	 * What of a congress and its standing committee a matter touches (河南信访条例 第十八条).
	 */
	public enum Competence {

		/** 对人大及其常委会和工作人员的建议、批评、意见. */
		CONGRESS_WORK,
		/** 对国家机关执行法律法规情况的意见、建议和申诉. */
		LAW_ENFORCEMENT,
		/** 对地方性法规、决议决定的意见和建议. */
		REGULATIONS,
		/** 对规范性文件的意见和建议. */
		DOCUMENTS,
		/** 对代表和任命人员的意见和检举控告. */
		DEPUTIES_AND_APPOINTEES,
		/** 属于人大职权范围的其他事项. */
		OTHER

	}

	/**
	 * Why a matter is not accepted.
	 */
	public enum Ground {

		/** 不属于职权范围. */
		NOT_COMPETENT,
		/** 下级已经受理或者正在办理. */
		ACCEPTED_BELOW,
		/** 已经复核终结. */
		FINAL_BEFORE

	}

	/**
	 * How a notice was given.
	 */
	public enum Way {

		/** 当场书面告知. */
		ON_THE_SPOT,
		/** 书面邮寄. */
		LETTER,
		/** 信息网络. */
		NETWORK

	}

	/**
	 * What is answered to a claim (信访工作条例 第三十二条).
	 */
	public enum Outcome {

		/** 予以支持. */
		SUPPORTED,
		/** 作出解释说明. */
		EXPLAINED,
		/** 不予支持. */
		NOT_SUPPORTED

	}

	/**
	 * What a re-examination or review says of the answer.
	 */
	public enum Verdict {

		/** 维持. */
		UPHELD,
		/** 变更. */
		CHANGED

	}

	/**
	 * What a petitioner thinks of the answer.
	 */
	public enum Satisfaction {

		/** 满意. */
		SATISFIED,
		/** 基本满意. */
		BASICALLY,
		/** 不满意. */
		NOT

	}

	/**
	 * Why a leader sees to a matter (信访工作条例 第四十条).
	 */
	public enum Reason {

		/** 应受理未受理. */
		NOT_ACCEPTED,
		/** 未按期办理. */
		LATE,
		/** 未按规定反馈结果. */
		NO_RESULT,
		/** 办理不当. */
		WRONG,
		/** 拒不执行处理意见. */
		NOT_EXECUTED

	}

}
