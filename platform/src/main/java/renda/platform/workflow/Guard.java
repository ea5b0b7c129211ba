package renda.platform.workflow;

import java.util.Map;

import renda.platform.web.Text;

/**
 * A condition of law on a step. Where it does not hold, the step is refused with 422 and
 * the rule's article.
 *
 * @param rule the rule that asks for it: {@code SUG-03}
 * @param says what it asks for, as the refused read it
 * @param holds whether it holds
 * @param facts what it was decided on
 */
public record Guard<C, I, A>(String rule, Text says, StepFunction<C, I, A, Boolean> holds,
		StepFunction<C, I, A, Map<String, Object>> facts) {
}
