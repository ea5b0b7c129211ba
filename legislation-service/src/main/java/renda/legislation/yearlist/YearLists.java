package renda.legislation.yearlist;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingDue;
import renda.platform.rule.RuleSet;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.Given;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Yearly lists, and what is missing by them.
 */
@Repository
class YearLists {

	private static final List<Sort> SORTS = List
		.of(Sort.descending("-year").by("year", Integer.class).by("id", UUID.class));

	private static final List<Sort> MISSING_SORTS = List
		.of(Sort.ascending("dueOn").by("due_on", LocalDate.class).by("id", UUID.class));

	private static final String INSERT = """
			INSERT INTO filing_year_list (id, maker, maker_name, year, due_on, submitted_on, late_reason, sample)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
			ON CONFLICT (maker, year) DO NOTHING""";

	private static final String TOUCH = """
			UPDATE filing_year_list SET version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	/** An entry that is there already, by title and day, is left as it is. */
	private static final String ADD = """
			INSERT INTO filing_year_entry (id, list_id, maker, position, act, title, number, number_key, issued_on, due_on)
			SELECT entry.id, $1, $2, coalesce((SELECT max(position) FROM filing_year_entry WHERE list_id = $1), 0) + ordinality,
			       act, title, number, number_key, issued_on, due_on
			FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::date[]) WITH ORDINALITY
			     AS entry (id, act, title, number, number_key, issued_on, due_on, ordinality)
			WHERE NOT EXISTS (SELECT FROM filing_year_entry AS known
			                  WHERE known.list_id = $1 AND known.title = entry.title AND known.issued_on = entry.issued_on)""";

	private static final String CHECK = """
			SELECT entry.act, entry.title, entry.number, entry.issued_on, entry.due_on, filed.id AS filing, filed.code,
			       filed.filed_on
			FROM filing_year_entry AS entry
			LEFT JOIN LATERAL (SELECT id, code, filed_on FROM filing
			                   WHERE filing.maker = entry.maker AND filing.issued_on = entry.issued_on
			                     AND (filing.title = entry.title
			                          OR entry.number_key <> '' AND filing.number_key = entry.number_key)
			                     AND filing.filed_on IS NOT NULL AND filing.state NOT IN ('NOT_ACCEPTED', 'TRANSFERRED')
			                   ORDER BY filing.code LIMIT 1) AS filed ON true
			WHERE entry.list_id = $1
			ORDER BY entry.position""";

	private static final String UNLISTED = """
			SELECT id, code, title, issued_on
			FROM filing
			WHERE maker = $1 AND extract(year FROM issued_on)::int = $2 AND filed_on IS NOT NULL
			  AND state NOT IN ('NOT_ACCEPTED', 'TRANSFERRED')
			  AND NOT EXISTS (SELECT FROM filing_year_entry AS entry
			                  WHERE entry.list_id = $3 AND entry.issued_on = filing.issued_on
			                    AND (filing.title = entry.title
			                         OR entry.number_key <> '' AND filing.number_key = entry.number_key))
			ORDER BY issued_on, code
			LIMIT 2000""";

	private final DatabaseClient database;

	YearLists(DatabaseClient database) {
		this.database = database;
	}

	Mono<YearList> byId(UUID id) {
		return this.database.sql("SELECT * FROM filing_year_list WHERE id = $1").bind(0, id).map(YearList::of).one();
	}

	Mono<YearList> of(String maker, int year) {
		return this.database.sql("SELECT * FROM filing_year_list WHERE maker = $1 AND year = $2")
			.bind(0, maker)
			.bind(1, year)
			.map(YearList::of)
			.one();
	}

	/**
	 * Enters a list; false where the maker has one of that year.
	 */
	Mono<Boolean> insert(YearList list) {
		return this.database.sql(INSERT)
			.bind(0, list.id())
			.bind(1, list.maker())
			.bind(2, list.makerName())
			.bind(3, list.year())
			.bind(4, list.dueOn())
			.bind(5, list.submittedOn())
			.bind(6, list.lateReason())
			.bind(7, list.sample())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * Marks a list as changed; false where it is in another version.
	 */
	Mono<Boolean> touch(UUID id, long version) {
		return this.database.sql(TOUCH).bind(0, id).bind(1, version).fetch().rowsUpdated().map((rows) -> rows == 1);
	}

	/**
	 * Adds entries, and says how many were new.
	 */
	Mono<Long> add(YearList list, List<YearList.Entry> entries, RuleSet rules) {
		return this.database.sql(ADD)
			.bind(0, list.id())
			.bind(1, list.maker())
			.bind(2, entries.stream().map((entry) -> Ids.next()).toArray(UUID[]::new))
			.bind(3, entries.stream().map((entry) -> entry.act().name()).toArray(String[]::new))
			.bind(4, entries.stream().map((entry) -> entry.title().strip()).toArray(String[]::new))
			.bind(5, entries.stream().map((entry) -> Given.orEmpty(entry.number())).toArray(String[]::new))
			.bind(6, entries.stream()
				.map((entry) -> FilingDocument.key(Given.orEmpty(entry.number())))
				.toArray(String[]::new))
			.bind(7, entries.stream().map(YearList.Entry::issuedOn).toArray(LocalDate[]::new))
			.bind(8, entries.stream()
				.map((entry) -> FilingDue.of(entry.issuedOn(), rules).on())
				.toArray(LocalDate[]::new))
			.fetch()
			.rowsUpdated();
	}

	Mono<YearList.Completeness> completeness(YearList list) {
		return Mono.zip(
				this.database.sql(CHECK)
					.bind(0, list.id())
					.map((row) -> new YearList.Checked(FilingDocument.Act.valueOf(Rows.text(row, "act")),
							Rows.text(row, "title"), Rows.text(row, "number"),
							Rows.required(row, "issued_on", LocalDate.class),
							Rows.required(row, "due_on", LocalDate.class), row.get("filing", UUID.class),
							row.get("code", String.class), row.get("filed_on", LocalDate.class)))
					.all()
					.collectList(),
				this.database.sql(UNLISTED)
					.bind(0, list.maker())
					.bind(1, list.year())
					.bind(2, list.id())
					.map((row) -> new YearList.Unlisted(Rows.required(row, "id", UUID.class), Rows.text(row, "code"),
							Rows.text(row, "title"), Rows.required(row, "issued_on", LocalDate.class)))
					.all()
					.collectList())
			.map((found) -> new YearList.Completeness(list, found.getT1().size(),
					(int) found.getT1().stream().map(YearList.Checked::filing).filter(Objects::nonNull).count(),
					found.getT1(), found.getT2()));
	}

	/**
	 * The lists, of one maker where the caller is one.
	 */
	Mono<Slice<YearList>> find(@Nullable String maker, @Nullable Integer year, ListRequest request) {
		return new Select("SELECT * FROM filing_year_list").where("maker = ?", maker)
			.where("year = ?", year)
			.page(this.database, request, SORTS, YearList::of);
	}

	/**
	 * What is known, due and not filed.
	 */
	Mono<Slice<YearList.Missing>> missing(@Nullable String maker, @Nullable Integer year, LocalDate today,
			ListRequest request) {
		return new Select("SELECT * FROM filing_duty").where("missing")
			.where("due_on < ?", today)
			.where("maker = ?", maker)
			.where("extract(year FROM issued_on)::int = ?", year)
			.page(this.database, request, MISSING_SORTS, YearList.Missing::of);
	}

}
