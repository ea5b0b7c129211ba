package renda.platform.deadline;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import renda.platform.app.SmallApplication;
import renda.platform.rule.RuleBook;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest(SmallApplication.class)
@TestPropertySource(properties = "renda.deadline.every=1h")
@Import(DeadlinesTest.Today.class)
class DeadlinesTest {

	private static final String LIST = "/api/v1/small/deadlines";

	@Autowired
	private WebTestClient client;

	@Autowired
	private Deadlines deadlines;

	@Autowired
	private DatabaseClient sql;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private TestPostgres.Database database;

	@Autowired
	private JsonMapper json;

	@BeforeEach
	void noClocks() throws Exception {
		Clocks.execute(this.database, "DELETE FROM deadline");
	}

	@Test
	void keepsAClockWithAllThatHappenedToIt() {
		Deadline plain = Clocks.open(Clocks.ANSWER, "organ:finance", "2022-09-29");
		Deadline lived = plain.paused(LocalDate.of(2022, 10, 10), "听证")
			.resumed(LocalDate.of(2022, 10, 20), WorkingDays.ofCalendar())
			.prolonged(Clocks.ANSWER, LocalDate.of(2022, 11, 1), "代表办", "情况复杂",
					RuleBook.statutory(LocalDate.of(2022, 11, 1)), WorkingDays.ofCalendar());
		Deadline still = lived.paused(LocalDate.of(2022, 12, 1), "又一次");
		Deadline late = lived.done(LocalDate.of(2023, 6, 1), "人手不足");
		Deadline cancelled = Clocks.restricted("person:u1").cancelled(LocalDate.of(2022, 10, 1));
		for (Deadline now : List.of(plain, lived, still, late)) {
			save(now, cancelled);
			assertThat(this.deadlines.of("suggestion", plain.caseId()).block()).containsExactly(now);
			assertThat(this.deadlines.of("petition", cancelled.caseId()).block()).containsExactly(cancelled);
		}
		assertThat(this.deadlines.of("petition", plain.caseId()).block()).isEmpty();
	}

	@Test
	void givesTheNearestThatRunForAHolder() {
		Deadline overdue = Clocks.overdue("organ:finance");
		Deadline soon = Clocks.running("role:deputy-office");
		save(overdue, soon, Clocks.overdue("organ:water"), Clocks.running("organ:finance").cancelled(Clocks.TODAY),
				Clocks.overdue("organ:finance").paused(Clocks.TODAY, "听证"),
				Clocks.open(Clocks.ANSWER, "organ:finance", "2022-10-10"));
		List<String> holders = List.of("organ:finance", "role:deputy-office");
		assertThat(this.deadlines.runningOf(holders, LocalDate.of(2022, 10, 24), 10).block()).containsExactly(overdue,
				soon);
		assertThat(this.deadlines.runningOf(holders, LocalDate.of(2022, 10, 23), 10).block()).containsExactly(overdue);
		assertThat(this.deadlines.runningOf(holders, LocalDate.of(2023, 10, 23), 1).block()).containsExactly(overdue);
	}

	@ParameterizedTest(name = "{0} sees {1}")
	@CsvSource({ "general-office, 4", "administrator, 4", "chair, 4", "petition-office, 6", "organ, 1", "deputy, 1",
			"station, 0", "resident, 0", "operator, 0" })
	void showsACallerWhatItMaySee(String role, int seen) {
		save(Clocks.overdue("organ:finance"), Clocks.overdue("organ:water"), Clocks.running("person:deputy"),
				Clocks.running("role:deputy-office"), Clocks.restricted("organ:water"),
				Clocks.restricted("role:petition-office"));
		Tokens tokens = Tokens.of(role(role));
		assertThat(items(get(role.equals("organ") ? tokens.organ("finance") : tokens, ""))).hasSize(seen);
	}

	@Test
	void showsARestrictedClockToItsHolderAndThePetitionOfficeOnly() {
		Deadline own = Clocks.restricted("organ:water");
		Deadline office = Clocks.restricted("role:petition-office");
		save(own, office, Clocks.overdue("organ:finance"));
		assertThat(ids(get(Tokens.of(Role.ORGAN).organ("water"), ""))).containsExactly(own.id());
		assertThat(ids(get(Tokens.of(Role.ORGAN).organ("finance"), "?kind=petition"))).isEmpty();
		assertThat(ids(get(Tokens.of(Role.GENERAL_OFFICE).organ("water"), "?kind=petition"))).containsExactly(own.id());
		assertThat(ids(get(Tokens.of(Role.CHAIR), "?kind=petition&holder=organ:water"))).isEmpty();
		assertThat(ids(get(Tokens.of(Role.PETITION_OFFICE), "?kind=petition"))).containsExactlyInAnyOrder(own.id(),
				office.id());
		this.client.get().uri(LIST).exchange().expectStatus().isUnauthorized();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|',
			value = { "?status=OVERDUE | o p", "?status=RUNNING | r a", "?status=PAUSED | s", "?status=MET | m",
					"?status=LATE | l", "?status=CANCELLED | c", "'' | o p r s a",
					"?kind=suggestion&status=OVERDUE | o", "?kind=report | p", "?rule=SUG-13 | a",
					"?dueBefore=2022-10-24 | o p", "?dueBefore=2022-10-25 | o p r s", "?holder=organ:water | p",
					"?status=OVERDUE&on=2022-10-25 | o p r", "?modifiedSince=2020-01-01T00:00:00Z | o p r s a m l c",
					"?sort=-dueOn&status=OVERDUE&on=2023-06-01 | a r p o" })
	void findsByStatusAndByWhatItIsAbout(String query, String names) {
		Deadline running = Clocks.running("organ:finance");
		List<Deadline> all = List.of(Clocks.overdue("organ:finance"),
				Clocks.of(Clocks.OBJECT, "report", "organ:water", "2022-09-26", false), running,
				Clocks.running("organ:finance").paused(Clocks.TODAY, "听证"),
				Clocks.open(Clocks.ANSWER, "organ:finance", "2022-10-10"),
				Clocks.overdue("organ:finance").done(LocalDate.of(2022, 10, 13), ""),
				Clocks.overdue("organ:finance").done(Clocks.TODAY, "出差"),
				Clocks.overdue("organ:finance").cancelled(Clocks.TODAY));
		save(all.toArray(Deadline[]::new));
		List<UUID> expected = names.chars()
			.filter(Character::isLetter)
			.mapToObj((name) -> all.get("oprsamlc".indexOf(name)).id())
			.toList();
		List<UUID> found = ids(get(Tokens.of(Role.DEPUTY_OFFICE), query));
		assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
		if (query.contains("sort")) {
			assertThat(found.getFirst()).isEqualTo(expected.getFirst());
		}
	}

	@Test
	void walksAllPagesInTheOrderOfTheLastDays() {
		List<Deadline> clocks = IntStream.range(0, 25)
			.mapToObj((i) -> Clocks.of(Clocks.ANSWER, "petition", (i % 3 == 0) ? "person:chair" : "organ:water",
					LocalDate.of(2022, 1, 1).plusDays(i % 7).toString(), i % 2 == 0))
			.toList();
		save(clocks.toArray(Deadline[]::new));
		List<String> seen = new ArrayList<>();
		List<UUID> ids = new ArrayList<>();
		String cursor = "";
		do {
			JsonNode page = get(Tokens.of(Role.CHAIR), "?limit=4" + cursor);
			items(page).forEach((item) -> seen.add(item.get("dueOn").asString() + item.get("id").asString()));
			ids.addAll(ids(page));
			cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asString() : "";
		}
		while (!cursor.isEmpty());
		assertThat(seen).isSorted();
		assertThat(ids).containsExactlyInAnyOrder(Clocks.ids(clocks.stream()
			.filter((clock) -> !clock.restricted() || clock.holder().equals(Holder.person("chair")))
			.toList()));
	}

	@Test
	void showsHowTheLastDayWasComputed() {
		save(Clocks.overdue("organ:finance"));
		JsonNode item = items(get(Tokens.of(Role.DEPUTY_OFFICE), "")).getFirst();
		assertThat(item.get("status").asString()).isEqualTo("OVERDUE");
		assertThat(item.get("limit").asString()).isEqualTo("10wd");
		assertThat(item.get("holder").asString()).isEqualTo("organ:finance");
		assertThat(item.get("citation").asString()).isNotBlank();
		assertThat(item.get("computed").get(2).get("rule").asString()).isEqualTo("TIM-01");
		assertThat(item.get("computed").get(2).get("text").get("zh").asString()).contains("2022-10-13", "调休上班");
		String csv = new String(this.client.get()
			.uri(LIST)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + Tokens.of(Role.DEPUTY_OFFICE).value())
			.header(HttpHeaders.ACCEPT, "text/csv")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody(), StandardCharsets.UTF_8);
		assertThat(csv.lines()).hasSize(2);
		assertThat(csv).contains("dueOn", "2022-10-13", "organ:finance");
	}

	@ParameterizedTest
	@CsvSource({ "?on=2022-10-13, on", "?q=财政, q", "?holder=finance, holder", "?status=GONE, /status",
			"?colour=red, colour", "?sort=holder, sort" })
	void saysWhatIsWrong(String query, String pointer) {
		this.client.get()
			.uri(LIST + query)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + Tokens.of(Role.DEPUTY_OFFICE).value())
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo(pointer);
	}

	@Test
	void publishesTheCalendar() {
		this.client.get()
			.uri("/api/v1/small/calendar?year=2022")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.announced")
			.isEqualTo(true)
			.jsonPath("$.days[?(@.date=='2022-10-08')].kind")
			.isEqualTo("WORKDAY")
			.jsonPath("$.days[?(@.date=='2022-10-01')].occasion")
			.isEqualTo("国庆节");
		this.client.get().uri("/api/v1/small/calendar").exchange().expectBody().jsonPath("$.year").isEqualTo(2022);
		this.client.get()
			.uri("/api/v1/small/calendar?year=2031")
			.exchange()
			.expectBody()
			.jsonPath("$.announced")
			.isEqualTo(false)
			.jsonPath("$.days.length()")
			.isEqualTo(0);
		this.client.get().uri("/api/v1/small/calendar?year=99999").exchange().expectStatus().isBadRequest();
	}

	@Test
	void countsAgainOnceAYearIsAnnouncedAndOnlyWhatRuns() throws Exception {
		List<Deadline> clocks = IntStream.range(0, 450).mapToObj((i) -> nextYear()).toList();
		Deadline ended = nextYear().done(LocalDate.of(2026, 12, 28), "");
		Deadline sooner = Clocks.overdue("organ:finance");
		save(clocks.toArray(Deadline[]::new));
		save(ended, sooner);
		Deadlines later = new Deadlines(this.sql, this.json,
				Clocks.calendarWith("2027-01-01,holiday,元旦\n2027-01-10,workday,元旦\n"), Clocks.at(Clocks.TODAY));
		assertThat(this.transaction.transactional(this.deadlines.recount()).block()).isFalse();
		assertThat(rows("SELECT DISTINCT due_on FROM deadline WHERE ended_on IS NULL ORDER BY 1"))
			.containsExactly("2022-10-13", "2027-01-08");
		// two copies of the service at the same time
		Mono<Boolean> all = Mono.defer(() -> this.transaction.transactional(later.recount()))
			.repeat()
			.takeWhile((more) -> more)
			.then(Mono.just(true));
		Mono.when(all, all).block();
		this.transaction.transactional(later.recount()).block();
		// Friday 1 January is off and Sunday the 10th is worked, so the tenth day is that
		// Sunday
		assertThat(rows(
				"SELECT due_on, count(*), count(unannounced) FROM deadline GROUP BY due_on, ended_on ORDER BY 1, 2"))
			.containsExactly("2022-10-13 1 0", "2027-01-08 1 1", "2027-01-10 450 0");
		assertThat(later.of("suggestion", clocks.getFirst().caseId()).block()).singleElement()
			.satisfies((clock) -> assertThat(clock.computed()).noneMatch((step) -> step.text().zh().contains("尚未公布")));
	}

	@Test
	void countsWhatIsOverdueForTheDashboards() {
		save(Clocks.overdue("organ:finance"), Clocks.overdue("organ:water"), Clocks.restricted("organ:water"),
				Clocks.running("organ:finance"), Clocks.overdue("organ:finance").paused(Clocks.TODAY, "听证"),
				Clocks.overdue("organ:finance").done(Clocks.TODAY, "出差"));
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		assertThat(new OverdueGauge(this.sql, Clocks.at(Clocks.TODAY), meters).round().block()).isFalse();
		assertThat(meters.get("renda.deadlines.overdue").tag("kind", "suggestion").gauge().value()).isEqualTo(2);
		assertThat(meters.get("renda.deadlines.overdue").tag("kind", "petition").gauge().value()).isEqualTo(1);
	}

	private static Deadline nextYear() {
		return Clocks.open(Clocks.OBJECT, "organ:finance", "2026-12-25");
	}

	private static Role role(String claim) {
		return Role.valueOf(claim.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	private void save(Deadline... clocks) {
		this.transaction.transactional(this.deadlines.save(List.of(clocks))).block();
	}

	private List<String> rows(String statement) throws Exception {
		return Clocks.rows(this.database, statement);
	}

	private JsonNode get(Tokens tokens, String query) {
		return this.client.get()
			.uri(LIST + query)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.value())
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
	}

	private static List<JsonNode> items(JsonNode page) {
		return StreamSupport.stream(page.get("items").spliterator(), false).toList();
	}

	private static List<UUID> ids(JsonNode page) {
		return items(page).stream().map((item) -> UUID.fromString(item.get("id").asString())).toList();
	}

	@TestConfiguration
	static class Today {

		@Bean
		Clock clock() {
			return Clocks.at(Clocks.TODAY);
		}

	}

}
