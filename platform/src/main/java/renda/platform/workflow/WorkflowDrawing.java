package renda.platform.workflow;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import renda.platform.web.Text;

/**
 * Draws a workflow: a page of Markdown with a state diagram (Mermaid) and the table of
 * its steps. The same declaration decides; nothing is drawn by hand.
 */
public final class WorkflowDrawing {

	private WorkflowDrawing() {
	}

	/**
	 * The page.
	 * @param citation gives law and article of a rule
	 */
	public static String page(WorkflowDescription workflow, Function<String, String> citation) {
		Map<String, Text> states = workflow.states()
			.stream()
			.collect(Collectors.toMap(WorkflowDescription.State::name, WorkflowDescription.State::title));
		Map<String, Text> actors = workflow.actors()
			.stream()
			.collect(Collectors.toMap(WorkflowDescription.Named::name, WorkflowDescription.Named::title));
		StringBuilder page = new StringBuilder();
		page.append("<!-- Drawn from the declaration; the service's contract test keeps it true. -->\n# ")
			.append(workflow.title().zh())
			.append(" · ")
			.append(workflow.title().en())
			.append("\n\n```mermaid\nstateDiagram-v2\n");
		workflow.states()
			.forEach((state) -> page.append("    ")
				.append(state.name())
				.append(": ")
				.append(state.title().zh())
				.append(" ")
				.append(state.name())
				.append('\n'));
		workflow.steps().forEach((step) -> arrows(page, step));
		workflow.states()
			.stream()
			.filter(WorkflowDescription.State::last)
			.forEach((state) -> page.append("    ").append(state.name()).append(" --> [*]\n"));
		page.append("```\n\n| 步骤 · step | 从 · from | 到 · to | 谁 · by | 依据 · rules | 条件 · must hold | 期限 · clocks |\n")
			.append("|---|---|---|---|---|---|---|\n");
		workflow.steps().forEach((step) -> row(page, step, states, actors));
		page.append("\n★ 所在状态等待此步骤 · its state waits for it. ⚙ 由表决结果或者事件引起 · it follows from a vote or an event.\n")
			.append("\n## 依据 · Sources\n\n");
		workflow.rules()
			.forEach((rule) -> page.append("- ").append(rule).append(": ").append(citation.apply(rule)).append('\n'));
		return page.toString();
	}

	private static void arrows(StringBuilder page, WorkflowDescription.Line step) {
		List<String> sources = step.from().isEmpty() ? List.of("[*]") : step.from();
		for (String source : sources) {
			for (String target : step.to()) {
				page.append("    ")
					.append(source)
					.append(" --> ")
					.append(target)
					.append(": ")
					.append(step.name())
					.append('\n');
			}
		}
	}

	private static void row(StringBuilder page, WorkflowDescription.Line step, Map<String, Text> states,
			Map<String, Text> actors) {
		page.append("| `")
			.append(step.name())
			.append("` ")
			.append(step.title().zh())
			.append(step.awaited() ? " ★" : "")
			.append(step.automatic() ? " ⚙" : "")
			.append(" | ")
			.append(step.from().isEmpty() ? "—" : titles(step.from(), states))
			.append(" | ")
			.append(step.to().isEmpty() ? "不变" : titles(step.to(), states))
			.append(" | ")
			.append(titles(step.by(), actors))
			.append(" | ")
			.append(String.join(", ", step.rules()))
			.append(" | ")
			.append(step.guards()
				.stream()
				.map((guard) -> guard.rule() + ": " + guard.says().zh())
				.collect(Collectors.joining("<br>")))
			.append(" | ")
			.append(step.clocks().stream().map(WorkflowDrawing::clock).collect(Collectors.joining("<br>")))
			.append(" |\n");
	}

	private static String titles(List<String> names, Map<String, Text> titles) {
		return names.stream()
			.map((name) -> titles.getOrDefault(name, Text.of(name, name)).zh())
			.collect(Collectors.joining("、"));
	}

	private static String clock(WorkflowDescription.ClockLine line) {
		String does = switch (line.effect()) {
			case STARTS -> "起算";
			case ENDS -> "办结";
			case CANCELS -> "撤销";
			case PAUSES -> "中止";
			case RESUMES -> "恢复";
			case PROLONGS -> "延长";
		};
		return does + "：" + line.title().zh() + "（" + line.rule() + "）";
	}

}
