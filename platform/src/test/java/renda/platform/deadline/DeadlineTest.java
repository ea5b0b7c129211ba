package renda.platform.deadline;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DeadlineTest {

	private static final WorkingDays DAYS = WorkingDays.ofCalendar();

	private static final DeadlineRule ANSWER = DeadlineRule
		.of("answer", Text.of("答复代表", "Answer the deputy"), "SUG-13", "sug.answerMonths")
		.prolongedTo("SUG-14", "sug.hardMonths");

	private static final DeadlineRule OBJECT = DeadlineRule.of("object", Text.of("提出异议", "Object"), "SUG-08",
			"sug.rejectWd");

	private static final DeadlineRule HANDLE = DeadlineRule
		.of("handle", Text.of("办结", "Handle"), "PET-12", "pet.handleDays")
		.prolongedBy("PET-12", "pet.extendDays");

	private static final Holder FINANCE = Holder.organ("finance");

	@Test
	void runsAsLongAsTheLawOfTheDaySays() {
		Deadline clock = start(ANSWER, "2022-09-29");
		assertThat(clock.dueOn()).isEqualTo("2022-12-29");
		assertThat(clock.computed().getFirst().rule()).isEqualTo("SUG-13");
		assertThat(clock.computed().getFirst().text().zh()).startsWith("期限3个月（" + clock.citation());
		assertThat(clock.computed().getLast().day()).isEqualTo(clock.dueOn());
		assertThat(clock.isRunning()).isTrue();
	}

	@ParameterizedTest(name = "accepted on {0}: {1}, prolonged {2}")
	@CsvSource({ "2022-04-29, 2022-05-30, 2022-07-28", "2022-04-30, 2022-05-30, 2022-07-29",
			"2022-05-01, 2022-06-30, 2022-08-01", "2022-05-09, 2022-07-08, 2022-08-08" })
	void followsTheLawOfTheDayAPetitionWasAccepted(LocalDate accepted, LocalDate due, LocalDate prolonged) {
		Deadline clock = start(HANDLE, accepted.toString());
		assertThat(clock.dueOn()).isEqualTo(due);
		assertThat(clock.prolonged(HANDLE, accepted, "信访办", "复杂", rules(accepted), DAYS).dueOn()).isEqualTo(prolonged);
	}

	@Test
	void isOverdueTheDayAfterItsLastAndNotBefore() {
		Deadline clock = start(OBJECT, "2022-09-26");
		assertThat(clock.dueOn()).isEqualTo("2022-10-13");
		assertThat(clock.statusOn(day("2022-10-13"))).isEqualTo(Deadline.Status.RUNNING);
		assertThat(clock.statusOn(day("2022-10-14"))).isEqualTo(Deadline.Status.OVERDUE);
		assertThat(clock.done(day("2022-10-13"), "").statusOn(day("2022-10-20"))).isEqualTo(Deadline.Status.MET);
		Deadline late = clock.done(day("2022-10-14"), "补充材料");
		assertThat(late.statusOn(day("2022-10-20"))).isEqualTo(Deadline.Status.LATE);
		assertThat(late.isLateOn(day("2022-12-31"))).isTrue();
		assertThat(late.lateReason()).isEqualTo("补充材料");
		assertThat(clock.done(day("2022-10-13"), "").isLateOn(day("2022-12-31"))).isFalse();
		assertThat(clock.cancelled(day("2022-10-20")).statusOn(day("2022-10-20"))).isEqualTo(Deadline.Status.CANCELLED);
	}

	@Test
	void isNeverOverdueWhileItStandsStill() {
		Deadline still = start(OBJECT, "2022-03-01").paused(day("2022-03-14"), "等待说明");
		assertThat(still.statusOn(day("2022-12-01"))).isEqualTo(Deadline.Status.PAUSED);
		assertThat(still.isLateOn(day("2022-12-01"))).isFalse();
		assertThat(still.isRunning()).isTrue();
		assertThat(still.paused(day("2022-03-20"), "又一次")).isSameAs(still);
		Deadline again = still.resumed(day("2022-12-01"), DAYS);
		// 14 and 15 March were left: 1 and 2 December
		assertThat(again.dueOn()).isEqualTo("2022-12-02");
		assertThat(again.statusOn(day("2022-06-01"))).isEqualTo(Deadline.Status.PAUSED);
		assertThat(again.statusOn(day("2022-12-02"))).isEqualTo(Deadline.Status.RUNNING);
		assertThat(again.resumed(day("2022-12-05"), DAYS)).isSameAs(again);
		assertThat(again.computed()).anySatisfy((step) -> assertThat(step.text().zh()).contains("2022-03-14中止"));
	}

	@Test
	void staysLateWhereItWasOverdueBeforeItStopped() {
		Deadline still = start(OBJECT, "2022-03-01").paused(day("2022-03-16"), "等待说明");
		assertThat(still.statusOn(day("2022-04-01"))).isEqualTo(Deadline.Status.PAUSED);
		assertThat(still.isLateOn(day("2022-04-01"))).isTrue();
		assertThat(still.resumed(day("2022-04-01"), DAYS).dueOn()).isEqualTo("2022-03-15");
	}

	@Test
	void isProlongedOnceAndWithItsRule() {
		Deadline longer = prolonged(start(ANSWER, "2022-09-29"), "2022-12-29");
		assertThat(longer.dueOn()).isEqualTo("2023-03-29");
		assertThat(longer.computed().getLast().rule()).isEqualTo("SUG-14");
		assertThat(longer.prolonged()).singleElement()
			.satisfies((one) -> assertThat(one.by() + one.reason()).isEqualTo("代表办情况复杂"));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> prolonged(longer, "2023-01-01"))
			.satisfies((refusal) -> assertThat(refusal.properties()).containsEntry("rule", "SUG-14"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2022-12-30", "2023-06-01" })
	void isNotProlongedAfterItsEnd(String on) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> prolonged(start(ANSWER, "2022-09-29"), on))
			.satisfies((refusal) -> {
				assertThat(refusal.status().value()).isEqualTo(422);
				assertThat(refusal.properties()).containsEntry("rule", "SUG-14");
				assertThat(refusal.detail().zh()).contains("2022-12-29");
			});
	}

	@Test
	void isNotProlongedWithoutARuleOrWhileItStandsStill() {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> start(OBJECT, "2022-03-01").prolonged(OBJECT, day("2022-03-02"), "", "",
					rules(day("2022-03-02")), DAYS))
			.satisfies((refusal) -> assertThat(refusal.properties()).containsEntry("rule", "SUG-08"));
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> prolonged(start(ANSWER, "2022-09-29").paused(day("2022-10-10"), "听证"), "2022-10-11"))
			.satisfies((refusal) -> assertThat(refusal.detail().zh()).contains("中止"));
	}

	@Test
	void doesNothingOnceItHasEnded() {
		Deadline ended = start(ANSWER, "2022-09-29").done(day("2022-10-10"), "");
		assertThat(ended.isRunning()).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> ended.cancelled(day("2022-10-11")));
		assertThatIllegalStateException().isThrownBy(() -> ended.paused(day("2022-10-11"), "听证"));
		assertThatIllegalStateException().isThrownBy(() -> prolonged(ended, "2022-10-11"));
	}

	@Test
	void keepsAPromisedDayWhateverTheCalendarSays() {
		Deadline.Of of = new Deadline.Of("suggestion", UUID.randomUUID(), "JY-2022-0001", false);
		Deadline clock = Deadline.until(OBJECT, of, FINANCE, day("2022-09-01"), day("2022-10-01"),
				rules(day("2022-09-01")));
		assertThat(clock.dueOn()).isEqualTo("2022-10-01");
		assertThat(clock.recounted(DAYS)).isSameAs(clock);
		assertThat(clock.computed()).singleElement()
			.satisfies((step) -> assertThat(step.text().en()).contains("2022-10-01", clock.citation()));
	}

	@Test
	void isCountedAgainWhenTheYearIsAnnounced() {
		Deadline clock = start(OBJECT, "2026-12-25");
		assertThat(clock.dueOn()).isEqualTo("2027-01-08");
		WorkingDays announced = WorkingDaysTest
			.read("date,kind,occasion\n2026-01-01,holiday,元旦\n2027-01-01,holiday,元旦\n");
		Deadline again = clock.recounted(announced);
		// Friday 1 January does not count any more; the tenth is Monday 11 January
		assertThat(again.dueOn()).isEqualTo("2027-01-11");
		assertThat(again.computed()).noneMatch((step) -> step.text().zh().contains("尚未公布"));
	}

	@Test
	void isHeldByAnOrganARoleOrAPerson() {
		Caller caller = new Caller("u1", "甲", Set.of(Role.ORGAN, Role.DEPUTY_OFFICE), Set.of(), "finance");
		assertThat(Holder.of(caller)).containsExactly("person:u1", "organ:finance", "role:deputy-office", "role:organ");
		assertThat(FINANCE.isHeldBy(caller)).isTrue();
		assertThat(Holder.organ("water").isHeldBy(caller)).isFalse();
		assertThat(Holder.role(Role.DEPUTY_OFFICE).isHeldBy(caller)).isTrue();
		assertThat(Holder.person("u2").isHeldBy(caller)).isFalse();
		assertThat(Holder.of(Caller.ANONYMOUS)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "organ:finance", "role:deputy-office", "person:a:b" })
	void isWrittenInOneWord(String word) {
		assertThat(Holder.parse(word).text()).isEqualTo(word);
	}

	@ParameterizedTest
	@ValueSource(strings = { "finance", "organ:", "body:finance", ":", "" })
	void isNotAnyWord(String word) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Holder.parse(word));
	}

	private static Deadline start(DeadlineRule clock, String on) {
		return Deadline.start(clock, "suggestion", UUID.randomUUID(), "JY-2022-0001", FINANCE, day(on), rules(day(on)),
				DAYS, false);
	}

	private static Deadline prolonged(Deadline clock, String on) {
		return clock.prolonged(ANSWER, day(on), "代表办", "情况复杂", rules(day(on)), DAYS);
	}

	private static RuleSet rules(LocalDate day) {
		return RuleBook.statutory(day);
	}

	private static LocalDate day(String text) {
		return LocalDate.parse(text);
	}

}
