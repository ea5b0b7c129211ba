package renda.platform.rule;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OverriddenTest {

	private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

	private static final LocalDate LATER = LocalDate.of(2027, 3, 1);

	@Test
	void holdsFromItsDayOnAndNotBefore() {
		RuleOverride override = set(1, "sug.rejectWd", "15wd", FIRST);
		assertThat(on(FIRST.minusDays(1), override).limit("sug.rejectWd")).isEqualTo(TimeLimit.parse("10wd"));
		RuleSet since = on(FIRST, override);
		assertThat(since.limit("sug.rejectWd")).isEqualTo(TimeLimit.parse("15wd"));
		assertThat(since.value("sug.rejectWd").overridden()).isTrue();
		assertThat(since.limit("sug.reassignWd")).isEqualTo(TimeLimit.parse("10wd"));
	}

	@Test
	void namesTheRuleSetAnew() {
		RuleOverride override = set(4, "sug.rejectWd", "15wd", FIRST);
		assertThat(on(FIRST.minusDays(1), override).id()).isEqualTo("2025-10-01");
		assertThat(on(FIRST, override).id()).isEqualTo("2026-12-01+4");
		assertThat(on(LATER, override, set(7, "sug.coMonths", "1m", FIRST)).id()).isEqualTo("2026-12-01+7");
	}

	@Test
	void aLaterOneTakesThePlaceOfEarlierOnesFromItsDayOn() {
		RuleOverride far = set(1, "sug.rejectWd", "20wd", LATER);
		RuleOverride near = set(2, "sug.rejectWd", "15wd", FIRST);
		assertThat(on(FIRST, far, near).limit("sug.rejectWd")).isEqualTo(TimeLimit.parse("15wd"));
		assertThat(on(LATER, far, near).limit("sug.rejectWd")).isEqualTo(TimeLimit.parse("15wd"));
		assertThat(values(near, set(3, "sug.rejectWd", "20wd", LATER))).containsExactly("10wd 2017-08-01..2026-11-30",
				"15wd 2026-12-01..2027-02-28", "20wd 2027-03-01..");
	}

	@Test
	void withoutAValueItGoesBackToTheLaw() {
		RuleOverride override = set(1, "sug.rejectWd", "15wd", FIRST);
		RuleOverride back = set(2, "sug.rejectWd", null, LATER);
		assertThat(on(LATER, override, back).value("sug.rejectWd"))
			.extracting(Parameter.Value::value, Parameter.Value::overridden, Parameter.Value::basis)
			.containsExactly("10wd", false, "河南代表建议办法(2017) 第十四条");
		assertThat(values(override, back)).containsExactly("10wd 2017-08-01..2026-11-30", "15wd 2026-12-01..2027-02-28",
				"10wd 2027-03-01..");
	}

	@Test
	void cannotTouchWhatALawInForceFixes() {
		assertThat(on(LATER, set(1, "sug.answerMonths", "9m", FIRST)).limit("sug.answerMonths"))
			.isEqualTo(TimeLimit.parse("3m"));
	}

	private static RuleSet on(LocalDate day, RuleOverride... overrides) {
		return new RuleSet(Catalogue.book(), day, List.of(overrides));
	}

	private static List<String> values(RuleOverride... overrides) {
		return Catalogue.book()
			.parametersWith(Arrays.asList(overrides))
			.get("sug.rejectWd")
			.values()
			.stream()
			.map((value) -> value.value() + " " + value.from() + ".." + ((value.to() != null) ? value.to() : ""))
			.toList();
	}

	private static RuleOverride set(long number, String parameter, @Nullable String value, LocalDate from) {
		return new RuleOverride(new UUID(0, number), number, parameter, "SUG-08", value, from, "试行", "administrator",
				OffsetDateTime.parse("2026-11-24T09:00:00+08:00"));
	}

}
