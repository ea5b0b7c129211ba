package renda.legislation.inquiry;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.comment.CommentLists;
import renda.legislation.comment.CommentLists.CommentView;
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

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Asks contact points, and takes what they say. A contact point sees its own: its staff
 * carry its code in the claim {@code organ}.
 */
@RestController
@RequestMapping("/api/v1/legislation")
@Tag(name = "contact-requests", description = "向基层立法联系点征求意见、收集意见、反馈采纳情况")
class ContactRequestController {

	private final LedgerDesk<ContactRequest> requests;

	private final Opinions desk;

	private final CommentLists lists;

	private final Commands commands;

	ContactRequestController(LedgerDesks desks, Opinions desk, CommentLists lists, Commands commands) {
		this.lists = lists;
		this.requests = desks.of(Opinions.REQUESTS);
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
		return this.requests.list(Opinions.seesAll(caller) ? filter : filter.of(caller.organ()), request);
	}

	/**
	 * One request; 404 where there is none, and for another contact point.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.COUNCIL, Role.ORGAN })
	@GetMapping("/contact-requests/{id}")
	@Operation(summary = "征求意见函 · One request")
	Mono<ResponseEntity<LedgerEntry<ContactRequest>>> request(@PathVariable UUID id, Caller caller) {
		return this.requests.one(id, (request) -> Opinions.seesAll(caller) || caller.organ().equals(request.point()));
	}

	/**
	 * Puts a request right, or gives more time; the version before is kept. 412, 428.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping("/contact-requests/{id}/corrections")
	@Operation(summary = "更正或延期 · Put a request right, or give more time; If-Match required")
	Mono<ResponseEntity<LedgerEntry<ContactRequest>>> correct(@PathVariable UUID id,
			@Valid @RequestBody LedgerCorrection<ContactRequest> body, Command command) {
		return this.requests.correct(id, body, command, () -> this.desk.requireConsultation(body.line()));
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
	 * Sends a letter to contact points and experts: one request for each. 422 LEG-71
	 * where a point does not work on that day; 400 for an unknown one, or an unknown
	 * consultation; 409 where this letter was sent to one of them already.
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
	 * for what came on paper. It is a comment on the consultation that the letter names,
	 * or outside one. The first one answers the request; a late one is taken and marked.
	 * 403 for another contact point; 400 where the draft has no such article.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.ORGAN })
	@PostMapping("/contact-requests/{id}/opinions")
	@Operation(summary = "提出意见 · Give an opinion on what was asked")
	Mono<ResponseEntity<CommentView>> give(@PathVariable UUID id, @Valid @RequestBody Opinions.Given body,
			Command command) {
		return this.commands.run(command, body,
				() -> this.desk.give(id, body, command.caller())
					.flatMap((comment) -> this.lists.opinion(comment.id(), null))
					.map((view) -> Answer.created(ContactOpinionController.PATH + "/" + view.id(), view.version(),
							"consultation-comment/" + view.id(), view)));
	}

	/**
	 * What became of the opinions of a contact point, in all, on consultations and
	 * outside them: how many were adopted, adopted in part, not adopted, and are to be
	 * answered yet. Public.
	 */
	@Public
	@GetMapping("/contact-points/{id}/adoption")
	@Operation(summary = "意见采纳情况 · What became of the opinions of a contact point")
	Mono<Opinions.PointAdoption> adoption(@PathVariable UUID id) {
		return this.desk.adoption(id);
	}

}
