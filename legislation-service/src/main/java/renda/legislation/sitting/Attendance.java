package renda.legislation.sitting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.member.Member;

/**
 * Who is on the roll of a meeting, who is there, who has asked for leave. The feature
 * that keeps it declares one bean; a meeting knows no more about it than this.
 */
public interface Attendance {

	/**
	 * How many requests for leave nobody has decided on.
	 */
	Mono<Integer> undecidedLeaves(UUID meeting);

	/**
	 * Writes the roll of a round.
	 * @param on the day on which presence is established
	 */
	Mono<Void> enrol(UUID meeting, int round, LocalDate on, List<Member> members);

	Mono<Counted> count(UUID meeting, int round);

	/**
	 * Who has signed in.
	 */
	Mono<List<Present>> present(UUID meeting, int round);

	/**
	 * How members attended over all rounds.
	 */
	Mono<List<Attended>> attended(UUID meeting);

	/**
	 * How many are on the roll of a meeting, and how many of them have signed in.
	 */
	record Counted(int members, int present) {

		public static final Counted NONE = new Counted(0, 0);

	}

	/**
	 * How a member attended: of the rounds in which presence was established, those in
	 * which the member was there.
	 */
	record Attended(UUID member, long signed, long rounds, boolean excused) {
	}

}
