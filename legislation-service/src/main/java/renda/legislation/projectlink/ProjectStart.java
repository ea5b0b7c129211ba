package renda.legislation.projectlink;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The case that started a project.
 *
 * @param kind the name of its kind: {@code cleanup-round}
 * @param code what people call it
 * @param href where it is
 */
@Schema(name = "ProjectStart")
public record ProjectStart(String kind, UUID id, String code, String href) {
}
