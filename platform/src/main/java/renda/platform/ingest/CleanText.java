package renda.platform.ingest;

/**
 * Text that can be kept.
 */
final class CleanText {

	private CleanText() {
	}

	/**
	 * Whether a text has no NUL, no half of a character, and no sign that it was read in
	 * another encoding than it was written in.
	 */
	static boolean isClean(String text) {
		return text.codePoints()
			.noneMatch((point) -> point == 0 || point == 0xfffd || (point >= 0xd800 && point <= 0xdfff));
	}

}
