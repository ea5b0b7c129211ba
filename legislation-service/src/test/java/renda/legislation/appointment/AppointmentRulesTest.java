package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.agenda.Purpose;
import renda.legislation.election.ElectionAction;
import renda.legislation.member.Body;
import renda.legislation.nomination.NominationAction;
import renda.legislation.nomination.NominationAction.Draft;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.CommitteeSeat;
import renda.legislation.personnel.Hearing;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.Nomination.Proposer;
import renda.legislation.personnel.PersonnelFile;
import renda.legislation.personnel.PersonnelFile.Papers;
import renda.legislation.personnel.Settlement;
import renda.legislation.post.PostKind;
import renda.legislation.sitting.Sitting;
import renda.legislation.tenure.TenureAction;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static renda.legislation.appointment.AppointmentFixtures.BUREAU_HEAD;
import static renda.legislation.appointment.AppointmentFixtures.CHIEF_PROCURATOR;
import static renda.legislation.appointment.AppointmentFixtures.COMMISSION_DEPUTY;
import static renda.legislation.appointment.AppointmentFixtures.COMMITTEE;
import static renda.legislation.appointment.AppointmentFixtures.COUNTY_CHIEF_PROCURATOR;
import static renda.legislation.appointment.AppointmentFixtures.JUDGE;
import static renda.legislation.appointment.AppointmentFixtures.MAYOR;
import static renda.legislation.appointment.AppointmentFixtures.MEETING;
import static renda.legislation.appointment.AppointmentFixtures.MEETING_ID;
import static renda.legislation.appointment.AppointmentFixtures.PAPERS;
import static renda.legislation.appointment.AppointmentFixtures.TODAY;
import static renda.legislation.appointment.AppointmentFixtures.VICE_MAYOR;
import static renda.legislation.appointment.AppointmentFixtures.draft;
import static renda.legislation.appointment.AppointmentFixtures.facts;
import static renda.legislation.appointment.AppointmentFixtures.input;
import static renda.legislation.appointment.AppointmentFixtures.moment;
import static renda.legislation.appointment.AppointmentFixtures.nomination;
import static renda.legislation.appointment.AppointmentFixtures.nominator;
import static renda.legislation.appointment.AppointmentFixtures.organ;
import static renda.legislation.appointment.AppointmentFixtures.ready;
import static renda.legislation.appointment.AppointmentFixtures.vote;

/**
 * The guards of the statute one by one, each by its rule.
 */
class AppointmentRulesTest {

	@ParameterizedTest
	@CsvSource({ "vice-mayor, APT-01, court", "government-member, APT-03, court",
			"commission-deputy, APT-04, government", "judge, APT-05, procuratorate",
			"county-chief-procurator, APT-05, government", "special-committee, APT-07, government" })
	void onlyTheCompetentNominatorNominates(String code, String rule, String wrong) {
		PostKind kind = kind(code);
		Act act = kind.means() == PostKind.Means.APPROVE ? Act.APPROVE : Act.APPOINT;
		assertThat(refusal(() -> drafted(act, kind, organ(wrong), facts()))).isEqualTo(rule);
		assertThat(drafted(act, kind, nominator(act, kind), facts()).after().state()).isEqualTo(State.DRAFT);
		assertThat(refusal(() -> decide(
				Appointment.draft(AppointmentFixtures.ID, "RM-2026-0001", AppointmentFixtures.FILED,
						nomination(act, kind, organ(wrong)), PersonnelFile.of(PAPERS)),
				"file", input("file"), Party.NOMINATOR)))
			.isEqualTo(rule);
	}

	@Test
	void apt02ActingHeadsAreNominatedByTheChairpersonsMeetingFromTheOrgansDeputies() {
		assertThat(refusal(() -> drafted(Act.ACTING, MAYOR, organ("government"), facts()))).isEqualTo("APT-02");
		assertThat(refusal(() -> drafted(Act.APPOINT, MAYOR, organ("government"), facts())))
			.as("a mayor is elected, not appointed")
			.isEqualTo("APT-02");
		Appointment filed = draft(Act.ACTING, MAYOR).in(State.FILED, TODAY, 2);
		assertThat(refusal(() -> decide(filed, "check", input("check"), Party.OFFICE))).isEqualTo("APT-02");
		assertThat(decide(filed, "check", input("check", deputising("mayor")), Party.OFFICE).after().state())
			.isEqualTo(State.CHECKED);
	}

	@Test
	void apt06TheMembersOfANewGovernmentAreNominatedWithinTwoMonths() {
		Draft in = new Draft(Act.APPOINT, "p-1", "钱甲", null, "fgw-1", MEETING, LocalDate.of(2026, 1, 20), null, null,
				PAPERS, facts());
		List<Deadline> clocks = decide(draft(Act.APPOINT, BUREAU_HEAD), "draft", in, Party.NOMINATOR).clocks();
		assertThat(clocks).extracting(Deadline::rule).containsExactlyInAnyOrder("APT-09", "APT-06");
		assertThat(clocks).filteredOn((clock) -> clock.rule().equals("APT-06"))
			.extracting(Deadline::dueOn)
			.containsExactly(LocalDate.of(2026, 3, 20));
	}

	@Test
	void apt08ResignationsAreWrittenByThePersonAndFiledWithTheCongress() {
		assertThat(refusal(() -> drafted(Act.RESIGNATION, VICE_MAYOR, organ("government"), facts())))
			.isEqualTo("APT-08");
		assertThat(refusal(() -> drafted(Act.RESIGNATION, JUDGE, nominator(Act.RESIGNATION, JUDGE), facts())))
			.as("a judge is dismissed on a nomination")
			.isEqualTo("APT-08");
		Appointment resigned = decide(draft(Act.RESIGNATION, VICE_MAYOR).in(State.DELIBERATED, TODAY, 5), "dismiss",
				input("dismiss"), Party.CHAIR)
			.after();
		assertThat(resigned.state()).isEqualTo(State.DISMISSED);
		Appointment announced = announced(resigned);
		assertThat(refusal(() -> decide(announced, "complete", input("complete"), Party.OFFICE))).isEqualTo("APT-08");
		Appointment filed = decide(announced, "file-record",
				new TenureAction.File(Settlement.FiledWith.To.CONGRESS, "备案1号"), Party.OFFICE)
			.after();
		assertThat(decide(filed, "complete", input("complete"), Party.OFFICE).after().state())
			.isEqualTo(State.COMPLETED);
		assertThat(refusal(() -> decide(filed, "file-record",
				new TenureAction.File(Settlement.FiledWith.To.CONGRESS, "备案2号"), Party.OFFICE)))
			.isEqualTo("APT-08");
	}

	@Test
	void apt08TheChiefProcuratorsResignationIsApprovedAbove() {
		Decision<Appointment, State, Party> decided = decide(
				draft(Act.RESIGNATION, CHIEF_PROCURATOR).in(State.DELIBERATED, TODAY, 5), "dismiss", input("dismiss"),
				Party.CHAIR);
		assertThat(decided.after().state()).isEqualTo(State.APPROVAL_NEEDED);
		assertThat(decided.after().passedOn()).as("it does not hold yet").isEmpty();
		assertThat(decided.clocks()).isEmpty();
		Decision<Appointment, State, Party> above = decide(decided.after(), "record-upper-decision",
				input("record-upper-decision"), Party.OFFICE);
		assertThat(above.after().state()).isEqualTo(State.DISMISSED);
		assertThat(above.after().passedOn()).contains(TODAY);
		assertThat(decide(decided.after(), "record-upper-decision", new TenureAction.Upper(false, "省人大常委会", "批复2号"),
				Party.OFFICE)
			.after()
			.state()).isEqualTo(State.APPROVAL_REFUSED);
	}

	@Test
	void apt09AFileIsCompleteAndTenDaysBeforeTheMeeting() {
		Appointment bare = draft(Act.APPOINT, BUREAU_HEAD)
			.with(PersonnelFile.of(new Papers("表", " ", null, null, null, null)));
		assertThat(refusal(() -> decide(bare, "file", input("file"), Party.NOMINATOR))).isEqualTo("APT-09");
		assertThat(bare.file().missing(bare.nomination())).containsExactly("reasons", "evaluation");
		Decision<Appointment, State, Party> drafted = drafted(Act.APPOINT, BUREAU_HEAD, organ("government"), facts());
		assertThat(drafted.clocks()).extracting(Deadline::dueOn).containsExactly(MEETING.minusDays(10));
		Refusal late = catchThrowableOfType(Refusal.class,
				() -> AppointmentWorkflow.DECLARED.decide(drafted.after(), drafted.clocks(), "file", input("file"),
						moment(Party.NOMINATOR, MEETING.minusDays(9)), "", WorkingDays.ofCalendar()));
		assertThat(late.properties()).containsEntry("rule", "APT-09");
		assertThat(AppointmentWorkflow.DECLARED
			.decide(drafted.after(), drafted.clocks(), "file", input("file"),
					moment(Party.NOMINATOR, MEETING.minusDays(9)), "急需", WorkingDays.ofCalendar())
			.late()).hasSize(1);
		assertThat(AppointmentWorkflow.DECLARED
			.decide(drafted.after(), drafted.clocks(), "file", input("file"),
					moment(Party.NOMINATOR, MEETING.minusDays(10)), "", WorkingDays.ofCalendar())
			.late()).isEmpty();
	}

	@Test
	void apt10ThePublicNoticeIsKeptInTheFile() {
		assertThat(draft(Act.APPOINT, BUREAU_HEAD).file().publicity()).isEqualTo("公示无异议");
	}

	@Test
	void apt09OnlyWhoHoldsAPostLeavesIt() {
		Appointment filed = draft(Act.DISMISS, JUDGE).in(State.FILED, TODAY, 2);
		assertThat(refusal(() -> decide(filed, "check", input("check", with((it) -> new AppointmentFacts(0, false,
				it.deputises(), false, false, List.of(), false, true, 60, 51, 0, false, null))), Party.OFFICE)))
			.isEqualTo("APT-09");
	}

	@Test
	void apt11And12CandidatesPassTheLawExaminationOrSitItAgain() {
		Appointment checked = draft(Act.APPOINT, BUREAU_HEAD).in(State.CHECKED, TODAY, 3);
		AppointmentFacts never = new AppointmentFacts(0, true, List.of(), false, false, List.of(), false, false, 60, 51,
				0, false, null);
		assertThat(refusal(() -> decide(checked, "table", input("table", never), Party.COUNCIL))).isEqualTo("APT-11");
		Appointment failed = decide(checked, "examine", new NominationAction.Exam(59, null, "任前培训", never),
				Party.OFFICE)
			.after();
		assertThat(failed.state()).isEqualTo(State.EXAM_FAILED);
		Appointment passed = decide(failed, "examine", new NominationAction.Exam(60, null, null, never), Party.OFFICE)
			.after();
		assertThat(passed.state()).isEqualTo(State.EXAM_PASSED);
		assertThat(passed.file().exams()).extracting(PersonnelFile.LawExam::training).containsExactly("任前培训", "");
		assertThat(decide(passed, "table", input("table", never), Party.COUNCIL).after().state())
			.isEqualTo(State.TABLED);
		assertThat(decide(checked, "table", input("table"), Party.COUNCIL).after().state())
			.as("passed earlier in the term")
			.isEqualTo(State.TABLED);
		Appointment dismissal = draft(Act.DISMISS, JUDGE).in(State.CHECKED, TODAY, 3);
		assertThat(refusal(() -> decide(dismissal, "examine", input("examine"), Party.OFFICE))).isEqualTo("APT-11");
		assertThat(decide(dismissal, "table", input("table", never), Party.COUNCIL).after().state())
			.isEqualTo(State.TABLED);
	}

	@Test
	void mtg35AMemberOfTheStandingCommitteeResignsBeforeHoldingAPostInTheFourOrgans() {
		Appointment filed = draft(Act.APPOINT, BUREAU_HEAD).in(State.FILED, TODAY, 2);
		AppointmentFacts account = new AppointmentFacts(0, true, List.of(), true, true, List.of(), false, true, 60, 51,
				0, false, null);
		AppointmentFacts name = new AppointmentFacts(0, true, List.of(), false, true, List.of(), false, true, 60, 51, 0,
				false, null);
		assertThat(refusal(() -> decide(filed, "check", new NominationAction.Check("", "另有其人", account), Party.OFFICE)))
			.isEqualTo("MTG-35");
		assertThat(refusal(() -> decide(filed, "check", new NominationAction.Check("", " ", name), Party.OFFICE)))
			.isEqualTo("MTG-35");
		Appointment cleared = decide(filed, "check", new NominationAction.Check("", "同名，另有其人", name), Party.OFFICE)
			.after();
		assertThat(refusal(() -> decide(cleared, "table", input("table", account), Party.COUNCIL))).isEqualTo("MTG-35");
		assertThat(decide(cleared, "table", input("table", name), Party.COUNCIL).after().state())
			.isEqualTo(State.TABLED);
		assertThat(decide(draft(Act.APPOINT, COMMITTEE).in(State.FILED, TODAY, 2), "check", input("check", account),
				Party.OFFICE)
			.after()
			.state()).as("a post in the congress's own bodies is open to members").isEqualTo(State.CHECKED);
	}

	@Test
	void apt13ItIsIntroducedAndDeliberatedOnAtAMeetingThatHasAdoptedIt() {
		Appointment tabled = ready(State.TABLED, "introduce");
		for (Sitting wrong : new Sitting[] { null, AppointmentFixtures.sitting(false, true),
				AppointmentFixtures.sitting(true, false),
				new Sitting(MEETING_ID, "CWH-16-01", "会议", Body.STANDING_COMMITTEE, 16, 1, MEETING, MEETING, true, 51,
						48, List.of(new Sitting.Item(new UUID(1, 1), "appointment", AppointmentFixtures.ID,
								Purpose.DISMISS, true, null))) }) {
			AppointmentFacts at = new AppointmentFacts(0, true, List.of(), false, false, List.of(), false, true, 60, 51,
					0, false, wrong);
			assertThat(refusal(() -> decide(tabled, "introduce", input("introduce", at), Party.NOMINATOR)))
				.isEqualTo("APT-13");
			assertThat(refusal(() -> decide(ready(State.INTRODUCED, "deliberate"), "deliberate",
					input("deliberate", at), Party.OFFICE)))
				.isEqualTo("APT-13");
		}
		Appointment introduced = decide(tabled, "introduce", input("introduce"), Party.NOMINATOR).after();
		assertThat(decide(introduced, "answer", input("answer"), Party.NOMINATOR).after().hearing().questions())
			.extracting(Hearing.QuestionAnswered::answer)
			.containsExactly("答");
	}

	@Test
	void apt14CandidatesForMainPostsSpeakBeforeTheVote() {
		Appointment silent = decide(ready(State.TABLED, "introduce"), "introduce", input("introduce"), Party.NOMINATOR)
			.after();
		assertThat(refusal(() -> decide(silent, "deliberate", input("deliberate"), Party.OFFICE))).isEqualTo("APT-14");
		assertThat(
				refusal(() -> decide(silent, "make-statement", new AppointmentAction.Speech(" ", true), Party.OFFICE)))
			.isEqualTo("APT-14");
		Appointment spoken = decide(silent, "make-statement", input("make-statement"), Party.OFFICE).after();
		assertThat(decide(spoken, "deliberate", input("deliberate"), Party.OFFICE).after().state())
			.isEqualTo(State.DELIBERATED);
		Appointment judge = draft(Act.APPOINT, JUDGE).in(State.INTRODUCED, TODAY, 5);
		assertThat(decide(judge, "deliberate", input("deliberate"), Party.OFFICE).after().state())
			.as("a judge need not")
			.isEqualTo(State.DELIBERATED);
		Appointment dismissal = draft(Act.DISMISS, BUREAU_HEAD).in(State.INTRODUCED, TODAY, 5);
		assertThat(refusal(() -> decide(dismissal, "make-statement", input("make-statement"), Party.OFFICE)))
			.isEqualTo("APT-14");
		assertThat(decide(dismissal, "deliberate", input("deliberate"), Party.OFFICE).after().state())
			.isEqualTo(State.DELIBERATED);
		assertThat(refusal(() -> decide(announced(dismissal.in(State.DISMISSED, TODAY, 7)), "commit", input("commit"),
				Party.OFFICE)))
			.isEqualTo("APT-14");
	}

	@Test
	void apt15WhatIsInDoubtIsNotPutToTheVoteAndMayComeBack() {
		Appointment deliberated = ready(State.DELIBERATED, "not-put");
		assertThat(
				refusal(() -> decide(deliberated, "not-put", new AppointmentAction.Doubt("有疑点", null), Party.COUNCIL)))
			.isEqualTo("APT-15");
		Appointment held = decide(deliberated, "not-put", input("not-put"), Party.COUNCIL).after();
		assertThat(held.state()).isEqualTo(State.NOT_PUT);
		assertThat(decide(held, "table", input("table"), Party.COUNCIL).after().state()).isEqualTo(State.TABLED);
		Appointment complained = decide(deliberated, "record-complaint", input("record-complaint"), Party.OFFICE)
			.after();
		assertThat(refusal(
				() -> decide(complained, "verify-complaint", new NominationAction.Finding(2, "x"), Party.OFFICE)))
			.isEqualTo("APT-15");
		Appointment verified = decide(complained, "verify-complaint", input("verify-complaint"), Party.NOMINATOR)
			.after();
		assertThat(verified.file().complaints()).extracting(PersonnelFile.Complaint::finding).containsExactly("查无实据");
		assertThat(refusal(() -> decide(verified, "verify-complaint", input("verify-complaint"), Party.NOMINATOR)))
			.isEqualTo("APT-15");
	}

	@Test
	void mtg38WhatIsTabledIsTakenBackWithConsent() {
		NominationAction.Withdraw alone = new NominationAction.Withdraw("工作变动", " ");
		assertThat(refusal(() -> decide(ready(State.TABLED, "withdraw"), "withdraw", alone, Party.NOMINATOR)))
			.isEqualTo("MTG-38");
		assertThat(decide(ready(State.CHECKED, "withdraw"), "withdraw", alone, Party.NOMINATOR).after().state())
			.isEqualTo(State.WITHDRAWN);
	}

	@Test
	void apt16MoreThanHalfOfAllMembersCarryIt() {
		Appointment deliberated = ready(State.DELIBERATED, "appoint");
		assertThat(refusal(
				() -> decide(deliberated, "appoint", new AppointmentAction.Voted(vote(25), facts()), Party.CHAIR)))
			.isEqualTo("APT-16");
		assertThat(refusal(
				() -> decide(deliberated, "not-approve", new AppointmentAction.Voted(vote(26), facts()), Party.CHAIR)))
			.isEqualTo("APT-16");
		Decision<Appointment, State, Party> passed = decide(deliberated, "appoint", input("appoint"), Party.CHAIR);
		assertThat(passed.after().passedOn()).contains(TODAY);
		assertThat(refusal(() -> decide(deliberated, "dismiss", input("dismiss"), Party.CHAIR))).isEqualTo("APT-16");
		assertThat(refusal(() -> decide(ready(State.DELIBERATED, "dismiss"), "appoint", input("appoint"), Party.CHAIR)))
			.isEqualTo("APT-16");
	}

	@Test
	void apt17OnlySomePostsAreVotedOnTogether() {
		assertThat(refusal(
				() -> decide(ready(State.TABLED, "introduce"), "list-together", input("list-together"), Party.COUNCIL)))
			.isEqualTo("APT-17");
		Appointment listed = decide(ready(State.TABLED, "list-together"), "list-together", input("list-together"),
				Party.COUNCIL)
			.after();
		assertThat(refusal(() -> decide(listed, "list-together", input("list-together"), Party.COUNCIL)))
			.isEqualTo("APT-17");
		Appointment alone = decide(listed, "vote-singly", input("vote-singly"), Party.COUNCIL).after();
		assertThat(refusal(() -> decide(alone, "vote-singly", input("vote-singly"), Party.COUNCIL)))
			.isEqualTo("APT-17");
		assertThat(decide(listed, "introduce",
				input("introduce",
						new AppointmentFacts(0, true, List.of(), false, false, List.of(), false, true, 60, 51, 0, false,
								new Sitting(MEETING_ID, "CWH-16-01", "会议", Body.STANDING_COMMITTEE, 16, 1, MEETING,
										MEETING, true, 51, 48,
										List.of(new Sitting.Item(new UUID(1, 1), "appointment", new UUID(4, 4),
												Purpose.APPOINT, true, null))))),
				Party.NOMINATOR)
			.after()
			.state()).as("it is on the agenda with its list").isEqualTo(State.INTRODUCED);
	}

	@Test
	void apt18ADismissalFromAPostComesBeforeTheNextAppointment() {
		AppointmentFacts held = new AppointmentFacts(1, true, List.of(), false, false, List.of(), false, true, 60, 51,
				0, false, null);
		AppointmentFacts leaving = new AppointmentFacts(1, true, List.of(), false, false, List.of(), true, true, 60, 51,
				0, false, null);
		Appointment filed = draft(Act.APPOINT, BUREAU_HEAD).in(State.FILED, TODAY, 2);
		assertThat(refusal(() -> decide(filed, "check", input("check", held), Party.OFFICE))).isEqualTo("APT-18");
		assertThat(decide(filed, "check", input("check", leaving), Party.OFFICE).after().state())
			.isEqualTo(State.CHECKED);
		assertThat(refusal(
				() -> decide(ready(State.DELIBERATED, "appoint"), "appoint", input("appoint", leaving), Party.CHAIR)))
			.isEqualTo("APT-18");
	}

	@Test
	void apt19WhoFailedComesBackAfterSixMonthsAndNotAfterASecondTime() {
		Appointment failed = ready(State.NOT_APPROVED, "renominate");
		LocalDate first = LocalDate.of(2026, 3, 26);
		assertThat(refusal(() -> renominated(failed, List.of(first), first.plusMonths(6).minusDays(1))))
			.isEqualTo("APT-19");
		Appointment again = renominated(failed, List.of(first), first.plusMonths(6)).after();
		assertThat(again.state()).isEqualTo(State.FILED);
		assertThat(again.hearing()).isEqualTo(Hearing.NONE);
		assertThat(refusal(() -> renominated(failed, List.of(first, first.plusMonths(7)), first.plusMonths(20))))
			.isEqualTo("APT-19");
		assertThat(refusal(
				() -> decide(draft(Act.APPOINT, BUREAU_HEAD), "file", input("file", failedOn(first)), Party.NOMINATOR)))
			.as("nor by a new draft")
			.isEqualTo("APT-19");
		assertThat(decide(draft(Act.DISMISS, JUDGE), "file", input("file", failedOn(first)), Party.NOMINATOR).after()
			.state()).as("only appointments").isEqualTo(State.FILED);
		assertThat(refusal(() -> decide(failed, "renominate", new NominationAction.Again(
				new Papers("表", null, null, null, null, null), MEETING.plusMonths(8), facts()), Party.NOMINATOR)))
			.isEqualTo("APT-09");
	}

	@Test
	void apt20NothingIsPublicBeforeItIsAnnounced() {
		Appointment appointed = ready(State.APPOINTED, "announce");
		assertThat(appointed.isPublic()).isFalse();
		assertThat(decide(appointed, "announce", input("announce"), Party.CHAIR).after().isPublic()).isTrue();
	}

	@Test
	void apt21TheOrgansAreToldWithinThreeDays() {
		Decision<Appointment, State, Party> passed = decide(ready(State.DELIBERATED, "appoint"), "appoint",
				input("appoint"), Party.CHAIR);
		assertThat(passed.clocks()).extracting(Deadline::dueOn).containsExactly(LocalDate.of(2026, 3, 30));
		assertThat(passed.clocks()).extracting(Deadline::rule).containsExactly("APT-21");
		Decision<Appointment, State, Party> told = AppointmentWorkflow.DECLARED.decide(passed.after(), passed.clocks(),
				"notify", input("notify"), moment(Party.OFFICE, TODAY), "", WorkingDays.ofCalendar());
		assertThat(told.clocks()).allMatch((clock) -> !clock.isRunning());
		assertThat(refusal(() -> decide(told.after(), "notify", input("notify"), Party.OFFICE))).isEqualTo("APT-21");
		assertThat(refusal(() -> decide(announced(draft(Act.DISMISS, JUDGE).in(State.DISMISSED, TODAY, 8), false),
				"complete", input("complete"), Party.OFFICE)))
			.isEqualTo("APT-21");
	}

	@Test
	void apt22And23TheChairSignsACertificateOnceAndItIsHandedOver() {
		Appointment announced = ready(State.ANNOUNCED, "certify");
		Appointment certified = decide(announced, "certify", new TenureAction.Certify(TODAY), Party.CHAIR).after();
		assertThat(certified.settlement().certificate())
			.isEqualTo(new Settlement.Certificate("RM-2026-0001-Z", "王主任", TODAY, TODAY));
		assertThat(certified.state()).isEqualTo(State.CERTIFIED);
		Appointment sworn = decide(certified, "swear", input("swear"), Party.COUNCIL).after();
		assertThat(refusal(() -> decide(sworn, "certify", input("certify"), Party.CHAIR))).isEqualTo("APT-22");
		assertThat(refusal(() -> decide(ready(State.ANNOUNCED, "complete"), "certify", input("certify"), Party.CHAIR)))
			.as("no certificate for a dismissal")
			.isEqualTo("APT-22");
		Appointment swornFirst = decide(announced, "swear", input("swear"), Party.COUNCIL).after();
		assertThat(decide(swornFirst, "certify", input("certify"), Party.CHAIR).after().state())
			.isEqualTo(State.IN_OFFICE);
	}

	@Test
	void mtg35AMemberGivenAPostInTheFourOrgansHasToResignByTheNextMeeting() {
		Appointment given = ready(State.APPOINTED, "announce");
		CommitteeSeat seat = CommitteeSeat.found(new UUID(8, 8), true);
		Decision<Appointment, State, Party> announced = decide(given, "announce",
				new TenureAction.Announce("公告〔2026〕1号", seat), Party.OFFICE);
		assertThat(announced.after().settlement().openSeat()).contains(seat);
		assertThat(announced.clocks()).filteredOn((clock) -> clock.name().equals("resignation"))
			.singleElement()
			.satisfies((clock) -> {
				assertThat(clock.rule()).isEqualTo("MTG-35");
				assertThat(clock.dueOn()).isEqualTo(TODAY.plusMonths(2));
				assertThat(clock.holder().text()).isEqualTo("role:personnel-office");
			});
		Decision<Appointment, State, Party> nobody = decide(given, "announce",
				new TenureAction.Announce("公告〔2026〕1号", null), Party.OFFICE);
		assertThat(nobody.clocks()).noneMatch((clock) -> clock.name().equals("resignation"));
	}

	@Test
	void mtg35TheSeatIsGivenUpOnceTheRollSaysSoAndANamesakeKeepsIt() {
		Appointment sworn = ready(State.IN_OFFICE, "record-resignation");
		assertThat(refusal(
				() -> decide(sworn, "record-resignation", new TenureAction.Resigned("接受辞职", null), Party.OFFICE)))
			.as("still on the roll")
			.isEqualTo("MTG-35");
		Appointment resigned = decide(sworn, "record-resignation", input("record-resignation"), Party.OFFICE).after();
		assertThat(resigned.settlement().openSeat()).isEmpty();
		assertThat(refusal(() -> decide(resigned, "record-resignation", input("record-resignation"), Party.OFFICE)))
			.isEqualTo("MTG-35");
		assertThat(refusal(() -> decide(sworn, "identify-member", input("identify-member"), Party.OFFICE)))
			.as("the account is the person's")
			.isEqualTo("MTG-35");
		Appointment namesake = ready(State.IN_OFFICE, "identify-member");
		assertThat(refusal(() -> decide(namesake, "record-resignation", input("record-resignation"), Party.OFFICE)))
			.as("not found out yet")
			.isEqualTo("MTG-35");
		Appointment other = decide(namesake, "identify-member", new TenureAction.Identify(false, "身份证号不同"),
				Party.OFFICE)
			.after();
		assertThat(other.settlement().openSeat()).isEmpty();
		Appointment same = decide(namesake, "identify-member", input("identify-member"), Party.OFFICE).after();
		assertThat(same.settlement().openSeat()).map(CommitteeSeat::identified).contains(true);
		Appointment gone = decide(same, "end", input("end"), Party.OFFICE).after();
		assertThat(gone.settlement().openSeat()).as("the post is left").isEmpty();
	}

	@ParameterizedTest(name = "{0} for {1}: {2}")
	@CsvSource(nullValues = "-", textBlock = """
			ACTING,  HEAD_BACK,   -
			ACTING,  ACTING_OVER, -
			ACTING,  DEATH,       -
			APPOINT, HEAD_BACK,   APT-24
			APPOINT, ACTING_OVER, APT-24
			APPOINT, DEATH,       -
			DISMISS, DEATH,       APT-24
			""")
	void apt02ActingEndsWithTheReturnOrTheElectionOfTheHead(Act act, TenureAction.Ground ground, String rule) {
		Appointment announced = draft(act, (act == Act.ACTING) ? MAYOR : BUREAU_HEAD).in(State.ANNOUNCED, TODAY, 9);
		ThrowingCallable end = () -> decide(announced, "end", new TenureAction.End(ground, "登记"), Party.OFFICE);
		if (rule == null) {
			assertThatNoException().isThrownBy(end);
		}
		else {
			assertThat(refusal(end)).isEqualTo(rule);
		}
	}

	@Test
	void apt24APostThatHasEndedIsNotFilledAndANewOrganComesWithItsApproval() {
		Nomination nomination = nomination(Act.APPOINT, BUREAU_HEAD, organ("government"));
		Nomination.PostHeld post = nomination.post();
		Nomination ended = new Nomination(
				Act.APPOINT, nomination.person(), new Nomination.PostHeld(post.id(), post.code(), post.kind(),
						post.organ(), post.title(), post.organName(), 1, true),
				16, nomination.by(), MEETING, null, false);
		assertThat(refusal(() -> decide(draft(Act.APPOINT, BUREAU_HEAD).with(ended), "draft",
				draftOf(Act.APPOINT, facts()), Party.NOMINATOR)))
			.isEqualTo("APT-24");
		Nomination fresh = new Nomination(Act.APPOINT, nomination.person(), post, 16, nomination.by(), MEETING, null,
				true);
		assertThat(refusal(
				() -> decide(draft(Act.APPOINT, BUREAU_HEAD).with(fresh), "file", input("file"), Party.NOMINATOR)))
			.isEqualTo("APT-24");
		assertThat(refusal(() -> decide(ready(State.IN_OFFICE, "end"), "end",
				new TenureAction.End(TenureAction.Ground.ACTING_OVER, "选举产生"), Party.OFFICE)))
			.isEqualTo("APT-24");
		assertThat(decide(ready(State.IN_OFFICE, "end"), "end",
				new TenureAction.End(TenureAction.Ground.BODY_ABOLISHED, "机构改革"), Party.OFFICE)
			.after()
			.settlement()
			.ground()).isEqualTo("BODY_ABOLISHED");
	}

	@Test
	void inq22RemovalsAreMovedByTheCouncilTheFourOrgansOrAFifthOfAllMembers() {
		assertThat(refusal(() -> drafted(Act.REMOVE, BUREAU_HEAD,
				new Proposer(Proposer.Kind.ORGAN, "fgw", false, List.of(), List.of()), facts())))
			.isEqualTo("INQ-22");
		assertThat(refusal(() -> drafted(Act.REMOVE, MAYOR, nominator(Act.REMOVE, MAYOR), facts())))
			.as("the congress removes whom it elects")
			.isEqualTo("INQ-22");
		assertThat(drafted(Act.REMOVE, BUREAU_HEAD, organ("court"), facts()).after().state()).isEqualTo(State.DRAFT);
		Proposer members = new Proposer(Proposer.Kind.MEMBERS, "", false, List.of(new UUID(1, 1)), List.of("m"));
		assertThat(refusal(() -> drafted(Act.REMOVE, BUREAU_HEAD, members, movers(10, true)))).isEqualTo("INQ-22");
		assertThat(refusal(() -> drafted(Act.REMOVE, BUREAU_HEAD, members, movers(11, false)))).isEqualTo("INQ-22");
		assertThat(drafted(Act.REMOVE, BUREAU_HEAD, members, movers(11, true)).after().state()).isEqualTo(State.DRAFT);
	}

	@Test
	void inq23And24ThePersonIsHeardAndMoreThanHalfOfAllMembersRemove() {
		Appointment introduced = draft(Act.REMOVE, BUREAU_HEAD).in(State.INTRODUCED, TODAY, 5);
		assertThat(refusal(() -> decide(introduced, "deliberate", input("deliberate"), Party.OFFICE)))
			.isEqualTo("INQ-23");
		assertThat(refusal(() -> decide(introduced, "defend", new AppointmentAction.Speech(null, false), Party.OFFICE)))
			.isEqualTo("INQ-23");
		assertThat(refusal(() -> decide(ready(State.INTRODUCED, "answer"), "defend", input("defend"), Party.OFFICE)))
			.isEqualTo("INQ-23");
		Appointment waived = decide(introduced, "defend", new AppointmentAction.Speech(null, true), Party.OFFICE)
			.after();
		Appointment deliberated = decide(waived, "deliberate", input("deliberate"), Party.OFFICE).after();
		assertThat(refusal(
				() -> decide(deliberated, "dismiss", new AppointmentAction.Voted(vote(25), facts()), Party.CHAIR)))
			.isEqualTo("INQ-24");
		assertThat(decide(deliberated, "dismiss", input("dismiss"), Party.CHAIR).after().state())
			.isEqualTo(State.DISMISSED);
	}

	@Test
	void mtg15AnElectionNeedsMoreThanHalfOfAllDeputies() {
		assertThat(refusal(() -> elected(CHIEF_PROCURATOR, 279))).isEqualTo("MTG-15");
		assertThat(refusal(() -> elected(JUDGE, 500))).isEqualTo("MTG-15");
		assertThat(elected(MAYOR, 280).after().state()).isEqualTo(State.APPOINTED);
		assertThat(elected(CHIEF_PROCURATOR, 280).after().state()).as("approved above first")
			.isEqualTo(State.APPROVAL_NEEDED);
	}

	@Test
	void oath01DismissalsNeedNoOathAndNobodySwearsBeforeTheVote() {
		assertThat(refusal(() -> decide(ready(State.ANNOUNCED, "complete"), "swear", input("swear"), Party.COUNCIL)))
			.isEqualTo("OATH-01");
		assertThat(refusal(() -> decide(ready(State.ANNOUNCED, "swear"), "swear",
				new TenureAction.Swearing(AppointmentFixtures.CEREMONY, "XS-2026-0001", TODAY.minusDays(1)),
				Party.COUNCIL)))
			.isEqualTo("OATH-01");
		assertThat(refusal(() -> decide(ready(State.ANNOUNCED, "swear"), "complete", input("complete"), Party.OFFICE)))
			.as("who is appointed takes office by the oath")
			.isEqualTo("OATH-01");
		assertThat(refusal(
				() -> decide(ready(State.ANNOUNCED, "complete"), "miss-oath", input("miss-oath"), Party.COUNCIL)))
			.isEqualTo("OATH-01");
	}

	@Test
	void oath09WhoMissedTheOathSwearsLater() {
		Appointment missed = decide(ready(State.CERTIFIED, "miss-oath"), "miss-oath", input("miss-oath"), Party.COUNCIL)
			.after();
		assertThat(missed.state()).isEqualTo(State.OATH_MISSED);
		assertThat(decide(missed, "swear", input("swear"), Party.COUNCIL).after().state()).isEqualTo(State.IN_OFFICE);
	}

	@Test
	void apt03FillingAGovernmentPostIsFiledUpward() {
		Appointment appointed = ready(State.APPOINTED, "file-record");
		assertThat(appointed.unfiled()).containsExactly(Settlement.FiledWith.To.UPPER_GOVERNMENT);
		assertThat(draft(Act.ACTING, CHIEF_PROCURATOR).unfiled())
			.containsExactly(Settlement.FiledWith.To.UPPER_PROCURATORATE);
		assertThat(draft(Act.APPOINT, COMMISSION_DEPUTY).unfiled()).isEmpty();
		assertThat(draft(Act.APPROVE, COUNTY_CHIEF_PROCURATOR).unfiled()).isEmpty();
	}

	private static Decision<Appointment, State, Party> elected(PostKind kind, int votesFor) {
		State state = kind.upperApproval() ? State.APPROVAL_NEEDED : State.APPOINTED;
		return decide(draft(Act.ELECT, kind).in(state, TODAY, 1), "record-election",
				new ElectionAction.Held("p-1", "钱甲", null, "post", TODAY, "第一次会议", 558, 540, votesFor), Party.OFFICE);
	}

	private static Appointment announced(Appointment subject) {
		return announced(subject, true);
	}

	private static Appointment announced(Appointment subject, boolean noticed) {
		Settlement settlement = subject.settlement().announced(TODAY, "公告");
		return subject.with(noticed ? settlement.noticed(TODAY, List.of("机关")) : settlement)
			.in(State.ANNOUNCED, TODAY, 9);
	}

	private static AppointmentFacts deputising(String head) {
		return new AppointmentFacts(0, true, List.of(head), false, false, List.of(), false, true, 60, 51, 0, false,
				null);
	}

	private static AppointmentFacts movers(int movers, boolean moves) {
		return new AppointmentFacts(0, true, List.of(), false, false, List.of(), false, true, 60, 51, movers, moves,
				null);
	}

	private static AppointmentFacts failedOn(LocalDate... days) {
		return new AppointmentFacts(0, true, List.of(), false, false, List.of(days), false, true, 60, 51, 0, false,
				null);
	}

	private static AppointmentFacts with(UnaryOperator<AppointmentFacts> change) {
		return change.apply(facts());
	}

	private static PostKind kind(String code) {
		return List.of(VICE_MAYOR, BUREAU_HEAD, COMMISSION_DEPUTY, JUDGE, COUNTY_CHIEF_PROCURATOR, COMMITTEE)
			.stream()
			.filter((kind) -> kind.code().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private static Draft draftOf(Act act, AppointmentFacts facts) {
		return new Draft(act, "p-1", "钱甲", null, "post", MEETING, null, null, null, PAPERS, facts);
	}

	private static Decision<Appointment, State, Party> drafted(Act act, PostKind kind, Proposer by,
			AppointmentFacts facts) {
		return decide(draft(act, kind).with(nomination(act, kind, by)), "draft", draftOf(act, facts), Party.NOMINATOR);
	}

	private static Decision<Appointment, State, Party> renominated(Appointment failed, List<LocalDate> fails,
			LocalDate on) {
		return AppointmentWorkflow.DECLARED.decide(failed, List.of(), "renominate",
				new NominationAction.Again(PAPERS, on.plusDays(20), failedOn(fails.toArray(LocalDate[]::new))),
				moment(Party.NOMINATOR, on), "", WorkingDays.ofCalendar());
	}

	private static Decision<Appointment, State, Party> decide(Appointment subject, String step, Record input,
			Party party) {
		return AppointmentWorkflow.DECLARED.decide(subject, List.of(), step, input, moment(party, TODAY), "",
				WorkingDays.ofCalendar());
	}

	private static String refusal(ThrowingCallable step) {
		Refusal refusal = catchThrowableOfType(Refusal.class, step);
		assertThat(refusal).isNotNull();
		assertThat(refusal.status().value()).isEqualTo(422);
		return String.valueOf(refusal.properties().get("rule"));
	}

}
