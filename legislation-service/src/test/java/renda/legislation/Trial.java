package renda.legislation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Workflow;

/**
 * Steps of a workflow that are tried on a day, by the rules in force on it.
 *
 * @param callers who the caller is that acts
 */
public record Trial<C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor>(
		Workflow<C, S, A> workflow, Function<A, Caller> callers, LocalDate on) {

	/**
	 * The case after a step; the refusal where it is refused.
	 */
	public C decide(C subject, String step, Record input, A actor, String lateReason) {
		Moment<A> moment = new Moment<>(this.callers.apply(actor), Set.of(actor), this.on, RuleBook.statutory(this.on));
		return this.workflow.decide(subject, List.of(), step, input, moment, lateReason, WorkingDays.ofCalendar())
			.after();
	}

	/**
	 * The rule that refuses a step; empty where it is taken.
	 */
	public String refusedBy(C subject, String step, Record input, A actor) {
		try {
			decide(subject, step, input, actor, "");
			return "";
		}
		catch (Refusal refusal) {
			return String.valueOf(refusal.properties().get("rule"));
		}
	}

}
