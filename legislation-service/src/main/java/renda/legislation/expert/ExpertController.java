package renda.legislation.expert;

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
import renda.platform.audit.AuditTrail;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Reads;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The experts of the legislative advisory committee.
 */
@RestController
@RequestMapping("/api/v1/legislation/experts")
@Tag(name = "experts", description = "立法咨询委员会专家：按届选聘，分领域")
class ExpertController {

	private final LedgerDesk<Expert> desk;

	private final ExpertFiles files;

	private final Commands commands;

	private final AuditTrail audit;

	ExpertController(LedgerDesks desks, ExpertFiles files, Commands commands, AuditTrail audit) {
		this.desk = desks.of(Experts.LEDGER);
		this.files = files;
		this.commands = commands;
		this.audit = audit;
	}

	/**
	 * The experts, public; how to reach them is not told here. {@code term} and
	 * {@code activeOn} give the committee of a day.
	 */
	@Public
	@GetMapping
	@Operation(summary = "立法咨询专家列表 · The experts")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Expert.Filter filter, ListRequest request) {
		return this.desk.list(filter, request);
	}

	/**
	 * One expert; 404 where there is none.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "立法咨询专家 · One expert")
	Mono<ResponseEntity<LedgerEntry<Expert>>> one(@PathVariable UUID id) {
		return this.desk.one(id);
	}

	/**
	 * Enters an appointment by the chairpersons' council. 409 where the same person of
	 * the same unit is appointed for that term already.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping
	@Operation(summary = "登记选聘 · Enter the appointment of an expert for a term")
	Mono<ResponseEntity<LedgerEntry<Expert>>> enter(@Valid @RequestBody Expert body, Command command) {
		return this.desk.enter(body, command);
	}

	/**
	 * Changes an appointment, enters a declaration, or ends the appointment by
	 * {@code until}; the version before is kept. 412, 428.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping("/{id}/corrections")
	@Operation(summary = "变更、更正或解聘 · Change or end an appointment; If-Match required")
	Mono<ResponseEntity<LedgerEntry<Expert>>> correct(@PathVariable UUID id,
			@Valid @RequestBody LedgerCorrection<Expert> body, Command command) {
		return this.desk.correct(id, body, command);
	}

	/**
	 * Takes out an appointment that was entered by mistake, and destroys its file.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping("/{id}/removal")
	@Operation(summary = "移除误登记的选聘 · Take out what was entered by mistake; If-Match required")
	Mono<ResponseEntity<Void>> remove(@PathVariable UUID id, @Valid @RequestBody LedgerRemoval body, Command command) {
		return this.desk.remove(id, body, command);
	}

	/**
	 * All versions of an appointment, with the reasons; also of one that was removed.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE, Role.COUNCIL, Role.ADMINISTRATOR })
	@GetMapping("/{id}/versions")
	@Operation(summary = "变更记录 · All versions, the oldest first")
	Mono<ResponseEntity<List<LedgerVersion<Expert>>>> versions(@PathVariable UUID id) {
		return this.desk.versions(id);
	}

	/**
	 * How to reach an expert, and what he or she declared. It is encrypted at rest, and
	 * who opens it is on record in the audit trail first. 404 where there is no file.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@GetMapping("/{id}/file")
	@Operation(summary = "专家联系资料 · How to reach an expert; each look is recorded")
	Mono<ResponseEntity<ExpertFile>> file(@PathVariable UUID id, Command command) {
		return this.desk.one(id)
			.then(Mono.defer(() -> this.audit.read(command, "expert/" + id)))
			.then(Mono.defer(() -> this.files.of(id)))
			.map((kept) -> Reads.restricted(kept.version(), kept.file()));
	}

	/**
	 * Keeps how to reach an expert, and what he or she declared, in place of what was
	 * kept before: then 412 where somebody was faster, 428 without {@code If-Match}. 503
	 * no-encryption-key where nothing can be kept.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PutMapping("/{id}/file")
	@Operation(summary = "保存专家联系资料 · Keep how to reach an expert, encrypted; If-Match where something is kept")
	Mono<ResponseEntity<Void>> keep(@PathVariable UUID id, @Valid @RequestBody ExpertFile body, Command command) {
		return this.commands.run(command, body,
				() -> this.desk.one(id)
					.then(Mono.defer(() -> this.files.keep(id, body, command::requiredVersion)))
					.thenReturn(Answer.<Void>gone("expert/" + id)));
	}

}
