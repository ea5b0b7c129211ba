package renda.legislation.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.Trial;
import renda.legislation.plan.LegislativePlan.PlanItem;
import renda.legislation.plan.PlanAction.DecideChange;
import renda.legislation.plan.PlanAction.DecidePlan;
import renda.legislation.plan.PlanAction.EditPlan;
import renda.legislation.plan.PlanAction.GiveOpinion;
import renda.legislation.plan.PlanAction.ItemNamed;
import renda.legislation.plan.PlanAction.RecordItems;
import renda.legislation.plan.PlanAction.ReportPlan;
import renda.legislation.plan.PlanAction.RequestChange;
import renda.legislation.project.ItemClass;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.StatuteTable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step of plans against the statute's table: O the office, C the chairpersons'
 * meeting, R the organ that asks for a change.
 */
class PlanWorkflowTest {

	private static final LocalDate BEGUN = LocalDate.of(2024, 1, 10);

	private static final LocalDate TODAY = LocalDate.of(2024, 6, 3);

	private static final UUID ID = new UUID(4, 1);

	private static final PlanItem ITEM = new PlanItem(ID, "XM-2024-0001", "租房条例", ItemClass.RESEARCH, "");

	private static final StatuteTable<LegislativePlan.State, LegislativePlan.Party> TABLE = StatuteTable
		.of(PlanWorkflow.DECLARED, "/plan/steps.csv", Map.of('O', LegislativePlan.Party.OFFICE, 'C',
				LegislativePlan.Party.COUNCIL, 'R', LegislativePlan.Party.REQUESTER));

	private final Trial<LegislativePlan, LegislativePlan.State, LegislativePlan.Party> plans = new Trial<>(
			PlanWorkflow.DECLARED, (party) -> caller(), TODAY);

	private static Caller caller() {
		return new Caller("somebody", "某人", Set.of(Role.LEGISLATIVE_OFFICE), Set.of(), "");
	}

	private static LegislativePlan plan(LegislativePlan.State state) {
		LegislativePlan.Change asked = new LegislativePlan.Change(1, BEGUN, "市住房局", "报告", List.of(ITEM), List.of(),
				"同意", BEGUN, "", null, null);
		return LegislativePlan
			.draft(ID, "LG-2024-0001", BEGUN,
					new LegislativePlan.Scope(LegislativePlan.Kind.ANNUAL, 16, 2025, "2025年度立法计划", BEGUN))
			.with(List.of(ITEM))
			.with(LegislativePlan.Course.NONE.submitted(BEGUN))
			.asking(asked)
			.in(state, BEGUN, 3);
	}

	private static RequestChange request(String report, List<UUID> removed, List<PlanItem> known) {
		return new RequestChange("市住房局", report,
				known.stream().map((item) -> new ItemNamed(item.project(), item.itemClass(), "")).toList(), removed,
				known);
	}

	private static Record planInput(String step) {
		return switch (step) {
			case "close-proposals" -> new PlanAction.CloseProposals();
			case "edit" -> new EditPlan(List.of(), List.of(ITEM));
			case "submit" -> new PlanAction.SubmitPlan();
			case "decide" -> new DecidePlan("第1号");
			case "report" -> new ReportPlan("〔2024〕1号");
			case "publish" -> new PlanAction.PublishPlan();
			case "request-change" -> request("报告", List.of(ID), List.of());
			case "give-opinion" -> new GiveOpinion(1, "同意");
			case "decide-change" -> new DecideChange(1, true, "第2号");
			default -> new RecordItems(List.of(ITEM));
		};
	}

	@TestFactory
	List<DynamicTest> plansMoveOnlyAsTheTableSays() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		return TABLE
			.tests((state, step, party) -> this.plans.decide(plan(state), step, planInput(step), party, "").state());
	}

	@Test
	void leg10Leg12ThePlanIsDueOnThe30thOfNovemberBeforeItsYear() {
		assertThat(PlanWorkflow.annualDue(plan(LegislativePlan.State.DRAFT), RuleBook.statutory(TODAY)))
			.isEqualTo(LocalDate.of(2024, 11, 30));
		LegislativePlan empty = plan(LegislativePlan.State.DRAFT).with(List.of());
		assertThat(this.plans.refusedBy(empty, "submit", new PlanAction.SubmitPlan(), LegislativePlan.Party.OFFICE))
			.isEqualTo("LEG-10");
		assertThat(this.plans.refusedBy(empty.with(LegislativePlan.Course.NONE), "decide", new DecidePlan("第1号"),
				LegislativePlan.Party.COUNCIL))
			.isEqualTo("LEG-10");
		assertThat(this.plans.refusedBy(empty, "edit", new EditPlan(List.of(), List.of(ITEM, ITEM)),
				LegislativePlan.Party.OFFICE))
			.isEqualTo("LEG-10");
		assertThat(PlanWorkflow.DECLARED.step("publish").rules()).contains("LEG-12");
	}

	@Test
	void leg11AChangeNeedsReportSubstanceOpinionAndDecision() {
		LegislativePlan decided = plan(LegislativePlan.State.DECIDED);
		LegislativePlan.Party organ = LegislativePlan.Party.REQUESTER;
		assertThat(this.plans.refusedBy(decided, "request-change", request(" ", List.of(ID), List.of()), organ))
			.isEqualTo("LEG-11");
		assertThat(this.plans.refusedBy(decided, "request-change", request("报告", List.of(), List.of()), organ))
			.isEqualTo("LEG-11");
		assertThat(this.plans.refusedBy(decided, "request-change", request("报告", List.of(new UUID(9, 9)), List.of()),
				organ))
			.as("not in the plan")
			.isEqualTo("LEG-11");
		LegislativePlan asked = this.plans.decide(decided, "request-change", request("报告", List.of(ID), List.of()),
				organ, "");
		assertThat(this.plans.refusedBy(asked, "decide-change", new DecideChange(2, true, "第2号"),
				LegislativePlan.Party.COUNCIL))
			.as("no opinion yet")
			.isEqualTo("LEG-11");
		LegislativePlan opined = this.plans.decide(asked, "give-opinion", new GiveOpinion(2, "不同意"),
				LegislativePlan.Party.OFFICE, "");
		LegislativePlan refused = this.plans.decide(opined, "decide-change", new DecideChange(2, false, "第2号"),
				LegislativePlan.Party.COUNCIL, "");
		assertThat(refused.items()).containsExactly(ITEM);
		assertThat(refused.editions()).isEmpty();
		LegislativePlan taken = this.plans.decide(opined, "decide-change", new DecideChange(2, true, "第2号"),
				LegislativePlan.Party.COUNCIL, "");
		assertThat(taken.items()).isEmpty();
		assertThat(taken.editions()).singleElement()
			.satisfies((edition) -> assertThat(edition.items()).containsExactly(ITEM));
		assertThat(this.plans.refusedBy(taken, "give-opinion", new GiveOpinion(2, "再议"), LegislativePlan.Party.OFFICE))
			.isEqualTo("LEG-11");
	}

}
