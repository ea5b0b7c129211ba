package renda.legislation.actingchair;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.legislation.actingchair.ActingChair.Ground;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Member.Post;
import renda.legislation.member.Members;
import renda.platform.security.Caller;
import renda.platform.security.Mandates;
import renda.platform.security.Role;

import org.springframework.stereotype.Service;

/**
 * Lets the vice-chair who acts for the chair do what the chair does, under a name that
 * says so. It lasts until it is recorded as over; until the vice-chair is none any more;
 * and, where the office was vacant, until there is a chair (地方组织法 第五十五条).
 */
@Service
public class ActingMandate implements Mandates {

	/** What stands behind the name of who acts, in whatever is recorded. */
	private static final String TITLE = "（代理主任）";

	private final ActingChairs all;

	private final Members members;

	private final Clock clock;

	ActingMandate(ActingChairs all, Members members, Clock clock) {
		this.all = all;
		this.members = members;
		this.clock = clock;
	}

	@Override
	public Mono<Caller> held(Caller caller) {
		return (caller.has(Role.CHAIR) || !(caller.has(Role.MEMBER) || caller.has(Role.COUNCIL))) ? Mono.just(caller)
				: acting(caller).map((member) -> actingAs(caller)).defaultIfEmpty(caller);
	}

	/**
	 * The name of who acts for the chair, as the record of a meeting has it; empty unless
	 * it is the caller.
	 */
	public Mono<String> nameOf(Caller caller) {
		return acting(caller).map((member) -> member.name() + TITLE);
	}

	private Mono<Member> acting(Caller caller) {
		LocalDate today = LocalDate.now(this.clock);
		return this.all.now()
			.flatMap((acting) -> this.members.ofAccount(Body.STANDING_COMMITTEE, caller.subject(), today)
				.filter((member) -> member.id().equals(acting.member()) && member.post() == Post.VICE_CHAIR)
				.filterWhen((member) -> lasts(acting, today)));
	}

	private Mono<Boolean> lasts(ActingChair acting, LocalDate on) {
		return (acting.ground() == Ground.HEALTH) ? Mono.just(true) : this.members.council(on)
			.map((council) -> council.stream().map(Member::post).noneMatch((post) -> post == Post.CHAIR));
	}

	private static Caller actingAs(Caller caller) {
		Set<Role> roles = EnumSet.copyOf(caller.roles());
		roles.add(Role.CHAIR);
		return new Caller(caller.subject(), caller.name() + TITLE, roles, caller.areas(), caller.organ());
	}

}
