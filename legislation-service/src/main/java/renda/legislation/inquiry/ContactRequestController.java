package renda.legislation.inquiry;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.contact.ContactPoints;
import renda.legislation.ledger.LedgerCorrection;
import renda.legislation.ledger.LedgerDesk;
import renda.legislation.ledger.LedgerDesks;
import renda.legislation.ledger.LedgerEntry;
import renda.legislation.ledger.LedgerVersion;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Asks contact points, takes what they say, and tells them what became of it. A contact
 * point sees its own: its staff carry its code in the claim {@code organ}.
 */
@RestController
@RequestMapping("/api/v1/legislation")
@Tag(name = "contact-requests", description = "向基层立法联系点征求意见、收集意见、反馈采纳情况")
class ContactRequestController {

	private final LedgerDesk<ContactRequest> requests;

	private final LedgerDesk<ContactOpinion> opinions;

	private final Opinions desk;

	private final ContactPoints points;

	private final Commands commands;

	ContactRequestController(LedgerDesks desks, Opinions desk, ContactPoints points, Commands commands) {
		this.points = points;
		this.requests = desks.of(Opinions.REQUESTS);
		this.opinions = desks.of(Opinions.OPINIONS);
		this.desk = desk;
		this.commands = commands;
	}

	/**
	 * The requests, the latest first; {@code state=SENT&dueTo=} gives those that are
	 * late. A contact point gets its own.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.COUNCIL, Role.ORGAN })
	@GetMapping("/contact-requests")
	@Operation(summary = "征求意见函列表 · The requests to contact points")
	Mono<ResponseEntity<Object>> requests(@ParameterObject @ModelAttribute ContactRequest.Filter filter,
			ListRequest request, Caller caller) {
		return this.requests.list(seesAll(caller) ? filter : filter.of(caller.organ()), request);
	}

	/**
	 * One request; 404 where there is none, and for another contact point.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.COUNCIL, Role.ORGAN })
	@GetMapping("/contact-requests/{id}")
	@Operation(summary = "征求意见函 · One request")
	Mono<ResponseEntity<LedgerEntry<ContactRequest>>> request(@PathVariable UUID id, Caller caller) {
		return this.requests.one(id, (request) -> seesAll(caller) || request.point().equals(caller.organ()));
	}

	/**
	 * Puts a request right, or gives more time; the version before is kept. 412, 428.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping("/contact-requests/{id}/corrections")
	@Operation(summary = "更正或延期 · Put a request right, or give more time; If-Match required")
	Mono<ResponseEntity<LedgerEntry<ContactRequest>>> correct(@PathVariable UUID id,
			@Valid @RequestBody LedgerCorrection<ContactRequest> body, Command command) {
		return this.requests.correct(id, body, command);
	}

	/**
	 * All versions of a request, with the reasons.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.COUNCIL })
	@GetMapping("/contact-requests/{id}/versions")
	@Operation(summary = "征求意见函变更记录 · All versions of a request")
	Mono<ResponseEntity<List<LedgerVersion<ContactRequest>>>> requestVersions(@PathVariable UUID id) {
		return this.requests.versions(id);
	}

	/**
	 * Sends a letter to contact points: one request for each. 422 LEG-71 where one does
	 * not work on that day; 400 for an unknown one; 409 where this letter was sent to one
	 * of them already.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping("/contact-requests")
	@Operation(summary = "向联系点征求意见 · Ask contact points for their opinions (立法法 第九十条)")
	Mono<ResponseEntity<List<LedgerEntry<ContactRequest>>>> send(@Valid @RequestBody ContactRequest.Letter body,
			Command command) {
		return this.commands.run(command, body, () -> this.desk.send(body, command.caller())
			.map((sent) -> Answer.done("contact-request/" + body.number(), sent)));
	}

	/**
	 * Gives an opinion on what was asked: by the contact point itself, or by the office
	 * for what came on paper. The first one answers the request; a late one is taken and
	 * marked. 403 for another contact point.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.ORGAN })
	@PostMapping("/contact-requests/{id}/opinions")
	@Operation(summary = "提出意见 · Give an opinion on what was asked")
	Mono<ResponseEntity<LedgerEntry<ContactOpinion>>> give(@PathVariable UUID id,
			@Valid @RequestBody ContactOpinion.Given body, Command command) {
		return this.commands.run(command, body,
				() -> this.desk.give(id, body, command.caller())
					.map((entry) -> Answer.created(Opinions.OPINIONS.path() + "/" + entry.id(), entry.version(),
							"contact-opinion/" + entry.id(), entry)));
	}

	/**
	 * The opinions, the latest first. A contact point gets its own.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.COUNCIL, Role.ORGAN })
	@GetMapping("/contact-opinions")
	@Operation(summary = "联系点意见列表 · The opinions of contact points")
	Mono<ResponseEntity<Object>> opinions(@ParameterObject @ModelAttribute ContactOpinion.Filter filter,
			ListRequest request, Caller caller) {
		return this.opinions.list(seesAll(caller) ? filter : filter.of(caller.organ()), request);
	}

	/**
	 * One opinion with what became of it; 404 where there is none, and for another
	 * contact point.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.COUNCIL, Role.ORGAN })
	@GetMapping("/contact-opinions/{id}")
	@Operation(summary = "联系点意见 · One opinion, and what became of it")
	Mono<ResponseEntity<LedgerEntry<ContactOpinion>>> opinion(@PathVariable UUID id, Caller caller) {
		return this.opinions.one(id, (opinion) -> seesAll(caller) || opinion.point().equals(caller.organ()));
	}

	/**
	 * Tells a contact point what became of its opinion: adopted, partly, not, or to be
	 * studied further, always with the reason. May be told anew; what was told before is
	 * kept. 412 where somebody was faster, 428 without {@code If-Match}.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping("/contact-opinions/{id}/feedback")
	@Operation(summary = "反馈采纳情况 · Tell what became of an opinion; If-Match required")
	Mono<ResponseEntity<LedgerEntry<ContactOpinion>>> feedback(@PathVariable UUID id,
			@Valid @RequestBody ContactOpinion.Feedback body, Command command) {
		return this.commands.run(command, body,
				() -> this.desk.answer(id, command.requiredVersion(), body, command.caller())
					.map((entry) -> Answer.changed(entry.version(), "contact-opinion/" + id, entry)));
	}

	/**
	 * All versions of an opinion: what the contact point was told, and told before.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.COUNCIL })
	@GetMapping("/contact-opinions/{id}/versions")
	@Operation(summary = "意见反馈记录 · All versions of an opinion, with every answer given")
	Mono<ResponseEntity<List<LedgerVersion<ContactOpinion>>>> opinionVersions(@PathVariable UUID id) {
		return this.opinions.versions(id);
	}

	/**
	 * What became of the opinions of a contact point, in all: how many were adopted,
	 * adopted in part, not adopted, and are to be answered yet. Public.
	 */
	@Public
	@GetMapping("/contact-points/{id}/adoption")
	@Operation(summary = "意见采纳情况 · What became of the opinions of a contact point")
	Mono<Opinions.Adoption> adoption(@PathVariable UUID id) {
		return this.points.byId(id)
			.switchIfEmpty(
					Mono.error(() -> Refusal.notFound(Text.of("没有联系点 %s。", "There is no contact point %s.", id))))
			.flatMap(this.desk::adoption);
	}

	private static boolean seesAll(Caller caller) {
		return Opinions.REQUESTS.readers().stream().anyMatch(caller::has);
	}

}
