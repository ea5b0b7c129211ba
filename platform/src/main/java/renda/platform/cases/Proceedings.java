package renda.platform.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.ResponseEntity;

import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.Deadlines;
import renda.platform.deadline.WorkingDays;
import renda.platform.event.NewEvent;
import renda.platform.event.Outbox;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Step;

/**
 * Carries cases through their workflows. A step is one transaction: the case's row, its
 * timeline, its clocks, its parties, the event, the audit entry and the answer kept for
 * retries are all there, or none.
 */
public final class Proceedings {

	private final Commands commands;

	private final RuleBook rules;

	private final Deadlines deadlines;

	private final WorkingDays days;

	private final Timeline timeline;

	private final Parties parties;

	private final CaseCodes codes;

	private final Outbox outbox;

	private final Inputs inputs;

	private final Clock clock;

	Proceedings(Commands commands, RuleBook rules, Deadlines deadlines, WorkingDays days, Timeline timeline,
			Parties parties, CaseCodes codes, Outbox outbox, Inputs inputs, Clock clock) {
		this.commands = commands;
		this.rules = rules;
		this.deadlines = deadlines;
		this.days = days;
		this.timeline = timeline;
		this.parties = parties;
		this.codes = codes;
		this.outbox = outbox;
		this.inputs = inputs;
		this.clock = clock;
	}

	/**
	 * Opens a case.
	 * @param step the name of the opening step
	 * @param input what was sent; kept in the timeline
	 * @param fresh makes the case, in the transaction; it has version 1 and the state the
	 * step leads to, since today
	 * @return 201 with the case
	 */
	public <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor, V> Mono<ResponseEntity<Shown<V>>> open(
			CaseKind<C, S, A, V> kind, String step, Record input, Supplier<Mono<C>> fresh, Command command) {
		return this.commands.run(command, input,
				() -> opened(kind, step, input, fresh, command)
					.flatMap((after) -> shown(kind, after, command.caller()).map((shown) -> Answer
						.created(kind.path() + '/' + after.id(), after.version(), subject(kind, after.id()), shown))));
	}

	/**
	 * Opens a case inside a larger change, which runs the transaction.
	 */
	public <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<C> opened(
			CaseKind<C, S, A, ?> kind, String step, Record input, Supplier<Mono<C>> fresh, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		return fresh.get().flatMap((subject) -> this.rules.on(subject.stateSince()).flatMap((set) -> {
			Moment<A> moment = new Moment<>(command.caller(), kind.actors(subject, command.caller()),
					subject.stateSince().isAfter(today) ? today : subject.stateSince(), set);
			Decision<C, S, A> decision = kind.workflow().decide(subject, List.of(), step, input, moment, "", this.days);
			return kind.table()
				.insert(List.of(decision.after()))
				.then(Mono.defer(() -> written(kind, List.of(new TakenStep<>(null, decision, moment, input)))))
				.thenReturn(decision.after());
		}));
	}

	/**
	 * Takes a step on a case.
	 * @param body the members of the step's input, with {@code on} and {@code lateReason}
	 * @return the case as this caller sees it after the step
	 */
	public <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor, V> Mono<ResponseEntity<Shown<V>>> act(
			CaseKind<C, S, A, V> kind, UUID id, String step, @Nullable JsonNode body, Command command) {
		return act(kind, id, step, body, Mono::just, command);
	}

	/**
	 * Takes a step of whose input the service itself knows a part. A retry is known by
	 * what was sent, whatever has become of that part since.
	 * @param body the members that were sent, with {@code on} and {@code lateReason}
	 * @param completion adds to them, in the transaction
	 * @return the case as this caller sees it after the step
	 */
	public <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor, V> Mono<ResponseEntity<Shown<V>>> act(
			CaseKind<C, S, A, V> kind, UUID id, String step, @Nullable JsonNode body, Completion completion,
			Command command) {
		return this.commands.run(command, (body != null) ? body : "",
				() -> completed(body, completion).flatMap((complete) -> acted(kind, id, step, complete, command))
					.flatMap((after) -> shown(kind, after, command.caller())
						.map((shown) -> Answer.changed(after.version(), subject(kind, id), shown))));
	}

	/**
	 * What is no object is left for the step to refuse.
	 */
	private static Mono<JsonNode> completed(@Nullable JsonNode body, Completion completion) {
		if (body != null && !body.isNull() && !(body instanceof ObjectNode)) {
			return Mono.just(body);
		}
		return completion
			.of((body instanceof ObjectNode sent) ? sent.deepCopy() : JsonNodeFactory.instance.objectNode());
	}

	private <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<C> acted(
			CaseKind<C, S, A, ?> kind, UUID id, String step, @Nullable JsonNode body, Command command) {
		return kind.table()
			.locked(id)
			.filter((subject) -> kind.isVisible(subject, command.caller()))
			.switchIfEmpty(Mono.error(() -> unknown(kind)))
			.flatMap((subject) -> {
				Step<C, S, A, ?> taken = kind.workflow().step(step);
				if (taken.opens()) {
					return Mono.error(Refusal.conflict("wrong-state", Text.of("此步骤用于新建，不能对已有的办理采取。",
							"This step opens a new case; it is not taken on one that is there.")));
				}
				if (taken.automatic()) {
					return Mono.error(Refusal.forbidden(Text.of("此步骤由表决结果或者其他系统的事件引起，不能直接办理。",
							"This step follows from a vote or an event; nobody takes it by a request.")));
				}
				long version = command.requiredVersion();
				if (version != subject.version()) {
					return stale(kind, subject, version, command.caller());
				}
				Inputs.Said<?> said = this.inputs.read(taken, body, LocalDate.now(this.clock));
				return take(kind, subject, step, said, command.caller());
			});
	}

	/**
	 * Takes a step inside a larger change, which runs the transaction and has locked the
	 * case: by an event of another service, or with several cases at once.
	 */
	public <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<C> take(
			CaseKind<C, S, A, ?> kind, C subject, String step, Record input, Caller caller) {
		return take(kind, subject, step, new Inputs.Said<>(input, LocalDate.now(this.clock), ""), caller);
	}

	/**
	 * Takes a step on each of several cases inside a larger change, which runs the
	 * transaction and has locked them. What the steps write is written for all at once.
	 */
	public <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<List<C>> takeAll(
			CaseKind<C, S, A, ?> kind, List<Taking<C>> all, Caller caller) {
		LocalDate today = LocalDate.now(this.clock);
		return all.isEmpty() ? Mono.just(List.of())
				: taken(kind, all.stream().map((one) -> one.said(today)).toList(), today, caller);
	}

	private <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<C> take(
			CaseKind<C, S, A, ?> kind, C subject, String step, Inputs.Said<?> said, Caller caller) {
		return taken(kind, List.of(new Taking.Due<>(subject, step, said)), said.on(), caller).map(List::getFirst);
	}

	private <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<List<C>> taken(
			CaseKind<C, S, A, ?> kind, List<Taking.Due<C>> all, LocalDate on, Caller caller) {
		List<UUID> ids = all.stream().map((one) -> one.subject().id()).toList();
		return Mono.zip(this.rules.on(on), this.deadlines.of(kind.workflow().name(), ids)).flatMap((known) -> {
			List<TakenStep<C, S, A>> taken = new ArrayList<>();
			for (Taking.Due<C> one : all) {
				C subject = one.subject();
				Moment<A> moment = new Moment<>(caller, kind.actors(subject, caller), on, known.getT1());
				taken.add(new TakenStep<>(subject,
						kind.workflow()
							.decide(subject, known.getT2().getOrDefault(subject.id(), List.of()), one.step(),
									one.said().input(), moment, one.said().lateReason(), this.days),
						moment, one.said().kept()));
			}
			List<C> after = taken.stream().map(TakenStep::after).toList();
			return kind.table()
				.update(after)
				.filter(Boolean::booleanValue)
				.switchIfEmpty(Mono.error(() -> Refusal.stale(all.getFirst().subject().version())))
				.then(Mono.defer(() -> written(kind, taken)))
				.thenReturn(after);
		});
	}

	private <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<Void> written(
			CaseKind<C, S, A, ?> kind, List<TakenStep<C, S, A>> taken) {
		OffsetDateTime now = OffsetDateTime.now(this.clock);
		List<C> after = taken.stream().map(TakenStep::after).toList();
		return this.timeline
			.append(kind.workflow().name(), kind.table(),
					taken.stream().map((one) -> new Timeline.Taken(one.after().id(), one.entry(now))).toList())
			.then(this.deadlines.save(taken.stream().flatMap((one) -> one.decision().clocks().stream()).toList()))
			.then(this.parties.write(kind, after, taken.stream().allMatch((one) -> one.before() == null)))
			.then(this.outbox.appendAll(taken.stream()
				.map((one) -> new NewEvent(one.decision().step().event(), subject(kind, one.after().id()),
						kind.published(one.after()), kind.audience(one.after())))
				.toList()))
			.thenMany(Flux.fromIterable(taken))
			.concatMap((one) -> kind.alongside(one.decision().step().name(), one.before(), one.after(),
					one.moment().caller()))
			.then();
	}

	/**
	 * Records cases that have lived elsewhere, in the current transaction. Their events
	 * are called {@code <kind>.recorded}.
	 */
	public <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<Void> record(
			CaseKind<C, S, A, ?> kind, List<Lived<C>> lives) {
		List<C> cases = lives.stream().map(Lived::subject).toList();
		List<Timeline.Taken> steps = new ArrayList<>();
		List<Deadline> clocks = new ArrayList<>();
		List<NewEvent> events = new ArrayList<>();
		for (Lived<C> life : lives) {
			C subject = life.subject();
			long position = 0;
			for (Lived.Past past : life.steps()) {
				position++;
				steps.add(new Timeline.Taken(subject.id(), entry(kind, position, past)));
			}
			clocks.addAll(life.clocks());
			events.add(new NewEvent(kind.workflow().name() + ".recorded", subject(kind, subject.id()),
					kind.published(subject), kind.audience(subject)));
		}
		return this.codes.taken(cases.stream().map(Case::code).toList())
			.then(kind.table().insert(cases))
			.then(this.timeline.append(kind.workflow().name(), kind.table(), steps))
			.then(this.deadlines.save(clocks))
			.then(this.parties.write(kind, cases, true))
			.then(this.outbox.appendAll(events));
	}

	private <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> TimelineEntry entry(
			CaseKind<C, S, A, ?> kind, long position, Lived.Past past) {
		Step<C, S, A, ?> step = kind.workflow().step(past.step());
		return new TimelineEntry(position, past.step(), null, past.from(), past.to(), past.on(),
				past.on().atTime(12, 0).atZone(this.clock.getZone()).toOffsetDateTime(), past.by(), "", step.rules(),
				RuleBook.statutory(past.on()).id(), past.late(), Map.of());
	}

	/**
	 * One case as a caller sees it.
	 * @return the case with its tag; the error of an unknown case where the caller may
	 * not know of it
	 */
	public <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor, V> Mono<ResponseEntity<Shown<V>>> one(
			CaseKind<C, S, A, V> kind, UUID id, Caller caller) {
		return found(kind, id, caller).flatMap((subject) -> shown(kind, subject, caller)
			.map((shown) -> Reads.view(caller.isAnonymous(), subject.version(), tag(shown, caller), shown)));
	}

	/**
	 * The timeline of a case.
	 */
	public <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<List<TimelineEntry>> timeline(
			CaseKind<C, S, A, ?> kind, UUID id, Caller caller) {
		return found(kind, id, caller)
			.flatMap((subject) -> this.timeline.after(kind.workflow().name(), kind.table(), id, 0)
				.map((entries) -> shownTo(kind, subject, caller, entries)));
	}

	/**
	 * A case that a caller may know of.
	 */
	public <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<C> found(
			CaseKind<C, S, A, ?> kind, UUID id, Caller caller) {
		return kind.table()
			.byId(id)
			.filter((subject) -> kind.isVisible(subject, caller))
			.switchIfEmpty(Mono.error(() -> unknown(kind)));
	}

	/**
	 * A case with what a caller may do to it and its clocks.
	 */
	public <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor, V> Mono<Shown<V>> shown(
			CaseKind<C, S, A, V> kind, C subject, Caller caller) {
		String path = kind.path() + '/' + subject.id();
		Set<A> actors = kind.actors(subject, caller);
		List<Shown.Offer> offers = kind.workflow()
			.open(subject, actors)
			.stream()
			.map((step) -> new Shown.Offer(step.name(), step.title(), "POST", path + '/' + step.name(),
					InputSchemas.of(step)))
			.toList();
		LocalDate today = LocalDate.now(this.clock);
		return this.deadlines.of(kind.workflow().name(), subject.id())
			.map((clocks) -> new Shown<>(kind.view(subject, caller), offers,
					clocks.stream()
						.filter((clock) -> kind.isShown(subject, caller, clock))
						.map((clock) -> Shown.Clocked.of(clock, today))
						.toList(),
					Map.of("timeline", path + "/timeline", "workflow",
							"/api/v1/" + kind.path().split("/")[3] + "/workflows/" + kind.workflow().name())));
	}

	private <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<C> stale(
			CaseKind<C, S, A, ?> kind, C subject, long version, Caller caller) {
		return this.timeline.after(kind.workflow().name(), kind.table(), subject.id(), version)
			.flatMap((entries) -> Mono.error(Refusal.stale(subject.version())
				.with("changes",
						shownTo(kind, subject, caller, entries).stream().map(TimelineEntry::withoutWords).toList())));
	}

	private <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> List<TimelineEntry> shownTo(
			CaseKind<C, S, A, ?> kind, C subject, Caller caller, List<TimelineEntry> entries) {
		return entries.stream().filter((entry) -> kind.isTold(subject, caller, entry.step())).map((entry) -> {
			TimelineEntry titled = entry.titled(kind.workflow().step(entry.step()).title());
			return kind.isToldWho(subject, caller, entry.step()) ? titled : titled.forStrangers();
		}).toList();
	}

	private static String tag(Shown<?> shown, Caller caller) {
		StringBuilder tag = new StringBuilder(caller.subject());
		shown.actions().forEach((offer) -> tag.append('/').append(offer.name()));
		shown.deadlines().forEach((clock) -> tag.append('/').append(clock.status().name()));
		return tag.toString();
	}

	private static Refusal unknown(CaseKind<?, ?, ?, ?> kind) {
		return Refusal.notFound(Text.of("没有这件%s。", "There is no such case: %2$s.", kind.workflow().title().zh(),
				kind.workflow().title().en()));
	}

	private static String subject(CaseKind<?, ?, ?, ?> kind, UUID id) {
		return kind.workflow().name() + '/' + id;
	}

	/**
	 * Adds to what was sent with a step what only the service knows.
	 */
	@FunctionalInterface
	public interface Completion {

		/**
		 * The whole input of the step. What is malformed is left for the step to refuse.
		 * @param sent what was sent; may be changed
		 */
		Mono<JsonNode> of(ObjectNode sent);

	}

}
