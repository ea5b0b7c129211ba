package renda.legislation.passage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillCourse.BillConsultation;
import renda.legislation.bill.BillCourse.BillDecision;
import renda.legislation.bill.BillCourse.BillReview;
import renda.legislation.bill.BillKnown;
import renda.legislation.bill.BillKnown.KnownConsultation;
import renda.legislation.bill.BillPapers.BillText;
import renda.platform.rule.TimeLimit;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.legislation.bill.Bill.Party.COUNCIL;
import static renda.legislation.bill.Bill.Party.LEGAL_COMMITTEE;
import static renda.legislation.bill.Bill.Party.OFFICE;
import static renda.legislation.bill.Bill.State.CONSULTATION;
import static renda.legislation.bill.Bill.State.READING_1;
import static renda.legislation.bill.Bill.State.UNIFIED_REVIEW;

/**
 * The public is asked, and the Legislative Committee reviews (征求意见、统一审议).
 */
final class ReviewSteps {

	private ReviewSteps() {
	}

	static void declare(Workflow.Builder<Bill, State, Party> workflow) {
		consultation(workflow);
		province(workflow);
		drafts(workflow
			.step("report-review", BillAction.BillReviewReport.class,
					Text.of("提出统一审议报告和修改稿", "Report on the unified review, with a revised draft"))
			.from(UNIFIED_REVIEW)
			.by(LEGAL_COMMITTEE)
			.rules("LEG-31", "LEG-32", "LEG-34", "LEG-40", "LEG-72")
			.guard("LEG-32",
					Text.of("报告须说明重要的不同意见（dissent），没有的须声明（noDissent）。",
							"The report names important dissent (dissent), or says that there is none (noDissent)."),
					(c, in, m) -> Given.orNone(in.dissent()).isEmpty() == Boolean.TRUE.equals(in.noDissent()),
					(c, in, m) -> Map.of("dissent", Given.orNone(in.dissent()).size(), "noDissent",
							Boolean.TRUE.equals(in.noDissent())))
			.guard("LEG-32",
					Text.of("重要意见未采纳的须反馈（feedback）。",
							"Those whose key opinions were not taken up are told (feedback)."),
					(c, in, m) -> Given.orNone(in.dissent()).isEmpty() || !Given.isBlank(in.feedback()),
					(c, in, m) -> Map.of("dissent", Given.orNone(in.dissent()).size(), "feedback", ""))
			.guard("LEG-72", Text.of("审议须回答六个方面的问题。", "A review answers all six questions."),
					(c, in, m) -> Conditions.allAnswered(in.checks()),
					(c, in, m) -> Conditions.unanswered(in.checks())),
				"LEG-31", (in) -> new Drafted(in.draft(), in.consolidated(), in.known()))
			.apply((c, in, m) -> c.with(c.papers().at(in.draft(), Given.orNone(in.consolidated())))
				.with(c.course().with(report(c, in, m.on()))))
			.ends(Clocks.LEGAL_REPORT)
			.awaited()
			.backdated()
			.event("bill.reviewed")
			.end();
	}

	private static void province(Workflow.Builder<Bill, State, Party> workflow) {
		workflow
			.step("ask-province", BillAction.BillProvinceAsked.class,
					Text.of("征询省人大常委会法制工作机构意见", "Ask the province's legislative-affairs body"))
			.from(READING_1, CONSULTATION, UNIFIED_REVIEW, State.READING_2, State.READING_3)
			.by(OFFICE)
			.rules("LEG-75")
			.apply((c, in,
					m) -> c.with(c.course()
						.with(new BillDecision("ask-province", m.on(), Given.orEmpty(in.opinion()),
								in.document().strip(), null))))
			.ends(Clocks.PROVINCE)
			.backdated()
			.event("bill.province-asked")
			.end();
	}

	private static BillReview report(Bill bill, BillAction.BillReviewReport in, LocalDate on) {
		return new BillReview(bill.course().round(), on, in.draft(), in.report().strip(), Given.orNone(in.dissent()),
				Given.orEmpty(in.feedback()), Given.orEmpty(in.disagreement()), Given.orEmpty(in.assessment()));
	}

	private static void consultation(Workflow.Builder<Bill, State, Party> workflow) {
		workflow.step("consult", BillAction.BillConsulting.class, Text.of("向社会公布征求意见", "Ask the public"))
			.from(READING_1)
			.to(CONSULTATION)
			.by(OFFICE)
			.rules("LEG-37")
			.guard("LEG-37", Text.of("向社会公布征求意见的时间不少于规定期限；缩短须有主任会议的决定（decision）。",
					"The public is given the whole time; less takes a decision of the chairpersons' meeting (decision)."),
					(c, in, m) -> isLongEnough(in, m.rules().limit("legis.consultDays"))
							|| (!Given.isBlank(in.decision()) && !in.until().isBefore(in.from())),
					(c, in, m) -> Map.of("from", in.from(), "until", in.until(), "limit",
							m.rules().limit("legis.consultDays").text()))
			.guard("LEG-37",
					Text.of("公布的须是本法规案的草案，公布日期不得早于审议。",
							"It is a draft of this bill, and not published before its reading."),
					(c, in, m) -> Conditions.foreign(draft(c, in), List.of(), in.known()).isEmpty()
							&& draft(c, in) != null && !in.from().isBefore(c.stateSince()),
					(c, in, m) -> Map.of("from", in.from(), "readOn", c.stateSince()))
			.apply((c, in,
					m) -> c.with(c.course()
						.with(new BillConsultation(m.on(), in.from(), in.until(), draft(c, in), in.notice().strip(),
								Given.orEmpty(in.decision()), ""))))
			.awaited()
			.event("bill.published-for-comments")
			.end();
		workflow.step("no-consultation", BillAction.BillDeciding.class, Text.of("决定不向社会公布", "Decide not to publish"))
			.from(READING_1)
			.to(UNIFIED_REVIEW)
			.by(COUNCIL)
			.rules("LEG-37")
			.guard("LEG-37",
					Text.of("不公布须有主任会议的决定（document）并说明理由（reason）。",
							"Not publishing takes a recorded decision (document) and its reason (reason)."),
					(c, in, m) -> !Given.isBlank(in.document()) && !Given.isBlank(in.reason()),
					(c, in, m) -> Map.of("document", Given.orEmpty(in.document()), "reason",
							Given.orEmpty(in.reason())))
			.apply((c, in,
					m) -> c.with(c.course()
						.with(new BillConsultation(m.on(), null, null, null, "", Given.orEmpty(in.document()),
								Given.orEmpty(in.reason())))))
			.backdated()
			.event("bill.not-published")
			.end();
		workflow
			.step("begin-review", BillAction.BillProceeding.class,
					Text.of("交法制委员会统一审议", "Send it to the unified review"))
			.from(CONSULTATION)
			.to(UNIFIED_REVIEW)
			.by(OFFICE)
			.rules("LEG-31", "LEG-37")
			.guard("LEG-37", Text.of("征求意见期限未满。", "The consultation is not over."),
					(c, in, m) -> BillKnown.of(in.known()).consulted(KnownConsultation::over),
					(c, in, m) -> standing(in))
			.guard("LEG-37", Text.of("征求意见情况尚未向社会通报。", "The results of the consultation are not published yet."),
					(c, in, m) -> BillKnown.of(in.known()).consulted(KnownConsultation::summaryPublished),
					(c, in, m) -> standing(in))
			.awaited()
			.event("bill.review-begun")
			.end();
	}

	private static Map<String, Object> standing(BillAction.BillProceeding in) {
		KnownConsultation consultation = BillKnown.of(in.known()).consultation();
		return (consultation == null) ? Map.of("consultation", false) : Map.of("until", consultation.until(), "over",
				consultation.over(), "summaryPublished", consultation.summaryPublished());
	}

	static @Nullable UUID draft(Bill bill, BillAction.BillConsulting in) {
		return (in.draft() != null) ? in.draft() : bill.papers().draft();
	}

	private static boolean isLongEnough(BillAction.BillConsulting in, TimeLimit limit) {
		return !Clocks.before(in.until(), limit).isBefore(in.from());
	}

	/**
	 * The drafts that a step names belong to the bill, and whatever it changes is there
	 * as a whole.
	 */
	static <I extends Record> StepBuilder<Bill, State, Party, I> drafts(StepBuilder<Bill, State, Party, I> step,
			String rule, Function<I, Drafted> named) {
		return step
			.guard(rule, Text.of("所列文本不是本法规案的草案，请先上传。", "A text named is no draft of this bill; enter it first."),
					(c, in, m) -> named.apply(in).foreign().isEmpty(),
					(c, in, m) -> Map.of("drafts", named.apply(in).foreign()))
			.guard("LEG-19",
					Text.of("修改法规须有修改后的全文（consolidated），以便对照。",
							"A change comes with the whole text as it would be (consolidated), to be compared."),
					(c, in, m) -> named.apply(in).missing(c).isEmpty(),
					(c, in, m) -> Map.of("withoutWholeText", named.apply(in).missing(c)));
	}

	/**
	 * The drafts that a step names.
	 */
	record Drafted(UUID draft, @Nullable List<BillText> consolidated, @Nullable BillKnown known) {

		List<UUID> foreign() {
			return Conditions.foreign(this.draft, this.consolidated, this.known);
		}

		List<String> missing(Bill bill) {
			return Conditions.withoutWholeText(bill, this.draft, this.consolidated, this.known);
		}

	}

}
