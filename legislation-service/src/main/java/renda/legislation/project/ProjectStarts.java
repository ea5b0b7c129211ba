package renda.legislation.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

import renda.legislation.competence.Domain;
import renda.legislation.project.Project.Idea;
import renda.legislation.project.ProjectAction.DropProject;
import renda.legislation.project.ProjectAction.LinkProject;
import renda.legislation.project.ProjectAction.StartProject;
import renda.legislation.projectlink.ProjectCourse;
import renda.legislation.projectlink.ProjectStart;
import renda.legislation.projectlink.ProjectStarter;
import renda.legislation.projectlink.ProjectState;
import renda.legislation.projectlink.ProjectTarget;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.command.Command;
import renda.platform.security.Caller;

/**
 * Projects, as cases that start them use them. All of it happens in the current
 * transaction; {@link ProjectStarter} tells the way back.
 */
@Service
public class ProjectStarts {

	private final ProjectKind kind;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	ProjectStarts(ProjectKind kind, Proceedings proceedings, CaseCodes codes) {
		this.kind = kind;
		this.proceedings = proceedings;
		this.codes = codes;
	}

	/**
	 * The code of the next project of a year.
	 */
	public Mono<String> nextCode(int year) {
		return this.codes.next("XM", year);
	}

	/**
	 * Starts a project.
	 */
	public Mono<Void> start(Starting starting, Caller caller) {
		Command inside = new Command(caller, "POST", ProjectKind.PATH, Optional.empty(), OptionalLong.empty(), "", "");
		StartProject said = new StartProject(starting.title(), starting.domain(), starting.need(), starting.targets(),
				starting.by());
		Idea idea = Proposing.started(said, starting.on());
		return this.proceedings
			.opened(this.kind, "start", said, () -> Mono
				.just(Project.proposed(starting.id(), starting.code(), starting.on(), idea).sample(starting.sample())),
					inside)
			.then();
	}

	/**
	 * Links a project to the case whose wish it carries out, with what it does for it.
	 * One that was started for nothing else is declined when nothing is left.
	 * @param by the case; null where it no longer wishes anything
	 * @param reason what was decided
	 */
	public Mono<Void> link(UUID project, @Nullable ProjectStart by, List<ProjectTarget> targets, String reason,
			Caller caller) {
		return this.kind.table()
			.locked(project)
			.filter((found) -> found.state() != ProjectState.DROPPED)
			.flatMap((found) -> {
				boolean over = targets.isEmpty() && found.idea().origin() == Project.Origin.CLEANUP;
				return over ? this.proceedings.take(this.kind, found, "decline", new DropProject(reason), caller)
						: this.proceedings.take(this.kind, found, "link",
								new LinkProject(targets.isEmpty() ? null : by, targets), caller);
			})
			.then();
	}

	/**
	 * How far a project is that is not dropped; empty if there is none.
	 */
	public Mono<ProjectCourse> of(UUID project) {
		return this.kind.table()
			.byId(project)
			.filter((found) -> found.state() != ProjectState.DROPPED)
			.map(Project::reached);
	}

	/**
	 * What is to be started.
	 *
	 * @param id the id it gets
	 * @param code the code it gets: {@link ProjectStarts#nextCode}
	 * @param on the day of the decision that starts it
	 * @param need why
	 */
	public record Starting(UUID id, String code, ProjectStart by, LocalDate on, String title, String need,
			Domain domain, List<ProjectTarget> targets, boolean sample) {
	}

}
