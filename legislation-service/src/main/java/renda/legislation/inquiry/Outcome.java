package renda.legislation.inquiry;

/**
 * What became of an opinion on a draft.
 */
public enum Outcome {

	/** 待反馈. */
	PENDING,
	/** 采纳. */
	ADOPTED,
	/** 部分采纳. */
	PARTLY_ADOPTED,
	/** 不采纳. */
	NOT_ADOPTED,
	/** 另行研究. */
	FURTHER_STUDY

}
