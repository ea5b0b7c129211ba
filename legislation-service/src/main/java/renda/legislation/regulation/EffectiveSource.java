package renda.legislation.regulation;

/**
 * How the day on which a version takes effect is known, the weakest first.
 */
public enum EffectiveSource {

	/** No day is known; the version counts as in force since ever. */
	UNKNOWN,
	/** The date in the file's name: a hint, where the text has none. */
	FILE_NAME,
	/** The adoption (通过), where nothing later is known. */
	ADOPTION,
	/** The approval (批准) by the province, where nothing later is known. */
	APPROVAL,
	/** The promulgation (公布). */
	PROMULGATION,
	/** The approval is still missing; the version is not in force. */
	AWAITING_APPROVAL,
	/** The text, its head note or the register's keeper says so. */
	STATED

}
