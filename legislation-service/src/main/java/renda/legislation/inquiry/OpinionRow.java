package renda.legislation.inquiry;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.comment.Comment.Fate;
import renda.legislation.comment.Comment.Opinion;
import renda.legislation.comment.Comment.Outcome;
import renda.platform.web.Given;

/**
 * An opinion of a contact point as a row.
 *
 * @param reference by what the point's opinion is known
 * @param point the code of the contact point
 * @param request the number of the letter it answers; missing where it came unasked
 * @param consultation the code of the consultation on the draft; missing: that of the
 * letter, or of a draft of that title
 * @param subject what it is about
 * @param article the id of the article it is about; missing: the whole
 * @param outcome what became of it; missing while it waits
 * @param answeredOn the day the contact point was told
 */
record OpinionRow(@NotBlank @Size(max = 100) String reference, @NotBlank @Size(max = 40) String point,
		@Nullable @Size(max = 60) String request, @Nullable @Size(max = 30) String consultation,
		@NotBlank @Size(max = 200) String subject, @Nullable @Size(max = 100) String article,
		@NotBlank @Size(max = 8000) String words, @NotNull LocalDate givenOn, @Nullable Outcome outcome,
		@Nullable @Size(max = 2000) String reason, @Nullable LocalDate answeredOn, @Nullable Boolean publish,
		@Nullable Boolean sample) {

	/**
	 * The number of the comment.
	 */
	String number() {
		return this.point + "/" + this.reference;
	}

	/**
	 * The key of the letter to the point.
	 */
	String letter() {
		return Given.orEmpty(this.request) + "\u001f" + this.point;
	}

	@Nullable Fate fate() {
		return Fate.of(this.outcome, this.reason, this.answeredOn, this.givenOn);
	}

	Opinion said() {
		return new Opinion(this.subject, Given.orEmpty(this.request), this.article, this.words, this.givenOn,
				Boolean.TRUE.equals(this.publish), Boolean.TRUE.equals(this.sample));
	}

}
