package renda.gateway.limit;

import java.time.Duration;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Chooses where the buckets are.
 */
@Configuration(proxyBeanMethods = false)
class RateLimits {

	@Bean
	@ConditionalOnProperty(name = "renda.gateway.rate-limit.store", havingValue = "memory", matchIfMissing = true)
	RateLimit memoryRateLimit(ClientBuckets buckets) {
		return (client) -> Mono.just(buckets.take(client));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "renda.gateway.rate-limit.store", havingValue = "redis")
	static class Shared {

		/** Without a connection there is no answer to wait for. */
		@Bean
		LettuceClientOptionsBuilderCustomizer redisRejectsWhileAway() {
			return (options) -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
		}

		@Bean
		RedisRateLimiter redisRateLimiter(RateLimitSettings settings) {
			return new RedisRateLimiter(settings.perSecond(), settings.burst(), 1);
		}

		/**
		 * Lets everything pass while Redis is away: a limit must not become an outage.
		 */
		@Bean
		RateLimit redisRateLimit(RedisRateLimiter limiter, RateLimitSettings settings, MeterRegistry meters) {
			Counter away = Counter.builder("renda.gateway.limit.away")
				.description("Requests that passed unlimited because Redis did not answer")
				.register(meters);
			Duration wait = Duration.ofMillis(Math.max(1, 1000 / settings.perSecond()));
			return (client) -> limiter.isAllowed("renda", client).map((answer) -> {
				long remaining = Long
					.parseLong(answer.getHeaders().getOrDefault(RedisRateLimiter.REMAINING_HEADER, "0"));
				if (remaining < 0) {
					away.increment();
				}
				return new Verdict(answer.isAllowed(), Math.max(0, remaining),
						answer.isAllowed() ? Duration.ZERO : wait);
			});
		}

	}

}
