package renda.legislation.personnel;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * That somebody who was given a post in an administrative, supervisory, judicial or
 * procuratorial organ sits in the standing committee, and has to resign from it (地方组织法
 * 第四十七条).
 *
 * @param member the member on the roll
 * @param identified whether that is the same person; else they bear one name, and the
 * personnel office has still to look
 * @param settledOn the day it was settled; missing before
 * @param basis how: the decision that accepted the resignation, or why it is somebody
 * else; empty before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommitteeSeat(UUID member, boolean identified, @Nullable LocalDate settledOn, String basis) {

	/**
	 * A seat that was found when the post was given.
	 */
	public static CommitteeSeat found(UUID member, boolean identified) {
		return new CommitteeSeat(member, identified, null, "");
	}

	public CommitteeSeat of(boolean same, LocalDate on, String why) {
		return new CommitteeSeat(this.member, same, same ? null : on, why);
	}

	public CommitteeSeat resigned(LocalDate on, String decision) {
		return new CommitteeSeat(this.member, this.identified, on, decision);
	}

}
