package renda.legislation.office;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;

/**
 * An award that was won (获奖).
 *
 * @param awardedOn the day it was awarded
 * @param kind for what kind of work
 * @param level of which level it is
 * @param award the name of the award
 * @param work the work it was given for
 * @param winner who won it
 * @param awardedBy who gave it
 * @param sample whether it is an invented sample
 */
record Award(@NotNull LocalDate awardedOn, @NotNull Kind kind, @NotNull Level level,
		@NotBlank @Size(max = 200) String award, @NotBlank @Size(max = 200) String work,
		@Nullable @Size(max = 200) String winner, @Nullable @Size(max = 200) String awardedBy,
		@Nullable Boolean sample) implements Line {

	Award {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.awardedOn;
	}

	@Override
	public String key() {
		return Line.joined(this.awardedOn, this.award, this.work);
	}

	@Override
	public String words() {
		return Line.words(this.award, this.work, this.winner);
	}

	/**
	 * For what awards are given.
	 */
	enum Kind {

		/** 调研成果. */
		RESEARCH,
		/** 人大新闻. */
		NEWS,
		/** 其他. */
		OTHER

	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Kind kind, @Nullable Level level, @Nullable Boolean sample) {
	}

}
