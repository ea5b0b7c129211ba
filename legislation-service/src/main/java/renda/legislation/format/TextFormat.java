package renda.legislation.format;

import java.util.List;

import renda.legislation.text.LegalText;

/**
 * The formats in which one legal text is written out.
 */
public enum TextFormat {

	/** A page with table of contents, anchors and links. */
	HTML("text/html;charset=UTF-8", "html", HtmlFormat::write),
	/** The layout that the import reads; nothing but title, head note and body. */
	MARKDOWN("text/markdown;charset=UTF-8", "md", (header, text, links) -> MarkdownFormat.write(text)),
	/** Words only. */
	PLAIN_TEXT("text/plain;charset=UTF-8", "txt", (header, text, links) -> PlainTextFormat.write(header, text)),
	/** A Word document with real headings. */
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
			(header, text, links) -> DocxFormat.write(header, text)),
	/** Akoma Ntoso 3.0 (OASIS LegalDocML). */
	AKOMA_NTOSO("application/akn+xml", "xml", AkomaNtosoFormat::write);

	private final String mediaType;

	private final String extension;

	private final Writer writer;

	TextFormat(String mediaType, String extension, Writer writer) {
		this.mediaType = mediaType;
		this.extension = extension;
		this.writer = writer;
	}

	/**
	 * The media type, charset included where it is text.
	 */
	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * The usual ending of a file name, without the dot.
	 */
	public String extension() {
		return this.extension;
	}

	/**
	 * Writes a text out. Characters that the format cannot hold are replaced by U+FFFD.
	 * @param header what stands above the text; formats that have no place for it leave
	 * it out
	 * @param text the text
	 * @param links the references to link, in HTML and Akoma Ntoso
	 * @return the document; the same for the same input, except for the time stamps
	 * inside a DOCX file
	 */
	public byte[] write(FormatHeader header, LegalText text, List<FormatLink> links) {
		return this.writer.write(header, text, links);
	}

	private interface Writer {

		byte[] write(FormatHeader header, LegalText text, List<FormatLink> links);

	}

}
