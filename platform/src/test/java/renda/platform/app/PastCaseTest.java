package renda.platform.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCase;
import renda.platform.deadline.Deadline;
import renda.platform.ingest.ImportKind.Applied;
import renda.platform.ingest.ImportKind.Numbered;
import renda.platform.ingest.ImportKind.RowError;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PastCaseTest {

	private static final LocalDate MAY = LocalDate.of(2021, 5, 6);

	private static final Caller IMPORTER = new Caller("clerk", "Clerk", Set.of(Role.DEPUTY_OFFICE), Set.of(), "");

	@Test
	void aPastCaseTakesTheStepsItsRowTellsAndNoOthers() {
		Lived<Errand> life = new Row("roof", MAY, MAY, null).lived();
		assertThat(life.steps()).extracting(Lived.Past::step).containsExactly("open", "give");
		assertThat(life.steps()).extracting(Lived.Past::from).containsExactly("", "OPEN");
		assertThat(life.subject().state()).isEqualTo(Errand.State.GIVEN);
		assertThat(life.subject().version()).isEqualTo(2);
		assertThat(life.clocks()).singleElement().matches(Deadline::isRunning);
	}

	@Test
	void whatCameLateIsMarkedLateByTheLawOfItsDay() {
		Lived<Errand> life = new Row("wall", MAY, MAY, MAY.plusMonths(7)).lived();
		assertThat(life.steps().getLast().late()).containsExactly("answer");
		assertThat(life.clocks()).singleElement()
			.satisfies((clock) -> assertThat(clock.end()).isEqualTo(Deadline.End.DONE))
			.satisfies((clock) -> assertThat(clock.lateReason()).isNotBlank());
		assertThat(new Row("wall", MAY, MAY, MAY.plusDays(7)).lived().steps().getLast().late()).isEmpty();
	}

	@Test
	void stepsToldInAnyOrderAreTakenByDay() {
		PastCase<Errand, Errand.State, Errand.Party> past = PastCase.of(ErrandKind.WORKFLOW, fresh("gate", MAY),
				IMPORTER);
		past.tell("answer", MAY.plusDays(9), () -> new Errand.Words("done", null), past.organ("finance"));
		past.tell("report", MAY.plusDays(3), () -> new Errand.Words("begun", null));
		past.tell("drop", null, Errand.Nothing::new);
		past.tell("give", MAY, () -> new Errand.Give("finance"));
		past.take("open", MAY, new Errand.Open("gate"));
		assertThat(past.lastTold()).isEqualTo(MAY.plusDays(9));
		past.takeTold();
		assertThat(past.lived().steps()).extracting(Lived.Past::step)
			.containsExactly("open", "give", "report", "answer");
	}

	@Test
	void aRowWhoseDaysAreOutOfOrderIsRefusedAtTheColumnOfTheDay() {
		assertThat(refused(new Row("canal", MAY, MAY.minusDays(1), null))).singleElement().satisfies((error) -> {
			assertThat(error.line()).isEqualTo(7);
			assertThat(error.column()).isEqualTo("givenOn");
			assertThat(error.detail().en()).contains("Step “Give” (2021-05-05)").contains("step before");
		});
	}

	@Test
	void whatARuleRefusesIsRefusedAtTheColumnOfTheDayAndOfTheWholeRowWhereTwoColumnsHaveIt() {
		assertThat(refused(new Row("nobody", MAY, MAY.plusDays(1), null))).singleElement()
			.satisfies((error) -> assertThat(error.column()).isEqualTo("givenOn"))
			.satisfies((error) -> assertThat(error.detail().en()).contains("cannot be given to nobody"));
		assertThat(refused(new Row("nobody", MAY, MAY, null))).singleElement()
			.satisfies((error) -> assertThat(error.column()).isEmpty());
	}

	@Test
	void aRefusalThatNamesMembersIsAnErrorForEachColumnWithoutASlash() {
		Text why = Text.of("不可", "No");
		Refusal refusal = Refusal.invalid(List.of(new Refusal.FieldError("/matter", why),
				new Refusal.FieldError("/line/answeredOn", why), new Refusal.FieldError("/elsewhere", why)));
		assertThat(Applied.refused(new Numbered<>(3, new Row("x", MAY, null, null)), refusal).errors())
			.extracting(RowError::column)
			.containsExactly("matter", "answeredOn", "");
	}

	private static List<RowError> refused(Row row) {
		Refusal refusal = catchThrowableOfType(Refusal.class, row::lived);
		return Applied.refused(new Numbered<>(7, row), refusal).errors();
	}

	private static Errand fresh(String matter, LocalDate on) {
		return new Errand(Ids.next(), "CS-2021-0001", Errand.State.OPEN, on, 1, matter, null, List.of(), "");
	}

	record Row(String matter, LocalDate openedOn, @Nullable LocalDate givenOn, @Nullable LocalDate answeredOn) {

		Lived<Errand> lived() {
			PastCase<Errand, Errand.State, Errand.Party> past = PastCase.of(ErrandKind.WORKFLOW,
					fresh(this.matter, this.openedOn), IMPORTER);
			past.take("open", this.openedOn, new Errand.Open(this.matter));
			past.take("give", this.givenOn, new Errand.Give(this.matter));
			past.take("answer", this.answeredOn, new Errand.Words("done", null), past.organ(this.matter));
			return past.lived();
		}

	}

}
