package renda.legislation.regulation;

/**
 * The kinds of legal texts (立法法, by who makes them).
 */
public enum RegulationKind {

	/** 法律. */
	LAW,
	/** 行政法规. */
	ADMINISTRATIVE_REGULATION,
	/** 地方性法规. */
	LOCAL_REGULATION,
	/** 司法解释. */
	JUDICIAL_INTERPRETATION,
	/** 规章. */
	RULE,
	/** 决定、决议. */
	DECISION,
	/** Anything else, normative documents (规范性文件) included. */
	OTHER

}
