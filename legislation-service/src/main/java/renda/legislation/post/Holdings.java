package renda.legislation.post;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.platform.search.Bigrams;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Who holds which post, by date.
 */
@Repository
public class Holdings {

	private static final List<Sort> SORTS = List
		.of(Sort.descending("-since").by("since", LocalDate.class).by("id", UUID.class));

	private static final String ALL = """
			SELECT * FROM (
			  SELECT holding.id, holding.post_id, post.code AS post_code, post.kind, post.organ,
			         (SELECT title FROM post_period WHERE post_period.post_id = post.id
			          ORDER BY effective_from <= holding.since DESC, abs(effective_from - holding.since) LIMIT 1) AS title,
			         holding.person, holding.name, holding.acting, holding.since, holding.until, holding.ground,
			         holding.appointment, holding.published, holding.sample, holding.search, holding.modified_at
			  FROM holding JOIN post ON post.id = holding.post_id) AS holding""";

	private static final String HELD = ALL
			+ " WHERE %s = $1 AND since <= $2 AND (until IS NULL OR until > $2) ORDER BY since, id";

	private static final String KNOWN = """
			SELECT post_id || '/' || person || '/' || since AS key FROM holding WHERE post_id = any($1)
			UNION
			SELECT post_id || '/' || person || '/open' FROM holding WHERE post_id = any($1) AND until IS NULL""";

	private static final String BEGIN = """
			INSERT INTO holding (id, post_id, person, name, acting, since, appointment, published, sample, search)
			SELECT id, post_id, person, name, acting, since, appointment, published, sample, search::tsvector
			FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::date[], $7::uuid[],
			            $8::boolean[], $9::boolean[], $10::text[])
			  AS begun (id, post_id, person, name, acting, since, appointment, published, sample, search)
			ON CONFLICT DO NOTHING""";

	private static final String END = """
			UPDATE holding
			SET until = ended.on_day, ground = ended.ground, modified_at = clock_timestamp()
			FROM unnest($1::uuid[], $2::text[], $3::date[], $4::text[]) AS ended (post_id, person, on_day, ground)
			WHERE holding.post_id = ended.post_id AND holding.person = ended.person AND holding.until IS NULL
			  AND holding.since <= ended.on_day
			RETURNING holding.appointment, holding.until""";

	private static final String END_ACTING = """
			WITH filled AS (
			  SELECT standin.id, min(head.since) AS on_day
			  FROM holding standin
			  JOIN holding head ON head.post_id = standin.post_id AND NOT head.acting AND head.since >= standin.since
			  WHERE standin.post_id = any($1) AND standin.acting AND standin.until IS NULL
			  GROUP BY standin.id)
			UPDATE holding
			SET until = filled.on_day, ground = $2, modified_at = clock_timestamp()
			FROM filled
			WHERE holding.id = filled.id
			RETURNING holding.appointment, holding.until""";

	private static final String END_ALL = """
			UPDATE holding SET until = $2, ground = $3, modified_at = clock_timestamp()
			WHERE post_id = $1 AND until IS NULL AND since <= $2
			RETURNING appointment, until""";

	private static final String PUBLISH = """
			UPDATE holding SET published = true, modified_at = clock_timestamp()
			WHERE appointment = $1 AND NOT published""";

	private final DatabaseClient database;

	Holdings(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Who holds a post on a day.
	 */
	public Mono<List<Holding>> ofPost(UUID post, LocalDate on) {
		return held("post_id", post, on);
	}

	/**
	 * What somebody holds on a day.
	 */
	public Mono<List<Holding>> ofPerson(String person, LocalDate on) {
		return held("person", person, on);
	}

	/**
	 * The holdings there are of posts, each as post, person and first day, and those that
	 * last as {@code open}.
	 */
	Mono<Set<String>> known(List<UUID> posts) {
		return this.database.sql(KNOWN)
			.bind(0, posts.toArray(UUID[]::new))
			.map((row) -> Rows.text(row, "key"))
			.all()
			.collect(Collectors.toCollection(HashSet::new));
	}

	/**
	 * Begins holdings, in the current transaction. One that lasts already is left as it
	 * is.
	 */
	public Mono<Void> begin(List<Holding.Begun> begun) {
		return begun.isEmpty() ? Mono.empty()
				: this.database.sql(BEGIN)
					.bind(0, begun.stream().map((one) -> Ids.next()).toArray(UUID[]::new))
					.bind(1, column(begun, Holding.Begun::post, UUID[]::new))
					.bind(2, column(begun, Holding.Begun::person, String[]::new))
					.bind(3, column(begun, Holding.Begun::name, String[]::new))
					.bind(4, column(begun, Holding.Begun::acting, Boolean[]::new))
					.bind(5, column(begun, Holding.Begun::since, LocalDate[]::new))
					.bind(6, column(begun, Holding.Begun::appointment, UUID[]::new))
					.bind(7, column(begun, Holding.Begun::published, Boolean[]::new))
					.bind(8, column(begun, Holding.Begun::sample, Boolean[]::new))
					.bind(9, column(begun, (one) -> Bigrams.vector(one.name(), 'A'), String[]::new))
					.fetch()
					.rowsUpdated()
					.then();
	}

	/**
	 * Ends holdings, in the current transaction.
	 * @return the appointments that the holdings ended rested on, with the day
	 */
	public Mono<List<Holding.Left>> end(List<Holding.Ended> ended) {
		return ended.isEmpty() ? Mono.just(List.of())
				: left(this.database.sql(END)
					.bind(0, column(ended, Holding.Ended::post, UUID[]::new))
					.bind(1, column(ended, Holding.Ended::person, String[]::new))
					.bind(2, column(ended, Holding.Ended::on, LocalDate[]::new))
					.bind(3, column(ended, Holding.Ended::ground, String[]::new)));
	}

	/**
	 * Ends acting in posts to which somebody has come since, in the current transaction.
	 * Who acts for a head who was there before goes on.
	 * @return the appointments that acting rested on, with the day
	 */
	public Mono<List<Holding.Left>> endActing(List<UUID> posts, String ground) {
		return posts.isEmpty() ? Mono.just(List.of())
				: left(this.database.sql(END_ACTING).bind(0, posts.toArray(UUID[]::new)).bind(1, ground));
	}

	/**
	 * Ends all holdings of a post, in the current transaction.
	 * @return the appointments that they rested on, with the day
	 */
	Mono<List<Holding.Left>> endAll(UUID post, LocalDate on, String ground) {
		return left(this.database.sql(END_ALL).bind(0, post).bind(1, on).bind(2, ground));
	}

	/**
	 * That an appointment is announced, so that everyone may know who holds the post.
	 */
	public Mono<Void> publish(UUID appointment) {
		return this.database.sql(PUBLISH).bind(0, appointment).fetch().rowsUpdated().then();
	}

	Mono<Slice<Holding>> find(Holding.Filter filter, ListRequest request) {
		Select select = new Select(ALL).where("published")
			.where("post_code = ?", filter.post())
			.where("kind = ?", filter.kind())
			.where("organ = ?", filter.organ())
			.where("person = ?", filter.person())
			.where("acting = ?", filter.acting())
			.where("since <= ?", filter.on())
			.where("coalesce(until, 'infinity') > ?", filter.on())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		return select.page(this.database, request, SORTS, Holdings::holding);
	}

	private Mono<List<Holding>> held(String column, Object key, LocalDate on) {
		return this.database.sql(HELD.formatted(column))
			.bind(0, key)
			.bind(1, on)
			.map(Holdings::holding)
			.all()
			.collectList();
	}

	private static Mono<List<Holding.Left>> left(DatabaseClient.GenericExecuteSpec sql) {
		return sql
			.map((row) -> Optional.ofNullable(row.get("appointment", UUID.class))
				.map((id) -> new Holding.Left(id, Rows.required(row, "until", LocalDate.class))))
			.all()
			.collectList()
			.map((all) -> all.stream().flatMap(Optional::stream).toList());
	}

	private static <R, T> T[] column(List<R> rows, Function<R, ? extends T> value, IntFunction<T[]> array) {
		return rows.stream().map(value).toArray(array);
	}

	private static Holding holding(Readable row) {
		return new Holding(Rows.required(row, "id", UUID.class), Rows.required(row, "post_id", UUID.class),
				Rows.text(row, "post_code"), Rows.text(row, "kind"), Rows.text(row, "organ"), Rows.text(row, "title"),
				Rows.text(row, "person"), Rows.text(row, "name"), Rows.flag(row, "acting"),
				Rows.required(row, "since", LocalDate.class), row.get("until", LocalDate.class),
				Rows.text(row, "ground"), row.get("appointment", UUID.class), Rows.flag(row, "sample"));
	}

}
