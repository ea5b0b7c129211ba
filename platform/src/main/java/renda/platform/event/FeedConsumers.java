package renda.platform.event;

import java.util.List;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Runs all subscriptions of this service. Its health tells how they are and is always up:
 * without another service this one works, with what it knows.
 */
class FeedConsumers implements SmartLifecycle, HealthIndicator {

	private final List<FeedConsumer> consumers;

	private Disposable.Composite work = Disposables.composite();

	private volatile boolean running;

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
	public void start() {
		this.running = true;
		this.work = Disposables.composite();
		this.consumers.forEach((consumer) -> this.work.add(consumer.run().subscribe()));
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.work.dispose();
		Flux.fromIterable(this.consumers)
			.flatMap((consumer) -> consumer.release().onErrorComplete())
			.doFinally((signal) -> callback.run())
			.subscribe();
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public Health health() {
		return Health.up()
			.withDetails(this.consumers.stream()
				.collect(Collectors.toMap((consumer) -> consumer.subscription().name(),
						(consumer) -> consumer.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))))
			.build();
	}

}
