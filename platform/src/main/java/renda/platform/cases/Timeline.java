package renda.platform.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;

import renda.platform.store.Rows;

/**
 * The timelines of all cases.
 */
class Timeline {

	private static final String APPEND = """
			INSERT INTO case_step (kind, case_id, position, step, from_state, to_state, on_date, taken_at, taken_by, actor,
			                       rules, rule_set, late, said, said_sealed)
			SELECT $1, case_id, position, step, from_state, to_state, on_date, coalesce(taken_at, clock_timestamp()), taken_by,
			       actor, coalesce(string_to_array(nullif(rules, ''), ','), '{}'), rule_set,
			       coalesce(string_to_array(nullif(late, ''), ','), '{}'), said::jsonb, decode(said_sealed, 'hex')
			FROM unnest($2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::date[], $8::timestamptz[],
			            $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[])
			     AS entry (case_id, position, step, from_state, to_state, on_date, taken_at, taken_by, actor, rules, rule_set,
			               late, said, said_sealed)""";

	private static final String COLUMNS = """
			SELECT case_id, position, step, from_state, to_state, on_date, taken_at, taken_by, actor, rules, rule_set, late,
			       said::text AS said, said_sealed
			FROM case_step
			""";

	private static final String AFTER = COLUMNS
			+ "WHERE kind = $1 AND case_id = $2 AND position > $3 ORDER BY position";

	private final DatabaseClient database;

	private final JsonMapper json;

	private final ZoneId zone;

	Timeline(DatabaseClient database, JsonMapper json, ZoneId zone) {
		this.database = database;
		this.json = json;
		this.zone = zone;
	}

	/**
	 * Appends steps of cases of one kind.
	 */
	Mono<Void> append(String kind, CaseStore<?> table, List<Taken> steps) {
		if (steps.isEmpty()) {
			return Mono.empty();
		}
		return this.database.sql(APPEND)
			.bind(0, kind)
			.bind(1, steps.stream().map(Taken::caseId).toArray(UUID[]::new))
			.bind(2, steps.stream().map((taken) -> taken.entry().position()).toArray(Long[]::new))
			.bind(3, steps.stream().map((taken) -> taken.entry().step()).toArray(String[]::new))
			.bind(4, steps.stream().map((taken) -> taken.entry().from()).toArray(String[]::new))
			.bind(5, steps.stream().map((taken) -> taken.entry().to()).toArray(String[]::new))
			.bind(6, steps.stream().map((taken) -> taken.entry().on()).toArray(LocalDate[]::new))
			.bind(7, steps.stream().map((taken) -> taken.entry().at()).toArray(OffsetDateTime[]::new))
			.bind(8, steps.stream().map((taken) -> String.valueOf(taken.entry().by())).toArray(String[]::new))
			.bind(9, steps.stream().map((taken) -> taken.entry().actor()).toArray(String[]::new))
			.bind(10, steps.stream().map((taken) -> String.join(",", taken.entry().rules())).toArray(String[]::new))
			.bind(11, steps.stream().map((taken) -> taken.entry().ruleSet()).toArray(String[]::new))
			.bind(12, steps.stream().map((taken) -> String.join(",", taken.entry().late())).toArray(String[]::new))
			.bind(13, steps.stream().map((taken) -> table.isSealed() ? null : said(taken)).toArray(String[]::new))
			.bind(14,
					steps.stream()
						.map((taken) -> table.isSealed()
								? HexFormat.of().formatHex(table.seal(said(taken), taken.place())) : null)
						.toArray(String[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The steps of a case after a position, in order.
	 */
	Mono<List<TimelineEntry>> after(String kind, CaseStore<?> table, UUID id, long position) {
		return this.database.sql(AFTER)
			.bind(0, kind)
			.bind(1, id)
			.bind(2, position)
			.map((row) -> entry(row, table))
			.all()
			.collectList();
	}

	private TimelineEntry entry(Readable row, CaseStore<?> table) {
		UUID id = Rows.required(row, "case_id", UUID.class);
		long position = Rows.required(row, "position", Long.class);
		return new TimelineEntry(position, Rows.required(row, "step", String.class), null,
				Rows.required(row, "from_state", String.class), Rows.required(row, "to_state", String.class),
				Rows.required(row, "on_date", LocalDate.class),
				Rows.required(row, "taken_at", OffsetDateTime.class).atZoneSameInstant(this.zone).toOffsetDateTime(),
				Rows.required(row, "taken_by", String.class), Rows.required(row, "actor", String.class),
				List.of(Rows.required(row, "rules", String[].class)), Rows.required(row, "rule_set", String.class),
				List.of(Rows.required(row, "late", String[].class)), said(row, table, id, position));
	}

	private @Nullable Object said(Readable row, CaseStore<?> table, UUID id, long position) {
		byte[] sealed = row.get("said_sealed", byte[].class);
		String plain = (sealed != null) ? table.unseal(sealed, Taken.place(id, position))
				: row.get("said", String.class);
		return (plain != null) ? this.json.readValue(plain, Object.class) : null;
	}

	private String said(Taken taken) {
		return this.json.writeValueAsString(taken.entry().said());
	}

	/**
	 * A step of a case.
	 */
	record Taken(UUID caseId, TimelineEntry entry) {

		String place() {
			return place(this.caseId, this.entry.position());
		}

		static String place(UUID id, long position) {
			return id + "/step/" + position;
		}

		/**
		 * Several steps of one case.
		 */
		static List<Taken> of(UUID id, List<TimelineEntry> entries) {
			List<Taken> all = new ArrayList<>();
			entries.forEach((entry) -> all.add(new Taken(id, entry)));
			return all;
		}

	}

}
