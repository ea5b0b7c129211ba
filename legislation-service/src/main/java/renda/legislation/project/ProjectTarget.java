package renda.legislation.project;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A regulation that a project changes or repeals.
 *
 * @param regulation its id in the register
 * @param title its title
 */
@Schema(name = "ProjectTarget")
public record ProjectTarget(UUID regulation, String title, Making making) {
}
