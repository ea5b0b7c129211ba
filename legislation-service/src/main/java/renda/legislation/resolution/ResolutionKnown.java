package renda.legislation.resolution;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.sitting.Sittings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Fills in what a step is decided on and only the service knows: how a meeting stands.
 * What was sent in its place is not looked at.
 */
@Component
class ResolutionKnown {

	private final Sittings sittings;

	private final JsonMapper json;

	ResolutionKnown(Sittings sittings, JsonMapper json) {
		this.sittings = sittings;
		this.json = json;
	}

	/**
	 * The body of a step with what the service knows.
	 */
	Mono<JsonNode> completed(String step, ObjectNode own) {
		if (!step.equals("deliberate")) {
			return Mono.just(own);
		}
		own.remove("sitting");
		return Mono.justOrEmpty(id(own.path("meeting")))
			.flatMap(
					(id) -> this.sittings.of(id)
						.switchIfEmpty(Mono
							.error(() -> Refusal.invalid("/meeting", Text.of("没有这次会议。", "There is no such meeting.")))))
			.<JsonNode>map((sitting) -> own.set("sitting", this.json.valueToTree(sitting)))
			.defaultIfEmpty(own);
	}

	/**
	 * An id; what is malformed is left for the step to refuse.
	 */
	private static @Nullable UUID id(JsonNode node) {
		try {
			return UUID.fromString(Objects.requireNonNullElse(node.asString(""), ""));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
