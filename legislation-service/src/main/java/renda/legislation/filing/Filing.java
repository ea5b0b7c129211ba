package renda.legislation.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import renda.legislation.examination.FilingCorrection;
import renda.legislation.examination.FilingReview;
import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingIntake;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;
import renda.platform.workflow.Lists;

/**
 * A normative document in filing and review, with everything that happened to it.
 *
 * @param document what was filed
 * @param intake how it came
 * @param review its review; the last one where it was reviewed again
 * @param correction what was done about it
 * @param earlier reviews that ended before the last one began
 * @param sample whether the record is invented for the demonstration
 */
public record Filing(UUID id, String code, State state, LocalDate stateSince, long version, FilingDocument document,
		FilingIntake intake, FilingReview review, FilingCorrection correction, List<FilingReview> earlier,
		boolean sample) implements Case<Filing.State, Filing> {

	public Filing {
		earlier = List.copyOf(earlier);
	}

	/**
	 * A document that is issued, or filed.
	 */
	public static Filing of(UUID id, String code, State state, LocalDate on, FilingDocument document,
			FilingIntake intake, boolean sample) {
		return new Filing(id, code, state, on, 1, document, intake, FilingReview.NONE, FilingCorrection.NONE, List.of(),
				sample);
	}

	@Override
	public Filing in(State next, LocalDate since, long number) {
		return new Filing(this.id, this.code, next, since, number, this.document, this.intake, this.review,
				this.correction, this.earlier, this.sample);
	}

	Filing with(FilingDocument changed) {
		return new Filing(this.id, this.code, this.state, this.stateSince, this.version, changed, this.intake,
				this.review, this.correction, this.earlier, this.sample);
	}

	Filing with(FilingIntake changed) {
		return new Filing(this.id, this.code, this.state, this.stateSince, this.version, this.document, changed,
				this.review, this.correction, this.earlier, this.sample);
	}

	Filing with(FilingReview changed) {
		return new Filing(this.id, this.code, this.state, this.stateSince, this.version, this.document, this.intake,
				changed, this.correction, this.earlier, this.sample);
	}

	Filing with(FilingCorrection changed) {
		return new Filing(this.id, this.code, this.state, this.stateSince, this.version, this.document, this.intake,
				this.review, changed, this.earlier, this.sample);
	}

	/**
	 * A review that has ended is put aside for another.
	 */
	Filing reviewedAgain(FilingReview fresh) {
		return new Filing(this.id, this.code, this.state, this.stateSince, this.version, this.document, this.intake,
				fresh, this.correction, Lists.plus(this.earlier, this.review), this.sample);
	}

	/**
	 * Whether it is registered, so that everyone may read the document.
	 */
	public boolean isRegistered() {
		return this.intake.receipt() != null;
	}

	/**
	 * Whether its review has ended, so that everyone may read the result.
	 */
	public boolean isReviewed() {
		return this.review.endedOn() != null;
	}

	/**
	 * The state as the public is told: what goes on inside a review is not public before
	 * its end.
	 */
	State publicState() {
		return (isRegistered() && !isReviewed()) ? State.REGISTERED : this.state;
	}

	/**
	 * States.
	 */
	public enum State implements CaseState {

		ISSUED(Text.of("已发布，待报送", "Issued")), OVERDUE_FILING(Text.of("逾期未报送", "Filing overdue")),
		FILED(Text.of("已报送", "Filed")), FORMAL_CHECK(Text.of("形式审查", "Formal check")),
		SUPPLEMENT(Text.of("待补充", "To be supplemented")), NOT_ACCEPTED(Text.of("不予接收", "Not accepted")),
		TRANSFERRED(Text.of("已移送", "Transferred")), REGISTERED(Text.of("已备案登记", "Registered")),
		IN_REVIEW(Text.of("审查中", "In review")), EXTENDED(Text.of("延长审查", "Review extended")),
		CONSULTING_ORGAN(Text.of("与制定机关沟通", "The maker is asked")), SUSPENDED(Text.of("审查中止", "Suspended on a plan")),
		OPINION_SENT(Text.of("已发书面审查意见", "Opinion sent")), ORGAN_ANSWERED(Text.of("制定机关已答复", "The maker has answered")),
		TO_CHAIRS(Text.of("已报主任会议", "Before the chairpersons' meeting")),
		CHAIRS_DECIDED(Text.of("主任会议已决定", "Decided by the chairpersons' meeting")),
		ANNUL_MOTION(Text.of("已提撤销议案", "Moved to be annulled")), NO_PROBLEM(Text.of("未发现问题", "No problem")),
		CORRECTED(Text.of("已纠正", "Corrected")), ANNULLED(Text.of("已撤销", "Annulled")),
		NOT_ANNULLED(Text.of("未予撤销", "Not annulled")), CLOSED(Text.of("办结", "Closed"));

		private final Text title;

		State(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

		@Override
		public boolean isFinal() {
			return this == NOT_ACCEPTED || this == TRANSFERRED || this == CLOSED;
		}

	}

	/**
	 * Who acts in a filing.
	 */
	public enum Party implements Actor {

		MAKER(Text.of("制定机关", "the maker")), OFFICE(Text.of("备案审查工作机构", "the filing office")),
		COMMITTEE(Text.of("参加审查的委员会", "a committee that reviews it")),
		COUNCIL(Text.of("主任会议", "the chairpersons' meeting")),
		SESSION(Text.of("常务委员会会议", "the session of the standing committee"));

		private final Text title;

		Party(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

	}

}
