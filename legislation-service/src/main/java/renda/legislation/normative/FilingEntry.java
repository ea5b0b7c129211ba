package renda.legislation.normative;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.normative.FilingDocument.SentTo;
import renda.platform.web.Given;

import static renda.platform.web.Given.orNone;

/**
 * A document with its material.
 *
 * @param maker the organ that made it; the caller's own unless the office enters what
 * came on paper
 * @param number the document's number (文号)
 * @param scope the maker's answers about its nature
 * @param report the id of the uploaded filing report
 * @param officialText the id of the uploaded text as issued
 * @param explanation the id of the uploaded explanation
 * @param attachments the ids of other files
 * @param basis the titles of the superior texts it rests on
 * @param paperCopies how many paper sets are sent
 * @param text its words as plain text or Markdown, one paragraph a line
 * @param sentTo for rules: to whom else they were sent
 * @param refiles the filing whose text this one replaces
 * @param receivedOn the day it came on paper; only the office says it
 * @param late why it is filed late
 * @param files what is known of the files; filled in by the service
 */
public record FilingEntry(@Nullable @Pattern(regexp = FilingEntry.CODE) String maker,
		@Nullable @Size(max = 100) String makerName, FilingDocument.@Nullable Source source,
		FilingDocument.@Nullable Act act, @Nullable @Size(max = 300) String title,
		@Nullable @Size(max = 100) String number, @Nullable LocalDate issuedOn, @Nullable LocalDate effectiveOn,
		FilingDocument.@Nullable Scope scope, @Nullable UUID report, @Nullable UUID officialText,
		@Nullable UUID explanation, @Nullable @Size(max = 50) List<@NotNull UUID> attachments,
		@Nullable @Size(max = 100) List<@NotBlank @Size(max = 200) String> basis,
		@Nullable @PositiveOrZero Integer paperCopies, @Nullable @Size(max = 200_000) String text,
		@Nullable @Size(max = 10) List<@NotNull @Valid SentTo> sentTo, @Nullable UUID refiles,
		@Nullable LocalDate receivedOn, @Nullable @Size(max = 500) String late, @Schema(hidden = true) @JsonProperty(
				access = JsonProperty.Access.WRITE_ONLY) @Nullable List<FilingDocument.FilingFile> files) {

	/** An organ's code. */
	public static final String CODE = "[a-z0-9][a-z0-9-]{1,39}";

	/**
	 * The document it describes; a member that is missing is empty, and is refused
	 * elsewhere.
	 * @param organ the organ that made it
	 */
	public FilingDocument document(String organ) {
		return new FilingDocument(organ, Given.orEmpty(this.makerName),
				Objects.requireNonNullElse(this.source, FilingDocument.Source.OTHER),
				Objects.requireNonNullElse(this.act, FilingDocument.Act.MADE), Given.orEmpty(this.title),
				Given.orEmpty(this.number), Objects.requireNonNullElse(this.issuedOn, LocalDate.EPOCH),
				this.effectiveOn,
				Objects.requireNonNullElse(this.scope, new FilingDocument.Scope(false, false, false, false)),
				new FilingDocument.Materials(file(this.report), file(this.officialText), file(this.explanation),
						orNone(this.attachments).stream()
							.map(this::file).<FilingDocument.FilingFile>mapMulti((file, next) -> {
								if (file != null) {
									next.accept(file);
								}
							})
							.toList(),
						orNone(this.basis), Objects.requireNonNullElse(this.paperCopies, 0)),
				Given.orEmpty(this.text), orNone(this.sentTo), this.refiles);
	}

	private FilingDocument.@Nullable FilingFile file(@Nullable UUID id) {
		return orNone(this.files).stream().filter((file) -> file.id().equals(id)).findFirst().orElse(null);
	}

	/**
	 * The files it names.
	 */
	public List<UUID> named() {
		return Stream.concat(Stream.of(this.report, this.officialText, this.explanation).<UUID>mapMulti((id, next) -> {
			if (id != null) {
				next.accept(id);
			}
		}), orNone(this.attachments).stream()).distinct().toList();
	}

	public FilingEntry by(String organ, List<FilingDocument.FilingFile> known) {
		return new FilingEntry(organ, this.makerName, this.source, this.act, this.title, this.number, this.issuedOn,
				this.effectiveOn, this.scope, this.report, this.officialText, this.explanation, this.attachments,
				this.basis, this.paperCopies, this.text, this.sentTo, this.refiles, this.receivedOn, this.late, known);
	}

}
