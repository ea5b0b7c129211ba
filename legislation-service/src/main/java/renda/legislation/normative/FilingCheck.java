package renda.legislation.normative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import renda.platform.deadline.DueDate;
import renda.platform.rule.RuleSet;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * What a filing lacks, before it is sent: the same questions that the steps ask, all at
 * once.
 *
 * @param complete whether it would be taken as it is
 * @param dueOn the last day to file it; missing where the day of issue is
 * @param late whether that day has passed
 * @param computed how the last day was computed
 * @param findings what is missing or wrong, and what else the maker should know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilingCheck(boolean complete, @Nullable LocalDate dueOn, boolean late, List<DueDate.Explained> computed,
		List<Found> findings) {

	public static final Text MATERIAL = Text.of("备案材料不齐：须有备案报告、正式文本、说明和制定依据，并有电子文本。",
			"The filing needs its report, the text as issued, an explanation and what it rests on, all in electronic form.");

	public static final Text NATURE = Text.of("不是规范性文件：须具有普遍约束力、反复适用并涉及权利义务，且不属于内部事务、人事或者个案。",
			"It is no normative document: it binds generally, is applied again and again, touches rights or duties, and is no inner matter, personnel matter or single case.");

	public static final Text KIND = Text.of("不属于报送备案的文件种类。", "It is not of a kind that is filed.");

	public static final Text BODIES = Text.of("规章须同时报送国务院、省人大常委会和省人民政府备案。",
			"Rules are filed at the same time with the State Council, the province's standing committee and its government.");

	private static final Map<String, Text> MISSING = Map.of("report",
			Text.of("缺备案报告。", "The filing report is missing."), "officialText",
			Text.of("缺正式文本。", "The text as issued is missing."), "explanation",
			Text.of("缺说明。", "The explanation is missing."), "basis", Text.of("缺制定依据。", "What it rests on is missing."));

	/**
	 * Checks.
	 * @param organ the organ that made it; empty where nobody says
	 * @param same a filing of the same number there is already
	 */
	public static FilingCheck of(FilingEntry entry, String organ, LocalDate on, RuleSet rules, @Nullable UUID same) {
		List<Found> found = new ArrayList<>();
		FilingDocument document = entry.document(organ);
		structure(entry, organ, on, found);
		material(entry, document, rules, found);
		if (same != null) {
			found.add(new Found("", Weight.WRONG, "/number", Text.of("该文号的文件已报送：%s/%s",
					"A document of this number is filed already: %s/%s", FilingDocument.PATH, same)));
		}
		DueDate due = (entry.issuedOn() != null) ? FilingDue.of(entry.issuedOn(), rules) : null;
		boolean late = due != null && on.isAfter(due.on());
		if (due != null && late && Given.orEmpty(entry.late()).isEmpty()) {
			found.add(new Found("FIL-03", Weight.MISSING, "/late",
					Text.of("报送期限已于 %s 届满，须说明原因。", "The time to file it ended on %s; say why it is late.", due.on())));
		}
		return new FilingCheck(found.stream().noneMatch((one) -> one.weight() != Weight.REMARK),
				(due != null) ? due.on() : null, late, (due != null) ? due.steps() : List.of(), List.copyOf(found));
	}

	private static void structure(FilingEntry entry, String organ, LocalDate on, List<Found> found) {
		absent(organ.isEmpty(), "/maker", Text.of("须写明制定机关代码。", "Say which organ made it."), found);
		absent(Given.orEmpty(entry.makerName()).isEmpty(), "/makerName",
				Text.of("须写明制定机关名称。", "Say the name of the organ that made it."), found);
		absent(Given.orEmpty(entry.title()).isEmpty(), "/title", Text.of("须写明文件名称。", "It needs its title."), found);
		absent(entry.source() == null, "/source", Text.of("须写明文件种类。", "Say what kind of document it is."), found);
		absent(entry.act() == null, "/act", Text.of("须写明制定、修改还是废止。", "Say whether it is made, amended or repealed."),
				found);
		absent(entry.issuedOn() == null, "/issuedOn", Text.of("须写明发布日期。", "Say on which day it was published."), found);
		LocalDate issued = entry.issuedOn();
		if (issued != null && issued.isAfter(on)) {
			found.add(new Found("", Weight.WRONG, "/issuedOn",
					Text.of("发布日期不得晚于报送之日 %s。", "It was not published after the day of filing, %s.", on)));
		}
		if (issued != null && entry.effectiveOn() != null && entry.effectiveOn().isBefore(issued)) {
			found.add(new Found("", Weight.WRONG, "/effectiveOn",
					Text.of("施行日期早于发布日期 %s。", "It takes effect before it was published, on %s.", issued)));
		}
		List<UUID> known = Given.orNone(entry.files()).stream().map(FilingDocument.FilingFile::id).toList();
		entry.named()
			.stream()
			.filter((id) -> !known.contains(id))
			.forEach((id) -> found.add(new Found("", Weight.WRONG, pointer(entry, id),
					Text.of("没有上传过文件 %s。", "No file %s was uploaded.", id))));
		if (Given.orEmpty(entry.number()).isEmpty()) {
			found.add(new Found("", Weight.REMARK, "/number", Text.of("没有文号。", "It has no number.")));
		}
	}

	private static String pointer(FilingEntry entry, UUID id) {
		return id.equals(entry.report()) ? "/report" : id.equals(entry.officialText()) ? "/officialText"
				: id.equals(entry.explanation()) ? "/explanation" : "/attachments";
	}

	private static void absent(boolean missing, String pointer, Text says, List<Found> found) {
		if (missing) {
			found.add(new Found("", Weight.MISSING, pointer, says));
		}
	}

	private static void material(FilingEntry entry, FilingDocument document, RuleSet rules, List<Found> found) {
		document.missing()
			.forEach((name) -> found
				.add(new Found("FIL-05", Weight.MISSING, "/" + name, MISSING.getOrDefault(name, MATERIAL))));
		int copies = rules.number("fil.copies");
		if (document.materials().paperCopies() < copies) {
			found.add(new Found("FIL-05", Weight.REMARK, "/paperCopies",
					Text.of("纸质材料按规定一式 %s 份。", "Of the paper set, %s copies are due.", copies)));
		}
		if (document.text().isEmpty()) {
			found.add(new Found("FIL-05", Weight.REMARK, "/text",
					Text.of("没有可机读的文本，不能辅助审查。", "There is no machine-readable text, so the review is not assisted.")));
		}
		if (entry.scope() == null) {
			found.add(new Found("FIL-01", Weight.MISSING, "/scope",
					Text.of("须回答文件性质的四个问题。", "Answer the four questions about its nature.")));
		}
		else if (!entry.scope().isNormative()) {
			found.add(new Found("FIL-01", Weight.WRONG, "/scope", NATURE));
		}
		if (entry.source() == FilingDocument.Source.OTHER) {
			found.add(new Found("FIL-02", Weight.WRONG, "/source", KIND));
		}
		document.notSentTo()
			.forEach((body) -> found.add(new Found("FIL-04", Weight.MISSING, "/sentTo",
					Text.of("规章尚未报送：%s。", "The rules are not sent to: %s.", body))));
	}

	/**
	 * What is wrong in the form of the input, whatever the law says.
	 */
	public List<Refusal.FieldError> malformed() {
		return this.findings.stream()
			.filter((one) -> one.rule().isEmpty() && one.weight() != Weight.REMARK)
			.map((one) -> new Refusal.FieldError(one.pointer(), one.detail()))
			.toList();
	}

	/**
	 * One thing that was found.
	 *
	 * @param rule the rule that asks for it; empty where it is a matter of form
	 */
	@Schema(name = "FilingFound")
	public record Found(String rule, Weight weight, String pointer, Text detail) {
	}

	/**
	 * How much it matters.
	 */
	public enum Weight {

		/** 缺少. */
		MISSING,
		/** 有误. */
		WRONG,
		/** 提示. */
		REMARK

	}

}
