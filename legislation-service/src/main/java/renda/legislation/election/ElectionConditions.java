package renda.legislation.election;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import renda.legislation.election.ElectionAction.Stand;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.Nomination.Proposer;
import renda.legislation.post.PostKind;
import renda.legislation.slate.ElectionTerms;
import renda.platform.rule.RuleSet;
import renda.platform.rule.Share;
import renda.platform.security.Caller;

/**
 * What the law asks of candidates and of the list of those who stand.
 */
final class ElectionConditions {

	private ElectionConditions() {
	}

	/**
	 * Whether the congress elects to the post among candidates.
	 */
	static boolean isElected(Nomination nomination) {
		return nomination.isLawful() && nomination.kind().contest() != null;
	}

	/**
	 * Whether enough deputies nominate together, the caller among them; the presidium
	 * does by itself.
	 */
	static boolean areEnough(Nomination nomination, Caller caller, RuleSet rules) {
		Proposer by = nomination.by();
		return by.kind() == Proposer.Kind.PRESIDIUM || (by.members().size() >= rules.number("elect.nominators")
				&& by.accounts().contains(caller.subject()));
	}

	static Map<String, Object> nominators(Nomination nomination, RuleSet rules) {
		return Map.of("deputies", nomination.by().members().size(), "needed", rules.number("elect.nominators"));
	}

	/**
	 * The rule by which there are so many more candidates than seats.
	 */
	static String marginRule(Appointment candidate, ElectionTerms terms) {
		return terms.byElection() ? "MOT-21"
				: (candidate.kind().contest() == PostKind.Contest.HEAD) ? "MOT-22" : "MOT-14";
	}

	/**
	 * Whether there are as many candidates more than seats as a rule asks for; true where
	 * another rule governs.
	 */
	static boolean fits(Appointment candidate, Stand stand, RuleSet rules, String rule) {
		if (!marginRule(candidate, stand.terms()).equals(rule)) {
			return true;
		}
		int extra = standing(stand) - stand.terms().seats();
		return extra >= least(candidate, stand.terms(), rules) && extra <= most(candidate, stand.terms(), rules);
	}

	/**
	 * How many stand, or will after the preliminary election.
	 */
	private static int standing(Stand stand) {
		Integer places = stand.terms().places();
		return (places != null) ? places : stand.field().candidates();
	}

	/**
	 * Whether a preliminary election has something to decide.
	 */
	static boolean areTooMany(Stand stand) {
		Integer places = stand.terms().places();
		return places == null || stand.field().candidates() > places;
	}

	static Map<String, Object> nominees(Stand stand) {
		return Map.of("nominees", stand.field().candidates(), "places", standing(stand), "leftOut",
				stand.field().leftOut());
	}

	private static int least(Appointment candidate, ElectionTerms terms, RuleSet rules) {
		PostKind.Contest contest = candidate.kind().contest();
		if (terms.byElection() || contest == null) {
			return 0;
		}
		return switch (contest) {
			case HEAD -> 0;
			case VICE -> rules.number("elect.viceExtraLeast");
			case MEMBERS -> rules.share("elect.memberExtraLeast").leastOf(terms.seats());
		};
	}

	private static int most(Appointment candidate, ElectionTerms terms, RuleSet rules) {
		PostKind.Contest contest = candidate.kind().contest();
		if (terms.byElection() || contest == null) {
			return Integer.MAX_VALUE;
		}
		return switch (contest) {
			case HEAD -> rules.number("elect.headExtra");
			case VICE -> rules.number("elect.viceExtraMost");
			case MEMBERS -> mostOf(rules.share("elect.memberExtraMost"), terms.seats());
		};
	}

	/**
	 * The share itself, rounded down; of few seats, of which it is less than one, one.
	 */
	private static int mostOf(Share share, int seats) {
		int reached = share.leastOf(seats);
		return Math.max(1, (reached * share.denominator() > seats * share.numerator()) ? reached - 1 : reached);
	}

	static Map<String, Object> margin(Appointment candidate, Stand stand, RuleSet rules) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("candidates", standing(stand));
		facts.put("seats", stand.terms().seats());
		facts.put("extraLeast", least(candidate, stand.terms(), rules));
		if (!stand.terms().byElection()) {
			facts.put("extraMost", most(candidate, stand.terms(), rules));
		}
		return facts;
	}

	/**
	 * The rule by which no more are elected than there are seats.
	 */
	private static String seatsRule(ElectionTerms terms) {
		return terms.another() ? "MOT-18" : terms.byElection() ? "MOT-21" : "MOT-20";
	}

	/**
	 * Whether there are as many seats; within a term only those that nobody holds.
	 */
	static boolean hasSeats(Stand stand, String rule) {
		ElectionTerms terms = stand.terms();
		Integer all = stand.field().seats();
		boolean within = terms.another() || terms.byElection();
		return !seatsRule(terms).equals(rule) || all == null
				|| terms.seats() <= all - (within ? stand.field().holders() : 0);
	}

	static Map<String, Object> seats(Stand stand) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("seats", stand.terms().seats());
		facts.put("holders", stand.field().holders());
		if (stand.field().seats() != null) {
			facts.put("all", stand.field().seats());
		}
		return facts;
	}

	/**
	 * Whether candidates were nominated and discussed for long enough, which the law asks
	 * for in a change of term.
	 */
	static boolean isDiscussed(ElectionTerms terms, LocalDate on, RuleSet rules) {
		return terms.byElection() || terms.another() || !on.isBefore(standFrom(terms, rules));
	}

	/**
	 * The first day of an election; a session goes on over a weekend.
	 */
	static LocalDate standFrom(ElectionTerms terms, RuleSet rules) {
		return terms.nominationsFrom().plusDays(rules.limit("elect.nominationDays").amount());
	}

}
