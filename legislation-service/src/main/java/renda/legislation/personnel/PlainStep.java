package renda.legislation.personnel;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Nothing but the step itself.
 */
@Schema(name = "AppointmentPlain")
public record PlainStep(@Schema(hidden = true) @JsonProperty(
		access = JsonProperty.Access.WRITE_ONLY) @Nullable AppointmentFacts known) {
}
