package renda.legislation.consultation;

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
import renda.legislation.consultation.ConsultationAction.OpenConsultation;
import renda.legislation.draft.Draft;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import tools.jackson.databind.JsonNode;

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
@RequestMapping(Consultations.PATH)
@Tag(name = "consultations", description = "法规草案公开征求意见（立法法 第三十九条、第四十条）")
class ConsultationController {

	private final ConsultationKind kind;

	private final Consultations consultations;

	private final ConsultedTexts texts;

	private final Proceedings proceedings;

	private final Listings listings;

	private final Clock clock;

	ConsultationController(ConsultationKind kind, Consultations consultations, ConsultedTexts texts,
			Proceedings proceedings, Listings listings, Clock clock) {
		this.kind = kind;
		this.consultations = consultations;
		this.texts = texts;
		this.proceedings = proceedings;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists consultations, the last to end first.
	 */
	@Public
	@GetMapping
	@Operation(summary = "征求意见列表 · Consultations", description = """
			Filters: state, subjectKind, subject, term, code, running (comments can be made today), shortened, \
			closedFrom, closedTo; q searches the title; sort: -until, until.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Consultations.Filter filter,
			ListRequest request) {
		LocalDate today = LocalDate.now(this.clock);
		return this.listings.open(request, "consultations", (page) -> this.consultations.find(filter, today, page));
	}

	/**
	 * One consultation with its clock and what this caller may do to it now.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "一次征求意见 · One consultation (立法法 第四十条)")
	Mono<ResponseEntity<Shown<ConsultationView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken, in order.
	 */
	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * Where each article that was commented on stands in a later draft, or that it was
	 * removed, with the number of comments on it.
	 */
	@Public
	@GetMapping("/{id}/carried")
	@Operation(summary = "意见在后一稿中的对应条文 · Where the articles commented on stand in a later draft")
	Mono<List<CarriedArticles.CarriedArticle>> carried(@PathVariable UUID id, @RequestParam UUID draft, Caller caller) {
		return this.texts.carried(id, draft, caller);
	}

	/**
	 * Opens a consultation on a text that stands alone; bills open theirs by their own
	 * step. 422 LEG-37 (立法法 第四十条) where it is shorter than the law asks for and no
	 * decision of the chairpersons' meeting is named; 400 where the text is no legal
	 * text.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.GENERAL_OFFICE, Role.COUNCIL,
			Role.CHAIR })
	@PostMapping
	@Operation(summary = "公布草案征求意见 · Open a consultation")
	Mono<ResponseEntity<Shown<ConsultationView>>> open(@Valid @RequestBody OpenConsultation body, Command command) {
		return this.texts.open(body, command);
	}

	/**
	 * Adds a later draft of a text that stands alone; comments are then carried over to
	 * it by the step carry-over. 409 drafts-elsewhere where the text is that of a bill.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.GENERAL_OFFICE })
	@PostMapping("/{id}/drafts")
	@Operation(summary = "登记后一稿 · Add a later draft of a text that stands alone")
	Mono<ResponseEntity<Draft>> addDraft(@PathVariable UUID id, @Valid @RequestBody ConsultedTexts.LaterDraft body,
			Command command) {
		return this.texts.add(id, body, command);
	}

	/**
	 * Takes a step. Which ones there are is told by
	 * {@code GET /api/v1/legislation/workflows/consultation}, and for one consultation by
	 * its {@code actions}. 422 LEG-37 for a report while comments wait for their outcome,
	 * LEG-39 for one without the hearing that is needed.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.GENERAL_OFFICE, Role.COUNCIL,
			Role.CHAIR })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<ConsultationView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.texts.act(id, step, body, command);
	}

}
