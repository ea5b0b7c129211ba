package renda.deputy.congress;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.security.Public;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "congresses", description = "三级人民代表大会的届次，以及选举单位、选区")
class CongressController {

	private final Congresses congresses;

	private final ElectingUnits units;

	private final Listings listings;

	CongressController(Congresses congresses, ElectingUnits units, Listings listings) {
		this.congresses = congresses;
		this.units = units;
		this.listings = listings;
	}

	@Public
	@GetMapping("/api/v1/deputy/congresses")
	@Operation(summary = "届次列表 · Congresses", description = "Filters: code, level, term, area (with all inside it).")
	Mono<ResponseEntity<Object>> congresses(@ParameterObject @ModelAttribute Congress.Filter filter,
			ListRequest request) {
		return this.listings.open(request, "congresses", (page) -> this.congresses.find(filter, page));
	}

	@Public
	@GetMapping("/api/v1/deputy/congresses/{code}")
	@Operation(summary = "某届人大 · One congress by its code, such as 410100-16")
	Mono<ResponseEntity<Congress>> congress(@PathVariable String code) {
		return this.congresses.byCodes(List.of(code))
			.mapNotNull((all) -> all.get(code))
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这届人民代表大会。", "There is no such congress."))))
			.map((congress) -> Reads.open(congress.version(), congress));
	}

	@Public
	@GetMapping("/api/v1/deputy/electing-units")
	@Operation(summary = "选举单位列表 · Electing units and districts",
			description = "Filters: code, kind, congressArea, area.")
	Mono<ResponseEntity<Object>> units(@ParameterObject @ModelAttribute ElectingUnit.Filter filter,
			ListRequest request) {
		return this.listings.open(request, "electing-units", (page) -> this.units.find(filter, page));
	}

}
