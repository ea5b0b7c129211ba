package renda.legislation.sitting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Purpose;
import renda.legislation.member.Body;
import renda.platform.rule.RuleSet;

/**
 * Whether something may happen at a meeting: it is on the agenda that the meeting has
 * adopted, on a day of the meeting, and enough members were there.
 */
public final class AtMeeting {

	private AtMeeting() {
	}

	/**
	 * Whether a case is on the adopted agenda of a body's meeting held on a day, for one
	 * of some purposes.
	 */
	public static boolean isDealtWith(@Nullable Sitting sitting, Body body, String kind, UUID subject, LocalDate on,
			Set<Purpose> purposes) {
		return sitting != null && sitting.body() == body && !on.isBefore(sitting.from()) && !on.isAfter(sitting.to())
				&& purposes.stream()
					.flatMap((purpose) -> sitting.item(kind, subject, purpose).stream())
					.anyMatch(Sitting.Item::adopted);
	}

	/**
	 * Whether enough members were there. A meeting that was closed since keeps its
	 * numbers, so that the office can write up its minutes.
	 */
	public static boolean isQuorate(@Nullable Sitting sitting, RuleSet rules) {
		return sitting != null && rules.share((sitting.body() == Body.CONGRESS) ? "mtg.pcQuorum" : "mtg.scQuorum")
			.isReachedBy(sitting.present(), sitting.members());
	}

	/**
	 * The facts that a refusal names.
	 */
	public static Map<String, Object> facts(@Nullable Sitting sitting, UUID subject) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("subject", subject);
		if (sitting != null) {
			facts.put("meeting", sitting.name());
			facts.put("from", sitting.from());
			facts.put("to", sitting.to());
			facts.put("members", sitting.members());
			facts.put("present", sitting.present());
			facts.put("agenda",
					sitting.agenda()
						.stream()
						.filter((item) -> subject.equals(item.subject()))
						.map((item) -> Map.of("purpose", item.purpose().name(), "adopted", item.adopted()))
						.toList());
		}
		return facts;
	}

}
