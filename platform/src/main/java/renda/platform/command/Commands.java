package renda.platform.command;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;
import renda.platform.audit.AuditTrail;
import renda.platform.store.SqlState;

import org.springframework.http.ResponseEntity;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Carries out changes. One change is one transaction that holds the rows, the events, the
 * audit entry and the answer kept for retries; either all of it is there or nothing.
 */
public final class Commands {

	private final TransactionalOperator transaction;

	private final IdempotencyKeys keys;

	private final AuditTrail audit;

	private final Map<String, Counter> counters = new ConcurrentHashMap<>();

	private final MeterRegistry meters;

	Commands(TransactionalOperator transaction, IdempotencyKeys keys, AuditTrail audit, MeterRegistry meters) {
		this.transaction = transaction;
		this.keys = keys;
		this.audit = audit;
		this.meters = meters;
	}

	/**
	 * Carries out one change. A retry with the same {@code Idempotency-Key} and the same
	 * input gets the first answer again, and changes nothing. A change that PostgreSQL
	 * undid because it and another waited for each other is carried out anew.
	 * @param command who asks, and the conditions of the request
	 * @param input what was sent; two requests are the same when their inputs are equal
	 * as JSON
	 * @param work the change; it may refuse, and then nothing is kept; it may be asked
	 * for more than once
	 */
	public <T> Mono<ResponseEntity<T>> run(Command command, Object input, Supplier<Mono<Answer<T>>> work) {
		Mono<Answer<T>> audited = Mono.defer(work)
			.flatMap((answer) -> this.audit.append(command, answer).thenReturn(answer));
		Mono<Answer<T>> once = command.idempotencyKey()
			.map((key) -> this.keys.once(command, key, input, audited))
			.orElse(audited);
		return this.transaction.transactional(once)
			.retryWhen(SqlState.again())
			.doOnNext((answer) -> committed(command.method()).increment())
			.map(Commands::entity);
	}

	private Counter committed(String method) {
		return this.counters.computeIfAbsent(method, (name) -> this.meters.counter("renda.commands", "method", name));
	}

	private static <T> ResponseEntity<T> entity(Answer<T> answer) {
		ResponseEntity.BodyBuilder builder = ResponseEntity.status(answer.status());
		answer.location().ifPresent((location) -> builder.header("Location", location));
		answer.version().ifPresent((version) -> builder.eTag("\"" + version + "\""));
		return answer.body().map(builder::body).orElseGet(builder::build);
	}

}
