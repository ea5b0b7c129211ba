package renda.platform.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.platform.event.NewEvent;
import renda.platform.event.Outbox;
import renda.platform.security.Role;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static renda.platform.store.Rows.required;

/**
 * Tells who has to know when a clock is nearly or already over. A step is taken, kept and
 * published in one transaction that holds the clock's row; so it is taken once, however
 * many copies of the service run and whenever they are stopped.
 */
class Escalation {

	private static final String CLAIM = """
			SELECT deadline.*
			FROM unnest($1::int[], $2::date[]) AS step (taken, due_by)
			JOIN deadline ON escalated = step.taken AND due_on <= step.due_by
			WHERE ended_on IS NULL AND NOT paused
			LIMIT $3
			FOR UPDATE OF deadline SKIP LOCKED""";

	private static final String TELL = """
			INSERT INTO deadline_notice (deadline_id, step, due_on, holder)
			SELECT * FROM unnest($1::uuid[], $2::text[], $3::date[], $4::text[])
			ON CONFLICT DO NOTHING
			RETURNING deadline_id, step""";

	private static final String KEEP = """
			UPDATE deadline SET escalated = done.taken
			FROM unnest($1::uuid[], $2::int[]) AS done (id, taken)
			WHERE deadline.id = done.id""";

	private static final int AT_ONCE = 200;

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final DeadlineRows rows;

	private final DeadlineSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	Escalation(DatabaseClient database, TransactionalOperator transaction, DeadlineRows rows, DeadlineSettings settings,
			Outbox outbox, Clock clock) {
		this.database = database;
		this.transaction = transaction;
		this.rows = rows;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Takes a batch of steps whose day has come.
	 * @return whether there may be more
	 */
	Mono<Boolean> round() {
		LocalDate today = LocalDate.now(this.clock);
		return this.transaction
			.transactional(claim(today).flatMap((found) -> tell(found, today).thenReturn(found.size() == AT_ONCE)));
	}

	private Mono<List<Found>> claim(LocalDate today) {
		List<DeadlineSettings.Step> steps = this.settings.escalation();
		return this.database.sql(CLAIM)
			.bind(0, IntStream.range(0, steps.size()).boxed().toArray(Integer[]::new))
			.bind(1, steps.stream().map((step) -> today.minusDays(step.days())).toArray(LocalDate[]::new))
			.bind(2, AT_ONCE)
			.map(this::found)
			.all()
			.collectList();
	}

	private Found found(Readable row) {
		return new Found(this.rows.read(row), required(row, "escalated", Integer.class));
	}

	private Mono<Void> tell(List<Found> found, LocalDate today) {
		if (found.isEmpty()) {
			return Mono.empty();
		}
		List<Told> told = new ArrayList<>();
		Map<Taken, NewEvent> events = new LinkedHashMap<>();
		List<Integer> taken = new ArrayList<>();
		for (Found one : found) {
			List<DeadlineSettings.Step> due = due(one.clock(), today);
			taken.add(due.size());
			boolean over = one.clock().dueOn().isBefore(today);
			due.stream().skip(one.escalated()).filter((step) -> !(over && step.isWarning())).forEach((step) -> {
				told(one.clock(), step).forEach((holder) -> told.add(new Told(one.clock(), step, holder)));
				events.put(new Taken(one.clock().id(), step.name()), event(one.clock(), step, today));
			});
		}
		return keep(found, taken).then(tell(told))
			.flatMap((kept) -> this.outbox.appendAll(events.entrySet()
				.stream()
				.filter((event) -> kept.contains(event.getKey()))
				.map(Map.Entry::getValue)
				.toList()));
	}

	private Mono<Long> keep(List<Found> found, List<Integer> taken) {
		return this.database.sql(KEEP)
			.bind(0, found.stream().map((one) -> one.clock().id()).toArray(UUID[]::new))
			.bind(1, taken.toArray(Integer[]::new))
			.fetch()
			.rowsUpdated();
	}

	/**
	 * Keeps the notices.
	 * @return the steps of which somebody was told only now
	 */
	private Mono<Set<Taken>> tell(List<Told> told) {
		return this.database.sql(TELL)
			.bind(0, told.stream().map((one) -> one.clock().id()).toArray(UUID[]::new))
			.bind(1, told.stream().map((one) -> one.step().name()).toArray(String[]::new))
			.bind(2, told.stream().map((one) -> one.clock().dueOn()).toArray(LocalDate[]::new))
			.bind(3, told.stream().map((one) -> one.holder().text()).toArray(String[]::new))
			.map((row) -> new Taken(required(row, "deadline_id", UUID.class), required(row, "step", String.class)))
			.all()
			.collect(Collectors.toSet());
	}

	/**
	 * The steps whose day has come for a clock.
	 */
	private List<DeadlineSettings.Step> due(Deadline clock, LocalDate today) {
		return this.settings.escalation()
			.stream()
			.filter((step) -> !clock.dueOn().plusDays(step.days()).isAfter(today))
			.toList();
	}

	/**
	 * Who is told. Of a restricted clock nobody but the holder and the petition office.
	 */
	private Set<Holder> told(Deadline clock, DeadlineSettings.Step step) {
		Set<Holder> holders = new LinkedHashSet<>();
		if (step.holder()) {
			holders.add(clock.holder());
		}
		if (step.office()) {
			holders.add(Holder.role(this.settings.office(clock)));
		}
		step.roles().stream().sorted().forEach((role) -> {
			holders.add(Holder.role(clock.restricted() ? Role.PETITION_OFFICE : role));
		});
		return holders;
	}

	private static NewEvent event(Deadline clock, DeadlineSettings.Step step, LocalDate today) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("case", clock.kind() + "/" + clock.caseId());
		data.put("code", clock.code());
		data.put("name", clock.name());
		data.put("title", clock.title());
		data.put("rule", clock.rule());
		data.put("citation", clock.citation());
		data.put("holder", (clock.holder().kind() == Holder.Kind.PERSON) ? "person" : clock.holder().text());
		data.put("dueOn", clock.dueOn());
		data.put("step", step.name());
		data.put("daysLate", Math.max(0, ChronoUnit.DAYS.between(clock.dueOn(), today)));
		return new NewEvent(step.isWarning() ? "deadline.due-soon" : "deadline.overdue", "deadline/" + clock.id(), data,
				clock.restricted() ? Set.of(Role.PETITION_OFFICE) : Deadlines.STAFF);
	}

	private record Found(Deadline clock, int escalated) {
	}

	private record Taken(UUID clock, String step) {
	}

	private record Told(Deadline clock, DeadlineSettings.Step step, Holder holder) {
	}

}
