package renda.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code kill -9} in the middle of an import: sent again with its key it finishes, and
 * every row and every file is there once.
 */
class ImportCrashTest {

	private static final Duration LONGEST = Duration.ofMinutes(4);

	@RegisterExtension
	static PlatformExtension platform = new PlatformExtension();

	@ParameterizedTest
	@CsvSource({ "organs, supervision", "organs, postgres", "regulations, legislation", "regulations, postgres" })
	void finishesWhenItIsSentAgainWithItsKey(String kind, String process) throws Exception {
		Upload upload = kind.equals("organs") ? organs("cut-off-by-" + process + "-") : texts(process);
		Thread first = Thread.ofVirtual().start(() -> {
			try {
				upload.send();
			}
			catch (IOException | InterruptedException ex) {
				// cut off, as intended
			}
		});
		while (upload.there().isEmpty()) {
			TimeUnit.MILLISECONDS.sleep(20);
		}
		platform.kill(process);
		first.join();
		JsonNode job = finished(upload);
		assertThat(job.get("failed").asInt()).isZero();
		assertThat(upload.there()).containsExactlyInAnyOrderElementsOf(upload.names());
	}

	private static JsonNode finished(Upload upload) throws InterruptedException {
		Instant end = Instant.now().plus(LONGEST);
		while (Instant.now().isBefore(end)) {
			try {
				HttpResponse<String> response = upload.send();
				JsonNode job = platform.json(response);
				if (response.statusCode() < 300 && job.path("state").asString("").equals("finished")) {
					return job;
				}
			}
			catch (IOException ex) {
				// not back yet
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
		throw new AssertionError("the import of " + upload.path() + " did not finish");
	}

	private static Upload organs(String prefix) {
		List<String> codes = IntStream.range(0, 3000).mapToObj((i) -> prefix + i).toList();
		StringBuilder rows = new StringBuilder("code,kind,name,area,parent,from,basis,sample\n");
		codes.forEach((code) -> rows.append(code).append(",DEPARTMENT,某局,410100,,2020-01-01,测试,true\n"));
		return new Upload("/api/v1/supervision/imports/organs", "text/csv;charset=UTF-8", "general-office", prefix,
				codes, rows.toString().getBytes(StandardCharsets.UTF_8), () -> new Organs(platform).codes(prefix));
	}

	private static Upload texts(String process) throws IOException {
		String prefix = process.equals("postgres") ? "某市断电样例" : "某市中断样例";
		List<String> titles = IntStream.range(0, 400).mapToObj((i) -> prefix + (1000 + i) + "条例").toList();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (String title : titles) {
				zip.putNextEntry(new ZipEntry(title + ".md"));
				zip.write("""
						# %s

						2012年6月30日 某市第十三届人民代表大会常务委员会第三十次会议通过

						<!-- INFO END -->

						第一条 为了测试，制定本条例。

						第二条 本条例自2012年10月1日起施行。
						""".formatted(title).getBytes(StandardCharsets.UTF_8));
			}
		}
		return new Upload("/api/v1/legislation/imports/regulations", "application/zip", "legislative-office",
				"texts-" + process, titles, bytes.toByteArray(), () -> titles(prefix));
	}

	private static List<String> titles(String prefix) throws IOException, InterruptedException {
		List<String> titles = new ArrayList<>();
		HttpResponse<String> response = platform.get(
				"/api/v1/legislation/regulations?limit=1000&title=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8),
				"legislative-office");
		platform.json(response).path("items").forEach((item) -> titles.add(item.get("title").asString()));
		return titles;
	}

	/**
	 * What is uploaded, and what of it is there.
	 */
	private record Upload(String path, String type, String client, String key, List<String> names, byte[] body,
			Reader reader) {

		HttpResponse<String> send() throws IOException, InterruptedException {
			return platform.send(platform.request(this.path, this.client)
				.timeout(LONGEST)
				.header("Content-Type", this.type)
				.header("Idempotency-Key", this.key)
				.POST(BodyPublishers.ofByteArray(this.body)));
		}

		List<String> there() throws IOException, InterruptedException {
			return this.reader.read();
		}

	}

	@FunctionalInterface
	private interface Reader {

		List<String> read() throws IOException, InterruptedException;

	}

}
