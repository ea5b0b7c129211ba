package renda.supervision.petition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import renda.supervision.petition.PetitionCalls.Answer;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.supervision.petition.PetitionCalls.CHAIR;
import static renda.supervision.petition.PetitionCalls.OFFICE;
import static renda.supervision.petition.PetitionCalls.PETITIONS;
import static renda.supervision.petition.PetitionCalls.RECEIPTS;
import static renda.supervision.petition.PetitionCalls.finding;
import static renda.supervision.petition.PetitionCalls.letter;
import static renda.supervision.petition.PetitionCalls.opinion;
import static renda.supervision.petition.PetitionCalls.organ;
import static renda.supervision.petition.PetitionCalls.resident;

@ServiceTest
class PetitionApiTest {

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	private PetitionCalls calls;

	@BeforeEach
	void organs() {
		this.calls = new PetitionCalls(this.client);
		this.calls.organs();
	}

	@Test
	void aPaperClaimGoesThroughReexaminationAndReviewToItsEnd() {
		UUID petition = this.calls.claimWith("water", "赵一");
		this.calls.done(OFFICE, petition, "notify", Map.of("way", "LETTER", "content", "已转送市水利局"));
		this.calls.done(organ("water"), petition, "accept", Map.of("notice", "已受理，六十日内办结"));
		Answer answered = this.calls.done(organ("water"), petition, "answer", opinion());
		assertThat(answered.body().path("state").asString()).isEqualTo("ANSWERED");
		Answer asked = this.calls.done(OFFICE, petition, "ask-reexamination", Map.of("reasons", "不服处理意见"));
		assertThat(asked.body().path("reexaminer").path("code").asString()).isEqualTo("gov");
		this.calls.done(organ("gov"), petition, "reexamine", finding());
		this.calls.done(OFFICE, petition, "ask-review", Map.of("reasons", "不服复查意见"));
		this.calls.done(organ("henan"), petition, "hold-hearing", Map.of("place", "省政府听证室"));
		assertThat(clock(petition, "review").path("status").asString()).isEqualTo("PAUSED");
		this.calls.done(organ("henan"), petition, "end-hearing", Map.of("result", "双方陈述完毕"));
		assertThat(clock(petition, "review").path("status").asString()).isEqualTo("RUNNING");
		this.calls.done(organ("henan"), petition, "review", finding());
		Answer last = this.calls.done(OFFICE, petition, "finalise", Map.of());
		assertThat(last.body().path("state").asString()).isEqualTo("FINAL");
		JsonNode steps = this.calls.get(OFFICE, PETITIONS + "/" + petition + "/timeline").body();
		assertThat(steps.valueStream().map((step) -> step.path("step").asString())).containsExactly("register",
				"classify", "transfer", "notify", "accept", "answer", "ask-reexamination", "reexamine", "ask-review",
				"hold-hearing", "end-hearing", "review", "finalise");
	}

	private JsonNode clock(UUID petition, String name) {
		return this.calls.get(OFFICE, PETITIONS + "/" + petition)
			.body()
			.path("deadlines")
			.valueStream()
			.filter((clock) -> clock.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void theOfficeNamesAHigherOrganWhereTheRegisterHasNone() {
		UUID petition = this.calls.claimWith("lonely", "赵二");
		this.calls.done(organ("lonely"), petition, "accept", Map.of("notice", "已受理"));
		this.calls.done(organ("lonely"), petition, "answer", opinion());
		Answer refused = this.calls.act(OFFICE, petition, "ask-reexamination", Map.of("reasons", "不服"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body().path("rule").asString()).isEqualTo("PET-15");
		this.calls.done(OFFICE, petition, "ask-reexamination", Map.of("reasons", "不服", "to", "gov"));
	}

	@Test
	void aResidentWritesFollowsAndRates() {
		String wang = resident("wang");
		Map<String, Object> entry = letter("王二", "要求修复路灯");
		entry.put("channel", "NETWORK");
		Answer written = this.calls.post(wang, RECEIPTS, entry);
		assertThat(written.status()).as(written.text()).isEqualTo(201);
		assertThat(written.body().has("slip")).isFalse();
		UUID petition = UUID.fromString(written.body().path("petition").asString());
		assertThat(this.calls.get(wang, PETITIONS).body().path("items").valueStream())
			.extracting((item) -> item.path("id").asString())
			.containsExactly(petition.toString());
		this.calls.done(OFFICE, petition, "classify",
				Map.of("category", "CLAIM", "route", "OTHER", "competence", "LAW_ENFORCEMENT"));
		this.calls.done(OFFICE, petition, "assign", Map.of("to", "housing"));
		this.calls.done(organ("housing"), petition, "accept", Map.of("notice", "已受理"));
		this.calls.done(organ("housing"), petition, "answer", opinion());
		this.calls.done(organ("housing"), petition, "report-back", Map.of("text", "已回访，内部情况另报"));
		assertThat(this.calls.act(OFFICE, petition, "rate", Map.of("satisfaction", "SATISFIED")).status())
			.isEqualTo(403);
		this.calls.done(wang, petition, "rate", Map.of("satisfaction", "BASICALLY"));
		assertThat(this.calls.get(wang, PETITIONS + "/" + petition + "/timeline").text()).doesNotContain("内部情况另报")
			.contains("依法由业主共同维修");
		assertThat(this.calls.act(wang, petition, "ask-reexamination", Map.of("reasons", "不服", "on", "2022-01-01"))
			.status()).isEqualTo(400);
		this.calls.done(wang, petition, "ask-reexamination", Map.of("reasons", "不服"));
		assertThat(this.calls.act(organ("housing"), petition, "close", Map.of("content", true)).status())
			.isEqualTo(403);
	}

	/**
	 * A retry is known by what was sent, and not by what the register said of it then.
	 */
	@Test
	void aRetryGetsTheFirstAnswerAlsoWhereTheOrganHasChanged() {
		UUID petition = this.calls.registered("赵四", "赵四要求修复路面");
		this.calls.done(OFFICE, petition, "classify",
				Map.of("category", "CLAIM", "route", "OTHER", "competence", "LAW_ENFORCEMENT"));
		String etag = this.calls.get(OFFICE, PETITIONS + "/" + petition).etag();
		Map<String, Object> transfer = Map.of("to", "lonely");
		Answer first = this.calls.act(OFFICE, petition, "transfer", transfer, etag, "transfer-once");
		assertThat(first.status()).as(first.text()).isEqualTo(200);
		this.database.sql("""
				UPDATE organ_period SET name = '市供水集团'
				FROM organ
				WHERE organ.id = organ_id AND code = 'lonely'""").fetch().rowsUpdated().block();
		Answer again = this.calls.act(OFFICE, petition, "transfer", transfer, etag, "transfer-once");
		assertThat(again.status()).as(again.text()).isEqualTo(200);
		assertThat(again.text()).isEqualTo(first.text());
	}

	@Test
	void whoeverWritesHereWritesTodayAndByNetwork() {
		String wang = resident("wang3");
		assertThat(this.calls.post(wang, RECEIPTS, letter("王三", "来信"))
			.body()
			.path("errors")
			.get(0)
			.path("pointer")
			.asString()).isEqualTo("/channel");
		Map<String, Object> early = letter("王三", "来信");
		early.put("channel", "NETWORK");
		early.put("receivedOn", "2022-01-01");
		assertThat(this.calls.post(wang, RECEIPTS, early).status()).isEqualTo(400);
	}

	@Test
	void aSlipLinksAPaperMatterToAnAccountOnce() {
		Answer registered = this.calls.post(OFFICE, RECEIPTS, letter("钱一", "要求发还押金"));
		JsonNode slip = registered.body().path("slip");
		UUID petition = UUID.fromString(registered.body().path("petition").asString());
		String qian = resident("qian");
		assertThat(this.calls.get(qian, PETITIONS + "/" + petition).status()).isEqualTo(404);
		Map<String, Object> wrong = Map.of("code", slip.path("code").asString(), "key", "000000000000");
		Map<String, Object> unknown = Map.of("code", "XF-1999-9999", "key", slip.path("key").asString());
		Answer wrongKey = this.calls.post(qian, PETITIONS + "/claim", wrong);
		assertThat(wrongKey.status()).isEqualTo(404);
		assertThat(this.calls.post(qian, PETITIONS + "/claim", unknown).text()).isEqualTo(wrongKey.text());
		Map<String, Object> right = Map.of("code", slip.path("code").asString(), "key", slip.path("key").asString());
		Answer claimed = this.calls.post(qian, PETITIONS + "/claim", right);
		assertThat(claimed.status()).as(claimed.text()).isEqualTo(200);
		assertThat(this.calls.get(qian, PETITIONS + "/" + petition).status()).isEqualTo(200);
		assertThat(this.calls.get(qian, RECEIPTS).body().path("items")).hasSize(1);
		assertThat(this.calls.post(resident("thief"), PETITIONS + "/claim", right).status()).isEqualTo(404);
		assertThat(this.calls.post(OFFICE, RECEIPTS + "/" + registered.body().path("id").asString() + "/slip", Map.of())
			.status()).isEqualTo(409);
	}

	@Test
	void aLostSlipIsPrintedAgain() {
		Answer registered = this.calls.post(OFFICE, RECEIPTS, letter("钱二", "要求补发证件"));
		Answer again = this.calls.post(OFFICE, RECEIPTS + "/" + registered.body().path("id").asString() + "/slip",
				Map.of());
		assertThat(again.body()).isEqualTo(registered.body().path("slip"));
		Long plain = this.database.sql("SELECT count(*) AS n FROM petition_receipt WHERE slip = $1")
			.bind(0, again.body().path("key").asString())
			.map((row) -> row.get("n", Long.class))
			.one()
			.block();
		assertThat(plain).isZero();
	}

	@Test
	void guessingKeysStopsAfterFiveFailures() {
		String guesser = resident("guesser");
		for (int i = 0; i < 5; i++) {
			assertThat(this.calls.post(guesser, PETITIONS + "/claim", Map.of("code", "XF-2022-0001", "key", "K" + i))
				.status()).isEqualTo(404);
		}
		assertThat(this.calls.post(guesser, PETITIONS + "/claim", Map.of("code", "XF-2022-0001", "key", "K9")).status())
			.isEqualTo(429);
	}

	@Test
	void pet05RefusesAVisitOfSix() {
		Map<String, Object> visit = letter("孙一", "要求停建垃圾站");
		visit.put("channel", "VISIT");
		visit.put("persons", 6);
		Answer refused = this.calls.post(OFFICE, RECEIPTS, visit);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body().path("rule").asString()).isEqualTo("PET-05");
		assertThat(refused.body().path("facts").path("present").asInt()).isEqualTo(6);
		visit.put("representatives", 5);
		assertThat(this.calls.post(OFFICE, RECEIPTS, visit).status()).isEqualTo(201);
	}

	@Test
	void aSecondLetterOfTheSamePersonAboutTheSameIsShownItsMatter() {
		UUID first = this.calls.registered("李一", "要求市水利局修复文化路小区供水管道");
		Map<String, Object> again = letter("李一", "请求市水利局尽快修复文化路小区的供水管道");
		Answer asked = this.calls.post(OFFICE, RECEIPTS, again);
		assertThat(asked.status()).isEqualTo(409);
		assertThat(asked.body().path("candidates").get(0).path("petition").asString()).isEqualTo(first.toString());
		again.put("petition", first.toString());
		assertThat(this.calls.post(OFFICE, RECEIPTS, again).body().path("petition").asString())
			.isEqualTo(first.toString());
		assertThat(this.calls.get(OFFICE, RECEIPTS + "?petition=" + first).body().path("items")).hasSize(2);
		Map<String, Object> other = letter("李一", "建议增加夜间公交班次");
		assertThat(this.calls.post(OFFICE, RECEIPTS, other).status()).isEqualTo(201);
		Map<String, Object> stranger = letter("李二", "要求市水利局修复文化路小区供水管道");
		assertThat(this.calls.post(OFFICE, RECEIPTS, stranger).status()).isEqualTo(201);
		again.remove("petition");
		again.put("newMatter", true);
		assertThat(this.calls.post(OFFICE, RECEIPTS, again).body().path("petition").asString())
			.isNotEqualTo(first.toString());
	}

	@Test
	void aResidentIsNotShownWhatThePersonWroteOnPaper() {
		this.calls.registered("周一", "要求处理楼上漏水");
		Map<String, Object> entry = letter("周一", "要求处理楼上漏水");
		entry.put("channel", "NETWORK");
		Answer written = this.calls.post(resident("zhou"), RECEIPTS, entry);
		assertThat(written.status()).as(written.text()).isEqualTo(201);
	}

	@Test
	void aReceiptIsAddedToItsMatterAsAStep() {
		UUID petition = this.calls.registered("吴一", "要求加装电梯");
		Map<String, Object> more = letter("吴一", "再次要求加装电梯");
		more.put("receivedOn", PetitionCalls.today());
		more.put("persons", 1);
		more.put("oral", false);
		more.put("recorded", false);
		Answer added = this.calls.post(OFFICE, PETITIONS + "/" + petition + "/add-receipt", more);
		assertThat(added.status()).as(added.text()).isEqualTo(201);
		assertThat(this.calls.get(OFFICE, RECEIPTS + "?petition=" + petition).body().path("items")).hasSize(2);
	}

	@Test
	void pet19WhoeverSteppedAsideActsNoMoreAndReadsNothingSaid() {
		UUID petition = this.calls.claimWith("water", "郑一");
		String staff = organ("water");
		assertThat(this.calls.get(staff, PETITIONS + "/" + petition).text()).contains("郑一要求修复供水管道");
		this.calls.done(staff, petition, "recuse", Map.of("reason", "与信访人是亲属"));
		Answer after = this.calls.get(staff, PETITIONS + "/" + petition);
		assertThat(after.text()).doesNotContain("郑一").doesNotContain("文化路");
		assertThat(this.calls.act(staff, petition, "accept", Map.of("notice", "已受理")).status()).isEqualTo(403);
		String colleague = Tokens.of(Role.ORGAN).subject("colleague").organ("water").value();
		this.calls.done(colleague, petition, "accept", Map.of("notice", "已受理"));
	}

	@Test
	void aLeaderReadsPersonsMaskedUntilTheySeeToTheMatter() {
		UUID petition = this.calls.registered("冯丽", "要求发放补贴");
		JsonNode masked = this.calls.get(CHAIR, PETITIONS + "/" + petition).body();
		assertThat(masked.path("petitioners").get(0).path("name").asString()).isEqualTo("冯**");
		assertThat(masked.path("petitioners").get(0).path("phone").asString()).isEqualTo("138****1234");
		assertThat(masked.path("petitioners").get(0).has("idNumber")).isFalse();
		this.calls.done(CHAIR, petition, "supervise", Map.of("leader", "副主任 孙立", "reason", "LATE"));
		assertThat(this.calls.get(CHAIR, PETITIONS + "/" + petition)
			.body()
			.path("petitioners")
			.get(0)
			.path("name")
			.asString()).isEqualTo("冯丽");
	}

	@Test
	void readingUnmaskedPersonsGoesIntoTheAuditTrail() {
		UUID petition = this.calls.registered("陈一", "要求公开账目");
		this.calls.get(OFFICE, PETITIONS + "/" + petition);
		this.calls.get(CHAIR, PETITIONS + "/" + petition);
		JsonNode trail = this.calls
			.get(Tokens.of(Role.ADMINISTRATOR).value(), "/api/v1/supervision/audit?subject=petition/" + petition)
			.body()
			.path("items");
		assertThat(trail.valueStream()
			.filter((entry) -> entry.path("method").asString().equals("GET"))
			.map((entry) -> entry.path("caller").asString())).containsExactly("petition-office");
		assertThat(trail.toString()).doesNotContain("陈一").doesNotContain("账目");
	}

	@Test
	void whatIsSaidIsNowhereInTheDatabaseInTheClear() {
		UUID petition = this.calls.claimWith("water", "卫密码");
		this.calls.done(organ("water"), petition, "accept", Map.of("notice", "绝密告知内容"));
		for (String table : List.of("petition", "petition_receipt", "case_step", "case_party", "deadline", "event",
				"event_staged", "audit_entry")) {
			List<String> rows = this.database.sql("SELECT t::text AS line FROM " + table + " AS t")
				.map((row) -> row.get("line", String.class))
				.all()
				.collectList()
				.block();
			assertThat(String.join("\n", rows)).as(table)
				.doesNotContain("卫密码")
				.doesNotContain("绝密告知内容")
				.doesNotContain("文化路");
		}
	}

	@Test
	void aStepOnAStaleMatterTellsWhatChanged() {
		UUID petition = this.calls.registered("褚一", "要求解释政策");
		String etag = this.calls.get(OFFICE, PETITIONS + "/" + petition).etag();
		this.calls.done(OFFICE, petition, "notify", Map.of("way", "LETTER", "content", "已收到"));
		Answer stale = this.calls.act(OFFICE, petition, "report-urgent", Map.of("to", "市委", "why", "紧急"), etag);
		assertThat(stale.status()).isEqualTo(412);
		assertThat(stale.body().path("changes").get(0).path("step").asString()).isEqualTo("notify");
	}

	@Test
	void anOrganIsGivenByItsCodeAndNothingElse() {
		UUID petition = this.calls.registered("蒋一", "要求改造管网");
		this.calls.done(OFFICE, petition, "classify", Map.of("category", "SUGGESTION", "competence", "OTHER"));
		Map<String, Object> made = new HashMap<>(
				Map.of("code", "water", "name", "x", "kind", "COURT", "line", List.of()));
		assertThat(this.calls.act(OFFICE, petition, "transfer", Map.of("to", made)).status()).isEqualTo(400);
		assertThat(this.calls.act(OFFICE, petition, "transfer", Map.of("to", "nobody")).status()).isEqualTo(400);
		assertThat(this.calls.act(OFFICE, petition, "transfer", Map.of()).status()).isEqualTo(400);
		assertThat(this.calls.act(OFFICE, petition, "register", letter("蒋一", "x")).status()).isEqualTo(404);
	}

	@Test
	void theListFiltersByWhatIsNotSealed() {
		UUID petition = this.calls.claimWith("housing", "沈一");
		String code = this.calls.get(OFFICE, PETITIONS + "/" + petition).body().path("code").asString();
		for (String filter : List.of("state=TRANSFERRED", "category=CLAIM", "route=OTHER", "channel=LETTER",
				"area=410105", "handler=housing", "supervised=false", "q=" + code, "q=住房保障局",
				"receivedFrom=2022-01-01")) {
			assertThat(ids(OFFICE, PETITIONS + "?limit=1000&" + filter)).as(filter).contains(petition.toString());
		}
		for (String filter : List.of("state=FINAL", "category=ACCUSATION", "route=LITIGATION", "channel=VISIT",
				"area=410102", "handler=gov", "supervised=true", "q=供水管道", "receivedTo=2022-01-01")) {
			assertThat(ids(OFFICE, PETITIONS + "?limit=1000&" + filter)).as(filter).doesNotContain(petition.toString());
		}
	}

	private List<String> ids(String token, String path) {
		List<String> ids = new ArrayList<>();
		Answer answer = this.calls.get(token, path);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		answer.body().path("items").forEach((item) -> ids.add(item.path("id").asString()));
		return ids;
	}

}
