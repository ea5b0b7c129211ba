package renda.legislation.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.regulation.RegulationVersion;
import renda.legislation.regulation.Regulations;
import renda.platform.city.CityProfile;
import renda.platform.figure.Figure.Count;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what was done to regulations, one row for each regulation and act.
 */
@Repository
class Changes {

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("acted").by("acted_on", LocalDate.class).by("id", UUID.class),
			Sort.descending("-acted").by("acted_on", LocalDate.class).by("id", UUID.class));

	private static final String ALL = "''";

	private static final Map<String, String> GROUPS = Map.of("year", "extract(year FROM adopted_on)::text", "kind",
			"lower(kind)", "form", "CASE WHEN packaged THEN 'package' ELSE 'single' END");

	private static final String OF_ACT = RegulationVersion.SELECT + "\nWHERE v.act_id = $1 ORDER BY r.title, v.id";

	private static final String PACKAGE_OF = """
			act_id IN (SELECT p.act_id FROM regulation_version p JOIN regulation o ON o.id = p.regulation_id
				WHERE p.packaged AND p.kind = 'AMENDED' AND o.title LIKE '%' || ? || '%')""";

	private final DatabaseClient database;

	private final CityProfile city;

	Changes(DatabaseClient database, CityProfile city) {
		this.database = database;
		this.city = city;
	}

	Mono<List<RegulationVersion>> of(UUID act, LocalDate on) {
		return this.database.sql(OF_ACT).bind(0, act).map((row) -> RegulationVersion.of(row, on)).all().collectList();
	}

	Mono<Slice<RegulationVersion>> find(ChangeFilter filter, LocalDate on, ListRequest request) {
		return narrowed(filter).page(this.database, request, SORTS, (row) -> RegulationVersion.of(row, on));
	}

	/**
	 * Counts the changes of the list, in all or by group.
	 */
	Mono<List<Count>> count(ChangeFilter filter, @Nullable String by) {
		return narrowed(filter).counts(this.database, (by != null) ? GROUPS.getOrDefault(by, ALL) : ALL)
			.map((counts) -> (counts.isEmpty() && by == null) ? List.of(new Count("", 0))
					: counts.entrySet().stream().map((part) -> new Count(part.getKey(), part.getValue())).toList());
	}

	private Select narrowed(ChangeFilter filter) {
		Select select = new Select("SELECT * FROM (" + RegulationVersion.SELECT + ") AS found")
			.where("regulation_id = ?", filter.regulation())
			.where("act_id = ?", filter.act())
			.where("kind = ?", filter.kind())
			.where("level = ?", filter.level())
			.where("extract(year FROM adopted_on) = ?", filter.year())
			.where("packaged = ?", filter.packaged())
			.where("sample = ?", filter.sample());
		if (Boolean.TRUE.equals(filter.making())) {
			select.where("kind IN ('ENACTED', 'REVISED')");
		}
		if (filter.term() != null) {
			CityProfile.Term term = this.city.term(filter.term());
			select.where("adopted_on >= ?", term.from()).where("adopted_on <= ?", term.to());
		}
		if (filter.approved() != null) {
			select.where(filter.approved() ? "approved_on IS NOT NULL" : "approved_on IS NULL");
		}
		if (filter.asOf() != null) {
			select.where("adopted_on <= ?", filter.asOf());
			if (Boolean.TRUE.equals(filter.approved())) {
				select.where("approved_on <= ?", filter.asOf());
			}
		}
		if (filter.packageOf() != null && !filter.packageOf().isBlank()) {
			select.where("packaged").where(PACKAGE_OF, Regulations.escaped(filter.packageOf().strip()));
		}
		return select;
	}

}
