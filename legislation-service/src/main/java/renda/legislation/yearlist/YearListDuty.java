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
 * @param rule the rule that is broken, or asks for the list
 * @param citation its law and article
 * @param explained how it stands, and what the law has for it
 */
@Schema(name = "FilingYearListDuty")
@JsonInclude(JsonInclude.Include.NON_NULL)
record YearListDuty(UUID id, String maker, String makerName, Maker.Family family, int year, LocalDate dueOn,
		Status status, @Nullable UUID list, @Nullable LocalDate submittedOn, String rule, String citation,
		Text explained) {

	/** What follows on a list that is not handed in. */
	private static final String NEXT = "FIL-20";

	static YearListDuty of(Readable row, LocalDate today, RuleSet rules) {
		LocalDate due = Rows.required(row, "due_on", LocalDate.class);
		LocalDate submitted = row.get("submitted_on", LocalDate.class);
		Status status = (submitted != null) ? (submitted.isAfter(due) ? Status.LATE : Status.SUBMITTED)
				: today.isAfter(due) ? Status.OVERDUE : Status.DUE;
		String rule = (status == Status.OVERDUE) ? NEXT : YearListDue.RULE;
		return new YearListDuty(Rows.required(row, "id", UUID.class), Rows.text(row, "maker"),
				Rows.text(row, "maker_name"), Maker.Family.valueOf(Rows.text(row, "family")),
				Rows.required(row, "year", Integer.class), due, status, row.get("list_id", UUID.class), submitted, rule,
				rules.rule(rule).citation(), explained(status, due, submitted, today, rules));
	}

	private static Text explained(Status status, LocalDate due, @Nullable LocalDate submitted, LocalDate today,
			RuleSet rules) {
		String asks = rules.rule(YearListDue.RULE).citation();
		return switch (status) {
			case SUBMITTED -> Text.of("目录应于 %s 前报送（%s），已于 %s 报送。", "The list was due on %s (%s) and came on %s.", due,
					asks, String.valueOf(submitted));
			case LATE -> Text.of("目录应于 %s 前报送（%s），逾期于 %s 报送。", "The list was due on %s (%s) and came late, on %s.", due,
					asks, String.valueOf(submitted));
			case DUE -> Text.of("目录应于 %s 前报送（%s），尚未报送。", "The list is due on %s (%s) and has not come yet.", due, asks);
			case OVERDUE -> Text.of("目录应于 %s 前报送（%s），逾期 %s 日未报；通知限期报送，逾期仍不报送的，由常务委员会给予通报（%s）。",
					"The list was due on %s (%s) and is missing for %s days: the maker is ordered to hand it in by a day, and after that criticised publicly (%s).",
					due, asks, ChronoUnit.DAYS.between(due, today), rules.rule(NEXT).citation());
		};
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
