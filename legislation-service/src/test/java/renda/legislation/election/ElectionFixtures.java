package renda.legislation.election;

import java.time.LocalDate;
import java.util.UUID;

import renda.legislation.personnel.Settlement.CastVote;
import renda.legislation.slate.ElectionTerms;

/**
 * What is sent with the steps of an election where nothing is wrong with it.
 */
public final class ElectionFixtures {

	private ElectionFixtures() {
	}

	/**
	 * A by-election for some seats, decided upon by the congress.
	 */
	private static ElectionTerms terms(int seats, LocalDate nominationsFrom) {
		return ElectionTerms.of(new UUID(3, 3), seats, true, "大会决定", nominationsFrom);
	}

	/**
	 * Candidates stand for two seats.
	 */
	public static Record standing(LocalDate nominationsFrom) {
		return new ElectionAction.Stand(new UUID(4, 9), terms(2, nominationsFrom),
				new ElectionAction.Field(3, 2, 8, 6, 0));
	}

	/**
	 * Of four nominees three may stand.
	 */
	public static Record preselection(LocalDate nominationsFrom) {
		return new ElectionAction.Stand(new UUID(4, 9), terms(2, nominationsFrom).preliminary(3),
				new ElectionAction.Field(4, 2, 8, 6, 0));
	}

	public static Record counted(CastVote vote) {
		return new ElectionAction.Counted(vote);
	}

}
