package renda.legislation.slate;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import reactor.core.publisher.Mono;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Slates.PATH)
@Tag(name = "appointments", description = "人事任免：从提请到宣誓就职（地方组织法 第三十二条、第五十条）")
class SlateController {

	private final Slates slates;

	private final Commands commands;

	SlateController(Slates slates, Commands commands) {
		this.slates = slates;
		this.commands = commands;
	}

	/**
	 * Puts appointments on a list that is voted on together. 422 APT-17 (深圳任免条例 第十九条)
	 * where one of them has to be voted on alone; then none is on it.
	 */
	@Allowed(Role.COUNCIL)
	@PostMapping
	@Operation(summary = "合并表决名单 · A list that is voted on together, where nobody objects")
	Mono<ResponseEntity<Slates.Slate>> together(@Valid @RequestBody Slates.SlateMaking body, Command command) {
		return this.commands.run(command, body,
				() -> this.slates.make(body, command.caller())
					.map((slate) -> Answer.created(Slates.PATH + "/" + slate.id(), 1, "appointment-slate/" + slate.id(),
							slate)));
	}

	/**
	 * One list with those who are on it now.
	 */
	@Allowed({ Role.COUNCIL, Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE, Role.MEMBER, Role.CHAIR })
	@GetMapping("/{id}")
	@Operation(summary = "合并表决名单 · One list")
	Mono<Slates.Slate> slate(@PathVariable UUID id) {
		return this.slates.byId(id)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这份名单。", "There is no such list."))));
	}

}
