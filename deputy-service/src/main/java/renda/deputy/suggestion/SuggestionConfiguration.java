package renda.deputy.suggestion;

import java.util.Set;

import reactor.core.publisher.Mono;
import renda.platform.event.Subscription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Follows supervision's feed for petitions that are guided here.
 */
@Configuration(proxyBeanMethods = false)
class SuggestionConfiguration {

	@Bean
	Subscription guidedPetitionsSubscription(GuidedPetitions petitions, JsonMapper json) {
		return new Subscription("guided-petitions", "supervision", Set.of("petition.guided-to-suggestion"),
				(event) -> isComplete(event.data())
						? petitions.put(json.treeToValue(event.data(), GuidedPetitions.Guided.class)) : Mono.empty());
	}

	/**
	 * An event that does not say these is passed over: it must not hold up the others.
	 */
	private static boolean isComplete(JsonNode data) {
		return data.hasNonNull("id") && data.hasNonNull("code") && data.hasNonNull("title") && data.hasNonNull("area")
				&& data.hasNonNull("guidedOn");
	}

}
