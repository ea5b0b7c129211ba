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
	 * A record of which different callers see different things, or that changes without a
	 * new version: the tag tells the views of one version apart, and {@code If-Match}
	 * looks at the version alone.
	 * @param open whether everyone sees this view, so that a cache may keep it
	 * @param view what this view shows besides the version: two equal ones have one tag
	 */
	public static <T> ResponseEntity<T> view(boolean open, long version, String view, T body) {
		return ResponseEntity.ok()
			.eTag("\"" + version + "." + Integer.toHexString(view.hashCode()) + "\"")
			.cacheControl(open ? CacheControl.maxAge(FRESH).cachePublic() : CacheControl.noStore())
			.body(body);
	}

	/**
	 * A record that depends on the caller: never kept on the way.
	 */
	public static <T> ResponseEntity<T> restricted(long version, T body) {
		return ResponseEntity.ok().eTag("\"" + version + "\"").cacheControl(CacheControl.noStore()).body(body);
	}

}
