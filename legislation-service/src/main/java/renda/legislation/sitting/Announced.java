package renda.legislation.sitting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A meeting that notice was given of, as calendars show it.
 *
 * @param place where; empty while not known
 * @param to its last day; of one that went on for longer than planned, the day it was
 * closed
 * @param agenda the titles of its items that are public
 * @param modifiedAt when it was last changed
 */
public record Announced(UUID id, long version, String name, String place, LocalDate from, LocalDate to,
		Certainty certainty, List<String> agenda, OffsetDateTime modifiedAt) {

	public Announced {
		agenda = List.copyOf(agenda);
	}

	/**
	 * How sure it is that it is held.
	 */
	public enum Certainty {

		/** 待定（延期）. */
		TENTATIVE,
		/** 确定. */
		CONFIRMED,
		/** 取消. */
		CANCELLED

	}

}
