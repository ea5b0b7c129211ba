package renda.legislation.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Purpose;
import renda.legislation.meeting.AgendaItem.Again;
import renda.legislation.meeting.AgendaItem.Result;
import renda.legislation.meeting.Convening.Kind;
import renda.legislation.meeting.Meeting.Attendant.As;
import renda.legislation.member.Body;
import renda.legislation.sitting.Attendance.Counted;
import renda.legislation.sitting.Sitting.Form;
import renda.platform.web.Given;
import renda.platform.web.Text;

/**
 * What is sent with each step. {@code known} is filled in by the service, whatever was
 * sent.
 */
sealed interface MeetingAction {

	/**
	 * Plans a meeting.
	 *
	 * @param number which of the term
	 * @param basis for a special one, the decision on which it is called
	 * @param callers for an extra session, how many deputies call for it
	 * @param electedOn for the first session of a new congress, the day on which the
	 * election of its deputies was completed
	 * @param members all deputies in office; filled in by the service
	 */
	record MeetingPlan(@NotNull Body body, @Positive @Max(Convening.MOST) int term,
			@Positive @Max(Convening.MOST) int number, @NotNull Kind kind, @NotNull LocalDate from,
			@NotNull LocalDate to, @Nullable @Size(max = 200) String place, @Nullable @Size(max = 500) String basis,
			@Nullable @PositiveOrZero Integer callers, @Nullable @PastOrPresent LocalDate electedOn,
			@Nullable Boolean sample,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Integer members)
			implements
				MeetingAction {

		MeetingPlan among(int deputies) {
			return new MeetingPlan(this.body, this.term, this.number, this.kind, this.from, this.to, this.place,
					this.basis, this.callers, this.electedOn, this.sample, deputies);
		}

		int calledBy() {
			return (this.callers != null) ? this.callers : 0;
		}

		int deputies() {
			return (this.members != null) ? this.members : 0;
		}

		Convening convening() {
			return new Convening(this.body, this.term, this.number, this.kind, this.from, this.to,
					Given.orEmpty(this.place), Given.orEmpty(this.basis), 0);
		}

	}

	/**
	 * Fixes day and place.
	 *
	 * @param known the last day of the body's meeting before; filled in by the service
	 */
	record MeetingDate(@NotNull LocalDate from, @NotNull LocalDate to, @Nullable @Size(max = 200) String place,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable LocalDate known)
			implements
				MeetingAction {

		/**
		 * The last day of the meeting before; where there was none, the day asked on.
		 */
		LocalDate since(LocalDate today) {
			return (this.known != null) ? this.known : today;
		}

	}

	/**
	 * Puts an item on the draft agenda.
	 *
	 * @param kind the kind of case; missing for an item without one
	 * @param title of an item without a case
	 * @param position its place, from 1; the end unless told
	 * @param repeats the item of an earlier meeting whose report is supplemented or made
	 * anew
	 * @param known the case; filled in by the service
	 */
	record AgendaProposal(@Nullable @Size(max = 40) String kind, @Nullable UUID subject, @NotNull Purpose purpose,
			@Nullable @Size(max = 200) String title, @Nullable @Positive Integer position, @Nullable UUID repeats,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable TabledCase known)
			implements
				MeetingAction {

		AgendaItem item(UUID id, LocalDate on) {
			TabledCase of = this.known;
			return (of != null)
					? new AgendaItem(id, of.kind(), of.id(), of.code(), of.title(), of.href(), this.purpose, on, null,
							"", List.of(), List.of(), null, this.repeats)
					: new AgendaItem(id, "", null, "", Given.orEmpty(this.title), "", this.purpose, on, null, "",
							List.of(), List.of(), null, this.repeats);
		}

	}

	/**
	 * A case as its feature shows it to an agenda.
	 *
	 * @param purposes what it can be tabled for now
	 */
	record TabledCase(String kind, UUID id, String code, String title, String href, Set<Purpose> purposes) {
	}

	/**
	 * Names an item, with a reason or a decision.
	 */
	record AgendaMark(@NotNull UUID item, @NotBlank @Size(max = 500) String reason) implements MeetingAction {
	}

	/**
	 * Names an item.
	 */
	record AgendaPick(@NotNull UUID item) implements MeetingAction {
	}

	/**
	 * Sends papers to the members.
	 *
	 * @param late why they go later than the law asks
	 */
	record AgendaPapers(@NotNull UUID item, @Nullable @Size(max = 50) List<@NotNull UUID> files,
			@Nullable @Size(max = 500) String late) implements MeetingAction {
	}

	/**
	 * Gives notice.
	 *
	 * @param documents files that go with it
	 * @param known what only the service knows; filled in by it
	 */
	record MeetingNotice(@Nullable @Size(max = 50) List<@NotNull UUID> documents,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable NoticeKnown known)
			implements
				MeetingAction {

		List<Returned> returned() {
			return (this.known != null) ? this.known.returned() : List.of();
		}

		List<String> heads() {
			return (this.known != null) ? this.known.heads() : List.of();
		}

	}

	/**
	 * What a notice goes by.
	 *
	 * @param returned reports that the last meeting wanted supplemented or made anew
	 * @param heads the codes of the organs whose heads attend by law
	 */
	record NoticeKnown(List<Returned> returned, List<String> heads) {
	}

	/**
	 * A report that a meeting wanted supplemented or made anew at the next one.
	 */
	record Returned(UUID item, String title) {
	}

	/**
	 * Allows members to attend by video.
	 */
	record RemoteAttendance(@NotBlank @Size(max = 500) String decision) implements MeetingAction {
	}

	/**
	 * Invites people to attend without a vote.
	 */
	record AttendantsInvited(
			@NotEmpty @Size(max = 200) List<@NotNull @Valid Invited> attendants) implements MeetingAction {
	}

	/**
	 * Somebody who is invited.
	 *
	 * @param organ the organ's code, for those who come for one
	 * @param deputy a deputy's seat in the roster
	 */
	record Invited(@NotNull As kind, @Nullable @Size(max = 40) String organ, @Nullable @Size(max = 60) String name,
			@Nullable UUID deputy) {
	}

	/**
	 * Records who of those invited came.
	 */
	record AttendantsRecorded(@NotEmpty @Size(max = 200) List<@NotNull @Valid Came> came) implements MeetingAction {
	}

	/**
	 * Whether somebody came.
	 *
	 * @param name who came, where that was not known
	 */
	record Came(@NotNull UUID attendant, @NotNull Boolean attended, @Nullable @Size(max = 60) String name) {
	}

	/**
	 * Begins to sign in.
	 *
	 * @param undecided requests for leave that nobody has decided on; filled in by the
	 * service
	 */
	record SigningIn(
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Integer undecided)
			implements
				MeetingAction {
	}

	/**
	 * The preparatory meeting of a session.
	 *
	 * @param presidium the deputies elected to the presidium
	 * @param secretaryGeneral the deputy elected secretary-general of the session
	 * @param known who has signed in; filled in by the service
	 */
	record PreparatoryMeeting(@NotEmpty @Size(max = 200) List<@NotNull UUID> presidium, @NotNull UUID secretaryGeneral,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Counted known)
			implements
				MeetingAction {

		Counted counted() {
			return (this.known != null) ? this.known : Counted.NONE;
		}

	}

	/**
	 * Opens the meeting, or records that it cannot be.
	 *
	 * @param presider who presides where the chair has entrusted a vice-chair with it
	 * @param acting who opens it for the chair; filled in by the service
	 * @param known who has signed in; filled in by the service
	 */
	record QuorumFound(@Nullable @Size(max = 60) String presider,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable String acting,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Counted known)
			implements
				MeetingAction {

		Counted counted() {
			return (this.known != null) ? this.known : Counted.NONE;
		}

		/**
		 * Who presides where it is not the chair; empty where it is.
		 */
		String presiding() {
			String named = Given.orEmpty(this.presider);
			return named.isEmpty() ? Given.orEmpty(this.acting) : named;
		}

	}

	/**
	 * Puts the meeting off.
	 */
	record MeetingPostponed(@NotNull LocalDate from, @NotNull LocalDate to,
			@NotBlank @Size(max = 500) String reason) implements MeetingAction {
	}

	/**
	 * Calls the meeting off.
	 */
	record MeetingCancelled(@NotBlank @Size(max = 500) String reason) implements MeetingAction {
	}

	/**
	 * Adopts the agenda, or a change of it.
	 *
	 * @param items the items adopted, in their order; all that are proposed unless told
	 */
	record AgendaAdopted(@Nullable @Size(max = 200) List<@NotNull UUID> items) implements MeetingAction {
	}

	/**
	 * Establishes presence once more.
	 */
	record RollCall() implements MeetingAction {
	}

	/**
	 * Records a sitting.
	 */
	record SittingHeld(@NotNull Form form, @Nullable @Size(max = 60) String group,
			@Nullable @Size(max = 60) String presider, @Nullable @Size(max = 200) List<@NotNull UUID> items,
			@Nullable @Size(max = 20_000) String summary) implements MeetingAction {
	}

	/**
	 * Says what came of an item that no ballot decides.
	 *
	 * @param disagree of a report, how many members do not agree with it
	 * @param again of a report that is supplemented or made anew, when
	 */
	record ItemConcluded(@NotNull UUID item, @NotNull Result result, @Nullable @Size(max = 2000) String note,
			@Nullable @PositiveOrZero Integer disagree, @Nullable Again again) implements MeetingAction {

		int disagreeing() {
			return (this.disagree != null) ? this.disagree : 0;
		}

	}

	/**
	 * Does not put an item to the vote for now.
	 */
	record NotPutToVote(@NotNull UUID item, @NotBlank @Size(max = 500) String reason,
			@Nullable @Size(max = 500) String nextStep) implements MeetingAction {
	}

	/**
	 * Takes the outcome of a ballot over.
	 */
	record BallotSettled(UUID item, UUID ballot, boolean passed, Text explanation) implements MeetingAction {
	}

	/**
	 * Closes the meeting.
	 *
	 * @param followed whether the next one has a date already; filled in by the service
	 */
	record MeetingClosed(@Nullable @Size(max = 2000) String note,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Boolean followed)
			implements
				MeetingAction {

		boolean isLast() {
			return !Boolean.TRUE.equals(this.followed);
		}

	}

	/**
	 * That a next meeting has a date, or has none any more.
	 */
	record MeetingFollowed() implements MeetingAction {
	}

	/**
	 * That the meeting before has closed.
	 */
	record MeetingPreceded(LocalDate closedOn) implements MeetingAction {
	}

	/**
	 * Publishes what the meeting did.
	 *
	 * @param digest its minutes, in short
	 * @param documents files
	 * @param unconfirmed speeches neither confirmed by their speakers nor withheld;
	 * filled in by the service
	 */
	record MeetingPublished(@NotBlank @Size(max = 50_000) String digest,
			@Nullable @Size(max = 50) List<@NotNull UUID> documents,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Integer unconfirmed)
			implements
				MeetingAction {
	}

}
