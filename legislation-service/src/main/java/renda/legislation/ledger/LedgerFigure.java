package renda.legislation.ledger;

import java.util.Map;
import java.util.Set;

import renda.platform.web.Text;

/**
 * A number that a ledger gives: one filter makes both the count and the link to what was
 * counted.
 *
 * @param ledger the ledger
 * @param key the figure's key
 * @param title what is counted
 * @param unit the measure word
 * @param definition what is counted and what is not
 * @param period when a line counts
 * @param filter the members a line must have to count
 * @param groups the members by which it may be broken down, besides the year
 * @param floor whether reports show it as a floor
 */
public record LedgerFigure(Ledger<?> ledger, String key, Text title, Text unit, Text definition, Period period,
		Map<String, Object> filter, Set<String> groups, boolean floor) {

	public LedgerFigure {
		filter = Map.copyOf(filter);
		groups = Set.copyOf(groups);
	}

	/**
	 * When a line counts.
	 */
	public enum Period {

		/** Its day is in the term, and not after the day counted. */
		TERM,
		/** It holds on the day counted. */
		ACTIVE,
		/** It is of the term and holds on the day counted. */
		ACTIVE_IN_TERM

	}

}
