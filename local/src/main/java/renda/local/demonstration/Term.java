package renda.local.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the standing committee of the 15th term did, invented so that the work report
 * comes to its figures, by year and class, and some records beside it that no figure of
 * the term counts: of other terms, rejected, withdrawn, late, under way.
 */
public final class Term {

	/** The days of the meetings of the 15th term, from the first. */
	static final List<LocalDate> MEETINGS = days(
			"2018-10-26 2018-11-28 2018-12-27 2019-02-27 2019-04-25 2019-05-30 2019-06-27 2019-08-29 2019-09-26 2019-10-31 "
					+ "2019-12-26 2020-01-16 2020-02-27 2020-03-26 2020-04-29 2020-05-28 2020-06-24 2020-08-27 2020-09-24 2020-10-29 "
					+ "2020-12-24 2021-01-21 2021-02-25 2021-03-25 2021-04-28 2021-06-24 2021-08-26 2021-10-29 2021-11-25 2021-12-30 "
					+ "2022-02-24 2022-04-27 2022-06-23 2022-07-28 2022-08-25 2022-10-27 2022-11-24 2022-12-28");

	static final int FIRST_YEAR = 2018;

	/** All members of the standing committee then. */
	static final int MEMBERS = 55;

	/** Those of the standing committee in office. */
	private static final int MEMBERS_NOW = 51;

	private static final int[] RESOLUTIONS = { 3, 11, 13, 13, 13 };

	/** Sister cities by year; the other types are dealt out in turn. */
	private static final int[] SISTERS = { 0, 2, 2, 1, 2 };

	private static final int[] ROUNDS = { 0, 2, 3, 2, 2 };

	private static final List<String> PLACES = List.of("青石市", "白港市", "红松市", "金沙市", "蓝湾市", "银山市", "绿洲市");

	private static final List<String> FIELDS = List.of("民法典实施", "生态环境保护", "优化营商环境");

	private static final List<String> TEXTS = List.of("郑州市渡口安全条例", "郑州市花灯会管理条例", "郑州市木桥养护条例", "郑州市夜间照明条例", "郑州市巷道命名条例");

	private static final List<String> MATTERS = List.of("国民经济和社会发展计划执行", "预算执行和决算", "城市总体规划调整", "政府债务管理", "重大建设项目",
			"生态环境状况", "教育发展规划", "公共卫生应急", "安全生产", "国有资产管理", "住房保障");

	private Term() {
	}

	/**
	 * Makes a file of the demonstration. It is the same each time.
	 * @return CSV
	 */
	public static byte[] csv(String file) {
		Table table = switch (file) {
			case "members" -> members();
			case "meetings" -> meetings();
			case "resolutions" -> resolutions();
			case "matters" -> matters();
			case "cleanup-rounds" -> rounds();
			case "plan-items" -> plans();
			case "bills" -> Bills.table();
			case "filings" -> Filings.table();
			case "filing-makers" -> Makers.roll();
			case "filing-year-lists" -> Makers.yearLists();
			case "consultations" -> Consultations.table();
			case "consultation-comments" -> Consultations.comments();
			case "posts" -> Offices.posts();
			case "office-holders" -> Offices.holders();
			case "appointments" -> new Offices().appointments();
			case "oaths" -> new Offices().oaths();
			default -> throw new IllegalArgumentException("no such file in the demonstration: " + file);
		};
		return table.csv();
	}

	private static Table members() {
		Table table = new Table("body", "term", "name", "number", "account", "post", "since", "sample");
		for (int i = 1; i <= MEMBERS_NOW; i++) {
			String post = (i == 1) ? "CHAIR" : (i <= 4) ? "VICE_CHAIR" : (i == 5) ? "SECRETARY_GENERAL" : "MEMBER";
			table.row("STANDING_COMMITTEE", 16, "委员" + i, "m-" + i, "member.m" + i, post, "2023-01-05", true);
		}
		return table;
	}

	private static Table meetings() {
		Table table = new Table("body", "term", "number", "from", "place", "members", "present", "presider", "agenda",
				"digest", "noticedOn", "publishedOn", "sample");
		for (int i = 0; i < MEETINGS.size(); i++) {
			meeting(table, 15, i + 1, MEETINGS.get(i));
		}
		meeting(table, 14, 38, LocalDate.of(2018, 8, 30));
		meeting(table, 16, 1, LocalDate.of(2023, 2, 24));
		return table;
	}

	private static void meeting(Table table, int term, int number, LocalDate on) {
		table.row("STANDING_COMMITTEE", term, number, on, "常委会会议厅", MEMBERS, 44 + number % 9, "常委会主任",
				"听取专项工作报告;审议决议决定;人事任免", "会议审议了各项议程", on.minusDays(10), on.plusDays(2), true);
	}

	private static Table resolutions() {
		Table table = new Table("code", "title", "form", "type", "term", "mover", "submittedOn", "votedOn", "meeting",
				"members", "votesFor", "against", "country", "city", "publishedOn", "body", "withdrawnOn", "sample");
		List<String> types = new ArrayList<>();
		types.addAll(Collections.nCopies(10, "MAJOR_MATTER"));
		types.addAll(Collections.nCopies(18, "FINANCE_APPROVAL"));
		types.addAll(Collections.nCopies(10, "CONGRESS"));
		types.addAll(Collections.nCopies(8, "OTHER"));
		int next = 0;
		int sister = 0;
		for (int i = 0; i < RESOLUTIONS.length; i++) {
			int year = FIRST_YEAR + i;
			for (int k = 1; k <= RESOLUTIONS[i]; k++) {
				boolean city = k <= SISTERS[i];
				// dealt out as cards are, so that each year has of each
				String type = city ? "SISTER_CITY" : types.get(next++ * 7 % types.size());
				resolution(table, "JD-%d-%04d".formatted(year, k), type, 15, meetingOf(year, k - 1, RESOLUTIONS[i]),
						38 + k, city ? PLACES.get(sister++) : "");
			}
		}
		resolution(table, "JD-2022-0801", "OTHER", 15, LocalDate.of(2022, 8, 25), 27, "");
		resolution(table, "JD-2023-0803", "SISTER_CITY", 16, LocalDate.of(2023, 2, 24), 40, "新桥市");
		resolution(table, "JD-2018-0804", "OTHER", 14, LocalDate.of(2018, 8, 30), 40, "");
		table.row("JD-2022-0802", "关于某事的决定（撤回）", "DECISION", "OTHER", 15, "COUNCIL", "2022-03-01", "", "", "", "", "",
				"", "", "", "", "2022-03-10", true);
		table.row("JD-2022-0805", "关于代表大会某事的决议", "RESOLUTION", "CONGRESS", 15, "COUNCIL", "2022-03-20", "2022-04-02",
				"第十五届人民代表大会第五次会议", 558, 500, 5, "", "", "2022-04-05", "CONGRESS", "", true);
		return table;
	}

	private static void resolution(Table table, String code, String type, int term, LocalDate on, int votesFor,
			String city) {
		String about = switch (type) {
			case "MAJOR_MATTER" -> "某项重大事项";
			case "FINANCE_APPROVAL" -> "批准预算调整";
			case "CONGRESS" -> "代表大会会议有关事项";
			case "SISTER_CITY" -> "与某国" + city + "建立友好城市关系";
			default -> "其他事项";
		};
		boolean decision = type.equals("MAJOR_MATTER");
		table.row(code, "关于" + about + "的" + (decision ? "决定" : "决议") + "（" + code.substring(3) + "）",
				decision ? "DECISION" : "RESOLUTION", type, term, "COUNCIL", on.minusDays(30), on, name(on), MEMBERS,
				votesFor, 3, city.isEmpty() ? "" : "某国", city, (votesFor > MEMBERS / 2) ? on.plusDays(3) : "", "", "",
				true);
	}

	private static Table matters() {
		Table table = new Table("list", "decision", "effectiveFrom", "key", "number", "title", "reporter", "basis",
				"obligation", "frequency", "dueDays", "committee", "sample");
		for (int i = 1; i <= 3; i++) {
			table.row("重大事项清单（旧）", "常委会决定", "2018-11-01", "OLD-" + i, i, "旧清单事项" + i, "GOVERNMENT", "规定 第五条", "REPORT",
					"ON_EVENT", "", "", true);
		}
		for (int i = 1; i <= 42; i++) {
			String reporter = (i <= 33) ? "GOVERNMENT"
					: (i <= 36) ? "SUPERVISORY_COMMISSION" : (i <= 39) ? "COURT" : "PROCURATORATE";
			String what = (i <= 33) ? MATTERS.get(i % MATTERS.size()) + "情况" : "专项工作情况";
			String frequency = (i % 4 == 0) ? "YEARLY" : (i % 9 == 0) ? "HALF_YEARLY" : "ON_EVENT";
			table.row("重大事项清单", "常委会决定", "2020-01-01", "M-%02d".formatted(i), i, what + "（第%d项）".formatted(i), reporter,
					"规定 第五条", (i <= 11) ? "DECIDE" : (i <= 39) ? "REPORT" : "CONSULT_AND_FILE", frequency,
					frequency.equals("YEARLY") ? "12-31" : frequency.equals("HALF_YEARLY") ? "06-30;12-31" : "",
					"finance-committee", true);
		}
		return table;
	}

	private static Table rounds() {
		Table table = new Table("code", "title", "field", "basis", "term", "begunOn", "completedOn", "items", "body",
				"sample");
		for (int i = 0; i < ROUNDS.length; i++) {
			for (int k = 1; k <= ROUNDS[i]; k++) {
				int year = FIRST_YEAR + i;
				round(table, "QL-%d-%04d".formatted(year, k), FIELDS.get((i + k) % FIELDS.size()), 15,
						LocalDate.of(year, 2 + k, 1), LocalDate.of(year, 8 + k, 1));
			}
		}
		round(table, "QL-2022-0801", FIELDS.getFirst(), 15, LocalDate.of(2022, 11, 1), null);
		round(table, "QL-2023-0801", FIELDS.getFirst(), 16, LocalDate.of(2023, 2, 1), LocalDate.of(2023, 3, 1));
		round(table, "QL-2018-0801", FIELDS.getFirst(), 14, LocalDate.of(2018, 2, 1), LocalDate.of(2018, 3, 1));
		return table;
	}

	private static void round(Table table, String code, String field, int term, LocalDate begun,
			@Nullable LocalDate completed) {
		int from = begun.getMonthValue() % TEXTS.size();
		table.row(code, field + "专项清理（" + begun.getYear() + "）", field, "上级通知", term, begun,
				(completed != null) ? completed : "",
				TEXTS.get(from) + "=AMEND;" + TEXTS.get((from + 1) % TEXTS.size()) + "=KEEP", "city-government", true);
	}

	private static Table plans() {
		Table table = new Table("plan", "kind", "term", "year", "planTitle", "decidedOn", "reportedOn", "publishedOn",
				"project", "title", "making", "domain", "itemClass", "proposer", "doneOn", "sample");
		List<String> names = List.of("竹林漫步道管理条例", "晒书节举办条例", "河埠头修缮条例", "城市菜园条例", "钟表维修行业规定", "风车保护条例", "口袋书店扶持条例",
				"露天电影放映规定");
		for (int i = 0; i < names.size(); i++) {
			project(table, 2023, i + 1, names.get(i), (i < 2) ? "REVIEW" : "RESEARCH", "");
		}
		project(table, 2023, 9, "路边棋摊管理规定", "PREPARATORY", "");
		project(table, 2022, 1, "集邮活动条例", "REVIEW", "2022-10-28");
		project(table, 2022, 2, "水井普查规定", "RESEARCH", "");
		return table;
	}

	private static void project(Table table, int year, int number, String title, String itemClass, String done) {
		table.row("LG-%d-0001".formatted(year - 1), "ANNUAL", (year > 2022) ? 16 : 15, year, year + "年度立法计划",
				(year - 1) + "-12-20", "", (year - 1) + "-12-30", "XM-%d-%04d".formatted(year - 1, number), title,
				"ENACT", "URBAN_RURAL", itemClass, "市人民政府", done, true);
	}

	/**
	 * The days of the meetings of a year.
	 */
	static List<LocalDate> meetingsOf(int year) {
		return MEETINGS.stream().filter((on) -> on.getYear() == year).toList();
	}

	/**
	 * The meeting that dealt with one of so many things in a year.
	 */
	static LocalDate meetingOf(int year, int index, int count) {
		List<LocalDate> meetings = meetingsOf(year);
		return meetings.get(index * meetings.size() / count);
	}

	/**
	 * A meeting as documents name it.
	 */
	static String name(LocalDate on) {
		int number = MEETINGS.indexOf(on) + 1;
		return (number > 0) ? "第十五届人大常委会第" + chinese(number) + "次会议" : "常委会会议（" + on + "）";
	}

	private static String chinese(int number) {
		String digits = "零一二三四五六七八九";
		String tens = (number < 10) ? "" : ((number < 20) ? "" : String.valueOf(digits.charAt(number / 10))) + "十";
		return tens + ((number % 10 != 0) ? String.valueOf(digits.charAt(number % 10)) : "");
	}

	private static List<LocalDate> days(String text) {
		return List.of(text.split(" ")).stream().map(LocalDate::parse).toList();
	}

}
