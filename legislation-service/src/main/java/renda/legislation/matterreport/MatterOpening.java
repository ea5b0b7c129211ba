package renda.legislation.matterreport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.matter.Frequency;
import renda.legislation.matter.Matter;
import renda.legislation.matter.Matters;
import renda.legislation.matterreport.MatterReportAction.MatterPeriod;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.command.Command;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Opens the report of each coming period. An item is opened and moved on to its next day
 * in one transaction that holds its row; so it is opened once, however many copies of the
 * service run and whenever they are stopped.
 */
@Component
class MatterOpening {

	private static final int AT_ONCE = 20;

	private static final String CLAIM = """
			SELECT matter.*, list.effective_until, NULL::date AS last_report_on, NULL::date AS next_due_on, false AS overdue
			FROM matter JOIN matter_list AS list ON list.id = matter.list_id
			WHERE matter.next_on <= $1
			ORDER BY matter.next_on, matter.id
			LIMIT $2
			FOR UPDATE OF matter SKIP LOCKED""";

	private static final String KNOWN = "SELECT id FROM matter_report WHERE key = $1 AND period = $2";

	private static final String MOVE_ON = "UPDATE matter SET next_on = $2 WHERE id = $1";

	private static final Caller CALENDAR = new Caller(MatterReportKind.CALENDAR, "重大事项清单", Set.of(Role.SERVICE),
			Set.of(), "");

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final MatterReportKind kind;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final MatterReportConfiguration.Settings settings;

	private final Clock clock;

	MatterOpening(DatabaseClient database, TransactionalOperator transaction, MatterReportKind kind,
			Proceedings proceedings, CaseCodes codes, MatterReportConfiguration.Settings settings, Clock clock) {
		this.database = database;
		this.transaction = transaction;
		this.kind = kind;
		this.proceedings = proceedings;
		this.codes = codes;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Opens a batch of reports whose period comes.
	 * @return whether there may be more
	 */
	Mono<Boolean> round() {
		LocalDate today = LocalDate.now(this.clock);
		return this.transaction.transactional(this.database.sql(CLAIM)
			.bind(0, today.plus(this.settings.ahead()))
			.bind(1, AT_ONCE)
			.map(Falling::of)
			.all()
			.collectList()
			.flatMap((falling) -> Flux.fromIterable(falling)
				.concatMap((one) -> fallen(one, today))
				.then(Mono.just(falling.size() == AT_ONCE))));
	}

	/**
	 * A report that falls due after its list has ended is the next list's.
	 */
	private Mono<Void> fallen(Falling falling, LocalDate today) {
		Matter matter = falling.matter();
		LocalDate until = falling.listUntil();
		if (until != null && !falling.on().isBefore(until)) {
			return moveOn(matter, null);
		}
		LocalDate next = (matter.frequency() == Frequency.ONCE) ? null
				: matter.frequency().next(matter.dueDays(), null, falling.on().plusDays(1)).orElse(null);
		String period = matter.frequency().period(matter.dueDays(), falling.on());
		return known(matter.key(), period).hasElement()
			.flatMap((there) -> there ? Mono.empty() : open(matter, period, falling.on(), today))
			.then(moveOn(matter, next));
	}

	private Mono<UUID> known(String key, String period) {
		return this.database.sql(KNOWN)
			.bind(0, key)
			.bind(1, period)
			.map((row) -> Rows.required(row, "id", UUID.class))
			.one();
	}

	private Mono<MatterReport> open(Matter matter, String period, LocalDate dueOn, LocalDate today) {
		Command command = new Command(CALENDAR, "POST", MatterReportKind.PATH, Optional.empty(), OptionalLong.empty(),
				matter.id().toString(), "");
		return this.proceedings.opened(this.kind, "open", new MatterPeriod(period),
				() -> this.codes.next(MatterReportKind.PREFIX, today.getYear())
					.map((code) -> MatterReport.due(Ids.next(), code, today, matter, period, "", dueOn)),
				command);
	}

	private Mono<Void> moveOn(Matter matter, @Nullable LocalDate next) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(MOVE_ON).bind(0, matter.id());
		return ((next != null) ? sql.bind(1, next) : sql.bindNull(1, LocalDate.class)).fetch().rowsUpdated().then();
	}

	/**
	 * An item whose next report falls due.
	 *
	 * @param on when
	 * @param listUntil the first day its list is not in force; null while it is
	 */
	private record Falling(Matter matter, LocalDate on, @Nullable LocalDate listUntil) {

		private static Falling of(Readable row) {
			return new Falling(Matters.matter(row), Rows.required(row, "next_on", LocalDate.class),
					row.get("effective_until", LocalDate.class));
		}

	}

}
