package renda.legislation.matter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.legislation.matter.Matter.ItemDraft;
import renda.legislation.matter.Matter.ListDraft;
import renda.legislation.matter.Matter.MatterList;
import renda.legislation.matter.Matter.Obligation;
import renda.legislation.organ.StateOrgan;
import renda.legislation.organ.StateOrgans;
import renda.platform.event.Outbox;
import renda.platform.search.Bigrams;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.Given;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The list of major matters, in all its versions.
 */
@Repository
public class Matters {

	/**
	 * What is next due is the report that is due already, else the day of the calendar.
	 */
	private static final String ITEMS = """
			SELECT * FROM (
			  SELECT matter.*, list.effective_from, coalesce(list.effective_until, 'infinity') AS effective_until,
			         (SELECT max(submitted_on) FROM matter_report WHERE matter_report.key = matter.key) AS last_report_on,
			         coalesce((SELECT min(due_on) FROM matter_report
			                   WHERE matter_report.key = matter.key AND state = 'DUE'), matter.next_on) AS next_due_on,
			         EXISTS (SELECT FROM matter_report
			                 WHERE matter_report.key = matter.key AND state = 'DUE' AND due_on < ?) AS overdue
			  FROM matter JOIN matter_list AS list ON list.id = matter.list_id) AS matter""";

	private static final String LISTS = """
			SELECT * FROM (
			  SELECT matter_list.*, (SELECT count(*)::int FROM matter WHERE list_id = matter_list.id) AS items
			  FROM matter_list) AS matter_list""";

	private static final String END = """
			UPDATE matter_list SET effective_until = $1, version = version + 1, modified_at = clock_timestamp()
			WHERE effective_until IS NULL""";

	private static final String BEGIN = """
			INSERT INTO matter_list (id, title, decision, effective_from, sample) VALUES ($1, $2, $3, $4, $5)""";

	private static final String LAST = """
			SELECT effective_from FROM matter_list WHERE effective_until IS NULL FOR UPDATE""";

	private static final String INSERT = """
			INSERT INTO matter (id, list_id, key, number, title, reporter, organ, basis, obligation, frequency, due_days, due_on,
			                    committee, next_on, sample, search)
			SELECT id, $2, key, number, title, reporter, organ, basis, obligation, frequency,
			       coalesce(string_to_array(nullif(due_days, ''), ';'), '{}'), due_on, nullif(committee, ''), next_on, $3,
			       search::tsvector
			FROM unnest($1::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
			            $11::text[], $12::text[], $13::date[], $14::text[], $15::date[], $16::text[])
			     AS item (id, key, number, title, reporter, organ, basis, obligation, frequency, due_days, due_on, committee,
			              next_on, search)""";

	private static final List<Sort> BY_NUMBER = List.of(
			Sort.ascending("number").by("number", Integer.class).by("id", UUID.class),
			Sort.ascending("reporter").by("reporter", String.class).by("number", Integer.class).by("id", UUID.class));

	private static final List<Sort> BY_DAY = List
		.of(Sort.descending("-effectiveFrom").by("effective_from", LocalDate.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final StateOrgans organs;

	private final Outbox outbox;

	Matters(DatabaseClient database, StateOrgans organs, Outbox outbox) {
		this.database = database;
		this.organs = organs;
		this.outbox = outbox;
	}

	Mono<Slice<Matter>> find(Matter.Filter filter, LocalDate today, ListRequest request) {
		Select select = new Select(ITEMS, today);
		if (filter.list() != null) {
			select.where("list_id = ?", filter.list());
		}
		else {
			LocalDate on = (filter.on() != null) ? filter.on() : today;
			select.where("effective_from <= ?", on).where("effective_until > ?", on);
		}
		return select.where("reporter = ?", filter.reporter())
			.where("obligation = ?", filter.obligation())
			.where("frequency = ?", filter.frequency())
			.where("organ = ?", filter.organ())
			.where("key = ?", filter.key())
			.where("overdue = ?", filter.overdue())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, BY_NUMBER, Matters::matter);
	}

	/**
	 * An item of one version of the list, as it stands on a day; empty where there is
	 * none.
	 */
	public Mono<Matter> byId(UUID id, LocalDate today) {
		return this.database.sql(ITEMS.replace("?", "$2") + " WHERE id = $1")
			.bind(0, id)
			.bind(1, today)
			.map(Matters::matter)
			.one();
	}

	Mono<Slice<MatterList>> lists(ListRequest request) {
		return new Select(LISTS).page(this.database, request, BY_DAY, Matters::versionOfList);
	}

	Mono<MatterList> list(UUID id) {
		return this.database.sql(LISTS + " WHERE id = $1").bind(0, id).map(Matters::versionOfList).one();
	}

	/**
	 * The version of the list that begins on a day.
	 */
	Mono<MatterList> listFrom(LocalDate day) {
		return this.database.sql(LISTS + " WHERE effective_from = $1").bind(0, day).map(Matters::versionOfList).one();
	}

	/**
	 * Enters a version of the list, in the current transaction; the one before ends.
	 * @param today the day from which its reports fall due by themselves
	 * @throws Refusal 400 where an item does not say when it is due, 409 where a version
	 * begins on that day or later
	 */
	Mono<MatterList> enter(ListDraft draft, LocalDate today) {
		require(draft.items());
		UUID id = Ids.next();
		return this.database.sql(LAST)
			.map((row) -> Rows.required(row, "effective_from", LocalDate.class))
			.one()
			.filter((last) -> !last.isBefore(draft.effectiveFrom()))
			.flatMap((last) -> Mono.<MatterList>error(Refusal.conflict("list-exists",
					Text.of("已有自 %s 起施行的清单。", "There is a list in force from %s on.", last))))
			.switchIfEmpty(Mono.defer(() -> this.database.sql(END)
				.bind(0, draft.effectiveFrom())
				.fetch()
				.rowsUpdated()
				.then(begin(id, draft))
				.then(insert(id, draft, today))
				.then(list(id))
				.flatMap((list) -> this.outbox.append("matter-list.entered", "matter-list/" + list.id(), list)
					.thenReturn(list))));
	}

	private static void require(List<ItemDraft> items) {
		for (int i = 0; i < items.size(); i++) {
			ItemDraft item = items.get(i);
			if (!item.frequency().isTold(item.days(), item.dueOn())) {
				throw Refusal.invalid("/items/" + i + "/dueDays", Text.of(
						"一年一次的写一个日期（08-31），半年一次的写两个，一次性的写 dueOn，发生时提交的不写。",
						"A yearly item names one day (08-31), a half-yearly one two, one that comes once its dueOn, and one on event none."));
			}
			for (int k = 0; k < i; k++) {
				if (items.get(k).number() == item.number() || items.get(k).key().equals(item.key())) {
					throw Refusal.invalid("/items/" + i + "/number",
							Text.of("同一清单内编号与标识不得重复。", "Numbers and keys occur once in a list."));
				}
			}
		}
	}

	private Mono<Void> begin(UUID id, ListDraft draft) {
		return this.database.sql(BEGIN)
			.bind(0, id)
			.bind(1, draft.title().strip())
			.bind(2, draft.decision().strip())
			.bind(3, draft.effectiveFrom())
			.bind(4, Boolean.TRUE.equals(draft.sample()))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private Mono<Void> insert(UUID list, ListDraft draft, LocalDate today) {
		List<ItemDraft> items = draft.items();
		LocalDate from = draft.effectiveFrom().isAfter(today) ? draft.effectiveFrom() : today;
		return this.database.sql(INSERT)
			.bind(0, items.stream().map((item) -> Ids.next()).toArray(UUID[]::new))
			.bind(1, list)
			.bind(2, Boolean.TRUE.equals(draft.sample()))
			.bind(3, items.stream().map(ItemDraft::key).toArray(String[]::new))
			.bind(4, items.stream().map(ItemDraft::number).toArray(Integer[]::new))
			.bind(5, items.stream().map((item) -> item.title().strip()).toArray(String[]::new))
			.bind(6, items.stream().map((item) -> item.reporter().name()).toArray(String[]::new))
			.bind(7, items.stream().map(this::organ).toArray(String[]::new))
			.bind(8, items.stream().map((item) -> item.basis().strip()).toArray(String[]::new))
			.bind(9, items.stream().map((item) -> item.obligation().name()).toArray(String[]::new))
			.bind(10, items.stream().map((item) -> item.frequency().name()).toArray(String[]::new))
			.bind(11, items.stream().map((item) -> String.join(";", item.days())).toArray(String[]::new))
			.bind(12, items.stream().map(ItemDraft::dueOn).toArray(LocalDate[]::new))
			.bind(13, items.stream().map((item) -> Given.orEmpty(item.committee())).toArray(String[]::new))
			.bind(14,
					items.stream()
						.map((item) -> item.frequency().next(item.days(), item.dueOn(), from).orElse(null))
						.toArray(LocalDate[]::new))
			.bind(15, items.stream().map((item) -> Bigrams.vector(item.title(), 'A')).toArray(String[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private String organ(ItemDraft item) {
		return (item.organ() != null) ? item.organ() : this.organs.code(item.reporter());
	}

	/**
	 * Reads an item with what is last reported and next due.
	 */
	public static Matter matter(Readable row) {
		return new Matter(Rows.required(row, "id", UUID.class), Rows.required(row, "list_id", UUID.class),
				Rows.text(row, "key"), Rows.required(row, "number", Integer.class), Rows.text(row, "title"),
				StateOrgan.valueOf(Rows.text(row, "reporter")), Rows.text(row, "organ"), Rows.text(row, "basis"),
				Obligation.valueOf(Rows.text(row, "obligation")), Frequency.valueOf(Rows.text(row, "frequency")),
				Arrays.asList(Rows.required(row, "due_days", String[].class)), row.get("due_on", LocalDate.class),
				row.get("committee", String.class), row.get("last_report_on", LocalDate.class),
				row.get("next_due_on", LocalDate.class), Rows.flag(row, "overdue"), Rows.flag(row, "sample"));
	}

	private static MatterList versionOfList(Readable row) {
		return new MatterList(Rows.required(row, "id", UUID.class), Rows.text(row, "title"), Rows.text(row, "decision"),
				Rows.required(row, "effective_from", LocalDate.class), row.get("effective_until", LocalDate.class),
				Rows.required(row, "items", Integer.class), Rows.flag(row, "sample"),
				Rows.required(row, "version", Long.class));
	}

}
