package renda.legislation.meeting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import renda.legislation.agenda.Purpose;
import renda.legislation.meeting.AgendaItem.Conclusion;
import renda.legislation.meeting.AgendaItem.Result;
import renda.legislation.meeting.Meeting.Attendant;
import renda.legislation.meeting.Meeting.Party;
import renda.legislation.meeting.Meeting.State;
import renda.legislation.meeting.MeetingAction.TabledCase;
import renda.legislation.member.Body;
import renda.legislation.sitting.Attendance.Counted;
import renda.legislation.sitting.Sitting;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.web.Text;
import renda.platform.workflow.Moment;

/**
 * Meetings in every state: {@link #ADOPTED} is an adopted item that is not dealt with,
 * {@link #PROPOSED} one that is only proposed.
 */
final class MeetingCases {

	static final LocalDate FROM = LocalDate.of(2026, 3, 26);

	static final LocalDate BEFORE = LocalDate.of(2026, 1, 28);

	static final UUID ID = new UUID(8, 1);

	static final UUID ADOPTED = new UUID(8, 2);

	static final UUID PROPOSED = new UUID(8, 3);

	static final UUID BILL = new UUID(8, 4);

	static final UUID GUEST = new UUID(8, 5);

	/** Codes of government, supervisory commission, court and procuratorate. */
	static final List<String> HEADS = List.of("gov", "sup", "court", "proc");

	private MeetingCases() {
	}

	static Convening convening(Body body, Convening.Kind kind) {
		return new Convening(body, 16, 20, kind, FROM, FROM.plusDays(1), "会议厅", "", 0);
	}

	static AgendaItem item(UUID id, Purpose purpose, boolean adopted) {
		boolean report = purpose == Purpose.HEAR_REPORT;
		return new AgendaItem(id, report ? "" : "bill", report ? null : BILL, report ? "" : "FA-2026-0001", "某事项", "",
				purpose, BEFORE, adopted ? FROM : null, "", List.of(), List.of(), null, null);
	}

	static Meeting draft(Body body, Convening.Kind kind) {
		return Meeting.planned(ID, BEFORE, convening(body, kind), true);
	}

	/**
	 * A meeting in a state, such that a step can be taken on it.
	 */
	static Meeting ready(State state, String step) {
		Body body = step.equals("hold-preparatory") ? Body.CONGRESS : Body.STANDING_COMMITTEE;
		return ready(state, step, body);
	}

	static Meeting ready(State state, String step, Body body) {
		Purpose purpose = step.equals("conclude-item") ? Purpose.HEAR_REPORT : Purpose.VOTE;
		AgendaItem first = item(ADOPTED, purpose, state.ordinal() >= State.OPEN.ordinal());
		if (step.equals("close") || state == State.CLOSED) {
			first = first.concluded(new Conclusion(FROM, Result.PASSED, "", "", null));
		}
		if (step.equals("disclose-item")) {
			first = first.withheld("主任会议决定");
		}
		Course course = Course.NONE.noticed(BEFORE, List.of());
		if (state == State.OPEN || state == State.CLOSED || state == State.PUBLISHED) {
			course = course.opened(new Course.Opening(FROM, 51, 40, ""));
		}
		if (state == State.CLOSED || state == State.PUBLISHED) {
			course = course.closed(FROM.plusDays(1));
		}
		return draft(body, Convening.Kind.REGULAR).with(course)
			.withAgenda(List.of(first, item(PROPOSED, Purpose.DELIBERATE, false)))
			.withAttendants(List.of(new Attendant(GUEST, Attendant.As.DEPUTY, "", "某代表", new UUID(8, 6), BEFORE, null)))
			.in(state, BEFORE, 5);
	}

	/**
	 * What is sent with each step where nothing is wrong with it.
	 */
	static Record input(String step) {
		return switch (step) {
			case "fix-date" -> new MeetingAction.MeetingDate(FROM, FROM.plusDays(1), "会议厅", BEFORE);
			case "propose-item" -> proposal(Purpose.SECOND_READING);
			case "remove-item" -> new MeetingAction.AgendaPick(PROPOSED);
			case "send-papers" -> new MeetingAction.AgendaPapers(ADOPTED, List.of(), null);
			case "withhold-item" -> new MeetingAction.AgendaMark(ADOPTED, "主任会议决定");
			case "disclose-item" -> new MeetingAction.AgendaPick(ADOPTED);
			case "notify" ->
				new MeetingAction.MeetingNotice(List.of(), new MeetingAction.NoticeKnown(List.of(), HEADS));
			case "allow-remote" -> new MeetingAction.RemoteAttendance("主任会议决定");
			case "invite" -> new MeetingAction.AttendantsInvited(
					List.of(new MeetingAction.Invited(Attendant.As.CITIZEN, null, "某市民", null)));
			case "check-in" -> new MeetingAction.SigningIn(0);
			case "postpone" -> new MeetingAction.MeetingPostponed(FROM.plusDays(7), FROM.plusDays(8), "另有安排");
			case "cancel" -> new MeetingAction.MeetingCancelled("不再需要");
			case "hold-preparatory" ->
				new MeetingAction.PreparatoryMeeting(List.of(new UUID(9, 1)), new UUID(9, 1), new Counted(563, 400));
			case "open" -> new MeetingAction.QuorumFound(null, null, new Counted(51, 26));
			case "record-no-quorum" -> new MeetingAction.QuorumFound(null, null, new Counted(51, 25));
			case "adopt-agenda" -> new MeetingAction.AgendaAdopted(null);
			case "call-roll" -> new MeetingAction.RollCall();
			case "record-sitting" ->
				new MeetingAction.SittingHeld(Sitting.Form.GROUP, "第一组", "某副主任", List.of(ADOPTED), "审议意见");
			case "record-attendants" ->
				new MeetingAction.AttendantsRecorded(List.of(new MeetingAction.Came(GUEST, true, null)));
			case "conclude-item" -> new MeetingAction.ItemConcluded(ADOPTED, Result.REPORT_HEARD, null, null, null);
			case "not-put-to-vote" -> new MeetingAction.NotPutToVote(ADOPTED, "仍有较大分歧", "交法制委员会进一步审议");
			case "withdraw-item" -> new MeetingAction.AgendaMark(ADOPTED, "提案人要求撤回");
			case "settle" -> new MeetingAction.BallotSettled(ADOPTED, new UUID(9, 9), true, Text.of("通过", "passed"));
			case "close" -> new MeetingAction.MeetingClosed(null, false);
			case "publish" -> new MeetingAction.MeetingPublished("会议纪要", List.of(), 0);
			case "next-dated", "next-undated" -> new MeetingAction.MeetingFollowed();
			case "recount" -> new MeetingAction.MeetingPreceded(BEFORE);
			default -> throw new IllegalArgumentException(step);
		};
	}

	static MeetingAction.AgendaProposal proposal(Purpose purpose) {
		return new MeetingAction.AgendaProposal("bill", BILL, purpose, null, null, null, new TabledCase("bill", BILL,
				"FA-2026-0001", "某条例（草案）", "/api/v1/legislation/bills/" + BILL, Set.of(Purpose.SECOND_READING)));
	}

	static Moment<Party> moment(Party party, LocalDate on) {
		return new Moment<>(new Caller("someone", "某人", Set.of(), Set.of(), ""), EnumSet.of(party), on,
				RuleBook.statutory(on));
	}

}
