package renda.platform.event;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * All subscriptions of this service. Their health tells how they are and is always up:
 * without another service this one works, with what it knows.
 */
class FeedConsumers implements HealthIndicator {

	private final List<FeedConsumer> consumers;

	FeedConsumers(List<FeedConsumer> consumers, MeterRegistry meters) {
		this.consumers = List.copyOf(consumers);
		for (FeedConsumer consumer : this.consumers) {
			Tags tags = Tags.of("consumer", consumer.subscription().name(), "feed", consumer.subscription().service());
			Gauge.builder("renda.feed.consumer.lag", consumer, FeedConsumer::lag)
				.baseUnit("seconds")
				.description("How far the copy may be behind the other service")
				.tags(tags)
				.register(meters);
			Gauge.builder("renda.feed.consumer.position", consumer, FeedConsumer::handled)
				.description("Events carried out since the subscription began")
				.tags(tags)
				.register(meters);
		}
	}

	@Override
	public Health health() {
		return Health.up()
			.withDetails(this.consumers.stream()
				.collect(Collectors.toMap((consumer) -> consumer.subscription().name(),
						(consumer) -> consumer.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))))
			.build();
	}

}
