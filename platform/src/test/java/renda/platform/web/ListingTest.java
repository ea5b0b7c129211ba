package renda.platform.web;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import renda.platform.app.SmallApplication;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest(SmallApplication.class)
class ListingTest {

	private static final int NOTES = 2500;

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestPostgres.Database database;

	@Autowired
	private JsonMapper json;

	@LocalServerPort
	private int port;

	@BeforeEach
	void someNotes() throws Exception {
		execute("""
				INSERT INTO note (id, title, words)
				SELECT gen_random_uuid(), to_char(i, 'FM00000'), CASE i WHEN 1 THEN '=1+1' ELSE '甲,"' || i END
				FROM generate_series(1, 2500) AS i
				ON CONFLICT (title) DO NOTHING""");
	}

	@Test
	void theDescriptionTellsHeadersListParametersTokenAndRolesAndNothingOfTheInside() {
		JsonNode api = this.client.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
		assertThat(api.path("servers").toString()).contains("\"/\"").doesNotContain("localhost");
		assertThat(api.path("components").path("securitySchemes").path("token").path("scheme").asString())
			.isEqualTo("bearer");
		JsonNode notes = api.path("paths").path("/api/v1/small/notes");
		assertThat(notes.path("get").path("parameters").findValuesAsString("name")).contains("limit", "cursor", "q",
				"sort", "modifiedSince");
		assertThat(notes.path("get").has("security")).isFalse();
		assertThat(notes.path("get").path("operationId").asString()).isEqualTo("getNotes");
		assertThat(notes.path("post").path("parameters").findValuesAsString("name")).containsExactly("Idempotency-Key");
		assertThat(notes.path("post").path("security").toString()).contains("token");
		assertThat(notes.path("post").path("x-roles").toString()).contains("general-office");
		assertThat(api.path("paths").path("/api/v1/small/notes/{id}").path("put").path("parameters").toString())
			.contains("If-Match", "Idempotency-Key");
		assertThat(api.path("paths").findValuesAsString("operationId")).doesNotHaveDuplicates();
		assertThat(api.path("paths").findValues("parameters").toString()).doesNotContain("schemas/Command",
				"schemas/Caller", "schemas/ListRequest", "schemas/MultiValueMap");
	}

	@Test
	void aLongAnswerComesCompressedToWhoeverTakesThat() throws Exception {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/v3/api-docs"));
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpResponse<byte[]> whole = http.send(request.build(), BodyHandlers.ofByteArray());
			HttpResponse<byte[]> small = http.send(request.header("Accept-Encoding", "gzip").build(),
					BodyHandlers.ofByteArray());
			assertThat(whole.headers().firstValue("Content-Encoding")).isEmpty();
			assertThat(whole.headers().allValues("Vary").toString()).contains("Accept-Encoding");
			assertThat(small.headers().firstValue("Content-Encoding")).hasValue("gzip");
			assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes())
				.hasSameSizeAs(whole.body());
			assertThat(small.body().length).isLessThan(whole.body().length / 3);
		}
	}

	@Test
	void walksAllPagesByTheLink() {
		String next = "/api/v1/small/notes?limit=1000";
		int seen = 0;
		while (next != null) {
			var page = this.client.get()
				.uri(URI.create("http://localhost:" + this.port + next))
				.exchange()
				.expectBody(String.class)
				.returnResult();
			JsonNode body = this.json.readTree(page.getResponseBody());
			seen += body.get("items").size();
			String link = page.getResponseHeaders().getFirst("Link");
			assertThat(link != null).isEqualTo(body.has("next"));
			next = (link != null) ? link.substring(1, link.indexOf('>')) : null;
		}
		assertThat(seen).isEqualTo(NOTES);
	}

	@Test
	void givesTheWholeListAsCsvThatIsHarmlessInASpreadsheet() {
		String csv = get("text/csv").expectHeader()
			.valueEquals("Content-Disposition", "attachment; filename=\"notes.csv\"")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(csv).startsWith("\ufeffid,title,words,version\r\n")
			.contains(",00001,'=1+1,1\r\n")
			.contains(",02500,\"甲,\"\"2500\",1\r\n");
		assertThat(csv.lines()).hasSize(NOTES + 1);
	}

	@Test
	void givesTheWholeListAsWorkbook() throws Exception {
		byte[] xlsx = get("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").expectBody()
			.returnResult()
			.getResponseBody();
		try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
			var rows = book.getFirstSheet().read();
			assertThat(rows).hasSize(NOTES + 1);
			assertThat(rows.get(1).getCellText(2)).isEqualTo("=1+1");
			assertThat(rows.get(1).getCell(2).getFormula()).isNull();
		}
	}

	@Test
	void givesTheWholeListAsLines() {
		String lines = get("application/x-ndjson").expectBody(String.class).returnResult().getResponseBody();
		assertThat(lines.lines()).hasSize(NOTES).allMatch((line) -> line.startsWith("{\"id\":"));
	}

	@Test
	void refusesAWrongRequestBeforeADownloadBegins() {
		this.client.get()
			.uri("/api/v1/small/notes?sort=colour")
			.header("Accept", "text/csv")
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	@Test
	void tellsWhatWasRemovedAndFromWhenToAskAgain() throws Exception {
		execute("INSERT INTO tombstone (resource, id) VALUES ('notes', 'gone'), ('others', 'other')");
		try (Connection running = this.database.connect()) {
			running.setAutoCommit(false);
			var rows = running.createStatement().executeQuery("SELECT now()");
			rows.next();
			var began = rows.getObject(1, OffsetDateTime.class);
			JsonNode page = this.json.readTree(this.client.get()
				.uri("/api/v1/small/notes?limit=10&modifiedSince=2020-01-01T00:00:00Z")
				.exchange()
				.expectBody(String.class)
				.returnResult()
				.getResponseBody());
			assertThat(page.get("removed")).hasSize(1);
			assertThat(page.get("removed").get(0).get("id").asString()).isEqualTo("gone");
			assertThat(OffsetDateTime.parse(page.get("modifiedUntil").asString())).isBefore(began);
			JsonNode second = this.json.readTree(this.client.get()
				.uri("/api/v1/small/notes?limit=10&modifiedSince=2020-01-01T00:00:00Z&cursor="
						+ page.get("next").asString())
				.exchange()
				.expectBody(String.class)
				.returnResult()
				.getResponseBody());
			assertThat(second.has("removed")).isFalse();
			running.rollback();
		}
	}

	@Test
	void readsNoFurtherPagesForAClientThatHangsUp() {
		AtomicInteger pages = new AtomicInteger();
		Flux<List<Line>> endless = Flux.<List<Line>>generate((sink) -> {
			pages.incrementAndGet();
			sink.next(List.of(new Line(pages.get())));
		}).limitRate(1);
		StepVerifier.create(new ExportFormats(this.json).write(ListRequest.Format.CSV, endless), 0)
			.thenRequest(3)
			.expectNextCount(3)
			.thenCancel()
			.verify(Duration.ofSeconds(5));
		assertThat(pages.get()).isLessThanOrEqualTo(4);
		new ExportFormats(this.json).write(ListRequest.Format.NDJSON, endless)
			.take(1)
			.doOnNext(DataBufferUtils::release)
			.blockLast();
		assertThat(pages.get()).isLessThanOrEqualTo(6);
	}

	private WebTestClient.ResponseSpec get(String accept) {
		return this.client.mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(8_000_000))
			.build()
			.get()
			.uri("/api/v1/small/notes")
			.header("Accept", accept)
			.exchange()
			.expectStatus()
			.isOk();
	}

	private void execute(String sql) throws Exception {
		try (Connection connection = this.database.connect()) {
			connection.createStatement().execute(sql);
		}
	}

	record Line(int number) {
	}

}
