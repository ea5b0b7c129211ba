package renda.legislation.consultation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.consultation.Consultation.Course;
import renda.legislation.consultation.Consultation.Period;
import renda.legislation.consultation.Consultation.State;
import renda.legislation.consultation.Consultation.Topic;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCases;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes consultations that have ended. One is known by its code; a known one is left as
 * it is.
 */
@Component
class ConsultationImport implements ImportKind<ConsultationRow> {

	private final ConsultationKind kind;

	private final Consulting consulting;

	private final PastCases past;

	ConsultationImport(ConsultationKind kind, Consulting consulting, PastCases past) {
		this.kind = kind;
		this.consulting = consulting;
		this.past = past;
	}

	@Override
	public String name() {
		return "consultations";
	}

	@Override
	public Text description() {
		return Text.of("已结束的征求意见，一行一次；意见另以 consultation-comments 导入。",
				"Consultations that have ended, one a row; their comments are imported as consultation-comments.");
	}

	@Override
	public Class<ConsultationRow> row() {
		return ConsultationRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.LEGISLATIVE_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<ConsultationRow>> rows, Command command) {
		return this.past.record(this.kind, rows, ConsultationRow::code, (row) -> lived(row, command.caller().name()))
			.delayUntil((recorded) -> Flux.fromIterable(recorded.cases())
				.concatMap((consultation) -> this.consulting.joined(consultation, command.caller())))
			.map(PastCases.Recorded::applied);
	}

	private static Lived<Consultation> lived(ConsultationRow row, String by) {
		LocalDate published = row.publishedOn();
		requireAfter("until", row.until(), row.from());
		requireAfter("closedOn", row.closedOn(), row.from());
		if (published != null) {
			requireAfter("publishedOn", published, row.closedOn());
		}
		UUID id = Ids.next();
		Course course = Course.NONE.closed(row.closedOn());
		List<Lived.Past> steps = new ArrayList<>();
		steps.add(new Lived.Past("open", "", State.OPEN.name(), row.from(), by, List.of()));
		steps.add(new Lived.Past("close", State.OPEN.name(), State.CLOSED.name(), row.closedOn(), by, List.of()));
		State state = State.CLOSED;
		LocalDate since = row.closedOn();
		if (published != null) {
			course = course.summarised(published, row.words(row.conclusion())).published(published);
			steps.add(new Lived.Past("summarise", State.CLOSED.name(), State.SUMMARISED.name(), published, by,
					List.of()));
			steps.add(new Lived.Past("publish-summary", State.SUMMARISED.name(), State.PUBLISHED.name(), published, by,
					List.of()));
			state = State.PUBLISHED;
			since = published;
		}
		Consultation past = Consultation
			.opened(id, row.code(), row.from(), new Topic("text", id, "", row.title().strip(), "", null),
					new Period(row.from(), row.until(), row.words(row.notice()), row.words(row.decision()), List.of()))
			.with(course)
			.sample(row.isSample())
			.in(state, since, steps.size());
		return new Lived<>(past, steps, List.of());
	}

	private static void requireAfter(String column, LocalDate day, LocalDate before) {
		if (day.isBefore(before)) {
			throw Refusal.invalid(column,
					Text.of("日期顺序有误：早于 %s。", "The days are out of order: it is before %s.", before));
		}
	}

}
