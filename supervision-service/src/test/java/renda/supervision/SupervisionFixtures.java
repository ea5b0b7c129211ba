package renda.supervision;

import java.util.HashMap;
import java.util.Map;

import renda.platform.security.Role;
import renda.platform.test.Tokens;

import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Organs and reports for tests.
 */
public final class SupervisionFixtures {

	private SupervisionFixtures() {
	}

	public static String office() {
		return Tokens.of(Role.GENERAL_OFFICE).value();
	}

	public static Map<String, Object> organ(String code, String kind, String name) {
		Map<String, Object> organ = new HashMap<>();
		organ.put("code", code);
		organ.put("kind", kind);
		organ.put("name", name);
		organ.put("area", "410100");
		organ.put("establishedOn", "2010-01-01");
		organ.put("basis", "机构设置方案");
		organ.put("sample", true);
		return organ;
	}

	public static Map<String, Object> report(String title, String organ, String meetingOn) {
		Map<String, Object> report = new HashMap<>();
		report.put("title", title);
		report.put("family", "SPECIAL");
		report.put("organ", organ);
		report.put("meeting", 30);
		report.put("meetingOn", meetingOn);
		report.put("reporter", "张明");
		report.put("reporterCapacity", "HEAD");
		report.put("sample", true);
		return report;
	}

	public static WebTestClient.ResponseSpec post(WebTestClient client, String path, Object body) {
		return client.post().uri(path).headers((headers) -> headers.setBearerAuth(office())).bodyValue(body).exchange();
	}

	public static WebTestClient.ResponseSpec act(WebTestClient client, String path, long version, Object body) {
		return client.post().uri(path).headers((headers) -> {
			headers.setBearerAuth(office());
			headers.setIfMatch("\"" + version + "\"");
		}).bodyValue(body).exchange();
	}

	public static String add(WebTestClient client, String path, Object body) {
		return String.valueOf(post(client, path, body).expectStatus()
			.isCreated()
			.expectBody()
			.returnResult()
			.getResponseHeaders()
			.getLocation());
	}

}
