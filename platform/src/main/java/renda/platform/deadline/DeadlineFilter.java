package renda.platform.deadline;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of clocks.
 *
 * @param status how it stands on the day asked; null: not ended, or with
 * {@code modifiedSince} any
 * @param kind the kind of the case
 * @param caseId the case
 * @param holder who has to act, as {@link Holder#text()}
 * @param rule the rule that sets it
 * @param dueBefore last days before this day
 * @param on the day asked, today or later; null: today
 */
public record DeadlineFilter(Deadline.@Nullable Status status, @Nullable String kind, @Nullable UUID caseId,
		@Nullable String holder, @Nullable String rule, @Nullable LocalDate dueBefore, @Nullable LocalDate on) {
}
