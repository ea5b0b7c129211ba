package renda.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
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

	private static final Log LOG = LogFactory.getLog(Workers.class);

	/** Shorter than the phase of the shutdown, which waits for the callback. */
	private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

	private final MeterRegistry meters;

	private final List<Worker> workers = new CopyOnWriteArrayList<>();

	private final Set<Task> tasks = ConcurrentHashMap.newKeySet();

	private volatile Run run = new Run();

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
			if (isRunning()) {
				this.run.start(worker);
			}
		}
		return worker;
	}

	/**
	 * Begins something that a round has found and that may take longer than a round
	 * should. How many there are at once is the caller's to bound. The stop waits for it
	 * as for a round; a failure is logged.
	 */
	public void begin(String name, Mono<Void> work) {
		Task task = new Task(Sinks.empty(), Disposables.swap());
		this.tasks.add(task);
		task.handle().update(work.onErrorResume((failure) -> {
			LOG.warn("Background work %s failed: %s".formatted(name, failure));
			return Mono.empty();
		}).doFinally((signal) -> {
			this.tasks.remove(task);
			task.end().tryEmitEmpty();
		}).subscribe());
	}

	/**
	 * Ends when the application begins to stop. What waits for something for long, within
	 * a round or in a request, gives up then.
	 */
	public Mono<Void> stopping() {
		return Mono.defer(() -> this.run.stopping.asMono());
	}

	@Override
	public synchronized void start() {
		if (!isRunning()) {
			Run next = new Run();
			next.on = true;
			this.run = next;
			this.workers.forEach(next::start);
		}
	}

	@Override
	public void stop(Runnable callback) {
		Run last = this.run;
		last.on = false;
		last.stopping.tryEmitEmpty();
		Flux.fromIterable(last.work)
			.flatMap(Worker.Running::ended, Integer.MAX_VALUE)
			// what rounds have begun is known when they have ended
			.thenMany(Flux.fromIterable(this.tasks))
			.flatMap((task) -> task.end().asMono(), Integer.MAX_VALUE)
			.then()
			.timeout(LONGEST_STOP)
			.onErrorComplete()
			.doFinally((signal) -> {
				last.work.forEach((running) -> running.handle().dispose());
				this.tasks.forEach((task) -> task.handle().dispose());
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
		return this.run.on;
	}

	/** From a start to its stop; a stop may still wait when the next start comes. */
	private static final class Run {

		private final Sinks.Empty<Void> stopping = Sinks.empty();

		private final List<Worker.Running> work = new CopyOnWriteArrayList<>();

		private volatile boolean on;

		private void start(Worker worker) {
			this.work.add(worker.start(() -> this.on, this.stopping.asMono()));
		}

	}

	/** Sinks are equal only to themselves, and so are tasks. */
	private record Task(Sinks.Empty<Void> end, Disposable.Swap handle) {
	}

}
