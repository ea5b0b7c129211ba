package renda.legislation.election;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.appointment.AppointmentFixtures;
import renda.legislation.election.ElectionAction.Counted;
import renda.legislation.election.ElectionAction.Field;
import renda.legislation.election.ElectionAction.Nominate;
import renda.legislation.election.ElectionAction.Stand;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.Nomination.Proposer;
import renda.legislation.personnel.PersonnelFile;
import renda.legislation.personnel.Settlement.CastVote;
import renda.legislation.post.PostKind;
import renda.legislation.slate.ElectionTerms;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static renda.legislation.appointment.AppointmentFixtures.CHIEF_PROCURATOR;
import static renda.legislation.appointment.AppointmentFixtures.COMMITTEE;
import static renda.legislation.appointment.AppointmentFixtures.COMMITTEE_MEMBER;
import static renda.legislation.appointment.AppointmentFixtures.MAYOR;
import static renda.legislation.appointment.AppointmentFixtures.TODAY;
import static renda.legislation.appointment.AppointmentFixtures.VICE_MAYOR;
import static renda.legislation.appointment.AppointmentFixtures.draft;
import static renda.legislation.appointment.AppointmentFixtures.moment;
import static renda.legislation.appointment.AppointmentFixtures.nomination;

/**
 * What 地方组织法(2022) 第二十六条 to 第三十条 ask of elections, one by one.
 */
class ElectionRulesTest {

	private static final LocalDate LONG_AGO = TODAY.minusDays(10);

	/**
	 * 第二十七条 in a change of term, 第三十条 in a by-election: candidates, seats, and the rule
	 * that refuses.
	 */
	@ParameterizedTest(name = "{0}, by-election {1}: {2} for {3}: {4}")
	@CsvSource(nullValues = "-", textBlock = """
			mayor,            false, 1,  1,  -
			mayor,            false, 2,  1,  -
			mayor,            false, 3,  1,  MOT-22
			vice-mayor,       false, 6,  6,  MOT-14
			vice-mayor,       false, 7,  6,  -
			vice-mayor,       false, 9,  6,  -
			vice-mayor,       false, 10, 6,  MOT-14
			vice-mayor,       true,  1,  1,  -
			vice-mayor,       true,  2,  3,  MOT-21
			vice-mayor,       true,  9,  3,  -
			committee-member, false, 44, 40, -
			committee-member, false, 43, 40, MOT-14
			committee-member, false, 48, 40, -
			committee-member, false, 49, 40, MOT-14
			committee-member, false, 45, 41, MOT-14
			committee-member, false, 46, 41, -
			committee-member, false, 4,  3,  -
			committee-member, true,  3,  3,  -
			""")
	void mot14Mot21Mot22SoManyMoreCandidatesThanSeats(String kind, boolean byElection, int candidates, int seats,
			String rule) {
		assertThat(stands(kind(kind), ElectionTerms.of(new UUID(3, 3), seats, byElection, "", LONG_AGO),
				new Field(candidates, seats, 60, 0, 0)))
			.isEqualTo(rule);
	}

	@ParameterizedTest(name = "decision {0}, by-election {1}: {2} seats of {3}, {4} held: {5}")
	@CsvSource(nullValues = "-", textBlock = """
			'',     true,  2, 8, 6, -
			'',     true,  3, 8, 6, MOT-21
			大会决定, false, 2, 8, 6, -
			大会决定, false, 3, 8, 6, MOT-18
			'',     false, 8, 8, 8, -
			'',     false, 9, 8, 8, MOT-20
			""")
	void mot18Mot20Mot21WithinATermOnlyFreeSeatsAreFilled(String decision, boolean byElection, int seats, int all,
			int held, String rule) {
		assertThat(stands(VICE_MAYOR, ElectionTerms.of(new UUID(3, 3), seats, byElection, decision, LONG_AGO),
				new Field(seats + 1, seats, all, held, 0)))
			.isEqualTo(rule);
	}

	@Test
	void mot20NobodyNominatesMoreCandidatesThanSeats() {
		ElectionTerms terms = ElectionTerms.of(new UUID(3, 3), 2, true, "", LONG_AGO);
		assertThat(stands(VICE_MAYOR, terms, new Field(3, 2, 8, 0, 0))).isNull();
		assertThat(stands(VICE_MAYOR, terms, new Field(3, 3, 8, 0, 0))).isEqualTo("MOT-20");
	}

	@ParameterizedTest(name = "nominated for {0} days: {1}")
	@CsvSource(nullValues = "-", value = { "0, MOT-15", "1, MOT-15", "2, -", "3, -" })
	void mot15InAChangeOfTermCandidatesAreDiscussedForTwoDays(int days, String rule) {
		Field field = new Field(7, 6, 8, 0, 0);
		LocalDate from = TODAY.minusDays(days);
		assertThat(stands(VICE_MAYOR, ElectionTerms.of(new UUID(3, 3), 6, false, "", from), field)).isEqualTo(rule);
		assertThat(stands(VICE_MAYOR, ElectionTerms.of(new UUID(3, 3), 6, true, "", from), field))
			.as("a by-election has no such time")
			.isNull();
	}

	/**
	 * 第二十七条: nominees, places on the list, seats, others who are nominated, and the rule
	 * that refuses.
	 */
	@ParameterizedTest(name = "{0}: {1} nominees for {2} places, {3} seats, {4} left out: {5}")
	@CsvSource(nullValues = "-", textBlock = """
			mayor,            3,  2,  1,  0, -
			mayor,            4,  3,  1,  0, MOT-22
			mayor,            2,  2,  1,  0, MOT-23
			vice-mayor,       12, 7,  6,  0, -
			vice-mayor,       12, 9,  6,  0, -
			vice-mayor,       12, 10, 6,  0, MOT-14
			vice-mayor,       12, 6,  6,  0, MOT-14
			vice-mayor,       9,  9,  6,  0, MOT-23
			vice-mayor,       11, 9,  6,  1, MOT-23
			committee-member, 60, 48, 40, 0, -
			committee-member, 60, 49, 40, 0, MOT-14
			""")
	void mot23APreliminaryElectionDecidesWhereTooManyAreNominated(String kind, int nominees, int places, int seats,
			int leftOut, String rule) {
		ElectionTerms terms = ElectionTerms.of(new UUID(3, 3), seats, false, "", LONG_AGO).preliminary(places);
		Appointment nominee = draft(Act.ELECT, kind(kind)).in(State.NOMINATED, TODAY, 1);
		Stand stand = new Stand(new UUID(4, 4), terms, new Field(nominees, seats, 60, 0, leftOut));
		if (rule != null) {
			assertThat(refusal(nominee, "preselect", stand)).isEqualTo(rule);
			return;
		}
		Appointment preselected = take(nominee, "preselect", stand, Party.COUNCIL);
		assertThat(preselected.state()).as("still a nominee").isEqualTo(State.NOMINATED);
		assertThat(preselected.hearing().slate()).isEqualTo(new UUID(4, 4));
	}

	@Test
	void mot23NobodyWhoIsNominatedIsLeftOffThePaper() {
		ElectionTerms terms = ElectionTerms.of(new UUID(3, 3), 2, false, "", LONG_AGO);
		assertThat(stands(VICE_MAYOR, terms, new Field(3, 2, 8, 0, 1))).isEqualTo("MOT-23");
		assertThat(stands(VICE_MAYOR, terms, new Field(6, 2, 8, 0, 0))).as("too many of them").isEqualTo("MOT-14");
	}

	@Test
	void mot15Mot20APreliminaryElectionComesAfterTheDiscussionToo() {
		Appointment nominee = draft(Act.ELECT, VICE_MAYOR).in(State.NOMINATED, TODAY, 1);
		ElectionTerms early = ElectionTerms.of(new UUID(3, 3), 2, false, "", TODAY.minusDays(1)).preliminary(3);
		assertThat(refusal(nominee, "preselect", new Stand(new UUID(4, 4), early, new Field(5, 2, 8, 0, 0))))
			.isEqualTo("MOT-15");
		ElectionTerms terms = ElectionTerms.of(new UUID(3, 3), 2, false, "", LONG_AGO).preliminary(3);
		assertThat(refusal(nominee, "preselect", new Stand(new UUID(4, 4), terms, new Field(5, 3, 8, 0, 0))))
			.isEqualTo("MOT-20");
	}

	@Test
	void mot23Mot24WhomThePreliminaryElectionListsStandsAndNobodyElse() {
		Appointment nominee = draft(Act.ELECT, VICE_MAYOR).in(State.NOMINATED, TODAY, 2);
		Appointment listed = take(nominee, "list-by-votes", new Counted(vote(90, false)), Party.CHAIR);
		assertThat(listed.state()).isEqualTo(State.CANDIDATE);
		assertThat(listed.passedOn()).as("nobody is elected yet").isEmpty();
		assertThat(take(listed, "elect", new Counted(vote(300, true)), Party.CHAIR).state()).isEqualTo(State.APPOINTED);
		Appointment lost = take(nominee, "not-list", new Counted(vote(80, false)), Party.CHAIR);
		assertThat(lost.state()).isEqualTo(State.NOT_ELECTED);
		assertThat(lost.settlement().votes()).hasSize(1);
	}

	@Test
	void mot18WhoWasNotElectedStandsAgainByADecisionOfTheCongress() {
		Appointment failed = draft(Act.ELECT, VICE_MAYOR).in(State.NOT_ELECTED, TODAY, 4);
		Field field = new Field(2, 1, 8, 7, 0);
		assertThat(refusal(failed, "stand",
				new Stand(new UUID(4, 4), ElectionTerms.of(new UUID(3, 3), 1, true, "", LONG_AGO), field)))
			.isEqualTo("MOT-18");
		Appointment again = take(failed, "stand",
				new Stand(new UUID(4, 4), ElectionTerms.of(new UUID(3, 3), 1, false, "大会决定", LONG_AGO), field),
				Party.COUNCIL);
		assertThat(again.state()).isEqualTo(State.CANDIDATE);
		assertThat(again.hearing().slate()).isEqualTo(new UUID(4, 4));
	}

	@ParameterizedTest(name = "{0} deputies: {1}")
	@CsvSource(nullValues = "-", value = { "0, MOT-13", "19, MOT-13", "20, -", "21, -" })
	void mot13TwentyDeputiesNominateTogether(int deputies, String rule) {
		List<UUID> ids = new ArrayList<>();
		for (int i = 0; i < deputies; i++) {
			ids.add(new UUID(7, i));
		}
		assertThat(nominates(VICE_MAYOR, new Proposer(Proposer.Kind.DEPUTIES, "", false, ids, List.of("clerk"))))
			.isEqualTo(rule);
		assertThat(nominates(VICE_MAYOR, new Proposer(Proposer.Kind.DEPUTIES, "", false, ids, List.of("another"))))
			.as("the caller is one of them")
			.isEqualTo("MOT-13");
		assertThat(nominates(VICE_MAYOR, Proposer.of(Proposer.Kind.PRESIDIUM, ""))).isNull();
	}

	@Test
	void mtg15OnlyPostsThatTheCongressElectsToHaveCandidates() {
		assertThat(nominates(AppointmentFixtures.JUDGE, Proposer.of(Proposer.Kind.PRESIDIUM, ""))).isEqualTo("MTG-15");
		assertThat(nominates(COMMITTEE, Proposer.of(Proposer.Kind.PRESIDIUM, "")))
			.as("special committees are passed, not elected")
			.isEqualTo("MTG-15");
	}

	@Test
	void mtg15Mot17MoreThanHalfElectExceptInARunOff() {
		Appointment candidate = draft(Act.ELECT, VICE_MAYOR).in(State.CANDIDATE, TODAY, 3);
		assertThat(refusal(candidate, "elect", new Counted(vote(280, true)))).isEqualTo("MTG-15");
		assertThat(refusal(candidate, "elect", new Counted(vote(300, false)))).isEqualTo("MTG-15");
		assertThat(take(candidate, "elect", new Counted(vote(281, true)), Party.CHAIR).state())
			.isEqualTo(State.APPOINTED);
		Appointment tied = take(candidate, "tie", new Counted(vote(300, false)), Party.CHAIR);
		assertThat(tied.state()).isEqualTo(State.RUN_OFF);
		Appointment elected = take(tied, "elect", new Counted(vote(200, true)), Party.CHAIR);
		assertThat(elected.state()).isEqualTo(State.APPOINTED);
		assertThat(elected.passedOn()).contains(TODAY);
		assertThat(elected.settlement().votes()).hasSize(2);
	}

	@Test
	void oath05AChiefProcuratorElectedIsApprovedAbove() {
		Appointment candidate = draft(Act.ELECT, CHIEF_PROCURATOR).in(State.CANDIDATE, TODAY, 3);
		Appointment elected = take(candidate, "elect", new Counted(vote(300, true)), Party.CHAIR);
		assertThat(elected.state()).isEqualTo(State.APPROVAL_NEEDED);
		assertThat(elected.passedOn()).isEmpty();
		assertThat(
				take(elected, "record-upper-decision", AppointmentFixtures.input("record-upper-decision"), Party.OFFICE)
					.state())
			.isEqualTo(State.APPOINTED);
	}

	private static CastVote vote(int votesFor, boolean elected) {
		return new CastVote(new UUID(5, 6), new UUID(5, 5), "第一次会议", TODAY, 560, 540, votesFor, 540 - votesFor, 0, 0,
				elected, true, "说明");
	}

	private static PostKind kind(String code) {
		return List.of(MAYOR, VICE_MAYOR, COMMITTEE_MEMBER)
			.stream()
			.filter((kind) -> kind.code().equals(code))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * The rule that keeps a nominee from the paper; null where none does.
	 */
	private static String stands(PostKind kind, ElectionTerms terms, Field field) {
		return refusal(draft(Act.ELECT, kind).in(State.NOMINATED, TODAY, 1), "stand",
				new Stand(new UUID(4, 4), terms, field));
	}

	private static String nominates(PostKind kind, Proposer by) {
		Appointment nominee = Appointment.draft(AppointmentFixtures.ID, "RM-2026-0001", TODAY,
				nomination(Act.ELECT, kind, by), PersonnelFile.of(AppointmentFixtures.PAPERS));
		return refusal(nominee, "nominate", new Nominate("p-1", "钱甲", null, kind.code() + "-1", "如实介绍", null));
	}

	private static String refusal(Appointment subject, String step, Record input) {
		Party party = step.equals("nominate") ? Party.NOMINATOR : Party.COUNCIL;
		Refusal refusal = catchThrowableOfType(Refusal.class, () -> take(subject, step, input, party));
		return (refusal != null) ? String.valueOf(refusal.properties().get("rule")) : null;
	}

	private static Appointment take(Appointment subject, String step, Record input, Party party) {
		Decision<Appointment, State, Party> decision = AppointmentFixtures.DECLARED.decide(subject, List.of(), step,
				input, moment(party, TODAY), "", WorkingDays.ofCalendar());
		return decision.after();
	}

}
