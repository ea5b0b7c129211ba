package renda.platform.deadline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;

import static renda.platform.store.Rows.required;

/**
 * Who was told of clocks that are nearly or already over.
 */
public final class Notices {

	private static final int MOST = 200;

	private static final String OF = """
			SELECT notice.deadline_id, notice.step, notice.due_on, notice.holder, notice.at, kind, case_id, code, name, rule,
			       content -> 'title' ->> 'zh' AS title_zh, content -> 'title' ->> 'en' AS title_en
			FROM deadline_notice AS notice
			JOIN deadline ON deadline.id = notice.deadline_id
			WHERE notice.holder = ANY ($1) AND notice.at >= $2
			  AND ended_on IS NULL AND NOT paused AND deadline.due_on = notice.due_on
			ORDER BY notice.at DESC, notice.deadline_id, notice.step, notice.holder
			LIMIT $3""";

	private final DatabaseClient database;

	Notices(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * What some holders were told, the newest first, at most 200. A notice is silent once
	 * its clock has ended, stands still, or has another last day.
	 * @param holders words of {@link Holder#text()}; {@link Holder#of} gives a caller's
	 * @param since notices from then on
	 */
	public Mono<List<Notice>> of(List<String> holders, OffsetDateTime since) {
		return this.database.sql(OF)
			.bind(0, holders.toArray(String[]::new))
			.bind(1, since)
			.bind(2, MOST)
			.map(Notice::of)
			.all()
			.collectList();
	}

	/**
	 * One notice.
	 *
	 * @param deadlineId the clock
	 * @param kind the kind of the case
	 * @param caseId the case
	 * @param code the case's readable code
	 * @param name the clock's name in its workflow
	 * @param title what has to be done
	 * @param rule the rule that sets the clock
	 * @param dueOn the last day
	 * @param step the step of escalation
	 * @param holder who was told
	 * @param at when
	 */
	public record Notice(UUID deadlineId, String kind, UUID caseId, String code, String name, Text title, String rule,
			LocalDate dueOn, String step, Holder holder, OffsetDateTime at) {

		private static Notice of(Readable row) {
			return new Notice(required(row, "deadline_id", UUID.class), required(row, "kind", String.class),
					required(row, "case_id", UUID.class), required(row, "code", String.class),
					required(row, "name", String.class),
					Text.of(required(row, "title_zh", String.class), required(row, "title_en", String.class)),
					required(row, "rule", String.class), required(row, "due_on", LocalDate.class),
					required(row, "step", String.class), Holder.parse(required(row, "holder", String.class)),
					required(row, "at", OffsetDateTime.class));
		}

	}

}
