package renda.platform.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Writes and reads a feed.
 */
final class FeedFixtures {

	static final String PATH = "/api/v1/small/events";

	private static final JsonMapper JSON = new JsonMapper();

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final Outbox outbox;

	private final WebTestClient client;

	FeedFixtures(DatabaseClient database, TransactionalOperator transaction, Outbox outbox, WebTestClient client) {
		this.database = database;
		this.transaction = transaction;
		this.outbox = outbox;
		this.client = client;
	}

	void publish(String type, String subject, int number) {
		this.transaction.transactional(this.outbox.append(type, subject, Map.of("number", number))).block();
	}

	void publish(String type, String subject, int number, Set<Role> audience) {
		this.transaction.transactional(this.outbox.append(type, subject, Map.of("number", number), audience)).block();
	}

	/**
	 * A row to write to.
	 */
	UUID note() {
		UUID id = Ids.next();
		this.database.sql("INSERT INTO note (id, title, words) VALUES ($1, $2, 'w')")
			.bind(0, id)
			.bind(1, id.toString())
			.fetch()
			.rowsUpdated()
			.block();
		return id;
	}

	/**
	 * A change of a row that gives it the next version and publishes that, within a
	 * transaction that has its number before it has the row.
	 */
	Mono<Void> change(UUID note) {
		return this.database.sql("SELECT pg_current_xact_id()::text AS id")
			.map((row) -> row.get("id", String.class))
			.one()
			.then(this.database.sql("UPDATE note SET version = version + 1 WHERE id = $1 RETURNING version")
				.bind(0, note)
				.map((row) -> row.get("version", Long.class))
				.one())
			.flatMap((version) -> this.outbox.append("note.changed", "note/" + note, Map.of("version", version)));
	}

	JsonNode read(String query) {
		byte[] body = this.client.get()
			.uri(PATH + query)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		return JSON.readTree(body);
	}

	/**
	 * Reads on from an event to the end of the feed.
	 */
	List<JsonNode> toTheEnd(String lastEventId, int limit, String query) {
		List<JsonNode> events = new ArrayList<>();
		String last = lastEventId;
		while (true) {
			JsonNode batch = read("?limit=" + limit + query + (last.isEmpty() ? "" : "&lastEventId=" + last));
			if (batch.isEmpty()) {
				return events;
			}
			batch.forEach(events::add);
			last = events.getLast().get("id").asString();
		}
	}

	/**
	 * The id of the last event there is.
	 */
	String end() {
		List<JsonNode> events = toTheEnd("", 1000, "");
		return events.isEmpty() ? "" : events.getLast().get("id").asString();
	}

}
