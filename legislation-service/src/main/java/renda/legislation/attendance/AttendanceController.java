package renda.legislation.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.sitting.Sittings;
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

	private static final int FIRST_YEAR = 1954;

	private static final int LAST_YEAR = 9999;

	private final Attendances attendances;

	private final AbsenceDuties duties;

	private final Members members;

	private final Listings listings;

	private final Clock clock;

	AttendanceController(Attendances attendances, AbsenceDuties duties, Members members, Listings listings,
			Clock clock) {
		this.attendances = attendances;
		this.duties = duties;
		this.members = members;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * For each member: the meetings held, those attended, missed with leave and without,
	 * and the calls of the roll missed. A member or deputy sees the own line.
	 */
	@Allowed({ Role.CHAIR, Role.COUNCIL, Role.GENERAL_OFFICE, Role.PERSONNEL_OFFICE, Role.DEPUTY_OFFICE, Role.SERVICE,
			Role.MEMBER, Role.DEPUTY })
	@GetMapping
	@Operation(summary = "出席情况统计 · How members attend",
			description = """
					Filters: body, term, year, member; sort=-unexcused puts first who was absent without leave most often. Only \
					meetings that were held and closed count.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Attendances.Filter filter, ListRequest request,
			Caller caller) {
		return seen(caller).flatMap((seen) -> this.listings.restricted(request, "attendance",
				(page) -> this.attendances.find(filter, seen.orElse(null), page)));
	}

	/**
	 * The members of the committee who were absent so often in a year that they have to
	 * ask to resign (河南组成人员守则 第十九条, MTG-32), with how that was computed. Nothing follows
	 * by itself. A member sees the own line.
	 */
	@Allowed({ Role.CHAIR, Role.COUNCIL, Role.GENERAL_OFFICE, Role.PERSONNEL_OFFICE, Role.DEPUTY_OFFICE, Role.SERVICE,
			Role.MEMBER })
	@GetMapping("/duties")
	@Operation(summary = "缺席应当辞职的提示 · Absent so often that there is a duty to resign (河南组成人员守则 第十九条)",
			description = "Filters: year, this year unless told. Only meetings that were held and closed count.")
	Mono<ResponseEntity<Object>> duties(@ParameterObject @ModelAttribute AbsenceDuties.Filter filter,
			ListRequest request, Caller caller) {
		Integer year = filter.year();
		int of = (year != null) ? Math.clamp(year, FIRST_YEAR, LAST_YEAR) : LocalDate.now(this.clock).getYear();
		return seen(caller).flatMap((seen) -> this.listings.restricted(request, "attendance-duties",
				(page) -> this.duties.find(of, seen.orElse(null), page)));
	}

	/**
	 * Whose lines a caller sees: everybody's, or the own.
	 */
	private Mono<Optional<List<UUID>>> seen(Caller caller) {
		if (KEEPERS.stream().anyMatch(caller::has)) {
			return Mono.just(Optional.empty());
		}
		return Flux.fromArray(Body.values())
			.concatMap((body) -> this.members.ofAccount(body, caller.subject(), LocalDate.now(this.clock)))
			.map(Member::id)
			.collectList()
			.map(Optional::of);
	}

}
