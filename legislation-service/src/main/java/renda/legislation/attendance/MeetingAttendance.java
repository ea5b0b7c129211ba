package renda.legislation.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.member.Member;
import renda.legislation.sitting.Attendance;
import renda.legislation.sitting.Attendance.Counted;
import renda.legislation.sitting.Present;

import org.springframework.stereotype.Component;

/**
 * Presence and leave, as a meeting asks for them.
 */
@Component
class MeetingAttendance implements Attendance {

	private final Presences presences;

	private final Leaves leaves;

	MeetingAttendance(Presences presences, Leaves leaves) {
		this.presences = presences;
		this.leaves = leaves;
	}

	@Override
	public Mono<Integer> undecidedLeaves(UUID meeting) {
		return this.leaves.undecided(meeting);
	}

	@Override
	public Mono<Void> enrol(UUID meeting, int round, LocalDate on, List<Member> members) {
		return this.presences.enrol(meeting, round, on, members);
	}

	@Override
	public Mono<Counted> count(UUID meeting, int round) {
		return this.presences.count(meeting, round);
	}

	@Override
	public Mono<List<Present>> present(UUID meeting, int round) {
		return this.presences.present(meeting, round);
	}

	@Override
	public Mono<List<Attended>> attended(UUID meeting) {
		return this.presences.attended(meeting);
	}

}
