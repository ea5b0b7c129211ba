package renda.legislation.filing;

import java.util.Set;

import renda.legislation.filing.Filing.Party;
import renda.platform.deadline.Deadline;

/**
 * As whom somebody reads a filing.
 */
public enum FilingReader {

	/** Everyone: the document once it is registered, the result once there is one. */
	PUBLIC,
	/** Its maker: also what is addressed to it, and what it said. */
	MAKER,
	/** Those who review or decide. */
	REVIEWER;

	/** The steps that everyone is told of. */
	private static final Set<String> OPEN = Set.of("announce", "file", "submit", "register", "conclude", "correct",
			"annul", "not-annul", "publish-decision", "close", "criticise");

	/**
	 * The steps by which reviewers make up their minds, which are nobody else's business.
	 */
	private static final Set<String> INNER = Set.of("widen", "give-opinion", "take-more-time", "answer-ground",
			"answer-lock", "raise-doubt", "settle-doubt", "refer", "answer-request");

	/**
	 * Whether it is told that a step was taken.
	 */
	boolean isTold(String step) {
		return switch (this) {
			case REVIEWER -> true;
			case MAKER -> !INNER.contains(step);
			case PUBLIC -> OPEN.contains(step);
		};
	}

	/**
	 * Whether it is told who took it.
	 */
	boolean isToldWho(String step) {
		return switch (this) {
			case REVIEWER -> true;
			case MAKER -> !step.equals("begin-review");
			case PUBLIC -> false;
		};
	}

	/**
	 * Whether a clock is shown: none to the public, and to the maker none of those by
	 * which reviewers make up their minds.
	 */
	boolean isShown(Deadline clock) {
		return switch (this) {
			case REVIEWER -> true;
			case MAKER -> !clock.name().equals(FilingClocks.COMMITTEE.name());
			case PUBLIC -> false;
		};
	}

	/**
	 * As whom parties read: the chairpersons' meeting and the session once it is before
	 * them.
	 */
	static FilingReader of(Filing filing, Set<Party> parties, boolean member) {
		if (parties.contains(Party.OFFICE) || parties.contains(Party.COMMITTEE)) {
			return REVIEWER;
		}
		boolean before = filing.correction().report() != null;
		if (before && (member || parties.contains(Party.COUNCIL) || parties.contains(Party.SESSION))) {
			return REVIEWER;
		}
		return parties.contains(Party.MAKER) ? MAKER : PUBLIC;
	}

}
