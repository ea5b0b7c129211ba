package renda.gateway.page;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTest {

	private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

	private static StubService service;

	private static RunningGateway gateway;

	@BeforeAll
	static void start() {
		service = StubService.start();
		gateway = RunningGateway.start("renda.services.deputy=" + service.url(),
				"renda.services.legislation=" + service.url(), "renda.services.supervision=" + service.url());
	}

	@AfterAll
	static void stop() {
		gateway.close();
		service.close();
	}

	@Test
	void everyLinkOfTheWelcomePageLeadsSomewhere() {
		String page = gateway.get("/").body();
		List<String> links = LINK.matcher(page).results().map((link) -> link.group(1).replace("&amp;", "&")).toList();
		assertThat(links).hasSizeGreaterThan(6)
			.allSatisfy((link) -> assertThat(gateway.get(link).statusCode()).as(link).isEqualTo(200));
		assertThat(page).contains("工作台", "Desk", "工作报告", "Work report", "全部接口", "All interfaces", "数据流", "Feeds");
	}

	@Test
	void thePagesComeCompressedToWhoeverTakesThatAndAnswerHead() throws Exception {
		HttpResponse<byte[]> small = gateway.bytes("/docs/swagger-ui.css", "Accept-Encoding", "gzip");
		assertThat(small.headers().firstValue("Content-Encoding")).hasValue("gzip");
		byte[] whole = gateway.bytes("/docs/swagger-ui.css").body();
		assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes()).isEqualTo(whole);
		assertThat(small.body().length).isLessThan(whole.length / 4);
		assertThat(gateway.send(gateway.request("/docs").method("HEAD", BodyPublishers.noBody())).statusCode())
			.isEqualTo(200);
	}

	@Test
	void theGatewaysOwnInterfacesAreDescribed() {
		JsonNode description = RunningGateway.json(gateway.get("/v3/api-docs/gateway"));
		assertThat(description.path("paths").propertyNames()).containsExactlyInAnyOrder("/api/v1/work-report",
				"/api/v1/desk");
		assertThat(description.path("components").path("schemas").propertyNames()).contains("Desk", "DeskItem");
	}

}
