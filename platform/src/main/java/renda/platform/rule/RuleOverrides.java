package renda.platform.rule;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What administrators have set. Rows are only ever added.
 */
class RuleOverrides {

	private static final String COLUMNS = "id, number, parameter, rule, value, from_day, reason, set_by, set_at";

	private static final String UNTIL = """
			SELECT %s FROM rule_override WHERE from_day <= $1 ORDER BY number""".formatted(COLUMNS);

	private static final String ALL = "SELECT %s FROM rule_override ORDER BY number".formatted(COLUMNS);

	// one at a time, so that the numbers rise in the order of commits
	private static final String LOCK = "LOCK TABLE rule_override IN SHARE ROW EXCLUSIVE MODE";

	private static final String INSERT = """
			INSERT INTO rule_override (id, parameter, rule, value, from_day, reason, set_by)
			VALUES ($1, $2, $3, $4, $5, $6, $7)
			RETURNING %s""".formatted(COLUMNS);

	private final DatabaseClient database;

	RuleOverrides(DatabaseClient database) {
		this.database = database;
	}

	Mono<List<RuleOverride>> until(LocalDate day) {
		return this.database.sql(UNTIL).bind(0, day).map(RuleOverrides::override).all().collectList();
	}

	Mono<List<RuleOverride>> all() {
		return this.database.sql(ALL).map(RuleOverrides::override).all().collectList();
	}

	Mono<RuleOverride> insert(UUID id, String rule, String parameter, @Nullable String value, LocalDate from,
			String reason, String setBy) {
		DatabaseClient.GenericExecuteSpec insert = this.database.sql(INSERT)
			.bind(0, id)
			.bind(1, parameter)
			.bind(2, rule)
			.bind(4, from)
			.bind(5, reason)
			.bind(6, setBy);
		return this.database.sql(LOCK)
			.then()
			.then(((value != null) ? insert.bind(3, value) : insert.bindNull(3, String.class))
				.map(RuleOverrides::override)
				.one());
	}

	private static RuleOverride override(Readable row) {
		return new RuleOverride(Rows.required(row, "id", UUID.class), Rows.required(row, "number", Long.class),
				Rows.required(row, "parameter", String.class), Rows.required(row, "rule", String.class),
				row.get("value", String.class), Rows.required(row, "from_day", LocalDate.class),
				Rows.required(row, "reason", String.class), Rows.required(row, "set_by", String.class),
				Rows.required(row, "set_at", OffsetDateTime.class));
	}

}
