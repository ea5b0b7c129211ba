package renda.legislation.resolution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.motion.KnownMover;
import renda.legislation.motion.Movers;
import renda.legislation.resolution.ResolutionAction.ResolutionMotion;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ResolutionKind.PATH)
@Tag(name = "resolutions", description = "决议决定：从议案到执行情况报告（地方组织法 第五十条、第五十二条；河南省讨论、决定重大事项的规定）")
class ResolutionController {

	static final String PREFIX = "JD";

	private final ResolutionKind kind;

	private final Resolutions resolutions;

	private final Proceedings proceedings;

	private final ResolutionKnown known;

	private final Movers movers;

	private final CaseCodes codes;

	private final CityProfile city;

	private final Listings listings;

	private final Clock clock;

	ResolutionController(ResolutionKind kind, Resolutions resolutions, Proceedings proceedings, ResolutionKnown known,
			Movers movers, CaseCodes codes, CityProfile city, Listings listings, Clock clock) {
		this.kind = kind;
		this.resolutions = resolutions;
		this.proceedings = proceedings;
		this.known = known;
		this.movers = movers;
		this.codes = codes;
		this.city = city;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists the resolutions that the caller may read: adopted ones everybody, others
	 * those who deal with them, and the members once they are before the standing
	 * committee.
	 */
	@Public
	@GetMapping
	@Operation(summary = "决议决定列表 · Resolutions and decisions",
			description = """
					Filters: state, form, type, term, body, mover, country, code, executor (organ), year (of the adoption), adopted, \
					adoptedFrom/To, executed, overdue, sample; q searches title and text.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Resolutions.Filter filter, ListRequest request,
			Caller caller) {
		LocalDate today = LocalDate.now(this.clock);
		return this.listings.answer(caller.isAnonymous(), request, "resolutions",
				(page) -> this.resolutions.find(filter, caller, today, page));
	}

	/**
	 * One resolution with its clocks and what this caller may do to it now. 404 where the
	 * caller may not know of it.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "决议决定 · One resolution (地方组织法 第五十条)")
	Mono<ResponseEntity<Shown<ResolutionView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken on a resolution, in order; who took them and what they said is
	 * shown to those who act in it.
	 */
	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * Moves a resolution. Takes the draft and, for a motion of members, their ids on the
	 * roll; the general office records a motion from paper by naming the mover and the
	 * day it came. 422 MTG-11 (地方组织法 第五十二条) unless the mover is the chairpersons'
	 * meeting, the government, the supervisory commission, the court, the procuratorate,
	 * a committee, or five or more members in office; 400 where a sister city lacks its
	 * country or city.
	 */
	@Allowed({ Role.COUNCIL, Role.ORGAN, Role.COMMITTEE, Role.LEGAL_COMMITTEE, Role.MEMBER, Role.GENERAL_OFFICE })
	@PostMapping
	@Operation(summary = "提出议案 · Move a resolution")
	Mono<ResponseEntity<Shown<ResolutionView>>> propose(@Valid @RequestBody ResolutionMotion body, Command command) {
		Caller caller = command.caller();
		LocalDate today = LocalDate.now(this.clock);
		LocalDate on = Objects.requireNonNullElse(body.submittedOn(), today);
		if (on.isBefore(today) && !caller.has(Role.GENERAL_OFFICE)) {
			throw Refusal.invalid("/submittedOn",
					Text.of("只有办公厅可以补记书面议案。", "Only the general office records a motion of an earlier day."));
		}
		requireCity(body);
		return this.movers.mover(body.mover(), caller, on).flatMap((mover) -> {
			Motion motion = motion(body, mover, on);
			return this.proceedings.open(this.kind, "propose", body.by(mover),
					() -> this.codes.next(PREFIX, on.getYear())
						.map((code) -> Resolution.moved(Ids.next(), code, term(on), motion)),
					command);
		});
	}

	private static void requireCity(ResolutionMotion body) {
		boolean sister = body.type() == Motion.Type.SISTER_CITY;
		if (sister && (Given.isBlank(body.country()) || Given.isBlank(body.city()))) {
			throw Refusal.invalid(Given.isBlank(body.country()) ? "/country" : "/city",
					Text.of("友好城市须写明国家与城市。", "A sister city has a country and a name."));
		}
	}

	private static Motion motion(ResolutionMotion body, KnownMover mover, LocalDate on) {
		return new Motion(body.title().strip(), body.form(), body.type(), body.draft().strip(),
				Given.orEmpty(body.explanation()), Given.orEmpty(body.country()), Given.orEmpty(body.city()),
				mover.mover(), on);
	}

	/**
	 * The term in which a day lies.
	 */
	private int term(LocalDate on) {
		return this.city.termOn(on)
			.map(CityProfile.Term::number)
			.orElseThrow(() -> Refusal.invalid("/submittedOn",
					Text.of("%s 不在任何一届任期内。", "%s lies in no term of the congress.", on)));
	}

	/**
	 * Takes a step. Which ones there are, by whom and from which states is told by
	 * {@code GET /api/v1/legislation/workflows/resolution}, and for one resolution by its
	 * {@code actions}. Adoption and rejection follow from the ballot and are taken by
	 * nobody. 400 where the meeting is unknown.
	 */
	@Allowed({ Role.COUNCIL, Role.ORGAN, Role.COMMITTEE, Role.LEGAL_COMMITTEE, Role.MEMBER, Role.GENERAL_OFFICE })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<ResolutionView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body, (sent) -> this.known.completed(step, sent), command);
	}

}
