package renda.legislation.post;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.search.Bigrams;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The posts kept.
 */
@Repository
public class Posts {

	private static final List<Sort> SORTS = List
		.of(Sort.ascending("code").by("code", String.class).by("id", UUID.class));

	/**
	 * Before its first period a post shows its first: a record is never without a name.
	 */
	private static final String ON_A_DAY = """
			SELECT * FROM (
			  SELECT post.id, post.code, post.organ, post.seats, post.established_on, post.abolished_on, post.successor,
			         post.sample, post.version, post.modified_at, period.title, period.organ_name, period.effective_from,
			         period.basis, period.search,
			         (SELECT count(*) FROM holding WHERE holding.post_id = post.id AND NOT holding.acting
			             AND holding.since <= ? AND coalesce(holding.until, 'infinity') > ?) AS holders, %s
			  FROM post
			  JOIN post_kind ON post_kind.code = post.kind
			  JOIN LATERAL (SELECT * FROM post_period
			                WHERE post_period.post_id = post.id
			                ORDER BY effective_from <= ? DESC,
			                         CASE WHEN effective_from <= ? THEN effective_from END DESC, effective_from
			                LIMIT 1) AS period ON true) AS post"""
		.formatted(PostKinds.COLUMNS);

	private static final String IS_NOMINATOR = """
			SELECT EXISTS (SELECT FROM post_kind WHERE nominator_organ = $1 AND $1 <> '') AS nominates""";

	private static final String INSERT = """
			WITH inserted AS (
			  INSERT INTO post (id, code, kind, organ, seats, established_on, sample)
			  VALUES ($1, $2, $3, $4, $5, $6, $7)
			  RETURNING id)
			INSERT INTO post_period (post_id, effective_from, title, organ_name, basis, search)
			SELECT id, $6, $8, $9, $10, $11::tsvector FROM inserted""";

	private static final String ADD_PERIOD = """
			INSERT INTO post_period (post_id, effective_from, title, organ_name, basis, search)
			VALUES ($1, $2, $3, $4, $5, $6::tsvector)
			ON CONFLICT (post_id, effective_from) DO UPDATE
			SET title = excluded.title, organ_name = excluded.organ_name, basis = excluded.basis,
			    search = excluded.search""";

	private static final String TOUCH = """
			UPDATE post SET version = version + 1, modified_at = clock_timestamp() WHERE id = $1 AND version = $2""";

	private static final String ABOLISH = "UPDATE post SET abolished_on = $2, successor = $3 WHERE id = $1";

	private final DatabaseClient database;

	Posts(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The post with an id, as it stands on a day.
	 */
	public Mono<Post> byId(UUID id, LocalDate on) {
		return read("id = any($2)", on, new UUID[] { id }).flatMap((all) -> Mono.justOrEmpty(all.stream().findFirst()));
	}

	/**
	 * The post with a code, as it stands on a day; also when it does not exist then.
	 */
	public Mono<Post> byCode(String code, LocalDate on) {
		return byCodes(List.of(code), on).flatMap((all) -> Mono.justOrEmpty(all.stream().findFirst()));
	}

	/**
	 * The post with a code that was sent, as it stands on a day.
	 * @throws Refusal 400 where there is none
	 */
	public Mono<Post> required(String code, LocalDate on) {
		return byCode(code, on).switchIfEmpty(Mono.error(() -> Refusal.invalid("/post",
				Text.of("没有代码为 %s 的职务，见 /posts。", "There is no post with code %s; see /posts.", code))));
	}

	/**
	 * Posts by their codes; what is unknown is left out.
	 */
	public Mono<List<Post>> byCodes(Collection<String> codes, LocalDate on) {
		return read("code = any($2)", on, codes.toArray(String[]::new));
	}

	/**
	 * Whether an organ nominates for posts: the government, the supervisory commission,
	 * the court, the procuratorate.
	 */
	public Mono<Boolean> isNominator(String organ) {
		return this.database.sql(IS_NOMINATOR).bind(0, organ).map((row) -> Rows.flag(row, "nominates")).one();
	}

	Mono<Slice<Post>> find(Post.Filter filter, LocalDate on, ListRequest request) {
		Select select = new Select(ON_A_DAY, on, on, on, on).where("established_on <= ?", on)
			.where("coalesce(abolished_on, 'infinity') > ?", on)
			.where("kind = ?", filter.kind())
			.where("organ_class = ?", filter.organClass())
			.where("organ = ?", filter.organ())
			.where("code = ?", filter.code())
			.where("(seats IS NOT NULL AND holders < seats) = ?", filter.vacant())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		return select.page(this.database, request, SORTS, Posts::post);
	}

	private Mono<List<Post>> read(String where, LocalDate on, Object keys) {
		return this.database.sql(ON_A_DAY.replace("?", "$1") + " WHERE " + where)
			.bind(0, on)
			.bind(1, keys)
			.map(Posts::post)
			.all()
			.collectList();
	}

	Mono<Void> insert(UUID id, Post.Registration post) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(INSERT)
			.bind(0, id)
			.bind(1, post.code())
			.bind(2, post.kind())
			.bind(3, post.organ());
		sql = (post.seats() != null) ? sql.bind(4, post.seats()) : sql.bindNull(4, Integer.class);
		return sql.bind(5, post.establishedOn())
			.bind(6, Boolean.TRUE.equals(post.sample()))
			.bind(7, post.title())
			.bind(8, post.organName())
			.bind(9, post.basis())
			.bind(10, vector(post.title(), post.organName()))
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> addPeriod(UUID id, Post.Renaming renaming) {
		return this.database.sql(ADD_PERIOD)
			.bind(0, id)
			.bind(1, renaming.from())
			.bind(2, renaming.title())
			.bind(3, renaming.organName())
			.bind(4, renaming.basis())
			.bind(5, vector(renaming.title(), renaming.organName()))
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> abolish(UUID id, LocalDate on, @Nullable String successor) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(ABOLISH).bind(0, id).bind(1, on);
		sql = (successor != null) ? sql.bind(2, successor) : sql.bindNull(2, String.class);
		return sql.fetch().rowsUpdated().then();
	}

	/**
	 * Moves the record to its next version; false where the version is not current.
	 */
	Mono<Boolean> touch(UUID id, long version) {
		return this.database.sql(TOUCH).bind(0, id).bind(1, version).fetch().rowsUpdated().map((rows) -> rows == 1);
	}

	private static String vector(String title, String organName) {
		return Bigrams.vector(title, 'A') + ' ' + Bigrams.vector(organName, 'B');
	}

	private static Post post(Readable row) {
		return new Post(Rows.required(row, "id", UUID.class), Rows.text(row, "code"), PostKinds.kind(row),
				Rows.text(row, "organ"), Rows.text(row, "title"), Rows.text(row, "organ_name"),
				row.get("seats", Integer.class), Rows.required(row, "effective_from", LocalDate.class),
				Rows.text(row, "basis"), Rows.required(row, "established_on", LocalDate.class),
				row.get("abolished_on", LocalDate.class), row.get("successor", String.class), Rows.flag(row, "sample"),
				Rows.required(row, "version", Long.class));
	}

}
