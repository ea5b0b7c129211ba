package renda.deputy.unit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renda.deputy.DeputyFixtures;
import renda.platform.event.FeedEvent;
import renda.platform.event.Subscription;
import renda.platform.test.ServiceTest;
import renda.platform.web.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ServiceTest
class HandlingUnitsTest {

	private static final String UNITS = "/api/v1/deputy/handling-units";

	private static final LocalDate DAY = LocalDate.of(2022, 6, 1);

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private HandlingUnits units;

	@Autowired
	@Qualifier("handlingUnitsSubscription")
	private Subscription subscription;

	@BeforeEach
	void nothingHeardYet() {
		this.database.sql("DELETE FROM handling_unit").fetch().rowsUpdated().block();
	}

	@Test
	void keepsTheNameThatSupervisionSaidLast() {
		UUID id = UUID.randomUUID();
		take("organ.established", "2019-01-01T00:00:00Z", unit(id, "hydrology", "水利局"));
		take("organ.changed", "2020-01-01T00:00:00Z", unit(id, "hydrology", "水务局"));
		take("organ.changed", "2020-01-01T00:00:00Z", unit(id, "hydrology", "水务局"));
		take("organ.changed", "2020-01-02T00:00:00Z", "{\"id\": \"%s\"}".formatted(UUID.randomUUID()));
		JsonNode items = DeputyFixtures.get(this.client, UNITS + "?q=水务", "").path("items");
		assertThat(items).hasSize(1);
		assertThat(items.path(0).path("code").asString()).isEqualTo("hydrology");
		assertThat(DeputyFixtures.get(this.client, UNITS + "?q=水利", "").path("items")).isEmpty();
	}

	@Test
	void givesNothingToAUnitThatIsUnknownOrNoMore() {
		take("organ.established", "2019-01-01T00:00:00Z", unit(UUID.randomUUID(), "education", "教育局"));
		UUID gone = UUID.randomUUID();
		take("organ.established", "2019-01-01T00:00:00Z", unit(gone, "planning", "规划局"));
		take("organ.abolished", "2022-05-31T17:00:00Z", unit(gone, "planning", "规划局"));
		assertThat(this.units.handling(List.of("education"), DAY, "/units").block()).containsOnlyKeys("education");
		assertThat(this.units.handling(List.of("planning"), DAY.minusDays(1), "/units").block()).isNotEmpty();
		Refusal refusal = refused(List.of("education", "planning", "nobody"));
		assertThat(refusal.status()).isEqualTo(HttpStatus.BAD_REQUEST);
		assertThat(refusal.properties().toString()).contains("/units", "nobody, planning");
	}

	@Test
	void saysSoWhileSupervisionHasNotBeenHeard() {
		Refusal refusal = refused(List.of("education"));
		assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(refusal.slug()).isEqualTo("units-not-known-yet");
	}

	private Refusal refused(List<String> codes) {
		return catchThrowableOfType(Refusal.class, () -> this.units.handling(codes, DAY, "/units").block());
	}

	private static String unit(UUID id, String code, String name) {
		return """
				{"id": "%s", "code": "%s", "kind": "DEPARTMENT", "name": "%s", "area": "410100", "more": 1}"""
			.formatted(id, code, name);
	}

	private void take(String type, String time, String data) {
		this.subscription.handler()
			.on(new FeedEvent(UUID.randomUUID().toString(), type, "organ/1", OffsetDateTime.parse(time),
					new JsonMapper().readTree(data)))
			.block();
	}

}
