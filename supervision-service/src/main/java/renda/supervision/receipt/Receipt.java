package renda.supervision.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
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
import renda.supervision.petition.PetitionKind;
import renda.supervision.petition.PetitionState;
import renda.supervision.petition.PetitionView;
import renda.supervision.petition.PetitionTerms.Category;
import renda.supervision.petition.PetitionTerms.Channel;

/**
 * A receipt as it is kept.
 *
 * @param number {@code XFJ-2022-00417}, or the number it came with
 * @param petition the matter it is about
 * @param receivedBy the GB/T 2260 code of the area whose standing committee received it
 * @param account the digest of the account of whoever wrote it here; empty for paper
 * @param said what was said
 */
record Receipt(UUID id, String number, UUID petition, String receivedBy, String account, boolean sample,
		PetitionAction.Registration said) {

	/**
	 * What is given to register a receipt.
	 *
	 * @param petition the matter it is about, where that is known
	 * @param newMatter whether it is a new matter, although others look like it
	 * @param channel how it came; whoever writes here writes by NETWORK
	 * @param receivedOn the day it came, today unless told
	 * @param petitioners who brings it; may be missing or unclear
	 * @param persons how many people bring it together, one unless told
	 * @param representatives how many of them came in person
	 * @param oral whether it was said rather than written
	 * @param recorded whether what was said was written down
	 * @param area the GB/T 2260 code of the area it is about
	 * @param accused whom it accuses, as far as the office knows
	 */
	record Entry(@Nullable UUID petition, @Nullable Boolean newMatter, @NotNull Channel channel,
			@Nullable LocalDate receivedOn, @Valid @Nullable @Size(max = 5) List<Petition.Petitioner> petitioners,
			@NotBlank @Size(max = 2000) String request, @Nullable @Size(max = 10_000) String facts,
			@Nullable @Size(max = 5000) String reasons, @Nullable @Positive @Max(100_000) Integer persons,
			@Nullable @PositiveOrZero @Max(100_000) Integer representatives, @Nullable Boolean oral,
			@Nullable Boolean recorded, @NotBlank @Pattern(regexp = "\\d{6}(\\d{3})?") String area,
			@Valid @Nullable @Size(max = 20) List<Petition.Accused> accused) {

		PetitionAction.Registration registration(LocalDate today) {
			return new PetitionAction.Registration(this.channel, (this.receivedOn != null) ? this.receivedOn : today,
					(this.petitioners != null) ? this.petitioners : List.of(), this.request, this.facts, this.reasons,
					(this.persons != null) ? this.persons : 1, this.representatives, Boolean.TRUE.equals(this.oral),
					Boolean.TRUE.equals(this.recorded), this.area, (this.accused != null) ? this.accused : List.of());
		}

	}

	/**
	 * A matter that a new receipt may be about.
	 *
	 * @param likeness how alike the words are, 0 to 100
	 */
	record Candidate(UUID petition, String code, PetitionState state, LocalDate receivedOn, int likeness, String href) {

		static Candidate of(Petition petition, int likeness) {
			return new Candidate(petition.id(), petition.code(), petition.state(), petition.matter().receivedOn(),
					likeness, PetitionKind.PATH + '/' + petition.id());
		}

	}

	/**
	 * What is answered to a receipt.
	 *
	 * @param slip for paper: what the petitioner takes home to look the matter up
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Registered(UUID id, String number, UUID petition, String code, PetitionState state, String href,
			@Nullable Slip slip) {

		static Registered of(Receipt receipt, Petition petition) {
			return new Registered(receipt.id(), receipt.number(), petition.id(), petition.code(), petition.state(),
					PetitionKind.PATH + '/' + petition.id(), null);
		}

		Registered with(Slip given) {
			return new Registered(this.id, this.number, this.petition, this.code, this.state, this.href, given);
		}

	}

	/**
	 * The slip for a petitioner without an account (信访工作条例 第二十一条): with both words a
	 * resident claims the matter, once.
	 */
	record Slip(@NotBlank @Size(max = 40) String code, @NotBlank @Size(max = 40) String key) {
	}

	/**
	 * A receipt in a list: nothing that was said, nobody's name.
	 *
	 * @param code the code of its matter
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Row(UUID id, String number, UUID petition, String code, PetitionState state, Channel channel,
			LocalDate receivedOn, String receivedBy, String area, int persons, @Nullable Category category,
			boolean sample) {
	}

	/**
	 * One receipt with what was said.
	 *
	 * @param masked whether persons are shown by a trace only
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record View(UUID id, String number, UUID petition, String receivedBy, PetitionAction.Registration said,
			boolean masked, boolean sample) {

		static View of(Receipt receipt, boolean masked) {
			PetitionAction.Registration said = receipt.said();
			List<Petition.Petitioner> traces = said.petitioners()
				.stream()
				.map((one) -> PetitionView.masked(one.name(), one.phone()))
				.toList();
			return new View(receipt.id(), receipt.number(), receipt.petition(), receipt.receivedBy(),
					masked ? new PetitionAction.Registration(said.channel(), said.receivedOn(), traces, said.request(),
							said.facts(), said.reasons(), said.persons(), said.representatives(), said.oral(),
							said.recorded(), said.area(), said.accused()) : said,
					masked, receipt.sample());
		}

	}

	/**
	 * The filters of the list.
	 *
	 * @param petition the id of the matter
	 * @param channel one or several
	 * @param receivedBy whose standing committee received it
	 * @param category the class of the matter
	 * @param state where the matter stands
	 */
	record Filter(@Nullable UUID petition, @Nullable List<Channel> channel, @Nullable String receivedBy,
			@Nullable String area, @Nullable Category category, @Nullable PetitionState state,
			@Nullable LocalDate receivedFrom, @Nullable LocalDate receivedTo) {
	}

}
