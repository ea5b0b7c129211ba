package renda.legislation.tenure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentView;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.Settlement;
import renda.legislation.post.Holding;
import renda.legislation.post.Holdings;
import renda.platform.cases.CaseKind;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;

import org.springframework.stereotype.Service;

/**
 * Keeps who holds which post in step with what was decided.
 */
@Service
public class OfficeHolders {

	private final Holdings holdings;

	private final Proceedings proceedings;

	OfficeHolders(Holdings holdings, Proceedings proceedings) {
		this.holdings = holdings;
		this.proceedings = proceedings;
	}

	/**
	 * What was decided gives the post, or takes it away and ends the appointment it was
	 * held by.
	 */
	public Mono<Void> follow(CaseKind<Appointment, State, Party, AppointmentView> kind, Appointment decided,
			Caller caller) {
		if (decided.state() == State.APPOINTED) {
			return this.holdings.begin(List.of(begun(decided)))
				.then(Mono.defer(() -> actingOver(kind, List.of(decided), caller)));
		}
		return (decided.state() == State.DISMISSED) ? this.holdings.end(List.of(ended(decided)))
			.flatMap((left) -> leave(kind, left, decided.act().name(), caller)) : Mono.empty();
	}

	/**
	 * Where a post has its holder, nobody acts in it any more.
	 */
	private Mono<Void> actingOver(CaseKind<Appointment, State, Party, AppointmentView> kind, List<Appointment> given,
			Caller caller) {
		List<UUID> posts = given.stream().map((one) -> one.nomination().post().id()).distinct().toList();
		String ground = TenureAction.Ground.ACTING_OVER.name();
		return this.holdings.endActing(posts, ground).flatMap((left) -> leave(kind, left, ground, caller));
	}

	/**
	 * Whoever held a post by these appointments holds it no more.
	 */
	public Mono<Void> leave(CaseKind<Appointment, State, Party, AppointmentView> kind, List<Holding.Left> left,
			String ground, Caller caller) {
		return Flux.fromIterable(left)
			.concatMap((one) -> kind.table()
				.locked(one.appointment())
				.filter((subject) -> subject.state().holds())
				.flatMap((subject) -> this.proceedings.take(kind, subject, "leave",
						new TenureAction.Leave(one.on(), ground), caller)))
			.then();
	}

	public Mono<Void> announced(Appointment subject) {
		return this.holdings.publish(subject.id());
	}

	public Mono<Void> left(Appointment subject) {
		Settlement settlement = subject.settlement();
		LocalDate on = (settlement.endedOn() != null) ? settlement.endedOn() : subject.stateSince();
		return this.holdings.end(List.of(new Holding.Ended(subject.nomination().post().id(),
				subject.nomination().person().key(), on, settlement.ground())))
			.then();
	}

	/**
	 * The same for cases that lived elsewhere.
	 */
	public Mono<Void> recorded(CaseKind<Appointment, State, Party, AppointmentView> kind, List<Appointment> lived,
			Caller caller) {
		List<Appointment> given = lived.stream()
			.filter((subject) -> !subject.act().ends() && subject.passedOn().isPresent())
			.toList();
		List<Holding.Ended> ended = lived.stream()
			.filter((subject) -> subject.act().ends() && subject.passedOn().isPresent())
			.map(OfficeHolders::ended)
			.toList();
		return this.holdings.begin(given.stream().map(OfficeHolders::begun).toList())
			.then(Mono.defer(() -> actingOver(kind, given, caller)))
			.then(Mono.defer(() -> this.holdings.end(ended)))
			.flatMap((left) -> leave(kind, left, Nomination.Act.DISMISS.name(), caller));
	}

	private static Holding.Begun begun(Appointment subject) {
		Nomination nomination = subject.nomination();
		return new Holding.Begun(nomination.post().id(), nomination.person().key(), nomination.person().name(),
				nomination.act() == Nomination.Act.ACTING, effectiveOn(subject), subject.id(), subject.isPublic(),
				subject.sample());
	}

	private static Holding.Ended ended(Appointment subject) {
		return new Holding.Ended(subject.nomination().post().id(), subject.nomination().person().key(),
				effectiveOn(subject), subject.act().name());
	}

	private static LocalDate effectiveOn(Appointment subject) {
		return subject.passedOn().orElse(subject.stateSince());
	}

}
