package renda.legislation.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.filingdesk.FilingReviews;
import renda.legislation.review.ReviewRequestAction.ReviewAsking;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Caller;
import renda.platform.security.Vault;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes requests in, also from people without an account: these get a receipt with a key,
 * and are known by it afterwards.
 */
@Component
class ReviewRequestDesk {

	private static final int KEY_BYTES = 20;

	private final ReviewRequestKind kind;

	private final Proceedings proceedings;

	private final Commands commands;

	private final CaseCodes codes;

	private final FilingReviews filings;

	private final Vault vault;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	ReviewRequestDesk(ReviewRequestKind kind, Proceedings proceedings, Commands commands, CaseCodes codes,
			FilingReviews filings, Vault vault, Clock clock) {
		this.kind = kind;
		this.proceedings = proceedings;
		this.commands = commands;
		this.codes = codes;
		this.filings = filings;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * Takes a request.
	 * @return 201 with the request and its receipt
	 */
	Mono<ResponseEntity<Submitted>> ask(ReviewAsking asking, Command command) {
		Caller caller = command.caller();
		boolean office = this.kind.isOffice(caller);
		if (!office && (asking.receivedOn() != null || asking.organ() != null)) {
			return Mono.error(Refusal.invalid((asking.receivedOn() != null) ? "/receivedOn" : "/organ",
					Text.of("由备案审查工作机构填写。", "The filing office says it.")));
		}
		LocalDate today = LocalDate.now(this.clock);
		if (asking.receivedOn() != null && asking.receivedOn().isAfter(today)) {
			return Mono.error(Refusal.invalid("/receivedOn", Text.of("不得晚于今天。", "It cannot be after today.")));
		}
		UUID id = Ids.next();
		String key = key();
		Caller asker = caller.isAnonymous() ? holder(id) : caller;
		LocalDate on = Objects.requireNonNullElse(asking.receivedOn(), today);
		ReviewRequest.Requester requester = new ReviewRequest.Requester(Given.orEmpty(asking.name()),
				Given.orEmpty(asking.contact()),
				office ? Given.orEmpty(asking.organ())
						: (asking.kind() == ReviewRequest.Kind.DEMAND) ? caller.organ() : "",
				office ? holder(id).subject() : asker.subject());
		return this.commands.run(command, asking,
				() -> this.proceedings
					.opened(this.kind, "ask", asking,
							() -> this.codes.next("SC", on.getYear())
								.map((code) -> ReviewRequest.received(id, code, on, asking.kind(), requester,
										digest(key), asking.asked())),
							as(asker, command))
					.flatMap((request) -> this.proceedings.shown(this.kind, request, asker)
						.map((shown) -> Answer.created(ReviewRequestKind.PATH + '/' + id, request.version(),
								"review-request/" + id, new Submitted(shown, new Receipt(request.code(), key))))));
	}

	/**
	 * As whom a command is carried out: whoever shows the key of a request's receipt is
	 * its requester.
	 */
	Mono<Command> by(UUID id, @Nullable String key, Command command) {
		if (key == null) {
			return Mono.just(command);
		}
		return this.kind.table()
			.byId(id)
			.filter((request) -> opens(request, key))
			.map((request) -> as(requester(request), command))
			.switchIfEmpty(Mono.error(ReviewRequestDesk::unknown));
	}

	/**
	 * The body of a step, once what it touches besides the request is locked: the filing
	 * comes before its requests. What is malformed is left for the step to refuse.
	 */
	Mono<JsonNode> completed(String step, ObjectNode sent, Caller caller) {
		return (step.equals("start") && this.kind.isOffice(caller) && sent.path("filing").isString())
				? filing(sent.path("filing").asString()).map(this.filings::hold)
					.orElse(Mono.empty())
					.thenReturn((JsonNode) sent)
				: Mono.just(sent);
	}

	private static Optional<UUID> filing(String written) {
		try {
			return Optional.of(UUID.fromString(written));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The id of a request whose code and key somebody knows.
	 */
	Mono<UUID> found(Receipt receipt) {
		return this.kind.table()
			.byCodes(Set.of(receipt.code()))
			.flatMapIterable((requests) -> requests)
			.filter((request) -> opens(request, receipt.key()))
			.next()
			.map(ReviewRequest::id)
			.switchIfEmpty(Mono.error(ReviewRequestDesk::unknown));
	}

	private boolean opens(ReviewRequest request, String key) {
		return MessageDigest.isEqual(digest(key).getBytes(StandardCharsets.US_ASCII),
				request.keyDigest().getBytes(StandardCharsets.US_ASCII));
	}

	private static Caller requester(ReviewRequest request) {
		return new Caller(request.requester().account(), "", Set.of(), Set.of(), "");
	}

	/**
	 * Whoever holds the receipt of a request, in place of an account: of one without a
	 * token, and of a letter.
	 */
	private static Caller holder(UUID id) {
		return new Caller("receipt:" + id, "", Set.of(), Set.of(), "");
	}

	private static Command as(Caller caller, Command command) {
		return new Command(caller, command.method(), command.path(), command.idempotencyKey(), command.ifMatch(),
				command.correlationId(), command.address());
	}

	private String key() {
		byte[] bytes = new byte[KEY_BYTES];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	private String digest(String key) {
		return this.vault.index("review-request/key/" + key);
	}

	private static Refusal unknown() {
		return Refusal.notFound(Text.of("没有这件审查请求，或者查询码不符。", "There is no such request, or the key is not its own."));
	}

	/**
	 * A request with its receipt, told once.
	 */
	@Schema(name = "ReviewSubmitted")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Submitted(@JsonUnwrapped Shown<ReviewRequestView> request, Receipt receipt) {
	}

	/**
	 * By which a request is found again.
	 *
	 * @param code the request's code
	 * @param key the key, which is not kept here and cannot be told again
	 */
	@Schema(name = "ReviewReceipt")
	record Receipt(@NotBlank @Size(max = 40) String code, @NotBlank @Size(max = 100) String key) {
	}

}
