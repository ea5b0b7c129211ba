package renda.supervision.report;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renda.platform.test.ServiceTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.supervision.SupervisionFixtures.act;
import static renda.supervision.SupervisionFixtures.add;
import static renda.supervision.SupervisionFixtures.organ;
import static renda.supervision.SupervisionFixtures.post;
import static renda.supervision.SupervisionFixtures.report;

@ServiceTest
class ReportApiTest {

	private static final String REPORTS = "/api/v1/supervision/work-reports";

	@Autowired
	private WebTestClient client;

	@BeforeEach
	void organs() {
		for (Map<String, Object> organ : List.of(organ("gov", "GOVERNMENT", "市人民政府"),
				organ("court", "COURT", "市中级人民法院"), organ("procuratorate", "PROCURATORATE", "市人民检察院"),
				organ("supervisory", "SUPERVISORY_COMMISSION", "市监察委员会"))) {
			post(this.client, "/api/v1/supervision/organs", organ);
		}
	}

	@Test
	void entersAReportOfAPastMeetingAsHeardAndGivesItACode() {
		String location = add(this.client, REPORTS, report("关于养老服务工作情况的报告", "gov", "2021-08-26"));
		this.client.get()
			.uri(location)
			.exchange()
			.expectBody()
			.jsonPath("$.state")
			.isEqualTo("HEARD")
			.jsonPath("$.term")
			.isEqualTo(15)
			.jsonPath("$.organName")
			.isEqualTo("市人民政府")
			.jsonPath("$.code")
			.value(String.class, (code) -> assertThat(code).matches("BG-2021-\\d{4}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "court", "procuratorate", "supervisory" })
	void sup10RefusesAnOrganThatDoesNotReportByItsHead(String organ) {
		Map<String, Object> report = report("关于专项工作情况的报告", organ, "2021-08-26");
		report.put("reporterCapacity", "DEPUTY_HEAD");
		post(this.client, REPORTS, report).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("SUP-10")
			.jsonPath("$.citation")
			.isEqualTo("监督法(2024) 第十六条")
			.jsonPath("$.facts.organ")
			.isEqualTo(organ);
	}

	@Test
	void sup10LetsAGovernmentSendTheHeadOfADepartment() {
		Map<String, Object> report = report("关于水资源管理情况的报告", "gov", "2021-08-26");
		report.put("reporterCapacity", "DEPARTMENT_HEAD");
		post(this.client, REPORTS, report).expectStatus().isCreated();
	}

	@Test
	void sup06To08TakeALateStepWithAReasonAndMarkIt() {
		Map<String, Object> report = report("关于停车场建设情况的报告", "gov", "2021-08-26");
		report.put("draftReceivedOn", "2021-08-06");
		report.put("finalReceivedOn", "2021-08-20");
		report.put("distributedOn", "2021-08-19");
		post(this.client, REPORTS, report).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/lateReason");
		report.put("lateReason", "防汛救灾");
		String location = add(this.client, REPORTS, report);
		this.client.get()
			.uri(location)
			.exchange()
			.expectBody()
			.jsonPath("$.checks[?(@.late == true)].rule")
			.isEqualTo("SUP-07");
	}

	@Test
	void movesAScheduledReportThroughPostponementAndNeverHearsItBeforeItsDay() {
		String location = add(this.client, REPORTS, report("关于未来工作的报告", "gov", "2099-05-01"));
		act(this.client, location + "/hear", 1, Map.of()).expectStatus().isEqualTo(409);
		act(this.client, location + "/reschedule", 1, Map.of("meeting", 31, "meetingOn", "2099-07-01")).expectStatus()
			.isEqualTo(409);
		act(this.client, location + "/postpone", 1, Map.of("reason", "材料未备齐")).expectStatus().isOk();
		act(this.client, location + "/reschedule", 2, Map.of("meeting", 31, "meetingOn", "2021-10-29")).expectStatus()
			.isOk();
		act(this.client, location + "/hear", 3, Map.of()).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.state")
			.isEqualTo("HEARD");
	}

	@Test
	void refusesTheSameReportOfTheSameMeeting() {
		Map<String, Object> report = report("关于重复的报告", "gov", "2021-06-24");
		add(this.client, REPORTS, report);
		post(this.client, REPORTS, report).expectStatus().isEqualTo(409).expectBody().jsonPath("$.report").isNotEmpty();
	}

	@Test
	void countsExactlyTheReportsItsItemsLinkLists() {
		add(this.client, REPORTS, report("甲报告", "gov", "2019-03-01"));
		add(this.client, REPORTS, report("乙报告", "court", "2020-03-01"));
		add(this.client, REPORTS, report("届外报告", "gov", "2017-03-01"));
		add(this.client, REPORTS, report("截止日后的报告", "gov", "2023-01-02"));
		add(this.client, REPORTS, report("尚未听取的报告", "gov", "2098-01-02"));
		Map<?, ?> figure = figure("");
		String items = String.valueOf(figure.get("items"));
		String lines = this.client.get()
			.uri(items)
			.accept(MediaType.APPLICATION_NDJSON)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(lines).contains("甲报告", "乙报告").doesNotContain("届外报告", "截止日后的报告", "尚未听取的报告");
		assertThat(((Number) figure.get("value")).longValue()).isEqualTo(lines.lines().count());
	}

	@ParameterizedTest
	@ValueSource(strings = { "year", "organ", "organKind", "family" })
	void addsUpByEveryGroupToTheWhole(String by) {
		post(this.client, REPORTS, report("分组报告", "court", "2022-03-01"));
		post(this.client, REPORTS, report("分组报告", "gov", "2021-03-01"));
		Map<?, ?> figure = figure("&by=" + by);
		List<?> counts = (List<?>) figure.get("counts");
		assertThat(counts).hasSizeGreaterThan(0);
		assertThat(counts.stream().mapToLong((count) -> ((Number) ((Map<?, ?>) count).get("value")).longValue()).sum())
			.isEqualTo(((Number) figure("").get("value")).longValue());
	}

	private Map<?, ?> figure(String more) {
		Map<?, ?> body = this.client.get()
			.uri("/api/v1/supervision/figures?term=15&asOf=2022-12-31&key=work_reports" + more)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Map.class)
			.returnResult()
			.getResponseBody();
		return (Map<?, ?>) ((List<?>) body.get("figures")).getFirst();
	}

}
