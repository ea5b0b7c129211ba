package renda.platform.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.core.IntervalFunction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import renda.platform.event.EventLog;
import renda.platform.event.FeedClock;
import renda.platform.event.LoggedEvent;
import renda.platform.work.Worker;
import renda.platform.work.Workers;

/**
 * Delivers. For each webhook the events go one by one in the order of the feed, the next
 * one when the receiver has taken the one before; so nothing is missed and nothing
 * overtakes. Several webhooks are served at once.
 */
class Dispatcher {

	private static final Log LOG = LogFactory.getLog(Dispatcher.class);

	private static final Duration LOOK = Duration.ofSeconds(1);

	private static final Duration PRUNE = Duration.ofMinutes(10);

	private static final int AT_ONCE = 16;

	private final Deliveries deliveries;

	private final EventLog log;

	private final Sender sender;

	private final WebhookSettings settings;

	private final String source;

	private final IntervalFunction pauses;

	private final UUID lease = UUID.randomUUID();

	private final Workers workers;

	private final AtomicInteger served = new AtomicInteger();

	private final AtomicInteger sent = new AtomicInteger();

	private final Worker serving;

	private final Worker sending;

	Dispatcher(Deliveries deliveries, EventLog log, FeedClock clock, Sender sender, WebhookSettings settings,
			String source, Workers workers) {
		this.deliveries = deliveries;
		this.log = log;
		this.sender = sender;
		this.settings = settings;
		this.source = source;
		this.workers = workers;
		this.pauses = IntervalFunction.ofExponentialRandomBackoff(settings.firstRetry(), 2.0, 0.2,
				settings.longestRetry());
		this.serving = workers.worker("webhook-deliveries", LOOK, this::due);
		this.sending = workers.worker("webhook-tests-and-resends", LOOK, this::asked);
		workers.worker("webhook-pruning", PRUNE,
				() -> deliveries.prune(settings.kept()).map((pruned) -> pruned == Deliveries.PRUNED_AT_ONCE));
		clock.whenever(this.serving::nudge);
	}

	private Mono<Boolean> due() {
		int free = AT_ONCE - this.served.get();
		return (free == 0) ? Mono.just(false) : this.deliveries.claim(this.lease, free).map((webhooks) -> {
			webhooks.forEach((webhook) -> begin(serve(webhook), this.served, this.serving));
			return false;
		});
	}

	private Mono<Boolean> asked() {
		int free = AT_ONCE - this.sent.get();
		return (free == 0) ? Mono.just(false) : this.deliveries.claimAsked(free).map((asked) -> {
			asked.forEach((one) -> begin(send(one), this.sent, this.sending));
			return false;
		});
	}

	private void begin(Mono<Void> work, AtomicInteger underWay, Worker next) {
		underWay.incrementAndGet();
		this.workers.begin("webhook", work.doFinally((signal) -> {
			if (underWay.getAndDecrement() == AT_ONCE) {
				next.nudge();
			}
		}));
	}

	/**
	 * Sends what there is for a webhook, until there is no more or its receiver fails.
	 */
	private Mono<Void> serve(UUID webhook) {
		return Mono.defer(() -> this.workers.isRunning() ? next(webhook) : released(webhook))
			.repeat()
			.takeWhile((more) -> more)
			.then()
			.onErrorResume((failure) -> {
				LOG.warn("Webhook %s waits: %s".formatted(webhook, failure));
				return released(webhook).then().onErrorComplete();
			});
	}

	private Mono<Boolean> next(UUID webhook) {
		return this.deliveries.renew(webhook, this.lease)
			.flatMap((target) -> this.log.after(target.position(), target.types(), target.roles(), 1)
				.flatMap((events) -> events.isEmpty()
						? this.deliveries.skip(webhook, this.lease, target.end()).thenReturn(false)
						: deliver(target, events.getFirst())))
			.switchIfEmpty(released(webhook));
	}

	private Mono<Boolean> released(UUID webhook) {
		return this.deliveries.release(webhook, this.lease).thenReturn(false);
	}

	private Mono<Boolean> deliver(Deliveries.Target target, LoggedEvent event) {
		return this.sender.send(target.url(), target.secrets(), event.id().toString(), body(event))
			.flatMap((outcome) -> outcome.delivered()
					? this.deliveries.delivered(target.webhook(), this.lease, event, outcome).thenReturn(true)
					: this.deliveries
						.failed(target.webhook(), this.lease, event, outcome, pause(target.attempts()),
								this.settings.giveUpAfter())
						.thenReturn(false));
	}

	private Duration pause(int attempts) {
		// from here on it is the longest pause anyway, and more would overflow
		return Duration.ofMillis(this.pauses.apply(Math.min(attempts, 24) + 1));
	}

	private Mono<Void> send(Deliveries.Asked asked) {
		Mono<String> body = (asked.kind() == Delivery.Kind.TEST) ? Mono.just(body(test(asked)))
				: this.log.find(asked.message()).map(this::body);
		return body
			.flatMap((words) -> this.sender.send(asked.url(), asked.secrets(), asked.message().toString(), words))
			.flatMap((outcome) -> this.deliveries.finish(asked.delivery(), outcome))
			.onErrorResume((failure) -> {
				LOG.warn("Delivery %s waits: %s".formatted(asked.delivery(), failure));
				return Mono.empty();
			});
	}

	private static LoggedEvent test(Deliveries.Asked asked) {
		return new LoggedEvent(0, asked.message(), WebhookController.TEST, "webhook/" + asked.webhook(), Instant.now(),
				"{}");
	}

	private String body(LoggedEvent event) {
		StringBuilder json = new StringBuilder();
		event.writeTo(json, this.source);
		return json.toString();
	}

}
