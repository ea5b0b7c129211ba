package renda.legislation.interpretation;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import renda.legislation.agenda.Purpose;
import renda.legislation.interpretation.Interpretation.InterpretationEnd;
import renda.legislation.interpretation.Interpretation.Party;
import renda.legislation.interpretation.Interpretation.Requester;
import renda.legislation.interpretation.Interpretation.State;
import renda.legislation.member.Body;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.legislation.interpretation.Interpretation.Party.COUNCIL;
import static renda.legislation.interpretation.Interpretation.Party.LEGAL_COMMITTEE;
import static renda.legislation.interpretation.Interpretation.Party.OFFICE;
import static renda.legislation.interpretation.Interpretation.Party.PLENARY;
import static renda.legislation.interpretation.Interpretation.Party.REQUESTER;
import static renda.legislation.interpretation.Interpretation.State.ANNOUNCED;
import static renda.legislation.interpretation.Interpretation.State.ANSWERED_BY_LETTER;
import static renda.legislation.interpretation.Interpretation.State.APPROVAL_PENDING;
import static renda.legislation.interpretation.Interpretation.State.DRAFTING;
import static renda.legislation.interpretation.Interpretation.State.LISTED;
import static renda.legislation.interpretation.Interpretation.State.PASSED;
import static renda.legislation.interpretation.Interpretation.State.REJECTED;
import static renda.legislation.interpretation.Interpretation.State.REQUESTED;

/**
 * The course of an interpretation (郑州市地方立法条例 第三十九条至第四十三条、第五十五条).
 */
final class InterpretationWorkflow {

	static final DeadlineRule APPROVAL = DeadlineRule.of("approval",
			Text.of("省人大常委会作出批准决定", "The province's decision on approval"), "LEG-07", "legis.approvalMonths");

	private static final Set<Requester> ENTITLED = EnumSet.complementOf(EnumSet.of(Requester.OTHER));

	static final Workflow<Interpretation, State, Party> DECLARED = declared();

	private InterpretationWorkflow() {
	}

	private static Workflow<Interpretation, State, Party> declared() {
		Workflow.Builder<Interpretation, State, Party> workflow = Workflow.of("interpretation", Interpretation.class,
				State.class, Party.class, Text.of("地方性法规解释", "Interpretation"));
		requesting(workflow);
		deciding(workflow);
		ending(workflow);
		return workflow.build();
	}

	private static void requesting(Workflow.Builder<Interpretation, State, Party> workflow) {
		workflow
			.opening("request", InterpretationAction.InterpretationRequest.class,
					Text.of("提请解释", "Ask for an interpretation"))
			.to(REQUESTED)
			.by(REQUESTER)
			.rules("LEG-63", "LEG-64", "LEG-67")
			.guard("LEG-63", Text.of("只解释本市现行有效的地方性法规。", "Only regulations of the city in force are interpreted."),
					(c, in, m) -> c.request().city(), (c, in, m) -> Map.of("regulation", c.request().title()))
			.guard("LEG-64", Text.of("可以提请解释的是市人民政府、中级人民法院、检察院、专门委员会和县级人大常委会；其他机关可以书面询问（不写 ground）。",
					"The government, the court, the procuratorate, special committees and county committees may ask; others put a written question (without ground)."),
					(c, in, m) -> c.request().ground() == null || ENTITLED.contains(c.request().requester()),
					(c, in, m) -> Map.of("requester", c.request().requester(), "organ", c.request().organ()))
			.apply((c, in, m) -> c)
			.event("interpretation.requested")
			.end();
		workflow
			.step("draft", InterpretationAction.InterpretationDraft.class,
					Text.of("拟订解释草案", "Draft the interpretation"))
			.from(REQUESTED, DRAFTING)
			.to(DRAFTING)
			.by(OFFICE)
			.rules("LEG-63", "LEG-65")
			.guard("LEG-63", Text.of("解释须有法定情形：需要进一步明确具体含义，或者出现新情况需要明确适用依据。",
					"An interpretation has one of the two grounds; this is a written question, answered by letter."),
					(c, in, m) -> c.request().ground() != null, (c, in, m) -> Map.of("ground", ""))
			.apply((c, in, m) -> c.drafted(in.title().strip(), in.text().strip()))
			.awaited()
			.backdated()
			.event("interpretation.drafted")
			.end();
		workflow
			.step("answer-by-letter", InterpretationAction.InterpretationLetter.class,
					Text.of("书面答复", "Answer by letter"))
			.from(REQUESTED)
			.to(ANSWERED_BY_LETTER)
			.by(OFFICE)
			.rules("LEG-67")
			.guard("LEG-67",
					Text.of("书面答复须经主任会议同意（consent）。",
							"A letter takes the consent of the chairpersons' meeting (consent)."),
					(c, in, m) -> !Given.isBlank(in.consent()), (c, in, m) -> Map.of("consent", ""))
			.guard("LEG-67", Text.of("书面答复须报省人大常委会备案（filedOn）。", "A letter is filed with the province (filedOn)."),
					(c, in, m) -> in.filedOn() != null, (c, in, m) -> Map.of("filed", false))
			.apply((c, in, m) -> c.drafted(c.request().title(), in.text().strip())
				.ended(new InterpretationEnd(m.on(), in.number().strip(), "", null, Given.orEmpty(in.consent()),
						in.filedOn(), null)))
			.backdated()
			.event("interpretation.answered-by-letter")
			.end();
	}

	private static void deciding(Workflow.Builder<Interpretation, State, Party> workflow) {
		workflow.step("list", InterpretationAction.InterpretationDeciding.class, Text.of("列入会议议程", "List it"))
			.from(DRAFTING)
			.to(LISTED)
			.by(COUNCIL)
			.rules("LEG-65")
			.apply((c, in, m) -> c)
			.awaited()
			.backdated()
			.event("interpretation.listed")
			.end();
		workflow
			.step("report-review", InterpretationAction.InterpretationReview.class,
					Text.of("提出审议报告和表决稿", "Report on the review, with the words to be voted on"))
			.from(LISTED)
			.by(LEGAL_COMMITTEE)
			.rules("LEG-65")
			.apply((c, in, m) -> c.reviewed(in.text().strip(), in.report().strip()))
			.awaited()
			.backdated()
			.event("interpretation.reviewed")
			.end();
		voted(workflow.step("adopt", InterpretationAction.InterpretationDecided.class, Text.of("表决通过", "Pass"))
			.to(PASSED), true).event("interpretation.passed").end();
		voted(workflow.step("reject", InterpretationAction.InterpretationDecided.class, Text.of("表决未通过", "Reject"))
			.to(REJECTED), false).event("interpretation.rejected").end();
	}

	private static StepBuilder<Interpretation, State, Party, InterpretationAction.InterpretationDecided> voted(
			StepBuilder<Interpretation, State, Party, InterpretationAction.InterpretationDecided> step,
			boolean passed) {
		return step.from(LISTED)
			.by(PLENARY)
			.rules("LEG-65")
			.guard("LEG-65", Text.of("法制委员会尚未提出审议报告。", "The Legislative Committee has not reported."),
					(c, in, m) -> !c.review().isEmpty(), (c, in, m) -> Map.of("reviewed", false))
			.guard("LEG-65",
					Text.of("解释由常务委员会会议以全体组成人员的过半数表决。",
							"The committee decides on it by more than half of all its members."),
					(c, in, m) -> in.decided().body() == Body.STANDING_COMMITTEE
							&& in.decided().purpose() == Purpose.VOTE && in.decided().passed() == passed,
					(c, in, m) -> Map.of("body", in.decided().body(), "passed", in.decided().passed(), "for",
							in.decided().outcome().tally().votesFor(), "needed", in.decided().outcome().needed()))
			.apply((c, in, m) -> c.voted(in.decided()))
			.automatic();
	}

	private static void ending(Workflow.Builder<Interpretation, State, Party> workflow) {
		workflow
			.step("submit-for-approval", InterpretationAction.InterpretationDeciding.class,
					Text.of("报请省人大常委会批准", "Submit it to the province"))
			.from(PASSED)
			.to(APPROVAL_PENDING)
			.by(OFFICE)
			.rules("LEG-63", "LEG-07")
			.apply((c, in, m) -> c)
			.starts(APPROVAL, (c, in, m) -> java.util.List.of(Holder.role(Role.LEGISLATIVE_OFFICE)))
			.awaited()
			.backdated()
			.event("interpretation.submitted-for-approval")
			.end();
		workflow
			.step("refuse-approval", InterpretationAction.InterpretationDeciding.class,
					Text.of("省人大常委会不予批准", "The province refuses"))
			.from(APPROVAL_PENDING)
			.to(DRAFTING)
			.by(OFFICE)
			.rules("LEG-63", "LEG-76")
			.guard("LEG-76", Text.of("须记录不予批准的理由（reason）。", "Record why it was refused (reason)."),
					(c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of("reason", ""))
			.apply((c, in, m) -> c.refused(Given.orEmpty(in.reason())))
			.ends(APPROVAL)
			.backdated()
			.event("interpretation.approval-refused")
			.end();
		workflow.step("announce", InterpretationAction.InterpretationAnnouncing.class, Text.of("公布", "Announce"))
			.from(APPROVAL_PENDING)
			.to(ANNOUNCED)
			.by(OFFICE)
			.rules("LEG-63", "LEG-66")
			.guard("LEG-63",
					Text.of("解释经批准后公布：请给出批准机关（approvedBy）和批准日期（approvedOn）。",
							"It is announced once approved: name the body (approvedBy) and the day (approvedOn)."),
					(c, in, m) -> !Given.isBlank(in.approvedBy()) && in.approvedOn() != null
							&& !in.approvedOn().isAfter(m.on()) && !in.approvedOn().isBefore(c.stateSince()),
					(c, in, m) -> Map.of("approvedBy", Given.orEmpty(in.approvedBy()), "approvedOn",
							(in.approvedOn() != null) ? in.approvedOn().toString() : "", "submittedOn", c.stateSince()))
			.apply((c, in,
					m) -> c.ended(new InterpretationEnd(m.on(), in.number().strip(), Given.orEmpty(in.approvedBy()),
							in.approvedOn(), "", null, (in.effectiveOn() != null) ? in.effectiveOn() : m.on())))
			.ends(APPROVAL)
			.awaited()
			.event("interpretation.announced")
			.end();
	}

}
