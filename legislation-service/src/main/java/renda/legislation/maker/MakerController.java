package renda.legislation.maker;

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

@RestController
@RequestMapping(MakerConfiguration.PATH)
@Tag(name = "filing-makers", description = "制定机关名录：负有报送备案义务的机关（监督法 第三十九条，河南监督法办法 第四十八条）")
class MakerController {

	private final LedgerDesk<Maker> desk;

	MakerController(LedgerDesks desks) {
		this.desk = desks.of(MakerConfiguration.ROLL);
	}

	/**
	 * Lists the organs that file, by the day since when; {@code activeOn} those of one
	 * day.
	 */
	@Public
	@GetMapping
	@Operation(summary = "制定机关名录 · The organs that are obliged to file",
			description = "Filters: code, family, activeOn, sample; q searches name and code. Sorts: -day, day.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Maker.Filter filter, ListRequest request) {
		return this.desk.list(filter, request);
	}

	/**
	 * One organ with its {@code ETag}; 404 where there is none.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "一个制定机关 · One maker")
	Mono<ResponseEntity<LedgerEntry<Maker>>> one(@PathVariable UUID id) {
		return this.desk.one(id);
	}

	/**
	 * Puts an organ on the roll. 400 with pointers for bad input, 409 already-entered
	 * where it is on it since that day.
	 */
	@Allowed(Role.FILING_OFFICE)
	@PostMapping
	@Operation(summary = "列入名录 · Put an organ on the roll")
	Mono<ResponseEntity<LedgerEntry<Maker>>> enter(@Valid @RequestBody Maker body, Command command) {
		return this.desk.enter(body, command);
	}

	/**
	 * Puts a line right, or ends it: the whole line as it is to be, and why. The version
	 * before is kept. 412 where somebody was faster, 428 without {@code If-Match}.
	 */
	@Allowed(Role.FILING_OFFICE)
	@PostMapping("/{id}/corrections")
	@Operation(summary = "更正或者终止 · Put a line right or end it, with the reason; If-Match required")
	Mono<ResponseEntity<LedgerEntry<Maker>>> correct(@PathVariable UUID id,
			@Valid @RequestBody LedgerCorrection<Maker> body, Command command) {
		return this.desk.correct(id, body, command);
	}

	/**
	 * Takes off a line that never should have been there; its versions stay.
	 */
	@Allowed(Role.FILING_OFFICE)
	@PostMapping("/{id}/removal")
	@Operation(summary = "移除 · Take a line off, with the reason; If-Match required")
	Mono<ResponseEntity<Void>> remove(@PathVariable UUID id, @Valid @RequestBody LedgerRemoval body, Command command) {
		return this.desk.remove(id, body, command);
	}

	/**
	 * All versions of a line with who wrote them and why, the oldest first.
	 */
	@Allowed(Role.FILING_OFFICE)
	@GetMapping("/{id}/versions")
	@Operation(summary = "变更记录 · All versions of a line, the oldest first")
	Mono<ResponseEntity<List<LedgerVersion<Maker>>>> versions(@PathVariable UUID id) {
		return this.desk.versions(id);
	}

}
