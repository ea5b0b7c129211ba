package renda.legislation.passage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import renda.legislation.bill.Bill;
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
final class Clocks {

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

	/**
	 * Of a model of other cities (LEG-73 to 75, 77): it runs since the city's rules
	 * ended.
	 */
	static final DeadlineRule FIRST_REPORT = DeadlineRule.of("preliminary-report",
			Text.of("委员会提出初步审议意见", "The committee's report on its preliminary review"), "LEG-73",
			"legis.preliminaryMonths");

	static final DeadlineRule LEGAL_REPORT = DeadlineRule.of("legal-report",
			Text.of("法制委员会一审后提出审议结果报告", "The Legislative Committee's report after the first reading"), "LEG-74",
			"legis.legalReportMonths");

	/** The law sets no number: the province is asked while the public is. */
	static final DeadlineRule PROVINCE = DeadlineRule.of("ask-province",
			Text.of("一审后征询省人大常委会法制工作机构意见", "Ask the province's legislative-affairs body after the first reading"),
			"LEG-75", "");

	static final DeadlineRule ANNOUNCEMENT = DeadlineRule.of("announcement",
			Text.of("收到批准文件后公布", "Announce it after the letter of approval"), "LEG-77", "legis.announceDays");

	static final DeadlineRule NEWSPAPER = DeadlineRule.of("newspaper",
			Text.of("在报纸上全文刊登", "Print the whole text in the newspaper"), "LEG-54", "legis.newspaperDays");

	static final DeadlineRule CONGRESS_REPORT = DeadlineRule.of("congress-report",
			Text.of("向代表大会下次会议报告授权审议情况", "Report to the next session of the congress"), "LEG-49",
			"legis.authorisedReport");

	private Clocks() {
	}

	/**
	 * Who holds the clock of a model, which is not used for days before the book has it.
	 */
	static List<Holder> since(RuleSet rules, String parameter, List<Holder> holders) {
		return rules.value(parameter).from().isAfter(rules.day()) ? List.of() : holders;
	}

	static List<Holder> legalCommittee() {
		return List.of(Holder.role(Role.LEGAL_COMMITTEE));
	}

	/**
	 * The last day of a time that begins on a day.
	 */
	static LocalDate after(LocalDate day, TimeLimit limit) {
		return switch (limit.unit()) {
			case DAYS, WORKING_DAYS -> day.plusDays(limit.amount());
			case MONTHS -> day.plusMonths(limit.amount());
			case YEARS -> day.plusYears(limit.amount());
		};
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
			.flatMap((rule) -> Stream.ofNullable(rule.dueOn()))
			.min(Comparator.naturalOrder())
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
