package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
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
 * Petitions that supervision has guided here, to be taken up by deputies.
 */
@Repository
class GuidedPetitions {

	private static final List<Sort> SORTS = List
		.of(Sort.descending("-guidedOn").by("guided_on", LocalDate.class).by("id", UUID.class));

	private static final String TAKEN = """
			EXISTS (SELECT FROM suggestion
			        WHERE petition_id = guided_petition.id AND state <> 'WITHDRAWN')""";

	private static final String READ = "SELECT guided_petition.*, " + TAKEN + " AS taken FROM guided_petition";

	private static final String PUT = """
			INSERT INTO guided_petition (id, code, title, area, guided_on, search)
			VALUES ($1, $2, $3, $4, $5, $6::tsvector)
			ON CONFLICT (id) DO UPDATE
			SET code = excluded.code, title = excluded.title, area = excluded.area, guided_on = excluded.guided_on,
			    search = excluded.search, modified_at = clock_timestamp()""";

	private final DatabaseClient database;

	GuidedPetitions(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<Item>> find(Filter filter, ListRequest request) {
		Select select = new Select(READ).where("area = ?", filter.area())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		if (filter.taken() != null) {
			select.where(filter.taken() ? TAKEN : "NOT " + TAKEN);
		}
		return select.page(this.database, request, SORTS, GuidedPetitions::item);
	}

	Mono<Item> byId(UUID id) {
		return this.database.sql(READ + " WHERE id = $1").bind(0, id).map(GuidedPetitions::item).one();
	}

	/**
	 * Keeps what supervision says now.
	 */
	Mono<Void> put(Guided petition) {
		return this.database.sql(PUT)
			.bind(0, petition.id())
			.bind(1, petition.code())
			.bind(2, petition.title())
			.bind(3, petition.area())
			.bind(4, petition.guidedOn())
			.bind(5, Bigrams.vector(petition.title(), 'A'))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static Item item(Readable row) {
		return new Item(required(row, "id", UUID.class), required(row, "code", String.class),
				required(row, "title", String.class), required(row, "area", String.class),
				required(row, "guided_on", LocalDate.class), required(row, "taken", Boolean.class));
	}

	/**
	 * What supervision tells; the title is a neutral one without personal data.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Guided(UUID id, String code, String title, String area, LocalDate guidedOn) {
	}

	/**
	 * A petition that was guided here.
	 *
	 * @param taken whether a suggestion has taken it up
	 */
	record Item(UUID id, String code, String title, String area, LocalDate guidedOn, boolean taken) {
	}

	/**
	 * Which petitions to list.
	 */
	record Filter(@Nullable String area, @Nullable Boolean taken) {
	}

}
