package renda.gateway.cache;

import java.util.Locale;
import java.util.Set;

import org.springframework.http.HttpHeaders;

/**
 * What RFC 9111 and the services say about keeping an answer.
 */
final class Freshness {

	private static final Set<String> KEYED = Set.of("accept", "accept-language", "accept-encoding", "authorization",
			"origin", "access-control-request-method", "access-control-request-headers");

	private static final long LONGEST = 86_400;

	private Freshness() {
	}

	/**
	 * How long an answer may be given to anybody.
	 * @return seconds, at most a day; 0 where it must not be kept
	 */
	static long seconds(HttpHeaders answer) {
		String control = String.join(",", answer.getOrEmpty(HttpHeaders.CACHE_CONTROL)).toLowerCase(Locale.ROOT);
		boolean isPublic = false;
		long age = 0;
		boolean shared = false;
		for (String part : control.split(",")) {
			String directive = part.strip();
			switch (directive) {
				case "public" -> isPublic = true;
				case "private", "no-store", "no-cache" -> {
					return 0;
				}
				default -> {
					if (directive.startsWith("s-maxage=")) {
						age = number(directive.substring(9));
						shared = true;
					}
					else if (directive.startsWith("max-age=") && !shared) {
						age = number(directive.substring(8));
					}
				}
			}
		}
		boolean kept = isPublic && !answer.containsHeader(HttpHeaders.SET_COOKIE)
				&& !answer.containsHeader(HttpHeaders.CONTENT_RANGE) && keyed(answer);
		return kept ? age : 0;
	}

	/** Whether the client wants the service to be asked. */
	static boolean insists(HttpHeaders request) {
		String control = request.getFirst(HttpHeaders.CACHE_CONTROL);
		return control != null
				&& (control.contains("no-cache") || control.contains("no-store") || control.contains("max-age=0"));
	}

	/** Whether {@code If-None-Match} names the ETag, by the weak comparison. */
	static boolean matches(String ifNoneMatch, String etag) {
		if (ifNoneMatch.equals(etag) || ifNoneMatch.equals("*")) {
			return true;
		}
		for (String one : ifNoneMatch.split(",")) {
			String candidate = one.strip();
			if ((candidate.startsWith("W/") ? candidate.substring(2) : candidate)
				.equals(etag.startsWith("W/") ? etag.substring(2) : etag)) {
				return true;
			}
		}
		return false;
	}

	private static boolean keyed(HttpHeaders answer) {
		for (String vary : answer.getOrEmpty(HttpHeaders.VARY)) {
			for (String name : vary.toLowerCase(Locale.ROOT).split(",")) {
				if (!KEYED.contains(name.strip())) {
					return false;
				}
			}
		}
		return true;
	}

	private static long number(String digits) {
		try {
			return Math.clamp(Long.parseLong(digits.replace("\"", "")), 0, LONGEST);
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
