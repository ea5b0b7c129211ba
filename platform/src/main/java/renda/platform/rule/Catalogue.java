package renda.platform.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.HttpStatus;

/**
 * The book as it is delivered: the resources {@code rule/rules.csv}, {@code laws.csv} and
 * {@code parameters.csv}, read once.
 */
final class Catalogue {

	private final Map<String, Law> laws;

	private final Map<String, Rule> rules;

	private final Map<String, Parameter> parameters;

	private final SortedSet<LocalDate> turns = new TreeSet<>();

	private Catalogue() {
		this.laws = byKey(read("laws", Law::of), Law::name);
		this.rules = byKey(read("rules", this::rule), Rule::id);
		Map<String, List<NamedCsvRecord>> values = read("parameters", Function.identity()).stream()
			.collect(Collectors.groupingBy((row) -> row.getField("key"), LinkedHashMap::new, Collectors.toList()));
		this.parameters = byKey(values.values().stream().map(this::parameter).toList(), Parameter::key);
		this.laws.values().forEach((law) -> turn(law.from(), law.to()));
		this.parameters.values()
			.forEach((parameter) -> parameter.values().forEach((value) -> turn(value.from(), value.to())));
	}

	/**
	 * The book of this release.
	 */
	static Catalogue book() {
		return Holder.BOOK;
	}

	Collection<Rule> rules() {
		return this.rules.values();
	}

	/**
	 * The rule with an id.
	 * @throws IllegalArgumentException where there is none
	 */
	Rule rule(String id) {
		return required(this.rules, id);
	}

	@Nullable Rule find(String id) {
		return this.rules.get(id);
	}

	Law law(Rule rule) {
		return required(this.laws, rule.law());
	}

	Collection<Law> laws() {
		return this.laws.values();
	}

	Map<String, Parameter> parameters() {
		return this.parameters;
	}

	/**
	 * The parameters with what administrators have set.
	 */
	Map<String, Parameter> parametersWith(List<RuleOverride> overrides) {
		if (overrides.isEmpty()) {
			return this.parameters;
		}
		Map<String, Parameter> result = new LinkedHashMap<>(this.parameters);
		overrides.stream()
			.collect(Collectors.groupingBy(RuleOverride::parameter))
			.forEach((key, of) -> result.computeIfPresent(key,
					(known, parameter) -> new Overridden(this, parameter, of).parameter()));
		return result;
	}

	/**
	 * The days on which the law or a number changes.
	 */
	SortedSet<LocalDate> turns() {
		return this.turns;
	}

	Refusal refuse(String id, Text detail, Map<String, Object> facts) {
		Rule rule = rule(id);
		return Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "refused-by-rule", detail)
			.with("rule", id)
			.with("citation", rule.citation())
			.with("quote", rule.quote())
			.with("facts", Map.copyOf(facts));
	}

	<T> T required(Map<String, T> known, String key) {
		T found = known.get(key);
		if (found == null) {
			throw new IllegalArgumentException("the rule book has no " + key);
		}
		return found;
	}

	private void turn(@Nullable LocalDate from, @Nullable LocalDate to) {
		if (from != null) {
			this.turns.add(from);
		}
		if (to != null) {
			this.turns.add(to.plusDays(1));
		}
	}

	private Rule rule(NamedCsvRecord row) {
		Law law = required(this.laws, row.getField("law"));
		return new Rule(row.getField("id"), row.getField("area"), row.getField("statement"), row.getField("numbers"),
				row.getField("who"), Force.tagged(row.getField("force")), law.name(), row.getField("article"),
				row.getField("quote"), row.getField("superseded").equals("yes"), law.from(), law.to());
	}

	private Parameter parameter(List<NamedCsvRecord> rows) {
		NamedCsvRecord last = rows.getLast();
		return new Parameter(last.getField("key"), Text.of(last.getField("zh"), last.getField("en")),
				rule(last.getField("rule")).id(), rows.stream().map(this::value).toList());
	}

	private Parameter.Value value(NamedCsvRecord row) {
		return new Parameter.Value(row.getField("value"), LocalDate.parse(row.getField("from")), day(row, "to"),
				rule(row.getField("rule")).id(), row.getField("basis"), row.getField("confirmed").equals("yes"), false);
	}

	private static @Nullable LocalDate day(NamedCsvRecord row, String column) {
		String written = row.getField(column);
		return written.isEmpty() ? null : LocalDate.parse(written);
	}

	private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
		Map<String, T> map = new LinkedHashMap<>();
		for (T value : values) {
			if (map.put(key.apply(value), value) != null) {
				throw new IllegalStateException("twice in the rule book: " + key.apply(value));
			}
		}
		return map;
	}

	private static <T> List<T> read(String name, Function<NamedCsvRecord, T> map) {
		InputStream resource = Objects.requireNonNull(Catalogue.class.getResourceAsStream("/rule/" + name + ".csv"),
				name);
		List<T> rows = new ArrayList<>();
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
			.ofNamedCsvRecord(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
			reader.forEach((row) -> rows.add(map.apply(row)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return rows;
	}

	/**
	 * A text of law.
	 *
	 * @param name its short name with its year
	 * @param title its full title
	 * @param from its first day in force; null where it is not known
	 * @param to its last day; null while it is in force
	 */
	record Law(String name, String title, @Nullable LocalDate from, @Nullable LocalDate to) {

		private static Law of(NamedCsvRecord row) {
			return new Law(row.getField("law"), row.getField("title"), day(row, "from"), day(row, "to"));
		}

	}

	private static final class Holder {

		private static final Catalogue BOOK = new Catalogue();

	}

}
