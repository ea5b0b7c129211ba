package renda.local.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The organs that file (invented: their being on the roll since one day), and their
 * yearly lists of what {@link Filings} has filed. Three lists never came in, and two
 * documents of one list were never filed.
 */
final class Makers {

	private static final int LAST_YEAR = 2025;

	private static final LocalDate SINCE = LocalDate.of(2015, 10, 22);

	private final Map<String, String> names = new LinkedHashMap<>();

	private Makers() {
		this.names.put("city-government", "市人民政府");
		this.names.put("intermediate-court", "市中级人民法院");
		this.names.put("procuratorate", "市人民检察院");
		for (int county = 0; county < Filings.COUNTIES.size(); county++) {
			this.names.put("county-committee-" + (county + 1), Filings.COUNTIES.get(county) + "人大常委会");
		}
		this.names.put("market-bureau", "市市场监管部门");
	}

	static Table roll() {
		Table table = new Table("code", "name", "family", "since", "until", "note", "sample");
		new Makers().names.forEach((code, name) -> table.row(code, name, family(code), SINCE, "", "", true));
		table.row("supervisory-commission", "市监察委员会", "SUPERVISORY_COMMISSION", LocalDate.of(2024, 11, 8), "",
				"监督法2024年修正后列入", true);
		return table;
	}

	private static String family(String code) {
		return switch (code) {
			case "city-government" -> "GOVERNMENT";
			case "intermediate-court" -> "COURT";
			case "procuratorate" -> "PROCURATORATE";
			case "market-bureau" -> "DEPARTMENT";
			default -> "COUNTY_COMMITTEE";
		};
	}

	static Table yearLists() {
		Table table = new Table("maker", "makerName", "year", "submittedOn", "act", "title", "number", "issuedOn",
				"sample");
		List<Filings.Filed> filed = Filings.filed();
		new Makers().names.forEach((code, name) -> {
			for (int year = Term.FIRST_YEAR; year <= LAST_YEAR; year++) {
				if (!isMissing(code, year)) {
					list(table, code, name, year, filed);
				}
			}
		});
		return table;
	}

	/**
	 * What the office has to ask for.
	 */
	private static boolean isMissing(String code, int year) {
		return (code.equals("market-bureau") && year >= LAST_YEAR - 1)
				|| (code.equals("county-committee-12") && year == LAST_YEAR);
	}

	private static void list(Table table, String code, String name, int year, List<Filings.Filed> filed) {
		LocalDate submitted = LocalDate.of(year + 1, 3, 20);
		List<Filings.Filed> own = new ArrayList<>(filed.stream()
			.filter((document) -> document.maker().equals(code) && document.issuedOn().getYear() == year)
			.toList());
		if (code.equals("city-government") && year == 2021) {
			for (int i = 1; i <= 2; i++) {
				own.add(new Filings.Filed(code, "关于冬季供暖调度的通知（%d）".formatted(i), "文〔2021〕%d号".formatted(900 + i),
						LocalDate.of(2021, 11, i)));
			}
		}
		if (own.isEmpty()) {
			table.row(code, name, year, submitted, "", "", "", "", true);
		}
		own.forEach((document) -> table.row(code, name, year, submitted, "MADE", document.title(), document.number(),
				document.issuedOn(), true));
	}

}
