package renda.legislation.bill;

import java.time.LocalDate;
import java.util.List;

import renda.legislation.bill.BillResult.BillRule;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.rule.RuleSet;
import renda.platform.rule.TimeLimit;
import renda.platform.security.Role;
import renda.platform.web.Text;

/**
 * The clocks of a bill, and who holds them.
 */
final class BillClocks {

	private static final String RULES_PARAMETER = "legis.implRulesMonths";

	static final DeadlineRule SHELF = DeadlineRule
		.of("shelf", Text.of("重新列入议程或者终止审议", "List it again, or end its review"), "LEG-47", "legis.shelfYears")
		.prolongedBy("LEG-48", "legis.shelfYears");

	static final DeadlineRule APPROVAL = DeadlineRule.of("approval",
			Text.of("省人大常委会作出批准决定", "The province's decision on approval"), "LEG-07", "legis.approvalMonths");

	static final DeadlineRule FILING_UP = DeadlineRule.of("filing-up",
			Text.of("报全国人大常委会和国务院备案", "Filing with the state"), "LEG-62", "legis.filingUpDays");

	static final DeadlineRule RULES_CITY = DeadlineRule.of("implementing-rules",
			Text.of("制定配套规定", "Issue implementing rules"), "LEG-68", RULES_PARAMETER);

	static final DeadlineRule RULES_NATIONAL = DeadlineRule.of("implementing-rules",
			Text.of("制定配套规定", "Issue implementing rules"), "LEG-69", RULES_PARAMETER);

	private BillClocks() {
	}

	static List<Holder> council() {
		return List.of(Holder.role(Role.COUNCIL));
	}

	static List<Holder> office() {
		return List.of(Holder.role(Role.LEGISLATIVE_OFFICE));
	}

	/**
	 * Whether the term for implementing rules is the national one, counted from the
	 * commencement, and not the city's, counted from the promulgation.
	 */
	static boolean isNational(RuleSet rules) {
		return rules.value(RULES_PARAMETER).rule().equals("LEG-69");
	}

	/**
	 * The organs that owe rules for which the law's term runs.
	 */
	static List<Holder> owing(Bill bill, boolean written) {
		return bill.result()
			.rules()
			.stream()
			.filter((rule) -> (rule.dueOn() != null) == written)
			.map(BillRule::organ)
			.distinct()
			.map(Holder::organ)
			.toList();
	}

	/**
	 * The earliest day that the regulation itself sets for implementing rules.
	 */
	static LocalDate writtenDay(Bill bill, LocalDate otherwise) {
		return bill.result()
			.rules()
			.stream()
			.flatMap((rule) -> java.util.stream.Stream.ofNullable(rule.dueOn()))
			.min(java.util.Comparator.naturalOrder())
			.orElse(otherwise);
	}

	/**
	 * The last day on which something that has to be done some time before a day may be
	 * done.
	 */
	static LocalDate before(LocalDate day, TimeLimit limit) {
		return switch (limit.unit()) {
			case DAYS, WORKING_DAYS -> day.minusDays(limit.amount());
			case MONTHS -> day.minusMonths(limit.amount());
			case YEARS -> day.minusYears(limit.amount());
		};
	}

}
