package renda.legislation.meeting;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import renda.legislation.meeting.Attendance.Counted;
import renda.legislation.meeting.Meeting.Party;
import renda.legislation.member.Body;
import renda.platform.workflow.CaseState;

/**
 * A meeting as those features see it that keep records beside it, with who the caller is
 * in it.
 *
 * @param phase where it stands
 * @param round which establishing of presence it is; 0 before the first, and for a
 * meeting that came by import
 * @param opening how many were there when it was opened; missing before
 * @param remote whether members may attend by video
 * @param items the items of its agenda
 * @param insider whether the caller is of the committee or its offices
 * @param acts whether the caller takes steps in it
 * @param presides whether the caller presides over it
 * @param office whether the caller is its office
 */
public record Convened(UUID id, Body body, CaseState state, Phase phase, int round, @Nullable Counted opening,
		boolean remote, Set<UUID> items, boolean insider, boolean acts, boolean presides, boolean office) {

	static Convened of(Meeting meeting, Set<Party> parties, boolean insider) {
		Course.Opening opening = meeting.course().opening();
		return new Convened(meeting.id(), meeting.convening().body(), meeting.state(), phase(meeting.state()),
				meeting.course().round(), (opening != null) ? new Counted(opening.members(), opening.present()) : null,
				!meeting.course().remote().isEmpty(),
				meeting.agenda().stream().map(AgendaItem::id).collect(Collectors.toUnmodifiableSet()), insider,
				!parties.isEmpty(), parties.contains(Party.CHAIR), parties.contains(Party.OFFICE));
	}

	private static Phase phase(Meeting.State state) {
		return switch (state) {
			case PLANNED, AGENDA_DRAFT, NOTIFIED -> Phase.AHEAD;
			case CHECK_IN -> Phase.SIGNING_IN;
			case OPEN -> Phase.OPEN;
			case CLOSED -> Phase.CLOSED;
			case PUBLISHED -> Phase.PUBLISHED;
			case NO_QUORUM, CANCELLED -> Phase.NOT_HELD;
		};
	}

	/**
	 * Where a meeting stands.
	 */
	public enum Phase {

		/** 尚未开始. */
		AHEAD,
		/** 签到. */
		SIGNING_IN,
		/** 举行中. */
		OPEN,
		/** 已闭会. */
		CLOSED,
		/** 已公布. */
		PUBLISHED,
		/** 未举行. */
		NOT_HELD

	}

}
