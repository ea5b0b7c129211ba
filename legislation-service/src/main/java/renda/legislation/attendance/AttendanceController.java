package renda.legislation.attendance;

import java.time.Clock;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.meeting.Sittings;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How members attend, over many meetings.
 */
@RestController
@RequestMapping(Sittings.PATH + "/attendance")
@Tag(name = "meetings")
class AttendanceController {

	/** Who keeps the files of members; others see their own line. */
	private static final Set<Role> KEEPERS = Set.of(Role.CHAIR, Role.COUNCIL, Role.GENERAL_OFFICE,
			Role.PERSONNEL_OFFICE, Role.DEPUTY_OFFICE, Role.SERVICE);

	private final Attendances attendances;

	private final Members members;

	private final Listings listings;

	private final Clock clock;

	AttendanceController(Attendances attendances, Members members, Listings listings, Clock clock) {
		this.attendances = attendances;
		this.members = members;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * For each member: the meetings held, those attended, missed with leave and without,
	 * and the calls of the roll missed: the facts of the duty to resign (河南组成人员守则 第十九条,
	 * MTG-32). A member or deputy sees the own line.
	 */
	@Allowed({ Role.CHAIR, Role.COUNCIL, Role.GENERAL_OFFICE, Role.PERSONNEL_OFFICE, Role.DEPUTY_OFFICE, Role.SERVICE,
			Role.MEMBER, Role.DEPUTY })
	@GetMapping
	@Operation(summary = "出席情况统计 · How members attend (河南组成人员守则 第十九条)",
			description = """
					Filters: body, term, year, member; sort=-unexcused puts first who was absent without leave most often. Only \
					meetings that were held and closed count.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Attendances.Filter filter, ListRequest request,
			Caller caller) {
		if (KEEPERS.stream().anyMatch(caller::has)) {
			return this.listings.restricted(request, "attendance", (page) -> this.attendances.find(filter, null, page));
		}
		return Flux.fromArray(Body.values())
			.concatMap((body) -> this.members.ofAccount(body, caller.subject(), LocalDate.now(this.clock)))
			.map(Member::id)
			.collectList()
			.flatMap((own) -> this.listings.restricted(request, "attendance",
					(page) -> this.attendances.find(filter, own, page)));
	}

}
