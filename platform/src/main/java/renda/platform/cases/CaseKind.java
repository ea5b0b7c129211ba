package renda.platform.cases;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.platform.deadline.Deadline;
import renda.platform.deadline.Holder;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;
import renda.platform.workflow.Workflow;

/**
 * A kind of case: its declaration, and what only the feature knows about who is who. A
 * feature declares one bean.
 *
 * @param <C> the case
 * @param <S> its states
 * @param <A> who acts in it
 * @param <V> what the API shows of it
 */
public interface CaseKind<C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor, V> {

	/**
	 * The declaration.
	 */
	Workflow<C, S, A> workflow();

	/**
	 * Where the cases are: {@code /api/v1/deputy/suggestions}.
	 */
	String path();

	/**
	 * Where they are kept.
	 */
	CaseStore<C> table();

	/**
	 * Who a caller is in a case; empty for a stranger.
	 */
	Set<A> actors(C subject, Caller caller);

	/**
	 * Whether a caller may know that the case exists. Where not, every answer is the one
	 * for a case that does not exist.
	 */
	boolean isVisible(C subject, Caller caller);

	/**
	 * Whether somebody who may know of the case is told that a step was taken: by its
	 * timeline, on their desk and where they come too late.
	 */
	default boolean isTold(C subject, Caller caller, String step) {
		return true;
	}

	/**
	 * Whether they are told who took it and with what words.
	 */
	default boolean isToldWho(C subject, Caller caller, String step) {
		return !actors(subject, caller).isEmpty();
	}

	/**
	 * Whether a caller who may know of a case is shown one of its clocks.
	 */
	default boolean isShown(C subject, Caller caller, Deadline clock) {
		return true;
	}

	/**
	 * On whose desks a step by an actor waits.
	 */
	List<Holder> holders(C subject, A actor);

	/**
	 * What a caller sees of a case.
	 */
	V view(C subject, Caller caller);

	/**
	 * What the feed tells about a case; no personal data.
	 */
	Object published(C subject);

	/**
	 * Which roles may read its events, any of which suffices; null: everyone.
	 */
	default @Nullable Set<Role> audience(C subject) {
		return null;
	}

	/**
	 * What belongs to a step besides the case itself, written in its transaction: a
	 * version in the register, a row of a ledger, a step of another case. An error undoes
	 * the step.
	 * @param step the step's name
	 * @param before the case before it; null for the step that opened it
	 * @param after the case after it, written already
	 * @param caller who took it
	 */
	default Mono<Void> alongside(String step, @Nullable C before, C after, Caller caller) {
		return Mono.empty();
	}

	/**
	 * What the case is called on the desk of those who see it.
	 */
	Text deskTitle(C subject);

}
