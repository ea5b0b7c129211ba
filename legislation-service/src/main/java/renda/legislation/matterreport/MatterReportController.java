package renda.legislation.matterreport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.matter.Matters;
import renda.legislation.matterreport.MatterReportAction.MatterEvent;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(MatterReportKind.PATH)
@Tag(name = "matter-reports", description = "重大事项报告：到期、提交、审查、审议、意见与办理（河南省讨论、决定重大事项的规定 第九条、第十条、第十四条）")
class MatterReportController {

	private final MatterReportKind kind;

	private final MatterReports reports;

	private final Matters matters;

	private final Proceedings proceedings;

	private final MatterKnown known;

	private final CaseCodes codes;

	private final Listings listings;

	private final CityProfile city;

	private final Clock clock;

	MatterReportController(MatterReportKind kind, MatterReports reports, Matters matters, Proceedings proceedings,
			MatterKnown known, CaseCodes codes, Listings listings, CityProfile city, Clock clock) {
		this.kind = kind;
		this.reports = reports;
		this.matters = matters;
		this.proceedings = proceedings;
		this.known = known;
		this.codes = codes;
		this.listings = listings;
		this.city = city;
		this.clock = clock;
	}

	/**
	 * Lists what is due, what is overdue, and what was submitted, by its last day.
	 */
	@Public
	@GetMapping
	@Operation(summary = "重大事项报告列表 · What is due, overdue and submitted",
			description = """
					Filters: state, matter, key, period, reporter, organ, obligation, dueFrom/To, resolution, submitted, overdue (due, \
					not submitted, late); q searches titles.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute MatterReports.Filter filter,
			ListRequest request) {
		LocalDate today = LocalDate.now(this.clock);
		return this.listings.open(request, "matter-reports", (page) -> this.reports.find(filter, today, page));
	}

	/**
	 * One report with its clocks and what this caller may do to it now.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "重大事项报告 · One report")
	Mono<ResponseEntity<Shown<MatterReportView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken on a report, in order; who took them and what they said is shown to
	 * those who act in it.
	 */
	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * Says that something has happened that has to be brought before the standing
	 * committee; reports of a period are opened by the calendar. 400 where the item is
	 * unknown or the last day is past.
	 */
	@Allowed({ Role.ORGAN, Role.GENERAL_OFFICE })
	@PostMapping
	@Operation(summary = "发生应提交的事项 · Something has happened (河南省讨论、决定重大事项的规定 第四条至第六条)")
	Mono<ResponseEntity<Shown<MatterReportView>>> raise(@Valid @RequestBody MatterEvent body, Command command) {
		command.caller().requireArea(this.city.code());
		LocalDate today = LocalDate.now(this.clock);
		LocalDate dueOn = Objects.requireNonNullElse(body.dueOn(), today);
		if (dueOn.isBefore(today)) {
			throw Refusal.invalid("/dueOn", Text.of("不得早于今天 %s。", "It cannot be before today, %s.", today));
		}
		return this.matters.byId(body.matter(), today)
			.switchIfEmpty(
					Mono.error(() -> Refusal.invalid("/matter", Text.of("清单中没有这个事项。", "There is no such matter."))))
			.flatMap((matter) -> {
				UUID id = Ids.next();
				return this.proceedings
					.open(this.kind, "raise", body, () -> this.codes.next(MatterReportKind.PREFIX, today.getYear())
						.map((code) -> MatterReport.due(id, code, today, matter, code, body.event().strip(), dueOn)),
							command);
			});
	}

	/**
	 * Takes a step. Which ones there are, by whom and from which states is told by
	 * {@code GET /api/v1/legislation/workflows/matter-report}, and for one report by its
	 * {@code actions}. 400 where the meeting is unknown.
	 */
	@Allowed({ Role.ORGAN, Role.COUNCIL, Role.COMMITTEE, Role.LEGAL_COMMITTEE, Role.BUDGET_OFFICE,
			Role.GENERAL_OFFICE })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<MatterReportView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body, (sent) -> this.known.completed(step, sent), command);
	}

}
