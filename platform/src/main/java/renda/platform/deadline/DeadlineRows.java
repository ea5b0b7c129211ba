package renda.platform.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import renda.platform.rule.TimeLimit;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;

import static renda.platform.store.Rows.required;

/**
 * How a clock is laid out in its row.
 */
final class DeadlineRows {

	private static final String SAVE = """
			INSERT INTO deadline (id, kind, case_id, code, name, rule, holder, started_on, due_on, ended_on, end_kind,
			                      paused, restricted, unannounced, content)
			SELECT id, kind, case_id, code, name, rule, holder, started_on, due_on, ended_on, end_kind, paused,
			       restricted, unannounced, content::jsonb
			FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[],
			            $9::date[], $10::date[], $11::text[], $12::boolean[], $13::boolean[], $14::int[], $15::text[])
			     AS clock (id, kind, case_id, code, name, rule, holder, started_on, due_on, ended_on, end_kind, paused,
			               restricted, unannounced, content)
			ORDER BY id
			ON CONFLICT (id) DO UPDATE
			SET holder = excluded.holder, due_on = excluded.due_on, ended_on = excluded.ended_on,
			    end_kind = excluded.end_kind, paused = excluded.paused, unannounced = excluded.unannounced, content = excluded.content,
			    escalated = CASE WHEN excluded.due_on > deadline.due_on OR excluded.holder <> deadline.holder THEN 0
			                     ELSE deadline.escalated END,
			    modified_at = clock_timestamp()""";

	private final JsonMapper json;

	private final WorkingDays days;

	DeadlineRows(JsonMapper json, WorkingDays days) {
		this.json = json;
		this.days = days;
	}

	Deadline read(Readable row) {
		Content content = this.json.readValue(required(row, "content", String.class), Content.class);
		String end = row.get("end_kind", String.class);
		return new Deadline(required(row, "id", UUID.class), required(row, "kind", String.class),
				required(row, "case_id", UUID.class), required(row, "code", String.class),
				required(row, "name", String.class), content.title(), required(row, "rule", String.class),
				content.citation(), Holder.parse(required(row, "holder", String.class)),
				required(row, "started_on", LocalDate.class), content.limit(), content.prolonged(), content.pauses(),
				required(row, "due_on", LocalDate.class), content.computed(), row.get("ended_on", LocalDate.class),
				(end == null) ? Deadline.End.NONE
						: end.equals("CANCELLED") ? Deadline.End.CANCELLED : Deadline.End.DONE,
				content.lateReason(), required(row, "restricted", Boolean.class));
	}

	DatabaseClient.GenericExecuteSpec save(DatabaseClient database, List<Deadline> clocks) {
		return database.sql(SAVE)
			.bind(0, all(clocks, UUID[]::new, Deadline::id))
			.bind(1, all(clocks, String[]::new, Deadline::kind))
			.bind(2, all(clocks, UUID[]::new, Deadline::caseId))
			.bind(3, all(clocks, String[]::new, Deadline::code))
			.bind(4, all(clocks, String[]::new, Deadline::name))
			.bind(5, all(clocks, String[]::new, Deadline::rule))
			.bind(6, all(clocks, String[]::new, (clock) -> clock.holder().text()))
			.bind(7, all(clocks, LocalDate[]::new, Deadline::startedOn))
			.bind(8, all(clocks, LocalDate[]::new, Deadline::dueOn))
			.bind(9, all(clocks, LocalDate[]::new, Deadline::endedOn))
			.bind(10, all(clocks, String[]::new, DeadlineRows::end))
			.bind(11, all(clocks, Boolean[]::new, Deadline::isPaused))
			.bind(12, all(clocks, Boolean[]::new, Deadline::restricted))
			.bind(13, all(clocks, Integer[]::new, this::unannounced))
			.bind(14, all(clocks, String[]::new, (clock) -> this.json.writeValueAsString(Content.of(clock))));
	}

	private static <V> V[] all(List<Deadline> clocks, IntFunction<V[]> array, Function<Deadline, @Nullable V> part) {
		return clocks.stream().map(part).toArray(array);
	}

	private static @Nullable String end(Deadline clock) {
		LocalDate ended = clock.endedOn();
		return (ended != null) ? clock.statusOn(ended).name() : null;
	}

	/**
	 * The first year of a count that the calendar does not hold yet; a promised day does
	 * not depend on it.
	 */
	private @Nullable Integer unannounced(Deadline clock) {
		return clock.isPromised() ? null
				: this.days.unannounced(clock.startedOn(), clock.dueOn())
					.filter(this.days::isYetToCome)
					.boxed()
					.findFirst()
					.orElse(null);
	}

	/**
	 * What no list asks for.
	 */
	private record Content(Text title, String citation, TimeLimit limit, List<Prolonged> prolonged, List<Pause> pauses,
			List<DueDate.Explained> computed, String lateReason) {

		private static Content of(Deadline clock) {
			return new Content(clock.title(), clock.citation(), clock.limit(), clock.prolonged(), clock.pauses(),
					clock.computed(), Objects.requireNonNull(clock.lateReason()));
		}

	}

}
