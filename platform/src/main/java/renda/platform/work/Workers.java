package renda.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.SmartLifecycle;

/**
 * All background work of this process. It begins when the application has started, and
 * ends before the server stops taking requests: a round that is under way is finished,
 * and only what takes too long is cut off.
 */
public final class Workers implements SmartLifecycle {

	/** Shorter than the phase of the shutdown, which waits for the callback. */
	private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

	private final MeterRegistry meters;

	private final List<Worker> workers = new CopyOnWriteArrayList<>();

	private volatile Sinks.Empty<Void> stopping = Sinks.empty();

	private volatile boolean running;

	public Workers(MeterRegistry meters) {
		this.meters = meters;
	}

	/**
	 * Adds work that is done again and again as long as the application runs, by every
	 * copy of the service: the work itself sees to it that two copies do not disturb each
	 * other.
	 * @param name what it is called in the log and in {@code renda_worker_rounds_total}:
	 * lower case with hyphens
	 * @param pause how long to rest after a round
	 * @param round one round, as short as may be: true where there is more to do at once;
	 * false or nothing to rest. One that fails is tried again after growing pauses, up to
	 * five seconds, or the usual one where that is longer
	 */
	public Worker worker(String name, Duration pause, Supplier<Mono<Boolean>> round) {
		return worker(name, () -> pause, round);
	}

	/**
	 * Adds work whose pause is decided after each round.
	 * @param pause how long to rest now
	 */
	public Worker worker(String name, Supplier<Duration> pause, Supplier<Mono<Boolean>> round) {
		Worker worker = new Worker(name, pause, round, this.meters);
		synchronized (this) {
			this.workers.add(worker);
			if (this.running) {
				worker.start(this::isRunning, this.stopping.asMono());
			}
		}
		return worker;
	}

	/**
	 * Ends when the application begins to stop. What waits for something for long, within
	 * a round or in a request, gives up then.
	 */
	public Mono<Void> stopping() {
		return Mono.defer(() -> this.stopping.asMono());
	}

	@Override
	public synchronized void start() {
		if (!this.running) {
			this.running = true;
			this.stopping = Sinks.empty();
			this.workers.forEach((worker) -> worker.start(this::isRunning, this.stopping.asMono()));
		}
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.stopping.tryEmitEmpty();
		Flux.fromIterable(this.workers)
			.flatMap(Worker::ended, Integer.MAX_VALUE)
			.then()
			.timeout(LONGEST_STOP)
			.onErrorComplete()
			.doFinally((signal) -> {
				this.workers.forEach(Worker::cut);
				callback.run();
			})
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

}
