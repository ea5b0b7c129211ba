package renda.legislation.cleanup;

import java.util.Set;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import renda.legislation.cleanup.CleanupAction.CleanupFollow;
import renda.legislation.projectlink.ProjectCourse;
import renda.legislation.projectlink.ProjectStart;
import renda.legislation.projectlink.ProjectStarter;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.security.Role;

/**
 * A round is told how far the projects are that its decisions have started, down to the
 * version that the register has of each text.
 */
@Component
class CleanupFollowing implements ProjectStarter {

	private final CleanupKind kind;

	private final Proceedings proceedings;

	CleanupFollowing(CleanupKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	@Override
	public String kind() {
		return CleanupRound.KIND;
	}

	/**
	 * A project that no item names any more, because the round itself has just given it
	 * up, tells nothing.
	 */
	@Override
	public Mono<Void> came(ProjectStart start, ProjectCourse course) {
		Caller caller = new Caller("project/" + course.id(), course.code(), Set.of(Role.SERVICE), Set.of(), "");
		return this.kind.table()
			.locked(start.id())
			.filter((round) -> !round.reached(course).equals(round))
			.flatMap((round) -> this.proceedings.take(this.kind, round, "follow", new CleanupFollow(course), caller))
			.then();
	}

}
