package renda.legislation.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Elected;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Subject;
import renda.legislation.agenda.Tabled;
import renda.legislation.appointment.AppointmentAction.Voted;
import renda.legislation.election.Elections;
import renda.legislation.nomination.AppointmentKnown;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.Settlement;
import renda.legislation.slate.Slates;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.vote.Election;
import renda.platform.vote.Outcome;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Appointments on agendas and in ballots: one by one, or a list of them. Whoever is on a
 * list is voted on with it and not alone; who stands in an election, with the others who
 * do.
 */
@Component
class TabledAppointments implements Tabled {

	private final AppointmentKind kind;

	private final Slates slates;

	private final Elections elections;

	private final AppointmentKnown known;

	private final Proceedings proceedings;

	private final Clock clock;

	TabledAppointments(AppointmentKind kind, Slates slates, Elections elections, AppointmentKnown known,
			Proceedings proceedings, Clock clock) {
		this.kind = kind;
		this.slates = slates;
		this.elections = elections;
		this.known = known;
		this.proceedings = proceedings;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return this.kind.workflow().name();
	}

	@Override
	public Mono<Subject> subject(UUID id) {
		return this.kind.table()
			.byId(id)
			.map((one) -> new Subject(kind(), id, one.code(), one.nomination().title(), this.kind.path() + "/" + id,
					(one.hearing().slate() != null) ? Set.of() : purposes(List.of(one))))
			.switchIfEmpty(Mono.defer(() -> list(id)));
	}

	private Mono<Subject> list(UUID id) {
		return this.slates.byId(id)
			.flatMap((slate) -> this.kind.table()
				.byIds(slate.appointments())
				.map((all) -> new Subject(kind(), id, slate.code(), slate.title(), Slates.PATH + "/" + id,
						(slate.election() != null && slate.election().places() != null) ? Set.of(Purpose.ELECT)
								: purposes(all))));
	}

	private static Set<Purpose> purposes(List<Appointment> cases) {
		if (cases.stream().anyMatch((one) -> one.state() == State.CANDIDATE || one.state() == State.RUN_OFF)) {
			return Set.of(Purpose.ELECT);
		}
		boolean tabled = !cases.isEmpty() && cases.stream()
			.allMatch((one) -> one.state() == State.TABLED || one.state() == State.INTRODUCED
					|| one.state() == State.DELIBERATED);
		return tabled ? Set.of(cases.getFirst().act().purpose()) : Set.of();
	}

	/**
	 * Persons are voted on in secret.
	 */
	@Override
	public Deciding deciding(Purpose purpose) {
		return Deciding.SECRET;
	}

	@Override
	public Mono<Void> decided(UUID id, Decided outcome, Caller announcer) {
		return this.kind.table()
			.locked(id)
			.map(List::of)
			.switchIfEmpty(Mono.defer(() -> this.slates.members(id).flatMap(this.kind.table()::locked)))
			.flatMap((cases) -> cases.isEmpty() ? Mono.error(unknown())
					: Flux.fromIterable(cases)
						.concatMap((one) -> settled(one, outcome, !one.id().equals(id), announcer))
						.then());
	}

	@Override
	public Mono<Election> contested(UUID id) {
		return this.elections.standing(id);
	}

	@Override
	public Mono<Void> elected(UUID id, Elected outcome, Caller announcer) {
		return this.elections.decided(id, outcome, announcer);
	}

	private Mono<Appointment> settled(Appointment subject, Decided outcome, boolean slate, Caller announcer) {
		String step = !outcome.passed() ? "not-approve" : subject.act().ends() ? "dismiss" : "appoint";
		Mono<AppointmentFacts> known = step.equals("appoint")
				? this.known.seats(subject.nomination(), LocalDate.now(this.clock)) : Mono.just(AppointmentFacts.NONE);
		return known.flatMap((facts) -> this.proceedings.take(this.kind, subject, step,
				new Voted(vote(outcome, slate), facts), announcer));
	}

	private static Settlement.CastVote vote(Decided decided, boolean slate) {
		Outcome outcome = decided.outcome();
		return new Settlement.CastVote(decided.ballot(), decided.meeting(), decided.meetingName(), decided.on(),
				outcome.members(), outcome.present(), outcome.tally().votesFor(), outcome.tally().against(),
				outcome.tally().abstained(), outcome.tally().notPressed(), decided.passed(), slate,
				outcome.explanation().zh());
	}

	private static Refusal unknown() {
		return Refusal.notFound(Text.of("没有这件任免事项。", "There is no such appointment."));
	}

}
