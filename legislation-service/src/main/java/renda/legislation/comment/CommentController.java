package renda.legislation.comment;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment.Collected;
import renda.legislation.comment.Comment.Made;
import renda.legislation.comment.Comment.Reason;
import renda.legislation.comment.Comment.Taken;
import renda.legislation.comment.CommentLists.CommentView;
import renda.legislation.consultation.Consultations;
import renda.legislation.sender.Contact;
import renda.legislation.sender.Senders;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "consultation-comments", description = "对法规草案的意见及其采纳情况（立法法 第三十九条、第四十条、第九十条）")
class CommentController {

	private static final String PATH = Comments.PATH;

	private final CommentIntake intake;

	private final CommentDesk desk;

	private final CommentLists lists;

	private final Senders senders;

	private final Listings listings;

	CommentController(CommentIntake intake, CommentDesk desk, CommentLists lists, Senders senders, Listings listings) {
		this.intake = intake;
		this.desk = desk;
		this.lists = lists;
		this.senders = senders;
		this.listings = listings;
	}

	/**
	 * Takes a comment, with or without an account; the answer is found by its receipt, or
	 * with the account. What a sender sends beyond some an hour is held back, what she
	 * sends again is linked to the first; nothing is lost. 409 not-open outside the
	 * consultation's days; 400 where the draft has no such article.
	 */
	@Public
	@PostMapping(Consultations.PATH + "/{id}/comments")
	@Operation(summary = "提出意见 · Comment on a draft (立法法 第四十条)")
	Mono<ResponseEntity<Taken>> make(@PathVariable UUID id, @Valid @RequestBody Made body, Command command) {
		return this.intake.make(id, body, command);
	}

	/**
	 * Enters a comment that came by letter, at a meeting, from a contact point or an
	 * expert. 409 once the report is made; 400 for a day outside the consultation or a
	 * meeting that is not recorded.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.GENERAL_OFFICE })
	@PostMapping(Consultations.PATH + "/{id}/collected-comments")
	@Operation(summary = "录入线下意见 · Enter a comment that came another way (立法法 第三十九条)")
	Mono<ResponseEntity<Taken>> collect(@PathVariable UUID id, @Valid @RequestBody Collected body, Command command) {
		return this.intake.collect(id, body, command);
	}

	/**
	 * Lists comments with what became of them. The public sees those that count, their
	 * words once the sender or the office has agreed; offices see all. Numbers of
	 * telephones and identity cards are shown to nobody.
	 */
	@Public
	@GetMapping(PATH)
	@Operation(summary = "意见列表 · Comments",
			description = """
					Filters: consultation, code, draft, article, channel (ONLINE, OFFLINE), source, contactPoint, status, outcome, \
					answered, group, request, madeFrom, madeTo, sample, term, closedFrom, closedTo; q searches the words; sort: -madeOn, madeOn.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute CommentLists.Filter filter, ListRequest request,
			Caller caller) {
		boolean office = Consultations.isOffice(caller);
		return office
				? this.listings.restricted(request, "consultation-comments",
						(page) -> this.lists.find(filter, true, page))
				: this.listings.open(request, "consultation-comments", (page) -> this.lists.find(filter, false, page));
	}

	/**
	 * The comments that the caller has made with this account, held back ones included,
	 * and what became of them.
	 */
	@Allowed
	@GetMapping(PATH + "/mine")
	@Operation(summary = "我的意见及答复 · My comments and their answers")
	Mono<ResponseEntity<Object>> mine(@ParameterObject @ModelAttribute CommentLists.Filter filter, ListRequest request,
			Caller caller) {
		String account = this.senders.account(caller.subject());
		return this.listings.restricted(request, "my-comments", (page) -> this.lists.own(account, filter, page));
	}

	/**
	 * The comment of a receipt and what became of it, without an account. 404 for a
	 * receipt that never was.
	 */
	@Public
	@PostMapping(PATH + "/look-up")
	@Operation(summary = "凭回执查询答复 · What became of my comment, by its receipt")
	Mono<CommentView> lookUp(@Valid @RequestBody ReceiptShown body) {
		return this.desk.ofReceipt(body.receipt());
	}

	@Public
	@GetMapping(PATH + "/{id}")
	@Operation(summary = "一条意见 · One comment")
	Mono<ResponseEntity<CommentView>> one(@PathVariable UUID id, Caller caller) {
		boolean office = Consultations.isOffice(caller);
		return this.desk.one(id, office)
			.map((view) -> office ? Reads.restricted(view.version(), view) : Reads.open(view.version(), view));
	}

	/**
	 * What the sender says about herself: name, telephone, address. Who reads it goes
	 * into the audit trail.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE })
	@GetMapping(PATH + "/{id}/author")
	@Operation(summary = "意见提出人 · Who sent it; the reading is recorded")
	Mono<ResponseEntity<Contact>> author(@PathVariable UUID id, Command command) {
		return this.desk.author(id, command).map((contact) -> Reads.restricted(1, contact));
	}

	/**
	 * All that its sender was told, the last last.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE, Role.GENERAL_OFFICE })
	@GetMapping(PATH + "/{id}/answers")
	@Operation(summary = "历次答复 · All answers given to a comment, the last last")
	Mono<List<Comment.Fate>> answers(@PathVariable UUID id) {
		return this.desk.answers(id);
	}

	/**
	 * Lets a comment count that was held back, or taken for spam or a duplicate. 409
	 * where it counts.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE })
	@PostMapping(PATH + "/{id}/accept")
	@Operation(summary = "甄别后计入 · Let it count; If-Match required")
	Mono<ResponseEntity<CommentView>> accept(@PathVariable UUID id, @Valid @RequestBody Reason body, Command command) {
		return this.desk.accept(id, body.reason().strip(), command);
	}

	/**
	 * Says that a comment is spam, and why. It is kept, and does not count.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE })
	@PostMapping(PATH + "/{id}/mark-spam")
	@Operation(summary = "标为无效 · Mark it as spam, with the reason; If-Match required")
	Mono<ResponseEntity<CommentView>> markSpam(@PathVariable UUID id, @Valid @RequestBody Reason body,
			Command command) {
		return this.desk.markSpam(id, body.reason().strip(), command);
	}

	/**
	 * Shows its words to everyone.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE })
	@PostMapping(PATH + "/{id}/release")
	@Operation(summary = "公开意见内容 · Show its words to everyone; If-Match required")
	Mono<ResponseEntity<CommentView>> release(@PathVariable UUID id, Command command) {
		return this.desk.show(id, true, command);
	}

	/** A receipt. */
	@Schema(name = "CommentReceiptShown")
	record ReceiptShown(@NotBlank @Size(max = 40) String receipt) {
	}

}
