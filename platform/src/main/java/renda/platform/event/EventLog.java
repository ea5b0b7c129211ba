package renda.platform.event;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.platform.security.Role;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The numbered events.
 */
public class EventLog {

	private static final String COLUMNS = "position, event_id, type, subject, occurred_at, data::text AS data";

	private static final String ALL = """
			SELECT %s
			FROM event
			WHERE position > $1 AND (audience IS NULL OR audience && $2)
			ORDER BY position
			LIMIT $3""".formatted(COLUMNS);

	/** A rare type is found by its index, however long the feed. */
	private static final String BY_TYPE = """
			SELECT chosen.*
			FROM unnest($4::text[]) AS wanted (type) CROSS JOIN LATERAL (
			    SELECT %s
			    FROM event
			    WHERE event.type = wanted.type AND position > $1 AND (audience IS NULL OR audience && $2)
			    ORDER BY position
			    LIMIT $3) AS chosen
			ORDER BY chosen.position
			LIMIT $3""".formatted(COLUMNS);

	private static final String POSITION = "SELECT position FROM event WHERE event_id = $1";

	private static final String BY_ID = "SELECT %s FROM event WHERE event_id = $1".formatted(COLUMNS);

	private static final String TYPES = "SELECT type, open FROM event_type ORDER BY type";

	private final DatabaseClient database;

	EventLog(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The events after a position that a reader wants and may read, in order.
	 */
	public Mono<List<LoggedEvent>> after(long position, TypeFilter types, Collection<String> roles, int limit) {
		if (types.isAll()) {
			return read(this.database.sql(ALL), position, roles, limit);
		}
		return types().flatMap((known) -> {
			String[] wanted = known.stream().map(Type::name).filter(types::matches).toArray(String[]::new);
			return (wanted.length == 0) ? Mono.just(List.<LoggedEvent>of())
					: read(this.database.sql(BY_TYPE).bind(3, wanted), position, roles, limit);
		});
	}

	private static Mono<List<LoggedEvent>> read(DatabaseClient.GenericExecuteSpec sql, long position,
			Collection<String> roles, int limit) {
		return sql.bind(0, position)
			.bind(1, roles.toArray(String[]::new))
			.bind(2, limit)
			.map(LoggedEvent::of)
			.all()
			.collectList();
	}

	/**
	 * Where an event is; empty where there is none.
	 */
	Mono<Long> position(UUID id) {
		return this.database.sql(POSITION).bind(0, id).map((row) -> Rows.required(row, "position", Long.class)).one();
	}

	/**
	 * One event.
	 */
	public Mono<LoggedEvent> find(UUID id) {
		return this.database.sql(BY_ID).bind(0, id).map(LoggedEvent::of).one();
	}

	/**
	 * All types that were ever published.
	 */
	Mono<List<Type>> types() {
		return this.database.sql(TYPES)
			.map((row) -> new Type(Rows.required(row, "type", String.class), Rows.required(row, "open", Boolean.class)))
			.all()
			.collectList();
	}

	/**
	 * How roles are named in the log.
	 */
	public static List<String> names(Collection<Role> roles) {
		return roles.stream().map(Role::claim).sorted().toList();
	}

	/**
	 * A type of events.
	 *
	 * @param name its name
	 * @param open whether the public has seen one
	 */
	record Type(String name, boolean open) {
	}

}
