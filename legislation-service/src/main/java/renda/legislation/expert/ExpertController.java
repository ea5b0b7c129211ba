package renda.legislation.expert;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import reactor.core.publisher.Mono;
import renda.legislation.ledger.LedgerController;
import renda.legislation.ledger.LedgerDesks;
import renda.platform.audit.AuditTrail;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Role;
import renda.platform.web.Reads;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The experts of the legislative advisory committee. An appointment is ended by
 * {@code until}; with one that is taken out its file is destroyed. How to reach an expert
 * is in the file alone.
 */
@RestController
@RequestMapping(Experts.PATH)
@Tag(name = "experts", description = "立法咨询委员会专家：按届选聘，分领域")
class ExpertController extends LedgerController<Expert, Expert.Filter> {

	private final ExpertFiles files;

	private final Commands commands;

	private final AuditTrail audit;

	ExpertController(LedgerDesks desks, ExpertFiles files, Commands commands, AuditTrail audit) {
		super(Experts.LEDGER, desks);
		this.files = files;
		this.commands = commands;
		this.audit = audit;
	}

	/**
	 * How to reach an expert, and what he or she declared. It is encrypted at rest, and
	 * who opens it is on record in the audit trail first. 404 where there is no file.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@GetMapping("/{id}/file")
	@Operation(summary = "专家联系资料 · How to reach an expert; each look is recorded")
	Mono<ResponseEntity<ExpertFile>> file(@PathVariable UUID id, Command command) {
		return one(id).then(Mono.defer(() -> this.audit.read(command, "expert/" + id)))
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
				() -> one(id).then(Mono.defer(() -> this.files.keep(id, body, command::requiredVersion)))
					.thenReturn(Answer.<Void>gone("expert/" + id)));
	}

}
