package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import renda.legislation.cleanup.CleanupAction.CleanupVerdict;
import renda.legislation.cleanup.CleanupAction.Fresh;
import renda.legislation.impact.Referring;
import renda.legislation.impact.Referring.Referrer;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Fills in what a step is decided on and only the service knows: what the register
 * proposes, which texts are the city's, what a decision may start, and how far a project
 * of the plan is. What was sent in its place is not looked at.
 */
@Component
class CleanupKnown {

	private final CleanupKind kind;

	private final Referring referring;

	private final CleanupProjects projects;

	private final JsonMapper json;

	CleanupKnown(CleanupKind kind, Referring referring, CleanupProjects projects, JsonMapper json) {
		this.kind = kind;
		this.referring = referring;
		this.projects = projects;
		this.json = json;
	}

	/**
	 * What the register proposes for a round: the city's texts in force today that refer
	 * to the superior law.
	 */
	Mono<List<Referrer>> proposed(CleanupRound round, LocalDate today) {
		return round.topic().superior().isEmpty() ? Mono.just(List.of())
				: this.referring.to(round.topic().superior(), today);
	}

	/**
	 * The body of a step with what the service knows.
	 */
	Mono<JsonNode> completed(UUID round, String step, ObjectNode own, LocalDate today) {
		own.remove("known");
		return switch (step) {
			case "propose-scope" -> this.kind.table()
				.byId(round)
				.flatMap((found) -> proposed(found, today))
				.<JsonNode>map((texts) -> own.set("known", this.json.valueToTree(texts)))
				.defaultIfEmpty(own);
			case "add-items" -> this.referring.byIds(ids(own.path("regulations")))
				.map((texts) -> own.set("known", this.json.valueToTree(texts)));
			case "decide-item" -> fresh(round, own, today);
			case "record-bill" -> project(own);
			default -> Mono.just(own);
		};
	}

	/**
	 * What a decision starts. No code is used up where it starts nothing; what is
	 * malformed is left for the step to refuse.
	 */
	private Mono<JsonNode> fresh(UUID round, ObjectNode body, LocalDate today) {
		CleanupVerdict verdict;
		try {
			verdict = this.json.treeToValue(body, CleanupVerdict.class);
		}
		catch (JacksonException ex) {
			return Mono.just(body);
		}
		return this.kind.table()
			.byId(round)
			.filter((found) -> CleanupStarting.startsAnew(found, verdict))
			.flatMap((found) -> this.projects.nextCode(today.getYear()))
			.<JsonNode>map((code) -> body.set("known", this.json.valueToTree(new Fresh(Ids.next(), code))))
			.defaultIfEmpty(body);
	}

	private Mono<JsonNode> project(ObjectNode body) {
		List<UUID> named = ids(this.json.createArrayNode().add(body.path("project")));
		return named.isEmpty() ? Mono.just(body)
				: this.projects.of(named.getFirst())
					.switchIfEmpty(Mono.error(() -> Refusal.invalid("/project",
							Text.of("没有这个立法项目，或者已调出。", "There is no such project, or it was dropped."))))
					.map((course) -> body.set("known", this.json.valueToTree(course)));
	}

	/**
	 * Ids; what is malformed is left for the step to refuse.
	 */
	private static List<UUID> ids(JsonNode nodes) {
		List<UUID> ids = new ArrayList<>();
		for (JsonNode node : nodes) {
			try {
				ids.add(UUID.fromString(node.asString("")));
			}
			catch (IllegalArgumentException ex) {
				continue;
			}
		}
		return ids;
	}

}
