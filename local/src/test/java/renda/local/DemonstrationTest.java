package renda.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import renda.local.load.Demonstration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code ./run} loads is taken whole, shows something of everything, and may be
 * loaded again.
 */
class DemonstrationTest {

	@RegisterExtension
	static PlatformExtension platform = PlatformExtension.copies(2);

	@Test
	void everythingIsTakenAndTheSecondTimeNothingChanges() throws Exception {
		List<String> said = new ArrayList<>();
		int refused = Demonstration.load().post(platform.platform().api(), (zh, en) -> said.add(zh + " " + en));
		assertThat(refused).as(String.join("\n", said)).isZero();
		int suggestions = items("/api/v1/deputy/suggestions?limit=1000", "deputy-office").size();
		assertThat(Demonstration.load().post(platform.platform().api(), (zh, en) -> said.add(zh + " " + en)))
			.as(String.join("\n", said))
			.isZero();
		assertThat(items("/api/v1/deputy/suggestions?limit=1000", "deputy-office")).hasSize(suggestions);

		assertThat(states("/api/v1/deputy/suggestions?limit=1000", "deputy-office")).contains("SUBMITTED", "OBJECTED",
				"WITHDRAWN", "ASSIGNED", "ANSWERED", "NOT_SATISFIED", "RE_ANSWERED", "EVALUATION", "TRACKED", "CLOSED");
		assertThat(states("/api/v1/supervision/petitions?limit=1000", "petition-office")).contains("REGISTERED",
				"DIVERTED", "TRANSFERRED", "NOT_ACCEPTED", "ACCEPTED", "ANSWERED", "REEXAM_REQUESTED", "REEXAMINED",
				"FINAL", "CLOSED", "GUIDED");
		assertThat(items("/api/v1/deputy/deadlines?status=OVERDUE", "deputy-office")).isNotEmpty();
		assertThat(items("/api/v1/supervision/deadlines?status=OVERDUE", "petition-office")).isNotEmpty();
		JsonNode desk = platform.json(platform.get("/api/v1/desk", "deputy-office"));
		assertThat(desk.path("complete").asBoolean()).isTrue();
		assertThat(desk.path("waiting")).isNotEmpty();
	}

	private static Set<String> states(String path, String client) throws Exception {
		return items(path, client).valueStream()
			.map((item) -> item.path("state").asString())
			.collect(Collectors.toSet());
	}

	private static JsonNode items(String path, String client) throws Exception {
		return platform.json(platform.get(path, client)).path("items");
	}

}
