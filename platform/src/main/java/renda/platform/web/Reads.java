package renda.platform.web;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/**
 * Answers reads of one record, with its strong {@code ETag}; {@code If-None-Match} is
 * answered by the framework.
 */
public final class Reads {

	/** How long a cache on the way may keep a public record without asking again. */
	public static final Duration FRESH = Duration.ofSeconds(5);

	private Reads() {
	}

	/**
	 * A record everyone may read.
	 */
	public static <T> ResponseEntity<T> open(long version, T body) {
		return ResponseEntity.ok()
			.eTag("\"" + version + "\"")
			.cacheControl(CacheControl.maxAge(FRESH).cachePublic())
			.body(body);
	}

	/**
	 * A record that depends on the caller: never kept on the way.
	 */
	public static <T> ResponseEntity<T> restricted(long version, T body) {
		return ResponseEntity.ok().eTag("\"" + version + "\"").cacheControl(CacheControl.noStore()).body(body);
	}

}
