package renda.platform.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.app.NoteImport;
import renda.platform.app.SmallApplication;
import renda.platform.command.Command;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;
import renda.platform.test.Tokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest(SmallApplication.class)
@TestPropertySource(properties = { "renda.imports.max-bytes=20MB", "renda.imports.max-unzipped=30MB",
		"renda.imports.max-row=1000" })
class ImportTest {

	private static final String HUNG_UP = "SELECT count(*) FROM import_job WHERE kind = 'hung-up'";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestPostgres.Database database;

	@Autowired
	private NoteImport kind;

	@Autowired
	private ImportJobs jobs;

	@Test
	void takesTheGoodRowsAndSaysWhatIsWrongWithTheOthers() {
		post("text/csv", "", UUID.randomUUID().toString(),
				bytes("\ufefftitle,words,weight\r\na1,好,1\r\n,无题,1\r\na2,\"两\n行\",x\r\na3,ok,\r\n"))
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.state")
			.isEqualTo("finished")
			.jsonPath("$.rows")
			.isEqualTo(4)
			.jsonPath("$.created")
			.isEqualTo(2)
			.jsonPath("$.failed")
			.isEqualTo(2)
			.jsonPath("$.errors[0].place")
			.isEqualTo("2")
			.jsonPath("$.errors[0].column")
			.isEqualTo("title")
			.jsonPath("$.errors[0].detail.zh")
			.isEqualTo("不能为空")
			.jsonPath("$.errors[0].detail.en")
			.isEqualTo("must not be blank")
			.jsonPath("$.errors[1].column")
			.isEqualTo("weight")
			.jsonPath("$.errors[1].detail.zh")
			.isEqualTo("应为整数。");
	}

	@Test
	void changesNothingWhenTheSameRowsComeAgain() {
		byte[] csv = bytes("title,words\nb1,x\nb2,y\n");
		post("text/csv", "", "b-1", csv).expectBody().jsonPath("$.created").isEqualTo(2);
		post("text/csv", "", "b-2", csv).expectBody().jsonPath("$.unchanged").isEqualTo(2);
		// the same key is the same job
		post("text/csv", "", "b-1", csv).expectBody().jsonPath("$.created").isEqualTo(2);
		post("text/csv", "", "b-1", bytes("title,words\nb3,x\n")).expectStatus().isEqualTo(422);
	}

	@Test
	void keepsNothingOfADryRun() throws Exception {
		post("text/csv", "?dryRun=true", "c-1", bytes("title,words\nc1,x\n,y\n")).expectBody()
			.jsonPath("$.dryRun")
			.isEqualTo(true)
			.jsonPath("$.created")
			.isEqualTo(1)
			.jsonPath("$.failed")
			.isEqualTo(1);
		assertThat(count("SELECT count(*) FROM note WHERE title = 'c1'")).isZero();
	}

	/**
	 * Whoever hangs up does so at any moment, also when the job has just begun.
	 */
	@Test
	void keepsNoJobAliveWhoseSenderHasHungUp() throws Exception {
		int jobs = 600;
		long began = System.nanoTime();
		Flux.range(0, 60).flatMap((i) -> begun("heard-out-" + i, Mono.empty()), 6).blockLast();
		long usual = (System.nanoTime() - began) / 10;
		Flux.range(0, jobs)
			.flatMap((i) -> begun("hung-up-" + i, Mono.never()).timeout(Duration.ofNanos(i * 2 * usual / jobs))
				.onErrorResume(TimeoutException.class, (_) -> Mono.empty()), 6)
			.blockLast(Duration.ofMinutes(2));
		Awaitility.await().untilAsserted(() -> {
			execute("UPDATE import_job SET heartbeat_at = now() - interval '1 minute' WHERE kind = 'hung-up'");
			this.jobs.beat().block();
			assertThat(count(HUNG_UP)).isGreaterThan(jobs / 4);
			assertThat(count(HUNG_UP + " AND state = 'RUNNING' AND heartbeat_at > now() - interval '30 seconds'"))
				.isZero();
		});
		assertThat(count(HUNG_UP + " AND state = 'INTERRUPTED'")).as("some were at work").isPositive();
	}

	@Test
	void halvesABatchThatTheDatabaseRefuses() {
		// the same title twice in one statement is an error of the whole batch
		post("text/csv", "", "d-1", bytes("title,words\nd1,x\nd2,x\nd2,y\nd3,z\n")).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.rows")
			.isEqualTo(4)
			.jsonPath("$.failed")
			.isEqualTo(0)
			.jsonPath("$.created")
			.isEqualTo(3)
			.jsonPath("$.updated")
			.isEqualTo(1);
	}

	@Test
	void readsGb18030WhereItIsDeclared() throws Exception {
		byte[] gb = "title,words\n中文题,镕\n".getBytes(Charset.forName("GB18030"));
		post("text/csv;charset=GB18030", "", "e-1", gb).expectBody().jsonPath("$.created").isEqualTo(1);
		assertThat(count("SELECT count(*) FROM note WHERE title = '中文题' AND words = '镕'")).isEqualTo(1);
		post("text/csv", "", "e-2", gb).expectBody().jsonPath("$.failed").isEqualTo(1);
		post("text/csv;charset=KOI8-R", "", "e-3", gb).expectStatus().isEqualTo(415);
	}

	@Test
	void namesTheColumnsItKnows() {
		post("text/csv", "", "f-1", bytes("title,colour\na,b\n")).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("colour")
			.jsonPath("$.errors[0].detail")
			.value(String.class, (detail) -> assertThat(detail).contains("title, words, weight"));
		post("text/csv", "", "f-2", bytes("")).expectStatus().isBadRequest();
		post("text/csv", "", "f-3", bytes("title,title\na,b\n")).expectStatus().isBadRequest();
	}

	@Test
	void readsOneObjectALine() {
		post("application/x-ndjson", "", "g-1", bytes(
				"{\"title\":\"g1\",\"words\":\"x\",\"weight\":3}\n\n[1]\n{\"title\":\"g\\u0000\",\"words\":\"x\"}\n"
						+ "{\"title\":\"g\\ud800\",\"words\":\"x\"}\n{\"title\":\"g2\",\"words\":\"" + "x".repeat(2000)
						+ "\"}\n{\"title\":\"g3\"" + "\n{\"title\":\"g4\",\"words\":\"x\",\"no\":1}\n"))
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.created")
			.isEqualTo(1)
			.jsonPath("$.failed")
			.isEqualTo(6);
	}

	@Test
	void readsTheFirstSheetOfAWorkbook() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(out, "test", null); Worksheet sheet = book.newWorksheet("1")) {
			sheet.value(0, 0, "title");
			sheet.value(0, 1, "words");
			sheet.value(0, 2, "weight");
			sheet.value(1, 0, "h1");
			sheet.value(1, 1, "x");
			sheet.value(1, 2, 12);
			sheet.value(3, 0, "h2");
			sheet.value(3, 1, 5);
		}
		post(XLSX, "", "h-1", out.toByteArray()).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.created")
			.isEqualTo(2)
			.jsonPath("$.failed")
			.isEqualTo(0);
		post(XLSX, "", "h-2", bytes("no workbook")).expectStatus().isBadRequest();
	}

	@Test
	void refusesAWorkbookThatUnzipsToTooMuch() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
			byte[] zeros = new byte[1024 * 1024];
			for (int i = 0; i < 40; i++) {
				zip.write(zeros);
			}
			zip.closeEntry();
		}
		assertThat(out.size()).isLessThan(100_000);
		post(XLSX, "", "i-1", out.toByteArray()).expectStatus().isBadRequest();
	}

	@Test
	void stopsReadingABodyThatIsTooLong() throws Exception {
		long jobs = count("SELECT count(*) FROM import_job");
		Flux<DataBuffer> body = Flux.range(0, 400)
			.map((i) -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[64 * 1024]));
		this.client.post()
			.uri("/api/v1/small/imports/notes")
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.GENERAL_OFFICE).value()))
			.header("Content-Type", "text/csv")
			.body(BodyInserters.fromDataBuffers(body))
			.exchange()
			.expectStatus()
			.isEqualTo(413);
		assertThat(count("SELECT count(*) FROM import_job")).isEqualTo(jobs);
	}

	@Test
	void holdsOneBatchHoweverLongTheFileIs() {
		StringBuilder csv = new StringBuilder("title,words\n");
		for (int i = 0; i < 100_000; i++) {
			csv.append('z').append(i).append(",w\n");
		}
		post("text/csv", "", "z-1", bytes(csv.toString())).expectBody().jsonPath("$.created").isEqualTo(100_000);
		assertThat(this.kind.most.get()).isLessThanOrEqualTo(RowImports.BATCH);
	}

	@Test
	void letsOnlyTheRolesOfTheKindImportAndOnlyTheOwnerRead() {
		byte[] csv = bytes("title,words\nk1,x\n,y\n");
		this.client.post()
			.uri("/api/v1/small/imports/notes")
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.DEPUTY).value()))
			.header("Content-Type", "text/csv")
			.bodyValue(csv)
			.exchange()
			.expectStatus()
			.isForbidden();
		String id = post("text/csv", "", "k-1", csv).returnResult(ImportJobId.class)
			.getResponseBody()
			.blockFirst()
			.id();
		read("/imports/" + id + "/errors", Role.GENERAL_OFFICE, "text/csv").expectStatus()
			.isOk()
			.expectBody(String.class)
			.value((text) -> assertThat(text).startsWith("\ufeffplace,column,detail.zh,detail.en\r\n2,title,"));
		read("/imports/" + id, Role.DEPUTY, "application/json").expectStatus().isNotFound();
		read("/imports/" + id, Role.ADMINISTRATOR, "application/json").expectStatus().isOk();
		read("/imports", Role.GENERAL_OFFICE, "application/json").expectStatus().isOk();
		read("/imports/kinds", Role.DEPUTY, "application/json").expectBody()
			.jsonPath("$[0].columns.weight")
			.isEqualTo("integer");
	}

	@Test
	void runsAJobAgainWhoseServiceDied() throws Exception {
		byte[] csv = bytes("title,words\nm1,x\n");
		String id = post("text/csv", "", "m-1", csv).returnResult(ImportJobId.class)
			.getResponseBody()
			.blockFirst()
			.id();
		execute("UPDATE import_job SET state = 'RUNNING', heartbeat_at = now() WHERE id = '" + id + "'");
		post("text/csv", "", "m-1", csv).expectStatus().isEqualTo(409);
		execute("UPDATE import_job SET heartbeat_at = now() - interval '1 minute' WHERE id = '" + id + "'");
		read("/imports/" + id, Role.GENERAL_OFFICE, "application/json").expectBody()
			.jsonPath("$.state")
			.isEqualTo("interrupted");
		post("text/csv", "", "m-1", csv).expectBody()
			.jsonPath("$.state")
			.isEqualTo("finished")
			.jsonPath("$.rows")
			.isEqualTo(1)
			.jsonPath("$.unchanged")
			.isEqualTo(1);
	}

	private Mono<ImportJob> begun(String key, Mono<Void> work) {
		Command command = new Command(new Caller("office", "office", Set.of(Role.GENERAL_OFFICE), Set.of(), ""), "POST",
				"/imports/hung-up", Optional.of(key), OptionalLong.empty(), key, "127.0.0.1");
		return this.jobs.run(command, "hung-up", "f", false, (_) -> work);
	}

	private WebTestClient.ResponseSpec post(String type, String query, String key, byte[] body) {
		return this.client.mutate()
			.responseTimeout(Duration.ofSeconds(60))
			.build()
			.post()
			.uri("/api/v1/small/imports/notes" + query)
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.GENERAL_OFFICE).value()))
			.header("Idempotency-Key", key)
			.header("Content-Type", type)
			.bodyValue(body)
			.exchange();
	}

	private WebTestClient.ResponseSpec read(String path, Role role, String accept) {
		return this.client.get()
			.uri("/api/v1/small" + path)
			.headers((headers) -> headers.setBearerAuth(Tokens.of(role).value()))
			.header("Accept", accept)
			.exchange();
	}

	private long count(String sql) throws Exception {
		try (var connection = this.database.connect(); var rows = connection.createStatement().executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private void execute(String sql) throws Exception {
		try (var connection = this.database.connect()) {
			connection.createStatement().execute(sql);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record ImportJobId(String id) {
	}

}
