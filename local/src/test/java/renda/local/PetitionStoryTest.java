package renda.local;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Petitions as the people concerned see them: one through re-examination and review, one
 * that becomes a deputies' suggestion while its service is away.
 */
class PetitionStoryTest {

	private static final String RECEIPTS = "/api/v1/supervision/petition-receipts";

	private static final String PETITIONS = "/api/v1/supervision/petitions/";

	private static final String OFFICE = "petition-office";

	private static final String WATER = "organ/story-water";

	@RegisterExtension
	static PlatformExtension platform = new PlatformExtension();

	@BeforeAll
	static void ground() throws Exception {
		Ground.lay(platform);
	}

	@Test
	void aClaimIsAnsweredReexaminedReviewedAndThenFinal() throws Exception {
		// a resident writes and is told within fifteen days what becomes of it
		String resident = "resident.story-li";
		StoryCase petition = written(resident, "要求修复某小区供水管道");
		assertThat(petition.statusFor("resident.someone-else")).isEqualTo(404);
		petition.step("classify", OFFICE,
				Map.of("category", "CLAIM", "route", "OTHER", "competence", "LAW_ENFORCEMENT"));
		petition.step("transfer", OFFICE, Map.of("to", "story-water"));
		petition.step("notify", OFFICE, Map.of("way", "NETWORK", "content", "已转送市水利局"));

		// the organ accepts, and answers with an opinion that its head signs
		JsonNode accepted = petition.step("accept", WATER, Map.of("notice", "已受理，六十日内办结"));
		assertThat(accepted.path("deadlines")
			.valueStream()
			.filter((clock) -> clock.path("citation").asString().contains("信访工作条例")
					&& clock.path("status").asString().equals("RUNNING")))
			.isNotEmpty();
		petition.step("answer", WATER, Map.of("outcome", "NOT_SUPPORTED", "facts", "经查管道属业主共有", "text", "由业主共同维修",
				"basis", "民法典 第二百七十一条", "signedBy", "局长 李伟"));

		// the resident is not content: the organ above looks again, and then the one
		// above that
		JsonNode asked = petition.step("ask-reexamination", resident, Map.of("reasons", "不服处理意见"));
		assertThat(asked.path("reexaminer").path("code").asString()).isEqualTo("story-government");
		petition.denied("reexamine", WATER, finding(), 403);
		petition.step("reexamine", "organ/story-government", finding());
		petition.step("ask-review", resident, Map.of("reasons", "不服复查意见"));
		petition.step("hold-hearing", "organ/province-government", Map.of("place", "省政府听证室"));
		petition.step("end-hearing", "organ/province-government", Map.of("result", "双方陈述完毕"));
		petition.step("review", "organ/province-government", finding());

		// with the review it is over
		assertThat(petition.step("finalise", OFFICE, Map.of()).path("state").asString()).isEqualTo("FINAL");
		petition.denied("ask-review", resident, Map.of("reasons", "仍不服"), 409);
		assertThat(platform.json(platform.get(petition.path() + "/timeline", resident)).valueStream())
			.extracting((step) -> step.path("step").asString())
			.containsExactly("register", "classify", "transfer", "notify", "accept", "answer", "ask-reexamination",
					"reexamine", "ask-review", "hold-hearing", "end-hearing", "review", "finalise");
		assertThat(petition.statusFor("organ/story-roads")).as("nobody else ever learns of it").isEqualTo(404);
	}

	@Test
	void aPetitionBecomesASuggestionAndTheTwoKnowEachOtherThoughOneServiceWasAway() throws Exception {
		StoryCase petition = written("resident.story-wu", "建议在某路增设公交站");
		petition.step("classify", OFFICE, Map.of("category", "SUGGESTION", "competence", "OTHER"));
		platform.kill("deputy");
		petition.step("guide-to-suggestion", OFFICE, Map.of("title", "增设公交站"));
		platform.awaitReady("deputy");
		String guided = "/api/v1/deputy/guided-petitions?limit=1000";
		while (!platform.get(guided, "deputy").body().contains(petition.id())) {
			Thread.sleep(100);
		}

		// while supervision is away the deputies' service goes on
		platform.kill("supervision");
		StoryCase suggestion = StoryCase.opened(platform, "/api/v1/deputy/suggestions", "deputy",
				Map.of("title", "关于在某路增设公交站的建议", "content", "群众来信反映出行不便。", "field", "CITY_BUILDING", "oneMatter", true,
						"petition", petition.id()));
		suggestion.step("submit", "deputy", Map.of());
		suggestion.step("assign", "deputy-office",
				Map.of("units", List.of(Map.of("organ", "story-roads", "role", "MAIN"))));

		// and when it is back, the petition knows what has become of it
		platform.awaitReady("supervision");
		while (!petition.seenBy(OFFICE).path("suggestion").path("state").asString("").equals("ASSIGNED")) {
			Thread.sleep(100);
		}
		assertThat(petition.seenBy(OFFICE).path("suggestion").path("id").asString()).isEqualTo(suggestion.id());
	}

	private static StoryCase written(String resident, String request) throws Exception {
		var response = platform.post(RECEIPTS, resident, "application/json", """
				{"channel": "NETWORK", "petitioners": [{"name": "某某", "address": "某路1号", "phone": "13800000000"}],
				 "request": "%s", "facts": "情况属实", "area": "410105"}""".formatted(request));
		assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
		return StoryCase.at(platform, PETITIONS + platform.json(response).path("petition").asString(), OFFICE);
	}

	private static Map<String, Object> finding() {
		return Map.of("verdict", "UPHELD", "text", "原处理意见事实清楚", "basis", "信访工作条例 第三十五条", "signedBy", "副市长 周明");
	}

}
