package renda.platform.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class WorkersTest {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Workers workers = new Workers(this.meters);

	private final AtomicInteger rounds = new AtomicInteger();

	@AfterEach
	void stop() {
		this.workers.stop();
		VirtualTimeScheduler.reset();
	}

	@Test
	void restsBetweenRoundsUnlessThereIsMoreToDo() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		this.workers.worker("counting", Duration.ofSeconds(10),
				() -> Mono.fromSupplier(() -> this.rounds.incrementAndGet() % 3 != 0));
		this.workers.start();
		assertThat(this.rounds).hasValue(3);
		time.advanceTimeBy(Duration.ofMillis(9999));
		assertThat(this.rounds).hasValue(3);
		time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.rounds).hasValue(6);
		assertThat(done("counting")).isEqualTo(6);
	}

	@Test
	void aRoundThatSaysNothingRests() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		this.workers.worker("silent", Duration.ofSeconds(1), () -> {
			this.rounds.incrementAndGet();
			return Mono.empty();
		});
		this.workers.start();
		time.advanceTimeBy(Duration.ofSeconds(4));
		assertThat(this.rounds).hasValue(5);
		assertThat(done("silent")).isEqualTo(5);
	}

	@Test
	void aNudgeEndsTheRestAndOneDuringARoundIsNotLost() {
		VirtualTimeScheduler.getOrSet();
		Sinks.One<Boolean> underWay = Sinks.one();
		Worker worker = this.workers.worker("nudged", Duration.ofHours(1),
				() -> (this.rounds.incrementAndGet() == 2) ? underWay.asMono() : Mono.just(false));
		this.workers.start();
		assertThat(this.rounds).hasValue(1);
		worker.nudge();
		assertThat(this.rounds).hasValue(2);
		worker.nudge();
		assertThat(this.rounds).as("one round at a time").hasValue(2);
		underWay.tryEmitValue(false);
		assertThat(this.rounds).hasValue(3);
	}

	@Test
	void afterFailuresItRestsLongerAndNudgesDoNotHelp() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		AtomicBoolean broken = new AtomicBoolean(true);
		Worker worker = this.workers.worker("broken", Duration.ofMillis(10), () -> {
			this.rounds.incrementAndGet();
			return broken.get() ? Mono.error(new IllegalStateException("broken")) : Mono.just(false);
		});
		this.workers.start();
		time.advanceTimeBy(Duration.ofMillis(99));
		worker.nudge();
		assertThat(this.rounds).as("the first pause is 100 ms at least").hasValue(1);
		time.advanceTimeBy(Duration.ofMinutes(1));
		int early = this.rounds.get();
		assertThat(early).isBetween(8, 26);
		time.advanceTimeBy(Duration.ofMinutes(1));
		assertThat(this.rounds.get() - early).as("from 2.5 to 7.5 seconds each").isBetween(8, 24);
		broken.set(false);
		time.advanceTimeBy(Duration.ofSeconds(8));
		int before = this.rounds.get();
		time.advanceTimeBy(Duration.ofMillis(100));
		assertThat(this.rounds.get() - before).as("the usual pause again").isEqualTo(10);
		assertThat(
				this.meters.get("renda.worker.rounds").tags("worker", "broken", "outcome", "failed").counter().count())
			.isGreaterThanOrEqualTo(16);
	}

	@Test
	void aFaultInTheWorkItselfDoesNotEndTheLoop() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		this.workers.worker("throwing", Duration.ofSeconds(1), () -> {
			if (this.rounds.incrementAndGet() == 1) {
				throw new IllegalStateException("thrown, not signalled");
			}
			return Mono.just(false);
		});
		this.workers.start();
		time.advanceTimeBy(Duration.ofSeconds(10));
		assertThat(this.rounds.get()).isGreaterThan(5);
	}

	@Test
	void aStopWaitsForTheRoundUnderWayAndBeginsNoOther() {
		Sinks.One<Boolean> underWay = Sinks.one();
		this.workers.worker("slow", Duration.ZERO, () -> {
			this.rounds.incrementAndGet();
			return underWay.asMono();
		});
		this.workers.start();
		AtomicBoolean stopped = new AtomicBoolean();
		this.workers.stop(() -> stopped.set(true));
		assertThat(stopped).isFalse();
		underWay.tryEmitValue(true);
		assertThat(stopped).isTrue();
		assertThat(this.rounds).hasValue(1);
	}

	@Test
	void aStopCutsOffWhatTakesTooLong() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		AtomicBoolean cut = new AtomicBoolean();
		this.workers.worker("hanging", Duration.ZERO, () -> Mono.<Boolean>never().doOnCancel(() -> cut.set(true)));
		this.workers.start();
		AtomicBoolean stopped = new AtomicBoolean();
		this.workers.stop(() -> stopped.set(true));
		time.advanceTimeBy(Duration.ofSeconds(9));
		assertThat(stopped).isFalse();
		time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(stopped).isTrue();
		assertThat(cut).isTrue();
	}

	@Test
	void aStopWaitsForWhatRoundsHaveBegunAndThenDoesTheLastThings() {
		VirtualTimeScheduler.getOrSet();
		Sinks.Empty<Void> begun = Sinks.empty();
		AtomicBoolean last = new AtomicBoolean();
		this.workers.worker("beginning", Duration.ofHours(1), () -> {
			this.workers.begin("begun", begun.asMono());
			return Mono.just(false);
		}).lastly(Mono.fromRunnable(() -> last.set(true)));
		this.workers.start();
		AtomicBoolean stopped = new AtomicBoolean();
		this.workers.stop(() -> stopped.set(true));
		assertThat(last).isTrue();
		assertThat(stopped).isFalse();
		begun.tryEmitEmpty();
		assertThat(stopped).isTrue();
	}

	@Test
	void aStopThatStillWaitsLeavesTheNextRunAlone() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		Sinks.One<Boolean> underWay = Sinks.one();
		this.workers.worker("restarted", Duration.ofSeconds(1),
				() -> (this.rounds.incrementAndGet() == 1) ? underWay.asMono() : Mono.just(false));
		this.workers.start();
		this.workers.stop();
		this.workers.start();
		assertThat(this.rounds).hasValue(2);
		underWay.tryEmitValue(true);
		assertThat(this.rounds).as("the first run begins no other round").hasValue(2);
		time.advanceTimeBy(Duration.ofMinutes(1));
		assertThat(this.rounds).hasValue(62);
	}

	@Test
	void aStopEndsTheRestAndWhatWaitsForIt() {
		VirtualTimeScheduler.getOrSet();
		this.workers.worker("resting", Duration.ofHours(1), () -> Mono.just(false));
		this.workers.start();
		AtomicBoolean told = new AtomicBoolean();
		this.workers.stopping().doOnTerminate(() -> told.set(true)).subscribe();
		AtomicBoolean stopped = new AtomicBoolean();
		this.workers.stop(() -> stopped.set(true));
		assertThat(stopped).isTrue();
		assertThat(told).isTrue();
	}

	@Test
	void worksAgainAfterAStopAndTakesOnWorkLater() throws InterruptedException {
		CountDownLatch late = new CountDownLatch(3);
		this.workers.worker("again", Duration.ofMillis(1),
				() -> Mono.fromSupplier(() -> this.rounds.incrementAndGet() < 0));
		this.workers.start();
		Awaitility.await().until(() -> this.rounds.get() > 2);
		this.workers.stop();
		this.workers.start();
		int before = this.rounds.get();
		this.workers.worker("late", Duration.ofMillis(1), () -> Mono.fromSupplier(() -> {
			late.countDown();
			return false;
		}));
		assertThat(late.await(10, TimeUnit.SECONDS)).isTrue();
		Awaitility.await().until(() -> this.rounds.get() > before + 2);
	}

	private double done(String worker) {
		return this.meters.get("renda.worker.rounds").tags("worker", worker, "outcome", "done").counter().count();
	}

}
