package renda.legislation.examination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The review of a document, from its beginning to its end.
 *
 * @param modes how it came about; one document can have several
 * @param begunOn the day it began
 * @param committees each committee asked, with its own opinion
 * @param findings the answers to the questions of the law, the last for each ground
 * @param locks the words in the text that a reviewer answers for
 * @param inquiries what the maker was asked to explain
 * @param referrals what was handed to other organs on the way
 * @param extension why it took more time
 * @param doubt that it may be against the constitution
 * @param requests the review requests it answers
 * @param foundOn the day a fault was found first
 * @param endedOn the day it ended
 * @param result how
 * @param conclusion in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilingReview(Set<Mode> modes, @Nullable LocalDate begunOn, List<CommitteeReview> committees,
		List<Finding> findings, List<FilingLock> locks, List<Inquiry> inquiries, List<Referral> referrals,
		@Nullable Extension extension, @Nullable Doubt doubt, List<Requested> requests, @Nullable LocalDate foundOn,
		@Nullable LocalDate endedOn, @Nullable Result result, String conclusion) {

	public static final FilingReview NONE = new FilingReview(Set.of(), null, List.of(), List.of(), List.of(), List.of(),
			List.of(), null, null, List.of(), null, null, null, "");

	public FilingReview {
		modes = Set.copyOf(modes);
		committees = List.copyOf(committees);
		findings = List.copyOf(findings);
		locks = List.copyOf(locks);
		inquiries = List.copyOf(inquiries);
		referrals = List.copyOf(referrals);
		requests = List.copyOf(requests);
	}

	public Optional<CommitteeReview> committee(String code) {
		return this.committees.stream().filter((asked) -> asked.committee().equals(code)).findFirst();
	}

	/**
	 * The committees whose opinion is missing.
	 */
	public List<String> silent() {
		return this.committees.stream()
			.filter((asked) -> asked.opinion() == null)
			.map(CommitteeReview::committee)
			.toList();
	}

	/**
	 * The questions that are not answered.
	 */
	public List<Ground> unanswered() {
		Set<Ground> open = EnumSet.allOf(Ground.class);
		this.findings.forEach((finding) -> open.remove(finding.ground()));
		return List.copyOf(open);
	}

	/**
	 * The grounds on which it is wrong.
	 */
	public List<Ground> grounds() {
		return this.findings.stream().filter(Finding::found).map(Finding::ground).toList();
	}

	public List<FilingLock> openLocks() {
		return this.locks.stream().filter((lock) -> lock.answer() == null).toList();
	}

	public boolean doubted() {
		return this.doubt != null && this.doubt.answeredOn() == null;
	}

	public FilingReview with(Consumer<Change> change) {
		Change changed = new Change(this);
		change.accept(changed);
		return changed.made();
	}

	/**
	 * What can be changed of a review.
	 */
	public static final class Change {

		public final Set<Mode> modes;

		public @Nullable LocalDate begunOn;

		public final List<CommitteeReview> committees;

		public final List<Finding> findings;

		public List<FilingLock> locks;

		public final List<Inquiry> inquiries;

		public final List<Referral> referrals;

		public @Nullable Extension extension;

		public @Nullable Doubt doubt;

		public final Set<Requested> requests;

		public @Nullable LocalDate foundOn;

		public @Nullable LocalDate endedOn;

		public @Nullable Result result;

		public String conclusion;

		private Change(FilingReview before) {
			this.modes = before.modes.isEmpty() ? EnumSet.noneOf(Mode.class) : EnumSet.copyOf(before.modes);
			this.begunOn = before.begunOn;
			this.committees = new ArrayList<>(before.committees);
			this.findings = new ArrayList<>(before.findings);
			this.locks = before.locks;
			this.inquiries = new ArrayList<>(before.inquiries);
			this.referrals = new ArrayList<>(before.referrals);
			this.extension = before.extension;
			this.doubt = before.doubt;
			this.requests = new LinkedHashSet<>(before.requests);
			this.foundOn = before.foundOn;
			this.endedOn = before.endedOn;
			this.result = before.result;
			this.conclusion = before.conclusion;
		}

		/**
		 * A fault was found, if none was before.
		 */
		public void found(LocalDate on) {
			this.foundOn = Objects.requireNonNullElse(this.foundOn, on);
		}

		public void ended(LocalDate on, Result how, String words) {
			this.endedOn = on;
			this.result = how;
			this.conclusion = words;
		}

		private FilingReview made() {
			return new FilingReview(this.modes, this.begunOn, this.committees, this.findings, this.locks,
					this.inquiries, this.referrals, this.extension, this.doubt, List.copyOf(this.requests),
					this.foundOn, this.endedOn, this.result, this.conclusion);
		}

	}

	/**
	 * A committee's part in the review.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "FilingCommitteeReview")
	public record CommitteeReview(String committee, LocalDate askedOn, @Nullable Opinion opinion) {
	}

	/**
	 * What a committee thinks.
	 */
	@Schema(name = "FilingOpinion")
	public record Opinion(LocalDate on, List<Ground> grounds, String words) {

		public Opinion {
			grounds = List.copyOf(grounds);
		}

	}

	/**
	 * The answer to one question of the law.
	 *
	 * @param found whether the document is wrong on this ground
	 * @param provisions the articles concerned
	 */
	@Schema(name = "FilingFinding")
	public record Finding(Ground ground, boolean found, List<String> provisions, String reason, LocalDate on) {

		public Finding {
			provisions = List.copyOf(provisions);
		}

	}

	/**
	 * What the maker was asked, and said.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "FilingInquiry")
	public record Inquiry(LocalDate on, String questions, LocalDate by, @Nullable LocalDate explainedOn,
			String explanation) {

		public Inquiry explained(LocalDate day, String words) {
			return new Inquiry(this.on, this.questions, this.by, day, words);
		}

	}

	/**
	 * What was handed to another organ.
	 */
	@Schema(name = "FilingReferral")
	public record Referral(LocalDate on, String to, String matter) {
	}

	/**
	 * Why it took more time.
	 *
	 * @param approvedBy the head of the review body
	 */
	@Schema(name = "FilingExtension")
	public record Extension(LocalDate on, String reason, String approvedBy) {
	}

	/**
	 * That it may be against the constitution, which only the National People's Congress
	 * decides.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "FilingDoubt")
	public record Doubt(LocalDate on, String words, String sentTo, @Nullable LocalDate answeredOn, String answer) {
	}

	/**
	 * A review request that the review answers.
	 *
	 * @param demanded whether a state organ demands it (审查要求)
	 */
	@Schema(name = "FilingRequested")
	public record Requested(UUID id, String code, boolean demanded) {
	}

	/**
	 * How a review comes about.
	 */
	public enum Mode {

		/** 依职权主动审查. */
		ACTIVE,
		/** 依申请审查. */
		ON_REQUEST,
		/** 专项审查. */
		SPECIAL,
		/** 移送审查. */
		TRANSFERRED,
		/** 联合审查. */
		JOINT

	}

	/**
	 * The questions of the law (河南监督法办法 第五十三条).
	 */
	public enum Ground {

		/** 超越法定权限，限制或者剥夺权利，增加义务. */
		EXCEEDS_POWERS,
		/** 同法律、法规相抵触. */
		AGAINST_LAW,
		/** 同人大及其常委会的决议、决定相抵触. */
		AGAINST_RESOLUTION,
		/** 违反法定程序. */
		PROCEDURE,
		/** 其他不适当. */
		OTHER

	}

	/**
	 * How a review ends.
	 */
	public enum Result {

		/** 未发现问题. */
		NO_PROBLEM,
		/** 沟通后自行纠正. */
		CORRECTED_AFTER_COMMUNICATION,
		/** 书面审查意见后纠正. */
		CORRECTED_AFTER_OPINION,
		/** 主任会议决定后纠正. */
		CORRECTED_AFTER_DECISION,
		/** 主任会议决定维持. */
		MAINTAINED,
		/** 撤销. */
		ANNULLED,
		/** 未予撤销. */
		NOT_ANNULLED;

		/**
		 * Whether what was wrong is so no more.
		 */
		public boolean corrects() {
			return this == CORRECTED_AFTER_COMMUNICATION || this == CORRECTED_AFTER_OPINION
					|| this == CORRECTED_AFTER_DECISION || this == ANNULLED;
		}

	}

}
