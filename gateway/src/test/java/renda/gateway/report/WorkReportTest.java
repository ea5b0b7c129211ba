package renda.gateway.report;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlink;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class WorkReportTest {

	private static final String PATH = "/api/v1/work-report?term=15&asOf=2022-12-31";

	private static StubService deputy;

	private static StubService legislation;

	private static RunningGateway gateway;

	@BeforeAll
	static void start() {
		deputy = StubService.start()
			.on("/api/v1/deputy/figures", (request, response) -> request.uri().contains("term=99")
					? response.status(400)
						.sendString(Mono.just("{\"errors\":[{\"pointer\":\"term\",\"detail\":\"One of: 13, 14.\"}]}"))
					: response.sendString(Mono.just("""
							{"term":15,"asOf":"2022-12-31","figures":[
							{"key":"deputies_city","value":558,"display":"558","unit":{"zh":"名","en":"deputies"},
							"title":{"zh":"市人大代表","en":"City deputies"},"definition":{"zh":"定义","en":"definition"},
							"items":"/api/v1/deputy/deputies?level=city&term=16","floor":false,"by":null},
							{"key":"attending_deputies","value":246,"display":"240余","floor":true}]}""")));
		legislation = StubService.start()
			.on("/api/v1/legislation/figures",
					(request, response) -> response.sendString(Mono.just("{\"figures\":[]}")));
		// no supervision: nothing listens on port 1
		gateway = RunningGateway.start("renda.services.deputy=" + deputy.url(),
				"renda.services.legislation=" + legislation.url(), "renda.services.supervision=http://127.0.0.1:1",
				"renda.gateway.work-report.timeout=2s");
	}

	@AfterAll
	static void stop() {
		gateway.close();
		deputy.close();
		legislation.close();
	}

	@Test
	void showsWhatIsCountedWhatIsNotRecordedAndWhatIsMissing() {
		HttpResponse<String> answer = gateway.get(PATH);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		JsonNode report = RunningGateway.json(answer);
		assertThat(report.path("complete").asBoolean()).isFalse();
		assertThat(report.path("missing").toString()).isEqualTo("[\"supervision\"]");
		JsonNode counted = figure(report, "deputies_city");
		assertThat(counted.path("state").asString()).isEqualTo("COUNTED");
		assertThat(counted.path("value").asInt()).isEqualTo(558);
		assertThat(counted.path("items").asString()).isEqualTo("/api/v1/deputy/deputies?level=city&term=16");
		assertThat(figure(report, "attending_deputies").path("display").asString()).isEqualTo("240余");
		assertThat(figure(report, "oaths").path("state").asString()).isEqualTo("NOT_RECORDED");
		assertThat(figure(report, "oaths").path("missing").asBoolean()).isFalse();
		JsonNode missing = figure(report, "work_reports");
		assertThat(missing.path("missing").asBoolean()).isTrue();
		assertThat(missing.has("value")).isFalse();
		assertThat(missing.path("reason").path("zh").asString()).isNotEmpty();
		assertThat(deputy.seen("/api/v1/deputy/figures"))
			.anyMatch((asked) -> asked.uri().endsWith("?term=15&asOf=2022-12-31"));
	}

	@Test
	void writesTheReportAsMarkdownInBothLanguages() {
		assertThat(gateway.get(PATH, "Accept", "text/markdown").body()).startsWith("# 第15届")
			.contains("市人大代表558名", "〔数据暂缺〕", "〔尚未记录〕", "240余", "标为暂缺：监督。");
		assertThat(gateway.get(PATH + "&format=md").body()).startsWith("# 第15届");
		assertThat(gateway.get(PATH, "Accept", "text/markdown", "Accept-Language", "en").body())
			.startsWith("# Figures for the work report of term 15")
			.contains("city 558", "marked missing: supervision.", "not yet recorded");
	}

	@Test
	void tellsBelowTheSentencesWhichRecordsEachNumberCountsAndWhereTheyAre() throws Exception {
		String items = "http://127.0.0.1:" + gateway.port() + "/api/v1/deputy/deputies?level=city&term=16";
		assertThat(gateway.get(PATH, "Accept", "text/markdown").body()).contains("## 附：数据来源",
				"| [市人大代表](<" + items + ">) | 558名 | 定义 |", "| attending\\_deputies | 246 |  |");
		assertThat(gateway.get(PATH, "Accept", "text/markdown", "Accept-Language", "en").body())
			.contains("| [City deputies](<" + items + ">) | 558 deputies | definition |");
		try (XWPFDocument document = new XWPFDocument(
				new ByteArrayInputStream(gateway.bytes(PATH + "&format=docx").body()))) {
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText).contains("市人大代表：558名。定义");
			assertThat(document.getHyperlinks()).extracting(XWPFHyperlink::getURL).containsExactly(items);
		}
	}

	@Test
	void writesTheReportAsADocument() throws Exception {
		HttpResponse<byte[]> answer = gateway.bytes(PATH, "Accept", ReportController.DOCX.toString());
		assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
			.contains("work-report-15-2022-12-31.docx");
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(answer.body()))) {
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText)
				.contains("第15届人大常委会工作报告数据", "二、立法工作")
				.anyMatch((text) -> text.contains("市人大代表558名"));
		}
	}

	@Test
	void refusesWrongParametersAndFormats() {
		HttpResponse<String> wrong = gateway.get("/api/v1/work-report?term=0&asOf=2022-13-01", "Accept-Language", "en");
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(RunningGateway.json(wrong).path("errors")).hasSize(2);
		assertThat(gateway.get("/api/v1/work-report").statusCode()).isEqualTo(400);
		assertThat(RunningGateway.json(gateway.get(PATH + "&format=pdf")).path("errors").toString()).contains("docx");
		assertThat(RunningGateway.json(gateway.get(PATH + "&asof=2022-12-31")).path("errors").toString())
			.contains("asof", "term, asOf, format");
		assertThat(gateway.get(PATH, "Accept", "image/png").statusCode()).isEqualTo(406);
		assertThat(gateway.get(PATH, "Accept", "rubbish").statusCode()).isEqualTo(406);
	}

	@Test
	void aTermThatTheCityHasNotHadIsRefusedAsTheServiceRefusesIt() {
		HttpResponse<String> wrong = gateway.get("/api/v1/work-report?term=99", "Accept-Language", "en");
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(RunningGateway.json(wrong).path("errors").toString())
			.isEqualTo("[{\"pointer\":\"term\",\"detail\":\"One of: 13, 14.\"}]");
		assertThat(deputy.seen("/api/v1/deputy/figures").getLast().headers().get("Accept-Language")).isEqualTo("en");
	}

	private static JsonNode figure(JsonNode report, String key) {
		return StreamSupport.stream(report.path("sections").spliterator(), false)
			.flatMap((section) -> StreamSupport.stream(section.path("sentences").spliterator(), false))
			.flatMap((sentence) -> StreamSupport.stream(sentence.path("figures").spliterator(), false))
			.filter((figure) -> figure.path("key").asString().equals(key))
			.findFirst()
			.orElseThrow();
	}

}
