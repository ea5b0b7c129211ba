package renda.legislation.matterreport;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.matter.Matter.Obligation;
import renda.legislation.organ.StateOrgan;
import renda.platform.search.Bigrams;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.Given;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of reports on major matters.
 */
@Repository
class MatterReports {

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("dueOn").by("due_on", LocalDate.class).by("id", UUID.class),
			Sort.descending("-dueOn").by("due_on", LocalDate.class).by("id", UUID.class),
			Sort.descending("-stateSince").by("state_since", LocalDate.class).by("id", UUID.class));

	/** What a list shows; no words, which may be long. */
	private static final String HEADS = """
			SELECT id, code, state, state_since, key, number, title, period, event, reporter, organ, obligation, due_on,
			       submitted_on, resolution, sample, version, modified_at
			FROM matter_report""";

	private final DatabaseClient database;

	MatterReports(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<Item>> find(Filter filter, LocalDate today, ListRequest request) {
		Select select = new Select(HEADS).where("state = ?", filter.state())
			.where("matter_id = ?", filter.matter())
			.where("key = ?", filter.key())
			.where("period = ?", filter.period())
			.where("reporter = ?", filter.reporter())
			.where("organ = ?", filter.organ())
			.where("obligation = ?", filter.obligation())
			.where("due_on >= ?", filter.dueFrom())
			.where("due_on <= ?", filter.dueTo())
			.where("resolution_id = ?", filter.resolution())
			.where("(submitted_on IS NOT NULL) = ?", filter.submitted())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		if (filter.overdue() != null) {
			select.where((filter.overdue() ? "" : "NOT ") + "(state = 'DUE' AND due_on < ?)", today);
		}
		return select.page(this.database, request, SORTS, (row) -> Item.of(row, today));
	}

	/**
	 * Which reports to list.
	 *
	 * @param matter an item of one version of the list
	 * @param key an item in all versions
	 * @param resolution the resolution that decided it
	 * @param overdue whether it is due, not submitted, and late
	 */
	@Schema(name = "MatterReportFilter")
	record Filter(MatterReport.@Nullable State state, @Nullable UUID matter, @Nullable String key,
			@Nullable String period, @Nullable StateOrgan reporter, @Nullable String organ,
			@Nullable Obligation obligation, @Nullable LocalDate dueFrom, @Nullable LocalDate dueTo,
			@Nullable UUID resolution, @Nullable Boolean submitted, @Nullable Boolean overdue) {
	}

	/**
	 * A report in a list.
	 */
	@Schema(name = "MatterReportEntry")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String code, MatterReport.State state, LocalDate stateSince, String key, int number,
			String title, String period, @Nullable String event, StateOrgan reporter, String organ,
			Obligation obligation, LocalDate dueOn, @Nullable LocalDate submittedOn, boolean overdue,
			@Nullable String resolution, boolean sample, long version) {

		private static Item of(Readable row, LocalDate today) {
			MatterReport.State state = MatterReport.State.valueOf(Rows.text(row, "state"));
			LocalDate due = Rows.required(row, "due_on", LocalDate.class);
			return new Item(Rows.required(row, "id", UUID.class), Rows.text(row, "code"), state,
					Rows.required(row, "state_since", LocalDate.class), Rows.text(row, "key"),
					Rows.required(row, "number", Integer.class), Rows.text(row, "title"), Rows.text(row, "period"),
					Given.orNull(Rows.text(row, "event")), StateOrgan.valueOf(Rows.text(row, "reporter")),
					Rows.text(row, "organ"), Obligation.valueOf(Rows.text(row, "obligation")), due,
					row.get("submitted_on", LocalDate.class), state == MatterReport.State.DUE && due.isBefore(today),
					row.get("resolution", String.class), Rows.flag(row, "sample"),
					Rows.required(row, "version", Long.class));
		}

	}

}
