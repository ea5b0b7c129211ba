package renda.legislation.passage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillKnown;
import renda.legislation.bill.BillPapers;
import renda.legislation.bill.BillProposal.BillTarget;
import renda.legislation.bill.BillProposal.BillTeam;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.competence.Making;
import renda.legislation.member.Body;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.bill.Bill.Party.COUNCIL;
import static renda.legislation.bill.Bill.Party.OFFICE;
import static renda.legislation.bill.Bill.Party.PROPOSER;
import static renda.legislation.bill.Bill.State.DRAFTING;
import static renda.legislation.bill.Bill.State.PRELIMINARY;
import static renda.legislation.bill.Bill.State.RETURNED;
import static renda.legislation.bill.Bill.State.SUBMITTED;
import static renda.legislation.bill.Bill.State.WITHDRAWN;

/**
 * The course of a bill (郑州市地方立法条例 第二十一条至第五十七条，立法法 第二章，第八十一条至第九十条). It reads like the
 * statute's table; proposing is here, the other parts are beside it.
 */
public final class BillWorkflow {

	public static final Workflow<Bill, State, Party> DECLARED = declared();

	private BillWorkflow() {
	}

	private static Workflow<Bill, State, Party> declared() {
		Workflow.Builder<Bill, State, Party> workflow = Workflow.of("bill", Bill.class, State.class, Party.class,
				Text.of("地方性法规案", "Bill"));
		drafting(workflow);
		submitting(workflow);
		ListingSteps.declare(workflow);
		ReadingSteps.declare(workflow);
		ReviewSteps.declare(workflow);
		VoteSteps.declare(workflow);
		ShelfSteps.declare(workflow);
		CongressSteps.declare(workflow);
		ApprovalSteps.declare(workflow);
		return workflow.build();
	}

	private static void drafting(Workflow.Builder<Bill, State, Party> workflow) {
		workflow.opening("draft", BillAction.BillDrafting.class, Text.of("起草", "Begin drafting"))
			.to(DRAFTING)
			.by(PROPOSER)
			.rules("LEG-01", "LEG-02", "LEG-03", "LEG-05", "LEG-11", "LEG-13", "LEG-14", "LEG-15", "LEG-16", "LEG-50")
			.guard("LEG-01",
					Text.of("新制定的法规须属于城乡建设与管理、生态文明建设、历史文化保护、基层治理。",
							"A new regulation lies in one of the four domains of the city."),
					(c, in, m) -> c.proposal().domain().isLawful(m.rules()) || c.proposal().act() != Making.ENACT,
					(c, in, m) -> Map.of("domain", c.proposal().domain(), "act", c.proposal().act()))
			.guard("LEG-02",
					Text.of("四个方面以外的事项，只能修改或者废止本市原有的法规。",
							"Outside the four domains only the city's existing regulations are changed or ended."),
					(c, in, m) -> c.proposal().domain().isLawful(m.rules()) || ownTargets(c),
					(c, in, m) -> Map.of("domain", c.proposal().domain(), "targets", targets(c)))
			.guard("LEG-03",
					Text.of("只能制定法律的事项，地方性法规不得规定。", "Matters reserved to national law are not regulated by a city."),
					(c, in, m) -> c.proposal().reserved().isEmpty(),
					(c, in, m) -> Map.of("reserved", c.proposal().reserved()))
			.guard("LEG-05", Text.of("常委会对代表大会制定的法规只能部分修改、补充，且不得同其基本原则相抵触（keepsPrinciples）。",
					"The committee changes what the congress made only in part and within its principles (keepsPrinciples)."),
					(c, in, m) -> c.proposal().body() == Body.CONGRESS || c.proposal()
						.targets()
						.stream()
						.filter(BillTarget::madeByCongress)
						.allMatch((target) -> target.change() == Making.AMEND && c.proposal().keepsPrinciples()),
					(c, in, m) -> Map.of("targets", targets(c), "keepsPrinciples", c.proposal().keepsPrinciples()))
			.guard("LEG-11", Text.of("项目未列入年度立法计划：先按程序调整计划，或者写明理由（withoutProject）。",
					"The project is not in the annual plan: change the plan first, or say why not (withoutProject)."),
					(c, in, m) -> inPlan(c) || !c.proposal().withoutProject().isBlank(),
					(c, in, m) -> Map.of("project",
							(c.proposal().project() != null) ? c.proposal().project().code() : "", "inAnnualPlan",
							inPlan(c)))
			.guard("LEG-16", Text.of("提案人不能向该机关提出。", "This proposer does not propose to that body."),
					(c, in, m) -> c.proposal().proposer().kind().mayProposeTo(c.proposal().body()),
					(c, in, m) -> Map.of("proposer", c.proposal().proposer().kind(), "body", c.proposal().body()))
			.guard("LEG-50",
					Text.of("代表大会未通过的法规案，须再提请代表大会审议决定。", "What failed in the congress goes back to the congress."),
					(c, in, m) -> c.proposal().previous() == null
							|| c.proposal().previous().body() == c.proposal().body()
							|| c.proposal().body() == Body.CONGRESS,
					(c, in, m) -> Map.of("previous",
							(c.proposal().previous() != null) ? c.proposal().previous().code() : "", "body",
							c.proposal().body()))
			.apply((c, in, m) -> c)
			.event("bill.drafted")
			.end();
		workflow
			.step("set-team", BillAction.BillTeaming.class, Text.of("确定双组长和专班", "Name the leaders and the task force"))
			.from(DRAFTING, SUBMITTED, PRELIMINARY, RETURNED, State.LISTED, State.READING_1, State.CONSULTATION,
					State.UNIFIED_REVIEW, State.READING_2, State.READING_3, State.VOTE_DRAFT, State.DEFERRED,
					State.SHELVED, State.TO_PC)
			.by(COUNCIL, OFFICE)
			.apply((c, in,
					m) -> c.with(c.proposal()
						.with(new BillTeam(in.partyLeader().strip(), in.governmentLeader().strip(), in.taskForce(),
								m.on()))))
			.event("bill.team-set")
			.end();
	}

	private static boolean inPlan(Bill bill) {
		return bill.proposal().project() != null && bill.proposal().project().inPlan();
	}

	private static boolean ownTargets(Bill bill) {
		List<BillTarget> targets = bill.proposal().targets();
		return !targets.isEmpty() && targets.stream().allMatch(BillTarget::city);
	}

	private static List<Map<String, Object>> targets(Bill bill) {
		return bill.proposal()
			.targets()
			.stream()
			.map((target) -> Map.<String, Object>of("title", target.title(), "change", target.change(), "city",
					target.city(), "madeByCongress", target.madeByCongress()))
			.toList();
	}

	private static void submitting(Workflow.Builder<Bill, State, Party> workflow) {
		workflow.step("submit", BillAction.BillSubmission.class, Text.of("提出法规案", "Submit"))
			.from(DRAFTING, RETURNED)
			.to(SUBMITTED)
			.by(PROPOSER)
			.rules("LEG-13", "LEG-14", "LEG-15", "LEG-16", "LEG-18", "LEG-19", "LEG-20")
			.guard("LEG-18",
					Text.of("法规案须附草案文本、说明、立法依据和必要的资料。",
							"A bill comes with its text, an explanation, its legal basis and materials."),
					(c, in, m) -> Conditions.missingPapers(in).isEmpty(),
					(c, in, m) -> Map.of("missing", Conditions.missingPapers(in)))
			.guard("LEG-18", Text.of("所附文本不是本法规案的草案，请先上传。", "A text named is no draft of this bill; enter it first."),
					(c, in, m) -> Conditions.foreign(in.draft(), in.consolidated(), in.known()).isEmpty(),
					(c, in, m) -> Map.of("drafts", Conditions.foreign(in.draft(), in.consolidated(), in.known())))
			.guard("LEG-19",
					Text.of("修改法规须附修改前后的对照：请给出修改后的全文（consolidated），对照自动生成。",
							"A change comes with a comparison: give the whole text as it would be (consolidated)."),
					(c, in, m) -> Conditions.withoutWholeText(c, in.draft(), in.consolidated(), in.known()).isEmpty(),
					(c, in, m) -> Map.of("withoutWholeText",
							Conditions.withoutWholeText(c, in.draft(), in.consolidated(), in.known())))
			.guard("LEG-20",
					Text.of("市人民政府的法规案须说明有关重大问题的协调处理情况。",
							"A bill of the government says how the powers of departments were coordinated."),
					(c, in, m) -> c.proposal().proposer().kind() != ProposerKind.GOVERNMENT
							|| !Given.isBlank(in.coordination()),
					(c, in, m) -> Map.of("proposer", c.proposal().proposer().kind(), "coordination", ""))
			.guard("LEG-15", Text.of("须由在任的常委会组成人员达到法定人数联名提出。", "Enough members in office move it together."),
					(c, in, m) -> c.proposal().proposer().kind() != ProposerKind.MEMBERS
							|| Conditions.inOffice(in.known()) >= m.rules().number("legis.jointMembers"),
					(c, in, m) -> Map.of("movers", Conditions.inOffice(in.known()), "needed",
							m.rules().number("legis.jointMembers")))
			.guard("LEG-16", Text.of("须由在任的代表达到法定人数联名提出。", "Enough deputies in office move it together."),
					(c, in, m) -> c.proposal().proposer().kind() != ProposerKind.DEPUTIES
							|| Conditions.inOffice(in.known()) >= m.rules().number("legis.jointDeputies"),
					(c, in, m) -> Map.of("movers", Conditions.inOffice(in.known()), "needed",
							m.rules().number("legis.jointDeputies")))
			.apply((c, in, m) -> submitted(c, in, m.on()))
			.awaited()
			.backdated()
			.event("bill.submitted")
			.end();
		workflow.step("withdraw", BillAction.BillDeciding.class, Text.of("撤回", "Withdraw"))
			.from(DRAFTING, SUBMITTED, PRELIMINARY, RETURNED)
			.to(WITHDRAWN)
			.by(PROPOSER)
			.rules("LEG-21")
			.apply((c, in, m) -> c.with(c.course().with(ListingSteps.decision("withdraw", in, m.on()))))
			.cancels(Clocks.FIRST_REPORT)
			.event("bill.withdrawn")
			.end();
	}

	private static Bill submitted(Bill bill, BillAction.BillSubmission in, LocalDate on) {
		BillPapers papers = new BillPapers(in.draft(), Given.orNone(in.consolidated()), Given.orEmpty(in.explanation()),
				Given.orEmpty(in.legalBasis()), Given.orNone(in.materials()), Given.orEmpty(in.coordination()), on);
		return bill.with(papers).with(bill.proposal().movedBy(BillKnown.of(in.known()).movers()));
	}

}
