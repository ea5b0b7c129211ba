package renda.legislation.passage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import renda.legislation.agenda.Purpose;
import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillCourse.BillListing;
import renda.legislation.bill.BillCourse.BillReading;
import renda.legislation.bill.BillCourse.ReadingType;
import renda.legislation.bill.BillKnown;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.legislation.bill.Bill.Party.COUNCIL;
import static renda.legislation.bill.Bill.Party.OFFICE;
import static renda.legislation.bill.Bill.State.LISTED;
import static renda.legislation.bill.Bill.State.READING_1;
import static renda.legislation.bill.Bill.State.READING_2;
import static renda.legislation.bill.Bill.State.READING_3;
import static renda.legislation.bill.Bill.State.UNIFIED_REVIEW;

/**
 * The readings at meetings of the standing committee (审议).
 */
final class ReadingSteps {

	private ReadingSteps() {
	}

	static void declare(Workflow.Builder<Bill, State, Party> workflow) {
		reading(workflow.step("read-first", BillAction.BillReadingHeld.class, Text.of("第一次审议", "First reading"))
			.from(LISTED)
			.to(READING_1)
			.rules("LEG-23", "LEG-29", "LEG-74", "LEG-75")
			.starts(Clocks.LEGAL_REPORT,
					(c, in, m) -> Clocks.since(m.rules(), "legis.legalReportMonths", Clocks.legalCommittee()))
			.startsUntil(Clocks.PROVINCE,
					(c, in, m) -> Clocks.since(m.rules(), "legis.legalReportMonths", Clocks.office()),
					(c, in, m) -> Clocks.after(m.on(), m.rules().limit("legis.consultDays")))
			.guard("LEG-46",
					Text.of("已经审议过的法规案恢复审议，不再从一审开始。", "A bill that was read before is resumed, not begun again."),
					(c, in, m) -> c.course().readings().isEmpty(),
					(c, in, m) -> Map.of("readings", c.course().readings().size())),
				"LEG-29", Purpose.FIRST_READING)
			.event("bill.read-first")
			.end();
		reviewed(reading(
				workflow.step("read-second", BillAction.BillReadingHeld.class, Text.of("第二次审议", "Second reading"))
					.from(UNIFIED_REVIEW)
					.to(READING_2)
					.rules("LEG-23", "LEG-26", "LEG-30")
					.guard("LEG-26", Text.of("第二次审议须在第一次审议之后。", "The second reading follows the first."),
							(c, in, m) -> c.course().held() == 1, (c, in, m) -> Map.of("readings", c.course().held())),
				"LEG-30", Purpose.SECOND_READING))
			.event("bill.read-second")
			.end();
		workflow
			.step("another-review", BillAction.BillDeciding.class,
					Text.of("决定再次统一审议、进行第三次审议", "Decide on another review and a third reading"))
			.from(READING_2)
			.to(UNIFIED_REVIEW)
			.by(COUNCIL)
			.rules("LEG-27")
			.guard("LEG-27",
					Text.of("三审须因事项重大或者问题较多（reason）。",
							"A third reading is for major matters or many problems (reason)."),
					(c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of("reason", ""))
			.apply((c, in,
					m) -> c.with(c.course()
						.with(new BillListing(listedOn(c, m.on()), ReadingType.THREE, Given.orEmpty(in.reason())))
						.with(ListingSteps.decision("another-review", in, m.on()))))
			.backdated()
			.event("bill.third-reading-decided")
			.end();
		reviewed(reading(
				workflow.step("read-third", BillAction.BillReadingHeld.class, Text.of("第三次审议", "Third reading"))
					.from(UNIFIED_REVIEW)
					.to(READING_3)
					.rules("LEG-23", "LEG-27")
					.guard("LEG-27",
							Text.of("第三次审议须在第二次审议之后，并已决定三审。",
									"The third reading follows the second, where three were decided."),
							(c, in, m) -> c.course().held() == 2 && Conditions.required(c, m) > 2,
							(c, in, m) -> Map.of("readings", c.course().held(), "required", Conditions.required(c, m))),
				"LEG-27", Purpose.THIRD_READING))
			.event("bill.read-third")
			.end();
	}

	private static LocalDate listedOn(Bill bill, LocalDate otherwise) {
		return (bill.course().listing() != null) ? bill.course().listing().on() : otherwise;
	}

	/**
	 * What every reading needs.
	 */
	private static StepBuilder<Bill, State, Party, BillAction.BillReadingHeld> reading(
			StepBuilder<Bill, State, Party, BillAction.BillReadingHeld> step, String rule, Purpose purpose) {
		return step.by(OFFICE)
			.guard(rule, Text.of("须由常务委员会会议在已通过的议程中审议：会议须已开会（出席过半数），该项须已列入议程。",
					"It is read by a meeting of the committee that is open, with its quorum, as an item of the agenda it adopted."),
					(c, in, m) -> Conditions.item(c, in.known(), purpose, Body.STANDING_COMMITTEE, m.on()).isPresent(),
					(c, in, m) -> Conditions.sitting(c, in.known(), purpose))
			.guard(rule, Text.of("全体会议须听取说明或者审议报告（presentedBy）。", "The plenary hears the presentation (presentedBy)."),
					(c, in, m) -> !Given.isBlank(in.presentedBy()), (c, in, m) -> Map.of("presentedBy", ""))
			.guard("LEG-23", Text.of("法规草案未在会前规定时间内送达组成人员；特殊情况须写明（papersLate）。",
					"The draft did not reach the members in time; name the special circumstances (papersLate)."),
					(c, in, m) -> Conditions.papersInTime(c, in, purpose, m.rules().limit("legis.memberDraftDays")),
					(c, in, m) -> Conditions.papers(c, in, purpose, m.rules().limit("legis.memberDraftDays")))
			.apply((c, in, m) -> c.with(c.course().with(held(c, in, purpose, m.on()))))
			.awaited()
			.backdated();
	}

	private static BillReading held(Bill bill, BillAction.BillReadingHeld in, Purpose purpose, LocalDate on) {
		Sitting sitting = BillKnown.of(in.known()).sitting();
		return new BillReading(bill.course().readings().size() + 1, on, in.meeting(),
				(sitting != null) ? sitting.name() : "", Given.orEmpty(in.presentedBy()),
				Conditions.papersSentOn(bill, in, purpose).orElse(null), Given.orEmpty(in.papersLate()),
				Given.orEmpty(in.opinions()));
	}

	private static StepBuilder<Bill, State, Party, BillAction.BillReadingHeld> reviewed(
			StepBuilder<Bill, State, Party, BillAction.BillReadingHeld> step) {
		return step.guard("LEG-31",
				Text.of("法制委员会尚未提出本次统一审议的报告。", "The Legislative Committee has not reported on this review yet."),
				(c, in, m) -> c.course().pendingReview().isPresent(), (c, in, m) -> reviews(c));
	}

	static Map<String, Object> reviews(Bill bill) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("readings", bill.course().readings().size());
		facts.put("reports", bill.course().reviews().size());
		return facts;
	}

}
