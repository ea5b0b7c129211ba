package renda.legislation.remark;

import java.util.List;
import java.util.Map;

import renda.legislation.remark.Remark.Party;
import renda.legislation.remark.Remark.State;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.remark.Remark.Party.HANDLER;
import static renda.legislation.remark.Remark.Party.MEMBER;
import static renda.legislation.remark.Remark.Party.OFFICE;
import static renda.legislation.remark.Remark.State.ANSWERED;
import static renda.legislation.remark.Remark.State.DROPPED;
import static renda.legislation.remark.Remark.State.FORWARDED;
import static renda.legislation.remark.Remark.State.RAISED;

/**
 * The law's table of a remark (河南常委会工作条例 第十一条).
 */
final class RemarkWorkflow {

	/** From the day it is handed on. */
	static final DeadlineRule ANSWER = DeadlineRule.of("answer", Text.of("报告办理结果", "Report what was done"), "MTG-29",
			"mtg.suggestionMonths");

	/** The declaration. */
	static final Workflow<Remark, State, Party> DECLARED = declared();

	private RemarkWorkflow() {
	}

	private static Workflow<Remark, State, Party> declared() {
		Workflow.Builder<Remark, State, Party> workflow = Workflow.of("remark", Remark.class, State.class, Party.class,
				Text.of("会议重要意见建议", "remark at a meeting"));
		workflow.opening("raise", RemarkAction.RemarkRaised.class, Text.of("提出", "Raise it"))
			.to(RAISED)
			.by(OFFICE, MEMBER)
			.rules("MTG-29")
			.guard("MTG-29",
					Text.of("重要意见和建议在常委会会议上提出；会议须已举行。",
							"It is raised at a meeting of the committee, which was opened."),
					(c, in, m) -> Boolean.TRUE.equals(in.held()), (c, in, m) -> Map.of("meeting", in.meeting()))
			.event("remark.raised")
			.end();
		workflow.step("forward", RemarkAction.RemarkForwarded.class, Text.of("交办", "Hand it to an organ"))
			.from(RAISED)
			.to(FORWARDED)
			.by(OFFICE)
			.rules("MTG-29")
			.apply((c, in, m) -> c.forwarded(in.organ().strip()))
			.starts(ANSWER, (c, in, m) -> List.of(Holder.organ(c.organ())))
			.awaited()
			.backdated()
			.event("remark.forwarded")
			.end();
		workflow.step("answer", RemarkAction.RemarkAnswered.class, Text.of("报告办理结果", "Report what was done"))
			.from(FORWARDED)
			.to(ANSWERED)
			.by(HANDLER, OFFICE)
			.rules("MTG-29")
			.apply((c, in, m) -> c.answered(new Remark.Answer(m.on(), in.text().strip())))
			.ends(ANSWER)
			.awaited()
			.backdated()
			.event("remark.answered")
			.end();
		workflow.step("drop", RemarkAction.RemarkDropped.class, Text.of("不作交办", "Do not hand it on"))
			.from(RAISED)
			.to(DROPPED)
			.by(OFFICE, MEMBER)
			.rules("MTG-29")
			.apply((c, in, m) -> c.dropped(in.reason().strip()))
			.event("remark.dropped")
			.end();
		return workflow.build();
	}

}
