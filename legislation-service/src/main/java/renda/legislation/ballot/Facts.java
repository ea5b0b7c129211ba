package renda.legislation.ballot;

import java.security.KeyPair;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Subject;
import renda.legislation.agenda.Tabled;
import renda.legislation.box.BlindSignatures;
import renda.legislation.box.Papers;
import renda.legislation.box.Rolls;
import renda.legislation.box.Vote;
import renda.legislation.box.Voter;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.sitting.Sitting;
import renda.legislation.sitting.Sittings;
import renda.platform.vote.Election;
import renda.platform.vote.VotingPaper;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds what a step on a ballot is decided on and only the service knows.
 */
@Component
class Facts {

	private final Sittings sittings;

	private final Members members;

	private final Rolls rolls;

	private final Papers papers;

	private final Ballots ballots;

	private final ObjectProvider<Tabled> tabled;

	Facts(Sittings sittings, Members members, Rolls rolls, Papers papers, Ballots ballots,
			ObjectProvider<Tabled> tabled) {
		this.sittings = sittings;
		this.members = members;
		this.rolls = rolls;
		this.papers = papers;
		this.ballots = ballots;
		this.tabled = tabled;
	}

	/**
	 * What puts a kind of case to the vote; empty for an item without a case.
	 */
	Optional<Tabled> tabled(String kind) {
		return this.tabled.stream().filter((one) -> one.kind().equals(kind)).findFirst();
	}

	/**
	 * The question that a draft puts, with what is known about it.
	 * @throws Refusal 400 where the meeting, an item or an earlier ballot is unknown
	 */
	Mono<Asked> asked(BallotAction.Draft draft, LocalDate today) {
		return this.sittings.of(draft.meeting())
			.switchIfEmpty(
					Mono.error(() -> Refusal.invalid("/meeting", Text.of("没有这次会议。", "There is no such meeting."))))
			.flatMap((sitting) -> {
				List<Sitting.Item> items = items(sitting, draft.items());
				if (items.size() != draft.items().stream().distinct().count()) {
					throw Refusal.invalid("/items", Text.of("议程中没有其中的事项。", "The agenda has no such item."));
				}
				List<UUID> panel = Given.orNone(draft.panel()).stream().distinct().toList();
				return Mono
					.zip(subjects(items), strangers(sitting, panel, today),
							this.ballots.atMeeting(draft.meeting(), Given.orNone(draft.after())),
							this.sittings.concluded(draft.meeting()), contested(items))
					.map((found) -> {
						if (found.getT3().size() != Given.orNone(draft.after()).stream().distinct().count()) {
							throw Refusal.invalid("/after", Text.of("本次会议没有其中的表决。", "The meeting has no such ballot."));
						}
						return asked(draft, sitting, items, found.getT1(), panel, found.getT2(), found.getT4(),
								found.getT5());
					});
			});
	}

	private Asked asked(BallotAction.Draft draft, Sitting sitting, List<Sitting.Item> items,
			List<Question.Matter> subjects, List<UUID> panel, List<UUID> strangers, List<UUID> concluded,
			Optional<Election> standing) {
		Sitting.Item first = items.getFirst();
		boolean demanded = items.stream()
			.anyMatch(
					(item) -> tabled(item.kind()).map((kind) -> kind.deciding(item.purpose()) == Tabled.Deciding.SECRET)
						.orElse(false));
		boolean secret = (draft.secret() != null) ? draft.secret()
				: panel.isEmpty() && (demanded || DecisionRules.isAlwaysSecret(first.purpose()));
		String text = Given.orEmpty(draft.question());
		Question question = new Question(sitting.id(), sitting.code(), sitting.name(), sitting.body(), sitting.term(),
				first.purpose(),
				text.isEmpty() ? subjects.stream().map(Question.Matter::title).collect(Collectors.joining("；")) : text,
				(draft.scope() != null) ? draft.scope() : Question.Scope.WHOLE, Given.orEmpty(draft.part()), subjects,
				Given.orEmpty(draft.together()),
				DecisionRules.of(sitting.body(), first.purpose(), secret, !panel.isEmpty()).name(), secret,
				Given.orNone(draft.after()).stream().distinct().toList(), panel, standing.orElse(null));
		return new Asked(question, new Known(Optional.of(sitting), pending(items, concluded), demanded, List.of(),
				strangers, List.of(), List.of(), List.of(), Optional.empty(), standing));
	}

	/**
	 * The election that an item is; empty where it is for or against.
	 */
	private Mono<Optional<Election>> contested(List<Sitting.Item> items) {
		return Flux.fromIterable(items).filter((item) -> item.purpose() == Purpose.ELECT).concatMap((item) -> {
			UUID id = item.subject();
			return (id != null) ? tabled(item.kind()).map((kind) -> kind.contested(id)).orElse(Mono.empty())
					: Mono.<Election>empty();
		}).next().map(Optional::of).defaultIfEmpty(Optional.empty());
	}

	private static List<Sitting.Item> items(Sitting sitting, Collection<UUID> asked) {
		return sitting.agenda().stream().filter((item) -> asked.contains(item.id())).toList();
	}

	private static List<Sitting.Item> pending(List<Sitting.Item> items, List<UUID> concluded) {
		return items.stream().filter((item) -> !concluded.contains(item.id())).toList();
	}

	private Mono<List<Question.Matter>> subjects(List<Sitting.Item> items) {
		return Flux.fromIterable(items).concatMap((item) -> {
			UUID id = item.subject();
			Mono<Subject> subject = (id != null)
					? tabled(item.kind()).map((kind) -> kind.subject(id)).orElse(Mono.empty()) : Mono.empty();
			return subject
				.map((known) -> new Question.Matter(item.id(), item.kind(), id, known.code(), known.title(),
						known.href()))
				.defaultIfEmpty(new Question.Matter(item.id(), item.kind(), id, "", called(item), ""));
		}).collectList();
	}

	/** What the agenda calls an item without a case. */
	private static String called(Sitting.Item item) {
		return item.title().isEmpty() ? item.purpose().title().zh() : item.title();
	}

	private Mono<List<UUID>> strangers(Sitting sitting, List<UUID> panel, LocalDate today) {
		return panel.isEmpty() ? Mono.just(List.of())
				: this.members.inOffice(sitting.body(), today)
					.map((all) -> all.stream().map(Member::id).collect(Collectors.toSet()))
					.map((all) -> panel.stream().filter((id) -> !all.contains(id)).toList());
	}

	/**
	 * What is known about a ballot that is locked. Its meeting matters until it is open.
	 */
	Mono<Ballot> known(Ballot ballot, LocalDate today) {
		Question question = ballot.question();
		boolean draft = ballot.state() == Ballot.State.DRAFT;
		Mono<Optional<Sitting>> sitting = draft
				? this.sittings.of(question.meeting()).map(Optional::of).defaultIfEmpty(Optional.empty())
				: Mono.just(Optional.empty());
		Mono<List<Known.Earlier>> earlier = draft ? this.ballots.before(ballot) : Mono.just(List.of());
		Mono<List<Vote>> votes = draft ? Mono.just(List.of()) : this.rolls.votes(ballot.id());
		Mono<List<VotingPaper>> box = (draft || !ballot.secret()) ? Mono.just(List.of()) : this.papers.box(ballot.id());
		Mono<Optional<KeyPair>> key = (draft && ballot.secret())
				? Mono.fromSupplier(() -> Optional.of(BlindSignatures.key())).subscribeOn(Schedulers.boundedElastic())
				: Mono.just(Optional.empty());
		List<UUID> asked = question.subjects().stream().map(Question.Matter::item).toList();
		return sitting
			.flatMap(
					(meeting) -> Mono
						.zip(draft ? presentNow(question, today) : this.rolls.roll(ballot.id()), earlier, votes, box,
								key, draft ? this.sittings.concluded(question.meeting()) : Mono.just(List.<UUID>of()),
								draft ? contested(meeting.map((known) -> items(known, asked)).orElse(List.of()))
										: Mono.just(Optional.<Election>empty()))
						.map((found) -> ballot
							.knowing(new Known(meeting,
									meeting.map((known) -> pending(items(known, asked), found.getT6()))
										.orElse(List.of()),
									false, found.getT1(), List.of(), found.getT3(), found.getT4(), found.getT2(),
									found.getT5(), found.getT7()))));
	}

	/**
	 * All in office on the day, or the presidium, and who of them has signed in.
	 */
	private Mono<List<Voter>> presentNow(Question question, LocalDate today) {
		return Mono.zip(this.members.inOffice(question.body(), today), this.sittings.present(question.meeting()))
			.map((found) -> {
				Map<UUID, Boolean> remote = new HashMap<>();
				found.getT2().forEach((present) -> remote.put(present.member(), present.remote()));
				return found.getT1()
					.stream()
					.filter((member) -> question.panel().isEmpty() || question.panel().contains(member.id()))
					.map((member) -> new Voter(member.id(), member.name(), member.account(),
							remote.containsKey(member.id()), remote.getOrDefault(member.id(), false), false))
					.collect(Collectors.toMap(Voter::member, Function.identity(), (one, other) -> one,
							LinkedHashMap::new))
					.values()
					.stream()
					.toList();
			});
	}

	/**
	 * A question with what is known about it.
	 */
	record Asked(Question question, Known known) {
	}

}
