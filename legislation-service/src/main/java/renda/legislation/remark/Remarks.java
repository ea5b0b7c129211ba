package renda.legislation.remark;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of remarks.
 */
@Repository
class Remarks {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-raisedOn").by("raised_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final RemarkKind kind;

	Remarks(DatabaseClient database, RemarkKind kind) {
		this.database = database;
		this.kind = kind;
	}

	/**
	 * The remarks a caller may read.
	 */
	Mono<Slice<RemarkView>> find(Filter filter, Caller caller, ListRequest request) {
		return this.kind.table()
			.knownTo(caller, this.kind.keys(caller), "raised_on")
			.where("state = ?", filter.state())
			.where("meeting = ?", filter.meeting())
			.where("member = ?", filter.member())
			.where("organ = ?", filter.organ())
			.where("extract(year FROM raised_on)::int = ?", filter.year())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, (row) -> RemarkView.of(this.kind.table().read(row)));
	}

	/**
	 * Which remarks to list.
	 *
	 * @param year the year it was raised
	 */
	@Schema(name = "RemarkFilter")
	record Filter(Remark.@Nullable State state, @Nullable UUID meeting, @Nullable UUID member, @Nullable String organ,
			@Nullable Integer year) {
	}

}
