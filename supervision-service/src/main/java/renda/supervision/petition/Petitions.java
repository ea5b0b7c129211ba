package renda.supervision.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.figure.Figure;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.supervision.petition.PetitionTerms.Category;
import renda.supervision.petition.PetitionTerms.Channel;
import renda.supervision.petition.PetitionTerms.Route;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The lists of matters. Nothing sealed is read for them.
 */
@Repository
class Petitions {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-receivedOn").by("received_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("receivedOn").by("received_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class));

	private static final String READ = """
			SELECT * FROM (
			  SELECT id, code, state, state_since, received_on, channel, area, category, route, handler, dealing, accounts,
			         withheld, supervised_on, search, sample, modified_at,
			         (SELECT count(*) FROM petition_receipt WHERE petition_id = petition.id) AS receipts
			  FROM petition) AS petition""";

	private static final String SUPERVISED = """
			SELECT %s AS grouped, count(*) AS value
			FROM petition
			WHERE supervised_on BETWEEN $1 AND $2
			GROUP BY 1 ORDER BY 1""";

	private final DatabaseClient database;

	private final PetitionKind kind;

	Petitions(DatabaseClient database, PetitionKind kind) {
		this.database = database;
		this.kind = kind;
	}

	/**
	 * The matters a caller may know of: the office and the chairs all, an organ those it
	 * deals with now, a resident their own; nobody one that accuses them.
	 */
	Mono<Slice<Row>> find(Filter filter, ListRequest request, Caller caller) {
		Select select = new Select(READ).where("NOT withheld && ?", this.kind.withheldFrom(caller));
		if (!caller.has(Role.PETITION_OFFICE) && !caller.has(Role.CHAIR)) {
			if (caller.has(Role.RESIDENT)) {
				select.where("accounts @> ?", new String[] { this.kind.account(caller.subject()) });
			}
			else {
				select.where("dealing @> ?", new String[] { caller.organ() });
			}
		}
		if (filter.supervised() != null) {
			select.where(filter.supervised() ? "supervised_on IS NOT NULL" : "supervised_on IS NULL");
		}
		return select.where("state = ?", filter.state())
			.where("category = ?", filter.category())
			.where("route = ?", filter.route())
			.where("channel = ?", filter.channel())
			.where("area = ?", filter.area())
			.where("handler = ?", filter.handler())
			.where("received_on >= ?", filter.receivedFrom())
			.where("received_on <= ?", filter.receivedTo())
			.where("supervised_on >= ?", filter.supervisedFrom())
			.where("supervised_on <= ?", filter.supervisedTo())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, Petitions::row);
	}

	/**
	 * Counts the matters a leader was told to see to within some days.
	 * @param by an SQL expression of this package's own, never a caller's
	 */
	Mono<List<Figure.Count>> supervised(LocalDate from, LocalDate to, String by) {
		return this.database.sql(SUPERVISED.formatted(by))
			.bind(0, from)
			.bind(1, to)
			.map((row) -> new Figure.Count(required(row, "grouped", String.class), required(row, "value", Long.class)))
			.all()
			.collectList();
	}

	private static Row row(Readable row) {
		String category = row.get("category", String.class);
		String route = row.get("route", String.class);
		return new Row(required(row, "id", UUID.class), required(row, "code", String.class),
				PetitionState.valueOf(required(row, "state", String.class)),
				required(row, "state_since", LocalDate.class), required(row, "received_on", LocalDate.class),
				Channel.valueOf(required(row, "channel", String.class)), required(row, "area", String.class),
				(category != null) ? Category.valueOf(category) : null, (route != null) ? Route.valueOf(route) : null,
				row.get("handler", String.class), row.get("supervised_on", LocalDate.class),
				required(row, "receipts", Long.class), required(row, "sample", Boolean.class));
	}

	/**
	 * A matter in a list: nothing that was said, nobody's name.
	 *
	 * @param handler the code of the organ that settles it
	 * @param supervisedOn since when a leader sees to it
	 * @param receipts how many letters, visits and calls are about it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Row(UUID id, String code, PetitionState state, LocalDate stateSince, LocalDate receivedOn, Channel channel,
			String area, @Nullable Category category, @Nullable Route route, @Nullable String handler,
			@Nullable LocalDate supervisedOn, long receipts, boolean sample) {
	}

	/**
	 * The filters of the list.
	 *
	 * @param category the class
	 * @param handler the code of the organ that settles it
	 * @param supervised whether a leader sees or saw to it
	 */
	record Filter(@Nullable PetitionState state, @Nullable Category category, @Nullable Route route,
			@Nullable Channel channel, @Nullable String area, @Nullable String handler, @Nullable Boolean supervised,
			@Nullable LocalDate receivedFrom, @Nullable LocalDate receivedTo, @Nullable LocalDate supervisedFrom,
			@Nullable LocalDate supervisedTo) {
	}

}
