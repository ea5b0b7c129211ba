package renda.legislation.tenure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.personnel.CommitteeSeat;
import renda.legislation.personnel.Settlement.FiledWith.To;

/**
 * What is sent with each step after the vote.
 */
public sealed interface TenureAction {

	/**
	 * What the level above decided.
	 */
	@Schema(name = "UpperDecisionRecord")
	record Upper(@NotNull Boolean approved, @NotBlank @Size(max = 100) String by,
			@NotBlank @Size(max = 200) String document) implements TenureAction {
	}

	/**
	 * Announces it.
	 */
	@Schema(name = "AppointmentAnnouncement")
	record Announce(@NotBlank @Size(max = 100) String number,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable CommitteeSeat known)
			implements
				TenureAction {
	}

	/**
	 * Whether a member of the standing committee who bears the name is the person.
	 *
	 * @param basis how that was found
	 */
	@Schema(name = "AppointmentIdentification")
	record Identify(@NotNull Boolean same, @NotBlank @Size(max = 500) String basis) implements TenureAction {
	}

	/**
	 * That the person has left the standing committee.
	 *
	 * @param basis the decision that accepted the resignation
	 * @param known since when the person is off the roll
	 */
	@Schema(name = "AppointmentResignation")
	record Resigned(@NotBlank @Size(max = 500) String basis,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable LocalDate known)
			implements
				TenureAction {
	}

	/**
	 * Tells the organs concerned.
	 */
	@Schema(name = "AppointmentNotice")
	record Notify(@NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> organs) implements TenureAction {
	}

	/**
	 * Signs the certificate.
	 *
	 * @param handedOn the day it is handed over; missing where that is still to come
	 */
	@Schema(name = "AppointmentCertification")
	record Certify(@Nullable LocalDate handedOn) implements TenureAction {
	}

	/**
	 * Files it.
	 */
	@Schema(name = "AppointmentFiling")
	record File(@NotNull To to, @NotBlank @Size(max = 200) String document) implements TenureAction {
	}

	/**
	 * An oath taken or missed; the service takes the step.
	 */
	@Schema(name = "AppointmentOath")
	record Swearing(@NotNull UUID ceremony, @NotBlank String code, @NotNull LocalDate on) implements TenureAction {
	}

	/**
	 * The commitment made on taking office.
	 */
	@Schema(name = "AppointmentCommitment")
	record Commit(@NotBlank @Size(max = 20_000) String text) implements TenureAction {
	}

	/**
	 * That somebody leaves the post without an act.
	 */
	@Schema(name = "AppointmentEnd")
	record End(@NotNull Ground ground, @NotBlank @Size(max = 500) String basis) implements TenureAction {
	}

	/**
	 * That another act took the post away; the service takes the step.
	 */
	@Schema(name = "AppointmentLeaving")
	record Leave(@NotNull LocalDate on, @NotBlank String ground) implements TenureAction {
	}

	/**
	 * Why somebody leaves a post without an act of the standing committee.
	 */
	@Schema(name = "AppointmentEndGround")
	enum Ground {

		/** 机构撤销或者合并. */
		BODY_ABOLISHED,
		/** 任期届满. */
		TERM_OVER,
		/** 正式人选产生，代理终止. */
		ACTING_OVER,
		/** 被代理的正职恢复履行职务，代理终止. */
		HEAD_BACK,
		/** 去世. */
		DEATH;

		/**
		 * Whether only an acting post ends so.
		 */
		boolean isOfActing() {
			return this == ACTING_OVER || this == HEAD_BACK;
		}

	}

}
