package renda.platform.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import reactor.core.publisher.Mono;
import renda.platform.ingest.ImportKind.Applied;
import renda.platform.ingest.ImportKind.Numbered;
import renda.platform.web.Refusal;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * Takes cases from elsewhere in bulk, one a row, each with its whole life. A case is
 * known by its code; a known one is left as it is.
 */
public final class PastCases {

	private final Proceedings proceedings;

	PastCases(Proceedings proceedings) {
		this.proceedings = proceedings;
	}

	/**
	 * Takes rows, in the current transaction.
	 * @param code the code of a row's case
	 * @param life what a row tells of; it may refuse the row
	 */
	public <R extends Record, C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<Recorded<C>> record(
			CaseKind<C, S, A, ?> kind, List<Numbered<R>> rows, Function<R, String> code, Function<R, Lived<C>> life) {
		return record(kind, rows, code, (there) -> true, life);
	}

	/**
	 * The same where a case may leave its code to another.
	 * @param bears whether a case that is there still bears its code
	 */
	public <R extends Record, C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Mono<Recorded<C>> record(
			CaseKind<C, S, A, ?> kind, List<Numbered<R>> rows, Function<R, String> code, Predicate<C> bears,
			Function<R, Lived<C>> life) {
		List<String> codes = rows.stream().map((row) -> code.apply(row.row())).distinct().toList();
		return kind.table().byCodes(codes).flatMap((there) -> {
			Set<String> known = new HashSet<>();
			there.stream().filter(bears).forEach((subject) -> known.add(subject.code()));
			List<Lived<C>> lives = new ArrayList<>();
			Applied applied = Applied.NOTHING;
			for (Numbered<R> row : rows) {
				applied = applied.plus(taken(row, code, life, known, lives));
			}
			return this.proceedings.record(kind, lives)
				.thenReturn(new Recorded<>(lives.stream().map(Lived::subject).toList(), applied));
		});
	}

	private static <R extends Record, C> Applied taken(Numbered<R> row, Function<R, String> code,
			Function<R, Lived<C>> life, Set<String> known, List<Lived<C>> lives) {
		if (known.contains(code.apply(row.row()))) {
			return Applied.ONE_UNCHANGED;
		}
		try {
			lives.add(life.apply(row.row()));
			known.add(code.apply(row.row()));
			return Applied.ONE_CREATED;
		}
		catch (Refusal refusal) {
			return Applied.refused(row, refusal);
		}
	}

	/**
	 * What became of the rows.
	 *
	 * @param cases the cases that are new
	 * @param applied what is counted and refused
	 */
	public record Recorded<C>(List<C> cases, Applied applied) {

		public Recorded {
			cases = List.copyOf(cases);
		}

	}

}
