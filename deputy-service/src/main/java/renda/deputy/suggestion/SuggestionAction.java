package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.deputy.suggestion.Handling.Grade;
import renda.deputy.suggestion.Handling.How;
import renda.deputy.suggestion.Handling.Kind;
import renda.deputy.suggestion.Handling.Role;
import renda.deputy.suggestion.Proposal.Field;

/**
 * What is sent with each step. What the law asks for by an article is not asked for here:
 * the step refuses it with that article.
 */
sealed interface SuggestionAction {

	/** A unit's code. */
	String CODE = "[a-z][a-z0-9-]{1,39}";

	/**
	 * A new draft.
	 *
	 * @param session the number of the session; missing between sessions
	 * @param oneMatter the deputy's declaration that it is about one matter
	 * @param proposedHandler the unit the deputy thinks should handle it
	 * @param petition the guided petition it takes up
	 * @param known what the roster says about the deputy; filled in by the service
	 */
	record Draft(@NotBlank @Size(max = 200) String title, @NotNull @Size(max = 20_000) String content,
			@NotNull Field field, @Nullable @Positive Integer session, @Nullable Boolean oneMatter,
			@Nullable @Size(max = 100) String proposedHandler, @Nullable UUID petition, @Nullable Boolean confidential,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable List<Seated> known)
			implements
				SuggestionAction {

		/**
		 * The same, by a deputy as the roster knows one.
		 */
		Draft by(List<Seated> seats) {
			return new Draft(this.title, this.content, this.field, this.session, this.oneMatter, this.proposedHandler,
					this.petition, this.confidential, seats);
		}

	}

	/**
	 * Another text.
	 */
	record Revision(@NotBlank @Size(max = 200) String title, @NotNull @Size(max = 20_000) String content,
			@NotNull Field field, @Nullable @Positive Integer session, @Nullable Boolean oneMatter,
			@Nullable @Size(max = 100) String proposedHandler) implements SuggestionAction {
	}

	/**
	 * Asks deputies to sign.
	 *
	 * @param seats their seats in the roster
	 * @param known what the roster says about them; filled in by the service
	 */
	record Invitation(@NotEmpty @Size(max = 100) List<@NotNull UUID> seats,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable List<Seated> known)
			implements
				SuggestionAction {

		List<Proposal.Signer> signers() {
			return (this.known != null) ? this.known.stream().map(Seated::signer).toList() : List.of();
		}

	}

	/**
	 * Puts it forward, or signs it.
	 *
	 * @param known what the roster says about the deputy; filled in by the service
	 */
	record Signature(
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable List<Seated> known)
			implements
				SuggestionAction {
	}

	/**
	 * A deputy as the roster knows one now.
	 *
	 * @param state the state of the seat
	 * @param inOffice whether the seat is of the city's present congress, and is held
	 */
	record Seated(UUID seat, String name, String account, String state, boolean inOffice) {

		Proposal.Signer signer() {
			return new Proposal.Signer(this.seat, this.name, this.account);
		}

	}

	/**
	 * Does not sign it.
	 */
	record Refusing(@Nullable @Size(max = 500) String reason) implements SuggestionAction {
	}

	/**
	 * Gives it back to its deputies.
	 *
	 * @param ground why it is not a suggestion, or not yet one
	 * @param reason the reasons that the deputies are told
	 */
	record Returning(@NotNull Ground ground, @Nullable @Size(max = 2000) String reason) implements SuggestionAction {
	}

	/**
	 * Why a suggestion is given back.
	 */
	enum Ground {

		/** 涉及招标投标等具体经济活动. */
		BUSINESS,
		/** 涉及具体司法案件. */
		COURT_CASE,
		/** 代表本人及其亲属的个人问题. */
		PERSONAL_MATTER,
		/** 代转信访件. */
		BARE_PETITION,
		/** 没有实际内容. */
		NO_CONTENT,
		/** 不属于本级职权. */
		NOT_THIS_LEVEL,
		/** 非一事一议. */
		SEVERAL_MATTERS,
		/** 其他不符合规定的情形. */
		OTHER

	}

	/**
	 * Takes it back, in writing.
	 */
	record Withdrawal(@NotBlank @Size(max = 2000) String reason) implements SuggestionAction {
	}

	/**
	 * Gives it to units.
	 */
	record Assignment(@NotEmpty @Size(max = 20) List<@Valid @NotNull Unit> units) implements SuggestionAction {
	}

	/**
	 * A unit and its part.
	 *
	 * @param name its name; filled in by the service
	 */
	record Unit(@NotNull @Pattern(regexp = CODE) String organ, @NotNull Role role,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable String name) {
	}

	/**
	 * Reports that it is not the unit's business.
	 */
	record Objecting(@Nullable @Size(max = 2000) String reason) implements SuggestionAction {
	}

	/**
	 * Follows an objection.
	 *
	 * @param organ the unit that objected
	 * @param units who handles it instead; none where a co-handler is not needed
	 */
	record Reassignment(@NotNull @Pattern(regexp = CODE) String organ,
			@NotNull @Size(max = 20) List<@Valid @NotNull Unit> units,
			@NotBlank @Size(max = 2000) String explanation) implements SuggestionAction {
	}

	/**
	 * Does not follow an objection.
	 */
	record Confirmation(@NotNull @Pattern(regexp = CODE) String organ,
			@NotBlank @Size(max = 2000) String explanation) implements SuggestionAction {
	}

	/**
	 * Takes it on.
	 */
	record Officer(@NotBlank @Size(max = 60) String officer) implements SuggestionAction {
	}

	/**
	 * Records a talk with the deputies.
	 *
	 * @param heldOn its day, not before the assignment
	 */
	record Contacting(@NotNull @PastOrPresent LocalDate heldOn, @NotNull How how,
			@NotBlank @Size(max = 2000) String note) implements SuggestionAction {
	}

	/**
	 * A co-handler's opinion.
	 */
	record Opinion(@NotBlank @Size(max = 20_000) String text) implements SuggestionAction {
	}

	/**
	 * Takes more time to answer.
	 *
	 * @param toldOn the day the deputies were told
	 */
	record Extending(@Nullable @Size(max = 2000) String reason,
			@Nullable @PastOrPresent LocalDate toldOn) implements SuggestionAction {
	}

	/**
	 * Answers.
	 *
	 * @param grade A, B or C
	 * @param signedBy the head of the unit
	 * @param copiedTo the co-signers who get it, by seat
	 * @param withoutOpinions why it does not wait for a co-handler's opinion
	 */
	record Answering(@JsonProperty("class") @NotNull Grade grade, @NotNull Kind kind,
			@NotBlank @Size(max = 20_000) String text, @Nullable @Size(max = 60) String signedBy,
			@Nullable @Size(max = 100) List<@NotNull UUID> copiedTo, @Nullable @Size(max = 2000) String withoutOpinions,
			@Nullable @Valid PromiseMade promise) implements SuggestionAction {

		List<UUID> copies() {
			return (this.copiedTo != null) ? List.copyOf(this.copiedTo) : List.of();
		}

	}

	/**
	 * A promise to be kept.
	 */
	record PromiseMade(@NotBlank @Size(max = 2000) String what, @NotNull LocalDate by) {
	}

	/**
	 * The deputy's opinion of the answer.
	 *
	 * @param attitude of the way it was handled
	 * @param result of what came out of it; this decides
	 */
	record Feedback(@NotNull Satisfaction attitude, @NotNull Satisfaction result,
			@Nullable @Size(max = 2000) String reason) implements SuggestionAction {
	}

	/**
	 * How content a deputy is.
	 */
	enum Satisfaction {

		/** 满意. */
		SATISFIED,
		/** 基本满意. */
		BASICALLY,
		/** 不满意. */
		NOT

	}

	/**
	 * Has units and experts look at it.
	 */
	record Evaluating(@NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 100) String> units,
			@NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 100) String> experts,
			@NotBlank @Size(max = 5000) String findings,
			@NotBlank @Size(max = 5000) String demands) implements SuggestionAction {
	}

	/**
	 * Ends what followed the evaluation.
	 *
	 * @param outcome what the units did about it
	 */
	record Concluding(@NotBlank @Size(max = 5000) String outcome) implements SuggestionAction {
	}

	/**
	 * A promise kept.
	 */
	record Keeping(@NotBlank @Size(max = 5000) String result) implements SuggestionAction {
	}

	/**
	 * How far a promise is.
	 */
	record Reporting(@NotBlank @Size(max = 5000) String note) implements SuggestionAction {
	}

	/**
	 * Makes it a priority.
	 *
	 * @param leader the head of the unit who leads the handling
	 * @param committee the code of the committee that follows it up
	 */
	record Prioritising(@NotBlank @Size(max = 200) String decision, @Nullable @Size(max = 60) String leader,
			@Nullable @Pattern(regexp = CODE) String committee) implements SuggestionAction {
	}

	/**
	 * A supervision on the spot.
	 */
	record Supervising(@NotBlank @Size(max = 60) String leader, @NotBlank @Size(max = 200) String place,
			@NotBlank @Size(max = 5000) String result) implements SuggestionAction {
	}

	/**
	 * Whether it is kept from the public.
	 */
	record Confidentiality(@NotNull Boolean confidential,
			@NotBlank @Size(max = 500) String reason) implements SuggestionAction {
	}

	/**
	 * A step that says nothing more.
	 */
	record Plain() implements SuggestionAction {
	}

}
