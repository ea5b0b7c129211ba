package renda.legislation.motion;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who moves, as a request names it.
 *
 * @param kind what the mover is
 * @param organ the code of an organ or committee
 * @param members the members who move together, by their ids, the leading one first
 */
@Schema(name = "ResolutionMoverNamed")
public record MoverNamed(@NotNull MoverKind kind, @Nullable @Pattern(regexp = MoverNamed.CODE) String organ,
		@Nullable @Size(max = 100) List<@NotNull UUID> members) {

	/** An organ's code. */
	public static final String CODE = "[a-z][a-z0-9-]{1,39}";

}
