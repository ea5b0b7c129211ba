package renda.legislation.registration;

import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.source.Chronicle.Stage;
import renda.legislation.text.LegalAct;

/**
 * What the keeper of the register enters by hand.
 */
final class Registration {

	private static final int LONGEST = 2_000_000;

	private Registration() {
	}

	/**
	 * A text that the register does not have yet.
	 *
	 * @param text title, head note and body, in Markdown or plain text, up to 2,000,000
	 * characters
	 * @param kind the kind, where it should not be judged by title and makers
	 * @param act the act that made it, where the head note does not tell
	 * @param sample whether it is an invented sample
	 */
	record NewRegulation(@NotBlank @Size(max = LONGEST) String text, @Nullable RegulationKind kind,
			@Nullable ActInput act, @Nullable Boolean sample) {
	}

	/**
	 * An act on a regulation that is in the register.
	 *
	 * @param kind what the act does
	 * @param act when and by whom
	 * @param text the whole text as it is after the act; missing where it is not known
	 */
	record NewVersion(@NotNull LegalAct.Kind kind, @NotNull @Valid ActInput act,
			@Nullable @Size(max = LONGEST) String text) {
	}

	/**
	 * The end of a regulation.
	 *
	 * @param act when and by whom
	 * @param reason why
	 */
	record Repeal(@NotNull @Valid ActInput act, @NotBlank @Size(max = 1000) String reason) {
	}

	/**
	 * Puts right, or completes, what the register says of a version. What is missing
	 * stays as it is.
	 *
	 * @param reason why
	 * @param act the right dates: the approval once it is given
	 * @param text the right text
	 */
	record Correction(@NotBlank @Size(max = 1000) String reason, @Nullable @Valid ActInput act,
			@Nullable @Size(max = LONGEST) String text) {
	}

	/**
	 * The facts of an act.
	 *
	 * @param adoptedOn 通过
	 * @param adoptedBy the body that passed it
	 * @param meeting the meeting that passed it
	 * @param approvedOn 批准
	 * @param approvedBy the body that approved it
	 * @param promulgatedOn 公布
	 * @param publishedOn the day it was printed in the gazette
	 * @param effectiveOn 施行, where it is not the promulgation
	 * @param decision the title of the deciding document
	 * @param ordinal the N of 第N次修正
	 * @param packaged whether the decision changes several regulations (打包修改)
	 */
	record ActInput(@Nullable LocalDate adoptedOn, @Nullable @Size(max = 200) String adoptedBy,
			@Nullable @Size(max = 200) String meeting, @Nullable LocalDate approvedOn,
			@Nullable @Size(max = 200) String approvedBy, @Nullable LocalDate promulgatedOn,
			@Nullable LocalDate publishedOn, @Nullable LocalDate effectiveOn,
			@Nullable @Size(max = 500) String decision, @Nullable Integer ordinal, @Nullable Boolean packaged) {

		LegalAct as(LegalAct.Kind kind) {
			return new LegalAct(kind, this.adoptedOn, text(this.adoptedBy), text(this.meeting), this.approvedOn,
					text(this.approvedBy), this.promulgatedOn, this.effectiveOn, text(this.decision),
					(this.ordinal != null) ? this.ordinal : 0, Boolean.TRUE.equals(this.packaged));
		}

		/**
		 * The stage of this act.
		 * @param needsApproval whether it is not in force without an approval
		 * @param clause the day the text itself names
		 */
		Stage stage(LegalAct.Kind kind, boolean needsApproval, @Nullable LocalDate clause, boolean written) {
			return Stage.of(as(kind), needsApproval, (this.effectiveOn != null) ? this.effectiveOn : clause, written);
		}

		private static String text(@Nullable String words) {
			return (words != null) ? words.strip() : "";
		}

	}

}
