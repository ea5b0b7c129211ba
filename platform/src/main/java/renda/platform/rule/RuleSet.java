package renda.platform.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * The rules and numbers in force on a day, with what administrators have set. It never
 * changes: a case keeps the rule set of the day of each of its steps by its id.
 */
public final class RuleSet {

	private final Catalogue catalogue;

	private final LocalDate day;

	private final Map<String, Parameter> parameters;

	private final List<RuleOverride> overrides;

	RuleSet(Catalogue catalogue, LocalDate day, List<RuleOverride> overrides) {
		this.catalogue = catalogue;
		this.day = day;
		this.overrides = overrides.stream().filter((override) -> !override.from().isAfter(day)).toList();
		this.parameters = catalogue.parametersWith(this.overrides);
	}

	/**
	 * Which rule set this is: the day since when it is so, and the number of the last
	 * override in it: {@code 2025-10-01} or {@code 2025-10-01+4}. Two rule sets of one
	 * service with the same id say the same.
	 */
	public String id() {
		LocalDate since = Stream
			.concat(this.catalogue.turns().stream(), this.overrides.stream().map(RuleOverride::from))
			.filter((turn) -> !turn.isAfter(this.day))
			.max(Comparator.naturalOrder())
			.orElse(this.day);
		return this.overrides.stream()
			.map(RuleOverride::number)
			.max(Comparator.naturalOrder())
			.map((last) -> since + "+" + last)
			.orElseGet(since::toString);
	}

	/**
	 * The day asked for.
	 */
	public LocalDate day() {
		return this.day;
	}

	/**
	 * The rule with an id, in force or not.
	 * @throws IllegalArgumentException where the book has no such rule
	 */
	public Rule rule(String id) {
		return this.catalogue.rule(id);
	}

	/**
	 * The rules in force on the day.
	 */
	public List<Rule> rules() {
		return this.catalogue.rules().stream().filter((rule) -> rule.inForceOn(this.day)).toList();
	}

	/**
	 * The parameters, each with its values up to now.
	 */
	public Collection<Parameter> parameters() {
		return this.parameters.values();
	}

	/**
	 * The parameters whose value on the day comes from a rule.
	 */
	Stream<Parameter> parametersOf(String rule) {
		return this.parameters.values().stream().filter((parameter) -> parameter.on(this.day).rule().equals(rule));
	}

	/**
	 * A number on the day, such as {@code dep.absenceLimit}.
	 * @throws IllegalArgumentException where there is no such parameter
	 * @throws IllegalStateException where its value is not a plain number
	 */
	public int number(String key) {
		String value = value(key).value();
		if (!value.matches("[0-9]{1,9}")) {
			throw new IllegalStateException("%s is %s, not a number".formatted(key, value));
		}
		return Integer.parseInt(value);
	}

	/**
	 * A time limit on the day, such as {@code sug.answerMonths}.
	 * @throws IllegalArgumentException where there is no such parameter
	 * @throws IllegalStateException where its value is not a time limit
	 */
	public TimeLimit limit(String key) {
		String value = value(key).value();
		return TimeLimit.read(value)
			.orElseThrow(() -> new IllegalStateException("%s is %s, not a time limit".formatted(key, value)));
	}

	/**
	 * A share on the day, such as {@code mtg.scMajority}.
	 * @throws IllegalArgumentException where there is no such parameter
	 * @throws IllegalStateException where its value is not a share
	 */
	public Share share(String key) {
		String value = value(key).value();
		return Share.read(value)
			.orElseThrow(() -> new IllegalStateException("%s is %s, not a share".formatted(key, value)));
	}

	/**
	 * A parameter's value on the day; before the first value known, the first.
	 * @throws IllegalArgumentException where there is no such parameter
	 */
	public Parameter.Value value(String key) {
		return this.catalogue.required(this.parameters, key).on(this.day);
	}

	/**
	 * A refusal by a rule, with the citation and the words as the book has them.
	 * @param rule the rule's id
	 * @param detail what refuses and what would be lawful
	 * @param facts the facts it was decided on
	 * @throws IllegalArgumentException where the book has no such rule
	 */
	public Refusal refuse(String rule, Text detail, Map<String, Object> facts) {
		return this.catalogue.refuse(rule, detail, facts);
	}

}
