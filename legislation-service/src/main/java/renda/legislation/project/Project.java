package renda.legislation.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.competence.ReservedMatter;
import renda.legislation.member.Body;
import renda.legislation.projectlink.ProjectCourse;
import renda.legislation.projectlink.ProjectStart;
import renda.legislation.projectlink.ProjectState;
import renda.legislation.projectlink.ProjectTarget;
import renda.legislation.projectlink.ProjectVersion;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;

/**
 * A legislative project (立法项目), from the proposal to what came of it.
 *
 * @param idea what is proposed, and by whom
 * @param assessment what the legislative-affairs body found; missing before
 * @param planned the plans it stands in
 * @param work who drafts it and by when
 * @param result what came of it
 * @param sample whether the record is invented for the demonstration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Project(UUID id, String code, ProjectState state, LocalDate stateSince, long version, Idea idea,
		@Nullable Assessment assessment, Planned planned, Work work, Result result,
		boolean sample) implements Case<ProjectState, Project> {

	static Project proposed(UUID id, String code, LocalDate on, Idea idea) {
		return new Project(id, code, ProjectState.PROPOSED, on, 1, idea, null, Planned.NONE, Work.NONE, Result.NONE,
				false);
	}

	@Override
	public Project in(ProjectState next, LocalDate since, long number) {
		return new Project(this.id, this.code, next, since, number, this.idea, this.assessment, this.planned, this.work,
				this.result, this.sample);
	}

	/**
	 * Whether everyone may read it: a plan that names it is public.
	 */
	boolean open() {
		return this.planned.published();
	}

	/**
	 * Whether it is neither done nor dropped.
	 */
	boolean going() {
		return !this.state.isFinal();
	}

	/**
	 * The regulations that it changes or repeals, where they are named by their ids.
	 */
	List<ProjectTarget> targets() {
		return (this.idea.targets() != null) ? this.idea.targets() : List.of();
	}

	/**
	 * What its bill made of regulations.
	 */
	List<ProjectVersion> made() {
		return (this.result.versions() != null) ? this.result.versions() : List.of();
	}

	/**
	 * How far it is.
	 */
	ProjectCourse reached() {
		return new ProjectCourse(this.id, this.code, this.state, this.stateSince, this.result.bill(),
				this.result.billCode(), this.result.stage(), this.result.stageOn(), made());
	}

	boolean inAnnualPlan() {
		return this.planned.annual() != null && this.state != ProjectState.DROPPED;
	}

	Project with(Idea changed) {
		return new Project(this.id, this.code, this.state, this.stateSince, this.version, changed, this.assessment,
				this.planned, this.work, this.result, this.sample);
	}

	Project with(Assessment found) {
		return new Project(this.id, this.code, this.state, this.stateSince, this.version, this.idea, found,
				this.planned, this.work, this.result, this.sample);
	}

	Project with(Planned changed) {
		return new Project(this.id, this.code, this.state, this.stateSince, this.version, this.idea, this.assessment,
				changed, this.work, this.result, this.sample);
	}

	Project with(Work changed) {
		return new Project(this.id, this.code, this.state, this.stateSince, this.version, this.idea, this.assessment,
				this.planned, changed, this.result, this.sample);
	}

	Project with(Result changed) {
		return new Project(this.id, this.code, this.state, this.stateSince, this.version, this.idea, this.assessment,
				this.planned, this.work, changed, this.sample);
	}

	Project sample(boolean invented) {
		return new Project(this.id, this.code, this.state, this.stateSince, this.version, this.idea, this.assessment,
				this.planned, this.work, this.result, invented);
	}

	/**
	 * What is proposed, and by whom.
	 *
	 * @param need why it is needed, its main matters and its legal basis
	 * @param regulation the title of the regulation it would change or repeal; empty for
	 * a new one
	 * @param regulationId that regulation in the register; missing where it is not linked
	 * @param basis the law that allows a subject outside the four domains; empty for none
	 * @param proposer who proposed it, as shown: an organ, a committee, 代表, 公众
	 * @param origin what kind of proposer
	 * @param organ the code of the organ that proposed it; empty for none
	 * @param account the account of a deputy who proposed it; empty for others. It is
	 * shown to nobody
	 * @param substitutes the government rule that it would take the place of; missing for
	 * none
	 * @param targets the regulations that it changes or repeals together, where a
	 * clean-up round names them
	 * @param startedBy the case that started it; missing where somebody proposed it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Idea(String title, Making making, Domain domain, String need, String regulation, @Nullable UUID regulationId,
			String basis, String proposer, Origin origin, String organ, String account, LocalDate proposedOn,
			@Nullable Substituted substitutes, @Nullable List<ProjectTarget> targets,
			@Nullable ProjectStart startedBy) {

		Idea {
			targets = (targets != null) ? List.copyOf(targets) : List.of();
		}

		/**
		 * The same, with the regulations that a case asks it to change. What the case
		 * started itself does what is done to them.
		 */
		Idea linked(@Nullable ProjectStart by, List<ProjectTarget> changed) {
			boolean own = this.origin == Origin.CLEANUP && !changed.isEmpty();
			return new Idea(this.title, own ? ProjectTarget.makingOf(changed) : this.making, this.domain, this.need,
					own ? changed.getFirst().title() : this.regulation,
					own ? changed.getFirst().regulation() : this.regulationId, this.basis, this.proposer, this.origin,
					this.organ, this.account, this.proposedOn, this.substitutes, changed, by);
		}

	}

	/**
	 * A government rule that stands in for a regulation until one is made (立法法 第九十三条).
	 *
	 * @param inForceOn since when it is in force
	 * @param lapsesOn the day by which a regulation has to be proposed
	 */
	record Substituted(String title, LocalDate inForceOn, LocalDate lapsesOn) {
	}

	/**
	 * What the legislative-affairs body found.
	 *
	 * @param reserved the matters reserved to national law that it touches
	 * @param especiallyMajor whether the congress itself has to pass it
	 * @param opinion the opinion
	 */
	record Assessment(LocalDate on, Domain domain, Set<ReservedMatter> reserved, boolean especiallyMajor,
			String opinion) {

		Assessment {
			reserved = Set.copyOf(reserved);
		}

	}

	/**
	 * The plans it stands in.
	 *
	 * @param term the plan of a term; missing for none
	 * @param annual the last annual plan; missing for none
	 * @param itemClass its class there
	 * @param year the year of the last annual plan; 0 for none
	 * @param published whether a plan that names it is public
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Planned(@Nullable UUID term, int termNumber, @Nullable UUID annual, int year,
			@JsonProperty("class") @Nullable ItemClass itemClass, boolean published) {

		static final Planned NONE = new Planned(null, 0, null, 0, null, false);

		Planned inTerm(UUID plan, int number, ItemClass as) {
			return new Planned(plan, number, this.annual, this.year, (this.annual != null) ? this.itemClass : as,
					this.published);
		}

		Planned inYear(UUID plan, int number, int of, ItemClass as) {
			return new Planned(this.term, (this.termNumber == 0) ? number : this.termNumber, plan, of, as,
					this.published);
		}

		Planned announced() {
			return new Planned(this.term, this.termNumber, this.annual, this.year, this.itemClass, true);
		}

	}

	/**
	 * Who drafts it, led by whom, and by when.
	 *
	 * @param draftingUnit the code of the organ or committee that drafts it
	 * @param draftingUnitName its name
	 * @param leaders the dual leaders (双组长): one of the standing committee, one of the
	 * government
	 * @param taskForce the task force (专班): units and persons by post
	 * @param timetable what is to be there by when
	 * @param body which body is to pass it
	 * @param startedOn the day drafting began
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Work(String draftingUnit, String draftingUnitName, List<Leader> leaders, List<String> taskForce,
			List<Milestone> timetable, Body body, @Nullable LocalDate startedOn) {

		static final Work NONE = new Work("", "", List.of(), List.of(), List.of(), Body.STANDING_COMMITTEE, null);

		Work {
			leaders = List.copyOf(leaders);
			taskForce = List.copyOf(taskForce);
			timetable = List.copyOf(timetable);
		}

		boolean organised() {
			return !this.draftingUnit.isEmpty() && this.leaders.size() >= 2 && !this.timetable.isEmpty();
		}

		Work started(LocalDate on) {
			return new Work(this.draftingUnit, this.draftingUnitName, this.leaders, this.taskForce, this.timetable,
					this.body, on);
		}

	}

	/**
	 * One of the two leaders.
	 */
	@Schema(name = "ProjectLeader")
	record Leader(String name, String post) {
	}

	/**
	 * What is to be there by when.
	 */
	@Schema(name = "ProjectMilestone")
	record Milestone(String what, LocalDate by) {
	}

	/**
	 * What came of it.
	 *
	 * @param bill the bill; missing before there is one
	 * @param billCode what people call it
	 * @param stage the stage the bill has reached, as its workflow names it
	 * @param stageOn since when
	 * @param outcome what came of it in words: a report of research, why it was dropped
	 * @param doneOn the day it was done
	 * @param versions what the bill made of regulations; none before it is promulgated
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Result(@Nullable UUID bill, String billCode, String stage, @Nullable LocalDate stageOn, String outcome,
			@Nullable LocalDate doneOn, @Nullable List<ProjectVersion> versions) {

		static final Result NONE = new Result(null, "", "", null, "", null, List.of());

		Result {
			versions = (versions != null) ? List.copyOf(versions) : List.of();
		}

		Result reached(UUID of, String code, String at, LocalDate on, List<ProjectVersion> made) {
			return new Result(of, code, at, on, this.outcome, this.doneOn, made.isEmpty() ? this.versions : made);
		}

		Result done(String words, LocalDate on) {
			return new Result(this.bill, this.billCode, this.stage, this.stageOn, words, on, this.versions);
		}

		Result saying(String words) {
			return new Result(this.bill, this.billCode, this.stage, this.stageOn, words, this.doneOn, this.versions);
		}

	}

	/**
	 * What kind of proposer.
	 */
	enum Origin {

		/** 机关、组织. */
		ORGAN,
		/** 专门委员会、工作机构. */
		COMMITTEE,
		/** 代表. */
		DEPUTY,
		/** 公众. */
		PUBLIC,
		/** 法制工作机构自行提出. */
		OFFICE,
		/** 专项清理的决定. */
		CLEANUP

	}

	/**
	 * Who acts in a project.
	 */
	@Schema(name = "ProjectParty")
	enum Party implements Actor {

		PROPOSER(Text.of("提出项目的机关、组织或者代表", "the organ, committee or deputy who proposed it")),
		OFFICE(Text.of("法制工作机构", "the legislative-affairs body")),
		COUNCIL(Text.of("主任会议", "the chairpersons' meeting")), DRAFTER(Text.of("起草单位", "the drafting unit")),
		BILL(Text.of("由该项目产生的法规案", "the bill that came of it"));

		private final Text title;

		Party(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

	}

}
