package renda.legislation.office;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;
import renda.platform.web.Refusal.FieldError;

/**
 * A version of an internal rule (制度): what a decision made, revised or ended. The
 * versions of one rule are those with its name.
 *
 * @param rule the name of the rule
 * @param scope whose rule it is
 * @param act what the decision did
 * @param decidedOn the day of the decision
 * @param decidedBy who decided
 * @param effectiveOn since when it holds
 * @param documentNumber its number
 * @param summary what changed
 * @param sample whether it is an invented sample
 */
record InternalRule(@NotBlank @Size(max = 200) String rule, @NotNull Scope scope, @NotNull Act act,
		@NotNull LocalDate decidedOn, @NotBlank @Size(max = 100) String decidedBy, @Nullable LocalDate effectiveOn,
		@Nullable @Size(max = 60) String documentNumber, @Nullable @Size(max = 2000) String summary,
		@Nullable Boolean sample) implements Line {

	InternalRule {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.decidedOn;
	}

	@Override
	public String key() {
		return Line.joined(this.scope, this.rule, this.decidedOn);
	}

	@Override
	public String words() {
		return Line.words(this.rule, this.summary);
	}

	@Override
	public Stream<FieldError> faults() {
		return Line.notBefore("/effectiveOn", this.effectiveOn, this.decidedOn);
	}

	/**
	 * Whose rules they are.
	 */
	enum Scope {

		/** 常委会工作制度. */
		STANDING_COMMITTEE,
		/** 机关工作制度. */
		OFFICE

	}

	/**
	 * What a decision did to a rule.
	 */
	enum Act {

		/** 制定. */
		MADE,
		/** 修订. */
		REVISED,
		/** 废止. */
		ENDED

	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable String rule, @Nullable Scope scope, @Nullable Act act, @Nullable Boolean sample) {
	}

}
