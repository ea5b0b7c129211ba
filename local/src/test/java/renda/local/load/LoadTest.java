package renda.local.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LoadTest {

	record Call(String path, String authorization, String idempotencyKey, String contentType, int length) {
	}

	@TempDir
	Path folder;

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final List<String> said = new ArrayList<>();

	private volatile int status = 200;

	private volatile String answer = "{}";

	private volatile String later = "";

	private HttpServer server;

	private Api api;

	@BeforeEach
	void start() throws Exception {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/oauth2/token",
				(exchange) -> reply(exchange, 200, "{\"access_token\":\"t0ken\",\"expires_in\":3600}"));
		this.server.createContext("/api/", (exchange) -> {
			byte[] body = exchange.getRequestBody().readAllBytes();
			var headers = exchange.getRequestHeaders();
			this.calls.add(new Call(exchange.getRequestURI().getPath(), headers.getFirst("Authorization"),
					headers.getFirst("Idempotency-Key"), headers.getFirst("Content-Type"), body.length));
			reply(exchange, this.status, this.answer);
			this.answer = this.later.isEmpty() ? this.answer : this.later;
		});
		this.server.start();
		URI address = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
		this.api = new Api(address, new Tokens(address.resolve("/oauth2/token"), (id) -> "demo-" + id));
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void postsTheDemonstrationInOrderAndTheSameWayEachTime() throws Exception {
		Demonstration demonstration = new Demonstration(
				List.of(step("clients.csv", "/api/v1/a"), step("manifest.json", "/api/v1/b")));
		assertThat(demonstration.post(this.api, this::say)).isZero();
		assertThat(demonstration.post(this.api, this::say)).isZero();
		assertThat(this.calls).extracting(Call::path)
			.containsExactly("/api/v1/a", "/api/v1/b", "/api/v1/a", "/api/v1/b");
		assertThat(this.calls).extracting(Call::authorization).containsOnly("Bearer t0ken");
		assertThat(this.calls.get(0).idempotencyKey()).isNotBlank().isEqualTo(this.calls.get(2).idempotencyKey());
		assertThat(this.calls.get(1).idempotencyKey()).isNotEqualTo(this.calls.get(0).idempotencyKey());
	}

	@Test
	void goesOnAfterAFileThatIsRefused() throws Exception {
		this.status = 422;
		this.answer = "{\"title\":\"不是名册\",\"detail\":\"第 3 行\"}";
		assertThat(new Demonstration(List.of(step("clients.csv", "/api/v1/a"), step("clients.csv", "/api/v1/b")))
			.post(this.api, this::say)).isEqualTo(2);
		assertThat(this.said).anyMatch((line) -> line.contains("422 不是名册 第 3 行"));
	}

	@Test
	void theDemonstrationOnTheClassPathCanBeRead() throws Exception {
		this.answer = "{}";
		assertThat(Demonstration.load().post(this.api, this::say)).isZero();
	}

	@Test
	void importsAFolderAndAddsUpTheReports() throws Exception {
		for (int i = 0; i < 51; i++) {
			Files.writeString(this.folder.resolve("%02d.md".formatted(i)), "# 甲市条例");
		}
		this.answer = """
				{"state":"finished","rows":21,"created":20,"failed":1,
				 "errors":[{"place":"07.md","column":"","detail":"没有条文"}]}""";
		assertThat(new RegulationImport(this.api, "administrator", this::say, 1).load(this.folder)).isTrue();
		assertThat(this.calls).hasSize(2).allSatisfy((call) -> {
			assertThat(call.path()).isEqualTo("/api/v1/legislation/imports/regulations");
			assertThat(call.contentType()).isEqualTo("application/zip");
		});
		assertThat(this.said).anyMatch((line) -> line.contains("51 of 51"))
			.anyMatch((line) -> line.contains("新收录 40 · created"))
			.anyMatch((line) -> line.contains("07.md: 没有条文"));
	}

	@Test
	void waitsForAJobThatIsStillAtWork() throws Exception {
		Files.writeString(this.folder.resolve("a.md"), "# 甲市条例");
		this.answer = """
				{"state":"running","links":{"self":"/api/v1/legislation/imports/1"}}""";
		this.later = """
				{"state":"finished","rows":1,"created":1}""";
		assertThat(new RegulationImport(this.api, "administrator", this::say, 1).load(this.folder)).isTrue();
		assertThat(this.calls).extracting(Call::path).last().isEqualTo("/api/v1/legislation/imports/1");
		assertThat(this.said).anyMatch((line) -> line.contains("新收录 1 · created"));
	}

	@Test
	void saysSoWhenAJobDidNotFinish() throws Exception {
		Files.writeString(this.folder.resolve("a.md"), "# 甲市条例");
		this.answer = "{\"state\":\"interrupted\",\"rows\":0}";
		assertThat(new RegulationImport(this.api, "administrator", this::say, 1).load(this.folder)).isFalse();
		assertThat(this.said).anyMatch((line) -> line.contains("was not finished"));
	}

	@Test
	void sendsABatchAgainWithTheSameKeyWhenAServiceWasAway() throws Exception {
		Files.writeString(this.folder.resolve("a.md"), "# 甲市条例");
		this.answer = "{\"state\":\"interrupted\"}";
		this.later = "{\"state\":\"finished\",\"created\":1}";
		assertThat(new RegulationImport(this.api, "administrator", this::say, 2).load(this.folder)).isTrue();
		assertThat(this.calls).hasSize(2)
			.extracting(Call::idempotencyKey)
			.containsOnly(this.calls.get(0).idempotencyKey());
	}

	@Test
	void importsTheSameFolderAnewEachTime() throws Exception {
		Files.writeString(this.folder.resolve("a.md"), "# 甲市条例");
		new RegulationImport(this.api, "administrator", this::say).load(this.folder);
		new RegulationImport(this.api, "administrator", this::say).load(this.folder);
		assertThat(this.calls).extracting(Call::idempotencyKey).doesNotHaveDuplicates();
	}

	@Test
	void saysThatAnEmptyFolderHoldsNothing() throws Exception {
		assertThat(new RegulationImport(this.api, "administrator", this::say, 1).load(this.folder)).isFalse();
		assertThat(this.said).singleElement().asString().contains("no .md, .txt or .zip file");
	}

	@Test
	void reportsABatchThatIsRefused() throws Exception {
		Files.writeString(this.folder.resolve("a.md"), "# 甲市条例");
		this.status = 503;
		this.answer = "not json";
		assertThat(new RegulationImport(this.api, "administrator", this::say, 1).load(this.folder)).isFalse();
		assertThat(this.said).anyMatch((line) -> line.contains("503") && line.contains("not json"));
	}

	private void say(String zh, String en) {
		this.said.add(zh + " · " + en);
	}

	private static Demonstration.Step step(String file, String path) {
		return new Demonstration.Step(file, path, "text/csv", "deputy-office", "名册", "the roster");
	}

	private static void reply(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
