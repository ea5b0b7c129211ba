package renda.gateway.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Reads the target of a request as strictly as the strictest reader behind it: a target
 * that two readers could read differently is not let in.
 */
final class Target {

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	/** Legal for HTTP's parser, illegal in a URI, and meant well: {@code ?q=燃气|供水}. */
	private static final String TO_ENCODE = "\"<>\\^`{|}";

	private Target() {
	}

	/**
	 * The target in plain origin form.
	 * @param raw as it came, one character for each byte
	 * @return the target with raw bytes of the query encoded, or null where it must be
	 * refused
	 */
	static @Nullable String plain(String raw) {
		String target = withoutAuthority(raw);
		int length = target.length();
		int question = target.indexOf('?');
		int end = (question < 0) ? length : question;
		if (end == 0 || target.charAt(0) != '/') {
			return null;
		}
		StringBuilder encoded = null;
		boolean high = false;
		for (int i = 0; i < length; i++) {
			char c = target.charAt(i);
			boolean path = i < end;
			if (c == '%') {
				int value = hex(target, i + 1);
				if (value <= 0 || (path && forbidden(value))) {
					return null;
				}
				high |= value >= 0x80;
				if (encoded != null) {
					encoded.append(target, i, i + 3);
				}
				i += 2;
				continue;
			}
			if (c < 0x21 || c == 0x7f || c > 0xff || c == '#') {
				return null;
			}
			if (path && (c == ';' || c == '\\' || (c == '/' && !goodSegment(target, i + 1, end)))) {
				return null;
			}
			if (c >= 0x80 || TO_ENCODE.indexOf(c) >= 0) {
				high |= c >= 0x80;
				encoded = (encoded != null) ? encoded : new StringBuilder(length + 32).append(target, 0, i);
				encoded.append('%').append(HEX.toHexDigits((byte) c));
			}
			else if (encoded != null) {
				encoded.append(c);
			}
		}
		String plain = (encoded != null) ? encoded.toString() : target;
		return (!high || isUtf8(plain)) ? plain : null;
	}

	private static String withoutAuthority(String raw) {
		if (!raw.regionMatches(true, 0, "http://", 0, 7) && !raw.regionMatches(true, 0, "https://", 0, 8)) {
			return raw;
		}
		int slash = raw.indexOf('/', raw.indexOf("//") + 2);
		return (slash < 0) ? "/" : raw.substring(slash);
	}

	/** Neither empty (but at the end) nor a dot segment. */
	private static boolean goodSegment(String target, int start, int end) {
		if (start >= end) {
			return true;
		}
		char c = target.charAt(start);
		if (c == '/') {
			return false;
		}
		if (c != '.') {
			return true;
		}
		int next = start + 1;
		if (next < end && target.charAt(next) == '.') {
			next++;
		}
		return next < end && target.charAt(next) != '/';
	}

	/** Characters that change meaning when decoded once more. */
	private static boolean forbidden(int value) {
		return value < 0x20 || value == 0x7f || value == '/' || value == '\\' || value == '.' || value == '%'
				|| value == ';';
	}

	private static int hex(String target, int at) {
		if (at + 1 >= target.length()) {
			return -1;
		}
		int high = Character.digit(target.charAt(at), 16);
		int low = Character.digit(target.charAt(at + 1), 16);
		return (high < 0 || low < 0) ? -1 : high * 16 + low;
	}

	private static boolean isUtf8(String target) {
		byte[] bytes = new byte[target.length()];
		int size = 0;
		for (int i = 0; i < target.length(); i++) {
			char c = target.charAt(i);
			if (c == '%') {
				bytes[size++] = (byte) hex(target, i + 1);
				i += 2;
			}
			else {
				bytes[size++] = (byte) c;
			}
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, size));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
