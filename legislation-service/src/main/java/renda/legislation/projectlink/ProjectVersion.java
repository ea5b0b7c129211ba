package renda.legislation.projectlink;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a bill made of a regulation.
 *
 * @param version the version in the register
 */
@Schema(name = "ProjectVersion")
public record ProjectVersion(UUID regulation, UUID version) {
}
