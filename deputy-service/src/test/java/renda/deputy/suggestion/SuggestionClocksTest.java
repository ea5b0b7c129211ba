package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.deputy.suggestion.Handling.Grade;
import renda.deputy.suggestion.Handling.Role;
import renda.deputy.suggestion.Suggestion.Party;
import renda.deputy.suggestion.Suggestion.State;
import renda.deputy.suggestion.SuggestionAction.Assignment;
import renda.deputy.suggestion.SuggestionAction.Feedback;
import renda.deputy.suggestion.SuggestionAction.Satisfaction;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static renda.deputy.suggestion.SuggestionFixtures.input;
import static renda.deputy.suggestion.SuggestionFixtures.organ;
import static renda.deputy.suggestion.SuggestionFixtures.unit;

/**
 * Which clocks start, get longer and end with each step, with the last days worked out by
 * hand from the calendar of 2022 and 2023.
 */
class SuggestionClocksTest {

	private final Map<UUID, Deadline> clocks = new LinkedHashMap<>();

	private Suggestion suggestion = Suggestion.draft(SuggestionFixtures.ID, "JY-2022-0001", day("2022-02-24"),
			SuggestionFixtures.proposal());

	@Test
	void aWholeLifeWithAnObjectionMoreTimeASecondAnswerAndAPromise() {
		take("2022-03-01", Party.LEAD, "submit", input("submit"));
		running("assignment role:deputy-office 2022-03-08");
		take("2022-03-07", Party.OFFICE, "assign",
				new Assignment(List.of(unit("water", Role.MAIN), unit("roads", Role.CO), unit("parks", Role.CO))));
		// 7 May 2022 is a Saturday that is worked
		running("objection water 2022-03-21", "objection roads 2022-03-21", "objection parks 2022-03-21",
				"answer water 2022-06-07", "co-opinion roads 2022-05-07", "co-opinion parks 2022-05-07");
		take("2022-03-08", Party.HANDLER, "name-officer", input("name-officer"));
		take("2022-03-15", Party.CO_HANDLER, organ("parks"), "object", input("object"), "");
		running("objection roads 2022-03-21", "reassignment role:deputy-office 2022-03-29", "answer water 2022-06-07",
				"co-opinion roads 2022-05-07", "co-opinion parks 2022-05-07");
		take("2022-03-16", Party.OFFICE, "reassign", input("reassign"));
		running("objection roads 2022-03-21", "objection forest 2022-03-30", "answer water 2022-06-07",
				"co-opinion roads 2022-05-07", "co-opinion forest 2022-05-16");
		take("2022-03-20", Party.CO_HANDLER, "co-opinion", input("co-opinion"));
		running("objection forest 2022-03-30", "answer water 2022-06-07", "co-opinion forest 2022-05-16");
		take("2022-03-22", Party.HANDLER, "contact",
				new SuggestionAction.Contacting(day("2022-03-22"), Handling.How.VISIT, "走访"));
		take("2022-06-01", Party.HANDLER, "extend", new SuggestionAction.Extending("涉及面广", day("2022-05-30")));
		running("objection forest 2022-03-30", "answer water 2022-09-07", "co-opinion forest 2022-05-16");
		take("2022-06-10", Party.HANDLER, "answer", SuggestionFixtures.answer(Grade.B));
		running("objection forest 2022-03-30", "co-opinion forest 2022-05-16", "promise water 2023-06-30",
				"feedback lead 2022-06-24");
		take("2022-06-13", Party.LEAD, "rate", new Feedback(Satisfaction.SATISFIED, Satisfaction.NOT, "太慢"));
		running("objection forest 2022-03-30", "co-opinion forest 2022-05-16", "promise water 2023-06-30",
				"redo water 2022-07-13");
		take("2022-06-20", Party.HANDLER, "contact",
				new SuggestionAction.Contacting(day("2022-06-20"), Handling.How.MEETING, "座谈"));
		take("2022-07-12", Party.HANDLER, "re-answer", SuggestionFixtures.answer(Grade.B));
		assertThat(this.clocks.values().stream().filter((clock) -> clock.name().equals("promise")))
			.as("the first promise is replaced")
			.hasSize(2);
		take("2022-07-20", Party.LEAD, "rate", input("rate"));
		assertThat(this.suggestion.state()).isEqualTo(State.TRACKED);
		take("2023-06-01", Party.HANDLER, "fulfil", input("fulfil"));
		take("2023-06-02", Party.OFFICE, "close", input("close"));
		assertThat(this.clocks.values()).noneMatch(Deadline::isRunning);
	}

	@Test
	void aLateStepIsTakenWithItsReasonAndMarked() {
		take("2022-03-01", Party.LEAD, "submit", input("submit"));
		Assignment units = new Assignment(List.of(unit("water", Role.SEPARATE), unit("roads", Role.SEPARATE)));
		Refusal refusal = catchThrowableOfType(Refusal.class, () -> take("2022-03-09", Party.OFFICE, "assign", units));
		assertThat(refusal.properties()).containsEntry("rule", "SUG-27");
		Decision<Suggestion, State, Party> late = take("2022-03-09", Party.OFFICE,
				SuggestionFixtures.caller(Party.OFFICE), "assign", units, "单位机构改革");
		assertThat(late.late()).extracting(Deadline::name).containsExactly("assignment");
		for (String organ : List.of("water", "roads")) {
			take("2022-03-10", Party.HANDLER, organ(organ), "contact",
					new SuggestionAction.Contacting(day("2022-03-10"), Handling.How.VISIT, "走访"), "");
		}
		take("2022-06-09", Party.HANDLER, organ("water"), "answer", SuggestionFixtures.answer(Grade.A), "");
		assertThat(this.suggestion.state()).as("each separate handler answers").isEqualTo(State.ASSIGNED);
		refusal = catchThrowableOfType(Refusal.class, () -> take("2022-06-10", Party.HANDLER, organ("roads"), "answer",
				SuggestionFixtures.answer(Grade.C), ""));
		assertThat(refusal.properties()).containsEntry("rule", "SUG-13");
		Decision<Suggestion, State, Party> answered = take("2022-06-10", Party.HANDLER, organ("roads"), "answer",
				SuggestionFixtures.answer(Grade.C), "勘察受汛期影响");
		assertThat(answered.late()).extracting((clock) -> clock.holder().text()).containsExactly("organ:roads");
		assertThat(this.suggestion.state()).isEqualTo(State.ANSWERED);
		assertThat(this.suggestion.grade(1)).as("the one that achieves least").contains(Grade.C);
	}

	@Test
	void ofTwoObjectionsTheFirstOneIsToBeDecidedFirst() {
		take("2022-03-01", Party.LEAD, "submit", input("submit"));
		take("2022-03-07", Party.OFFICE, "assign",
				new Assignment(List.of(unit("water", Role.MAIN), unit("roads", Role.CO), unit("parks", Role.CO))));
		take("2022-03-09", Party.CO_HANDLER, organ("parks"), "object", input("object"), "");
		take("2022-03-15", Party.CO_HANDLER, organ("roads"), "object", input("object"), "");
		assertThat(due("reassignment")).containsExactly("2022-03-23");
		take("2022-03-16", Party.OFFICE, "confirm-assignment", input("confirm-assignment"));
		assertThat(this.suggestion.state()).isEqualTo(State.OBJECTED);
		assertThat(due("reassignment")).as("from the day of the second objection").containsExactly("2022-03-29");
		take("2022-03-17", Party.OFFICE, "confirm-assignment", new SuggestionAction.Confirmation("roads", "职责明确"));
		assertThat(this.suggestion.state()).isEqualTo(State.ASSIGNED);
		assertThat(due("reassignment")).isEmpty();
	}

	@Test
	void whatIsTakenBackStopsEveryClock() {
		take("2022-03-01", Party.LEAD, "submit", input("submit"));
		take("2022-03-02", Party.OFFICE, "return", input("return"));
		assertThat(this.clocks.values()).noneMatch(Deadline::isRunning);
		take("2022-03-03", Party.LEAD, "revise", input("revise"));
		take("2022-03-03", Party.CO_SIGNER, "confirm", input("confirm"));
		take("2022-03-03", Party.LEAD, "submit", input("submit"));
		take("2022-03-04", Party.OFFICE, "assign", input("assign"));
		take("2022-03-05", Party.LEAD, "withdraw", input("withdraw"));
		assertThat(this.clocks.values()).noneMatch(Deadline::isRunning);
	}

	private List<String> due(String name) {
		return this.clocks.values()
			.stream()
			.filter((clock) -> clock.isRunning() && clock.name().equals(name))
			.map((clock) -> clock.dueOn().toString())
			.toList();
	}

	/**
	 * Exactly these clocks run: name, holder's code, last day.
	 */
	private void running(String... expected) {
		List<String> running = new ArrayList<>();
		this.clocks.values()
			.stream()
			.filter(Deadline::isRunning)
			.forEach((clock) -> running.add(clock.name() + " "
					+ clock.holder().text().replace("organ:", "").replace("person:", "") + " " + clock.dueOn()));
		assertThat(running).containsExactlyInAnyOrder(expected);
	}

	private Decision<Suggestion, State, Party> take(String on, Party party, String step, Record input) {
		return take(on, party, SuggestionFixtures.caller(party), step, input, "");
	}

	private Decision<Suggestion, State, Party> take(String on, Party party, Caller caller, String step, Record input,
			String lateReason) {
		Decision<Suggestion, State, Party> decision = SuggestionWorkflow.DECLARED.decide(this.suggestion,
				List.copyOf(this.clocks.values()), step, input, SuggestionFixtures.moment(party, caller, day(on)),
				lateReason, WorkingDays.ofCalendar());
		this.suggestion = decision.after();
		decision.clocks().forEach((clock) -> this.clocks.put(clock.id(), clock));
		return decision;
	}

	private static LocalDate day(String day) {
		return LocalDate.parse(day);
	}

}
