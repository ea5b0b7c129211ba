package renda.legislation.act;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.regulation.Regulations;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Reads decisions.
 */
@Repository
class Acts {

	private static final String HEAD = """
			SELECT a.id, a.title, a.jurisdiction, a.level, a.decided_on, a.adopted_on, a.adopted_by, a.meeting,
				a.approved_on, a.approved_by, a.packaged, a.sample, a.modified_at,
				(SELECT count(DISTINCT v.regulation_id) FROM regulation_version v WHERE v.act_id = a.id) AS regulations
			FROM legal_act a""";

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-decided").by("decided_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("decided").by("decided_on", LocalDate.class).by("id", UUID.class));

	private final DatabaseClient database;

	Acts(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<Act>> find(Act.Filter filter, ListRequest request) {
		Select select = new Select(HEAD);
		if (filter.title() != null && !filter.title().isBlank()) {
			select.where("title LIKE '%' || ? || '%'", Regulations.escaped(filter.title().strip()));
		}
		return select.where("level = ?", filter.level())
			.where("packaged = ?", filter.packaged())
			.where("extract(year FROM decided_on) = ?", filter.year())
			.where("sample = ?", filter.sample())
			.page(this.database, request, SORTS, Act::of);
	}

	Mono<Act> one(UUID id) {
		return this.database.sql(HEAD + "\nWHERE a.id = $1").bind(0, id).map(Act::of).one();
	}

}
