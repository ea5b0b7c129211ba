package renda.legislation.regulation;

/**
 * Whose regulation it is, seen from the city that keeps the register.
 */
public enum Level {

	/**
	 * The state: the National People's Congress, the State Council, the highest courts.
	 */
	NATIONAL,
	/** The city's province. */
	PROVINCE,
	/** The city itself. */
	CITY,
	/** Another province or city: kept for comparison. */
	ELSEWHERE

}
