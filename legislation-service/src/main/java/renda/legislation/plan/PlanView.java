package renda.legislation.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import static renda.platform.web.Given.orNull;

/**
 * A plan as the API shows it.
 *
 * @param year the year of an annual plan; missing for the plan of a term
 * @param changes what was asked to be changed; for others than those who act, what was
 * adopted
 * @param editions its items as they were before each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanView(UUID id, String code, LegislativePlan.State state, LocalDate stateSince, LegislativePlan.Kind kind,
		int term, @Nullable Integer year, String title, List<LegislativePlan.PlanItem> items,
		@Nullable LocalDate proposalsClosedOn, @Nullable LocalDate submittedOn, @Nullable LocalDate decidedOn,
		@Nullable String decision, @Nullable LocalDate reportedOn, @Nullable String reportNumber,
		@Nullable LocalDate publishedOn, List<LegislativePlan.Change> changes, List<LegislativePlan.Edition> editions,
		boolean sample, long version) {

	static PlanView of(LegislativePlan plan, boolean whole) {
		LegislativePlan.Scope scope = plan.scope();
		LegislativePlan.Course course = plan.course();
		return new PlanView(plan.id(), plan.code(), plan.state(), plan.stateSince(), scope.kind(), scope.term(),
				(scope.year() > 0) ? scope.year() : null, scope.title(), plan.items(), course.proposalsClosedOn(),
				course.submittedOn(), course.decidedOn(), orNull(course.decision()), course.reportedOn(),
				orNull(course.reportNumber()), course.publishedOn(),
				plan.changes().stream().filter((change) -> whole || Boolean.TRUE.equals(change.adopted())).toList(),
				plan.editions(), plan.sample(), plan.version());
	}

}
