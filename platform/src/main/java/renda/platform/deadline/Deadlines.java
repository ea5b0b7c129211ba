package renda.platform.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The clocks of all cases of the service. What is written is written in the current
 * transaction.
 */
public final class Deadlines {

	/** Who sees the clocks of everybody, except restricted ones. */
	static final Set<Role> STAFF = Collections
		.unmodifiableSet(EnumSet.of(Role.CHAIR, Role.COUNCIL, Role.MEMBER, Role.COMMITTEE, Role.LEGAL_COMMITTEE,
				Role.LEGISLATIVE_OFFICE, Role.FILING_OFFICE, Role.BUDGET_OFFICE, Role.DEPUTY_OFFICE,
				Role.PETITION_OFFICE, Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE, Role.ADMINISTRATOR, Role.SERVICE));

	private static final String OF_CASES = "SELECT * FROM deadline WHERE kind = $1 AND case_id = any($2) ORDER BY started_on, id";

	private static final String OVERDUE_OF = """
			EXISTS (SELECT FROM deadline
			        WHERE deadline.kind = '%1$s' AND deadline.case_id = %1$s.id AND deadline.ended_on IS NULL
			          AND NOT deadline.paused AND deadline.due_on < ?)""";

	private static final String RUNNING = """
			SELECT nearest.*
			FROM unnest($1::text[]) AS held (holder)
			CROSS JOIN LATERAL (
			    SELECT * FROM deadline
			    WHERE deadline.holder = held.holder AND ended_on IS NULL AND NOT paused AND due_on <= $2
			    ORDER BY due_on, id
			    LIMIT $3) AS nearest
			ORDER BY due_on, id
			LIMIT $3""";

	private static final String TO_RECOUNT = """
			SELECT * FROM deadline
			WHERE ended_on IS NULL AND unannounced = ANY ($1)
			ORDER BY id
			LIMIT $2
			FOR UPDATE SKIP LOCKED""";

	private static final int RECOUNTED_AT_ONCE = 200;

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("dueOn").by("due_on", LocalDate.class).by("id", UUID.class),
			Sort.descending("-dueOn").by("due_on", LocalDate.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final DeadlineRows rows;

	private final WorkingDays days;

	private final Clock clock;

	Deadlines(DatabaseClient database, JsonMapper json, WorkingDays days, Clock clock) {
		this.database = database;
		this.rows = new DeadlineRows(json, days);
		this.days = days;
		this.clock = clock;
	}

	/**
	 * All clocks of a case, in the order they were started in.
	 * @param kind the kind of the case
	 */
	public Mono<List<Deadline>> of(String kind, UUID caseId) {
		return of(kind, List.of(caseId)).map((all) -> all.getOrDefault(caseId, List.of()));
	}

	/**
	 * All clocks of several cases, by case.
	 */
	public Mono<Map<UUID, List<Deadline>>> of(String kind, Collection<UUID> cases) {
		return this.database.sql(OF_CASES)
			.bind(0, kind)
			.bind(1, cases.toArray(UUID[]::new))
			.map(this.rows::read)
			.all()
			.collect(Collectors.groupingBy(Deadline::caseId));
	}

	/**
	 * Keeps clocks, new or changed, in one statement. A clock whose last day moves on may
	 * be warned of again.
	 */
	public Mono<Void> save(List<Deadline> changed) {
		return changed.isEmpty() ? Mono.empty() : this.rows.save(this.database, changed).fetch().rowsUpdated().then();
	}

	/**
	 * The clocks that run for some holders and are soon or already over, the nearest
	 * first; those that stand still are left out.
	 * @param holders words of {@link Holder#text()}
	 * @param until the latest last day
	 * @param limit how many at most
	 */
	public Mono<List<Deadline>> runningOf(List<String> holders, LocalDate until, int limit) {
		return this.database.sql(RUNNING)
			.bind(0, holders.toArray(String[]::new))
			.bind(1, until)
			.bind(2, limit)
			.map(this.rows::read)
			.all()
			.collectList();
	}

	/**
	 * A page of the clocks a caller may see, by last day: the petition office sees all,
	 * other staff all that are not restricted, and everybody what they hold.
	 */
	public Mono<Slice<Deadline>> find(DeadlineFilter filter, ListRequest request, Caller caller) {
		LocalDate on = (filter.on() != null) ? filter.on() : LocalDate.now(this.clock);
		Select select = seenBy(caller).where("kind = ?", filter.kind())
			.where("case_id = ?", filter.caseId())
			.where("holder = ?", filter.holder())
			.where("rule = ?", filter.rule())
			.where("due_on < ?", filter.dueBefore());
		if (filter.status() != null) {
			select = standing(select, filter.status(), on);
		}
		else if (request.modifiedSince() == null) {
			select = select.where("ended_on IS NULL");
		}
		return select.page(this.database, request, SORTS, this.rows::read);
	}

	/**
	 * The ways of seeing a clock: because of a role, or because it is one's own.
	 */
	private static Select seenBy(Caller caller) {
		Select select = new Select("SELECT * FROM deadline");
		boolean staff = caller.roles().stream().anyMatch(STAFF::contains);
		if (staff) {
			select = select.either("NOT restricted");
		}
		if (caller.has(Role.PETITION_OFFICE)) {
			return select.either("restricted");
		}
		for (String holder : Holder.of(caller)) {
			select = select.either(staff ? "restricted AND holder = ?" : "holder = ?", holder);
		}
		return select;
	}

	/**
	 * Leaves in a list of cases those with a clock that is over, or those without one;
	 * all of them where nothing is asked.
	 * @param kind the kind of case, whose table has the same name
	 * @param overdue what is asked for
	 * @param today the day that overdue is judged by
	 */
	public static Select overdue(Select cases, String kind, @Nullable Boolean overdue, LocalDate today) {
		return (overdue == null) ? cases : cases.where((overdue ? "" : "NOT ") + OVERDUE_OF.formatted(kind), today);
	}

	private static Select standing(Select select, Deadline.Status status, LocalDate on) {
		return switch (status) {
			case RUNNING -> select.where("ended_on IS NULL AND NOT paused").where("due_on >= ?", on);
			case OVERDUE -> select.where("ended_on IS NULL AND NOT paused").where("due_on < ?", on);
			case PAUSED -> select.where("ended_on IS NULL AND paused");
			case MET, LATE, CANCELLED -> select.where("ended_on IS NOT NULL").where("end_kind = ?", status);
		};
	}

	/**
	 * Counts a batch of running clocks again whose count touched a year that was not
	 * announced then and is now. Several copies of the service may do so at once; it runs
	 * in the current transaction.
	 * @return whether there may be more
	 */
	Mono<Boolean> recount() {
		return this.database.sql(TO_RECOUNT)
			.bind(0, this.days.years().toArray(Integer[]::new))
			.bind(1, RECOUNTED_AT_ONCE)
			.map(this.rows::read)
			.all()
			.map((clock) -> clock.recounted(this.days))
			.collectList()
			.flatMap((clocks) -> save(clocks).thenReturn(clocks.size() == RECOUNTED_AT_ONCE));
	}

	/** Reads a row of the table. */
	DeadlineRows rows() {
		return this.rows;
	}

}
