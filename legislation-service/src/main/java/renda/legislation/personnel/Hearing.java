package renda.legislation.personnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What happens to it between the agenda and the vote.
 *
 * @param slate the list it is voted on with; missing where it is voted on alone
 * @param introduction how the nominator introduced it
 * @param questions what members asked, and the answers
 * @param statement the candidate's statement
 * @param defence what the person to be removed said, or that the person said nothing
 * @param deliberatedOn the day it was deliberated on
 * @param doubt why it was not put to the vote; empty where it was
 * @param next what is to happen instead
 * @param withdrawal why it was taken back; empty where it was not
 * @param consent the consent to that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hearing(@Nullable UUID slate, @Nullable Introduction introduction, List<QuestionAnswered> questions,
		@Nullable Spoken statement, @Nullable Spoken defence, @Nullable LocalDate deliberatedOn, String doubt,
		String next, String withdrawal, String consent) {

	public static final Hearing NONE = new Hearing(null, null, List.of(), null, null, null, "", "", "", "");

	public Hearing {
		questions = List.copyOf(questions);
	}

	public Hearing with(@Nullable UUID list) {
		return new Hearing(list, this.introduction, this.questions, this.statement, this.defence, this.deliberatedOn,
				this.doubt, this.next, this.withdrawal, this.consent);
	}

	public Hearing with(Introduction made) {
		return new Hearing(this.slate, made, this.questions, this.statement, this.defence, this.deliberatedOn,
				this.doubt, this.next, this.withdrawal, this.consent);
	}

	public Hearing asked(QuestionAnswered question) {
		List<QuestionAnswered> all = new ArrayList<>(this.questions);
		all.add(question);
		return new Hearing(this.slate, this.introduction, all, this.statement, this.defence, this.deliberatedOn,
				this.doubt, this.next, this.withdrawal, this.consent);
	}

	public Hearing stated(Spoken words) {
		return new Hearing(this.slate, this.introduction, this.questions, words, this.defence, this.deliberatedOn,
				this.doubt, this.next, this.withdrawal, this.consent);
	}

	public Hearing defended(Spoken words) {
		return new Hearing(this.slate, this.introduction, this.questions, this.statement, words, this.deliberatedOn,
				this.doubt, this.next, this.withdrawal, this.consent);
	}

	public Hearing deliberated(LocalDate on) {
		return new Hearing(this.slate, this.introduction, this.questions, this.statement, this.defence, on, this.doubt,
				this.next, this.withdrawal, this.consent);
	}

	/**
	 * Not put to the vote; should it come back, it is introduced again.
	 */
	public Hearing doubted(String reason, String then) {
		return new Hearing(null, this.introduction, this.questions, this.statement, this.defence, this.deliberatedOn,
				reason, then, this.withdrawal, this.consent);
	}

	public Hearing withdrawn(String reason, String agreed) {
		return new Hearing(null, this.introduction, this.questions, this.statement, this.defence, this.deliberatedOn,
				this.doubt, this.next, reason, agreed);
	}

	/**
	 * The nominator's introduction (提请说明).
	 *
	 * @param meeting the meeting
	 * @param meetingName as documents name it
	 * @param speaker who spoke for the nominator
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Introduction(LocalDate on, @Nullable UUID meeting, String meetingName, String speaker, String text) {
	}

	/**
	 * A member's question.
	 */
	public record QuestionAnswered(LocalDate on, String question, String answer) {
	}

	/**
	 * What the person said (任前发言、申辩).
	 *
	 * @param waived whether the person was asked and said nothing
	 */
	public record Spoken(LocalDate on, String text, boolean waived) {
	}

}
