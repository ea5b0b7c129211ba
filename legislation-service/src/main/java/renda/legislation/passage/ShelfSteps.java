package renda.legislation.passage;

import java.util.Map;

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
import renda.platform.workflow.Workflow;

import static renda.legislation.bill.Bill.Party.COUNCIL;
import static renda.legislation.bill.Bill.Party.LEGAL_COMMITTEE;
import static renda.legislation.bill.Bill.Party.OFFICE;
import static renda.legislation.bill.Bill.State.CLAUSE_VOTE;
import static renda.legislation.bill.Bill.State.DEFERRED;
import static renda.legislation.bill.Bill.State.LISTED;
import static renda.legislation.bill.Bill.State.READING_1;
import static renda.legislation.bill.Bill.State.READING_2;
import static renda.legislation.bill.Bill.State.READING_3;
import static renda.legislation.bill.Bill.State.SHELVED;
import static renda.legislation.bill.Bill.State.TERMINATED;
import static renda.legislation.bill.Bill.State.UNIFIED_REVIEW;

/**
 * What is not put to the vote for now: deferred or shelved, for two years at most unless
 * the chairpersons' meeting gives more (暂不付表决、搁置审议).
 */
final class ShelfSteps {

	private ShelfSteps() {
	}

	static void declare(Workflow.Builder<Bill, State, Party> workflow) {
		setAside(workflow);
		workflow.step("relist", BillAction.BillDeciding.class, Text.of("重新列入议程", "List it again"))
			.from(SHELVED, DEFERRED)
			.to(LISTED)
			.by(COUNCIL)
			.rules("LEG-47")
			.apply((c, in, m) -> c.with(c.course().with(ListingSteps.decision("relist", in, m.on()))))
			.ends(Clocks.SHELF)
			.awaited()
			.backdated()
			.event("bill.listed-again")
			.end();
		workflow
			.step("extend-shelf", BillAction.BillDeciding.class, Text.of("决定延期审议", "Extend the time for its review"))
			.from(SHELVED, DEFERRED)
			.by(COUNCIL)
			.rules("LEG-48")
			.guard("LEG-47",
					Text.of("当时的规定只能终止审议，不能延期。", "The rules of that day end the review; they do not extend it."),
					(c, in, m) -> m.rules().value("legis.shelfYears").rule().equals("LEG-48"),
					(c, in, m) -> Map.of("rule", m.rules().value("legis.shelfYears").rule()))
			.guard("LEG-48", Text.of("延期须说明必要性（reason）。", "Say why it is necessary (reason)."),
					(c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of("reason", ""))
			.apply((c, in, m) -> c.with(c.course().with(ListingSteps.decision("extend-shelf", in, m.on()))))
			.prolongs(Clocks.SHELF, (c, in, m) -> Clocks.council())
			.event("bill.shelf-extended")
			.end();
		workflow.step("terminate", BillAction.BillDeciding.class, Text.of("终止审议", "End the review"))
			.from(SHELVED, DEFERRED)
			.to(TERMINATED)
			.by(COUNCIL)
			.rules("LEG-47", "LEG-48")
			.guard("LEG-47", Text.of("搁置或者暂不付表决未满规定期限。", "It has not been set aside for the whole term."),
					(c, in, m) -> !m.on().isBefore(Conditions.shelvedUntil(c, m)),
					(c, in, m) -> Map.of("since", c.stateSince(), "until", Conditions.shelvedUntil(c, m)))
			.guard("LEG-47", Text.of("终止审议须向常务委员会报告（reportedOn）。", "It is reported to the committee (reportedOn)."),
					(c, in, m) -> in.reportedOn() != null, (c, in, m) -> Map.of("reported", false))
			.apply((c, in, m) -> c.with(c.course().with(ListingSteps.decision("terminate", in, m.on()))))
			.cancels(Clocks.SHELF)
			.cancels(Clocks.PROVINCE)
			.event("bill.terminated")
			.end();
		workflow.step("resume", BillAction.BillDeciding.class, Text.of("恢复审议", "Go on with its review"))
			.from(LISTED)
			.toOneOf((c, in, m) -> (c.course().consultation() != null) ? UNIFIED_REVIEW : READING_1, READING_1,
					UNIFIED_REVIEW)
			.by(LEGAL_COMMITTEE, OFFICE)
			.rules("LEG-46", "LEG-47")
			.guard("LEG-46", Text.of("尚未审议过，从一审开始。", "It was never read; it begins with its first reading."),
					(c, in, m) -> !c.course().readings().isEmpty(), (c, in, m) -> Map.of("readings", 0))
			.apply((c, in, m) -> c.with(c.course().with(ListingSteps.decision("resume", in, m.on()))))
			.backdated()
			.event("bill.resumed")
			.end();
	}

	private static void setAside(Workflow.Builder<Bill, State, Party> workflow) {
		workflow.step("defer", BillAction.BillPlenaryDecision.class, Text.of("暂不付表决", "Defer the vote"))
			.from(READING_3, CLAUSE_VOTE)
			.to(DEFERRED)
			.by(COUNCIL)
			.rules("LEG-44", "LEG-46", "LEG-47")
			.guard("LEG-46",
					Text.of("仍有重大问题须说明（reason），并由会议（meeting）的全体会议同意。",
							"Name the major issues left (reason) and the open meeting whose plenary agreed (meeting)."),
					(c, in, m) -> c.state() != READING_3 || (!Given.isBlank(in.reason())
							&& Conditions.isMeeting(in.known(), Body.STANDING_COMMITTEE, m.on())),
					(c, in, m) -> Map.of("reasonGiven", !Given.isBlank(in.reason()), "meeting",
							Conditions.isMeeting(in.known(), Body.STANDING_COMMITTEE, m.on())))
			.guard("LEG-44", Text.of("单独表决尚未进行。", "The separate vote has not been taken."),
					(c, in, m) -> c.state() != CLAUSE_VOTE || VoteSteps.isClauseDecided(c),
					(c, in, m) -> VoteSteps.clause(c))
			.apply((c, in, m) -> c.with(
					c.course().with(new BillDecision("defer", m.on(), Given.orEmpty(in.reason()), meeting(in), null))))
			.starts(Clocks.SHELF, (c, in, m) -> Clocks.council())
			.event("bill.deferred")
			.end();
		workflow.step("shelve", BillAction.BillDeciding.class, Text.of("搁置审议", "Shelve it"))
			.from(READING_1, READING_2, READING_3)
			.to(SHELVED)
			.by(COUNCIL)
			.rules("LEG-47")
			.guard("LEG-47",
					Text.of("须说明必要性、可行性等方面的较大意见分歧（reason）。",
							"Name the great disagreement on need or feasibility (reason)."),
					(c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of("reason", ""))
			.apply((c, in, m) -> c.with(c.course().with(ListingSteps.decision("shelve", in, m.on()))))
			.starts(Clocks.SHELF, (c, in, m) -> Clocks.council())
			.cancels(Clocks.LEGAL_REPORT)
			.cancels(Clocks.PROVINCE)
			.backdated()
			.event("bill.shelved")
			.end();
	}

	static String meeting(BillAction.BillPlenaryDecision in) {
		Sitting sitting = BillKnown.of(in.known()).sitting();
		return Given.isBlank(in.document()) ? ((sitting != null) ? sitting.name() : "") : Given.orEmpty(in.document());
	}

}
