package renda.legislation.project;

import java.time.LocalDate;
import java.util.List;

import renda.legislation.project.Project.Idea;
import renda.legislation.project.Project.Result;
import renda.legislation.project.Project.Work;
import renda.legislation.project.ProjectAction.BillProgress;
import renda.legislation.project.ProjectAction.OrganiseProject;
import renda.legislation.project.ProjectAction.ProposeProject;
import renda.legislation.project.ProjectAction.StartProject;
import renda.legislation.projectlink.ProjectTarget;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Given;

/**
 * Makes the parts of a project from what is sent.
 */
final class Proposing {

	private Proposing() {
	}

	/**
	 * What is proposed, by the caller.
	 */
	static Idea idea(ProposeProject said, Caller caller, LocalDate on) {
		Project.Origin origin = origin(said, caller);
		return new Idea(said.title().strip(), said.making(), said.domain(), said.need().strip(),
				Given.orEmpty(said.regulation()), said.regulationId(), Given.orEmpty(said.basis()),
				proposer(said, origin, caller), origin, caller.organ(),
				(origin == Project.Origin.DEPUTY) ? caller.subject() : "", on,
				(said.substitutes() != null) ? said.substitutes().kept() : null, List.of(), null);
	}

	/**
	 * What a case starts.
	 */
	static Idea started(StartProject said, LocalDate on) {
		return new Idea(said.title(), ProjectTarget.makingOf(said.targets()), said.domain(), said.need(), "", null, "",
				said.startedBy().code(), Project.Origin.CLEANUP, "", "", on, null, List.of(), null)
			.linked(said.startedBy(), said.targets());
	}

	private static Project.Origin origin(ProposeProject said, Caller caller) {
		if (said.proposal() != null) {
			return Project.Origin.PUBLIC;
		}
		return caller.has(Role.DEPUTY) ? Project.Origin.DEPUTY
				: caller.has(Role.LEGISLATIVE_OFFICE) ? Project.Origin.OFFICE
						: (caller.has(Role.COMMITTEE) || caller.has(Role.LEGAL_COMMITTEE)) ? Project.Origin.COMMITTEE
								: Project.Origin.ORGAN;
	}

	/**
	 * A clerk's name is nobody's business; a deputy's is.
	 */
	private static String proposer(ProposeProject said, Project.Origin origin, Caller caller) {
		String named = Given.orEmpty(said.proposer());
		return switch (origin) {
			case PUBLIC -> "公众";
			case DEPUTY -> caller.name();
			case ORGAN, COMMITTEE, OFFICE, CLEANUP -> !named.isEmpty() ? named : caller.organ();
		};
	}

	/**
	 * The same proposal with other words; who made it and when stays.
	 */
	static Idea revised(Idea idea, ProposeProject said) {
		return new Idea(said.title().strip(), said.making(), said.domain(), said.need().strip(),
				Given.orEmpty(said.regulation()), said.regulationId(), Given.orEmpty(said.basis()), idea.proposer(),
				idea.origin(), idea.organ(), idea.account(), idea.proposedOn(), idea.substitutes(), idea.targets(),
				idea.startedBy());
	}

	static Work work(Work before, OrganiseProject said) {
		return new Work(said.draftingUnit(), said.draftingUnitName().strip(),
				said.leaders()
					.stream()
					.map((leader) -> new Project.Leader(leader.name().strip(), leader.post().strip()))
					.toList(),
				(said.taskForce() != null) ? said.taskForce() : List.of(),
				said.timetable()
					.stream()
					.map((milestone) -> new Project.Milestone(milestone.what().strip(), milestone.by()))
					.toList(),
				said.body(), before.startedOn());
	}

	static Result reached(Result before, BillProgress said) {
		Result reached = before.reached(said.bill(), said.code(), said.stage(), said.since(), said.versions());
		return said.made() && before.doneOn() == null ? reached.done(before.outcome(), said.since()) : reached;
	}

}
