package renda.legislation.actingchair;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;
import renda.legislation.actingchair.ActingChair.Ground;
import renda.legislation.actingchair.ActingChair.State;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Member.Post;
import renda.legislation.member.Members;
import renda.platform.security.Caller;
import renda.platform.security.Role;

import static org.assertj.core.api.Assertions.assertThat;

class ActingMandateTest {

	private static final LocalDate DAY = LocalDate.of(2026, 3, 26);

	private static final UUID VICE = new UUID(5, 2);

	private final ActingChairs all = Mockito.mock(ActingChairs.class);

	private final Members members = Mockito.mock(Members.class);

	private final ActingMandate mandate = new ActingMandate(this.all, this.members,
			Clock.fixed(DAY.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(), ZoneId.of("Asia/Shanghai")));

	@ParameterizedTest
	@CsvSource({ "HEALTH, VICE_CHAIR, true, true", "HEALTH, VICE_CHAIR, false, true", "HEALTH, MEMBER, true, false",
			"VACANCY, VICE_CHAIR, false, true", "VACANCY, VICE_CHAIR, true, false" })
	void mtg39ItLastsWhileTheViceChairIsOneAndNoChairIsElected(Ground ground, Post post, boolean chair, boolean acts) {
		acting(ground);
		Member member = member(VICE, post);
		Mockito.when(this.members.ofAccount(Body.STANDING_COMMITTEE, "vice", DAY)).thenReturn(Mono.just(member));
		Mockito.when(this.members.council(DAY))
			.thenReturn(Mono.just(chair ? List.of(member, member(new UUID(5, 1), Post.CHAIR)) : List.of(member)));
		Caller held = this.mandate.held(caller("vice", Role.MEMBER)).block();
		assertThat(held.has(Role.CHAIR)).isEqualTo(acts);
		assertThat(held.has(Role.MEMBER)).isTrue();
		assertThat(held.name()).isEqualTo(acts ? "某副主任（代理主任）" : "某副主任");
		assertThat(this.mandate.nameOf(caller("vice", Role.MEMBER)).blockOptional().isPresent()).isEqualTo(acts);
	}

	@Test
	void mtg39NobodyElseActs() {
		acting(Ground.HEALTH);
		Mockito.when(this.members.ofAccount(Body.STANDING_COMMITTEE, "other", DAY))
			.thenReturn(Mono.just(member(new UUID(5, 3), Post.VICE_CHAIR)));
		Mockito.when(this.members.ofAccount(Body.STANDING_COMMITTEE, "gone", DAY)).thenReturn(Mono.empty());
		for (String account : List.of("other", "gone")) {
			Caller caller = caller(account, Role.MEMBER);
			assertThat(this.mandate.held(caller).block()).isEqualTo(caller);
		}
		Mockito.when(this.all.now()).thenReturn(Mono.empty());
		Caller before = caller("vice", Role.MEMBER);
		assertThat(this.mandate.held(before).block()).as("where nobody acts").isEqualTo(before);
	}

	@Test
	void whomItCannotConcernIsNotLookedFor() {
		for (Role role : List.of(Role.CHAIR, Role.ORGAN, Role.GENERAL_OFFICE, Role.RESIDENT)) {
			Caller caller = caller("somebody", role);
			assertThat(this.mandate.held(caller).block()).isEqualTo(caller);
		}
		Mockito.verifyNoInteractions(this.all, this.members);
	}

	private void acting(Ground ground) {
		Mockito.when(this.all.now())
			.thenReturn(Mono
				.just(ActingChair.proposed(new UUID(4, 1), "DLZR-2026-0001", DAY, VICE, "某副主任", ground, "因病住院", true)
					.in(State.ACTING, DAY, 2)));
	}

	private static Member member(UUID id, Post post) {
		return new Member(id, Body.STANDING_COMMITTEE, 16, "某副主任", "vice", post, "", LocalDate.of(2023, 1, 5), null,
				true, 1);
	}

	private static Caller caller(String subject, Role role) {
		return new Caller(subject, "某副主任", Set.of(role), Set.of(), "");
	}

}
