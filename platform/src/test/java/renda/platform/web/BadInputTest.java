package renda.platform.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Validator;
import jakarta.validation.constraints.PastOrPresent;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import renda.platform.app.SmallApplication;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@ServiceTest(SmallApplication.class)
class BadInputTest {

	@Autowired
	private WebTestClient client;

	@Autowired
	private Clock clock;

	@Autowired
	private Validator validator;

	static Stream<Arguments> bodies() {
		return Stream.of(arguments("cut short", "{\"title\":", "", "JSON"), arguments("not an object", "[1]", "", ""),
				arguments("an unknown member", "{\"title\":\"a\",\"words\":\"b\",\"colour\":1}", "/colour",
						"title, words"),
				arguments("a number for a string", "{\"title\":1,\"words\":\"b\"}", "/title", "应为文字"),
				arguments("an object for a string", "{\"title\":{},\"words\":\"b\"}", "/title", "应为文字"),
				arguments("a member twice", "{\"title\":\"a\",\"title\":\"c\",\"words\":\"b\"}", "", ""),
				arguments("more after the end", "{\"title\":\"a\",\"words\":\"b\"} {}", "", ""),
				arguments("a NUL character", "{\"title\":\"a\\u0000\",\"words\":\"b\"}", "/title", ""),
				arguments("a lone surrogate", "{\"title\":\"a\\ud800\",\"words\":\"b\"}", "/title", ""),
				arguments("too long a title", "{\"title\":\"" + "字".repeat(21) + "\",\"words\":\"b\"}", "/title", "20"),
				arguments("nothing where something is required", "{\"title\":\" \",\"words\":\"b\"}", "/title", ""),
				arguments("null", "null", "", ""),
				arguments("deep nesting", "{\"title\":" + "[".repeat(5000) + "}", "/title", ""));
	}

	@Test
	void todayIsThatOfTheCityWhereverTheMachineStands() {
		record Day(@PastOrPresent LocalDate on) {
		}
		LocalDate today = LocalDate.now(this.clock);
		assertThat(this.clock.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
		assertThat(this.validator.validate(new Day(today))).isEmpty();
		assertThat(this.validator.validate(new Day(today.plusDays(1)))).isNotEmpty();
	}

	@Test
	void saysWhatWouldBeRightInTheReadersLanguage() {
		byte[] body = ("{\"title\":\"" + "字".repeat(21) + "\",\"words\":\"b\"}").getBytes(StandardCharsets.UTF_8);
		post(body).expectBody()
			.jsonPath("$.errors[0].detail")
			.value((detail) -> assertThat(detail.toString()).contains("个数必须在").contains("20"));
		this.client.mutate()
			.defaultHeader("Accept-Language", "en")
			.build()
			.post()
			.uri("/api/v1/small/notes")
			.headers(BadInputTest::office)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange()
			.expectBody()
			.jsonPath("$.errors[0].detail")
			.value((detail) -> assertThat(detail.toString()).contains("size must be between"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("bodies")
	void saysWhichMemberToChange(String what, String body, String pointer, String hint) {
		post(body.getBytes(StandardCharsets.UTF_8)).expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo(400)
			.jsonPath("$.detail")
			.isNotEmpty();
		if (!pointer.isEmpty()) {
			post(body.getBytes(StandardCharsets.UTF_8)).expectBody()
				.jsonPath("$.errors[0].pointer")
				.isEqualTo(pointer)
				.jsonPath("$.errors[0].detail")
				.value(String.class, (detail) -> Assertions.assertThat(detail).contains(hint));
		}
	}

	@Test
	void refusesBytesThatAreNotUtf8() {
		post(new byte[] { '{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}' })
			.expectStatus()
			.isBadRequest();
	}

	/**
	 * Nothing that comes again and again makes it shorter: it is no 503.
	 */
	@Test
	void refusesATextThatIsTooLongForTheDatabase() {
		String words = Stream.generate(UUID::randomUUID).limit(1000).map(UUID::toString).collect(Collectors.joining());
		post(("{\"title\":\"long\",\"words\":\"" + words + "\"}").getBytes(StandardCharsets.UTF_8)).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:renda:problem:invalid");
	}

	@Test
	void refusesABodyOverTheLimit() {
		post(("{\"title\":\"a\",\"words\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8))
			.expectStatus()
			.isEqualTo(413);
	}

	@Test
	void refusesAnotherMediaType() {
		this.client.post()
			.uri("/api/v1/small/notes")
			.headers(BadInputTest::office)
			.contentType(MediaType.APPLICATION_XML)
			.bodyValue("<note/>")
			.exchange()
			.expectStatus()
			.isEqualTo(415)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void saysWhatIsAllowedWhereTheMethodIsNot() {
		this.client.delete()
			.uri("/api/v1/small/notes")
			.headers(BadInputTest::office)
			.exchange()
			.expectStatus()
			.isEqualTo(405)
			.expectHeader()
			.exists(HttpHeaders.ALLOW);
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=0", "limit=1001", "limit=x", "cursor=%25%25%25", "cursor=bm90", "sort=colour",
			"colour=red", "modifiedSince=yesterday", "q=%00" })
	void refusesListParametersThatMeanNothing(String query) {
		this.client.get()
			.uri((builder) -> URI.create(builder.path("/api/v1/small/notes").build() + "?" + query))
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo(query.substring(0, query.indexOf('=')));
	}

	@Test
	void refusesAnIdThatIsNotOne() {
		this.client.get()
			.uri("/api/v1/small/notes/seven")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("id")
			.jsonPath("$.errors[0].detail")
			.isEqualTo("应为编号（UUID）。");
	}

	@Test
	void tellsWhoMayWhereTheCallersRolesDoNot() {
		this.client.post()
			.uri("/api/v1/small/notes")
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.RESIDENT).value()))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"title\":\"a\",\"words\":\"b\"}")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectBody()
			.jsonPath("$.roles[0]")
			.isEqualTo("general-office")
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("须为：general-office"));
	}

	@Test
	void saysInBothLanguagesWhatATypeIs() {
		enum Colour {

			RED, GREEN

		}
		assertThat(Expected.of(LocalDate.class))
			.isEqualTo(Text.of("应为日期，如 2022-12-31。", "This should be a date, such as 2022-12-31."));
		assertThat(Expected.of(int.class).zh()).isEqualTo("应为整数。");
		assertThat(Expected.of(Colour.class)).isEqualTo(Text.of("可取：RED, GREEN。", "One of: RED, GREEN."));
		assertThat(Expected.of(null).en()).isEqualTo("This is of the wrong type, or a required value is missing.");
		assertThat(Expected.of(java.util.List.class).zh()).isEqualTo("应为列表（数组）。");
		assertThat(Expected.of(Text.class).en()).isEqualTo("This should be an object.");
	}

	@Test
	void answersAnUnknownPathWithAProblemInTheReadersLanguage() {
		this.client.get()
			.uri("/api/v1/small/nothing")
			.header(HttpHeaders.ACCEPT_LANGUAGE, "en")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Not found");
		this.client.get().uri("/api/v1/small/nothing").exchange().expectBody().jsonPath("$.title").isEqualTo("未找到");
	}

	@Test
	void refusesAKeyThatIsNotPrintable() {
		this.client.post()
			.uri("/api/v1/small/notes")
			.headers(BadInputTest::office)
			.header("Idempotency-Key", "a b")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"title\":\"a\",\"words\":\"b\"}")
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	private WebTestClient.ResponseSpec post(byte[] body) {
		return this.client.post()
			.uri("/api/v1/small/notes")
			.headers(BadInputTest::office)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange();
	}

	private static void office(HttpHeaders headers) {
		headers.setBearerAuth(Tokens.of(Role.GENERAL_OFFICE).value());
	}

}
