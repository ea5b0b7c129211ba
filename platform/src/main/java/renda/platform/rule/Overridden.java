package renda.platform.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * A parameter with what administrators have set for it. From its first day on an override
 * takes the place of all before it; where the value rests on a rule that fixes it, the
 * law's own value stands.
 *
 * @param catalogue the book
 * @param law the parameter as the law has it
 * @param overrides what was set, in any order
 */
record Overridden(Catalogue catalogue, Parameter law, List<RuleOverride> overrides) {

	Parameter parameter() {
		SortedSet<LocalDate> turns = new TreeSet<>();
		this.law.values().forEach((value) -> turns.add(value.from()));
		this.overrides.forEach((override) -> turns.add(override.from()));
		List<Parameter.Value> values = new ArrayList<>();
		for (LocalDate from : turns) {
			Parameter.Value next = on(from);
			if (!values.isEmpty()) {
				Parameter.Value last = values.removeLast();
				if (same(last, next)) {
					values.add(last);
					continue;
				}
				values.add(lasting(last, last.from(), from.minusDays(1)));
			}
			values.add(lasting(next, from, null));
		}
		return new Parameter(this.law.key(), this.law.title(), this.law.rule(), List.copyOf(values));
	}

	private Parameter.Value on(LocalDate day) {
		Parameter.Value lawful = this.law.on(day);
		return this.overrides.stream()
			.filter((override) -> !override.from().isAfter(day))
			.max(Comparator.comparingLong(RuleOverride::number))
			.filter((override) -> !this.catalogue.rule(lawful.rule()).isFixedOn(day))
			.map((override) -> value(lawful, override))
			.orElse(lawful);
	}

	private static Parameter.Value value(Parameter.Value lawful, RuleOverride override) {
		String set = override.value();
		return (set == null) ? lawful : new Parameter.Value(set, override.from(), null, lawful.rule(),
				"#%d: %s".formatted(override.number(), override.reason()), true, true);
	}

	private static Parameter.Value lasting(Parameter.Value value, LocalDate from, @Nullable LocalDate to) {
		return new Parameter.Value(value.value(), from, to, value.rule(), value.basis(), value.confirmed(),
				value.overridden());
	}

	private static boolean same(Parameter.Value one, Parameter.Value other) {
		return lasting(one, other.from(), null).equals(lasting(other, other.from(), null));
	}

}
