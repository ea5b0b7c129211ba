package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import renda.legislation.election.ElectionAction;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.Hearing;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.Nomination.Proposer;
import renda.legislation.personnel.PersonnelFile;
import renda.legislation.personnel.PersonnelFile.Papers;
import renda.legislation.personnel.PlainStep;
import renda.legislation.personnel.Settlement;
import renda.legislation.post.Post;
import renda.legislation.post.PostKind;
import renda.legislation.tenure.TenureAction;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCase;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import static renda.platform.cases.PastCase.UNKNOWN;

/**
 * An appointment from elsewhere. What led to the vote is taken as told; the vote and what
 * followed are decided by the law of their day, so that no row makes up an appointment
 * that more than half of all members were not for.
 */
final class PastAppointment {

	private final AppointmentRow row;

	private final Post post;

	private final int term;

	private final PastCase<Appointment, State, Party> past;

	PastAppointment(AppointmentRow row, Post post, int term, Caller importer) {
		this.row = row;
		this.post = post;
		this.term = term;
		this.past = PastCase.of(AppointmentWorkflow.DECLARED, fresh(), importer)
			.toldIn("votesFor", "appoint", "dismiss", "not-approve", "record-election");
	}

	/**
	 * The appointment with its steps and clocks.
	 * @throws Refusal where it could not have been passed, or failed, so
	 */
	Lived<Appointment> lived() {
		if (this.row.act() == Act.ELECT) {
			elected();
		}
		else {
			voted();
		}
		if (state() == State.APPROVAL_NEEDED) {
			this.past.take("record-upper-decision", this.row.approvedOn(),
					new TenureAction.Upper(true, UNKNOWN, UNKNOWN));
		}
		if (state() == State.APPOINTED || state() == State.DISMISSED) {
			followed();
		}
		Lived<Appointment> life = this.past.lived();
		return new Lived<>(life.subject(), life.steps(),
				life.clocks().stream().filter((clock) -> !clock.isRunning()).toList());
	}

	private State state() {
		return this.past.subject().state();
	}

	private void voted() {
		LocalDate filed = filedOn();
		LocalDate on = this.row.votedOn();
		Nomination nomination = this.past.subject().nomination();
		if (!nomination.isLawful()) {
			throw Refusal.invalid("act",
					RuleBook.statutory(filed)
						.refuse(nomination.rule(), Text.of("该职务不能有此项任免。", "There is no such act for this post."),
								nomination.asked())
						.detail());
		}
		believe("draft", State.DRAFT, filed);
		believe("file", State.FILED, filed);
		believe("check", State.CHECKED, filed);
		if (this.row.examScore() != null && this.row.act().isExamined()) {
			Appointment checked = this.past.subject();
			this.past.believe("examine", filed,
					checked
						.with(checked.file()
							.examined(new PersonnelFile.LawExam(filed, this.row.examScore(), this.row.examScore(), true,
									"")))
						.in(State.EXAM_PASSED, filed, checked.version() + 1));
		}
		believe("table", State.TABLED, filed);
		believe("introduce", State.INTRODUCED, on);
		Appointment introduced = this.past.subject();
		this.past.believe("deliberate", on,
				introduced.with(Hearing.NONE.deliberated(on)).in(State.DELIBERATED, on, introduced.version() + 1));
		String step = !this.row.isPassed() ? "not-approve" : this.row.act().ends() ? "dismiss" : "appoint";
		this.past.take(step, on, new AppointmentAction.Voted(vote(), AppointmentFacts.NONE));
	}

	/**
	 * A step of which no more is told than that it led on.
	 */
	private void believe(String step, State to, LocalDate on) {
		Appointment before = this.past.subject();
		this.past.believe(step, on, before.in(to, on, (to == State.DRAFT) ? 1 : before.version() + 1));
	}

	private void elected() {
		this.past.take("record-election", this.row.votedOn(),
				new ElectionAction.Held(this.row.person(), this.row.name(), null, this.row.post(), this.row.votedOn(),
						this.row.meeting(), this.row.members(), present(), this.row.votesFor()));
	}

	private LocalDate filedOn() {
		return Objects.requireNonNullElse(this.row.filedOn(), this.row.votedOn());
	}

	/**
	 * The appointment as its first step makes it.
	 */
	private Appointment fresh() {
		boolean elected = this.row.act() == Act.ELECT;
		LocalDate on = elected ? this.row.votedOn() : filedOn();
		Nomination nomination = new Nomination(this.row.act(),
				new Nomination.Person(this.row.person(), this.row.name(), ""), Nomination.PostHeld.of(this.post, on),
				this.term, proposer(), this.row.votedOn(), null, false);
		Appointment drafted = Appointment
			.draft(Ids.next(), this.row.code(), on, nomination,
					PersonnelFile.of(new Papers(UNKNOWN, UNKNOWN, UNKNOWN, null, null, null)))
			.sample(Boolean.TRUE.equals(this.row.sample()));
		return !elected ? drafted : drafted.with(Settlement.NONE.voted(vote()))
			.in(this.post.kind().upperApproval() ? State.APPROVAL_NEEDED : State.APPOINTED, on, 1);
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

	private void followed() {
		LocalDate passed = this.past.subject().stateSince();
		take("announce", Objects.requireNonNullElse(this.row.announcedOn(), passed),
				new TenureAction.Announce(UNKNOWN, null));
		take("notify", this.row.notifiedOn(), new TenureAction.Notify(List.of(this.post.organName())));
		this.past.subject()
			.unfiled()
			.forEach((to) -> take("file-record", this.row.filedUpOn(), new TenureAction.File(to, UNKNOWN)));
		this.past.take("certify", later(this.row.certifiedOn()), new TenureAction.Certify(null),
				new Caller("", Objects.requireNonNullElse(this.row.signedBy(), UNKNOWN), Set.of(), Set.of(), ""));
		if (!this.row.act().isSworn() && this.past.subject().unfiled().isEmpty()) {
			take("complete", this.row.notifiedOn(), new PlainStep(null));
		}
	}

	private void take(String step, @Nullable LocalDate day, Record said) {
		this.past.take(step, later(day), said);
	}

	/**
	 * A day that is told; not before the step before.
	 */
	private @Nullable LocalDate later(@Nullable LocalDate day) {
		LocalDate before = this.past.subject().stateSince();
		return (day != null && day.isBefore(before)) ? before : day;
	}

	private Settlement.CastVote vote() {
		return new Settlement.CastVote(null, null, this.row.meeting(), this.row.votedOn(), this.row.members(),
				present(), this.row.votesFor(), Given.orZero(this.row.against()), Given.orZero(this.row.abstained()),
				Given.orZero(this.row.notPressed()), this.row.isPassed(), false,
				"全体 %d 人，出席 %d 人，赞成 %d 票、反对 %d 票、弃权 %d 票、未按表决器 %d 人：%s。".formatted(this.row.members(), present(),
						this.row.votesFor(), Given.orZero(this.row.against()), Given.orZero(this.row.abstained()),
						Given.orZero(this.row.notPressed()), this.row.isPassed() ? "通过" : "未通过"));
	}

	/**
	 * More votes than were there, or more there than members, is no vote.
	 */
	private int present() {
		int cast = this.row.votesFor() + Given.orZero(this.row.against()) + Given.orZero(this.row.abstained())
				+ Given.orZero(this.row.notPressed());
		int present = Objects.requireNonNullElse(this.row.present(), cast);
		if (present < cast || present > this.row.members()) {
			throw Refusal.invalid((this.row.present() != null) ? "present" : "members", Text.of("出席人数须不少于票数、不多于全体人数。",
					"Those present are not fewer than the votes and not more than all members."));
		}
		return present;
	}

}
