package renda.legislation.docket;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillCourse;
import renda.legislation.bill.BillCourse.BillReferral;
import renda.legislation.bill.BillProposal;
import renda.legislation.bill.BillProposal.BillProposer;
import renda.legislation.bill.BillResult.BillPromulgation;
import renda.legislation.bill.BillResult.BillRule;
import renda.legislation.passage.BillWorkflow;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Holder;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

/**
 * Bills as a kind of case: who is who in one, and who sees what of it.
 */
@Component
class BillKind implements CaseKind<Bill, State, Party, BillView> {

	static final String PATH = "/api/v1/legislation/bills";

	private static final Set<Role> WORKING = EnumSet.of(Role.CHAIR, Role.COUNCIL, Role.COMMITTEE, Role.LEGAL_COMMITTEE,
			Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE);

	private final CityProfile city;

	private final String government;

	private final BillEffects effects;

	private final CaseTable<Bill> table;

	/**
	 * @param government the code of the city's government, as tokens name it
	 */
	BillKind(DatabaseClient database, JsonMapper json, CityProfile city,
			@Value("${renda.legislation.government:city-government}") String government, BillEffects effects) {
		this.city = city;
		this.government = government;
		this.effects = effects;
		this.table = CaseTable.of("bill", Bill.class, database, json)
			.text("title", (bill) -> bill.proposal().title())
			.text("act", (bill) -> bill.proposal().act().name())
			.text("domain", (bill) -> bill.proposal().domain().name())
			.text("body", (bill) -> bill.proposal().body().name())
			.text("proposer", (bill) -> bill.proposal().proposer().kind().name())
			.text("organ", (bill) -> bill.proposal().proposer().organ())
			.integer("term", (bill) -> bill.proposal().term())
			.id("project_id", (bill) -> (bill.proposal().project() != null) ? bill.proposal().project().id() : null)
			.list("targets",
					(bill) -> bill.proposal()
						.targets()
						.stream()
						.map((target) -> target.regulation().toString())
						.toList())
			.list("viewers", BillKind::viewers)
			.flag("open_to_all", Bill::open)
			.date("submitted_on", (bill) -> bill.papers().submittedOn())
			.date("passed_on",
					(bill) -> bill.course()
						.decisiveVote()
						.filter(BillCourse.BillVote::passed)
						.map(BillCourse.BillVote::on)
						.orElse(null))
			.date("promulgated_on",
					(bill) -> (bill.result().promulgation() != null) ? bill.result().promulgation().on() : null)
			.flag("sample", Bill::sample)
			.search("search", (bill) -> Bigrams.vector(bill.proposal().title(), 'A'));
	}

	@Override
	public Workflow<Bill, State, Party> workflow() {
		return BillWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<Bill> table() {
		return this.table;
	}

	@Override
	public Set<Party> actors(Bill bill, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (caller.isAnonymous() || !caller.actsForArea(this.city.code())) {
			return parties;
		}
		if (isProposer(bill.proposal().proposer(), caller)) {
			parties.add(Party.PROPOSER);
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		BillReferral referral = bill.course().referral();
		if (referral != null && !caller.organ().isEmpty() && caller.organ().equals(referral.committee())
				&& (caller.has(Role.COMMITTEE) || caller.has(Role.LEGISLATIVE_OFFICE))) {
			parties.add(Party.COMMITTEE);
		}
		if (caller.has(Role.LEGAL_COMMITTEE)) {
			parties.add(Party.LEGAL_COMMITTEE);
		}
		if (caller.has(Role.LEGISLATIVE_OFFICE) || caller.has(Role.GENERAL_OFFICE)) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.CHAIR) || caller.has(Role.COUNCIL) || caller.has(Role.GENERAL_OFFICE)) {
			parties.add(Party.PLENARY);
		}
		if (caller.has(Role.ORGAN) && bill.result().owes(caller.organ())) {
			parties.add(Party.ORGAN);
		}
		return parties;
	}

	/**
	 * Whether a caller acts for the proposer: for the organ, as the chairpersons'
	 * meeting, or as one of those who move it.
	 */
	private boolean isProposer(BillProposer proposer, Caller caller) {
		return switch (proposer.kind()) {
			case COUNCIL, PRESIDIUM, STANDING_COMMITTEE -> caller.has(Role.COUNCIL);
			case GOVERNMENT -> caller.has(Role.ORGAN) && caller.organ().equals(this.government);
			case COMMITTEE -> (caller.has(Role.COMMITTEE) || caller.has(Role.LEGAL_COMMITTEE))
					&& !proposer.organ().isEmpty() && caller.organ().equals(proposer.organ());
			case MEMBERS -> caller.has(Role.MEMBER) && proposer.accounts().contains(caller.subject());
			case DELEGATION, DEPUTIES -> caller.has(Role.DEPUTY) && proposer.accounts().contains(caller.subject());
		};
	}

	@Override
	public boolean isVisible(Bill bill, Caller caller) {
		return bill.open() || viewers(bill).stream().anyMatch(keys(caller)::contains);
	}

	/**
	 * Who may read a bill that no meeting has on its list: those who work on bills, its
	 * proposer, and the members once it is submitted.
	 */
	static List<String> viewers(Bill bill) {
		Set<String> viewers = new TreeSet<>();
		WORKING.forEach((role) -> viewers.add(Holder.role(role).text()));
		if (bill.state() != State.DRAFTING) {
			viewers.add(Holder.role(Role.MEMBER).text());
		}
		proposers(bill).forEach((holder) -> viewers.add(holder.text()));
		return List.copyOf(viewers);
	}

	static List<Holder> proposers(Bill bill) {
		BillProposer proposer = bill.proposal().proposer();
		return switch (proposer.kind()) {
			case COUNCIL, PRESIDIUM, STANDING_COMMITTEE -> List.of(Holder.role(Role.COUNCIL));
			case GOVERNMENT, COMMITTEE ->
				proposer.organ().isEmpty() ? List.of() : List.of(Holder.organ(proposer.organ()));
			case MEMBERS, DELEGATION, DEPUTIES -> proposer.accounts().stream().map(Holder::person).toList();
		};
	}

	/**
	 * What a caller is, as {@link #viewers} are written: an office of another city is no
	 * office here.
	 */
	List<String> keys(Caller caller) {
		return Holder.of(caller, this.city.code());
	}

	@Override
	public List<Holder> holders(Bill bill, Party party) {
		BillReferral referral = bill.course().referral();
		boolean waits = bill.state() == State.PRELIMINARY && referral != null && referral.reportedOn() == null;
		boolean reviewed = bill.course().pendingReview().isPresent();
		return switch (party) {
			case PROPOSER -> proposers(bill);
			case COUNCIL -> waits ? List.of() : List.of(Holder.role(Role.COUNCIL));
			case COMMITTEE -> (waits && referral != null) ? List.of(Holder.organ(referral.committee())) : List.of();
			case LEGAL_COMMITTEE ->
				isWithLegalCommittee(bill, reviewed) ? List.of(Holder.role(Role.LEGAL_COMMITTEE)) : List.of();
			case OFFICE -> (bill.state() == State.UNIFIED_REVIEW && !reviewed) ? List.of()
					: List.of(Holder.role(Role.LEGISLATIVE_OFFICE));
			case PLENARY -> List.of();
			case ORGAN -> bill.result().owed().stream().map(BillRule::organ).distinct().map(Holder::organ).toList();
		};
	}

	private static boolean isWithLegalCommittee(Bill bill, boolean reviewed) {
		return switch (bill.state()) {
			case READING_1 -> bill.course().type() == BillCourse.ReadingType.ONE;
			case UNIFIED_REVIEW -> !reviewed;
			default -> true;
		};
	}

	@Override
	public BillView view(Bill bill, Caller caller) {
		return BillView.of(bill,
				!actors(bill, caller).isEmpty() || WORKING.stream().anyMatch(caller::has) || caller.has(Role.MEMBER));
	}

	@Override
	public Object published(Bill bill) {
		Map<String, Object> data = new LinkedHashMap<>();
		BillProposal proposal = bill.proposal();
		data.put("id", bill.id());
		data.put("code", bill.code());
		data.put("state", bill.state());
		data.put("act", proposal.act());
		data.put("body", proposal.body());
		data.put("term", proposal.term());
		data.put("version", bill.version());
		if (bill.open()) {
			data.put("title", proposal.title());
			data.put("proposer", proposal.proposer().kind());
			data.put("regulations", proposal.targets().stream().map(BillProposal.BillTarget::regulation).toList());
		}
		if (proposal.project() != null) {
			data.put("project", proposal.project().id());
		}
		BillPromulgation promulgation = bill.result().promulgation();
		if (promulgation != null) {
			data.put("number", promulgation.number());
			data.put("promulgatedOn", promulgation.on());
			data.put("effectiveOn", promulgation.effectiveOn());
		}
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(Bill bill) {
		return bill.open() ? null : Set.of(Role.COUNCIL, Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE, Role.SERVICE);
	}

	@Override
	public Mono<Void> alongside(String step, @Nullable Bill before, Bill after, Caller caller) {
		return this.effects.of(step, before, after, caller);
	}

	@Override
	public Text deskTitle(Bill bill) {
		return Text.of(bill.proposal().title(), bill.proposal().title());
	}

}
