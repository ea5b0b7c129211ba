package renda.platform.store;

import java.util.List;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Transactions that go on to their end, committed or rolled back, though who asked hangs
 * up.
 * <p>
 * A cancelled transaction would be rolled back, but the cancellation arrives on another
 * thread than the rows: a statement that is just being sent then follows the
 * {@code ROLLBACK} and stands alone, and a change is half written.
 */
final class WholeTransactions implements TransactionalOperator {

	private final TransactionalOperator transactions;

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

	private static <T> Mono<T> toItsEnd(Mono<T> transaction) {
		return Mono.deferContextual((context) -> Mono.fromFuture(transaction.contextWrite(context).toFuture(), true));
	}

}
