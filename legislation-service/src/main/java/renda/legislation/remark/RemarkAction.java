package renda.legislation.remark;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is sent with each step.
 */
sealed interface RemarkAction {

	/**
	 * Raises one.
	 *
	 * @param item the item of the agenda it is about
	 * @param member who said it, where the office writes it down; else the caller
	 * @param held whether the committee has met there; filled in by the service
	 */
	record RemarkRaised(@NotNull UUID meeting, @Nullable UUID item, @Nullable UUID member,
			@NotBlank @Size(max = 5000) String text, @Nullable Boolean sample,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Boolean held)
			implements
				RemarkAction {

		RemarkRaised at(boolean meetingHeld) {
			return new RemarkRaised(this.meeting, this.item, this.member, this.text, this.sample, meetingHeld);
		}

	}

	/**
	 * Hands it to an organ.
	 *
	 * @param organ the organ's code
	 */
	record RemarkForwarded(@NotBlank @Size(max = 40) String organ,
			@Nullable @Size(max = 2000) String note) implements RemarkAction {
	}

	/**
	 * Reports what was done.
	 */
	record RemarkAnswered(@NotBlank @Size(max = 20_000) String text) implements RemarkAction {
	}

	/**
	 * Says why it is not handed on.
	 */
	record RemarkDropped(@NotBlank @Size(max = 2000) String reason) implements RemarkAction {
	}

}
