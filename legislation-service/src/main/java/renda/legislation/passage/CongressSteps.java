package renda.legislation.passage;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import renda.legislation.agenda.Purpose;
import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillCourse.BillDecision;
import renda.legislation.bill.BillKnown;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Workflow;

import static renda.legislation.bill.Bill.Party.OFFICE;
import static renda.legislation.bill.Bill.State.PC_REVIEW;
import static renda.legislation.bill.Bill.State.READING_1;
import static renda.legislation.bill.Bill.State.READING_2;
import static renda.legislation.bill.Bill.State.READING_3;
import static renda.legislation.bill.Bill.State.SUBMITTED;
import static renda.legislation.bill.Bill.State.TO_PC;
import static renda.legislation.bill.Bill.State.UNIFIED_REVIEW;

/**
 * What the congress itself deals with (提请代表大会审议).
 */
final class CongressSteps {

	private static final String DRAFT_TIME = "legis.deputyDraftDays";

	private CongressSteps() {
	}

	static void declare(Workflow.Builder<Bill, State, Party> workflow) {
		workflow
			.step("to-congress", BillAction.BillPlenaryDecision.class, Text.of("提请代表大会审议", "Send it to the congress"))
			.from(SUBMITTED, READING_1, READING_2, READING_3)
			.to(TO_PC)
			.by(OFFICE)
			.rules("LEG-04", "LEG-16", "LEG-17")
			.guard("LEG-16", Text.of("该法规案是向常务委员会提出的。", "The bill was proposed to the standing committee."),
					(c, in, m) -> c.state() != SUBMITTED || c.proposal().body() == Body.CONGRESS,
					(c, in, m) -> Map.of("body", c.proposal().body()))
			.guard("LEG-17", Text.of("须由常务委员会会议（meeting）决定提请，并说明理由（reason）；特别重大事项不须另附理由。",
					"A meeting of the committee resolves on it (meeting), for a reason (reason) unless it is especially major."),
					(c, in, m) -> c.state() == SUBMITTED
							|| (Conditions.isMeeting(in.known(), Body.STANDING_COMMITTEE, m.on())
									&& (c.proposal().major() || !Given.isBlank(in.reason()))),
					(c, in, m) -> Map.of("major", c.proposal().major(), "meeting",
							Conditions.isMeeting(in.known(), Body.STANDING_COMMITTEE, m.on())))
			.apply((c, in, m) -> c.with(c.proposal().decidedBy(Body.CONGRESS))
				.with(c.course().with(decision("to-congress", in, m))))
			.cancels(Clocks.LEGAL_REPORT)
			.cancels(Clocks.PROVINCE)
			.backdated()
			.event("bill.sent-to-congress")
			.end();
		workflow
			.step("table-at-congress", BillAction.BillReadingHeld.class,
					Text.of("代表大会会议审议", "Table it at the congress"))
			.from(TO_PC)
			.to(PC_REVIEW)
			.by(OFFICE)
			.rules("LEG-16", "LEG-24", "LEG-25", "LEG-43")
			.guard("LEG-16",
					Text.of("须由主席团列入已开会的代表大会会议的议程。", "The presidium puts it on the agenda of a congress that is open."),
					(c, in, m) -> Conditions.item(c, in.known(), Purpose.DELIBERATE, Body.CONGRESS, m.on()).isPresent(),
					(c, in, m) -> Conditions.sitting(c, in.known(), Purpose.DELIBERATE))
			.guard("LEG-24", Text.of("法规草案未在会前规定时间内发给代表；特殊情况须写明（papersLate）。",
					"The draft did not reach the deputies in time; name the special circumstances (papersLate)."),
					(c, in, m) -> isByNationalRule(m) || inTime(c, in, m), (c, in, m) -> papers(c, in, m))
			.guard("LEG-25", Text.of("法规草案未在会议举行前规定时间发给代表；特殊情况须写明（papersLate）。",
					"The draft did not reach the deputies in time; name the special circumstances (papersLate)."),
					(c, in, m) -> !isByNationalRule(m) || inTime(c, in, m), (c, in, m) -> papers(c, in, m))
			.apply((c, in,
					m) -> c.with(c.course()
						.with(new BillDecision("table-at-congress", m.on(), Given.orEmpty(in.papersLate()),
								name(in.known()), null))))
			.awaited()
			.backdated()
			.event("bill.tabled-at-congress")
			.end();
		workflow
			.step("authorise", BillAction.BillPlenaryDecision.class,
					Text.of("授权常务委员会进一步审议", "Authorise the standing committee to go on"))
			.from(PC_REVIEW)
			.to(UNIFIED_REVIEW)
			.by(OFFICE)
			.rules("LEG-49")
			.guard("LEG-49",
					Text.of("须由代表大会全体会议决定（meeting），并说明审议中的重大问题（reason）。",
							"The plenary of the congress decides on it (meeting), for the major issues left (reason)."),
					(c, in, m) -> Conditions.isMeeting(in.known(), Body.CONGRESS, m.on())
							&& !Given.isBlank(in.reason()),
					(c, in, m) -> Map.of("meeting", Conditions.isMeeting(in.known(), Body.CONGRESS, m.on()),
							"reasonGiven", !Given.isBlank(in.reason())))
			.apply((c, in, m) -> c.with(c.proposal().decidedBy(Body.STANDING_COMMITTEE))
				.with(c.course().with(decision("authorise", in, m))))
			.starts(Clocks.CONGRESS_REPORT, (c, in, m) -> Clocks.office())
			.backdated()
			.event("bill.committee-authorised")
			.end();
		workflow
			.step("report-to-congress", BillAction.BillPlenaryDecision.class,
					Text.of("向代表大会报告授权审议情况", "Report to the congress what came of it"))
			.from(UNIFIED_REVIEW, READING_2, READING_3, State.VOTE_DRAFT, State.PASSED, State.REJECTED,
					State.APPROVAL_PENDING, State.APPROVED, State.PROMULGATED)
			.by(OFFICE)
			.rules("LEG-49")
			.guard("LEG-49",
					Text.of("代表大会没有授权常务委员会审议，或者已经报告。",
							"The congress has not authorised the committee, or was told already."),
					(c, in, m) -> c.course().decision("authorise").isPresent()
							&& c.course().decision("report-to-congress").isEmpty(),
					(c, in, m) -> Map.of("authorised", c.course().decision("authorise").isPresent(), "reported",
							c.course().decision("report-to-congress").isPresent()))
			.guard("LEG-49",
					Text.of("须向已开会的代表大会会议报告（meeting）。", "It is reported to a congress that is open (meeting)."),
					(c, in, m) -> Conditions.isMeeting(in.known(), Body.CONGRESS, m.on()),
					(c, in, m) -> Map.of("meeting", Conditions.isMeeting(in.known(), Body.CONGRESS, m.on())))
			.apply((c, in, m) -> c.with(c.course().with(decision("report-to-congress", in, m))))
			.ends(Clocks.CONGRESS_REPORT)
			.backdated()
			.event("bill.reported-to-congress")
			.end();
	}

	private static BillDecision decision(String step, BillAction.BillPlenaryDecision in, Moment<Party> moment) {
		return new BillDecision(step, moment.on(), Given.orEmpty(in.reason()), ShelfSteps.meeting(in), null);
	}

	private static String name(@Nullable BillKnown known) {
		Sitting sitting = BillKnown.of(known).sitting();
		return (sitting != null) ? sitting.name() : "";
	}

	private static boolean isByNationalRule(Moment<Party> moment) {
		return moment.rules().value(DRAFT_TIME).rule().equals("LEG-25");
	}

	private static boolean inTime(Bill bill, BillAction.BillReadingHeld in, Moment<Party> moment) {
		return Conditions.papersInTime(bill, in, Purpose.DELIBERATE, moment.rules().limit(DRAFT_TIME));
	}

	private static Map<String, Object> papers(Bill bill, BillAction.BillReadingHeld in, Moment<Party> moment) {
		return Conditions.papers(bill, in, Purpose.DELIBERATE, moment.rules().limit(DRAFT_TIME));
	}

}
