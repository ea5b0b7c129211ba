package renda.legislation.meeting;

import java.util.List;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Elected;
import renda.legislation.meeting.Attendance.Counted;
import renda.legislation.member.Body;
import renda.legislation.member.Members;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Repository;

/**
 * Meetings, as other features ask for them.
 */
@Repository
public class Sittings {

	/** Where meetings are, and what is kept beside them. */
	public static final String PATH = MeetingKind.PATH;

	private final MeetingKind kind;

	private final Meetings meetings;

	private final Attendance attendance;

	private final Members members;

	private final Proceedings proceedings;

	Sittings(MeetingKind kind, Meetings meetings, Attendance attendance, Members members, Proceedings proceedings) {
		this.kind = kind;
		this.meetings = meetings;
		this.attendance = attendance;
		this.members = members;
		this.proceedings = proceedings;
	}

	/**
	 * A meeting as it stands now; empty where there is none.
	 */
	public Mono<Sitting> of(UUID meeting) {
		return this.kind.table().byId(meeting).flatMap(this::sitting);
	}

	/**
	 * The meeting with a code, such as {@code CWH-16-03}; empty where there is none.
	 */
	public Mono<Sitting> byCode(String code) {
		return this.kind.table()
			.byCodes(List.of(code))
			.flatMapIterable((found) -> found)
			.filter((meeting) -> meeting.state() != Meeting.State.CANCELLED)
			.next()
			.flatMap(this::sitting);
	}

	/**
	 * A meeting as a caller may know of it.
	 * @throws Refusal 404 where the caller may not
	 */
	public Mono<Convened> known(UUID meeting, Caller caller) {
		return this.proceedings.found(this.kind, meeting, caller)
			.map((found) -> Convened.of(found, this.kind.actors(found, caller), this.kind.isInsider(caller)));
	}

	/**
	 * The meetings that everyone may know of and that end on a day or later, the first
	 * first.
	 */
	public Mono<List<Announced>> announced(@Nullable Body body, LocalDate since) {
		return this.meetings.announced(body, since);
	}

	/**
	 * The members who are signed in now, by id; none where there is no such meeting.
	 */
	public Mono<List<Present>> present(UUID meeting) {
		return this.kind.table()
			.byId(meeting)
			.flatMap((found) -> this.attendance.present(meeting, found.course().round()))
			.defaultIfEmpty(List.of());
	}

	/**
	 * The items of its agenda that have an outcome: voted upon, withdrawn or not put to
	 * the vote.
	 */
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

	/**
	 * Takes the outcome of a ballot over to the item it was held on, in the transaction
	 * that announces it.
	 * @param announcer who announced it: whoever presides, the council or the office
	 * @throws Refusal 404 where there is no such meeting; 409 where it is not open; 422
	 * MTG-09 where the item is not on its adopted agenda
	 */
	public Mono<Void> settled(UUID item, Decided decided, Caller announcer) {
		return settled(decided.meeting(), new MeetingAction.BallotSettled(item, decided.ballot(), decided.passed(),
				decided.outcome().explanation()), announcer);
	}

	/**
	 * The same of an election that is over: passed where anybody is elected.
	 */
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

	private Mono<Sitting> sitting(Meeting meeting) {
		Convening convening = meeting.convening();
		Course.Opening opening = meeting.course().opening();
		return counted(meeting).map((counted) -> new Sitting(meeting.id(), meeting.code(), convening.name(),
				convening.body(), convening.term(), convening.number(), convening.from(), convening.to(),
				meeting.state() == Meeting.State.OPEN, (opening != null) ? opening.members() : counted.members(),
				counted.present(), meeting.agenda().stream().map(Sittings::item).toList()));
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
				item.papersSentOn().orElse(null));
	}

}
