package renda.deputy.congress;

import org.junit.jupiter.api.BeforeEach;
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
class CongressApiTest {

	@Autowired
	private WebTestClient client;

	@BeforeEach
	void ground() {
		DeputyFixtures.ground(this.client);
	}

	@Test
	void learnsTheDayOfTheFirstSessionLater() {
		String head = "area,level,number,term,name,electedOn,firstSessionOn\n";
		load(this.client, "congresses", head + "410122,COUNTY,15,17,第十五届,2024-03-01,", office());
		JsonNode job = load(this.client, "congresses", head + "410122,COUNTY,15,17,第十五届,2024-03-01,2024-04-01",
				office());
		assertThat(job.path("updated").asInt()).isEqualTo(1);
		JsonNode congress = get(this.client, "/api/v1/deputy/congresses/410122-15", "");
		assertThat(congress.path("firstSessionOn").asString()).isEqualTo("2024-04-01");
		assertThat(congress.path("version").asInt()).isEqualTo(2);
	}

	@Test
	void listsTheCongressesInsideAnArea() {
		assertThat(get(this.client, "/api/v1/deputy/congresses?area=410105&term=16", "").path("items")).hasSize(3);
		assertThat(get(this.client, "/api/v1/deputy/electing-units?congressArea=410100", "").path("items")).hasSize(13);
	}

	@Test
	void refusesACongressOfAZoneOrOfTheWrongLevel() {
		JsonNode job = load(this.client, "congresses", """
				area,level,number,term,name,electedOn
				410100Z01,COUNTY,1,16,某届,2022-03-01
				410105,CITY,1,16,某届,2022-03-01
				""", office());
		assertThat(job.path("failed").asInt()).isEqualTo(2);
	}

	@Test
	void dep03RefusesVotersForACityAndCongressesBelow() {
		JsonNode job = load(this.client, "electing-units", """
				code,congressArea,kind,name,area
				a,410100,DISTRICT,选区,410105
				b,410105,CONGRESS,镇人大,410105101
				c,410105,DISTRICT,选区,
				""", office());
		assertThat(job.path("failed").asInt()).isEqualTo(3);
		assertThat(job.path("errors").toString()).contains("DEP-03");
	}

}
