package renda.platform.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Transactions that go on to their end, committed or rolled back, though who asked hangs
 * up. A service that stops waits for those that are under way when the last request has
 * ended.
 * <p>
 * A cancelled transaction would be rolled back, but the cancellation arrives on another
 * thread than the rows: a statement that is just being sent then follows the
 * {@code ROLLBACK} and stands alone, and a change is half written.
 */
final class WholeTransactions implements TransactionalOperator, SmartLifecycle {

	private final TransactionalOperator transactions;

	private final AtomicInteger underWay = new AtomicInteger();

	private final AtomicReference<@Nullable Runnable> stopped = new AtomicReference<>();

	private volatile boolean running;

	WholeTransactions(TransactionalOperator transactions) {
		this.transactions = transactions;
	}

	@Override
	public <T> Mono<T> transactional(Mono<T> work) {
		return toItsEnd(this.transactions.transactional(work));
	}

	/**
	 * Gives what comes out when the transaction has ended.
	 */
	@Override
	public <T> Flux<T> transactional(Flux<T> work) {
		return transactional(work.collectList()).flatMapIterable((all) -> all);
	}

	/**
	 * Gives what comes out when the transaction has ended.
	 */
	@Override
	public <T> Flux<T> execute(TransactionCallback<T> action) {
		Mono<List<T>> all = this.transactions
			.execute((ReactiveTransaction status) -> collected(action.doInTransaction(status)))
			.next();
		return toItsEnd(all).flatMapIterable((items) -> items);
	}

	private static <T> Mono<List<T>> collected(Publisher<T> work) {
		return Flux.from(work).collectList();
	}

	private <T> Mono<T> toItsEnd(Mono<T> transaction) {
		Mono<T> counted = transaction.doFirst(this.underWay::incrementAndGet).doFinally((_) -> ended());
		return Mono.deferContextual((context) -> Mono.fromFuture(counted.contextWrite(context).toFuture(), true));
	}

	private void ended() {
		if (this.underWay.decrementAndGet() == 0) {
			tell();
		}
	}

	private void tell() {
		Runnable waiting = this.stopped.getAndSet(null);
		if (waiting != null) {
			waiting.run();
		}
	}

	@Override
	public void start() {
		this.running = true;
	}

	/**
	 * How long the stop waits at most is the phase's to say
	 * ({@code spring.lifecycle.timeout-per-shutdown-phase}).
	 */
	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.stopped.set(callback);
		if (this.underWay.get() == 0) {
			tell();
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * After background work and the server, which begin transactions.
	 */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
	}

}
