package renda.legislation.office;

import java.util.LinkedHashMap;
import java.util.Map;

import static renda.legislation.ledger.LedgerCalls.of;

/**
 * One invented line for each register of the office.
 */
final class OfficeFixtures {

	private OfficeFixtures() {
	}

	/**
	 * A line by register. {@code mark} tells it from others of the same register.
	 */
	static Map<String, Map<String, Object>> lines(String mark) {
		Map<String, Map<String, Object>> lines = new LinkedHashMap<>();
		lines.put("first-topic-studies",
				of("heldOn", "2020-03-02", "meeting", "PARTY_GROUP", "topic", "学习重要讲话" + mark, "sample", true));
		lines.put("tutorial-lectures", of("heldOn", "2020-03-03", "audience", "STANDING_COMMITTEE", "topic",
				"民法典专题" + mark, "lecturer", "郑某某", "attendance", 52, "sample", true));
		lines.put("measures", of("number", "JC-" + mark, "title", "举措" + mark, "issuedOn", "2020-03-04", "owner",
				"某某委员会", "status", "IN_PROGRESS", "dueOn", "2020-12-31", "sample", true));
		lines.put("party-reports", of("sentOn", "2020-03-05", "title", "关于某事的请示" + mark, "subject", "KEY_WORK", "form",
				"REQUEST", "recipient", "CITY", "sample", true));
		lines.put("internal-rules", of("rule", "某某议事规则" + mark, "scope", "STANDING_COMMITTEE", "act", "REVISED",
				"decidedOn", "2020-03-06", "decidedBy", "常委会会议", "sample", true));
		lines.put("organ-changes", of("changedOn", "2020-03-07", "change", "ESTABLISHED", "organ", "某某委员会" + mark,
				"basis", "常委会决定", "sample", true));
		lines.put("awards", of("awardedOn", "2020-03-08", "kind", "RESEARCH", "level", "PROVINCE", "award", "优秀调研成果奖",
				"work", "某某调研报告" + mark, "sample", true));
		lines.put("media-articles", of("publishedOn", "2020-03-09", "title", "某某报道" + mark, "medium", "某某日报", "level",
				"CITY", "own", false, "sample", true));
		lines.put("assistance", of("heldOn", "2020-03-10", "form", "TOUR", "level", "PROVINCE", "topic", "某某视察" + mark,
				"sample", true));
		lines.put("legislative-assistance", of("regulation", "某省某某条例" + mark, "level", "PROVINCE", "since",
				"2020-03-11", "stage", "RESEARCH", "sample", true));
		lines.put("chronicle",
				of("happenedOn", "2020-03-12", "kind", "CAMPAIGN", "title", "某某教育" + mark, "sample", true));
		return lines;
	}

	/**
	 * The member of a register's lines that says what they are about.
	 */
	static String subject(String register) {
		return switch (register) {
			case "first-topic-studies", "tutorial-lectures", "assistance" -> "topic";
			case "internal-rules" -> "rule";
			case "organ-changes" -> "organ";
			case "awards" -> "work";
			case "legislative-assistance" -> "regulation";
			default -> "title";
		};
	}

	/**
	 * The member that holds the day.
	 */
	static String day(String register) {
		return lines("").get(register)
			.entrySet()
			.stream()
			.filter((member) -> member.getValue() instanceof String text && text.startsWith("2020-03"))
			.findFirst()
			.orElseThrow()
			.getKey();
	}

}
