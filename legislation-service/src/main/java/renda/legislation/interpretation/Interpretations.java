package renda.legislation.interpretation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.interpretation.Interpretation.Requester;
import renda.legislation.interpretation.Interpretation.State;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of interpretations.
 */
@Repository
class Interpretations {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-stateSince").by("state_since", LocalDate.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final InterpretationKind kind;

	Interpretations(DatabaseClient database, InterpretationKind kind) {
		this.database = database;
		this.kind = kind;
	}

	/**
	 * The interpretations a caller may read.
	 */
	Mono<Slice<InterpretationRow>> find(InterpretationFilter filter, Caller caller, ListRequest request) {
		return this.kind.table()
			.knownTo(caller, this.kind.keys(caller))
			.where("state = ?", filter.state())
			.where("regulation_id = ?", filter.regulation())
			.where("requester = ?", filter.requester())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, (row) -> InterpretationRow.of(this.kind.table().read(row)));
	}

	/**
	 * Which interpretations to list.
	 *
	 * @param regulation the regulation interpreted
	 * @param requester what the requester is
	 */
	record InterpretationFilter(@Nullable State state, @Nullable UUID regulation, @Nullable Requester requester) {
	}

	/**
	 * An interpretation in a list.
	 *
	 * @param regulation the regulation interpreted
	 * @param regulationTitle its title
	 */
	record InterpretationRow(UUID id, String code, State state, LocalDate stateSince, String title, UUID regulation,
			String regulationTitle, String article, Requester requester, boolean sample, long version) {

		private static InterpretationRow of(Interpretation one) {
			return new InterpretationRow(one.id(), one.code(), one.state(), one.stateSince(), one.title(),
					one.request().regulation(), one.request().title(), one.request().article(),
					one.request().requester(), one.sample(), one.version());
		}

	}

}
