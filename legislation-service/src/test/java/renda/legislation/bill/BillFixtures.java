package renda.legislation.bill;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Tabled;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillCourse.BillClause;
import renda.legislation.bill.BillCourse.BillDecision;
import renda.legislation.bill.BillCourse.BillListing;
import renda.legislation.bill.BillCourse.BillReading;
import renda.legislation.bill.BillCourse.BillReferral;
import renda.legislation.bill.BillCourse.BillReview;
import renda.legislation.bill.BillCourse.BillVote;
import renda.legislation.bill.BillCourse.BillVoteDraft;
import renda.legislation.bill.BillCourse.BillWithdrawal;
import renda.legislation.bill.BillCourse.ReadingType;
import renda.legislation.bill.BillCourse.ReviewQuestion;
import renda.legislation.bill.BillKnown.KnownConsultation;
import renda.legislation.bill.BillKnown.KnownDraft;
import renda.legislation.bill.BillProposal.BillMover;
import renda.legislation.bill.BillProposal.BillProposer;
import renda.legislation.bill.BillProposal.BillTarget;
import renda.legislation.bill.BillProposal.BillTeam;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.bill.BillResult.BillApproval;
import renda.legislation.bill.BillResult.BillPromulgation;
import renda.legislation.bill.BillResult.BillRule;
import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.vote.Tally;
import renda.platform.workflow.Moment;

/**
 * Bills, inputs and callers for tests of the declaration.
 */
public final class BillFixtures {

	public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

	public static final UUID ID = new UUID(3, 1);

	public static final UUID DRAFT = new UUID(3, 2);

	public static final UUID MEETING = new UUID(3, 3);

	public static final UUID LAW = new UUID(3, 4);

	public static final Set<ReviewQuestion> CHECKS = EnumSet.allOf(ReviewQuestion.class);

	private BillFixtures() {
	}

	public static Caller caller(Party party) {
		return switch (party) {
			case PROPOSER -> new Caller("gov", "政府", Set.of(Role.ORGAN), Set.of(), "city-government");
			case COUNCIL -> new Caller("council", "主任会议", Set.of(Role.COUNCIL), Set.of(), "");
			case COMMITTEE -> new Caller("committee", "城建委", Set.of(Role.COMMITTEE), Set.of(), "city-building");
			case LEGAL_COMMITTEE -> new Caller("legal", "法制委", Set.of(Role.LEGAL_COMMITTEE), Set.of(), "");
			case OFFICE -> new Caller("office", "法工委", Set.of(Role.LEGISLATIVE_OFFICE), Set.of(), "");
			case PLENARY -> new Caller("chair", "主任", Set.of(Role.CHAIR), Set.of(), "");
			case ORGAN -> new Caller("water", "水利局", Set.of(Role.ORGAN), Set.of(), "water");
		};
	}

	public static Moment<Party> moment(Party party, LocalDate on) {
		return new Moment<>(caller(party), Set.of(party), on, RuleBook.statutory(on));
	}

	public static BillProposal proposal(ProposerKind proposer, Body body, Making act, List<BillTarget> targets) {
		return new BillProposal(
				"郑州市湖泊养护条例（草案）", act, Domain.URBAN_RURAL, List.of(), body, false, new BillProposer(proposer,
						(proposer == ProposerKind.GOVERNMENT) ? "city-government" : "", "", "", List.of()),
				targets, false, null, "市委交办", null, BillTeam.NONE, 16);
	}

	public static Bill enactment(State state) {
		Bill bill = Bill.drafted(ID, "FA-2026-0001", TODAY,
				proposal(ProposerKind.GOVERNMENT, Body.STANDING_COMMITTEE, Making.ENACT, List.of()), true);
		return bill.in(state, TODAY, 2);
	}

	/**
	 * A bill in a state, with all that a step asks of it.
	 */
	public static Bill ready(State state, String step) {
		Bill bill = enactment(state);
		if (step.equals("refuse-listing")) {
			bill = bill.with(proposal(ProposerKind.MEMBERS, Body.STANDING_COMMITTEE, Making.ENACT, List.of()));
		}
		if (step.equals("to-congress") && state == State.SUBMITTED) {
			bill = bill.with(proposal(ProposerKind.GOVERNMENT, Body.CONGRESS, Making.ENACT, List.of()));
		}
		bill = bill.with(bill.papers().at(DRAFT, List.of())).with(course(state, step)).with(result(state, step));
		boolean shelved = state == State.SHELVED || state == State.DEFERRED;
		return bill.in(state, shelved ? TODAY.minusYears(3) : TODAY, 2);
	}

	private static BillCourse course(State state, String step) {
		ReadingType type = step.equals("read-third") ? ReadingType.THREE : ReadingType.ONE;
		BillCourse course = BillCourse.NONE.with(BillReferral.to(TODAY, "city-building"))
			.with(new BillReferral(TODAY, "city-building", "可行", "全体会议", "", CHECKS, TODAY))
			.with(new BillListing(TODAY, type, "急需"));
		int readings = switch (state) {
			case READING_1 -> 1;
			case READING_2 -> 2;
			case READING_3 -> 3;
			default -> step.equals("read-first") ? 0 : step.equals("read-third") ? 2 : 1;
		};
		for (int i = 1; i <= readings; i++) {
			course = course.with(new BillReading(i, TODAY, MEETING, "会议", "局长", TODAY.minusDays(9), "", ""));
		}
		boolean read = state == State.READING_1 || state == State.READING_2 || state == State.READING_3;
		course = course
			.with(new BillReview(read ? course.round() - 1 : course.round(), TODAY, DRAFT, "报告", List.of(), "", "", ""))
			.with(new BillVoteDraft(TODAY, DRAFT, "报告"));
		if (state == State.CLAUSE_VOTE) {
			course = course
				.with(new BillClause(TODAY, "art_1", "第一条", step.equals("clause-decided") ? null : Boolean.TRUE));
		}
		if (step.endsWith("-withdrawal") && !step.startsWith("request")) {
			course = course.withdrawing(new BillWithdrawal(TODAY, "不再需要"));
		}
		if (step.equals("report-to-congress")) {
			course = course.with(new BillDecision("authorise", TODAY, "重大问题", "会议", null));
		}
		if (step.equals("promulgate")) {
			course = course.with(BillVote.of(decided(Body.STANDING_COMMITTEE, Purpose.VOTE, 26), true));
		}
		return course;
	}

	private static BillResult result(State state, String step) {
		BillApproval asked = BillApproval.asked(TODAY, "说明", List.of("报告"));
		return switch (state) {
			case APPROVAL_PENDING -> BillResult.NONE.asked(asked);
			case APPROVED -> BillResult.NONE.asked(asked).answered(asked.answered(true, TODAY, "省人大常委会", "1号", ""));
			case PROMULGATED -> BillResult.NONE.promulgated(
					new BillPromulgation(TODAY, "1号", "常委会", "", "会议", TODAY, "省人大常委会", TODAY, TODAY.plusMonths(3)),
					List.of(new BillRule("water", "第二条", "办法", null, "", null)));
			default -> BillResult.NONE;
		};
	}

	public static Decided decided(Body body, Purpose purpose, int votesFor) {
		int members = 51;
		return new Decided(new UUID(3, 9), MEETING, "第十六届人大常委会第三次会议", body, TODAY, purpose, "表决",
				Decisions.of(body, Tabled.Deciding.OPEN)
					.outcome(members, members, Tally.of(votesFor, members - votesFor, 0, 0),
							RuleBook.statutory(TODAY)));
	}

	/**
	 * A meeting on which the bill is tabled for a purpose, its papers sent in time.
	 */
	public static Sitting sitting(Body body, Purpose purpose) {
		return sitting(body, purpose, true, true, TODAY.minusDays(40));
	}

	public static Sitting sitting(Body body, Purpose purpose, boolean open, boolean adopted, LocalDate papersSentOn) {
		return new Sitting(MEETING, "CWH-16-03", "第十六届人大常委会第三次会议", body, 16, 3, TODAY, TODAY, open, 51, open ? 40 : 0,
				List.of(new Sitting.Item(new UUID(3, 8), "bill", ID, purpose, adopted, papersSentOn)));
	}

	public static BillKnown known(Sitting sitting) {
		return new BillKnown(List.of(new KnownDraft(DRAFT, "郑州市湖泊养护条例", List.of("art_1"))), sitting, movers(5, 0),
				new KnownConsultation(true, true, TODAY.minusDays(1)), LocalDate.of(2027, 3, 1));
	}

	public static List<BillMover> movers(int inOffice, int former) {
		return IntStream.range(0, inOffice + former)
			.mapToObj((i) -> new BillMover(new UUID(4, i), "委员" + i, "member-" + i, i < inOffice))
			.toList();
	}

	public static BillAction.BillReadingHeld reading(Sitting sitting) {
		return new BillAction.BillReadingHeld(MEETING, "局长", null, null, known(sitting));
	}

	public static BillAction.BillSubmission submission(BillKnown known) {
		return new BillAction.BillSubmission(DRAFT, null, "说明", "依据", List.of("报告"), "一致", known);
	}

	public static BillAction.BillDeciding deciding() {
		return new BillAction.BillDeciding("理由", "主任会议决定", TODAY);
	}

	public static BillAction.BillAnnouncement announcement() {
		return new BillAction.BillAnnouncement("第1号", "常委会", null, null,
				List.of(new BillAction.BillRuleInput("water", "第二条", "办法", null)), known(null));
	}

	/**
	 * What a step takes, all of it lawful.
	 */
	public static Record input(State state, String step) {
		Sitting committee = sitting(Body.STANDING_COMMITTEE, Purpose.VOTE);
		return switch (step) {
			case "submit" -> submission(known(null));
			case "set-team" -> new BillAction.BillTeaming("甲", "乙", List.of("丙"));
			case "refer" -> new BillAction.BillReferring("city-building");
			case "report-preliminary" -> new BillAction.BillPreliminaryReport("可行", "全体会议", CHECKS, null);
			case "list" -> new BillAction.BillListed(ReadingType.TWO, null, null);
			case "read-first" -> reading(sitting(Body.STANDING_COMMITTEE, Purpose.FIRST_READING));
			case "read-second" -> reading(sitting(Body.STANDING_COMMITTEE, Purpose.SECOND_READING));
			case "read-third" -> reading(sitting(Body.STANDING_COMMITTEE, Purpose.THIRD_READING));
			case "table-at-congress" -> reading(sitting(Body.CONGRESS, Purpose.DELIBERATE));
			case "consult" -> new BillAction.BillConsulting(null, TODAY, TODAY.plusDays(30), "公告", null, known(null));
			case "begin-review" -> new BillAction.BillProceeding(known(null));
			case "report-review" ->
				new BillAction.BillReviewReport(DRAFT, null, "报告", null, true, null, CHECKS, null, null, known(null));
			case "vote-draft" -> new BillAction.BillVoteDrafting(DRAFT, null, "报告", known(null));
			case "clause-vote" -> new BillAction.BillClauseNaming("art_1", "第一条", known(null));
			case "clause-decided" ->
				new BillAction.BillDecided(decided(Body.STANDING_COMMITTEE, Purpose.CLAUSE_VOTE, 26));
			case "adopt", "reject" ->
				new BillAction.BillDecided(decided((state == State.PC_REVIEW) ? Body.CONGRESS : Body.STANDING_COMMITTEE,
						Purpose.VOTE, step.equals("adopt") ? 26 : 25));
			case "defer", "to-congress" -> new BillAction.BillPlenaryDecision(MEETING, "重大问题", null, known(committee));
			case "ask-province" -> new BillAction.BillProvinceAsked("人常法函1号", null);
			case "report-to-congress", "authorise" -> new BillAction.BillPlenaryDecision(MEETING, "重大问题", null,
					known(sitting(Body.CONGRESS, Purpose.DELIBERATE)));
			case "submit-for-approval" -> new BillAction.BillApprovalRequest("说明", List.of("报告"));
			case "approve", "refuse-approval" -> new BillAction.BillApprovalAnswer("省人大常委会", "1号", "同上位法抵触");
			case "promulgate" -> announcement();
			case "publish" -> new BillAction.BillPublishing(BillResult.PublicationChannel.GAZETTE, "第6期");
			case "file-upward" -> new BillAction.BillFiling("备1号");
			case "issue-rules" -> new BillAction.BillRulesIssued("water", "办法");
			case "evaluate" -> new BillAction.BillEvaluating("法工委", "良好", TODAY);
			default -> deciding();
		};
	}

}
