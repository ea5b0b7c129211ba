package renda.platform.ops;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;
import renda.platform.app.SmallApplication;
import renda.platform.security.Public;
import renda.platform.test.ServiceTest;
import renda.platform.web.Correlation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one request does can be found by its trace and by its correlation id. The log is
 * in the format of the images.
 */
@ServiceTest(SmallApplication.class)
@TestPropertySource(properties = "logging.structured.format.console=ecs")
@Import(TracingTest.Talking.class)
@ExtendWith(OutputCaptureExtension.class)
class TracingTest {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final String PARENT = "b7ad6b7169203331";

	private static final List<SpanData> SPANS = new CopyOnWriteArrayList<>();

	@Autowired
	private WebTestClient client;

	@Test
	void goesOnWithTheTraceThatCameIn() {
		SPANS.clear();
		ask("/api/v1/small/talk", "trace-1", HttpStatus.OK);
		Awaitility.await().until(() -> SPANS.stream().anyMatch((span) -> span.getTraceId().equals(TRACE)));
		assertThat(SPANS).filteredOn((span) -> span.getParentSpanId().equals(PARENT))
			.singleElement()
			.satisfies((span) -> {
				assertThat(span.getTraceId()).isEqualTo(TRACE);
				assertThat(span.getName()).contains("/api/v1/small/talk");
			});
	}

	@Test
	void linesWrittenInARequestCarryItsTraceAndItsCorrelation() {
		List<ILoggingEvent> lines = logged(() -> ask("/api/v1/small/talk", "talk-1", HttpStatus.OK));
		assertThat(lines).filteredOn((line) -> line.getLoggerName().equals(Talking.class.getName()))
			.extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("before the database", "after the database");
		assertThat(lines).filteredOn((line) -> line.getLoggerName().equals(Talking.class.getName()))
			.allSatisfy((line) -> assertThat(line.getMDCPropertyMap()).containsEntry("traceId", TRACE)
				.containsEntry("correlationId", "talk-1"));
	}

	@Test
	void soDoesTheLineOfAFailure() {
		List<ILoggingEvent> lines = logged(() -> ask("/api/v1/small/fail", "fail-1", HttpStatus.INTERNAL_SERVER_ERROR));
		assertThat(lines).filteredOn((line) -> line.getFormattedMessage().contains("/api/v1/small/fail failed"))
			.singleElement()
			.satisfies((line) -> assertThat(line.getMDCPropertyMap()).containsEntry("traceId", TRACE)
				.containsEntry("correlationId", "fail-1"));
	}

	@Test
	void aRequestLeavesNothingForTheNext() {
		ask("/api/v1/small/talk", "talk-2", HttpStatus.OK);
		List<ILoggingEvent> lines = logged(() -> this.client.get().uri("/api/v1/small/talk").exchange());
		assertThat(lines).filteredOn((line) -> line.getLoggerName().equals(Talking.class.getName()))
			.hasSize(2)
			.allSatisfy((line) -> {
				assertThat(line.getMDCPropertyMap().get("traceId")).isNotEqualTo(TRACE).hasSize(32);
				assertThat(line.getMDCPropertyMap().get("correlationId")).isNotEqualTo("talk-2").isNotBlank();
			});
	}

	@Test
	void afterALineTheThreadIsAsItWasBefore() {
		MDC.put("correlationId", "mine");
		try {
			Correlation.logging(() -> assertThat(MDC.get("correlationId")).isEqualTo("other"))
				.contextWrite((context) -> context.put("correlationId", "other"))
				.block();
			assertThat(MDC.get("correlationId")).isEqualTo("mine");
		}
		finally {
			MDC.remove("correlationId");
		}
	}

	@Test
	void theLogIsOneJsonObjectALine(CapturedOutput output) {
		int before = output.getOut().length();
		ask("/api/v1/small/fail", "json-1", HttpStatus.INTERNAL_SERVER_ERROR);
		ask("/api/v1/small/talk", "json-2", HttpStatus.OK);
		JsonMapper json = new JsonMapper();
		List<JsonNode> lines = output.getOut().substring(before).lines().map(json::readTree).toList();
		assertThat(lines).filteredOn((line) -> line.path("correlationId").asString("").equals("json-1"))
			.singleElement()
			.satisfies((line) -> {
				assertThat(line.path("traceId").asString("")).isEqualTo(TRACE);
				assertThat(line.at("/service/name").asString("")).isEqualTo("small-service");
				assertThat(line.at("/error/stack_trace").asString("")).contains("\n");
			});
		assertThat(lines).filteredOn((line) -> line.path("correlationId").asString("").equals("json-2")).hasSize(2);
	}

	private void ask(String path, String correlation, HttpStatus answer) {
		this.client.get()
			.uri(path)
			.header("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
			.header("X-Correlation-Id", correlation)
			.exchange()
			.expectStatus()
			.isEqualTo(answer);
	}

	private static List<ILoggingEvent> logged(Runnable work) {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		lines.start();
		root.addAppender(lines);
		try {
			work.run();
			return List.copyOf(lines.list);
		}
		finally {
			root.detachAppender(lines);
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	@RestController
	static class Talking {

		private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Talking.class);

		@Autowired
		private DatabaseClient database;

		@Public
		@GetMapping("/api/v1/small/talk")
		Mono<Map<String, Integer>> talk() {
			return Correlation.logging(() -> LOG.info("before the database"))
				.then(this.database.sql("SELECT 1").map((row) -> row.get(0, Integer.class)).one())
				.delayUntil((one) -> Correlation.logging(() -> LOG.info("after the database")))
				.map((one) -> Map.of("one", one));
		}

		@Public
		@GetMapping("/api/v1/small/fail")
		Mono<Map<String, Integer>> fail() {
			return this.database.sql("SELECT 1").map((row) -> row.get(0, Integer.class)).one().map((one) -> {
				throw new IllegalStateException("broken");
			});
		}

		@Bean
		static SpanProcessor keepingSpans() {
			return SimpleSpanProcessor.create(new SpanExporter() {
				@Override
				public CompletableResultCode export(Collection<SpanData> spans) {
					SPANS.addAll(spans);
					return CompletableResultCode.ofSuccess();
				}

				@Override
				public CompletableResultCode flush() {
					return CompletableResultCode.ofSuccess();
				}

				@Override
				public CompletableResultCode shutdown() {
					return CompletableResultCode.ofSuccess();
				}
			});
		}

	}

}
