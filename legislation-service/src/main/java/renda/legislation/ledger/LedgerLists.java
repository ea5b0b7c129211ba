package renda.legislation.ledger;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.ledger.LedgerFigure.Period;
import renda.platform.figure.Figure;
import renda.platform.search.Bigrams;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Lists and counts entries.
 */
@Repository
class LedgerLists {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-day").by("day", LocalDate.class).by("id", UUID.class),
			Sort.ascending("day").by("day", LocalDate.class).by("id", UUID.class));

	private static final String COUNT = """
			SELECT %s AS part, count(*) AS value
			FROM ledger_entry
			WHERE ledger = $1 AND content @> $2::text::jsonb AND day <= $3 AND %s
			GROUP BY 1
			ORDER BY 1""";

	private static final String COUNT_OWNED = """
			SELECT coalesce(content ->> $3, '') AS part, count(*) AS value
			FROM ledger_entry
			WHERE owner = $1 AND ledger = $2
			GROUP BY 1""";

	private static final String IN_TERM = "term = $4";

	private static final String ACTIVE = "(until IS NULL OR until > $3) AND $4 > 0";

	private static final String ACTIVE_IN_TERM = "(until IS NULL OR until > $3) AND term = $4";

	private final DatabaseClient database;

	private final EntryReader reader;

	private final JsonMapper json;

	LedgerLists(DatabaseClient database, EntryReader reader, JsonMapper json) {
		this.database = database;
		this.reader = reader;
		this.json = json;
	}

	/**
	 * A page of a ledger.
	 * @param filter a record; a component called {@code term}, {@code year},
	 * {@code from}, {@code to} or {@code activeOn} goes by the entry's time, any other by
	 * the member of the line that has its name, or holds several of that name
	 */
	<R extends Record & Line> Mono<Slice<LedgerEntry<R>>> find(Ledger<R> ledger, Record filter, ListRequest request) {
		Select select = new Select("SELECT * FROM ledger_entry").where("ledger = ?", ledger.name());
		for (RecordComponent component : filter.getClass().getRecordComponents()) {
			narrow(ledger, select, component.getName(), value(filter, component));
		}
		return select.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, (row) -> this.reader.entry(ledger, row));
	}

	static @Nullable Object value(Record filter, RecordComponent component) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(filter);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("a filter cannot be read", ex);
		}
	}

	private static void narrow(Ledger<?> ledger, Select select, String name, @Nullable Object value) {
		if (value == null) {
			return;
		}
		switch (name) {
			case "term" -> select.where("term = ?", value);
			case "year" -> select.where("day BETWEEN make_date(?, 1, 1) AND make_date(?, 12, 31)", value);
			case "from" -> select.where("day >= ?", value);
			case "to" -> select.where("day <= ?", value);
			case "dueTo" -> select.where("content ->> 'dueOn' <= ?", value.toString());
			case "activeOn" -> select.where("day <= ? AND (until IS NULL OR until > ?)", value);
			default -> {
				String text = (value instanceof Enum<?> choice) ? choice.name() : value.toString();
				boolean one = hasMember(ledger, name);
				select.where(one ? "content ->> '" + name + "' = ?" : "content -> '" + name + "s' @> to_jsonb(?::text)",
						text);
			}
		}
	}

	private static boolean hasMember(Ledger<?> ledger, String name) {
		return Arrays.stream(ledger.type().getRecordComponents())
			.anyMatch((component) -> component.getName().equals(name));
	}

	/**
	 * A figure of the work report over a ledger.
	 */
	Figure figure(LedgerFigure wanted) {
		Set<String> groups = new TreeSet<>(wanted.groups());
		if (wanted.period() == Period.TERM) {
			groups.add("year");
		}
		return new Figure(wanted.key(), wanted.title(), wanted.unit(), wanted.definition(), wanted.floor(), groups,
				(query) -> items(wanted, query), (query) -> count(wanted, query));
	}

	private static String items(LedgerFigure wanted, Figure.Query query) {
		Map<String, Object> parameters = new TreeMap<>(wanted.filter());
		if (wanted.period() != Period.ACTIVE) {
			parameters.put("term", query.term());
		}
		parameters.put((wanted.period() == Period.TERM) ? "to" : "activeOn", query.asOf());
		return parameters.entrySet()
			.stream()
			.map((parameter) -> parameter.getKey() + "=" + parameter.getValue())
			.collect(Collectors.joining("&", wanted.ledger().path() + "?", ""));
	}

	private Mono<List<Figure.Count>> count(LedgerFigure wanted, Figure.Query query) {
		String part = switch ((query.by() != null) ? query.by() : "") {
			case "" -> "''";
			case "year" -> "extract(year FROM day)::int::text";
			case String member -> "coalesce(content ->> '" + member + "', '')";
		};
		String period = switch (wanted.period()) {
			case TERM -> IN_TERM;
			case ACTIVE -> ACTIVE;
			case ACTIVE_IN_TERM -> ACTIVE_IN_TERM;
		};
		return this.database.sql(COUNT.formatted(part, period))
			.bind(0, wanted.ledger().name())
			.bind(1, this.json.writeValueAsString(wanted.filter()))
			.bind(2, query.asOf())
			.bind(3, query.term())
			.map((row) -> new Figure.Count(Rows.text(row, "part"), Rows.required(row, "value", Long.class)))
			.all()
			.collectList();
	}

	Mono<Map<String, Long>> count(Ledger<?> ledger, Line.Owner owner, String member) {
		return this.database.sql(COUNT_OWNED)
			.bind(0, owner.toString())
			.bind(1, ledger.name())
			.bind(2, member)
			.map((row) -> Map.entry(Rows.text(row, "part"), Rows.required(row, "value", Long.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

}
