package renda.platform.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.work.Workers;

import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * One subscription at work: read a batch, carry it out together with its checkpoint in
 * one transaction, and again. A batch that fails is tried again event by event, so that
 * what comes before the bad one is kept. What fails is tried again with growing pauses,
 * for ever.
 */
class FeedConsumer {

	private static final Log LOG = LogFactory.getLog(FeedConsumer.class);

	/** How often a copy that stands by looks whether it must take over. */
	private static final Duration STAND_BY = Duration.ofSeconds(5);

	private final Subscription subscription;

	private final FeedClient client;

	private final Checkpoints checkpoints;

	private final TransactionalOperator transaction;

	private final CircuitBreaker breaker;

	private final Mono<Void> stopping;

	private final UUID lease = UUID.randomUUID();

	private boolean carefully;

	private volatile State state = State.STARTING;

	private volatile long handled;

	private volatile Instant current = Instant.now();

	FeedConsumer(Subscription subscription, FeedClient client, Checkpoints checkpoints,
			TransactionalOperator transaction, Workers workers) {
		this.subscription = subscription;
		this.client = client;
		this.checkpoints = checkpoints;
		this.transaction = transaction;
		this.breaker = CircuitBreaker.ofDefaults("feed-" + subscription.name());
		this.stopping = workers.stopping();
		// another copy takes over at once when this one stops
		workers.worker("consume-" + subscription.name(), this::pause, this::round)
			.lastly(Mono.defer(() -> checkpoints.release(subscription.name(), this.lease)));
	}

	private Duration pause() {
		return (this.state == State.STANDING_BY) ? STAND_BY : Duration.ZERO;
	}

	private Mono<Boolean> round() {
		return this.checkpoints.acquire(this.subscription.name(), this.lease).flatMap((checkpoint) -> {
			this.handled = checkpoint.handled();
			boolean patient = this.state == State.CURRENT;
			return this.client.after(checkpoint.lastEventId(), patient)
				.takeUntilOther(this.stopping)
				.transformDeferred(CircuitBreakerOperator.of(this.breaker))
				.flatMap((events) -> carryOut(checkpoint.lastEventId(), events))
				.onErrorResume(FeedClient.Lost.class, (lost) -> rewind())
				.thenReturn(true);
		}).switchIfEmpty(Mono.fromSupplier(() -> {
			this.state = State.STANDING_BY;
			return false;
		})).doOnError((failure) -> failed());
	}

	private Mono<Void> carryOut(@Nullable String from, List<FeedEvent> events) {
		List<List<FeedEvent>> parts = this.carefully ? events.stream().map(List::of).toList()
				: events.isEmpty() ? List.of() : List.of(events);
		return Flux.fromIterable(parts).index().concatMap((part) -> {
			String before = (part.getT1() == 0) ? from : events.get(Math.toIntExact(part.getT1()) - 1).id();
			return together(before, part.getT2());
		}, 1).then(Mono.fromRunnable(() -> caughtUp(events)));
	}

	private Mono<Void> together(@Nullable String from, List<FeedEvent> events) {
		FeedEvent last = events.getLast();
		Mono<Void> work = this.checkpoints.advance(this.subscription.name(), this.lease, from, last.id(), events.size())
			.thenMany(Flux.fromIterable(events).concatMap((event) -> this.subscription.handler().on(event), 1))
			.then();
		return this.transaction.transactional(work).doOnSuccess((done) -> {
			this.handled += events.size();
			this.current = last.time().toInstant();
		}).doOnError((failure) -> this.carefully = true);
	}

	private void caughtUp(List<FeedEvent> events) {
		this.carefully = false;
		this.state = (events.size() < FeedClient.LIMIT) ? State.CURRENT : State.BEHIND;
	}

	private Mono<Void> rewind() {
		LOG.warn("The feed of %s was restored to an earlier time; %s reads it from the beginning"
			.formatted(this.subscription.service(), this.subscription.name()));
		return this.checkpoints.rewind(this.subscription.name(), this.lease);
	}

	private void failed() {
		if (this.state == State.CURRENT) {
			this.current = Instant.now();
		}
		this.state = State.FAILING;
	}

	Subscription subscription() {
		return this.subscription;
	}

	State state() {
		return this.state;
	}

	/**
	 * How many events were carried out since the subscription began.
	 */
	long handled() {
		return this.handled;
	}

	/**
	 * How far this service's copy may be behind, in seconds; a copy that stands by does
	 * not count.
	 */
	double lag() {
		return switch (this.state) {
			case CURRENT, STANDING_BY -> 0;
			case STARTING, BEHIND, FAILING ->
				Math.max(0, Duration.between(this.current, Instant.now()).toMillis() / 1000.0);
		};
	}

	/**
	 * How a consumer is.
	 */
	enum State {

		/** It has not read yet. */
		STARTING,
		/** It has all there is. */
		CURRENT,
		/** It reads what it missed. */
		BEHIND,
		/** The other service or the handler fails. */
		FAILING,
		/** Another copy of this service consumes. */
		STANDING_BY

	}

}
