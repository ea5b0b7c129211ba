package renda.legislation.motion;

import java.util.List;

import renda.platform.security.Caller;
import renda.platform.security.Role;

/**
 * Who moves something.
 *
 * @param organ the code of the organ or committee; empty otherwise
 * @param members the members who move it together, the leading one first
 */
public record Mover(MoverKind kind, String organ, List<JointMember> members) {

	public Mover {
		members = List.copyOf(members);
	}

	/**
	 * The subject of the leading member's tokens; empty where there is none.
	 */
	public String account() {
		return this.members.isEmpty() ? "" : this.members.getFirst().account();
	}

	/**
	 * Whether an organ can be asked to report.
	 */
	public boolean reports() {
		return !this.organ.isEmpty();
	}

	/**
	 * Whether a caller acts for it.
	 */
	public boolean is(Caller caller) {
		boolean same = !caller.organ().isEmpty() && this.organ.equals(caller.organ());
		return switch (this.kind) {
			case COUNCIL -> caller.has(Role.COUNCIL);
			case GOVERNMENT, SUPERVISORY_COMMISSION, COURT, PROCURATORATE -> caller.has(Role.ORGAN) && same;
			case COMMITTEE -> sitsInCommittee(caller) && same;
			case MEMBERS -> caller.has(Role.MEMBER) && !caller.isAnonymous() && account().equals(caller.subject());
		};
	}

	/**
	 * Whether a caller is of one of the committees.
	 */
	public static boolean sitsInCommittee(Caller caller) {
		return caller.has(Role.COMMITTEE) || caller.has(Role.LEGAL_COMMITTEE);
	}

}
