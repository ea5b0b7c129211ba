package renda.platform.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import renda.platform.work.Worker;
import renda.platform.work.Workers;

/**
 * Knows how far the feed has come, and tells all who wait: one loop and at most one
 * connection a process, however many readers wait. It looks at once when this process has
 * committed events, ten times a second while somebody waits, and else once a second, for
 * what other copies of the service have committed.
 */
public class FeedClock {

	private static final Duration WAITED_FOR = Duration.ofMillis(100);

	private static final Duration IDLE = Duration.ofSeconds(1);

	private final Sequencer sequencer;

	private final Sinks.Many<Long> positions = Sinks.many().replay().latestOrDefault(0L);

	private final List<Runnable> followers = new CopyOnWriteArrayList<>();

	private final AtomicInteger waiting = new AtomicInteger();

	private final Worker looking;

	private final Mono<Void> stopping;

	private long last;

	private Sinks.@Nullable One<Long> next;

	private boolean busy;

	FeedClock(Sequencer sequencer, Workers workers) {
		this.sequencer = sequencer;
		this.looking = workers.worker("feed-clock", this::pause, () -> now().thenReturn(false));
		this.stopping = workers.stopping();
	}

	/**
	 * Says that there may be something new.
	 */
	void nudge() {
		this.looking.nudge();
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
	 * service stops: those who wait would hold up the graceful stop of the server. The
	 * waiting holds no connection.
	 */
	Mono<Long> beyond(long position) {
		return this.positions.asFlux()
			.filter((last) -> last > position)
			.next()
			.takeUntilOther(this.stopping)
			.doOnSubscribe((subscription) -> this.waiting.incrementAndGet())
			.doFinally((signal) -> this.waiting.decrementAndGet());
	}

	/**
	 * Has this said whenever the feed has come further.
	 */
	public void whenever(Runnable further) {
		this.followers.add(further);
	}

	private synchronized void tell(long position) {
		if (position > this.last) {
			this.last = position;
			this.positions.tryEmitNext(position);
			this.followers.forEach(Runnable::run);
		}
	}

	private Duration pause() {
		return (this.waiting.get() > 0) ? WAITED_FOR : IDLE;
	}

}
