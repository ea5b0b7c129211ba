package renda.local;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code kill -9} of a copy of the service, or of the database, while members vote: every
 * vote that was answered is counted, and each once.
 */
class BallotCrashTest {

	@RegisterExtension
	static PlatformExtension platform = PlatformExtension.copies(2);

	private static final Committee COMMITTEE = new Committee(platform, "m");

	@BeforeAll
	static void members() throws Exception {
		COMMITTEE.enrol();
	}

	@ParameterizedTest
	@CsvSource({ "false, legislation-2, 71", "true, legislation-2, 72", "false, postgres, 73", "true, postgres, 74" })
	void countsEveryVoteOnceThoughSomethingDies(boolean secret, String process, int number) throws Exception {
		Committee.Held held = COMMITTEE.meets(number, "关于某事的决定");
		List<String> choices = Committee.choices(31, 13, 7);
		JsonNode ballot = COMMITTEE.votes(held.meeting().id(), held.items(),
				Map.of("secret", secret, "question", "是否通过关于某事的决定"), choices, () -> platform.kill(process));
		JsonNode count = ballot.path("count");
		assertThat(count.path("tally").toString())
			.isEqualTo("{\"votesFor\":31,\"against\":13,\"abstained\":7,\"notPressed\":0,\"invalid\":0}");
		assertThat(count.path("outcome").path("passed").asBoolean()).isTrue();
		platform.awaitReady(process);
		JsonNode sheet = platform
			.json(platform.get("/api/v1/legislation/ballots/" + ballot.path("id").asString() + "/sheet", ""));
		assertThat(platform.post("/api/v1/legislation/ballots/verify", "", "application/json", sheet.toString()).body())
			.contains("\"genuine\":true");
	}

}
