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
 * A task of a {@link Measure} (举措任务分解).
 *
 * @param measure the number of the measure
 * @param task what is to be done
 * @param owner who does it
 * @param assignedOn the day it was given
 * @param dueOn by when
 * @param status where it stands
 * @param doneOn when it was done
 * @param result what came of it
 * @param sample whether it is an invented sample
 */
record MeasureTask(@NotBlank @Size(max = 40) String measure, @NotBlank @Size(max = 200) String task,
		@NotBlank @Size(max = 100) String owner, @NotNull LocalDate assignedOn, @Nullable LocalDate dueOn,
		@NotNull Progress status, @Nullable LocalDate doneOn, @Nullable @Size(max = 2000) String result,
		@Nullable Boolean sample) implements Line {

	MeasureTask {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.assignedOn;
	}

	@Override
	public String key() {
		return Line.joined(this.measure, this.task);
	}

	@Override
	public String words() {
		return Line.words(this.task, this.owner, this.result);
	}

	@Override
	public Owner partOf() {
		return new Owner("measure", StudyLedgers.MEASURES.name(), this.measure);
	}

	@Override
	public Stream<FieldError> faults() {
		return Progress.faults(this.status, this.doneOn, this.assignedOn);
	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable String measure, @Nullable Progress status, @Nullable String owner, @Nullable LocalDate dueTo,
			@Nullable Boolean sample) {
	}

}
