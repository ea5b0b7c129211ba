package renda.legislation.ballot;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Tabled.Deciding;
import renda.legislation.member.Body;
import renda.platform.vote.Base;
import renda.platform.vote.DecisionRule;
import renda.platform.web.Text;

/**
 * By which rule what is decided. Everywhere the share is taken of all members: whoever is
 * absent, abstains or does not press counts against, and nobody has a casting vote.
 */
public final class DecisionRules {

	/** A presidium of which not half is there cannot pass anything. */
	private static final DecisionRule PRESIDIUM = new DecisionRule("presidium",
			Text.of("主席团表决", "vote of the presidium"), Base.MEMBERS, "mtg.pcMajority", "MTG-18", "mtg.pcMajority",
			"MTG-18", false);

	private static final DecisionRule APPOINTMENT = new DecisionRule("appointment",
			Text.of("人事任免表决", "vote on an appointment"), Base.MEMBERS, "mtg.scMajority", "APT-16", "mtg.scQuorum",
			"MTG-02", true);

	private static final DecisionRule REMOVAL = new DecisionRule("removal", Text.of("撤职案表决", "vote on a removal"),
			Base.MEMBERS, "inq.removalMajority", "INQ-24", "mtg.scQuorum", "MTG-02", true);

	private static final Map<String, DecisionRule> ALL = Stream
		.concat(Decisions.ALL.stream(), Stream.of(PRESIDIUM, APPOINTMENT, REMOVAL))
		.collect(Collectors.toMap(DecisionRule::name, Function.identity()));

	private DecisionRules() {
	}

	public static DecisionRule named(String name) {
		DecisionRule rule = ALL.get(name);
		if (rule == null) {
			throw new IllegalArgumentException("no decision rule is called " + name);
		}
		return rule;
	}

	/**
	 * The rule for a question.
	 * @param secret whether it is put by secret ballot
	 * @param presidium whether a presidium decides
	 */
	static DecisionRule of(Body body, Purpose purpose, boolean secret, boolean presidium) {
		if (presidium) {
			return PRESIDIUM;
		}
		DecisionRule usual = Decisions.of(body, secret ? Deciding.SECRET : Deciding.OPEN);
		if (body == Body.CONGRESS) {
			return usual;
		}
		return switch (purpose) {
			case REMOVE -> REMOVAL;
			case APPOINT, DISMISS, RESIGNATION -> secret ? APPOINTMENT : usual;
			default -> usual;
		};
	}

	/**
	 * Whether a vote of this purpose is always secret: elections and removals.
	 */
	static boolean isAlwaysSecret(Purpose purpose) {
		return purpose == Purpose.REMOVE || purpose == Purpose.ELECT;
	}

	/**
	 * The rule that asks for secrecy.
	 */
	static String secrecyRule(Purpose purpose) {
		return switch (purpose) {
			case REMOVE -> "INQ-24";
			case APPOINT, DISMISS, RESIGNATION -> "APT-16";
			case ELECT -> "MOT-16";
			default -> "MTG-22";
		};
	}

}
