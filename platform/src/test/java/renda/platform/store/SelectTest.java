package renda.platform.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import renda.platform.test.TestPostgres;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.connection.SingleConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page reads is what the database counted, whatever plan it makes.
 */
class SelectTest {

	private static final List<Sort> SORTS = List
		.of(Sort.descending("-day").by("day", LocalDate.class).by("id", UUID.class));

	/**
	 * So many rows the planner itself may look at, for the least and the greatest value
	 * of a key.
	 */
	private static final long LOOKS = 4;

	private static SingleConnectionFactory connection;

	private static DatabaseClient database;

	/**
	 * Twenty owners of two hundred entries each; the oldest are those of the second term,
	 * the third has none.
	 */
	@BeforeAll
	static void manyEntries() {
		TestPostgres.Database server = TestPostgres.database();
		ConnectionFactory factory = ConnectionFactories.get(ConnectionFactoryOptions.parse(server.r2dbcUrl())
			.mutate()
			.option(ConnectionFactoryOptions.USER, server.user())
			.option(ConnectionFactoryOptions.PASSWORD, server.password())
			.build());
		connection = new SingleConnectionFactory(Mono.from(factory.create()).block(), factory.getMetadata(), true);
		database = DatabaseClient.create(connection);
		for (String sql : List.of("CREATE TABLE owner (id uuid PRIMARY KEY, term integer NOT NULL)",
				"CREATE TABLE entry (id uuid PRIMARY KEY, owner_id uuid NOT NULL, day date NOT NULL, modified_at timestamptz NOT NULL)",
				"CREATE INDEX entry_by_day ON entry (day DESC, id DESC)",
				"CREATE INDEX entry_by_change ON entry (modified_at, id)",
				"CREATE INDEX entry_of_owner ON entry (owner_id, day DESC, id DESC)",
				"INSERT INTO owner SELECT uuidv7(), CASE WHEN n <= 2 THEN 2 ELSE 1 END FROM generate_series(1, 20) AS n",
				"""
						INSERT INTO entry
						SELECT uuidv7(), owner.id, date '2026-01-01' - (owner.term * 300 + n), timestamptz '2026-01-01' + n * interval '1 day'
						FROM owner, generate_series(1, 200) AS n""",
				"CREATE TABLE sameday (LIKE entry INCLUDING INDEXES)", "ALTER TABLE sameday ADD words text NOT NULL",
				"""
						INSERT INTO sameday
						SELECT gen_random_uuid(), owner.id, date '2026-01-01', timestamptz '2026-01-01', repeat('意', 130)
						FROM owner, generate_series(1, 1000)""",
				"CREATE TABLE kinds (id uuid PRIMARY KEY, kind text NOT NULL, day date NOT NULL, modified_at timestamptz NOT NULL)",
				"CREATE INDEX kinds_by_day ON kinds (day DESC, id DESC)", "CREATE INDEX kinds_by_kind ON kinds (kind)",
				"""
						INSERT INTO kinds
						SELECT gen_random_uuid(), CASE WHEN n <= 2 THEN 'RARE' ELSE 'COMMON' END, date '2026-01-01' + n,
						       timestamptz '2026-01-01'
						FROM generate_series(1, 4000) AS n""", "ANALYZE owner, entry, sameday, kinds")) {
			database.sql(sql).then().block();
		}
	}

	@AfterAll
	static void close() {
		connection.destroy();
	}

	@ParameterizedTest
	@ValueSource(strings = { "force_generic_plan", "force_custom_plan" })
	void whatBelongsToFewOwnersIsReadWithoutTheOthers(String plan) {
		database.sql("SET plan_cache_mode = " + plan).then().block();
		database.sql("BEGIN").then().block();
		try {
			long before = rowsRead("entry");
			assertThat(read(3)).isEmpty();
			assertThat(rowsRead("entry") - before).isLessThanOrEqualTo(LOOKS);
			List<Entry> first = page(2, null, null).items();
			assertThat(first).hasSize(50);
			assertThat(rowsRead("entry") - before).isBetween(51L, 2 * 51 + 2 * LOOKS);
			assertThat(read(2)).hasSize(400).doesNotHaveDuplicates().startsWith(first.toArray(Entry[]::new));
		}
		finally {
			database.sql("ROLLBACK").then().block();
		}
	}

	/** What many came on, such as the day of an import, tells no page from another. */
	@ParameterizedTest
	@ValueSource(strings = { "force_generic_plan", "force_custom_plan" })
	void aPageAmongManyOfOneDayReadsNoMoreThanItself(String plan) {
		database.sql("SET plan_cache_mode = " + plan).then().block();
		UUID owner = database.sql("SELECT owner_id FROM sameday LIMIT 1")
			.map((row) -> row.get("owner_id", UUID.class))
			.one()
			.block();
		database.sql("BEGIN").then().block();
		try {
			Slice<Entry> page = ofOneDay(owner, null);
			while (page.next().isPresent()) {
				long before = rowsRead("sameday");
				page = ofOneDay(owner, page.next().get().encoded());
				assertThat(rowsRead("sameday") - before).isLessThanOrEqualTo(51 + LOOKS);
			}
		}
		finally {
			database.sql("ROLLBACK").then().block();
		}
	}

	/** One entry in two thousand is of the rare kind, and the oldest. */
	@ParameterizedTest
	@ValueSource(strings = { "force_generic_plan", "force_custom_plan" })
	void aRareChoiceIsFoundByItsIndex(String plan) {
		database.sql("SET plan_cache_mode = " + plan).then().block();
		database.sql("BEGIN").then().block();
		try {
			assertThat(ofKind(Kind.COMMON)).hasSize(50);
			long before = rowsRead("kinds");
			assertThat(ofKind(Kind.RARE)).hasSize(2);
			assertThat(rowsRead("kinds") - before).isLessThanOrEqualTo(2 + LOOKS);
		}
		finally {
			database.sql("ROLLBACK").then().block();
		}
	}

	private static List<Entry> ofKind(Kind kind) {
		return new Select("SELECT id, kind, day, modified_at FROM kinds").where("kind = ?", kind)
			.page(database, request(null, null, 50), SORTS, Entry::of)
			.block()
			.items();
	}

	private static Slice<Entry> ofOneDay(UUID owner, @Nullable String cursor) {
		return new Select("SELECT id, owner_id, day, modified_at FROM sameday").where("owner_id = ?", owner)
			.page(database, request(cursor, null, 50), SORTS, Entry::of)
			.block();
	}

	@Test
	void whatBelongsToOwnersIsMirroredInTheOrderOfChange() {
		OffsetDateTime since = OffsetDateTime.parse("2026-07-01T00:00:00Z");
		List<Entry> changed = page(2, null, since).items();
		assertThat(changed).isNotEmpty().hasSizeLessThan(50).allMatch((entry) -> !entry.changed().isBefore(since));
		assertThat(changed).extracting(Entry::changed).isSorted();
	}

	@Test
	void ownersOfWhomNothingIsAskedLeaveNoRowOut() {
		Slice<Entry> all = new Select("SELECT id, owner_id, day, modified_at FROM entry")
			.where("day >= ?", LocalDate.EPOCH)
			.belonging("owner_id", new Select("SELECT id FROM owner").where("term = ?", null))
			.page(database, request(null, null, 1000), SORTS, Entry::of)
			.block();
		assertThat(all.items()).hasSize(1000);
		assertThat(all.next()).isPresent();
	}

	private static List<Entry> read(int term) {
		List<Entry> all = new ArrayList<>();
		Slice<Entry> page = page(term, null, null);
		all.addAll(page.items());
		while (page.next().isPresent()) {
			page = page(term, page.next().get().encoded(), null);
			all.addAll(page.items());
		}
		return all;
	}

	/** The day's condition is numbered before and after those of the owners. */
	private static Slice<Entry> page(int term, @Nullable String cursor, @Nullable OffsetDateTime since) {
		return new Select("SELECT id, owner_id, day, modified_at FROM entry").where("day >= ?", LocalDate.EPOCH)
			.belonging("owner_id",
					new Select("SELECT id FROM owner").where("term = ?", term).where("term >= ?", term - 1))
			.where("day <= ?", LocalDate.of(2030, 1, 1))
			.page(database, request(cursor, since, 50), SORTS, Entry::of)
			.block();
	}

	private static ListRequest request(@Nullable String cursor, @Nullable OffsetDateTime since, int limit) {
		return new ListRequest(limit, cursor, null, null, since, ListRequest.Format.JSON);
	}

	/**
	 * Of the entries, by this connection; it is not reported before the transaction ends.
	 */
	private static long rowsRead(String table) {
		return database.sql(
				"SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) AS n FROM pg_stat_xact_user_tables WHERE relname = $1")
			.bind(0, table)
			.map((row) -> row.get("n", Long.class))
			.one()
			.block();
	}

	private enum Kind {

		COMMON, RARE

	}

	private record Entry(UUID id, LocalDate day, OffsetDateTime changed) {

		static Entry of(Readable row) {
			return new Entry(Rows.required(row, "id", UUID.class), Rows.required(row, "day", LocalDate.class),
					Rows.required(row, "modified_at", OffsetDateTime.class));
		}

	}

}
