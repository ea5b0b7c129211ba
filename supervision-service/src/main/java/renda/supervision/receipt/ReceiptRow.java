package renda.supervision.receipt;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.supervision.petition.Petition;
import renda.supervision.petition.PetitionAction;
import renda.supervision.petition.PetitionTerms.Category;
import renda.supervision.petition.PetitionTerms.Channel;
import renda.supervision.petition.PetitionTerms.Competence;
import renda.supervision.petition.PetitionTerms.Ground;
import renda.supervision.petition.PetitionTerms.Outcome;
import renda.supervision.petition.PetitionTerms.Reason;
import renda.supervision.petition.PetitionTerms.Route;
import renda.supervision.petition.PetitionTerms.Satisfaction;
import renda.supervision.petition.PetitionTerms.Verdict;

/**
 * A receipt from elsewhere, and, in the first row of a matter, how the matter went: the
 * day of each step it took.
 *
 * @param number the receipt's number; a known one is left as it is
 * @param petition the code of its matter: {@code XF-2022-0417}
 * @param receivedBy whose standing committee received it; the city's unless told
 * @param accused codes of the organs accused, separated by blanks
 * @param handler the code of the organ it was passed to
 * @param assigned whether that organ reported the result
 * @param where for what was led elsewhere or declined: to whom to turn
 */
record ReceiptRow(@NotBlank @Pattern(regexp = "[A-Z]{1,8}-\\d{4}-\\d{1,7}") String number,
		@NotBlank @Pattern(regexp = "XF-\\d{4}-\\d{1,9}") String petition, @NotNull Channel channel,
		@NotNull LocalDate receivedOn, @Nullable @Pattern(regexp = "\\d{6}") String receivedBy,
		@Nullable @Size(max = 100) String name, @Nullable @Size(max = 200) String address,
		@Nullable @Size(max = 40) String phone, @Nullable @Size(max = 40) String idNumber,
		@NotBlank @Size(max = 2000) String request, @Nullable @Size(max = 10_000) String facts,
		@Nullable @Size(max = 5000) String reasons, @Nullable @Positive @Max(100_000) Integer persons,
		@Nullable @PositiveOrZero Integer representatives, @NotBlank @Pattern(regexp = "\\d{6}(\\d{3})?") String area,
		@Nullable LocalDate classifiedOn, @Nullable Category category, @Nullable Competence competence,
		@Nullable Route route, @Nullable @Size(max = 400) String accused, @Nullable LocalDate notifiedOn,
		@Nullable LocalDate divertedOn, @Nullable LocalDate declinedOn, @Nullable Ground ground,
		@Nullable @Size(max = 200) String where, @Nullable LocalDate passedOn, @Nullable @Size(max = 40) String handler,
		@Nullable Boolean assigned, @Nullable LocalDate acceptedOn, @Nullable LocalDate extendedOn,
		@Nullable LocalDate answeredOn, @Nullable Outcome outcome, @Nullable @Size(max = 10_000) String findings,
		@Nullable @Size(max = 10_000) String opinion, @Nullable @Size(max = 500) String basis,
		@Nullable @Size(max = 50) String signedBy, @Nullable LocalDate reportedOn,
		@Nullable LocalDate reexaminationAskedOn, @Nullable LocalDate reexaminedOn, @Nullable LocalDate reviewAskedOn,
		@Nullable LocalDate reviewedOn, @Nullable Verdict verdict, @Nullable LocalDate finalOn,
		@Nullable LocalDate closedOn, @Nullable Satisfaction rating, @Nullable LocalDate supervisedOn,
		@Nullable @Size(max = 50) String leader, @Nullable Reason supervisionReason,
		@Nullable LocalDate supervisionEndedOn, @Nullable @Size(max = 2000) String supervisionResult,
		@Nullable Boolean sample) {

	PetitionAction.Registration registration() {
		boolean named = this.name != null || this.phone != null || this.idNumber != null || this.address != null;
		return new PetitionAction.Registration(this.channel, this.receivedOn,
				named ? List.of(new Petition.Petitioner(this.name, this.address, this.phone, this.idNumber))
						: List.of(),
				this.request, this.facts, this.reasons, (this.persons != null) ? this.persons : 1, this.representatives,
				false, this.channel == Channel.PHONE, this.area, accusedOrgans());
	}

	private List<Petition.Accused> accusedOrgans() {
		return Arrays.stream(Objects.requireNonNullElse(this.accused, "").split("\\s+"))
			.filter((code) -> !code.isEmpty())
			.map((code) -> new Petition.Accused(code, null, null))
			.toList();
	}

	boolean isSample() {
		return Boolean.TRUE.equals(this.sample);
	}

}
