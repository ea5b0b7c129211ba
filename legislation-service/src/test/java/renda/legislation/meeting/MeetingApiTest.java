package renda.legislation.meeting;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.meeting.MeetingFixtures.Running;
import renda.legislation.member.Body;
import renda.platform.test.ServiceTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.meeting.MeetingFixtures.CHAIR;
import static renda.legislation.meeting.MeetingFixtures.item;

@ServiceTest
class MeetingApiTest {

	@Autowired
	private WebTestClient client;

	@Autowired
	private Sittings sittings;

	@Test
	void opensWithAQuorumAndShowsOtherFeaturesTheSitting() {
		Running meeting = MeetingFixtures.checkedIn(this.client, Body.STANDING_COMMITTEE, 3,
				List.of(item("听取关于某事的报告", Purpose.HEAR_REPORT)));
		List<UUID> roll = meeting.roll();
		assertThat(roll).hasSize(MeetingFixtures.MEMBERS);
		meeting.present(roll.subList(0, 4));
		meeting.attempt("open", Map.of(), CHAIR)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-02")
			.jsonPath("$.facts.needed")
			.isEqualTo(5);
		this.client.post()
			.uri(MeetingFixtures.PATH + "/" + meeting.id() + "/presence/sign-in")
			.headers((headers) -> headers.setBearerAuth(MeetingFixtures.member(5)))
			.exchange()
			.expectStatus()
			.isOk();
		meeting.step("open", Map.of(), CHAIR);
		Sitting sitting = this.sittings.of(meeting.id()).block();
		assertThat(sitting).isNotNull();
		assertThat(sitting.open()).isTrue();
		assertThat(sitting.name()).isEqualTo("第十六届人大常委会第三次会议");
		assertThat(sitting.members()).isEqualTo(9);
		assertThat(sitting.present()).isEqualTo(5);
		assertThat(sitting.agenda().getFirst().adopted()).isFalse();
		meeting.step("adopt-agenda", Map.of(), MeetingFixtures.OFFICE);
		assertThat(this.sittings.of(meeting.id()).block().agenda().getFirst().adopted()).isTrue();
		assertThat(this.sittings.present(meeting.id()).block()).hasSize(5);
	}

}
