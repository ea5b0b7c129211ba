package renda.legislation.ballot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.agenda.Purpose;
import renda.legislation.ballot.Ballot.Party;
import renda.legislation.ballot.Ballot.State;
import renda.legislation.box.Vote;
import renda.legislation.box.Voter;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.platform.deadline.WorkingDays;
import renda.platform.vote.Choice;
import renda.platform.vote.Contender;
import renda.platform.vote.Election;
import renda.platform.vote.ElectionOutcome;
import renda.platform.vote.Outcome;
import renda.platform.vote.Tally;
import renda.platform.vote.VotingPaper;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The rules of ballots, one by one.
 */
class BallotRulesTest {

	private static final Body COMMITTEE = Body.STANDING_COMMITTEE;

	@ParameterizedTest
	@CsvSource({ "STANDING_COMMITTEE, 46, 24", "STANDING_COMMITTEE, 51, 26", "STANDING_COMMITTEE, 61, 31",
			"CONGRESS, 563, 376", "CONGRESS, 558, 372" })
	void gen01Gen02Mtg02Mtg13OpensOnlyWithAQuorum(Body body, int members, int quorum) {
		Question question = BallotFixtures.question(body, Purpose.VOTE, false, 1);
		String rule = (body == Body.CONGRESS) ? "MTG-13" : "MTG-02";
		refused(BallotFixtures.draft(question, members, quorum - 1), "open", Party.CHAIR, rule);
		Ballot open = take(BallotFixtures.draft(question, members, quorum), "open", Party.CHAIR);
		assertThat(open.state()).isEqualTo(State.OPEN);
	}

	@Test
	void gen03KeepsAllMembersThePresentAndWhoFoundThem() {
		Ballot.Opening opening = take(
				BallotFixtures.draft(BallotFixtures.question(COMMITTEE, Purpose.VOTE, false, 1), 51, 40), "open",
				Party.CHAIR)
			.opening();
		assertThat(opening).isNotNull();
		assertThat(List.of(opening.members(), opening.present())).containsExactly(51, 40);
		assertThat(opening.by()).isEqualTo("chair");
		assertThat(opening.rules()).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "STANDING_COMMITTEE, VOTE, MTG-03, 46, 24", "STANDING_COMMITTEE, VOTE, MTG-03, 51, 26",
			"STANDING_COMMITTEE, CLAUSE_VOTE, MTG-03, 61, 31", "STANDING_COMMITTEE, APPOINT, APT-16, 51, 26",
			"STANDING_COMMITTEE, REMOVE, INQ-24, 51, 26", "CONGRESS, VOTE, MTG-15, 563, 282",
			"CONGRESS, ELECT, MTG-15, 558, 280" })
	void leg42Leg43Mtg03Mtg15Apt16Inq24PassesWithMoreThanHalfOfAllMembers(Body body, Purpose purpose, String rule,
			int members, int needed) {
		boolean secret = purpose == Purpose.APPOINT || purpose == Purpose.REMOVE || purpose == Purpose.ELECT;
		Question question = BallotFixtures.question(body, purpose, secret, 1);
		Outcome passed = outcome(question, members, needed);
		assertThat(passed.passed()).isTrue();
		assertThat(passed.rule()).isEqualTo(rule);
		assertThat(passed.needed()).isEqualTo(needed);
		assertThat(outcome(question, members, needed - 1).passed()).isFalse();
	}

	private static Outcome outcome(Question question, int members, int votesFor) {
		Known known = BallotFixtures.known(question, members, members);
		List<Vote> votes = new ArrayList<>();
		for (int i = 0; i < votesFor; i++) {
			votes.add(new Vote(new UUID(9, i), Choice.FOR));
		}
		Ballot open = new Ballot(new UUID(3, 3), "BJ", State.OPEN, BallotFixtures.TODAY, 2, question,
				BallotFixtures.opening(members, members, true), null, null,
				new Known(known.sitting(), known.items(), false, known.roll(), List.of(), votes,
						Collections.nCopies(question.secret() ? votesFor : 0, VotingPaper.of(Choice.FOR)), List.of(),
						Optional.empty(), Optional.empty()));
		Ballot.Count count = take(open, "close", Party.OFFICE).count();
		assertThat(count).isNotNull();
		assertThat(count.tally()).isEqualTo(Tally.of(votesFor, 0, 0, members - votesFor));
		return count.outcome();
	}

	@Test
	void gen02NobodyBreaksATie() {
		Question question = BallotFixtures.question(COMMITTEE, Purpose.VOTE, false, 1);
		assertThat(outcome(question, 46, 23).passed()).as("23 of 46").isFalse();
		assertThat(BallotWorkflow.DECLARED.steps()).extracting((step) -> step.name()).doesNotContain("casting-vote");
	}

	@Test
	void mtg20NotPressingIsNeitherAbstainingNorBeingAbsent() {
		Question question = BallotFixtures.question(COMMITTEE, Purpose.VOTE, false, 1);
		Known known = BallotFixtures.known(question, 51, 40);
		Known voted = new Known(known.sitting(), known.items(), false, known.roll(), List.of(),
				List.of(new Vote(new UUID(9, 0), Choice.FOR), new Vote(new UUID(9, 1), Choice.ABSTAIN)), List.of(),
				List.of(), Optional.empty(), Optional.empty());
		assertThat(voted.tally(false)).isEqualTo(Tally.of(1, 0, 1, 38));
		assertThat(voted.withSilent(voted.votes())).hasSize(40)
			.filteredOn((vote) -> vote.choice() == Choice.NOT_PRESSED)
			.hasSize(38);
	}

	@Test
	void mtg09PutsOnlyItemsOfTheAdoptedAgendaToTheVote() {
		Question question = BallotFixtures.question(COMMITTEE, Purpose.VOTE, false, 1);
		Known known = BallotFixtures.known(question, 51, 40);
		Sitting.Item item = known.items().getFirst();
		for (Sitting.Item wrong : List.of(
				new Sitting.Item(item.id(), item.kind(), item.subject(), Purpose.VOTE, false, null),
				new Sitting.Item(item.id(), item.kind(), item.subject(), Purpose.DELIBERATE, true, null))) {
			refused(drafted(question, with(known, List.of(wrong), List.of())), "draft", Party.COUNCIL, "MTG-09");
			refused(drafted(question, with(known, List.of(wrong), List.of())), "open", Party.CHAIR, "MTG-09");
		}
		Known closed = new Known(Optional.empty(), known.items(), false, known.roll(), List.of(), List.of(), List.of(),
				List.of(), Optional.empty(), Optional.empty());
		refused(drafted(question, closed), "open", Party.CHAIR, "MTG-09");
	}

	@Test
	void whatComesFirstIsDecidedFirst() {
		Question question = BallotFixtures.question(COMMITTEE, Purpose.VOTE, false, 1);
		Known known = BallotFixtures.known(question, 51, 40);
		for (String rule : List.of("MTG-21", "LEG-44", "APT-18")) {
			for (State state : List.of(State.DRAFT, State.OPEN, State.FALLBACK, State.COUNTED)) {
				refused(drafted(question, with(known, known.items(), List.of(earlier(state, rule)))), "open",
						Party.CHAIR, rule);
			}
			for (State state : List.of(State.ANNOUNCED, State.RECORDED, State.WITHDRAWN)) {
				assertThat(take(drafted(question, with(known, known.items(), List.of(earlier(state, rule)))), "open",
						Party.CHAIR)
					.state()).isEqualTo(State.OPEN);
			}
		}
	}

	private static Known.Earlier earlier(State state, String rule) {
		return new Known.Earlier(new UUID(1, 1), "BJ-2026-0009", state, rule);
	}

	@Test
	void leg45Apt17DecidesSeveralTogetherOnlyForAReason() {
		Question bills = BallotFixtures.question(COMMITTEE, Purpose.VOTE, false, 2);
		refused(drafted(bills, BallotFixtures.known(bills, 51, 40)), "draft", Party.COUNCIL, "LEG-45");
		Question people = BallotFixtures.question(COMMITTEE, Purpose.APPOINT, true, 2);
		refused(drafted(people, BallotFixtures.known(people, 51, 40)), "draft", Party.COUNCIL, "APT-17");
		for (Question question : List.of(bills, people)) {
			Question reasoned = new Question(question.meeting(), question.meetingCode(), question.meetingName(),
					question.body(), 16, question.purpose(), question.text(), question.scope(), "", question.subjects(),
					"经主任会议决定合并表决", question.rule(), question.secret(), List.of(), List.of(), null);
			take(drafted(reasoned, BallotFixtures.known(question, 51, 40)), "draft", Party.COUNCIL);
		}
	}

	@Test
	void inq24Apt16Mot16Gen05WhatMustBeSecretIsNotPutOpenly() {
		for (Map.Entry<Purpose, String> asked : Map.of(Purpose.REMOVE, "INQ-24", Purpose.ELECT, "MOT-16").entrySet()) {
			Question question = BallotFixtures.question(COMMITTEE, asked.getKey(), false, 1);
			refused(drafted(question, BallotFixtures.known(question, 51, 40)), "draft", Party.COUNCIL,
					asked.getValue());
		}
		Question appointment = BallotFixtures.question(COMMITTEE, Purpose.APPOINT, false, 1);
		Known known = BallotFixtures.known(appointment, 51, 40);
		take(drafted(appointment, known), "draft", Party.COUNCIL);
		refused(drafted(appointment, new Known(known.sitting(), known.items(), true, known.roll(), List.of(), List.of(),
				List.of(), List.of(), Optional.empty(), Optional.empty())), "draft", Party.COUNCIL, "APT-16");
	}

	@Test
	void mtg18APresidiumDecidesByMoreThanHalfOfItsMembers() {
		Question whole = BallotFixtures.question(Body.CONGRESS, Purpose.VOTE, false, 1);
		List<UUID> panel = BallotFixtures.roll(41, 41).stream().map(Voter::member).toList();
		Question question = new Question(whole.meeting(), whole.meetingCode(), whole.meetingName(), whole.body(), 16,
				whole.purpose(), "通过议程", Question.Scope.WHOLE, "", whole.subjects(), "",
				DecisionRules.of(Body.CONGRESS, Purpose.VOTE, false, true).name(), false, List.of(), panel, null);
		assertThat(question.settles()).as("the presidium's vote is not that of the congress").isFalse();
		refused(BallotFixtures.draft(question, 41, 20), "open", Party.CHAIR, "MTG-18");
		assertThat(outcome(question, 41, 21).passed()).isTrue();
		assertThat(outcome(question, 41, 20).passed()).isFalse();
		assertThat(outcome(question, 41, 21).rule()).isEqualTo("MTG-18");
	}

	@Test
	void mtg22Mtg23ASecretBallotThatFailsGoesOnWithPapers() {
		Question question = BallotFixtures.question(COMMITTEE, Purpose.REMOVE, true, 1);
		Ballot open = new Ballot(new UUID(3, 3), "BJ", State.OPEN, BallotFixtures.TODAY, 2, question,
				BallotFixtures.opening(51, 40, true), null, null, BallotFixtures.known(question, 51, 40));
		refused(open, "fall-back", new BallotAction.Fallback("断电", Ballot.Method.HANDS),
				BallotFixtures.moment(Party.CHAIR), "MTG-23");
		refused(open, "fall-back", new BallotAction.Fallback("断电", Ballot.Method.DEVICES),
				BallotFixtures.moment(Party.CHAIR), "MTG-23");
		Ballot byHand = take(open, "fall-back", new BallotAction.Fallback("断电", Ballot.Method.PAPER),
				BallotFixtures.moment(Party.CHAIR));
		Ballot counted = take(byHand, "tally", BallotFixtures.tallied(26, 5, 5, 2, 2),
				BallotFixtures.moment(Party.OFFICE, "one"));
		refused(counted, "confirm", BallotFixtures.tallied(26, 5, 5, 2, 2), BallotFixtures.moment(Party.OFFICE, "one"),
				"MTG-22");
		Ballot confirmed = take(counted, "confirm", BallotFixtures.tallied(26, 5, 5, 2, 2),
				BallotFixtures.moment(Party.OFFICE, "two"));
		assertThat(confirmed.count()).isNotNull();
		assertThat(confirmed.count().outcome().passed()).as("26 of 51, two invalid").isTrue();
		assertThat(confirmed.count().by()).isEqualTo("one、two");
	}

	@Test
	void mtg24Mtg27Mtg38EachStepNamesItsRule() {
		assertThat(BallotWorkflow.DECLARED.step("announce").rules()).containsExactly("MTG-24");
		assertThat(BallotWorkflow.DECLARED.step("announce").by()).containsExactly(Party.CHAIR);
		assertThat(BallotWorkflow.DECLARED.step("record").rules()).containsExactly("MTG-27");
		assertThat(BallotWorkflow.DECLARED.step("withdraw").rules()).containsExactly("MTG-38");
		assertThat(BallotWorkflow.DECLARED.step("withdraw").from()).containsExactly(State.DRAFT);
	}

	@Test
	void mtg15Mot16AnElectionIsTheCongressesAndHasItsOwnPaper() {
		for (Question wrong : List.of(election(COMMITTEE, 1, Question.Scope.WHOLE),
				election(Body.CONGRESS, 2, Question.Scope.WHOLE),
				election(Body.CONGRESS, 1, Question.Scope.AMENDMENT))) {
			refused(drafted(wrong, BallotFixtures.known(wrong, 51, 40)), "draft", Party.COUNCIL, "MTG-15");
		}
		Question question = election(Body.CONGRESS, 1, Question.Scope.WHOLE);
		assertThat(take(standing(question, Optional.ofNullable(question.election())), "open", Party.CHAIR).state())
			.isEqualTo(State.OPEN);
	}

	@Test
	void mot17ThePaperHasThoseWhoStandWhenItIsOpened() {
		Question question = election(Body.CONGRESS, 1, Question.Scope.WHOLE);
		refused(standing(question, Optional.empty()), "open", Party.CHAIR, "MOT-17");
		Election fewer = Election.among(1, List.of(new Contender(new UUID(8, 1), "乙某")));
		refused(standing(question, Optional.of(fewer)), "open", Party.CHAIR, "MOT-17");
	}

	@Test
	void mot17Mot18Mot19TheBoxOfAnElectionIsCountedForEveryCandidate() {
		Question question = election(Body.CONGRESS, 1, Question.Scope.WHOLE);
		Known known = BallotFixtures.known(question, 51, 40);
		List<VotingPaper> box = new ArrayList<>(Collections.nCopies(26, paper(Choice.FOR, Choice.AGAINST)));
		box.addAll(Collections.nCopies(11, paper(Choice.ABSTAIN, Choice.FOR)));
		box.addAll(Collections.nCopies(2, VotingPaper.SPOILED));
		Ballot open = new Ballot(new UUID(3, 3), "BJ", State.OPEN, BallotFixtures.TODAY, 2, question,
				BallotFixtures.opening(51, 40, true), null, null, new Known(known.sitting(), known.items(), false,
						known.roll(), List.of(), List.of(), box, List.of(), Optional.empty(), Optional.empty()));
		Ballot.Count count = take(open, "close", Party.OFFICE).count();
		assertThat(count).isNotNull();
		assertThat(count.tally()).isNull();
		assertThat(count.passed()).isTrue();
		assertThat(count.taken()).isEqualTo(40);
		assertThat(count.election().placings()).containsExactly(
				new ElectionOutcome.Placing(new UUID(8, 0), "甲某", new Tally(26, 0, 11, 1, 2),
						ElectionOutcome.Result.ELECTED),
				new ElectionOutcome.Placing(new UUID(8, 1), "乙某", new Tally(11, 26, 0, 1, 2),
						ElectionOutcome.Result.NOT_ELECTED));
	}

	@Test
	void mot16Mot19ACountByHandNamesNobodyWrittenInWithoutAMajority() {
		Question question = election(Body.CONGRESS, 1, Question.Scope.WHOLE);
		Ballot byHand = new Ballot(new UUID(3, 3), "BJ", State.FALLBACK, BallotFixtures.TODAY, 3, question,
				BallotFixtures.opening(51, 40, true),
				Ballot.HandCount.begun(BallotFixtures.TODAY, "断电", Ballot.Method.PAPER), null,
				BallotFixtures.known(question, 51, 40));
		refused(byHand, "tally", byHand(26, 25), BallotFixtures.moment(Party.OFFICE, "one"), "MOT-16");
		refused(byHand, "tally", byHand(39, 39), BallotFixtures.moment(Party.OFFICE, "one"), "MTG-20");
		Ballot once = take(byHand, "tally", byHand(28, 27), BallotFixtures.moment(Party.OFFICE, "one"));
		refused(once, "confirm", byHand(27, 27), BallotFixtures.moment(Party.OFFICE, "two"), "MTG-22");
		Ballot.Count count = take(once, "confirm", byHand(28, 27), BallotFixtures.moment(Party.OFFICE, "two")).count();
		assertThat(count).isNotNull();
		assertThat(count.election().with(ElectionOutcome.Result.ELECTED)).singleElement()
			.satisfies((elected) -> assertThat(elected.name()).isEqualTo("丁某"));
		assertThat(count.election().otherVotes()).isEqualTo(28);
	}

	/**
	 * Of 40 present 38 have cast valid papers, ten of them for a candidate.
	 */
	private static BallotAction.Tallied byHand(int otherVotes, int ofOne) {
		List<BallotAction.OnCandidate> candidates = List.of(new BallotAction.OnCandidate(new UUID(8, 0), 7, 20, 11),
				new BallotAction.OnCandidate(new UUID(8, 1), 3, 35, 0));
		return new BallotAction.Tallied(null, null, null, 1, 1, null, candidates,
				List.of(new BallotAction.WrittenIn("丁某", ofOne)), otherVotes);
	}

	private static Question election(Body body, int items, Question.Scope scope) {
		Question usual = BallotFixtures.question(body, Purpose.ELECT, true, items);
		return new Question(usual.meeting(), usual.meetingCode(), usual.meetingName(), body, 16, Purpose.ELECT, "选举",
				scope, "某条", usual.subjects(), "一并选举", usual.rule(), true, List.of(), List.of(),
				Election.among(1, List.of(new Contender(new UUID(8, 0), "甲某"), new Contender(new UUID(8, 1), "乙某"))));
	}

	private static Ballot standing(Question question, Optional<Election> now) {
		Known known = BallotFixtures.known(question, 51, 40);
		return drafted(question, new Known(known.sitting(), known.items(), false, known.roll(), List.of(), List.of(),
				List.of(), List.of(), Optional.empty(), now));
	}

	private static VotingPaper paper(Choice... marks) {
		return VotingPaper.of(List.of(marks), List.of());
	}

	private static Known with(Known known, List<Sitting.Item> items, List<Known.Earlier> earlier) {
		return new Known(known.sitting(), items, false, known.roll(), List.of(), List.of(), List.of(), earlier,
				Optional.empty(), Optional.empty());
	}

	private static Ballot drafted(Question question, Known known) {
		return Ballot.draft(new UUID(3, 3), "BJ-2026-0001", BallotFixtures.TODAY, question, known);
	}

	private static Ballot take(Ballot ballot, String step, Party party) {
		return take(ballot, step, BallotFixtures.input(step), BallotFixtures.moment(party));
	}

	private static Ballot take(Ballot ballot, String step, Record input, Moment<Party> moment) {
		Decision<Ballot, State, Party> decision = BallotWorkflow.DECLARED.decide(ballot, List.of(), step,
				step.equals("draft") ? draft() : input, moment, "", WorkingDays.ofCalendar());
		return decision.after();
	}

	private static BallotAction.Draft draft() {
		return new BallotAction.Draft(BallotFixtures.MEETING, List.of(BallotFixtures.item(0)), null, null, null, null,
				null, null, null);
	}

	private static void refused(Ballot ballot, String step, Party party, String rule) {
		refused(ballot, step, BallotFixtures.input(step), BallotFixtures.moment(party), rule);
	}

	private static void refused(Ballot ballot, String step, Record input, Moment<Party> moment, String rule) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> take(ballot, step, input, moment))
			.satisfies((refusal) -> assertThat(refusal.properties()).containsEntry("rule", rule)
				.containsKeys("citation", "facts"));
	}

}
