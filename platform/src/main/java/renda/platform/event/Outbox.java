package renda.platform.event;

import java.util.List;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Publishes events in the transaction of the change: what is committed is in the feed,
 * what is rolled back never was.
 */
public class Outbox {

	private static final String APPEND = """
			INSERT INTO outbox (type, subject, data)
			SELECT type, subject, data::jsonb
			FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS event (type, subject, data, position)
			ORDER BY position""";

	private static final String WAKE = "SELECT pg_notify('outbox', '')";

	private final DatabaseClient database;

	private final JsonMapper json;

	public Outbox(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * Publishes one event.
	 * @param type what happened: {@code regulation.repealed}
	 * @param subject what it happened to: {@code regulation/018f…}
	 * @param data what a reader needs to know
	 */
	public Mono<Void> append(String type, String subject, Object data) {
		return appendAll(List.of(new NewEvent(type, subject, data)));
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
			.bind(2, events.stream().map((event) -> this.json.writeValueAsString(event.data())).toArray(String[]::new))
			.fetch()
			.rowsUpdated()
			.then(this.database.sql(WAKE).fetch().rowsUpdated())
			.then();
	}

}
