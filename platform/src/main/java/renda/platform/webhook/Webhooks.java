package renda.platform.webhook;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.security.Vault;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The webhooks and, for their owners, the deliveries.
 */
class Webhooks {

	private static final List<Sort> SORTS = List.of(Sort.ascending("id").by("id", UUID.class));

	private static final List<Sort> DELIVERY_SORTS = List.of(Sort.descending("-id").by("id", UUID.class),
			Sort.ascending("id").by("id", UUID.class));

	private static final String COLUMNS = """
			id, owner, url, description, types, state, reason_zh, reason_en, failing_since, next_attempt_at,
			CASE WHEN previous_until > now() THEN previous_until END AS previous_until, version, created_at, modified_at""";

	private static final String DELIVERY_COLUMNS = """
			id, kind, message_id, type, state, attempts, first_attempt_at, last_attempt_at, next_attempt_at, status,
			excerpt, problem, modified_at""";

	private static final String FIND = "SELECT %s FROM webhook WHERE id = $1".formatted(COLUMNS);

	private static final String COUNT = """
			SELECT count(*) AS number FROM (SELECT 1 FROM webhook WHERE owner = $1 LIMIT $2) AS counted""";

	private static final String INSERT = """
			INSERT INTO webhook (id, owner, roles, url, description, types, secret, state, position)
			SELECT $1, $2, $3, $4, $5, $6, $7, 'ACTIVE', CASE WHEN $8 THEN 0 ELSE last END
			FROM event_head
			RETURNING %s""".formatted(COLUMNS);

	private static final String UPDATE = """
			UPDATE webhook
			SET url = $3, description = $4, types = $5, state = $6, roles = CASE WHEN owner = $7 THEN $8 ELSE roles END,
			    attempts = 0, failing_since = NULL, reason_zh = NULL, reason_en = NULL, next_attempt_at = now(),
			    version = version + 1, modified_at = now()
			WHERE id = $1 AND version = $2
			RETURNING %s""".formatted(COLUMNS);

	private static final String ROTATE = """
			UPDATE webhook
			SET previous_secret = secret, previous_until = now() + make_interval(secs => $4), secret = $3,
			    version = version + 1, modified_at = now()
			WHERE id = $1 AND version = $2
			RETURNING %s""".formatted(COLUMNS);

	private static final String DELETE = """
			WITH gone AS (DELETE FROM webhook WHERE id = $1 AND version = $2 RETURNING id)
			INSERT INTO tombstone (resource, id)
			SELECT 'webhooks', id::text FROM gone""";

	private static final String FIND_DELIVERY = """
			SELECT %s FROM webhook_delivery WHERE webhook_id = $1 AND id = $2""".formatted(DELIVERY_COLUMNS);

	private static final String ASK = """
			INSERT INTO webhook_delivery (id, webhook_id, kind, message_id, type, state, next_attempt_at)
			VALUES ($1, $2, $3, $4, $5, 'PENDING', now())
			RETURNING %s""".formatted(DELIVERY_COLUMNS);

	private final DatabaseClient database;

	private final Vault vault;

	Webhooks(DatabaseClient database, Vault vault) {
		this.database = database;
		this.vault = vault;
	}

	Mono<Slice<Webhook>> list(@Nullable String owner, ListRequest request) {
		return new Select("SELECT %s FROM webhook".formatted(COLUMNS)).where("owner = ?", owner)
			.page(this.database, request, SORTS, Webhook::of);
	}

	Mono<Webhook> find(UUID id) {
		return this.database.sql(FIND).bind(0, id).map(Webhook::of).one();
	}

	/**
	 * How many webhooks an owner has, counted up to a limit.
	 */
	Mono<Long> count(String owner, int limit) {
		return this.database.sql(COUNT)
			.bind(0, owner)
			.bind(1, limit)
			.map((row) -> Rows.required(row, "number", Long.class))
			.one();
	}

	Mono<Webhook> insert(UUID id, String owner, Collection<String> roles, Webhook.Registration input, String secret) {
		return this.database.sql(INSERT)
			.bind(0, id)
			.bind(1, owner)
			.bind(2, roles.toArray(String[]::new))
			.bind(3, input.url())
			.bind(4, (input.description() != null) ? input.description() : "")
			.bind(5, array(input.types()))
			.bind(6, this.vault.seal(secret, place(id)))
			.bind(7, Boolean.TRUE.equals(input.fromBeginning()))
			.map(Webhook::of)
			.one();
	}

	/**
	 * Changes a webhook; what its receiver has failed so far is forgotten. Empty where
	 * the version is another.
	 */
	Mono<Webhook> update(UUID id, long version, Webhook.Change input, Webhook.State state, String caller,
			Collection<String> roles) {
		return this.database.sql(UPDATE)
			.bind(0, id)
			.bind(1, version)
			.bind(2, input.url())
			.bind(3, (input.description() != null) ? input.description() : "")
			.bind(4, array(input.types()))
			.bind(5, state.name())
			.bind(6, caller)
			.bind(7, roles.toArray(String[]::new))
			.map(Webhook::of)
			.one();
	}

	/**
	 * Changes the secret; the one before is used beside it for a while.
	 */
	Mono<Webhook> rotate(UUID id, long version, String secret, Duration overlap) {
		return this.database.sql(ROTATE)
			.bind(0, id)
			.bind(1, version)
			.bind(2, this.vault.seal(secret, place(id)))
			.bind(3, (double) overlap.toSeconds())
			.map(Webhook::of)
			.one();
	}

	/**
	 * Removes a webhook with its deliveries.
	 * @return whether it was there in this version
	 */
	Mono<Boolean> delete(UUID id, long version) {
		return this.database.sql(DELETE).bind(0, id).bind(1, version).fetch().rowsUpdated().map((rows) -> rows == 1);
	}

	Mono<Slice<Delivery>> deliveries(UUID webhook, Delivery.Filter filter, ListRequest request) {
		return new Select("SELECT %s FROM webhook_delivery".formatted(DELIVERY_COLUMNS))
			.where("webhook_id = ?", webhook)
			.where("state = ?", filter.state())
			.page(this.database, request, DELIVERY_SORTS, Delivery::of);
	}

	Mono<Delivery> delivery(UUID webhook, UUID id) {
		return this.database.sql(FIND_DELIVERY).bind(0, webhook).bind(1, id).map(Delivery::of).one();
	}

	/**
	 * Asks for a message to be sent as soon as possible, out of turn.
	 */
	Mono<Delivery> ask(UUID webhook, Delivery.Kind kind, UUID message, String type) {
		return this.database.sql(ASK)
			.bind(0, Ids.next())
			.bind(1, webhook)
			.bind(2, kind.name())
			.bind(3, message)
			.bind(4, type)
			.map(Delivery::of)
			.one();
	}

	static String place(UUID webhook) {
		return "webhook/" + webhook + "/secret";
	}

	private static String[] array(@Nullable List<String> types) {
		return (types != null) ? types.toArray(String[]::new) : new String[0];
	}

}
