package renda.legislation.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.member.Member;
import renda.platform.store.Ids;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Requests for leave (请假).
 */
@Repository
class Leaves {

	private static final String ASK = """
			INSERT INTO meeting_leave (id, meeting_id, member_id, name, reason, requested_on)
			VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (meeting_id, member_id) DO NOTHING""";

	private static final String DECIDE = """
			UPDATE meeting_leave
			SET decision = $3, decided_on = $4, decided_by = $5, note = $6, version = version + 1,
			    modified_at = clock_timestamp()
			WHERE id = $1 AND meeting_id = $2 AND version = $7""";

	private final DatabaseClient database;

	Leaves(DatabaseClient database) {
		this.database = database;
	}

	Mono<Integer> undecided(UUID meeting) {
		return this.database
			.sql("SELECT count(*) AS open FROM meeting_leave WHERE meeting_id = $1 AND decision IS NULL")
			.bind(0, meeting)
			.map((row) -> Math.toIntExact(Rows.required(row, "open", Long.class)))
			.one();
	}

	/**
	 * All requests of a meeting, or those of one member.
	 */
	Mono<List<Leave>> of(UUID meeting, @Nullable UUID member) {
		String all = "SELECT * FROM meeting_leave WHERE meeting_id = $1";
		DatabaseClient.GenericExecuteSpec sql = (member != null)
				? this.database.sql(all + " AND member_id = $2 ORDER BY id").bind(0, meeting).bind(1, member)
				: this.database.sql(all + " ORDER BY id").bind(0, meeting);
		return sql.map(Leave::of).all().collectList();
	}

	Mono<Leave> one(UUID meeting, UUID id) {
		return this.database.sql("SELECT * FROM meeting_leave WHERE id = $2 AND meeting_id = $1")
			.bind(0, meeting)
			.bind(1, id)
			.map(Leave::of)
			.one();
	}

	/**
	 * Asks for leave.
	 * @return the request; empty where the member has asked already
	 */
	Mono<Leave> ask(UUID meeting, Member member, String reason, LocalDate on) {
		UUID id = Ids.next();
		return this.database.sql(ASK)
			.bind(0, id)
			.bind(1, meeting)
			.bind(2, member.id())
			.bind(3, member.name())
			.bind(4, reason)
			.bind(5, on)
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.flatMap((rows) -> one(meeting, id));
	}

	/**
	 * Decides on a request.
	 * @return whether it still was in that version
	 */
	Mono<Boolean> decide(Leave leave, Decision decision, LocalDate on, String by, String note) {
		return this.database.sql(DECIDE)
			.bind(0, leave.id())
			.bind(1, leave.meeting())
			.bind(2, decision.name())
			.bind(3, on)
			.bind(4, by)
			.bind(5, note)
			.bind(6, leave.version())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * A request for leave.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "MeetingLeave")
	record Leave(UUID id, UUID meeting, UUID member, String name, String reason, LocalDate requestedOn,
			@Nullable Decision decision, @Nullable LocalDate decidedOn, @Nullable String decidedBy,
			@Nullable String note, long version) {

		private static Leave of(Readable row) {
			String decision = row.get("decision", String.class);
			return new Leave(Rows.required(row, "id", UUID.class), Rows.required(row, "meeting_id", UUID.class),
					Rows.required(row, "member_id", UUID.class), Rows.text(row, "name"), Rows.text(row, "reason"),
					Rows.required(row, "requested_on", LocalDate.class),
					(decision != null) ? Decision.valueOf(decision) : null, row.get("decided_on", LocalDate.class),
					(decision != null) ? Rows.text(row, "decided_by") : null,
					(decision != null) ? Rows.text(row, "note") : null, Rows.required(row, "version", Long.class));
		}

	}

	/**
	 * What was decided.
	 */
	enum Decision {

		/** 准假. */
		GRANTED,
		/** 不准. */
		REFUSED

	}

}
