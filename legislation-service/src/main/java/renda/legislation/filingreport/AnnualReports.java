package renda.legislation.filingreport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.filingreport.AnnualReportAction.FilingReportOpening;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.command.Command;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The yearly reports: their list, and the one that comes next.
 */
@Repository
class AnnualReports {

	private static final List<Sort> SORTS = List
		.of(Sort.descending("-year").by("year", Integer.class).by("id", UUID.class));

	/** By whose step the next year's report falls due; it is no client of anybody. */
	private static final Caller CALENDAR = new Caller("calendar of filing", "备案审查", Set.of(Role.FILING_OFFICE),
			Set.of(), "");

	private final DatabaseClient database;

	private final AnnualReportKind kind;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final RuleBook rules;

	private final Clock clock;

	AnnualReports(DatabaseClient database, AnnualReportKind kind, Proceedings proceedings, CaseCodes codes,
			RuleBook rules, Clock clock) {
		this.database = database;
		this.kind = kind;
		this.proceedings = proceedings;
		this.codes = codes;
		this.rules = rules;
		this.clock = clock;
	}

	Mono<Slice<Item>> find(Filter filter, ListRequest request) {
		return new Select("SELECT id, code, state, state_since, version, year, due_on, modified_at FROM filing_report")
			.where("state = ?", filter.state())
			.where("year = ?", filter.year())
			.page(this.database, request, SORTS, Item::of);
	}

	/**
	 * The report of a year; empty where there is none.
	 */
	Mono<UUID> of(int year) {
		return this.database.sql("SELECT id FROM filing_report WHERE year = $1")
			.bind(0, year)
			.map((row) -> Rows.required(row, "id", UUID.class))
			.one();
	}

	/**
	 * The codes of the reports of some years, by year.
	 */
	Mono<Map<Integer, String>> codes(Collection<Integer> years) {
		return this.database.sql("SELECT year, code FROM filing_report WHERE year = any($1)")
			.bind(0, years.toArray(Integer[]::new))
			.map((row) -> Map.entry(Rows.required(row, "year", Integer.class), Rows.text(row, "code")))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * A report that is due, as a case is made.
	 */
	Mono<AnnualReport> fresh(int year) {
		LocalDate today = LocalDate.now(this.clock);
		return this.rules.on(today)
			.flatMap((law) -> this.codes.next("BSBG", today.getYear())
				.map((code) -> AnnualReport.due(Ids.next(), code, today, year, AnnualReportWorkflow.dueOn(year, law))));
	}

	/**
	 * Has the report of a year fall due, in the current transaction, unless it has
	 * already.
	 */
	Mono<Void> next(int year) {
		Command command = new Command(CALENDAR, "POST", AnnualReportKind.PATH, Optional.empty(), OptionalLong.empty(),
				AnnualReport.KIND + '/' + year, "");
		return of(year).hasElement()
			.flatMap((there) -> there ? Mono.<AnnualReport>empty()
					: this.proceedings.opened(this.kind, "open", new FilingReportOpening(year), () -> fresh(year),
							command))
			.then();
	}

	/**
	 * Which reports to list.
	 */
	@Schema(name = "FilingAnnualReportFilter")
	record Filter(AnnualReport.@Nullable State state, @Nullable Integer year) {
	}

	/**
	 * A report in a list.
	 */
	@Schema(name = "FilingAnnualReportEntry")
	record Item(UUID id, String code, AnnualReport.State state, LocalDate stateSince, int year, LocalDate dueOn,
			long version) {

		private static Item of(Readable row) {
			return new Item(Rows.required(row, "id", UUID.class), Rows.text(row, "code"),
					AnnualReport.State.valueOf(Rows.text(row, "state")),
					Rows.required(row, "state_since", LocalDate.class), Rows.required(row, "year", Integer.class),
					Rows.required(row, "due_on", LocalDate.class), Rows.required(row, "version", Long.class));
		}

	}

}
