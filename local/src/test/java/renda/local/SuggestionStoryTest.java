package renda.local;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of one suggestion, by everybody whose business it is.
 */
class SuggestionStoryTest {

	private static final String PATH = "/api/v1/deputy/suggestions";

	private static final String LEAD = "deputy";

	private static final String CO_SIGNER = "deputy.wang";

	private static final String OFFICE = "deputy-office";

	private static final String WATER = "organ/story-water";

	private static final String ROADS = "organ/story-roads";

	private static final String PARKS = "organ/story-parks";

	@RegisterExtension
	static PlatformExtension platform = new PlatformExtension();

	@BeforeAll
	static void ground() throws Exception {
		Ground.lay(platform);
	}

	@Test
	void twoHandlersAnObjectionAnExtensionAnUnsatisfiedDeputyASecondAnswerAndAPromiseKept() throws Exception {
		String coSigner = Ground.seat(platform, CO_SIGNER);
		LocalDate today = today();

		// a deputy writes, another signs, and it goes to the office
		StoryCase suggestion = StoryCase.opened(platform, PATH, LEAD, Map.of("title", "关于整治某河沿岸的建议", "content",
				"沿岸道路破损，河水发黑，请整治。", "field", "CITY_BUILDING", "oneMatter", true));
		suggestion.step("invite", LEAD, Map.of("seats", List.of(coSigner)));
		suggestion.refused("submit", LEAD, Map.of(), "SUG-03");
		suggestion.step("confirm", CO_SIGNER, Map.of());
		suggestion.step("submit", LEAD, Map.of());
		assertThat(suggestion.statusFor("")).as("nobody else reads it before units have it").isEqualTo(404);

		// the office gives it to a main handler and two co-handlers
		suggestion.refused("assign", OFFICE, units("story-water:MAIN", "story-roads:MAIN"), "SUG-07");
		JsonNode assigned = suggestion.step("assign", OFFICE,
				units("story-water:MAIN", "story-roads:CO", "story-parks:CO"));
		assertThat(clock(assigned, "answer").path("computed")).as("the deadline explains itself").isNotEmpty();
		assertThat(platform.get("/api/v1/desk", WATER).body()).contains("关于整治某河沿岸的建议");

		// one unit objects and is let go; the other gives its opinion; the main handler
		// needs more time
		suggestion.step("object", PARKS, Map.of("reason", "不属于本单位职责"));
		suggestion.step("reassign", OFFICE, Map.of("organ", "story-parks", "units", List.of(), "explanation", "无须协办"));
		suggestion.denied("co-opinion", PARKS, Map.of("text", "意见"), 403);
		suggestion.step("co-opinion", ROADS, Map.of("text", "同意，负责路面"));
		LocalDate first = due(suggestion.step("contact", WATER, Map.of("heldOn", today, "how", "VISIT", "note", "走访")),
				"answer");
		LocalDate later = due(suggestion.step("extend", WATER, Map.of("reason", "涉及面广", "toldOn", today.toString())),
				"answer");
		assertThat(later).isAfter(first);

		// the answer is a promise; the deputy is not content with it
		suggestion.refused("answer", WATER, answer(today.plusYears(1), List.of()), "SUG-18");
		suggestion.step("answer", WATER, answer(today.plusYears(1), List.of(coSigner)));
		suggestion.denied("rate", OFFICE, Map.of("attitude", "SATISFIED", "result", "SATISFIED"), 403);
		suggestion.step("rate", LEAD, Map.of("attitude", "SATISFIED", "result", "NOT", "reason", "一年太久"));

		// it is handled again within a month, with a nearer promise
		suggestion.step("contact", WATER, Map.of("heldOn", today, "how", "MEETING", "note", "座谈"));
		suggestion.step("re-answer", WATER, answer(today.plusMonths(3), List.of(coSigner)));
		suggestion.step("rate", LEAD, Map.of("attitude", "SATISFIED", "result", "SATISFIED"));

		// it is not closed before the promise is kept
		suggestion.refused("close", OFFICE, Map.of(), "SUG-22");
		suggestion.step("report-progress", WATER, Map.of("note", "完成一半"));
		suggestion.step("fulfil", WATER, Map.of("result", "全部完成"));
		suggestion.step("close", OFFICE, Map.of());

		JsonNode closed = suggestion.seenBy("");
		assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
		assertThat(closed.path("deadlines").valueStream().map((clock) -> clock.path("status").asString()))
			.doesNotContain("RUNNING", "OVERDUE");
		assertThat(platform.json(platform.get(suggestion.path() + "/timeline", "")).valueStream())
			.extracting((step) -> step.path("step").asString())
			.startsWith("draft", "invite", "confirm", "submit", "assign", "object", "reassign")
			.endsWith("report-progress", "fulfil", "close");
		assertThat(platform
			.json(platform.get("/api/v1/deputy/suggestion-promises?code=" + closed.path("code").asString(), ""))
			.path("items")
			.findValuesAsString("state")).containsExactlyInAnyOrder("REPLACED", "KEPT");
	}

	private static Map<String, Object> units(String... units) {
		return Map.of("units",
				List.of(units)
					.stream()
					.map((unit) -> Map.of("organ", unit.split(":")[0], "role", unit.split(":")[1]))
					.toList());
	}

	private static Map<String, Object> answer(LocalDate promised, List<String> copies) {
		return Map.of("class", "B", "kind", "PLANNED", "text", "列入计划，逐步整治", "signedBy", "李局长", "copiedTo", copies,
				"promise", Map.of("what", "完成整治", "by", promised));
	}

	private static JsonNode clock(JsonNode shown, String name) {
		return shown.path("deadlines")
			.valueStream()
			.filter((clock) -> clock.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static LocalDate due(JsonNode shown, String name) {
		return LocalDate.parse(clock(shown, name).path("dueOn").asString());
	}

	private static LocalDate today() {
		return LocalDate.now(ZoneId.of("Asia/Shanghai"));
	}

}
