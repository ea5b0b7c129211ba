package renda.legislation.election;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.agenda.Elected;
import renda.legislation.election.ElectionAction.Call;
import renda.legislation.election.ElectionAction.Counted;
import renda.legislation.election.ElectionAction.Field;
import renda.legislation.election.ElectionAction.Stand;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentView;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.Nomination.Proposer;
import renda.legislation.personnel.Settlement;
import renda.legislation.post.Holdings;
import renda.legislation.slate.ElectionTerms;
import renda.legislation.slate.Slates;
import renda.platform.cases.CaseKind;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.vote.Contender;
import renda.platform.vote.Election;
import renda.platform.vote.ElectionOutcome;
import renda.platform.vote.ElectionOutcome.Placing;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * Elections by the congress: who stands on one paper, and what comes of it.
 */
@Service
public class Elections {

	private final CaseKind<Appointment, State, Party, AppointmentView> kind;

	private final Slates slates;

	private final Holdings holdings;

	private final Proceedings proceedings;

	private final Clock clock;

	Elections(CaseKind<Appointment, State, Party, AppointmentView> kind, Slates slates, Holdings holdings,
			Proceedings proceedings, Clock clock) {
		this.kind = kind;
		this.slates = slates;
		this.holdings = holdings;
		this.proceedings = proceedings;
		this.clock = clock;
	}

	/**
	 * Puts candidates on one paper, in the current transaction: all of them, or none.
	 */
	Mono<Slates.Slate> call(Call call, Caller caller) {
		LocalDate today = LocalDate.now(this.clock);
		UUID id = Ids.next();
		return this.slates.known(call.candidates(), "/candidates", caller).flatMap((candidates) -> {
			Nomination.PostHeld post = candidates.getFirst().nomination().post();
			if (candidates.stream()
				.anyMatch((one) -> one.act() != Act.ELECT || !one.nomination().post().id().equals(post.id()))) {
				return Mono.error(Refusal.invalid("/candidates",
						Text.of("一张选票只列同一职务的候选人。", "A paper has candidates for one post only.")));
			}
			ElectionTerms terms = ElectionTerms
				.of(post.id(), Objects.requireNonNull(call.seats()), Boolean.TRUE.equals(call.byElection()),
						Given.orEmpty(call.decision()),
						(call.nominationsFrom() != null) ? call.nominationsFrom() : firstNominated(candidates))
				.preliminary(call.places());
			return Mono
				.zip(this.holdings.ofPost(post.id(), today),
						this.slates.nomineesBesides(call.candidates(), post.id(), terms.nominationsFrom()))
				.map((found) -> new Field(candidates.size(), byOne(candidates), post.seats(),
						Math.toIntExact(found.getT1().stream().filter((one) -> !one.acting()).count()), found.getT2()))
				.flatMap((field) -> this.slates
					.insert(id, Act.ELECT, title(post, terms, candidates.size()), call.method().strip(), terms)
					.thenMany(Flux.fromIterable(candidates))
					.concatMap((one) -> this.proceedings.take(this.kind, one,
							(terms.places() != null) ? "preselect" : "stand", new Stand(id, terms, field), caller))
					.then(Mono.defer(() -> this.slates.byId(id))));
		});
	}

	private static String title(Nomination.PostHeld post, ElectionTerms terms, int candidates) {
		Integer places = terms.places();
		return (places != null)
				? "选举：%s（应选 %d 名，提名 %d 名，预选正式候选人 %d 名）".formatted(post.title(), terms.seats(), candidates, places)
				: "选举：%s（应选 %d 名，候选人 %d 名）".formatted(post.title(), terms.seats(), candidates);
	}

	private static LocalDate firstNominated(List<Appointment> candidates) {
		return candidates.stream()
			.map((one) -> one.nomination().meetingOn())
			.min(Comparator.naturalOrder())
			.orElseThrow();
	}

	/**
	 * The most candidates that the presidium or one deputy has nominated.
	 */
	private static int byOne(List<Appointment> candidates) {
		Map<Object, Integer> nominated = new HashMap<>();
		for (Appointment one : candidates) {
			Proposer by = one.nomination().by();
			List<? extends Object> all = (by.kind() == Proposer.Kind.DEPUTIES) ? by.members() : List.of(by.kind());
			all.forEach((nominator) -> nominated.merge(nominator, 1, Integer::sum));
		}
		return nominated.values().stream().mapToInt(Integer::intValue).max().orElse(0);
	}

	/**
	 * Who stands now: those on the list, those of whom a preliminary election decides, or
	 * those who are voted on again. Empty where nobody does.
	 */
	public Mono<Election> standing(UUID slate) {
		return this.slates.terms(slate).flatMap((terms) -> {
			ElectionTerms.RunOff again = terms.runOff();
			return (again != null) ? Mono.just(again(terms, again))
					: this.slates.members(slate)
						.flatMap(this.kind.table()::byIds)
						.map((all) -> contenders(all, terms))
						.filter((all) -> !all.isEmpty())
						.map((all) -> election(terms, all))
						.map(Election::byStrokes);
		});
	}

	private static Election again(ElectionTerms terms, ElectionTerms.RunOff runOff) {
		Integer places = terms.places();
		return ((places != null) ? new Election(terms.seats(), runOff.contenders(), true, runOff.seats(), null)
				: new Election(runOff.seats(), runOff.contenders(), true, null, null))
			.byStrokes();
	}

	/**
	 * Nominees who withdraw may leave no more than may stand: these are then put on the
	 * paper of the election itself.
	 */
	private static Election election(ElectionTerms terms, List<Contender> all) {
		Integer places = terms.places();
		if (places == null) {
			return Election.among(terms.seats(), all);
		}
		if (all.size() <= places) {
			throw Refusal.conflict("wrong-state", Text.of("参加预选的人数已不超过正式候选人名额，不必预选：请直接决定正式候选人名单。",
					"No more are left than may stand: put them on the paper of the election itself."));
		}
		return Election.preliminary(terms.seats(), places, all);
	}

	private static List<Contender> contenders(List<Appointment> all, ElectionTerms terms) {
		Set<State> standing = (terms.places() != null) ? EnumSet.of(State.NOMINATED, State.NOT_ELECTED)
				: EnumSet.of(State.CANDIDATE);
		return all.stream()
			.filter((one) -> standing.contains(one.state()))
			.map((one) -> new Contender(one.id(), one.nomination().person().name()))
			.toList();
	}

	/**
	 * Takes the outcome over to everybody who stood and has not withdrawn, in the current
	 * transaction. Somebody written in has no case: the office records the election.
	 */
	public Mono<Void> decided(UUID slate, Elected elected, Caller announcer) {
		ElectionOutcome outcome = elected.outcome();
		return this.slates.terms(slate)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这次选举。", "There is no such election."))))
			.filter((terms) -> outcome.runOff() == (terms.runOff() != null)
					&& outcome.decidesWhoStands() == (terms.places() != null))
			.switchIfEmpty(Mono.error(() -> Refusal.conflict("wrong-state",
					Text.of("这次选举已有结果，或者须再次投票。", "This election has an outcome, or is to be voted on again."))))
			.flatMap((terms) -> this.slates.members(slate).flatMap(this.kind.table()::locked).flatMapMany((cases) -> {
				Map<UUID, Appointment> byId = cases.stream()
					.collect(Collectors.toMap(Appointment::id, Function.identity()));
				return Flux.fromIterable(outcome.placings())
					.filter((placing) -> placing.candidate() != null && byId.containsKey(placing.candidate())
							&& !isStillOpen(outcome, placing))
					.concatMap((placing) -> this.proceedings.take(this.kind,
							Objects.requireNonNull(byId.get(placing.candidate())), step(placing),
							new Counted(vote(elected, placing)), announcer));
			}).then(Mono.defer(() -> this.slates.keep(slate, terms.again(runOff(outcome))))));
	}

	/**
	 * Nominees who are voted on again stay nominees.
	 */
	private static boolean isStillOpen(ElectionOutcome outcome, Placing placing) {
		return outcome.decidesWhoStands() && placing.result() == ElectionOutcome.Result.RUN_OFF;
	}

	private static String step(Placing placing) {
		return switch (placing.result()) {
			case ELECTED -> "elect";
			case RUN_OFF -> "tie";
			case NOT_ELECTED -> "not-elect";
			case LISTED -> "list-by-votes";
			case NOT_LISTED -> "not-list";
		};
	}

	private static Settlement.CastVote vote(Elected elected, Placing placing) {
		ElectionOutcome outcome = elected.outcome();
		return new Settlement.CastVote(elected.ballot(), elected.meeting(), elected.meetingName(), elected.on(),
				outcome.members(), outcome.present(), placing.tally().votesFor(), placing.tally().against(),
				placing.tally().abstained(), placing.tally().notPressed(),
				placing.result() == ElectionOutcome.Result.ELECTED, true, outcome.explanation().zh());
	}

	private static ElectionTerms.@Nullable RunOff runOff(ElectionOutcome outcome) {
		if (!outcome.needsRunOff()) {
			return null;
		}
		List<Contender> again = new ArrayList<>();
		outcome.with(ElectionOutcome.Result.RUN_OFF)
			.forEach((one) -> again
				.add(new Contender((one.candidate() != null) ? one.candidate() : Ids.next(), one.name())));
		return new ElectionTerms.RunOff(outcome.runOffSeats(), again);
	}

}
