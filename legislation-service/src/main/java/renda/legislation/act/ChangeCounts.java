package renda.legislation.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.regulation.Level;
import renda.legislation.regulation.Regulations;
import renda.legislation.text.LegalAct;
import renda.platform.city.CityProfile;
import renda.platform.figure.Figure.Count;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Counts changes with the conditions of their list.
 */
@Repository
class ChangeCounts {

	private static final Map<String, String> GROUPS = Map.of("", "''", "year", "extract(year FROM v.adopted_on)::text",
			"kind", "lower(v.kind)", "form", "CASE WHEN v.packaged THEN 'package' ELSE 'single' END");

	private static final String COUNT = """
			SELECT %s AS part, count(*) AS value
			FROM regulation_version v
			JOIN regulation r ON r.id = v.regulation_id
			WHERE r.level = $1 AND v.kind = any($2) AND v.adopted_on BETWEEN $3 AND least($4, $5)
				AND v.approved_on <= $5
				AND ($6 = '' OR v.packaged AND v.act_id IN (
					SELECT p.act_id FROM regulation_version p JOIN regulation o ON o.id = p.regulation_id
					WHERE p.packaged AND p.kind = 'AMENDED' AND o.title LIKE '%%' || $6 || '%%'))
			GROUP BY 1 ORDER BY 1""";

	private final DatabaseClient database;

	private final CityProfile city;

	ChangeCounts(DatabaseClient database, CityProfile city) {
		this.database = database;
		this.city = city;
	}

	/**
	 * Counts, in all or by group.
	 * @param filter with level, term and last day
	 */
	Mono<List<Count>> count(ChangeFilter filter, @Nullable String by) {
		CityProfile.Term term = this.city.term(Objects.requireNonNull(filter.term()));
		LocalDate asOf = Objects.requireNonNull(filter.asOf());
		List<String> kinds = new ArrayList<>();
		if (Boolean.TRUE.equals(filter.making())) {
			kinds.addAll(List.of(LegalAct.Kind.ENACTED.name(), LegalAct.Kind.REVISED.name()));
		}
		else {
			kinds.add(Objects.requireNonNull(filter.kind()).name());
		}
		String packageOf = (filter.packageOf() != null) ? filter.packageOf() : "";
		return this.database.sql(COUNT.formatted(GROUPS.getOrDefault((by != null) ? by : "", "''")))
			.bind(0, Level.CITY.name())
			.bind(1, kinds.toArray(String[]::new))
			.bind(2, term.from())
			.bind(3, (term.to() != null) ? term.to() : asOf)
			.bind(4, asOf)
			.bind(5, Regulations.escaped(packageOf))
			.map((row) -> new Count(Rows.text(row, "part"), Rows.required(row, "value", Long.class)))
			.all()
			.collectList()
			.map((counts) -> (counts.isEmpty() && by == null) ? List.of(new Count("", 0)) : counts);
	}

}
