package renda.local.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Invented normative documents that were filed and reviewed in the 15th term, by source,
 * result and year as the work report has them; and some that it does not count: late and
 * still under review, returned, of other terms.
 */
final class Filings {

	private static final int[] YEARS = { 9, 38, 41, 43, 42 };

	static final List<String> COUNTIES = List.of("中原区", "二七区", "金水区", "管城区", "惠济区", "上街区", "巩义市", "登封市", "新密市", "荥阳市",
			"新郑市", "中牟县");

	private static final List<String> TOPICS = List.of("供水服务", "农贸市场", "公园绿地", "共享单车", "老年食堂", "校车运行", "雨水排放", "户外招牌",
			"社区养老", "河道保洁");

	private static final int RULES = 14;

	private static final int DOCUMENTS = 98;

	private static final int RESOLUTIONS = 53;

	private static final int COURT = 5;

	private static final int PROCURATORATE = 3;

	private final Table table = new Table("code", "maker", "makerName", "source", "act", "title", "number", "issuedOn",
			"filedOn", "lateReason", "declinedOn", "declinedFor", "registeredOn", "reviewBegunOn", "modes",
			"concludedOn", "suspendedOn", "opinionOn", "answeredOn", "correctedOn", "corrected", "closedOn", "text",
			"sample");

	private final List<Filed> filed = new ArrayList<>();

	private Filings() {
		counted();
		others();
	}

	static Table table() {
		return new Filings().table;
	}

	/**
	 * What was filed and not returned.
	 */
	static List<Filed> filed() {
		return List.copyOf(new Filings().filed);
	}

	private void counted() {
		List<String> sources = new ArrayList<>();
		sources.addAll(Collections.nCopies(RULES, "GOVERNMENT_RULE"));
		sources.addAll(Collections.nCopies(DOCUMENTS, "GOVERNMENT_DOCUMENT"));
		sources.addAll(Collections.nCopies(RESOLUTIONS, "COUNTY_RESOLUTION"));
		sources.addAll(Collections.nCopies(COURT, "COURT"));
		sources.addAll(Collections.nCopies(PROCURATORATE, "PROCURATORATE"));
		int next = 0;
		for (int i = 0; i < YEARS.length; i++) {
			int year = Term.FIRST_YEAR + i;
			for (int k = 0; k < YEARS[i]; k++) {
				LocalDate issued = (i == 0) ? LocalDate.of(year, 10, 15).plusDays(3L * k)
						: LocalDate.of(year, 1, 10).plusDays(6L * k);
				filing("BA-%d-%04d".formatted(year, k + 1), sources.get(next++ * 7 % sources.size()), issued, 19, "",
						result(year, k));
			}
		}
	}

	/**
	 * What came of it: now and then a fault, put right after a talk or after an opinion.
	 */
	private static String result(int year, int k) {
		if (year == Term.FIRST_YEAR) {
			return "NO_PROBLEM";
		}
		if (k == 20) {
			return "OPINION";
		}
		return (k == 2 || k == 8 || (k == 14 && year < 2022)) ? "COMMUNICATION" : "NO_PROBLEM";
	}

	private void others() {
		for (int i = 1; i <= 6; i++) {
			filing("BA-2022-08%02d".formatted(i), "GOVERNMENT_DOCUMENT", LocalDate.of(2022, 10, i), 45, "承办人员变动，漏报",
					"UNDER_REVIEW");
		}
		for (int i = 1; i <= 3; i++) {
			filing("BA-2021-09%02d".formatted(i), "GOVERNMENT_DOCUMENT", LocalDate.of(2021, 5, i), 19, "", "RETURNED");
		}
		filing("BA-2017-0001", "GOVERNMENT_RULE", LocalDate.of(2017, 3, 2), 19, "", "NO_PROBLEM");
		filing("BA-2023-0001", "COUNTY_RESOLUTION", LocalDate.of(2023, 3, 2), 19, "", "NO_PROBLEM");
	}

	private void filing(String code, String source, LocalDate issued, int after, String late, String result) {
		int number = Integer.parseInt(code.substring(8));
		int county = number % COUNTIES.size();
		String maker = maker(source, county);
		String name = switch (maker) {
			case "city-government" -> "市人民政府";
			case "intermediate-court" -> "市中级人民法院";
			case "procuratorate" -> "市人民检察院";
			default -> COUNTIES.get(county) + "人大常委会";
		};
		String topic = TOPICS.get(number % TOPICS.size());
		LocalDate filed = issued.plusDays(after);
		LocalDate registered = filed.plusDays(5);
		LocalDate begun = filed.plusDays(6);
		boolean returned = result.equals("RETURNED");
		boolean talk = result.equals("COMMUNICATION");
		boolean opinion = result.equals("OPINION");
		String title = title(source, topic) + "（" + code.substring(3) + "）";
		String paper = "文〔%d〕%d号".formatted(issued.getYear(), number);
		if (!returned) {
			this.filed.add(new Filed(maker, title, paper, issued));
		}
		this.table.row(code, maker, name, source, "MADE", title, paper, issued, filed, late,
				returned ? filed.plusDays(5) : "", returned ? "材料不齐备" : "", returned ? "" : registered,
				returned ? "" : begun, returned ? "" : (number % 6 == 0) ? "ACTIVE SPECIAL" : "ACTIVE",
				result.equals("NO_PROBLEM") ? begun.plusDays(18) : "", talk ? begun.plusDays(10) : "",
				opinion ? begun.plusDays(25) : "", opinion ? begun.plusDays(41) : "",
				(talk || opinion) ? begun.plusDays(60) : "", talk ? "AMENDED" : opinion ? "REPEALED" : "",
				opinion ? begun.plusDays(61) : "", "第一条 为了规范" + topic + "，制定本文件。", true);
	}

	private static String title(String source, String topic) {
		return switch (source) {
			case "GOVERNMENT_RULE" -> topic + "管理规定";
			case "COUNTY_RESOLUTION" -> "关于加强" + topic + "工作的决议";
			case "COURT", "PROCURATORATE" -> "关于服务保障" + topic + "的意见";
			default -> "关于加强" + topic + "工作的通知";
		};
	}

	private static String maker(String source, int county) {
		return switch (source) {
			case "COURT" -> "intermediate-court";
			case "PROCURATORATE" -> "procuratorate";
			case "COUNTY_RESOLUTION" -> "county-committee-" + (county + 1);
			default -> "city-government";
		};
	}

	/**
	 * A document that was filed, as its maker's yearly list names it.
	 */
	record Filed(String maker, String title, String number, LocalDate issuedOn) {
	}

}
