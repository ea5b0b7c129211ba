package renda.platform.rule;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A value an administrator has set for a parameter, from a day on. It is never changed or
 * removed; a later one takes its place from its own day on.
 *
 * @param id the override's id
 * @param number its number in this service, rising
 * @param parameter the parameter's key
 * @param rule the rule under which it was set
 * @param value the value; null: back to what the law says
 * @param from its first day
 * @param reason why
 * @param setBy the subject who set it
 * @param setAt when it was set
 */
record RuleOverride(UUID id, long number, String parameter, String rule, @Nullable String value, LocalDate from,
		String reason, String setBy, OffsetDateTime setAt) {
}
