package renda.legislation.nomination;

import java.util.List;
import java.util.Map;

import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentClocks;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.Hearing;
import renda.legislation.personnel.PersonnelFile;
import renda.legislation.personnel.PlainStep;
import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.StepFunction;
import renda.platform.workflow.Workflow;

import static renda.legislation.personnel.Appointment.Party.NOMINATOR;
import static renda.legislation.personnel.Appointment.Party.OFFICE;
import static renda.legislation.personnel.Appointment.State.DRAFT;
import static renda.legislation.personnel.Appointment.State.FILED;
import static renda.legislation.personnel.Appointment.State.NOT_APPROVED;

/**
 * Drafting and filing: whoever the law names asks for an act, with the whole file and in
 * time.
 */
public final class NominationSteps {

	/**
	 * The rules by which somebody asks for an act; each refuses whom it does not name.
	 */
	private static final List<String> COMPETENCE = List.of("APT-01", "APT-02", "APT-03", "APT-04", "APT-05", "APT-07",
			"APT-08", "INQ-22");

	private NominationSteps() {
	}

	public static void declare(Workflow.Builder<Appointment, State, Party> workflow) {
		drafting(workflow);
		filing(workflow);
	}

	private static void drafting(Workflow.Builder<Appointment, State, Party> workflow) {
		competent(workflow.opening("draft", NominationAction.Draft.class, Text.of("起草提请", "Draft a nomination"))
			.to(DRAFT)
			.by(NOMINATOR))
			.rules("APT-01", "APT-02", "APT-03", "APT-04", "APT-05", "APT-06", "APT-07", "APT-08", "INQ-22", "APT-24")
			.guard("INQ-22", Text.of("联名提出撤职案须有常委会全体组成人员五分之一以上。", "A fifth of all members move a removal together."),
					(c, in, m) -> NominationConditions.areEnough(c.nomination(), in.known(), m.rules()),
					(c, in, m) -> NominationConditions.movers(in.known(), m.rules()))
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
		workflow.step("revise", NominationAction.Revision.class, Text.of("修改材料", "Change the papers"))
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
		unfailed(competent(
				workflow.step("file", PlainStep.class, Text.of("提请", "File it")).from(DRAFT).to(FILED).by(NOMINATOR)),
				(c, in, m) -> AppointmentFacts.of(in.known()))
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
		workflow.step("return", NominationAction.Return.class, Text.of("退回补充", "Give it back to be completed"))
			.from(FILED)
			.to(DRAFT)
			.by(OFFICE)
			.rules("APT-09")
			.apply((c, in, m) -> c.with(c.file().returned(new PersonnelFile.GivenBack(m.on(), in.reason().strip()))))
			.startsUntil(AppointmentClocks.FILING, (c, in, m) -> AppointmentClocks.nominator(c),
					(c, in, m) -> AppointmentClocks.fileBy(c, m.rules()))
			.event("appointment.returned")
			.end();
		unfailed(workflow.step("renominate", NominationAction.Again.class, Text.of("再次提请", "Propose again"))
			.from(NOT_APPROVED)
			.to(FILED)
			.by(NOMINATOR), (c, in, m) -> AppointmentFacts.of(in.known()))
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
			StepBuilder<Appointment, State, Party, I> step,
			StepFunction<Appointment, I, Party, AppointmentFacts> known) {
		return step.guard("APT-19", Text.of("同一人选就同一职务未获通过的次数已满，本届内不得再提请。",
				"The person has failed for the post as often as may be, and is not proposed for it again in this term."),
				(c, in, m) -> c.act().ends() || NominationConditions.mayFailAgain(known.of(c, in, m), m.rules()),
				(c, in, m) -> NominationConditions.fails(known.of(c, in, m), m.rules()))
			.guard("APT-19",
					Text.of("未获通过的人选半年以后方可就同一职务再次提请。", "Whoever failed may be proposed again after half a year."),
					(c, in, m) -> c.act().ends()
							|| NominationConditions.isLongAgo(known.of(c, in, m), m.on(), m.rules()),
					(c, in, m) -> NominationConditions.fails(known.of(c, in, m), m.rules()));
	}

}
