package renda.legislation.filing;

import java.util.List;

import renda.legislation.normative.FilingDue;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.security.Role;
import renda.platform.web.Text;

/**
 * The clocks of a filing, and who holds them. Where the law promises a day instead of
 * counting one, the clock has no parameter.
 */
final class FilingClocks {

	static final DeadlineRule FILING = FilingDue.CLOCK;

	static final DeadlineRule DEMAND = DeadlineRule.of("demand", Text.of("限期报送", "File it as ordered"), "FIL-20", "");

	static final DeadlineRule CHECK = DeadlineRule.of("formal-check", Text.of("形式审查", "Check the filing"), "FIL-06",
			"fil.formalCheckDays");

	static final DeadlineRule SUPPLEMENT = DeadlineRule.of("supplement", Text.of("补充材料", "Supplement the filing"),
			"FIL-07", "fil.resubmitDays");

	static final DeadlineRule REVIEW = DeadlineRule
		.of("review", Text.of("审查", "Review the document"), "FIL-08", "fil.reviewDays")
		.prolongedBy("FIL-08", "fil.extendDays");

	static final DeadlineRule DISPATCH = DeadlineRule.of("dispatch", Text.of("分送委员会审查", "Have it reviewed"), "FIL-09",
			"fil.dispatchWd");

	/**
	 * What the State Council's own rule calls the usual time of an active review. The
	 * city's own time is that of {@link #REVIEW}; this one warns.
	 */
	static final DeadlineRule ACTIVE = DeadlineRule.of("active-review", Text.of("主动审查一般期限", "Usual time of a review"),
			"FIL-29", "fil.activeReviewMonths");

	static final DeadlineRule COMMITTEE = DeadlineRule
		.of("committee-opinion", Text.of("委员会提出审查意见", "Give the committee's opinion"), "FIL-09", "fil.committeeDays")
		.prolongedBy("FIL-09", "fil.committeeExtendDays");

	static final DeadlineRule EXPLANATION = DeadlineRule.of("explanation", Text.of("说明情况", "Explain"), "FIL-12", "");

	static final DeadlineRule PLAN = DeadlineRule.of("plan", Text.of("按书面计划纠正", "Correct it as planned"), "FIL-24", "");

	static final DeadlineRule ANSWER = DeadlineRule.of("answer", Text.of("答复书面审查意见", "Answer the opinion"), "FIL-13",
			"fil.answerDays");

	static final DeadlineRule CORRECTION = DeadlineRule.of("correction", Text.of("按答复修改或者废止", "Correct it as answered"),
			"FIL-13", "");

	static final DeadlineRule EXECUTION = DeadlineRule.of("execution",
			Text.of("执行主任会议决定", "Carry out the council's decision"), "FIL-15", "fil.executeDays");

	static final DeadlineRule REPORT = DeadlineRule.of("execution-report",
			Text.of("报告撤销决定的执行情况", "Report how the annulment is carried out"), "FIL-17", "fil.reportDays");

	static final DeadlineRule REFILING = DeadlineRule.of("refiling", Text.of("重新报送备案", "File the new text"), "FIL-25",
			"fil.refileDays");

	private FilingClocks() {
	}

	static List<Holder> maker(Filing filing) {
		return List.of(Holder.organ(filing.document().maker()));
	}

	static List<Holder> office() {
		return List.of(Holder.role(Role.FILING_OFFICE));
	}

	static List<Holder> organs(List<String> codes) {
		return codes.stream().map(Holder::organ).toList();
	}

}
