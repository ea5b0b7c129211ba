package renda.legislation.resolution;

import java.util.Map;

import renda.legislation.member.Body;
import renda.legislation.resolution.Course.Deliberation;
import renda.legislation.resolution.Course.Words;
import renda.legislation.resolution.Resolution.Party;
import renda.legislation.resolution.Resolution.State;
import renda.legislation.resolution.ResolutionAction.ResolutionDeliberation;
import renda.legislation.resolution.ResolutionAction.ResolutionPlain;
import renda.legislation.resolution.ResolutionAction.ResolutionReason;
import renda.legislation.resolution.ResolutionAction.ResolutionRevision;
import renda.legislation.resolution.ResolutionAction.ResolutionVote;
import renda.legislation.resolution.ResolutionAction.ResolutionWords;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.resolution.Resolution.Party.CHAIR;
import static renda.legislation.resolution.Resolution.Party.COUNCIL;
import static renda.legislation.resolution.Resolution.Party.MOVER;
import static renda.legislation.resolution.Resolution.Party.OFFICE;
import static renda.legislation.resolution.Resolution.State.ADOPTED;
import static renda.legislation.resolution.Resolution.State.CLOSED;
import static renda.legislation.resolution.Resolution.State.DELIBERATED;
import static renda.legislation.resolution.Resolution.State.LISTED;
import static renda.legislation.resolution.Resolution.State.OPINIONS_SENT;
import static renda.legislation.resolution.Resolution.State.REJECTED;
import static renda.legislation.resolution.Resolution.State.UNDECIDED;

/**
 * What the meeting does with a motion, and what happens where no resolution comes of it.
 */
final class DecisionSteps {

	private static final Text ON_AGENDA = Text.of("未列入所述会议已通过的议程，或者不在会期之内。",
			"It is not on the agenda that the meeting has adopted, or the day is not one of the meeting's.");

	private static final Text QUORUM = Text.of("出席人数不足，会议不得举行。", "Too few were present for the meeting to be held.");

	private DecisionSteps() {
	}

	static void declare(Workflow.Builder<Resolution, State, Party> workflow) {
		deliberating(workflow);
		voting(workflow);
		withoutDecision(workflow);
	}

	private static void deliberating(Workflow.Builder<Resolution, State, Party> workflow) {
		workflow.step("revise-draft", ResolutionRevision.class, Text.of("修改决议草案", "Change the draft resolution"))
			.from(LISTED, DELIBERATED)
			.by(OFFICE)
			.rules("MTG-09")
			.apply((c, in, m) -> c.with(c.motion().saying(in.title(), in.draft(), Given.orEmpty(in.explanation()))))
			.event("resolution.draft-revised")
			.end();
		workflow.step("deliberate", ResolutionDeliberation.class, Text.of("审议", "Record the deliberation"))
			.from(LISTED, DELIBERATED)
			.to(DELIBERATED)
			.by(OFFICE, COUNCIL)
			.rules("MAJ-05", "MTG-09", "MTG-02")
			.guard("MTG-09", ON_AGENDA, (c, in, m) -> ResolutionConditions.isDealtWith(c, in, m),
					(c, in, m) -> ResolutionConditions.meeting(c, in))
			.guard("MTG-02", QUORUM, (c, in, m) -> ResolutionConditions.isQuorate(c, in, m, Body.STANDING_COMMITTEE),
					(c, in, m) -> ResolutionConditions.meeting(c, in))
			.guard("MTG-13", QUORUM, (c, in, m) -> ResolutionConditions.isQuorate(c, in, m, Body.CONGRESS),
					(c, in, m) -> ResolutionConditions.meeting(c, in))
			.apply((c, in, m) -> (in.sitting() == null) ? c
					: c.with(c.course()
						.deliberated(new Deliberation(m.on(), in.meeting(), in.sitting().name(),
								Given.orEmpty(in.opinions())))))
			.ends(ResolutionClocks.DELIBERATION)
			.awaited()
			.backdated()
			.event("resolution.deliberated")
			.end();
		workflow.step("to-congress", ResolutionPlain.class, Text.of("提交代表大会", "Submit it to the congress"))
			.from(DELIBERATED)
			.to(LISTED)
			.by(COUNCIL)
			.rules("MAJ-05", "MAJ-08")
			.guard("MAJ-05", Text.of("已经提交代表大会。", "It is before the congress already."),
					(c, in, m) -> c.body() == Body.STANDING_COMMITTEE, (c, in, m) -> Map.of("body", c.body().name()))
			.apply((c, in, m) -> c.forCongress())
			.backdated()
			.event("resolution.submitted-to-congress")
			.end();
	}

	private static void voting(Workflow.Builder<Resolution, State, Party> workflow) {
		workflow.step("adopt", ResolutionVote.class, Text.of("表决通过", "Adopted"))
			.from(LISTED, DELIBERATED)
			.to(ADOPTED)
			.by(CHAIR, COUNCIL, OFFICE)
			.rules("MTG-03", "MTG-15", "MAJ-01")
			.guard("MTG-03", Text.of("赞成票未超过全体组成人员的半数。", "The votes for it are no more than half of all members."),
					(c, in, m) -> ResolutionConditions.passed(in.vote(), Body.STANDING_COMMITTEE),
					(c, in, m) -> ResolutionConditions.vote(in.vote()))
			.guard("MTG-15", Text.of("赞成票未超过全体代表的半数。", "The votes for it are no more than half of all deputies."),
					(c, in, m) -> ResolutionConditions.passed(in.vote(), Body.CONGRESS),
					(c, in, m) -> ResolutionConditions.vote(in.vote()))
			.apply((c, in, m) -> c.with(in.vote()))
			.cancels(ResolutionClocks.DELIBERATION)
			.automatic()
			.event("resolution.adopted")
			.end();
		workflow.step("reject", ResolutionVote.class, Text.of("表决未通过", "Rejected"))
			.from(LISTED, DELIBERATED)
			.to(REJECTED)
			.by(CHAIR, COUNCIL, OFFICE)
			.rules("MTG-03", "MTG-15", "MAJ-06")
			.apply((c, in, m) -> c.with(in.vote()))
			.cancels(ResolutionClocks.DELIBERATION)
			.starts(ResolutionClocks.OPINIONS, (c, in, m) -> ResolutionClocks.office())
			.automatic()
			.event("resolution.rejected")
			.end();
	}

	private static void withoutDecision(Workflow.Builder<Resolution, State, Party> workflow) {
		workflow.step("leave-undecided", ResolutionReason.class, Text.of("不作出决议决定", "Make no decision"))
			.from(DELIBERATED)
			.to(UNDECIDED)
			.by(COUNCIL)
			.rules("MTG-09", "MAJ-06")
			.guard("MTG-09", Text.of("暂不交付表决的，须提出下一步处理意见。", "Where it is not put to the vote, the next step is said."),
					(c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of("reason", ""))
			.apply((c, in, m) -> c.with(c.course().ended(Given.orEmpty(in.reason()))))
			.starts(ResolutionClocks.OPINIONS, (c, in, m) -> ResolutionClocks.office())
			.backdated()
			.event("resolution.left-undecided")
			.end();
		workflow.step("send-opinions", ResolutionWords.class, Text.of("送达审查意见和建议", "Send the opinions"))
			.from(UNDECIDED, REJECTED)
			.toOneOf((c, in, m) -> c.motion().mover().reports() ? OPINIONS_SENT : CLOSED, OPINIONS_SENT, CLOSED)
			.by(OFFICE)
			.rules("MAJ-06", "MAJ-09")
			.guard("MAJ-06", Text.of("审查意见和建议须书面通知提案人。", "The mover is told the opinions in writing."),
					(c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.apply((c, in, m) -> c.with(c.course().told(new Words(m.on(), Given.orEmpty(in.text())))))
			.ends(ResolutionClocks.OPINIONS)
			.starts(ResolutionClocks.ANSWER, (c, in, m) -> ResolutionClocks.answering(c))
			.awaited()
			.backdated()
			.event("resolution.opinions-sent")
			.end();
		workflow.step("extend-answer", ResolutionPlain.class, Text.of("延长报告期限", "Allow more time to report"))
			.from(OPINIONS_SENT)
			.by(COUNCIL)
			.rules("MAJ-09")
			.prolongs(ResolutionClocks.ANSWER, (c, in, m) -> ResolutionClocks.answering(c))
			.event("resolution.answer-extended")
			.end();
		workflow.step("answer", ResolutionWords.class, Text.of("报告办理情况", "Report on the opinions"))
			.from(OPINIONS_SENT)
			.to(CLOSED)
			.by(MOVER)
			.rules("MAJ-01", "MAJ-09")
			.guard("MAJ-01", Text.of("办理情况须书面报告。", "The handling is reported in writing."),
					(c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.apply((c, in, m) -> c.with(c.course().answered(new Words(m.on(), Given.orEmpty(in.text())))))
			.ends(ResolutionClocks.ANSWER)
			.awaited()
			.event("resolution.opinions-answered")
			.end();
	}

}
