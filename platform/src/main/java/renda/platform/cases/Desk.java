package renda.platform.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

import renda.platform.deadline.Deadline;
import renda.platform.deadline.Deadlines;
import renda.platform.deadline.Holder;
import renda.platform.security.Caller;
import renda.platform.store.Rows;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * What waits for somebody, what is due, and what changed, over all kinds of cases of a
 * service. Every item is checked against the case as it is now: what the caller may not
 * know of is not there.
 */
class Desk {

	private static final String WAITING = """
			SELECT kind, case_id, awaited, since
			FROM case_party
			WHERE holder = any($1) AND awaited <> '{}'
			ORDER BY since, case_id
			LIMIT $2""";

	private static final String CHANGED = """
			SELECT step.kind, step.case_id, step.step, step.on_date, step.taken_at, step.taken_by
			FROM case_step AS step
			WHERE taken_at >= $2
			  AND EXISTS (SELECT FROM case_party AS party
			              WHERE party.kind = step.kind AND party.case_id = step.case_id AND holder = any($1))
			ORDER BY taken_at DESC, case_id
			LIMIT $3""";

	private static final int AHEAD = 30;

	private final DatabaseClient database;

	private final Map<String, CaseKind<?, ?, ?, ?>> kinds;

	private final List<Owed> owed;

	private final Deadlines deadlines;

	private final Clock clock;

	Desk(DatabaseClient database, Collection<CaseKind<?, ?, ?, ?>> kinds, Collection<Owed> owed, Deadlines deadlines,
			Clock clock) {
		this.database = database;
		this.kinds = kinds.stream().collect(Collectors.toMap((kind) -> kind.workflow().name(), (kind) -> kind));
		this.owed = List.copyOf(owed);
		this.deadlines = deadlines;
		this.clock = clock;
	}

	/**
	 * A caller's desk.
	 * @param since from when changes are told
	 * @param limit the most items of each sort
	 */
	Mono<View> of(Caller caller, OffsetDateTime since, int limit) {
		List<String> holders = Holder.of(caller);
		String[] keys = holders.toArray(String[]::new);
		LocalDate today = LocalDate.now(this.clock);
		Mono<List<Row>> waiting = this.database.sql(WAITING)
			.bind(0, keys)
			.bind(1, limit)
			.map(Row::waiting)
			.all()
			.collectList();
		Mono<List<Row>> changed = this.database.sql(CHANGED)
			.bind(0, keys)
			.bind(1, since)
			.bind(2, limit)
			.map(Row::changed)
			.all()
			.collectList();
		Mono<List<Deadline>> due = this.deadlines.runningOf(holders, today.plusDays(AHEAD), limit);
		Mono<List<Owed.Duty>> duties = Flux.fromIterable(this.owed)
			.concatMap((one) -> one.by(caller, today, limit))
			.flatMapIterable((some) -> some)
			.collectList();
		return Mono.zip(waiting, changed, due, duties).flatMap((found) -> {
			Map<String, List<UUID>> ids = new HashMap<>();
			found.getT1()
				.forEach((row) -> ids.computeIfAbsent(row.kind(), (key) -> new ArrayList<>()).add(row.caseId()));
			found.getT2()
				.forEach((row) -> ids.computeIfAbsent(row.kind(), (key) -> new ArrayList<>()).add(row.caseId()));
			found.getT3()
				.forEach((clock) -> ids.computeIfAbsent(clock.kind(), (key) -> new ArrayList<>()).add(clock.caseId()));
			return Flux.fromIterable(ids.entrySet())
				.filter((entry) -> this.kinds.containsKey(entry.getKey()))
				.concatMap((entry) -> seen(Objects.requireNonNull(this.kinds.get(entry.getKey())), entry.getValue(),
						caller))
				.collectMap(Item::id)
				.map((cases) -> view(found.getT1(), found.getT2(), found.getT3(), found.getT4(), cases, today));
		});
	}

	private static <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Flux<Item> seen(
			CaseKind<C, S, A, ?> kind, List<UUID> ids, Caller caller) {
		return kind.table()
			.byIds(ids.stream().distinct().toList())
			.flatMapIterable((cases) -> cases)
			.filter((subject) -> kind.isVisible(subject, caller))
			.map((subject) -> new Item(kind.workflow().name(), kind.workflow().title(), subject.id(), subject.code(),
					kind.deskTitle(subject), subject.state().name(), subject.state().title(),
					kind.path() + '/' + subject.id(),
					kind.workflow()
						.steps()
						.stream()
						.collect(Collectors.toMap((step) -> step.name(), (step) -> step.title())),
					(step) -> kind.isTold(subject, caller, step), (step) -> kind.isToldWho(subject, caller, step)));
	}

	private static View view(List<Row> waiting, List<Row> changed, List<Deadline> due, List<Owed.Duty> duties,
			Map<UUID, Item> cases, LocalDate today) {
		Map<UUID, LocalDate> dates = new HashMap<>();
		due.forEach((clock) -> dates.merge(clock.caseId(), clock.dueOn(),
				(one, other) -> one.isBefore(other) ? one : other));
		Map<UUID, Waiting> waits = new HashMap<>();
		for (Row row : waiting) {
			Item item = cases.get(row.caseId());
			if (item != null) {
				waits.merge(row.caseId(), Waiting.of(item, row, dates.get(row.caseId()), today), Waiting::with);
			}
		}
		List<Waiting> ordered = Stream
			.concat(waits.values().stream(), duties.stream().map((duty) -> Waiting.of(duty, today)))
			.sorted(Comparator.comparing((Waiting one) -> (one.dueOn() != null) ? one.dueOn() : LocalDate.MAX)
				.thenComparing(Waiting::since)
				.thenComparing(Waiting::code))
			.toList();
		Stream<Due> clocks = due.stream()
			.flatMap((clock) -> Stream.ofNullable(cases.get(clock.caseId())).map((item) -> Due.of(item, clock, today)));
		Stream<Due> others = duties.stream()
			.filter((duty) -> !duty.dueOn().isAfter(today.plusDays(AHEAD)))
			.map((duty) -> Due.of(duty, today));
		return new View(ordered, Stream.concat(clocks, others).sorted(Comparator.comparing(Due::dueOn)).toList(),
				changed.stream()
					.flatMap((row) -> Stream.ofNullable(cases.get(row.caseId()))
						.filter((item) -> item.told().test(row.steps().getFirst()))
						.map((item) -> Changed.of(item, row)))
					.toList(),
				today);
	}

	/**
	 * A desk.
	 *
	 * @param waiting cases that wait for a step of the caller, and what else it owes
	 * @param due clocks that the caller holds and what else it owes, overdue or due
	 * within thirty days
	 * @param changed what was done on the caller's cases
	 */
	record View(List<Waiting> waiting, List<Due> due, List<Changed> changed, LocalDate asOf) {
	}

	/**
	 * A step that is awaited.
	 */
	record StepName(String name, Text title) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Waiting(String kind, Text kindTitle, UUID id, String code, Text title, String state, Text stateTitle,
			List<StepName> steps, LocalDate since, @Nullable LocalDate dueOn, boolean overdue, String href) {

		static Waiting of(Item item, Row row, @Nullable LocalDate dueOn, LocalDate today) {
			return new Waiting(item.kind(), item.kindTitle(), item.id(), item.code(), item.title(), item.state(),
					item.stateTitle(), row.steps().stream().map((step) -> new StepName(step, item.step(step))).toList(),
					row.since(), dueOn, dueOn != null && dueOn.isBefore(today), item.href());
		}

		static Waiting of(Owed.Duty duty, LocalDate today) {
			return new Waiting(duty.kind(), duty.kindTitle(), duty.id(), duty.code(), duty.title(), duty.state(),
					duty.stateTitle(), List.of(new StepName(duty.step(), duty.stepTitle())), duty.since(), duty.dueOn(),
					duty.dueOn().isBefore(today), duty.href());
		}

		Waiting with(Waiting other) {
			List<StepName> all = new ArrayList<>(this.steps);
			other.steps.stream().filter((step) -> !all.contains(step)).forEach(all::add);
			return new Waiting(this.kind, this.kindTitle, this.id, this.code, this.title, this.state, this.stateTitle,
					List.copyOf(all), this.since, this.dueOn, this.overdue, this.href);
		}

	}

	record Due(String kind, UUID id, String code, Text title, String clock, Text clockTitle, String rule,
			String citation, LocalDate dueOn, boolean overdue, String href) {

		static Due of(Item item, Deadline clock, LocalDate today) {
			return new Due(item.kind(), item.id(), item.code(), item.title(), clock.name(), clock.title(), clock.rule(),
					clock.citation(), clock.dueOn(), clock.dueOn().isBefore(today), item.href());
		}

		static Due of(Owed.Duty duty, LocalDate today) {
			return new Due(duty.kind(), duty.id(), duty.code(), duty.title(), duty.step(), duty.stepTitle(),
					duty.rule(), duty.citation(), duty.dueOn(), duty.dueOn().isBefore(today), duty.href());
		}

	}

	/**
	 * A step that was taken.
	 *
	 * @param by who took it; empty where the caller is not told
	 */
	record Changed(String kind, UUID id, String code, Text title, String step, Text stepTitle, LocalDate on, String by,
			OffsetDateTime at, String href) {

		static Changed of(Item item, Row row) {
			String step = row.steps().getFirst();
			return new Changed(item.kind(), item.id(), item.code(), item.title(), step, item.step(step), row.since(),
					item.toldWho().test(step) ? row.by() : "", Objects.requireNonNull(row.at()), item.href());
		}

	}

	private record Item(String kind, Text kindTitle, UUID id, String code, Text title, String state, Text stateTitle,
			String href, Map<String, Text> steps, Predicate<String> told, Predicate<String> toldWho) {

		Text step(String name) {
			return this.steps.getOrDefault(name, Text.of(name, name));
		}

	}

	private record Row(String kind, UUID caseId, List<String> steps, LocalDate since, @Nullable OffsetDateTime at,
			String by) {

		static Row waiting(Readable row) {
			return new Row(Rows.required(row, "kind", String.class), Rows.required(row, "case_id", UUID.class),
					List.of(Rows.required(row, "awaited", String[].class)),
					Rows.required(row, "since", LocalDate.class), null, "");
		}

		static Row changed(Readable row) {
			return new Row(Rows.required(row, "kind", String.class), Rows.required(row, "case_id", UUID.class),
					List.of(Rows.required(row, "step", String.class)), Rows.required(row, "on_date", LocalDate.class),
					Rows.required(row, "taken_at", OffsetDateTime.class), Rows.required(row, "taken_by", String.class));
		}

	}

}
