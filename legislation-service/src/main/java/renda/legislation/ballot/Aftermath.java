package renda.legislation.ballot;

import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Elected;
import renda.legislation.box.Papers;
import renda.legislation.box.Rolls;
import renda.legislation.sitting.Sittings;
import renda.platform.security.Caller;

import org.springframework.stereotype.Component;

/**
 * What belongs to a step of a ballot besides the ballot, written in its transaction.
 */
@Component
class Aftermath {

	private final Rolls rolls;

	private final Papers papers;

	private final Facts facts;

	private final Sittings sittings;

	private final List<Announced> others;

	Aftermath(Rolls rolls, Papers papers, Facts facts, Sittings sittings, List<Announced> others) {
		this.rolls = rolls;
		this.papers = papers;
		this.facts = facts;
		this.sittings = sittings;
		this.others = List.copyOf(others);
	}

	Mono<Void> of(String step, Ballot ballot, Caller caller) {
		UUID id = ballot.id();
		Known known = ballot.facts();
		return switch (step) {
			case "open" -> this.rolls.freeze(id, known.roll())
				.then(known.key().map((key) -> this.papers.keepKey(id, key)).orElse(Mono.empty()));
			case "start" -> this.papers.forgetKey(id);
			case "close" ->
				ballot.secret() ? this.papers.counted(id) : this.rolls.keep(id, known.withSilent(known.votes()));
			case "fall-back" ->
				Flux.concat(this.rolls.clear(id), this.papers.destroy(id), this.papers.forgetKey(id)).then();
			case "confirm" -> confirmed(ballot);
			case "announce" -> announced(ballot, caller);
			default -> Mono.empty();
		};
	}

	/**
	 * Keeps the votes by name, where the hands were counted so.
	 */
	private Mono<Void> confirmed(Ballot ballot) {
		Ballot.HandCount hand = ballot.handCount();
		return (hand == null || hand.votes().isEmpty()) ? Mono.empty()
				: this.rolls.keep(ballot.id(), ballot.facts().withSilent(hand.votes()));
	}

	/**
	 * Gives the outcome to the items of the agenda and to every case voted upon.
	 */
	private Mono<Void> announced(Ballot ballot, Caller caller) {
		Question question = ballot.question();
		Ballot.Count count = ballot.count();
		Mono<Void> told = Flux.fromIterable(this.others).concatMap((one) -> one.announced(ballot)).then();
		if (count == null || !question.settles()) {
			return told;
		}
		if (count.election() != null) {
			return elected(question.subjects().getFirst(),
					new Elected(ballot.id(), question.meeting(), question.meetingName(), count.on(), count.election()),
					caller)
				.then(told);
		}
		if (count.outcome() == null) {
			return told;
		}
		Decided decided = new Decided(ballot.id(), question.meeting(), question.meetingName(), question.body(),
				count.on(), question.purpose(), question.text(), count.outcome());
		return Flux.fromIterable(question.subjects())
			.concatMap((subject) -> this.sittings.settled(subject.item(), decided, caller)
				.then(Mono.defer(() -> decide(subject, decided, caller))))
			.then(told);
	}

	/**
	 * The item stays where those with as many votes are voted on again, and after a
	 * preliminary election.
	 */
	private Mono<Void> elected(Question.Matter subject, Elected elected, Caller caller) {
		UUID id = subject.id();
		Mono<Void> item = !elected.outcome().settles() ? Mono.empty()
				: this.sittings.settled(subject.item(), elected, caller);
		return (id != null) ? item.then(Mono.defer(() -> this.facts.tabled(subject.kind())
			.map((kind) -> kind.elected(id, elected, caller))
			.orElse(Mono.empty()))) : item;
	}

	private Mono<Void> decide(Question.Matter subject, Decided decided, Caller caller) {
		UUID id = subject.id();
		return (id != null) ? this.facts.tabled(subject.kind())
			.map((kind) -> kind.decided(id, decided, caller))
			.orElse(Mono.empty()) : Mono.empty();
	}

}
