package renda.legislation.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Elected;
import renda.legislation.meeting.Meeting.Party;
import renda.legislation.member.Body;
import renda.legislation.member.Members;
import renda.legislation.sitting.Announced;
import renda.legislation.sitting.Attendance;
import renda.legislation.sitting.Attendance.Counted;
import renda.legislation.sitting.Convened;
import renda.legislation.sitting.Convened.Phase;
import renda.legislation.sitting.Present;
import renda.legislation.sitting.Sitting;
import renda.legislation.sitting.Sittings;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Repository;

/**
 * Meetings as other features ask for them, from what is kept here.
 */
@Repository
class MeetingSittings implements Sittings {

	private final MeetingKind kind;

	private final Meetings meetings;

	private final Attendance attendance;

	private final Members members;

	private final Proceedings proceedings;

	MeetingSittings(MeetingKind kind, Meetings meetings, Attendance attendance, Members members,
			Proceedings proceedings) {
		this.kind = kind;
		this.meetings = meetings;
		this.attendance = attendance;
		this.members = members;
		this.proceedings = proceedings;
	}

	@Override
	public Mono<Sitting> of(UUID meeting) {
		return this.kind.table().byId(meeting).flatMap(this::sitting);
	}

	@Override
	public Mono<Sitting> byCode(String code) {
		return this.kind.table()
			.byCodes(List.of(code))
			.flatMapIterable((found) -> found)
			.filter((meeting) -> meeting.state() != Meeting.State.CANCELLED)
			.next()
			.flatMap(this::sitting);
	}

	@Override
	public Mono<Convened> known(UUID meeting, Caller caller) {
		return this.proceedings.found(this.kind, meeting, caller).map((found) -> convened(found, caller));
	}

	@Override
	public Mono<List<Announced>> announced(@Nullable Body body, LocalDate since) {
		return this.meetings.announced(body, since);
	}

	@Override
	public Mono<List<Present>> present(UUID meeting) {
		return this.kind.table()
			.byId(meeting)
			.flatMap((found) -> this.attendance.present(meeting, found.course().round()))
			.defaultIfEmpty(List.of());
	}

	@Override
	public Mono<List<UUID>> concluded(UUID meeting) {
		return this.kind.table()
			.byId(meeting)
			.map((found) -> found.agenda()
				.stream()
				.filter((item) -> item.conclusion() != null)
				.map(AgendaItem::id)
				.toList())
			.defaultIfEmpty(List.of());
	}

	@Override
	public Mono<Void> settled(UUID item, Decided decided, Caller announcer) {
		return settled(decided.meeting(), new MeetingAction.BallotSettled(item, decided.ballot(), decided.passed(),
				decided.outcome().explanation()), announcer);
	}

	@Override
	public Mono<Void> settled(UUID item, Elected elected, Caller announcer) {
		return settled(elected.meeting(), new MeetingAction.BallotSettled(item, elected.ballot(),
				elected.outcome().anyElected(), elected.outcome().explanation()), announcer);
	}

	private Mono<Void> settled(UUID meeting, MeetingAction.BallotSettled settled, Caller announcer) {
		return this.kind.table()
			.locked(meeting)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这次会议。", "There is no such meeting."))))
			.flatMap((found) -> this.proceedings.take(this.kind, found, "settle", settled, announcer))
			.then();
	}

	private Convened convened(Meeting meeting, Caller caller) {
		Set<Party> parties = this.kind.actors(meeting, caller);
		Course.Opening opening = meeting.course().opening();
		return new Convened(meeting.id(), meeting.convening().body(), meeting.state(), phase(meeting.state()),
				meeting.course().round(), (opening != null) ? new Counted(opening.members(), opening.present()) : null,
				!meeting.course().remote().isEmpty(),
				meeting.agenda().stream().map(AgendaItem::id).collect(Collectors.toUnmodifiableSet()),
				this.kind.isInsider(caller), !parties.isEmpty(), parties.contains(Party.CHAIR),
				parties.contains(Party.OFFICE));
	}

	private static Phase phase(Meeting.State state) {
		return switch (state) {
			case PLANNED, AGENDA_DRAFT, NOTIFIED -> Phase.AHEAD;
			case CHECK_IN -> Phase.SIGNING_IN;
			case OPEN -> Phase.OPEN;
			case CLOSED -> Phase.CLOSED;
			case PUBLISHED -> Phase.PUBLISHED;
			case NO_QUORUM, CANCELLED -> Phase.NOT_HELD;
		};
	}

	private Mono<Sitting> sitting(Meeting meeting) {
		Convening convening = meeting.convening();
		Course.Opening opening = meeting.course().opening();
		return counted(meeting).map((counted) -> new Sitting(meeting.id(), meeting.code(), convening.name(),
				convening.body(), convening.term(), convening.number(), convening.from(), convening.to(),
				meeting.state() == Meeting.State.OPEN, (opening != null) ? opening.members() : counted.members(),
				counted.present(), meeting.agenda().stream().map(MeetingSittings::item).toList()));
	}

	/**
	 * Of a meeting that came by import only the numbers are known.
	 */
	private Mono<Counted> counted(Meeting meeting) {
		Course.Opening opening = meeting.course().opening();
		if (meeting.course().round() > 0) {
			return this.attendance.count(meeting.id(), meeting.course().round());
		}
		if (opening != null) {
			return Mono.just(new Counted(opening.members(), opening.present()));
		}
		return this.members.count(meeting.convening().body(), meeting.convening().from())
			.map((count) -> new Counted(count, 0));
	}

	private static Sitting.Item item(AgendaItem item) {
		return new Sitting.Item(item.id(), item.kind(), item.subject(), item.purpose(), item.isAdopted(),
				item.papersSentOn().orElse(null), item.title());
	}

}
