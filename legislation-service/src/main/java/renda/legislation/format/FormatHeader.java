package renda.legislation.format;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is written above a legal text and cannot be read from it.
 *
 * @param id the regulation's id, stable over its versions; part of the Akoma Ntoso IRI
 * @param version the label of the version: 2018年修正; empty if none
 * @param status the status as shown: 现行有效; empty if not shown
 * @param organ the body that made the regulation; empty if unknown
 * @param adopted 通过
 * @param approved 批准
 * @param promulgated 公布
 * @param effective 施行
 * @param repealed 废止
 * @param source where the text comes from, a URL or words; empty if unknown
 */
public record FormatHeader(String id, String version, String status, String organ, @Nullable LocalDate adopted,
		@Nullable LocalDate approved, @Nullable LocalDate promulgated, @Nullable LocalDate effective,
		@Nullable LocalDate repealed, String source) {

	/**
	 * A header that says nothing but the id.
	 */
	public static FormatHeader of(String id) {
		return new FormatHeader(id, "", "", "", null, null, null, null, null, "");
	}

	/**
	 * What is known, each with its Chinese name, in the order in which it is shown.
	 */
	List<Line> lines() {
		return List
			.of(new Line("版本", this.version), new Line("状态", this.status), new Line("制定机关", this.organ),
					line("通过", this.adopted), line("批准", this.approved), line("公布", this.promulgated),
					line("施行", this.effective), line("废止", this.repealed), new Line("来源", this.source))
			.stream()
			.filter((line) -> !line.value.isBlank())
			.toList();
	}

	private static Line line(String name, @Nullable LocalDate date) {
		return new Line(name,
				(date == null) ? "" : date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日");
	}

	record Line(String name, String value) {

	}

}
