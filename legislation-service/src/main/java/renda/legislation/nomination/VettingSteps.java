package renda.legislation.nomination;

import java.util.Map;

import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.PersonnelFile;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.personnel.Appointment.Party.NOMINATOR;
import static renda.legislation.personnel.Appointment.Party.OFFICE;
import static renda.legislation.personnel.Appointment.State.CANDIDATE;
import static renda.legislation.personnel.Appointment.State.CHECKED;
import static renda.legislation.personnel.Appointment.State.DELIBERATED;
import static renda.legislation.personnel.Appointment.State.DRAFT;
import static renda.legislation.personnel.Appointment.State.EXAM_FAILED;
import static renda.legislation.personnel.Appointment.State.EXAM_PASSED;
import static renda.legislation.personnel.Appointment.State.FILED;
import static renda.legislation.personnel.Appointment.State.INTRODUCED;
import static renda.legislation.personnel.Appointment.State.NOMINATED;
import static renda.legislation.personnel.Appointment.State.NOT_APPROVED;
import static renda.legislation.personnel.Appointment.State.NOT_PUT;
import static renda.legislation.personnel.Appointment.State.TABLED;
import static renda.legislation.personnel.Appointment.State.WITHDRAWN;

/**
 * The personnel office looks into the file and the person, examines the candidate and
 * follows up what is said against it; whoever asked for the act may take it back.
 */
public final class VettingSteps {

	public static final Text MEMBER = Text.of("常委会组成人员不得担任行政、监察、审判、检察机关职务，须先辞去常委会职务；同名者由人事任免机构核明（namesake）。",
			"A member of the standing committee resigns before holding a post in the four organs; the personnel office says in namesake where a member of that name is somebody else.");

	private VettingSteps() {
	}

	public static void declare(Workflow.Builder<Appointment, State, Party> workflow) {
		vetting(workflow);
		complaints(workflow);
	}

	private static void vetting(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow.step("check", NominationAction.Check.class, Text.of("审查", "Find it in order"))
			.from(FILED)
			.to(CHECKED)
			.by(OFFICE)
			.rules("APT-09", "APT-10", "APT-18", "MTG-35", "APT-02")
			.guard("MTG-35", MEMBER,
					(c, in, m) -> NominationConditions.isNoMember(c.nomination(), in.known(),
							Given.orEmpty(in.namesake())),
					(c, in, m) -> NominationConditions.membership(c.nomination(), in.known()))
			.guard("APT-18",
					Text.of("职数已满，须先有（或者同时提请）该职务的免职事项。",
							"Every seat is held; a dismissal from the post comes before, or in the same file."),
					(c, in, m) -> NominationConditions.isVacant(c.nomination(), in.known(), true),
					(c, in, m) -> NominationConditions.seats(c.nomination(), in.known()))
			.guard("APT-09", Text.of("材料与任职情况不符：该人员目前不担任此职务。", "The person does not hold this post."),
					(c, in, m) -> !c.act().ends() || AppointmentFacts.of(in.known()).holds(),
					(c, in, m) -> Map.of("person", c.nomination().person().key(), "post", c.nomination().post().code(),
							"holds", false))
			.guard("APT-02", Text.of("代理人选须从该机关副职领导人员中决定。", "An acting head is one of the organ's deputies."),
					(c, in, m) -> NominationConditions.isDeputy(c.nomination(), in.known()),
					(c, in, m) -> Map.of("head", c.nomination().kind().code(), "deputises",
							AppointmentFacts.of(in.known()).deputises()))
			.apply((c, in, m) -> c
				.with(c.file().checked(m.on(), Given.orEmpty(in.opinion()), Given.orEmpty(in.namesake()))))
			.awaited()
			.backdated()
			.event("appointment.checked")
			.end();
		workflow.step("examine", NominationAction.Exam.class, Text.of("登记法律知识测试成绩", "Record the law examination"))
			.from(CHECKED, EXAM_FAILED)
			.toOneOf((c, in, m) -> c.file().isExamPassed() ? EXAM_PASSED : EXAM_FAILED, EXAM_PASSED, EXAM_FAILED)
			.by(OFFICE)
			.rules("APT-11", "APT-12")
			.guard("APT-11", Text.of("此类事项不进行法律知识测试。", "There is no law examination for this act."),
					(c, in, m) -> c.act().isExamined(), (c, in, m) -> Map.of("act", c.act().name()))
			.guard("APT-11", Text.of("测试日期不得晚于今天。", "The examination is not still to come."),
					(c, in, m) -> in.heldOn() == null || !in.heldOn().isAfter(m.on()),
					(c, in, m) -> Map.of("heldOn", (in.heldOn() != null) ? in.heldOn() : m.on(), "on", m.on()))
			.apply((c, in, m) -> {
				int passMark = AppointmentFacts.of(in.known()).passMark();
				return c.with(c.file()
					.examined(new PersonnelFile.LawExam((in.heldOn() != null) ? in.heldOn() : m.on(), in.score(),
							passMark, in.score() >= passMark, Given.orEmpty(in.training()))));
			})
			.awaited()
			.backdated()
			.event("appointment.examined")
			.end();
	}

	private static void complaints(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow
			.step("record-complaint", NominationAction.Complain.class,
					Text.of("登记反映", "Record what is said against it"))
			.from(FILED, CHECKED, EXAM_FAILED, EXAM_PASSED, TABLED, INTRODUCED, DELIBERATED, NOT_PUT)
			.by(OFFICE)
			.rules("APT-15")
			.apply((c, in, m) -> c
				.with(c.file().complained(new PersonnelFile.Complaint(m.on(), in.text().strip(), "", null))))
			.event("appointment.complaint-recorded")
			.end();
		workflow.step("verify-complaint", NominationAction.Finding.class, Text.of("核实反映", "Say what came out of it"))
			.from(FILED, CHECKED, EXAM_FAILED, EXAM_PASSED, TABLED, INTRODUCED, DELIBERATED, NOT_PUT)
			.by(NOMINATOR, OFFICE)
			.rules("APT-15")
			.guard("APT-15", Text.of("没有这件待核实的反映。", "There is no such complaint to look into."),
					(c, in, m) -> NominationConditions.open(c).contains(in.number()),
					(c, in, m) -> Map.of("open", NominationConditions.open(c)))
			.apply((c, in, m) -> c.with(c.file().found(in.number(), in.finding().strip(), m.on())))
			.event("appointment.complaint-verified")
			.end();
		workflow.step("withdraw", NominationAction.Withdraw.class, Text.of("撤回", "Take it back"))
			.from(DRAFT, FILED, CHECKED, EXAM_FAILED, EXAM_PASSED, TABLED, INTRODUCED, DELIBERATED, NOT_PUT,
					NOT_APPROVED, NOMINATED, CANDIDATE)
			.to(WITHDRAWN)
			.by(NOMINATOR)
			.rules("MTG-38")
			.guard("MTG-38",
					Text.of("列入会议后撤回须经主任会议同意（consent）。", "Once it is tabled the chairpersons' meeting agrees to it."),
					(c, in, m) -> !c.isTabled() || !Given.orEmpty(in.consent()).isEmpty(),
					(c, in, m) -> Map.of("state", c.state().name(), "consent", ""))
			.apply((c, in, m) -> c.with(c.hearing().withdrawn(in.reason().strip(), Given.orEmpty(in.consent()))))
			.event("appointment.withdrawn")
			.end();
	}

}
