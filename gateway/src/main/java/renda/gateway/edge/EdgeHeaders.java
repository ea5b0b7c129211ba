package renda.gateway.edge;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the headers of a request so that everything behind may believe them.
 */
public final class EdgeHeaders {

	/**
	 * The id that one request keeps through all services and logs.
	 */
	public static final String CORRELATION = "X-Correlation-Id";

	/**
	 * The address of the client; set by the gateway only.
	 */
	public static final String CLIENT = "X-Renda-Client";

	/**
	 * {@code http} or {@code https}, as the client sees it.
	 */
	public static final String PROTO = "X-Forwarded-Proto";

	/**
	 * The host that the client named; absent where it named none or none that can be.
	 */
	public static final String HOST = "X-Forwarded-Host";

	static final String REFUSED = "X-Renda-Refused";

	private static final String FOR = "X-Forwarded-For";

	private static final List<String> NEVER = List.of("forwarded", "x-original-url", "x-rewrite-url",
			"x-http-method-override", "x-method-override", "x-real-ip", "cookie");

	private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

	private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9.\\-:\\[\\]]{1,255}");

	private EdgeHeaders() {
	}

	static void clean(HttpHeaders headers, String peer, Pattern trustedProxies) {
		boolean trusted = trustedProxies.matcher(peer).matches();
		String client = trusted ? client(headers.getAll(FOR), peer, trustedProxies) : peer;
		String proto = (trusted && "https".equalsIgnoreCase(headers.get(PROTO))) ? "https" : "http";
		String named = headers.get(HOST);
		String host = (trusted && named != null) ? named : headers.get("Host");
		for (String name : List.copyOf(headers.names())) {
			String lower = name.toLowerCase(Locale.ROOT);
			if (lower.startsWith("x-forwarded-") || lower.startsWith("x-renda-") || NEVER.contains(lower)) {
				headers.remove(name);
			}
		}
		headers.set(FOR, client);
		headers.set(CLIENT, client);
		headers.set(PROTO, proto);
		if (host != null && HOST_NAME.matcher(host).matches()) {
			headers.set(HOST, host);
		}
		headers.set(CORRELATION, correlation(headers.get(CORRELATION)));
	}

	/** The last address that no trusted proxy has. */
	private static String client(List<String> forwarded, String peer, Pattern trustedProxies) {
		String[] addresses = String.join(",", forwarded).split(",", -1);
		String client = peer;
		for (int i = addresses.length - 1; i >= 0; i--) {
			String address = addresses[i].strip();
			if (!ADDRESS.matcher(address).matches()) {
				return client;
			}
			client = address;
			if (!trustedProxies.matcher(address).matches()) {
				return client;
			}
		}
		return client;
	}

	private static String correlation(@Nullable String given) {
		if (given != null && SANE.matcher(given).matches()) {
			return given;
		}
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return Long.toHexString(random.nextLong() | Long.MIN_VALUE)
				+ Long.toHexString(random.nextLong() | Long.MIN_VALUE);
	}

}
