package renda.legislation.yearlist;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import renda.legislation.maker.Maker;
import renda.platform.rule.RuleSet;
import renda.platform.store.Rows;
import renda.platform.web.Text;

/**
 * A maker on the roll, and what became of its list of a year.
 *
 * @param id the maker's line on the roll
 * @param dueOn the last day to hand the list in
 * @param list the list; missing where there is none
 * @param noticeUntil by which day it was ordered to be handed in
 * @param criticisedOn the day of the public criticism
 * @param rule the rule that is broken, or asks for the list
 * @param citation its law and article
 * @param explained how it stands, and what the law has for it
 */
@Schema(name = "FilingYearListDuty")
@JsonInclude(JsonInclude.Include.NON_NULL)
record YearListDuty(UUID id, String maker, String makerName, Maker.Family family, int year, LocalDate dueOn,
		Status status, @Nullable UUID list, @Nullable LocalDate submittedOn, @Nullable LocalDate noticeUntil,
		@Nullable LocalDate criticisedOn, String rule, String citation, Text explained) {

	static YearListDuty of(Readable row, LocalDate today, RuleSet rules) {
		LocalDate due = Rows.required(row, "due_on", LocalDate.class);
		LocalDate submitted = row.get("submitted_on", LocalDate.class);
		Status status = (submitted != null) ? (submitted.isAfter(due) ? Status.LATE : Status.SUBMITTED)
				: today.isAfter(due) ? Status.OVERDUE : Status.DUE;
		String rule = (status == Status.OVERDUE) ? YearListNotices.RULE : YearListDue.RULE;
		LocalDate until = row.get("notice_until", LocalDate.class);
		LocalDate criticised = row.get("criticised_on", LocalDate.class);
		return new YearListDuty(Rows.required(row, "id", UUID.class), Rows.text(row, "maker"),
				Rows.text(row, "maker_name"), Maker.Family.valueOf(Rows.text(row, "family")),
				Rows.required(row, "year", Integer.class), due, status, row.get("list_id", UUID.class), submitted,
				until, criticised, rule, rules.rule(rule).citation(),
				explained(status, due, submitted, until, criticised, today, rules));
	}

	private static Text explained(Status status, LocalDate due, @Nullable LocalDate submitted,
			@Nullable LocalDate until, @Nullable LocalDate criticised, LocalDate today, RuleSet rules) {
		String asks = rules.rule(YearListDue.RULE).citation();
		return switch (status) {
			case SUBMITTED -> Text.of("目录应于 %s 前报送（%s），已于 %s 报送。", "The list was due on %s (%s) and came on %s.", due,
					asks, String.valueOf(submitted));
			case LATE -> Text.of("目录应于 %s 前报送（%s），逾期于 %s 报送。", "The list was due on %s (%s) and came late, on %s.", due,
					asks, String.valueOf(submitted));
			case DUE -> Text.of("目录应于 %s 前报送（%s），尚未报送。", "The list is due on %s (%s) and has not come yet.", due, asks);
			case OVERDUE -> {
				Text next = next(until, criticised, today);
				yield Text.of("目录应于 %1$s 前报送（%2$s），逾期 %3$s 日未报；%4$s（%6$s）。",
						"The list was due on %1$s (%2$s) and is missing for %3$s days; %5$s (%6$s).", due, asks,
						ChronoUnit.DAYS.between(due, today), next.zh(), next.en(),
						rules.rule(YearListNotices.RULE).citation());
			}
		};
	}

	/**
	 * What was done about a list that is overdue, and what comes next.
	 */
	private static Text next(@Nullable LocalDate until, @Nullable LocalDate criticised, LocalDate today) {
		if (criticised != null) {
			return Text.of("已于 %s 通报", "the maker was criticised publicly on %s", criticised);
		}
		if (until == null) {
			return Text.of("可通知限期报送，逾期仍不报送的予以通报",
					"the maker is ordered to hand it in by a day, and after that criticised publicly");
		}
		return today.isAfter(until)
				? Text.of("通知的期限已于 %s 届满，可予以通报",
						"it was ordered by %s, which has passed: the maker may be criticised publicly", until)
				: Text.of("已通知于 %s 前报送", "it is ordered to be handed in by %s", until);
	}

	/**
	 * How a list stands.
	 */
	@Schema(name = "FilingYearListStatus")
	enum Status {

		/** 按期报送. */
		SUBMITTED("submitted_on <= due_on"),
		/** 逾期报送. */
		LATE("submitted_on > due_on"),
		/** 未到期. */
		DUE("submitted_on IS NULL AND due_on >= ?"),
		/** 逾期未报. */
		OVERDUE("submitted_on IS NULL AND due_on < ?");

		private final String condition;

		Status(String condition) {
			this.condition = condition;
		}

		/**
		 * The condition in SQL; a mark stands for today.
		 */
		String condition() {
			return this.condition;
		}

	}

}
