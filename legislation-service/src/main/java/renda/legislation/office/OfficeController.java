package renda.legislation.office;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import reactor.core.publisher.Mono;
import renda.legislation.ledger.LedgerCorrection;
import renda.legislation.ledger.LedgerDesk;
import renda.legislation.ledger.LedgerEntry;
import renda.legislation.ledger.LedgerRemoval;
import renda.legislation.ledger.LedgerVersion;
import renda.legislation.ledger.Line;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * What all registers of the office have in common; each adds its list, whose filters are
 * its own.
 *
 * @param <R> the record of a line
 */
abstract class OfficeController<R extends Record & Line> {

	final LedgerDesk<R> desk;

	OfficeController(LedgerDesk<R> desk) {
		this.desk = desk;
	}

	/**
	 * Enters a line. 400 with pointers for bad input, 409 already-entered with the entry
	 * that is there.
	 */
	@Allowed(Role.GENERAL_OFFICE)
	@PostMapping
	@Operation(summary = "登记 · Enter a line")
	Mono<ResponseEntity<LedgerEntry<R>>> enter(@Valid @RequestBody R body, Command command) {
		return this.desk.enter(body, command);
	}

	/**
	 * Puts an entry right: the whole line as it is to be, and why it was not before. The
	 * version before is kept. 412 where somebody was faster, 428 without
	 * {@code If-Match}; 409 where another entry is that line already.
	 */
	@Allowed(Role.GENERAL_OFFICE)
	@PostMapping("/{id}/corrections")
	@Operation(summary = "更正 · Put an entry right, with the reason; If-Match required")
	Mono<ResponseEntity<LedgerEntry<R>>> correct(@PathVariable UUID id, @Valid @RequestBody LedgerCorrection<R> body,
			Command command) {
		return this.desk.correct(id, body, command);
	}

	/**
	 * Takes an entry out of its register. Lists of changes tell it as a tombstone, its
	 * versions stay. 409 in-use where entries of another register belong to it.
	 */
	@Allowed(Role.GENERAL_OFFICE)
	@PostMapping("/{id}/removal")
	@Operation(summary = "移除 · Take an entry out, with the reason; If-Match required")
	Mono<ResponseEntity<Void>> remove(@PathVariable UUID id, @Valid @RequestBody LedgerRemoval body, Command command) {
		return this.desk.remove(id, body, command);
	}

	/**
	 * All versions of an entry with who wrote them and why, the oldest first; also of one
	 * that was removed.
	 */
	@Allowed({ Role.GENERAL_OFFICE, Role.COUNCIL, Role.CHAIR })
	@GetMapping("/{id}/versions")
	@Operation(summary = "变更记录 · All versions of an entry, the oldest first")
	Mono<ResponseEntity<List<LedgerVersion<R>>>> versions(@PathVariable UUID id) {
		return this.desk.versions(id);
	}

	/**
	 * A register that everyone may read.
	 *
	 * @param <R> the record of a line
	 */
	abstract static class Open<R extends Record & Line> extends OfficeController<R> {

		Open(LedgerDesk<R> desk) {
			super(desk);
		}

		/**
		 * One entry with its {@code ETag}; 404 where there is none.
		 */
		@Public
		@GetMapping("/{id}")
		@Operation(summary = "一条记录 · One entry")
		Mono<ResponseEntity<LedgerEntry<R>>> one(@PathVariable UUID id) {
			return this.desk.one(id);
		}

	}

}
