package renda.legislation.docket;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.Calls;
import renda.legislation.regulation.RegulationFixtures;
import renda.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.docket.BillCalls.COUNCIL;
import static renda.legislation.docket.BillCalls.OFFICE;

/**
 * Past bills, each with what came of it.
 */
@ServiceTest
class BillImportTest {

	private static final String HEAD = "code,title,act,domain,proposer,organ,term,regulations,submittedOn,listedOn,"
			+ "readings,readOn,withdrawnOn,shelvedOn,terminatedOn,reason,votedOn,meeting,members,votesFor,against,"
			+ "askedOn,approvedOn,approvedBy,number,promulgatedOn,effectiveOn,sample\n";

	private static final String READ = "2019-03-01,2019-03-20,TWO,2019-04-25;2019-06-27";

	private static final String MEETING = "第十五届人大常委会第七次会议,55,";

	/** What came of it, by code. */
	private static final Map<String, String> ROWS = Map.of("FA-2019-0901",
			row("FA-2019-0901", "郑州市花灯会管理条例=ENACT", READ,
					",,,,2019-06-27," + MEETING + "50,2,,2019-07-26,省人大常委会,第7号,2019-08-15,2019-10-01"),
			"FA-2019-0902", row("FA-2019-0902", "", READ, ",,,,2019-06-27," + MEETING + "20,30,,,,,,"), "FA-2019-0903",
			row("FA-2019-0903", "", READ, ",2019-06-27,,分歧较大,,,,,,,,,,,"), "FA-2019-0904",
			row("FA-2019-0904", "", READ, ",2019-06-27,2021-07-01,分歧较大,,,,,,,,,,,"), "FA-2019-0905",
			row("FA-2019-0905", "", "2019-03-01,,,", "2019-03-10,,,时机不成熟,,,,,,,,,,,"), "FA-2019-0906",
			row("FA-2019-0906", "", READ, "2019-06-28,,,时机不成熟,,,,,,,,,,,"), "FA-2019-0907",
			row("FA-2019-0907", "", READ, ",,,,2019-06-27," + MEETING + "50,2,2019-07-02,,,,,"), "FA-2019-0908",
			row("FA-2019-0908", "", READ, ",,,,2019-06-27," + MEETING + "50,2,,2019-12-26,省人大常委会,,,"));

	@Autowired
	private WebTestClient client;

	private Calls calls;

	private static String row(String code, String regulations, String read, String outcome) {
		return "%s,某事条例（草案）,ENACT,URBAN_RURAL,GOVERNMENT,city-government,15,%s,%s,%s,true\n".formatted(code,
				regulations, read, outcome);
	}

	@BeforeAll
	static void register(@Autowired WebTestClient client) {
		client.post()
			.uri("/api/v1/legislation/imports/regulations")
			.headers((headers) -> headers.setBearerAuth(OFFICE))
			.contentType(MediaType.parseMediaType("application/zip"))
			.bodyValue(RegulationFixtures.zip(List.of(RegulationFixtures.lanterns())))
			.exchange()
			.expectStatus()
			.isOk();
		JsonNode job = new Calls(client).load("bills", HEAD + String.join("", ROWS.values()), OFFICE);
		assertThat(job.path("failed").asInt()).as(job.toString()).isZero();
		assertThat(job.path("created").asInt()).isEqualTo(ROWS.size());
	}

	@Autowired
	void calls(WebTestClient given) {
		this.calls = new Calls(given);
	}

	private JsonNode bill(String code) {
		JsonNode found = this.calls.listed(BillCalls.PATH + "?code=" + code, OFFICE).getFirst();
		return this.calls.get(BillCalls.PATH + "/" + found.path("id").asString(), OFFICE);
	}

	@ParameterizedTest
	@CsvSource({ "FA-2019-0901,PROMULGATED", "FA-2019-0902,REJECTED", "FA-2019-0903,SHELVED", "FA-2019-0904,TERMINATED",
			"FA-2019-0905,WITHDRAWN", "FA-2019-0906,WITHDRAWN", "FA-2019-0907,APPROVAL_PENDING",
			"FA-2019-0908,APPROVED" })
	void theDaysAndTheVotesTellWhatCameOfIt(String code, String state) {
		assertThat(bill(code).path("state").asString()).isEqualTo(state);
		assertThat(this.calls.codes(BillCalls.PATH + "?term=15&state=" + state, OFFICE)).contains(code);
		assertThat(this.calls.codes(BillCalls.PATH + "?term=16", OFFICE)).doesNotContain(code);
	}

	@Test
	void aPromulgatedBillIsLinkedToItsVersionInTheRegister() {
		JsonNode bill = bill("FA-2019-0901");
		JsonNode versions = this.calls.get(BillCalls.PATH + "/" + bill.path("id").asString() + "/versions", "");
		assertThat(versions).hasSize(1);
		assertThat(this.calls.get(versions.path(0).path("href").asString(), "").path("text").path("title").asString())
			.isEqualTo("郑州市花灯会管理条例");
		assertThat(bill.path("readings").findValuesAsString("on")).containsExactly("2019-04-25", "2019-06-27");
		assertThat(bill.path("votes").path(0).path("needed").asInt()).isEqualTo(28);
		assertThat(bill.path("promulgation").path("effectiveOn").asString()).isEqualTo("2019-10-01");
		JsonNode steps = this.calls.get(BillCalls.PATH + "/" + bill.path("id").asString() + "/timeline", OFFICE);
		assertThat(steps.findValuesAsString("step")).containsExactly("draft", "submit", "list", "read-first",
				"read-second", "adopt", "submit-for-approval", "approve", "promulgate");
	}

	@Test
	void whatIsUnderWayKeepsItsClockAndWhatCameLateIsMarked() {
		assertThat(bill("FA-2019-0903").path("deadlines").toString()).contains("LEG-47", "2021-06-28");
		assertThat(bill("FA-2019-0907").path("deadlines").toString()).contains("LEG-07");
		assertThat(bill("FA-2019-0901").path("deadlines").toString()).doesNotContain("RUNNING", "OVERDUE");
		String late = this.calls
			.get(BillCalls.PATH + "/" + bill("FA-2019-0908").path("id").asString() + "/timeline", OFFICE)
			.toString();
		assertThat(late).as("approved after four months").contains("approval");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			votes did not pass    | ,,,,2019-06-27,M,55,20,2,,2019-07-26,省,第7号,2019-08-15,2019-10-01 | 郑州市花灯会管理条例=ENACT
			effective too early   | ,,,,2019-06-27,M,55,50,2,,2019-07-26,省,第7号,2019-08-15,2019-07-01 | 郑州市花灯会管理条例=ENACT
			another day           | ,,,,2019-06-28,M,55,50,2,,2019-07-26,省,第7号,2019-08-15,2019-10-01 | 郑州市花灯会管理条例=ENACT
			not in the register   | ,,,,2019-06-27,M,55,50,2,,2019-07-26,省,第7号,2019-08-15,2019-10-01 | 没有的条例=ENACT
			announced too early   | ,,,,2019-06-27,M,55,50,2,,2019-07-26,省,第7号,2019-07-15,2019-10-01 | 郑州市花灯会管理条例=ENACT
			ended within a year   | ,2019-06-27,2020-07-01,分歧,,,,,,,,,,,                             | ''
			voted when shelved    | ,2019-06-27,,分歧,2019-08-29,M,55,50,2,,,,,,                       | ''
			no meeting            | ,,,,2019-06-27,,55,50,2,,,,,,                                     | ''
			too many present      | ,,,,2019-06-27,M,40,50,2,,,,,,                                    | ''
			no quorum             | ,,,,2019-06-27,M,55,10,2,,,,,,                                    | ''
			""")
	void whatNoBillCouldHaveLivedIsRefused(String what, String outcome, String regulations) {
		JsonNode job = this.calls.load("bills", HEAD + row("FA-2019-0999", regulations, READ, outcome), OFFICE);
		assertThat(job.path("failed").asInt()).as(what + ' ' + job).isEqualTo(1);
		assertThat(this.calls.codes(BillCalls.PATH + "?code=FA-2019-0999", OFFICE)).isEmpty();
	}

	@Test
	void leg26OneReadingIsTooFewForABillOfTwo() {
		JsonNode job = this.calls.load("bills", HEAD + row("FA-2019-0998", "", "2019-03-01,2019-03-20,TWO,2019-06-27",
				",,,,2019-06-27," + MEETING + "50,2,,,,,,"), OFFICE);
		assertThat(job.path("failed").asInt()).isEqualTo(1);
		JsonNode again = this.calls.load("bills", HEAD + row("FA-2019-0998", "", "2019-03-01,2019-03-20,ONE,2019-06-27",
				",,,,2019-06-27," + MEETING + "50,2,,,,,,"), OFFICE);
		assertThat(again.path("created").asInt()).as("the same code, with one reading: " + again).isEqualTo(1);
		assertThat(bill("FA-2019-0998").path("state").asString()).isEqualTo("PASSED");
	}

	@Test
	void theSameRowsChangeNothingAndOnlyTheOfficeBringsThem() {
		assertThat(this.calls.load("bills", HEAD + String.join("", ROWS.values()), OFFICE).path("unchanged").asInt())
			.isEqualTo(ROWS.size());
		this.client.post()
			.uri("/api/v1/legislation/imports/bills")
			.headers((headers) -> headers.setBearerAuth(COUNCIL))
			.contentType(MediaType.parseMediaType("text/csv"))
			.bodyValue(HEAD)
			.exchange()
			.expectStatus()
			.isForbidden();
	}

}
