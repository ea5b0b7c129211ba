package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentClocks;
import renda.legislation.personnel.AppointmentView;
import renda.legislation.personnel.CommitteeSeat;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.Nomination.Proposer;
import renda.legislation.personnel.Settlement;
import renda.legislation.personnel.Settlement.CastVote;
import renda.legislation.tenure.CommitteeSeats;
import renda.legislation.tenure.OfficeHolders;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.Holder;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.security.Vault;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Appointments as a kind of case: who is who in one, and who sees what of it. Nothing of
 * it is published before it is announced.
 */
@Component
class AppointmentKind implements CaseKind<Appointment, State, Party, AppointmentView> {

	/** Members have before them what is tabled. */
	private static final Set<Role> MEMBERS = Set.of(Role.MEMBER, Role.CHAIR);

	/** Deputies have before them who stands in an election. */
	private static final Set<Role> ELECTORS = Set.of(Role.MEMBER, Role.CHAIR, Role.DEPUTY);

	private final CityProfile city;

	private final CaseTable<Appointment> table;

	private final OfficeHolders holders;

	private final CommitteeSeats seats;

	AppointmentKind(DatabaseClient database, JsonMapper json, Vault vault, CityProfile city, OfficeHolders holders,
			CommitteeSeats seats) {
		this.city = city;
		this.holders = holders;
		this.seats = seats;
		this.table = CaseTable.of("appointment", Appointment.class, database, json)
			.sealed(vault)
			.text("act", (subject) -> subject.act().name())
			.text("counted", (subject) -> subject.act().counted())
			.integer("term", (subject) -> subject.nomination().term())
			.text("person", (subject) -> subject.nomination().person().key())
			.id("post", (subject) -> subject.nomination().post().id())
			.text("post_code", (subject) -> subject.nomination().post().code())
			.text("kind", (subject) -> subject.kind().code())
			.text("organ", (subject) -> subject.nomination().post().organ())
			.text("organ_class", (subject) -> subject.kind().organClass().name())
			.id("slate", (subject) -> subject.hearing().slate())
			.id("meeting", (subject) -> subject.settlement().lastVote().map(CastVote::meeting).orElse(null))
			.date("passed_on", (subject) -> subject.passedOn().orElse(null))
			.date("announced_on", (subject) -> subject.settlement().announcedOn())
			.date("sworn_on", AppointmentKind::swornOn)
			.flag("examined", (subject) -> subject.file().isExamPassed())
			.list("failed_on",
					(subject) -> subject.settlement()
						.votes()
						.stream()
						.filter((vote) -> !vote.passed() && subject.act() != Act.ELECT)
						.map((vote) -> vote.on().toString())
						.toList())
			.list("viewers", AppointmentKind::viewers)
			.flag("open_to_all", Appointment::isPublic)
			.flag("sample", Appointment::sample)
			.search("search", AppointmentKind::searched);
	}

	/**
	 * The term of the congress on a day.
	 */
	int termOn(LocalDate day) {
		return this.city.termOn(day).map(CityProfile.Term::number).orElse(0);
	}

	private static @Nullable LocalDate swornOn(Appointment subject) {
		Settlement.Oath oath = subject.settlement().oath();
		return (oath != null) ? oath.on() : null;
	}

	/**
	 * Names are found once everyone may know them.
	 */
	private static String searched(Appointment subject) {
		String post = Bigrams.vector(subject.nomination().post().title(), 'B');
		return subject.isPublic() ? Bigrams.vector(subject.nomination().person().name(), 'A') + ' ' + post : post;
	}

	@Override
	public Workflow<Appointment, State, Party> workflow() {
		return AppointmentWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return AppointmentView.PATH;
	}

	@Override
	public CaseTable<Appointment> table() {
		return this.table;
	}

	@Override
	public Set<Party> actors(Appointment subject, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (isNominator(subject.nomination().by(), caller)) {
			parties.add(Party.NOMINATOR);
		}
		if (caller.has(Role.ORGAN) && caller.organ().equals(subject.nomination().post().organ())) {
			parties.add(Party.OWN_ORGAN);
		}
		if (!caller.actsForArea(this.city.code())) {
			return parties;
		}
		if (caller.has(Role.PERSONNEL_OFFICE)) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		if (caller.has(Role.CHAIR)) {
			parties.add(Party.CHAIR);
		}
		if (caller.has(Role.GENERAL_OFFICE)) {
			parties.add(Party.GENERAL_OFFICE);
		}
		return parties;
	}

	/**
	 * Whoever resigned in writing is spoken for by the personnel office.
	 */
	private boolean isNominator(Proposer by, Caller caller) {
		boolean here = caller.actsForArea(this.city.code());
		return switch (by.kind()) {
			case ORGAN -> caller.has(Role.ORGAN) && by.organ().equals(caller.organ());
			case COUNCIL, PRESIDIUM -> caller.has(Role.COUNCIL) && here;
			case MEMBERS -> caller.has(Role.MEMBER) && by.accounts().contains(caller.subject());
			case DEPUTIES -> caller.has(Role.DEPUTY) && by.accounts().contains(caller.subject());
			case PERSON -> caller.has(Role.PERSONNEL_OFFICE) && here;
			case CONGRESS -> false;
		};
	}

	@Override
	public boolean isVisible(Appointment subject, Caller caller) {
		return subject.isPublic() || viewers(subject).stream().anyMatch(keys(caller)::contains);
	}

	/**
	 * Who may know of it before it is announced.
	 */
	static List<String> viewers(Appointment subject) {
		Set<String> viewers = new TreeSet<>();
		AppointmentClocks.nominator(subject).forEach((holder) -> viewers.add(holder.text()));
		viewers.add(Holder.role(Role.PERSONNEL_OFFICE).text());
		if (subject.state() != State.DRAFT) {
			viewers.add(Holder.role(Role.COUNCIL).text());
		}
		if (subject.isTabled()) {
			viewers.add(Holder.role(Role.GENERAL_OFFICE).text());
			members(subject).forEach((role) -> viewers.add(Holder.role(role).text()));
		}
		if (subject.state().holds()) {
			viewers.add(Holder.organ(subject.nomination().post().organ()).text());
		}
		return List.copyOf(viewers);
	}

	/**
	 * What a caller is, as {@link #viewers} are written: an office of another city is no
	 * office here.
	 */
	List<String> keys(Caller caller) {
		return Holder.of(caller, this.city.code());
	}

	@Override
	public List<Holder> holders(Appointment subject, Party party) {
		return switch (party) {
			case NOMINATOR -> AppointmentClocks.nominator(subject);
			case OFFICE -> ((subject.state() == State.CHECKED && !subject.act().isExamined())
					|| subject.state() == State.ANNOUNCED) ? List.of() : AppointmentClocks.office();
			case COUNCIL -> (subject.state() == State.CHECKED && subject.act().isExamined()) ? List.of()
					: List.of(Holder.role(Role.COUNCIL));
			case CHAIR -> (subject.state() == State.ANNOUNCED && subject.act().isCertified())
					? List.of(Holder.role(Role.CHAIR)) : List.of();
			case GENERAL_OFFICE -> subject.isTabled() ? List.of(Holder.role(Role.GENERAL_OFFICE)) : List.of();
			case OWN_ORGAN -> List.of();
		};
	}

	@Override
	public boolean isTold(Appointment subject, Caller caller, String step) {
		return depth(subject, caller).isTold(step);
	}

	@Override
	public boolean isToldWho(Appointment subject, Caller caller, String step) {
		return CaseKind.super.isToldWho(subject, caller, step) && depth(subject, caller) == AppointmentView.Depth.FULL;
	}

	/**
	 * That a member is asked to resign is told once it is known to be the member.
	 */
	@Override
	public boolean isShown(Appointment subject, Caller caller, Deadline clock) {
		CommitteeSeat seat = subject.settlement().seat();
		return !clock.name().equals(AppointmentClocks.RESIGNATION.name()) || (seat != null && seat.identified())
				|| depth(subject, caller) == AppointmentView.Depth.FULL;
	}

	@Override
	public AppointmentView view(Appointment subject, Caller caller) {
		return AppointmentView.of(subject, depth(subject, caller));
	}

	private static Set<Role> members(Appointment subject) {
		return (subject.act() == Act.ELECT) ? ELECTORS : MEMBERS;
	}

	AppointmentView.Depth depth(Appointment subject, Caller caller) {
		Set<Party> actors = actors(subject, caller);
		if (actors.contains(Party.NOMINATOR) || actors.contains(Party.OFFICE)
				|| (actors.contains(Party.COUNCIL) && subject.state() != State.DRAFT)) {
			return AppointmentView.Depth.FULL;
		}
		return (subject.isTabled()
				&& (actors.contains(Party.GENERAL_OFFICE) || members(subject).stream().anyMatch(caller::has)))
						? AppointmentView.Depth.MEMBER : AppointmentView.Depth.PUBLIC;
	}

	/**
	 * What the feed tells: of whom, only once it is announced.
	 */
	@Override
	public Object published(Appointment subject) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", subject.id());
		data.put("code", subject.code());
		data.put("state", subject.state());
		data.put("act", subject.act());
		data.put("post", subject.nomination().post().code());
		data.put("organ", subject.nomination().post().organ());
		data.put("organClass", subject.kind().organClass());
		data.put("version", subject.version());
		if (subject.isPublic()) {
			data.put("name", subject.nomination().person().name());
			data.put("title", subject.nomination().post().title());
			subject.passedOn().ifPresent((day) -> data.put("passedOn", day));
		}
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(Appointment subject) {
		return subject.isPublic() ? null : Set.of(Role.PERSONNEL_OFFICE, Role.COUNCIL, Role.SERVICE);
	}

	/**
	 * Who holds which post follows from the steps, in their transaction.
	 */
	@Override
	public Mono<Void> alongside(String step, @Nullable Appointment before, Appointment after, Caller caller) {
		return switch (step) {
			case "appoint", "elect", "dismiss", "record-election", "record-upper-decision" ->
				this.holders.follow(this, after, caller);
			case "announce" -> this.holders.announced(after).then(this.seats.follow(before, after));
			case "end" -> this.holders.left(after).then(this.seats.follow(before, after));
			case "leave", "identify-member", "record-resignation" -> this.seats.follow(before, after);
			default -> Mono.empty();
		};
	}

	@Override
	public Text deskTitle(Appointment subject) {
		return Text.of(subject.nomination().title(), subject.nomination().title());
	}

}
