package renda.platform.vote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is marked on one paper of a secret ballot (选票). It has a mark for each thing that
 * is asked, in their order: of a question one, of an election one for every candidate.
 *
 * @param marks the marks; none on a spoiled paper
 * @param others names written in instead of candidates (另选他人), in the order of the
 * alphabet, so that equal papers are equal
 * @param spoiled whether it was made void on purpose
 */
public record VotingPaper(List<Choice> marks, List<String> others, boolean spoiled) {

	/** A paper made void on purpose. */
	public static final VotingPaper SPOILED = new VotingPaper(List.of(), List.of(), true);

	private static final String SPOILED_TEXT = "SPOILED";

	public VotingPaper {
		marks = List.copyOf(marks);
		others = others.stream().sorted().toList();
		if (marks.contains(Choice.NOT_PRESSED) || others.stream().anyMatch((name) -> name.contains("|"))) {
			throw new IllegalArgumentException("not a mark on a paper");
		}
	}

	/**
	 * The paper of a question with its one mark.
	 */
	public static VotingPaper of(Choice mark) {
		return new VotingPaper(List.of(mark), List.of(), false);
	}

	/**
	 * The paper of an election.
	 */
	public static VotingPaper of(List<Choice> marks, List<String> others) {
		return new VotingPaper(marks, others, false);
	}

	/**
	 * The paper as the box keeps it; the same marks give the same text.
	 */
	public String written() {
		return this.spoiled ? SPOILED_TEXT
				: String.join("|",
						Stream
							.concat(Stream.of(String.join(",", this.marks.stream().map(Choice::name).toList())),
									this.others.stream())
							.toList());
	}

	/**
	 * Reads what {@link #written} wrote.
	 */
	public static VotingPaper read(String written) {
		if (written.equals(SPOILED_TEXT)) {
			return SPOILED;
		}
		List<String> parts = new ArrayList<>(Arrays.asList(written.split("\\|")));
		List<Choice> marks = Arrays.stream(parts.removeFirst().split(",")).map(Choice::valueOf).toList();
		return of(marks, parts);
	}

	/**
	 * How many persons it is for: candidates and others.
	 */
	public int chosen() {
		return Math.toIntExact(this.marks.stream().filter((mark) -> mark == Choice.FOR).count()) + this.others.size();
	}

	/**
	 * Nothing: it is not to be found in a log.
	 */
	@Override
	public String toString() {
		return "a paper";
	}

}
