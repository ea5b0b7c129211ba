package renda.legislation.contact;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.ledger.LedgerCorrection;
import renda.legislation.ledger.LedgerDesk;
import renda.legislation.ledger.LedgerDesks;
import renda.legislation.ledger.LedgerEntry;
import renda.legislation.ledger.LedgerRemoval;
import renda.legislation.ledger.LedgerVersion;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
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
 * The register of contact points (立法法 第九十条).
 */
@RestController
@RequestMapping("/api/v1/legislation/contact-points")
@Tag(name = "contact-points", description = "基层立法联系点（立法法 第九十条，地方组织法 第六十条）")
class ContactPointController {

	private final LedgerDesk<ContactPoint> desk;

	private final ContactPoints points;

	ContactPointController(LedgerDesks desks, ContactPoints points) {
		this.points = points;
		this.desk = desks.of(ContactPoints.LEDGER);
	}

	/**
	 * The contact points, public. {@code activeOn} gives those that work on a day.
	 */
	@Public
	@GetMapping
	@Operation(summary = "基层立法联系点列表 · The contact points")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute ContactPoint.Filter filter,
			ListRequest request) {
		return this.desk.list(filter, request);
	}

	/**
	 * One contact point; 404 where there is none.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "基层立法联系点 · One contact point")
	Mono<ResponseEntity<LedgerEntry<ContactPoint>>> one(@PathVariable UUID id) {
		return this.desk.one(id);
	}

	/**
	 * Sets up a contact point. 409 where the code is taken; 400 for bad input.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping
	@Operation(summary = "设立联系点 · Set up a contact point (立法法 第九十条)")
	Mono<ResponseEntity<LedgerEntry<ContactPoint>>> enter(@Valid @RequestBody ContactPoint body, Command command) {
		return this.desk.enter(body, command);
	}

	/**
	 * Changes a contact point, or ends it by {@code until}; the version before is kept.
	 * 412 where somebody was faster, 428 without {@code If-Match}.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping("/{id}/corrections")
	@Operation(summary = "变更、更正或撤销联系点 · Change a contact point, or end it; If-Match required")
	Mono<ResponseEntity<LedgerEntry<ContactPoint>>> correct(@PathVariable UUID id,
			@Valid @RequestBody LedgerCorrection<ContactPoint> body, Command command) {
		return this.desk.correct(id, body, command);
	}

	/**
	 * Takes out a contact point that was entered by mistake. 409 in-use where it was
	 * asked for an opinion: end it then.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping("/{id}/removal")
	@Operation(summary = "移除误登记的联系点 · Take out what was entered by mistake; If-Match required")
	Mono<ResponseEntity<Void>> remove(@PathVariable UUID id, @Valid @RequestBody LedgerRemoval body, Command command) {
		return this.desk.remove(id, body, command, () -> this.points.requireUnheard(id));
	}

	/**
	 * All versions of a contact point, with the reasons; also of one that was removed.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE, Role.COUNCIL, Role.ADMINISTRATOR })
	@GetMapping("/{id}/versions")
	@Operation(summary = "变更记录 · All versions, the oldest first")
	Mono<ResponseEntity<List<LedgerVersion<ContactPoint>>>> versions(@PathVariable UUID id) {
		return this.desk.versions(id);
	}

}
