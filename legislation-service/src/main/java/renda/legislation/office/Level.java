package renda.legislation.office;

/**
 * Of which level a committee, an award or a medium is.
 */
enum Level {

	/** 中央、全国. */
	NATION,
	/** 省. */
	PROVINCE,
	/** 市. */
	CITY

}
