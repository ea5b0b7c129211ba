package renda.legislation.ballot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import renda.legislation.agenda.Purpose;
import renda.legislation.ballot.Ballot.Party;
import renda.legislation.ballot.Ballot.State;
import renda.legislation.box.Voter;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.vote.Tally;
import renda.platform.workflow.Moment;

/**
 * Ballots as the tests of the declaration need them.
 */
final class BallotFixtures {

	static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

	static final UUID MEETING = UUID.fromString("00000000-0000-7000-8000-000000000001");

	private BallotFixtures() {
	}

	static Moment<Party> moment(Party party) {
		return moment(party, party.name().toLowerCase(Locale.ROOT));
	}

	static Moment<Party> moment(Party party, String subject) {
		Caller caller = new Caller(subject, subject, Set.of(Role.GENERAL_OFFICE), Set.of(), "");
		return new Moment<>(caller, Set.of(party), TODAY, RuleBook.statutory(TODAY));
	}

	static Question question(Body body, Purpose purpose, boolean secret, int items) {
		List<Question.Matter> matters = new ArrayList<>();
		for (int i = 0; i < items; i++) {
			matters.add(new Question.Matter(item(i), "thing", new UUID(7, i), "T-" + i, "第" + i + "件", ""));
		}
		return new Question(MEETING, "CWH-16-03", "第十六届人大常委会第三次会议", body, 16, purpose, "表决", Question.Scope.WHOLE, "",
				matters, "", DecisionRules.of(body, purpose, secret, false).name(), secret, List.of(), List.of(), null);
	}

	static UUID item(int number) {
		return new UUID(5, number);
	}

	/**
	 * Facts of a meeting that is open, with some of its members present.
	 */
	static Known known(Question question, int members, int present) {
		List<Sitting.Item> items = question.subjects()
			.stream()
			.map((matter) -> new Sitting.Item(matter.item(), matter.kind(), matter.id(), question.purpose(), true,
					TODAY))
			.toList();
		Sitting sitting = new Sitting(MEETING, question.meetingCode(), question.meetingName(), question.body(), 16, 3,
				TODAY, TODAY, true, members, present, items);
		return new Known(Optional.of(sitting), items, false, roll(members, present), List.of(), List.of(), List.of(),
				List.of(), Optional.empty(), Optional.empty());
	}

	static List<Voter> roll(int members, int present) {
		List<Voter> roll = new ArrayList<>();
		for (int i = 0; i < members; i++) {
			roll.add(new Voter(new UUID(9, i), "成员" + i, "account-" + i, i < present, false, i < present));
		}
		return roll;
	}

	static Ballot draft(Question question, int members, int present) {
		return Ballot.draft(new UUID(3, 3), "BJ-2026-0001", TODAY, question, known(question, members, present));
	}

	static Ballot.Opening opening(int members, int present, boolean casting) {
		return new Ballot.Opening(TODAY, members, present, "主任", "2026-11-27+0", null, null, casting);
	}

	/**
	 * A ballot in a state, so that a step's guards hold.
	 */
	static Ballot ready(State state, String step) {
		boolean secret = step.equals("start");
		Question question = question(Body.STANDING_COMMITTEE, Purpose.VOTE, secret, 1);
		Ballot ballot = draft(question, 51, 40);
		if (state == State.DRAFT || state == State.WITHDRAWN) {
			return ballot.in(state, TODAY, 2);
		}
		ballot = ballot.opened(opening(51, 40, false));
		Ballot.HandCount hand = Ballot.HandCount.begun(TODAY, "断电", Ballot.Method.HANDS);
		if (step.equals("confirm")) {
			hand = hand.first(new Tally(30, 5, 3, 2, 0), "first", "第一人", List.of());
		}
		return ballot.handCounted(hand).in(state, TODAY, 3);
	}

	static Record input(String step) {
		return switch (step) {
			case "withdraw" -> new BallotAction.Reason("改日再议");
			case "start" -> new BallotAction.Start(null);
			case "fall-back" -> new BallotAction.Fallback("断电", Ballot.Method.HANDS);
			case "tally", "confirm" -> tallied(30, 5, 3, 2, 0);
			default -> new BallotAction.Plain();
		};
	}

	static BallotAction.Tallied tallied(int votesFor, int against, int abstained, int notPressed, int invalid) {
		return new BallotAction.Tallied(votesFor, against, abstained, notPressed, invalid, null, null, null, null);
	}

}
