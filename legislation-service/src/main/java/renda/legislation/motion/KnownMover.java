package renda.legislation.motion;

import java.util.Map;

import renda.platform.rule.RuleSet;

/**
 * Who moves, as the service knows.
 *
 * @param fits whether the organ's code is one of an organ of that kind
 * @param mover the mover
 */
public record KnownMover(Mover mover, boolean fits) {

	/**
	 * Whether it is one of those who may move: an organ of the right kind, a committee,
	 * the chairpersons' meeting, or enough members, all in office.
	 */
	public boolean mayMove(RuleSet rules) {
		return this.fits && (this.mover.kind() != MoverKind.MEMBERS
				|| (inOffice() == this.mover.members().size() && inOffice() >= least(rules)));
	}

	/**
	 * The facts that a refusal names.
	 */
	public Map<String, Object> facts(RuleSet rules) {
		return Map.of("mover", this.mover.kind().name(), "organ", this.mover.organ(), "members",
				this.mover.members().size(), "inOffice", inOffice(), "needed", least(rules), "notInOffice",
				this.mover.members().stream().filter((member) -> !member.inOffice()).map(JointMember::id).toList());
	}

	private long inOffice() {
		return this.mover.members().stream().filter(JointMember::inOffice).count();
	}

	private static int least(RuleSet rules) {
		return rules.number("legis.jointMembers");
	}

}
