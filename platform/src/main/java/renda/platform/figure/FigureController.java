package renda.platform.figure;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.security.Public;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The figures of the service.
 */
@RestController
@Tag(name = "统计指标 Figures")
class FigureController {

	private static final int AT_ONCE = 4;

	private static final Duration FRESH = Duration.ofSeconds(10);

	private static final Set<String> PARAMETERS = Set.of("term", "asOf", "by", "key");

	private final Figures figures;

	private final CityProfile city;

	private final Clock clock;

	FigureController(Figures figures, CityProfile city, Clock clock) {
		this.figures = figures;
		this.city = city;
		this.clock = clock;
	}

	/**
	 * Counts. Every figure is a query run now; one that fails is marked as missing, with
	 * no value, and the others are still given. 400 for an unknown term, key or group,
	 * naming those that are known.
	 * @param term the term of the congress (届); the current one unless told
	 * @param asOf the last day counted, up to the end of the term; today unless told
	 * @param by break down by {@code year}, {@code area}, …; figures that do not know the
	 * group are left out
	 * @param key only these figures
	 * @param query further filters, as {@code filter.area=410102}
	 */
	@Public
	@GetMapping("/api/v1/${renda.service}/figures")
	@Operation(summary = "统计指标：按届次与截止日期 · Figures of a term up to a day")
	Mono<ResponseEntity<Answer>> figures(@RequestParam(required = false) @Nullable Integer term,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
			@RequestParam(required = false) @Nullable String by,
			@RequestParam(required = false) @Nullable Set<String> key,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
		Map<String, String> filters = filters(query);
		CityProfile.Term counted = (term != null) ? this.city.term(term) : current();
		LocalDate day = counted.lastDayUntil((asOf != null) ? asOf : LocalDate.now(this.clock));
		Figure.Query asked = new Figure.Query(counted.number(), day, by, filters);
		return Flux.fromIterable(this.figures.chosen(key, by))
			.flatMapSequential((figure) -> this.figures.count(figure, asked), AT_ONCE)
			.collectList()
			.map((counts) -> ResponseEntity.ok()
				.cacheControl(CacheControl.maxAge(FRESH).cachePublic())
				.body(new Answer(counted.number(), day, counts)));
	}

	private CityProfile.Term current() {
		return this.city.termOn(LocalDate.now(this.clock)).orElseGet(() -> this.city.terms().getFirst());
	}

	private static Map<String, String> filters(MultiValueMap<String, String> query) {
		Map<String, String> filters = new TreeMap<>();
		Set<String> unknown = new TreeSet<>();
		query.toSingleValueMap().forEach((name, value) -> {
			if (name.startsWith("filter.") && value.indexOf('\0') < 0) {
				filters.put(name.substring("filter.".length()), value);
			}
			else if (!PARAMETERS.contains(name)) {
				unknown.add(name);
			}
		});
		if (!unknown.isEmpty()) {
			throw Refusal.invalid(unknown.stream().map((name) -> new Refusal.FieldError(name, known())).toList());
		}
		return filters;
	}

	private static Text known() {
		String names = PARAMETERS.stream().sorted().collect(Collectors.joining(", "));
		return Text.of("没有这个参数；可用：%s、filter.*。", "There is no such parameter; known: %s, filter.*.", names);
	}

	/**
	 * The figures asked for.
	 */
	record Answer(int term, LocalDate asOf, List<Counted> figures) {
	}

	/**
	 * One figure.
	 *
	 * @param value the exact number; missing where the query failed
	 * @param of of how many records, where the figure is a rate
	 * @param rate the exact fraction, {@code 1987/2098}; missing where it is of nothing
	 * @param display as the report shows it: {@code 558}, {@code 240余}, {@code 94.7%}
	 * @param items a link to exactly the records counted
	 * @param by the group of {@code counts}
	 * @param counts the numbers by group
	 * @param missing whether the query failed
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Counted(String key, Text title, @Nullable Long value, @Nullable Long of, @Nullable String rate,
			@Nullable String display, Text unit, Text definition, boolean floor, @Nullable String items,
			@Nullable String by, @Nullable List<Figure.Count> counts, boolean missing) {
	}

}
