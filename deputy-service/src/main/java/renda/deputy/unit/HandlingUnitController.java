package renda.deputy.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.security.Public;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/deputy/handling-units")
@Tag(name = "handling-units", description = "承办单位副本：供代表建议交办，随监督服务的机关名录更新")
class HandlingUnitController {

	private final HandlingUnits units;

	private final Listings listings;

	HandlingUnitController(HandlingUnits units, Listings listings) {
		this.units = units;
		this.listings = listings;
	}

	/**
	 * Lists the units that suggestions can be given to. A copy kept from supervision's
	 * feed: it answers while supervision is down, and catches up.
	 */
	@Public
	@GetMapping
	@Operation(summary = "承办单位 · The units that handle suggestions (河南代表建议办法 第十二条)", description = """
			A copy kept from supervision's feed. Filters: code, kind, area; q searches names. \
			abolishedOn: the first day the unit is no more.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute HandlingUnit.Filter filter,
			ListRequest request) {
		return this.listings.open(request, "handling-units", (page) -> this.units.find(filter, page));
	}

}
