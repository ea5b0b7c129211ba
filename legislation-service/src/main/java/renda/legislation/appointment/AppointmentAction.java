package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.PersonnelFile;
import renda.legislation.personnel.Settlement;
import renda.legislation.personnel.Settlement.FiledWith.To;
import renda.legislation.post.Post;
import renda.legislation.sitting.Sitting;

/**
 * What is sent with each step. What the law asks for by an article is not asked for here:
 * the step refuses it with that article.
 */
sealed interface AppointmentAction {

	static Facts known(@Nullable Facts facts) {
		return (facts != null) ? facts : Facts.NONE;
	}

	/**
	 * A new draft.
	 *
	 * @param person the key of the personnel file
	 * @param account the subject of the person's tokens, where known
	 * @param post the post's code
	 * @param meetingOn the first day of the meeting it is meant for
	 * @param newGovernmentOn the day the leaders of a new government were elected, where
	 * this fills a post of it for the first time
	 * @param members the members who move a removal together
	 */
	@Schema(name = "AppointmentDraft")
	record Draft(@NotNull Act act, @NotBlank @Pattern(regexp = Post.PERSON) String person,
			@NotBlank @Size(max = 60) String name, @Nullable @Size(max = 100) String account,
			@NotBlank @Pattern(regexp = Post.CODE) String post, @NotNull LocalDate meetingOn,
			@Nullable LocalDate newGovernmentOn, @Nullable Boolean newBody,
			@Nullable @Size(max = 100) List<@NotNull UUID> members, @NotNull @Valid PersonnelFile.Papers papers,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Facts known)
			implements
				AppointmentAction {
	}

	/**
	 * Other papers, or another meeting.
	 */
	@Schema(name = "AppointmentRevision")
	record Revision(@NotNull @Valid PersonnelFile.Papers papers,
			@Nullable LocalDate meetingOn) implements AppointmentAction {
	}

	/**
	 * Nothing but the step itself.
	 */
	@Schema(name = "AppointmentPlain")
	record Plain(@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Facts known)
			implements
				AppointmentAction {
	}

	/**
	 * Gives the file back.
	 */
	@Schema(name = "AppointmentReturn")
	record Return(@NotBlank @Size(max = 2000) String reason) implements AppointmentAction {
	}

	/**
	 * Found complete and in order.
	 *
	 * @param opinion what the personnel office thinks of it
	 * @param namesake why a member of the standing committee of that name is somebody
	 * else
	 */
	@Schema(name = "AppointmentCheck")
	record Check(@Nullable @Size(max = 5000) String opinion, @Nullable @Size(max = 500) String namesake,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Facts known)
			implements
				AppointmentAction {
	}

	/**
	 * A law examination.
	 *
	 * @param heldOn the day; the day of the step unless told
	 * @param training the legal training before
	 */
	@Schema(name = "AppointmentExam")
	record Exam(@Min(0) @Max(100) int score, @Nullable LocalDate heldOn, @Nullable @Size(max = 500) String training,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Facts known)
			implements
				AppointmentAction {
	}

	/**
	 * Introduces it at a meeting.
	 *
	 * @param speaker who speaks for the nominator
	 */
	@Schema(name = "AppointmentIntroduction")
	record Introduce(@NotNull UUID meeting, @NotBlank @Size(max = 60) String speaker,
			@NotBlank @Size(max = 20_000) String text,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Facts known)
			implements
				AppointmentAction {
	}

	/**
	 * A member's question with its answer.
	 */
	@Schema(name = "AppointmentQuestion")
	record Question(@NotBlank @Size(max = 2000) String question,
			@NotBlank @Size(max = 5000) String answer) implements AppointmentAction {
	}

	/**
	 * What the person says.
	 *
	 * @param waived whether the person was asked and does not want to speak
	 */
	@Schema(name = "AppointmentSpeech")
	record Speech(@Nullable @Size(max = 20_000) String text, @Nullable Boolean waived) implements AppointmentAction {
	}

	/**
	 * That a meeting deliberated on it.
	 */
	@Schema(name = "AppointmentDeliberation")
	record Deliberate(@NotNull UUID meeting,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Facts known)
			implements
				AppointmentAction {
	}

	/**
	 * Something said against the person.
	 */
	@Schema(name = "AppointmentComplaint")
	record Complain(@NotBlank @Size(max = 20_000) String text) implements AppointmentAction {
	}

	/**
	 * What came out of it.
	 *
	 * @param number which complaint, from 1
	 */
	@Schema(name = "AppointmentFinding")
	record Finding(@Positive int number, @NotBlank @Size(max = 5000) String finding) implements AppointmentAction {
	}

	/**
	 * Not put to the vote.
	 *
	 * @param next what is to happen instead
	 */
	@Schema(name = "AppointmentDoubt")
	record Doubt(@Nullable @Size(max = 2000) String reason,
			@Nullable @Size(max = 2000) String next) implements AppointmentAction {
	}

	/**
	 * Takes it back.
	 *
	 * @param consent the decision of the chairpersons' meeting that agrees, once it is
	 * tabled
	 */
	@Schema(name = "AppointmentWithdrawal")
	record Withdraw(@NotBlank @Size(max = 2000) String reason,
			@Nullable @Size(max = 500) String consent) implements AppointmentAction {
	}

	/**
	 * The outcome of a vote; the service takes the step.
	 */
	@Schema(name = "AppointmentVoted")
	record Voted(@NotNull @Valid Settlement.CastVote vote,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Facts known)
			implements
				AppointmentAction {
	}

	/**
	 * Proposes somebody again.
	 */
	@Schema(name = "AppointmentRenomination")
	record Again(@NotNull @Valid PersonnelFile.Papers papers, @NotNull LocalDate meetingOn,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Facts known)
			implements
				AppointmentAction {
	}

	/**
	 * An election by the congress.
	 */
	@Schema(name = "CongressElection")
	record Election(@NotBlank @Pattern(regexp = Post.PERSON) String person, @NotBlank @Size(max = 60) String name,
			@Nullable @Size(max = 100) String account, @NotBlank @Pattern(regexp = Post.CODE) String post,
			@NotNull LocalDate electedOn, @NotBlank @Size(max = 100) String session, @Positive int deputies,
			@PositiveOrZero int present, @PositiveOrZero int votesFor) implements AppointmentAction {
	}

	/**
	 * What the level above decided.
	 */
	@Schema(name = "UpperDecisionRecord")
	record Upper(@NotNull Boolean approved, @NotBlank @Size(max = 100) String by,
			@NotBlank @Size(max = 200) String document) implements AppointmentAction {
	}

	/**
	 * Announces it.
	 */
	@Schema(name = "AppointmentAnnouncement")
	record Announce(@NotBlank @Size(max = 100) String number) implements AppointmentAction {
	}

	/**
	 * Tells the organs concerned.
	 */
	@Schema(name = "AppointmentNotice")
	record Notify(
			@NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> organs) implements AppointmentAction {
	}

	/**
	 * Signs the certificate.
	 *
	 * @param handedOn the day it is handed over; missing where that is still to come
	 */
	@Schema(name = "AppointmentCertification")
	record Certify(@Nullable LocalDate handedOn) implements AppointmentAction {
	}

	/**
	 * Files it.
	 */
	@Schema(name = "AppointmentFiling")
	record File(@NotNull To to, @NotBlank @Size(max = 200) String document) implements AppointmentAction {
	}

	/**
	 * An oath taken or missed; the service takes the step.
	 */
	@Schema(name = "AppointmentOath")
	record Swearing(@NotNull UUID ceremony, @NotBlank String code, @NotNull LocalDate on) implements AppointmentAction {
	}

	/**
	 * The commitment made on taking office.
	 */
	@Schema(name = "AppointmentCommitment")
	record Commit(@NotBlank @Size(max = 20_000) String text) implements AppointmentAction {
	}

	/**
	 * That somebody leaves the post without an act.
	 */
	@Schema(name = "AppointmentEnd")
	record End(@NotNull Ground ground, @NotBlank @Size(max = 500) String basis) implements AppointmentAction {
	}

	/**
	 * That another act took the post away; the service takes the step.
	 */
	@Schema(name = "AppointmentLeaving")
	record Leave(@NotNull LocalDate on, @NotBlank String ground) implements AppointmentAction {
	}

	/**
	 * Why somebody leaves a post without an act of the standing committee.
	 */
	@Schema(name = "AppointmentEndGround")
	enum Ground {

		/** 机构撤销或者合并. */
		BODY_ABOLISHED,
		/** 任期届满. */
		TERM_OVER,
		/** 正式人选产生，代理终止. */
		ACTING_OVER,
		/** 去世. */
		DEATH

	}

	/**
	 * What the service knows and a step is decided on.
	 *
	 * @param holders how many hold the post, without who acts for one
	 * @param holds whether the person holds the post
	 * @param deputises the kinds of heads whom the person may stand in for, by a post the
	 * person holds in the organ
	 * @param memberByAccount whether the person's account is that of a member of the
	 * standing committee
	 * @param memberByName whether a member has the person's name
	 * @param fails the days of votes that the person failed for the post in the term
	 * @param vacating whether a dismissal from the post is on its way
	 * @param examined whether the person has passed an examination in the term
	 * @param passMark the mark that is needed
	 * @param members how many members are in office
	 * @param movers how many of those who move a removal are
	 * @param moves whether the caller is one of them
	 * @param sitting the meeting
	 */
	@Schema(name = "AppointmentFacts")
	record Facts(int holders, boolean holds, List<String> deputises, boolean memberByAccount, boolean memberByName,
			List<LocalDate> fails, boolean vacating, boolean examined, int passMark, int members, int movers,
			boolean moves, @Nullable Sitting sitting) {

		/** Nothing known: what is recorded from elsewhere is not decided on again. */
		static final Facts NONE = new Facts(0, true, List.of(), false, false, List.of(), false, true, 0, 1, 0, false,
				null);

		public Facts {
			deputises = List.copyOf(deputises);
			fails = List.copyOf(fails);
		}

		Facts with(int holding, boolean leaving) {
			return new Facts(holding, this.holds, this.deputises, this.memberByAccount, this.memberByName, this.fails,
					leaving, this.examined, this.passMark, this.members, this.movers, this.moves, this.sitting);
		}

		Facts with(@Nullable Sitting at) {
			return new Facts(this.holders, this.holds, this.deputises, this.memberByAccount, this.memberByName,
					this.fails, this.vacating, this.examined, this.passMark, this.members, this.movers, this.moves, at);
		}

	}

}
