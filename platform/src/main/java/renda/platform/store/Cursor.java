package renda.platform.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Where a page ended: the order's name and the keys of the last row, opaque to clients.
 *
 * @param sort the order's name
 * @param keys the last row's keys
 */
public record Cursor(String sort, List<Object> keys) {

	private static final String SEPARATOR = "\u001f";

	static Cursor of(Sort sort, Readable row) {
		List<Object> keys = new ArrayList<>();
		for (Sort.Key key : sort.keys()) {
			Object value = row.get(key.column(), key.type());
			if (value == null) {
				throw new IllegalStateException("sort key %s is null".formatted(key.column()));
			}
			keys.add(value);
		}
		return new Cursor(sort.name(), keys);
	}

	/**
	 * The form clients see and send back.
	 */
	public String encoded() {
		StringBuilder plain = new StringBuilder(this.sort);
		this.keys.forEach((key) -> plain.append(SEPARATOR).append(key));
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(plain.toString().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Reads a cursor back.
	 * @throws Refusal 400 where it is not a cursor of this order
	 */
	static Cursor decode(String encoded, Sort sort) {
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split(SEPARATOR,
					-1);
			if (!parts[0].equals(sort.name()) || parts.length != sort.keys().size() + 1) {
				throw refused();
			}
			List<Object> keys = new ArrayList<>();
			for (int i = 1; i < parts.length; i++) {
				keys.add(value(parts[i], sort.keys().get(i - 1).type()));
			}
			return new Cursor(sort.name(), keys);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			throw refused();
		}
	}

	private static Object value(String text, Class<?> type) {
		if (type == UUID.class) {
			return UUID.fromString(text);
		}
		if (type == LocalDate.class) {
			return LocalDate.parse(text);
		}
		if (type == OffsetDateTime.class) {
			return OffsetDateTime.parse(text);
		}
		if (type == Integer.class) {
			return Integer.valueOf(text);
		}
		if (type == Long.class) {
			return Long.valueOf(text);
		}
		if (text.indexOf('\0') >= 0) {
			throw refused();
		}
		return text;
	}

	private static Refusal refused() {
		return Refusal.invalid("cursor", Text.of("cursor 无效：请原样使用上一页给出的 next，且不要更换 sort。",
				"The cursor is not valid: send back the `next` of the page before, with the same sort."));
	}

}
