package renda.legislation.parse;

import java.util.List;
import java.util.Optional;

import renda.legislation.text.LegalEvent;
import renda.legislation.text.LegalText;
import renda.legislation.text.Warning;

/**
 * Reads Chinese legal texts as they are found, in Markdown or plain text. Oddities are
 * survived and reported as {@link Warning}s; only what is no regulation at all is
 * refused.
 */
public final class LegalTextReader {

	private LegalTextReader() {
	}

	/**
	 * Reads a file whose encoding is not known.
	 * @param fileName the name, with or without folders; only used to tell index pages,
	 * READMEs, templates and cases
	 * @param bytes the content in UTF-8, UTF-16 with a byte order mark, GBK or GB18030
	 * @return the text, or why there is none
	 */
	public static ReadResult read(String fileName, byte[] bytes) {
		if (bytes.length == 0) {
			return new ReadResult.Refused(ReadResult.Reason.EMPTY);
		}
		if (SourceBytes.binary(bytes)) {
			return new ReadResult.Refused(ReadResult.Reason.BINARY);
		}
		return SourceBytes.decode(bytes)
			.map((source) -> read(fileName, source))
			.orElseGet(() -> new ReadResult.Refused(ReadResult.Reason.ENCODING));
	}

	/**
	 * Reads a text.
	 * @param fileName the name, with or without folders; only used to tell index pages,
	 * READMEs, templates and cases
	 * @param source the content; the first line is the title
	 * @return the text, or why there is none
	 */
	public static ReadResult read(String fileName, String source) {
		Optional<ReadResult.Reason> refusal = Refusals.byCharacters(source).or(() -> Refusals.byName(fileName));
		if (refusal.isPresent()) {
			return new ReadResult.Refused(refusal.get());
		}
		Warnings warnings = new Warnings();
		Lines lines = Lines.of(source, warnings);
		Front front = Front.of(lines, warnings);
		List<LegalEvent> events = HeadNote.read(front.head(), warnings);
		List<Piece> pieces = BodyReader.read(front.body(), warnings);
		pieces = Numbering.check(GluedArticles.free(pieces, warnings), warnings);
		LegalText text = new LegalText(front.title(), events, Tree.build(pieces), warnings.list());
		return Refusals.byContent(fileName, front, text, lines.marker() >= 0)
			.<ReadResult>map(ReadResult.Refused::new)
			.orElseGet(() -> new ReadResult.Read(text));
	}

}
