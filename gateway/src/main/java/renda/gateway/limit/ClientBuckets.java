package renda.gateway.limit;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * A token bucket for each client, in memory.
 */
@Component
public class ClientBuckets {

	private static final Verdict UNLIMITED = new Verdict(true, Integer.MAX_VALUE, Duration.ZERO);

	private final RateLimitSettings settings;

	private final Cache<String, Bucket> buckets;

	ClientBuckets(RateLimitSettings settings) {
		this.settings = settings;
		this.buckets = Caffeine.newBuilder()
			.maximumSize(settings.clients())
			.expireAfterAccess(Duration.ofMinutes(10))
			.build();
	}

	/**
	 * Takes one request out of a client's bucket.
	 */
	public Verdict take(String client) {
		if (!this.settings.enabled()) {
			return UNLIMITED;
		}
		Bucket bucket = this.buckets.get(client, (_) -> new Bucket(this.settings.burst(), System.nanoTime()));
		return bucket.take(this.settings.perSecond(), this.settings.burst(), System.nanoTime());
	}

	static final class Bucket {

		private double tokens;

		private long at;

		Bucket(double tokens, long at) {
			this.tokens = tokens;
			this.at = at;
		}

		synchronized Verdict take(int perSecond, int burst, long now) {
			this.tokens = Math.min(burst, this.tokens + Math.max(0, now - this.at) / 1e9 * perSecond);
			this.at = now;
			if (this.tokens >= 1) {
				this.tokens -= 1;
				return new Verdict(true, (long) this.tokens, Duration.ZERO);
			}
			return new Verdict(false, 0, Duration.ofNanos((long) ((1 - this.tokens) / perSecond * 1e9)));
		}

	}

}
