package renda.legislation.meeting;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.meeting.MeetingAction.MeetingFollowed;
import renda.legislation.meeting.MeetingAction.MeetingPreceded;
import renda.legislation.member.Body;
import renda.platform.cases.Proceedings;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.Deadlines;
import renda.platform.security.Caller;

import org.springframework.stereotype.Component;

/**
 * Keeps one clock for the next meeting of each body: on the last meeting held while the
 * next one has no date, and on the next one since it has.
 */
@Component
class Succession {

	private static final Set<String> WAITING = Set.of(MeetingClocks.NEXT.name(), MeetingClocks.NEXT_SESSION.name());

	private final MeetingKind kind;

	private final Meetings meetings;

	private final Proceedings proceedings;

	private final Deadlines deadlines;

	Succession(MeetingKind kind, Meetings meetings, Proceedings proceedings, Deadlines deadlines) {
		this.kind = kind;
		this.meetings = meetings;
		this.proceedings = proceedings;
		this.deadlines = deadlines;
	}

	/**
	 * Starts or takes away the clock of the last meeting held, in the transaction that
	 * has dated another meeting or dropped it.
	 */
	Mono<Void> settled(Body body, Caller caller) {
		return this.meetings.lastHeld(body)
			.flatMap((last) -> this.kind.table().locked(last.id()))
			.flatMap((last) -> this.meetings.dated(body, last.id())
				.hasElement()
				.zipWith(isWaiting(last))
				.filter((known) -> known.getT1().equals(known.getT2()))
				.flatMap((known) -> this.proceedings.take(this.kind, last,
						known.getT1() ? "next-dated" : "next-undated", new MeetingFollowed(), caller)))
			.then();
	}

	/**
	 * The same after meetings of the past have come: nothing is waited for on the one
	 * that was the last before, and a next one that has a date counts from the last.
	 * @param before the last meeting held before they came; null where there was none
	 */
	Mono<Void> recorded(Body body, @Nullable Meeting before, Caller caller) {
		return this.meetings.lastHeld(body)
			.filter((last) -> before == null || !last.id().equals(before.id()))
			.flatMap((last) -> overtaken(before, caller).then(closed(last, caller)))
			.then(settled(body, caller));
	}

	private Mono<Void> overtaken(@Nullable Meeting before, Caller caller) {
		return Mono.justOrEmpty(before)
			.filterWhen(this::isWaiting)
			.flatMap((waiting) -> this.kind.table().locked(waiting.id()))
			.flatMap(
					(waiting) -> this.proceedings.take(this.kind, waiting, "next-dated", new MeetingFollowed(), caller))
			.then();
	}

	/**
	 * Counts the clock of a meeting that has a date already from the one that has closed
	 * now.
	 */
	Mono<Void> closed(Meeting meeting, Caller caller) {
		LocalDate on = meeting.course().lastDay(meeting.convening().to());
		return this.meetings.dated(meeting.convening().body(), meeting.id())
			.filter((next) -> this.kind.workflow().step("recount").from().contains(next.state()))
			.flatMap((next) -> this.kind.table().locked(next.id()))
			.flatMap((next) -> this.proceedings.take(this.kind, next, "recount", new MeetingPreceded(on), caller))
			.then();
	}

	private Mono<Boolean> isWaiting(Meeting meeting) {
		return this.deadlines.of(this.kind.workflow().name(), meeting.id())
			.map((clocks) -> clocks.stream()
				.filter(Deadline::isRunning)
				.anyMatch((clock) -> WAITING.contains(clock.name())));
	}

}
