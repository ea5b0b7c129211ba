package renda.legislation.meeting;

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

	static Announced of(Meeting meeting, OffsetDateTime modifiedAt) {
		Convening convening = meeting.convening();
		LocalDate closed = meeting.course().closedOn();
		LocalDate to = (closed != null && closed.isAfter(convening.to())) ? closed : convening.to();
		return new Announced(meeting.id(), meeting.version(), convening.name(), convening.place(), convening.from(), to,
				certainty(meeting.state()),
				meeting.agenda().stream().filter((item) -> item.withheld().isEmpty()).map(AgendaItem::title).toList(),
				modifiedAt);
	}

	private static Certainty certainty(Meeting.State state) {
		return switch (state) {
			case CANCELLED -> Certainty.CANCELLED;
			case PLANNED, AGENDA_DRAFT, NO_QUORUM -> Certainty.TENTATIVE;
			case NOTIFIED, CHECK_IN, OPEN, CLOSED, PUBLISHED -> Certainty.CONFIRMED;
		};
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
