package renda.legislation.ballot;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import renda.legislation.agenda.Purpose;
import renda.legislation.ballot.Ballot.Party;
import renda.legislation.box.Vote;
import renda.legislation.box.Voter;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.platform.rule.Share;
import renda.platform.vote.DecisionRule;
import renda.platform.vote.Election;
import renda.platform.vote.Tally;
import renda.platform.web.Given;
import renda.platform.workflow.Moment;

/**
 * The conditions of law of {@link BallotWorkflow}, and the facts they are decided on.
 */
final class Conditions {

	private Conditions() {
	}

	/**
	 * Whether every item asked for is on the adopted agenda, for one purpose that is
	 * decided by ballot.
	 */
	static boolean onAgenda(Ballot ballot) {
		List<Sitting.Item> items = ballot.facts().items();
		return items.size() == ballot.question().subjects().size() && items.stream()
			.allMatch((item) -> item.adopted() && item.purpose() == ballot.question().purpose()
					&& (item.purpose().isDecidedByBallot() || !ballot.question().settles()));
	}

	static boolean isSitting(Ballot ballot) {
		return ballot.facts().sitting().map(Sitting::open).orElse(false);
	}

	static Map<String, Object> agenda(Ballot ballot) {
		List<Sitting.Item> items = ballot.facts().items();
		return Map.of("meeting", ballot.question().meetingCode(), "open", isSitting(ballot), "items",
				ballot.question().subjects().size(), "onAgenda", items.size(), "adopted",
				items.stream().filter(Sitting.Item::adopted).count(), "purposes",
				items.stream().map(Sitting.Item::purpose).collect(Collectors.toSet()));
	}

	static boolean belongTogether(Ballot ballot) {
		return ballot.question().subjects().size() == 1
				|| (kindsOf(ballot).size() == 1 && (appoints(ballot) || !ballot.question().together().isEmpty()));
	}

	static Map<String, Object> kinds(Ballot ballot) {
		return Map.of("kinds", kindsOf(ballot), "reasonGiven", !ballot.question().together().isEmpty());
	}

	private static Set<String> kindsOf(Ballot ballot) {
		return ballot.question().subjects().stream().map(Question.Matter::kind).collect(Collectors.toSet());
	}

	static boolean appoints(Ballot ballot) {
		Purpose purpose = ballot.question().purpose();
		return purpose == Purpose.APPOINT || purpose == Purpose.DISMISS || purpose == Purpose.RESIGNATION
				|| purpose == Purpose.REMOVE;
	}

	static boolean saysPart(Ballot ballot) {
		Question question = ballot.question();
		return (question.scope() == Question.Scope.WHOLE && question.purpose() != Purpose.CLAUSE_VOTE)
				|| !question.part().isEmpty();
	}

	/**
	 * Whether it is open although a rule asks for secrecy.
	 */
	static boolean lacksSecrecy(Ballot ballot, String rule) {
		Question question = ballot.question();
		return !question.secret() && question.panel().isEmpty()
				&& (ballot.facts().demandsSecret() || DecisionRules.isAlwaysSecret(question.purpose()))
				&& DecisionRules.secrecyRule(question.purpose()).equals(rule);
	}

	static Map<String, Object> secrecy(Ballot ballot) {
		return Map.of("secret", ballot.secret(), "purpose", ballot.question().purpose());
	}

	static boolean presidium(Ballot ballot) {
		Question question = ballot.question();
		return question.panel().isEmpty()
				|| (question.body() == Body.CONGRESS && !question.secret() && ballot.facts().strangers().isEmpty());
	}

	/**
	 * Whether enough are there, by one quorum's rule; true where another rule governs.
	 */
	static boolean quorate(Ballot ballot, Moment<Party> moment, String rule) {
		DecisionRule by = DecisionRules.named(ballot.question().rule());
		return !by.quorumRule().equals(rule)
				|| by.isQuorate(ballot.facts().roll().size(), ballot.facts().present(), moment.rules());
	}

	static Map<String, Object> presence(Ballot ballot, Moment<Party> moment) {
		DecisionRule by = DecisionRules.named(ballot.question().rule());
		Share share = moment.rules().share(by.quorum());
		int members = ballot.facts().roll().size();
		return Map.of("members", members, "present", ballot.facts().present(), "needed", share.leastOf(members),
				"share", share.text());
	}

	/**
	 * Whether what one rule puts first is decided.
	 */
	static boolean decided(Ballot ballot, String rule) {
		return ballot.facts().earlier().stream().noneMatch((one) -> one.why().equals(rule) && !one.decided());
	}

	static Map<String, Object> earlier(Ballot ballot) {
		Map<String, Object> facts = new LinkedHashMap<>();
		ballot.facts()
			.earlier()
			.stream()
			.filter((one) -> !one.decided())
			.forEach((one) -> facts.put(one.code(), one.state()));
		return facts;
	}

	/**
	 * Whether an election is the congress's, alone on its paper, and of the whole.
	 */
	static boolean elects(Ballot ballot) {
		Question question = ballot.question();
		return question.election() == null || (question.body() == Body.CONGRESS && question.subjects().size() == 1
				&& question.scope() == Question.Scope.WHOLE && question.panel().isEmpty());
	}

	/**
	 * Whether those on the paper are those who stand now.
	 */
	static boolean stand(Ballot ballot) {
		Election election = ballot.question().election();
		return ballot.facts().standing().equals(Optional.ofNullable(election));
	}

	static Map<String, Object> standing(Ballot ballot) {
		Election election = ballot.question().election();
		return Map.of("body", ballot.question().body(), "items", ballot.question().subjects().size(), "onThePaper",
				(election != null) ? election.candidates() : List.of(), "standing",
				ballot.facts().standing().map(Election::candidates).orElse(List.of()));
	}

	static boolean addsUp(Ballot ballot, BallotAction.Tallied count) {
		Ballot.Opening opening = ballot.opening();
		Election election = ballot.question().election();
		if (election != null) {
			return opening != null
					&& count.votes(election).filter((votes) -> election.addsUp(votes, opening.present())).isPresent();
		}
		Ballot.HandCount hand = ballot.handCount();
		return opening != null && count.tally().present() == opening.present()
				&& (count.tally().invalid() == 0 || (hand != null && hand.method() == Ballot.Method.PAPER));
	}

	static Map<String, Object> sum(Ballot ballot, BallotAction.Tallied count) {
		Ballot.Opening opening = ballot.opening();
		return Map.of("present", (opening != null) ? opening.present() : 0, "counted", count.tally().present(),
				"invalid", count.tally().invalid(), "candidates", Given.orNone(count.candidates()).size());
	}

	/**
	 * Whether of those written in nobody is named but whom it may elect.
	 */
	static boolean namesOnlyElected(Ballot ballot, BallotAction.Tallied count, Moment<Party> moment) {
		Ballot.Opening opening = ballot.opening();
		Share share = moment.rules().share(DecisionRules.named(ballot.question().rule()).majority());
		return Given.orNone(count.others())
			.stream()
			.allMatch((one) -> opening != null && share.isReachedBy(one.votes(), opening.members()));
	}

	/**
	 * Whether a second count is the first.
	 */
	static boolean agree(Ballot ballot, BallotAction.Tallied count) {
		Ballot.HandCount hand = ballot.handCount();
		Election election = ballot.question().election();
		return hand != null && ((election != null)
				? count.votes(election).filter((votes) -> votes.equals(hand.firstVotes())).isPresent()
				: count.tally().equals(hand.first()));
	}

	static Map<String, Object> both(Ballot ballot, BallotAction.Tallied count) {
		Ballot.HandCount hand = ballot.handCount();
		Election election = ballot.question().election();
		return (hand == null || election == null)
				? Map.of("first", String.valueOf((hand != null) ? hand.first() : null), "second",
						count.tally().toString())
				: Map.of("first", String.valueOf(hand.firstVotes()), "second",
						count.votes(election).map(Object::toString).orElse(""));
	}

	/**
	 * Whether votes by name, if any, are those of the present, one each, and add up to
	 * the numbers.
	 */
	static boolean namesAgree(Ballot ballot, BallotAction.Tallied count) {
		List<Vote> named = count.named();
		if (named.isEmpty()) {
			return true;
		}
		Set<UUID> present = ballot.facts()
			.roll()
			.stream()
			.filter(Voter::present)
			.map(Voter::member)
			.collect(Collectors.toSet());
		Set<UUID> voters = new HashSet<>(named.stream().map(Vote::member).toList());
		Tally whole = Known.tally(ballot.facts().withSilent(named).stream().map(Vote::choice).toList());
		return !ballot.secret() && voters.size() == named.size() && present.containsAll(voters)
				&& whole.equals(count.tally());
	}

}
