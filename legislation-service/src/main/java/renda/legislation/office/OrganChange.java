package renda.legislation.office;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;
import renda.platform.web.Refusal.FieldError;
import renda.platform.web.Text;

/**
 * A change of the organs of the congress (机构变动): the organs of a day are what the changes
 * until then have left.
 *
 * @param changedOn the first day it holds
 * @param change what happened
 * @param organ the name of the organ since then
 * @param formerly its name before
 * @param basis the decision behind it
 * @param sample whether it is an invented sample
 */
record OrganChange(@NotNull LocalDate changedOn, @NotNull Change change, @NotBlank @Size(max = 100) String organ,
		@Nullable @Size(max = 100) String formerly, @NotBlank @Size(max = 300) String basis,
		@Nullable Boolean sample) implements Line {

	OrganChange {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.changedOn;
	}

	@Override
	public String key() {
		return Line.joined(this.changedOn, this.change, this.organ);
	}

	@Override
	public String words() {
		return Line.words(this.organ, this.formerly, this.basis);
	}

	@Override
	public Stream<FieldError> faults() {
		boolean former = this.formerly != null && !this.formerly.isBlank();
		return (this.change != Change.RENAMED || former) ? Stream.empty()
				: Stream.of(new FieldError("/formerly", Text.of("更名须写明原名。", "A renaming needs the former name.")));
	}

	/**
	 * What happens to organs.
	 */
	enum Change {

		/** 设立. */
		ESTABLISHED,
		/** 更名. */
		RENAMED,
		/** 合并. */
		MERGED,
		/** 撤销. */
		ABOLISHED

	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Change change, @Nullable String organ, @Nullable Boolean sample) {
	}

}
