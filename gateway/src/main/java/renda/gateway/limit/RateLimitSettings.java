package renda.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests one client may send: the subject of a token, else an address.
 *
 * @param enabled whether there is a limit
 * @param store where the buckets are: in memory (for each gateway its own) or in Redis
 * (one for all gateways)
 * @param perSecond how many requests a client may send in the long run
 * @param burst how many at once
 * @param clients how many clients are remembered in memory; the least recent are
 * forgotten
 */
@ConfigurationProperties("renda.gateway.rate-limit")
record RateLimitSettings(@DefaultValue("true") boolean enabled, @DefaultValue("memory") Store store,
		@DefaultValue("200") int perSecond, @DefaultValue("1000") int burst, @DefaultValue("100000") int clients) {

	RateLimitSettings {
		if (perSecond < 1 || burst < perSecond || clients < 1) {
			throw new IllegalArgumentException(
					"renda.gateway.rate-limit wants per-second >= 1, burst >= per-second and clients >= 1");
		}
	}

	enum Store {

		MEMORY, REDIS

	}

}
