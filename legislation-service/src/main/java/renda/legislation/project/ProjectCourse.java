package renda.legislation.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far a project is, for the case that started it.
 *
 * @param since since when it is in its state
 * @param bill the bill; missing before there is one
 * @param stage the stage of the bill
 * @param stageOn since when
 * @param versions what the bill made of regulations
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectCourse(UUID id, String code, Project.State state, LocalDate since, @Nullable UUID bill,
		String billCode, String stage, @Nullable LocalDate stageOn, List<ProjectVersion> versions) {

	public ProjectCourse {
		versions = List.copyOf(versions);
	}

	static ProjectCourse of(Project project) {
		Project.Result result = project.result();
		return new ProjectCourse(project.id(), project.code(), project.state(), project.stateSince(), result.bill(),
				result.billCode(), result.stage(), result.stageOn(), project.made());
	}

}
