package renda.legislation.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Finds out in which encoding a file is written.
 */
final class SourceBytes {

	/**
	 * Beginnings of files that hold no text: PDF, ZIP (DOCX), OLE (DOC), PNG, JPEG, GIF,
	 * GZIP, RAR, 7z, RTF.
	 */
	private static final List<String> MAGIC = List.of("%PDF", "PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0", "\u0089PNG",
			"\u00ff\u00d8\u00ff", "GIF8", "\u001f\u008b", "Rar!", "7z\u00bc\u00af", "{\\rtf");

	/** Characters of which every Chinese legal text is full. */
	private static final String COMMON = "的第条一和规定法人应当或者二三民国有会以行政为机关不在大市例时";

	private SourceBytes() {
	}

	static boolean binary(byte[] bytes) {
		String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
		return MAGIC.stream().anyMatch(start::startsWith);
	}

	/** The text, or nothing where the encoding is none that is known. */
	static Optional<String> decode(byte[] bytes) {
		if (bytes.length >= 2 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe
				&& Math.abs(bytes[0] - bytes[1]) == 1) {
			return decode(bytes, StandardCharsets.UTF_16);
		}
		Optional<String> unicode = decode(bytes, StandardCharsets.UTF_8);
		return unicode.isPresent() ? unicode : decode(bytes, Charset.forName("GB18030")).filter(SourceBytes::plausible);
	}

	private static Optional<String> decode(byte[] bytes, Charset charset) {
		try {
			return Optional.of(charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes))
				.toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Whether words decoded from GB18030 read like Chinese: other encodings give rare
	 * characters.
	 */
	private static boolean plausible(String text) {
		int chinese = 0;
		int common = 0;
		int foreign = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c >= '\u4e00' && c <= '\u9fff') {
				chinese++;
				common += (COMMON.indexOf(c) >= 0) ? 1 : 0;
			}
			else if (c > '\u007f' && !(c >= '\u3000' && c <= '\u303f') && !(c >= '\uff00' && c <= '\uffef')) {
				foreign++;
			}
		}
		return chinese > 0 && common * 20 >= chinese && foreign * 10 <= chinese;
	}

}
