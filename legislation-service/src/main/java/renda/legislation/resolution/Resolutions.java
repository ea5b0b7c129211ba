package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.member.Body;
import renda.legislation.motion.MoverKind;
import renda.platform.deadline.Deadlines;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.Given;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of resolutions, and one as other features ask for it.
 */
@Repository
public class Resolutions {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-stateSince").by("state_since", LocalDate.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class),
			Sort.descending("-code").by("code", String.class).by("id", UUID.class));

	/** What a list shows; no words, which may be long. */
	private static final String HEADS = """
			SELECT id, code, state, state_since, title, form, type, term, body, mover, country, city, submitted_on,
			       adopted_on, votes_for, members, published_on, executors, executed_on, sample, version, modified_at
			FROM resolution""";

	private final DatabaseClient database;

	private final ResolutionKind kind;

	Resolutions(DatabaseClient database, ResolutionKind kind) {
		this.database = database;
		this.kind = kind;
	}

	/**
	 * A resolution that was adopted; empty where there is none by the id, or it was not
	 * adopted.
	 */
	public Mono<Adopted> adopted(UUID id) {
		return this.kind.table()
			.byId(id)
			.flatMap((resolution) -> Mono.justOrEmpty(resolution.adoptedOn())
				.map((on) -> new Adopted(id, resolution.code(), resolution.motion().title(), on)));
	}

	/**
	 * The resolutions a caller may read.
	 * @param today the day that overdue is judged by
	 */
	Mono<Slice<Item>> find(Filter filter, Caller caller, LocalDate today, ListRequest request) {
		Select heads = new Select(HEADS);
		Select known = caller.isAnonymous() ? heads.where("open_to_all")
				: heads.where("(open_to_all OR viewers && ?)", this.kind.keys(caller).toArray(String[]::new));
		Select select = known.where("state = ?", filter.state())
			.where("form = ?", filter.form())
			.where("type = ?", filter.type())
			.where("term = ?", filter.term())
			.where("body = ?", filter.body())
			.where("mover = ?", filter.mover())
			.where("country = ?", filter.country())
			.where("code = ?", filter.code())
			.where("executors @> ARRAY[?]::text[]", filter.executor())
			.where("extract(year FROM adopted_on)::int = ?", filter.year())
			.where("(adopted_on IS NOT NULL) = ?", filter.adopted())
			.where("adopted_on >= ?", filter.adoptedFrom())
			.where("adopted_on <= ?", filter.adoptedTo())
			.where("(executed_on IS NOT NULL) = ?", filter.executed())
			.where("sample = ?", filter.sample())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		return Deadlines.overdue(select, "resolution", filter.overdue(), today)
			.page(this.database, request, SORTS, Item::of);
	}

	/**
	 * A resolution that was adopted.
	 */
	public record Adopted(UUID id, String code, String title, LocalDate on) {
	}

	/**
	 * Which resolutions to list.
	 *
	 * @param body which body decides
	 * @param mover what the mover is
	 * @param executor the code of an executing organ
	 * @param year the year it was adopted
	 * @param adopted whether it was adopted
	 * @param executed whether all of it was reported as done
	 * @param overdue whether one of its clocks is over
	 */
	@Schema(name = "ResolutionFilter")
	record Filter(Resolution.@Nullable State state, Motion.@Nullable Form form, Motion.@Nullable Type type,
			@Nullable Integer term, @Nullable Body body, @Nullable MoverKind mover, @Nullable String country,
			@Nullable String code, @Nullable String executor, @Nullable Integer year, @Nullable Boolean adopted,
			@Nullable LocalDate adoptedFrom, @Nullable LocalDate adoptedTo, @Nullable Boolean executed,
			@Nullable Boolean overdue, @Nullable Boolean sample) {
	}

	/**
	 * A resolution in a list.
	 */
	@Schema(name = "ResolutionItem")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String code, Resolution.State state, LocalDate stateSince, String title, Motion.Form form,
			Motion.Type type, int term, Body body, MoverKind mover, @Nullable String country, @Nullable String city,
			LocalDate submittedOn, @Nullable LocalDate adoptedOn, @Nullable Integer votesFor, @Nullable Integer members,
			@Nullable LocalDate publishedOn, List<String> executors, @Nullable LocalDate executedOn, boolean sample,
			long version) {

		private static Item of(Readable row) {
			return new Item(Rows.required(row, "id", UUID.class), Rows.text(row, "code"),
					Resolution.State.valueOf(Rows.text(row, "state")),
					Rows.required(row, "state_since", LocalDate.class), Rows.text(row, "title"),
					Motion.Form.valueOf(Rows.text(row, "form")), Motion.Type.valueOf(Rows.text(row, "type")),
					Rows.required(row, "term", Integer.class), Body.valueOf(Rows.text(row, "body")),
					MoverKind.valueOf(Rows.text(row, "mover")), Given.orNull(Rows.text(row, "country")),
					Given.orNull(Rows.text(row, "city")), Rows.required(row, "submitted_on", LocalDate.class),
					row.get("adopted_on", LocalDate.class), row.get("votes_for", Integer.class),
					row.get("members", Integer.class), row.get("published_on", LocalDate.class),
					List.of(Rows.required(row, "executors", String[].class)), row.get("executed_on", LocalDate.class),
					Rows.flag(row, "sample"), Rows.required(row, "version", Long.class));
		}

	}

}
