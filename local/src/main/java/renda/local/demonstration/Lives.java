package renda.local.demonstration;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Invented suggestions and petitions, each somewhere in its life: just come in, under
 * way, overdue, answered, not content with, done. Their days are counted back from today,
 * so that the demonstration is as lively in a year as now; what is loaded already stays
 * as it is.
 */
public final class Lives {

	private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

	/** The seats of the congress in office begin here in the roster. */
	private static final int FIRST_SEAT = 561;

	private static final List<String> UNITS = List.of("transport-bureau", "housing-bureau", "urban-management-bureau",
			"education-bureau", "health-commission", "water-bureau", "environment-bureau", "civil-affairs-bureau");

	private static final Map<String, String> FIELDS = Map.of("transport-bureau", "CITY_BUILDING", "housing-bureau",
			"CITY_BUILDING", "urban-management-bureau", "CITY_BUILDING", "education-bureau", "CULTURE",
			"health-commission", "SOCIAL", "water-bureau", "AGRICULTURE", "environment-bureau", "AGRICULTURE",
			"civil-affairs-bureau", "SOCIAL");

	private static final Map<String, List<String>> WISHES = Map.of("transport-bureau",
			List.of("优化早晚高峰公交线路", "完善某路口行人过街设施", "增设社区微循环公交"), "housing-bureau",
			List.of("加快老旧小区加装电梯", "规范物业服务收费公示", "完善保障性住房配套"), "urban-management-bureau",
			List.of("增加中心城区停车泊位", "改善背街小巷照明", "规范夜市经营管理"), "education-bureau",
			List.of("扩大公办幼儿园学位供给", "完善中小学课后服务", "加强校园周边安全"), "health-commission",
			List.of("推进社区医院便民就医", "加强儿童近视防控", "完善家庭医生签约服务"), "water-bureau",
			List.of("整治某河沿岸环境", "改造老旧供水管网", "完善城市内涝治理"), "environment-bureau",
			List.of("加强施工扬尘治理", "推进垃圾分类处理", "治理餐饮油烟扰民"), "civil-affairs-bureau",
			List.of("完善居家养老服务", "增设社区老年食堂", "规范社区工作者待遇"));

	/** How far a suggestion has come; the days are counted back from today. */
	private static final List<String> SUGGESTIONS = List.of("submitted=2", "submitted=9",
			"submitted=25 assigned=20 contacted=12", "submitted=140 assigned=135 contacted=90",
			"submitted=120 assigned=116 contacted=80 extended=60",
			"submitted=80 assigned=76 contacted=40 answered=5:SOLVED",
			"submitted=90 assigned=86 contacted=50 answered=40:SOLVABLE rated=32:BASICALLY published=20",
			"submitted=200 assigned=196 contacted=150 answered=120:SOLVED rated=112:SATISFIED published=100 closed=90",
			"submitted=150 assigned=146 contacted=100 answered=70:PLANNED promise=-120 rated=62:SATISFIED",
			"submitted=260 assigned=256 contacted=200 answered=180:PLANNED promise=15 rated=172:SATISFIED",
			"submitted=330 assigned=326 contacted=280 answered=250:PLANNED promise=60 kept=70 rated=241:SATISFIED published=60 closed=50",
			"submitted=100 assigned=96 contacted=60 answered=30:CANNOT rated=14:NOT",
			"submitted=130 assigned=126 contacted=90 answered=60:CANNOT rated=50:NOT reanswered=25:SOLVABLE rerated=16:SATISFIED",
			"submitted=170 assigned=166 contacted=120 answered=90:CANNOT rated=80:NOT reanswered=55:CANNOT rerated=46:NOT",
			"submitted=75 assigned=71 contacted=50 prioritised=60 onsite=30",
			"submitted=210 assigned=206 contacted=160 prioritised=190 onsite=150 answered=125:SOLVED rated=117:SATISFIED published=105 closed=95");

	/** How far a petition has come. */
	private static final List<String> PETITIONS = List.of("LETTER received=1", "VISIT received=18",
			"NETWORK received=6 CLAIM:LAW_ENFORCEMENT:OTHER classified=4",
			"LETTER received=40 CLAIM:LAW_ENFORCEMENT:LITIGATION classified=38 diverted=36",
			"LETTER received=30 CLAIM:LAW_ENFORCEMENT:OTHER classified=28 passed=26 notified=25 accepted=22",
			"VISIT received=110 CLAIM:LAW_ENFORCEMENT:OTHER classified=108 passed=106 notified=105 accepted=100",
			"LETTER received=95 CLAIM:LAW_ENFORCEMENT:OTHER classified=93 passed=91 notified=90 accepted=88 extended=40",
			"LETTER received=70 CLAIM:LAW_ENFORCEMENT:OTHER classified=68 passed=66 notified=65 accepted=62 answered=12",
			"VISIT received=160 CLAIM:LAW_ENFORCEMENT:OTHER classified=158 passed=156 notified=155 accepted=150 answered=110 reexaminationAsked=95 reexamined=70",
			"LETTER received=320 CLAIM:LAW_ENFORCEMENT:OTHER classified=318 passed=316 notified=315 accepted=310 answered=270 reexaminationAsked=255 reexamined=230 reviewAsked=210 reviewed=185 final=180",
			"LETTER received=130 CLAIM:LAW_ENFORCEMENT:OTHER classified=128 passed=126 notified=125 accepted=120 answered=75 reexaminationAsked=20",
			"LETTER received=190 CLAIM:LAW_ENFORCEMENT:OTHER classified=188 passed=186 notified=185 accepted=180 answered=140 closed=100",
			"LETTER received=60 SUGGESTION:CONGRESS_WORK classified=58 passed=55 notified=54",
			"VISIT received=85 CLAIM:LAW_ENFORCEMENT:OTHER classified=83 passed=81 notified=80 accepted=78 supervised=15",
			"PHONE received=20 CLAIM:OTHER:OTHER classified=18 declined=16");

	private static final List<String> REQUESTS = List.of("要求修复小区供水管道", "反映楼上漏水长期未处理", "要求补发安置补助", "反映施工夜间噪声",
			"要求公开物业维修资金账目", "反映道路积水影响出行", "要求落实社保补缴", "反映校门口交通拥堵");

	private Lives() {
	}

	/**
	 * Makes a file of the demonstration: {@code suggestions} or
	 * {@code petition-receipts}.
	 * @return CSV
	 */
	public static byte[] csv(String file) {
		LocalDate today = LocalDate.now(CITY);
		return switch (file) {
			case "suggestions" -> suggestions(today).csv();
			case "petition-receipts" -> receipts(today).csv();
			default -> throw new IllegalArgumentException("no such file in the demonstration: " + file);
		};
	}

	private static Table suggestions(LocalDate today) {
		Table table = new Table("code", "title", "content", "field", "term", "session", "lead", "coSigners",
				"submittedOn", "assignedOn", "units", "contactedOn", "contactHow", "extendedOn", "answeredOn", "kind",
				"answer", "answerSignedBy", "promise", "promiseBy", "promiseKeptOn", "ratedOn", "attitude", "result",
				"reason", "reansweredOn", "finalKind", "reratedOn", "finalAttitude", "finalResult", "prioritisedOn",
				"priorityLeader", "priorityCommittee", "onsiteOn", "onsiteLeader", "onsitePlace", "onsiteResult",
				"publishedOn", "closedOn", "sample");
		int number = 0;
		for (int round = 0; round < 3; round++) {
			for (String life : SUGGESTIONS) {
				suggestion(table, number++, round, new Life(life, today));
			}
		}
		return table;
	}

	private static void suggestion(Table table, int number, int round, Life life) {
		String unit = UNITS.get(number % UNITS.size());
		String other = UNITS.get((number + 3) % UNITS.size());
		String wish = WISHES.getOrDefault(unit, List.of()).get(round);
		boolean promised = life.word("answered").equals("PLANNED");
		table.row("YS-2026-%04d".formatted(number + 1), "关于" + wish + "的建议", "近来群众多次反映此事。建议有关部门" + wish + "，并公布进展。",
				FIELDS.getOrDefault(unit, "SOCIAL"), 16, (number % 5 == 0) ? "" : 1 + number % 3, seat(number),
				(number % 3 == 0) ? seat(number + 50) + ";" + seat(number + 51) : "", life.day("submitted"),
				life.day("assigned"),
				life.has("assigned") ? unit + ":MAIN" + ((number % 4 == 1) ? ";" + other + ":CO" : "") : "",
				life.day("contacted"), life.has("contacted") ? (number % 2 == 0) ? "VISIT" : "MEETING" : "",
				life.day("extended"), life.day("answered"), life.word("answered"),
				life.has("answered") ? "已会同有关单位研究，现将办理情况答复如下：" + wish + "已列入工作安排。" : "",
				life.has("answered") ? "单位主要负责人" : "", promised ? wish : "", life.day("promise"), life.day("kept"),
				life.day("rated"), life.has("rated") ? "SATISFIED" : "", life.word("rated"),
				life.word("rated").equals("NOT") ? "措施不够具体" : "", life.day("reanswered"), life.word("reanswered"),
				life.day("rerated"), life.has("rerated") ? "SATISFIED" : "", life.word("rerated"),
				life.day("prioritised"), life.has("prioritised") ? "单位主要负责人" : "",
				life.has("prioritised") ? "social-committee" : "", life.day("onsite"),
				life.has("onsite") ? "常委会副主任" : "", life.has("onsite") ? "某街道" : "",
				life.has("onsite") ? "现场查看，要求限期推进" : "", life.day("published"), life.day("closed"), true);
	}

	private static String seat(int number) {
		return "city-16-%05d".formatted(FIRST_SEAT + number);
	}

	private static Table receipts(LocalDate today) {
		Table table = new Table("number", "petition", "channel", "receivedOn", "name", "address", "phone", "request",
				"facts", "area", "classifiedOn", "category", "competence", "route", "notifiedOn", "divertedOn",
				"declinedOn", "ground", "where", "passedOn", "handler", "acceptedOn", "extendedOn", "answeredOn",
				"outcome", "signedBy", "reexaminationAskedOn", "reexaminedOn", "reviewAskedOn", "reviewedOn", "verdict",
				"finalOn", "closedOn", "supervisedOn", "leader", "supervisionReason", "sample");
		int number = 0;
		for (int round = 0; round < 3; round++) {
			for (String life : PETITIONS) {
				receipt(table, number++, new Life(life, today));
			}
		}
		return table;
	}

	private static void receipt(Table table, int number, Life life) {
		String[] sorts = life.sorts();
		table.row("YS-2026-%04d".formatted(number + 1), "XF-2026-%04d".formatted(9000 + number), life.channel(),
				life.day("received"), "演示" + (number + 1) + "号", "某区某路" + (number + 1) + "号",
				"000 0000 %04d".formatted(number), REQUESTS.get(number % REQUESTS.size()), "情况属实，请予处理", "410105",
				life.day("classified"), (sorts.length > 0) ? sorts[0] : "", (sorts.length > 1) ? sorts[1] : "",
				(sorts.length > 2) ? sorts[2] : "", life.day("notified"), life.day("diverted"), life.day("declined"),
				life.has("declined") ? "NOT_COMPETENT" : "",
				life.has("declined") || life.has("diverted") ? "区人民法院" : "", life.day("passed"),
				life.has("passed") ? UNITS.get(number % UNITS.size()) : "", life.day("accepted"), life.day("extended"),
				life.day("answered"), life.has("answered") ? "EXPLAINED" : "", life.has("answered") ? "单位负责人" : "",
				life.day("reexaminationAsked"), life.day("reexamined"), life.day("reviewAsked"), life.day("reviewed"),
				life.has("reexamined") ? "UPHELD" : "", life.day("final"), life.day("closed"), life.day("supervised"),
				life.has("supervised") ? "常委会副主任" : "", life.has("supervised") ? "LATE" : "", true);
	}

	/**
	 * One line of a life, read: {@code submitted=25 answered=5:SOLVED}; a number below
	 * nought lies ahead.
	 */
	private static final class Life {

		private final Map<String, String> parts = new HashMap<>();

		private final LocalDate today;

		private String channel = "";

		private String[] sorts = {};

		Life(String line, LocalDate today) {
			this.today = today;
			for (String part : line.split(" ")) {
				int equals = part.indexOf('=');
				if (equals > 0) {
					this.parts.put(part.substring(0, equals), part.substring(equals + 1));
				}
				else if (part.contains(":")) {
					this.sorts = part.split(":");
				}
				else {
					this.channel = part;
				}
			}
		}

		boolean has(String step) {
			return this.parts.containsKey(step);
		}

		String day(String step) {
			String value = this.parts.get(step);
			return (value != null) ? this.today.minusDays(Integer.parseInt(value.split(":")[0])).toString() : "";
		}

		String word(String step) {
			String value = this.parts.getOrDefault(step, "");
			return value.contains(":") ? value.substring(value.indexOf(':') + 1) : "";
		}

		String channel() {
			return this.channel;
		}

		String[] sorts() {
			return this.sorts.clone();
		}

	}

}
