package renda.platform.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.platform.app.SmallApplication;
import renda.platform.event.Outbox;
import renda.platform.rule.RuleBook;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * The steps are those of platform.yml: five days before, one day after, ten days after.
 */
@ServiceTest(SmallApplication.class)
@TestPropertySource(properties = { "renda.deadline.every=1h", "renda.deadline.offices.suggestion=deputy-office" })
class EscalationTest {

	private static final LocalDate DUE = LocalDate.of(2022, 10, 13);

	@Autowired
	private Deadlines deadlines;

	@Autowired
	private Notices notices;

	@Autowired
	private DeadlineSettings settings;

	@Autowired
	private Outbox outbox;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private DatabaseClient sql;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private TestPostgres.Database database;

	@BeforeEach
	void nothingYet() throws Exception {
		// the service's own first round, which knows another today
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.meters.get("renda.worker.rounds")
				.tags("worker", "deadline-escalation", "outcome", "done")
				.counter()
				.count() >= 1);
		Clocks.execute(this.database, "DELETE FROM deadline; DELETE FROM event; DELETE FROM event_staged");
	}

	@Test
	void tellsTheHolderThenTheOfficeThenTheChair() throws Exception {
		save(Clocks.overdue("organ:finance"));
		List<String> told = new ArrayList<>();
		for (LocalDate day = DUE.minusDays(7); day.isBefore(DUE.plusDays(20)); day = day.plusDays(1)) {
			round(day);
			for (String one : rows("SELECT step, holder FROM deadline_notice ORDER BY 1, 2")) {
				if (told.stream().noneMatch((known) -> known.endsWith(one))) {
					told.add(day + " " + one);
				}
			}
		}
		assertThat(told).containsExactly("2022-10-08 due-soon organ:finance", "2022-10-14 overdue organ:finance",
				"2022-10-14 overdue role:deputy-office", "2022-10-23 long-overdue role:chair");
		assertThat(rows(
				"SELECT type, data ->> 'step', data ->> 'daysLate', data ->> 'dueOn' FROM outbox ORDER BY event_id"))
			.containsExactly("deadline.due-soon due-soon 0 2022-10-13", "deadline.overdue overdue 1 2022-10-13",
					"deadline.overdue long-overdue 10 2022-10-13");
	}

	@Test
	void takesEachStepOnceHoweverManyCopiesRun() throws Exception {
		List<Deadline> clocks = IntStream.range(0, 700).mapToObj((i) -> Clocks.overdue("organ:o" + i)).toList();
		save(clocks.toArray(Deadline[]::new));
		Mono<Void> copy = Flux.defer(() -> escalation(DUE.plusDays(11)).round())
			.repeat()
			.takeWhile((more) -> more)
			.then()
			.subscribeOn(Schedulers.parallel());
		Mono.when(copy, copy, copy).block();
		// what another copy had locked is taken by the round after
		while (round(DUE.plusDays(11))) {
			assertThat(rows("SELECT 1 FROM deadline WHERE escalated < 3")).isNotNull();
		}
		assertThat(rows("SELECT type, count(*), count(DISTINCT subject) FROM outbox GROUP BY type, data ->> 'step'"))
			.containsExactly("deadline.overdue 700 700", "deadline.overdue 700 700");
		assertThat(rows("SELECT step, count(*) FROM deadline_notice GROUP BY step ORDER BY 1"))
			.containsExactly("long-overdue 700", "overdue 1400");
		assertThat(rows("SELECT DISTINCT escalated FROM deadline")).containsExactly("3");
	}

	@Test
	void keepsNothingOfARoundThatWasCutOff() throws Exception {
		save(Clocks.overdue("organ:finance"));
		Mono<Boolean> cut = this.transaction.transactional(escalation(DUE.plusDays(1)).round()
			.then(Mono.error(new IllegalStateException("the service was ended here"))));
		assertThat(cut.map((more) -> "kept").onErrorReturn("cut").block()).isEqualTo("cut");
		assertThat(rows("SELECT * FROM deadline_notice")).isEmpty();
		assertThat(rows("SELECT * FROM outbox")).isEmpty();
		round(DUE.plusDays(1));
		round(DUE.plusDays(1));
		assertThat(rows("SELECT type FROM outbox")).containsExactly("deadline.overdue");
	}

	@Test
	void tellsNobodyOfARestrictedClockButTheHolderAndThePetitionOffice() throws Exception {
		save(Clocks.restricted("organ:water"), Clocks.overdue("person:u1"));
		round(DUE.plusDays(10));
		assertThat(rows("""
				SELECT DISTINCT deadline_notice.holder FROM deadline_notice
				JOIN deadline ON deadline.id = deadline_id WHERE restricted ORDER BY 1"""))
			.containsExactly("organ:water", "role:petition-office");
		assertThat(rows("SELECT DISTINCT audience::text FROM outbox WHERE data ->> 'case' LIKE 'petition/%'"))
			.containsExactly("{petition-office}");
		assertThat(
				rows("""
						SELECT DISTINCT 'deputy' = ANY (audience), 'organ' = ANY (audience), 'chair' = ANY (audience), data ->> 'holder'
						FROM outbox WHERE data ->> 'case' LIKE 'suggestion/%'"""))
			.containsExactly("f f t person");
	}

	@Test
	void isSilentAboutClocksThatStandStillOrHaveEnded() throws Exception {
		save(Clocks.overdue("organ:finance").paused(DUE, "听证"), Clocks.overdue("organ:finance").done(DUE, ""),
				Clocks.overdue("organ:finance").cancelled(DUE));
		round(DUE.plusDays(30));
		assertThat(rows("SELECT * FROM deadline_notice")).isEmpty();
	}

	@Test
	void warnsAgainOfALaterLastDay() throws Exception {
		Deadline clock = Clocks.open(Clocks.ANSWER, "organ:finance", "2022-09-29");
		save(clock);
		round(LocalDate.of(2022, 12, 24));
		Deadline longer = clock.prolonged(Clocks.ANSWER, LocalDate.of(2022, 12, 25), "代表办", "情况复杂",
				RuleBook.statutory(LocalDate.of(2022, 12, 25)), WorkingDays.ofCalendar());
		save(longer);
		round(LocalDate.of(2022, 12, 30));
		assertThat(rows("SELECT step, due_on FROM deadline_notice")).containsExactly("due-soon 2022-12-29");
		assertThat(told("organ:finance")).isEmpty();
		round(LocalDate.of(2023, 3, 24));
		round(LocalDate.of(2023, 3, 25));
		assertThat(rows("SELECT step, due_on FROM deadline_notice ORDER BY at")).containsExactly("due-soon 2022-12-29",
				"due-soon 2023-03-29");
		assertThat(told("organ:finance")).singleElement().satisfies((notice) -> {
			assertThat(notice.dueOn()).isEqualTo("2023-03-29");
			assertThat(notice.title().zh()).isEqualTo("答复代表");
			assertThat(notice.code()).isEqualTo(clock.code());
		});
	}

	@Test
	void showsADeskItsNoticesUntilTheClockEnds() {
		Deadline clock = Clocks.overdue("organ:finance");
		save(clock, Clocks.overdue("organ:water"));
		round(DUE.plusDays(1));
		assertThat(told("organ:finance", "person:u1")).hasSize(1);
		assertThat(told("role:deputy-office")).hasSize(2);
		assertThat(this.notices.of(List.of("organ:finance"), OffsetDateTime.now().plusDays(1)).block()).isEmpty();
		save(clock.done(DUE.plusDays(2), "出差"));
		assertThat(told("organ:finance")).isEmpty();
		assertThat(told("role:deputy-office")).hasSize(1);
	}

	@Test
	void isConfiguredWithStepsOfDifferentNames() {
		DeadlineSettings.Step step = new DeadlineSettings.Step("overdue", 1, true, false, Set.of(Role.CHAIR));
		assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineSettings(this.settings.calendar(),
				this.settings.every(), Map.of(), List.of(step, step)));
	}

	private List<Notices.Notice> told(String... holders) {
		return this.notices.of(List.of(holders), OffsetDateTime.now().minusDays(1)).block();
	}

	private boolean round(LocalDate day) {
		return escalation(day).round().block();
	}

	private Escalation escalation(LocalDate day) {
		return new Escalation(this.sql, this.transaction, this.deadlines.rows(), this.settings, this.outbox,
				Clocks.at(day));
	}

	private void save(Deadline... clocks) {
		this.transaction.transactional(this.deadlines.save(List.of(clocks))).block();
	}

	private List<String> rows(String statement) throws Exception {
		return Clocks.rows(this.database, statement);
	}

}
