package renda.legislation.actingchair;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.Calls;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Purpose;
import renda.legislation.meeting.MeetingFixtures;
import renda.legislation.meeting.MeetingFixtures.Running;
import renda.legislation.member.Body;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import renda.platform.vote.Tally;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.meeting.MeetingFixtures.COUNCIL;
import static renda.legislation.meeting.MeetingFixtures.OFFICE;
import static renda.legislation.meeting.MeetingFixtures.item;
import static renda.legislation.meeting.MeetingFixtures.member;

@ServiceTest
class ActingChairApiTest {

	private static final String PATH = "/api/v1/legislation/acting-chairs";

	@Autowired
	private WebTestClient client;

	@Autowired
	private ActingChairTabled tabled;

	@Autowired
	private TransactionalOperator transaction;

	@Test
	void mtg39TheChairFallsIllTheCommitteeElectsAViceChairUntilTheChairIsBack() {
		Calls calls = new Calls(this.client);
		MeetingFixtures.committee(this.client);
		List<UUID> vices = calls.listed("/api/v1/legislation/members?term=16&post=VICE_CHAIR", "")
			.stream()
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
		elect(UUID.fromString(first.id()), meeting.id());
		first.moved();
		assertThat(calls.codes(PATH + "?state=ACTING", "")).containsExactly(first.code());
		assertThat(first.seen("").toString()).contains("地方组织法").doesNotContain("住院", "HEALTH");
		refused(calls, Map.of("member", vices.get(1), "ground", "HEALTH", "reason", "又一人"));
		first.attempt("end", Map.of("why", "RECOVERED"), Tokens.of(Role.COUNCIL).value(), 9)
			.expectStatus()
			.isEqualTo(412);
		first.step("end", Map.of("why", "RECOVERED"), OFFICE);
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

	private void elect(UUID id, UUID meeting) {
		Decided decided = new Decided(UUID.randomUUID(), meeting, "某次会议", Body.STANDING_COMMITTEE,
				MeetingFixtures.today(), Purpose.ELECT, "推选代理主任", Decisions.STANDING_COMMITTEE_SECRET.outcome(9, 9,
						Tally.of(8, 1, 0, 0), RuleBook.statutory(MeetingFixtures.today())));
		Caller chair = new Caller("chair", "主持人", Set.of(Role.CHAIR), Set.of(), "");
		this.transaction.transactional(this.tabled.decided(id, decided, chair)).block();
	}

}
