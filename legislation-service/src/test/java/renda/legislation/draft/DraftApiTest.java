package renda.legislation.draft;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import renda.legislation.regulation.RegulationFixtures;
import renda.platform.deadline.Holder;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import renda.platform.web.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftApiTest {

	private static final String BASE = "/api/v1/legislation";

	private static final Tokens STAFF = Tokens.of(Role.LEGISLATIVE_OFFICE);

	@Autowired
	private WebTestClient client;

	@Autowired
	private Drafts drafts;

	private final JsonMapper json = new JsonMapper();

	private final UUID bill = UUID.randomUUID();

	private String law = "";

	private Draft first;

	private Draft second;

	@BeforeAll
	void anAmendmentHasTwoDrafts() {
		this.client.post()
			.uri(BASE + "/imports/regulations")
			.headers((headers) -> headers.setBearerAuth(STAFF.value()))
			.contentType(MediaType.parseMediaType("application/zip"))
			.bodyValue(RegulationFixtures.zip(List.of(RegulationFixtures.lanterns())))
			.exchange()
			.expectStatus()
			.isOk();
		this.law = get("/regulations?title=花灯", null).path("items").get(0).path("id").asString();
		this.first = add("草案", draft("（二）有桥；\n\n（三）有雨伞。"), Holder.organ("city-government"));
		this.second = add("草案修改稿", draft("（二）有桥；\n\n（三）有雨伞；\n\n（四）有人看守。"), Holder.organ("city-government"));
	}

	private static String draft(String words) {
		return RegulationFixtures.lanterns().replace("（二）有桥。", words);
	}

	private Draft add(String label, String text, Holder... viewers) {
		Draft added = this.drafts.add("bill", this.bill, label, text, List.of(viewers)).block();
		assertThat(added).isNotNull();
		return added;
	}

	private JsonNode get(String path, @Nullable Tokens token, Object... values) {
		return body(path, token, 200, values);
	}

	private JsonNode body(String path, @Nullable Tokens token, int status, Object... values) {
		return this.json.readTree(words(path, token, "application/json", status, values));
	}

	private String words(String path, @Nullable Tokens token, String accept, int status, Object... values) {
		EntityExchangeResult<byte[]> result = this.client.get()
			.uri(BASE + path, values)
			.header("Accept", accept)
			.headers((headers) -> {
				if (token != null) {
					headers.setBearerAuth(token.value());
				}
			})
			.exchange()
			.expectBody()
			.returnResult();
		byte[] bytes = result.getResponseBody();
		String words = (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : "";
		assertThat(result.getStatus().value()).as(words).isEqualTo(status);
		return words;
	}

	@Test
	void draftsOfACaseAreNumberedAndNeverReplaced() {
		assertThat(this.first.number()).isEqualTo(1);
		assertThat(this.second.number()).isEqualTo(2);
		assertThat(this.drafts.of("bill", this.bill).block()).extracting(Draft::label).containsExactly("草案", "草案修改稿");
		JsonNode shown = get("/drafts/{id}", STAFF, this.second.id());
		assertThat(shown.path("articles").asInt()).isEqualTo(4);
		assertThat(shown.path("sha256").asString()).hasSize(64);
		assertThat(shown.has("text")).isFalse();
		assertThat(shown.has("viewers")).isFalse();
	}

	@Test
	void aTextThatIsNoLegalTextIsRefused() {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.drafts.add("bill", this.bill, "草案", "# 说明\n\n这不是法规。\n").block())
			.satisfies((refusal) -> assertThat(refusal.status().value()).isEqualTo(422));
	}

	@Test
	void beforeItsReleaseADraftIsOnlyForThoseWhoWorkOnItAndItsProposer() {
		body("/drafts/{id}", null, 404, this.first.id());
		body("/drafts/{id}", Tokens.of(Role.RESIDENT), 404, this.first.id());
		body("/drafts/{id}", Tokens.of(Role.ORGAN).organ("finance"), 404, this.first.id());
		body("/drafts/{id}/text", null, 404, this.first.id());
		body("/drafts/{id}/articles", null, 404, this.first.id());
		body("/drafts/diff?from={from}&to={to}", null, 404, this.first.id(), this.law);
		Tokens proposer = Tokens.of(Role.ORGAN).organ("city-government");
		assertThat(get("/drafts/{id}", proposer, this.first.id()).path("released").asBoolean()).isFalse();
		assertThat(get("/drafts?subject={id}", proposer, this.bill).path("items").size()).isEqualTo(2);
		assertThat(get("/drafts?subject={id}", STAFF, this.bill).path("items").size()).isEqualTo(2);
		Tokens elsewhere = Tokens.of(Role.LEGISLATIVE_OFFICE).area("420100");
		body("/drafts/{id}", elsewhere, 404, this.first.id());
		assertThat(get("/drafts?subject={id}", elsewhere, this.bill).path("items").size()).as("an office elsewhere")
			.isZero();
		assertThat(get("/drafts?subject={id}", null, this.bill).path("items").size()).isZero();
		assertThat(get("/drafts?subject={id}", Tokens.of(Role.RESIDENT), this.bill).path("items").size()).isZero();
	}

	@Test
	void onceReleasedEveryoneReadsItInEveryForm() {
		UUID other = UUID.randomUUID();
		Draft open = this.drafts.add("bill", other, "草案", draft("（二）有桥；\n\n（三）有灯笼。")).block();
		assertThat(open).isNotNull();
		body("/drafts/{id}", null, 404, open.id());
		this.drafts.release(open.id()).block();
		assertThat(get("/drafts/{id}", null, open.id()).path("released").asBoolean()).isTrue();
		assertThat(get("/drafts?subject={id}", Tokens.of(Role.RESIDENT), other).path("items").size()).isEqualTo(1);
		JsonNode text = get("/drafts/{id}/text", null, open.id());
		assertThat(text.path("text").path("title").asString()).isEqualTo("郑州市花灯会管理条例");
		assertThat(words("/drafts/{id}/text", null, "text/html", 200, open.id())).contains("有灯笼", "第三条");
		assertThat(words("/drafts/{id}/text", null, "text/markdown", 200, open.id())).startsWith("# 郑州市花灯会管理条例");
		assertThat(words("/drafts/{id}/text?format=docx", null, "*/*", 200, open.id())).startsWith("PK");
		body("/drafts/{id}/text", null, 400, "no-id");
		words("/drafts/{id}/text", null, "image/png", 406, open.id());
		JsonNode articles = get("/drafts/{id}/articles", null, open.id());
		assertThat(articles.get(2).path("label").asString()).isEqualTo("第三条");
		assertThat(articles.get(2).path("words").asString()).contains("有灯笼");
	}

	@Test
	void aDraftIsComparedWithAnEarlierOneAndWithTheLawThatItWouldChange() {
		JsonNode drafts = get("/drafts/diff?from={from}&to={to}", STAFF, this.first.id(), this.second.id());
		assertThat(drafts.path("same").asBoolean()).isFalse();
		assertThat(drafts.path("from").path("label").asString()).isEqualTo("草案");
		assertThat(drafts.path("to").path("draftId").asString()).isEqualTo(this.second.id().toString());
		assertThat(drafts.path("diff").toString()).contains("有人看守");
		JsonNode law = get("/drafts/diff?from={from}&to={to}", STAFF, this.law, this.first.id());
		assertThat(law.path("from").path("regulationId").asString()).isEqualTo(this.law);
		assertThat(law.path("diff").toString()).contains("有雨伞");
		assertThat(words("/drafts/diff?from={from}&to={to}", STAFF, "text/html", 200, this.law + "@2021-10-01",
				this.second.id()))
			.contains("有人看守");
		body("/drafts/diff?from=x&to={to}", STAFF, 400, this.second.id());
		body("/drafts/diff?from={from}&to={to}", STAFF, 404, UUID.randomUUID(), this.second.id());
	}

}
