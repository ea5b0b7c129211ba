package renda.legislation.sitting;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.legislation.member.Body;
import renda.legislation.sitting.Attendance.Counted;
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
