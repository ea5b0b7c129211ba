package renda.legislation.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.rule.Share;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Which members of the committee were absent so often in a year that they have to ask to
 * resign: computed from the attendance each time, and never done for them.
 *
 * <p>
 * 河南组成人员守则(2018) 第十九条 (MTG-32) has two measures. Meetings missed are counted where the
 * member had no leave. Days missed are counted with leave and without: "without leave"
 * stands with the meetings alone, and leave (第十条) excuses an absence but makes nobody
 * attend. Days with leave are told apart, so that who reads a line sees what it rests on.
 */
@Repository
class AbsenceDuties {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-unexcused").by("unexcused", Long.class).by("id", UUID.class),
			Sort.ascending("name").by("name", String.class).by("id", UUID.class));

	/**
	 * A day of a meeting is one on which presence was established; a member was absent on
	 * it who signed in at no time of that day, and missed a meeting on none of whose days
	 * the member came.
	 */
	private static final String ABSENT = """
			SELECT * FROM (
			  SELECT member_id AS id, min(name) AS name, term, count(*) AS meetings,
			         count(*) FILTER (WHERE missed = days AND NOT excused) AS unexcused,
			         sum(days)::bigint AS days, sum(missed)::bigint AS days_missed,
			         coalesce(sum(missed) FILTER (WHERE excused), 0)::bigint AS days_with_leave, max(modified_at) AS modified_at
			  FROM (SELECT meeting_id, member_id, min(name) AS name, term, modified_at, excused,
			               count(*) AS days, count(*) FILTER (WHERE NOT came) AS missed
			        FROM (SELECT meeting.id AS meeting_id, member_id, min(meeting_presence.name) AS name, meeting.term,
			                     meeting.modified_at, bool_or(signed_at IS NOT NULL) AS came,
			                     EXISTS (SELECT FROM meeting_leave
			                             WHERE meeting_leave.meeting_id = meeting.id
			                               AND meeting_leave.member_id = meeting_presence.member_id
			                               AND decision = 'GRANTED') AS excused
			              FROM meeting
			              JOIN meeting_presence ON meeting_presence.meeting_id = meeting.id
			              WHERE meeting.body = 'STANDING_COMMITTEE' AND meeting.state IN ('CLOSED', 'PUBLISHED')
			                AND held_on BETWEEN ? AND ?
			              GROUP BY meeting.id, member_id, held_on) AS day
			        GROUP BY meeting_id, member_id, term, modified_at, excused) AS one
			  GROUP BY member_id, term) AS attendance""";

	private final DatabaseClient database;

	private final RuleBook rules;

	private final Clock clock;

	AbsenceDuties(DatabaseClient database, RuleBook rules, Clock clock) {
		this.database = database;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * Who was absent too often in a year.
	 * @param own only these members; null: all
	 */
	Mono<Slice<AbsenceDuty>> find(int year, @Nullable List<UUID> own, ListRequest request) {
		LocalDate last = LocalDate.of(year, 12, 31);
		LocalDate today = LocalDate.now(this.clock);
		return this.rules.on(last.isAfter(today) ? today : last).flatMap((set) -> {
			Share share = set.share("mtg.absentDays");
			Select select = new Select(ABSENT, LocalDate.of(year, 1, 1), last).either(
					"unexcused >= ? OR days_missed * ? " + (share.inclusive() ? ">=" : ">") + " days * ?",
					set.number("mtg.unexcusedAbsences"), share.denominator(), share.numerator());
			if (own != null) {
				select.where("id = any(?)", own.toArray(UUID[]::new));
			}
			return select.page(this.database, request, SORTS, (row) -> AbsenceDuty.of(row, year, set));
		});
	}

	/**
	 * That a member was absent so often that there is a duty to resign.
	 *
	 * @param meetings the meetings of the year, while the member was on the roll
	 * @param unexcused those missed without leave
	 * @param days the days of these meetings
	 * @param daysMissed those on which the member was not there, with leave or without
	 * @param daysWithLeave those of them of meetings for which the member had leave
	 * @param rule by which rule
	 * @param citation its law and article
	 * @param explanation how it was computed
	 */
	record AbsenceDuty(UUID member, String name, int term, int year, long meetings, long unexcused, long days,
			long daysMissed, long daysWithLeave, String rule, String citation, List<Text> explanation) {

		private static AbsenceDuty of(Readable row, int year, RuleSet rules) {
			long unexcused = Rows.required(row, "unexcused", Long.class);
			long days = Rows.required(row, "days", Long.class);
			long missed = Rows.required(row, "days_missed", Long.class);
			long withLeave = Rows.required(row, "days_with_leave", Long.class);
			return new AbsenceDuty(Rows.required(row, "id", UUID.class), Rows.text(row, "name"),
					Rows.required(row, "term", Integer.class), year, Rows.required(row, "meetings", Long.class),
					unexcused, days, missed, withLeave, "MTG-32", rules.rule("MTG-32").citation(),
					explained(year, unexcused, days, missed, withLeave, rules));
		}

		static List<Text> explained(int year, long unexcused, long days, long missed, long withLeave, RuleSet rules) {
			List<Text> said = new ArrayList<>();
			int most = rules.number("mtg.unexcusedAbsences");
			Share share = rules.share("mtg.absentDays");
			if (unexcused >= most) {
				said.add(Text.of("%d年未请假缺席常委会会议%d次（%d次以上应当辞职）",
						"In %d, %d meetings missed without leave (%d or more oblige to resign)", year, unexcused,
						most));
			}
			if (share.isReachedBy(Math.toIntExact(missed), Math.toIntExact(days))) {
				said.add(Text.of("%1$d年会议共%2$d天，缺席%3$d天，其中请假%6$d天（缺席%4$s应当辞职，请假的计入）",
						"In %1$d, absent on %3$d of %2$d days of meetings, on %6$d of them with leave (%5$s oblige to resign, those with leave included)",
						year, days, missed, share.spoken().zh(), share.spoken().en(), withLeave));
			}
			said.add(Text.of("由本人提出辞职；本提示不产生任何自动后果，出席记录有误的请办公厅更正",
					"The member asks to resign; nothing follows by itself, and the office corrects what is wrong in the attendance"));
			return said;
		}

	}

	/**
	 * Of which year.
	 *
	 * @param year this year unless told
	 */
	@Schema(name = "AbsenceFilter")
	record Filter(@Nullable Integer year) {
	}

}
