package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import renda.legislation.appointment.AppointmentAction.Voted;
import renda.legislation.nomination.NominationAction;
import renda.legislation.nomination.NominationConditions;
import renda.legislation.nomination.VettingSteps;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentClocks;
import renda.legislation.personnel.Hearing;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.PlainStep;
import renda.legislation.slate.Slates;
import renda.platform.deadline.Holder;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.legislation.personnel.Appointment.Party.CHAIR;
import static renda.legislation.personnel.Appointment.Party.COUNCIL;
import static renda.legislation.personnel.Appointment.Party.GENERAL_OFFICE;
import static renda.legislation.personnel.Appointment.Party.NOMINATOR;
import static renda.legislation.personnel.Appointment.Party.OFFICE;
import static renda.legislation.personnel.Appointment.State.APPOINTED;
import static renda.legislation.personnel.Appointment.State.APPROVAL_NEEDED;
import static renda.legislation.personnel.Appointment.State.CHECKED;
import static renda.legislation.personnel.Appointment.State.DELIBERATED;
import static renda.legislation.personnel.Appointment.State.DISMISSED;
import static renda.legislation.personnel.Appointment.State.EXAM_PASSED;
import static renda.legislation.personnel.Appointment.State.INTRODUCED;
import static renda.legislation.personnel.Appointment.State.NOT_APPROVED;
import static renda.legislation.personnel.Appointment.State.NOT_PUT;
import static renda.legislation.personnel.Appointment.State.TABLED;

/**
 * What the chairpersons' meeting and the standing committee do, up to the vote.
 */
final class CommitteeSteps {

	private static final Text AT_A_MEETING = Text.of("须在会议期间、且已列入经会议通过的议程。",
			"It is on the adopted agenda of a meeting that is open.");

	private CommitteeSteps() {
	}

	static void declare(Workflow.Builder<Appointment, State, Party> workflow) {
		tabling(workflow);
		meeting(workflow);
		voting(workflow);
	}

	private static void tabling(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow.step("table", PlainStep.class, Text.of("决定提请常委会会议审议", "Table it"))
			.from(CHECKED, EXAM_PASSED, NOT_PUT)
			.to(TABLED)
			.by(COUNCIL)
			.rules("MTG-09", "APT-11", "MTG-35")
			.guard("APT-11", Text.of("拟任命人选须先通过法律知识测试。", "The candidate passes the law examination first."),
					(c, in, m) -> NominationConditions.isExamined(c, in.known()),
					(c, in, m) -> Map.of("examinations", c.file().exams().size(), "passed", false))
			.guard("MTG-35", VettingSteps.MEMBER,
					(c, in, m) -> NominationConditions.isNoMember(c.nomination(), in.known(), c.file().namesake()),
					(c, in, m) -> NominationConditions.membership(c.nomination(), in.known()))
			.awaited()
			.event("appointment.tabled")
			.end();
		workflow.step("list-together", Slates.Listed.class, Text.of("列入合并表决名单", "Put on a list"))
			.from(TABLED, INTRODUCED, DELIBERATED)
			.by(COUNCIL)
			.rules("APT-16", "APT-17")
			.guard("APT-17", Text.of("该类职务须逐人表决。", "For such a post each is voted on alone."),
					(c, in, m) -> c.kind().joint() && (c.act() == Act.APPOINT || c.act() == Act.DISMISS),
					(c, in, m) -> Map.of("kind", c.kind().code(), "act", c.act().name(), "joint", c.kind().joint()))
			.guard("APT-17", Text.of("已列入另一名单。", "It is on another list already."),
					(c, in, m) -> c.hearing().slate() == null, (c, in, m) -> Map.of("code", c.code()))
			.apply((c, in, m) -> c.with(c.hearing().with(in.slate())))
			.automatic()
			.event("appointment.listed-together")
			.end();
		workflow.step("vote-singly", NominationAction.Return.class, Text.of("有异议，改为逐人表决", "Vote on it alone after all"))
			.from(TABLED, INTRODUCED, DELIBERATED)
			.by(COUNCIL)
			.rules("APT-17")
			.guard("APT-17", Text.of("本来就逐人表决。", "It is voted on alone as it is."),
					(c, in, m) -> c.hearing().slate() != null, (c, in, m) -> Map.of("code", c.code()))
			.apply((c, in, m) -> c.with(c.hearing().with((UUID) null)))
			.event("appointment.voted-singly")
			.end();
	}

	private static void meeting(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow.step("introduce", AppointmentAction.Introduce.class, Text.of("作提请说明", "Introduce it"))
			.from(TABLED)
			.to(INTRODUCED)
			.by(NOMINATOR)
			.rules("APT-13", "MTG-02")
			.guard("APT-13", AT_A_MEETING, (c, in, m) -> AppointmentConditions.isBeforeMeeting(c, in.known()),
					(c, in, m) -> AppointmentConditions.meeting(c, in.known()))
			.apply((c, in, m) -> c.with(c.hearing()
				.with(new Hearing.Introduction(m.on(), in.meeting(), AppointmentConditions.meetingName(in.known()),
						in.speaker().strip(), in.text().strip()))))
			.awaited()
			.event("appointment.introduced")
			.end();
		workflow.step("answer", AppointmentAction.Question.class, Text.of("回答询问", "Answer a member's question"))
			.from(INTRODUCED, DELIBERATED)
			.by(NOMINATOR)
			.rules("APT-13")
			.apply((c, in,
					m) -> c.with(c.hearing()
						.asked(new Hearing.QuestionAnswered(m.on(), in.question().strip(), in.answer().strip()))))
			.event("appointment.question-answered")
			.end();
		workflow
			.step("make-statement", AppointmentAction.Speech.class, Text.of("拟任人员作任前发言", "The candidate's statement"))
			.from(INTRODUCED, DELIBERATED)
			.by(NOMINATOR, OFFICE)
			.rules("APT-14")
			.guard("APT-14",
					Text.of("须记录发言内容；撤职、免职、辞职事项没有任前发言。",
							"It says what the candidate said; who leaves a post makes no such statement."),
					(c, in, m) -> !c.act().ends() && !Given.orEmpty(in.text()).isEmpty(),
					(c, in, m) -> Map.of("act", c.act().name(), "said", !Given.orEmpty(in.text()).isEmpty()))
			.apply((c, in, m) -> c.with(c.hearing().stated(spoken(in, m.on()))))
			.event("appointment.statement-made")
			.end();
		workflow.step("defend", AppointmentAction.Speech.class, Text.of("被提出撤职的人员申辩", "The person's defence"))
			.from(INTRODUCED)
			.by(OFFICE)
			.rules("INQ-23")
			.guard("INQ-23",
					Text.of("须是撤职案，并记录申辩意见，或者记明本人放弃申辩（waived）。",
							"It is a removal, and says what the person said, or that the person waived it."),
					(c, in, m) -> c.act() == Act.REMOVE
							&& (Boolean.TRUE.equals(in.waived()) || !Given.orEmpty(in.text()).isEmpty()),
					(c, in, m) -> Map.of("act", c.act().name(), "waived", Boolean.TRUE.equals(in.waived())))
			.apply((c, in, m) -> c.with(c.hearing().defended(spoken(in, m.on()))))
			.event("appointment.defence-heard")
			.end();
		workflow.step("deliberate", AppointmentAction.Deliberate.class, Text.of("审议", "Deliberate on it"))
			.from(INTRODUCED)
			.to(DELIBERATED)
			.by(COUNCIL, OFFICE, GENERAL_OFFICE)
			.rules("APT-13", "APT-14", "INQ-23")
			.guard("APT-13", AT_A_MEETING, (c, in, m) -> AppointmentConditions.isBeforeMeeting(c, in.known()),
					(c, in, m) -> AppointmentConditions.meeting(c, in.known()))
			.guard("APT-14", Text.of("拟任人员须先作任前发言。", "The candidate speaks first."),
					(c, in, m) -> AppointmentConditions.hasSpoken(c),
					(c, in, m) -> Map.of("kind", c.kind().code(), "statement", false))
			.guard("INQ-23",
					Text.of("撤职案表决前须听取本人申辩，或者记明本人放弃。", "The person to be removed is heard first, or waives it."),
					(c, in, m) -> AppointmentConditions.isDefended(c), (c, in, m) -> Map.of("defence", false))
			.apply((c, in, m) -> c.with(c.hearing().deliberated(m.on())))
			.awaited()
			.event("appointment.deliberated")
			.end();
		workflow.step("not-put", AppointmentAction.Doubt.class, Text.of("决定暂不付表决", "Do not put it to the vote"))
			.from(TABLED, INTRODUCED, DELIBERATED)
			.to(NOT_PUT)
			.by(COUNCIL)
			.rules("APT-15", "MTG-09")
			.guard("APT-15",
					Text.of("须写明足以影响任免的问题和下一步处理意见。", "It says what the doubt is, and what is to happen instead."),
					(c, in, m) -> !Given.orEmpty(in.reason()).isEmpty() && !Given.orEmpty(in.next()).isEmpty(),
					(c, in, m) -> Map.of("reason", Given.orEmpty(in.reason()), "next", Given.orEmpty(in.next())))
			.apply((c, in, m) -> c.with(c.hearing().doubted(Given.orEmpty(in.reason()), Given.orEmpty(in.next()))))
			.event("appointment.not-put")
			.end();
	}

	private static Hearing.Spoken spoken(AppointmentAction.Speech speech, LocalDate on) {
		return new Hearing.Spoken(on, Given.orEmpty(speech.text()), Boolean.TRUE.equals(speech.waived()));
	}

	private static void voting(Workflow.Builder<Appointment, State, Party> workflow) {
		carried(workflow.step("appoint", Voted.class, Text.of("表决通过任命", "The vote appoints"))).to(APPOINTED)
			.rules("APT-16", "APT-17", "APT-18", "APT-20", "MTG-03")
			.guard("APT-18",
					Text.of("同一职务先表决免职、再表决任职；该职务的职数仍满。",
							"The dismissal from the post is voted on first; every seat is still held."),
					(c, in, m) -> NominationConditions.isVacant(c.nomination(), in.known(), false),
					(c, in, m) -> NominationConditions.seats(c.nomination(), in.known()))
			.guard("APT-16", Text.of("此事项不是任命。", "This act gives no post."), (c, in, m) -> !c.act().ends(),
					(c, in, m) -> Map.of("act", c.act().name()))
			.event("appointment.appointed")
			.end();
		carried(workflow.step("dismiss", Voted.class, Text.of("表决通过免职、辞职或者撤职", "The vote ends it")))
			.toOneOf((c, in, m) -> (c.act() == Act.RESIGNATION && c.kind().upperApproval()) ? APPROVAL_NEEDED
					: DISMISSED, DISMISSED, APPROVAL_NEEDED)
			.rules("APT-16", "APT-08", "INQ-24", "MTG-03")
			.guard("INQ-24", Text.of("撤职案须经常委会全体组成人员过半数通过。", "More than half of all members remove somebody."),
					(c, in, m) -> c.act() != Act.REMOVE
							|| in.vote().isCarriedBy(m.rules().share("inq.removalMajority")),
					(c, in, m) -> in.vote().facts(m.rules().share("inq.removalMajority")))
			.guard("APT-16", Text.of("此事项不是免职、辞职或者撤职。", "This act takes no post away."), (c, in, m) -> c.act().ends(),
					(c, in, m) -> Map.of("act", c.act().name()))
			.event("appointment.dismissed")
			.end();
		workflow.step("not-approve", Voted.class, Text.of("表决未获通过", "The vote does not approve"))
			.from(DELIBERATED)
			.to(NOT_APPROVED)
			.by(CHAIR, COUNCIL, OFFICE, GENERAL_OFFICE)
			.rules("APT-16", "APT-19")
			.guard("APT-16", Text.of("赞成票已过全体组成人员半数。", "More than half of all members are for it."), (c, in,
					m) -> !m.rules().share("mtg.scMajority").isReachedBy(in.vote().votesFor(), in.vote().members()),
					(c, in, m) -> in.vote().facts(m.rules().share("mtg.scMajority")))
			.apply((c, in, m) -> c.with(c.settlement().voted(in.vote())).with(c.hearing().with((UUID) null)))
			.automatic()
			.event("appointment.not-approved")
			.end();
	}

	/**
	 * What both ways of passing it share.
	 */
	private static StepBuilder<Appointment, State, Party, Voted> carried(
			StepBuilder<Appointment, State, Party, Voted> step) {
		return step.from(DELIBERATED)
			.by(CHAIR, COUNCIL, OFFICE, GENERAL_OFFICE)
			.guard("APT-16", Text.of("赞成票须过常委会全体组成人员半数。", "More than half of all members are for it."),
					(c, in, m) -> c.act() == Act.REMOVE || in.vote().isCarriedBy(m.rules().share("mtg.scMajority")),
					(c, in, m) -> in.vote().facts(m.rules().share("mtg.scMajority")))
			.apply((c, in, m) -> c.with(c.settlement().voted(in.vote())))
			.startsFrom(AppointmentClocks.NOTICE,
					(c, in, m) -> (c.state() == APPROVAL_NEEDED) ? List.of()
							: List.of(Holder.role(Role.GENERAL_OFFICE)),
					(c, in, m) -> in.vote().on())
			.automatic();
	}

}
