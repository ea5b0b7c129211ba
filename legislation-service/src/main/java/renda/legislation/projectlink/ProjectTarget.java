package renda.legislation.projectlink;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

import renda.legislation.competence.Making;

/**
 * A regulation that a project changes or repeals.
 *
 * @param regulation its id in the register
 * @param title its title
 */
@Schema(name = "ProjectTarget")
public record ProjectTarget(UUID regulation, String title, Making making) {

	/**
	 * What is done by a project that does all of these at once.
	 */
	public static Making makingOf(List<ProjectTarget> targets) {
		return targets.stream()
			.map(ProjectTarget::making)
			.distinct()
			.reduce((one, other) -> Making.AMEND)
			.orElse(Making.AMEND);
	}

}
