package renda.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

class WholeTransactionsTest {

	private final List<String> ends = new ArrayList<>();

	private final AtomicInteger stops = new AtomicInteger();

	private final WholeTransactions transactions = new WholeTransactions(TransactionalOperator.create(new Manager()));

	@Test
	void stopsAtOnceWhereNothingIsUnderWay() {
		this.transactions.start();
		this.transactions.transactional(Mono.just("done")).block();
		this.transactions.stop(this.stops::incrementAndGet);
		assertThat(this.stops).hasValue(1);
		assertThat(this.transactions.isRunning()).isFalse();
	}

	@Test
	void waitsWhenItStopsForWhatGoesOnThoughWhoAskedHungUp() {
		Sinks.One<String> first = Sinks.one();
		Sinks.One<String> second = Sinks.one();
		this.transactions.start();
		hungUp(this.transactions.transactional(first.asMono()).subscribe());
		hungUp(this.transactions.execute((_) -> second.asMono()).subscribe());
		this.transactions.stop(this.stops::incrementAndGet);
		assertThat(this.stops).as("both are under way").hasValue(0);
		first.tryEmitValue("done");
		assertThat(this.ends).containsExactly("committed");
		assertThat(this.stops).as("one is under way").hasValue(0);
		second.tryEmitError(new IllegalStateException("refused"));
		assertThat(this.ends).containsExactly("committed", "rolled back");
		assertThat(this.stops).hasValue(1);
	}

	@Test
	void startsAnewAfterAStop() {
		Sinks.One<String> work = Sinks.one();
		this.transactions.start();
		this.transactions.stop(this.stops::incrementAndGet);
		this.transactions.start();
		this.transactions.transactional(work.asMono()).subscribe();
		work.tryEmitValue("done");
		assertThat(this.stops).as("the one stop is told once").hasValue(1);
		assertThat(this.transactions.isRunning()).isTrue();
	}

	private static void hungUp(Disposable asked) {
		asked.dispose();
	}

	private final class Manager implements ReactiveTransactionManager {

		@Override
		public Mono<ReactiveTransaction> getReactiveTransaction(@Nullable TransactionDefinition definition) {
			return Mono.just(new ReactiveTransaction() {
			});
		}

		@Override
		public Mono<Void> commit(ReactiveTransaction transaction) {
			return Mono.fromRunnable(() -> WholeTransactionsTest.this.ends.add("committed"));
		}

		@Override
		public Mono<Void> rollback(ReactiveTransaction transaction) {
			return Mono.fromRunnable(() -> WholeTransactionsTest.this.ends.add("rolled back"));
		}

	}

}
