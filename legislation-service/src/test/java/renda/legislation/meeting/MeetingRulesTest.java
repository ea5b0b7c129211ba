package renda.legislation.meeting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Tabled;
import renda.legislation.meeting.AgendaItem.Again;
import renda.legislation.meeting.AgendaItem.Result;
import renda.legislation.meeting.Meeting.Attendant;
import renda.legislation.meeting.Meeting.Party;
import renda.legislation.meeting.Meeting.State;
import renda.legislation.meeting.MeetingAction.MeetingPlan;
import renda.legislation.meeting.MeetingAction.QuorumFound;
import renda.legislation.member.Body;
import renda.legislation.sitting.Announced;
import renda.legislation.sitting.Attendance.Counted;
import renda.legislation.sitting.Sitting;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.vote.Tally;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static renda.legislation.meeting.MeetingCases.ADOPTED;
import static renda.legislation.meeting.MeetingCases.BEFORE;
import static renda.legislation.meeting.MeetingCases.FROM;
import static renda.legislation.meeting.MeetingCases.PROPOSED;
import static renda.legislation.meeting.MeetingCases.ready;

/**
 * What the law asks of a meeting, rule by rule.
 */
class MeetingRulesTest {

	private static Decision<Meeting, State, Party> decide(Meeting meeting, String step, Record input, Party party,
			LocalDate on) {
		return decide(meeting, List.of(), step, input, party, on, "");
	}

	private static Decision<Meeting, State, Party> decide(Meeting meeting, List<Deadline> running, String step,
			Record input, Party party, LocalDate on, String late) {
		return MeetingWorkflow.DECLARED.decide(meeting, running, step, input, MeetingCases.moment(party, on), late,
				WorkingDays.ofCalendar());
	}

	private static Map<String, Object> refused(String rule, Runnable step) {
		try {
			step.run();
		}
		catch (Refusal refusal) {
			assertThat(refusal.status().value()).isEqualTo(422);
			assertThat(refusal.properties().get("rule")).isEqualTo(rule);
			@SuppressWarnings("unchecked")
			Map<String, Object> facts = (Map<String, Object>) refusal.properties().get("facts");
			return facts;
		}
		throw new AssertionError("not refused by " + rule);
	}

	@ParameterizedTest
	@CsvSource({ "46, 23, false", "46, 24, true", "51, 25, false", "51, 26, true", "61, 30, false", "61, 31, true" })
	void mtg02TheCommitteeMeetsWithMoreThanHalfOfAllMembers(int members, int present, boolean opens) {
		Meeting meeting = ready(State.CHECK_IN, "open");
		QuorumFound found = new QuorumFound(null, null, new Counted(members, present));
		if (opens) {
			Meeting open = decide(meeting, "open", found, Party.CHAIR, FROM).after();
			assertThat(open.state()).isEqualTo(State.OPEN);
			assertThat(open.course().opening()).isEqualTo(new Course.Opening(FROM, members, present, ""));
			assertThat(refused("MTG-02", () -> decide(meeting, "record-no-quorum", found, Party.CHAIR, FROM)))
				.containsEntry("present", present);
		}
		else {
			assertThat(refused("MTG-02", () -> decide(meeting, "open", found, Party.CHAIR, FROM)))
				.containsEntry("needed", present + 1)
				.containsEntry("members", members);
			assertThat(decide(meeting, "record-no-quorum", found, Party.CHAIR, FROM).after().state())
				.isEqualTo(State.NO_QUORUM);
		}
	}

	@ParameterizedTest
	@CsvSource({ "563, 375, false", "563, 376, true", "558, 371, false", "558, 372, true" })
	void mtg13TheCongressMeetsWithTwoThirdsOfAllDeputies(int members, int present, boolean opens) {
		Meeting meeting = ready(State.CHECK_IN, "open", Body.CONGRESS);
		Meeting prepared = meeting
			.with(meeting.course().prepared(new Course.Preparatory(FROM, List.of(new UUID(9, 1)), new UUID(9, 1))));
		QuorumFound found = new QuorumFound(null, null, new Counted(members, present));
		if (opens) {
			assertThat(decide(prepared, "open", found, Party.CHAIR, FROM).after().state()).isEqualTo(State.OPEN);
			refused("MTG-13", () -> decide(prepared, "record-no-quorum", found, Party.CHAIR, FROM));
		}
		else {
			assertThat(refused("MTG-13", () -> decide(prepared, "open", found, Party.CHAIR, FROM)))
				.containsEntry("needed", present + 1);
		}
	}

	@Test
	void mtg03AndMtg15DecideByMoreThanHalfOfAll() {
		var rules = RuleBook.statutory(FROM);
		assertThat(Decisions.of(Body.STANDING_COMMITTEE, Tabled.Deciding.OPEN)
			.outcome(51, 26, Tally.of(25, 1, 0, 0), rules)
			.passed()).as("MTG-03: one against defeats it").isFalse();
		assertThat(Decisions.of(Body.STANDING_COMMITTEE, Tabled.Deciding.SECRET)
			.outcome(51, 40, Tally.of(26, 0, 0, 14), rules)
			.passed()).isTrue();
		assertThat(Decisions.of(Body.CONGRESS, Tabled.Deciding.OPEN)
			.outcome(563, 400, Tally.of(281, 100, 19, 0), rules)
			.passed()).as("MTG-15").isFalse();
		assertThat(Decisions.of(Body.CONGRESS, Tabled.Deciding.SECRET)
			.outcome(563, 400, Tally.of(282, 118, 0, 0), rules)
			.passed()).isTrue();
		assertThat(Decisions.ALL).filteredOn((rule) -> rule.secret()).hasSize(2);
	}

	@Test
	void mtg01TheNextMeetingIsWithinTwoMonthsAndALateOneSaysWhy() {
		Meeting planned = ready(State.PLANNED, "fix-date");
		LocalDate last = LocalDate.of(2026, 1, 23);
		LocalDate from = LocalDate.of(2026, 3, 24);
		Decision<Meeting, State, Party> dated = decide(planned, "fix-date",
				new MeetingAction.MeetingDate(from, from, null, last), Party.COUNCIL, BEFORE);
		assertThat(dated.clocks()).extracting(Deadline::name).containsExactlyInAnyOrder("interval", "notice");
		Deadline interval = dated.clocks()
			.stream()
			.filter((one) -> one.name().equals("interval"))
			.findFirst()
			.orElseThrow();
		assertThat(interval.rule()).isEqualTo("MTG-01");
		assertThat(interval.dueOn()).isEqualTo(LocalDate.of(2026, 3, 23));
		Meeting checking = ready(State.CHECK_IN, "open");
		Record open = MeetingCases.input("open");
		refused("MTG-01", () -> decide(checking, List.of(interval), "open", open, Party.CHAIR, from, ""));
		assertThat(decide(checking, List.of(interval), "open", open, Party.CHAIR, from, "防汛应急").late()).hasSize(1);
		assertThat(decide(planned, "fix-date", new MeetingAction.MeetingDate(from, from, null, null), Party.COUNCIL,
				BEFORE)
			.clocks()).as("no meeting before").extracting(Deadline::name).containsExactly("notice");
	}

	private static Deadline clock(Decision<Meeting, State, Party> decision, String name) {
		return decision.clocks().stream().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();
	}

	@Test
	void mtg01AndMtg12TheLastMeetingHasAClockUntilTheNextOneHasADate() {
		Meeting open = ready(State.OPEN, "close");
		Decision<Meeting, State, Party> closed = decide(open, "close", new MeetingAction.MeetingClosed(null, false),
				Party.CHAIR, FROM);
		assertThat(closed.clocks()).extracting(Deadline::name).containsExactly("next");
		Deadline next = clock(closed, "next");
		assertThat(next.rule()).isEqualTo("MTG-01");
		assertThat(next.dueOn()).isEqualTo(FROM.plusMonths(2));
		assertThat(decide(open, "close", new MeetingAction.MeetingClosed(null, true), Party.CHAIR, FROM).clocks())
			.as("the next one has a date already")
			.isEmpty();
		Decision<Meeting, State, Party> published = decide(closed.after(), List.of(next), "publish",
				MeetingCases.input("publish"), Party.OFFICE, FROM, "");
		assertThat(published.clocks()).as("it outlives the publication").isEmpty();
		assertThat(clock(decide(published.after(), List.of(next), "next-dated", new MeetingAction.MeetingFollowed(),
				Party.COUNCIL, FROM, ""), "next")
			.isRunning()).isFalse();
		assertThat(clock(decide(published.after(), "next-undated", new MeetingAction.MeetingFollowed(), Party.COUNCIL,
				FROM.plusDays(20)), "next")
			.dueOn()).as("counted from the last day of the meeting").isEqualTo(FROM.plusMonths(2));
		Decision<Meeting, State, Party> session = decide(ready(State.OPEN, "close", Body.CONGRESS), "close",
				MeetingCases.input("close"), Party.CHAIR, FROM);
		assertThat(clock(session, "next-session").rule()).isEqualTo("MTG-12");
		assertThat(clock(session, "next-session").dueOn()).isEqualTo(LocalDate.of(2027, 12, 31));
	}

	@Test
	void mtg01ADatedMeetingIsCountedFromTheOneThatClosesBeforeIt() {
		Meeting drafted = ready(State.AGENDA_DRAFT, "recount");
		Deadline before = clock(decide(ready(State.PLANNED, "fix-date"), "fix-date", MeetingCases.input("fix-date"),
				Party.COUNCIL, BEFORE), "interval");
		Decision<Meeting, State, Party> recounted = decide(drafted, List.of(before), "recount",
				new MeetingAction.MeetingPreceded(BEFORE.plusDays(20)), Party.CHAIR, BEFORE.plusDays(20), "");
		assertThat(recounted.clocks()).filteredOn(Deadline::isRunning)
			.singleElement()
			.extracting(Deadline::startedOn)
			.isEqualTo(BEFORE.plusDays(20));
	}

	@Test
	void mtg12TheCongressMeetsEveryYearAndALateSessionSaysWhy() {
		Meeting planned = ready(State.PLANNED, "fix-date", Body.CONGRESS);
		Decision<Meeting, State, Party> dated = decide(planned, "fix-date",
				new MeetingAction.MeetingDate(FROM, FROM, null, LocalDate.of(2024, 1, 27)), Party.COUNCIL, BEFORE);
		Deadline session = clock(dated, "session");
		assertThat(session.dueOn()).isEqualTo(LocalDate.of(2025, 12, 31));
		Meeting checking = ready(State.CHECK_IN, "open", Body.CONGRESS);
		Meeting prepared = checking
			.with(checking.course().prepared(new Course.Preparatory(FROM, List.of(new UUID(9, 1)), new UUID(9, 1))));
		QuorumFound enough = new QuorumFound(null, null, new Counted(563, 400));
		refused("MTG-12", () -> decide(prepared, List.of(session), "open", enough, Party.CHAIR, FROM, ""));
		assertThat(decide(prepared, List.of(session), "open", enough, Party.CHAIR, FROM, "疫情防控").late())
			.containsExactly(session);
		assertThat(decide(planned, "fix-date", new MeetingAction.MeetingDate(FROM, FROM, null, null), Party.COUNCIL,
				BEFORE)
			.clocks()).as("no session before").extracting(Deadline::name).containsExactly("session-notice");
	}

	@Test
	void mtg16TheFirstSessionIsWithinTwoMonthsOfTheElectionOfItsDeputies() {
		MeetingPlan silent = plan(1, null);
		Meeting fresh = Meeting.planned(MeetingCases.ID, BEFORE, silent.convening(), false);
		refused("MTG-16", () -> decide(fresh, "plan", silent, Party.COUNCIL, BEFORE));
		Deadline first = clock(decide(fresh, "plan", plan(1, BEFORE.minusDays(10)), Party.COUNCIL, BEFORE),
				"first-session");
		assertThat(first.rule()).isEqualTo("MTG-16");
		assertThat(first.startedOn()).isEqualTo(BEFORE.minusDays(10));
		assertThat(first.dueOn()).isEqualTo(BEFORE.minusDays(10).plusMonths(2));
		assertThat(decide(fresh, "plan", plan(2, null), Party.COUNCIL, BEFORE).clocks()).isEmpty();
	}

	private static MeetingPlan plan(int number, @Nullable LocalDate electedOn) {
		return new MeetingPlan(Body.CONGRESS, 17, number, Convening.Kind.REGULAR, FROM, FROM, null, null, null,
				electedOn, null, 563);
	}

	@Test
	void mtg19DeputiesAreToldDateAndAgendaAMonthBeforeALateNoticeSaysWhy() {
		Deadline notice = clock(
				decide(ready(State.PLANNED, "fix-date", Body.CONGRESS), "fix-date",
						new MeetingAction.MeetingDate(FROM, FROM, null, null), Party.COUNCIL, BEFORE),
				"session-notice");
		assertThat(notice.rule()).isEqualTo("MTG-19");
		assertThat(notice.dueOn()).isEqualTo(LocalDate.of(2026, 2, 26));
		Meeting drafted = ready(State.AGENDA_DRAFT, "notify", Body.CONGRESS);
		Record none = MeetingCases.input("notify");
		assertThat(decide(drafted, List.of(notice), "notify", none, Party.OFFICE, notice.dueOn(), "").late()).isEmpty();
		LocalDate after = notice.dueOn().plusDays(1);
		refused("MTG-19", () -> decide(drafted, List.of(notice), "notify", none, Party.OFFICE, after, ""));
		assertThat(decide(drafted, List.of(notice), "notify", none, Party.OFFICE, after, "会期提前").late()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "51, 25, false", "51, 26, true", "50, 25, true", "50, 24, false" })
	void mtg30AReportWithWhichHalfOfAllMembersDoNotAgreeIsSupplementedOrMadeAnew(int members, int disagree,
			boolean returned) {
		Meeting ready = ready(State.OPEN, "conclude-item");
		Meeting open = ready.with(ready.course().opened(new Course.Opening(FROM, members, members, "")));
		MeetingAction.ItemConcluded heard = new MeetingAction.ItemConcluded(ADOPTED, Result.REPORT_HEARD, null,
				disagree, null);
		MeetingAction.ItemConcluded again = new MeetingAction.ItemConcluded(ADOPTED, Result.REPORT_RETURNED, null,
				disagree, Again.THIS_MEETING);
		if (!returned) {
			assertThat(refused("MTG-30", () -> decide(open, "conclude-item", again, Party.CHAIR, FROM)))
				.containsEntry("needed", disagree + 1);
			assertThat(decide(open, "conclude-item", heard, Party.CHAIR, FROM).after().agenda()).hasSize(2);
			return;
		}
		assertThat(refused("MTG-30", () -> decide(open, "conclude-item", heard, Party.CHAIR, FROM)))
			.containsEntry("disagree", disagree);
		refused("MTG-30",
				() -> decide(open, "conclude-item",
						new MeetingAction.ItemConcluded(ADOPTED, Result.REPORT_RETURNED, null, disagree, null),
						Party.CHAIR, FROM));
		Meeting after = decide(open, "conclude-item", again, Party.CHAIR, FROM).after();
		assertThat(after.agenda().getLast().repeats()).isEqualTo(ADOPTED);
		refused("MTG-09", () -> decide(after, "close", MeetingCases.input("close"), Party.CHAIR, FROM));
	}

	@Test
	void mtg30AReportWantedAtTheNextMeetingIsOnItsAgendaBeforeNotice() {
		Meeting drafted = ready(State.AGENDA_DRAFT, "notify");
		UUID item = new UUID(8, 40);
		MeetingAction.MeetingNotice notice = new MeetingAction.MeetingNotice(null,
				new MeetingAction.NoticeKnown(List.of(new MeetingAction.Returned(item, "某报告")), MeetingCases.HEADS));
		refused("MTG-30", () -> decide(drafted, "notify", notice, Party.OFFICE, BEFORE));
		Meeting tabled = decide(drafted, "propose-item",
				new MeetingAction.AgendaProposal(null, null, Purpose.HEAR_REPORT, "某报告（补充）", null, item, null),
				Party.COUNCIL, BEFORE)
			.after();
		assertThat(decide(tabled, "notify", notice, Party.OFFICE, BEFORE).after().state()).isEqualTo(State.NOTIFIED);
	}

	@Test
	void mtg07NoticeIsSevenDaysBeforeSpecialMeetingsAreExempt() {
		Meeting planned = ready(State.PLANNED, "fix-date");
		Deadline notice = decide(planned, "fix-date", new MeetingAction.MeetingDate(FROM, FROM, null, null),
				Party.COUNCIL, BEFORE)
			.clocks()
			.getFirst();
		assertThat(notice.dueOn()).isEqualTo(FROM.minusDays(7));
		Meeting drafted = ready(State.AGENDA_DRAFT, "notify");
		Record none = MeetingCases.input("notify");
		assertThat(decide(drafted, List.of(notice), "notify", none, Party.OFFICE, FROM.minusDays(7), "").late())
			.isEmpty();
		refused("MTG-07", () -> decide(drafted, List.of(notice), "notify", none, Party.OFFICE, FROM.minusDays(6), ""));
		assertThat(decide(drafted, List.of(notice), "notify", none, Party.OFFICE, FROM.minusDays(6), "会期提前").late())
			.extracting(Deadline::name)
			.containsExactly("notice");
		Meeting special = MeetingCases.draft(Body.STANDING_COMMITTEE, Convening.Kind.SPECIAL);
		assertThat(decide(special, "fix-date", new MeetingAction.MeetingDate(FROM, FROM, null, null), Party.COUNCIL,
				BEFORE)
			.clocks()).isEmpty();
	}

	@Test
	void mtg06ANoticeTellsTheDraftAgendaAndMtg05TheFourOrgansAttend() {
		Meeting drafted = ready(State.AGENDA_DRAFT, "notify");
		Record none = MeetingCases.input("notify");
		refused("MTG-06", () -> decide(drafted.withAgenda(List.of()), "notify", none, Party.OFFICE, BEFORE));
		Meeting notified = decide(drafted, "notify", none, Party.OFFICE, BEFORE).after();
		assertThat(notified.open()).isTrue();
		assertThat(notified.attendants()).filteredOn((one) -> one.kind() == Attendant.As.ORGAN_HEAD)
			.extracting(Attendant::organ)
			.isEqualTo(MeetingCases.HEADS);
		Meeting session = ready(State.AGENDA_DRAFT, "notify", Body.CONGRESS);
		assertThat(decide(session, "notify", none, Party.OFFICE, BEFORE).after().attendants()).hasSize(1);
		refused("MTG-05", () -> decide(notified.in(State.CHECK_IN, BEFORE, 6), "record-attendants",
				new MeetingAction.AttendantsRecorded(List.of(new MeetingAction.Came(new UUID(0, 7), true, null))),
				Party.OFFICE, FROM));
	}

	@ParameterizedTest
	@CsvSource({ "STANDING_COMMITTEE, 2026-03-19, true", "STANDING_COMMITTEE, 2026-03-20, false",
			"CONGRESS, 2026-02-26, true", "CONGRESS, 2026-02-27, false" })
	void leg23AndLeg25PapersGoToMembersSevenDaysBeforeToDeputiesAMonth(Body body, LocalDate on, boolean inTime) {
		Meeting meeting = ready(State.NOTIFIED, "send-papers", body);
		MeetingAction.AgendaPapers silent = new MeetingAction.AgendaPapers(ADOPTED, List.of(), null);
		if (inTime) {
			assertThat(decide(meeting, "send-papers", silent, Party.OFFICE, on).after()
				.item(ADOPTED)
				.orElseThrow()
				.papersSentOn()).contains(on);
			return;
		}
		assertThat(refused((body == Body.CONGRESS) ? "LEG-25" : "LEG-23",
				() -> decide(meeting, "send-papers", silent, Party.OFFICE, on)))
			.containsEntry("dueOn", on.minusDays(1));
		AgendaItem sent = decide(meeting, "send-papers", new MeetingAction.AgendaPapers(ADOPTED, List.of(), "审议意见较多"),
				Party.OFFICE, on)
			.after()
			.item(ADOPTED)
			.orElseThrow();
		assertThat(sent.papers().getFirst().lateReason()).isEqualTo("审议意见较多");
	}

	@Test
	void leg24BeforeMay2025DeputiesWereDueDraftsTwentyDaysBefore() {
		Convening session = new Convening(Body.CONGRESS, 16, 2, Convening.Kind.REGULAR, LocalDate.of(2024, 1, 24),
				LocalDate.of(2024, 1, 27), "", "", 0);
		assertThat(MeetingClocks.papersBy(session, RuleBook.statutory(LocalDate.of(2024, 1, 4))))
			.isEqualTo(LocalDate.of(2024, 1, 4));
	}

	@Test
	void mtg09OnlyWhatACaseCanBeTabledForNowIsProposedAndOnce() {
		Meeting meeting = ready(State.AGENDA_DRAFT, "propose-item");
		assertThat(refused("MTG-09", () -> decide(meeting, "propose-item", MeetingCases.proposal(Purpose.THIRD_READING),
				Party.COUNCIL, BEFORE)))
			.containsEntry("purposes", List.of(Purpose.SECOND_READING));
		Meeting tabled = decide(meeting, "propose-item", MeetingCases.proposal(Purpose.SECOND_READING), Party.COUNCIL,
				BEFORE)
			.after();
		assertThat(tabled.agenda()).hasSize(3);
		assertThat(tabled.agenda().getLast().title()).isEqualTo("某条例（草案）");
		refused("MTG-09", () -> decide(tabled, "propose-item", MeetingCases.proposal(Purpose.SECOND_READING),
				Party.COUNCIL, BEFORE));
		Meeting first = decide(meeting, "propose-item",
				new MeetingAction.AgendaProposal(null, null, Purpose.HEAR_REPORT, "听取报告", 1, null, null), Party.COUNCIL,
				BEFORE)
			.after();
		assertThat(first.agenda().getFirst().title()).isEqualTo("听取报告");
	}

	@Test
	void mtg09WhatIsNotOnTheAdoptedAgendaIsNotDealtWith() {
		Meeting open = ready(State.OPEN, "conclude-item");
		MeetingAction.ItemConcluded other = new MeetingAction.ItemConcluded(PROPOSED, Result.DELIBERATED, null, null,
				null);
		refused("MTG-09", () -> decide(open, "conclude-item", other, Party.CHAIR, FROM));
		refused("MTG-09",
				() -> decide(open, "record-sitting",
						new MeetingAction.SittingHeld(Sitting.Form.PLENARY, null, null, List.of(PROPOSED), null),
						Party.OFFICE, FROM));
		refused("MTG-09",
				() -> decide(open, "settle",
						new MeetingAction.BallotSettled(PROPOSED, new UUID(9, 9), true, Text.of("通过", "passed")),
						Party.CHAIR, FROM));
		Meeting adopted = decide(open, "adopt-agenda", new MeetingAction.AgendaAdopted(List.of(PROPOSED)), Party.CHAIR,
				FROM)
			.after();
		assertThat(decide(adopted, "conclude-item", other, Party.CHAIR, FROM).after()
			.item(PROPOSED)
			.orElseThrow()
			.conclusion()
			.result()).isEqualTo(Result.DELIBERATED);
		refused("MTG-09", () -> decide(open, "adopt-agenda", new MeetingAction.AgendaAdopted(List.of(new UUID(0, 7))),
				Party.CHAIR, FROM));
		refused("MTG-09",
				() -> decide(adopted, "remove-item", new MeetingAction.AgendaPick(PROPOSED), Party.COUNCIL, FROM));
		refused("MTG-09", () -> decide(ready(State.OPEN, "withdraw-item"), "conclude-item",
				new MeetingAction.ItemConcluded(ADOPTED, Result.DELIBERATED, null, null, null), Party.CHAIR, FROM));
	}

	@Test
	void mtg09AnItemNotPutToTheVoteHasANextStepAndNothingIsLeftWithoutAnOutcome() {
		Meeting open = ready(State.OPEN, "not-put-to-vote");
		refused("MTG-09", () -> decide(open, "not-put-to-vote", new MeetingAction.NotPutToVote(ADOPTED, "分歧较大", " "),
				Party.COUNCIL, FROM));
		assertThat(refused("MTG-09", () -> decide(open, "close", MeetingCases.input("close"), Party.CHAIR, FROM))
			.get("pending")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
		Meeting settled = decide(open, "not-put-to-vote", MeetingCases.input("not-put-to-vote"), Party.COUNCIL, FROM)
			.after();
		assertThat(decide(settled, "close", MeetingCases.input("close"), Party.CHAIR, FROM).after().state())
			.isEqualTo(State.CLOSED);
	}

	@Test
	void mtg38AnItemIsWithdrawnBeforeTheVoteAndNotAfter() {
		Meeting open = ready(State.OPEN, "withdraw-item");
		Meeting voted = decide(open, "settle", MeetingCases.input("settle"), Party.CHAIR, FROM).after();
		assertThat(voted.item(ADOPTED).orElseThrow().ballots()).hasSize(1);
		assertThat(voted.item(ADOPTED).orElseThrow().conclusion().result()).isEqualTo(Result.PASSED);
		refused("MTG-38",
				() -> decide(voted, "withdraw-item", MeetingCases.input("withdraw-item"), Party.COUNCIL, FROM));
		assertThat(decide(open, "withdraw-item", MeetingCases.input("withdraw-item"), Party.COUNCIL, FROM).after()
			.item(ADOPTED)
			.orElseThrow()
			.conclusion()
			.result()).isEqualTo(Result.WITHDRAWN);
	}

	@Test
	void mtg17ASessionOpensAfterItsPreparatoryMeetingHasAdoptedTheAgendaAndElectedThePresidium() {
		Meeting session = ready(State.CHECK_IN, "open", Body.CONGRESS);
		QuorumFound enough = new QuorumFound(null, null, new Counted(563, 400));
		refused("MTG-17", () -> decide(session, "open", enough, Party.CHAIR, FROM));
		refused("MTG-13", () -> decide(session, "hold-preparatory",
				new MeetingAction.PreparatoryMeeting(List.of(new UUID(9, 1)), new UUID(9, 1), new Counted(563, 375)),
				Party.COUNCIL, FROM));
		Meeting prepared = decide(session, "hold-preparatory", MeetingCases.input("hold-preparatory"), Party.COUNCIL,
				FROM)
			.after();
		assertThat(prepared.agenda()).allMatch(AgendaItem::isAdopted);
		assertThat(decide(prepared, "open", enough, Party.CHAIR, FROM).after().state()).isEqualTo(State.OPEN);
		refused("MTG-17", () -> decide(ready(State.CHECK_IN, "open"), "hold-preparatory",
				MeetingCases.input("hold-preparatory"), Party.COUNCIL, FROM));
	}

	@ParameterizedTest
	@CsvSource({ "'', 112, 563, false", "'', 113, 563, true", "常委会决定, 0, 563, true" })
	void mtg14AnExtraSessionIsCalledByTheCommitteeOrAFifthOfTheDeputies(String basis, int callers, int deputies,
			boolean called) {
		MeetingPlan plan = new MeetingPlan(Body.CONGRESS, 16, 4, Convening.Kind.SPECIAL, FROM, FROM, null, basis,
				callers, null, null, deputies);
		Meeting fresh = Meeting.planned(MeetingCases.ID, BEFORE, plan.convening(), false);
		if (called) {
			assertThat(decide(fresh, "plan", plan, Party.COUNCIL, BEFORE).after().state()).isEqualTo(State.PLANNED);
		}
		else {
			assertThat(refused("MTG-14", () -> decide(fresh, "plan", plan, Party.COUNCIL, BEFORE)))
				.containsEntry("needed", 113);
		}
	}

	@Test
	void mtg31LeaveIsDecidedBeforeMembersSignIn() {
		Meeting notified = ready(State.NOTIFIED, "check-in");
		assertThat(refused("MTG-31",
				() -> decide(notified, "check-in", new MeetingAction.SigningIn(1), Party.OFFICE, FROM)))
			.containsEntry("undecided", 1);
		assertThat(decide(notified, "check-in", new MeetingAction.SigningIn(0), Party.OFFICE, FROM).after()
			.course()
			.round()).isEqualTo(1);
	}

	@Test
	void mtg36WhatIsWithheldIsNotShownAndSpeechesAreConfirmedBeforePublication() {
		Meeting open = decide(ready(State.OPEN, "withhold-item"), "withhold-item",
				new MeetingAction.AgendaMark(ADOPTED, "主任会议决定"), Party.COUNCIL, FROM)
			.after();
		MeetingView shown = MeetingView.of(open, false, false);
		assertThat(shown.agenda()).extracting(MeetingView.Item::id).containsExactly(PROPOSED);
		assertThat(shown.agendaWithheld()).isEqualTo(1);
		assertThat(MeetingView.of(open, true, false).agenda()).hasSize(2);
		refused("MTG-36",
				() -> decide(open, "disclose-item", new MeetingAction.AgendaPick(PROPOSED), Party.COUNCIL, FROM));
		Meeting closed = ready(State.CLOSED, "publish");
		assertThat(refused("MTG-36", () -> decide(closed, "publish",
				new MeetingAction.MeetingPublished("纪要", List.of(), 2), Party.OFFICE, FROM)))
			.containsEntry("unconfirmed", 2);
	}

	@Test
	void aMeetingPutOffBeginsAgainWithoutItsClocksAndWithANewCalendarEntry() {
		Meeting notified = ready(State.NOTIFIED, "postpone");
		Deadline notice = decide(ready(State.PLANNED, "fix-date"), "fix-date", MeetingCases.input("fix-date"),
				Party.COUNCIL, BEFORE)
			.clocks()
			.getFirst();
		Decision<Meeting, State, Party> off = decide(notified, List.of(notice), "postpone",
				MeetingCases.input("postpone"), Party.COUNCIL, BEFORE, "");
		assertThat(off.clocks()).allMatch((clock) -> !clock.isRunning());
		assertThat(off.after().state()).isEqualTo(State.PLANNED);
		assertThat(off.after().convening().sequence()).isEqualTo(1);
		assertThat(off.after().open()).as("whoever was told learns of it").isTrue();
	}

	@Test
	void whatCalendarsAreToldEndsWhenItWasClosedAndLeavesOutWhatIsWithheld() {
		OffsetDateTime changed = OffsetDateTime.parse("2026-03-01T09:00:00+08:00");
		Meeting notified = ready(State.NOTIFIED, "check-in");
		Announced told = Meetings.announced(notified, changed);
		assertThat(told.certainty()).isEqualTo(Announced.Certainty.CONFIRMED);
		assertThat(told.to()).isEqualTo(FROM.plusDays(1));
		assertThat(told.agenda()).hasSize(2);
		assertThat(Meetings.announced(notified.with(ADOPTED, (item) -> item.withheld("主任会议决定")), changed).agenda())
			.hasSize(1);
		assertThat(Meetings.announced(notified.with(notified.course().closed(FROM.plusDays(3))), changed).to())
			.isEqualTo(FROM.plusDays(3));
		assertThat(Meetings.announced(notified.in(State.PLANNED, BEFORE, 6), changed).certainty())
			.isEqualTo(Announced.Certainty.TENTATIVE);
		assertThat(Meetings.announced(notified.in(State.CANCELLED, BEFORE, 6), changed).certainty())
			.isEqualTo(Announced.Certainty.CANCELLED);
	}

	@Test
	void namesItsMeetingsAsDocumentsDo() {
		assertThat(List.of(1, 10, 11, 20, 38, 99)
			.stream()
			.map((number) -> new Convening(Body.STANDING_COMMITTEE, 15, number, Convening.Kind.REGULAR, FROM, FROM, "",
					"", 0)
				.name()))
			.containsExactly("第十五届人大常委会第一次会议", "第十五届人大常委会第十次会议", "第十五届人大常委会第十一次会议", "第十五届人大常委会第二十次会议",
					"第十五届人大常委会第三十八次会议", "第十五届人大常委会第九十九次会议");
	}

	@Test
	void anUnknownItemIsRefusedEverywhere() {
		UUID unknown = new UUID(0, 7);
		refused("MTG-09", () -> decide(ready(State.OPEN, "send-papers"), "send-papers",
				new MeetingAction.AgendaPapers(unknown, List.of(), null), Party.OFFICE, BEFORE));
		refused("MTG-36", () -> decide(ready(State.OPEN, "withhold-item"), "withhold-item",
				new MeetingAction.AgendaMark(unknown, "决定"), Party.COUNCIL, BEFORE));
		refused("MTG-38", () -> decide(ready(State.OPEN, "withdraw-item"), "withdraw-item",
				new MeetingAction.AgendaMark(unknown, "撤回"), Party.COUNCIL, BEFORE));
		assertThatThrownBy(() -> MeetingWorkflow.DECLARED.step("vote")).isInstanceOf(Refusal.class);
		assertThat(MeetingClocks.ALL).extracting((clock) -> clock.rule())
			.contains("MTG-01", "MTG-07", "MTG-12", "MTG-16", "MTG-19");
	}

}
