package renda.gateway.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.gateway.route.ServiceClient;
import renda.gateway.route.ServiceSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.stereotype.Component;

/**
 * Asks all services at once for the caller's desk, with the caller's own token: each
 * service decides what the caller may see.
 */
@Component
class DeskComposer {

	private static final Logger log = LoggerFactory.getLogger(DeskComposer.class);

	private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

	private final ServiceClient services;

	private final JsonMapper json;

	private final DeskSettings settings;

	DeskComposer(ServiceClient services, JsonMapper json, DeskSettings settings) {
		this.services = services;
		this.json = json;
		this.settings = settings;
	}

	/**
	 * Composes the desk.
	 * @param since from when changes are told; the services' own default where null
	 * @param limit the most items of each sort, over all services
	 * @param headers of the caller's request that go on to the services
	 */
	Mono<Desk> compose(@Nullable OffsetDateTime since, int limit, Map<String, String> headers) {
		String query = "/desk?limit=" + limit
				+ ((since != null) ? "&since=" + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8) : "");
		LocalDate today = LocalDate.now(Clock.system(this.settings.zone()));
		return Flux.fromIterable(ServiceSettings.NAMES)
			.flatMap((service) -> ask(service, query, headers).map((part) -> Map.entry(service, part)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.map((parts) -> Desk.of(parts, limit, today));
	}

	private Mono<Optional<JsonNode>> ask(String service, String query, Map<String, String> headers) {
		return this.services.get(service, "/api/v1/" + service + query, headers, this.settings.timeout())
			.map((body) -> Optional.of(part(body)))
			.defaultIfEmpty(Optional.empty())
			.onErrorResume((thrown) -> {
				if (hasNoDesk(thrown)) {
					return Mono.just(Optional.of(NOTHING));
				}
				log.warn("the desk of {} is missing: {}", service, thrown.toString());
				return Mono.just(Optional.empty());
			});
	}

	/** A desk names people and matters: what cannot be read is not told on to the log. */
	private JsonNode part(byte[] body) {
		try {
			JsonNode part = this.json.readTree(body);
			if (part.isObject()) {
				return part;
			}
		}
		catch (JacksonException ex) {
			// told below
		}
		throw new IllegalStateException("answered no desk");
	}

	/** The service has no desk at all, or none for this caller. */
	private static boolean hasNoDesk(Throwable thrown) {
		return thrown instanceof ServiceClient.NotAnswered answer && (answer.status() == 404 || answer.status() == 403);
	}

}
