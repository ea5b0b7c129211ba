package renda.legislation.office;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;

/**
 * Help with a law or regulation of a higher level (协助上级立法): one line for each, whatever
 * was done for it. It is none of the city's own.
 *
 * @param regulation its title
 * @param level of which level it is
 * @param since the first day
 * @param stage how far the help went
 * @param summary what was done
 * @param sample whether it is an invented sample
 */
record LegislativeAssistance(@NotBlank @Size(max = 200) String regulation, @NotNull Level level,
		@NotNull LocalDate since, @NotNull Stage stage, @Nullable @Size(max = 2000) String summary,
		@Nullable Boolean sample) implements Line {

	LegislativeAssistance {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.since;
	}

	@Override
	public String key() {
		return this.regulation;
	}

	@Override
	public String words() {
		return Line.words(this.regulation, this.summary);
	}

	/**
	 * How far the help went.
	 */
	enum Stage {

		/** 立法调研. */
		RESEARCH,
		/** 起草. */
		DRAFTING,
		/** 组织实施. */
		IMPLEMENTATION

	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Level level, @Nullable Stage stage, @Nullable Boolean sample) {
	}

}
