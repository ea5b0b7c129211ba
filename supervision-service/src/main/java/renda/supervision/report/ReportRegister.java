package renda.supervision.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.event.Outbox;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.supervision.organ.Organ;
import renda.supervision.organ.Organs;

import org.springframework.stereotype.Service;

/**
 * Keeps the register of work reports: what the law lets through is entered, what came
 * late is entered with its reason, what the law forbids is refused with the article.
 */
@Service
class ReportRegister {

	private final WorkReports reports;

	private final Organs organs;

	private final RuleBook rules;

	private final CityProfile city;

	private final Outbox outbox;

	private final Clock clock;

	ReportRegister(WorkReports reports, Organs organs, RuleBook rules, CityProfile city, Outbox outbox, Clock clock) {
		this.reports = reports;
		this.organs = organs;
		this.rules = rules;
		this.city = city;
		this.outbox = outbox;
		this.clock = clock;
	}

	Mono<WorkReport> enter(WorkReport.Entry entry) {
		UUID id = Ids.next();
		return this.reports.same(entry)
			.flatMap((known) -> Mono.<Organ>error(Refusal
				.conflict("already-entered",
						Text.of("该次会议的这个报告已登记。", "This report of this meeting is entered already."))
				.with("report", "/api/v1/supervision/work-reports/" + known)))
			.switchIfEmpty(Mono.defer(() -> checked(entry)))
			.flatMap((organ) -> this.reports.nextCode(entry.meetingOn().getYear())
				.flatMap((code) -> this.reports.insert(id, code, entry, organ.id(), state(entry),
						term(entry.meetingOn()))))
			.then(Mono.defer(() -> published(id)));
	}

	Mono<WorkReport> correct(UUID id, long version, WorkReport.Entry entry) {
		return found(id).flatMap((report) -> checked(entry)
			.flatMap((organ) -> this.reports.correct(id, version, entry, organ.id(), term(entry.meetingOn())))
			.flatMap((moved) -> moved ? published(id) : Mono.error(Refusal.stale(report.version()))));
	}

	Mono<WorkReport> postpone(UUID id, long version, WorkReport.Postponement postponement) {
		return found(id).flatMap((report) -> requireState(report, WorkReport.State.SCHEDULED)
			.then(Mono.defer(() -> this.reports.move(report, version, WorkReport.State.POSTPONED, postponement.reason(),
					report.meeting(), report.meetingOn(), report.term())))
			.flatMap((moved) -> moved ? published(id) : Mono.error(Refusal.stale(report.version()))));
	}

	Mono<WorkReport> reschedule(UUID id, long version, WorkReport.Rescheduling place) {
		return found(id).flatMap((report) -> requireState(report, WorkReport.State.POSTPONED)
			.then(Mono.defer(() -> this.reports.move(report, version, WorkReport.State.SCHEDULED, "", place.meeting(),
					place.meetingOn(), term(place.meetingOn()))))
			.flatMap((moved) -> moved ? published(id) : Mono.error(Refusal.stale(report.version()))));
	}

	Mono<WorkReport> hear(UUID id, long version) {
		return found(id).flatMap(
				(report) -> requireState(report, WorkReport.State.SCHEDULED).then(Mono.defer(() -> requirePast(report)))
					.then(Mono.defer(() -> this.reports.move(report, version, WorkReport.State.HEARD, "",
							report.meeting(), report.meetingOn(), report.term())))
					.flatMap((moved) -> moved ? published(id) : Mono.error(Refusal.stale(report.version()))));
	}

	private Mono<WorkReport> found(UUID id) {
		return this.reports.byId(id)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个工作报告。", "There is no such work report."))));
	}

	/**
	 * The reporting organ, once the entry is lawful.
	 */
	private Mono<Organ> checked(WorkReport.Entry entry) {
		return this.organs.byCode(entry.organ(), entry.meetingOn())
			.filter((organ) -> organ.existsOn(entry.meetingOn()))
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/organ",
					Text.of("在 %s 没有代码为 %s 的机关。", "On %s there is no organ with code %s.", entry.meetingOn(),
							entry.organ()))))
			.zipWhen((organ) -> this.rules.on(entry.meetingOn()))
			.map((both) -> {
				requireReporter(both.getT1(), entry, both.getT2());
				requireReasonWhereLate(entry, both.getT2());
				return both.getT1();
			});
	}

	private static void requireReporter(Organ organ, WorkReport.Entry entry, RuleSet law) {
		if (organ.kind().reportsInPerson() && entry.reporterCapacity() != WorkReport.Capacity.HEAD) {
			throw law.refuse("SUP-10",
					Text.of("只有人民政府可以委托部门负责人报告；%s 须由负责人向常委会报告。",
							"Only a government may send somebody else; the head of %s must report.", organ.name()),
					Map.of("organ", organ.code(), "organKind", organ.kind(), "reporterCapacity",
							entry.reporterCapacity()));
		}
	}

	private static void requireReasonWhereLate(WorkReport.Entry entry, RuleSet law) {
		List<TimeCheck> checks = TimeCheck.of(entry.meetingOn(), entry.draftReceivedOn(), entry.finalReceivedOn(),
				entry.distributedOn(), law);
		if (TimeCheck.anyLate(checks) && (entry.lateReason() == null || entry.lateReason().isBlank())) {
			String late = TimeCheck.late(checks).map(TimeCheck::explanation).collect(Collectors.joining("；"));
			throw Refusal.invalid("/lateReason",
					Text.of("有步骤超过法定期限，请写明原因：%s", "A step came late; give the reason: %s", late));
		}
	}

	private Mono<Void> requirePast(WorkReport report) {
		return report.meetingOn().isAfter(LocalDate.now(this.clock)) ? Mono.error(Refusal.conflict("not-yet-held", Text
			.of("会议于 %s 举行，届时方可登记为已听取。", "The meeting is on %s; only then can it be heard.", report.meetingOn())))
				: Mono.empty();
	}

	private static Mono<Void> requireState(WorkReport report, WorkReport.State state) {
		return (report.state() == state) ? Mono.empty()
				: Mono.error(
						Refusal
							.conflict("wrong-state",
									Text.of("该报告状态为 %s，须为 %s。", "The report is %s; it must be %s.", report.state(),
											state))
							.with("state", report.state())
							.with("needed", state));
	}

	private WorkReport.State state(WorkReport.Entry entry) {
		return entry.meetingOn().isAfter(LocalDate.now(this.clock)) ? WorkReport.State.SCHEDULED
				: WorkReport.State.HEARD;
	}

	private int term(LocalDate day) {
		return this.city.termOn(day)
			.orElseThrow(() -> Refusal.invalid("/meetingOn",
					Text.of("该日期早于本市资料中最早的一届。", "That day is before the first term in the city profile.")))
			.number();
	}

	private Mono<WorkReport> published(UUID id) {
		return this.reports.byId(id).delayUntil((report) -> {
			Map<String, Object> data = new LinkedHashMap<>();
			data.put("id", report.id());
			data.put("code", report.code());
			data.put("title", report.title());
			data.put("family", report.family());
			data.put("organ", report.organ());
			data.put("state", report.state());
			data.put("meetingOn", report.meetingOn());
			data.put("term", report.term());
			return this.outbox.append("work-report." + report.state().name().toLowerCase(Locale.ROOT),
					"work-report/" + id, data);
		});
	}

}
