package renda.legislation.yearlist;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.maker.Maker;
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

	private static final List<Sort> DUTY_SORTS = List
		.of(Sort.ascending("maker").by("maker", String.class).by("id", UUID.class));

	private static final String INSERT = """
			INSERT INTO filing_year_list (id, maker, maker_name, year, due_on, submitted_on, late_reason, sample)
			SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::date[], $6::date[], $7::text[], $8::boolean[])
			ON CONFLICT (maker, year) DO NOTHING
			RETURNING id""";

	private static final String TOUCH = """
			UPDATE filing_year_list SET version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String TOUCH_ALL = """
			UPDATE filing_year_list SET version = version + 1, modified_at = clock_timestamp() WHERE id = any($1)""";

	private static final String KNOWN = """
			SELECT list.* FROM unnest($1::text[], $2::int[]) AS asked (maker, year)
			JOIN filing_year_list AS list ON list.maker = asked.maker AND list.year = asked.year""";

	/**
	 * An entry that is there already, by title and day, is left as it is; of two alike
	 * the first is taken.
	 */
	private static final String ADD = """
			INSERT INTO filing_year_entry (id, list_id, maker, position, act, title, number, number_key, issued_on, due_on)
			SELECT entry.id, entry.list_id, entry.maker,
			       coalesce((SELECT max(position) FROM filing_year_entry AS known WHERE known.list_id = entry.list_id), 0)
			           + ordinality,
			       act, title, number, number_key, issued_on, due_on
			FROM (SELECT DISTINCT ON (list_id, title, issued_on) *
			      FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[],
			                  $9::date[]) WITH ORDINALITY
			           AS given (id, list_id, maker, act, title, number, number_key, issued_on, due_on, ordinality)
			      ORDER BY list_id, title, issued_on, ordinality) AS entry
			WHERE NOT EXISTS (SELECT FROM filing_year_entry AS known
			                  WHERE known.list_id = entry.list_id AND known.title = entry.title
			                    AND known.issued_on = entry.issued_on)
			RETURNING id""";

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

	/**
	 * Enters lists, but those of which the maker has one of that year.
	 * @return the ids of those entered
	 */
	Mono<Set<UUID>> insert(List<YearList> lists) {
		return this.database.sql(INSERT)
			.bind(0, column(lists, UUID[]::new, YearList::id))
			.bind(1, column(lists, String[]::new, YearList::maker))
			.bind(2, column(lists, String[]::new, YearList::makerName))
			.bind(3, column(lists, Integer[]::new, YearList::year))
			.bind(4, column(lists, LocalDate[]::new, YearList::dueOn))
			.bind(5, column(lists, LocalDate[]::new, YearList::submittedOn))
			.bind(6, column(lists, String[]::new, YearList::lateReason))
			.bind(7, column(lists, Boolean[]::new, YearList::sample))
			.map((row) -> Rows.required(row, "id", UUID.class))
			.all()
			.collect(Collectors.toSet());
	}

	/**
	 * The lists that there are of the makers and years of others.
	 */
	Mono<List<YearList>> known(List<YearList> lists) {
		return this.database.sql(KNOWN)
			.bind(0, column(lists, String[]::new, YearList::maker))
			.bind(1, column(lists, Integer[]::new, YearList::year))
			.map(YearList::of)
			.all()
			.collectList();
	}

	private static <T, V> V[] column(List<T> rows, IntFunction<V[]> array, Function<T, V> value) {
		return rows.stream().map(value).toArray(array);
	}

	/**
	 * Marks lists as changed, in whatever version.
	 */
	Mono<Void> touch(Set<UUID> ids) {
		return this.database.sql(TOUCH_ALL).bind(0, ids.toArray(UUID[]::new)).fetch().rowsUpdated().then();
	}

	/**
	 * Marks a list as changed; false where it is in another version.
	 */
	Mono<Boolean> touch(UUID id, long version) {
		return this.database.sql(TOUCH).bind(0, id).bind(1, version).fetch().rowsUpdated().map((rows) -> rows == 1);
	}

	/**
	 * Adds entries to lists.
	 * @return the ids of those that were new
	 */
	Mono<Set<UUID>> add(List<Added> entries) {
		return this.database.sql(ADD)
			.bind(0, column(entries, UUID[]::new, Added::id))
			.bind(1, column(entries, UUID[]::new, (added) -> added.list().id()))
			.bind(2, column(entries, String[]::new, (added) -> added.list().maker()))
			.bind(3, column(entries, String[]::new, (added) -> added.entry().act().name()))
			.bind(4, column(entries, String[]::new, (added) -> added.entry().title().strip()))
			.bind(5, column(entries, String[]::new, (added) -> Given.orEmpty(added.entry().number())))
			.bind(6, column(entries, String[]::new,
					(added) -> FilingDocument.key(Given.orEmpty(added.entry().number()))))
			.bind(7, column(entries, LocalDate[]::new, (added) -> added.entry().issuedOn()))
			.bind(8, column(entries, LocalDate[]::new, Added::dueOn))
			.map((row) -> Rows.required(row, "id", UUID.class))
			.all()
			.collect(Collectors.toSet());
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

	/**
	 * The makers on the roll with their lists of a year.
	 */
	Mono<Slice<YearListDuty>> duties(int year, @Nullable String maker, Maker.@Nullable Family family,
			YearListDuty.@Nullable Status status, LocalDate today, RuleSet rules, ListRequest request) {
		YearListDue.Days asked = YearListDue.of(year, year, rules);
		Select select = new Select("SELECT * FROM filing_list_duty(?, ?) AS duty", asked.years(), asked.due())
			.where("maker = ?", maker)
			.where("family = ?", family);
		if (status != null) {
			select = status.condition().contains("?") ? select.where(status.condition(), today)
					: select.where(status.condition());
		}
		return select.page(this.database, request, DUTY_SORTS, (row) -> YearListDuty.of(row, today, rules));
	}

	/**
	 * One maker with its list of a year; empty where it was not on the roll.
	 */
	Mono<YearListDuty> duty(int year, String maker, LocalDate today, RuleSet rules) {
		YearListDue.Days asked = YearListDue.of(year, year, rules);
		return this.database.sql("SELECT * FROM filing_list_duty($1, $2) AS duty WHERE maker = $3")
			.bind(0, asked.years())
			.bind(1, asked.due())
			.bind(2, maker)
			.map((row) -> YearListDuty.of(row, today, rules))
			.one();
	}

	/**
	 * An entry that is added to a list.
	 *
	 * @param dueOn the last day on which its document was to be filed
	 */
	record Added(UUID id, YearList list, YearList.Entry entry, LocalDate dueOn) {

		static Added of(YearList list, YearList.Entry entry, RuleSet law) {
			return new Added(Ids.next(), list, entry, FilingDue.of(entry.issuedOn(), law).on());
		}

	}

}
