package renda.legislation.attendance;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.member.Member;
import renda.legislation.sitting.Attendance.Attended;
import renda.legislation.sitting.Attendance.Counted;
import renda.legislation.sitting.Present;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Who is on the roll of a meeting, and who has signed in. Each member has a row, and a
 * sign-in writes that row alone.
 */
@Repository
class Presences {

	private static final String ENROL = """
			INSERT INTO meeting_presence (meeting_id, round, held_on, member_id, name, delegation)
			SELECT $1, $2, $6, member_id, name, delegation
			FROM unnest($3::uuid[], $4::text[], $5::text[]) AS entry (member_id, name, delegation)
			ON CONFLICT DO NOTHING""";

	/** Only while members sign in, and only in the present round. */
	private static final String SIGN = """
			UPDATE meeting_presence
			SET signed_at = clock_timestamp(), signed_by = $3, remote = $4
			FROM meeting
			WHERE meeting.id = $1 AND meeting.state = any($5) AND meeting_id = $1 AND member_id = any($2)
			  AND round = (meeting.content -> 'course' ->> 'round')::int AND signed_at IS NULL""";

	private static final String UNSIGN = """
			UPDATE meeting_presence
			SET signed_at = NULL, signed_by = NULL, remote = false
			FROM meeting
			WHERE meeting.id = $1 AND meeting.state = any($3) AND meeting_id = $1 AND member_id = any($2)
			  AND round = (meeting.content -> 'course' ->> 'round')::int AND signed_at IS NOT NULL""";

	private static final String COUNT = """
			SELECT count(*) AS members, count(signed_at) AS present
			FROM meeting_presence
			WHERE meeting_id = $1 AND round = $2""";

	private static final String ROLL = """
			SELECT member_id, name, delegation, signed_at, signed_by, remote
			FROM meeting_presence
			WHERE meeting_id = $1 AND round = $2
			ORDER BY delegation, name, member_id""";

	private static final String STRANGERS = """
			SELECT asked FROM unnest($3::uuid[]) AS asked
			WHERE NOT EXISTS (SELECT FROM meeting_presence WHERE meeting_id = $1 AND round = $2 AND member_id = asked)""";

	private static final String PRESENT = """
			SELECT member_id, remote FROM meeting_presence WHERE meeting_id = $1 AND round = $2 AND signed_at IS NOT NULL
			ORDER BY member_id""";

	private static final String ATTENDED = """
			SELECT member_id, count(signed_at) AS signed, count(*) AS rounds,
			       EXISTS (SELECT FROM meeting_leave
			               WHERE meeting_leave.meeting_id = $1 AND meeting_leave.member_id = meeting_presence.member_id
			                 AND decision = 'GRANTED') AS excused
			FROM meeting_presence
			WHERE meeting_id = $1
			GROUP BY member_id
			ORDER BY member_id""";

	private final DatabaseClient database;

	Presences(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Writes the roll of a round.
	 */
	Mono<Void> enrol(UUID meeting, int round, LocalDate on, List<Member> members) {
		return this.database.sql(ENROL)
			.bind(0, meeting)
			.bind(1, round)
			.bind(2, members.stream().map(Member::id).toArray(UUID[]::new))
			.bind(3, members.stream().map(Member::name).toArray(String[]::new))
			.bind(4, members.stream().map(Member::delegation).toArray(String[]::new))
			.bind(5, on)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Signs members in, in the present round.
	 * @return how many had not signed in before
	 */
	Mono<Long> sign(UUID meeting, Collection<UUID> members, boolean self, boolean remote) {
		List<String> states = self ? List.of("CHECK_IN", "OPEN") : List.of("CHECK_IN", "OPEN", "CLOSED");
		return this.database.sql(SIGN)
			.bind(0, meeting)
			.bind(1, members.toArray(UUID[]::new))
			.bind(2, self ? "SELF" : "OFFICE")
			.bind(3, remote)
			.bind(4, states.toArray(String[]::new))
			.fetch()
			.rowsUpdated();
	}

	/**
	 * Takes sign-ins back: somebody has left, or was taken for another.
	 */
	Mono<Long> unsign(UUID meeting, Collection<UUID> members) {
		return this.database.sql(UNSIGN)
			.bind(0, meeting)
			.bind(1, members.toArray(UUID[]::new))
			.bind(2, new String[] { "CHECK_IN", "OPEN", "CLOSED" })
			.fetch()
			.rowsUpdated();
	}

	Mono<Counted> count(UUID meeting, int round) {
		return this.database.sql(COUNT)
			.bind(0, meeting)
			.bind(1, round)
			.map((row) -> new Counted(Math.toIntExact(Rows.required(row, "members", Long.class)),
					Math.toIntExact(Rows.required(row, "present", Long.class))))
			.one();
	}

	Mono<List<Entry>> roll(UUID meeting, int round) {
		return this.database.sql(ROLL).bind(0, meeting).bind(1, round).map(Entry::of).all().collectList();
	}

	/**
	 * Those who are not on the roll.
	 */
	Mono<List<UUID>> strangers(UUID meeting, int round, Collection<UUID> members) {
		return this.database.sql(STRANGERS)
			.bind(0, meeting)
			.bind(1, round)
			.bind(2, members.toArray(UUID[]::new))
			.map((row) -> Rows.required(row, "asked", UUID.class))
			.all()
			.collectList();
	}

	Mono<List<Present>> present(UUID meeting, int round) {
		return this.database.sql(PRESENT)
			.bind(0, meeting)
			.bind(1, round)
			.map((row) -> new Present(Rows.required(row, "member_id", UUID.class), Rows.flag(row, "remote")))
			.all()
			.collectList();
	}

	/**
	 * How members attended over all rounds.
	 */
	Mono<List<Attended>> attended(UUID meeting) {
		return this.database.sql(ATTENDED)
			.bind(0, meeting)
			.map((row) -> new Attended(Rows.required(row, "member_id", UUID.class),
					Rows.required(row, "signed", Long.class), Rows.required(row, "rounds", Long.class),
					Rows.flag(row, "excused")))
			.all()
			.collectList();
	}

	/**
	 * A member on the roll of a meeting.
	 *
	 * @param signedAt when the member signed in; missing while not
	 * @param signedBy whether with an own device (SELF), or recorded by the office
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "PresenceEntry")
	record Entry(UUID member, String name, String delegation, boolean present, @Nullable OffsetDateTime signedAt,
			@Nullable String signedBy, boolean remote) {

		private static Entry of(Readable row) {
			OffsetDateTime at = row.get("signed_at", OffsetDateTime.class);
			return new Entry(Rows.required(row, "member_id", UUID.class), Rows.text(row, "name"),
					Rows.text(row, "delegation"), at != null, at, row.get("signed_by", String.class),
					Rows.flag(row, "remote"));
		}

	}

}
