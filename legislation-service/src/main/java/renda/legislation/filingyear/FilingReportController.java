package renda.legislation.filingyear;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import renda.platform.rule.RuleBook;
import renda.platform.security.Public;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/legislation/filing-report")
@Tag(name = "filing-report", description = "备案审查年度报告的数据（监督法 第四十五条）")
class FilingReportController {

	private final FilingYears years;

	private final RuleBook rules;

	private final List<RequestsReceived> requests;

	private final Clock clock;

	FilingReportController(FilingYears years, RuleBook rules, List<RequestsReceived> requests, Clock clock) {
		this.years = years;
		this.rules = rules;
		this.requests = requests;
		this.clock = clock;
	}

	/**
	 * The numbers of a year, counted now. The committee hears the report every year
	 * (FIL-21), and it is published with the catalogue (FIL-28).
	 */
	@Public
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "年度报告数据 · The numbers of a year's report on filing and review; also as text/markdown")
	Mono<FilingReport> json(@RequestParam int year) {
		return report(year);
	}

	@Public
	@GetMapping(produces = "text/markdown;charset=UTF-8")
	@Operation(summary = "年度报告 · The same in words")
	Mono<String> markdown(@RequestParam int year) {
		return report(year).map(FilingReport::markdown);
	}

	private Mono<FilingReport> report(int year) {
		if (year < 2000 || year > 2100) {
			return Mono.error(Refusal.invalid("year", Text.of("年份须在 2000 至 2100 之间。", "A year from 2000 to 2100.")));
		}
		LocalDate today = LocalDate.now(this.clock);
		Mono<Map<String, Long>> received = Flux.fromIterable(this.requests)
			.concatMap((kept) -> kept.received(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
			.next()
			.defaultIfEmpty(Map.of());
		return Mono.zip(this.rules.on(today).flatMap((law) -> this.years.of(year, today, law)), received)
			.map((found) -> FilingReport.of(year, today, found.getT1(), found.getT2()));
	}

}
