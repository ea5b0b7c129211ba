package renda.platform.rule;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.event.Outbox;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Sets a parameter's value where the law leaves room.
 */
class Overriding {

	private final Catalogue catalogue = Catalogue.book();

	private final RuleOverrides overrides;

	private final Outbox outbox;

	private final Clock clock;

	Overriding(RuleOverrides overrides, Outbox outbox, Clock clock) {
		this.overrides = overrides;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Sets a value, in the current transaction.
	 * @throws Refusal 422 where the rule fixes the number, 400 for a parameter of another
	 * rule, a value of another kind, or a day that is past
	 */
	Mono<RuleOverride> set(Rule rule, RuleView.Setting setting, String by) {
		check(rule, setting);
		return this.overrides
			.insert(Ids.next(), rule.id(), setting.parameter(), setting.value(), setting.from(),
					setting.reason().strip(), by)
			.flatMap((override) -> this.outbox
				.append("rule.overridden", "rule/" + rule.id(),
						new RuleView.Published(rule.id(), rule.citation(), override.parameter(), override.value(),
								override.from(), override.number()))
				.thenReturn(override));
	}

	private void check(Rule rule, RuleView.Setting setting) {
		Parameter parameter = this.catalogue.parameters().get(setting.parameter());
		if (parameter == null || parameter.values().stream().noneMatch((value) -> value.rule().equals(rule.id()))) {
			throw Refusal.invalid("/parameter", Text.of("%s 的参数：%s。", "The parameters of %s: %s.", rule.id(),
					keys(rule).isEmpty() ? "—" : keys(rule)));
		}
		LocalDate today = LocalDate.now(this.clock);
		if (setting.from().isBefore(today)) {
			throw Refusal.invalid("/from", Text.of("不得早于今天 %s：已经走过的步骤适用当日的规则，过去不能改变。",
					"Not before today, %s: a step already taken keeps the rules of its day, and the past does not change.",
					today));
		}
		Parameter.Value lawful = parameter.on(setting.from());
		if (!lawful.rule().equals(rule.id())) {
			throw Refusal.invalid("/parameter", Text.of("%s 自 %s 起依据 %s，请在该规则下设定。",
					"%s rests on %3$s from %2$s on; set it there.", parameter.key(), lawful.from(), lawful.rule()));
		}
		if (rule.isFixedOn(setting.from())) {
			throw this.catalogue.refuse(rule.id(),
					Text.of("%s 由 %s 规定为 %s，不得另行设定。", "%s is fixed by %s at %s; it cannot be set differently.",
							parameter.key(), rule.citation(), lawful.value()),
					Map.of("parameter", parameter.key(), "value", lawful.value(), "force", rule.force(), "asked",
							Objects.requireNonNullElse(setting.value(), ""), "from", setting.from()));
		}
		requireSameKind(lawful.value(), setting.value());
	}

	private String keys(Rule rule) {
		return this.catalogue.parameters()
			.values()
			.stream()
			.filter((parameter) -> parameter.values().stream().anyMatch((value) -> value.rule().equals(rule.id())))
			.map(Parameter::key)
			.collect(Collectors.joining(", "));
	}

	private static void requireSameKind(String lawful, @Nullable String value) {
		Kind kind = Kind.of(lawful);
		if (value != null && !kind.isOne(value)) {
			throw Refusal.invalid("/value",
					Text.of("须为" + kind.title.zh() + "。", "It must be " + kind.title.en() + "."));
		}
	}

	/**
	 * What a value can be. A later value is of the kind of the law's own, so that what
	 * reads it can go on reading it.
	 */
	private enum Kind {

		/** A number. */
		NUMBER(Text.of("0 至 999999 的整数", "a whole number from 0 to 999999")) {
			@Override
			boolean isOne(String value) {
				return value.matches("0|[1-9][0-9]{0,5}");
			}
		},
		/** A time limit. */
		LIMIT(Text.of("期限，如 10wd（工作日）、60d（日）、3m（月）、1y（年）",
				"a time limit, such as 10wd (working days), 60d (days), 3m (months) or 1y (years)")) {
			@Override
			boolean isOne(String value) {
				return TimeLimit.read(value).isPresent();
			}
		},
		/** A share of a number of people. */
		SHARE(Text.of("比例，如 >1/2（过半数）、>=2/3（三分之二以上）",
				"a share, such as >1/2 (more than half) or >=2/3 (two thirds or more)")) {
			@Override
			boolean isOne(String value) {
				return Share.read(value).isPresent();
			}
		},
		/** A day of every year, or the first and the last of some. */
		DAY(Text.of("月日，如 08-31；期间如 06-01/09-30", "a day of the year, such as 08-31, or a span, such as 06-01/09-30")) {
			@Override
			boolean isOne(String value) {
				return WRITTEN_DAYS.matcher(value).matches() && Arrays.stream(value.split("/")).allMatch(Kind::isDay);
			}
		};

		private static final Pattern WRITTEN_DAYS = Pattern.compile("\\d\\d-\\d\\d(/\\d\\d-\\d\\d)?");

		private final Text title;

		Kind(Text title) {
			this.title = title;
		}

		abstract boolean isOne(String value);

		private static Kind of(String value) {
			return Arrays.stream(values())
				.filter((kind) -> kind.isOne(value))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("of no kind: " + value));
		}

		private static boolean isDay(String written) {
			try {
				MonthDay.parse("--" + written);
				return true;
			}
			catch (DateTimeException ex) {
				return false;
			}
		}

	}

}
