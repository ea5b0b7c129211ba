package renda.legislation.projectlink;

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
public record ProjectCourse(UUID id, String code, ProjectState state, LocalDate since, @Nullable UUID bill,
		String billCode, String stage, @Nullable LocalDate stageOn, List<ProjectVersion> versions) {

	public ProjectCourse {
		versions = List.copyOf(versions);
	}

}
