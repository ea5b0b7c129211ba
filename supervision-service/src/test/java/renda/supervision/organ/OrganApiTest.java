package renda.supervision.organ;

import java.util.Map;

import org.junit.jupiter.api.Test;
import renda.platform.test.ServiceTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.JsonPathAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.supervision.SupervisionFixtures.act;
import static renda.supervision.SupervisionFixtures.add;
import static renda.supervision.SupervisionFixtures.office;
import static renda.supervision.SupervisionFixtures.organ;
import static renda.supervision.SupervisionFixtures.post;

@ServiceTest
class OrganApiTest {

	private static final String ORGANS = "/api/v1/supervision/organs";

	@Autowired
	private WebTestClient client;

	@Test
	void showsAnOrganAsItStoodOnADay() {
		String location = add(this.client, ORGANS, organ("water-bureau", "DEPARTMENT", "市水务局"));
		act(this.client, location + "/change", 1,
				Map.of("from", "2019-03-01", "name", "市水利局", "area", "410100", "basis", "机构改革方案"))
			.expectStatus()
			.isOk();
		name(location + "?on=2019-02-28").isEqualTo("市水务局");
		name(location + "?on=2019-03-01").isEqualTo("市水利局");
		name(location).isEqualTo("市水利局");
		this.client.get().uri(location + "/history").exchange().expectBody().jsonPath("$.length()").isEqualTo(2);
	}

	@Test
	void doesNotListAnOrganBeforeItsBeginningOrAfterItsEnd() {
		String location = add(this.client, ORGANS, organ("tourism-bureau", "DEPARTMENT", "市旅游局"));
		add(this.client, ORGANS, organ("culture-bureau", "DEPARTMENT", "市文化局"));
		act(this.client, location + "/abolish", 1, Map.of("on", "2019-01-01", "successor", "culture-bureau"))
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.successor")
			.isEqualTo("culture-bureau");
		listed("tourism-bureau", "2009-12-31", 0);
		listed("tourism-bureau", "2018-12-31", 1);
		listed("tourism-bureau", "2019-01-01", 0);
		act(this.client, location + "/abolish", 2, Map.of("on", "2020-01-01")).expectStatus().isEqualTo(409);
	}

	@Test
	void saysWhoSupervisesWhomOnADay() {
		String committee = add(this.client, ORGANS, organ("finance-committee", "CONGRESS_BODY", "财政经济委员会"));
		String bureau = add(this.client, ORGANS, organ("finance-bureau", "DEPARTMENT", "市财政局"));
		post(this.client, committee + "/supervision",
				Map.of("supervised", "finance-bureau", "from", "2018-10-26", "to", "2023-01-05", "basis", "对口联系办法"))
			.expectStatus()
			.isOk();
		around(bureau, "2022-12-31", "$.supervisedBy[0].code").isEqualTo("finance-committee");
		around(committee, "2022-12-31", "$.supervises[0].name").isEqualTo("市财政局");
		around(bureau, "2023-01-05", "$.supervisedBy.length()").isEqualTo(0);
		post(this.client, committee + "/supervision",
				Map.of("supervised", "finance-committee", "from", "2018-10-26", "basis", "x"))
			.expectStatus()
			.isBadRequest();
		post(this.client, committee + "/supervision",
				Map.of("supervised", "nobody", "from", "2018-10-26", "basis", "x"))
			.expectStatus()
			.isBadRequest();
	}

	@Test
	void refusesACodeInUseAndAParentThatIsNotThere() {
		add(this.client, ORGANS, organ("court", "COURT", "市中级人民法院"));
		post(this.client, ORGANS, organ("court", "COURT", "另一法院")).expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:renda:problem:code-taken");
		Map<String, Object> orphan = organ("orphan", "DEPARTMENT", "某局");
		orphan.put("parent", "nothing");
		post(this.client, ORGANS, orphan).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/parent");
	}

	@Test
	void wantsTheCurrentVersion() {
		String location = add(this.client, ORGANS, organ("audit-bureau", "DEPARTMENT", "市审计局"));
		Map<String, Object> change = Map.of("from", "2019-03-01", "name", "审计局", "area", "410100", "basis", "b");
		act(this.client, location + "/change", 7, change).expectStatus()
			.isEqualTo(412)
			.expectBody()
			.jsonPath("$.currentVersion")
			.isEqualTo(1);
	}

	@Test
	void findsAnOrganByTwoCharactersOfItsName() {
		add(this.client, ORGANS, organ("gardens-bureau", "DEPARTMENT", "市园林局"));
		this.client.get()
			.uri(ORGANS + "?q=园林")
			.exchange()
			.expectBody()
			.jsonPath("$.items.length()")
			.isEqualTo(1)
			.jsonPath("$.items[0].code")
			.isEqualTo("gardens-bureau");
	}

	@Test
	void importsOrgansAndChangesNothingTheSecondTime() {
		String csv = """
				code,kind,name,area,parent,from,basis,sample
				import-gov,GOVERNMENT,市人民政府,410100,,2010-01-01,设置,true
				import-bureau,DEPARTMENT,市某局,410100,import-gov,2010-01-01,设置,true
				import-orphan,DEPARTMENT,市孤局,410100,not-there,2010-01-01,设置,true
				""";
		imported(csv).jsonPath("$.created")
			.isEqualTo(2)
			.jsonPath("$.failed")
			.isEqualTo(1)
			.jsonPath("$.errors[0].place")
			.isEqualTo("3");
		imported(csv).jsonPath("$.created").isEqualTo(0).jsonPath("$.unchanged").isEqualTo(2);
	}

	private WebTestClient.BodyContentSpec imported(String csv) {
		return this.client.post()
			.uri("/api/v1/supervision/imports/organs")
			.headers((headers) -> headers.setBearerAuth(office()))
			.contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
			.bodyValue(csv)
			.exchange()
			.expectStatus()
			.is2xxSuccessful()
			.expectBody();
	}

	private JsonPathAssertions name(String path) {
		return this.client.get().uri(path).exchange().expectStatus().isOk().expectBody().jsonPath("$.name");
	}

	private JsonPathAssertions around(String organ, String on, String path) {
		return this.client.get()
			.uri(organ + "/supervision?on=" + on)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath(path);
	}

	private void listed(String code, String on, int times) {
		this.client.get()
			.uri(ORGANS + "?code=" + code + "&on=" + on)
			.exchange()
			.expectBody()
			.jsonPath("$.items.length()")
			.value(Integer.class, (length) -> assertThat(length).isEqualTo(times));
	}

}
