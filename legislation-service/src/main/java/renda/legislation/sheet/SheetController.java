package renda.legislation.sheet;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import reactor.core.publisher.Mono;
import renda.legislation.ballot.VisibleBallots;
import renda.platform.security.Public;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(VisibleBallots.PATH)
@Tag(name = "ballot-sheets", description = "表决结果单：可核验")
class SheetController {

	private final ResultSheets sheets;

	SheetController(ResultSheets sheets) {
		this.sheets = sheets;
	}

	/**
	 * The signed result sheet: roll, votes or totals, rule, outcome. 404 before the
	 * outcome is announced.
	 */
	@Public
	@GetMapping(path = "/{id}/sheet", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "表决结果单 · Result sheet, signed")
	Mono<ResponseEntity<ResultSheets.Sheet>> sheet(@PathVariable UUID id) {
		return found(id).map((sheet) -> Reads.open(1, sheet));
	}

	/**
	 * The same to be printed and signed by hand.
	 */
	@Public
	@GetMapping(path = "/{id}/sheet", produces = MediaType.TEXT_HTML_VALUE)
	@Operation(summary = "表决结果单 · Result sheet, to be printed")
	Mono<ResponseEntity<String>> printed(@PathVariable UUID id) {
		return found(id).map((sheet) -> ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Reads.FRESH).cachePublic())
			.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
			.body(SheetPage.of(sheet)));
	}

	private Mono<ResultSheets.Sheet> found(UUID id) {
		return this.sheets.of(id)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这份表决结果单；结果宣布之后才有。",
					"There is no such sheet; there is one once the outcome is announced."))));
	}

	/**
	 * The public key that sheets are signed with, for checking them elsewhere.
	 */
	@Public
	@GetMapping("/sheet-key")
	@Operation(summary = "表决结果单公钥 · Public key of the result sheets")
	Mono<ResultSheets.PublicKeyShown> key() {
		return Mono.fromSupplier(this.sheets::publicKey);
	}

	/**
	 * Says whether a sheet is genuine and unchanged: its digest, its signature, and
	 * whether it is the one on record.
	 */
	@Public
	@PostMapping("/verify")
	@Operation(summary = "核验表决结果单 · Check a result sheet")
	Mono<ResultSheets.Verdict> verify(@Valid @RequestBody ResultSheets.Presented body) {
		return this.sheets.verify(body);
	}

}
