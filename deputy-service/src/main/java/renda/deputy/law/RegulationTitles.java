package renda.deputy.law;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.platform.search.Bigrams;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The titles kept.
 */
@Repository
class RegulationTitles {

	private static final List<Sort> SORTS = List
		.of(Sort.ascending("title").by("title", String.class).by("id", UUID.class));

	private static final String PUT = """
			INSERT INTO regulation_title (id, title, status, effective_on, search)
			VALUES ($1, $2, $3, $4, $5::tsvector)
			ON CONFLICT (id) DO UPDATE
			SET title = excluded.title, status = excluded.status, effective_on = excluded.effective_on,
			    search = excluded.search, modified_at = clock_timestamp()""";

	private final DatabaseClient database;

	RegulationTitles(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<RegulationTitle>> find(RegulationTitle.Filter filter, ListRequest request) {
		return new Select("SELECT * FROM regulation_title").where("status = ?", filter.status())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, RegulationTitles::title);
	}

	Mono<RegulationTitle> byId(UUID id) {
		return this.database.sql("SELECT * FROM regulation_title WHERE id = $1")
			.bind(0, id)
			.map(RegulationTitles::title)
			.one();
	}

	/**
	 * Keeps what the register says now, whatever was known before.
	 */
	Mono<Void> put(RegulationTitle regulation) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(PUT)
			.bind(0, regulation.id())
			.bind(1, regulation.title())
			.bind(2, regulation.status())
			.bind(4, Bigrams.vector(regulation.title(), 'A'));
		LocalDate effectiveOn = regulation.effectiveOn();
		return ((effectiveOn != null) ? sql.bind(3, effectiveOn) : sql.bindNull(3, LocalDate.class)).fetch()
			.rowsUpdated()
			.then();
	}

	private static RegulationTitle title(Readable row) {
		return new RegulationTitle(required(row, "id", UUID.class), required(row, "title", String.class),
				required(row, "status", String.class), row.get("effective_on", LocalDate.class));
	}

}
