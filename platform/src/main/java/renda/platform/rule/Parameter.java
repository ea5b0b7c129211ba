package renda.platform.rule;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import renda.platform.web.Text;

/**
 * A number the law sets, with the values it has had.
 *
 * @param key the parameter's name: {@code sug.answerMonths}
 * @param title what it is
 * @param rule the rule that sets it now
 * @param values its values, the earliest first, without a gap or an overlap
 */
public record Parameter(String key, Text title, String rule, List<Value> values) {

	/**
	 * The value on a day; before the first one known, the first.
	 */
	public Value on(LocalDate day) {
		return this.values.stream()
			.filter((value) -> !value.from().isAfter(day))
			.reduce((earlier, later) -> later)
			.orElseGet(this.values::getFirst);
	}

	/**
	 * A value and the days it holds.
	 *
	 * @param value a number ({@code 2}), a time limit ({@code 10wd}), a share
	 * ({@code >1/2}), a day of the year ({@code 08-31}) or days of the year
	 * ({@code 06-01/09-30})
	 * @param from its first day
	 * @param to its last day; null while it holds
	 * @param rule the rule it comes from
	 * @param basis law and article, or who set it
	 * @param confirmed whether the text it comes from is in force and was read; false
	 * where an earlier number is carried on because the new text is not known
	 * @param overridden whether an administrator set it
	 */
	public record Value(String value, LocalDate from, @Nullable LocalDate to, String rule, String basis,
			boolean confirmed, boolean overridden) {
	}

}
