package renda.legislation.regulation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
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

/**
 * The register: regulations and their versions (法规库).
 */
@Tag(name = "法规库", description = "Regulations, versions and what is in force on a day")
@RestController
@RequestMapping("/api/v1/legislation/regulations")
class RegulationController {

	private final Regulations regulations;

	private final Versions versions;

	private final References references;

	private final Register register;

	private final Commands commands;

	private final Listings listings;

	private final Clock clock;

	RegulationController(Regulations regulations, Versions versions, References references, Register register,
			Commands commands, Listings listings, Clock clock) {
		this.regulations = regulations;
		this.versions = versions;
		this.references = references;
		this.register = register;
		this.commands = commands;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Regulations as they are on a day. Sorts: {@code title}, {@code -title},
	 * {@code -modified}.
	 */
	@Operation(summary = "法规列表 · Regulations as they are on a day")
	@Public
	@GetMapping
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Regulation.Filter filter, ListRequest request) {
		LocalDate on = day(filter.on());
		return this.listings.open(request, "regulations", (page) -> this.regulations.find(filter, on, page));
	}

	/**
	 * One regulation as it is on a day; 404 where there is none.
	 */
	@Operation(summary = "一部法规 · One regulation, with its status on a day")
	@Public
	@GetMapping("/{id}")
	Mono<ResponseEntity<Regulation>> one(@PathVariable UUID id,
			@RequestParam(required = false) @Nullable LocalDate on) {
		return found(id, day(on)).map((regulation) -> Reads.open(regulation.version(), regulation));
	}

	/**
	 * All versions of a regulation, the oldest first, each with its status on a day.
	 */
	@Operation(summary = "版本沿革 · All versions, the oldest first")
	@Public
	@GetMapping("/{id}/versions")
	Mono<ResponseEntity<List<RegulationVersion>>> versions(@PathVariable UUID id,
			@RequestParam(required = false) @Nullable LocalDate on) {
		LocalDate day = day(on);
		return found(id, day)
			.flatMap((regulation) -> this.versions.of(id, day).map((all) -> Reads.open(regulation.version(), all)));
	}

	/**
	 * One version of a regulation.
	 */
	@Operation(summary = "一个版本 · One version")
	@Public
	@GetMapping("/{id}/versions/{versionId}")
	Mono<ResponseEntity<RegulationVersion>> version(@PathVariable UUID id, @PathVariable UUID versionId) {
		return this.versions.one(versionId, day(null))
			.filter((version) -> version.regulationId().equals(id))
			.switchIfEmpty(Mono.error(Register::noVersion))
			.map((version) -> ResponseEntity.ok()
				.cacheControl(org.springframework.http.CacheControl.maxAge(Reads.FRESH).cachePublic())
				.body(version));
	}

	/**
	 * All texts ever entered for a version: the current one, and those put right since,
	 * with the reason.
	 */
	@Operation(summary = "文本记录 · The texts entered for a version, corrections with their reason")
	@Public
	@GetMapping("/{id}/versions/{versionId}/texts")
	Mono<List<Versions.TextEntry>> texts(@PathVariable UUID id, @PathVariable UUID versionId) {
		return this.versions.one(versionId, day(null))
			.filter((version) -> version.regulationId().equals(id))
			.switchIfEmpty(Mono.error(Register::noVersion))
			.flatMap((version) -> this.versions.entries(versionId));
	}

	/**
	 * What a change touches: the texts in force on a day that refer to this regulation,
	 * by article, and the normative documents filed for review that do. Before a repeal
	 * or an amendment, this is the list to go through.
	 */
	@Operation(summary = "影响范围 · Texts in force that refer to this regulation, by article")
	@Public
	@GetMapping("/{id}/impact")
	Mono<ResponseEntity<Object>> impact(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on,
			ListRequest request) {
		LocalDate day = day(on);
		return found(id, day).flatMap((regulation) -> this.listings.open(request, "impact",
				(page) -> this.references.impact(regulation, day, page)));
	}

	/**
	 * Registers the text of a new regulation. 409 where the title is known, 422 where the
	 * text is no regulation.
	 */
	@Operation(summary = "登记法规 · Register a new regulation with its text")
	@Allowed({ Role.LEGISLATIVE_OFFICE })
	@PostMapping
	Mono<ResponseEntity<Regulation>> register(@Valid @RequestBody Registration.NewRegulation input, Command command) {
		return this.commands.run(command, input, () -> this.register.register(input).flatMap(this::created));
	}

	/**
	 * Enters an act on a regulation, with the text it leaves where that is known. Needs
	 * {@code If-Match}.
	 */
	@Operation(summary = "登记修改 · Enter an amendment, a revision or an interpretation")
	@Allowed({ Role.LEGISLATIVE_OFFICE })
	@PostMapping("/{id}/versions")
	Mono<ResponseEntity<Regulation>> add(@PathVariable UUID id, @Valid @RequestBody Registration.NewVersion input,
			Command command) {
		return this.commands.run(command, input,
				() -> this.register.add(id, command.requiredVersion(), input).flatMap(this::created));
	}

	/**
	 * Enters the repeal of a regulation. Needs {@code If-Match}.
	 */
	@Operation(summary = "登记废止 · Enter the repeal of a regulation")
	@Allowed({ Role.LEGISLATIVE_OFFICE })
	@PostMapping("/{id}/repeal")
	Mono<ResponseEntity<Regulation>> repeal(@PathVariable UUID id, @Valid @RequestBody Registration.Repeal input,
			Command command) {
		return this.commands.run(command, input,
				() -> this.register.repeal(id, command.requiredVersion(), input).flatMap(this::changed));
	}

	/**
	 * Puts a version right or completes it, as when the approval is given. The earlier
	 * text and facts are kept. Needs {@code If-Match} of the regulation.
	 */
	@Operation(summary = "更正 · Put a version right, with a reason; record its approval")
	@Allowed({ Role.LEGISLATIVE_OFFICE })
	@PostMapping("/{id}/versions/{versionId}/correction")
	Mono<ResponseEntity<Regulation>> correct(@PathVariable UUID id, @PathVariable UUID versionId,
			@Valid @RequestBody Registration.Correction input, Command command) {
		return this.commands.run(command, input,
				() -> this.register.correct(id, versionId, command.requiredVersion(), input, command.caller())
					.flatMap(this::changed));
	}

	private Mono<Answer<Regulation>> created(Register.Written written) {
		return written(written).map((regulation) -> new Answer<>(HttpStatus.CREATED, java.util.Optional.of(regulation),
				java.util.Optional.of("/api/v1/legislation/regulations/" + regulation.id()),
				java.util.OptionalLong.of(regulation.version()), "regulation/" + regulation.id()));
	}

	private Mono<Answer<Regulation>> changed(Register.Written written) {
		return written(written)
			.map((regulation) -> Answer.changed(regulation.version(), "regulation/" + regulation.id(), regulation));
	}

	private Mono<Regulation> written(Register.Written written) {
		return found(written.regulationId(), day(null));
	}

	private Mono<Regulation> found(UUID id, LocalDate on) {
		return this.regulations.one(id, on).switchIfEmpty(Mono.error(Register::noRegulation));
	}

	private LocalDate day(@Nullable LocalDate on) {
		return Days.of(on, this.clock);
	}

}
