package renda.supervision.organ;

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
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

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
@RequestMapping("/api/v1/supervision/organs")
@Tag(name = "organs", description = "机关与部门：按日期的名称、区划、隶属，以及谁监督谁")
class OrganController {

	private final Organs organs;

	private final OrganRegister register;

	private final SupervisionLinks links;

	private final Commands commands;

	private final Listings listings;

	private final Clock clock;

	OrganController(Organs organs, OrganRegister register, SupervisionLinks links, Commands commands, Listings listings,
			Clock clock) {
		this.organs = organs;
		this.register = register;
		this.links = links;
		this.commands = commands;
		this.listings = listings;
		this.clock = clock;
	}

	@Public
	@GetMapping
	@Operation(summary = "机关列表 · The organs that exist on a day",
			description = "on: the day, today unless told. Filters: kind, area, parent, code; q searches names.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Organ.Filter filter, ListRequest request) {
		LocalDate on = on(filter.on());
		return this.listings.open(request, "organs", (page) -> this.organs.find(filter, on, page));
	}

	@Public
	@GetMapping("/{id}")
	@Operation(summary = "机关 · One organ as it stands on a day")
	Mono<ResponseEntity<Organ>> one(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on) {
		return found(id, on(on)).map((organ) -> Reads.open(organ.version(), organ));
	}

	@Public
	@GetMapping("/{id}/history")
	@Operation(summary = "沿革 · The names, areas and places of an organ, by date")
	Mono<ResponseEntity<List<Organ.Period>>> history(@PathVariable UUID id) {
		return found(id, on(null))
			.flatMap((organ) -> this.organs.periods(id).collectList().map((all) -> Reads.open(organ.version(), all)));
	}

	@Public
	@GetMapping("/{id}/supervision")
	@Operation(summary = "监督关系 · Whom an organ supervises and who supervises it, on a day")
	Mono<ResponseEntity<SupervisionLinks.Around>> supervision(@PathVariable UUID id,
			@RequestParam(required = false) @Nullable LocalDate on) {
		return found(id, on(on)).flatMap((organ) -> this.links.around(organ.id(), on(on)))
			.map((around) -> ResponseEntity.ok(around));
	}

	@Allowed({ Role.GENERAL_OFFICE, Role.PERSONNEL_OFFICE, Role.ADMINISTRATOR })
	@PostMapping
	@Operation(summary = "登记机关 · Register an organ", description = "409 code-taken where the code is in use.")
	Mono<ResponseEntity<Organ>> register(@Valid @RequestBody Organ.Registration body, Command command) {
		return this.commands.run(command, body, () -> this.register.register(body)
			.map((organ) -> Answer.created(path(organ.id()), organ.version(), subject(organ.id()), organ)));
	}

	@Allowed({ Role.GENERAL_OFFICE, Role.PERSONNEL_OFFICE, Role.ADMINISTRATOR })
	@PostMapping("/{id}/change")
	@Operation(summary = "变更 · A new name, area or place from a day on; If-Match required")
	Mono<ResponseEntity<Organ>> change(@PathVariable UUID id, @Valid @RequestBody Organ.Change body, Command command) {
		return this.commands.run(command, body, () -> this.register.change(id, command.requiredVersion(), body)
			.map((organ) -> Answer.changed(organ.version(), subject(id), organ)));
	}

	@Allowed({ Role.GENERAL_OFFICE, Role.PERSONNEL_OFFICE, Role.ADMINISTRATOR })
	@PostMapping("/{id}/abolish")
	@Operation(summary = "撤销 · The end of an organ, with its successor; If-Match required",
			description = "409 already-abolished.")
	Mono<ResponseEntity<Organ>> abolish(@PathVariable UUID id, @Valid @RequestBody Organ.Abolition body,
			Command command) {
		return this.commands.run(command, body, () -> this.register.abolish(id, command.requiredVersion(), body)
			.map((organ) -> Answer.changed(organ.version(), subject(id), organ)));
	}

	@Allowed({ Role.GENERAL_OFFICE, Role.COUNCIL, Role.ADMINISTRATOR })
	@PostMapping("/{id}/supervision")
	@Operation(summary = "建立监督关系 · This organ supervises another from a day on",
			description = "Body: the supervised organ's code, the day, the basis.")
	Mono<ResponseEntity<SupervisionLinks.Around>> supervise(@PathVariable UUID id,
			@Valid @RequestBody SupervisionLinks.Link body, Command command) {
		return this.commands.run(command, body,
				() -> found(id, body.from()).flatMap((organ) -> this.links.add(organ, body))
					.then(Mono.defer(() -> this.links.around(id, body.from())))
					.map((around) -> Answer.done(subject(id), around)));
	}

	private Mono<Organ> found(UUID id, LocalDate on) {
		return this.organs.byId(id, on)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个机关。", "There is no such organ."))));
	}

	private LocalDate on(@Nullable LocalDate day) {
		return Objects.requireNonNullElseGet(day, () -> LocalDate.now(this.clock));
	}

	private static String path(UUID id) {
		return "/api/v1/supervision/organs/" + id;
	}

	private static String subject(UUID id) {
		return "organ/" + id;
	}

}
