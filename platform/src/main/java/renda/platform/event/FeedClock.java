package renda.platform.event;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.SmartLifecycle;

/**
 * Knows how far the feed has come, and tells all who wait: one loop and at most one
 * connection a process, however many readers wait. It looks at once when this process has
 * committed events, ten times a second while somebody waits, and else once a second, for
 * what other copies of the service have committed.
 */
public class FeedClock implements SmartLifecycle {

	private static final Log LOG = LogFactory.getLog(FeedClock.class);

	private static final Duration WAITED_FOR = Duration.ofMillis(100);

	private static final Duration IDLE = Duration.ofSeconds(1);

	private final Sequencer sequencer;

	private final Sinks.Many<Long> positions = Sinks.many().replay().latestOrDefault(0L);

	private final Sinks.Many<Boolean> nudges = Sinks.many().multicast().directBestEffort();

	private final AtomicInteger waiting = new AtomicInteger();

	private volatile Sinks.Empty<Void> stopped = Sinks.empty();

	private long last;

	private Sinks.@Nullable One<Long> next;

	private boolean busy;

	private volatile boolean nudged;

	private volatile boolean failing;

	private Disposable loop = () -> {
	};

	private volatile boolean running;

	FeedClock(Sequencer sequencer) {
		this.sequencer = sequencer;
	}

	/**
	 * Says that there may be something new.
	 */
	void nudge() {
		this.nudged = true;
		this.nudges.tryEmitNext(true);
	}

	/**
	 * Numbers what is committed, so that a reader sees what was answered before it asked.
	 * Those who ask meanwhile share the next round, which begins after all of them.
	 * @return how far the feed has come
	 */
	Mono<Long> now() {
		return Mono.defer(() -> {
			Sinks.One<Long> mine;
			boolean begin;
			synchronized (this) {
				if (this.next == null) {
					this.next = Sinks.one();
				}
				mine = this.next;
				begin = !this.busy;
				this.busy = true;
			}
			if (begin) {
				round();
			}
			return mine.asMono();
		});
	}

	private void round() {
		Sinks.One<Long> round;
		synchronized (this) {
			round = this.next;
			this.next = null;
			this.busy = round != null;
		}
		if (round != null) {
			this.sequencer.advance()
				.doOnNext(this::tell)
				.doFinally((signal) -> round())
				.subscribe(round::tryEmitValue, round::tryEmitError, round::tryEmitEmpty);
		}
	}

	/**
	 * Waits until the feed has come further than a position, and ends empty when the
	 * service stops. The waiting holds no connection.
	 */
	Mono<Long> beyond(long position) {
		return this.positions.asFlux()
			.filter((last) -> last > position)
			.next()
			.takeUntilOther(this.stopped.asMono())
			.doOnSubscribe((subscription) -> this.waiting.incrementAndGet())
			.doFinally((signal) -> this.waiting.decrementAndGet());
	}

	/**
	 * How far the feed has come, whenever that changes.
	 */
	public Flux<Long> positions() {
		return this.positions.asFlux();
	}

	private synchronized void tell(long position) {
		if (position > this.last) {
			this.last = position;
			this.positions.tryEmitNext(position);
		}
	}

	private Mono<Long> look() {
		this.nudged = false;
		return now().doOnNext((last) -> this.failing = false).onErrorResume((failure) -> {
			if (!this.failing) {
				LOG.warn("Events cannot be numbered for the moment: " + failure);
			}
			this.failing = true;
			return Mono.empty();
		});
	}

	private Mono<Boolean> pause() {
		Duration longest = (this.waiting.get() > 0) ? WAITED_FOR : IDLE;
		// listens before it looks, so that no nudge falls between
		Mono<Boolean> nudge = Flux
			.merge(this.nudges.asFlux(), Mono.defer(() -> this.nudged ? Mono.just(true) : Mono.<Boolean>empty()))
			.next();
		return this.failing ? Mono.delay(IDLE).thenReturn(true)
				: Mono.firstWithSignal(nudge, Mono.delay(longest).thenReturn(true));
	}

	@Override
	public void start() {
		this.running = true;
		this.stopped = Sinks.empty();
		this.loop = Mono.defer(this::look).then(Mono.defer(this::pause)).repeat().subscribe();
	}

	@Override
	public void stop() {
		this.running = false;
		this.loop.dispose();
		// those who wait would hold up the graceful stop of the server
		this.stopped.tryEmitEmpty();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
