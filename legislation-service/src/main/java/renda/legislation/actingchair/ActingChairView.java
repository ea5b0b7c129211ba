package renda.legislation.actingchair;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Acting for the chair, as the API shows it. Why the chair cannot work, in words, is for
 * those who act.
 *
 * @param member the vice-chair
 * @param ground why the chair does not do the work; shown to those who act
 * @param reason the same in words; shown to those who act
 * @param vote how the committee decided; missing before
 * @param ended how it ended; missing before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActingChairView(UUID id, String code, ActingChair.State state, LocalDate stateSince, UUID member, String name,
		ActingChair.@Nullable Ground ground, @Nullable String reason, ActingChair.@Nullable Vote vote,
		ActingChair.@Nullable Ended ended, boolean sample, long version) {

	static ActingChairView of(ActingChair acting, boolean acts) {
		return new ActingChairView(acting.id(), acting.code(), acting.state(), acting.stateSince(), acting.member(),
				acting.name(), acts ? acting.ground() : null, acts ? acting.reason() : null, acting.vote(),
				acting.ended(), acting.sample(), acting.version());
	}

}
