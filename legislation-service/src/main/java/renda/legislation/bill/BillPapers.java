package renda.legislation.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in with a bill (法规案材料). The drafts themselves are kept as drafts.
 *
 * @param draft the draft it stands at now; missing before one is handed in
 * @param consolidated for each regulation it changes, the draft of its whole text as it
 * would be
 * @param explanation the explanation (说明)
 * @param legalBasis the legal basis (立法依据)
 * @param materials the materials (必要的资料), by title
 * @param coordination how the powers of departments were coordinated
 * @param submittedOn the day it was submitted, for the last time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillPapers(@Nullable UUID draft, List<BillText> consolidated, String explanation, String legalBasis,
		List<String> materials, String coordination, @Nullable LocalDate submittedOn) {

	public static final BillPapers NONE = new BillPapers(null, List.of(), "", "", List.of(), "", null);

	public BillPapers {
		consolidated = List.copyOf(consolidated);
		materials = List.copyOf(materials);
	}

	/**
	 * The same at another draft. Where no whole texts come with it, the old ones stay.
	 */
	public BillPapers at(UUID main, List<BillText> whole) {
		return new BillPapers(main, whole.isEmpty() ? this.consolidated : whole, this.explanation, this.legalBasis,
				this.materials, this.coordination, this.submittedOn);
	}

	/**
	 * The draft of the whole text of a regulation as it would be.
	 */
	public Optional<UUID> wholeTextOf(UUID regulation) {
		return this.consolidated.stream()
			.filter((text) -> text.regulation().equals(regulation))
			.map(BillText::draft)
			.findFirst();
	}

	/**
	 * The whole text of a regulation that a bill changes.
	 *
	 * @param regulation the regulation
	 * @param draft the draft of its text
	 */
	public record BillText(@NotNull UUID regulation, @NotNull UUID draft) {
	}

}
