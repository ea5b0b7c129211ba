package renda.legislation.meeting;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import renda.legislation.meeting.AgendaItem.Conclusion;
import renda.legislation.meeting.AgendaItem.Result;
import renda.legislation.meeting.Meeting.Party;
import renda.legislation.meeting.Meeting.State;
import renda.legislation.member.Body;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.meeting.Meeting.Party.CHAIR;
import static renda.legislation.meeting.Meeting.Party.COUNCIL;
import static renda.legislation.meeting.Meeting.Party.OFFICE;
import static renda.legislation.meeting.Meeting.State.CHECK_IN;
import static renda.legislation.meeting.Meeting.State.CLOSED;
import static renda.legislation.meeting.Meeting.State.NO_QUORUM;
import static renda.legislation.meeting.Meeting.State.OPEN;
import static renda.legislation.meeting.Meeting.State.PUBLISHED;

/**
 * How a meeting opens, deals with its agenda, closes and is published.
 */
final class MeetingSteps {

	private static final Text TOO_FEW = Text.of("出席人数不足法定人数，不得举行会议。", "Too few are present for a meeting to be held.");

	private static final Text ENOUGH = Text.of("出席人数已达法定人数。", "Enough are present for the meeting to be held.");

	private static final Text NOT_ADOPTED = Text.of("未列入会议通过的议程，不得处理。",
			"What is not on the adopted agenda is not dealt with.");

	private MeetingSteps() {
	}

	static void declare(Workflow.Builder<Meeting, State, Party> workflow) {
		opening(workflow);
		running(workflow);
		concluding(workflow);
		ending(workflow);
	}

	private static void opening(Workflow.Builder<Meeting, State, Party> workflow) {
		workflow
			.step("hold-preparatory", MeetingAction.PreparatoryMeeting.class,
					Text.of("举行预备会议", "Hold the preparatory meeting"))
			.from(CHECK_IN)
			.by(COUNCIL)
			.rules("MTG-17", "MTG-13")
			.guard("MTG-17", Text.of("预备会议只用于人民代表大会会议。", "Only a session of the congress has a preparatory meeting."),
					(c, in, m) -> c.ofCongress(), (c, in, m) -> Map.of("body", c.convening().body()))
			.guard("MTG-13", TOO_FEW, (c, in, m) -> MeetingConditions.isQuorate(c, Body.CONGRESS, in.counted(), m),
					(c, in, m) -> MeetingConditions.quorum(c, in.counted(), m))
			.apply((c, in, m) -> MeetingConditions.adopting(c, List.of(), m.on())
				.with(c.course().prepared(new Course.Preparatory(m.on(), in.presidium(), in.secretaryGeneral()))))
			.backdated()
			.event("meeting.preparatory-held")
			.end();
		workflow.step("open", MeetingAction.QuorumFound.class, Text.of("开会", "Open it"))
			.from(CHECK_IN)
			.to(OPEN)
			.by(CHAIR)
			.rules("MTG-02", "MTG-04", "MTG-13", "MTG-17", "MTG-01", "MTG-12", "MTG-16")
			.guard("MTG-17", Text.of("须先举行预备会议，通过议程，选举主席团和秘书长。",
					"First the preparatory meeting adopts the agenda and elects presidium and secretary-general."),
					(c, in, m) -> !c.ofCongress() || c.course().preparatory() != null,
					(c, in, m) -> Map.of("preparatory", c.course().preparatory() != null))
			.guard("MTG-02", TOO_FEW,
					(c, in, m) -> MeetingConditions.isQuorate(c, Body.STANDING_COMMITTEE, in.counted(), m),
					(c, in, m) -> MeetingConditions.quorum(c, in.counted(), m))
			.guard("MTG-13", TOO_FEW, (c, in, m) -> MeetingConditions.isQuorate(c, Body.CONGRESS, in.counted(), m),
					(c, in, m) -> MeetingConditions.quorum(c, in.counted(), m))
			.apply((c, in,
					m) -> c.with(c.course()
						.opened(new Course.Opening(m.on(), in.counted().members(), in.counted().present(),
								in.presiding()))))
			.ends(MeetingClocks.INTERVAL)
			.ends(MeetingClocks.SESSION)
			.ends(MeetingClocks.FIRST_SESSION)
			.awaited()
			.backdated()
			.event("meeting.opened")
			.end();
		workflow
			.step("record-no-quorum", MeetingAction.QuorumFound.class,
					Text.of("记录不足法定人数", "Record that there is no quorum"))
			.from(CHECK_IN)
			.to(NO_QUORUM)
			.by(CHAIR)
			.rules("MTG-02", "MTG-13")
			.guard("MTG-02", ENOUGH,
					(c, in, m) -> MeetingConditions.isShort(c, Body.STANDING_COMMITTEE, in.counted(), m),
					(c, in, m) -> MeetingConditions.quorum(c, in.counted(), m))
			.guard("MTG-13", ENOUGH, (c, in, m) -> MeetingConditions.isShort(c, Body.CONGRESS, in.counted(), m),
					(c, in, m) -> MeetingConditions.quorum(c, in.counted(), m))
			.event("meeting.not-quorate")
			.end();
	}

	private static void running(Workflow.Builder<Meeting, State, Party> workflow) {
		workflow
			.step("adopt-agenda", MeetingAction.AgendaAdopted.class,
					Text.of("通过（变更）议程", "Adopt the agenda, or a change of it"))
			.from(OPEN)
			.by(CHAIR, OFFICE)
			.rules("MTG-09")
			.guard("MTG-09", Text.of("只能通过主任会议（主席团）提出的项目。", "Only items that the council has proposed are adopted."),
					(c, in, m) -> MeetingConditions.knowsItems(c, Given.orNone(in.items())),
					(c, in, m) -> Map.of("items", Given.orNone(in.items())))
			.apply((c, in, m) -> MeetingConditions.adopting(c, Given.orNone(in.items()), m.on()))
			.backdated()
			.event("meeting.agenda-adopted")
			.end();
		workflow.step("call-roll", MeetingAction.RollCall.class, Text.of("重新签到", "Establish presence once more"))
			.from(OPEN)
			.by(CHAIR, OFFICE)
			.rules("MTG-02", "MTG-13")
			.apply((c, in, m) -> c.with(c.course().called()))
			.event("meeting.roll-called")
			.end();
		workflow.step("record-sitting", MeetingAction.SittingHeld.class, Text.of("记录全体、分组或者联组会议", "Record a sitting"))
			.from(OPEN, CLOSED)
			.by(OFFICE)
			.rules("MTG-04", "MTG-09")
			.guard("MTG-09", NOT_ADOPTED, (c, in, m) -> MeetingConditions.areAdopted(c, Given.orNone(in.items())),
					(c, in, m) -> Map.of("items", Given.orNone(in.items())))
			.apply((c, in,
					m) -> c.holding(new Meeting.Held(m.on(), in.form(), Given.orEmpty(in.group()),
							Given.orEmpty(in.presider()), Given.orNone(in.items()), Given.orEmpty(in.summary()))))
			.backdated()
			.event("meeting.sitting-held")
			.end();
		workflow
			.step("record-attendants", MeetingAction.AttendantsRecorded.class,
					Text.of("记录列席、旁听到会情况", "Record who attended without a vote"))
			.from(CHECK_IN, OPEN, CLOSED)
			.by(OFFICE)
			.rules("MTG-05", "MTG-37")
			.guard("MTG-05", Text.of("列席、旁听名单上没有此人。", "Somebody is not among those invited."),
					(c, in, m) -> MeetingConditions.knowsAttendants(c, in.came()),
					(c, in, m) -> Map.of("invited", c.attendants().size()))
			.apply((c, in, m) -> MeetingConditions.recording(c, in.came()))
			.backdated()
			.event("meeting.attendants-recorded")
			.end();
	}

	private static void concluding(Workflow.Builder<Meeting, State, Party> workflow) {
		workflow
			.step("conclude-item", MeetingAction.ItemConcluded.class,
					Text.of("记录审议结果", "Say what came of an item without a ballot"))
			.from(OPEN)
			.by(CHAIR, OFFICE)
			.rules("MTG-09", "MTG-30")
			.guard("MTG-09", NOT_ADOPTED, (c, in, m) -> MeetingConditions.isPending(c, in.item()),
					(c, in, m) -> MeetingConditions.fact(c, in.item()))
			.guard("MTG-09", Text.of("表决事项由表决产生结果；听取报告为 REPORT_HEARD，审议为 DELIBERATED。",
					"What is voted upon ends by its ballot; a report is REPORT_HEARD, a deliberation DELIBERATED."),
					(c, in, m) -> c.item(in.item())
						.filter((item) -> MeetingConditions.fits(item, in.result()))
						.isPresent(),
					(c, in, m) -> MeetingConditions.fact(c, in.item()))
			.guard("MTG-30", Text.of("半数以上组成人员不同意报告的，须责成补充或者重新报告（REPORT_RETURNED），并写明在本次还是下次会议（again）；不足半数的不得责成。",
					"A report with which half of all members do not agree is REPORT_RETURNED, with again saying whether at this or the next meeting; no other is."),
					(c, in, m) -> MeetingConditions.isAnswered(c, in, m.rules()),
					(c, in, m) -> MeetingConditions.disagreement(c, in, m.rules()))
			.apply((c, in, m) -> MeetingConditions.concluding(c, in, m.on()))
			.backdated()
			.event("meeting.item-concluded")
			.end();
		workflow
			.step("not-put-to-vote", MeetingAction.NotPutToVote.class,
					Text.of("暂不交付表决", "Do not put an item to the vote"))
			.from(OPEN)
			.by(COUNCIL)
			.rules("MTG-09")
			.guard("MTG-09", NOT_ADOPTED, (c, in, m) -> MeetingConditions.isPending(c, in.item()),
					(c, in, m) -> MeetingConditions.fact(c, in.item()))
			.guard("MTG-09",
					Text.of("暂不交付表决的，须提出下一步处理意见（nextStep）。",
							"Where an item is not put to the vote, say what follows (nextStep)."),
					(c, in, m) -> !Given.orEmpty(in.nextStep()).isEmpty(),
					(c, in, m) -> MeetingConditions.fact(c, in.item()))
			.apply((c, in, m) -> c.with(in.item(),
					(item) -> item.concluded(new Conclusion(m.on(), Result.NOT_PUT_TO_VOTE, in.reason().strip(),
							Given.orEmpty(in.nextStep()), null))))
			.backdated()
			.event("meeting.item-not-put-to-vote")
			.end();
		workflow.step("withdraw-item", MeetingAction.AgendaMark.class, Text.of("同意撤回", "Consent to a withdrawal"))
			.from(OPEN)
			.by(COUNCIL)
			.rules("MTG-38")
			.guard("MTG-38", Text.of("表决前方可撤回。", "An item is withdrawn before the vote."),
					(c, in, m) -> MeetingConditions.isPending(c, in.item()),
					(c, in, m) -> MeetingConditions.fact(c, in.item()))
			.apply((c, in, m) -> c.with(in.item(),
					(item) -> item.concluded(new Conclusion(m.on(), Result.WITHDRAWN, in.reason().strip(), "", null))))
			.backdated()
			.event("meeting.item-withdrawn")
			.end();
		workflow
			.step("settle", MeetingAction.BallotSettled.class, Text.of("记录表决结果", "Take over the outcome of a ballot"))
			.from(OPEN)
			.by(CHAIR, OFFICE, COUNCIL)
			.rules("MTG-03", "MTG-15", "MTG-24")
			.guard("MTG-09", NOT_ADOPTED, (c, in, m) -> MeetingConditions.areAdopted(c, List.of(in.item())),
					(c, in, m) -> MeetingConditions.fact(c, in.item()))
			.apply((c, in, m) -> c.with(in.item(),
					(item) -> item.voted(in.ballot(),
							new Conclusion(m.on(), in.passed() ? Result.PASSED : Result.REJECTED, "", "",
									in.explanation()))))
			.automatic()
			.event("meeting.item-decided")
			.end();
	}

	private static void ending(Workflow.Builder<Meeting, State, Party> workflow) {
		workflow.step("close", MeetingAction.MeetingClosed.class, Text.of("闭会", "Close it"))
			.from(OPEN)
			.to(CLOSED)
			.by(CHAIR)
			.rules("MTG-09", "MTG-01", "MTG-12")
			.guard("MTG-09",
					Text.of("尚有议程项目没有结果；未付表决的须有下一步处理意见。",
							"Items of the agenda have no outcome yet; those not put to the vote need a next step."),
					(c, in, m) -> pending(c).findAny().isEmpty(),
					(c, in, m) -> Map.of("pending",
							pending(c).map((item) -> Map.of("item", item.id(), "title", item.title())).toList()))
			.apply((c, in, m) -> c.with(c.course().closed(m.on())))
			.starts(MeetingClocks.NEXT,
					(c, in, m) -> MeetingClocks.convening(c.convening(), Body.STANDING_COMMITTEE, in.isLast()))
			.startsUntil(MeetingClocks.NEXT_SESSION,
					(c, in, m) -> MeetingClocks.convening(c.convening(), Body.CONGRESS, in.isLast()),
					(c, in, m) -> MeetingClocks.yearAfter(m.on()))
			.awaited()
			.backdated()
			.event("meeting.closed")
			.end();
		workflow.step("publish", MeetingAction.MeetingPublished.class, Text.of("公布", "Publish"))
			.from(CLOSED)
			.to(PUBLISHED)
			.by(OFFICE)
			.rules("MTG-36", "MTG-33")
			.guard("MTG-36", Text.of("发言摘要须经发言人确认；未确认的须先确认或者不予公开。",
					"Speeches are published as their speakers have confirmed them; some are neither confirmed nor withheld."),
					(c, in, m) -> in.unconfirmed() == null || in.unconfirmed() == 0,
					(c, in, m) -> Map.of("unconfirmed", (in.unconfirmed() != null) ? in.unconfirmed() : 0))
			.apply((c, in,
					m) -> c.with(c.course()
						.published(new Course.Publication(m.on(), in.digest().strip(), Given.orNone(in.documents())))))
			.awaited()
			.backdated()
			.event("meeting.published")
			.end();
	}

	private static Stream<AgendaItem> pending(Meeting meeting) {
		return meeting.agenda().stream().filter(AgendaItem::isPending);
	}

}
