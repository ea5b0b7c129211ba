package renda.legislation.tenure;

import java.util.List;
import java.util.Map;

import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentClocks;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.PlainStep;
import renda.legislation.personnel.Settlement;
import renda.platform.deadline.Holder;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.personnel.Appointment.Party.CHAIR;
import static renda.legislation.personnel.Appointment.Party.COUNCIL;
import static renda.legislation.personnel.Appointment.Party.GENERAL_OFFICE;
import static renda.legislation.personnel.Appointment.Party.NOMINATOR;
import static renda.legislation.personnel.Appointment.Party.OFFICE;
import static renda.legislation.personnel.Appointment.Party.OWN_ORGAN;
import static renda.legislation.personnel.Appointment.State.ANNOUNCED;
import static renda.legislation.personnel.Appointment.State.APPOINTED;
import static renda.legislation.personnel.Appointment.State.APPROVAL_NEEDED;
import static renda.legislation.personnel.Appointment.State.APPROVAL_REFUSED;
import static renda.legislation.personnel.Appointment.State.CERTIFIED;
import static renda.legislation.personnel.Appointment.State.COMPLETED;
import static renda.legislation.personnel.Appointment.State.DISMISSED;
import static renda.legislation.personnel.Appointment.State.ENDED;
import static renda.legislation.personnel.Appointment.State.IN_OFFICE;
import static renda.legislation.personnel.Appointment.State.OATH_MISSED;

/**
 * What follows the vote: announcement, notice, certificate, oath, commitment, filing, and
 * at last the end of it.
 */
public final class TenureSteps {

	private TenureSteps() {
	}

	public static void declare(Workflow.Builder<Appointment, State, Party> workflow) {
		approval(workflow);
		announcing(workflow);
		taking(workflow);
		SeatSteps.declare(workflow);
		ending(workflow);
	}

	private static void approval(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow.step("record-upper-decision", TenureAction.Upper.class, Text.of("登记上级决定", "Record the decision above"))
			.from(APPROVAL_NEEDED)
			.toOneOf((c, in, m) -> !Boolean.TRUE.equals(in.approved()) ? APPROVAL_REFUSED
					: c.act().ends() ? DISMISSED : APPOINTED, APPOINTED, DISMISSED, APPROVAL_REFUSED)
			.by(OFFICE, GENERAL_OFFICE)
			.rules("APT-08", "OATH-05")
			.apply((c, in,
					m) -> c.with(c.settlement()
						.decidedAbove(new Settlement.UpperDecision(m.on(), Boolean.TRUE.equals(in.approved()),
								in.by().strip(), in.document().strip()))))
			.starts(AppointmentClocks.NOTICE,
					(c, in, m) -> (c.state() == APPROVAL_REFUSED) ? List.of()
							: List.of(Holder.role(Role.GENERAL_OFFICE)))
			.awaited()
			.backdated()
			.event("appointment.decided-above")
			.end();
	}

	private static void announcing(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow.step("announce", TenureAction.Announce.class, Text.of("公布", "Announce it"))
			.from(APPOINTED, DISMISSED)
			.to(ANNOUNCED)
			.by(CHAIR, GENERAL_OFFICE, OFFICE)
			.rules("APT-20", "MTG-35")
			.apply((c, in, m) -> c.with(c.settlement().announced(m.on(), in.number().strip()).with(in.known())))
			.startsFrom(AppointmentClocks.RESIGNATION, (c, in, m) -> AppointmentClocks.resigning(c),
					(c, in, m) -> c.passedOn().orElse(m.on()))
			.awaited()
			.backdated()
			.event("appointment.announced")
			.end();
		workflow.step("notify", TenureAction.Notify.class, Text.of("发文通知有关机关", "Tell the organs concerned"))
			.from(APPOINTED, DISMISSED, ANNOUNCED, CERTIFIED, OATH_MISSED, IN_OFFICE)
			.by(GENERAL_OFFICE, OFFICE)
			.rules("APT-21")
			.guard("APT-21", Text.of("已经通知。", "The organs were told already."),
					(c, in, m) -> c.settlement().noticeOn() == null,
					(c, in, m) -> Map.of("noticeOn",
							(c.settlement().noticeOn() != null) ? c.settlement().noticeOn() : m.on()))
			.apply((c, in, m) -> c.with(c.settlement().noticed(m.on(), in.organs())))
			.ends(AppointmentClocks.NOTICE)
			.backdated()
			.event("appointment.notified")
			.end();
		workflow.step("file-record", TenureAction.File.class, Text.of("报送备案", "File it"))
			.from(APPOINTED, DISMISSED, ANNOUNCED, CERTIFIED, OATH_MISSED, IN_OFFICE)
			.by(NOMINATOR, OFFICE, GENERAL_OFFICE)
			.rules("APT-03", "APT-02", "APT-08")
			.guard("APT-08", Text.of("此事项无须向该机关备案，或者已经备案。", "It need not be filed there, or is filed there already."),
					(c, in, m) -> c.unfiled().contains(in.to()),
					(c, in, m) -> Map.of("to", in.to().name(), "due", c.unfiled()))
			.apply((c, in, m) -> c
				.with(c.settlement().filed(new Settlement.FiledWith(in.to(), m.on(), in.document().strip()))))
			.backdated()
			.event("appointment.filed-up")
			.end();
	}

	private static void taking(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow.step("certify", TenureAction.Certify.class, Text.of("签署、颁发任命书", "Sign the certificate"))
			.from(ANNOUNCED, OATH_MISSED, IN_OFFICE)
			.toOneOf((c, in, m) -> (c.state() == ANNOUNCED) ? CERTIFIED : c.state(), CERTIFIED, OATH_MISSED, IN_OFFICE)
			.by(CHAIR)
			.rules("APT-22", "APT-23")
			.guard("APT-22", Text.of("此事项不颁发任命书，或者已经签署。", "There is no certificate for this act, or it is signed."),
					(c, in, m) -> c.act().isCertified() && c.settlement().certificate() == null,
					(c, in, m) -> Map.of("act", c.act().name(), "signed", c.settlement().certificate() != null))
			.apply((c, in, m) -> c.with(c.settlement()
				.certified(new Settlement.Certificate(c.code() + "-Z", m.caller().name(), m.on(), in.handedOn()))))
			.awaited()
			.backdated()
			.event("appointment.certified")
			.end();
		workflow.step("swear", TenureAction.Swearing.class, Text.of("宪法宣誓", "Take the oath"))
			.from(ANNOUNCED, CERTIFIED, OATH_MISSED)
			.to(IN_OFFICE)
			.by(COUNCIL, OFFICE, GENERAL_OFFICE, OWN_ORGAN)
			.rules("OATH-01", "OATH-09")
			.guard("OATH-01",
					Text.of("免职、辞职、撤职不宣誓；任命须在宣誓之前通过。",
							"Whoever leaves a post swears no oath; an appointment is passed before its oath."),
					(c, in, m) -> c.act().isSworn() && c.passedOn().filter((day) -> !in.on().isBefore(day)).isPresent(),
					(c, in, m) -> Map.of("act", c.act().name(), "passedOn",
							c.passedOn().map(Object::toString).orElse(""), "on", in.on()))
			.apply((c, in, m) -> c.with(c.settlement().sworn(new Settlement.Oath(in.ceremony(), in.code(), in.on()))))
			.automatic()
			.event("appointment.sworn")
			.end();
		workflow.step("record-oath", TenureAction.Swearing.class, Text.of("补记宪法宣誓", "Record a past oath"))
			.from(ENDED)
			.by(OFFICE)
			.rules("OATH-01")
			.guard("OATH-01",
					Text.of("宣誓须在任职期间，且只记一次。", "The oath was taken while the post was held, and is recorded once."),
					(c, in, m) -> c.act().isSworn() && c.settlement().oath() == null
							&& c.settlement().effectiveOn().filter((day) -> !in.on().isBefore(day)).isPresent()
							&& (c.settlement().endedOn() == null || !in.on().isAfter(c.settlement().endedOn())),
					(c, in, m) -> Map.of("act", c.act().name(), "on", in.on(), "sworn", c.settlement().oath() != null))
			.apply((c, in, m) -> c.with(c.settlement().sworn(new Settlement.Oath(in.ceremony(), in.code(), in.on()))))
			.automatic()
			.event("appointment.sworn")
			.end();
		workflow.step("miss-oath", TenureAction.Swearing.class, Text.of("缺席宣誓", "Miss the oath"))
			.from(ANNOUNCED, CERTIFIED, OATH_MISSED)
			.to(OATH_MISSED)
			.by(COUNCIL, OFFICE, GENERAL_OFFICE, OWN_ORGAN)
			.rules("OATH-09")
			.guard("OATH-01", Text.of("免职、辞职、撤职不宣誓。", "Whoever leaves a post swears no oath."),
					(c, in, m) -> c.act().isSworn(), (c, in, m) -> Map.of("act", c.act().name()))
			.apply((c, in, m) -> c.with(c.settlement().missed(in.on())))
			.automatic()
			.event("appointment.oath-missed")
			.end();
		workflow.step("commit", TenureAction.Commit.class, Text.of("任职承诺", "The commitment on taking office"))
			.from(ANNOUNCED, CERTIFIED, OATH_MISSED, IN_OFFICE)
			.by(OFFICE, OWN_ORGAN)
			.rules("APT-14")
			.guard("APT-14", Text.of("任命事项才有任职承诺，且只作一次。", "Only who takes a post makes a commitment, once."),
					(c, in, m) -> !c.act().ends() && c.settlement().committedOn() == null,
					(c, in, m) -> Map.of("act", c.act().name(), "made", c.settlement().committedOn() != null))
			.apply((c, in, m) -> c.with(c.settlement().committed(m.on(), in.text().strip())))
			.backdated()
			.event("appointment.committed")
			.end();
	}

	private static void ending(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow.step("complete", PlainStep.class, Text.of("办结", "Complete it"))
			.from(ANNOUNCED)
			.toOneOf((c, in, m) -> c.act().ends() ? COMPLETED : IN_OFFICE, COMPLETED, IN_OFFICE)
			.by(OFFICE)
			.rules("OATH-01", "APT-21", "APT-03", "APT-08")
			.guard("OATH-01", Text.of("任命人员须宣誓就职。", "Whoever is appointed takes office by the oath."),
					(c, in, m) -> !c.act().isSworn(), (c, in, m) -> Map.of("act", c.act().name()))
			.guard("APT-21", Text.of("尚未通知有关机关。", "The organs concerned are not told yet."),
					(c, in, m) -> c.settlement().noticeOn() != null, (c, in, m) -> Map.of("noticed", false))
			.guard("APT-08", Text.of("尚未备案。", "It is not filed yet."), (c, in, m) -> c.unfiled().isEmpty(),
					(c, in, m) -> Map.of("due", c.unfiled()))
			.event("appointment.completed")
			.end();
		workflow.step("end", TenureAction.End.class, Text.of("职务自然终止", "The post is left without an act"))
			.from(ANNOUNCED, CERTIFIED, OATH_MISSED, IN_OFFICE)
			.to(ENDED)
			.by(OFFICE)
			.rules("APT-24", "APT-02")
			.guard("APT-24", Text.of("只有任命事项的职务才会终止；代理终止只用于代理。",
					"Only a post that was given ends; only who acts for a head ends with the head's return or election."),
					(c, in, m) -> !c.act().ends() && (c.act() == Act.ACTING || !in.ground().isOfActing()),
					(c, in, m) -> Map.of("act", c.act().name(), "ground", in.ground().name()))
			.apply((c, in, m) -> c.with(c.settlement().ended(m.on(), in.ground().name())))
			.cancels(AppointmentClocks.RESIGNATION)
			.backdated()
			.event("appointment.ended")
			.end();
		workflow.step("leave", TenureAction.Leave.class, Text.of("不再任职", "Another act ended it"))
			.from(APPOINTED, ANNOUNCED, CERTIFIED, OATH_MISSED, IN_OFFICE)
			.to(ENDED)
			.by(CHAIR, COUNCIL, OFFICE, GENERAL_OFFICE)
			.rules("APT-18", "APT-24")
			.apply((c, in, m) -> c.with(c.settlement().ended(in.on(), in.ground())))
			.cancels(AppointmentClocks.RESIGNATION)
			.automatic()
			.event("appointment.left")
			.end();
	}

}
