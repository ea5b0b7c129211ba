package renda.legislation.remark;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Given;

/**
 * A remark as the API shows it.
 *
 * @param meetingName the meeting as documents name it
 * @param item the item of its agenda; missing for none
 * @param member who said it
 * @param organ the organ that handles it; missing before
 * @param answer what the organ did; missing before
 * @param reason why it was not handed on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RemarkView(UUID id, String code, Remark.State state, LocalDate stateSince, UUID meeting, String meetingName,
		@Nullable UUID item, UUID member, String name, String text, LocalDate raisedOn, @Nullable String organ,
		Remark.@Nullable Answer answer, @Nullable String reason, boolean sample, long version) {

	static RemarkView of(Remark remark) {
		Remark.Saying saying = remark.saying();
		return new RemarkView(remark.id(), remark.code(), remark.state(), remark.stateSince(), saying.meeting(),
				saying.meetingName(), saying.item(), saying.member(), saying.name(), saying.text(), saying.on(),
				Given.orNull(remark.organ()), remark.answer(), Given.orNull(remark.reason()), remark.sample(),
				remark.version());
	}

}
