package renda.legislation.motion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.organ.StateOrgan;
import renda.legislation.organ.StateOrgans;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * Finds out who moves something: who somebody is on the roll, and which organ a code
 * names.
 */
@Service
public class Movers {

	private final Members members;

	private final StateOrgans organs;

	Movers(Members members, StateOrgans organs) {
		this.members = members;
		this.organs = organs;
	}

	/**
	 * Who moves: whom the caller names, or what the caller is.
	 * @param on the day it is moved, on which members have to be in office
	 */
	public Mono<KnownMover> mover(@Nullable MoverNamed named, Caller caller, LocalDate on) {
		MoverKind kind = (named != null) ? named.kind() : kind(caller);
		String organ = (named != null && named.organ() != null && caller.has(Role.GENERAL_OFFICE)) ? named.organ()
				: caller.organ();
		List<UUID> together = (kind == MoverKind.MEMBERS && named != null && named.members() != null) ? named.members()
				: List.of();
		return this.members.byIds(together).map((found) -> known(kind, organ, together, found, on, caller.subject()));
	}

	/**
	 * Who moves, as roll and settings know.
	 * @param together the members who move it together
	 * @param found those of them whom the roll knows
	 * @param on the day on which they have to be in office
	 * @param account whoever has this account leads
	 */
	public KnownMover known(MoverKind kind, String organ, List<UUID> together, List<Member> found, LocalDate on,
			String account) {
		return switch (kind) {
			case COUNCIL -> new KnownMover(new Mover(kind, "", List.of()), true);
			case COMMITTEE -> new KnownMover(new Mover(kind, organ, List.of()), !organ.isEmpty());
			case MEMBERS -> new KnownMover(new Mover(kind, "", joint(together, found, on, account)), true);
			case GOVERNMENT, SUPERVISORY_COMMISSION, COURT, PROCURATORATE ->
				new KnownMover(new Mover(kind, organ, List.of()),
						this.organs.of(organ).map(StateOrgan::name).filter(kind.name()::equals).isPresent());
		};
	}

	/**
	 * What a caller is who names no mover.
	 */
	private MoverKind kind(Caller caller) {
		if (caller.has(Role.GENERAL_OFFICE)) {
			throw Refusal.invalid("/mover",
					Text.of("请写明提案人。", "Say who moves it; the office does not move anything itself."));
		}
		if (caller.has(Role.COUNCIL)) {
			return MoverKind.COUNCIL;
		}
		if (Mover.sitsInCommittee(caller)) {
			return MoverKind.COMMITTEE;
		}
		if (caller.has(Role.ORGAN)) {
			return this.organs.of(caller.organ())
				.map((organ) -> MoverKind.valueOf(organ.name()))
				// not one of the four: refused by the rule, whichever it claims to be
				.orElse(MoverKind.GOVERNMENT);
		}
		return MoverKind.MEMBERS;
	}

	private static List<JointMember> joint(List<UUID> together, List<Member> found, LocalDate on, String account) {
		Map<UUID, Member> roll = new HashMap<>();
		found.forEach((member) -> roll.put(member.id(), member));
		List<JointMember> all = new ArrayList<>();
		together.stream().distinct().forEach((id) -> {
			Member member = roll.get(id);
			boolean inOffice = member != null && member.body() == Body.STANDING_COMMITTEE && member.inOfficeOn(on);
			JointMember one = (member != null) ? new JointMember(id, member.name(), member.account(), inOffice)
					: new JointMember(id, null, "", false);
			boolean leads = !account.isEmpty() && one.account().equals(account);
			all.add(leads ? 0 : all.size(), one);
		});
		return all;
	}

}
