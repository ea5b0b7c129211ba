package renda.legislation.study;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;
import renda.platform.web.Refusal.FieldError;

/**
 * A measure that was drawn from study (落实举措), with its owner and status; its tasks are
 * {@link MeasureTask}s.
 *
 * @param number its number, by which tasks name it
 * @param title what is to be done
 * @param issuedOn the day it was issued
 * @param owner who answers for it
 * @param status where it stands
 * @param dueOn by when
 * @param doneOn when it was done
 * @param study the study it was drawn from
 * @param result what came of it
 * @param sample whether it is an invented sample
 */
record Measure(@NotBlank @Size(max = 40) String number, @NotBlank @Size(max = 200) String title,
		@NotNull LocalDate issuedOn, @NotBlank @Size(max = 100) String owner, @NotNull Progress status,
		@Nullable LocalDate dueOn, @Nullable LocalDate doneOn, @Nullable @Size(max = 200) String study,
		@Nullable @Size(max = 2000) String result, @Nullable Boolean sample) implements Line {

	Measure {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.issuedOn;
	}

	@Override
	public String key() {
		return this.number;
	}

	@Override
	public String words() {
		return Line.words(this.title, this.owner, this.result);
	}

	@Override
	public Stream<FieldError> faults() {
		return Progress.faults(this.status, this.doneOn, this.issuedOn);
	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Progress status, @Nullable String owner, @Nullable LocalDate dueTo, @Nullable Boolean sample) {
	}

}
