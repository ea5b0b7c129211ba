package renda.platform.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import renda.platform.store.Sort;

import org.springframework.http.MediaType;

/**
 * What every list takes. A controller takes it as an argument beside its filter record.
 *
 * @param limit rows a page, 1 to 1000, 50 unless told
 * @param cursor the {@code next} of the page before
 * @param q Chinese full text
 * @param sort the order's name
 * @param modifiedSince only what was changed since then, with tombstones of what was
 * removed; read in the order of change
 * @param format what the caller accepts
 */
public record ListRequest(int limit, @Nullable String cursor, @Nullable String q, @Nullable String sort,
		@Nullable OffsetDateTime modifiedSince, Format format) {

	/** The most rows a page may have. */
	public static final int MOST = 1000;

	private static final Sort BY_CHANGE = Sort.ascending("modified")
		.by("modified_at", OffsetDateTime.class)
		.by("id", UUID.class);

	/**
	 * The order to read in.
	 * @throws Refusal 400 where the list has no such order
	 */
	public Sort sortAmong(List<Sort> sorts) {
		if (this.modifiedSince != null) {
			return BY_CHANGE;
		}
		if (this.sort == null) {
			return sorts.getFirst();
		}
		return sorts.stream().filter((candidate) -> candidate.name().equals(this.sort)).findFirst().orElseThrow(() -> {
			String known = sorts.stream().map(Sort::name).collect(Collectors.joining(", "));
			return Refusal.invalid("sort", Text.of("sort 可取：%s。", "sort is one of: %s.", known));
		});
	}

	/**
	 * The same request for the page that begins at a cursor.
	 */
	public ListRequest at(String next) {
		return new ListRequest(this.limit, next, this.q, this.sort, this.modifiedSince, this.format);
	}

	/**
	 * The forms of a list.
	 */
	public enum Format {

		/** One page, as {@link Page}. */
		JSON("application", "json"),
		/**
		 * All rows from here on, RFC 4180 with a header, UTF-8 with a byte order mark.
		 */
		CSV("text", "csv"),
		/** All rows from here on, one sheet. */
		XLSX("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
		/** All rows from here on, one JSON object a line. */
		NDJSON("application", "x-ndjson");

		private final MediaType mediaType;

		Format(String type, String subtype) {
			this.mediaType = new MediaType(type, subtype);
		}

		public MediaType mediaType() {
			return this.mediaType;
		}

	}

}
