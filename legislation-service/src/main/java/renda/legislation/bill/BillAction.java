package renda.legislation.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.agenda.Decided;
import renda.legislation.bill.BillCourse.ReadingType;
import renda.legislation.bill.BillCourse.ReviewQuestion;
import renda.legislation.bill.BillPapers.BillText;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.bill.BillResult.PublicationChannel;
import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.competence.ReservedMatter;
import renda.legislation.member.Body;

/**
 * What is sent with each step. What the law asks for by an article is not asked for here:
 * the step refuses it with that article. {@code known} is what only the service knows,
 * filled in by it whatever is sent.
 */
public sealed interface BillAction {

	/** The most characters of an explanation or a report. */
	int LONG = 20_000;

	/**
	 * The drafting of a bill begins.
	 *
	 * @param title the title of the bill
	 * @param act what it does
	 * @param reserved the matters reserved to national law that it touches
	 * @param body which body decides on it; the standing committee unless told
	 * @param major whether it is an especially major matter
	 * @param movers of a joint bill, those who move it, by their ids in the roll
	 * @param name of a delegation or a committee, what it is called
	 * @param targets the regulations that it changes or ends
	 * @param keepsPrinciples the declaration for a regulation made by the congress
	 * @param project the project of the plan
	 * @param withoutProject why there is none
	 * @param previous the rejected bill that it proposes again
	 */
	record BillDrafting(@NotBlank @Size(max = 200) String title, @NotNull Making act, @NotNull Domain domain,
			@Nullable Set<@NotNull ReservedMatter> reserved, @Nullable Body body, @Nullable Boolean major,
			@NotNull ProposerKind proposer, @Nullable @Size(max = 600) List<@NotNull UUID> movers,
			@Nullable @Size(max = 100) String name,
			@Nullable @Valid @Size(max = 50) List<@NotNull BillTargetInput> targets, @Nullable Boolean keepsPrinciples,
			@Nullable UUID project, @Nullable @Size(max = 2000) String withoutProject, @Nullable UUID previous,
			@Nullable Boolean sample) implements BillAction {
	}

	/**
	 * A regulation that is changed or ended.
	 */
	record BillTargetInput(@NotNull UUID regulation, @NotNull Making change) {
	}

	/**
	 * Who leads the project and works on it.
	 */
	record BillTeaming(@NotBlank @Size(max = 100) String partyLeader,
			@NotBlank @Size(max = 100) String governmentLeader,
			@NotNull @Size(min = 1, max = 100) List<@NotBlank @Size(max = 100) String> taskForce)
			implements
				BillAction {
	}

	/**
	 * The bill with its papers.
	 *
	 * @param draft the draft, entered before
	 * @param consolidated for each regulation it changes, the draft of its whole text
	 */
	record BillSubmission(@Nullable UUID draft, @Nullable @Valid @Size(max = 50) List<@NotNull BillText> consolidated,
			@Nullable @Size(max = LONG) String explanation, @Nullable @Size(max = LONG) String legalBasis,
			@Nullable @Size(max = 100) List<@NotBlank @Size(max = 300) String> materials,
			@Nullable @Size(max = LONG) String coordination,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable BillKnown known)
			implements
				BillAction {
	}

	/**
	 * To which committee or working body it goes first.
	 */
	record BillReferring(@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String committee) implements BillAction {
	}

	/**
	 * The report on the preliminary review.
	 *
	 * @param meeting the committee's plenary meeting that reviewed it
	 * @param disagreement what bodies disagree on, reported herewith
	 */
	record BillPreliminaryReport(@NotBlank @Size(max = LONG) String report, @Nullable @Size(max = 200) String meeting,
			@Nullable Set<@NotNull ReviewQuestion> checks,
			@Nullable @Size(max = LONG) String disagreement) implements BillAction {
	}

	/**
	 * A decision with its reason.
	 *
	 * @param document the document or meeting of the decision
	 * @param reportedOn the day it was reported to the standing committee
	 */
	record BillDeciding(@Nullable @Size(max = LONG) String reason, @Nullable @Size(max = 200) String document,
			@Nullable LocalDate reportedOn) implements BillAction {
	}

	/**
	 * It comes on the agenda.
	 *
	 * @param readings how many readings it gets
	 * @param reason why one or three
	 * @param broadAgreement whether opinions broadly agree
	 */
	record BillListed(@NotNull ReadingType readings, @Nullable @Size(max = 2000) String reason,
			@Nullable Boolean broadAgreement) implements BillAction {
	}

	/**
	 * A reading at a meeting.
	 *
	 * @param presentedBy who presented it
	 * @param papersLate under which special circumstances the papers came late
	 * @param opinions what was said, in short
	 */
	record BillReadingHeld(@NotNull UUID meeting, @Nullable @Size(max = 200) String presentedBy,
			@Nullable @Size(max = 2000) String papersLate, @Nullable @Size(max = LONG) String opinions,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable BillKnown known)
			implements
				BillAction {
	}

	/**
	 * The draft goes to the public.
	 *
	 * @param draft which draft; the one the bill stands at unless told
	 * @param until the last day
	 * @param notice what is announced with it
	 * @param decision the decision of the chairpersons' meeting on a shorter time
	 */
	record BillConsulting(@Nullable UUID draft, @NotNull LocalDate from, @NotNull LocalDate until,
			@NotBlank @Size(max = 500) String notice, @Nullable @Size(max = 200) String decision,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable BillKnown known)
			implements
				BillAction {
	}

	/**
	 * Nothing but what the service knows.
	 */
	record BillProceeding(
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable BillKnown known)
			implements
				BillAction {
	}

	/**
	 * The report of the unified review.
	 *
	 * @param draft the revised draft, entered before
	 * @param dissent important differing opinions, each in words
	 * @param noDissent the declaration that there were none
	 * @param feedback how those whose key opinions were not taken up were told
	 * @param disagreement what bodies disagree on, reported herewith
	 * @param assessment the assessment before adoption, where one was made
	 */
	record BillReviewReport(@NotNull UUID draft, @Nullable @Valid @Size(max = 50) List<@NotNull BillText> consolidated,
			@NotBlank @Size(max = LONG) String report,
			@Nullable @Size(max = 200) List<@NotBlank @Size(max = 2000) String> dissent, @Nullable Boolean noDissent,
			@Nullable @Size(max = LONG) String feedback, @Nullable Set<@NotNull ReviewQuestion> checks,
			@Nullable @Size(max = LONG) String disagreement, @Nullable @Size(max = LONG) String assessment,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable BillKnown known)
			implements
				BillAction {
	}

	/**
	 * That the province's legislative-affairs body was asked, and what it said.
	 *
	 * @param document the letter
	 * @param opinion what it said; missing before it answers
	 */
	record BillProvinceAsked(@NotBlank @Size(max = 200) String document,
			@Nullable @Size(max = LONG) String opinion) implements BillAction {
	}

	/**
	 * The draft that is put to the vote.
	 *
	 * @param report the report on the result of the review
	 */
	record BillVoteDrafting(@NotNull UUID draft, @Nullable @Valid @Size(max = 50) List<@NotNull BillText> consolidated,
			@NotBlank @Size(max = LONG) String report,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable BillKnown known)
			implements
				BillAction {
	}

	/**
	 * A clause is voted upon separately.
	 *
	 * @param article its id in the vote draft: {@code art_10}
	 */
	record BillClauseNaming(@NotNull @Pattern(regexp = "[a-z0-9_~-]{1,80}") String article,
			@NotBlank @Size(max = 500) String question,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable BillKnown known)
			implements
				BillAction {
	}

	/**
	 * A plenary meeting decides on the way: to defer, to send it to the congress, to
	 * authorise the standing committee.
	 *
	 * @param meeting the meeting
	 * @param reason why
	 */
	record BillPlenaryDecision(@Nullable UUID meeting, @Nullable @Size(max = LONG) String reason,
			@Nullable @Size(max = 200) String document,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable BillKnown known)
			implements
				BillAction {
	}

	/**
	 * The outcome of a ballot.
	 */
	record BillDecided(@NotNull Decided decided) implements BillAction {
	}

	/**
	 * The province is asked to approve.
	 */
	record BillApprovalRequest(@Nullable @Size(max = LONG) String explanation,
			@Nullable @Size(max = 100) List<@NotBlank @Size(max = 300) String> materials) implements BillAction {
	}

	/**
	 * The province's answer.
	 *
	 * @param by the body that answered, with its meeting
	 * @param document the number of the answer
	 * @param reason why it refused
	 */
	record BillApprovalAnswer(@NotBlank @Size(max = 200) String by, @Nullable @Size(max = 200) String document,
			@Nullable @Size(max = LONG) String reason) implements BillAction {
	}

	/**
	 * The announcement.
	 *
	 * @param number its number
	 * @param signedBy who signed it
	 * @param adoptedBy the body that passed it; by the vote unless told
	 * @param effectiveOn the day it takes effect; by the text unless told
	 * @param rules the implementing rules that the regulation asks for
	 */
	record BillAnnouncement(@NotBlank @Size(max = 100) String number, @NotBlank @Size(max = 100) String signedBy,
			@Nullable @Size(max = 200) String adoptedBy, @Nullable LocalDate effectiveOn,
			@Nullable @Valid @Size(max = 50) List<@NotNull BillRuleInput> rules,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable BillKnown known)
			implements
				BillAction {
	}

	/**
	 * Implementing rules that an article asks an organ for.
	 *
	 * @param dueOn the day the regulation itself sets
	 */
	record BillRuleInput(@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String organ,
			@NotBlank @Size(max = 100) String article, @NotBlank @Size(max = 300) String subject,
			@Nullable LocalDate dueOn) {
	}

	/**
	 * That it was published in a channel.
	 */
	record BillPublishing(@NotNull PublicationChannel channel,
			@NotBlank @Size(max = 500) String reference) implements BillAction {
	}

	/**
	 * That it was filed with the state.
	 */
	record BillFiling(@NotBlank @Size(max = 100) String number) implements BillAction {
	}

	/**
	 * That implementing rules were issued.
	 *
	 * @param organ the organ that issued them
	 */
	record BillRulesIssued(@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String organ,
			@NotBlank @Size(max = 300) String title) implements BillAction {
	}

	/**
	 * An evaluation after it took effect.
	 *
	 * @param by who evaluated it
	 * @param reportedOn the day it was reported to the standing committee
	 */
	record BillEvaluating(@NotBlank @Size(max = 200) String by, @NotBlank @Size(max = LONG) String findings,
			@Nullable LocalDate reportedOn) implements BillAction {
	}

}
