package renda.legislation.study;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;

/**
 * A study held as the first item of a meeting (“第一议题”学习).
 *
 * @param heldOn the day of the meeting
 * @param meeting the kind of meeting
 * @param topic what was studied
 * @param materials what was read
 * @param summary what was concluded
 * @param sample whether it is an invented sample
 */
record FirstTopicStudy(@NotNull LocalDate heldOn, @NotNull Meeting meeting, @NotBlank @Size(max = 200) String topic,
		@Nullable @Size(max = 2000) String materials, @Nullable @Size(max = 2000) String summary,
		@Nullable Boolean sample) implements Line {

	FirstTopicStudy {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.heldOn;
	}

	@Override
	public String key() {
		return Line.joined(this.heldOn, this.meeting, this.topic);
	}

	@Override
	public String words() {
		return Line.words(this.topic, this.materials, this.summary);
	}

	/**
	 * The kinds of meetings that begin with it.
	 */
	enum Meeting {

		/** 常委会党组会议. */
		PARTY_GROUP,
		/** 主任会议. */
		CHAIRPERSONS_COUNCIL,
		/** 常委会会议. */
		STANDING_COMMITTEE

	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Meeting meeting, @Nullable Boolean sample) {
	}

}
