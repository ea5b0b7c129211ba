package renda.legislation.meeting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.member.Body;
import renda.legislation.sitting.Announced;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of meetings.
 */
@Repository
class Meetings {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-from").by("from_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("from").by("from_on", LocalDate.class).by("id", UUID.class));

	private static final String HELD_BEFORE = """
			SELECT id, content FROM meeting
			WHERE body = $1 AND closed_on IS NOT NULL AND closed_on <= $2
			ORDER BY closed_on DESC, id DESC
			LIMIT 1""";

	private static final String DATED = """
			SELECT id, content FROM meeting
			WHERE body = $1 AND state IN ('AGENDA_DRAFT', 'NOTIFIED', 'CHECK_IN', 'NO_QUORUM', 'OPEN') AND id <> $2
			ORDER BY from_on, id
			LIMIT 1""";

	private static final String ANNOUNCED = """
			SELECT id, content, modified_at FROM meeting
			WHERE open_to_all AND to_on >= $1 AND ($2 = '' OR body = $2)
			ORDER BY from_on, id
			LIMIT 1000""";

	private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

	private final DatabaseClient database;

	private final MeetingKind kind;

	Meetings(DatabaseClient database, MeetingKind kind) {
		this.database = database;
		this.kind = kind;
	}

	/**
	 * The meetings a caller may know of.
	 */
	Mono<Slice<Item>> find(Filter filter, Caller caller, ListRequest request) {
		Select select = new Select("SELECT id, code, from_on, modified_at, content FROM meeting");
		if (!this.kind.isInsider(caller)) {
			select.where("open_to_all");
		}
		return select.where("body = ?", filter.body())
			.where("term = ?", filter.term())
			.where("kind = ?", filter.kind())
			.where("state = ?", filter.state())
			.where("extract(year FROM from_on)::int = ?", filter.year())
			.where("to_on >= ?", filter.from())
			.where("from_on <= ?", filter.to())
			.where("(opened_on IS NOT NULL) = ?", filter.held())
			.where("subjects @> ARRAY[?]::text[]", (filter.subject() != null) ? filter.subject().toString() : null)
			.where("attended @> ARRAY[?]::text[]",
					(filter.attendingDeputy() != null) ? filter.attendingDeputy().toString() : null)
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, (row) -> Item.of(this.kind.table().read(row)));
	}

	/**
	 * The body's last meeting of all; empty for none.
	 */
	Mono<Meeting> lastHeld(Body body) {
		return heldBefore(body, EVER);
	}

	/**
	 * The body's last meeting that ended by a day; empty for none.
	 */
	Mono<Meeting> heldBefore(Body body, LocalDate day) {
		return this.database.sql(HELD_BEFORE).bind(0, body.name()).bind(1, day).map(this.kind.table()::read).one();
	}

	/**
	 * The body's next meeting, which has a date and is not over; empty for none.
	 * @param but another than this
	 */
	Mono<Meeting> dated(Body body, UUID but) {
		return this.database.sql(DATED).bind(0, body.name()).bind(1, but).map(this.kind.table()::read).one();
	}

	/**
	 * The meetings that everyone may know of and that end on a day or later, the first
	 * first.
	 */
	Mono<List<Announced>> announced(@Nullable Body body, LocalDate since) {
		return this.database.sql(ANNOUNCED)
			.bind(0, since)
			.bind(1, (body != null) ? body.name() : "")
			.map((row) -> announced(this.kind.table().read(row),
					Rows.required(row, "modified_at", OffsetDateTime.class)))
			.all()
			.collectList();
	}

	static Announced announced(Meeting meeting, OffsetDateTime modifiedAt) {
		Convening convening = meeting.convening();
		LocalDate closed = meeting.course().closedOn();
		LocalDate to = (closed != null && closed.isAfter(convening.to())) ? closed : convening.to();
		return new Announced(meeting.id(), meeting.version(), convening.name(), convening.place(), convening.from(), to,
				certainty(meeting.state()),
				meeting.agenda().stream().filter((item) -> item.withheld().isEmpty()).map(AgendaItem::title).toList(),
				modifiedAt);
	}

	private static Announced.Certainty certainty(Meeting.State state) {
		return switch (state) {
			case CANCELLED -> Announced.Certainty.CANCELLED;
			case PLANNED, AGENDA_DRAFT, NO_QUORUM -> Announced.Certainty.TENTATIVE;
			case NOTIFIED, CHECK_IN, OPEN, CLOSED, PUBLISHED -> Announced.Certainty.CONFIRMED;
		};
	}

	/**
	 * Which meetings to list.
	 *
	 * @param from those that end on that day or later
	 * @param to those that begin on that day or earlier
	 * @param held whether it was opened
	 * @param subject a case on the agenda
	 * @param attendingDeputy the seat of a deputy who came without a vote
	 */
	record Filter(@Nullable Body body, @Nullable Integer term, Convening.@Nullable Kind kind,
			Meeting.@Nullable State state, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Boolean held, @Nullable UUID subject, @Nullable UUID attendingDeputy) {
	}

	/**
	 * A meeting in a list.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "MeetingListed")
	record Item(UUID id, String code, Meeting.State state, LocalDate stateSince, String name, Body body, int term,
			int number, Convening.Kind kind, LocalDate from, LocalDate to, @Nullable String place, int items,
			@Nullable LocalDate openedOn, @Nullable Integer members, @Nullable Integer present,
			@Nullable LocalDate closedOn, @Nullable LocalDate publishedOn, int attendingDeputies, boolean sample,
			long version) {

		private static Item of(Meeting meeting) {
			MeetingView view = MeetingView.of(meeting, false, false);
			return new Item(view.id(), view.code(), view.state(), view.stateSince(), view.name(), view.body(),
					view.term(), view.number(), view.kind(), view.from(), view.to(), view.place(), view.agenda().size(),
					view.openedOn(), view.members(), view.present(), view.closedOn(), view.publishedOn(),
					MeetingKind.attended(meeting).size(), view.sample(), view.version());
		}

	}

}
