package renda.platform.work;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.github.resilience4j.core.IntervalFunction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One piece of background work: round, pause, round. There is never more than one round
 * of it at a time in a process.
 */
public final class Worker {

	private static final Log LOG = LogFactory.getLog(Worker.class);

	private static final IntervalFunction AFTER_FAILURE = IntervalFunction
		.ofExponentialRandomBackoff(Duration.ofMillis(200), 2.0, 0.5, Duration.ofSeconds(5));

	/** From here on it is the longest pause anyway. */
	private static final int MOST_COUNTED = 20;

	private final String name;

	private final Supplier<Duration> pause;

	private final Supplier<Mono<Boolean>> work;

	private final Counter done;

	private final Counter failed;

	private volatile Sinks.Empty<Void> nudge = Sinks.empty();

	private volatile int failures;

	private volatile Mono<Void> lastly = Mono.empty();

	Worker(String name, Supplier<Duration> pause, Supplier<Mono<Boolean>> work, MeterRegistry meters) {
		this.name = name;
		this.pause = pause;
		this.work = work;
		this.done = counter(meters, "done");
		this.failed = counter(meters, "failed");
	}

	private Counter counter(MeterRegistry meters, String outcome) {
		return Counter.builder("renda.worker.rounds")
			.description("Rounds of background work")
			.tags("worker", this.name, "outcome", outcome)
			.register(meters);
	}

	/**
	 * Says that there may be something to do. A round begins after this: at once where
	 * the worker rests, and otherwise when the present one ends. While rounds fail they
	 * keep their pauses.
	 */
	public void nudge() {
		this.nudge.tryEmitEmpty();
	}

	/**
	 * What is to be done when the application stops, after the last round.
	 */
	public Worker lastly(Mono<Void> work) {
		this.lastly = work;
		return this;
	}

	/**
	 * Works as long as that is so.
	 * @param stopping ends when it is no longer so
	 */
	Running start(BooleanSupplier running, Mono<Void> stopping) {
		Sinks.Empty<Void> end = Sinks.empty();
		Disposable loop = Mono.defer(this::round)
			.flatMap((more) -> more ? Mono.empty() : rest(stopping))
			.repeat(running)
			.doFinally((signal) -> end.tryEmitEmpty())
			.subscribe();
		return new Running(end.asMono().then(Mono.defer(() -> this.lastly)).onErrorComplete(), loop);
	}

	private Mono<Boolean> round() {
		// before the round: what is said from now on asks for another one
		this.nudge = Sinks.empty();
		return Mono.defer(this.work)
			.defaultIfEmpty(false)
			.doOnNext((more) -> succeeded())
			.onErrorResume((failure) -> Mono.fromSupplier(() -> failed(failure)));
	}

	private Mono<Void> rest(Mono<Void> stopping) {
		Duration usual = this.pause.get();
		if (this.failures > 0) {
			Duration growing = Duration.ofMillis(AFTER_FAILURE.apply(this.failures));
			Duration longer = (growing.compareTo(usual) > 0) ? growing : usual;
			return Mono.firstWithSignal(stopping, Mono.delay(longer).then());
		}
		return Mono.firstWithSignal(stopping, this.nudge.asMono(), Mono.delay(usual).then());
	}

	private void succeeded() {
		this.done.increment();
		if (this.failures > 0) {
			LOG.info("Background work %s goes on".formatted(this.name));
		}
		this.failures = 0;
	}

	private boolean failed(Throwable failure) {
		this.failed.increment();
		this.failures = Math.min(this.failures + 1, MOST_COUNTED);
		if (this.failures == 1) {
			LOG.warn("Background work %s waits, and is tried again: %s".formatted(this.name, failure));
		}
		return false;
	}

	/**
	 * Work that has begun.
	 *
	 * @param ended ends when no round is under way any more and the last things are done,
	 * after the application began to stop
	 * @param handle to cut it off
	 */
	record Running(Mono<Void> ended, Disposable handle) {
	}

}
