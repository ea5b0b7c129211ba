package renda.legislation.consultation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.consultation.Consultation.Course;
import renda.legislation.consultation.Consultation.Period;
import renda.legislation.consultation.Consultation.State;
import renda.legislation.consultation.Consultation.Topic;
import renda.platform.cases.Lived;
import renda.platform.cases.Proceedings;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes consultations that have ended. One is known by its code; a known one is left as
 * it is.
 */
@Component
class ConsultationImport implements ImportKind<ConsultationRow> {

	private final ConsultationKind kind;

	private final Proceedings proceedings;

	ConsultationImport(ConsultationKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
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
		return this.kind.table().byCodes(rows.stream().map((row) -> row.row().code()).toList()).flatMap((known) -> {
			Set<String> codes = new HashSet<>(known.stream().map(Consultation::code).toList());
			List<Lived<Consultation>> lives = new ArrayList<>();
			Applied applied = Applied.NOTHING;
			for (Numbered<ConsultationRow> numbered : rows) {
				if (codes.contains(numbered.row().code())) {
					applied = applied.plus(Applied.ONE_UNCHANGED);
					continue;
				}
				try {
					lives.add(lived(numbered.row(), command.caller().name()));
					codes.add(numbered.row().code());
					applied = applied.plus(Applied.ONE_CREATED);
				}
				catch (Refusal refusal) {
					applied = applied.plus(Applied.refused(numbered, refusal));
				}
			}
			return this.proceedings.record(this.kind, lives).thenReturn(applied);
		});
	}

	private static Lived<Consultation> lived(ConsultationRow row, String by) {
		LocalDate published = row.publishedOn();
		if (row.until().isBefore(row.from()) || row.closedOn().isBefore(row.from())
				|| (published != null && published.isBefore(row.closedOn()))) {
			throw Refusal.of(HttpStatus.BAD_REQUEST, "invalid",
					Text.of("日期顺序有误：%s。", "The days are out of order: %s.", row.code()));
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

}
