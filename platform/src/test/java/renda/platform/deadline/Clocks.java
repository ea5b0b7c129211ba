package renda.platform.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import renda.platform.rule.RuleBook;
import renda.platform.store.Ids;
import renda.platform.test.TestPostgres;
import renda.platform.web.Text;

/**
 * Clocks for tests. Today is Friday 14 October 2022, the last of seven days worked in a
 * row.
 */
final class Clocks {

	static final LocalDate TODAY = LocalDate.of(2022, 10, 14);

	/** Ten working days. */
	static final DeadlineRule OBJECT = DeadlineRule.of("object", Text.of("提出异议", "Object"), "SUG-08", "sug.rejectWd");

	/** Three months, six in all. */
	static final DeadlineRule ANSWER = DeadlineRule
		.of("answer", Text.of("答复代表", "Answer the deputy"), "SUG-13", "sug.answerMonths")
		.prolongedTo("SUG-14", "sug.hardMonths");

	private Clocks() {
	}

	static Clock at(LocalDate day) {
		ZoneId zone = ZoneId.of("Asia/Shanghai");
		return Clock.fixed(day.atTime(8, 0).atZone(zone).toInstant(), zone);
	}

	static Deadline of(DeadlineRule rule, String kind, String holder, String on, boolean restricted) {
		LocalDate day = LocalDate.parse(on);
		return Deadline.start(rule, kind, Ids.next(), "JY-2022-" + on, Holder.parse(holder), day,
				RuleBook.statutory(day), WorkingDays.ofCalendar(), restricted);
	}

	static Deadline open(DeadlineRule rule, String holder, String on) {
		return of(rule, "suggestion", holder, on, false);
	}

	/** Due on 13 October 2022: overdue by a day. */
	static Deadline overdue(String holder) {
		return open(OBJECT, holder, "2022-09-26");
	}

	/** Due on 24 October 2022. */
	static Deadline running(String holder) {
		return open(OBJECT, holder, "2022-10-10");
	}

	static Deadline restricted(String holder) {
		return of(OBJECT, "petition", holder, "2022-09-26", true);
	}

	/** The calendar that comes with the platform, and a year's first notice. */
	static WorkingDays calendarWith(String lines) {
		try (InputStream csv = Clocks.class.getResourceAsStream("/calendar/working-days.csv")) {
			return WorkingDaysTest.read(new String(csv.readAllBytes(), StandardCharsets.UTF_8) + lines);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static UUID[] ids(List<Deadline> clocks) {
		return clocks.stream().map(Deadline::id).toArray(UUID[]::new);
	}

	static List<String> rows(TestPostgres.Database database, String sql) throws SQLException {
		try (Connection connection = database.connect();
				ResultSet found = connection.createStatement().executeQuery(sql)) {
			List<String> rows = new ArrayList<>();
			while (found.next()) {
				List<String> row = new ArrayList<>();
				for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
					row.add(found.getString(i));
				}
				rows.add(String.join(" ", row));
			}
			return rows;
		}
	}

	static void execute(TestPostgres.Database database, String sql) throws SQLException {
		try (Connection connection = database.connect()) {
			connection.createStatement().execute(sql);
		}
	}

}
