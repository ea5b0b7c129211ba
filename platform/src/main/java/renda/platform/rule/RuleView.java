package renda.platform.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Text;

/**
 * A rule as lists show it.
 *
 * @param id the rule's id
 * @param area the area's prefix
 * @param statement what it says, in English
 * @param numbers the numbers in it, in words
 * @param actor whom it addresses
 * @param force how far it binds
 * @param tag the one letter of the force
 * @param citation law and article
 * @param quote the words that decide
 * @param from the first day the cited text is in force; missing where it is not known
 * @param to its last day; missing while it is in force
 * @param inForce whether it is in force on the day asked for
 * @param fixed whether its numbers may not be set differently on that day
 * @param superseded whether a text that could not be read has taken the place of the one
 * cited
 * @param parameters its numbers on that day: {@code sug.rejectWd=10wd}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleView(String id, String area, String statement, String numbers, String actor, Force force, String tag,
		String citation, String quote, @Nullable LocalDate from, @Nullable LocalDate to, boolean inForce, boolean fixed,
		boolean superseded, List<String> parameters) {

	static RuleView of(Rule rule, RuleSet rules) {
		return new RuleView(rule.id(), rule.area(), rule.statement(), rule.numbers(), rule.actor(), rule.force(),
				rule.force().tag(), rule.citation(), rule.quote(), rule.from(), rule.to(), rule.inForceOn(rules.day()),
				rule.isFixedOn(rules.day()), rule.superseded(),
				rules.parametersOf(rule.id())
					.map((parameter) -> parameter.key() + "=" + parameter.on(rules.day()).value())
					.toList());
	}

	/**
	 * Which rules are wanted.
	 *
	 * @param area the prefix: {@code SUG}
	 * @param force the force, by name or letter: {@code PROVINCIAL_MODEL} or {@code h}
	 * @param inForceOn only rules whose text is in force on this day, with the numbers of
	 * the day
	 * @param parameter only the rules that set this parameter: {@code sug.answerMonths}
	 */
	record Filter(@Nullable String area, @Nullable String force, @Nullable LocalDate inForceOn,
			@Nullable String parameter) {

		/**
		 * Whether a rule is wanted.
		 * @param chosen the force wanted; null: any
		 * @param q words, all of which stand in the rule; null: any
		 */
		boolean wants(Rule rule, @Nullable Force chosen, @Nullable Parameter wanted, @Nullable String q) {
			return (this.area == null || rule.area().equals(this.area)) && (chosen == null || rule.force() == chosen)
					&& (this.inForceOn == null || rule.inForceOn(this.inForceOn))
					&& (wanted == null || wanted.values().stream().anyMatch((value) -> value.rule().equals(rule.id())))
					&& (q == null || says(rule, q));
		}

		private static boolean says(Rule rule, String q) {
			String text = String
				.join("\n", rule.id(), rule.statement(), rule.numbers(), rule.actor(), rule.citation(), rule.quote())
				.toLowerCase(Locale.ROOT);
			return Stream.of(q.toLowerCase(Locale.ROOT).strip().split("[\\s\\u3000]+")).allMatch(text::contains);
		}

	}

	/**
	 * A rule as its page shows it.
	 *
	 * @param rule the rule today
	 * @param law the full title of the text cited
	 * @param unconfirmed whether the text cited has ended and its successor is not known
	 * here: numbers carried on from it are to be confirmed
	 * @param parameters its numbers, with their history
	 * @param uses where it is applied
	 */
	record Detail(RuleView rule, String law, boolean unconfirmed, List<ParameterView> parameters,
			List<RuleUses.Use> uses) {
	}

	/**
	 * A number with its history.
	 *
	 * @param key the parameter's name
	 * @param title what it is
	 * @param value the value today
	 * @param values all values, those to come included, the earliest first
	 * @param overrides what administrators have set, in that order
	 */
	record ParameterView(String key, Text title, String value, List<Parameter.Value> values,
			List<RuleOverride> overrides) {
	}

	/**
	 * An override to set.
	 *
	 * @param parameter the parameter's key
	 * @param value the value, of the same kind as the one of the law; null: back to what
	 * the law says
	 * @param from its first day, not before today
	 * @param reason why, 1 to 500 characters
	 */
	record Setting(@NotBlank String parameter, @Nullable String value, @NotNull LocalDate from,
			@NotBlank @Size(max = 500) String reason) {
	}

	/**
	 * What readers of the feed are told.
	 *
	 * @param rule the rule
	 * @param citation law and article
	 * @param parameter the parameter
	 * @param value the value; missing: back to what the law says
	 * @param from its first day
	 * @param number the override's number
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Published(String rule, String citation, String parameter, @Nullable String value, LocalDate from,
			long number) {
	}

}
