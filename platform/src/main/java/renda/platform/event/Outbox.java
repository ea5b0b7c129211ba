package renda.platform.event;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.security.Role;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

/**
 * Publishes events in the transaction of the change: what is committed is in the feed,
 * what is rolled back never was. Change the subject's row first and append then: the
 * row's lock is what keeps the order of a subject's events.
 */
public class Outbox {

	private static final String APPEND = """
			INSERT INTO event_staged (type, subject, audience, data)
			SELECT type, subject, string_to_array(audience, ','), data::json
			FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
			     WITH ORDINALITY AS event (type, subject, audience, data, position)
			ORDER BY position""";

	private final DatabaseClient database;

	private final JsonMapper json;

	private final FeedClock clock;

	public Outbox(DatabaseClient database, JsonMapper json, FeedClock clock) {
		this.database = database;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Publishes one event for everyone.
	 * @param type what happened: {@code regulation.repealed}
	 * @param subject what it happened to: {@code regulation/018f…}
	 * @param data what a reader needs to know
	 */
	public Mono<Void> append(String type, String subject, Object data) {
		return appendAll(List.of(new NewEvent(type, subject, data)));
	}

	/**
	 * Publishes one event for some roles; others see neither it nor a gap.
	 * @param audience the roles that may read it, any of which suffices; never empty
	 */
	public Mono<Void> append(String type, String subject, Object data, Set<Role> audience) {
		return appendAll(List.of(new NewEvent(type, subject, data, audience)));
	}

	/**
	 * Publishes several events in this order.
	 */
	public Mono<Void> appendAll(List<NewEvent> events) {
		if (events.isEmpty()) {
			return Mono.empty();
		}
		return this.database.sql(APPEND)
			.bind(0, events.stream().map(NewEvent::type).toArray(String[]::new))
			.bind(1, events.stream().map(NewEvent::subject).toArray(String[]::new))
			.bind(2, events.stream().map((event) -> claims(event.audience())).toArray(String[]::new))
			.bind(3, events.stream().map((event) -> this.json.writeValueAsString(event.data())).toArray(String[]::new))
			.fetch()
			.rowsUpdated()
			.then(Mono.defer(this::nudgeAfterCommit));
	}

	private static @Nullable String claims(@Nullable Set<Role> audience) {
		return (audience != null) ? audience.stream().map(Role::claim).sorted().collect(Collectors.joining(",")) : null;
	}

	/**
	 * Not NOTIFY: it takes one lock for all of PostgreSQL at commit, and so makes writers
	 * wait for each other.
	 */
	private Mono<Void> nudgeAfterCommit() {
		return TransactionSynchronizationManager.forCurrentTransaction().doOnNext((transaction) -> {
			if (transaction.isSynchronizationActive()) {
				transaction.registerSynchronization(new TransactionSynchronization() {
					@Override
					public Mono<Void> afterCommit() {
						return Mono.fromRunnable(Outbox.this.clock::nudge);
					}
				});
			}
		}).then().onErrorResume(NoTransactionException.class, (none) -> Mono.fromRunnable(this.clock::nudge));
	}

}
