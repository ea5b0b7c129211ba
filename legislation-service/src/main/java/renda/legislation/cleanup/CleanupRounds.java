package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

/**
 * The lists of clean-up rounds.
 */
@Repository
class CleanupRounds {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-begunOn").by("begun_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final CleanupKind kind;

	CleanupRounds(DatabaseClient database, CleanupKind kind) {
		this.database = database;
		this.kind = kind;
	}

	/**
	 * The rounds a caller may read.
	 */
	Mono<Slice<Item>> find(Filter filter, Caller caller, ListRequest request) {
		return this.kind.table()
			.knownTo(caller, this.kind.keys(caller), "begun_on")
			.where("state = ?", filter.state())
			.where("field = ?", filter.field())
			.where("superior = ?", filter.superior())
			.where("term = ?", filter.term())
			.where("code = ?", filter.code())
			.where("regulations @> ARRAY[?]::text[]",
					(filter.regulation() != null) ? filter.regulation().toString() : null)
			.where("extract(year FROM completed_on)::int = ?", filter.year())
			.where("(completed_on IS NOT NULL) = ?", filter.completed())
			.where("completed_on <= ?", filter.completedTo())
			.where("sample = ?", filter.sample())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, (row) -> Item.of(this.kind.table().read(row)));
	}

	/**
	 * Which rounds to list.
	 *
	 * @param superior the title of the superior law
	 * @param regulation a text in the scope
	 * @param year the year it was completed
	 * @param completed whether it was completed
	 */
	@Schema(name = "CleanupFilter")
	record Filter(CleanupRound.@Nullable State state, @Nullable String field, @Nullable String superior,
			@Nullable Integer term, @Nullable String code, @Nullable UUID regulation, @Nullable Integer year,
			@Nullable Boolean completed, @Nullable LocalDate completedTo, @Nullable Boolean sample) {
	}

	/**
	 * A round in a list.
	 *
	 * @param items how many texts are in its scope
	 * @param decided how many of them are decided; known with the report
	 * @param done of how many the change is promulgated
	 */
	@Schema(name = "CleanupEntry")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String code, CleanupRound.State state, LocalDate stateSince, String title, String field,
			@Nullable String superior, int term, LocalDate begunOn, int items, @Nullable Integer decided, int done,
			@Nullable LocalDate completedOn, int waiting, boolean sample, long version) {

		private static Item of(CleanupRound round) {
			CleanupView view = CleanupView.of(round, false);
			return new Item(view.id(), view.code(), view.state(), view.stateSince(), view.title(), view.field(),
					view.superior(), view.term(), view.begunOn(), view.items().size(),
					(view.completedOn() != null)
							? (int) view.items().stream().filter((item) -> item.decision() != null).count() : null,
					(int) view.items().stream().filter(CleanupView.Item::done).count(), view.completedOn(),
					view.waiting().size(), view.sample(), view.version());
		}

	}

}
