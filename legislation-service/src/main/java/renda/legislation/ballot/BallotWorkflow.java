package renda.legislation.ballot;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import renda.legislation.ballot.Ballot.Method;
import renda.legislation.ballot.Ballot.Party;
import renda.legislation.ballot.Ballot.State;
import renda.legislation.box.BlindSignatures;
import renda.platform.security.Caller;
import renda.platform.vote.Election;
import renda.platform.vote.ElectionOutcome;
import renda.platform.vote.Outcome;
import renda.platform.vote.Tally;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Workflow;

import static renda.legislation.ballot.Ballot.Party.CHAIR;
import static renda.legislation.ballot.Ballot.Party.COUNCIL;
import static renda.legislation.ballot.Ballot.Party.OFFICE;
import static renda.legislation.ballot.Ballot.State.ANNOUNCED;
import static renda.legislation.ballot.Ballot.State.COUNTED;
import static renda.legislation.ballot.Ballot.State.DRAFT;
import static renda.legislation.ballot.Ballot.State.FALLBACK;
import static renda.legislation.ballot.Ballot.State.OPEN;
import static renda.legislation.ballot.Ballot.State.RECORDED;
import static renda.legislation.ballot.Ballot.State.WITHDRAWN;

/**
 * The table of a ballot. Casting a vote is no step: it belongs to feature {@code voting}.
 */
final class BallotWorkflow {

	/** The declaration. */
	static final Workflow<Ballot, State, Party> DECLARED = declared();

	private BallotWorkflow() {
	}

	private static Workflow<Ballot, State, Party> declared() {
		Workflow.Builder<Ballot, State, Party> workflow = Workflow.of("ballot", Ballot.class, State.class, Party.class,
				Text.of("表决", "ballot"));
		drafting(workflow);
		voting(workflow);
		byHand(workflow);
		afterwards(workflow);
		return workflow.build();
	}

	private static void drafting(Workflow.Builder<Ballot, State, Party> workflow) {
		workflow.opening("draft", BallotAction.Draft.class, Text.of("拟付表决", "Prepare a ballot"))
			.to(DRAFT)
			.by(COUNCIL, OFFICE, CHAIR)
			.rules("MTG-09", "MTG-15", "MTG-22", "LEG-44", "LEG-45", "APT-16", "APT-17", "INQ-24", "MOT-16")
			.guard("MTG-09", Text.of("付表决的须是本次会议已通过的议程中需要表决、尚无结果的事项。",
					"What is put to the vote is an item of the adopted agenda that is decided by vote and has no outcome yet."),
					(c, in, m) -> Conditions.onAgenda(c), (c, in, m) -> Conditions.agenda(c))
			.guard("LEG-45",
					Text.of("合并表决的须是同类事项，并说明理由。", "Items decided together are of one kind, and the reason is given."),
					(c, in, m) -> Conditions.belongTogether(c), (c, in, m) -> Conditions.kinds(c))
			.guard("APT-17",
					Text.of("人事任免一般逐人表决；合并表决须说明理由。",
							"Appointments are voted one by one; voting on several together needs a reason."),
					(c, in, m) -> !Conditions.appoints(c) || c.question().subjects().size() == 1
							|| !c.question().together().isEmpty(),
					(c, in, m) -> Map.of("items", c.question().subjects().size()))
			.guard("LEG-44", Text.of("单独表决条款或者表决修正案，须写明条款或者修正案内容。", "A vote on a clause or an amendment says which."),
					(c, in, m) -> Conditions.saysPart(c),
					(c, in, m) -> Map.of("scope", c.question().scope(), "partGiven", !c.question().part().isEmpty()))
			.guard("INQ-24", Text.of("撤职案须无记名表决。", "A removal is decided by secret ballot."),
					(c, in, m) -> !Conditions.lacksSecrecy(c, "INQ-24"), (c, in, m) -> Conditions.secrecy(c))
			.guard("APT-16", Text.of("人事任免须无记名表决。", "An appointment is decided by secret ballot."),
					(c, in, m) -> !Conditions.lacksSecrecy(c, "APT-16"), (c, in, m) -> Conditions.secrecy(c))
			.guard("MOT-16", Text.of("选举须无记名投票。", "An election is by secret ballot."),
					(c, in, m) -> !Conditions.lacksSecrecy(c, "MOT-16"), (c, in, m) -> Conditions.secrecy(c))
			.guard("MTG-15",
					Text.of("差额、等额选举由代表大会进行，每项选举一张选票。",
							"An election among candidates is the congress's; each has its own paper."),
					(c, in, m) -> Conditions.elects(c), (c, in, m) -> Conditions.standing(c))
			.guard("MTG-22", Text.of("此事项须无记名表决。", "This is decided by secret ballot."),
					(c, in, m) -> !Conditions.lacksSecrecy(c, "MTG-22"), (c, in, m) -> Conditions.secrecy(c))
			.guard("MTG-18", Text.of("只有代表大会有主席团，其成员须是在任代表，不作无记名表决。",
					"Only the congress has a presidium; its members are deputies in office, and it does not vote secretly."),
					(c, in, m) -> Conditions.presidium(c), (c, in, m) -> Map.of("strangers", c.facts().strangers()))
			.event("ballot.drafted")
			.end();
		workflow.step("withdraw", BallotAction.Reason.class, Text.of("撤回", "Withdraw"))
			.from(DRAFT)
			.to(WITHDRAWN)
			.by(COUNCIL, OFFICE, CHAIR)
			.rules("MTG-38")
			.event("ballot.withdrawn")
			.end();
	}

	private static void voting(Workflow.Builder<Ballot, State, Party> workflow) {
		workflow.step("open", BallotAction.Plain.class, Text.of("开始表决", "Open"))
			.from(DRAFT)
			.to(OPEN)
			.by(CHAIR)
			.rules("MTG-02", "MTG-13", "MTG-20", "MTG-21", "APT-18", "LEG-44", "MOT-17")
			.guard("MTG-09",
					Text.of("会议不在举行中，或者事项不在议程中、已有结果。",
							"The meeting is not open, or the item is not on its agenda or has an outcome."),
					(c, in, m) -> Conditions.isSitting(c) && Conditions.onAgenda(c), (c, in, m) -> Conditions.agenda(c))
			.guard("MTG-02", Text.of("出席人数不足。", "Too few are present."),
					(c, in, m) -> Conditions.quorate(c, m, "MTG-02"), (c, in, m) -> Conditions.presence(c, m))
			.guard("MTG-13", Text.of("出席代表人数不足。", "Too few deputies are present."),
					(c, in, m) -> Conditions.quorate(c, m, "MTG-13"), (c, in, m) -> Conditions.presence(c, m))
			.guard("MTG-18", Text.of("主席团出席人数不足。", "Too few of the presidium are present."),
					(c, in, m) -> Conditions.quorate(c, m, "MTG-18"), (c, in, m) -> Conditions.presence(c, m))
			.guard("LEG-44", Text.of("单独表决的条款尚未表决。", "The separate vote on a clause comes first."),
					(c, in, m) -> Conditions.decided(c, "LEG-44"), (c, in, m) -> Conditions.earlier(c))
			.guard("APT-18", Text.of("先表决免职项，再表决任职项。", "The removal from the post is voted first."),
					(c, in, m) -> Conditions.decided(c, "APT-18"), (c, in, m) -> Conditions.earlier(c))
			.guard("MTG-21",
					Text.of("有修正案的，先表决修正案；须先表决的尚未宣布结果。",
							"Amendments are voted first; what comes before this ballot is not decided yet."),
					(c, in, m) -> Conditions.decided(c, "MTG-21"), (c, in, m) -> Conditions.earlier(c))
			.guard("MOT-17",
					Text.of("候选人已有变化（撤回，或者须再次投票），请撤回后重新拟付表决。",
							"Those who stand have changed: withdraw this ballot and prepare another."),
					(c, in, m) -> Conditions.stand(c), (c, in, m) -> Conditions.standing(c))
			.apply((c, in, m) -> c.opened(opening(c, m)))
			.awaited()
			.event("ballot.opened")
			.end();
		workflow
			.step("start", BallotAction.Start.class, Text.of("领票结束，开始投票", "All papers are given out: begin casting"))
			.from(OPEN)
			.by(CHAIR, OFFICE)
			.rules("MTG-20", "MTG-22")
			.guard("MTG-22", Text.of("公开表决不发票；或者已经开始投票。", "An open ballot has no papers, or casting has begun."),
					(c, in, m) -> c.secret() && !c.casting(),
					(c, in, m) -> Map.of("secret", c.secret(), "casting", c.casting()))
			.guard("MTG-20",
					Text.of("尚有出席人员未领票；确需开始的，请声明 incomplete，未领票者不能投票。",
							"Some of those present have no paper; say incomplete to begin without them."),
					(c, in, m) -> Boolean.TRUE.equals(in.incomplete()) || c.facts().taken() >= c.facts().present(),
					(c, in, m) -> Map.of("present", c.facts().present(), "taken", c.facts().taken()))
			.apply((c, in, m) -> c.opened((c.opening() != null) ? c.opening().begun() : null))
			.event("ballot.casting-begun")
			.end();
		workflow.step("close", BallotAction.Plain.class, Text.of("结束表决并计票", "Close and count"))
			.from(OPEN)
			.to(COUNTED)
			.by(CHAIR, OFFICE)
			.rules("MTG-03", "MTG-15", "MTG-18", "MTG-20", "LEG-42", "LEG-43", "APT-16", "INQ-24", "MOT-16", "MOT-17",
					"MOT-18", "MOT-19", "MOT-23", "MOT-24")
			.guard("MTG-22", Text.of("票尚未发完，投票还未开始。", "Papers are still being given out; casting has not begun."),
					(c, in, m) -> !c.secret() || c.casting(), (c, in, m) -> Map.of("casting", c.casting()))
			.apply((c, in, m) -> c.counted(byDevices(c, m)))
			.awaited()
			.event("ballot.counted")
			.end();
	}

	private static void byHand(Workflow.Builder<Ballot, State, Party> workflow) {
		workflow
			.step("fall-back", BallotAction.Fallback.class, Text.of("设备故障，改用其他方式", "The devices fail: go on by hand"))
			.from(OPEN)
			.to(FALLBACK)
			.by(CHAIR)
			.rules("MTG-22", "MTG-23")
			.guard("MTG-23",
					Text.of("改用举手或者纸质票；无记名表决只能用纸质票。",
							"It goes on by show of hands or papers; a secret ballot by papers only."),
					(c, in, m) -> in.method() == Method.PAPER || (in.method() == Method.HANDS && !c.secret()),
					(c, in, m) -> Map.of("method", in.method(), "secret", c.secret()))
			.apply((c, in, m) -> c.handCounted(Ballot.HandCount.begun(m.on(), in.reason().strip(), in.method())))
			.awaited()
			.event("ballot.by-hand")
			.end();
		workflow.step("tally", BallotAction.Tallied.class, Text.of("记录清点结果", "Record the count"))
			.from(FALLBACK)
			.by(OFFICE)
			.rules("MTG-22", "MTG-20", "MOT-16", "MOT-19")
			.guard("MTG-20", Text.of("各项相加须等于出席人数；举手没有无效票；选举须有每名候选人的票数，所选人数不超过有效票数与应选名额之积。",
					"The numbers add up to those present; a show of hands has no invalid paper; an election has votes on every candidate, and no valid paper for more persons than seats."),
					(c, in, m) -> Conditions.addsUp(c, in), (c, in, m) -> Conditions.sum(c, in))
			.guard("MTG-22", Text.of("记名清点须与各项一致，每人一次，且均为出席人员；无记名表决不记名。",
					"Votes by name agree with the numbers, one each, of those present; a secret ballot has none."),
					(c, in, m) -> Conditions.namesAgree(c, in), (c, in, m) -> Map.of("named", in.named().size()))
			.guard("MOT-16", Text.of("另选他人只写得票过半数的姓名，其余只计票数，以免从姓名认出投票人。",
					"Of those written in only whom more than half elect is named; a rare name would tell of its writer."),
					(c, in, m) -> Conditions.namesOnlyElected(c, in, m),
					(c, in, m) -> Map.of("named", Given.orNone(in.others()).size()))
			.apply((c, in, m) -> c.handCounted(first(c, in, m)))
			.awaited()
			.event("ballot.hand-count-recorded")
			.end();
		workflow.step("confirm", BallotAction.Tallied.class, Text.of("复核清点结果", "Confirm the count"))
			.from(FALLBACK)
			.to(COUNTED)
			.by(OFFICE)
			.rules("MTG-22", "MTG-03", "MTG-15", "MOT-17", "MOT-18")
			.guard("MTG-22",
					Text.of("尚无清点结果可以复核，或者复核人与清点人为同一人。", "There is no count yet, or the same person counted it."),
					(c, in, m) -> hand(c).once() && !hand(c).firstBy().equals(m.caller().subject()),
					(c, in, m) -> Map.of("countedBy", hand(c).firstName()))
			.guard("MTG-22", Text.of("两次清点结果不一致，须重新清点。", "The two counts differ; count again."),
					(c, in, m) -> Conditions.agree(c, in), (c, in, m) -> Conditions.both(c, in))
			.apply((c, in, m) -> c.counted(byHand(c, in, m)))
			.awaited()
			.event("ballot.counted")
			.end();
	}

	private static void afterwards(Workflow.Builder<Ballot, State, Party> workflow) {
		workflow.step("announce", BallotAction.Plain.class, Text.of("宣布结果", "Announce the outcome"))
			.from(COUNTED)
			.to(ANNOUNCED)
			.by(CHAIR)
			.rules("MTG-24")
			.awaited()
			.event("ballot.announced")
			.end();
		workflow.step("record", BallotAction.Plain.class, Text.of("存档", "File the record"))
			.from(ANNOUNCED)
			.to(RECORDED)
			.by(OFFICE)
			.rules("MTG-27")
			.awaited()
			.event("ballot.recorded")
			.end();
	}

	private static Ballot.Opening opening(Ballot ballot, Moment<Party> moment) {
		Known known = ballot.facts();
		byte[] key = known.key().map((pair) -> pair.getPublic().getEncoded()).orElse(null);
		return new Ballot.Opening(moment.on(), known.roll().size(), known.present(), moment.caller().name(),
				moment.rules().id(), (key != null) ? Base64.getUrlEncoder().withoutPadding().encodeToString(key) : null,
				(key != null) ? BlindSignatures.fingerprint(key) : null, false);
	}

	private static Ballot.Count byDevices(Ballot ballot, Moment<Party> moment) {
		Known known = ballot.facts();
		Election election = ballot.question().election();
		Integer taken = ballot.secret() ? known.taken() : null;
		String by = moment.caller().name();
		return (election != null) ? elected(ballot, election, election.count(known.box(), present(ballot)),
				Method.DEVICES, taken, by, moment)
				: count(ballot, known.tally(ballot.secret()), Method.DEVICES, taken, by, moment);
	}

	private static Ballot.Count byHand(Ballot ballot, BallotAction.Tallied counted, Moment<Party> moment) {
		Election election = ballot.question().election();
		Ballot.HandCount hand = hand(ballot);
		String by = hand.firstName() + "、" + moment.caller().name();
		Election.Votes votes = hand.firstVotes();
		return (election != null && votes != null) ? elected(ballot, election, votes, hand.method(), null, by, moment)
				: count(ballot, counted.tally(), hand.method(), null, by, moment);
	}

	private static Ballot.Count count(Ballot ballot, Tally tally, Method method, @Nullable Integer taken, String by,
			Moment<Party> moment) {
		Outcome outcome = DecisionRules.named(ballot.question().rule())
			.outcome(members(ballot), present(ballot), tally, moment.rules());
		return new Ballot.Count(moment.on(), method, tally, taken, by, outcome, null);
	}

	private static Ballot.Count elected(Ballot ballot, Election election, Election.Votes votes, Method method,
			@Nullable Integer taken, String by, Moment<Party> moment) {
		ElectionOutcome outcome = election.outcome(members(ballot), present(ballot), votes,
				DecisionRules.named(ballot.question().rule()), moment.rules());
		return new Ballot.Count(moment.on(), method, null, taken, by, null, outcome);
	}

	private static int members(Ballot ballot) {
		Ballot.Opening opening = ballot.opening();
		return (opening != null) ? opening.members() : 0;
	}

	private static int present(Ballot ballot) {
		Ballot.Opening opening = ballot.opening();
		return (opening != null) ? opening.present() : 0;
	}

	private static Ballot.HandCount first(Ballot ballot, BallotAction.Tallied counted, Moment<Party> moment) {
		Caller by = moment.caller();
		return Optional.ofNullable(ballot.question().election())
			.flatMap(counted::votes)
			.map((votes) -> hand(ballot).first(votes, by.subject(), by.name()))
			.orElseGet(() -> hand(ballot).first(counted.tally(), by.subject(), by.name(), counted.named()));
	}

	private static Ballot.HandCount hand(Ballot ballot) {
		Ballot.HandCount hand = ballot.handCount();
		return (hand != null) ? hand : Ballot.HandCount.begun(ballot.stateSince(), "", Method.HANDS);
	}

}
