package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.deputy.suggestion.SuggestionAction.Seated;
import renda.deputy.unit.HandlingUnit;
import renda.deputy.unit.HandlingUnits;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Fills in what a step is decided on and only the service knows: how the roster knows
 * deputies, and what units are called. What was sent in its place is not looked at.
 */
@Component
class Known {

	private final Roll roll;

	private final HandlingUnits units;

	private final GuidedPetitions petitions;

	private final JsonMapper json;

	Known(Roll roll, HandlingUnits units, GuidedPetitions petitions, JsonMapper json) {
		this.roll = roll;
		this.units = units;
		this.petitions = petitions;
		this.json = json;
	}

	Mono<Optional<Roll.Called>> caller(Caller caller, LocalDate on) {
		return this.roll.ofCaller(caller, on);
	}

	/**
	 * The petition that a draft takes up.
	 * @throws Refusal 400 where none was guided here under the id
	 */
	Mono<Optional<Proposal.Petition>> petition(@Nullable UUID id) {
		if (id == null) {
			return Mono.just(Optional.empty());
		}
		return this.petitions.byId(id)
			.map((petition) -> Optional.of(new Proposal.Petition(petition.id(), petition.code())))
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/petition",
					Text.of("没有引导至此的这件信访事项。", "No such petition was guided here."))));
	}

	/**
	 * The body of a step with what the service knows.
	 */
	Mono<JsonNode> completed(String step, ObjectNode own, Caller caller, LocalDate today) {
		return switch (step) {
			case "submit", "confirm" -> this.roll.ofCaller(caller, today)
				.map((called) -> seated(own, called.map(Roll.Called::seat).stream().toList()));
			case "invite" -> invited(own, today);
			case "assign", "reassign" -> named(own, today);
			default -> Mono.just(own);
		};
	}

	private JsonNode seated(ObjectNode body, List<Seated> seats) {
		return body.set("known", this.json.valueToTree(seats));
	}

	/**
	 * What is malformed is left for the step to refuse.
	 */
	private Mono<JsonNode> invited(ObjectNode body, LocalDate today) {
		List<UUID> seats = new ArrayList<>();
		for (JsonNode seat : body.path("seats")) {
			try {
				seats.add(UUID.fromString(seat.asString("")));
			}
			catch (IllegalArgumentException ex) {
				return Mono.just(seated(body, List.of()));
			}
		}
		return this.roll.of(seats, today).map((known) -> seated(body, known));
	}

	private Mono<JsonNode> named(ObjectNode body, LocalDate today) {
		List<ObjectNode> given = new ArrayList<>();
		for (JsonNode unit : body.path("units")) {
			if (unit instanceof ObjectNode one && one.path("organ").isString()) {
				given.add(one);
			}
		}
		return this.units
			.handling(given.stream().map((unit) -> unit.path("organ").asString()).toList(), today, "/units")
			.map((known) -> {
				given.forEach((unit) -> unit.put("name", name(known, unit.path("organ").asString())));
				return body;
			});
	}

	private static String name(Map<String, HandlingUnit> known, String code) {
		HandlingUnit unit = known.get(code);
		return (unit != null) ? unit.name() : code;
	}

}
