package renda.legislation.matterreport;

import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.resolution.Resolutions;
import renda.legislation.sitting.Sittings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Fills in what a step is decided on and only the service knows: how a meeting and a
 * resolution stand. What was sent in its place is not looked at.
 */
@Component
class MatterKnown {

	private final Sittings sittings;

	private final Resolutions resolutions;

	private final JsonMapper json;

	MatterKnown(Sittings sittings, Resolutions resolutions, JsonMapper json) {
		this.sittings = sittings;
		this.resolutions = resolutions;
		this.json = json;
	}

	/**
	 * The body of a step with what the service knows.
	 */
	Mono<JsonNode> completed(String step, ObjectNode own) {
		return switch (step) {
			case "hear" -> known(own, "meeting", "sitting",
					(id) -> this.sittings.of(id)
						.switchIfEmpty(Mono.error(
								() -> Refusal.invalid("/meeting", Text.of("没有这次会议。", "There is no such meeting.")))));
			case "decide" -> known(own, "resolution", "adopted", this.resolutions::adopted);
			default -> Mono.just(own);
		};
	}

	/**
	 * What is malformed is left for the step to refuse.
	 */
	private Mono<JsonNode> known(ObjectNode body, String member, String as, Function<UUID, Mono<?>> find) {
		body.remove(as);
		return Mono.justOrEmpty(id(body.path(member)))
			.flatMap((id) -> find.apply(id).map((found) -> (JsonNode) body.set(as, this.json.valueToTree(found))))
			.defaultIfEmpty(body);
	}

	private static @Nullable UUID id(JsonNode node) {
		try {
			return UUID.fromString(node.asString(""));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
