package renda.legislation.study;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;

/**
 * A lecture on a special topic for the standing committee or its Party group (专题辅导讲座).
 *
 * @param heldOn the day
 * @param audience for whom
 * @param topic what about
 * @param lecturer who lectured
 * @param lecturerPost his or her post
 * @param attendance how many came
 * @param sample whether it is an invented sample
 */
record TutorialLecture(@NotNull LocalDate heldOn, @NotNull Audience audience, @NotBlank @Size(max = 200) String topic,
		@NotBlank @Size(max = 100) String lecturer, @Nullable @Size(max = 200) String lecturerPost,
		@Nullable @PositiveOrZero Integer attendance, @Nullable Boolean sample) implements Line {

	TutorialLecture {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.heldOn;
	}

	@Override
	public String key() {
		return Line.joined(this.heldOn, this.topic);
	}

	@Override
	public String words() {
		return Line.words(this.topic, this.lecturer);
	}

	/**
	 * For whom a lecture is.
	 */
	enum Audience {

		/** 常委会组成人员. */
		STANDING_COMMITTEE,
		/** 常委会党组. */
		PARTY_GROUP,
		/** 党组理论学习中心组. */
		STUDY_GROUP

	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Audience audience, @Nullable Boolean sample) {
	}

}
