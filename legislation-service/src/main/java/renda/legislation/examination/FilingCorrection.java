package renda.legislation.examination;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a document that is wrong.
 *
 * @param plan the maker's written plan, on which the review was suspended
 * @param opinion the written review opinion
 * @param answer what the maker answered
 * @param report what the chairpersons' meeting was told
 * @param decision what it decided
 * @param correction how the maker put it right
 * @param motion the motion to annul it
 * @param attendance whether the head of the maker attended
 * @param vote how it was voted upon
 * @param publication how the decision was published
 * @param execution what the maker reported
 * @param refiledAs the filing of the new text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilingCorrection(@Nullable Plan plan, @Nullable WrittenOpinion opinion, @Nullable MakerAnswer answer,
		@Nullable CouncilReport report, @Nullable CouncilDecision decision, @Nullable Corrected correction,
		@Nullable AnnulmentMotion motion, @Nullable HeadAttendance attendance, @Nullable AnnulmentVote vote,
		@Nullable Publication publication, @Nullable Execution execution, @Nullable UUID refiledAs) {

	public static final FilingCorrection NONE = new FilingCorrection(null, null, null, null, null, null, null, null,
			null, null, null, null);

	/**
	 * Whether the maker has said it will put it right.
	 */
	public boolean accepted() {
		return this.answer != null && this.answer.how() != Response.REFUSE;
	}

	/**
	 * Whether a new text is to be filed: after an amendment, and after an annulment in
	 * part.
	 */
	public boolean owesNewText() {
		boolean amended = this.correction != null && this.correction.how() == How.AMENDED;
		boolean partly = this.motion != null && !this.motion.provisions().isEmpty() && this.vote != null
				&& this.vote.passed();
		return (amended || partly) && this.refiledAs == null;
	}

	public FilingCorrection with(Consumer<Change> change) {
		Change changed = new Change(this);
		change.accept(changed);
		return changed.made();
	}

	/**
	 * What can be changed of it.
	 */
	public static final class Change {

		public @Nullable Plan plan;

		public @Nullable WrittenOpinion opinion;

		public @Nullable MakerAnswer answer;

		public @Nullable CouncilReport report;

		public @Nullable CouncilDecision decision;

		public @Nullable Corrected correction;

		public @Nullable AnnulmentMotion motion;

		public @Nullable HeadAttendance attendance;

		public @Nullable AnnulmentVote vote;

		public @Nullable Publication publication;

		public @Nullable Execution execution;

		public @Nullable UUID refiledAs;

		private Change(FilingCorrection before) {
			this.plan = before.plan;
			this.opinion = before.opinion;
			this.answer = before.answer;
			this.report = before.report;
			this.decision = before.decision;
			this.correction = before.correction;
			this.motion = before.motion;
			this.attendance = before.attendance;
			this.vote = before.vote;
			this.publication = before.publication;
			this.execution = before.execution;
			this.refiledAs = before.refiledAs;
		}

		private FilingCorrection made() {
			return new FilingCorrection(this.plan, this.opinion, this.answer, this.report, this.decision,
					this.correction, this.motion, this.attendance, this.vote, this.publication, this.execution,
					this.refiledAs);
		}

	}

	/**
	 * A written plan with a day.
	 */
	@Schema(name = "FilingPlan")
	public record Plan(LocalDate on, String words, LocalDate by) {
	}

	/**
	 * The written review opinion.
	 */
	@Schema(name = "FilingWrittenOpinion")
	public record WrittenOpinion(LocalDate on, List<FilingReview.Ground> grounds, String words,
			String withoutOpinions) {

		public WrittenOpinion {
			grounds = List.copyOf(grounds);
		}

	}

	/**
	 * The maker's answer.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "FilingMakerAnswer")
	public record MakerAnswer(LocalDate on, Response how, String words, @Nullable LocalDate by) {
	}

	/**
	 * What the maker is going to do.
	 */
	public enum Response {

		/** 修改. */
		AMEND,
		/** 废止. */
		REPEAL,
		/** 不修改也不废止. */
		REFUSE

	}

	/**
	 * What the chairpersons' meeting was told.
	 */
	@Schema(name = "FilingCouncilReport")
	public record CouncilReport(LocalDate on, String words, String proposal) {
	}

	/**
	 * What the chairpersons' meeting decided.
	 */
	@Schema(name = "FilingCouncilDecision")
	public record CouncilDecision(LocalDate on, Outcome outcome, String words) {
	}

	/**
	 * What it can decide.
	 */
	public enum Outcome {

		/** 确认违法，责令限期纠正. */
		CONFIRM_ILLEGALITY,
		/** 责令制定机关自行修改或者废止. */
		ORDER_CORRECTION,
		/** 维持. */
		MAINTAIN

	}

	/**
	 * How the maker put it right.
	 *
	 * @param number the number of the document by which it did so
	 */
	@Schema(name = "FilingCorrected")
	public record Corrected(LocalDate on, How how, String number, String words) {
	}

	/**
	 * Ways of putting it right.
	 */
	public enum How {

		/** 修改. */
		AMENDED,
		/** 废止. */
		REPEALED

	}

	/**
	 * A motion to annul (撤销议案).
	 *
	 * @param ground which of the law's three (监督法 第三十九条)
	 * @param provisions the provisions to be annulled; none: the whole document
	 */
	@Schema(name = "FilingAnnulmentMotion")
	public record AnnulmentMotion(LocalDate on, AnnulmentGround ground, List<String> provisions, String words) {

		public AnnulmentMotion {
			provisions = List.copyOf(provisions);
		}

	}

	/**
	 * On which grounds a standing committee annuls (监督法 第三十九条).
	 */
	public enum AnnulmentGround {

		/** 超越法定权限，限制或者剥夺权利，增加义务. */
		EXCEEDS_POWERS,
		/** 同法律、法规规定相抵触. */
		AGAINST_LAW,
		/** 其他不适当的情形. */
		IMPROPER

	}

	/**
	 * Whether the head of the maker attended the session.
	 */
	@Schema(name = "FilingHeadAttendance")
	public record HeadAttendance(LocalDate on, String name, boolean attended, String reason) {
	}

	/**
	 * How the session voted.
	 */
	@Schema(name = "FilingAnnulmentVote")
	public record AnnulmentVote(UUID ballot, UUID meeting, String meetingName, LocalDate on, boolean passed,
			int members, int votesFor, String explanation) {
	}

	/**
	 * How the decision was published.
	 */
	@Schema(name = "FilingPublication")
	public record Publication(LocalDate on, String where) {
	}

	/**
	 * How the maker carried out the annulment.
	 */
	@Schema(name = "FilingExecution")
	public record Execution(LocalDate on, String words) {
	}

}
