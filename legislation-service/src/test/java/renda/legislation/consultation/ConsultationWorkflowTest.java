package renda.legislation.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.Trial;
import renda.legislation.consultation.Consultation.Form;
import renda.legislation.consultation.Consultation.Party;
import renda.legislation.consultation.Consultation.Period;
import renda.legislation.consultation.Consultation.State;
import renda.legislation.consultation.Consultation.Topic;
import renda.legislation.consultation.ConsultationAction.CarryOver;
import renda.legislation.consultation.ConsultationAction.CloseConsultation;
import renda.legislation.consultation.ConsultationAction.ExtendConsultation;
import renda.legislation.consultation.ConsultationAction.HearViews;
import renda.legislation.consultation.ConsultationAction.MarkContested;
import renda.legislation.consultation.ConsultationAction.OpenConsultation;
import renda.legislation.consultation.ConsultationAction.Summarise;
import renda.legislation.consultation.ConsultationAction.TakeUpAgain;
import renda.legislation.consultation.ConsultationAction.Waiting;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.StatuteTable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step of a consultation against the statute's table; O the office, C the
 * chairpersons' meeting. Then what the rules refuse, one by one.
 */
class ConsultationWorkflowTest {

	private static final LocalDate FROM = LocalDate.of(2022, 3, 1);

	private static final LocalDate TODAY = LocalDate.of(2022, 5, 10);

	private static final UUID ID = new UUID(1, 1);

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(ConsultationWorkflow.DECLARED,
			"/consultation/steps.csv", Map.of('O', Party.OFFICE, 'C', Party.COUNCIL));

	private final Trial<Consultation, State, Party> trial = new Trial<>(ConsultationWorkflow.DECLARED,
			(party) -> new Caller(party.name(), party.name(),
					Set.of((party == Party.OFFICE) ? Role.LEGISLATIVE_OFFICE : Role.COUNCIL), Set.of(), ""),
			TODAY);

	private static Consultation ready(State state) {
		return Consultation
			.opened(ID, "ZX-2022-0001", FROM, new Topic("bill", ID, "FA-1", "某条例（草案）", "", new UUID(1, 2)),
					new Period(FROM, FROM.plusDays(40), "公告", "", List.of()))
			.in(state, FROM.plusDays(45), 5);
	}

	private static Record input(String step) {
		return switch (step) {
			case "extend" -> new ExtendConsultation(FROM.plusDays(60), "意见较多");
			case "hear" -> heard(Form.HEARING, "各方意见", TODAY);
			case "mark-contested" -> new MarkContested(true, "分歧较大");
			case "close" -> new CloseConsultation(null);
			case "carry-over" -> new CarryOver(new UUID(1, 3));
			case "summarise" -> new Summarise("结论", new Waiting(0, 0));
			case "take-up-again" -> new TakeUpAgain("补充");
			default -> new ConsultationAction.PublishSummary();
		};
	}

	private static HearViews heard(Form form, String result, LocalDate reportedOn) {
		return new HearViews(form, FROM.plusDays(20), "会议室", "法工委", 20, List.of("居民代表"), 3, result, reportedOn);
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByTheActorsOfTheTable() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		return TABLE
			.tests((state, step, party) -> this.trial.decide(ready(state), step, input(step), party, "").state());
	}

	@Test
	void leg37ThirtyDaysOrADecisionAndOnTheDayTheyAreOver() {
		OpenConsultation said = new OpenConsultation("某条例", null, FROM, FROM.plusDays(29), "公告", null);
		assertThat(this.trial.refusedBy(lasting(29, ""), "open", said, Party.OFFICE)).isEqualTo("LEG-37");
		assertThat(this.trial.refusedBy(lasting(29, "主任会议决定"), "open", said, Party.OFFICE)).isEmpty();
		assertThat(this.trial.refusedBy(lasting(30, ""), "open", said, Party.COUNCIL)).isEmpty();
		assertThat(this.trial.refusedBy(ready(State.OPEN), "extend", new ExtendConsultation(FROM.plusDays(40), "同日"),
				Party.OFFICE))
			.isEqualTo("LEG-37");
		assertThat(this.trial.refusedBy(lasting(70, ""), "close", new CloseConsultation(" "), Party.OFFICE))
			.as("on the last day it is not over")
			.isEqualTo("LEG-37");
		assertThat(this.trial.refusedBy(lasting(69, ""), "close", new CloseConsultation(null), Party.OFFICE)).isEmpty();
		assertThat(this.trial.refusedBy(lasting(80, ""), "close", new CloseConsultation("第5号"), Party.OFFICE))
			.isEmpty();
	}

	private static Consultation lasting(int days, String decision) {
		return ready(State.OPEN).in(State.OPEN, FROM, 1)
			.with(new Period(FROM, FROM.plusDays(days), "公告", decision, List.of()));
	}

	@Test
	void leg37NoReportWhileACommentWaits() {
		Consultation closed = ready(State.CLOSED);
		for (Summarise said : List.of(new Summarise("结论", new Waiting(1, 0)), new Summarise("结论", new Waiting(0, 1)),
				new Summarise("结论", null))) {
			assertThat(this.trial.refusedBy(closed, "summarise", said, Party.OFFICE)).isEqualTo("LEG-37");
		}
	}

	@Test
	void leg39WhereOpinionsDifferGreatlyThereIsAHearingThatIsReported() {
		Consultation contested = this.trial.decide(ready(State.CLOSED), "mark-contested", input("mark-contested"),
				Party.COUNCIL, "");
		assertThat(this.trial.refusedBy(contested, "summarise", input("summarise"), Party.OFFICE)).isEqualTo("LEG-39");
		Consultation talked = this.trial.decide(contested, "hear", heard(Form.SYMPOSIUM, "", null), Party.OFFICE, "");
		assertThat(this.trial.refusedBy(talked, "summarise", input("summarise"), Party.OFFICE)).isEqualTo("LEG-39");
		Consultation heard = this.trial.decide(contested, "hear", heard(Form.HEARING, "各方意见", null), Party.OFFICE, "");
		assertThat(this.trial.refusedBy(heard, "summarise", input("summarise"), Party.OFFICE)).as("not reported")
			.isEqualTo("LEG-39");
		Consultation reported = this.trial.decide(contested, "hear", heard(Form.HEARING, "各方意见", TODAY), Party.OFFICE,
				"");
		assertThat(this.trial.refusedBy(reported, "summarise", input("summarise"), Party.OFFICE)).isEmpty();
		assertThat(this.trial.refusedBy(contested, "hear", heard(Form.HEARING, null, TODAY), Party.OFFICE))
			.isEqualTo("LEG-39");
	}

	@Test
	void leg35Leg40Leg41ViewsHeardAreKeptWithTheDeputiesWhoSatInAndAnAssessmentSaysWhatItFound() {
		assertThat(this.trial.refusedBy(ready(State.OPEN), "hear", heard(Form.ASSESSMENT, " ", null), Party.OFFICE))
			.isEqualTo("LEG-40");
		Consultation two = this.trial.decide(
				this.trial.decide(ready(State.OPEN), "hear", heard(Form.SYMPOSIUM, null, null), Party.OFFICE, ""),
				"hear", heard(Form.ASSESSMENT, "制度可行", null), Party.OFFICE, "");
		assertThat(two.heard()).as("LEG-35: each meeting at which views were heard")
			.extracting(Consultation.ViewsHeard::number)
			.containsExactly(1, 2);
		assertThat(two.heard()).as("LEG-41: the deputies who sat in")
			.extracting(Consultation.ViewsHeard::deputies)
			.containsExactly(3, 3);
		assertThat(ConsultationWorkflow.DECLARED.step("open").rules()).contains("LEG-36", "LEG-37", "LEG-38");
	}

}
