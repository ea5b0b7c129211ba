package renda.legislation.appointment;

import java.util.List;
import java.util.Map;

import renda.legislation.appointment.AppointmentAction.Facts;
import renda.legislation.election.ElectionSteps;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentClocks;
import renda.legislation.personnel.Hearing;
import renda.legislation.personnel.PersonnelFile;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.StepFunction;
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
 * The law's table of an appointment. Here: from the nomination to the examination. What
 * the standing committee does stands in {@link CommitteeSteps}, what the congress does in
 * {@link ElectionSteps}, what follows the vote in {@link OfficeSteps}.
 */
final class AppointmentWorkflow {

	/**
	 * The rules by which somebody asks for an act; each refuses whom it does not name.
	 */
	private static final List<String> COMPETENCE = List.of("APT-01", "APT-02", "APT-03", "APT-04", "APT-05", "APT-07",
			"APT-08", "INQ-22");

	static final Text MEMBER = Text.of("常委会组成人员不得担任行政、监察、审判、检察机关职务，须先辞去常委会职务；同名者由人事任免机构核明（namesake）。",
			"A member of the standing committee resigns before holding a post in the four organs; the personnel office says in namesake where a member of that name is somebody else.");

	/** The declaration. */
	static final Workflow<Appointment, State, Party> DECLARED = declared();

	private AppointmentWorkflow() {
	}

	private static Workflow<Appointment, State, Party> declared() {
		Workflow.Builder<Appointment, State, Party> workflow = Workflow.of("appointment", Appointment.class,
				State.class, Party.class, Text.of("任免事项", "appointment"));
		drafting(workflow);
		filing(workflow);
		vetting(workflow);
		complaints(workflow);
		CommitteeSteps.declare(workflow);
		ElectionSteps.declare(workflow);
		OfficeSteps.declare(workflow);
		return workflow.build();
	}

	private static void drafting(Workflow.Builder<Appointment, State, Party> workflow) {
		competent(workflow.opening("draft", AppointmentAction.Draft.class, Text.of("起草提请", "Draft a nomination"))
			.to(DRAFT)
			.by(NOMINATOR))
			.rules("APT-01", "APT-02", "APT-03", "APT-04", "APT-05", "APT-06", "APT-07", "APT-08", "INQ-22", "APT-24")
			.guard("INQ-22", Text.of("联名提出撤职案须有常委会全体组成人员五分之一以上。", "A fifth of all members move a removal together."),
					(c, in, m) -> AppointmentConditions.areEnough(c.nomination(), in.known(), m.rules()),
					(c, in, m) -> AppointmentConditions.movers(in.known(), m.rules()))
			.guard("APT-24", Text.of("该职务已经撤销，或者尚未设立。", "The post has ended, or does not exist yet."),
					(c, in, m) -> !c.nomination().post().abolished(),
					(c, in, m) -> Map.of("post", c.nomination().post().code(), "on", m.on()))
			.startsUntil(AppointmentClocks.FILING, (c, in, m) -> AppointmentClocks.nominator(c),
					(c, in, m) -> AppointmentClocks.fileBy(c, m.rules()))
			.startsFrom(AppointmentClocks.NEW_GOVERNMENT,
					(c, in, m) -> (in.newGovernmentOn() != null) ? AppointmentClocks.nominator(c) : List.of(),
					(c, in, m) -> (in.newGovernmentOn() != null) ? in.newGovernmentOn() : m.on())
			.event("appointment.drafted")
			.end();
		workflow.step("revise", AppointmentAction.Revision.class, Text.of("修改材料", "Change the papers"))
			.from(DRAFT)
			.by(NOMINATOR)
			.rules("APT-09")
			.apply((c, in, m) -> ((in.meetingOn() != null) ? c.with(c.nomination().onto(in.meetingOn())) : c)
				.with(c.file().with(in.papers())))
			.cancels(AppointmentClocks.FILING)
			.startsUntil(AppointmentClocks.FILING, (c, in, m) -> AppointmentClocks.nominator(c),
					(c, in, m) -> AppointmentClocks.fileBy(c, m.rules()))
			.event("appointment.revised")
			.end();
	}

	/**
	 * Whoever may not ask for the act is told by which rule.
	 */
	private static <I extends Record> StepBuilder<Appointment, State, Party, I> competent(
			StepBuilder<Appointment, State, Party, I> step) {
		COMPETENCE.forEach((rule) -> step.guard(rule,
				Text.of("该职务的此项任免不由您提请；由谁提请见 nominator。",
						"It is not yours to ask for this act; who does is told in nominator."),
				(c, in, m) -> !c.nomination().rule().equals(rule) || c.nomination().isLawful(),
				(c, in, m) -> c.nomination().asked()));
		return step;
	}

	private static void filing(Workflow.Builder<Appointment, State, Party> workflow) {
		unfailed(competent(workflow.step("file", AppointmentAction.Plain.class, Text.of("提请", "File it"))
			.from(DRAFT)
			.to(FILED)
			.by(NOMINATOR)), (c, in, m) -> AppointmentAction.known(in.known()))
			.rules("APT-09", "APT-10", "APT-01", "APT-02", "APT-03", "APT-04", "APT-05", "APT-06", "APT-07", "APT-08",
					"APT-19", "APT-24")
			.guard("APT-09", Text.of("提请材料不齐：任免呈报表、理由、考察材料。", "The file is not complete: form, reasons, evaluation."),
					(c, in, m) -> c.file().missing(c.nomination()).isEmpty(),
					(c, in, m) -> Map.of("missing", c.file().missing(c.nomination())))
			.guard("APT-24",
					Text.of("新设机构须附设立批准文件（setUpApproval）。",
							"A new organ comes with the approval of its establishment."),
					(c, in, m) -> !c.nomination().newBody() || !c.file().setUpApproval().isBlank(),
					(c, in, m) -> Map.of("newBody", true, "setUpApproval", ""))
			.ends(AppointmentClocks.FILING)
			.ends(AppointmentClocks.NEW_GOVERNMENT)
			.awaited()
			.event("appointment.filed")
			.end();
		workflow.step("return", AppointmentAction.Return.class, Text.of("退回补充", "Give it back to be completed"))
			.from(FILED)
			.to(DRAFT)
			.by(OFFICE)
			.rules("APT-09")
			.apply((c, in, m) -> c.with(c.file().returned(new PersonnelFile.GivenBack(m.on(), in.reason().strip()))))
			.startsUntil(AppointmentClocks.FILING, (c, in, m) -> AppointmentClocks.nominator(c),
					(c, in, m) -> AppointmentClocks.fileBy(c, m.rules()))
			.event("appointment.returned")
			.end();
		unfailed(workflow.step("renominate", AppointmentAction.Again.class, Text.of("再次提请", "Propose again"))
			.from(NOT_APPROVED)
			.to(FILED)
			.by(NOMINATOR), (c, in, m) -> AppointmentAction.known(in.known()))
			.rules("APT-19", "APT-09")
			.guard("APT-09", Text.of("提请材料不齐：任免呈报表、理由、考察材料。", "The file is not complete: form, reasons, evaluation."),
					(c, in, m) -> c.file().with(in.papers()).missing(c.nomination()).isEmpty(),
					(c, in, m) -> Map.of("missing", c.file().with(in.papers()).missing(c.nomination())))
			.apply((c, in, m) -> c.with(c.nomination().onto(in.meetingOn()))
				.with(c.file().with(in.papers()))
				.with(Hearing.NONE))
			.event("appointment.renominated")
			.end();
	}

	private static <I extends Record> StepBuilder<Appointment, State, Party, I> unfailed(
			StepBuilder<Appointment, State, Party, I> step, StepFunction<Appointment, I, Party, Facts> known) {
		return step.guard("APT-19", Text.of("同一人选就同一职务未获通过的次数已满，本届内不得再提请。",
				"The person has failed for the post as often as may be, and is not proposed for it again in this term."),
				(c, in, m) -> c.act().ends() || AppointmentConditions.mayFailAgain(known.of(c, in, m), m.rules()),
				(c, in, m) -> AppointmentConditions.fails(known.of(c, in, m), m.rules()))
			.guard("APT-19",
					Text.of("未获通过的人选半年以后方可就同一职务再次提请。", "Whoever failed may be proposed again after half a year."),
					(c, in, m) -> c.act().ends()
							|| AppointmentConditions.isLongAgo(known.of(c, in, m), m.on(), m.rules()),
					(c, in, m) -> AppointmentConditions.fails(known.of(c, in, m), m.rules()));
	}

	private static void vetting(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow.step("check", AppointmentAction.Check.class, Text.of("审查", "Find it in order"))
			.from(FILED)
			.to(CHECKED)
			.by(OFFICE)
			.rules("APT-09", "APT-10", "APT-18", "MTG-35", "APT-02")
			.guard("MTG-35", MEMBER,
					(c, in, m) -> AppointmentConditions.isNoMember(c.nomination(), in.known(),
							Given.orEmpty(in.namesake())),
					(c, in, m) -> AppointmentConditions.membership(c.nomination(), in.known()))
			.guard("APT-18",
					Text.of("职数已满，须先有（或者同时提请）该职务的免职事项。",
							"Every seat is held; a dismissal from the post comes before, or in the same file."),
					(c, in, m) -> AppointmentConditions.isVacant(c.nomination(), in.known(), true),
					(c, in, m) -> AppointmentConditions.seats(c.nomination(), in.known()))
			.guard("APT-09", Text.of("材料与任职情况不符：该人员目前不担任此职务。", "The person does not hold this post."),
					(c, in, m) -> !c.act().ends() || AppointmentAction.known(in.known()).holds(),
					(c, in, m) -> Map.of("person", c.nomination().person().key(), "post", c.nomination().post().code(),
							"holds", false))
			.guard("APT-02", Text.of("代理人选须从该机关副职领导人员中决定。", "An acting head is one of the organ's deputies."),
					(c, in, m) -> AppointmentConditions.isDeputy(c.nomination(), in.known()),
					(c, in, m) -> Map.of("head", c.nomination().kind().code(), "deputises",
							AppointmentAction.known(in.known()).deputises()))
			.apply((c, in, m) -> c
				.with(c.file().checked(m.on(), Given.orEmpty(in.opinion()), Given.orEmpty(in.namesake()))))
			.awaited()
			.backdated()
			.event("appointment.checked")
			.end();
		workflow.step("examine", AppointmentAction.Exam.class, Text.of("登记法律知识测试成绩", "Record the law examination"))
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
				int passMark = AppointmentAction.known(in.known()).passMark();
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
			.step("record-complaint", AppointmentAction.Complain.class,
					Text.of("登记反映", "Record what is said against it"))
			.from(FILED, CHECKED, EXAM_FAILED, EXAM_PASSED, TABLED, INTRODUCED, DELIBERATED, NOT_PUT)
			.by(OFFICE)
			.rules("APT-15")
			.apply((c, in, m) -> c
				.with(c.file().complained(new PersonnelFile.Complaint(m.on(), in.text().strip(), "", null))))
			.event("appointment.complaint-recorded")
			.end();
		workflow.step("verify-complaint", AppointmentAction.Finding.class, Text.of("核实反映", "Say what came out of it"))
			.from(FILED, CHECKED, EXAM_FAILED, EXAM_PASSED, TABLED, INTRODUCED, DELIBERATED, NOT_PUT)
			.by(NOMINATOR, OFFICE)
			.rules("APT-15")
			.guard("APT-15", Text.of("没有这件待核实的反映。", "There is no such complaint to look into."),
					(c, in, m) -> AppointmentConditions.open(c).contains(in.number()),
					(c, in, m) -> Map.of("open", AppointmentConditions.open(c)))
			.apply((c, in, m) -> c.with(c.file().found(in.number(), in.finding().strip(), m.on())))
			.event("appointment.complaint-verified")
			.end();
		workflow.step("withdraw", AppointmentAction.Withdraw.class, Text.of("撤回", "Take it back"))
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
