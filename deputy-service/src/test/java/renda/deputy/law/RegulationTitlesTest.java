package renda.deputy.law;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.deputy.DeputyFixtures;
import renda.platform.event.FeedEvent;
import renda.platform.event.Subscription;
import renda.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class RegulationTitlesTest {

	private static final String TITLES = "/api/v1/deputy/regulation-titles";

	@Autowired
	private WebTestClient client;

	@Autowired
	@Qualifier("regulationTitlesSubscription")
	private Subscription subscription;

	@Test
	void keepsWhatTheRegisterSaidLast() {
		UUID id = UUID.randomUUID();
		take("regulation.enacted", """
				{"id": "%s", "title": "某市古树保护条例", "status": "NOT_YET_EFFECTIVE", "effectiveOn": "2024-05-01"}""", id);
		take("regulation.repealed", """
				{"id": "%s", "title": "某市古树保护条例", "status": "REPEALED"}""", id);
		JsonNode items = DeputyFixtures.get(this.client, TITLES + "?q=古树", "").path("items");
		assertThat(items).hasSize(1);
		assertThat(items.path(0).path("status").asString()).isEqualTo("REPEALED");
		assertThat(items.path(0).has("effectiveOn")).isFalse();
	}

	@Test
	void takesTheSameEventTwiceAndEventsThatSayNothing() {
		UUID id = UUID.randomUUID();
		for (int i = 0; i < 2; i++) {
			take("regulation.imported", """
					{"id": "%s", "title": "某市停车场条例", "status": "IN_FORCE", "more": {"unknown": 1}}""", id);
		}
		take("regulation.noted", "{\"id\": \"%s\"}", UUID.randomUUID());
		assertThat(DeputyFixtures.get(this.client, TITLES + "?q=停车场", "").path("items")).hasSize(1);
	}

	private void take(String type, String data, UUID id) {
		FeedEvent event = new FeedEvent(UUID.randomUUID().toString(), type, "regulation/" + id, OffsetDateTime.now(),
				new JsonMapper().readTree(data.formatted(id)));
		this.subscription.handler().on(event).block();
	}

}
