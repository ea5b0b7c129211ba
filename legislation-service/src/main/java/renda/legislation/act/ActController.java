package renda.legislation.act;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.regulation.RegulationVersion;
import renda.platform.security.Public;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decisions, and what each did to which regulation (决定与法规变动).
 */
@Tag(name = "决定与法规变动", description = "Decisions, packages, and every change of a regulation")
@RestController
@RequestMapping("/api/v1/legislation")
class ActController {

	private final Acts acts;

	private final Changes changes;

	private final Listings listings;

	private final Clock clock;

	ActController(Acts acts, Changes changes, Listings listings, Clock clock) {
		this.acts = acts;
		this.changes = changes;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Decisions. Sorts: {@code -decided}, {@code decided}.
	 */
	@Operation(summary = "决定 · Acts; packaged=true for decisions on several regulations (打包)")
	@Public
	@GetMapping("/acts")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Act.Filter filter, ListRequest request) {
		return this.listings.open(request, "acts", (page) -> this.acts.find(filter, page));
	}

	/**
	 * One decision with all regulations it concerns; 404 where there is none.
	 */
	@Operation(summary = "一项决定 · One act and what it did to each regulation")
	@Public
	@GetMapping("/acts/{id}")
	Mono<ResponseEntity<ActWithChanges>> one(@PathVariable UUID id) {
		LocalDate today = LocalDate.now(this.clock);
		return this.acts.one(id)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这项决定。", "There is no such act."))))
			.flatMap((act) -> this.changes.of(id, today).map((changes) -> new ActWithChanges(act, changes)))
			.map((body) -> ResponseEntity.ok().cacheControl(CacheControl.maxAge(Reads.FRESH).cachePublic()).body(body));
	}

	/**
	 * What was done to regulations, one row for each regulation and act (件次): the records
	 * that the register's figures count. Sorts: {@code acted}, {@code -acted}.
	 */
	@Operation(summary = "法规变动 · Enactments, amendments, revisions, repeals: one row for each regulation and act")
	@Public
	@GetMapping("/changes")
	Mono<ResponseEntity<Object>> changes(@ParameterObject @ModelAttribute ChangeFilter filter, ListRequest request) {
		LocalDate today = LocalDate.now(this.clock);
		return this.listings.open(request, "changes", (page) -> this.changes.find(filter, today, page));
	}

	/**
	 * A decision and what it did.
	 *
	 * @param act the decision
	 * @param changes what it did to each regulation
	 */
	record ActWithChanges(Act act, List<RegulationVersion> changes) {
	}

}
