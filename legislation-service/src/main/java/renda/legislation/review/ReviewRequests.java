package renda.legislation.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import renda.legislation.filing.FilingFollower;
import renda.legislation.filingyear.RequestsReceived;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of review requests, of which nothing sealed is read, and what the end of a
 * review means for them.
 */
@Repository
class ReviewRequests implements FilingFollower, RequestsReceived {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-code").by("code", String.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class));

	private static final String RECEIVED = """
			SELECT kind, count(*) AS value FROM review_request WHERE received_on BETWEEN $1 AND $2 GROUP BY kind""";

	private final DatabaseClient database;

	private final ReviewRequestKind kind;

	private final Proceedings proceedings;

	ReviewRequests(DatabaseClient database, ReviewRequestKind kind, Proceedings proceedings) {
		this.database = database;
		this.kind = kind;
		this.proceedings = proceedings;
	}

	/**
	 * The requests a caller may know of: the office all, committees those in review,
	 * everybody their own.
	 */
	Mono<Slice<Item>> find(Filter filter, Caller caller, ListRequest request) {
		Select select = new Select("""
				SELECT id, code, state, state_since, version, kind, filing_id, received_on, sample, modified_at
				FROM review_request""");
		if (!this.kind.isOffice(caller)) {
			String own = this.kind.account(caller.subject());
			if (ReviewRequestKind.isReviewer(caller)) {
				select.where("(reviewed OR account = ?)", own);
			}
			else {
				select.where("account = ?", own);
			}
		}
		return select.where("state = ?", filter.state())
			.where("kind = ?", filter.kind())
			.where("filing_id = ?", filter.filing())
			.where("code = ?", filter.code())
			.where("received_on >= ?", filter.receivedFrom())
			.where("received_on <= ?", filter.receivedTo())
			.page(this.database, request, SORTS, Item::of);
	}

	/**
	 * The reply to each requester is due from now on. It follows from the end of the
	 * review, whoever ended it.
	 */
	@Override
	public Mono<Void> reviewEnded(List<UUID> requests, UUID filing, String result, String conclusion, Caller caller) {
		Caller office = new Caller("filing", "备案审查", Set.of(Role.FILING_OFFICE), Set.of(), "");
		return Flux.fromIterable(requests.stream().sorted().toList())
			.concatMap(this.kind.table()::locked)
			.filter((request) -> request.state() == ReviewRequest.State.IN_REVIEW && filing.equals(request.filing())
					&& request.outcome() == null)
			.concatMap((request) -> this.proceedings.take(this.kind, request, "review-ended",
					new ReviewRequestAction.ReviewEnded(result, conclusion), office))
			.then();
	}

	@Override
	public Mono<Map<String, Long>> received(LocalDate from, LocalDate to) {
		return this.database.sql(RECEIVED)
			.bind(0, from)
			.bind(1, to)
			.map((row) -> Map.entry(Rows.text(row, "kind"), Rows.required(row, "value", Long.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * Which requests to list.
	 */
	record Filter(ReviewRequest.@Nullable State state, ReviewRequest.@Nullable Kind kind, @Nullable UUID filing,
			@Nullable String code, @Nullable LocalDate receivedFrom, @Nullable LocalDate receivedTo) {
	}

	/**
	 * A request in a list.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String code, ReviewRequest.State state, LocalDate stateSince, ReviewRequest.Kind kind,
			@Nullable UUID filing, LocalDate receivedOn, boolean sample, long version) {

		private static Item of(Readable row) {
			return new Item(Rows.required(row, "id", UUID.class), Rows.text(row, "code"),
					ReviewRequest.State.valueOf(Rows.text(row, "state")),
					Rows.required(row, "state_since", LocalDate.class),
					ReviewRequest.Kind.valueOf(Rows.text(row, "kind")), row.get("filing_id", UUID.class),
					Rows.required(row, "received_on", LocalDate.class), Rows.flag(row, "sample"),
					Rows.required(row, "version", Long.class));
		}

	}

}
