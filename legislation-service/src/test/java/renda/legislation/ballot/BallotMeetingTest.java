package renda.legislation.ballot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.agenda.Purpose;
import renda.legislation.meeting.MeetingFixtures;
import renda.legislation.meeting.MeetingFixtures.Running;
import renda.legislation.member.Body;
import renda.platform.test.BlindedPaper;
import renda.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ballots at a meeting as it is held.
 */
@ServiceTest
@Import(BallotApiTest.Kinds.class)
class BallotMeetingTest {

	@Autowired
	private WebTestClient client;

	@Test
	void aMeetingDecidesOpenlyAndAppointsSecretly() {
		Hall hall = new Hall(this.client);
		UUID motion = UUID.randomUUID();
		UUID person = UUID.randomUUID();
		Running meeting = MeetingFixtures.open(this.client, Body.STANDING_COMMITTEE, 7,
				List.of(MeetingFixtures.item("thing", motion, Purpose.VOTE),
						MeetingFixtures.item("thing", person, Purpose.APPOINT)));
		Hall.One vote = hall.ballot(meeting.id(), Map.of(), meeting.items().get(0));
		JsonNode open = vote.does("open", Map.of(), MeetingFixtures.CHAIR);
		assertThat(open.path("opening").path("present").asInt()).isEqualTo(MeetingFixtures.MEMBERS);
		assertThat(open.path("question").path("text").asString()).isEqualTo("关于某事的决定草案");
		for (int i = 1; i <= 5; i++) {
			assertThat(vote.vote("FOR", MeetingFixtures.member(i)).status()).isEqualTo(200);
		}
		vote.does("close", Map.of(), MeetingFixtures.OFFICE);
		vote.does("announce", Map.of(), MeetingFixtures.CHAIR);
		assertThat(item(meeting, 0).path("result").asString()).isEqualTo("PASSED");
		assertThat(item(meeting, 0).toString()).contains(vote.id);
		assertThat(hall.draft(Map.of("meeting", meeting.id(), "items", List.of(meeting.items().get(0))), Hall.OFFICE)
			.json()
			.path("rule")
			.asString()).isEqualTo("MTG-09");
		Hall.One appointment = hall.ballot(meeting.id(), Map.of(), meeting.items().get(1));
		String key = appointment.does("open", Map.of(), MeetingFixtures.CHAIR).path("opening").path("key").asString();
		Map<BlindedPaper, String> papers = new LinkedHashMap<>();
		for (int i = 1; i <= 4; i++) {
			BlindedPaper phone = new BlindedPaper(key);
			Hall.Reply taken = appointment.take(phone.blinded(), MeetingFixtures.member(i));
			papers.put(phone, phone.signature(taken.json().path("signed").asString()));
		}
		appointment.does("start", Map.of("incomplete", true), MeetingFixtures.OFFICE);
		papers.forEach((phone, signature) -> assertThat(appointment.cast(phone.serial(), signature, "FOR", "").status())
			.isEqualTo(200));
		appointment.does("close", Map.of(), MeetingFixtures.CHAIR);
		JsonNode failed = appointment.does("announce", Map.of(), MeetingFixtures.CHAIR);
		assertThat(failed.path("count").path("outcome").path("passed").asBoolean()).as("4 of 9").isFalse();
		assertThat(item(meeting, 1).path("result").asString()).isEqualTo("REJECTED");
	}

	private static JsonNode item(Running meeting, int number) {
		return meeting.shown().path("agenda").path(number);
	}

}
