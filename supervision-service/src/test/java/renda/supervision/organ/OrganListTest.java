package renda.supervision.organ;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import renda.platform.store.Cursor;
import renda.platform.store.Slice;
import renda.platform.test.ServiceTest;
import renda.platform.web.ListRequest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists of a large register: six thousand organs, each with three periods.
 */
@ServiceTest
class OrganListTest {

	private static final int BULK = 6000;

	private static final int PAGE = 50;

	private static final LocalDate ON = LocalDate.of(2024, 1, 1);

	private static final String ORGANS = """
			INSERT INTO organ (id, code, kind, established_on)
			SELECT gen_random_uuid(), 'bulk-' || lpad(n::text, 5, '0'), 'DEPARTMENT', '2010-01-01'
			FROM generate_series(1, 6000) AS n
			ON CONFLICT DO NOTHING""";

	private static final String PERIODS = """
			INSERT INTO organ_period (organ_id, effective_from, name, area, basis, search)
			SELECT id, began, '街道' || right(code, 5) || CASE began WHEN '2019-03-01' THEN '' ELSE '旧' END,
			       CASE WHEN code LIKE '%99' THEN '410102' ELSE '410100' END, '设置',
			       (CASE WHEN code LIKE '%77' AND began <> '2019-03-01' THEN '''旧街'':1A'
			             WHEN code LIKE '%88' THEN '''新街'':1A' ELSE '''街道'':1A' END)::tsvector
			FROM organ CROSS JOIN unnest(ARRAY['2010-01-01', '2015-01-01', '2019-03-01']::date[]) AS began
			WHERE code LIKE 'bulk-%'
			ON CONFLICT DO NOTHING""";

	/** Rows of organs and periods that this connection has read and not yet reported. */
	private static final String READ = """
			SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint AS read
			FROM pg_stat_xact_user_tables WHERE relname IN ('organ', 'organ_period')""";

	@Autowired
	private Organs organs;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ReactiveTransactionManager transactions;

	@BeforeEach
	void fill() {
		for (String statement : List.of(ORGANS, PERIODS, "ANALYZE organ", "ANALYZE organ_period")) {
			this.database.sql(statement).fetch().rowsUpdated().block();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "code", "name" })
	void pageOneAndPageAHundredReadTheSameFewRows(String sort) {
		Read first = read(request(sort, null, null), nothing());
		String cursor = null;
		for (int page = 1; page < 100; page++) {
			cursor = find(request(sort, cursor, null), nothing()).next().orElseThrow().encoded();
		}
		Read hundredth = read(request(sort, cursor, null), nothing());
		assertThat(first.slice().items()).hasSize(PAGE);
		assertThat(hundredth.slice().items()).hasSize(PAGE).doesNotContainAnyElementsOf(first.slice().items());
		// an organ costs its own row and three periods, each of which asks for its three
		assertThat(first.rows()).isLessThan(PAGE * 20L);
		assertThat(hundredth.rows()).isLessThan(PAGE * 20L);
	}

	@ParameterizedTest
	@CsvSource({ "code, 街道", "name, 街道" })
	void aSearchThatFindsManyReadsOnePageOfThem(String sort, String words) {
		Read found = read(request(sort, null, words), nothing());
		assertThat(found.slice().items()).hasSize(PAGE);
		assertThat(found.rows()).isLessThan(PAGE * 40L);
	}

	@ParameterizedTest
	@CsvSource({ "410102,", ", 新街" })
	void whatFindsFewWorksOutThePeriodOfNoOther(@Nullable String area, @Nullable String words) {
		Read found = read(request("code", null, words), new Organ.Filter(null, null, area, null, null));
		assertThat(found.slice().items()).hasSize(PAGE);
		// the codes of parents may be read in one go, the periods of all organs not
		assertThat(found.rows()).isLessThan(BULK * 2L);
	}

	@Test
	void aSearchFindsWhatAnOrganIsCalledOnTheDayAndNotWhatItWasCalled() {
		assertThat(find(request("code", null, "旧街"), nothing()).items()).isEmpty();
		Slice<Organ> before = Objects.requireNonNull(
				this.organs.find(nothing(), LocalDate.of(2019, 2, 28), request("code", null, "旧街")).block());
		assertThat(before.items()).hasSize(PAGE).allMatch((organ) -> organ.name().endsWith("77旧"));
	}

	@Test
	void everyOrganComesOnceInTheOrderAskedFor() {
		for (String sort : List.of("code", "name")) {
			List<String> codes = new ArrayList<>();
			String cursor = null;
			do {
				Slice<Organ> slice = find(new ListRequest(1000, cursor, null, sort, null, ListRequest.Format.JSON),
						new Organ.Filter(null, Organ.Kind.DEPARTMENT, null, null, null));
				slice.items().stream().map(Organ::code).filter((code) -> code.startsWith("bulk-")).forEach(codes::add);
				cursor = slice.next().map(Cursor::encoded).orElse(null);
			}
			while (cursor != null);
			assertThat(codes).hasSize(BULK).isSorted().doesNotHaveDuplicates();
		}
	}

	private Read read(ListRequest request, Organ.Filter filter) {
		Mono<Read> read = rows().flatMap((before) -> this.organs.find(filter, ON, request)
			.flatMap((slice) -> rows().map((after) -> new Read(slice, after - before))));
		return Objects.requireNonNull(TransactionalOperator.create(this.transactions).transactional(read).block());
	}

	private Mono<Long> rows() {
		return this.database.sql(READ).map((row) -> Objects.requireNonNull(row.get("read", Long.class))).one();
	}

	private Slice<Organ> find(ListRequest request, Organ.Filter filter) {
		return Objects.requireNonNull(this.organs.find(filter, ON, request).block());
	}

	private static ListRequest request(String sort, @Nullable String cursor, @Nullable String words) {
		return new ListRequest(PAGE, cursor, words, sort, null, ListRequest.Format.JSON);
	}

	private static Organ.Filter nothing() {
		return new Organ.Filter(null, null, null, null, null);
	}

	/** A page, and how many rows were read for it. */
	private record Read(Slice<Organ> slice, long rows) {
	}

}
