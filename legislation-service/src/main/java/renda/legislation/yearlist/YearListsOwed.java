package renda.legislation.yearlist;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.platform.cases.Owed;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Rows;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The yearly lists that a maker on the roll has not handed in, on its desk from the end
 * of the year: due, overdue, noticed (限期报送), criticised (通报).
 */
@Repository
class YearListsOwed implements Owed {

	private static final String KIND = "filing-year-list";

	private static final Text KIND_TITLE = Text.of("年度规范性文件目录", "Yearly list of documents");

	private static final Text STEP = Text.of("报送年度目录", "Hand in the list of a year");

	private static final String OWED = """
			SELECT duty.year, duty.due_on, notice.noticed_on, notice.notice_until, notice.criticised_on
			FROM filing_list_duty($1, $2) AS duty
			LEFT JOIN filing_list_notice AS notice ON notice.maker = duty.maker AND notice.year = duty.year
			WHERE duty.maker = $3 AND duty.list_id IS NULL
			ORDER BY duty.year DESC
			LIMIT $4""";

	private final DatabaseClient database;

	private final RuleBook rules;

	YearListsOwed(DatabaseClient database, RuleBook rules) {
		this.database = database;
		this.rules = rules;
	}

	@Override
	public Mono<List<Duty>> by(Caller caller, LocalDate today, int limit) {
		boolean maker = !caller.organ().isEmpty() && (caller.has(Role.MAKER) || caller.has(Role.ORGAN));
		return maker ? this.rules.on(today).flatMap((law) -> owed(caller.organ(), today, law, limit))
				: Mono.just(List.of());
	}

	private Mono<List<Duty>> owed(String maker, LocalDate today, RuleSet law, int limit) {
		YearListDue.Days years = YearListDue.of(YearList.FIRST, today.getYear() - 1, law);
		return this.database.sql(OWED)
			.bind(0, years.years())
			.bind(1, years.due())
			.bind(2, maker)
			.bind(3, limit)
			.map((row) -> duty(row, maker, today, law))
			.all()
			.collectList();
	}

	private static Duty duty(Readable row, String maker, LocalDate today, RuleSet law) {
		int year = Rows.required(row, "year", Integer.class);
		LocalDate due = Rows.required(row, "due_on", LocalDate.class);
		LocalDate until = row.get("notice_until", LocalDate.class);
		LocalDate noticed = row.get("noticed_on", LocalDate.class);
		Standing standing = Standing.of(noticed, row.get("criticised_on", LocalDate.class), today.isAfter(due));
		String rule = (standing == Standing.DUE) ? YearListDue.RULE : YearListNotices.RULE;
		LocalDate since = (noticed != null) ? noticed
				: (standing == Standing.DUE) ? LocalDate.of(year + 1, 1, 1) : due.plusDays(1);
		String code = maker + '/' + year;
		return new Duty(KIND, KIND_TITLE, UUID.nameUUIDFromBytes((KIND + '/' + code).getBytes(StandardCharsets.UTF_8)),
				code, Text.of("%s 年度规范性文件目录", "Yearly list of documents of %s", String.valueOf(year)), standing.name(),
				standing.title, "submit", STEP, rule, law.rule(rule).citation(), since, (until != null) ? until : due,
				(noticed != null) ? YearListController.PATH + "/notices/" + code
						: YearListController.PATH + "/makers?year=" + year + "&maker=" + maker);
	}

	/**
	 * How a list that was not handed in stands.
	 */
	private enum Standing {

		DUE(Text.of("待报送", "Due")), OVERDUE(Text.of("逾期未报", "Overdue")),
		NOTICED(Text.of("已通知限期报送", "Ordered to be handed in")), CRITICISED(Text.of("已通报", "Criticised publicly"));

		private final Text title;

		Standing(Text title) {
			this.title = title;
		}

		static Standing of(@Nullable LocalDate noticed, @Nullable LocalDate criticised, boolean overdue) {
			return (criticised != null) ? CRITICISED : (noticed != null) ? NOTICED : overdue ? OVERDUE : DUE;
		}

	}

}
