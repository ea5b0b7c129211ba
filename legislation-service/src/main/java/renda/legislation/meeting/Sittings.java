package renda.legislation.meeting;

import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.meeting.MeetingAction.Counted;
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

	private final MeetingKind kind;

	private final Presences presences;

	private final Members members;

	private final Proceedings proceedings;

	Sittings(MeetingKind kind, Presences presences, Members members, Proceedings proceedings) {
		this.kind = kind;
		this.presences = presences;
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
	 * The members who are signed in now, by id; none where there is no such meeting.
	 */
	public Mono<List<Present>> present(UUID meeting) {
		return this.kind.table()
			.byId(meeting)
			.flatMap((found) -> this.presences.present(meeting, found.course().round()))
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
		return this.kind.table()
			.locked(decided.meeting())
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这次会议。", "There is no such meeting."))))
			.flatMap((found) -> this.proceedings.take(this.kind, found, "settle",
					new MeetingAction.BallotSettled(item, decided.ballot(), decided.passed(),
							decided.outcome().explanation()),
					announcer))
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
			return this.presences.count(meeting.id(), meeting.course().round());
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
