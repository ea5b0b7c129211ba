package renda.platform.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

import renda.platform.deadline.Holder;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;
import renda.platform.workflow.Step;

/**
 * Whose business each case is, and which steps it waits for. Written anew with each step:
 * who is no party any more is gone at once.
 */
class Parties {

	private static final String CLEAR = "DELETE FROM case_party WHERE kind = $1 AND case_id = any($2)";

	private static final String WRITE = """
			INSERT INTO case_party (kind, case_id, holder, awaited, since)
			SELECT $1, case_id, holder, coalesce(string_to_array(nullif(awaited, ''), ','), '{}'), since
			FROM unnest($2::uuid[], $3::text[], $4::text[], $5::date[]) AS party (case_id, holder, awaited, since)""";

	private final DatabaseClient database;

	Parties(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Writes the parties of cases as they are now.
	 * @param fresh whether the cases are new, so that nothing has to be removed
	 */
	<C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<Void> write(
			CaseKind<C, S, A, ?> kind, List<C> cases, boolean fresh) {
		List<Party> parties = cases.stream().flatMap((subject) -> of(kind, subject).stream()).toList();
		String name = kind.workflow().name();
		Mono<Void> cleared = fresh ? Mono.empty()
				: this.database.sql(CLEAR)
					.bind(0, name)
					.bind(1, cases.stream().map(Case::id).toArray(UUID[]::new))
					.fetch()
					.rowsUpdated()
					.then();
		return parties.isEmpty() ? cleared
				: cleared.then(this.database.sql(WRITE)
					.bind(0, name)
					.bind(1, parties.stream().map(Party::caseId).toArray(UUID[]::new))
					.bind(2, parties.stream().map(Party::holder).toArray(String[]::new))
					.bind(3, parties.stream().map(Party::awaited).toArray(String[]::new))
					.bind(4, parties.stream().map(Party::since).toArray(LocalDate[]::new))
					.fetch()
					.rowsUpdated()
					.then());
	}

	/**
	 * The holders of every actor, each with the awaited steps that are theirs.
	 */
	private static <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> List<Party> of(
			CaseKind<C, S, A, ?> kind, C subject) {
		Map<String, TreeSet<String>> awaited = new TreeMap<>();
		for (A actor : kind.workflow().actors()) {
			for (Holder holder : kind.holders(subject, actor)) {
				TreeSet<String> steps = awaited.computeIfAbsent(holder.text(), (key) -> new TreeSet<>());
				kind.workflow()
					.steps()
					.stream()
					.filter((step) -> step.awaited() && step.from().contains(subject.state())
							&& step.by().contains(actor))
					.map(Step::name)
					.forEach(steps::add);
			}
		}
		List<Party> parties = new ArrayList<>();
		awaited.forEach((holder, steps) -> parties
			.add(new Party(subject.id(), holder, String.join(",", steps), subject.stateSince())));
		return parties;
	}

	private record Party(UUID caseId, String holder, String awaited, LocalDate since) {
	}

}
