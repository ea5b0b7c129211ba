package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.Settlement;
import renda.legislation.post.PostKind;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of appointments.
 */
@Repository
class Appointments {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-stateSince").by("state_since", LocalDate.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class),
			Sort.descending("-code").by("code", String.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final AppointmentKind kind;

	Appointments(DatabaseClient database, AppointmentKind kind) {
		this.database = database;
		this.kind = kind;
	}

	/**
	 * The appointments a caller may know of.
	 */
	Mono<Slice<AppointmentItem>> find(Filter filter, Caller caller, ListRequest request) {
		Select select = this.kind.table()
			.knownTo(caller, this.kind.keys(caller))
			.where("state = ?", filter.state())
			.where("act = ?", filter.act())
			.where("(counted <> '') = ?", filter.counted())
			.where("term = ?", filter.term())
			.where("person = ?", filter.person())
			.where("post_code = ?", filter.post())
			.where("kind = ?", filter.kind())
			.where("organ = ?", filter.organ())
			.where("organ_class = ?", filter.organClass())
			.where("(announced_on IS NOT NULL) = ?", filter.announced())
			.where("(sworn_on IS NOT NULL) = ?", filter.sworn())
			.where("passed_on >= ?", filter.passedFrom())
			.where("passed_on <= ?", filter.passedTo())
			.where("meeting = ?", filter.meeting())
			.where("slate = ?", filter.slate())
			.where("code = ?", filter.code())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		return select.page(this.database, request, SORTS, (row) -> AppointmentItem.of(this.kind.table().read(row)));
	}

	/**
	 * Which appointments to list.
	 *
	 * @param counted whether it is one of the 任免人次: an appointment or dismissal on a
	 * nomination
	 * @param person the key of the personnel file
	 * @param post the post's code
	 * @param kind the kind of post
	 * @param organ the organ's code
	 * @param meeting the meeting that voted on it last
	 */
	record Filter(Appointment.@Nullable State state, Nomination.@Nullable Act act, @Nullable Boolean counted,
			@Nullable Integer term, @Nullable String person, @Nullable String post, @Nullable String kind,
			@Nullable String organ, PostKind.@Nullable OrganClass organClass, @Nullable Boolean announced,
			@Nullable Boolean sworn, @Nullable LocalDate passedFrom, @Nullable LocalDate passedTo,
			@Nullable UUID meeting, @Nullable UUID slate, @Nullable String code) {
	}

	/**
	 * An appointment in a list.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AppointmentItem(UUID id, String code, Appointment.State state, LocalDate stateSince, Nomination.Act act,
			String person, String name, String postCode, String title, String organ, String organName,
			PostKind.OrganClass organClass, int term, @Nullable LocalDate passedOn, @Nullable String meeting,
			@Nullable Integer members, @Nullable Integer votesFor, @Nullable LocalDate announcedOn,
			@Nullable LocalDate swornOn, boolean sample, long version) {

		private static AppointmentItem of(Appointment subject) {
			Nomination nomination = subject.nomination();
			Settlement settlement = subject.settlement();
			return new AppointmentItem(subject.id(), subject.code(), subject.state(), subject.stateSince(),
					subject.act(), nomination.person().key(), nomination.person().name(), nomination.post().code(),
					nomination.post().title(), nomination.post().organ(), nomination.post().organName(),
					subject.kind().organClass(), nomination.term(), subject.passedOn().orElse(null),
					settlement.lastVote().map(Settlement.CastVote::meetingName).orElse(null),
					settlement.lastVote().map(Settlement.CastVote::members).orElse(null),
					settlement.lastVote().map(Settlement.CastVote::votesFor).orElse(null), settlement.announcedOn(),
					(settlement.oath() != null) ? settlement.oath().on() : null, subject.sample(), subject.version());
		}

	}

}
