package renda.legislation.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Purpose;
import renda.legislation.member.Body;
import renda.platform.web.Text;

import static renda.platform.web.Given.orNull;

/**
 * A meeting as the API shows it. The public sees neither items that are withheld for now
 * nor the names of those who sat in the gallery.
 *
 * @param name as documents name it
 * @param place where; missing while not known
 * @param members all members in office when it was opened
 * @param present those of them who had signed in when it was opened
 * @param agendaWithheld how many items are not shown
 * @param reason why it was put off or called off, the last time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeetingView(UUID id, String code, Meeting.State state, LocalDate stateSince, String name, Body body, int term,
		int number, Convening.Kind kind, LocalDate from, LocalDate to, @Nullable String place, @Nullable String basis,
		@Nullable LocalDate noticedOn, List<UUID> documents, @Nullable String remote, int round,
		Course.@Nullable Preparatory preparatory, @Nullable LocalDate openedOn, @Nullable Integer members,
		@Nullable Integer present, @Nullable String presider, List<Item> agenda, int agendaWithheld,
		List<Guest> attendants, List<Meeting.Held> sittings, @Nullable LocalDate closedOn,
		@Nullable LocalDate publishedOn, @Nullable String digest, List<UUID> publication, @Nullable String reason,
		boolean sample, long version) {

	/**
	 * A view.
	 * @param insider whether for somebody of the committee or its offices
	 * @param acts whether for somebody who acts in it
	 */
	static MeetingView of(Meeting meeting, boolean insider, boolean acts) {
		Convening convening = meeting.convening();
		Course course = meeting.course();
		Course.Opening opening = course.opening();
		Course.Publication publication = course.publication();
		List<AgendaItem> shown = meeting.agenda()
			.stream()
			.filter((item) -> insider || item.withheld().isEmpty())
			.toList();
		return new MeetingView(meeting.id(), meeting.code(), meeting.state(), meeting.stateSince(), convening.name(),
				convening.body(), convening.term(), convening.number(), convening.kind(), convening.from(),
				convening.to(), orNull(convening.place()), orNull(convening.basis()), course.noticedOn(),
				course.documents(), insider ? orNull(course.remote()) : null, course.round(), course.preparatory(),
				(opening != null) ? opening.on() : null, (opening != null) ? opening.members() : null,
				(opening != null) ? opening.present() : null, (opening != null) ? orNull(opening.presider()) : null,
				shown.stream().map((item) -> Item.of(item, insider)).toList(), meeting.agenda().size() - shown.size(),
				meeting.attendants().stream().map((guest) -> Guest.of(guest, acts)).toList(),
				(insider || publication != null) ? meeting.sittings() : List.of(), course.closedOn(),
				(publication != null) ? publication.on() : null, (publication != null) ? publication.digest() : null,
				(publication != null) ? publication.documents() : List.of(), orNull(course.reason()), meeting.sample(),
				meeting.version());
	}

	/**
	 * An item of the agenda.
	 *
	 * @param kind the kind of case; missing for an item without one
	 * @param result what came of it; missing before
	 * @param nextStep what follows where it was not put to the vote
	 * @param again when a report is supplemented or made anew
	 * @param repeats the item whose report is supplemented or made anew here
	 * @param withheld why it is not public for now; only shown inside
	 * @param papers what went to the members; only shown inside
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "AgendaItemShown")
	record Item(UUID id, @Nullable String kind, @Nullable UUID subject, @Nullable String code, String title,
			@Nullable String href, Purpose purpose, LocalDate proposedOn, @Nullable LocalDate adoptedOn,
			@Nullable LocalDate papersSentOn, @Nullable List<AgendaItem.Papers> papers, List<UUID> ballots,
			AgendaItem.@Nullable Result result, @Nullable LocalDate concludedOn, @Nullable String note,
			@Nullable String nextStep, AgendaItem.@Nullable Again again, @Nullable UUID repeats,
			@Nullable Text explanation, @Nullable String withheld) {

		static Item of(AgendaItem item, boolean insider) {
			AgendaItem.Conclusion conclusion = item.conclusion();
			return new Item(item.id(), orNull(item.kind()), item.subject(), orNull(item.code()), item.title(),
					orNull(item.href()), item.purpose(), item.proposedOn(), item.adoptedOn(),
					item.papersSentOn().orElse(null), insider ? item.papers() : null, item.ballots(),
					(conclusion != null) ? conclusion.result() : null, (conclusion != null) ? conclusion.on() : null,
					(conclusion != null) ? orNull(conclusion.note()) : null,
					(conclusion != null) ? orNull(conclusion.nextStep()) : null,
					(conclusion != null) ? conclusion.again() : null, item.repeats(),
					(conclusion != null) ? conclusion.explanation() : null, insider ? orNull(item.withheld()) : null);
		}

	}

	/**
	 * Somebody who attends without a vote.
	 *
	 * @param name who comes; a citizen's only to those who act
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "MeetingGuest")
	record Guest(UUID id, Meeting.Attendant.As kind, @Nullable String organ, @Nullable String name,
			@Nullable UUID deputy, LocalDate invitedOn, @Nullable Boolean attended) {

		private static Guest of(Meeting.Attendant guest, boolean acts) {
			boolean named = acts || guest.kind() != Meeting.Attendant.As.CITIZEN;
			return new Guest(guest.id(), guest.kind(), orNull(guest.organ()), named ? orNull(guest.name()) : null,
					guest.deputy(), guest.invitedOn(), guest.attended());
		}

	}

}
