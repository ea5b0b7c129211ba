package renda.platform.workflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import renda.platform.deadline.Deadline;
import renda.platform.deadline.Holder;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Text;

/**
 * One decision, once the actor and the state are right: guards, the case after it, its
 * clocks.
 */
final class Deciding<C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> {

	private final Workflow<C, S, A> workflow;

	private final Step<C, S, A, ?> step;

	private final C before;

	private final Moment<A> moment;

	private final WorkingDays days;

	Deciding(Workflow<C, S, A> workflow, Step<C, S, A, ?> step, C before, Moment<A> moment, WorkingDays days) {
		this.workflow = workflow;
		this.step = step;
		this.before = before;
		this.moment = moment;
		this.days = days;
	}

	Decision<C, S, A> on(Record input, List<Deadline> running, String lateReason) {
		return decide(this.step, input, running, lateReason);
	}

	private <I extends Record> Decision<C, S, A> decide(Step<C, S, A, I> taken, Record sent, List<Deadline> running,
			String lateReason) {
		I input = taken.input().cast(sent);
		for (Guard<C, I, A> guard : taken.guards()) {
			if (!guard.holds().of(this.before, input, this.moment)) {
				throw this.moment.rules()
					.refuse(guard.rule(), guard.says(), guard.facts().of(this.before, input, this.moment));
			}
		}
		C after = after(taken, input);
		Map<UUID, Deadline> clocks = new LinkedHashMap<>();
		running.forEach((clock) -> clocks.put(clock.id(), clock));
		List<Deadline> late = new ArrayList<>();
		for (ClockEffect<C, I, A> effect : taken.clocks()) {
			change(effect, after, input, clocks, late, lateReason);
		}
		if (after.state().isFinal()) {
			clocks.replaceAll((id, clock) -> clock.isRunning() ? clock.cancelled(this.moment.on()) : clock);
		}
		List<Deadline> changed = clocks.values().stream().filter((clock) -> !running.contains(clock)).toList();
		return new Decision<>(after, taken, actor(taken), changed, late);
	}

	private A actor(Step<C, S, A, ?> taken) {
		return this.moment.actors().stream().filter(taken.by()::contains).min(Comparator.naturalOrder()).orElseThrow();
	}

	private <I extends Record> C after(Step<C, S, A, I> taken, I input) {
		C changed = taken.effect().of(this.before, input, this.moment);
		if (taken.opens()) {
			return changed;
		}
		S state = switch (taken.to().size()) {
			case 0 -> this.before.state();
			case 1 -> taken.to().iterator().next();
			default -> target(taken).of(changed, input, this.moment);
		};
		if (!taken.to().isEmpty() && !taken.to().contains(state)) {
			throw new IllegalStateException("step " + taken.name() + " does not lead to " + state);
		}
		LocalDate since = taken.to().isEmpty() ? this.before.stateSince() : this.moment.on();
		return changed.in(state, since, this.before.version() + 1);
	}

	private static <C, S extends Enum<S>, A extends Enum<A>, I extends Record> StepFunction<C, I, A, S> target(
			Step<C, S, A, I> taken) {
		StepFunction<C, I, A, S> target = taken.target();
		if (target == null) {
			throw new IllegalStateException("step " + taken.name() + " does not say which state it leads to");
		}
		return target;
	}

	private <I extends Record> void change(ClockEffect<C, I, A> effect, C after, I input, Map<UUID, Deadline> clocks,
			List<Deadline> late, String lateReason) {
		List<Holder> holders = (effect.holders() != null) ? effect.holders().of(after, input, this.moment) : null;
		if (effect.kind() == ClockEffect.Kind.STARTS) {
			for (Holder holder : (holders != null) ? holders : List.<Holder>of()) {
				Deadline started = started(effect, holder, after, input);
				clocks.put(started.id(), started);
			}
			return;
		}
		for (Deadline clock : List.copyOf(clocks.values())) {
			if (clock.isRunning() && clock.name().equals(effect.clock().name()) && isMeant(clock, holders)) {
				clocks.put(clock.id(), changed(effect, clock, late, lateReason));
			}
		}
	}

	private static boolean isMeant(Deadline clock, @Nullable List<Holder> holders) {
		return holders == null || holders.contains(clock.holder());
	}

	private <I extends Record> Deadline started(ClockEffect<C, I, A> effect, Holder holder, C after, I input) {
		LocalDate from = (effect.from() != null) ? effect.from().of(after, input, this.moment) : this.moment.on();
		LocalDate until = (effect.until() != null) ? effect.until().of(after, input, this.moment) : null;
		Deadline.Of of = new Deadline.Of(this.workflow.name(), after.id(), after.code(), this.workflow.isSecret());
		return (until != null) ? Deadline.until(effect.clock(), of, holder, from, until, this.moment.rules())
				: Deadline.start(effect.clock(), of, holder, from, this.moment.rules(), this.days);
	}

	private Deadline changed(ClockEffect<C, ?, A> effect, Deadline clock, List<Deadline> late, String lateReason) {
		LocalDate on = this.moment.on();
		return switch (effect.kind()) {
			case ENDS -> {
				if (clock.isLateOn(on)) {
					requireReason(clock, lateReason);
					late.add(clock);
				}
				yield clock.done(on, clock.isLateOn(on) ? lateReason : "");
			}
			case CANCELS -> clock.cancelled(on);
			case PAUSES -> clock.paused(on, this.step.title().zh());
			case RESUMES -> clock.resumed(on, this.days);
			case PROLONGS -> clock.prolonged(effect.clock(), on, this.moment.caller().name(), this.step.title().zh(),
					this.moment.rules(), this.days);
			case STARTS -> throw new IllegalStateException("a clock that runs does not start");
		};
	}

	private void requireReason(Deadline clock, String lateReason) {
		if (lateReason.isBlank()) {
			throw this.moment.rules()
				.refuse(clock.rule(), Text.of("“%s”期限为 %s，已逾期；请在 lateReason 中说明原因，步骤将予接受并标记为逾期。",
						"The time for “%3$s” ended on %2$s. Say why it is late in lateReason; the step is then taken and marked late.",
						clock.title().zh(), clock.dueOn(), clock.title().en()),
						Map.of("dueOn", clock.dueOn(), "on", this.moment.on(), "pointer", "/lateReason"));
		}
	}

}
