package renda.legislation.meeting;

import java.util.List;
import java.util.Map;

import renda.legislation.meeting.Meeting.Party;
import renda.legislation.meeting.Meeting.State;
import renda.legislation.member.Body;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.meeting.Meeting.Party.CHAIR;
import static renda.legislation.meeting.Meeting.Party.COUNCIL;
import static renda.legislation.meeting.Meeting.Party.OFFICE;
import static renda.legislation.meeting.Meeting.State.AGENDA_DRAFT;
import static renda.legislation.meeting.Meeting.State.CANCELLED;
import static renda.legislation.meeting.Meeting.State.CHECK_IN;
import static renda.legislation.meeting.Meeting.State.NOTIFIED;
import static renda.legislation.meeting.Meeting.State.NO_QUORUM;
import static renda.legislation.meeting.Meeting.State.OPEN;
import static renda.legislation.meeting.Meeting.State.PLANNED;

/**
 * The law's table of a meeting. Here: what goes before it. How it opens, runs and is
 * published stands in {@link MeetingSteps}.
 */
final class MeetingWorkflow {

	/** The declaration. */
	static final Workflow<Meeting, State, Party> DECLARED = declared();

	private MeetingWorkflow() {
	}

	private static Workflow<Meeting, State, Party> declared() {
		Workflow.Builder<Meeting, State, Party> workflow = Workflow.of("meeting", Meeting.class, State.class,
				Party.class, Text.of("会议", "meeting"));
		planning(workflow);
		agenda(workflow);
		notice(workflow);
		dropping(workflow);
		following(workflow);
		MeetingSteps.declare(workflow);
		return workflow.build();
	}

	private static void planning(Workflow.Builder<Meeting, State, Party> workflow) {
		workflow.opening("plan", MeetingAction.MeetingPlan.class, Text.of("计划会议", "Plan a meeting"))
			.to(PLANNED)
			.by(COUNCIL, OFFICE)
			.rules("MTG-14", "MTG-16")
			.guard("MTG-16", Text.of("新一届第一次会议须写明代表选举完成的日期（electedOn）。",
					"For the first session of a new congress, say when the election of the deputies was completed (electedOn)."),
					(c, in, m) -> !MeetingConditions.isFirstSession(in) || in.electedOn() != null,
					(c, in, m) -> Map.of("term", in.term(), "number", in.number(), "pointer", "/electedOn"))
			.guard("MTG-14", Text.of("临时召集人民代表大会会议须由常委会认为必要（basis），或者经规定比例的代表提议（callers）。",
					"An extra session needs the committee's decision (basis), or enough deputies who call for it (callers)."),
					(c, in, m) -> MeetingConditions.mayBeCalled(in, m.rules()),
					(c, in, m) -> MeetingConditions.callers(in, m.rules()))
			.startsFrom(MeetingClocks.FIRST_SESSION,
					(c, in, m) -> MeetingConditions.isFirstSession(in) ? MeetingClocks.council() : List.of(),
					(c, in, m) -> (in.electedOn() != null) ? in.electedOn() : m.on())
			.awaited()
			.event("meeting.planned")
			.end();
		workflow.step("fix-date", MeetingAction.MeetingDate.class, Text.of("确定会期", "Fix the date"))
			.from(PLANNED)
			.to(AGENDA_DRAFT)
			.by(COUNCIL)
			.rules("MTG-01", "MTG-12", "MTG-09", "MTG-19")
			.apply((c, in, m) -> c.with(c.convening().on(in.from(), in.to(), place(c, in))))
			.startsFrom(MeetingClocks.INTERVAL,
					(c, in, m) -> MeetingClocks.convening(c.convening(), Body.STANDING_COMMITTEE, in.known() != null),
					(c, in, m) -> in.since(m.on()))
			.startsUntil(MeetingClocks.SESSION,
					(c, in, m) -> MeetingClocks.convening(c.convening(), Body.CONGRESS, in.known() != null),
					(c, in, m) -> MeetingClocks.yearAfter(in.since(m.on())))
			.startsUntil(MeetingClocks.NOTICE,
					(c, in, m) -> MeetingClocks.notifying(c.convening(), Body.STANDING_COMMITTEE),
					(c, in, m) -> MeetingClocks.noticeBy(c.convening(), m.rules()))
			.startsUntil(MeetingClocks.SESSION_NOTICE,
					(c, in, m) -> MeetingClocks.notifying(c.convening(), Body.CONGRESS),
					(c, in, m) -> MeetingClocks.noticeBy(c.convening(), m.rules()))
			.awaited()
			.backdated()
			.event("meeting.dated")
			.end();
	}

	private static String place(Meeting meeting, MeetingAction.MeetingDate in) {
		return (in.place() != null) ? in.place().strip() : meeting.convening().place();
	}

	private static void agenda(Workflow.Builder<Meeting, State, Party> workflow) {
		workflow
			.step("propose-item", MeetingAction.AgendaProposal.class,
					Text.of("提出议程草案项目", "Put an item on the draft agenda"))
			.from(AGENDA_DRAFT, NOTIFIED, OPEN)
			.by(COUNCIL)
			.rules("MTG-09")
			.guard("MTG-09", Text.of("此事项按此审议方式已在议程上。", "The case is on this agenda for this purpose already."),
					(c, in, m) -> !MeetingConditions.isTabled(c, in),
					(c, in, m) -> Map.of("purpose", in.purpose(), "kind", Given.orEmpty(in.kind())))
			.guard("MTG-09",
					Text.of("此事项目前不能以此方式列入议程。", "The case cannot be tabled for this purpose in its state now."),
					(c, in, m) -> in.known() == null || in.known().purposes().contains(in.purpose()),
					(c, in, m) -> MeetingConditions.purposes(in))
			.apply((c, in, m) -> c.tabling(in.item(Ids.next(), m.on()), in.position()))
			.backdated()
			.event("meeting.item-proposed")
			.end();
		workflow
			.step("remove-item", MeetingAction.AgendaPick.class, Text.of("移出议程草案", "Take an item off the draft agenda"))
			.from(AGENDA_DRAFT, NOTIFIED, OPEN)
			.by(COUNCIL)
			.rules("MTG-09")
			.guard("MTG-09", Text.of("会议尚未通过的项目方可移出。", "Only an item that the meeting has not adopted is taken off."),
					(c, in, m) -> c.item(in.item()).filter((item) -> !item.isAdopted()).isPresent(),
					(c, in, m) -> MeetingConditions.fact(c, in.item()))
			.apply((c, in, m) -> c
				.withAgenda(c.agenda().stream().filter((item) -> !item.id().equals(in.item())).toList()))
			.backdated()
			.event("meeting.item-removed")
			.end();
		workflow.step("send-papers", MeetingAction.AgendaPapers.class, Text.of("送发会议文件", "Send papers to the members"))
			.from(AGENDA_DRAFT, NOTIFIED, CHECK_IN, OPEN)
			.by(OFFICE)
			.rules("MTG-07", "LEG-23", "LEG-24", "LEG-25")
			.guard("MTG-09", Text.of("议程草案没有此项目。", "The draft agenda has no such item."),
					(c, in, m) -> c.item(in.item()).isPresent(), (c, in, m) -> MeetingConditions.fact(c, in.item()))
			.guard("LEG-23",
					Text.of("已迟于会前送达常委会组成人员的期限；请在 late 中说明特殊情况。",
							"The papers are later than the members are due them; say in late what is special."),
					(c, in, m) -> c.ofCongress() || MeetingConditions.inTime(c, in, m),
					(c, in, m) -> MeetingConditions.papersDue(c, m))
			.guard("LEG-25",
					Text.of("已迟于会前发给代表的期限；请在 late 中说明原因。",
							"The papers are later than the deputies are due them; say in late why."),
					(c, in, m) -> !c.ofCongress() || MeetingConditions.inTime(c, in, m),
					(c, in, m) -> MeetingConditions.papersDue(c, m))
			.apply((c, in, m) -> c.with(in.item(),
					(item) -> item.sent(new AgendaItem.Papers(m.on(), Given.orNone(in.files()),
							MeetingConditions.isLate(c, m) ? Given.orEmpty(in.late()) : ""))))
			.backdated()
			.event("meeting.papers-sent")
			.end();
		workflow
			.step("withhold-item", MeetingAction.AgendaMark.class,
					Text.of("暂不公开议程项目", "Keep an item from the public for now"))
			.from(AGENDA_DRAFT, NOTIFIED, CHECK_IN, OPEN, State.CLOSED)
			.by(COUNCIL)
			.rules("MTG-36")
			.guard("MTG-36", Text.of("议程草案没有此项目。", "The draft agenda has no such item."),
					(c, in, m) -> c.item(in.item()).isPresent(), (c, in, m) -> MeetingConditions.fact(c, in.item()))
			.apply((c, in, m) -> c.with(in.item(), (item) -> item.withheld(in.reason().strip())))
			.event("meeting.item-withheld")
			.end();
		workflow.step("disclose-item", MeetingAction.AgendaPick.class, Text.of("公开议程项目", "Make an item public again"))
			.from(AGENDA_DRAFT, NOTIFIED, CHECK_IN, OPEN, State.CLOSED)
			.by(COUNCIL)
			.rules("MTG-36")
			.guard("MTG-36", Text.of("此项目没有暂不公开。", "The item is not withheld."),
					(c, in, m) -> c.item(in.item()).filter((item) -> !item.withheld().isEmpty()).isPresent(),
					(c, in, m) -> MeetingConditions.fact(c, in.item()))
			.apply((c, in, m) -> c.with(in.item(), (item) -> item.withheld("")))
			.event("meeting.item-disclosed")
			.end();
	}

	private static void notice(Workflow.Builder<Meeting, State, Party> workflow) {
		workflow.step("notify", MeetingAction.MeetingNotice.class, Text.of("发出会议通知", "Give notice"))
			.from(AGENDA_DRAFT)
			.to(NOTIFIED)
			.by(OFFICE)
			.rules("MTG-06", "MTG-07", "MTG-19", "MTG-05", "MTG-30", "MTG-36")
			.guard("MTG-06", Text.of("通知须写明会议建议议程。", "A notice tells the draft agenda; it is empty."),
					(c, in, m) -> !c.agenda().isEmpty(), (c, in, m) -> Map.of("items", c.agenda().size()))
			.guard("MTG-30", Text.of("上次会议责成补充或者重新作的报告须列入本次会议议程（propose-item 的 repeats）。",
					"Reports that the last meeting wanted supplemented or made anew are on this agenda (repeats of propose-item)."),
					(c, in, m) -> MeetingConditions.missing(c, in.returned()).isEmpty(),
					(c, in, m) -> Map.of("missing", MeetingConditions.missing(c, in.returned())))
			.apply((c, in, m) -> MeetingConditions.withHeads(c, in.heads(), m.on())
				.with(c.course().noticed(m.on(), Given.orNone(in.documents()))))
			.ends(MeetingClocks.NOTICE)
			.ends(MeetingClocks.SESSION_NOTICE)
			.awaited()
			.backdated()
			.event("meeting.notified")
			.end();
		workflow
			.step("allow-remote", MeetingAction.RemoteAttendance.class,
					Text.of("决定可以视频出席", "Allow attendance by video"))
			.from(AGENDA_DRAFT, NOTIFIED, CHECK_IN, OPEN)
			.by(COUNCIL)
			.rules("MTG-28")
			.apply((c, in, m) -> c.with(c.course().remotely(in.decision().strip())))
			.event("meeting.remote-allowed")
			.end();
		workflow
			.step("invite", MeetingAction.AttendantsInvited.class,
					Text.of("邀请列席、旁听", "Invite to attend without a vote"))
			.from(AGENDA_DRAFT, NOTIFIED, CHECK_IN, OPEN)
			.by(OFFICE)
			.rules("MTG-05", "MTG-37")
			.apply((c, in, m) -> MeetingConditions.inviting(c, in.attendants(), m.on()))
			.backdated()
			.event("meeting.attendants-invited")
			.end();
		workflow.step("check-in", MeetingAction.SigningIn.class, Text.of("开始签到", "Begin to sign in"))
			.from(NOTIFIED)
			.to(CHECK_IN)
			.by(OFFICE)
			.rules("MTG-31", "MTG-02", "MTG-13")
			.guard("MTG-31", Text.of("尚有请假申请未作决定。", "There are requests for leave that nobody has decided on."),
					(c, in, m) -> in.undecided() == null || in.undecided() == 0,
					(c, in, m) -> Map.of("undecided", (in.undecided() != null) ? in.undecided() : 0))
			.apply((c, in, m) -> c.with(c.course().called()))
			.awaited()
			.backdated()
			.event("meeting.check-in-began")
			.end();
	}

	private static void dropping(Workflow.Builder<Meeting, State, Party> workflow) {
		workflow.step("postpone", MeetingAction.MeetingPostponed.class, Text.of("延期", "Put it off"))
			.from(PLANNED, AGENDA_DRAFT, NOTIFIED, CHECK_IN, NO_QUORUM)
			.to(PLANNED)
			.by(COUNCIL)
			.rules("MTG-09", "MTG-02", "MTG-13")
			.apply((c, in, m) -> c.withAgenda(c.agenda().stream().map((item) -> item.adopted(null)).toList())
				.with(c.convening().on(in.from(), in.to(), c.convening().place()))
				.with(c.course().dropped(in.reason().strip())))
			.cancels(MeetingClocks.INTERVAL)
			.cancels(MeetingClocks.SESSION)
			.cancels(MeetingClocks.NOTICE)
			.cancels(MeetingClocks.SESSION_NOTICE)
			.awaited()
			.event("meeting.postponed")
			.end();
		workflow.step("cancel", MeetingAction.MeetingCancelled.class, Text.of("取消", "Call it off"))
			.from(PLANNED, AGENDA_DRAFT, NOTIFIED, CHECK_IN, NO_QUORUM)
			.to(CANCELLED)
			.by(COUNCIL)
			.rules("MTG-09")
			.apply((c, in, m) -> c.with(c.course().dropped(in.reason().strip())))
			.event("meeting.cancelled")
			.end();
	}

	/**
	 * Which clock runs follows from which meeting comes after which: on the last one held
	 * while the next has no date, on the next one since it has.
	 */
	private static void following(Workflow.Builder<Meeting, State, Party> workflow) {
		workflow.step("next-dated", MeetingAction.MeetingFollowed.class, Text.of("下次会议已定会期", "The next one has a date"))
			.from(State.CLOSED, State.PUBLISHED)
			.by(COUNCIL, CHAIR, OFFICE)
			.rules("MTG-01", "MTG-12")
			.cancels(MeetingClocks.NEXT)
			.cancels(MeetingClocks.NEXT_SESSION)
			.automatic()
			.event("meeting.next-dated")
			.end();
		workflow
			.step("next-undated", MeetingAction.MeetingFollowed.class, Text.of("下次会议未定会期", "The next one has no date"))
			.from(State.CLOSED, State.PUBLISHED)
			.by(COUNCIL, CHAIR, OFFICE)
			.rules("MTG-01", "MTG-12")
			.startsFrom(MeetingClocks.NEXT,
					(c, in, m) -> MeetingClocks.convening(c.convening(), Body.STANDING_COMMITTEE, true),
					(c, in, m) -> c.course().lastDay(m.on()))
			.startsUntil(MeetingClocks.NEXT_SESSION,
					(c, in, m) -> MeetingClocks.convening(c.convening(), Body.CONGRESS, true),
					(c, in, m) -> MeetingClocks.yearAfter(c.course().lastDay(m.on())))
			.automatic()
			.event("meeting.next-undated")
			.end();
		workflow.step("recount", MeetingAction.MeetingPreceded.class, Text.of("上次会议已闭会", "The one before has closed"))
			.from(AGENDA_DRAFT, NOTIFIED)
			.by(COUNCIL, CHAIR, OFFICE)
			.rules("MTG-01", "MTG-12")
			.cancels(MeetingClocks.INTERVAL)
			.cancels(MeetingClocks.SESSION)
			.startsFrom(MeetingClocks.INTERVAL,
					(c, in, m) -> MeetingClocks.convening(c.convening(), Body.STANDING_COMMITTEE, true),
					(c, in, m) -> in.closedOn())
			.startsUntil(MeetingClocks.SESSION,
					(c, in, m) -> MeetingClocks.convening(c.convening(), Body.CONGRESS, true),
					(c, in, m) -> MeetingClocks.yearAfter(in.closedOn()))
			.automatic()
			.event("meeting.interval-recounted")
			.end();
	}

}
