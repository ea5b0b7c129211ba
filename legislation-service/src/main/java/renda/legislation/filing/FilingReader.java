package renda.legislation.filing;

import java.util.List;
import java.util.Set;

import renda.legislation.filing.Filing.Party;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;

/**
 * As whom somebody reads a filing.
 */
enum FilingReader {

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
	 * The part of a timeline that is shown.
	 */
	List<TimelineEntry> timeline(List<TimelineEntry> all) {
		return switch (this) {
			case REVIEWER -> all;
			case MAKER -> all.stream()
				.filter((entry) -> !INNER.contains(entry.step()))
				.map((entry) -> entry.step().equals("begin-review") ? silent(entry) : entry)
				.toList();
			case PUBLIC ->
				all.stream().filter((entry) -> OPEN.contains(entry.step())).map(FilingReader::silent).toList();
		};
	}

	/**
	 * The case with the clocks that are shown.
	 */
	Shown<FilingView> shown(Shown<FilingView> whole) {
		return switch (this) {
			case REVIEWER -> whole;
			case MAKER -> new Shown<>(whole.view(), whole.actions(),
					whole.deadlines()
						.stream()
						.filter((clock) -> !clock.name().equals(FilingClocks.COMMITTEE.name()))
						.toList(),
					whole.links());
			case PUBLIC -> new Shown<>(whole.view(), whole.actions(), List.of(), whole.links());
		};
	}

	private static TimelineEntry silent(TimelineEntry entry) {
		return new TimelineEntry(entry.position(), entry.step(), entry.title(), entry.from(), entry.to(), entry.on(),
				entry.at(), null, entry.actor(), entry.rules(), entry.ruleSet(), entry.late(), null);
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
