package renda.deputy.law;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.security.Public;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/deputy/regulation-titles")
@Tag(name = "regulation-titles", description = "法规名称副本：供代表建议引用，随法规库更新")
class RegulationTitleController {

	private final RegulationTitles titles;

	private final Listings listings;

	RegulationTitleController(RegulationTitles titles, Listings listings) {
		this.titles = titles;
		this.listings = listings;
	}

	@Public
	@GetMapping
	@Operation(summary = "法规名称 · Titles of regulations, to be cited", description = """
			A copy kept from the register's feed: it answers while the register is down, and catches up. \
			Filter: status; q searches titles.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute RegulationTitle.Filter filter,
			ListRequest request) {
		return this.listings.open(request, "regulation-titles", (page) -> this.titles.find(filter, page));
	}

	@Public
	@GetMapping("/{id}")
	@Operation(summary = "法规名称 · One title by the register's id")
	Mono<ResponseEntity<RegulationTitle>> one(@PathVariable UUID id) {
		return this.titles.byId(id)
			.switchIfEmpty(Mono.error(
					() -> Refusal.notFound(Text.of("此处尚无这部法规的名称。", "The title of this regulation is not known here."))))
			.map(ResponseEntity::ok);
	}

}
