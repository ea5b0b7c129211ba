package renda.local.demonstration;

import java.time.LocalDate;
import java.util.List;

/**
 * Invented consultations on drafts and what was said in them: in the 15th term by year
 * and channel as the work report has it, and some before and after it.
 */
final class Consultations {

	private static final int EACH_YEAR = 4;

	/** From 2019 on. */
	private static final int[] COMMENTS = { 812, 694, 703, 655 };

	private static final int ALL = 2864;

	private static final int ONLINE = 1913;

	private static final List<String> DRAFTS = List.of("荷塘保护条例（草案）", "晚市经营管理条例（草案）", "渡口安全条例（草案）", "儿童游戏场条例（草案）");

	private static final List<String> WISHES = List.of("建议明确主管部门的职责", "建议降低罚款幅度", "建议增加公众参与的规定", "希望缩短办理时限",
			"建议删去重复的条款", "希望对小微经营者给予扶持", "建议规定信息公开的内容", "希望照顾老年人和儿童");

	private static final List<String> REASONS = List.of("理由是基层人手有限", "理由是群众反映强烈", "理由是上位法已有规定", "理由是便于执行", "理由是外地已有经验");

	private static final List<String> OUTCOMES = List.of("ADOPTED", "PARTLY", "NOT_ADOPTED", "STUDIED");

	private Consultations() {
	}

	static Table table() {
		Table table = new Table("code", "title", "from", "until", "closedOn", "publishedOn", "notice", "sample");
		for (int i = 0; i < COMMENTS.length; i++) {
			for (int k = 0; k < EACH_YEAR; k++) {
				consultation(table, code(2019 + i, k + 1), k, begun(2019 + i, k));
			}
		}
		consultation(table, "ZX-2018-0801", 0, LocalDate.of(2018, 3, 1));
		consultation(table, "ZX-2023-0801", 1, LocalDate.of(2023, 3, 1));
		return table;
	}

	private static void consultation(Table table, String code, int draft, LocalDate begun) {
		table.row(code, DRAFTS.get(draft), begun, begun.plusDays(31), begun.plusDays(32), begun.plusDays(60),
				"现公开征求意见，欢迎提出。", true);
	}

	private static LocalDate begun(int year, int k) {
		return LocalDate.of(year, 1 + 2 * k, 10);
	}

	private static String code(int year, int number) {
		return "ZX-%d-%04d".formatted(year, number);
	}

	static Table comments() {
		Table table = new Table("consultation", "number", "channel", "source", "sourceName", "madeOn", "text",
				"publish", "outcome", "reason", "answeredOn", "sample");
		int all = 0;
		for (int i = 0; i < COMMENTS.length; i++) {
			for (int k = 0; k < EACH_YEAR; k++) {
				int from = COMMENTS[i] * k / EACH_YEAR;
				int to = COMMENTS[i] * (k + 1) / EACH_YEAR;
				for (int n = 1; n <= to - from; n++) {
					boolean online = (all + 1) * ONLINE / ALL > all * ONLINE / ALL;
					comment(table, code(2019 + i, k + 1), n, online, begun(2019 + i, k), all++);
				}
			}
		}
		for (int n = 1; n <= 20; n++) {
			comment(table, "ZX-2018-0801", n, true, LocalDate.of(2018, 3, 1), n);
			comment(table, "ZX-2023-0801", n, n % 2 == 0, LocalDate.of(2023, 3, 1), n);
		}
		return table;
	}

	private static void comment(Table table, String consultation, int number, boolean online, LocalDate begun,
			int seed) {
		boolean point = !online && number % 3 != 0;
		table.row(consultation, number, online ? "ONLINE" : "OFFLINE", point ? "CONTACT_POINT" : "PUBLIC",
				point ? "某街道联系点" + (1 + number % 5) : "", begun.plusDays(1 + number % 28),
				"第%d条意见：%s，%s。".formatted(number, WISHES.get(seed % WISHES.size()), REASONS.get(seed % REASONS.size())),
				true, OUTCOMES.get(seed % OUTCOMES.size()), "已研究，理由见审议结果报告", begun.plusDays(50), true);
	}

}
