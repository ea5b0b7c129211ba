package renda.platform.rule;

import java.time.LocalDate;
import java.util.List;

import reactor.core.publisher.Mono;

/**
 * The rule book of a service. Every service has all rules; what administrators set is the
 * service's own, for the areas it enforces.
 */
public final class RuleBook {

	private final RuleOverrides overrides;

	RuleBook(RuleOverrides overrides) {
		this.overrides = overrides;
	}

	/**
	 * The rules and numbers in force on a day, with what administrators of this service
	 * have set. One small query, in the current transaction where there is one.
	 */
	public Mono<RuleSet> on(LocalDate day) {
		return this.overrides.until(day).map((known) -> new RuleSet(Catalogue.book(), day, known));
	}

	/**
	 * What the law says on a day, without overrides.
	 */
	public static RuleSet statutory(LocalDate day) {
		return new RuleSet(Catalogue.book(), day, List.of());
	}

}
