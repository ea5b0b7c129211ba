package renda.gateway.edge;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway meets its clients.
 *
 * @param trustedProxies which peers may say for whom they ask by {@code X-Forwarded-For}
 * (a regular expression over the address); none by default
 * @param readTimeout how long a client may pause while it sends a request
 * @param allowedOrigins the origins whose web pages may call the platform; none by
 * default
 */
@ConfigurationProperties("renda.gateway.edge")
public record EdgeSettings(@Nullable Pattern trustedProxies, @DefaultValue("20s") Duration readTimeout,
		@DefaultValue List<String> allowedOrigins) {

	private static final Pattern NOBODY = Pattern.compile("(?!)");

	public EdgeSettings {
		trustedProxies = (trustedProxies != null) ? trustedProxies : NOBODY;
		allowedOrigins = allowedOrigins.stream().filter((origin) -> !origin.isBlank()).toList();
	}

	/** Which peers may say for whom they ask. */
	Pattern trusted() {
		return Objects.requireNonNull(this.trustedProxies);
	}

}
