package renda.legislation.filingyear;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;

import renda.legislation.examination.FilingReview;
import renda.legislation.normative.FilingDocument;

/**
 * The numbers of a year's report on filing and review, which the standing committee hears
 * and which is published (监督法 第四十五条).
 *
 * @param registered documents registered in the year
 * @param bySource of them, by kind
 * @param byMode their reviews that have ended, by mode; one document can have several
 * @param byResult and by result
 * @param late registered ones that were filed too late
 * @param notAccepted filings that were not accepted or were transferred in the year
 * @param missing documents issued in the year, due and not filed
 * @param found registered ones in which a fault was found
 * @param corrected of them, those amended, repealed or annulled
 * @param requests review requests received in the year, by kind
 * @param lists yearly lists of the year handed in
 * @param listsLate of them, those that came late
 * @param listsMissing makers on the roll whose list of the year is overdue
 * @param catalogue where the documents registered in the year are listed
 */
@Schema(name = "FilingYearReport")
record FilingReport(int year, LocalDate asOf, long registered, Map<String, Long> bySource, Map<String, Long> byMode,
		Map<String, Long> byResult, long late, long notAccepted, long missing, long found, long corrected,
		Map<String, Long> requests, long lists, long listsLate, long listsMissing, String catalogue) {

	static FilingReport of(int year, LocalDate asOf, Map<String, Map<String, Long>> counts,
			Map<String, Long> requests) {
		return new FilingReport(year, asOf, one(counts, "registered"), of(counts, "source"), of(counts, "mode"),
				of(counts, "result"), one(counts, "late"), one(counts, "declined"), one(counts, "missing"),
				one(counts, "found"), one(counts, "corrected"), new TreeMap<>(requests), one(counts, "lists"),
				one(counts, "listsLate"), one(counts, "listsMissing"), FilingDocument.PATH + "?year=" + year);
	}

	private static Map<String, Long> of(Map<String, Map<String, Long>> counts, String what) {
		return new TreeMap<>(Objects.requireNonNullElse(counts.get(what), Map.of()));
	}

	private static long one(Map<String, Map<String, Long>> counts, String what) {
		return of(counts, what).values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * The report in words, in Chinese, for the office to go on from.
	 */
	String markdown() {
		return """
				# %d年备案审查工作情况（数据截至%s）

				## 备案

				登记备案规范性文件 %d 件：%s。逾期报送 %d 件，不予接收或者移送 %d 件，应报未报 %d 件。收到年度文件目录 %d 份，其中逾期 %d 份；名录所列机关逾期未报目录的 %d 个。

				## 审查

				按审查方式（一件可有几种）：%s。审查结果：%s。

				收到审查要求 %d 件、审查建议 %d 件。

				## 纠正

				审查发现问题 %d 件，已修改、废止或者撤销 %d 件。

				备案文件目录：%s
				""".formatted(this.year, this.asOf, this.registered, sources(), this.late, this.notAccepted,
				this.missing, this.lists, this.listsLate, this.listsMissing, modes(), results(),
				count(this.requests, "DEMAND"), count(this.requests, "SUGGESTION"), this.found, this.corrected,
				this.catalogue);
	}

	private static long count(Map<String, Long> counts, String key) {
		return Objects.requireNonNullElse(counts.get(key), 0L);
	}

	private String sources() {
		return words(this.bySource, (key) -> FilingDocument.Source.valueOf(key).title().zh());
	}

	private String modes() {
		return words(this.byMode, (key) -> switch (FilingReview.Mode.valueOf(key)) {
			case ACTIVE -> "依职权审查";
			case ON_REQUEST -> "依申请审查";
			case SPECIAL -> "专项审查";
			case TRANSFERRED -> "移送审查";
			case JOINT -> "联合审查";
		});
	}

	private String results() {
		return words(this.byResult, (key) -> switch (FilingReview.Result.valueOf(key)) {
			case NO_PROBLEM -> "未发现问题";
			case CORRECTED_AFTER_COMMUNICATION -> "沟通后自行纠正";
			case CORRECTED_AFTER_OPINION -> "书面审查意见后纠正";
			case CORRECTED_AFTER_DECISION -> "主任会议决定后纠正";
			case MAINTAINED -> "主任会议决定维持";
			case ANNULLED -> "撤销";
			case NOT_ANNULLED -> "未予撤销";
		});
	}

	private static String words(Map<String, Long> counts, UnaryOperator<String> called) {
		return counts.isEmpty() ? "无"
				: counts.entrySet()
					.stream()
					.map((entry) -> called.apply(entry.getKey()) + " " + entry.getValue() + " 件")
					.collect(Collectors.joining("，"));
	}

}
