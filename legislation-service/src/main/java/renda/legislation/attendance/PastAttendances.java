package renda.legislation.attendance;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.platform.city.CityProfile;
import renda.platform.store.Ids;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Who attended meetings that came by import. Each day of such a meeting is a round,
 * counted from 0; a meeting that was held here has rounds from 1, and none of these.
 */
@Repository
class PastAttendances {

	private static final String MEETINGS = """
			SELECT id, code, body, term, from_on, to_on FROM meeting
			WHERE code = any($1) AND state = 'PUBLISHED' AND (content -> 'course' ->> 'round')::int = 0""";

	private static final String KEEP = """
			INSERT INTO meeting_presence (meeting_id, round, held_on, member_id, name, delegation, signed_at, signed_by)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
			ON CONFLICT (meeting_id, round, member_id) DO UPDATE
			SET signed_at = excluded.signed_at, signed_by = excluded.signed_by
			WHERE meeting_presence.signed_at IS DISTINCT FROM excluded.signed_at
			RETURNING xmax = 0 AS fresh""";

	private static final String EXCUSE = """
			INSERT INTO meeting_leave (id, meeting_id, member_id, name, reason, requested_on, decision, decided_on)
			VALUES ($1, $2, $3, $4, '', $5, 'GRANTED', $5)
			ON CONFLICT (meeting_id, member_id) DO NOTHING""";

	private final DatabaseClient database;

	private final ZoneId zone;

	PastAttendances(DatabaseClient database, CityProfile city) {
		this.database = database;
		this.zone = city.zone();
	}

	/**
	 * The meetings of these codes that came by import.
	 */
	Mono<Map<String, Past>> meetings(Collection<String> codes) {
		return this.database.sql(MEETINGS)
			.bind(0, codes.toArray(String[]::new))
			.map(Past::of)
			.all()
			.collectMap(Past::code);
	}

	/**
	 * Keeps whether a member was there on a day.
	 * @return whether that was not known before; empty where it was known so
	 */
	Mono<Boolean> keep(Past meeting, Member member, LocalDate on, boolean present) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(KEEP)
			.bind(0, meeting.id())
			.bind(1, Math.toIntExact(on.toEpochDay() - meeting.from().toEpochDay()))
			.bind(2, on)
			.bind(3, member.id())
			.bind(4, member.name())
			.bind(5, member.delegation());
		sql = present ? sql.bind(6, on.atTime(9, 0).atZone(this.zone).toOffsetDateTime()).bind(7, "OFFICE")
				: sql.bindNull(6, OffsetDateTime.class).bindNull(7, String.class);
		return sql.map((row) -> Rows.flag(row, "fresh")).one();
	}

	/**
	 * Keeps that a member had leave.
	 */
	Mono<Void> excuse(Past meeting, Member member) {
		return this.database.sql(EXCUSE)
			.bind(0, Ids.next())
			.bind(1, meeting.id())
			.bind(2, member.id())
			.bind(3, member.name())
			.bind(4, meeting.from())
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * A meeting that came by import.
	 */
	record Past(UUID id, String code, Body body, int term, LocalDate from, LocalDate to) {

		private static Past of(Readable row) {
			return new Past(Rows.required(row, "id", UUID.class), Rows.text(row, "code"),
					Body.valueOf(Rows.text(row, "body")), Rows.required(row, "term", Integer.class),
					Rows.required(row, "from_on", LocalDate.class), Rows.required(row, "to_on", LocalDate.class));
		}

	}

}
