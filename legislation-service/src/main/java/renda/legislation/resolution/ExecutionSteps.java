package renda.legislation.resolution;

import java.util.List;
import java.util.Map;

import renda.legislation.resolution.Course.Words;
import renda.legislation.resolution.Execution.Extension;
import renda.legislation.resolution.Execution.FollowUp;
import renda.legislation.resolution.Execution.Task;
import renda.legislation.resolution.Resolution.Party;
import renda.legislation.resolution.Resolution.Publication;
import renda.legislation.resolution.Resolution.State;
import renda.legislation.resolution.ResolutionAction.ResolutionExtension;
import renda.legislation.resolution.ResolutionAction.ResolutionPlain;
import renda.legislation.resolution.ResolutionAction.ResolutionPublication;
import renda.legislation.resolution.ResolutionAction.ResolutionReturn;
import renda.legislation.resolution.ResolutionAction.ResolutionVote;
import renda.legislation.resolution.ResolutionAction.ResolutionWords;
import renda.legislation.resolution.ResolutionAction.TaskGiven;
import renda.platform.deadline.Holder;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.resolution.Resolution.Party.CHAIR;
import static renda.legislation.resolution.Resolution.Party.COMMITTEE;
import static renda.legislation.resolution.Resolution.Party.COUNCIL;
import static renda.legislation.resolution.Resolution.Party.EXECUTOR;
import static renda.legislation.resolution.Resolution.Party.OFFICE;
import static renda.legislation.resolution.Resolution.State.ADOPTED;
import static renda.legislation.resolution.Resolution.State.CLOSED;
import static renda.legislation.resolution.Resolution.State.EXECUTING;
import static renda.legislation.resolution.Resolution.State.REPORTED;

/**
 * How a resolution is published and carried out, until the last report.
 */
final class ExecutionSteps {

	private static final Text WRITTEN = Text.of("须书面报告。", "It is reported in writing.");

	private static final Text OWED = Text.of("本机关已经报告办结。", "This organ has reported the end already.");

	private static final Text NONE_ASKED = Text.of("没有待决定的延期请求。", "No extension is asked for.");

	private ExecutionSteps() {
	}

	static void declare(Workflow.Builder<Resolution, State, Party> workflow) {
		publishing(workflow);
		reporting(workflow);
		extending(workflow);
		ending(workflow);
	}

	private static void publishing(Workflow.Builder<Resolution, State, Party> workflow) {
		workflow.step("publish", ResolutionPublication.class, Text.of("公布并交付执行", "Publish it and have it carried out"))
			.from(ADOPTED)
			.toOneOf((c, in, m) -> c.execution().tasks().isEmpty() ? CLOSED : EXECUTING, EXECUTING, CLOSED)
			.by(OFFICE)
			.rules("MAJ-01", "MAJ-07", "MAJ-09")
			.guard("MAJ-01", Text.of("公布须附决议决定的文本。", "It is published with its words."),
					(c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.guard("MAJ-07", Text.of("每个执行机关列一次；办结期限须晚于公布之日，并有执行机关。",
					"Each executing organ is named once; a last day is after the publication, and needs an organ."),
					(c, in, m) -> ResolutionConditions.canBeCarriedOut(in, m),
					(c, in, m) -> Map.of("organs", in.given().stream().map(TaskGiven::organ).toList(), "dueOn",
							String.valueOf(in.dueOn())))
			.apply((c, in, m) -> c
				.with(new Publication(m.on(), in.where().strip(), Given.orEmpty(in.text()),
						Boolean.TRUE.equals(in.structured())))
				.with((execution) -> new Execution(in.given()
					.stream()
					.map((given) -> Task.of(given.organ(), Given.orEmpty(given.task()), in.dueOn()))
					.toList(), execution.followUps())))
			.startsUntil(ResolutionClocks.EXECUTION,
					(c, in, m) -> (in.dueOn() != null) ? ResolutionClocks.organs(c.execution().open()) : List.of(),
					(c, in, m) -> (in.dueOn() != null) ? in.dueOn() : m.on())
			.starts(ResolutionClocks.REPORT,
					(c, in, m) -> (in.dueOn() == null) ? ResolutionClocks.organs(c.execution().open()) : List.of())
			.awaited()
			.backdated()
			.event("resolution.published")
			.end();
	}

	private static void reporting(Workflow.Builder<Resolution, State, Party> workflow) {
		workflow.step("report-progress", ResolutionWords.class, Text.of("报告进展", "Report how far it is"))
			.from(EXECUTING)
			.by(EXECUTOR)
			.rules("MAJ-01")
			.guard("MAJ-01", WRITTEN, (c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.guard("MAJ-07", OWED, (c, in, m) -> ResolutionConditions.owes(c, m),
					(c, in, m) -> Map.of("organ", m.caller().organ()))
			.apply((c, in,
					m) -> c.with((execution) -> execution.with(m.caller().organ(),
							(own) -> own.reported(new Words(m.on(), Given.orEmpty(in.text())), false))))
			.event("resolution.progress-reported")
			.end();
		workflow.step("report-execution", ResolutionWords.class, Text.of("报告执行情况", "Report that it is carried out"))
			.from(EXECUTING)
			.toOneOf((c, in, m) -> c.execution().open().isEmpty() ? REPORTED : EXECUTING, EXECUTING, REPORTED)
			.by(EXECUTOR)
			.rules("MAJ-01", "MAJ-07", "MAJ-09")
			.guard("MAJ-01", WRITTEN, (c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.guard("MAJ-07", OWED, (c, in, m) -> ResolutionConditions.owes(c, m),
					(c, in, m) -> Map.of("organ", m.caller().organ()))
			.apply((c, in,
					m) -> c.with((execution) -> execution.with(m.caller().organ(),
							(own) -> own.reported(new Words(m.on(), Given.orEmpty(in.text())), true))))
			.ends(ResolutionClocks.EXECUTION, (c, in, m) -> List.of(Holder.organ(m.caller().organ())))
			.ends(ResolutionClocks.REPORT, (c, in, m) -> List.of(Holder.organ(m.caller().organ())))
			.awaited()
			.event("resolution.execution-reported")
			.end();
	}

	private static void extending(Workflow.Builder<Resolution, State, Party> workflow) {
		workflow.step("ask-extension", ResolutionExtension.class, Text.of("报请延长期限", "Ask for more time"))
			.from(EXECUTING)
			.by(EXECUTOR)
			.rules("MAJ-07")
			.guard("MAJ-07", OWED, (c, in, m) -> ResolutionConditions.owes(c, m),
					(c, in, m) -> Map.of("organ", m.caller().organ()))
			.guard("MAJ-07", Text.of("已有待常委会决定的延期请求。", "An extension is before the standing committee already."),
					(c, in, m) -> ResolutionConditions.asking(c).isEmpty(),
					(c, in, m) -> Map.of("organs", ResolutionConditions.asking(c)))
			.guard("MAJ-07", Text.of("新的期限须晚于今天与原期限。", "The new day is after today and after the day it was."),
					(c, in, m) -> in.until().isAfter(m.on()) && !(ResolutionConditions.own(c, m).dueOn() != null
							&& !in.until().isAfter(ResolutionConditions.own(c, m).dueOn())),
					(c, in, m) -> Map.of("until", in.until(), "dueOn",
							String.valueOf(ResolutionConditions.own(c, m).dueOn())))
			.apply((c, in, m) -> c.with((execution) -> execution.with(m.caller().organ(),
					(own) -> own.asking(new Extension(m.on(), in.until(), in.reason().strip(), null, null, null)))))
			.event("resolution.extension-asked")
			.end();
		workflow.step("grant-extension", ResolutionVote.class, Text.of("批准延期", "More time is granted"))
			.from(EXECUTING)
			.by(CHAIR, COUNCIL, OFFICE)
			.rules("MAJ-07", "MTG-03")
			.guard("MAJ-07", NONE_ASKED, (c, in, m) -> !ResolutionConditions.asking(c).isEmpty(),
					(c, in, m) -> Map.of("pending", 0))
			.apply((c, in, m) -> c.with((execution) -> execution.with((task) -> task.answered(true, in.vote()))))
			.cancels(ResolutionClocks.EXECUTION, (c, in, m) -> ResolutionConditions.granted(c, in.vote()))
			.cancels(ResolutionClocks.REPORT, (c, in, m) -> ResolutionConditions.granted(c, in.vote()))
			.startsUntil(ResolutionClocks.EXECUTION, (c, in, m) -> ResolutionConditions.granted(c, in.vote()),
					(c, in, m) -> ResolutionConditions.grantedUntil(c, in.vote()))
			.automatic()
			.event("resolution.extension-granted")
			.end();
		workflow.step("refuse-extension", ResolutionVote.class, Text.of("不批准延期", "More time is refused"))
			.from(EXECUTING)
			.by(CHAIR, COUNCIL, OFFICE)
			.rules("MAJ-07", "MTG-03")
			.guard("MAJ-07", NONE_ASKED, (c, in, m) -> !ResolutionConditions.asking(c).isEmpty(),
					(c, in, m) -> Map.of("pending", 0))
			.apply((c, in, m) -> c.with((execution) -> execution.with((task) -> task.answered(false, in.vote()))))
			.automatic()
			.event("resolution.extension-refused")
			.end();
		workflow.step("extend-report", ResolutionPlain.class, Text.of("延长报告期限", "Allow more time to report"))
			.from(EXECUTING)
			.by(COUNCIL)
			.rules("MAJ-09")
			.prolongs(ResolutionClocks.REPORT, (c, in, m) -> ResolutionClocks.organs(c.execution().open()))
			.event("resolution.report-extended")
			.end();
	}

	private static void ending(Workflow.Builder<Resolution, State, Party> workflow) {
		workflow.step("follow-up", ResolutionWords.class, Text.of("跟踪督办", "Follow it up"))
			.from(EXECUTING, REPORTED)
			.by(OFFICE, COMMITTEE)
			.rules("MAJ-01")
			.guard("MAJ-01", Text.of("须写明督办情况。", "What was done is put in words."),
					(c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.apply((c, in,
					m) -> c.with((execution) -> execution
						.followed(new FollowUp(m.on(), m.caller().organ(), Given.orEmpty(in.text())))))
			.backdated()
			.event("resolution.followed-up")
			.end();
		workflow.step("return", ResolutionReturn.class, Text.of("退回继续执行", "Send it back to be carried out"))
			.from(REPORTED)
			.to(EXECUTING)
			.by(OFFICE)
			.rules("MAJ-01", "MAJ-07")
			.guard("MAJ-07",
					Text.of("所列机关不是执行机关，或者新的期限不晚于今天。",
							"The organ does not carry it out, or the new day is not to come."),
					(c, in, m) -> c.execution().task(in.organ()).isPresent() && in.until().isAfter(m.on()),
					(c, in, m) -> Map.of("organ", in.organ(), "until", in.until()))
			.apply((c, in,
					m) -> c.with((execution) -> execution.with(in.organ(), (task) -> task.again(in.until()))
						.followed(new FollowUp(m.on(), m.caller().organ(), in.reason().strip()))))
			.startsUntil(ResolutionClocks.EXECUTION, (c, in, m) -> List.of(Holder.organ(in.organ())),
					(c, in, m) -> in.until())
			.event("resolution.returned")
			.end();
		workflow.step("close", ResolutionPlain.class, Text.of("办结", "Close it"))
			.from(REPORTED)
			.to(CLOSED)
			.by(OFFICE)
			.rules("MAJ-01")
			.awaited()
			.backdated()
			.event("resolution.closed")
			.end();
	}

}
