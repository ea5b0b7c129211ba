package renda.legislation.normative;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import renda.platform.web.Text;

/**
 * A normative document as its maker files it.
 *
 * @param maker the code of the organ that made it
 * @param makerName its name
 * @param number the document's number (文号); empty where it has none
 * @param issuedOn the day it was published (发布)
 * @param effectiveOn the day it takes effect, where it says so
 * @param scope what the maker says about its nature
 * @param materials what was filed with it
 * @param text its words, machine-readable; empty where only files were sent
 * @param sentTo for rules: to whom else they were sent
 * @param refiles the filing whose text this one replaces
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilingDocument(String maker, String makerName, Source source, Act act, String title, String number,
		LocalDate issuedOn, @Nullable LocalDate effectiveOn, Scope scope, Materials materials, String text,
		List<SentTo> sentTo, @Nullable UUID refiles) {

	/** Where filed documents are. */
	public static final String PATH = "/api/v1/legislation/filings";

	public FilingDocument {
		sentTo = List.copyOf(sentTo);
	}

	/**
	 * A document's number as numbers are compared: 〔2024〕, [2024] and （2024） are the
	 * same.
	 */
	public static String key(String number) {
		return Normalizer.normalize(number, Normalizer.Form.NFKC)
			.replaceAll("[\\[(〔【]", "〔")
			.replaceAll("[\\])〕】]", "〕")
			.replaceAll("\\s", "");
	}

	/**
	 * The bodies that a government's rules go to as well and did not (立法法 第一百零九条).
	 */
	public List<Recipient> notSentTo() {
		if (this.source != Source.GOVERNMENT_RULE) {
			return List.of();
		}
		List<Recipient> missing = new ArrayList<>(List.of(Recipient.values()));
		this.sentTo.forEach((sent) -> missing.remove(sent.body()));
		return List.copyOf(missing);
	}

	/**
	 * What of the material is missing, by the names of its members.
	 */
	public List<String> missing() {
		List<String> missing = new ArrayList<>();
		if (this.materials.report() == null) {
			missing.add("report");
		}
		if (this.materials.officialText() == null && this.text.isBlank()) {
			missing.add("officialText");
		}
		if (this.materials.explanation() == null) {
			missing.add("explanation");
		}
		if (this.materials.basis().isEmpty()) {
			missing.add("basis");
		}
		return List.copyOf(missing);
	}

	/**
	 * The nature of a document, asked question by question (河南监督法办法 第四十八条).
	 *
	 * @param binding whether it generally binds citizens or organisations
	 * @param repeated whether it is applied again and again
	 * @param rights whether it touches their rights or duties
	 * @param internal whether it only concerns the organ's inner work, personnel, or one
	 * case
	 */
	@Schema(name = "FilingScope")
	public record Scope(boolean binding, boolean repeated, boolean rights, boolean internal) {

		public boolean isNormative() {
			return this.binding && this.repeated && this.rights && !this.internal;
		}

	}

	/**
	 * What is filed with the text.
	 *
	 * @param report the filing report (备案报告)
	 * @param officialText the text as issued
	 * @param explanation the explanation (说明)
	 * @param attachments what else was sent
	 * @param basis the titles of the superior texts it rests on
	 * @param paperCopies how many paper sets were sent
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "FilingMaterials")
	public record Materials(@Nullable FilingFile report, @Nullable FilingFile officialText,
			@Nullable FilingFile explanation, List<FilingFile> attachments, List<String> basis, int paperCopies) {

		public Materials {
			attachments = List.copyOf(attachments);
			basis = List.copyOf(basis);
		}

		public List<FilingFile> files() {
			List<FilingFile> files = new ArrayList<>();
			for (FilingFile file : new FilingFile[] { this.report, this.officialText, this.explanation }) {
				if (file != null) {
					files.add(file);
				}
			}
			files.addAll(this.attachments);
			return List.copyOf(files);
		}

	}

	/**
	 * A file that was uploaded before.
	 */
	@Schema(name = "FilingFile")
	public record FilingFile(UUID id, String name, String sha256) {
	}

	/**
	 * That a rule was sent to another body, and when.
	 */
	@Schema(name = "FilingSentTo")
	public record SentTo(@NotNull Recipient body, @NotNull LocalDate on) {
	}

	/**
	 * To whom a city government's rules go besides the city's standing committee.
	 */
	public enum Recipient {

		/** 国务院. */
		STATE_COUNCIL,
		/** 省人大常委会. */
		PROVINCIAL_COMMITTEE,
		/** 省人民政府. */
		PROVINCIAL_GOVERNMENT

	}

	/**
	 * What kind of document it is, which is also the question whether it is filed at all.
	 */
	public enum Source {

		/** 政府规章. */
		GOVERNMENT_RULE(Text.of("政府规章", "government rules")),
		/** 政府规范性文件. */
		GOVERNMENT_DOCUMENT(Text.of("政府规范性文件", "government normative documents")),
		/** 县级人大及其常委会的决议、决定. */
		COUNTY_RESOLUTION(Text.of("县级人大及其常委会决议决定", "resolutions of county congresses and their committees")),
		/** 监察委员会规范性文件. */
		SUPERVISORY_COMMISSION(Text.of("监察委员会规范性文件", "normative documents of the supervisory commission")),
		/** 人民法院规范性文件. */
		COURT(Text.of("人民法院规范性文件", "normative documents of courts")),
		/** 人民检察院规范性文件. */
		PROCURATORATE(Text.of("人民检察院规范性文件", "normative documents of procuratorates")),
		/** 其他，不在备案范围. */
		OTHER(Text.of("其他", "others, which are not filed"));

		private final Text title;

		Source(Text title) {
			this.title = title;
		}

		public Text title() {
			return this.title;
		}

	}

	/**
	 * What the maker did.
	 */
	public enum Act {

		/** 制定. */
		MADE,
		/** 修改. */
		AMENDED,
		/** 废止. */
		REPEALED

	}

}
