package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.deputy.suggestion.Handling.Grade;
import renda.deputy.suggestion.Handling.Kind;
import renda.deputy.suggestion.Suggestion.Party;
import renda.deputy.suggestion.Suggestion.State;
import renda.deputy.suggestion.SuggestionAction.Answering;
import renda.deputy.suggestion.SuggestionAction.Assignment;
import renda.deputy.suggestion.SuggestionAction.Feedback;
import renda.deputy.suggestion.SuggestionAction.PromiseMade;
import renda.deputy.suggestion.SuggestionAction.Satisfaction;
import renda.deputy.suggestion.SuggestionAction.Seated;
import renda.deputy.suggestion.SuggestionAction.Signature;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static renda.deputy.suggestion.SuggestionFixtures.CO_SIGNER;
import static renda.deputy.suggestion.SuggestionFixtures.LEAD;
import static renda.deputy.suggestion.SuggestionFixtures.TODAY;
import static renda.deputy.suggestion.SuggestionFixtures.moment;
import static renda.deputy.suggestion.SuggestionFixtures.ready;
import static renda.deputy.suggestion.SuggestionFixtures.unit;

/**
 * What each rule refuses, and the facts it names.
 */
class SuggestionRulesTest {

	@Test
	void sug01OnlyADeputyInOfficeMakesOrSignsASuggestion() {
		Seated former = new Seated(LEAD.seat(), "前代表", "lead", "TERMINATED", false);
		for (List<Seated> known : List.of(List.of(former), List.<Seated>of())) {
			refused("SUG-01", ready(State.DRAFT, "submit"), "submit", new Signature(known), Party.LEAD);
			refused("SUG-01", ready(State.DRAFT, "confirm"), "confirm", new Signature(known), Party.CO_SIGNER);
			refused("SUG-01", ready(State.DRAFT, "draft"), "draft", draft(known), Party.LEAD);
			refused("SUG-01", ready(State.DRAFT, "invite"), "invite",
					new SuggestionAction.Invitation(List.of(new UUID(7, 13)), known), Party.LEAD);
		}
		refused("SUG-01", ready(State.DRAFT, "submit"), "submit", new Signature(null), Party.LEAD);
	}

	@Test
	void dep13ASuspendedDeputyMakesAndSignsNone() {
		List<Seated> suspended = List.of(new Seated(LEAD.seat(), "代表", "lead", "SUSPENDED", false));
		Refusal refusal = refused("DEP-13", ready(State.DRAFT, "submit"), "submit", new Signature(suspended),
				Party.LEAD);
		assertThat(refusal.properties().get("facts").toString()).contains("SUSPENDED");
		refused("DEP-13", ready(State.DRAFT, "confirm"), "confirm", new Signature(suspended), Party.CO_SIGNER);
		refused("DEP-13", ready(State.DRAFT, "draft"), "draft", draft(suspended), Party.LEAD);
	}

	@Test
	void sug02OneMatterAndNotEmpty() {
		Suggestion draft = ready(State.DRAFT, "submit");
		for (SuggestionAction.Revision text : List.of(
				new SuggestionAction.Revision("标题", " ", Proposal.Field.SOCIAL, null, true, null),
				new SuggestionAction.Revision("标题", "两件事", Proposal.Field.SOCIAL, null, false, null),
				new SuggestionAction.Revision("标题", "没有声明", Proposal.Field.SOCIAL, null, null, null))) {
			Suggestion revised = draft
				.with(draft.proposal().saying(text).answered("signer", Proposal.Answer.CONFIRMED, TODAY));
			refused("SUG-02", revised, "submit", new Signature(List.of(LEAD)), Party.LEAD);
		}
	}

	@Test
	void sug03EveryoneAskedHasSignedTheTextAsItIs() {
		Suggestion draft = ready(State.DRAFT, "submit");
		Suggestion revised = taken(draft, "revise", SuggestionFixtures.input("revise"), Party.LEAD);
		Refusal refusal = refused("SUG-03", revised, "submit", new Signature(List.of(LEAD)), Party.LEAD);
		assertThat(refusal.properties().get("facts").toString()).contains(CO_SIGNER.seat().toString());
		Suggestion signed = taken(revised, "confirm", new Signature(List.of(CO_SIGNER)), Party.CO_SIGNER);
		assertThat(taken(signed, "submit", new Signature(List.of(LEAD)), Party.LEAD).state())
			.isEqualTo(State.SUBMITTED);
		Suggestion declined = taken(revised, "decline", SuggestionFixtures.input("decline"), Party.CO_SIGNER);
		assertThat(taken(declined, "submit", new Signature(List.of(LEAD)), Party.LEAD).proposal().signed()).isEmpty();
		refused("SUG-03", draft, "invite", new SuggestionAction.Invitation(List.of(LEAD.seat()), List.of(LEAD)),
				Party.LEAD);
	}

	@Test
	void sug05GivenBackWithReasonsAndChangedBeforeItComesAgain() {
		Suggestion submitted = ready(State.SUBMITTED, "return");
		// SUG-04 and SUG-26: what is no suggestion is given back, on that ground
		for (SuggestionAction.Ground ground : SuggestionAction.Ground.values()) {
			Refusal refusal = refused("SUG-05", submitted, "return", new SuggestionAction.Returning(ground, " "),
					Party.OFFICE);
			assertThat(refusal.properties().get("facts").toString()).contains(ground.name());
		}
		Suggestion returned = taken(submitted, "return", SuggestionFixtures.input("return"), Party.OFFICE);
		assertThat(returned.intake().returns()).hasSize(1);
		refused("SUG-05", returned, "submit", new Signature(List.of(LEAD)), Party.LEAD);
		Suggestion changed = taken(returned, "revise", SuggestionFixtures.input("revise"), Party.LEAD);
		Suggestion signed = taken(changed, "confirm", new Signature(List.of(CO_SIGNER)), Party.CO_SIGNER);
		assertThat(taken(signed, "submit", new Signature(List.of(LEAD)), Party.LEAD).state())
			.isEqualTo(State.SUBMITTED);
	}

	@Test
	void sug06OnlyTheOfficeGivesItToUnits() {
		for (Party party : Party.values()) {
			if (party != Party.OFFICE) {
				Refusal refusal = refusal(ready(State.SUBMITTED, "assign"), "assign",
						SuggestionFixtures.input("assign"), party);
				assertThat(refusal.status().value()).as("SUG-06: %s", party).isEqualTo(403);
			}
		}
	}

	@Test
	void sug07OneMainHandlerWithHelpersOrAllSeparate() {
		Suggestion submitted = ready(State.SUBMITTED, "assign");
		List<Assignment> unfit = List.of(units(Handling.Role.CO), units(Handling.Role.SEPARATE),
				units(Handling.Role.MAIN, Handling.Role.MAIN), units(Handling.Role.CO, Handling.Role.CO),
				units(Handling.Role.MAIN, Handling.Role.SEPARATE), units(Handling.Role.SEPARATE, Handling.Role.CO),
				new Assignment(List.of(unit("water", Handling.Role.MAIN), unit("water", Handling.Role.CO))));
		for (Assignment assignment : unfit) {
			refused("SUG-07", submitted, "assign", assignment, Party.OFFICE);
		}
		for (Assignment fit : List.of(units(Handling.Role.MAIN),
				units(Handling.Role.MAIN, Handling.Role.CO, Handling.Role.CO),
				units(Handling.Role.SEPARATE, Handling.Role.SEPARATE))) {
			assertThat(taken(submitted, "assign", fit, Party.OFFICE).handlings()).hasSameSizeAs(fit.units());
		}
		refused("SUG-07", ready(State.OBJECTED, "reassign"), "reassign",
				new SuggestionAction.Reassignment("parks", List.of(unit("forest", Handling.Role.MAIN)), "改办"),
				Party.OFFICE);
	}

	@Test
	void sug08AnObjectionGivesReasonsAndComesBeforeTheWork() {
		Suggestion fresh = ready(State.ASSIGNED, "object");
		refused("SUG-08", fresh, "object", new SuggestionAction.Objecting(""), Party.HANDLER);
		Suggestion accepted = taken(fresh, "name-officer", SuggestionFixtures.input("name-officer"), Party.HANDLER);
		Refusal refusal = refused("SUG-08", accepted, "object", SuggestionFixtures.input("object"), Party.HANDLER);
		assertThat(refusal.properties().get("facts").toString()).contains("王工");
		Suggestion objected = taken(fresh, "object", SuggestionFixtures.input("object"), Party.HANDLER);
		refused("SUG-08", objected, "object", SuggestionFixtures.input("object"), Party.HANDLER);
	}

	@Test
	void sug09NobodyPassesItOnButTheOfficeAndOnlyAfterAnObjection() {
		Suggestion objected = ready(State.OBJECTED, "reassign");
		refused("SUG-09", objected, "reassign",
				new SuggestionAction.Reassignment("roads", List.of(unit("forest", Handling.Role.CO)), "无异议"),
				Party.OFFICE);
		refused("SUG-09", objected, "reassign",
				new SuggestionAction.Reassignment("parks", List.of(unit("roads", Handling.Role.CO)), "已在协办"),
				Party.OFFICE);
		refused("SUG-09", objected, "reassign",
				new SuggestionAction.Reassignment("parks", List.of(unit("parks", Handling.Role.CO)), "还给自己"),
				Party.OFFICE);
		refused("SUG-09", objected, "confirm-assignment", new SuggestionAction.Confirmation("water", "无异议"),
				Party.OFFICE);
		Suggestion own = taken(ready(State.ASSIGNED, "object"), "object", SuggestionFixtures.input("object"),
				Party.HANDLER);
		refused("SUG-09", own, "name-officer", SuggestionFixtures.input("name-officer"), Party.HANDLER);
		Refusal byUnit = refusal(objected, "reassign", SuggestionFixtures.input("reassign"), Party.HANDLER);
		assertThat(byUnit.status().value()).isEqualTo(403);
	}

	@Test
	void sug10And11APriorityNamesWhoLeadsAndWhoFollowsUpAndIsFixedOnce() {
		Suggestion assigned = ready(State.ASSIGNED, "prioritise");
		refused("SUG-10", assigned, "prioritise", new SuggestionAction.Prioritising("决定", null, "urban-committee"),
				Party.COUNCIL);
		refused("SUG-10", assigned, "prioritise", new SuggestionAction.Prioritising("决定", "李局长", null), Party.COUNCIL);
		Suggestion fixed = taken(assigned, "prioritise", SuggestionFixtures.input("prioritise"), Party.COUNCIL);
		refused("SUG-11", fixed, "prioritise", SuggestionFixtures.input("prioritise"), Party.COUNCIL);
	}

	@Test
	void sug12TheMainHandlerWaitsForOpinionsOrSaysWhyNot() {
		Refusal refusal = refused("SUG-12", ready(State.ASSIGNED, "answer"), "answer",
				answer(Grade.A, Kind.SOLVED, "李局长", List.of(CO_SIGNER.seat()), "", null), Party.HANDLER);
		assertThat(refusal.properties().get("facts").toString()).contains("roads", "parks");
		Suggestion once = taken(ready(State.ASSIGNED, "co-opinion"), "co-opinion",
				SuggestionFixtures.input("co-opinion"), Party.CO_HANDLER);
		refused("SUG-12", once, "co-opinion", SuggestionFixtures.input("co-opinion"), Party.CO_HANDLER);
	}

	@Test
	void sug13AnAnswerIsNotChanged() {
		Suggestion answered = taken(ready(State.OBJECTED, "answer"), "answer", SuggestionFixtures.answer(Grade.A),
				Party.HANDLER);
		assertThat(answered.state()).as("another unit's objection is open").isEqualTo(State.OBJECTED);
		refused("SUG-13", answered, "answer", SuggestionFixtures.answer(Grade.A), Party.HANDLER);
		assertThat(taken(answered, "confirm-assignment", SuggestionFixtures.input("confirm-assignment"), Party.OFFICE)
			.state()).isEqualTo(State.ANSWERED);
	}

	@Test
	void sug14MoreTimeNeedsReasonsAndThatTheDeputiesWereTold() {
		Suggestion assigned = ready(State.ASSIGNED, "extend");
		LocalDate told = SuggestionFixtures.ASSIGNED.plusDays(60);
		refused("SUG-14", assigned, "extend", new SuggestionAction.Extending("", told), Party.HANDLER);
		Refusal refusal = refused("SUG-14", assigned, "extend", new SuggestionAction.Extending("涉及面广", null),
				Party.HANDLER);
		assertThat(refusal.properties().get("facts").toString()).contains("deputiesTold=false");
		Suggestion longer = taken(assigned, "extend", SuggestionFixtures.input("extend"), Party.HANDLER);
		refused("SUG-14", longer, "extend", SuggestionFixtures.input("extend"), Party.HANDLER);
	}

	@Test
	void sug15NoAnswerWithoutATalkWithTheDeputiesInEachRound() {
		Suggestion silent = ready(State.ASSIGNED, "object");
		refused("SUG-15", silent, "answer", SuggestionFixtures.answer(Grade.A), Party.HANDLER);
		refused("SUG-15", silent, "contact",
				new SuggestionAction.Contacting(SuggestionFixtures.ASSIGNED.minusDays(1), Handling.How.PHONE, "交办之前"),
				Party.HANDLER);
		Suggestion rated = ready(State.ANSWERED, "rate");
		Suggestion again = taken(rated, "rate", new Feedback(Satisfaction.NOT, Satisfaction.NOT, "未解决"), Party.LEAD);
		Refusal refusal = refused("SUG-15", again, "re-answer", SuggestionFixtures.answer(Grade.A), Party.HANDLER);
		assertThat(refusal.properties().get("facts").toString()).contains("since=" + TODAY);
	}

	@Test
	void sug16TheClassFollowsTheKindOfAnswer() {
		Map<Kind, Grade> law = Map.of(Kind.SOLVED, Grade.A, Kind.SOLVABLE, Grade.A, Kind.PLANNED, Grade.B, Kind.CANNOT,
				Grade.C, Kind.UPPER_LEVEL, Grade.C);
		for (Kind kind : Kind.values()) {
			for (Grade grade : Grade.values()) {
				Answering in = answer(grade, kind, "李局长", List.of(CO_SIGNER.seat()), "逾期",
						(grade == Grade.B) ? new PromiseMade("完成", TODAY.plusDays(90)) : null);
				if (law.get(kind) == grade) {
					assertThat(taken(ready(State.ASSIGNED, "answer"), "answer", in, Party.HANDLER).grade(1))
						.contains(grade);
				}
				else {
					refused("SUG-16", ready(State.ASSIGNED, "answer"), "answer", in, Party.HANDLER);
				}
			}
		}
	}

	@Test
	void sug17TheHeadOfTheUnitSigns() {
		refused("SUG-17", ready(State.ASSIGNED, "answer"), "answer",
				answer(Grade.A, Kind.SOLVED, " ", List.of(CO_SIGNER.seat()), "逾期", null), Party.HANDLER);
		refused("SUG-17", ready(State.NOT_SATISFIED, "re-answer"), "re-answer",
				answer(Grade.A, Kind.SOLVED, null, List.of(CO_SIGNER.seat()), "", null), Party.HANDLER);
	}

	@Test
	void sug18EveryCoSignerGetsTheAnswer() {
		Refusal refusal = refused("SUG-18", ready(State.ASSIGNED, "answer"), "answer",
				answer(Grade.A, Kind.SOLVED, "李局长", List.of(), "逾期", null), Party.HANDLER);
		assertThat(refusal.properties().get("facts").toString()).contains(CO_SIGNER.seat().toString());
	}

	@Test
	void sug19OneRatingARoundAndTimeForItBeforeTheOfficeCloses() {
		Suggestion satisfied = taken(ready(State.ANSWERED, "rate"), "rate", SuggestionFixtures.input("rate"),
				Party.LEAD);
		assertThat(satisfied.state()).isEqualTo(State.ANSWERED);
		refused("SUG-19", satisfied, "rate", SuggestionFixtures.input("rate"), Party.LEAD);
		Suggestion unrated = ready(State.ANSWERED, "rate").in(State.ANSWERED, LocalDate.of(2022, 6, 1), 9);
		// ten working days from 1 June 2022, of which 3 to 5 June are the Dragon Boat
		// Festival
		Refusal refusal = refusal(unrated, "close", new SuggestionAction.Plain(), Party.OFFICE,
				LocalDate.of(2022, 6, 16));
		assertThat(refusal.properties()).containsEntry("rule", "SUG-19");
		assertThat(refusal.properties().get("facts").toString()).contains("2022-06-16");
		assertThat(
				taken(unrated, "close", new SuggestionAction.Plain(), Party.OFFICE, LocalDate.of(2022, 6, 17)).state())
			.isEqualTo(State.CLOSED);
	}

	@Test
	void sug20And21TheResultDecidesWhetherItIsHandledAgainAndThenEvaluated() {
		Suggestion answered = ready(State.ANSWERED, "rate");
		refused("SUG-20", answered, "rate", new Feedback(Satisfaction.SATISFIED, Satisfaction.NOT, null), Party.LEAD);
		assertThat(taken(answered, "rate", new Feedback(Satisfaction.NOT, Satisfaction.BASICALLY, null), Party.LEAD)
			.state()).as("the attitude alone decides nothing").isEqualTo(State.ANSWERED);
		assertThat(taken(answered, "rate", new Feedback(Satisfaction.SATISFIED, Satisfaction.NOT, "未解决"), Party.LEAD)
			.state()).isEqualTo(State.NOT_SATISFIED);
		Suggestion evaluation = taken(ready(State.RE_ANSWERED, "rate"), "rate",
				new Feedback(Satisfaction.NOT, Satisfaction.NOT, "仍未解决"), Party.LEAD);
		assertThat(evaluation.state()).isEqualTo(State.EVALUATION);
		refused("SUG-21", evaluation, "conclude", SuggestionFixtures.input("conclude"), Party.OFFICE);
	}

	/** SUG-22, and SUG-29 across years. */
	@Test
	void sug22And29PromisesAreTrackedUntilKept() {
		Suggestion assigned = ready(State.ASSIGNED, "answer");
		refused("SUG-22", assigned, "answer",
				answer(Grade.B, Kind.PLANNED, "李局长", List.of(CO_SIGNER.seat()), "逾期", null), Party.HANDLER);
		refused("SUG-22", assigned, "answer",
				answer(Grade.B, Kind.PLANNED, "李局长", List.of(CO_SIGNER.seat()), "逾期", new PromiseMade("完成", TODAY)),
				Party.HANDLER);
		refused("SUG-22", assigned, "answer", answer(Grade.A, Kind.SOLVED, "李局长", List.of(CO_SIGNER.seat()), "逾期",
				new PromiseMade("完成", TODAY.plusDays(9))), Party.HANDLER);
		Suggestion tracked = taken(ready(State.ANSWERED, "fulfil"), "rate", SuggestionFixtures.input("rate"),
				Party.LEAD);
		assertThat(tracked.state()).isEqualTo(State.TRACKED);
		Refusal refusal = refused("SUG-22", tracked, "close", new SuggestionAction.Plain(), Party.OFFICE);
		assertThat(refusal.properties().get("facts").toString()).contains("water");
		Suggestion kept = taken(tracked, "fulfil", SuggestionFixtures.input("fulfil"), Party.HANDLER);
		assertThat(kept.implementedOn()).contains(TODAY);
		refused("SUG-22", kept, "fulfil", SuggestionFixtures.input("fulfil"), Party.HANDLER);
		refused("SUG-22", kept, "report-progress", SuggestionFixtures.input("report-progress"), Party.HANDLER);
		assertThat(taken(kept, "close", new SuggestionAction.Plain(), Party.OFFICE).state()).isEqualTo(State.CLOSED);
	}

	@Test
	void sug24WhatItsDeputiesKeepFromThePublicIsNotPublished() {
		Suggestion secret = taken(ready(State.ANSWERED, "publish"), "set-confidential",
				SuggestionFixtures.input("set-confidential"), Party.LEAD);
		refused("SUG-24", secret, "publish", new SuggestionAction.Plain(), Party.OFFICE);
		Suggestion published = taken(ready(State.ANSWERED, "publish"), "publish", new SuggestionAction.Plain(),
				Party.OFFICE);
		refused("SUG-24", published, "publish", new SuggestionAction.Plain(), Party.OFFICE);
		refused("SUG-24", published, "set-confidential", SuggestionFixtures.input("set-confidential"), Party.LEAD);
	}

	private static SuggestionAction.Draft draft(List<Seated> known) {
		return new SuggestionAction.Draft("标题", "内容", Proposal.Field.SOCIAL, null, true, null, null, null, known);
	}

	private static Assignment units(Handling.Role... roles) {
		List<SuggestionAction.Unit> units = new ArrayList<>();
		for (Handling.Role role : roles) {
			units.add(unit("unit-" + units.size(), role));
		}
		return new Assignment(units);
	}

	private static Answering answer(Grade grade, Kind kind, String signedBy, List<UUID> copiedTo, String without,
			PromiseMade promise) {
		return new Answering(grade, kind, "答复内容", signedBy, copiedTo, without, promise);
	}

	private static Suggestion taken(Suggestion before, String step, Record input, Party party) {
		return taken(before, step, input, party, TODAY);
	}

	private static Suggestion taken(Suggestion before, String step, Record input, Party party, LocalDate on) {
		return SuggestionWorkflow.DECLARED
			.decide(before, List.of(), step, input, moment(party, on), "", WorkingDays.ofCalendar())
			.after();
	}

	private static Refusal refused(String rule, Suggestion before, String step, Record input, Party party) {
		Refusal refusal = refusal(before, step, input, party);
		assertThat(refusal.status().value()).isEqualTo(422);
		assertThat(refusal.properties()).containsEntry("rule", rule);
		return refusal;
	}

	private static Refusal refusal(Suggestion before, String step, Record input, Party party) {
		return refusal(before, step, input, party, TODAY);
	}

	private static Refusal refusal(Suggestion before, String step, Record input, Party party, LocalDate on) {
		Refusal refusal = catchThrowableOfType(Refusal.class, () -> taken(before, step, input, party, on));
		assertThat(refusal).as("%s is refused", step).isNotNull();
		return refusal;
	}

}
