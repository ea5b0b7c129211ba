package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * The ledger of promises (承诺事项台账), of suggestions that everyone may read.
 */
@Repository
class Promises {

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("dueOn").by("due_on", LocalDate.class).by("id", UUID.class),
			Sort.descending("-dueOn").by("due_on", LocalDate.class).by("id", UUID.class));

	private static final String SEARCHED = """
			suggestion_id IN (SELECT id FROM suggestion WHERE search @@ ?::tsquery)""";

	private final DatabaseClient database;

	Promises(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<Item>> find(Filter filter, LocalDate today, ListRequest request) {
		Select select = new Select("SELECT * FROM suggestion_promise").where("open_to_all")
			.where("organ = ?", filter.organ())
			.where("state = ?", filter.state())
			.where("term = ?", filter.term())
			.where("code = ?", filter.code())
			.where("due_on >= ?", filter.dueFrom())
			.where("due_on <= ?", filter.dueTo())
			.where(SEARCHED, Bigrams.query(request.q()));
		if (filter.overdue() != null) {
			select.where(filter.overdue() ? "state = 'OPEN' AND due_on < ?" : "NOT (state = 'OPEN' AND due_on < ?)",
					today);
		}
		return select.page(this.database, request, SORTS, Promises::item);
	}

	private static Item item(Readable row) {
		return new Item(required(row, "id", UUID.class),
				SuggestionKind.PATH + "/" + required(row, "suggestion_id", UUID.class),
				required(row, "code", String.class), required(row, "title", String.class),
				required(row, "term", Integer.class), required(row, "organ", String.class),
				required(row, "organ_name", String.class), required(row, "what", String.class),
				required(row, "made_on", LocalDate.class), required(row, "due_on", LocalDate.class),
				State.valueOf(required(row, "state", String.class)), row.get("done_on", LocalDate.class),
				required(row, "result", String.class), required(row, "progress", String.class));
	}

	/**
	 * What became of a promise.
	 */
	enum State {

		/** 待兑现. */
		OPEN,
		/** 已兑现. */
		KEPT,
		/** 由再次答复取代. */
		REPLACED

	}

	/**
	 * A promise.
	 *
	 * @param suggestion where the suggestion is
	 * @param dueOn the day it is promised for
	 * @param progress the unit's last report; may be empty
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String suggestion, String code, String title, int term, String organ, String organName,
			String what, LocalDate madeOn, LocalDate dueOn, State state, @Nullable LocalDate doneOn, String result,
			String progress) {
	}

	/**
	 * Which promises to list.
	 *
	 * @param code the suggestion's code
	 * @param overdue whether it is still open after its day
	 */
	record Filter(@Nullable String organ, @Nullable State state, @Nullable Integer term, @Nullable String code,
			@Nullable LocalDate dueFrom, @Nullable LocalDate dueTo, @Nullable Boolean overdue) {
	}

}
