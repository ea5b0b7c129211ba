package renda.legislation.parse;

import renda.legislation.text.LegalText;

/**
 * What came of reading a file: a legal text, or the reason why it is none.
 */
public sealed interface ReadResult {

	/**
	 * The file holds a legal text.
	 *
	 * @param text the text; what was odd in the source is among its warnings
	 */
	record Read(LegalText text) implements ReadResult {
	}

	/**
	 * The file is not a regulation.
	 *
	 * @param reason why, also in words
	 */
	record Refused(Reason reason) implements ReadResult {
	}

	/**
	 * Why a file is not read.
	 */
	enum Reason {

		/** Nothing but space. */
		EMPTY("文件是空的", "The file is empty"),
		/** A PDF, an archive, an image, a word processor's file. */
		BINARY("这不是纯文本或 Markdown 文件", "The file is neither plain text nor Markdown"),
		/** Neither UTF-8 nor GB18030. */
		ENCODING("无法识别文件的编码，请保存为 UTF-8", "The encoding is not recognised; save the file as UTF-8"),
		/** A NUL or a lone surrogate. */
		BROKEN_CHARACTERS("文件含有无效字符（空字符或不成对的代理字符），请保存为 UTF-8",
				"The file holds invalid characters (NUL or lone surrogates); save it as UTF-8"),
		/** A list of other files. */
		INDEX("这是目录页，不是法规文本", "The file is an index page, not a regulation"),
		/** A README. */
		README("这是说明文件，不是法规文本", "The file is a README, not a regulation"),
		/** A template to be filled in. */
		TEMPLATE("这是模板，不是法规文本", "The file is a template, not a regulation"),
		/** A case, 案例. */
		COURT_CASE("这是案例，不是法规文本", "The file is a court case, not a regulation"),
		/** The first line is not a title. */
		NO_TITLE("第一行不是法规标题", "The first line is not the title of a regulation"),
		/** No articles, no enumerated decisions, no dated events. */
		NOT_LEGAL("没有条文，没有分项的决定，也没有通过、公布的日期，不是法规文本",
				"There are no articles, no enumerated decisions and no dates of adoption; the file is not a regulation");

		private final String chinese;

		private final String english;

		Reason(String chinese, String english) {
			this.chinese = chinese;
			this.english = english;
		}

		/** The reason in Chinese. */
		public String chinese() {
			return this.chinese;
		}

		/** The reason in English. */
		public String english() {
			return this.english;
		}

	}

}
