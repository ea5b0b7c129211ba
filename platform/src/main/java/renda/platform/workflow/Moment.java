package renda.platform.workflow;

import java.time.LocalDate;
import java.util.Set;

import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;

/**
 * What a step is decided on besides the case and the input.
 *
 * @param caller who takes it
 * @param actors who that is in this case
 * @param on the day on which it is taken; the past for what an office records from paper
 * @param rules the rules and numbers in force on that day
 * @param <A> the actors of the kind of case
 */
public record Moment<A>(Caller caller, Set<A> actors, LocalDate on, RuleSet rules) {

	public Moment {
		actors = Set.copyOf(actors);
	}

}
