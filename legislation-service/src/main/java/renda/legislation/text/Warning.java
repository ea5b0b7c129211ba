package renda.legislation.text;

/**
 * Something odd in a source text that was survived.
 *
 * @param code what was odd
 * @param line the line of the source file, from 1; 0 where it concerns the whole file
 * @param detail the words concerned, shortened, and what was done
 */
public record Warning(Code code, int line, String detail) {

	/**
	 * The oddities known.
	 */
	public enum Code {

		/** The head note has no dated line. */
		NO_EVENTS,
		/** Two or more events stand in one line. */
		GLUED_EVENTS,
		/** A head-note line goes on in the next. */
		CONTINUED_EVENT,
		/** An event's verb is unknown. */
		UNCLASSIFIED_EVENT,
		/** The marker between head and body is missing. */
		NO_MARKER,
		/** The text has no articles. */
		NO_ARTICLES,
		/** The first article is not 第一条. */
		FIRST_ARTICLE,
		/** Article numbers leave a gap. */
		ARTICLE_GAP,
		/** A missing article was found glued inside a paragraph, and freed. */
		GLUED_ARTICLE,
		/** An article number occurs twice. */
		DUPLICATE_ARTICLE,
		/** Chapter numbers are not consecutive. */
		CHAPTER_GAP,
		/** The first chapter heading is missing. */
		MISSING_HEADING,
		/** A bare line was taken for a heading. */
		PROBABLE_HEADING,
		/** A heading goes on in the next line. */
		CONTINUED_HEADING,
		/** A table of contents or a repeated title was left out of the body. */
		REPEATED_TITLE,
		/** A table of contents was left out of the body. */
		CONTENTS_LEFT_OUT,
		/**
		 * Characters were normalised: full-width digits, odd spaces, zero-width
		 * characters.
		 */
		NORMALISED,
		/** A character of the private-use area: a lost glyph. */
		LOST_GLYPH,
		/** A stray bracket or word was left out of an event. */
		STRAY_TEXT

	}

}
