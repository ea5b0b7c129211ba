package renda.platform.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.event.LoggedEvent;
import renda.platform.event.TypeFilter;
import renda.platform.security.Vault;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What the dispatcher keeps. A webhook is worked on by the copy of the service that holds
 * its lease; whatever is written is written only by the holder.
 */
class Deliveries {

	private static final String CLAIM = """
			UPDATE webhook
			SET lease = $1, leased_until = now() + make_interval(secs => $2)
			WHERE id IN (
			    SELECT id
			    FROM webhook, event_head
			    WHERE state = 'ACTIVE' AND next_attempt_at <= now() AND leased_until < now() AND position < last
			    ORDER BY next_attempt_at
			    LIMIT $3
			    FOR UPDATE OF webhook SKIP LOCKED)
			RETURNING id""";

	private static final String RENEW = """
			UPDATE webhook
			SET leased_until = now() + make_interval(secs => $3)
			FROM event_head
			WHERE id = $1 AND lease = $2 AND state = 'ACTIVE'
			RETURNING id, url, types, roles, secret, CASE WHEN previous_until > now() THEN previous_secret END AS previous,
			          position, attempts, last""";

	private static final String SKIP = """
			UPDATE webhook SET position = $3, leased_until = '-infinity'
			WHERE id = $1 AND lease = $2""";

	private static final String RELEASE = """
			UPDATE webhook SET leased_until = '-infinity'
			WHERE id = $1 AND lease = $2""";

	private static final String DELIVERED = """
			WITH hook AS (
			    UPDATE webhook
			    SET position = $3, attempts = 0, failing_since = NULL, next_attempt_at = now()
			    WHERE id = $1 AND lease = $2
			    RETURNING id)
			INSERT INTO webhook_delivery (id, webhook_id, kind, message_id, type, state, attempts, first_attempt_at,
			                              last_attempt_at, status, excerpt)
			SELECT $4, id, 'EVENT', $5, $6, 'DELIVERED', 1, now(), now(), $7, $8
			FROM hook
			ON CONFLICT (webhook_id, message_id) WHERE kind = 'EVENT' DO UPDATE
			SET state = excluded.state, attempts = webhook_delivery.attempts + 1, last_attempt_at = now(),
			    next_attempt_at = NULL, status = excluded.status, excerpt = excluded.excerpt, problem = NULL,
			    modified_at = now()""";

	private static final String FAILED = """
			WITH hook AS (
			    UPDATE webhook
			    SET attempts = attempts + 1, failing_since = coalesce(failing_since, now()),
			        next_attempt_at = now() + make_interval(secs => $9), leased_until = '-infinity',
			        state = CASE WHEN $10 OR coalesce(failing_since, now()) <= now() - make_interval(secs => $11)
			                     THEN 'FAILING' ELSE state END,
			        reason_zh = CASE WHEN $10 THEN $12 WHEN failing_since <= now() - make_interval(secs => $11) THEN $14 END,
			        reason_en = CASE WHEN $10 THEN $13 WHEN failing_since <= now() - make_interval(secs => $11) THEN $15 END,
			        version = version + 1, modified_at = now()
			    WHERE id = $1 AND lease = $2 AND position < $3
			    RETURNING id, state, next_attempt_at)
			INSERT INTO webhook_delivery (id, webhook_id, kind, message_id, type, state, attempts, first_attempt_at,
			                              last_attempt_at, next_attempt_at, status, excerpt, problem)
			SELECT $4, id, 'EVENT', $5, $6, 'PENDING', 1, now(), now(),
			       CASE WHEN state = 'ACTIVE' THEN next_attempt_at END, $7, $8, $16
			FROM hook
			ON CONFLICT (webhook_id, message_id) WHERE kind = 'EVENT' DO UPDATE
			SET state = excluded.state, attempts = webhook_delivery.attempts + 1, last_attempt_at = now(),
			    next_attempt_at = excluded.next_attempt_at, status = excluded.status, excerpt = excluded.excerpt,
			    problem = excluded.problem, modified_at = now()""";

	private static final String CLAIM_ASKED = """
			UPDATE webhook_delivery AS delivery
			SET next_attempt_at = now() + make_interval(secs => $1)
			FROM webhook
			WHERE webhook.id = delivery.webhook_id AND delivery.id IN (
			    SELECT id
			    FROM webhook_delivery
			    WHERE state = 'PENDING' AND kind <> 'EVENT' AND next_attempt_at <= now()
			    ORDER BY id
			    LIMIT $2
			    FOR UPDATE SKIP LOCKED)
			RETURNING delivery.id AS delivery_id, delivery.kind, delivery.message_id, delivery.type, webhook.id,
			          webhook.url, webhook.secret,
			          CASE WHEN webhook.previous_until > now() THEN webhook.previous_secret END AS previous""";

	private static final String FINISH = """
			UPDATE webhook_delivery
			SET state = $2, attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, now()),
			    last_attempt_at = now(), next_attempt_at = NULL, status = $3, excerpt = $4, problem = $5,
			    modified_at = now()
			WHERE id = $1""";

	static final int PRUNED_AT_ONCE = 1000;

	private static final String PRUNE = """
			DELETE FROM webhook_delivery
			WHERE id IN (
			    SELECT id FROM webhook_delivery
			    WHERE created_at < now() - make_interval(secs => $1) AND state <> 'PENDING'
			    LIMIT %d)""".formatted(PRUNED_AT_ONCE);

	private static final Text GONE = Text.of("接收方答复 410：不再接收。", "The receiver answered 410: it wants no more.");

	private static final Text TIRED = Text.of("接收方长时间未能接收；恢复后请将状态改为 ACTIVE，从中断处继续。",
			"The receiver has failed for too long; set the state to ACTIVE to go on where it stopped.");

	private final DatabaseClient database;

	private final Vault vault;

	/** In seconds: longer than a receiver may take, and renewed before each message. */
	private final double lease;

	Deliveries(DatabaseClient database, Vault vault, WebhookSettings settings) {
		this.database = database;
		this.vault = vault;
		this.lease = settings.timeout().plusSeconds(15).toSeconds();
	}

	/**
	 * Takes webhooks for which there is something to do.
	 */
	Mono<List<UUID>> claim(UUID lease, int most) {
		return this.database.sql(CLAIM)
			.bind(0, lease)
			.bind(1, this.lease)
			.bind(2, most)
			.map((row) -> Rows.required(row, "id", UUID.class))
			.all()
			.collectList();
	}

	/**
	 * Keeps a webhook for another message; empty where it was taken away or paused.
	 */
	Mono<Target> renew(UUID webhook, UUID lease) {
		return this.database.sql(RENEW)
			.bind(0, webhook)
			.bind(1, lease)
			.bind(2, this.lease)
			.map((row) -> new Target(webhook, Rows.required(row, "url", String.class), secrets(webhook, row),
					new TypeFilter(List.of(Rows.required(row, "types", String[].class))),
					List.of(Rows.required(row, "roles", String[].class)), Rows.required(row, "position", Long.class),
					Rows.required(row, "attempts", Integer.class), Rows.required(row, "last", Long.class)))
			.one();
	}

	/**
	 * Ends the work: up to this position there is nothing more for the webhook.
	 */
	Mono<Void> skip(UUID webhook, UUID lease, long position) {
		return this.database.sql(SKIP).bind(0, webhook).bind(1, lease).bind(2, position).fetch().rowsUpdated().then();
	}

	Mono<Void> release(UUID webhook, UUID lease) {
		return this.database.sql(RELEASE).bind(0, webhook).bind(1, lease).fetch().rowsUpdated().then();
	}

	/**
	 * Keeps that an event was taken.
	 */
	Mono<Void> delivered(UUID webhook, UUID lease, LoggedEvent event, Sender.Outcome outcome) {
		return event(DELIVERED, webhook, lease, event, outcome).fetch().rowsUpdated().then();
	}

	/**
	 * Keeps that an event was not taken, and when it is tried again.
	 */
	Mono<Void> failed(UUID webhook, UUID lease, LoggedEvent event, Sender.Outcome outcome, Duration pause,
			Duration giveUpAfter) {
		DatabaseClient.GenericExecuteSpec sql = event(FAILED, webhook, lease, event, outcome)
			.bind(8, pause.toMillis() / 1000.0)
			.bind(9, outcome.gone())
			.bind(10, (double) giveUpAfter.toSeconds())
			.bind(11, GONE.zh())
			.bind(12, GONE.en())
			.bind(13, TIRED.zh())
			.bind(14, TIRED.en());
		return bound(sql, 15, (outcome.problem() != null) ? outcome.problem().name() : null, String.class).fetch()
			.rowsUpdated()
			.then();
	}

	private DatabaseClient.GenericExecuteSpec event(String statement, UUID webhook, UUID lease, LoggedEvent event,
			Sender.Outcome outcome) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(statement)
			.bind(0, webhook)
			.bind(1, lease)
			.bind(2, event.position())
			.bind(3, Ids.next())
			.bind(4, event.id())
			.bind(5, event.type());
		return bound(bound(sql, 6, outcome.status(), Integer.class), 7, outcome.excerpt(), String.class);
	}

	/**
	 * Takes messages that owners have asked for.
	 */
	Mono<List<Asked>> claimAsked(int most) {
		return this.database.sql(CLAIM_ASKED).bind(0, this.lease).bind(1, most).map((row) -> {
			UUID webhook = Rows.required(row, "id", UUID.class);
			return new Asked(Rows.required(row, "delivery_id", UUID.class), webhook,
					Delivery.Kind.valueOf(Rows.required(row, "kind", String.class)),
					Rows.required(row, "message_id", UUID.class), Rows.required(row, "url", String.class),
					secrets(webhook, row));
		}).all().collectList();
	}

	/**
	 * Keeps how a message that was asked for went.
	 */
	Mono<Void> finish(UUID delivery, Sender.Outcome outcome) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(FINISH)
			.bind(0, delivery)
			.bind(1, (outcome.delivered() ? Delivery.State.DELIVERED : Delivery.State.FAILED).name());
		sql = bound(bound(sql, 2, outcome.status(), Integer.class), 3, outcome.excerpt(), String.class);
		return bound(sql, 4, (outcome.problem() != null) ? outcome.problem().name() : null, String.class).fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Removes deliveries that were finished long ago.
	 * @return how many, at most {@value PRUNED_AT_ONCE}
	 */
	Mono<Long> prune(Duration kept) {
		return this.database.sql(PRUNE).bind(0, (double) kept.toSeconds()).fetch().rowsUpdated();
	}

	private List<String> secrets(UUID webhook, Readable row) {
		List<String> secrets = new ArrayList<>();
		secrets.add(this.vault.open(Rows.required(row, "secret", byte[].class), Webhooks.place(webhook)));
		byte[] previous = row.get("previous", byte[].class);
		if (previous != null) {
			secrets.add(this.vault.open(previous, Webhooks.place(webhook)));
		}
		return secrets;
	}

	private static <T> DatabaseClient.GenericExecuteSpec bound(DatabaseClient.GenericExecuteSpec sql, int index,
			@Nullable T value, Class<T> type) {
		return (value != null) ? sql.bind(index, value) : sql.bindNull(index, type);
	}

	/**
	 * A webhook in hand.
	 *
	 * @param webhook its id
	 * @param url where to post
	 * @param secrets what to sign with
	 * @param types what it wants
	 * @param roles what its owner may read
	 * @param position the last event it has
	 * @param attempts how often the next one was sent already
	 * @param end how far the feed has come
	 */
	record Target(UUID webhook, String url, List<String> secrets, TypeFilter types, List<String> roles, long position,
			int attempts, long end) {

		@Override
		public String toString() {
			return "Target[" + this.webhook + "]";
		}

	}

	/**
	 * A message that an owner has asked for.
	 */
	record Asked(UUID delivery, UUID webhook, Delivery.Kind kind, UUID message, String url, List<String> secrets) {

		@Override
		public String toString() {
			return "Asked[" + this.delivery + "]";
		}

	}

}
