package renda.legislation.cleanup;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import renda.legislation.cleanup.CleanupItem.Started;
import renda.legislation.cleanup.CleanupItem.Verdict;
import renda.legislation.competence.Domain;
import renda.legislation.project.ProjectStarts;
import renda.legislation.project.ProjectStarts.Starting;
import renda.legislation.projectlink.ProjectCourse;
import renda.legislation.projectlink.ProjectStart;
import renda.platform.security.Caller;

/**
 * Does to the plan's projects what a round decides: starts them, adds and takes away
 * texts, takes up those that were there.
 */
@Component
class CleanupProjects {

	private final ProjectStarts starts;

	CleanupProjects(ProjectStarts starts) {
		this.starts = starts;
	}

	/**
	 * The code of a project, should one be started.
	 */
	Mono<String> nextCode(int year) {
		return this.starts.nextCode(year);
	}

	/**
	 * How far a project is that is not dropped; empty if there is none.
	 */
	Mono<ProjectCourse> of(UUID project) {
		return this.starts.of(project);
	}

	/**
	 * Starts the project of a decision, or changes what projects started before are to
	 * do.
	 */
	Mono<Void> decided(CleanupRound before, CleanupRound after, Caller caller) {
		return changed(before, after, (project) -> before.targets(project).isEmpty()
				? this.starts.start(starting(project, after), caller) : linked(project, after, caller));
	}

	/**
	 * Takes up a project that was there before.
	 */
	Mono<Void> recorded(CleanupRound before, CleanupRound after, Caller caller) {
		return changed(before, after, (project) -> linked(project, after, caller));
	}

	private Mono<Void> changed(CleanupRound before, CleanupRound after, Function<UUID, Mono<Void>> change) {
		List<UUID> projects = Stream.concat(before.projects().stream(), after.projects().stream()).distinct().toList();
		return Flux.fromIterable(projects)
			.filter((project) -> !before.targets(project).equals(after.targets(project)))
			.concatMap(change)
			.then();
	}

	private Mono<Void> linked(UUID project, CleanupRound round, Caller caller) {
		return this.starts.link(project, start(round), round.targets(project), "清理决定变更（" + round.code() + "）", caller);
	}

	private static ProjectStart start(CleanupRound round) {
		return new ProjectStart(CleanupRound.KIND, round.id(), round.code(), CleanupKind.PATH + '/' + round.id());
	}

	private static Starting starting(UUID project, CleanupRound round) {
		CleanupItem item = round.items().stream().filter((one) -> one.isIn(project)).findFirst().orElseThrow();
		Verdict verdict = Objects.requireNonNull(item.verdict());
		Started started = Objects.requireNonNull(item.started());
		String title = Objects.requireNonNullElseGet(started.pack(),
				() -> CleanupStarting.making(item).title().zh() + '《' + item.title() + '》');
		return new Starting(project, started.code(), start(round), verdict.on(), title,
				round.topic().title() + '：' + verdict.reason(),
				Objects.requireNonNullElse(verdict.domain(), Domain.OTHER), round.targets(project), round.sample());
	}

}
