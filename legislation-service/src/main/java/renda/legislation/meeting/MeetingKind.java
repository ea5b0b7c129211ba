package renda.legislation.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.meeting.Meeting.Party;
import renda.legislation.meeting.Meeting.State;
import renda.legislation.member.Members;
import renda.legislation.sitting.Attendance;
import renda.legislation.sitting.Sittings;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Holder;
import renda.platform.event.Outbox;
import renda.platform.file.StoredFiles;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Meetings as a kind of case: who is who in one, and who sees what of it.
 */
@Component
class MeetingKind implements CaseKind<Meeting, State, Party, MeetingView> {

	static final String PATH = Sittings.PATH;

	/** Who knows of a meeting before its notice. */
	static final Set<Role> INSIDERS = Set.of(Role.CHAIR, Role.COUNCIL, Role.MEMBER, Role.COMMITTEE,
			Role.LEGAL_COMMITTEE, Role.LEGISLATIVE_OFFICE, Role.FILING_OFFICE, Role.BUDGET_OFFICE, Role.DEPUTY_OFFICE,
			Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE, Role.SERVICE);

	private final CityProfile city;

	private final Members members;

	private final Attendance attendance;

	/** It takes steps on meetings, and so needs this kind. */
	private final ObjectProvider<Succession> succession;

	private final Outbox outbox;

	private final StoredFiles files;

	private final Clock clock;

	private final CaseTable<Meeting> table;

	MeetingKind(DatabaseClient database, JsonMapper json, CityProfile city, Members members, Attendance attendance,
			ObjectProvider<Succession> succession, Outbox outbox, StoredFiles files, Clock clock) {
		this.city = city;
		this.members = members;
		this.attendance = attendance;
		this.succession = succession;
		this.outbox = outbox;
		this.files = files;
		this.clock = clock;
		this.table = CaseTable.of("meeting", Meeting.class, database, json)
			.text("body", (meeting) -> meeting.convening().body().name())
			.integer("term", (meeting) -> meeting.convening().term())
			.integer("number", (meeting) -> meeting.convening().number())
			.text("kind", (meeting) -> meeting.convening().kind().name())
			.date("from_on", (meeting) -> meeting.convening().from())
			.date("to_on", (meeting) -> meeting.convening().to())
			.date("opened_on", (meeting) -> opening(meeting, Course.Opening::on))
			.date("closed_on", (meeting) -> meeting.course().closedOn())
			.integer("members", (meeting) -> opening(meeting, Course.Opening::members))
			.integer("present", (meeting) -> opening(meeting, Course.Opening::present))
			.list("attended", MeetingKind::attended)
			.list("subjects",
					(meeting) -> meeting.agenda()
						.stream()
						.flatMap((item) -> Stream.ofNullable(item.subject()))
						.map(UUID::toString)
						.distinct()
						.toList())
			.flag("open_to_all", Meeting::open)
			.flag("sample", Meeting::sample)
			.search("search", (meeting) -> Bigrams.vector(meeting.convening().name(), 'A') + ' '
					+ Bigrams.vector(titles(meeting), 'B'));
	}

	private static <T> @Nullable T opening(Meeting meeting, Function<Course.Opening, T> of) {
		Course.Opening opening = meeting.course().opening();
		return (opening != null) ? of.apply(opening) : null;
	}

	/**
	 * The seats of deputies who came without a vote.
	 */
	static List<String> attended(Meeting meeting) {
		return meeting.attendants()
			.stream()
			.filter((one) -> one.deputy() != null && Boolean.TRUE.equals(one.attended()))
			.map((one) -> String.valueOf(one.deputy()))
			.distinct()
			.toList();
	}

	/**
	 * What is withheld is not found by its words either.
	 */
	private static String titles(Meeting meeting) {
		return String.join(" ",
				meeting.agenda().stream().filter((item) -> item.withheld().isEmpty()).map(AgendaItem::title).toList());
	}

	@Override
	public Workflow<Meeting, State, Party> workflow() {
		return MeetingWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<Meeting> table() {
		return this.table;
	}

	/**
	 * Who a caller is. The presidium, which the council stands for, presides over a
	 * session.
	 */
	@Override
	public Set<Party> actors(Meeting meeting, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (!caller.actsForArea(this.city.code())) {
			return parties;
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		if (caller.has(Role.CHAIR) || (meeting.ofCongress() && caller.has(Role.COUNCIL))) {
			parties.add(Party.CHAIR);
		}
		if (caller.has(Role.GENERAL_OFFICE)) {
			parties.add(Party.OFFICE);
		}
		return parties;
	}

	@Override
	public boolean isVisible(Meeting meeting, Caller caller) {
		return meeting.open() || isInsider(caller);
	}

	boolean isInsider(Caller caller) {
		return caller.actsForArea(this.city.code()) && INSIDERS.stream().anyMatch(caller::has);
	}

	@Override
	public List<Holder> holders(Meeting meeting, Party party) {
		return switch (party) {
			case COUNCIL -> List.of(Holder.role(Role.COUNCIL));
			case CHAIR -> List.of(Holder.role(meeting.ofCongress() ? Role.COUNCIL : Role.CHAIR));
			case OFFICE -> List.of(Holder.role(Role.GENERAL_OFFICE));
		};
	}

	@Override
	public MeetingView view(Meeting meeting, Caller caller) {
		return MeetingView.of(meeting, isInsider(caller), !actors(meeting, caller).isEmpty());
	}

	@Override
	public Object published(Meeting meeting) {
		Map<String, Object> data = new LinkedHashMap<>();
		Convening convening = meeting.convening();
		data.put("id", meeting.id());
		data.put("code", meeting.code());
		data.put("name", convening.name());
		data.put("body", convening.body());
		data.put("term", convening.term());
		data.put("number", convening.number());
		data.put("kind", convening.kind());
		data.put("state", meeting.state());
		data.put("from", convening.from());
		data.put("to", convening.to());
		data.put("place", convening.place());
		data.put("version", meeting.version());
		Course.Opening opening = meeting.course().opening();
		if (opening != null) {
			data.put("openedOn", opening.on());
			data.put("members", opening.members());
			data.put("present", opening.present());
		}
		data.put("agenda",
				meeting.agenda()
					.stream()
					.filter((item) -> item.withheld().isEmpty())
					.map((item) -> MeetingView.Item.of(item, false))
					.toList());
		data.put("attendingDeputies",
				meeting.attendants()
					.stream()
					.filter((one) -> one.deputy() != null)
					.map((one) -> new AttendingDeputy(one.deputy(), one.invitedOn(), one.attended()))
					.toList());
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(Meeting meeting) {
		return meeting.open() ? null : INSIDERS;
	}

	/**
	 * The roll of the day when members begin to sign in, and again each time presence is
	 * established; who was there, once that is public.
	 */
	@Override
	public Mono<Void> alongside(String step, @Nullable Meeting before, Meeting after, Caller caller) {
		return switch (step) {
			case "check-in" -> enrolled(after, after.stateSince());
			case "call-roll" -> enrolled(after, LocalDate.now(this.clock));
			case "notify", "send-papers" -> linked(after);
			case "fix-date", "postpone", "cancel" ->
				this.succession.getObject().settled(after.convening().body(), caller);
			case "close" -> this.succession.getObject().closed(after, caller);
			case "publish" -> linked(after).then(Mono.defer(() -> attendance(after)));
			default -> Mono.empty();
		};
	}

	private Mono<Void> enrolled(Meeting meeting, LocalDate on) {
		return this.members.inOffice(meeting.convening().body(), on)
			.flatMap((members) -> this.attendance.enrol(meeting.id(), meeting.course().round(), on, members));
	}

	private Mono<Void> linked(Meeting meeting) {
		Course.Publication publication = meeting.course().publication();
		Stream<UUID> papers = meeting.agenda()
			.stream()
			.flatMap((item) -> item.papers().stream())
			.flatMap((sent) -> sent.files().stream());
		Stream<UUID> others = Stream.concat(meeting.course().documents().stream(),
				(publication != null) ? publication.documents().stream() : Stream.of());
		return this.files.link(Stream.concat(papers, others).distinct().toList(), "meeting/" + meeting.id());
	}

	private Mono<Void> attendance(Meeting meeting) {
		return this.attendance.attended(meeting.id()).flatMap((attended) -> {
			Map<String, Object> data = new LinkedHashMap<>();
			data.put("meeting", meeting.id());
			data.put("code", meeting.code());
			data.put("name", meeting.convening().name());
			data.put("body", meeting.convening().body());
			data.put("term", meeting.convening().term());
			data.put("on",
					Objects.requireNonNullElse(opening(meeting, Course.Opening::on), meeting.convening().from()));
			data.put("present",
					attended.stream().filter((one) -> one.signed() > 0).map(Attendance.Attended::member).toList());
			data.put("absent",
					attended.stream()
						.filter((one) -> one.signed() == 0 && !one.excused())
						.map(Attendance.Attended::member)
						.toList());
			data.put("excused",
					attended.stream()
						.filter((one) -> one.signed() == 0 && one.excused())
						.map(Attendance.Attended::member)
						.toList());
			data.put("attendingDeputies", attended(meeting));
			return this.outbox.append("meeting.attendance-recorded", "meeting/" + meeting.id(), data);
		});
	}

	/**
	 * A deputy who attends without a vote, as the feed tells it.
	 */
	record AttendingDeputy(@Nullable UUID seat, LocalDate invitedOn, @Nullable Boolean attended) {
	}

	@Override
	public Text deskTitle(Meeting meeting) {
		return Text.of(meeting.convening().name(), meeting.convening().name());
	}

}
