package renda.supervision.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.command.Command;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * Takes the steps of matters, with what only this kind of case needs: organs as the
 * register has them.
 */
@Service
class PetitionSteps {

	private final PetitionKind kind;

	private final Proceedings proceedings;

	private final Destinations destinations;

	private final Clock clock;

	PetitionSteps(PetitionKind kind, Proceedings proceedings, Destinations destinations, Clock clock) {
		this.kind = kind;
		this.proceedings = proceedings;
		this.destinations = destinations;
		this.clock = clock;
	}

	/**
	 * Takes a step. Whom the caller may not know of is looked for first, so that nothing
	 * else in the request makes a difference, nor does a request that was answered
	 * before.
	 */
	Mono<ResponseEntity<Shown<PetitionView>>> take(UUID id, String step, @Nullable JsonNode body, Command command) {
		return this.proceedings.found(this.kind, id, command.caller()).flatMap((subject) -> {
			String taken = taken(subject, step, body);
			return this.proceedings.act(this.kind, id, taken, body,
					(sent) -> completed(subject, taken, sent, command.caller()), command);
		});
	}

	/**
	 * Whom a matter accuses may be found out late: then it is taken from an organ that is
	 * accused in the same step that says so.
	 */
	private String taken(Petition subject, String step, @Nullable JsonNode body) {
		if (this.kind.workflow().step(step).opens()) {
			throw Refusal.notFound(Text.of("事项已经登记。", "It is registered already."));
		}
		return ("add-accused".equals(step) && body != null && !subject.state().isFinal()
				&& subject.concerns(named(body))) ? "withdraw" : step;
	}

	private Mono<JsonNode> completed(Petition subject, String step, JsonNode sent, Caller caller) {
		requireOwnDay(caller, sent);
		LocalDate today = LocalDate.now(this.clock);
		return this.destinations.requireAccused(named(sent), today)
			.then(Mono.defer(() -> this.destinations.resolved(step, subject, sent, today)));
	}

	private static Set<String> named(JsonNode body) {
		return body.path("accused")
			.valueStream()
			.map((accused) -> accused.path("organ").asString(""))
			.collect(Collectors.toSet());
	}

	/**
	 * A petitioner acts today; only the office records what came on paper before.
	 */
	private static void requireOwnDay(Caller caller, JsonNode body) {
		if (!caller.has(Role.PETITION_OFFICE) && body.hasNonNull("on")) {
			throw Refusal.invalid("/on", Text.of("只有信访工作机构可以补记日期。", "Only the petition office records a past day."));
		}
	}

	/**
	 * What a suggestion that a matter became says of itself, in the current transaction.
	 */
	Mono<Void> follow(UUID id, PetitionAction.Following said, Caller service) {
		return this.kind.table()
			.locked(id)
			.filter((petition) -> isNews(petition, said))
			.flatMap((petition) -> this.proceedings.take(this.kind, petition, "follow-suggestion", said, service))
			.then();
	}

	private static boolean isNews(Petition petition, PetitionAction.Following said) {
		Petition.Suggestion known = petition.suggestion();
		boolean follows = petition.state() == PetitionState.GUIDED || petition.state() == PetitionState.CLOSED;
		return follows && known != null && !(said.id().equals(known.id()) && Objects.equals(said.state(), known.state())
				&& Objects.equals(said.code(), known.code()));
	}

	/**
	 * Reads what an event says of a suggestion, where it says which matter it came from.
	 */
	static @Nullable UUID petition(JsonNode data) {
		JsonNode petition = data.path("petition");
		String id = petition.isObject() ? petition.path("id").asString("") : petition.asString("");
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
