package renda.legislation.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import reactor.core.publisher.Mono;
import renda.legislation.registration.Keeper.Written;
import renda.legislation.regulation.Regulation;
import renda.legislation.regulation.Regulations;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Role;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the legislative office writes into the register by hand.
 */
@Tag(name = "法规库", description = "Regulations, versions and what is in force on a day")
@RestController
@RequestMapping("/api/v1/legislation/regulations")
class RegistrationController {

	private final Keeper keeper;

	private final Regulations regulations;

	private final Commands commands;

	private final Clock clock;

	RegistrationController(Keeper keeper, Regulations regulations, Commands commands, Clock clock) {
		this.keeper = keeper;
		this.regulations = regulations;
		this.commands = commands;
		this.clock = clock;
	}

	/**
	 * Registers the text of a new regulation. 409 where the title is known, 422 where the
	 * text is no regulation.
	 */
	@Operation(summary = "登记法规 · Register a new regulation with its text")
	@Allowed({ Role.LEGISLATIVE_OFFICE })
	@PostMapping
	Mono<ResponseEntity<Regulation>> register(@Valid @RequestBody Registration.NewRegulation input, Command command) {
		return this.commands.run(command, input, () -> this.keeper.register(input).flatMap(this::created));
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
				() -> this.keeper.add(id, command.requiredVersion(), input).flatMap(this::created));
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
				() -> this.keeper.repeal(id, command.requiredVersion(), input).flatMap(this::changed));
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
				() -> this.keeper.correct(id, versionId, command.requiredVersion(), input, command.caller())
					.flatMap(this::changed));
	}

	private Mono<Answer<Regulation>> created(Written written) {
		return written(written).map((regulation) -> new Answer<>(HttpStatus.CREATED, Optional.of(regulation),
				Optional.of("/api/v1/legislation/regulations/" + regulation.id()),
				OptionalLong.of(regulation.version()), "regulation/" + regulation.id()));
	}

	private Mono<Answer<Regulation>> changed(Written written) {
		return written(written)
			.map((regulation) -> Answer.changed(regulation.version(), "regulation/" + regulation.id(), regulation));
	}

	private Mono<Regulation> written(Written written) {
		return this.regulations.existing(written.regulationId(), LocalDate.now(this.clock));
	}

}
