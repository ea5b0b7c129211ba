package renda.deputy.area;

import org.junit.jupiter.api.Test;
import renda.deputy.DeputyFixtures;
import renda.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.deputy.DeputyFixtures.get;
import static renda.deputy.DeputyFixtures.load;
import static renda.deputy.DeputyFixtures.office;

@ServiceTest
class AreaApiTest {

	@Autowired
	private WebTestClient client;

	@Test
	void showsAnAreaUnderTheNameItHadOnADay() {
		load(this.client, "areas", "code,name,level,parent,from,basis\n410100,甲市,city,410000,,", office());
		load(this.client, "areas", "code,name,level,parent,from,basis\n410190,旧区,county,410100,1990-01-01,设区",
				office());
		JsonNode job = load(this.client, "areas",
				"code,name,level,parent,from,basis\n410190,新区,county,410100,2004-05-01,更名", office());
		assertThat(job.path("updated").asInt()).isEqualTo(1);
		assertThat(get(this.client, "/api/v1/deputy/areas/410190?on=2004-04-30", "").path("name").asString())
			.isEqualTo("旧区");
		assertThat(get(this.client, "/api/v1/deputy/areas/410190?on=2004-05-01", "").path("name").asString())
			.isEqualTo("新区");
		assertThat(get(this.client, "/api/v1/deputy/areas/410190/history", "")).hasSize(2);
	}

	@Test
	void keepsAZoneThatTheStandardDoesNotList() {
		load(this.client, "areas", DeputyFixtures.areas(), office());
		JsonNode zone = get(this.client, "/api/v1/deputy/areas/410100Z01", "");
		assertThat(zone.path("official").asBoolean()).isFalse();
		assertThat(get(this.client, "/api/v1/deputy/areas?parent=410100&level=ZONE", "").path("items")).hasSize(1);
	}

	@Test
	void refusesAnAreaInNothing() {
		JsonNode job = load(this.client, "areas", "code,name,level,parent\n990101,某区,county,990100", office());
		assertThat(job.path("failed").asInt()).isEqualTo(1);
		this.client.get().uri("/api/v1/deputy/areas/990101").exchange().expectStatus().isNotFound();
	}

}
