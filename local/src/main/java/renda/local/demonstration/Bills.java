package renda.local.demonstration;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The bills of the 15th term: those that made the regulations of the register, and beside
 * them what came to nothing, what waits for the province, and what other terms dealt
 * with.
 */
final class Bills {

	/**
	 * Title, what it does, passed, approved, effective, by whom: as the register has
	 * them.
	 */
	private static final List<String> MADE = List.of(
			"花灯会管理条例 ENACT 2019-06-27 2019-07-26 2019-10-01 第十一次 HISTORY_CULTURE",
			"风筝放飞条例 ENACT 2019-08-29 2019-09-27 2020-01-01 第十二次 URBAN_RURAL",
			"木桥养护条例 ENACT 2019-10-31 2019-11-29 2020-03-01 第十三次 URBAN_RURAL",
			"茶亭设置管理条例 ENACT 2020-06-24 2020-07-31 2020-11-01 第十九次 URBAN_RURAL",
			"荷塘保护条例 ENACT 2020-06-24 2020-09-26 2021-01-01 第二十次 ENVIRONMENT",
			"石阶步道条例 REVISE 2021-06-24 2021-07-30 2021-10-01 第二十六次 URBAN_RURAL",
			"晚市经营管理条例 ENACT 2021-08-26 2021-09-29 2021-12-01 第二十七次 URBAN_RURAL",
			"渡口安全条例 ENACT 2022-06-24 2022-07-30 2022-10-01 第三十四次 URBAN_RURAL",
			"竹编工艺传承条例 ENACT 2022-08-26 2022-09-29 2023-01-01 第三十五次 HISTORY_CULTURE",
			"古井保护管理条例 ENACT 2022-10-28 2022-11-26 2023-03-01 第三十六次 HISTORY_CULTURE");

	private final Table table = new Table("code", "title", "act", "domain", "proposer", "organ", "term", "regulations",
			"submittedOn", "listedOn", "readings", "readOn", "withdrawnOn", "shelvedOn", "terminatedOn", "reason",
			"votedOn", "meeting", "members", "votesFor", "against", "abstained", "askedOn", "approvedOn", "approvedBy",
			"number", "promulgatedOn", "effectiveOn", "sample");

	private Bills() {
	}

	static Table table() {
		Bills bills = new Bills();
		bills.made();
		bills.beside();
		return bills.table;
	}

	private void made() {
		int number = 0;
		for (String line : MADE) {
			String[] words = line.split(" ");
			LocalDate passed = LocalDate.parse(words[2]);
			LocalDate approved = LocalDate.parse(words[3]);
			LocalDate first = passed.minusMonths(2);
			number++;
			this.table.row("FA-%d-%04d".formatted(first.getYear(), number), "郑州市" + words[0] + "（草案）", words[1],
					words[6], "GOVERNMENT", "city-government", 15, "郑州市" + words[0] + '=' + words[1],
					first.minusDays(40), first.minusDays(20), "TWO", first + ";" + passed, "", "", "", "", passed,
					Term.name(passed), Term.MEMBERS, 46 + number % 5, number % 3, 1, passed.plusDays(3), approved,
					"河南省第十三届人民代表大会常务委员会" + words[5] + "会议", "第%d号".formatted(number), approved.plusDays(20), words[4],
					true);
		}
	}

	/**
	 * What no figure of the term counts: one of each end.
	 */
	private void beside() {
		voted("FA-2021-0801", "犬只寄养条例", 15, LocalDate.of(2021, 10, 29), 22, "");
		voted("FA-2022-0802", "夜间照明条例（修改）", 15, LocalDate.of(2022, 12, 28), 45, "2022-12-30");
		ended("FA-2022-0803", "街头表演条例", LocalDate.of(2022, 6, 23), "", LocalDate.of(2022, 6, 23), "");
		ended("FA-2018-0804", "弄堂停车条例", LocalDate.of(2019, 2, 27), "", LocalDate.of(2019, 2, 27), "2021-03-25");
		ended("FA-2020-0805", "屋顶种植条例", LocalDate.of(2020, 8, 27), "2020-09-10", null, "");
		voted("FA-2017-0806", "河埠头条例", 14, LocalDate.of(2018, 2, 27), 20, "");
		this.table.row("FA-2023-0807", "郑州市骑楼保护条例（草案）", "ENACT", "URBAN_RURAL", "GOVERNMENT", "city-government", 16, "",
				"2023-02-20", "", "", "", "2023-03-10", "", "", "修改后再提出", "", "", "", "", "", "", "", "", "", "", "",
				"", true);
	}

	private void voted(String code, String title, int term, LocalDate on, int votesFor, String askedOn) {
		this.table.row(code, "郑州市" + title + "（草案）", "ENACT", "URBAN_RURAL", "GOVERNMENT", "city-government", term, "",
				on.minusMonths(4), on.minusMonths(3), "TWO", on.minusMonths(2) + ";" + on, "", "", "", "", on,
				Term.name(on), Term.MEMBERS, votesFor, 50 - votesFor, 2, askedOn, "", "", "", "", "", true);
	}

	private void ended(String code, String title, LocalDate read, String withdrawnOn, @Nullable LocalDate shelvedOn,
			String terminatedOn) {
		this.table.row(code, "郑州市" + title + "（草案）", "ENACT", "URBAN_RURAL", "GOVERNMENT", "city-government", 15, "",
				read.minusMonths(2), read.minusMonths(1), "TWO", read, withdrawnOn,
				(shelvedOn != null) ? shelvedOn : "", terminatedOn, "必要性、可行性分歧较大", "", "", "", "", "", "", "", "", "",
				"", "", "", true);
	}

}
