package renda.platform.workflow;

/**
 * A part of a step that depends on the case, the input and the moment: pure, and without
 * a look at anything else.
 *
 * @param <C> the case
 * @param <I> the input of the step
 * @param <A> the actors of the kind of case
 * @param <R> what it gives
 */
@FunctionalInterface
public interface StepFunction<C, I, A, R> {

	R of(C subject, I input, Moment<A> moment);

}
