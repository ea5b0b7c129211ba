package renda.platform.ingest;

import java.time.Duration;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;

/**
 * Says every few seconds that the imports of this process are alive.
 */
final class Heartbeat implements SmartLifecycle {

	private static final Duration EVERY = Duration.ofSeconds(5);

	private final ImportJobs jobs;

	private Disposable beats = () -> {
	};

	private volatile boolean running;

	Heartbeat(ImportJobs jobs) {
		this.jobs = jobs;
	}

	@Override
	public void start() {
		this.running = true;
		// a beat that fails is made up for by the next
		this.beats = Flux.interval(EVERY)
			.onBackpressureDrop()
			.concatMap((tick) -> this.jobs.beat().onErrorResume((failure) -> Mono.empty()), 1)
			.subscribe();
	}

	@Override
	public void stop() {
		this.running = false;
		this.beats.dispose();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
