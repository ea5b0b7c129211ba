package renda.platform.deadline;

import java.time.LocalDate;

import renda.platform.rule.TimeLimit;

/**
 * A clock that was prolonged (延长).
 *
 * @param rule the rule that allows it
 * @param limit how long
 * @param total whether the limit counts from the trigger; else from the end before
 * @param on when it was prolonged
 * @param by who did it, as timelines show
 * @param reason why
 */
public record Prolonged(String rule, TimeLimit limit, boolean total, LocalDate on, String by, String reason) {
}
