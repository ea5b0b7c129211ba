package renda.platform.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.event.EventLog;
import renda.platform.event.TypeFilter;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Webhooks. Everyone with a token may have some; others than their owner, administrators
 * and operators do not see them.
 */
@RestController
@RequestMapping("/api/v1/${renda.service}/webhooks")
@Tag(name = "事件推送 Webhooks")
class WebhookController {

	static final String TEST = "webhook.test";

	private final Commands commands;

	private final Webhooks webhooks;

	private final Listings listings;

	private final WebhookSettings settings;

	private final AddressGuard guard;

	private final String path;

	WebhookController(Commands commands, Webhooks webhooks, Listings listings, WebhookSettings settings,
			AddressGuard guard, String path) {
		this.commands = commands;
		this.webhooks = webhooks;
		this.listings = listings;
		this.settings = settings;
		this.guard = guard;
		this.path = path;
	}

	/**
	 * Registers a webhook. The answer shows its secret, once; a retry with the same
	 * {@code Idempotency-Key} does not show it again, then change it. Events that need a
	 * role are delivered if the owner had the role when the webhook was registered or
	 * last changed by the owner. Answers 400 for an address that may not be called, 409
	 * where the owner has too many, 503 where this installation keeps no secrets.
	 */
	@Allowed
	@PostMapping
	@Operation(summary = "登记推送地址 · Register a webhook")
	Mono<ResponseEntity<Webhook>> register(@Valid @RequestBody Webhook.Registration input, Command command) {
		check(input.url(), input.types());
		UUID id = Ids.next();
		String secret = Signature.newSecret();
		Caller caller = command.caller();
		return this.commands
			.run(command, input,
					() -> this.webhooks.count(caller.subject(), this.settings.most())
						.filter((number) -> number < this.settings.most())
						.switchIfEmpty(Mono.error(() -> Refusal.conflict("too-many-webhooks",
								Text.of("每个用户最多 %d 个推送地址。", "At most %d webhooks each.", this.settings.most()))))
						.flatMap((number) -> this.webhooks.insert(id, caller.subject(), EventLog.names(caller.roles()),
								input, secret))
						.map((made) -> Answer.created(this.path + "/" + id, made.version(), "webhook/" + id, made)))
			.map((answer) -> show(answer, secret));
	}

	/**
	 * The caller's webhooks; an administrator or operator sees all.
	 */
	@Allowed
	@GetMapping
	@Operation(summary = "推送地址列表 · Webhooks")
	Mono<ResponseEntity<Object>> list(ListRequest request, Caller caller) {
		return this.listings.restricted(request, "webhooks",
				(page) -> this.webhooks.list(seesAll(caller) ? null : caller.subject(), page));
	}

	/**
	 * One webhook.
	 */
	@Allowed
	@GetMapping("/{id}")
	@Operation(summary = "推送地址 · One webhook")
	Mono<ResponseEntity<Webhook>> one(@PathVariable UUID id, Caller caller) {
		return owned(id, caller).map((webhook) -> Reads.restricted(webhook.version(), webhook));
	}

	/**
	 * Changes a webhook; needs {@code If-Match}. A webhook set to ACTIVE goes on where it
	 * stopped.
	 */
	@Allowed
	@PutMapping("/{id}")
	@Operation(summary = "修改推送地址 · Change a webhook")
	Mono<ResponseEntity<Webhook>> change(@PathVariable UUID id, @Valid @RequestBody Webhook.Change input,
			Command command) {
		check(input.url(), input.types());
		if (input.state() == Webhook.State.FAILING) {
			throw Refusal.invalid("/state", Text.of("可取：ACTIVE, PAUSED。", "One of: ACTIVE, PAUSED."));
		}
		Caller caller = command.caller();
		return this.commands.run(command, input, () -> owned(id, caller).flatMap((webhook) -> {
			Webhook.State state = (input.state() != null) ? input.state() : webhook.state();
			return this.webhooks
				.update(id, command.requiredVersion(), input, state, caller.subject(), EventLog.names(caller.roles()))
				.switchIfEmpty(stale(id));
		}).map((changed) -> Answer.changed(changed.version(), "webhook/" + id, changed)));
	}

	/**
	 * Changes the secret; needs {@code If-Match}. The answer shows the new one, once. For
	 * a day messages are signed with both.
	 */
	@Allowed
	@PostMapping("/{id}/rotate-secret")
	@Operation(summary = "更换签名密钥 · A new signing secret")
	Mono<ResponseEntity<Webhook>> rotate(@PathVariable UUID id, Command command) {
		String secret = Signature.newSecret();
		return this.commands
			.run(command, id,
					() -> owned(id, command.caller())
						.flatMap((webhook) -> this.webhooks
							.rotate(id, command.requiredVersion(), secret, this.settings.overlap())
							.switchIfEmpty(stale(id)))
						.map((changed) -> Answer.changed(changed.version(), "webhook/" + id, changed)))
			.map((answer) -> show(answer, secret));
	}

	/**
	 * Removes a webhook and its deliveries; needs {@code If-Match}.
	 */
	@Allowed
	@DeleteMapping("/{id}")
	@Operation(summary = "删除推送地址 · Remove a webhook")
	Mono<ResponseEntity<Void>> remove(@PathVariable UUID id, Command command) {
		return this.commands.run(command, id,
				() -> owned(id, command.caller())
					.flatMap((webhook) -> this.webhooks.delete(id, command.requiredVersion()))
					.filter((removed) -> removed)
					.switchIfEmpty(stale(id).thenReturn(true))
					.thenReturn(Answer.gone("webhook/" + id)));
	}

	/**
	 * The deliveries of a webhook, the newest first, kept for 30 days.
	 */
	@Allowed
	@GetMapping("/{id}/deliveries")
	@Operation(summary = "推送记录 · Deliveries")
	Mono<ResponseEntity<Object>> deliveries(@PathVariable UUID id,
			@ParameterObject @ModelAttribute Delivery.Filter filter, ListRequest request, Caller caller) {
		return owned(id, caller).flatMap((webhook) -> this.listings.restricted(request, "deliveries",
				(page) -> this.webhooks.deliveries(id, filter, page)));
	}

	/**
	 * One delivery.
	 */
	@Allowed
	@GetMapping("/{id}/deliveries/{deliveryId}")
	@Operation(summary = "一次推送 · One delivery")
	Mono<ResponseEntity<Delivery>> delivery(@PathVariable UUID id, @PathVariable UUID deliveryId, Caller caller) {
		return owned(id, caller).then(Mono.defer(() -> found(id, deliveryId)))
			.map((delivery) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(delivery));
	}

	/**
	 * Sends an event again, out of turn and once, under the same {@code webhook-id}.
	 * Answers 202 with the delivery to look after.
	 */
	@Allowed
	@PostMapping("/{id}/deliveries/{deliveryId}/resend")
	@Operation(summary = "重新推送 · Deliver again")
	Mono<ResponseEntity<Delivery>> resend(@PathVariable UUID id, @PathVariable UUID deliveryId, Command command) {
		return this.commands.run(command, deliveryId,
				() -> owned(id, command.caller()).then(Mono.defer(() -> found(id, deliveryId)))
					.flatMap((old) -> this.webhooks.ask(id,
							(old.kind() == Delivery.Kind.TEST) ? Delivery.Kind.TEST : Delivery.Kind.RESEND,
							old.messageId(), old.type()))
					.map((delivery) -> accepted(id, delivery)));
	}

	/**
	 * Sends a message of type {@code webhook.test}, once. Answers 202 with the delivery
	 * to look after.
	 */
	@Allowed
	@PostMapping("/{id}/test")
	@Operation(summary = "测试推送 · Deliver a test")
	Mono<ResponseEntity<Delivery>> test(@PathVariable UUID id, Command command) {
		return this.commands.run(command, id,
				() -> owned(id, command.caller())
					.flatMap((webhook) -> this.webhooks.ask(id, Delivery.Kind.TEST, Ids.next(), TEST))
					.map((delivery) -> accepted(id, delivery)));
	}

	private Answer<Delivery> accepted(UUID id, Delivery delivery) {
		return new Answer<>(HttpStatus.ACCEPTED, Optional.of(delivery),
				Optional.of(this.path + "/" + id + "/deliveries/" + delivery.id()), OptionalLong.empty(),
				"webhook/" + id);
	}

	private Mono<Webhook> owned(UUID id, Caller caller) {
		return this.webhooks.find(id)
			.filter((webhook) -> webhook.owner().equals(caller.subject()) || seesAll(caller))
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个推送地址。", "There is no such webhook."))));
	}

	private Mono<Delivery> found(UUID id, UUID delivery) {
		return this.webhooks.delivery(id, delivery)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这次推送。", "There is no such delivery."))));
	}

	private Mono<Webhook> stale(UUID id) {
		return this.webhooks.find(id).flatMap((now) -> Mono.error(Refusal.stale(now.version())));
	}

	private static boolean seesAll(Caller caller) {
		return caller.has(Role.ADMINISTRATOR) || caller.has(Role.OPERATOR);
	}

	private static ResponseEntity<Webhook> show(ResponseEntity<Webhook> answer, String secret) {
		Webhook body = answer.getBody();
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.cacheControl(CacheControl.noStore())
			.body((body != null) ? body.withSecret(secret) : null);
	}

	/**
	 * Names are looked up when they are called; what is written out as a number is seen
	 * here already.
	 */
	private void check(String url, @Nullable List<String> types) {
		TypeFilter.of("/types", (types != null) ? types : List.of());
		try {
			URI uri = new URI(url);
			boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
			String host = uri.getHost();
			if (!web || host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
				throw refused();
			}
			boolean closed = host.equalsIgnoreCase("localhost") || host.startsWith("[") || host.matches("[0-9.]+");
			if (closed && !this.settings.allowPrivate() && !(isNumber(host) && this.guard.allows(literal(host)))) {
				throw refused();
			}
		}
		catch (URISyntaxException ex) {
			throw refused();
		}
	}

	private static boolean isNumber(String host) {
		return host.startsWith("[") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
	}

	private static InetAddress literal(String host) {
		return InetAddress.ofLiteral(host.replace("[", "").replace("]", ""));
	}

	private static Refusal refused() {
		return Refusal.invalid("/url", Text.of("须为互联网上的 http 或 https 地址，不含用户名和片段，不得指向内网。",
				"An http or https address on the open internet, without user and fragment."));
	}

}
