package renda.legislation.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

import renda.legislation.project.ProjectAction.BillProgress;
import renda.legislation.projectlink.ProjectState;
import renda.legislation.projectlink.ProjectTarget;
import renda.legislation.projectlink.ProjectVersion;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.security.Role;

/**
 * Projects, as the bills that come of them use them.
 */
@Service
public class Projects {

	/** The stages at which a regulation is made. */
	private static final Set<String> MADE = Set.of("PROMULGATED", "IN_FORCE", "AMENDED", "REPEALED");

	private final ProjectKind kind;

	private final Proceedings proceedings;

	Projects(ProjectKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	/**
	 * How a project stands; empty if there is none.
	 */
	public Mono<ProjectStanding> of(UUID id) {
		return this.kind.table()
			.byId(id)
			.map((project) -> new ProjectStanding(project.id(), project.code(), project.idea().title(),
					project.inAnnualPlan(), project.planned().year(), project.going(), project.targets()));
	}

	/**
	 * Notes the stage that the bill of a project has reached, in the current transaction.
	 * A project that was dropped, or that there is not, stays as it is.
	 * @param code what people call the bill
	 * @param stage the state of the bill; with PROMULGATED the project is done
	 * @param on since when
	 * @param versions what the bill made of regulations; none before it is promulgated
	 */
	public Mono<Void> progressed(UUID project, UUID bill, String code, String stage, LocalDate on,
			List<ProjectVersion> versions) {
		Caller caller = new Caller("bill/" + bill, code, Set.of(Role.SERVICE), Set.of(), "");
		return this.kind.table()
			.locked(project)
			.filter((found) -> found.state() != ProjectState.DROPPED)
			.flatMap((found) -> this.proceedings.take(this.kind, found, "progress",
					new BillProgress(bill, code, stage, on, MADE.contains(stage), versions), caller))
			.then();
	}

	/**
	 * How a project stands.
	 *
	 * @param inAnnualPlan whether an annual plan names it
	 * @param year the year of that plan; 0 for none
	 * @param open whether it is neither done nor dropped
	 * @param targets the regulations that it is to change or repeal, where a clean-up
	 * round names them
	 */
	public record ProjectStanding(UUID id, String code, String title, boolean inAnnualPlan, int year, boolean open,
			List<ProjectTarget> targets) {
	}

}
