package renda.legislation.review;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;

import renda.legislation.review.ReviewRequestAction.ReviewAsking;
import renda.platform.audit.AuditTrail;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ReviewRequestKind.PATH)
@Tag(name = "review-requests", description = "审查要求与审查建议：提出、启动、反馈（监督法 第四十一条至第四十三条）")
class ReviewRequestController {

	private static final String KEY = "Receipt-Key";

	private final ReviewRequestKind kind;

	private final ReviewRequests requests;

	private final ReviewRequestDesk desk;

	private final Proceedings proceedings;

	private final Listings listings;

	private final AuditTrail audit;

	ReviewRequestController(ReviewRequestKind kind, ReviewRequests requests, ReviewRequestDesk desk,
			Proceedings proceedings, Listings listings, AuditTrail audit) {
		this.kind = kind;
		this.requests = requests;
		this.desk = desk;
		this.proceedings = proceedings;
		this.listings = listings;
		this.audit = audit;
	}

	/**
	 * Lists the requests that the caller may know of: the filing office all, committees
	 * those in review, everybody their own. Nothing of who asks, and nothing of what is
	 * asked.
	 */
	@Allowed
	@GetMapping
	@Operation(summary = "审查请求列表 · Review requests that the caller may know of",
			description = "Filters: state, kind, filing, code, receivedFrom, receivedTo.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute ReviewRequests.Filter filter,
			ListRequest request, Caller caller) {
		return this.listings.restricted(request, "review-requests", (page) -> this.requests.find(filter, caller, page));
	}

	/**
	 * One request, with what this caller may do to it. Whoever has no account shows the
	 * key of the receipt. 404 for all who may not know of it. That the office reads who
	 * asked goes into the audit trail.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "一件审查请求 · One review request")
	Mono<ResponseEntity<Shown<ReviewRequestView>>> one(@PathVariable UUID id,
			@RequestHeader(name = KEY, required = false) @Nullable String key, Command command) {
		return this.desk.by(id, key, command)
			.flatMap((by) -> this.proceedings.one(this.kind, id, by.caller())
				.flatMap((answer) -> this.kind.isOffice(by.caller())
						? this.audit.read(by, "review-request/" + id).thenReturn(answer) : Mono.just(answer)))
			.map((answer) -> ResponseEntity.status(answer.getStatusCode())
				.headers((headers) -> headers.putAll(answer.getHeaders()))
				.header("Cache-Control", "no-store")
				.body(answer.getBody()));
	}

	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<ResponseEntity<List<TimelineEntry>>> timeline(@PathVariable UUID id,
			@RequestHeader(name = KEY, required = false) @Nullable String key, Command command) {
		return this.desk.by(id, key, command)
			.flatMap((by) -> this.proceedings.timeline(this.kind, id, by.caller()))
			.map((steps) -> ResponseEntity.ok().header("Cache-Control", "no-store").body(steps));
	}

	/**
	 * Asks for a review. Anybody suggests one, with or without an account; state organs
	 * demand one (422 REV-01, 河南监督法办法 第五十九条, for others). What is missing is told in
	 * {@code missing} and not refused. The answer holds a receipt whose key is told once.
	 */
	@Public
	@PostMapping
	@Operation(summary = "提出审查要求或者建议 · Ask for a review")
	Mono<ResponseEntity<ReviewRequestDesk.Submitted>> ask(@Valid @RequestBody ReviewAsking body, Command command) {
		return this.desk.ask(body, command);
	}

	/**
	 * Finds a request by its code and key. 404 for an unknown code and for a wrong key
	 * alike.
	 */
	@Public
	@PostMapping("/lookup")
	@Operation(summary = "凭回执查询 · Find a request by its receipt")
	Mono<ResponseEntity<Shown<ReviewRequestView>>> lookup(@Valid @RequestBody ReviewRequestDesk.Receipt body,
			Command command) {
		return this.desk.found(body).flatMap((id) -> one(id, body.key(), command));
	}

	/**
	 * Takes a step. Whoever has no account shows the key of the receipt.
	 */
	@Public
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<ReviewRequestView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestHeader(name = KEY, required = false) @Nullable String key,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.desk.by(id, key, command)
			.flatMap((by) -> this.proceedings.act(this.kind, id, step, body,
					(sent) -> this.desk.completed(step, sent, by.caller()), by));
	}

}
