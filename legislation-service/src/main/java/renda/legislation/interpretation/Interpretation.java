package renda.legislation.interpretation;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Decided;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * An interpretation of a regulation, from the request to the announcement.
 *
 * @param request what is asked, and by whom
 * @param title the title of the interpretation; empty before it is drafted
 * @param text its words
 * @param review what the Legislative Committee reported; empty before
 * @param vote the outcome of the ballot
 * @param refusal why the province refused it last; empty where it did not
 * @param announcement the announcement, or the letter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Interpretation(UUID id, String code, State state, LocalDate stateSince, long version,
		InterpretationAsked request, String title, String text, String review, @Nullable InterpretationVote vote,
		String refusal, @Nullable InterpretationEnd announcement,
		boolean sample) implements Case<Interpretation.State, Interpretation> {

	static Interpretation requested(UUID id, String code, LocalDate on, InterpretationAsked request, boolean sample) {
		return new Interpretation(id, code, State.REQUESTED, on, 1, request, "", "", "", null, "", null, sample);
	}

	@Override
	public Interpretation in(State next, LocalDate since, long number) {
		return new Interpretation(this.id, this.code, next, since, number, this.request, this.title, this.text,
				this.review, this.vote, this.refusal, this.announcement, this.sample);
	}

	Interpretation drafted(String named, String words) {
		return new Interpretation(this.id, this.code, this.state, this.stateSince, this.version, this.request, named,
				words, "", this.vote, this.refusal, this.announcement, this.sample);
	}

	Interpretation reviewed(String words, String report) {
		return new Interpretation(this.id, this.code, this.state, this.stateSince, this.version, this.request,
				this.title, words, report, this.vote, this.refusal, this.announcement, this.sample);
	}

	Interpretation voted(Decided decided) {
		return new Interpretation(this.id, this.code, this.state, this.stateSince, this.version, this.request,
				this.title, this.text, this.review, InterpretationVote.of(decided), this.refusal, this.announcement,
				this.sample);
	}

	Interpretation refused(String reason) {
		return new Interpretation(this.id, this.code, this.state, this.stateSince, this.version, this.request,
				this.title, this.text, "", this.vote, reason, this.announcement, this.sample);
	}

	Interpretation ended(InterpretationEnd end) {
		return new Interpretation(this.id, this.code, this.state, this.stateSince, this.version, this.request,
				this.title, this.text, this.review, this.vote, this.refusal, end, this.sample);
	}

	/**
	 * Whether everyone may read it: it came before a meeting, or is announced.
	 */
	boolean open() {
		return switch (this.state) {
			case REQUESTED, DRAFTING, ANSWERED_BY_LETTER -> false;
			default -> true;
		};
	}

	/**
	 * What is asked, and by whom.
	 *
	 * @param regulation the regulation
	 * @param title its title
	 * @param article the article asked about
	 * @param city whether it is a regulation of this city, in force
	 * @param ground why an interpretation is needed; missing for a written question
	 * @param requester what the requester is
	 * @param organ the code of the organ that asks
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record InterpretationAsked(UUID regulation, String title, String article, boolean city,
			@Nullable InterpretationGround ground, String question, Requester requester, String organ) {
	}

	/**
	 * The two grounds of an interpretation.
	 */
	enum InterpretationGround {

		/** 需要进一步明确具体含义. */
		MEANING,
		/** 出现新的情况，需要明确适用依据. */
		NEW_SITUATION

	}

	/**
	 * Who asks.
	 */
	enum Requester {

		/** 市人民政府. */
		GOVERNMENT,
		/** 市中级人民法院. */
		COURT,
		/** 市人民检察院. */
		PROCURATORATE,
		/** 专门委员会. */
		COMMITTEE,
		/** 县（市、区）人大常委会. */
		COUNTY_COMMITTEE,
		/** 其他机关：可以书面询问. */
		OTHER

	}

	/**
	 * The outcome of the ballot.
	 */
	record InterpretationVote(LocalDate on, UUID ballot, UUID meeting, String meetingName, boolean passed,
			Text explanation) {

		static InterpretationVote of(Decided decided) {
			return new InterpretationVote(decided.on(), decided.ballot(), decided.meeting(), decided.meetingName(),
					decided.passed(), decided.outcome().explanation());
		}

	}

	/**
	 * The announcement, or the letter that answers.
	 *
	 * @param number the number of the announcement or the letter
	 * @param approvedBy the body that approved it; empty for a letter
	 * @param consent the consent of the chairpersons' meeting; empty for an announcement
	 * @param filedOn the day a letter was filed with the province
	 * @param effectiveOn the day an interpretation takes effect
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record InterpretationEnd(LocalDate on, String number, String approvedBy, @Nullable LocalDate approvedOn,
			String consent, @Nullable LocalDate filedOn, @Nullable LocalDate effectiveOn) {
	}

	/**
	 * States.
	 */
	enum State implements CaseState {

		REQUESTED(Text.of("已提请", "Requested")), DRAFTING(Text.of("拟订", "Drafting")), LISTED(Text.of("已列入议程", "Listed")),
		PASSED(Text.of("通过", "Passed")), REJECTED(Text.of("未通过", "Rejected")),
		APPROVAL_PENDING(Text.of("报请批准", "Approval pending")), ANNOUNCED(Text.of("已公布", "Announced")),
		ANSWERED_BY_LETTER(Text.of("已书面答复", "Answered by letter"));

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
			return this == REJECTED || this == ANNOUNCED || this == ANSWERED_BY_LETTER;
		}

	}

	/**
	 * Who acts in it.
	 */
	enum Party implements Actor {

		REQUESTER(Text.of("提请机关", "the requester")), COUNCIL(Text.of("主任会议", "the chairpersons' meeting")),
		LEGAL_COMMITTEE(Text.of("法制委员会", "the Legislative Committee")),
		OFFICE(Text.of("法制工作机构", "the legislative-affairs body")), PLENARY(Text.of("全体会议", "the plenary meeting"));

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
