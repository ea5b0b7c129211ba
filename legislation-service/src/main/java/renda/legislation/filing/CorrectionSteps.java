package renda.legislation.filing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import renda.legislation.examination.FilingCorrection;
import renda.legislation.examination.FilingCorrection.How;
import renda.legislation.examination.FilingCorrection.Outcome;
import renda.legislation.examination.FilingCorrection.Response;
import renda.legislation.examination.FilingReview.Result;
import renda.legislation.filing.Filing.Party;
import renda.legislation.filing.Filing.State;
import renda.legislation.normative.FilingDocument;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.legislation.filing.Filing.Party.COUNCIL;
import static renda.legislation.filing.Filing.Party.MAKER;
import static renda.legislation.filing.Filing.Party.OFFICE;
import static renda.legislation.filing.Filing.Party.SESSION;
import static renda.legislation.filing.Filing.State.ANNULLED;
import static renda.legislation.filing.Filing.State.ANNUL_MOTION;
import static renda.legislation.filing.Filing.State.CHAIRS_DECIDED;
import static renda.legislation.filing.Filing.State.CLOSED;
import static renda.legislation.filing.Filing.State.CONSULTING_ORGAN;
import static renda.legislation.filing.Filing.State.CORRECTED;
import static renda.legislation.filing.Filing.State.EXTENDED;
import static renda.legislation.filing.Filing.State.IN_REVIEW;
import static renda.legislation.filing.Filing.State.NOT_ANNULLED;
import static renda.legislation.filing.Filing.State.NO_PROBLEM;
import static renda.legislation.filing.Filing.State.OPINION_SENT;
import static renda.legislation.filing.Filing.State.ORGAN_ANSWERED;
import static renda.legislation.filing.Filing.State.SUSPENDED;
import static renda.legislation.filing.Filing.State.TO_CHAIRS;

/**
 * What follows where a document is wrong: opinion, answer, the chairpersons' meeting,
 * annulment, and the end.
 */
final class CorrectionSteps {

	private CorrectionSteps() {
	}

	static void declare(Workflow.Builder<Filing, State, Party> workflow) {
		opinion(workflow);
		council(workflow);
		correction(workflow);
		annulment(workflow);
		ending(workflow);
	}

	private static void opinion(Workflow.Builder<Filing, State, Party> workflow) {
		workflow
			.step("send-opinion", FilingAction.FilingWrittenOpinion.class,
					Text.of("发出书面审查意见", "Send the written opinion"))
			.from(IN_REVIEW, EXTENDED, CONSULTING_ORGAN, SUSPENDED)
			.to(OPINION_SENT)
			.by(OFFICE)
			.rules("FIL-13", "FIL-10", "FIL-09", "FIL-24")
			.guard("FIL-10", Text.of("书面审查意见须至少指出一项问题。", "A written opinion names at least one ground."),
					(c, in, m) -> !c.review().grounds().isEmpty(), (c, in, m) -> Map.of("found", List.of()))
			.guard("FIL-09", ReviewSteps.OPINIONS, (c, in, m) -> ReviewSteps.opinionsIn(c, in.withoutOpinions()),
					(c, in, m) -> Map.of("missing", c.review().silent()))
			.guard("FIL-24",
					Text.of("制定机关已提交书面纠正计划，期限尚未届满，不再提出书面审查意见。",
							"The maker has given a written plan whose day has not come; no opinion is sent meanwhile."),
					(c, in, m) -> FilingConditions.planIsOver(c, m.on()),
					(c, in, m) -> Map.of("by", String.valueOf(Objects.requireNonNull(c.correction().plan()).by())))
			.apply((c, in,
					m) -> c.with(c.correction()
						.with((done) -> done.opinion = new FilingCorrection.WrittenOpinion(m.on(), c.review().grounds(),
								in.words(), Given.orEmpty(in.withoutOpinions())))))
			.ends(FilingClocks.REVIEW)
			.ends(FilingClocks.ACTIVE)
			.cancels(FilingClocks.COMMITTEE)
			.cancels(FilingClocks.EXPLANATION)
			.cancels(FilingClocks.PLAN)
			.starts(FilingClocks.ANSWER, (c, in, m) -> FilingClocks.maker(c))
			.backdated()
			.event("filing.opinion-sent")
			.end();
		workflow.step("answer", FilingAction.FilingAnswer.class, Text.of("答复书面审查意见", "Answer the opinion"))
			.from(OPINION_SENT)
			.to(ORGAN_ANSWERED)
			.by(MAKER)
			.rules("FIL-13", "FIL-14")
			.guard("FIL-13",
					Text.of("答复修改或者废止的，须写明今天之后的完成日期（by）。",
							"Whoever is going to put it right says by which day to come."),
					(c, in, m) -> in.how() == Response.REFUSE
							|| (in.by() != null && FilingConditions.isBy(in.by(), m.on())),
					(c, in, m) -> Map.of("how", in.how().name(), "by", String.valueOf(in.by())))
			.apply((c, in,
					m) -> c.with(c.correction()
						.with((done) -> done.answer = new FilingCorrection.MakerAnswer(m.on(), in.how(), in.words(),
								(in.how() == Response.REFUSE) ? null : in.by()))))
			.ends(FilingClocks.ANSWER)
			.startsUntil(FilingClocks.CORRECTION,
					(c, in, m) -> (in.how() == Response.REFUSE) ? List.of() : FilingClocks.maker(c),
					(c, in, m) -> Objects.requireNonNullElse(in.by(), m.on()))
			.awaited()
			.event("filing.answered")
			.end();
	}

	private static void council(Workflow.Builder<Filing, State, Party> workflow) {
		workflow
			.step("report-to-council", FilingAction.FilingCouncilReport.class,
					Text.of("报告主任会议", "Report to the chairpersons' meeting"))
			.from(OPINION_SENT, ORGAN_ANSWERED)
			.to(TO_CHAIRS)
			.by(OFFICE)
			.rules("FIL-15")
			.guard("FIL-15",
					Text.of("制定机关拒绝、逾期不答复或者逾期不纠正的，才报告主任会议。",
							"It goes to the chairpersons' meeting where the maker refuses, or lets its time pass."),
					(c, in, m) -> FilingConditions.refuses(c, m),
					(c, in, m) -> Map.of("state", c.state().name(), "since", c.stateSince(), "on", m.on()))
			.apply((c, in, m) -> c.with(c.correction()
				.with((done) -> done.report = new FilingCorrection.CouncilReport(m.on(), in.words(), in.proposal()))))
			.cancels(FilingClocks.ANSWER)
			.cancels(FilingClocks.CORRECTION)
			.backdated()
			.event("filing.reported-to-council")
			.end();
		workflow
			.step("decide", FilingAction.FilingDecision.class,
					Text.of("主任会议决定", "Decide, as the chairpersons' meeting"))
			.from(TO_CHAIRS)
			.to(CHAIRS_DECIDED)
			.by(COUNCIL)
			.rules("FIL-15", "FIL-26")
			.apply((c, in, m) -> {
				Filing decided = c.with(c.correction()
					.with((done) -> done.decision = new FilingCorrection.CouncilDecision(m.on(), in.outcome(),
							in.words())));
				return (in.outcome() != Outcome.MAINTAIN) ? decided : decided
					.with(c.review().with((review) -> review.ended(m.on(), Result.MAINTAINED, in.words())));
			})
			.starts(FilingClocks.EXECUTION,
					(c, in, m) -> (in.outcome() == Outcome.MAINTAIN) ? List.of() : FilingClocks.maker(c))
			.awaited()
			.backdated()
			.event("filing.decided")
			.end();
	}

	private static void correction(Workflow.Builder<Filing, State, Party> workflow) {
		workflow.step("correct", FilingAction.FilingCorrecting.class, Text.of("已修改或者废止", "Put it right"))
			.from(CONSULTING_ORGAN, SUSPENDED, ORGAN_ANSWERED, CHAIRS_DECIDED)
			.to(CORRECTED)
			.by(MAKER)
			.rules("FIL-24", "FIL-13", "FIL-15", "FIL-25")
			.guard("FIL-15", Text.of("主任会议已决定维持，无须纠正。", "The chairpersons' meeting has upheld it."),
					(c, in, m) -> !isMaintained(c), (c, in, m) -> Map.of("outcome", Outcome.MAINTAIN.name()))
			.guard("FIL-25",
					Text.of("修改或者废止的日期不得早于文件发布之日，也不得晚于今天。",
							"It was not put right before it was issued, nor is it still to come."),
					(c, in, m) -> !in.doneOn().isBefore(c.document().issuedOn()) && !in.doneOn().isAfter(m.on()),
					(c, in, m) -> Map.of("doneOn", in.doneOn(), "issuedOn", c.document().issuedOn()))
			.apply((c, in, m) -> c
				.with(c.correction()
					.with((done) -> done.correction = new FilingCorrection.Corrected(in.doneOn(), in.how(), in.number(),
							in.words())))
				.with(c.review().with((review) -> {
					review.found(m.on());
					review.ended(m.on(), result(c.state()), in.words());
				})))
			.ends(FilingClocks.PLAN)
			.ends(FilingClocks.CORRECTION)
			.ends(FilingClocks.EXECUTION)
			.cancels(FilingClocks.EXPLANATION)
			.cancels(FilingClocks.COMMITTEE)
			.cancels(FilingClocks.REVIEW)
			.cancels(FilingClocks.ACTIVE)
			.startsFrom(FilingClocks.REFILING,
					(c, in, m) -> (in.how() == How.AMENDED) ? FilingClocks.maker(c) : List.of(),
					(c, in, m) -> in.doneOn())
			.awaited()
			.event("filing.corrected")
			.end();
		workflow.step("refiled", FilingAction.FilingRefiled.class, Text.of("新文本已重新报送", "The new text is filed"))
			.from(CORRECTED, ANNULLED)
			.by(MAKER, OFFICE)
			.rules("FIL-25", "FIL-18")
			.apply((c, in, m) -> c.with(c.correction().with((done) -> done.refiledAs = in.filing())))
			.cancels(FilingClocks.REFILING)
			.automatic()
			.event("filing.refiled")
			.end();
	}

	private static Result result(State state) {
		return switch (state) {
			case ORGAN_ANSWERED -> Result.CORRECTED_AFTER_OPINION;
			case CHAIRS_DECIDED -> Result.CORRECTED_AFTER_DECISION;
			default -> Result.CORRECTED_AFTER_COMMUNICATION;
		};
	}

	private static boolean isMaintained(Filing filing) {
		FilingCorrection.CouncilDecision decision = filing.correction().decision();
		return decision != null && decision.outcome() == Outcome.MAINTAIN;
	}

	private static void annulment(Workflow.Builder<Filing, State, Party> workflow) {
		workflow.step("move-annulment", FilingAction.FilingMotion.class, Text.of("提出撤销议案", "Move to annul it"))
			.from(CHAIRS_DECIDED)
			.to(ANNUL_MOTION)
			.by(OFFICE, COUNCIL)
			.rules("FIL-15", "FIL-11", "FIL-18", "FIL-26")
			.guard("FIL-15", Text.of("主任会议决定的办理期限尚未届满，或者无须执行。",
					"The time to carry out the council's decision is not over, or there is nothing to carry out."),
					(c, in, m) -> FilingConditions.isNotExecuted(c, m),
					(c, in, m) -> Map.of("decidedOn", c.stateSince(), "on", m.on()))
			.guard("FIL-11", Text.of("对政府规章，只能撤销本级人民政府制定的（立法法 第一百零八条）。",
					"Of government rules, those of the city's own government alone are annulled here (立法法 第一百零八条)."),
					(c, in, m) -> c.document().source() != FilingDocument.Source.GOVERNMENT_RULE
							|| Boolean.TRUE.equals(in.own()),
					(c, in, m) -> Map.of("maker", c.document().maker()))
			.apply((c, in,
					m) -> c.with(c.correction()
						.with((done) -> done.motion = new FilingCorrection.AnnulmentMotion(m.on(), in.ground(),
								Given.orNone(in.provisions()), in.words()))))
			.cancels(FilingClocks.EXECUTION)
			.event("filing.annulment-moved")
			.end();
		workflow
			.step("note-attendance", FilingAction.FilingAttendance.class,
					Text.of("记录制定机关负责人到会", "Note whether the maker's head attended"))
			.from(ANNUL_MOTION, ANNULLED, NOT_ANNULLED)
			.by(OFFICE)
			.rules("FIL-16")
			.guard("FIL-16", Text.of("未到会的须写明原因。", "Where the head was not there, say why."),
					(c, in, m) -> in.attended() || !Given.orEmpty(in.reason()).isEmpty(),
					(c, in, m) -> Map.of("attended", in.attended()))
			.apply((c, in,
					m) -> c.with(c.correction()
						.with((done) -> done.attendance = new FilingCorrection.HeadAttendance(m.on(), in.name(),
								in.attended(), Given.orEmpty(in.reason())))))
			.backdated()
			.event("filing.attendance-noted")
			.end();
		voted(workflow.step("annul", FilingAction.FilingVoted.class, Text.of("常务委员会决定撤销", "The session annuls it"))
			.to(ANNULLED), Result.ANNULLED)
			.starts(FilingClocks.REPORT, (c, in, m) -> FilingClocks.maker(c))
			.startsFrom(FilingClocks.REFILING,
					(c, in, m) -> c.correction().owesNewText() ? FilingClocks.maker(c) : List.of(),
					(c, in, m) -> m.on())
			.event("filing.annulled")
			.end();
		voted(workflow
			.step("not-annul", FilingAction.FilingVoted.class, Text.of("撤销议案未获通过", "The motion is not passed"))
			.to(NOT_ANNULLED), Result.NOT_ANNULLED).event("filing.not-annulled").end();
		workflow.step("publish-decision", FilingAction.FilingPublication.class, Text.of("公布决定", "Publish the decision"))
			.from(ANNULLED)
			.by(OFFICE)
			.rules("FIL-16")
			.guard("FIL-16", Text.of("须先记录制定机关负责人到会情况。", "Note first whether the maker's head attended."),
					(c, in, m) -> c.correction().attendance() != null, (c, in, m) -> Map.of("attendance", "missing"))
			.apply((c, in,
					m) -> c.with(c.correction()
						.with((done) -> done.publication = new FilingCorrection.Publication(m.on(), in.where()))))
			.backdated()
			.event("filing.decision-published")
			.end();
		workflow
			.step("report-execution", FilingAction.FilingWords.class, Text.of("报告执行情况", "Report how it is carried out"))
			.from(ANNULLED)
			.by(MAKER)
			.rules("FIL-17")
			.apply((c, in, m) -> c.with(
					c.correction().with((done) -> done.execution = new FilingCorrection.Execution(m.on(), in.words()))))
			.ends(FilingClocks.REPORT)
			.awaited()
			.event("filing.execution-reported")
			.end();
	}

	private static StepBuilder<Filing, State, Party, FilingAction.FilingVoted> voted(
			StepBuilder<Filing, State, Party, FilingAction.FilingVoted> step, Result result) {
		return step.from(ANNUL_MOTION)
			.by(SESSION)
			.rules("FIL-16", "FIL-11", "FIL-18")
			.apply((c, in, m) -> c
				.with(c.correction()
					.with((done) -> done.vote = new FilingCorrection.AnnulmentVote(in.ballot(), in.meeting(),
							in.meetingName(), m.on(), in.passed(), in.members(), in.votesFor(), in.explanation())))
				.with(c.review().with((review) -> review.ended(m.on(), result, in.explanation()))))
			.automatic();
	}

	private static void ending(Workflow.Builder<Filing, State, Party> workflow) {
		workflow.step("close", FilingAction.FilingPlain.class, Text.of("办结归档", "Close it"))
			.from(NO_PROBLEM, CORRECTED, ANNULLED, NOT_ANNULLED, CHAIRS_DECIDED)
			.to(CLOSED)
			.by(OFFICE)
			.rules("FIL-08", "FIL-15", "FIL-16", "FIL-17", "FIL-18", "FIL-25")
			.guard("FIL-15", Text.of("主任会议的决定尚未执行。", "The council's decision is not carried out."),
					(c, in, m) -> c.state() != CHAIRS_DECIDED || isMaintained(c),
					(c, in, m) -> Map.of("state", c.state().name()))
			.guard("FIL-25", Text.of("修改后的文本（或者部分撤销后的文本）尚未重新报送。", "The new text is not filed yet."),
					(c, in, m) -> !c.correction().owesNewText(), (c, in, m) -> Map.of("refiled", false))
			.guard("FIL-17",
					Text.of("制定机关尚未报告撤销决定的执行情况。", "The maker has not reported how the annulment is carried out."),
					(c, in, m) -> c.state() != ANNULLED || c.correction().execution() != null,
					(c, in, m) -> Map.of("reported", false))
			.guard("FIL-16", Text.of("撤销决定尚未公布。", "The decision to annul is not published."),
					(c, in, m) -> c.state() != ANNULLED || c.correction().publication() != null,
					(c, in, m) -> Map.of("published", false))
			.awaited()
			.backdated()
			.event("filing.closed")
			.end();
	}

}
