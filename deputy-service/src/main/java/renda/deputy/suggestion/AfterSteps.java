package renda.deputy.suggestion;

import java.util.List;
import java.util.Map;

import renda.deputy.suggestion.Suggestion.Party;
import renda.deputy.suggestion.Suggestion.State;
import renda.deputy.suggestion.SuggestionAction.Satisfaction;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.deputy.suggestion.Suggestion.Party.COMMITTEE;
import static renda.deputy.suggestion.Suggestion.Party.COUNCIL;
import static renda.deputy.suggestion.Suggestion.Party.LEAD;
import static renda.deputy.suggestion.Suggestion.Party.OFFICE;
import static renda.deputy.suggestion.Suggestion.State.ANSWERED;
import static renda.deputy.suggestion.Suggestion.State.ASSIGNED;
import static renda.deputy.suggestion.Suggestion.State.CLOSED;
import static renda.deputy.suggestion.Suggestion.State.EVALUATION;
import static renda.deputy.suggestion.Suggestion.State.NOT_SATISFIED;
import static renda.deputy.suggestion.Suggestion.State.OBJECTED;
import static renda.deputy.suggestion.Suggestion.State.RE_ANSWERED;
import static renda.deputy.suggestion.Suggestion.State.TRACKED;

/**
 * What follows the answers, and what is done about a suggestion besides handling it.
 */
final class AfterSteps {

	private AfterSteps() {
	}

	static void declare(Workflow.Builder<Suggestion, State, Party> workflow) {
		rating(workflow);
		ending(workflow);
		oversight(workflow);
		openness(workflow);
	}

	private static void rating(Workflow.Builder<Suggestion, State, Party> workflow) {
		workflow.step("rate", SuggestionAction.Feedback.class, Text.of("反馈意见", "Rate the answer"))
			.from(ANSWERED, RE_ANSWERED)
			.toOneOf((c, in, m) -> rated(c, in), ANSWERED, RE_ANSWERED, NOT_SATISFIED, EVALUATION, TRACKED)
			.by(LEAD)
			.rules("SUG-19", "SUG-20", "SUG-21")
			.guard("SUG-19", Text.of("对本次答复已反馈意见。", "This answer is rated already."),
					(c, in, m) -> !Conditions.rated(c), (c, in, m) -> Map.of("ratedOn", c.ratings().getLast().on()))
			.guard("SUG-20",
					Text.of("对结果不满意的，须说明理由与具体要求。", "Who is not content with the result says why, and what is wanted."),
					(c, in, m) -> in.result() != Satisfaction.NOT || !Given.isBlank(in.reason()),
					(c, in, m) -> Map.of("result", in.result().name(), "reason", ""))
			.apply((c, in, m) -> c
				.rated(new Suggestion.Rating(m.on(), in.attitude(), in.result(), Given.orEmpty(in.reason()))))
			.ends(Clocks.FEEDBACK)
			.starts(Clocks.REDO,
					(c, in, m) -> (c.state() == NOT_SATISFIED) ? Clocks.organs(c.organs(Handling::answers)) : List.of())
			.awaited()
			.event("suggestion.rated")
			.end();
		workflow.step("evaluate", SuggestionAction.Evaluating.class, Text.of("组织评估", "Have it evaluated"))
			.from(EVALUATION)
			.by(OFFICE)
			.rules("SUG-21")
			.apply((c, in,
					m) -> c.with(c.oversight()
						.evaluated(new Suggestion.Evaluation(m.on(), in.units(), in.experts(), in.findings().strip(),
								in.demands().strip()))))
			.awaited()
			.backdated()
			.event("suggestion.evaluated")
			.end();
		workflow
			.step("conclude", SuggestionAction.Concluding.class, Text.of("评估处理完毕", "End what followed the evaluation"))
			.from(EVALUATION)
			.toOneOf((c, in, m) -> c.promises() ? TRACKED : CLOSED, TRACKED, CLOSED)
			.by(OFFICE)
			.rules("SUG-21", "SUG-22")
			.guard("SUG-21", Text.of("须先组织有关单位及专家评估。", "Units and experts evaluate it first."),
					(c, in, m) -> !c.oversight().evaluations().isEmpty(),
					(c, in, m) -> Map.of("evaluations", c.oversight().evaluations().size()))
			.apply((c, in, m) -> {
				Suggestion.Oversight concluded = c.oversight().concluded(in.outcome().strip());
				return c.with(c.promises() ? concluded : concluded.closed(m.on()));
			})
			.awaited()
			.event("suggestion.concluded")
			.end();
	}

	private static State rated(Suggestion changed, SuggestionAction.Feedback in) {
		if (in.result() == Satisfaction.NOT) {
			return (changed.state() == ANSWERED) ? NOT_SATISFIED : EVALUATION;
		}
		return changed.promises() ? TRACKED : changed.state();
	}

	private static void ending(Workflow.Builder<Suggestion, State, Party> workflow) {
		workflow.step("close", SuggestionAction.Plain.class, Text.of("办结", "Close"))
			.from(ANSWERED, RE_ANSWERED, TRACKED)
			.to(CLOSED)
			.by(OFFICE)
			.rules("SUG-22", "SUG-19")
			.guard("SUG-22", Text.of("尚有承诺未兑现，须继续跟踪督办。", "A promise is not kept yet; it is tracked until it is."),
					(c, in, m) -> !c.promises(),
					(c, in, m) -> Map.of("organs", c.organs((handling) -> handling.openPromise().isPresent())))
			.guard("SUG-19", Text.of("代表反馈意见的期限尚未届满。", "The deputy still has time to rate the answer."),
					(c, in, m) -> Conditions.ratedOrSilent(c, m),
					(c, in, m) -> Map.of("rateUntil", String.valueOf(Conditions.rateUntil(c, m).orElse(null))))
			.apply((c, in, m) -> c.with(c.oversight().closed(m.on())))
			.awaited()
			.event("suggestion.closed")
			.end();
	}

	private static void oversight(Workflow.Builder<Suggestion, State, Party> workflow) {
		workflow.step("prioritise", SuggestionAction.Prioritising.class, Text.of("确定为重点督办建议", "Make it a priority"))
			.from(ASSIGNED, OBJECTED, ANSWERED, NOT_SATISFIED, RE_ANSWERED, EVALUATION, TRACKED)
			.by(COUNCIL)
			.rules("SUG-10", "SUG-11")
			.guard("SUG-11", Text.of("已确定为重点督办建议。", "It is a priority already."),
					(c, in, m) -> c.oversight().priority() == null,
					(c, in, m) -> Map.of("priority", c.oversight().priority() != null))
			.guard("SUG-10", Text.of("须确定牵头办理的承办单位主要负责人和负责督办的委员会。",
					"It names the head of the unit who leads the handling, and the committee that follows it up."),
					(c, in, m) -> !Given.isBlank(in.leader()) && !Given.isBlank(in.committee()),
					(c, in, m) -> Map.of("leader", Given.orEmpty(in.leader()), "committee",
							Given.orEmpty(in.committee())))
			.apply((c, in,
					m) -> c.with(c.oversight()
						.prioritised(new Suggestion.Priority(m.on(), in.decision().strip(), Given.orEmpty(in.leader()),
								Given.orEmpty(in.committee())))))
			.backdated()
			.event("suggestion.prioritised")
			.end();
		workflow.step("supervise-on-site", SuggestionAction.Supervising.class, Text.of("现场督办", "Supervise on the spot"))
			.from(ASSIGNED, OBJECTED, ANSWERED, NOT_SATISFIED, RE_ANSWERED, EVALUATION, TRACKED)
			.by(OFFICE, COMMITTEE)
			.rules("SUG-10")
			.apply((c, in,
					m) -> c.with(c.oversight()
						.supervised(new Suggestion.OnSite(m.on(), in.leader().strip(), in.place().strip(),
								in.result().strip()))))
			.backdated()
			.event("suggestion.supervised-on-site")
			.end();
	}

	private static void openness(Workflow.Builder<Suggestion, State, Party> workflow) {
		workflow.step("publish", SuggestionAction.Plain.class, Text.of("公开办理情况", "Make the handling public"))
			.from(ANSWERED, RE_ANSWERED, TRACKED, CLOSED)
			.by(OFFICE)
			.rules("SUG-24")
			.guard("SUG-24",
					Text.of("代表要求不公开，或者已经公开。",
							"Its deputies asked that it is not made public, or it is public already."),
					(c, in, m) -> !c.proposal().confidential() && c.oversight().publishedOn() == null,
					(c, in, m) -> Map.of("confidential", c.proposal().confidential(), "published",
							c.oversight().publishedOn() != null))
			.apply((c, in, m) -> c.with(c.oversight().published(m.on())))
			.event("suggestion.published")
			.end();
		workflow
			.step("set-confidential", SuggestionAction.Confidentiality.class,
					Text.of("要求不公开或者取消", "Keep it from the public, or no longer"))
			.fromAnyOpen()
			.by(LEAD)
			.rules("SUG-24")
			.guard("SUG-24", Text.of("办理情况已经公开。", "Its handling is public already."),
					(c, in, m) -> c.oversight().publishedOn() == null,
					(c, in, m) -> Map.of("published", c.oversight().publishedOn() != null))
			.apply((c, in, m) -> c.with(c.proposal().confidential(in.confidential())))
			.event("suggestion.confidentiality-set")
			.end();
	}

}
