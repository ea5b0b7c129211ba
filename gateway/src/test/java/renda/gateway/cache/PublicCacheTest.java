package renda.gateway.cache;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class PublicCacheTest {

	private static StubService service;

	private static RunningGateway gateway;

	@BeforeAll
	static void start() {
		service = StubService.start();
		gateway = RunningGateway.start("renda.services.legislation=" + service.url(),
				"renda.gateway.cache.largest=10KB", "renda.gateway.cache.size=1MB",
				"renda.gateway.rate-limit.enabled=false");
	}

	@AfterAll
	static void stop() {
		gateway.close();
		service.close();
	}

	@Test
	void answersAPublicReadFromMemory() {
		String path = serve("kept", "public, max-age=60", "hello");
		gateway.get(path);
		HttpResponse<String> second = gateway.get(path, "X-Correlation-Id", "second");
		assertThat(second.body()).isEqualTo("hello");
		assertThat(second.headers().firstValue("Age")).hasValue("0");
		assertThat(second.headers().firstValue("ETag")).hasValue("\"kept\"");
		assertThat(second.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(second.headers().allValues("X-Correlation-Id")).containsExactly("second");
		assertThat(service.seen(path)).hasSize(1);
	}

	@Test
	void answers304WhereTheClientHasIt() {
		String path = serve("known", "public, max-age=60", "hello");
		gateway.get(path);
		HttpResponse<String> second = gateway.get(path, "If-None-Match", "\"known\"");
		assertThat(second.statusCode()).isEqualTo(304);
		assertThat(second.body()).isEmpty();
		assertThat(service.seen(path)).hasSize(1);
	}

	@Test
	void keepsEachFormatAndLanguageApart() {
		String path = serve("apart", "public, max-age=60", "hello");
		gateway.get(path, "Accept", "application/json");
		gateway.get(path, "Accept", "text/csv");
		gateway.get(path, "Accept", "text/csv", "Accept-Language", "en");
		gateway.get(path + "?on=2021-10-01", "Accept", "text/csv");
		gateway.get(path, "Accept", "text/csv", "Accept-Language", "en");
		assertThat(service.seen(path)).hasSize(4);
	}

	@Test
	void neverKeepsWhatATokenWasSentForNorGivesItToOne() {
		String path = serve("private", "public, max-age=60", "hello");
		gateway.get(path);
		gateway.get(path, "Authorization", "Basic abc");
		gateway.get(path, "Authorization", "Basic abc");
		assertThat(service.seen(path)).hasSize(3);
	}

	@Test
	void keepsNothingThatIsNotPublic() {
		String path = serve("secret", "private, max-age=60", "hello");
		gateway.get(path);
		gateway.get(path);
		assertThat(service.seen(path)).hasSize(2);
	}

	@Test
	void keepsNothingThatIsTooLarge() {
		String path = serve("large", "public, max-age=60", "x".repeat(20_000));
		gateway.get(path);
		assertThat(gateway.get(path).body()).hasSize(20_000);
		assertThat(service.seen(path)).hasSize(2);
	}

	@Test
	void keepsNoErrors() {
		String path = "/api/v1/legislation/error";
		service.on(path,
				(request, response) -> response.status(404).header("Cache-Control", "public, max-age=60").send());
		gateway.get(path);
		gateway.get(path);
		assertThat(service.seen(path)).hasSize(2);
	}

	@Test
	void asksTheServiceWhereTheClientInsists() {
		String path = serve("insist", "public, max-age=60", "hello");
		gateway.get(path);
		gateway.get(path, "Cache-Control", "no-cache");
		assertThat(service.seen(path)).hasSize(2);
	}

	@Test
	void asksByEtagWhetherAStaleAnswerHolds() {
		String path = "/api/v1/legislation/stale";
		AtomicInteger whole = new AtomicInteger();
		AtomicInteger confirmed = new AtomicInteger();
		AtomicReference<String> version = new AtomicReference<>("1");
		service.on(path, (request, response) -> {
			String etag = "\"" + version.get() + "\"";
			response.header("Cache-Control", "public, max-age=1").header("ETag", etag);
			if (etag.equals(request.requestHeaders().get("If-None-Match"))) {
				confirmed.incrementAndGet();
				return response.status(304).send();
			}
			whole.incrementAndGet();
			return response.sendString(Mono.just("version " + version.get()));
		});
		assertThat(gateway.get(path).body()).isEqualTo("version 1");
		await().until(() -> {
			HttpResponse<String> answer = gateway.get(path);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).isEqualTo("version 1");
			return confirmed.get() > 0;
		});
		assertThat(whole).hasValue(1);
		version.set("2");
		await().until(() -> gateway.get(path).body().equals("version 2"));
		assertThat(whole).hasValue(2);
	}

	@Test
	void anAnswerThatBreaksOffIsNotKept() {
		String path = "/api/v1/legislation/half";
		service.on(path,
				(request, response) -> response.header("Cache-Control", "public, max-age=60")
					.header("Content-Length", "100")
					.sendString(Flux.just("half").concatWith(Mono.error(new IllegalStateException("broken")))));
		assertThatThrownBy(() -> gateway.get(path)).isInstanceOf(UncheckedIOException.class);
		assertThatThrownBy(() -> gateway.get(path)).isInstanceOf(UncheckedIOException.class);
		assertThat(service.seen(path)).hasSizeGreaterThanOrEqualTo(2);
	}

	private static String serve(String name, String control, String body) {
		String path = "/api/v1/legislation/" + name;
		service.on(path,
				(request, response) -> response.header("Cache-Control", control)
					.header("Content-Type", "application/json")
					.header("ETag", "\"" + name + "\"")
					.header("Vary", "Accept, Accept-Language")
					.sendString(Mono.just(body)));
		return path;
	}

}
