package renda.legislation.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import renda.legislation.regulation.RegulationFixtures;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class RegulationImportTest {

	private static final String BASE = "/api/v1/legislation";

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestPostgres.Database database;

	private final JsonMapper json = new JsonMapper();

	private WebTestClient.RequestBodySpec post(String query) {
		return this.client.mutate()
			.responseTimeout(Duration.ofMinutes(3))
			.build()
			.post()
			.uri(BASE + "/imports/regulations" + query)
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.LEGISLATIVE_OFFICE).value()));
	}

	private JsonNode zip(byte[] zip, int status) {
		return body(post("").contentType(MediaType.parseMediaType("application/zip")).bodyValue(zip), status);
	}

	private JsonNode body(WebTestClient.RequestHeadersSpec<?> request, int status) {
		EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
		byte[] bytes = (result.getResponseBody() != null) ? result.getResponseBody() : new byte[0];
		assertThat(result.getStatus().value()).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(status);
		return this.json.readTree(bytes);
	}

	private static byte[] text(String title) {
		return RegulationFixtures.any(title, 4, title.hashCode()).getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void refusesWhatIsNoRegulationAndTakesTheOthers() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("法规/郑州市石阶条例(2015-05-20).md", text("郑州市石阶条例"));
		files.put("../../etc/passwd.md", text("郑州市越界条例"));
		files.put("/root/绝对.md", text("郑州市绝对条例"));
		files.put("里面.zip", new byte[] { 'P', 'K', 3, 4, 0, 0 });
		files.put("README.md", "# 说明".getBytes(StandardCharsets.UTF_8));
		files.put("图片.md", new byte[] { (byte) 0x89, 'P', 'N', 'G', 0, 0 });
		files.put("空.md", new byte[0]);
		files.put("空字符.md", "# 郑州市空字符条例\n\n第一条 有\u0000无。".getBytes(StandardCharsets.UTF_8));
		files.put("国标编码.txt", new String(text("郑州市国标条例"), StandardCharsets.UTF_8).getBytes(Charset.forName("GB18030")));
		files.put("大.md", new byte[9 << 20]);
		files.put("__MACOSX/._石阶条例.md", new byte[] { 0, 5, 22, 7 });
		JsonNode report = zip(RegulationFixtures.zip(files), 200);
		assertThat(report.path("files").valueStream().map((file) -> file.path("outcome").asString())).containsExactly(
				"CREATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "CREATED",
				"REFUSED");
		assertThat(
				report.path("files").valueStream().filter((file) -> file.path("outcome").asString().equals("REFUSED")))
			.allMatch((file) -> !file.path("reason").asString().isEmpty());
		assertThat(report.path("errors").size()).isEqualTo(8);
		assertThat(report.path("state").asString()).isEqualTo("finished");
	}

	@Test
	void readsNamesInGbk() {
		byte[] zip = RegulationFixtures.zip(Map.of("郑州市荷塘条例(2016-01-02).md", text("郑州市荷塘条例")), Charset.forName("GBK"));
		JsonNode report = zip(zip, 200);
		assertThat(report.path("files").get(0).path("name").asString()).isEqualTo("郑州市荷塘条例(2016-01-02).md");
	}

	@Test
	void refusesAnArchiveThatIsNone() {
		JsonNode problem = zip("not a zip".getBytes(StandardCharsets.UTF_8), 400);
		assertThat(problem.path("errors").get(0).path("detail").asString()).contains("ZIP");
	}

	@Test
	void doesNotUnpackABomb() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("bomb.md"));
			byte[] block = new byte[1 << 20];
			Arrays.fill(block, (byte) 'a');
			for (int i = 0; i < 64; i++) {
				zip.write(block);
			}
			zip.closeEntry();
			zip.putNextEntry(new ZipEntry("small-bomb.md"));
			for (int i = 0; i < 4; i++) {
				zip.write(block);
			}
			zip.closeEntry();
			zip.putNextEntry(new ZipEntry("郑州市晚钟条例.md"));
			zip.write(text("郑州市晚钟条例"));
			zip.closeEntry();
		}
		JsonNode report = zip(bytes.toByteArray(), 200);
		assertThat(report.path("files").valueStream().map((file) -> file.path("outcome").asString()))
			.containsExactly("REFUSED", "REFUSED", "CREATED");
	}

	@Test
	void takesAFileFromAForm() {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("file", text("郑州市渔火条例")).filename("郑州市渔火条例.md");
		JsonNode report = body(post("").bodyValue(form.build()), 200);
		assertThat(report.path("created").asInt()).isEqualTo(1);
	}

	@Test
	void answersARetryWithTheFirstReport() {
		byte[] zip = RegulationFixtures.zip(Map.of("郑州市果园条例.md", text("郑州市果园条例")));
		JsonNode first = body(post("").contentType(MediaType.parseMediaType("application/zip"))
			.header("Idempotency-Key", "orchard")
			.bodyValue(zip), 200);
		JsonNode again = body(post("").contentType(MediaType.parseMediaType("application/zip"))
			.header("Idempotency-Key", "orchard")
			.bodyValue(zip), 200);
		assertThat(again.path("id").asString()).isEqualTo(first.path("id").asString());
		assertThat(again.path("created").asInt()).isEqualTo(1);
		body(post("").contentType(MediaType.parseMediaType("application/zip"))
			.header("Idempotency-Key", "orchard")
			.bodyValue(RegulationFixtures.zip(Map.of("郑州市炊烟条例.md", text("郑州市炊烟条例")))), 422);
	}

	@Test
	void letsTwoArchivesWithTheSameTextsInAtOnce() throws Exception {
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			texts.add(RegulationFixtures.any("郑州市第" + i + "号溪流条例", 3, i));
		}
		byte[] forwards = RegulationFixtures.zip(texts);
		byte[] backwards = RegulationFixtures.zip(texts.reversed());
		List<JsonNode> reports = reactor.core.publisher.Flux.just(forwards, backwards)
			.flatMap((zip) -> reactor.core.publisher.Mono.fromCallable(() -> zip(zip, 200))
				.subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
			.collectList()
			.block();
		assertThat(reports).hasSize(2);
		assertThat(reports.stream().mapToInt((report) -> report.path("created").asInt()).sum()).isEqualTo(60);
		assertThat(reports.stream().mapToInt((report) -> report.path("unchanged").asInt()).sum()).isEqualTo(60);
		assertThat(count("SELECT count(*) FROM outbox WHERE data ->> 'title' LIKE '%溪流条例'")).isEqualTo(60);
	}

	private long count(String sql) throws SQLException {
		try (var connection = this.database.connect(); var rows = connection.createStatement().executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

}
