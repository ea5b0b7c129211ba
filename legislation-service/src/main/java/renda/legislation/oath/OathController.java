package renda.legislation.oath;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/legislation")
@Tag(name = "oaths", description = "宪法宣誓：仪式的组织与宣誓人员（河南省国家工作人员宪法宣誓办法）")
class OathController {

	static final String CEREMONIES = "/api/v1/legislation/oath-ceremonies";

	static final String OATHS = "/api/v1/legislation/oaths";

	private final OathCeremonies ceremonies;

	private final OathRegister register;

	private final Commands commands;

	private final Listings listings;

	OathController(OathCeremonies ceremonies, OathRegister register, Commands commands, Listings listings) {
		this.ceremonies = ceremonies;
		this.register = register;
		this.commands = commands;
		this.listings = listings;
	}

	/**
	 * The ceremonies, the latest first.
	 */
	@Public
	@GetMapping("/oath-ceremonies")
	@Operation(summary = "宣誓仪式列表 · Ceremonies of the oath",
			description = "Filters: state, organiser, from, to (days), code.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute OathCeremony.Filter filter,
			ListRequest request) {
		return this.listings.open(request, "oath-ceremonies", (page) -> this.ceremonies.find(filter, page));
	}

	/**
	 * One ceremony with those who were asked to it and what came of it. 404 for none.
	 */
	@Public
	@GetMapping("/oath-ceremonies/{id}")
	@Operation(summary = "宣誓仪式 · One ceremony")
	Mono<ResponseEntity<OathCeremony>> one(@PathVariable UUID id) {
		return this.register.byId(id).map((ceremony) -> Reads.open(ceremony.version(), ceremony));
	}

	/**
	 * Plans a ceremony. 422 OATH-01 before the appointment is announced and for who
	 * leaves a post, OATH-03 or OATH-04 before another organiser, OATH-05 before the
	 * approval above, OATH-06 unless a group is led by one of them, OATH-02 for another
	 * text, OATH-09 where the oath for the post is taken (河南宪法宣誓办法 第二条至第八条).
	 */
	@Allowed({ Role.COUNCIL, Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE, Role.ORGAN })
	@PostMapping("/oath-ceremonies")
	@Operation(summary = "安排宣誓仪式 · Plan a ceremony")
	Mono<ResponseEntity<OathCeremony>> plan(@Valid @RequestBody OathCeremony.Plan body, Command command) {
		return this.commands.run(command, body,
				() -> this.register.plan(body, command.caller())
					.map((ceremony) -> Answer.created(CEREMONIES + "/" + ceremony.id(), ceremony.version(),
							subject(ceremony.id()), ceremony)));
	}

	/**
	 * Records that it was held: whoever is not named as missing swore, all in one change.
	 * 422 OATH-06 or OATH-07 unless it was held as the law has it.
	 */
	@Allowed({ Role.COUNCIL, Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE, Role.ORGAN })
	@PostMapping("/oath-ceremonies/{id}/hold")
	@Operation(summary = "登记宣誓 · Record a ceremony that was held; If-Match required")
	Mono<ResponseEntity<OathCeremony>> hold(@PathVariable UUID id, @Valid @RequestBody OathCeremony.Holding body,
			Command command) {
		return this.commands.run(command, body,
				() -> this.register.hold(id, command.requiredVersion(), body, command.caller())
					.map((ceremony) -> Answer.changed(ceremony.version(), subject(id), ceremony)));
	}

	/**
	 * Another day or place. 409 once it was held.
	 */
	@Allowed({ Role.COUNCIL, Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE, Role.ORGAN })
	@PostMapping("/oath-ceremonies/{id}/move")
	@Operation(summary = "改期 · Another day or place; If-Match required")
	Mono<ResponseEntity<OathCeremony>> move(@PathVariable UUID id, @Valid @RequestBody OathCeremony.Move body,
			Command command) {
		return this.commands.run(command, body,
				() -> this.register.move(id, command.requiredVersion(), body, command.caller())
					.map((ceremony) -> Answer.changed(ceremony.version(), subject(id), ceremony)));
	}

	/**
	 * It is not held; nobody is asked to it any more. 409 once it was held.
	 */
	@Allowed({ Role.COUNCIL, Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE, Role.ORGAN })
	@PostMapping("/oath-ceremonies/{id}/cancel")
	@Operation(summary = "取消 · It is not held; If-Match required")
	Mono<ResponseEntity<OathCeremony>> cancel(@PathVariable UUID id, @Valid @RequestBody OathCeremony.Cancellation body,
			Command command) {
		return this.commands.run(command, body,
				() -> this.register.cancel(id, command.requiredVersion(), body.reason(), command.caller())
					.map((ceremony) -> Answer.changed(ceremony.version(), subject(id), ceremony)));
	}

	/**
	 * Who swore, or was asked to: one person at one ceremony a row.
	 */
	@Public
	@GetMapping("/oaths")
	@Operation(summary = "宣誓人员列表 · Who swore, one person at one ceremony a row",
			description = "Filters: result, ceremony, appointment, person, organ, organClass, organiser, from, to; q searches names and posts.")
	Mono<ResponseEntity<Object>> oaths(@ParameterObject @ModelAttribute OathCeremony.OathFilter filter,
			ListRequest request) {
		return this.listings.open(request, "oaths", (page) -> this.ceremonies.findOaths(filter, page));
	}

	private static String subject(UUID id) {
		return "oath-ceremony/" + id;
	}

}
