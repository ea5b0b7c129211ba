package renda.platform.cases;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import renda.platform.deadline.Deadline;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;

/**
 * A step that was decided on.
 *
 * @param before the case before it; null for the step that opens it
 * @param said what the timeline keeps of what was said
 */
record TakenStep<C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor>(@Nullable C before,
		Decision<C, S, A> decision, Moment<A> moment, Object said) {

	C after() {
		return this.decision.after();
	}

	TimelineEntry entry(OffsetDateTime now) {
		C was = this.before;
		return new TimelineEntry(after().version(), this.decision.step().name(), null,
				(was != null) ? was.state().name() : "", after().state().name(), this.moment.on(), now,
				this.moment.caller().name(), this.decision.actor().name(), this.decision.step().rules(),
				this.moment.rules().id(), this.decision.late().stream().map(Deadline::name).distinct().toList(),
				this.said);
	}

}
