package renda.platform.cases;

import java.time.LocalDate;

/**
 * A step to be taken on one of several cases.
 *
 * @param subject the case, locked
 * @param step the step's name
 * @param input its input
 */
public record Taking<C>(C subject, String step, Record input) {

	Due<C> said(LocalDate on) {
		return new Due<>(this.subject, this.step, new Inputs.Said<>(this.input, on, ""));
	}

	/**
	 * A step to be taken, with what was said.
	 */
	record Due<C>(C subject, String step, Inputs.Said<?> said) {
	}

}
