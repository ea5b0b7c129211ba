package renda.legislation.ledger;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.security.Admission;
import renda.platform.security.Admits;
import renda.platform.security.AllowedAs;
import renda.platform.web.ListRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * The endpoints of a ledger, for those whom the ledger names. A feature adds its path,
 * and what it has to say about its lines.
 *
 * @param <R> the record of a line
 * @param <F> the record of what its list filters by
 */
public abstract class LedgerController<R extends Record & Line, F extends Record> implements Admits {

	private final Ledger<R> ledger;

	private final LedgerDesk<R> desk;

	protected LedgerController(Ledger<R> ledger, LedgerDesks desks) {
		this.ledger = ledger;
		this.desk = desks.of(ledger);
	}

	@Override
	public Admission admission(AllowedAs.Part part) {
		return switch (part) {
			case READER -> this.ledger.open() ? Admission.everyone() : Admission.of(this.ledger.readers());
			case KEEPER -> Admission.of(this.ledger.keepers());
			case AUDITOR -> Admission.of(this.ledger.auditors());
		};
	}

	/**
	 * What the ledger calls its lines.
	 */
	Ledger<R> ledger() {
		return this.ledger;
	}

	/**
	 * Refuses a line that the feature does not take.
	 * @param at where the line stands in the body
	 */
	protected Mono<Void> check(R line, String at) {
		return Mono.empty();
	}

	/**
	 * Refuses to take out an entry that the feature needs.
	 */
	protected Mono<Void> checkRemoval(UUID id) {
		return Mono.empty();
	}

	/**
	 * The lines, the latest first; {@code q} searches. Filters by the members of the
	 * line, sorts by its day.
	 */
	@AllowedAs(AllowedAs.Part.READER)
	@GetMapping
	@Operation(summary = "列表 · The lines")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute F filter, ListRequest request) {
		return this.desk.list(filter, request);
	}

	/**
	 * One entry with its {@code ETag}; 404 where there is none.
	 */
	@AllowedAs(AllowedAs.Part.READER)
	@GetMapping("/{id}")
	@Operation(summary = "一条记录 · One entry")
	protected Mono<ResponseEntity<LedgerEntry<R>>> one(@PathVariable UUID id) {
		return this.desk.one(id);
	}

	/**
	 * Enters a line. 400 with pointers for bad input, 409 already-entered with the entry
	 * that is there.
	 */
	@AllowedAs(AllowedAs.Part.KEEPER)
	@PostMapping
	@Operation(summary = "登记 · Enter a line")
	Mono<ResponseEntity<LedgerEntry<R>>> enter(@Valid @RequestBody R body, Command command) {
		return this.desk.enter(body, command, () -> check(body, ""));
	}

	/**
	 * Puts an entry right, or ends it: the whole line as it is to be, and why it was not
	 * before. The version before is kept. 412 where somebody was faster, 428 without
	 * {@code If-Match}; 409 where another entry is that line already.
	 */
	@AllowedAs(AllowedAs.Part.KEEPER)
	@PostMapping("/{id}/corrections")
	@Operation(summary = "变更、更正 · Change an entry, put it right or end it, with the reason; If-Match required")
	Mono<ResponseEntity<LedgerEntry<R>>> correct(@PathVariable UUID id, @Valid @RequestBody LedgerCorrection<R> body,
			Command command) {
		return this.desk.correct(id, body, command, () -> check(body.line(), "/line"));
	}

	/**
	 * Takes out an entry that never should have been there. Lists of changes tell it as a
	 * tombstone, its versions stay. 409 in-use where something else rests on it.
	 */
	@AllowedAs(AllowedAs.Part.KEEPER)
	@PostMapping("/{id}/removal")
	@Operation(summary = "移除误登记的 · Take out what was entered by mistake, with the reason; If-Match required")
	Mono<ResponseEntity<Void>> remove(@PathVariable UUID id, @Valid @RequestBody LedgerRemoval body, Command command) {
		return this.desk.remove(id, body, command, () -> checkRemoval(id));
	}

	/**
	 * All versions of an entry with who wrote them and why, the oldest first; also of one
	 * that was removed.
	 */
	@AllowedAs(AllowedAs.Part.AUDITOR)
	@GetMapping("/{id}/versions")
	@Operation(summary = "变更记录 · All versions of an entry, the oldest first")
	Mono<ResponseEntity<List<LedgerVersion<R>>>> versions(@PathVariable UUID id) {
		return this.desk.versions(id);
	}

}
