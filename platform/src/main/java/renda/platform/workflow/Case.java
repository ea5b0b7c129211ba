package renda.platform.workflow;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A case: a record that moves through states by steps. Implemented by an immutable record
 * that holds everything the case consists of; it is stored whole.
 *
 * @param <S> its states
 * @param <C> its own type
 */
public interface Case<S extends Enum<S> & CaseState, C extends Case<S, C>> {

	UUID id();

	/**
	 * What people call it: {@code JY-2022-0417}.
	 */
	String code();

	S state();

	/**
	 * The day since which it is in its state.
	 */
	LocalDate stateSince();

	/**
	 * 1 when it is new, one more after each step.
	 */
	long version();

	/**
	 * The same case in another state and version. Only the mechanism calls it.
	 */
	C in(S state, LocalDate since, long version);

}
