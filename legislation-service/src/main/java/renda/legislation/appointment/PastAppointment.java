package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.legislation.appointment.Appointment.Party;
import renda.legislation.appointment.Appointment.State;
import renda.legislation.appointment.AppointmentAction.Facts;
import renda.legislation.appointment.AppointmentAction.Papers;
import renda.legislation.appointment.Nomination.Act;
import renda.legislation.appointment.Nomination.Proposer;
import renda.legislation.post.Post;
import renda.legislation.post.PostKind;
import renda.platform.cases.Lived;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;

import org.springframework.http.HttpStatus;

/**
 * An appointment from elsewhere. What led to the vote is taken as told; the vote and what
 * followed are decided by the law of their day, so that no row makes up an appointment
 * that more than half of all members were not for.
 */
final class PastAppointment {

	private static final String UNKNOWN = "历史资料，未载明";

	private final AppointmentRow row;

	private final Post post;

	private final int term;

	private final Caller importer;

	private final Map<LocalDate, RuleSet> laws;

	private final List<Lived.Past> steps = new ArrayList<>();

	private final Map<UUID, Deadline> clocks = new LinkedHashMap<>();

	/**
	 * A life.
	 * @param laws the rule sets of days, as far as they are known; added to
	 */
	PastAppointment(AppointmentRow row, Post post, int term, Caller importer, Map<LocalDate, RuleSet> laws) {
		this.row = row;
		this.post = post;
		this.term = term;
		this.importer = importer;
		this.laws = laws;
	}

	/**
	 * The appointment with its steps and clocks.
	 * @throws Refusal where it could not have been passed, or failed, so
	 */
	Lived<Appointment> lived() {
		Appointment subject = (this.row.act() == Act.ELECT) ? elected() : voted();
		if (subject.state() == State.APPROVAL_NEEDED && this.row.approvedOn() != null) {
			subject = take(subject, "record-upper-decision", this.row.approvedOn(), Party.OFFICE,
					new AppointmentAction.Upper(true, UNKNOWN, UNKNOWN));
		}
		if (subject.state() == State.APPOINTED || subject.state() == State.DISMISSED) {
			subject = followed(subject);
		}
		return new Lived<>(subject, this.steps,
				this.clocks.values().stream().filter((clock) -> !clock.isRunning()).toList());
	}

	private Appointment voted() {
		LocalDate filed = Objects.requireNonNullElse(this.row.filedOn(), this.row.votedOn());
		Appointment drafted = drafted(proposer(), filed);
		if (!drafted.nomination().isLawful()) {
			throw law(filed).refuse(drafted.nomination().rule(),
					Text.of("该职务不能有此项任免。", "There is no such act for this post."),
					AppointmentConditions.asked(drafted.nomination()));
		}
		past("draft", "", State.DRAFT, filed);
		past("file", State.DRAFT.name(), State.FILED, filed);
		past("check", State.FILED.name(), State.CHECKED, filed);
		State checked = State.CHECKED;
		if (this.row.examScore() != null && this.row.act().isExamined()) {
			drafted = drafted.with(drafted.file()
				.examined(new PersonnelFile.LawExam(filed, this.row.examScore(), this.row.examScore(), true, "")));
			checked = State.EXAM_PASSED;
			past("examine", State.CHECKED.name(), checked, filed);
		}
		past("table", checked.name(), State.TABLED, filed);
		past("introduce", State.TABLED.name(), State.INTRODUCED, this.row.votedOn());
		past("deliberate", State.INTRODUCED.name(), State.DELIBERATED, this.row.votedOn());
		Appointment deliberated = drafted.with(Hearing.NONE.deliberated(this.row.votedOn()))
			.in(State.DELIBERATED, this.row.votedOn(), this.steps.size());
		String step = !this.row.isPassed() ? "not-approve" : this.row.act().ends() ? "dismiss" : "appoint";
		return take(deliberated, step, this.row.votedOn(), Party.CHAIR,
				new AppointmentAction.Voted(vote(), Facts.NONE));
	}

	private Appointment elected() {
		State state = this.post.kind().upperApproval() ? State.APPROVAL_NEEDED : State.APPOINTED;
		Appointment elected = drafted(Proposer.of(Proposer.Kind.CONGRESS, ""), this.row.votedOn())
			.with(Settlement.NONE.voted(vote()))
			.in(state, this.row.votedOn(), 1);
		return take(elected, "record-election", this.row.votedOn(), Party.OFFICE,
				new AppointmentAction.Election(this.row.person(), this.row.name(), null, this.row.post(),
						this.row.votedOn(), this.row.meeting(), this.row.members(), present(), this.row.votesFor()));
	}

	private Appointment drafted(Proposer by, LocalDate on) {
		Nomination nomination = new Nomination(this.row.act(),
				new Nomination.Person(this.row.person(), this.row.name(), ""), Nomination.PostHeld.of(this.post, on),
				this.term, by, this.row.votedOn(), null, false);
		return Appointment
			.draft(Ids.next(), this.row.code(), on, nomination,
					PersonnelFile.of(new Papers(UNKNOWN, UNKNOWN, UNKNOWN, null, null, null)))
			.sample(Boolean.TRUE.equals(this.row.sample()));
	}

	private Proposer proposer() {
		PostKind kind = this.post.kind();
		return switch (this.row.act()) {
			case ACTING, REMOVE -> Proposer.of(Proposer.Kind.COUNCIL, "");
			case RESIGNATION -> Proposer.of(Proposer.Kind.PERSON, "");
			case ELECT -> Proposer.of(Proposer.Kind.CONGRESS, "");
			case APPOINT, DISMISS, APPROVE, APPROVE_DISMISSAL -> (kind.nominator() == PostKind.Nominator.COUNCIL)
					? Proposer.of(Proposer.Kind.COUNCIL, "") : Proposer.of(Proposer.Kind.ORGAN, kind.nominatorOrgan());
		};
	}

	private Appointment followed(Appointment decided) {
		LocalDate passed = decided.stateSince();
		Appointment subject = take(decided, "announce", Objects.requireNonNullElse(this.row.announcedOn(), passed),
				Party.OFFICE, new AppointmentAction.Announce(UNKNOWN));
		if (this.row.notifiedOn() != null) {
			subject = take(subject, "notify", later(subject, this.row.notifiedOn()), Party.OFFICE,
					new AppointmentAction.Notify(List.of(this.post.organName())));
		}
		if (this.row.filedUpOn() != null) {
			for (Settlement.FiledWith.To to : subject.unfiled()) {
				subject = take(subject, "file-record", later(subject, this.row.filedUpOn()), Party.OFFICE,
						new AppointmentAction.File(to, UNKNOWN));
			}
		}
		if (this.row.certifiedOn() != null) {
			subject = take(subject, "certify", later(subject, this.row.certifiedOn()), Party.CHAIR,
					new AppointmentAction.Certify(null));
		}
		if (!subject.act().isSworn() && this.row.notifiedOn() != null && subject.unfiled().isEmpty()) {
			subject = take(subject, "complete", later(subject, this.row.notifiedOn()), Party.OFFICE,
					new AppointmentAction.Plain(null));
		}
		return subject;
	}

	/**
	 * A day that is told; not before the step before.
	 */
	private static LocalDate later(Appointment subject, LocalDate day) {
		return day.isBefore(subject.stateSince()) ? subject.stateSince() : day;
	}

	private Settlement.CastVote vote() {
		return new Settlement.CastVote(null, null, this.row.meeting(), this.row.votedOn(), this.row.members(),
				present(), this.row.votesFor(), or0(this.row.against()), or0(this.row.abstained()),
				or0(this.row.notPressed()), this.row.isPassed(), false,
				"全体 %d 人，出席 %d 人，赞成 %d 票、反对 %d 票、弃权 %d 票、未按表决器 %d 人：%s。".formatted(this.row.members(), present(),
						this.row.votesFor(), or0(this.row.against()), or0(this.row.abstained()),
						or0(this.row.notPressed()), this.row.isPassed() ? "通过" : "未通过"));
	}

	/**
	 * More votes than were there, or more there than members, is no vote.
	 */
	private int present() {
		int cast = this.row.votesFor() + or0(this.row.against()) + or0(this.row.abstained())
				+ or0(this.row.notPressed());
		int present = Objects.requireNonNullElse(this.row.present(), cast);
		if (present < cast || present > this.row.members()) {
			throw Refusal.of(HttpStatus.BAD_REQUEST, "wrong-count", Text.of("出席人数须不少于票数、不多于全体人数。",
					"Those present are not fewer than the votes and not more than all members."));
		}
		return present;
	}

	private static int or0(@Nullable Integer number) {
		return Objects.requireNonNullElse(number, 0);
	}

	private RuleSet law(LocalDate on) {
		return this.laws.computeIfAbsent(on, RuleBook::statutory);
	}

	private void past(String step, String from, State to, LocalDate on) {
		this.steps.add(new Lived.Past(step, from, to.name(), on, this.importer.name(), List.of()));
	}

	private Appointment take(Appointment before, String step, LocalDate on, Party party, Record said) {
		String name = step.equals("certify") ? Objects.requireNonNullElse(this.row.signedBy(), UNKNOWN)
				: this.importer.name();
		Caller caller = new Caller(this.importer.subject(), name, Set.of(), Set.of(), "");
		Decision<Appointment, State, Party> decision = AppointmentWorkflow.DECLARED.decide(before,
				List.copyOf(this.clocks.values()), step, said, new Moment<>(caller, Set.of(party), on, law(on)),
				UNKNOWN, WorkingDays.ofCalendar());
		decision.clocks().forEach((clock) -> this.clocks.put(clock.id(), clock));
		this.steps.add(
				new Lived.Past(step, this.steps.isEmpty() ? "" : before.state().name(), decision.after().state().name(),
						on, this.importer.name(), decision.late().stream().map(Deadline::name).distinct().toList()));
		return decision.after();
	}

}
