package renda.legislation.member;

import java.util.Set;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.event.Subscription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Follows the roster's feed for the deputies of the city's congress.
 */
@Configuration(proxyBeanMethods = false)
class MemberConfiguration {

	@Bean
	Subscription cityDeputiesSubscription(CityDeputies deputies, JsonMapper json, CityProfile city) {
		return new Subscription("city-deputies", "deputy", Set.of("deputy.*"),
				(event) -> isComplete(event.data())
						? deputies.told(json.treeToValue(event.data(), CityDeputies.Seat.class),
								event.time().atZoneSameInstant(city.zone()).toLocalDate())
						: Mono.empty());
	}

	/**
	 * An event that does not say these is passed over: it must not hold up the others.
	 */
	private static boolean isComplete(JsonNode data) {
		return Stream.of("id", "name", "level", "area", "term", "electingUnit").allMatch(data::hasNonNull);
	}

}
