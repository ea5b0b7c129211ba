package renda.legislation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The statute's table of a workflow, as a file: for each step and state the letters of
 * those who may take it. Every step from every state by every actor is tried against it.
 */
public final class StatuteTable<C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> {

	private final Workflow<C, S, A> workflow;

	private final Map<Character, A> letters;

	private final Function<A, Caller> callers;

	private final LocalDate on;

	private final Map<String, Map<S, Set<A>>> table;

	public StatuteTable(Workflow<C, S, A> workflow, String file, Map<Character, A> letters, Function<A, Caller> callers,
			LocalDate on) {
		this.workflow = workflow;
		this.letters = letters;
		this.callers = callers;
		this.on = on;
		this.table = read(file);
	}

	/**
	 * One test for each step, state and actor.
	 * @param ready a case in a state such that a step can be taken from it
	 * @param input what is sent with a step where nothing is wrong with it
	 */
	public Stream<DynamicTest> tests(BiFunction<S, String, C> ready, Function<String, Record> input) {
		List<DynamicTest> tests = new ArrayList<>();
		tests.add(DynamicTest.dynamicTest("the table knows every step and no other",
				() -> assertThat(this.table.keySet()).isEqualTo(new HashSet<>(
						this.workflow.steps().stream().filter((step) -> !step.opens()).map(Step::name).toList()))));
		this.table.forEach((step, cells) -> {
			Set<A> anywhere = new HashSet<>();
			cells.values().forEach(anywhere::addAll);
			for (S state : this.workflow.states()) {
				for (A actor : this.workflow.actors()) {
					int expected = cells.getOrDefault(state, Set.of()).contains(actor) ? 200
							: anywhere.contains(actor) ? 409 : 403;
					tests.add(DynamicTest.dynamicTest("%s from %s by %s: %d".formatted(step, state, actor, expected),
							() -> assertThat(status(ready.apply(state, step), step, input.apply(step), actor))
								.isEqualTo(expected)));
				}
			}
		});
		return tests.stream();
	}

	private int status(C subject, String step, Record input, A actor) {
		try {
			decide(subject, step, input, actor, "");
			return 200;
		}
		catch (Refusal refusal) {
			return refusal.status().value();
		}
	}

	/**
	 * The case after a step; the refusal where it is refused.
	 */
	public C decide(C subject, String step, Record input, A actor, String lateReason) {
		Moment<A> moment = new Moment<>(this.callers.apply(actor), Set.of(actor), this.on, RuleBook.statutory(this.on));
		return this.workflow.decide(subject, List.of(), step, input, moment, lateReason, WorkingDays.ofCalendar())
			.after();
	}

	/**
	 * The rule that refuses a step; empty where it is taken.
	 */
	public String refusedBy(C subject, String step, Record input, A actor) {
		try {
			decide(subject, step, input, actor, "");
			return "";
		}
		catch (Refusal refusal) {
			return String.valueOf(refusal.properties().get("rule"));
		}
	}

	private Map<String, Map<S, Set<A>>> read(String file) {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(StatuteTable.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
			String[] head = lines.readLine().split(",");
			Map<String, S> states = new LinkedHashMap<>();
			this.workflow.states().forEach((state) -> states.put(state.name(), state));
			assertThat(List.of(head).subList(1, head.length)).containsExactlyElementsOf(states.keySet());
			Map<String, Map<S, Set<A>>> all = new LinkedHashMap<>();
			lines.lines().forEach((line) -> {
				String[] cells = line.split(",", -1);
				Map<S, Set<A>> row = new LinkedHashMap<>();
				for (int i = 1; i < cells.length; i++) {
					Set<A> actors = new HashSet<>();
					cells[i].chars()
						.forEach((letter) -> actors.add(Objects.requireNonNull(this.letters.get((char) letter))));
					row.put(Objects.requireNonNull(states.get(head[i])), actors);
				}
				all.put(cells[0], row);
			});
			return all;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
