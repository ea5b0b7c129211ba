package renda.legislation.office;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;

/**
 * Help with an inspection, a tour or research of a higher committee in the city
 * (配合上级人大执法检查、视察调研).
 *
 * @param heldOn the first day
 * @param form what it was
 * @param level of which level the committee is
 * @param topic what about
 * @param delegation who came
 * @param summary what was done
 * @param sample whether it is an invented sample
 */
record Assistance(@NotNull LocalDate heldOn, @NotNull Form form, @NotNull Level level,
		@NotBlank @Size(max = 200) String topic, @Nullable @Size(max = 200) String delegation,
		@Nullable @Size(max = 2000) String summary, @Nullable Boolean sample) implements Line {

	Assistance {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.heldOn;
	}

	@Override
	public String key() {
		return Line.joined(this.heldOn, this.form, this.topic);
	}

	@Override
	public String words() {
		return Line.words(this.topic, this.delegation, this.summary);
	}

	/**
	 * What a higher committee does in the city.
	 */
	enum Form {

		/** 执法检查. */
		ENFORCEMENT_INSPECTION,
		/** 视察. */
		TOUR,
		/** 调研. */
		RESEARCH

	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Form form, @Nullable Level level, @Nullable Boolean sample) {
	}

}
