package renda.platform.cases;

import java.util.List;
import java.util.stream.Stream;

import renda.platform.rule.RuleUses;
import renda.platform.web.Text;
import renda.platform.workflow.WorkflowDescription;

/**
 * Tells which steps of the service's workflows a rule is applied in: as what the step
 * rests on, as a condition, or as a clock.
 */
final class WorkflowUses implements RuleUses {

	private final List<WorkflowDescription> workflows;

	private final String path;

	WorkflowUses(List<WorkflowDescription> workflows, String path) {
		this.workflows = List.copyOf(workflows);
		this.path = path;
	}

	@Override
	public List<Use> of(String rule) {
		return this.workflows.stream()
			.flatMap((workflow) -> workflow.steps()
				.stream()
				.filter((step) -> names(step, rule))
				.map((step) -> new Use(Text.of(workflow.title().zh() + "：" + step.title().zh(),
						workflow.title().en() + ": " + step.title().en()), this.path + workflow.name())))
			.toList();
	}

	private static boolean names(WorkflowDescription.Line step, String rule) {
		return Stream
			.of(step.rules().stream(), step.guards().stream().map(WorkflowDescription.Condition::rule),
					step.clocks().stream().map(WorkflowDescription.ClockLine::rule))
			.flatMap((part) -> part)
			.anyMatch(rule::equals);
	}

}
