package renda.supervision.receipt;

import java.time.Clock;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "petition-analysis", description = "信访情况年度报告（信访工作条例 第四十一条）")
class AnalysisController {

	private static final int FIRST = 1979;

	private static final int LAST = 2099;

	private final YearReport reports;

	private final Clock clock;

	AnalysisController(YearReport reports, Clock clock) {
		this.reports = reports;
		this.clock = clock;
	}

	/**
	 * The numbers of a year's report, counted now (PET-23).
	 * @param year the year, 1979 to 2099; this year unless told
	 */
	@Allowed({ Role.PETITION_OFFICE, Role.CHAIR, Role.COUNCIL })
	@GetMapping("/api/v1/supervision/petition-analysis")
	@Operation(summary = "信访情况年度分析 · A year of petitions in numbers", description = """
			By organ, accusations are counted for the petition office only.""")
	Mono<ResponseEntity<YearReport.Numbers>> year(@RequestParam(required = false) @Nullable Integer year,
			Caller caller) {
		LocalDate today = LocalDate.now(this.clock);
		int asked = (year != null) ? year : today.getYear();
		if (asked < FIRST || asked > LAST) {
			throw Refusal.invalid("year", Text.of("year 为 %s 至 %s。", "year is %s to %s.", FIRST, LAST));
		}
		return this.reports.of(asked, today, caller.has(Role.PETITION_OFFICE))
			.map((numbers) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(numbers));
	}

}
