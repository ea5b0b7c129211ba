package renda.legislation.appointment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.nomination.AppointmentKnown;
import renda.legislation.nomination.NominationAction;
import renda.legislation.nomination.NominationAction.Draft;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.AppointmentView;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.PersonnelFile;
import renda.legislation.post.Posts;
import renda.legislation.tenure.CertificateOfAppointment;
import renda.legislation.tenure.CommitteeSeats;
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

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/legislation")
@Tag(name = "appointments", description = "人事任免：从提请到宣誓就职（地方组织法 第三十二条、第五十条）")
class AppointmentController {

	private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

	private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

	private final AppointmentKind kind;

	private final Appointments appointments;

	private final AppointmentKnown known;

	private final CommitteeSeats seats;

	private final Posts posts;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final Listings listings;

	private final CityProfile city;

	private final Clock clock;

	AppointmentController(AppointmentKind kind, Appointments appointments, AppointmentKnown known, CommitteeSeats seats,
			Posts posts, Proceedings proceedings, CaseCodes codes, Listings listings, CityProfile city, Clock clock) {
		this.kind = kind;
		this.appointments = appointments;
		this.known = known;
		this.seats = seats;
		this.posts = posts;
		this.proceedings = proceedings;
		this.codes = codes;
		this.listings = listings;
		this.city = city;
		this.clock = clock;
	}

	/**
	 * Lists the appointments that the caller may know of: to everyone those announced,
	 * and nothing before (APT-20).
	 */
	@Public
	@GetMapping("/appointments")
	@Operation(summary = "任免列表 · Appointments and dismissals", description = """
			Filters: state, act, counted (任免人次), term, person, post (code), kind, organ, organClass, announced, sworn, \
			passedFrom, passedTo, meeting, slate, code; q searches posts, and the names of what is announced.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Appointments.Filter filter, ListRequest request,
			Caller caller) {
		return this.listings.answer(caller.isAnonymous(), request, "appointments",
				(page) -> this.appointments.find(filter, caller, page));
	}

	/**
	 * One appointment with its clocks and what this caller may do to it now. 404 where
	 * the caller may not know of it. The personnel file is shown to the nominator, the
	 * personnel office and the chairpersons' meeting.
	 */
	@Public
	@GetMapping("/appointments/{id}")
	@Operation(summary = "任免事项 · One appointment (地方组织法 第五十条)")
	Mono<ResponseEntity<Shown<AppointmentView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken, in order; who took them and what they said is shown to those who
	 * see the personnel file, and what happened before the vote to nobody outside.
	 */
	@Public
	@GetMapping("/appointments/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * The certificate, for printing. 404 where none is signed yet.
	 */
	@Public
	@GetMapping(path = "/appointments/{id}/certificate", produces = { "text/html", "text/markdown" })
	@Operation(summary = "任命书 · The certificate of appointment; format=html or markdown")
	Mono<ResponseEntity<String>> certificate(@PathVariable UUID id,
			@RequestParam(required = false) @Nullable String format, Caller caller) {
		boolean markdown = "markdown".equals(format);
		return this.proceedings.found(this.kind, id, caller)
			.flatMap((subject) -> Mono.justOrEmpty(CertificateOfAppointment.of(subject, this.city.name())))
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("尚未签署任命书。", "No certificate of it is signed."))))
			.map((certificate) -> ResponseEntity.ok()
				.contentType(markdown ? MARKDOWN : HTML)
				.body(markdown ? certificate.markdown() : certificate.html()));
	}

	/**
	 * Begins a draft. Who may is told by the post's kind: 422 by the rule that names the
	 * nominator (APT-01 to APT-08, 地方组织法 第三十二条、第三十四条、第五十条; of a removal INQ-22, 监督法
	 * 第六十一条) to anybody else; APT-24 for a post that has ended; 400 for an unknown post.
	 */
	@Allowed({ Role.ORGAN, Role.COUNCIL, Role.MEMBER, Role.PERSONNEL_OFFICE })
	@PostMapping("/appointments")
	@Operation(summary = "起草提请 · Draft a nomination, a dismissal, a resignation or a removal")
	Mono<ResponseEntity<Shown<AppointmentView>>> draft(@Valid @RequestBody NominationAction.Draft body,
			Command command) {
		LocalDate today = LocalDate.now(this.clock);
		Caller caller = command.caller();
		return this.posts.required(body.post(), today)
			.flatMap(
					(post) -> this.known.proposer(body, post.kind(), caller)
						.map((by) -> new Nomination(body.act(),
								new Nomination.Person(body.person(), body.name().strip(),
										Given.orEmpty(body.account())),
								Nomination.PostHeld.of(post, today), this.kind.termOn(today), by, body.meetingOn(),
								body.newGovernmentOn(), Boolean.TRUE.equals(body.newBody())))
						.flatMap(
								(nomination) -> this.known.facts(nomination, caller, today)
									.flatMap(
											(facts) -> this.proceedings.open(this.kind, "draft", with(body, facts),
													() -> this.codes.next("RM", today.getYear())
														.map((code) -> Appointment.draft(Ids.next(), code, today,
																nomination, PersonnelFile.of(body.papers()))),
													command))));
	}

	private static NominationAction.Draft with(NominationAction.Draft body, AppointmentFacts facts) {
		return new NominationAction.Draft(body.act(), body.person(), body.name(), body.account(), body.post(),
				body.meetingOn(), body.newGovernmentOn(), body.newBody(), body.members(), body.papers(), facts);
	}

	/**
	 * Takes a step. Which ones there are, by whom and from which states is told by
	 * {@code GET /api/v1/legislation/workflows/appointment}, and for one appointment by
	 * its {@code actions}.
	 */
	@Allowed({ Role.ORGAN, Role.COUNCIL, Role.MEMBER, Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE, Role.CHAIR,
			Role.DEPUTY })
	@PostMapping("/appointments/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<AppointmentView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body, (sent) -> this.proceedings
			.found(this.kind, id, command.caller())
			.flatMap((subject) -> this.seats.complete(subject, step, sent, LocalDate.now(this.clock))
				.then(Mono.defer(
						() -> this.known.completed(subject, step, sent, command.caller(), LocalDate.now(this.clock))))),
				command);
	}

}
