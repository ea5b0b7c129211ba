package renda.supervision.report;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.figure.Figure;
import renda.platform.rule.RuleBook;
import renda.platform.search.Bigrams;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The work reports kept.
 */
@Repository
class WorkReports {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-meetingOn").by("meeting_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("meetingOn").by("meeting_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class));

	private static final String READ = """
			SELECT * FROM (
			  SELECT report.*, organ.code AS organ, organ.kind AS organ_kind,
			         extract(year FROM meeting_on)::int AS year,
			         coalesce((SELECT name FROM organ_period
			                   WHERE organ_id = organ.id AND effective_from <= report.meeting_on
			                   ORDER BY effective_from DESC LIMIT 1),
			                  (SELECT name FROM organ_period
			                   WHERE organ_id = organ.id ORDER BY effective_from LIMIT 1)) AS organ_name
			  FROM work_report AS report JOIN organ ON organ.id = report.organ_id) AS report""";

	private static final String INSERT = """
			INSERT INTO work_report (id, code, title, family, organ_id, state, meeting, meeting_on, term, reporter,
			                         reporter_capacity, draft_received_on, final_received_on, distributed_on, late_reason,
			                         sample, search)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17::tsvector)""";

	/**
	 * A correction rewrites what was entered; the audit trail keeps what stood before.
	 */
	private static final String CORRECT = """
			UPDATE work_report
			SET title = $3, family = $4, organ_id = $5, meeting = $6, meeting_on = $7, term = $8, reporter = $9,
			    reporter_capacity = $10, draft_received_on = $11, final_received_on = $12, distributed_on = $13,
			    late_reason = $14, search = $15::tsvector, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String MOVE = """
			UPDATE work_report
			SET state = $3, postponed_reason = $4, meeting = $5, meeting_on = $6, term = $7, version = version + 1,
			    modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String SAME = """
			SELECT work_report.id FROM work_report JOIN organ ON organ.id = organ_id
			WHERE title = $1 AND meeting_on = $2 AND organ.code = $3""";

	/**
	 * Taken before the codes are read, so that two writers never read the same last one.
	 */
	private static final String LOCK_CODES = "SELECT pg_advisory_xact_lock(hashtext('work_report'), $1)";

	private static final String NEXT_CODE = """
			SELECT $1 || lpad((coalesce(max(split_part(code, '-', 3)::int), 0) + 1)::text, 4, '0') AS code
			FROM work_report
			WHERE code LIKE $1 || '%'""";

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) AS value
			FROM work_report AS report JOIN organ ON organ.id = report.organ_id
			WHERE state = 'HEARD' AND term = $1 AND meeting_on <= $2
			GROUP BY 1 ORDER BY 1""";

	private final DatabaseClient database;

	WorkReports(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<WorkReport>> find(WorkReport.Filter filter, ListRequest request) {
		Select select = new Select(READ).where("term = ?", filter.term())
			.where("state = ?", filter.state())
			.where("family = ?", filter.family())
			.where("organ = ?", filter.organ())
			.where("organ_kind = ?", filter.organKind())
			.where("year = ?", filter.year())
			.where("meeting_on >= ?", filter.heardFrom())
			.where("meeting_on <= ?", filter.heardTo())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		if (filter.late() != null) {
			select.where(filter.late() ? "late_reason <> ''" : "late_reason = ''");
		}
		return select.page(this.database, request, SORTS, WorkReports::report);
	}

	Mono<WorkReport> byId(UUID id) {
		return this.database.sql(READ + " WHERE id = $1").bind(0, id).map(WorkReports::report).one();
	}

	Mono<UUID> same(WorkReport.Entry entry) {
		return this.database.sql(SAME)
			.bind(0, entry.title())
			.bind(1, entry.meetingOn())
			.bind(2, entry.organ())
			.map((row) -> required(row, "id", UUID.class))
			.one();
	}

	Mono<String> nextCode(int year) {
		return this.database.sql(LOCK_CODES)
			.bind(0, year)
			.fetch()
			.rowsUpdated()
			.then(this.database.sql(NEXT_CODE)
				.bind(0, "BG-" + year + "-")
				.map((row) -> required(row, "code", String.class))
				.one());
	}

	Mono<Void> insert(UUID id, String code, WorkReport.Entry entry, UUID organ, WorkReport.State state, int term) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(INSERT)
			.bind(0, id)
			.bind(1, code)
			.bind(2, entry.title())
			.bind(3, entry.family().name())
			.bind(4, organ)
			.bind(5, state.name())
			.bind(6, entry.meeting())
			.bind(7, entry.meetingOn())
			.bind(8, term)
			.bind(9, entry.reporter())
			.bind(10, entry.reporterCapacity().name());
		return dates(sql, 11, entry).bind(14, reason(entry))
			.bind(15, entry.sample())
			.bind(16, Bigrams.vector(entry.title(), 'A'))
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Boolean> correct(UUID id, long version, WorkReport.Entry entry, UUID organ, int term) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(CORRECT)
			.bind(0, id)
			.bind(1, version)
			.bind(2, entry.title())
			.bind(3, entry.family().name())
			.bind(4, organ)
			.bind(5, entry.meeting())
			.bind(6, entry.meetingOn())
			.bind(7, term)
			.bind(8, entry.reporter())
			.bind(9, entry.reporterCapacity().name());
		return dates(sql, 10, entry).bind(13, reason(entry))
			.bind(14, Bigrams.vector(entry.title(), 'A'))
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	Mono<Boolean> move(WorkReport report, long version, WorkReport.State state, String reason, int meeting,
			LocalDate meetingOn, int term) {
		return this.database.sql(MOVE)
			.bind(0, report.id())
			.bind(1, version)
			.bind(2, state.name())
			.bind(3, reason)
			.bind(4, meeting)
			.bind(5, meetingOn)
			.bind(6, term)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * Counts the reports heard in a term up to a day.
	 * @param by an SQL expression of this class's own, never a caller's
	 */
	Mono<List<Figure.Count>> heard(int term, LocalDate asOf, String by) {
		return this.database.sql(COUNT.formatted(by))
			.bind(0, term)
			.bind(1, asOf)
			.map((row) -> new Figure.Count(required(row, "grouped", String.class), required(row, "value", Long.class)))
			.all()
			.collectList();
	}

	private static DatabaseClient.GenericExecuteSpec dates(DatabaseClient.GenericExecuteSpec sql, int from,
			WorkReport.Entry entry) {
		return date(date(date(sql, from, entry.draftReceivedOn()), from + 1, entry.finalReceivedOn()), from + 2,
				entry.distributedOn());
	}

	private static DatabaseClient.GenericExecuteSpec date(DatabaseClient.GenericExecuteSpec sql, int index,
			@Nullable LocalDate value) {
		return (value != null) ? sql.bind(index, value) : sql.bindNull(index, LocalDate.class);
	}

	private static String reason(WorkReport.Entry entry) {
		return (entry.lateReason() != null) ? entry.lateReason().strip() : "";
	}

	/**
	 * The law as it is suffices for the checks: SUP-06 to SUP-08 bind the city, so that
	 * nobody can have set their numbers differently.
	 */
	private static WorkReport report(Readable row) {
		LocalDate meetingOn = required(row, "meeting_on", LocalDate.class);
		LocalDate draft = row.get("draft_received_on", LocalDate.class);
		LocalDate last = row.get("final_received_on", LocalDate.class);
		LocalDate distributed = row.get("distributed_on", LocalDate.class);
		return new WorkReport(required(row, "id", UUID.class), required(row, "code", String.class),
				required(row, "title", String.class), WorkReport.Family.valueOf(required(row, "family", String.class)),
				required(row, "organ", String.class), required(row, "organ_name", String.class),
				WorkReport.State.valueOf(required(row, "state", String.class)), required(row, "meeting", Integer.class),
				meetingOn, required(row, "term", Integer.class), required(row, "reporter", String.class),
				WorkReport.Capacity.valueOf(required(row, "reporter_capacity", String.class)), draft, last, distributed,
				emptyToNull(required(row, "late_reason", String.class)),
				emptyToNull(required(row, "postponed_reason", String.class)), required(row, "sample", Boolean.class),
				TimeCheck.of(meetingOn, draft, last, distributed, RuleBook.statutory(meetingOn)),
				required(row, "version", Long.class));
	}

	private static @Nullable String emptyToNull(String value) {
		return value.isEmpty() ? null : value;
	}

}
