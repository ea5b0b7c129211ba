package renda.supervision.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.supervision.petition.PetitionTerms.Category;
import renda.supervision.petition.PetitionTerms.Channel;
import renda.supervision.petition.PetitionTerms.Competence;
import renda.supervision.petition.PetitionTerms.Ground;
import renda.supervision.petition.PetitionTerms.Outcome;
import renda.supervision.petition.PetitionTerms.Reason;
import renda.supervision.petition.PetitionTerms.Route;
import renda.supervision.petition.PetitionTerms.Satisfaction;
import renda.supervision.petition.PetitionTerms.Verdict;
import renda.supervision.petition.PetitionTerms.Way;

/**
 * What is said in the steps of a matter.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface PetitionAction {

	/**
	 * A letter, visit, web entry, call or fax (件次), as it is registered.
	 *
	 * @param receivedOn the day it came
	 * @param petitioners who brings it; may be missing or unclear
	 * @param request what they ask for
	 * @param facts what happened
	 * @param reasons why they ask
	 * @param persons how many people bring it together
	 * @param representatives how many of them came in person; all where it is not said
	 * @param oral whether it was said rather than written
	 * @param recorded whether what was said was written down
	 * @param area the GB/T 2260 code of the area it is about
	 * @param accused whom it accuses, as far as the office knows
	 */
	record Registration(@NotNull Channel channel, @NotNull LocalDate receivedOn,
			@Valid @Size(max = 5) List<Petition.Petitioner> petitioners, @NotBlank @Size(max = 2000) String request,
			@Nullable @Size(max = 10_000) String facts, @Nullable @Size(max = 5000) String reasons,
			@Positive @Max(100_000) int persons, @Nullable @PositiveOrZero Integer representatives, boolean oral,
			boolean recorded, @NotBlank @Pattern(regexp = "\\d{6}(\\d{3})?") String area,
			@Valid @Size(max = 20) List<Petition.Accused> accused) implements PetitionAction {

		public Registration {
			petitioners = Objects.requireNonNullElse(petitioners, List.of());
			accused = Objects.requireNonNullElse(accused, List.of());
		}

		int present() {
			return (this.representatives != null) ? this.representatives : this.persons;
		}

		boolean spoken() {
			return this.oral || this.channel == Channel.PHONE;
		}

	}

	/**
	 * What the office sees in a matter.
	 *
	 * @param category its class
	 * @param competence what of the congress it touches
	 * @param route for claims: by which procedure it is settled
	 * @param accused whom it accuses, added to those known
	 * @param acceptedBelow the name of an organ below that has accepted the same matter
	 * @param finalBefore the code of a matter with the same facts and reasons that has
	 * come to its end
	 */
	record Classification(@NotNull Category category, @NotNull Competence competence, @Nullable Route route,
			@Valid @Size(max = 20) List<Petition.Accused> accused, @Nullable @Size(max = 100) String acceptedBelow,
			@Nullable @Size(max = 40) String finalBefore) implements PetitionAction {

		public Classification {
			accused = Objects.requireNonNullElse(accused, List.of());
		}

	}

	/**
	 * To which procedure a claim is led.
	 *
	 * @param where the court, arbitration body or organ to turn to
	 */
	record Diversion(@NotBlank @Size(max = 200) String where,
			@NotBlank @Size(max = 2000) String explanation) implements PetitionAction {
	}

	/**
	 * To whom a matter is passed on.
	 *
	 * @param to the organ's code; kept with what the register said of it on that day
	 */
	record Passing(
			@NotNull @Schema(implementation = String.class, description = "机关代码 · the organ's code") Destination to,
			@Nullable @Size(max = 500) String note) implements PetitionAction {
	}

	/**
	 * Why an organ says that a matter is not for it.
	 */
	record Objecting(@NotBlank @Size(max = 2000) String reason) implements PetitionAction {
	}

	/**
	 * Why an objection is upheld or not.
	 */
	record Ruling(@NotBlank @Size(max = 2000) String reason) implements PetitionAction {
	}

	/**
	 * That an organ accepts a matter.
	 *
	 * @param notice the written notice: that it was received, the way and the procedure
	 */
	record Acceptance(@NotBlank @Size(max = 2000) String notice) implements PetitionAction {
	}

	/**
	 * That a matter is not accepted.
	 *
	 * @param where to whom to turn instead
	 */
	record NonAcceptance(@NotNull Ground ground, @NotBlank @Size(max = 2000) String explanation,
			@Nullable @Size(max = 200) String where) implements PetitionAction {
	}

	/**
	 * That the petitioner was told where the matter went.
	 */
	record Notice(@NotNull Way way, @NotBlank @Size(max = 2000) String content) implements PetitionAction {
	}

	/**
	 * That somebody steps aside.
	 *
	 * @param account the account of whoever steps aside; whoever takes the step where it
	 * is missing
	 */
	record Recusal(@Nullable @Size(max = 200) String account,
			@NotBlank @Size(max = 500) String reason) implements PetitionAction {
	}

	/**
	 * That the handling takes longer.
	 *
	 * @param approvedBy the head of the organ who allows it
	 * @param toldOn the day the petitioner was told why; missing: not yet
	 */
	record Extension(@NotBlank @Size(max = 50) String approvedBy, @NotBlank @Size(max = 500) String reason,
			@Nullable LocalDate toldOn) implements PetitionAction {
	}

	/**
	 * What an organ answers (信访处理意见书).
	 *
	 * @param outcome whether a claim is supported
	 * @param facts what was found
	 * @param text the answer
	 * @param basis law and article
	 * @param hearingOn the day of a hearing, if there was one
	 */
	record Opinion(@Nullable Outcome outcome, @Nullable @Size(max = 10_000) String facts,
			@NotBlank @Size(max = 10_000) String text, @Nullable @Size(max = 500) String basis,
			@NotBlank @Size(max = 50) String signedBy, @Nullable LocalDate hearingOn) implements PetitionAction {
	}

	/**
	 * What an organ reports to the office that assigned it the matter.
	 */
	record ResultReport(@NotBlank @Size(max = 10_000) String text) implements PetitionAction {
	}

	/**
	 * Why a result is not good enough.
	 */
	record Returning(@NotBlank @Size(max = 2000) String reasons) implements PetitionAction {
	}

	/**
	 * That the petitioner wants the next higher organ to look at it.
	 *
	 * @param to that organ's code; found in the register of organs where it is missing,
	 * and given by the office where the register has none
	 */
	record Appeal(@NotBlank @Size(max = 5000) String reasons,
			@Nullable @Schema(implementation = String.class,
					description = "上一级机关代码 · the code of the next higher organ") Destination to)
			implements
				PetitionAction {
	}

	/**
	 * What the re-examining or reviewing organ finds.
	 */
	record Finding(@NotNull Verdict verdict, @NotBlank @Size(max = 10_000) String text,
			@NotBlank @Size(max = 500) String basis,
			@NotBlank @Size(max = 50) String signedBy) implements PetitionAction {
	}

	/**
	 * A hearing that begins.
	 */
	record Hearing(@NotBlank @Size(max = 200) String place) implements PetitionAction {
	}

	/**
	 * A hearing that has ended.
	 */
	record HearingEnd(@NotBlank @Size(max = 5000) String result) implements PetitionAction {
	}

	/**
	 * That nothing more can be asked.
	 */
	record Finalisation(@Nullable @Size(max = 500) String note) implements PetitionAction {
	}

	/**
	 * The end of a matter.
	 *
	 * @param content whether the petitioner has said that they ask for nothing more
	 */
	record Closing(@Nullable @Size(max = 500) String note, boolean content) implements PetitionAction {
	}

	/**
	 * What the petitioner thinks of the answer.
	 */
	record Rating(@NotNull Satisfaction satisfaction,
			@Nullable @Size(max = 1000) String note) implements PetitionAction {
	}

	/**
	 * That a grave or urgent matter was reported at once.
	 */
	record Urgency(@NotBlank @Size(max = 200) String to,
			@NotBlank @Size(max = 2000) String why) implements PetitionAction {
	}

	/**
	 * That a leader sees to it.
	 */
	record Supervising(@NotBlank @Size(max = 50) String leader, @NotNull Reason reason) implements PetitionAction {
	}

	/**
	 * What came of a leader's seeing to it.
	 */
	record SupervisionResult(@NotBlank @Size(max = 2000) String result) implements PetitionAction {
	}

	/**
	 * What the matter is called among the suggestions.
	 *
	 * @param title neutral words, without a name, number or address
	 */
	record Guiding(@NotBlank @Size(max = 100) String title) implements PetitionAction {
	}

	/**
	 * How the suggestion stands.
	 */
	record Following(@NotBlank @Size(max = 40) String id, @Nullable @Size(max = 40) String code,
			@Nullable @Size(max = 40) String state) implements PetitionAction {
	}

	/**
	 * Whom else the matter accuses.
	 */
	record Accusing(@Valid @NotEmpty @Size(max = 20) List<Petition.Accused> accused,
			@Nullable @Size(max = 500) String note) implements PetitionAction {
	}

	/**
	 * That a matter is taken back from whoever deals with it. Whom else it accuses may be
	 * said or not: it looks the same to those it is taken from.
	 */
	record Withdrawal(@Valid @Size(max = 20) List<Petition.Accused> accused,
			@Nullable @Size(max = 500) String note) implements PetitionAction {

		public Withdrawal {
			accused = Objects.requireNonNullElse(accused, List.of());
		}

	}

	/**
	 * That a resident has shown the look-up key.
	 */
	record Claiming() implements PetitionAction {
	}

}
