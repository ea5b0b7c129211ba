package renda.legislation.yearlist;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.normative.FilingEntry;
import renda.platform.event.Outbox;
import renda.platform.rule.RuleSet;
import renda.platform.security.Role;
import renda.platform.store.Rows;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Notices to makers whose list is overdue, and what follows where they are not heeded
 * (河南监督法办法 第六十三条). All in the current transaction.
 */
@Repository
class YearListNotices {

	static final String RULE = "FIL-20";

	private static final String NOTICE = """
			INSERT INTO filing_list_notice (maker, year, noticed_on, notice_until, words) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (maker, year) DO NOTHING""";

	private static final String CRITICISE = """
			UPDATE filing_list_notice
			SET criticised_on = $3, decision = $4, criticism = $5, modified_at = clock_timestamp()
			WHERE maker = $1 AND year = $2 AND criticised_on IS NULL""";

	private final DatabaseClient database;

	private final YearLists lists;

	private final Outbox outbox;

	YearListNotices(DatabaseClient database, YearLists lists, Outbox outbox) {
		this.database = database;
		this.lists = lists;
		this.outbox = outbox;
	}

	/**
	 * Orders a list to be handed in by a day; refuses where none is overdue.
	 */
	Mono<YearListDuty> notice(Notice notice, LocalDate today, RuleSet law) {
		if (!notice.by().isAfter(today)) {
			return Mono.error(law.refuse(RULE, Text.of("限期须在今天之后。", "The day set is a day to come."),
					Map.of("by", notice.by(), "on", today)));
		}
		return overdue(notice.maker(), notice.year(), today, law)
			.flatMap((duty) -> this.database.sql(NOTICE)
				.bind(0, notice.maker())
				.bind(1, notice.year())
				.bind(2, today)
				.bind(3, notice.by())
				.bind(4, notice.words().strip())
				.fetch()
				.rowsUpdated())
			.flatMap((rows) -> (rows == 1)
					? written(notice.maker(), notice.year(), "filing.year-list-noticed", today, law)
					: Mono.error(Refusal.conflict("exists-or-in-use",
							Text.of("已通知过限期报送。", "The maker was noticed already."))));
	}

	/**
	 * Criticises a maker publicly; refuses where it was not noticed or its day has not
	 * passed.
	 */
	Mono<YearListDuty> criticise(Criticism criticism, LocalDate today, RuleSet law) {
		return overdue(criticism.maker(), criticism.year(), today, law).flatMap((duty) -> {
			LocalDate until = duty.noticeUntil();
			if (until == null || !today.isAfter(until)) {
				return Mono.error(law.refuse(RULE,
						Text.of("须先通知限期报送，逾期仍不报送的才通报。", "First comes a notice with a day, and that day passes."),
						Map.of("noticeUntil", String.valueOf(until), "on", today)));
			}
			return this.database.sql(CRITICISE)
				.bind(0, criticism.maker())
				.bind(1, criticism.year())
				.bind(2, today)
				.bind(3, criticism.decision().strip())
				.bind(4, criticism.words().strip())
				.fetch()
				.rowsUpdated()
				.flatMap((rows) -> (rows == 1)
						? written(criticism.maker(), criticism.year(), "filing.year-list-criticised", today, law)
						: Mono.error(Refusal.conflict("exists-or-in-use",
								Text.of("已经通报。", "The maker was criticised already."))));
		});
	}

	/**
	 * The notice on a list of a year; empty where there is none.
	 */
	Mono<Told> of(String maker, int year) {
		return this.database.sql("SELECT * FROM filing_list_notice WHERE maker = $1 AND year = $2")
			.bind(0, maker)
			.bind(1, year)
			.map(Told::of)
			.one();
	}

	private Mono<YearListDuty> overdue(String maker, int year, LocalDate today, RuleSet law) {
		return this.lists.duty(year, maker, today, law)
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/maker",
					Text.of("该机关在该年度不在名录上。", "The organ was not on the roll in that year."))))
			.flatMap((duty) -> (duty.status() == YearListDuty.Status.OVERDUE) ? Mono.just(duty)
					: Mono.error(law.refuse(RULE, Text.of("该年度目录没有逾期未报。", "The list of that year is not overdue."),
							Map.of("status", duty.status().name(), "dueOn", duty.dueOn()))));
	}

	private Mono<YearListDuty> written(String maker, int year, String event, LocalDate today, RuleSet law) {
		return this.outbox
			.append(event, "filing-maker/" + maker, Map.of("maker", maker, "year", year),
					Set.of(Role.FILING_OFFICE, Role.SERVICE))
			.then(Mono.defer(() -> this.lists.duty(year, maker, today, law)));
	}

	/**
	 * A notice with a day.
	 */
	@Schema(name = "FilingListNotice")
	record Notice(@NotNull @Pattern(regexp = FilingEntry.CODE) String maker,
			@NotNull @Min(YearList.FIRST) @Max(YearList.LAST) Integer year, @NotNull LocalDate by,
			@NotBlank @Size(max = 2000) String words) {
	}

	/**
	 * What a maker was told about a list.
	 *
	 * @param by the day by which it was ordered to be handed in
	 * @param decision by which decision the maker was criticised; missing while it was
	 * not
	 */
	@Schema(name = "FilingListTold")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Told(String maker, int year, LocalDate noticedOn, LocalDate by, String words,
			@Nullable LocalDate criticisedOn, @Nullable String decision, @Nullable String criticism) {

		static Told of(Readable row) {
			return new Told(Rows.text(row, "maker"), Rows.required(row, "year", Integer.class),
					Rows.required(row, "noticed_on", LocalDate.class),
					Rows.required(row, "notice_until", LocalDate.class), Rows.text(row, "words"),
					row.get("criticised_on", LocalDate.class), row.get("decision", String.class),
					row.get("criticism", String.class));
		}

	}

	/**
	 * A circular criticism.
	 *
	 * @param decision by which decision of the standing committee
	 */
	@Schema(name = "FilingListCriticism")
	record Criticism(@NotNull @Pattern(regexp = FilingEntry.CODE) String maker,
			@NotNull @Min(YearList.FIRST) @Max(YearList.LAST) Integer year, @NotBlank @Size(max = 300) String decision,
			@NotBlank @Size(max = 5000) String words) {
	}

}
