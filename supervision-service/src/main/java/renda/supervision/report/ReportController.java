package renda.supervision.report;

import java.util.UUID;
import java.util.function.Supplier;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/supervision/work-reports")
@Tag(name = "work-reports", description = "听取和审议的工作报告（监督法 第二章、第三章）")
class ReportController {

	private final WorkReports reports;

	private final ReportRegister register;

	private final Commands commands;

	private final Listings listings;

	ReportController(WorkReports reports, ReportRegister register, Commands commands, Listings listings) {
		this.reports = reports;
		this.register = register;
		this.commands = commands;
		this.listings = listings;
	}

	@Public
	@GetMapping
	@Operation(summary = "工作报告列表 · The reports entered",
			description = "Filters: term, state, family, organ (code), organKind, year, heardFrom, heardTo, late; q.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute WorkReport.Filter filter, ListRequest request) {
		return this.listings.open(request, "work-reports", (page) -> this.reports.find(filter, page));
	}

	@Public
	@GetMapping("/{id}")
	@Operation(summary = "工作报告 · One report with its time checks (监督法 第十五条)")
	Mono<ResponseEntity<WorkReport>> one(@PathVariable UUID id) {
		return this.reports.byId(id)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个工作报告。", "There is no such work report."))))
			.map((report) -> Reads.open(report.version(), report));
	}

	@Allowed(Role.GENERAL_OFFICE)
	@PostMapping
	@Operation(summary = "登记工作报告 · Enter a report, past or scheduled", description = """
			A meeting day in the future makes it SCHEDULED, else HEARD. 422 SUP-10 (监督法 第十六条) where a court, \
			procuratorate or supervisory commission does not report by its head; 400 where a step came late and no \
			reason is given; 409 already-entered.""")
	Mono<ResponseEntity<WorkReport>> enter(@Valid @RequestBody WorkReport.Entry body, Command command) {
		return this.commands.run(command, body,
				() -> this.register.enter(body)
					.map((report) -> Answer.created("/api/v1/supervision/work-reports/" + report.id(), report.version(),
							"work-report/" + report.id(), report)));
	}

	@Allowed(Role.GENERAL_OFFICE)
	@PutMapping("/{id}")
	@Operation(summary = "更正 · Correct an entry; If-Match required")
	Mono<ResponseEntity<WorkReport>> correct(@PathVariable UUID id, @Valid @RequestBody WorkReport.Entry body,
			Command command) {
		return step(command, body, () -> this.register.correct(id, command.requiredVersion(), body));
	}

	@Allowed({ Role.GENERAL_OFFICE, Role.COUNCIL })
	@PostMapping("/{id}/postpone")
	@Operation(summary = "推迟 · Put off a scheduled report, with the reason; If-Match required",
			description = "409 wrong-state unless SCHEDULED.")
	Mono<ResponseEntity<WorkReport>> postpone(@PathVariable UUID id, @Valid @RequestBody WorkReport.Postponement body,
			Command command) {
		return step(command, body, () -> this.register.postpone(id, command.requiredVersion(), body));
	}

	@Allowed({ Role.GENERAL_OFFICE, Role.COUNCIL })
	@PostMapping("/{id}/reschedule")
	@Operation(summary = "重新列入 · Give a postponed report its new meeting; If-Match required",
			description = "409 wrong-state unless POSTPONED.")
	Mono<ResponseEntity<WorkReport>> reschedule(@PathVariable UUID id, @Valid @RequestBody WorkReport.Rescheduling body,
			Command command) {
		return step(command, body, () -> this.register.reschedule(id, command.requiredVersion(), body));
	}

	@Allowed(Role.GENERAL_OFFICE)
	@PostMapping("/{id}/hear")
	@Operation(summary = "已听取 · A scheduled report has been heard; If-Match required",
			description = "409 not-yet-held before the day of the meeting, wrong-state unless SCHEDULED.")
	Mono<ResponseEntity<WorkReport>> hear(@PathVariable UUID id, Command command) {
		return step(command, "", () -> this.register.hear(id, command.requiredVersion()));
	}

	private Mono<ResponseEntity<WorkReport>> step(Command command, Object body, Supplier<Mono<WorkReport>> work) {
		return this.commands.run(command, body, () -> work.get()
			.map((report) -> Answer.changed(report.version(), "work-report/" + report.id(), report)));
	}

}
