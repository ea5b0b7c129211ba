package renda.legislation.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.filing.FilingCorrection.AnnulmentGround;
import renda.legislation.filing.FilingCorrection.How;
import renda.legislation.filing.FilingCorrection.Outcome;
import renda.legislation.filing.FilingCorrection.Response;
import renda.legislation.filing.FilingDocument.Scope;
import renda.legislation.filing.FilingDocument.SentTo;
import renda.legislation.filing.FilingReview.Ground;
import renda.legislation.filing.FilingReview.Mode;
import renda.platform.web.Given;

/**
 * What is sent with each step. What the law asks for by an article is not asked for here:
 * the step refuses it with that article.
 */
sealed interface FilingAction {

	/** An organ's code. */
	String CODE = "[a-z0-9][a-z0-9-]{1,39}";

	static <T> List<T> orNone(@Nullable List<T> given) {
		return (given != null) ? List.copyOf(given) : List.of();
	}

	/**
	 * A document with its material.
	 *
	 * @param maker the organ that made it; the caller's own unless the office enters what
	 * came on paper
	 * @param number the document's number (文号)
	 * @param scope the maker's answers about its nature
	 * @param report the id of the uploaded filing report
	 * @param officialText the id of the uploaded text as issued
	 * @param explanation the id of the uploaded explanation
	 * @param attachments the ids of other files
	 * @param basis the titles of the superior texts it rests on
	 * @param paperCopies how many paper sets are sent
	 * @param text its words as plain text or Markdown, one paragraph a line
	 * @param sentTo for rules: to whom else they were sent
	 * @param refiles the filing whose text this one replaces
	 * @param receivedOn the day it came on paper; only the office says it
	 * @param late why it is filed late
	 * @param files what is known of the files; filled in by the service
	 */
	record FilingEntry(@Nullable @Pattern(regexp = CODE) String maker, @Nullable @Size(max = 100) String makerName,
			FilingDocument.@Nullable Source source, FilingDocument.@Nullable Act act,
			@Nullable @Size(max = 300) String title, @Nullable @Size(max = 100) String number,
			@Nullable LocalDate issuedOn, @Nullable LocalDate effectiveOn, FilingDocument.@Nullable Scope scope,
			@Nullable UUID report, @Nullable UUID officialText, @Nullable UUID explanation,
			@Nullable @Size(max = 50) List<@NotNull UUID> attachments,
			@Nullable @Size(max = 100) List<@NotBlank @Size(max = 200) String> basis,
			@Nullable @PositiveOrZero Integer paperCopies, @Nullable @Size(max = 200_000) String text,
			@Nullable @Size(max = 10) List<@NotNull @Valid SentTo> sentTo, @Nullable UUID refiles,
			@Nullable LocalDate receivedOn, @Nullable @Size(max = 500) String late,
			@Schema(hidden = true) @JsonProperty(
					access = JsonProperty.Access.WRITE_ONLY) @Nullable List<FilingDocument.FilingFile> files)
			implements
				FilingAction {

		/**
		 * The document it describes; a member that is missing is empty, and is refused
		 * elsewhere.
		 * @param organ the organ that made it
		 */
		FilingDocument document(String organ) {
			return new FilingDocument(organ, Given.orEmpty(this.makerName),
					Objects.requireNonNullElse(this.source, FilingDocument.Source.OTHER),
					Objects.requireNonNullElse(this.act, FilingDocument.Act.MADE), Given.orEmpty(this.title),
					Given.orEmpty(this.number), Objects.requireNonNullElse(this.issuedOn, LocalDate.EPOCH),
					this.effectiveOn,
					Objects.requireNonNullElse(this.scope, new FilingDocument.Scope(false, false, false, false)),
					new FilingDocument.Materials(file(this.report), file(this.officialText), file(this.explanation),
							orNone(this.attachments).stream()
								.map(this::file).<FilingDocument.FilingFile>mapMulti((file, next) -> {
									if (file != null) {
										next.accept(file);
									}
								})
								.toList(),
							orNone(this.basis), Objects.requireNonNullElse(this.paperCopies, 0)),
					Given.orEmpty(this.text), orNone(this.sentTo), this.refiles);
		}

		private FilingDocument.@Nullable FilingFile file(@Nullable UUID id) {
			return orNone(this.files).stream().filter((file) -> file.id().equals(id)).findFirst().orElse(null);
		}

		/**
		 * The files it names.
		 */
		List<UUID> named() {
			return Stream
				.concat(Stream.of(this.report, this.officialText, this.explanation).<UUID>mapMulti((id, next) -> {
					if (id != null) {
						next.accept(id);
					}
				}), orNone(this.attachments).stream())
				.distinct()
				.toList();
		}

		FilingEntry by(String organ, List<FilingDocument.FilingFile> known) {
			return new FilingEntry(organ, this.makerName, this.source, this.act, this.title, this.number, this.issuedOn,
					this.effectiveOn, this.scope, this.report, this.officialText, this.explanation, this.attachments,
					this.basis, this.paperCopies, this.text, this.sentTo, this.refiles, this.receivedOn, this.late,
					known);
		}

	}

	/**
	 * An order to file by a day.
	 */
	record FilingDemand(@NotNull LocalDate by, @NotBlank @Size(max = 2000) String words) implements FilingAction {
	}

	/**
	 * A circular criticism.
	 *
	 * @param decision by which decision of the standing committee
	 */
	record FilingCriticism(@NotBlank @Size(max = 300) String decision,
			@NotBlank @Size(max = 5000) String words) implements FilingAction {
	}

	/**
	 * What has to be supplemented.
	 */
	record FilingReturn(@NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 200) String> missing,
			@NotBlank @Size(max = 2000) String reason) implements FilingAction {
	}

	/**
	 * Reasons.
	 */
	record FilingReasons(@Nullable @Size(max = 2000) String reason) implements FilingAction {
	}

	/**
	 * Another organ that is competent.
	 */
	record FilingTransfer(@NotBlank @Size(max = 100) String to,
			@NotBlank @Size(max = 2000) String reason) implements FilingAction {
	}

	/**
	 * The office's own answers about the nature of the document.
	 */
	record FilingRegistration(@NotNull Scope scope) implements FilingAction {
	}

	/**
	 * Begins the review, or has more committees take part.
	 */
	record FilingAssignment(@Nullable Set<@NotNull Mode> modes,
			@NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = CODE) String> committees) implements FilingAction {

		Set<FilingReview.Mode> modesOr(FilingReview.Mode one) {
			return (this.modes == null || this.modes.isEmpty()) ? Set.of(one) : Set.copyOf(this.modes);
		}

	}

	/**
	 * That a review request is answered by this review; told by the request.
	 */
	record FilingRequested(@NotNull UUID request, @NotBlank String code, boolean demanded) implements FilingAction {
	}

	/**
	 * A committee's opinion.
	 */
	record FilingOpinion(@Nullable Set<@NotNull Ground> grounds,
			@NotBlank @Size(max = 20_000) String words) implements FilingAction {
	}

	/**
	 * More time.
	 *
	 * @param approvedBy the head of the review body who approved it
	 */
	record FilingExtending(@Nullable @Size(max = 2000) String reason,
			@Nullable @Size(max = 60) String approvedBy) implements FilingAction {
	}

	/**
	 * The answer to one question of the law.
	 */
	record FilingGround(@NotNull Ground ground, @NotNull Boolean found,
			@Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> provisions,
			@Nullable @Size(max = 5000) String reason) implements FilingAction {
	}

	/**
	 * The answer for one lock.
	 *
	 * @param lawful whether the words stay within the maker's powers
	 */
	record FilingUnlocking(@NotNull @Positive Integer number, @NotNull Boolean lawful,
			@Nullable @Size(max = 2000) String reason) implements FilingAction {
	}

	/**
	 * What the maker is to explain by a day.
	 */
	record FilingInquiry(@NotBlank @Size(max = 5000) String questions, @NotNull LocalDate by) implements FilingAction {
	}

	/**
	 * Words.
	 */
	record FilingWords(@NotBlank @Size(max = 20_000) String words) implements FilingAction {
	}

	/**
	 * A doubt about the constitution, sent upward.
	 */
	record FilingDoubt(@NotBlank @Size(max = 5000) String words,
			@NotBlank @Size(max = 100) String sentTo) implements FilingAction {
	}

	/**
	 * The end of a review without a fault.
	 *
	 * @param conclusion in words, for everyone to read
	 * @param withoutOpinions why it does not wait for a committee
	 */
	record FilingConclusion(@NotBlank @Size(max = 5000) String conclusion,
			@Nullable @Size(max = 2000) String withoutOpinions) implements FilingAction {
	}

	/**
	 * A written plan.
	 */
	record FilingPlan(@Nullable @Size(max = 20_000) String words, @NotNull LocalDate by) implements FilingAction {
	}

	/**
	 * A written review opinion.
	 *
	 * @param withoutOpinions why it does not wait for a committee
	 */
	record FilingWrittenOpinion(@NotBlank @Size(max = 20_000) String words,
			@Nullable @Size(max = 2000) String withoutOpinions) implements FilingAction {
	}

	/**
	 * The maker's answer.
	 *
	 * @param by the day by which it is put right; needed unless it is refused
	 */
	record FilingAnswer(@NotNull Response how, @NotBlank @Size(max = 20_000) String words,
			@Nullable LocalDate by) implements FilingAction {
	}

	/**
	 * A report to the chairpersons' meeting.
	 */
	record FilingCouncilReport(@NotBlank @Size(max = 20_000) String words,
			@NotBlank @Size(max = 5000) String proposal) implements FilingAction {
	}

	/**
	 * The chairpersons' meeting's decision.
	 */
	record FilingDecision(@NotNull Outcome outcome, @NotBlank @Size(max = 5000) String words) implements FilingAction {
	}

	/**
	 * How the maker has put it right.
	 *
	 * @param doneOn the day of the amendment or repeal
	 * @param number the number of the document by which it was done
	 */
	record FilingCorrecting(@NotNull How how, @NotNull LocalDate doneOn, @NotBlank @Size(max = 100) String number,
			@NotBlank @Size(max = 5000) String words) implements FilingAction {
	}

	/**
	 * A motion to annul.
	 *
	 * @param provisions the provisions to be annulled; none: the whole document
	 * @param own whether the maker is the city's own government; filled in by the service
	 */
	record FilingMotion(@NotNull AnnulmentGround ground,
			@Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> provisions,
			@NotBlank @Size(max = 20_000) String words,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Boolean own)
			implements
				FilingAction {
	}

	/**
	 * Whether the head of the maker attended.
	 */
	record FilingAttendance(@NotBlank @Size(max = 60) String name, @NotNull Boolean attended,
			@Nullable @Size(max = 500) String reason) implements FilingAction {
	}

	/**
	 * How the session voted; told by the ballot.
	 */
	record FilingVoted(@NotNull UUID ballot, @NotNull UUID meeting, @NotBlank String meetingName, boolean passed,
			int members, int votesFor, @NotBlank String explanation) implements FilingAction {
	}

	/**
	 * Where a decision was published.
	 */
	record FilingPublication(@NotBlank @Size(max = 300) String where) implements FilingAction {
	}

	/**
	 * The filing of the new text; told by that filing.
	 */
	record FilingRefiled(@NotNull UUID filing) implements FilingAction {
	}

	/**
	 * A step that says nothing more.
	 */
	record FilingPlain() implements FilingAction {
	}

}
