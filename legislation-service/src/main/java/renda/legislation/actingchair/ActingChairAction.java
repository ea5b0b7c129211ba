package renda.legislation.actingchair;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.actingchair.ActingChair.Ended.Why;
import renda.legislation.actingchair.ActingChair.Ground;
import renda.legislation.agenda.Decided;

/**
 * What is sent with each step.
 */
sealed interface ActingChairAction {

	/**
	 * Proposes a vice-chair.
	 *
	 * @param member who
	 * @param known who is who on that day; filled in by the service
	 */
	record ActingProposed(@NotNull UUID member, @NotNull Ground ground, @NotBlank @Size(max = 2000) String reason,
			@Nullable Boolean sample,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Officers known)
			implements
				ActingChairAction {

		ActingProposed among(Officers officers) {
			return new ActingProposed(this.member, this.ground, this.reason, this.sample, officers);
		}

		Officers officers() {
			return (this.known != null) ? this.known : new Officers(false, false, false);
		}

	}

	/**
	 * Who is who in the committee.
	 *
	 * @param viceChair whether the one who is proposed is a vice-chair in office
	 * @param chair whether there is a chair in office
	 * @param acting whether somebody acts for the chair already
	 */
	record Officers(boolean viceChair, boolean chair, boolean acting) {
	}

	/**
	 * Takes the outcome of the ballot over.
	 */
	record ActingDecided(Decided decided) implements ActingChairAction {
	}

	/**
	 * Says how it ended.
	 */
	record ActingOver(@NotNull Why why) implements ActingChairAction {
	}

	/**
	 * Withdraws the proposal.
	 */
	record ActingWithdrawn(@NotBlank @Size(max = 2000) String reason) implements ActingChairAction {
	}

}
