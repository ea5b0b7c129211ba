package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.deputy.suggestion.SuggestionAction.Satisfaction;
import renda.platform.deadline.Deadlines;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of suggestions.
 */
@Repository
class Suggestions {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-stateSince").by("state_since", LocalDate.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class),
			Sort.descending("-code").by("code", String.class).by("id", UUID.class));

	/** The class of the answers, and the result of the rating, as they were on a day. */
	static final String CLASS_ON = "CASE WHEN reanswered_on <= %1$s THEN last_class WHEN answered_on <= %1$s THEN first_class END";

	static final String RESULT_ON = "CASE WHEN rerated_on <= %1$s THEN last_result WHEN rated_on <= %1$s THEN first_result END";

	private final DatabaseClient database;

	private final SuggestionKind kind;

	Suggestions(DatabaseClient database, SuggestionKind kind) {
		this.database = database;
		this.kind = kind;
	}

	/**
	 * The suggestions a caller may read.
	 * @param today the day that overdue is judged by
	 */
	Mono<Slice<Item>> find(Filter filter, Caller caller, LocalDate today, ListRequest request) {
		Select select = this.kind.table()
			.knownTo(caller, this.kind.keys(caller))
			.where("state = ?", filter.state())
			.where("field = ?", filter.field())
			.where("term = ?", filter.term())
			.where("session = ?", filter.session())
			.where("handlers @> ARRAY[?]::text[]", filter.handler())
			.where("handler = ?", filter.answeredBy())
			.where(CLASS_ON.formatted(day(filter.answeredTo())) + " = ?", filter.replyClass())
			.where(RESULT_ON.formatted(day(filter.ratedTo())) + " = ?", filter.rating())
			.where("priority = ?", filter.priority())
			.where("(onsite_on IS NOT NULL) = ?", filter.onsite())
			.where("deputies @> ARRAY[?]::text[]", (filter.deputy() != null) ? filter.deputy().toString() : null)
			.where("code = ?", filter.code())
			.where("petition_id = ?", filter.petition())
			.where("extract(year FROM submitted_on)::int = ?", filter.year())
			.where("submitted_on >= ?", filter.submittedFrom())
			.where("submitted_on <= ?", filter.submittedTo())
			.where("assigned_on >= ?", filter.assignedFrom())
			.where("assigned_on <= ?", filter.assignedTo())
			.where("answered_on >= ?", filter.answeredFrom())
			.where("answered_on <= ?", filter.answeredTo())
			.where("rated_on <= ?", filter.ratedTo())
			.where("implemented_on <= ?", filter.implementedTo())
			.where("onsite_on <= ?", filter.onsiteTo())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		return Deadlines.overdue(select, "suggestion", filter.overdue(), today)
			.page(this.database, request, SORTS, (row) -> Item.of(this.kind.table().read(row)));
	}

	/**
	 * A day as SQL; none: no end.
	 */
	private static String day(@Nullable LocalDate day) {
		return (day != null) ? "date '" + day + "'" : "date 'infinity'";
	}

	/**
	 * Which suggestions to list.
	 *
	 * @param session {@code 15-3}, or {@code between}
	 * @param handler the code of a unit that has a part in it now
	 * @param answeredBy the code of the unit that answers; of several the first
	 * @param replyClass the class of the answers, on {@code answeredTo} where that is
	 * given
	 * @param rating the result of the last rating, on {@code ratedTo} where that is given
	 * @param onsite whether it was supervised on the spot
	 * @param deputy the seat of a deputy who leads or has signed it
	 * @param petition the petition it was guided from
	 * @param year the year it was put forward
	 * @param implementedTo nothing was left to be done on that day
	 * @param overdue whether one of its clocks is over
	 */
	record Filter(Suggestion.@Nullable State state, Proposal.@Nullable Field field, @Nullable Integer term,
			@Nullable String session, @Nullable String handler, @Nullable String answeredBy,
			Handling.@Nullable Grade replyClass, @Nullable Satisfaction rating, @Nullable Boolean priority,
			@Nullable Boolean onsite, @Nullable UUID deputy, @Nullable String code, @Nullable UUID petition,
			@Nullable Integer year, @Nullable LocalDate submittedFrom, @Nullable LocalDate submittedTo,
			@Nullable LocalDate assignedFrom, @Nullable LocalDate assignedTo, @Nullable LocalDate answeredFrom,
			@Nullable LocalDate answeredTo, @Nullable LocalDate ratedTo, @Nullable LocalDate implementedTo,
			@Nullable LocalDate onsiteTo, @Nullable Boolean overdue) {
	}

	/**
	 * A suggestion in a list.
	 *
	 * @param handlers the codes of the units that have a part in it now
	 * @param notRated whether it is answered and not rated
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String code, Suggestion.State state, LocalDate stateSince, String title, Proposal.Field field,
			int term, String session, String lead, int coSigners, List<String> handlers,
			@Nullable LocalDate submittedOn, @Nullable LocalDate assignedOn, @Nullable LocalDate answeredOn,
			Handling.@Nullable Grade replyClass, boolean notRated, @Nullable Satisfaction result, boolean priority,
			boolean onSite, boolean promises, boolean confidential, boolean sample, long version) {

		private static Item of(Suggestion suggestion) {
			SuggestionView view = SuggestionView.of(suggestion, false);
			return new Item(view.id(), view.code(), view.state(), view.stateSince(), view.title(), view.field(),
					view.term(), suggestion.proposal().sessionCode(), view.lead().name(), view.coSigners().size(),
					suggestion.organs((handling) -> true), view.submittedOn(), view.assignedOn(), view.answeredOn(),
					view.replyClass(), view.notRated(), view.result(), view.priority() != null,
					!view.onSite().isEmpty(), view.promises(), view.confidential(), view.sample(), view.version());
		}

	}

}
