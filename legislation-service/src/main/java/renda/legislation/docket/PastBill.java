package renda.legislation.docket;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import renda.legislation.agenda.Decisions;
import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillCourse.BillDecision;
import renda.legislation.bill.BillCourse.BillReading;
import renda.legislation.bill.BillCourse.BillVote;
import renda.legislation.bill.BillCourse.ReadingType;
import renda.legislation.bill.BillPapers;
import renda.legislation.bill.BillProposal;
import renda.legislation.bill.BillProposal.BillProposer;
import renda.legislation.bill.BillProposal.BillTarget;
import renda.legislation.bill.BillProposal.BillTeam;
import renda.legislation.bill.BillResult.BillApproval;
import renda.legislation.bill.BillResult.BillPromulgation;
import renda.legislation.competence.Making;
import renda.legislation.member.Body;
import renda.legislation.passage.BillWorkflow;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCase;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.vote.DecisionRule;
import renda.platform.vote.Outcome;
import renda.platform.vote.Tally;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import static renda.platform.cases.PastCase.UNKNOWN;

/**
 * A bill from elsewhere, led through the steps its row tells. Domain and proposer, the
 * listing, the shelf, the approval are decided by the law of the day, the vote by its
 * numbers; papers, meetings and drafts are not told, and what hangs on them is believed.
 */
final class PastBill {

	private final BillImportRow row;

	private final PastCase<Bill, State, Party> past;

	/**
	 * A life.
	 * @param register the ids of the regulations, by the titles of the row
	 * @param importer who imports
	 */
	PastBill(BillImportRow row, Map<String, UUID> register, Caller importer) {
		this.row = row;
		this.past = PastCase.of(BillWorkflow.DECLARED,
				Bill.drafted(Ids.next(), row.code(), row.submittedOn(), proposal(row, register), row.isSample()),
				importer);
	}

	private static BillProposal proposal(BillImportRow row, Map<String, UUID> register) {
		List<BillTarget> targets = row.does()
			.entrySet()
			.stream()
			.filter((one) -> one.getValue() != Making.ENACT)
			.map((one) -> new BillTarget(known(one.getKey(), register), one.getKey(), one.getValue(), true, false))
			.toList();
		return new BillProposal(row.title().strip(), row.act(), row.domain(), List.of(), row.decidedBy(), false,
				new BillProposer(row.proposer(), Given.orEmpty(row.organ()), Given.orEmpty(row.name()), "", List.of()),
				targets, true, null, UNKNOWN, null, BillTeam.NONE, row.term());
	}

	/**
	 * The id of a regulation.
	 */
	static UUID known(String title, Map<String, UUID> register) {
		UUID id = register.get(title);
		if (id == null) {
			throw Refusal.invalid("regulations", Text.of("法规库中没有：%s。", "The register has no %s.", title));
		}
		return id;
	}

	/**
	 * The bill with its steps and clocks.
	 * @throws Refusal where a step could not have been taken
	 */
	Lived<Bill> lived() {
		LocalDate submitted = this.row.submittedOn();
		this.past.take("draft", submitted,
				new BillAction.BillDrafting(this.row.title(), this.row.act(), this.row.domain(), null, this.row.body(),
						null, this.row.proposer(), null, null, null, null, null, null, null, null));
		believe("submit", "submittedOn", submitted, State.SUBMITTED,
				(bill) -> bill.with(new BillPapers(null, List.of(), UNKNOWN, UNKNOWN, List.of(), "", submitted)));
		if (this.row.listedOn() == null) {
			this.past.take("withdraw", this.row.withdrawnOn(), deciding(null));
			return this.past.lived();
		}
		if (this.row.decidedBy() == Body.CONGRESS) {
			atCongress(this.row.listedOn());
		}
		else {
			read(this.row.listedOn());
		}
		if (this.row.withdrawnOn() != null) {
			this.past.take("request-withdrawal", this.row.withdrawnOn(), deciding(null));
			this.past.take("agree-withdrawal", this.row.withdrawnOn(), deciding(this.row.withdrawnOn()));
		}
		this.past.take("shelve", this.row.shelvedOn(), deciding(null));
		this.past.take("terminate", this.row.terminatedOn(), deciding(this.row.terminatedOn()));
		if (this.row.votedOn() != null) {
			voted(this.row.votedOn());
		}
		return this.past.lived();
	}

	private BillAction.BillDeciding deciding(@Nullable LocalDate reportedOn) {
		return new BillAction.BillDeciding(Objects.requireNonNullElse(this.row.reason(), UNKNOWN), null, reportedOn);
	}

	private void read(LocalDate listed) {
		this.past.take("list", listed, new BillAction.BillListed(
				Objects.requireNonNullElse(this.row.readings(), ReadingType.TWO), UNKNOWN, true));
		List<String> steps = List.of("read-first", "read-second", "read-third");
		List<State> states = List.of(State.READING_1, State.READING_2, State.READING_3);
		List<String> days = this.row.readingDays();
		for (int i = 0; i < days.size(); i++) {
			LocalDate on = day(days.get(i));
			BillReading reading = new BillReading(i + 1, on, null, UNKNOWN, UNKNOWN, null, "", "");
			believe(steps.get(i), "readOn", on, states.get(i), (bill) -> bill.with(bill.course().with(reading)));
		}
	}

	private static LocalDate day(String written) {
		try {
			return LocalDate.parse(written);
		}
		catch (DateTimeException ex) {
			throw Refusal.invalid("readOn", Text.of("没有这一天：%s。", "There is no such day: %s.", written));
		}
	}

	private void atCongress(LocalDate listed) {
		believe("to-congress", "listedOn", listed, State.TO_PC,
				(bill) -> bill.with(bill.course().with(new BillDecision("to-congress", listed, UNKNOWN, "", null))));
		if (this.row.votedOn() != null) {
			LocalDate on = this.row.votedOn();
			believe("table-at-congress", "votedOn", on, State.PC_REVIEW, (bill) -> bill
				.with(bill.course().with(new BillDecision("table-at-congress", on, "", UNKNOWN, null))));
		}
	}

	private void voted(LocalDate on) {
		State before = this.past.subject().state();
		if (before.isFinal() || before == State.SHELVED) {
			throw Refusal.invalid("votedOn",
					Text.of("撤回、搁置或者终止审议的法规案没有表决。", "What was taken back, shelved or ended was not voted upon."));
		}
		RuleSet law = RuleBook.statutory(on);
		Bill bill = this.past.subject();
		int needed = law.number(bill.course().type().parameter());
		if (this.row.decidedBy() != Body.CONGRESS && bill.course().held() < needed) {
			throw law.refuse("LEG-26",
					Text.of("审议次数不足：须经规定的审议次数后交付表决。", "It has had too few readings to be put to the vote."),
					Map.of("readings", bill.course().held(), "required", needed));
		}
		Outcome outcome = outcome(law);
		BillVote vote = BillVote.past(on, Given.required(this.row.meeting(), "meeting"), this.row.decidedBy(), outcome);
		believe(outcome.passed() ? "adopt" : "reject", "votedOn", on, outcome.passed() ? State.PASSED : State.REJECTED,
				(voted) -> voted.with(voted.course().with(vote)));
		if (outcome.passed()) {
			approved(vote);
		}
		else if (this.row.approvedOn() != null || this.row.promulgatedOn() != null) {
			throw Refusal.invalid("votesFor", Text.of("按票数未通过，不可能批准、公布。",
					"By these votes it did not pass: it was neither approved nor announced."));
		}
	}

	private Outcome outcome(RuleSet law) {
		Tally tally = Tally.of(Given.required(this.row.votesFor(), "votesFor"), Given.orZero(this.row.against()),
				Given.orZero(this.row.abstained()), Given.orZero(this.row.notPressed()));
		int members = Given.required(this.row.members(), "members");
		if (tally.present() > members) {
			throw Refusal.invalid("members", Text.of("出席 %s 人，多于全体组成人员 %s 人。",
					"%s are present, more than the %s members there are.", tally.present(), members));
		}
		DecisionRule rule = (this.row.decidedBy() == Body.CONGRESS) ? Decisions.CONGRESS : Decisions.STANDING_COMMITTEE;
		rule.requireQuorum(members, tally.present(), law);
		return rule.outcome(members, tally.present(), tally, law);
	}

	private void approved(BillVote vote) {
		LocalDate approved = this.row.approvedOn();
		LocalDate asked = (this.row.askedOn() != null || approved == null) ? this.row.askedOn() : vote.on();
		this.past.take("submit-for-approval", asked, new BillAction.BillApprovalRequest(UNKNOWN, List.of(UNKNOWN)));
		if (approved != null) {
			this.past.take("approve", approved,
					new BillAction.BillApprovalAnswer(Given.required(this.row.approvedBy(), "approvedBy"), null, null));
		}
		if (this.row.promulgatedOn() != null) {
			promulgated(this.row.promulgatedOn(), vote, Given.required(approved, "approvedOn"));
		}
	}

	private void promulgated(LocalDate on, BillVote vote, LocalDate approvedOn) {
		LocalDate effective = Given.required(this.row.effectiveOn(), "effectiveOn");
		if (effective.isBefore(approvedOn)) {
			throw RuleBook.statutory(on)
				.refuse("LEG-06", Text.of("未经批准不得施行：施行日期早于批准日期。", "Nothing takes effect before it is approved."),
						Map.of("effectiveOn", effective, "approvedOn", approvedOn));
		}
		BillApproval approval = this.past.subject().result().approval().orElseThrow();
		BillPromulgation announced = new BillPromulgation(on, Objects.requireNonNullElse(this.row.number(), UNKNOWN),
				UNKNOWN, "", vote.meetingName(), vote.on(), approval.by(), approvedOn, effective);
		believe("promulgate", "promulgatedOn", on, State.PROMULGATED,
				(bill) -> bill.with(bill.result().promulgated(announced, List.of())));
	}

	private void believe(String step, String column, LocalDate on, State to, UnaryOperator<Bill> change) {
		Bill before = this.past.subject();
		if (on.isBefore(before.stateSince())) {
			throw Refusal.invalid(column,
					Text.of("%s 早于上一步骤的日期 %s。", "%s is before the step before it, on %s.", on, before.stateSince()));
		}
		this.past.believe(step, on, change.apply(before).in(to, on, before.version() + 1));
	}

}
