package renda.legislation.conference;

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
import renda.platform.web.Listings;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Press conferences on regulations.
 */
@RestController
@RequestMapping("/api/v1/legislation")
@Tag(name = "press-conferences", description = "法规新闻发布会，与法规库中的法规多对多")
class ConferenceController {

	private final LedgerDesk<PressConference> desk;

	private final Conferences conferences;

	private final Listings listings;

	ConferenceController(LedgerDesks desks, Conferences conferences, Listings listings) {
		this.desk = desks.of(Conferences.LEDGER);
		this.conferences = conferences;
		this.listings = listings;
	}

	/**
	 * The press conferences, public, the latest first; {@code regulation} gives those on
	 * one regulation.
	 */
	@Public
	@GetMapping("/press-conferences")
	@Operation(summary = "新闻发布会列表 · The press conferences")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute PressConference.Filter filter,
			ListRequest request) {
		return this.desk.list(filter, request);
	}

	/**
	 * One press conference; 404 where there is none.
	 */
	@Public
	@GetMapping("/press-conferences/{id}")
	@Operation(summary = "新闻发布会 · One press conference")
	Mono<ResponseEntity<LedgerEntry<PressConference>>> one(@PathVariable UUID id) {
		return this.desk.one(id);
	}

	/**
	 * The regulations that press conferences were about, each once however often.
	 */
	@Public
	@GetMapping("/press-conference-regulations")
	@Operation(summary = "发布的法规 · The regulations that press conferences were about, each once")
	Mono<ResponseEntity<Object>> covered(@ParameterObject @ModelAttribute PressConference.CoveredFilter filter,
			ListRequest request) {
		return this.listings.open(request, "press-conference-regulations",
				(page) -> this.conferences.covered(filter, page));
	}

	/**
	 * Enters a press conference. 400 where a regulation is not in the register as made by
	 * the city; 409 where it is entered already.
	 */
	@Allowed({ Role.GENERAL_OFFICE, Role.LEGISLATIVE_OFFICE })
	@PostMapping("/press-conferences")
	@Operation(summary = "登记新闻发布会 · Enter a press conference with its regulations and media")
	Mono<ResponseEntity<LedgerEntry<PressConference>>> enter(@Valid @RequestBody PressConference body,
			Command command) {
		return this.desk.enter(body, command, () -> this.conferences.requireMade(body.regulations(), "/regulations"));
	}

	/**
	 * Puts a press conference right; the version before is kept. 412, 428.
	 */
	@Allowed({ Role.GENERAL_OFFICE, Role.LEGISLATIVE_OFFICE })
	@PostMapping("/press-conferences/{id}/corrections")
	@Operation(summary = "更正 · Put a press conference right; If-Match required")
	Mono<ResponseEntity<LedgerEntry<PressConference>>> correct(@PathVariable UUID id,
			@Valid @RequestBody LedgerCorrection<PressConference> body, Command command) {
		return this.desk.correct(id, body, command,
				() -> this.conferences.requireMade(body.line().regulations(), "/line/regulations"));
	}

	/**
	 * Takes out a press conference that was entered by mistake.
	 */
	@Allowed({ Role.GENERAL_OFFICE, Role.LEGISLATIVE_OFFICE })
	@PostMapping("/press-conferences/{id}/removal")
	@Operation(summary = "移除误登记的新闻发布会 · Take out what was entered by mistake; If-Match required")
	Mono<ResponseEntity<Void>> remove(@PathVariable UUID id, @Valid @RequestBody LedgerRemoval body, Command command) {
		return this.desk.remove(id, body, command);
	}

	/**
	 * All versions of a press conference, with the reasons; also of one that was removed.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE, Role.COUNCIL, Role.ADMINISTRATOR })
	@GetMapping("/press-conferences/{id}/versions")
	@Operation(summary = "变更记录 · All versions, the oldest first")
	Mono<ResponseEntity<List<LedgerVersion<PressConference>>>> versions(@PathVariable UUID id) {
		return this.desk.versions(id);
	}

}
