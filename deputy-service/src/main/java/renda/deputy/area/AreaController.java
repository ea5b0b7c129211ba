package renda.deputy.area;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/deputy/areas")
@Tag(name = "areas", description = "行政区划：GB/T 2260 代码、隶属，以及按日期的名称")
class AreaController {

	private final Areas areas;

	private final Listings listings;

	private final Clock clock;

	AreaController(Areas areas, Listings listings, Clock clock) {
		this.areas = areas;
		this.listings = listings;
		this.clock = clock;
	}

	@Public
	@GetMapping
	@Operation(summary = "区划列表 · The areas with their names on a day",
			description = "on: the day, today unless told. Filters: code, level, parent; q searches names.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Area.Filter filter, ListRequest request) {
		return this.listings.open(request, "areas", (page) -> this.areas.find(filter, on(filter.on()), page));
	}

	@Public
	@GetMapping("/{code}")
	@Operation(summary = "区划 · One area by its code, with its name on a day")
	Mono<ResponseEntity<Area>> one(@PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on) {
		return found(code, on).map((area) -> Reads.open(area.version(), area));
	}

	@Public
	@GetMapping("/{code}/history")
	@Operation(summary = "名称沿革 · The names of an area, by date")
	Mono<ResponseEntity<List<Area.Period>>> history(@PathVariable String code) {
		return found(code, null)
			.flatMap((area) -> this.areas.periods(area.id()).map((periods) -> Reads.open(area.version(), periods)));
	}

	private Mono<Area> found(String code, @Nullable LocalDate on) {
		return this.areas.byCode(code, on(on))
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个区划。", "There is no such area."))));
	}

	private LocalDate on(@Nullable LocalDate day) {
		return Objects.requireNonNullElseGet(day, () -> LocalDate.now(this.clock));
	}

}
