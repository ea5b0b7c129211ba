package renda.legislation.actingchair;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.Calls;
import renda.legislation.agenda.Purpose;
import renda.legislation.ballot.Hall;
import renda.legislation.meeting.MeetingFixtures;
import renda.legislation.meeting.MeetingFixtures.Running;
import renda.legislation.member.Body;
import renda.platform.security.Role;
import renda.platform.test.BlindedPaper;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.meeting.MeetingFixtures.CHAIR;
import static renda.legislation.meeting.MeetingFixtures.COUNCIL;
import static renda.legislation.meeting.MeetingFixtures.OFFICE;
import static renda.legislation.meeting.MeetingFixtures.item;
import static renda.legislation.meeting.MeetingFixtures.member;

@ServiceTest
class ActingChairApiTest {

	/** The vice-chair who is elected, with the roles of a member. */
	private static final String ACTING = member(2);

	private static final String PATH = "/api/v1/legislation/acting-chairs";

	@Autowired
	private WebTestClient client;

	@Test
	void mtg39TheChairFallsIllTheCommitteeElectsAViceChairUntilTheChairIsBack() {
		Calls calls = new Calls(this.client);
		MeetingFixtures.committee(this.client);
		List<UUID> vices = calls.listed("/api/v1/legislation/members?term=16&post=VICE_CHAIR", "")
			.stream()
			.sorted(Comparator.comparing((one) -> one.path("name").asString()))
			.map((one) -> UUID.fromString(one.path("id").asString()))
			.toList();
		UUID ordinary = UUID.fromString(
				calls.listed("/api/v1/legislation/members?term=16&post=MEMBER", "").getFirst().path("id").asString());
		refused(calls, Map.of("member", ordinary, "ground", "HEALTH", "reason", "住院"));
		refused(calls, Map.of("member", vices.get(0), "ground", "VACANCY", "reason", "缺位"));
		Map<String, Object> proposal = Map.of("member", vices.get(0), "ground", "HEALTH", "reason", "因病住院治疗");
		calls.post(PATH, proposal, OFFICE).expectStatus().isForbidden();
		calls.post(PATH, Map.of("member", UUID.randomUUID(), "ground", "HEALTH", "reason", "无此人"), COUNCIL)
			.expectStatus()
			.isBadRequest();
		calls.post(PATH, Map.of("member", vices.get(0), "ground", "HEALTH", "reason", " "), COUNCIL)
			.expectStatus()
			.isBadRequest();
		Calls.Opened first = calls.opened(PATH, proposal, COUNCIL);
		Calls.Opened second = calls.opened(PATH, Map.of("member", vices.get(1), "ground", "HEALTH", "reason", "因病住院治疗"),
				COUNCIL);
		second.step("withdraw", Map.of("reason", "另提人选"), COUNCIL);
		assertThat(calls.status(first.path(), "")).isEqualTo(404);
		assertThat(calls.get(first.path(), member(5)).has("reason")).as("only for those who act").isFalse();
		assertThat(first.seen(COUNCIL).path("reason").asString()).contains("住院");
		first.attempt("elect", Map.of(), COUNCIL).expectStatus().isForbidden();
		Running meeting = MeetingFixtures.open(this.client, 31,
				List.of(item("acting-chair", UUID.fromString(first.id()), Purpose.ELECT)));
		Running next = MeetingFixtures.checkedIn(this.client, Body.STANDING_COMMITTEE, 32, List.of());
		next.present(next.roll());
		next.attempt("open", Map.of(), ACTING).expectStatus().isForbidden();
		elect(meeting.id(), meeting.items().getFirst());
		first.moved();
		presides(calls, next);
		assertThat(calls.codes(PATH + "?state=ACTING", "")).containsExactly(first.code());
		assertThat(first.seen("").toString()).contains("地方组织法").doesNotContain("住院", "HEALTH");
		refused(calls, Map.of("member", vices.get(1), "ground", "HEALTH", "reason", "又一人"));
		first.attempt("end", Map.of("why", "RECOVERED"), Tokens.of(Role.COUNCIL).value(), 9)
			.expectStatus()
			.isEqualTo(412);
		first.step("end", Map.of("why", "RECOVERED"), OFFICE);
		next.attempt("close", Map.of(), ACTING).expectStatus().isForbidden();
		next.step("close", Map.of(), CHAIR);
		assertThat(calls.codes(PATH + "?state=ACTING", "")).isEmpty();
		assertThat(calls.codes(PATH + "?member=" + vices.get(1), COUNCIL)).containsExactly(second.code());
		assertThat(calls.codes(PATH, "")).containsExactly(first.code());
	}

	private static void refused(Calls calls, Map<String, Object> proposal) {
		calls.post(PATH, proposal, COUNCIL)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-39");
	}

	/**
	 * A secret ballot of the committee in which eight of nine vote for it.
	 */
	private void elect(UUID meeting, UUID item) {
		Hall.One ballot = new Hall(this.client).ballot(meeting, Map.of(), item);
		String key = ballot.does("open", Map.of(), CHAIR).path("opening").path("key").asString();
		Map<BlindedPaper, String> papers = new LinkedHashMap<>();
		for (int i = 1; i <= MeetingFixtures.MEMBERS; i++) {
			BlindedPaper phone = new BlindedPaper(key);
			papers.put(phone,
					phone.signature(ballot.take(phone.blinded(), member(i)).json().path("signed").asString()));
		}
		ballot.does("start", Map.of(), OFFICE);
		papers.forEach((phone,
				signature) -> assertThat(ballot
					.cast(phone.serial(), signature,
							phone.equals(papers.keySet().iterator().next()) ? "AGAINST" : "FOR", "")
					.status()).isEqualTo(200));
		ballot.does("close", Map.of(), CHAIR);
		assertThat(ballot.does("announce", Map.of(), CHAIR).path("count").path("outcome").path("passed").asBoolean())
			.as("8 of 9")
			.isTrue();
	}

	/**
	 * Who acts for the chair opens a meeting, puts a question to the vote and announces
	 * its outcome; the records say who did.
	 */
	private void presides(Calls calls, Running meeting) {
		meeting.attempt("open", Map.of(), member(3)).expectStatus().isForbidden();
		meeting.step("open", Map.of(), ACTING);
		assertThat(meeting.shown().path("presider").asString()).isEqualTo("委员2（代理主任）");
		assertThat(calls.get(MeetingFixtures.PATH + '/' + meeting.id() + "/timeline", OFFICE)
			.valueStream()
			.filter((entry) -> entry.path("step").asString().equals("open"))).singleElement()
			.satisfies((entry) -> assertThat(entry.path("by").asString()).endsWith("（代理主任）"));
		meeting.step("adopt-agenda", Map.of(), ACTING);
		meeting.step("conclude-item", Map.of("item", meeting.items().getFirst(), "result", "DELIBERATED"), ACTING);
	}

}
