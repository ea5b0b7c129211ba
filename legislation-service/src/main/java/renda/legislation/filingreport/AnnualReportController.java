package renda.legislation.filingreport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.filingreport.AnnualReportAction.FilingReportOpening;
import renda.legislation.sitting.Sittings;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.command.Command;
import renda.platform.file.StoredFiles;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AnnualReportKind.PATH)
@Tag(name = "filing-reports", description = "备案审查工作情况报告：提请、听取审议、公布、上报（监督法 第四十五条）")
class AnnualReportController {

	private final AnnualReportKind kind;

	private final AnnualReports reports;

	private final Proceedings proceedings;

	private final Sittings sittings;

	private final StoredFiles files;

	private final JsonMapper json;

	private final Listings listings;

	private final Clock clock;

	AnnualReportController(AnnualReportKind kind, AnnualReports reports, Proceedings proceedings, Sittings sittings,
			StoredFiles files, JsonMapper json, Listings listings, Clock clock) {
		this.kind = kind;
		this.reports = reports;
		this.proceedings = proceedings;
		this.sittings = sittings;
		this.files = files;
		this.json = json;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists the reports, the last year first.
	 */
	@Public
	@GetMapping
	@Operation(summary = "备案审查年度报告列表 · Yearly reports on filing and review", description = "Filters: state, year.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute AnnualReports.Filter filter,
			ListRequest request) {
		return this.listings.open(request, "filing-reports", (page) -> this.reports.find(filter, page));
	}

	/**
	 * One report with its clocks; its words for everyone once it is published.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "一份年度报告 · One yearly report")
	Mono<ResponseEntity<Shown<AnnualReportView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * Says that the report of a year is due (监督法 第四十五条, every year). Only the first is
	 * said by anybody: one that is heard has the next year's fall due. 400 for a year
	 * that is not over yet, 409 where there is one of the year.
	 */
	@Allowed(Role.FILING_OFFICE)
	@PostMapping
	@Operation(summary = "列入年度 · The report of a year is due")
	Mono<ResponseEntity<Shown<AnnualReportView>>> open(@Valid @RequestBody FilingReportOpening body, Command command) {
		if (body.year() > LocalDate.now(this.clock).getYear()) {
			return Mono.error(Refusal.invalid("/year", Text.of("年度尚未开始。", "That year has not begun.")));
		}
		return this.proceedings.open(this.kind, "open", body,
				() -> this.reports.of(body.year())
					.flatMap((there) -> Mono.<AnnualReport>error(Refusal
						.conflict("exists-or-in-use", Text.of("该年度的报告已列入。", "There is a report of that year."))
						.with("report", AnnualReportKind.PATH + '/' + there)))
					.switchIfEmpty(Mono.defer(() -> this.reports.fresh(body.year()))),
				command);
	}

	/**
	 * Takes a step: {@code submit}, {@code hear} at a meeting on whose adopted agenda it
	 * is (422 MTG-09), {@code publish} and {@code report-upward} (FIL-28, within thirty
	 * days of the hearing).
	 */
	@Allowed({ Role.FILING_OFFICE, Role.GENERAL_OFFICE })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<AnnualReportView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body, (sent) -> completed(step, sent), command);
	}

	/**
	 * The body of a step with what the service knows; what is malformed is left for the
	 * step to refuse.
	 */
	private Mono<JsonNode> completed(String step, ObjectNode sent) {
		sent.remove("sitting");
		sent.remove("before");
		String member = step.equals("hear") ? "meeting" : step.equals("submit") ? "report" : "";
		UUID named = member.isEmpty() ? null : id(sent.path(member));
		if (named == null) {
			return Mono.just(sent);
		}
		return member.equals("meeting")
				? this.sittings.of(named)
					.map((sitting) -> (JsonNode) sent.set("sitting", this.json.valueToTree(sitting)))
					.switchIfEmpty(unknown(member, Text.of("没有这次会议。", "There is no such meeting.")))
				: this.files.find(named)
					.map((file) -> (JsonNode) sent)
					.switchIfEmpty(unknown(member, Text.of("没有上传过这个文件。", "No such file was uploaded.")));
	}

	private static Mono<JsonNode> unknown(String member, Text says) {
		return Mono.error(() -> Refusal.invalid('/' + member, says));
	}

	private static @Nullable UUID id(JsonNode node) {
		try {
			return UUID.fromString(node.asString(""));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
