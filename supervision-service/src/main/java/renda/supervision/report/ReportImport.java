package renda.supervision.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.supervision.report.WorkReport.Capacity;
import renda.supervision.report.WorkReport.Family;

import org.springframework.stereotype.Component;

/**
 * Takes work reports in bulk. A report is known by its title, organ and day of meeting; a
 * known one is left as it is.
 */
@Component
class ReportImport implements ImportKind<ReportImport.Row> {

	private final WorkReports reports;

	private final ReportRegister register;

	ReportImport(WorkReports reports, ReportRegister register) {
		this.reports = reports;
		this.register = register;
	}

	@Override
	public String name() {
		return "work-reports";
	}

	@Override
	public Text description() {
		return Text.of("听取的工作报告，一行一个；机关须已登记。", "Work reports, one a row; the organs must be registered before.");
	}

	@Override
	public Class<Row> row() {
		return Row.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.GENERAL_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Row>> rows, Command command) {
		return Flux.fromIterable(rows).concatMap(this::one).reduce(Applied.NOTHING, Applied::plus);
	}

	private Mono<Applied> one(Numbered<Row> numbered) {
		WorkReport.Entry entry = numbered.row().entry();
		return this.reports.same(entry)
			.map((known) -> Applied.ONE_UNCHANGED)
			.switchIfEmpty(Mono.defer(() -> this.register.enter(entry).thenReturn(Applied.ONE_CREATED)))
			.onErrorResume(Refusal.class, (refusal) -> Mono.just(Applied.refused(numbered, refusal)));
	}

	/**
	 * One row.
	 */
	record Row(@NotBlank @Size(max = 200) String title, @NotNull Family family, @NotBlank String organ,
			@Positive int meeting, @NotNull LocalDate meetingOn, @NotBlank @Size(max = 50) String reporter,
			@NotNull Capacity reporterCapacity, @Nullable LocalDate draftReceivedOn,
			@Nullable LocalDate finalReceivedOn, @Nullable LocalDate distributedOn, @Nullable String lateReason,
			@Nullable Boolean sample) {

		private WorkReport.Entry entry() {
			return new WorkReport.Entry(this.title, this.family, this.organ, this.meeting, this.meetingOn,
					this.reporter, this.reporterCapacity, this.draftReceivedOn, this.finalReceivedOn,
					this.distributedOn, this.lateReason, Boolean.TRUE.equals(this.sample));
		}

	}

}
