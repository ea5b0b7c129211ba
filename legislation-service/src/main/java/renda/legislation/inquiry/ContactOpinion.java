package renda.legislation.inquiry;

import java.time.LocalDate;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.contact.ContactPoints;
import renda.legislation.ledger.Line;
import renda.platform.web.Refusal.FieldError;
import renda.platform.web.Text;

/**
 * An opinion of a contact point, and what became of it.
 *
 * @param reference by what it is known: a number, or where it is kept elsewhere
 * @param point the code of the contact point
 * @param request the number of the request it answers; missing where it came unasked
 * @param subject what it is about
 * @param words what it says
 * @param givenOn the day it was given
 * @param outcome what became of it
 * @param reason why; missing while it is pending
 * @param answeredOn the day the contact point was told; missing while it is pending
 * @param sample whether it is an invented sample
 */
record ContactOpinion(@NotBlank @Size(max = 300) String reference, @NotBlank @Size(max = 40) String point,
		@Nullable @Size(max = 60) String request, @NotBlank @Size(max = 200) String subject,
		@NotBlank @Size(max = 8000) String words, @NotNull LocalDate givenOn, @NotNull Outcome outcome,
		@Nullable @Size(max = 2000) String reason, @Nullable LocalDate answeredOn,
		@Nullable Boolean sample) implements Line {

	ContactOpinion {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.givenOn;
	}

	@Override
	public String key() {
		return this.point + "\u001f" + this.reference;
	}

	@Override
	public Owner partOf() {
		return new Owner("point", ContactPoints.LEDGER.name(), this.point);
	}

	@Override
	public Stream<FieldError> faults() {
		if (this.outcome == Outcome.PENDING) {
			return (this.answeredOn == null) ? Stream.empty() : Stream.of(new FieldError("/answeredOn",
					Text.of("待反馈的意见没有反馈日期。", "A pending opinion has no day of an answer.")));
		}
		Stream<FieldError> reason = (this.reason != null && !this.reason.isBlank()) ? Stream.empty()
				: Stream.of(new FieldError("/reason", Text.of("请写明理由。", "Say why.")));
		Stream<FieldError> day = (this.answeredOn != null && !this.answeredOn.isBefore(this.givenOn)) ? Stream.empty()
				: Stream.of(new FieldError("/answeredOn",
						Text.of("请写明反馈日期，不早于提出日期 %s。", "Give the day of the answer, not before %s.", this.givenOn)));
		return Stream.concat(reason, day);
	}

	ContactOpinion answered(Outcome outcome, String reason, LocalDate on) {
		return new ContactOpinion(this.reference, this.point, this.request, this.subject, this.words, this.givenOn,
				outcome, reason, on, this.sample);
	}

	/**
	 * An opinion as a contact point gives it.
	 *
	 * @param words what it says
	 * @param givenOn the day; today unless told
	 */
	@Schema(name = "ContactOpinionGiven")
	record Given(@NotBlank @Size(max = 8000) String words, @Nullable LocalDate givenOn, @Nullable Boolean sample) {
	}

	/**
	 * What became of an opinion, as the contact point is told.
	 *
	 * @param outcome what became of it
	 * @param reason why
	 */
	@Schema(name = "ContactOpinionFeedback")
	record Feedback(@NotNull Outcome outcome, @NotBlank @Size(max = 2000) String reason) {
	}

	/**
	 * Which opinions to list.
	 *
	 * @param point the code of the contact point
	 * @param request the number of the request
	 */
	record Filter(@Nullable String point, @Nullable String request, @Nullable Outcome outcome, @Nullable Integer term,
			@Nullable Integer year, @Nullable Boolean sample) {

		Filter of(String own) {
			return new Filter(own, this.request, this.outcome, this.term, this.year, this.sample);
		}

	}

}
