package renda.legislation.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.competence.ReservedMatter;
import renda.legislation.member.Body;

/**
 * What is proposed, and by whom.
 *
 * @param title the title of the bill
 * @param act what it does
 * @param domain in which of the four domains it lies
 * @param reserved the matters reserved to national law that it touches; none where it is
 * lawful
 * @param body which body decides on it
 * @param major whether it is an especially major matter, which only the congress decides
 * @param proposer who proposes it
 * @param targets the regulations of the register that it changes or ends
 * @param keepsPrinciples the declaration that a regulation of the congress is changed
 * only in part and not against its basic principles
 * @param project the project of the plan; missing for a bill without one
 * @param withoutProject why it is drafted without a project of the annual plan
 * @param previous the rejected bill that it proposes again
 * @param team who leads the project and who works on it
 * @param term the term of the congress
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillProposal(String title, Making act, Domain domain, List<ReservedMatter> reserved, Body body,
		boolean major, BillProposer proposer, List<BillTarget> targets, boolean keepsPrinciples,
		@Nullable BillProject project, String withoutProject, @Nullable BillPrevious previous, BillTeam team,
		int term) {

	public BillProposal {
		reserved = List.copyOf(reserved);
		targets = List.copyOf(targets);
	}

	public BillProposal with(BillTeam changed) {
		return with(this.body, this.proposer, changed);
	}

	public BillProposal decidedBy(Body other) {
		return with(other, this.proposer, this.team);
	}

	/**
	 * The same, moved together by those who are on the roll now.
	 */
	public BillProposal movedBy(List<BillMover> people) {
		return with(this.body, this.proposer.movedBy(people), this.team);
	}

	/**
	 * Nothing else of a proposal changes.
	 */
	private BillProposal with(Body decides, BillProposer proposes, BillTeam works) {
		return new BillProposal(this.title, this.act, this.domain, this.reserved, decides, this.major, proposes,
				this.targets, this.keepsPrinciples, this.project, this.withoutProject, this.previous, works, this.term);
	}

	/**
	 * The targets whose text it changes, and does not end.
	 */
	public List<BillTarget> changed() {
		return this.targets.stream().filter((target) -> target.change() != Making.REPEAL).toList();
	}

	/**
	 * Who may propose a bill.
	 */
	public enum ProposerKind {

		/** 主任会议. */
		COUNCIL(Body.STANDING_COMMITTEE),
		/** 市人民政府. */
		GOVERNMENT(null),
		/** 专门委员会. */
		COMMITTEE(null),
		/** 常委会组成人员联名. */
		MEMBERS(Body.STANDING_COMMITTEE),
		/** 主席团. */
		PRESIDIUM(Body.CONGRESS),
		/** 常务委员会. */
		STANDING_COMMITTEE(Body.CONGRESS),
		/** 代表团. */
		DELEGATION(Body.CONGRESS),
		/** 代表联名. */
		DEPUTIES(Body.CONGRESS);

		private final @Nullable Body to;

		ProposerKind(@Nullable Body to) {
			this.to = to;
		}

		/**
		 * Whether it may propose a bill to a body.
		 */
		public boolean mayProposeTo(Body body) {
			return this.to == null || this.to == body;
		}

		/**
		 * Whether it is several people who move it together.
		 */
		public boolean isJoint() {
			return this == MEMBERS || this == DEPUTIES;
		}

	}

	/**
	 * Who proposes a bill.
	 *
	 * @param kind what the proposer is
	 * @param organ the code of the government or the committee; empty for others
	 * @param name what it is called: of the organ, or of the delegation
	 * @param account the subject of the token of whoever drafts it for the proposer
	 * @param movers those who move it together
	 */
	public record BillProposer(ProposerKind kind, String organ, String name, String account, List<BillMover> movers) {

		public BillProposer {
			movers = List.copyOf(movers);
		}

		/**
		 * The accounts of the people who move it.
		 */
		public List<String> accounts() {
			return Stream.concat(Stream.of(this.account), this.movers.stream().map(BillMover::account))
				.filter((one) -> !one.isEmpty())
				.distinct()
				.toList();
		}

		public BillProposer movedBy(List<BillMover> people) {
			return new BillProposer(this.kind, this.organ, this.name, this.account, people);
		}

	}

	/**
	 * One of those who move a bill together.
	 *
	 * @param member the entry in the roll
	 * @param inOffice whether the person is in office on the day
	 */
	public record BillMover(UUID member, String name, String account, boolean inOffice) {
	}

	/**
	 * A regulation that a bill changes or ends.
	 *
	 * @param regulation its id in the register
	 * @param title its title
	 * @param change what is done to it: REVISE, AMEND or REPEAL
	 * @param city whether it is a regulation of this city, in force
	 * @param madeByCongress whether the congress itself made it
	 */
	public record BillTarget(UUID regulation, String title, Making change, boolean city, boolean madeByCongress) {
	}

	/**
	 * The project of the plan.
	 *
	 * @param inPlan whether it is open and in an annual plan
	 */
	public record BillProject(UUID id, String code, String title, boolean inPlan) {
	}

	/**
	 * The rejected bill that is proposed again.
	 *
	 * @param body which body rejected it
	 */
	public record BillPrevious(UUID id, String code, Body body) {
	}

	/**
	 * Who leads and who works on a project.
	 *
	 * @param partyLeader 市委、人大方面的组长
	 * @param governmentLeader 政府方面的组长
	 * @param taskForce the members of the task force (专班), as named
	 * @param decidedOn the day it was decided; missing while there is no team
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record BillTeam(String partyLeader, String governmentLeader, List<String> taskForce,
			@Nullable LocalDate decidedOn) {

		public static final BillTeam NONE = new BillTeam("", "", List.of(), null);

		public BillTeam {
			taskForce = List.copyOf(taskForce);
		}

	}

}
