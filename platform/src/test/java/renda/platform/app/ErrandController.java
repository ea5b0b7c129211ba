package renda.platform.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.store.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/small/errands")
class ErrandController {

	private final ErrandKind kind;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final Clock clock;

	ErrandController(ErrandKind kind, Proceedings proceedings, CaseCodes codes, Clock clock) {
		this.kind = kind;
		this.proceedings = proceedings;
		this.codes = codes;
		this.clock = clock;
	}

	@Allowed
	@PostMapping
	Mono<ResponseEntity<Shown<Errand.View>>> open(@Valid @RequestBody Errand.Open input, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		return this.proceedings.open(this.kind, "open", input,
				() -> this.codes.next("CS", today.getYear())
					.map((code) -> new Errand(Ids.next(), code, Errand.State.OPEN, today, 1, input.matter(), null,
							List.of(), command.caller().subject())),
				command);
	}

	@Public
	@GetMapping("/{id}")
	Mono<ResponseEntity<Shown<Errand.View>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	@Public
	@GetMapping("/{id}/timeline")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	@Allowed
	@PostMapping("/{id}/{step}")
	Mono<ResponseEntity<Shown<Errand.View>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body, (sent) -> completed(id, step, sent), command);
	}

	/**
	 * What the service knows of a report is another thing once the report was made.
	 */
	private Mono<JsonNode> completed(UUID id, String step, ObjectNode sent) {
		return !step.equals("report") ? Mono.just(sent)
				: this.kind.table()
					.byId(id)
					.<JsonNode>map((errand) -> sent.put("before", errand.reports().size()))
					.defaultIfEmpty(sent);
	}

}
