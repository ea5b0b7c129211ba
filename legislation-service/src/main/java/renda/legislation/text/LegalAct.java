package renda.legislation.text;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A legal act on a text: its passage, a change, its end. A passage and the approval that
 * follows it are one act.
 *
 * @param kind what the act did
 * @param adoptedOn the day of the passage (通过), null where the note has none
 * @param adoptedBy the body that passed it, as written; empty where unknown
 * @param meeting the meeting that passed it, as written; empty where unknown
 * @param approvedOn the day of the approval (批准), null where none was needed or is noted
 * @param approvedBy the body that approved it; empty where none
 * @param promulgatedOn the day it was made public (公布, 发布), null where not noted
 * @param effectiveOn the day it took effect, where the head note says so (施行)
 * @param decision the title of the deciding document; empty for a text's own passage
 * @param ordinal the N of 第N次修正, 0 where not numbered
 * @param packaged whether the decision changed several texts at once (打包修改)
 */
public record LegalAct(Kind kind, @Nullable LocalDate adoptedOn, String adoptedBy, String meeting,
		@Nullable LocalDate approvedOn, String approvedBy, @Nullable LocalDate promulgatedOn,
		@Nullable LocalDate effectiveOn, String decision, int ordinal, boolean packaged) {

	/**
	 * The day from which the act stands: that of the approval, else of the passage, else
	 * of the promulgation; null where the note names no day.
	 */
	public @Nullable LocalDate date() {
		if (this.approvedOn != null) {
			return this.approvedOn;
		}
		if (this.adoptedOn != null) {
			return this.adoptedOn;
		}
		return (this.promulgatedOn != null) ? this.promulgatedOn : this.effectiveOn;
	}

	/**
	 * What an act can do to a text.
	 */
	public enum Kind {

		/** 制定. */
		ENACTED,
		/** 修正: some articles changed. */
		AMENDED,
		/** 修订: made anew as a whole. */
		REVISED,
		/** 废止. */
		REPEALED,
		/** 解释. */
		INTERPRETED

	}

}
