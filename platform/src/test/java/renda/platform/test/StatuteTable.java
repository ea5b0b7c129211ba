package renda.platform.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DynamicTest;
import renda.platform.web.Refusal;
import renda.platform.workflow.Actor;
import renda.platform.workflow.CaseState;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The statute's table of a workflow, as a file of the tests: who may take which step from
 * which state. It is written in one of two ways:
 * <ul>
 * <li>{@code step,DRAFT,SUBMITTED,…}: a row for each step, a column for each state, in
 * each cell the letters of those who may take it there;</li>
 * <li>{@code step,by,from,to,basis}: a row for each way a step may go, with the letters,
 * the states it is taken from, parted by blanks, and the one it leads to; {@code =} for
 * the state it is in.</li>
 * </ul>
 *
 * @param <S> the states
 * @param <A> who acts
 */
public final class StatuteTable<S extends Enum<S> & CaseState, A extends Enum<A> & Actor> {

	private static final String TAKEN = "taken";

	private final Workflow<?, S, A> workflow;

	private final Map<Character, A> letters;

	private final Map<String, Map<S, Cell<A>>> steps = new LinkedHashMap<>();

	private StatuteTable(Workflow<?, S, A> workflow, Map<Character, A> letters) {
		this.workflow = workflow;
		this.letters = letters;
	}

	/**
	 * Reads a table.
	 * @param file where it is on the class path
	 * @param letters who the letters stand for
	 */
	public static <S extends Enum<S> & CaseState, A extends Enum<A> & Actor> StatuteTable<S, A> of(
			Workflow<?, S, A> workflow, String file, Map<Character, A> letters) {
		StatuteTable<S, A> table = new StatuteTable<>(workflow, letters);
		List<String[]> lines = lines(file).stream().map((line) -> line.split(",", -1)).toList();
		String[] head = lines.getFirst();
		if (head[1].equals("by")) {
			lines.stream().skip(1).forEach(table::readWay);
		}
		else {
			assertThat(head).as("the columns of %s", file)
				.startsWith("step")
				.endsWith(workflow.states().stream().map(Enum::name).toArray(String[]::new))
				.hasSize(1 + workflow.states().size());
			lines.stream().skip(1).forEach((line) -> table.readRow(head, line));
		}
		return table;
	}

	/**
	 * The steps that the table knows.
	 */
	public Set<String> steps() {
		return this.steps.keySet();
	}

	/**
	 * The steps that the workflow declares, but for those that open a case.
	 */
	public Set<String> declared() {
		return this.workflow.steps()
			.stream()
			.filter((step) -> !step.opens())
			.map(Step::name)
			.collect(Collectors.toSet());
	}

	/**
	 * One test for each step, state and actor: whom the table does not name is refused
	 * with 403, and with 409 where it names them in other states.
	 */
	public List<DynamicTest> tests(Attempt<S, A> attempt) {
		List<DynamicTest> tests = new ArrayList<>();
		this.steps.forEach((step, cells) -> {
			Set<A> anywhere = new HashSet<>();
			cells.values().forEach((cell) -> anywhere.addAll(cell.by()));
			for (S state : this.workflow.states()) {
				Cell<A> cell = cells.get(state);
				for (A actor : this.workflow.actors()) {
					String expected = (cell != null && cell.by().contains(actor)) ? cell.to()
							: anywhere.contains(actor) ? "409" : "403";
					tests.add(DynamicTest.dynamicTest("%s from %s by %s: %s".formatted(step, state, actor, expected),
							() -> assertThat(outcome(attempt, state, step, actor, expected)).isEqualTo(expected)));
				}
			}
		});
		return tests;
	}

	private static <S extends Enum<S>, A> String outcome(Attempt<S, A> attempt, S state, String step, A actor,
			String expected) {
		try {
			S after = attempt.take(state, step, actor);
			return expected.equals(TAKEN) ? TAKEN : after.name();
		}
		catch (Refusal refusal) {
			return (refusal.status().value() == 422) ? "422 by " + refusal.properties().get("rule")
					: String.valueOf(refusal.status().value());
		}
	}

	private void readRow(String[] head, String[] cells) {
		Map<S, Cell<A>> row = new LinkedHashMap<>();
		for (int i = 1; i < cells.length; i++) {
			row.put(state(head[i]), new Cell<>(actors(cells[i]), TAKEN));
		}
		this.steps.put(cells[0], row);
	}

	private void readWay(String[] cells) {
		Map<S, Cell<A>> row = this.steps.computeIfAbsent(cells[0], (step) -> new LinkedHashMap<>());
		for (String from : cells[2].split(" ")) {
			row.put(state(from), new Cell<>(actors(cells[1]), cells[3].equals("=") ? from : state(cells[3]).name()));
		}
	}

	private S state(String name) {
		return this.workflow.states().stream().filter((state) -> state.name().equals(name)).findFirst().orElseThrow();
	}

	private Set<A> actors(String cell) {
		return cell.chars()
			.mapToObj((letter) -> Objects.requireNonNull(this.letters.get((char) letter), cell))
			.collect(Collectors.toSet());
	}

	private static List<String> lines(String file) {
		try (InputStream in = Objects.requireNonNull(StatuteTable.class.getResourceAsStream(file), file)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Takes a step with nothing wrong but who takes it, and from where.
	 */
	@FunctionalInterface
	public interface Attempt<S, A> {

		/**
		 * The state after the step.
		 */
		S take(S state, String step, A actor);

	}

	private record Cell<A>(Set<A> by, String to) {
	}

}
