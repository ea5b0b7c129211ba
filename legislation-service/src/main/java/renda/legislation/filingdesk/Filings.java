package renda.legislation.filingdesk;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.filing.Filing;
import renda.legislation.filing.FilingKind;
import renda.legislation.examination.FilingReview;
import renda.legislation.normative.FilingDocument;
import renda.platform.city.CityProfile;
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
 * The lists of filings.
 */
@Repository
class Filings {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-issuedOn").by("issued_on", LocalDate.class).by("id", UUID.class),
			Sort.descending("-stateSince").by("state_since", LocalDate.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class));

	private static final String SAME = """
			SELECT id FROM filing
			WHERE maker = $1 AND number_key = $2 AND state NOT IN ('NOT_ACCEPTED', 'TRANSFERRED')""";

	private final DatabaseClient database;

	private final FilingKind kind;

	private final CityProfile city;

	Filings(DatabaseClient database, FilingKind kind, CityProfile city) {
		this.database = database;
		this.kind = kind;
		this.city = city;
	}

	/**
	 * The filing of a maker's document number; empty where there is none.
	 */
	Mono<UUID> same(String maker, String number) {
		if (number.isEmpty()) {
			return Mono.empty();
		}
		return this.database.sql(SAME)
			.bind(0, maker)
			.bind(1, FilingDocument.key(number))
			.map((row) -> Rows.required(row, "id", UUID.class))
			.one();
	}

	/**
	 * The filings a caller may read. What is going on in a review is looked for only
	 * among those that the caller may follow; for the others the state is the public one.
	 */
	Mono<Slice<Item>> find(Filter filter, Caller caller, ListRequest request) {
		String[] keys = caller.isAnonymous() ? new String[0] : this.kind.keys(caller).toArray(String[]::new);
		Select select = new Select(
				"""
						SELECT id, code, CASE WHEN followed THEN state ELSE public_state END AS state, title, number, maker, maker_name,
						       source, act, issued_on, due_on, filed_on, registered_on, reviewed_on, result, modes, sample, version,
						       state_since, modified_at
						FROM (
							SELECT *, viewers && ? AS followed FROM filing
							WHERE open_to_all OR viewers && ?) AS filing""",
				keys, keys);
		if (filter.term() != null) {
			CityProfile.Term term = this.city.term(filter.term());
			select.where("registered_on >= ?", term.from()).where("registered_on <= ?", term.to());
		}
		if (filter.onTime() != null) {
			select.where(filter.onTime() ? "filed_on <= due_on" : "filed_on > due_on");
		}
		return select
			.where("(state = ? OR public_state = ?) AND CASE WHEN followed THEN state ELSE public_state END = ?",
					filter.state())
			.where("maker = ?", filter.maker())
			.where("source = ?", filter.source())
			.where("result = ?", filter.result())
			.where("modes @> ARRAY[?]::text[] AND (followed OR reviewed_on IS NOT NULL)", filter.mode())
			.where("number_key = ?", (filter.number() != null) ? FilingDocument.key(filter.number()) : null)
			.where("code = ?", filter.code())
			.where("extract(year FROM registered_on)::int = ?", filter.year())
			.where("issued_on >= ?", filter.issuedFrom())
			.where("issued_on <= ?", filter.issuedTo())
			.where("registered_on <= ?", filter.registeredTo())
			.where("reviewed_on <= ?", filter.reviewedTo())
			.where("corrected_on <= ?", filter.correctedTo())
			.where("sample = ?", filter.sample())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, Item::of);
	}

	/**
	 * Which filings to list.
	 *
	 * @param mode how its review came about; for the public once it has ended
	 * @param number the document's number, brackets of any kind
	 * @param term the term in which it was registered
	 * @param year the year in which it was registered
	 * @param onTime whether it was filed in time
	 */
	record Filter(Filing.@Nullable State state, @Nullable String maker, FilingDocument.@Nullable Source source,
			FilingReview.@Nullable Result result, FilingReview.@Nullable Mode mode, @Nullable String number,
			@Nullable String code, @Nullable Integer term, @Nullable Integer year, @Nullable LocalDate issuedFrom,
			@Nullable LocalDate issuedTo, @Nullable LocalDate registeredTo, @Nullable LocalDate reviewedTo,
			@Nullable LocalDate correctedTo, @Nullable Boolean onTime, @Nullable Boolean sample) {
	}

	/**
	 * A filing in a list.
	 *
	 * @param state for those who do not follow the review that of the registration, until
	 * it has ended
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String code, Filing.State state, String title, String number, String maker, String makerName,
			FilingDocument.Source source, FilingDocument.Act act, LocalDate issuedOn, LocalDate dueOn,
			@Nullable LocalDate filedOn, boolean late, @Nullable LocalDate registeredOn, @Nullable LocalDate reviewedOn,
			FilingReview.@Nullable Result result, Set<FilingReview.Mode> modes, boolean sample, long version) {

		private static Item of(Readable row) {
			LocalDate due = Rows.required(row, "due_on", LocalDate.class);
			LocalDate filed = row.get("filed_on", LocalDate.class);
			LocalDate reviewed = row.get("reviewed_on", LocalDate.class);
			String result = row.get("result", String.class);
			return new Item(Rows.required(row, "id", UUID.class), Rows.text(row, "code"),
					Filing.State.valueOf(Rows.text(row, "state")), Rows.text(row, "title"), Rows.text(row, "number"),
					Rows.text(row, "maker"), Rows.text(row, "maker_name"),
					FilingDocument.Source.valueOf(Rows.text(row, "source")),
					FilingDocument.Act.valueOf(Rows.text(row, "act")), Rows.required(row, "issued_on", LocalDate.class),
					due, filed, filed != null && filed.isAfter(due), row.get("registered_on", LocalDate.class),
					reviewed, (result != null) ? FilingReview.Result.valueOf(result) : null,
					(reviewed != null) ? modes(row) : Set.of(), Rows.flag(row, "sample"),
					Rows.required(row, "version", Long.class));
		}

		private static Set<FilingReview.Mode> modes(Readable row) {
			return Stream.of(Rows.required(row, "modes", String[].class))
				.map(FilingReview.Mode::valueOf)
				.collect(Collectors.toCollection(() -> EnumSet.noneOf(FilingReview.Mode.class)));
		}

	}

}
