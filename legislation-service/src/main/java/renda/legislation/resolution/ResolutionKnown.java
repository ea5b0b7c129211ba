package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.organ.StateOrgan;
import renda.legislation.organ.StateOrgans;
import renda.legislation.resolution.Motion.JointMember;
import renda.legislation.resolution.Motion.Mover;
import renda.legislation.resolution.Motion.MoverKind;
import renda.legislation.resolution.ResolutionAction.KnownMover;
import renda.legislation.resolution.ResolutionAction.MoverNamed;
import renda.legislation.resolution.ResolutionAction.ResolutionMotion;
import renda.legislation.sitting.Sittings;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Fills in what a step is decided on and only the service knows: who somebody is on the
 * roll, and how a meeting stands. What was sent in its place is not looked at.
 */
@Component
class ResolutionKnown {

	private final Members members;

	private final Sittings sittings;

	private final StateOrgans organs;

	private final JsonMapper json;

	ResolutionKnown(Members members, Sittings sittings, StateOrgans organs, JsonMapper json) {
		this.members = members;
		this.sittings = sittings;
		this.organs = organs;
		this.json = json;
	}

	/**
	 * Who moves: whom the caller names, or what the caller is.
	 * @param on the day it is moved, on which members have to be in office
	 */
	Mono<KnownMover> mover(ResolutionMotion motion, Caller caller, LocalDate on) {
		MoverNamed named = motion.mover();
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
	KnownMover known(MoverKind kind, String organ, List<UUID> together, List<Member> found, LocalDate on,
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
		if (ResolutionKind.sitsInCommittee(caller)) {
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

	/**
	 * The body of a step with what the service knows.
	 */
	Mono<JsonNode> completed(String step, ObjectNode own) {
		if (!step.equals("deliberate")) {
			return Mono.just(own);
		}
		own.remove("sitting");
		return Mono.justOrEmpty(id(own.path("meeting")))
			.flatMap(
					(id) -> this.sittings.of(id)
						.switchIfEmpty(Mono
							.error(() -> Refusal.invalid("/meeting", Text.of("没有这次会议。", "There is no such meeting.")))))
			.<JsonNode>map((sitting) -> own.set("sitting", this.json.valueToTree(sitting)))
			.defaultIfEmpty(own);
	}

	/**
	 * An id; what is malformed is left for the step to refuse.
	 */
	private static @Nullable UUID id(JsonNode node) {
		try {
			return UUID.fromString(Objects.requireNonNullElse(node.asString(""), ""));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
