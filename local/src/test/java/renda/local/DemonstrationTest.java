package renda.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import renda.local.load.Demonstration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code ./run} loads is taken whole, shows something of everything, and may be
 * loaded again.
 */
class DemonstrationTest {

	@RegisterExtension
	static PlatformExtension platform = PlatformExtension.copies(2);

	@Test
	void everythingIsTakenAndTheSecondTimeNothingChanges() throws Exception {
		List<String> said = new ArrayList<>();
		int refused = Demonstration.load().post(platform.platform().api(), (zh, en) -> said.add(zh + " " + en));
		assertThat(refused).as(String.join("\n", said)).isZero();
		int suggestions = items("/api/v1/deputy/suggestions?limit=1000", "deputy-office").size();
		assertThat(Demonstration.load().post(platform.platform().api(), (zh, en) -> said.add(zh + " " + en)))
			.as(String.join("\n", said))
			.isZero();
		assertThat(items("/api/v1/deputy/suggestions?limit=1000", "deputy-office")).hasSize(suggestions);

		assertThat(states("/api/v1/deputy/suggestions?limit=1000", "deputy-office")).contains("SUBMITTED", "OBJECTED",
				"WITHDRAWN", "ASSIGNED", "ANSWERED", "NOT_SATISFIED", "RE_ANSWERED", "EVALUATION", "TRACKED", "CLOSED");
		assertThat(states("/api/v1/supervision/petitions?limit=1000", "petition-office")).contains("REGISTERED",
				"DIVERTED", "TRANSFERRED", "NOT_ACCEPTED", "ACCEPTED", "ANSWERED", "REEXAM_REQUESTED", "REEXAMINED",
				"FINAL", "CLOSED", "GUIDED");
		assertThat(items("/api/v1/deputy/deadlines?status=OVERDUE", "deputy-office")).isNotEmpty();
		assertThat(items("/api/v1/supervision/deadlines?status=OVERDUE", "petition-office")).isNotEmpty();
		JsonNode desk = platform.json(platform.get("/api/v1/desk", "deputy-office"));
		assertThat(desk.path("complete").asBoolean()).isTrue();
		assertThat(desk.path("waiting")).isNotEmpty();
		assertReported();
		assertAlive();
	}

	/**
	 * The work report of the term shows the figures, and each leads to its records.
	 */
	private static void assertReported() throws Exception {
		String report = report();
		assertThat(report).contains("制定和修订地方性法规10件，修改33件次，废止12件，其中一次打包修改8件", "立法征求意见建议2864条",
				"设立基层立法联系点21个，选聘立法咨询专家35名", "召开法规新闻发布会4场，解读法规6部", "组织351名国家机关工作人员进行宪法宣誓", "备案审查规范性文件173件，开展法规专项清理9轮",
				"配合上级开展执法检查和视察调研80余次", "作出决议决定53项，任免国家机关工作人员767人次", "与国外7个城市建立友好关系，明确应报告的重大事项42个", "听取审议工作报告96个",
				"媒体刊登宣传稿件3200余篇，获省级新闻奖21篇");
		for (String key : List.of("filings", "oaths", "appointments", "resolutions", "major_matters",
				"cleanup_rounds")) {
			JsonNode figure = platform
				.json(platform.get("/api/v1/legislation/figures?term=15&asOf=2022-12-31&key=" + key, ""))
				.path("figures")
				.path(0);
			assertThat(items(figure.path("items").asString() + "&limit=1000", "")).as(key)
				.hasSize(figure.path("value").asInt());
		}
	}

	/**
	 * A bill, a consultation, a filing, an appointment and a meeting are under way.
	 */
	private static void assertAlive() throws Exception {
		assertThat(states("/api/v1/legislation/bills?q=河岸步道", "legislative-office")).contains("LISTED");
		assertThat(states("/api/v1/legislation/bills?term=15&limit=1000", "legislative-office")).contains("PROMULGATED",
				"APPROVAL_PENDING", "REJECTED", "SHELVED", "TERMINATED", "WITHDRAWN");
		assertThat(states("/api/v1/legislation/consultations?q=社区菜园", "")).contains("OPEN");
		assertThat(states("/api/v1/legislation/filings?q=共享雨伞", "filing-office")).contains("IN_REVIEW");
		assertThat(states("/api/v1/legislation/appointments?person=demo-1", "personnel-office")).contains("CHECKED");
		assertThat(states("/api/v1/legislation/meetings?term=16&q=第三十次会议", "general-office")).contains("NOTIFIED");
	}

	private static String report() throws Exception {
		return platform
			.send(platform.request("/api/v1/work-report?term=15&asOf=2022-12-31", "")
				.header("Accept", "text/markdown")
				.GET())
			.body();
	}

	private static Set<String> states(String path, String client) throws Exception {
		return items(path, client).valueStream()
			.map((item) -> item.path("state").asString())
			.collect(Collectors.toSet());
	}

	private static JsonNode items(String path, String client) throws Exception {
		return platform.json(platform.get(path, client)).path("items");
	}

}
