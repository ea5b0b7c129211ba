package renda.legislation.attendance;

import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.member.Body;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * How members attended the meetings that were held and are closed.
 */
@Repository
class Attendances {

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("name").by("name", String.class).by("id", UUID.class),
			Sort.descending("-unexcused").by("unexcused", Long.class).by("id", UUID.class));

	private static final String SUMMED = """
			SELECT * FROM (
			  SELECT member_id AS id, min(name) AS name, body, term, count(*) AS meetings,
			         count(*) FILTER (WHERE signed > 0) AS attended,
			         count(*) FILTER (WHERE signed = 0 AND excused) AS excused,
			         count(*) FILTER (WHERE signed = 0 AND NOT excused) AS unexcused,
			         sum(rounds)::bigint AS roll_calls, sum(rounds - signed)::bigint AS roll_calls_missed,
			         max(modified_at) AS modified_at
			  FROM (SELECT member_id, min(meeting_presence.name) AS name, meeting.body, meeting.term, meeting.modified_at,
			               count(*) AS rounds, count(signed_at) AS signed,
			               EXISTS (SELECT FROM meeting_leave
			                       WHERE meeting_leave.meeting_id = meeting.id
			                         AND meeting_leave.member_id = meeting_presence.member_id
			                         AND decision = 'GRANTED') AS excused
			        FROM meeting
			        JOIN meeting_presence ON meeting_presence.meeting_id = meeting.id
			        WHERE meeting.state IN ('CLOSED', 'PUBLISHED') AND extract(year FROM meeting.from_on) BETWEEN ? AND ?
			        GROUP BY meeting.id, member_id) AS one
			  GROUP BY member_id, body, term) AS attendance""";

	private static final int FIRST = 1;

	private static final int LAST = 9999;

	private final DatabaseClient database;

	Attendances(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The members' attendance.
	 * @param own only these members; null: all
	 */
	Mono<Slice<Line>> find(Filter filter, @Nullable List<UUID> own, ListRequest request) {
		Select select = new Select(SUMMED, (filter.year() != null) ? filter.year() : FIRST,
				(filter.year() != null) ? filter.year() : LAST)
			.where("body = ?", filter.body())
			.where("term = ?", filter.term())
			.where("id = ?", filter.member());
		if (own != null) {
			select.where("id = any(?)", own.toArray(UUID[]::new));
		}
		return select.page(this.database, request, SORTS, Line::of);
	}

	/**
	 * Whose attendance, at which meetings.
	 *
	 * @param year the year of the meetings
	 */
	@Schema(name = "AttendanceFilter")
	record Filter(@Nullable Body body, @Nullable Integer term, @Nullable Integer year, @Nullable UUID member) {
	}

	/**
	 * How a member attended.
	 *
	 * @param meetings the meetings held while the member was on the roll
	 * @param attended those the member came to
	 * @param excused those missed with leave
	 * @param unexcused those missed without
	 * @param rollCalls how often presence was established
	 * @param rollCallsMissed how often of these the member was not there
	 */
	@Schema(name = "AttendanceLine")
	record Line(UUID member, String name, Body body, int term, long meetings, long attended, long excused,
			long unexcused, long rollCalls, long rollCallsMissed) {

		private static Line of(Readable row) {
			return new Line(Rows.required(row, "id", UUID.class), Rows.text(row, "name"),
					Body.valueOf(Rows.text(row, "body")), Rows.required(row, "term", Integer.class),
					Rows.required(row, "meetings", Long.class), Rows.required(row, "attended", Long.class),
					Rows.required(row, "excused", Long.class), Rows.required(row, "unexcused", Long.class),
					Rows.required(row, "roll_calls", Long.class), Rows.required(row, "roll_calls_missed", Long.class));
		}

	}

}
