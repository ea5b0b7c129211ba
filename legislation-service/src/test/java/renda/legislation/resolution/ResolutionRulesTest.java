package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import renda.legislation.agenda.Purpose;
import renda.legislation.member.Body;
import renda.legislation.motion.KnownMover;
import renda.legislation.motion.Mover;
import renda.legislation.motion.MoverKind;
import renda.legislation.resolution.Resolution.Party;
import renda.legislation.resolution.Resolution.State;
import renda.legislation.resolution.ResolutionAction.ResolutionDeliberation;
import renda.legislation.resolution.ResolutionAction.ResolutionListing;
import renda.legislation.resolution.ResolutionAction.ResolutionReason;
import renda.legislation.resolution.ResolutionAction.ResolutionWords;
import renda.legislation.sitting.Sitting;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.vote.Tally;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static renda.legislation.resolution.ResolutionFixtures.MEETING;
import static renda.legislation.resolution.ResolutionFixtures.MOVED;
import static renda.legislation.resolution.ResolutionFixtures.TODAY;
import static renda.legislation.resolution.ResolutionFixtures.input;
import static renda.legislation.resolution.ResolutionFixtures.ready;

/**
 * What each rule refuses, and the clocks it sets.
 */
class ResolutionRulesTest {

	@Test
	void mtg11FiveMembersInOfficeOrAnOrganOrACommittee() {
		for (Mover mover : List.of(ResolutionFixtures.members(4, 0), ResolutionFixtures.members(4, 1),
				ResolutionFixtures.members(5, 1), ResolutionFixtures.members(0, 0))) {
			Refusal refusal = refused("MTG-11", ready(State.SUBMITTED, "", mover), "propose", motion(mover, true),
					Party.MOVER);
			assertThat(refusal.properties().get("facts").toString()).contains("needed=5");
		}
		Mover five = ResolutionFixtures.members(5, 0);
		assertThat(taken(ready(State.SUBMITTED, "", five), "propose", motion(five, true), Party.MOVER).state())
			.isEqualTo(State.SUBMITTED);
		Mover bureau = new Mover(MoverKind.GOVERNMENT, "transport-bureau", List.of());
		refused("MTG-11", ready(State.SUBMITTED, "", bureau), "propose", motion(bureau, false), Party.MOVER);
		refused("MTG-11", ready(State.SUBMITTED, ""), "propose", motion(null, true), Party.MOVER);
	}

	@Test
	void mtg11OnlyAJointMotionIsLeftOffAndItsMoversAreToldWhy() {
		for (MoverKind kind : MoverKind.values()) {
			Mover mover = (kind == MoverKind.MEMBERS) ? ResolutionFixtures.members(5, 0)
					: new Mover(kind, "city-government", List.of());
			Resolution moved = ready(State.SUBMITTED, "decline", mover);
			if (kind != MoverKind.MEMBERS) {
				refused("MTG-11", moved, "decline", new ResolutionReason("理由"), Party.COUNCIL);
				continue;
			}
			refused("MTG-11", moved, "decline", new ResolutionReason(" "), Party.COUNCIL);
			assertThat(taken(moved, "decline", new ResolutionReason("理由"), Party.COUNCIL).state())
				.isEqualTo(State.DECLINED);
		}
	}

	@Test
	void mtg10FifteenDaysBeforeTheMeetingOrWithAReasonOnRecord() {
		Resolution moved = ready(State.SUBMITTED, "list");
		Refusal refusal = refused("MTG-10", moved, "list", new ResolutionListing(MOVED.plusDays(14), null),
				Party.COUNCIL);
		assertThat(refusal.properties().get("facts").toString()).contains("latest=" + MOVED.minusDays(1));
		assertThat(taken(moved, "list", new ResolutionListing(MOVED.plusDays(14), "汛情紧急"), Party.COUNCIL).course()
			.shortNotice()).isEqualTo("汛情紧急");
		assertThat(taken(moved, "list", new ResolutionListing(MOVED.plusDays(15), "不需要"), Party.COUNCIL).course()
			.shortNotice()).as("in time").isEmpty();
	}

	@Test
	void maj04TheCommitteeHasThirtyDaysAndALateReportIsTakenWithItsReason() {
		Decision<Resolution, State, Party> referred = decided(
				ready(State.SUBMITTED, "refer").in(State.SUBMITTED, MOVED, 1), List.of(), "refer", input("refer"),
				Party.COUNCIL, MOVED, "");
		Deadline review = clock(referred, "review");
		assertThat(review.rule()).isEqualTo("MAJ-04");
		assertThat(review.holder().text()).isEqualTo("organ:finance-committee");
		assertThat(review.dueOn()).isEqualTo(LocalDate.of(2026, 4, 1));
		Refusal late = refusal(referred.after(), List.of(review), "examine", input("examine"), Party.COMMITTEE,
				LocalDate.of(2026, 4, 2), "");
		assertThat(late.properties()).containsEntry("rule", "MAJ-04");
		assertThat(decided(referred.after(), List.of(review), "examine", input("examine"), Party.COMMITTEE,
				LocalDate.of(2026, 4, 2), "调研延期")
			.late()).hasSize(1);
	}

	@Test
	void maj05TheStandingCommitteeDeliberatesWithinFourMonths() {
		// MAJ-02 and MAJ-08: what has to be decided comes by this door, by the province's
		// rules
		Decision<Resolution, State, Party> moved = decided(ready(State.SUBMITTED, ""), List.of(), "propose",
				motion(ResolutionFixtures.government(), true), Party.MOVER, MOVED, "");
		Deadline clock = clock(moved, "deliberation");
		assertThat(clock.rule()).isEqualTo("MAJ-05");
		assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2026, 7, 2));
		Resolution listed = ready(State.LISTED, "deliberate");
		Deadline ended = clock(
				decided(listed, List.of(clock), "deliberate", input("deliberate"), Party.OFFICE, TODAY, ""),
				"deliberation");
		assertThat(ended.end()).isEqualTo(Deadline.End.DONE);
		Resolution congress = ready(State.DELIBERATED, "").forCongress();
		refused("MAJ-05", congress, "to-congress", input("to-congress"), Party.COUNCIL);
	}

	@Test
	void mtg09OnlyWhatTheMeetingHasPutOnItsAgenda() {
		Resolution listed = ready(State.LISTED, "deliberate");
		for (Sitting sitting : new Sitting[] { null, ResolutionFixtures.sitting(false, Purpose.DELIBERATE, 40),
				ResolutionFixtures.sitting(true, Purpose.APPOINT, 40),
				ResolutionFixtures.sitting(Body.CONGRESS, true, Purpose.DELIBERATE, 51, 40) }) {
			refused("MTG-09", listed, "deliberate", new ResolutionDeliberation(MEETING, null, sitting), Party.OFFICE);
		}
		Sitting later = ResolutionFixtures.sitting(true, Purpose.DELIBERATE, 40);
		assertThat(refusal(listed, List.of(), "deliberate", new ResolutionDeliberation(MEETING, null, later),
				Party.OFFICE, TODAY.minusDays(1), "")
			.properties()).as("before the meeting").containsEntry("rule", "MTG-09");
		refused("MTG-09", ready(State.DELIBERATED, "leave-undecided"), "leave-undecided", new ResolutionReason(""),
				Party.COUNCIL);
	}

	@Test
	void mtg02HalfAndMtg13TwoThirdsMustBeThere() {
		Resolution listed = ready(State.LISTED, "deliberate");
		Refusal refusal = refused("MTG-02", listed, "deliberate",
				new ResolutionDeliberation(MEETING, null, ResolutionFixtures.sitting(true, Purpose.VOTE, 25)),
				Party.OFFICE);
		assertThat(refusal.properties().get("facts").toString()).contains("members=51", "present=25");
		taken(listed, "deliberate",
				new ResolutionDeliberation(MEETING, null, ResolutionFixtures.sitting(true, Purpose.VOTE, 26)),
				Party.OFFICE);
		Resolution congress = listed.forCongress();
		refused("MTG-13", congress, "deliberate", new ResolutionDeliberation(MEETING, null,
				ResolutionFixtures.sitting(Body.CONGRESS, true, Purpose.VOTE, 563, 375)), Party.OFFICE);
		taken(congress, "deliberate", new ResolutionDeliberation(MEETING, null,
				ResolutionFixtures.sitting(Body.CONGRESS, true, Purpose.VOTE, 563, 376)), Party.OFFICE);
	}

	@Test
	void mtg03MoreThanHalfOfAllMembersAndMtg15OfAllDeputies() {
		Resolution deliberated = ready(State.DELIBERATED, "adopt");
		Refusal refusal = refused("MTG-03", deliberated, "adopt", ResolutionFixtures.ballot(25), Party.CHAIR);
		assertThat(refusal.properties().get("facts").toString()).contains("needed=26", "votesFor=25");
		Resolution adopted = taken(deliberated, "adopt", ResolutionFixtures.ballot(26), Party.CHAIR);
		assertThat(adopted.adoptedOn()).contains(TODAY);
		Voted congress = Voted.past(TODAY, "第二次会议", Body.CONGRESS, 563, Tally.of(281, 200, 0, 0),
				RuleBook.statutory(TODAY));
		refused("MTG-15", deliberated.forCongress(), "adopt", new ResolutionAction.ResolutionVote(congress),
				Party.CHAIR);
		Resolution rejected = taken(deliberated, "reject", ResolutionFixtures.ballot(25), Party.CHAIR);
		assertThat(rejected.adoptedOn()).isEmpty();
		assertThat(rejected.open()).isFalse();
	}

	@Test
	void mtg38BackBeforeTheVoteWithTheCouncilsConsent() {
		Resolution listed = ready(State.LISTED, "");
		refused("MTG-38", listed, "ask-withdrawal", new ResolutionReason(""), Party.MOVER);
		refused("MTG-38", listed, "consent-withdrawal", input("consent-withdrawal"), Party.COUNCIL);
		refused("MTG-38", listed, "refuse-withdrawal", input("refuse-withdrawal"), Party.COUNCIL);
		Resolution asked = taken(listed, "ask-withdrawal", new ResolutionReason("情况变化"), Party.MOVER);
		Resolution kept = taken(asked, "refuse-withdrawal", input("refuse-withdrawal"), Party.COUNCIL);
		refused("MTG-38", kept, "consent-withdrawal", input("consent-withdrawal"), Party.COUNCIL);
		Resolution back = taken(asked, "consent-withdrawal", input("consent-withdrawal"), Party.COUNCIL);
		assertThat(back.state()).isEqualTo(State.WITHDRAWN);
		assertThat(back.course().ended()).isEqualTo("情况变化");
	}

	@Test
	void maj06WhereNothingIsDecidedTheMoverIsToldInWriting() {
		for (State state : List.of(State.UNDECIDED, State.REJECTED)) {
			refused("MAJ-06", ready(state, "send-opinions"), "send-opinions", new ResolutionWords(" "), Party.OFFICE);
		}
		Resolution joint = ready(State.REJECTED, "send-opinions", ResolutionFixtures.members(5, 0));
		assertThat(taken(joint, "send-opinions", input("send-opinions"), Party.OFFICE).state())
			.as("nobody is asked to report")
			.isEqualTo(State.CLOSED);
	}

	@Test
	void maj09OpinionsInTenDaysReportsInThreeMonthsAndAtMostSix() {
		Decision<Resolution, State, Party> rejected = decided(ready(State.DELIBERATED, "reject"), List.of(), "reject",
				input("reject"), Party.CHAIR, TODAY, "");
		assertThat(clock(rejected, "opinions").dueOn()).isEqualTo(LocalDate.of(2026, 5, 18));
		assertThat(clock(rejected, "opinions").rule()).isEqualTo("MAJ-09");
		Decision<Resolution, State, Party> sent = decided(rejected.after(), rejected.clocks(), "send-opinions",
				input("send-opinions"), Party.OFFICE, TODAY, "");
		Deadline answer = clock(sent, "answer");
		assertThat(answer.holder().text()).isEqualTo("organ:city-government");
		assertThat(answer.dueOn()).isEqualTo(LocalDate.of(2026, 8, 6));
		Decision<Resolution, State, Party> extended = decided(sent.after(), List.of(answer), "extend-answer",
				input("extend-answer"), Party.COUNCIL, TODAY.plusDays(1), "");
		assertThat(clock(extended, "answer").dueOn()).isEqualTo(LocalDate.of(2026, 11, 6));
		assertThat(refusal(extended.after(), extended.clocks(), "extend-answer", input("extend-answer"), Party.COUNCIL,
				TODAY.plusDays(2), "")
			.properties()).containsEntry("rule", "MAJ-09");
		Decision<Resolution, State, Party> published = decided(ready(State.ADOPTED, "publish"), List.of(), "publish",
				ResolutionFixtures.publication(null, "environment-bureau"), Party.OFFICE, TODAY, "");
		assertThat(clock(published, "report").dueOn()).isEqualTo(LocalDate.of(2026, 8, 6));
		assertThat(clock(decided(published.after(), published.clocks(), "extend-report", input("extend-report"),
				Party.COUNCIL, TODAY, ""), "report")
			.dueOn()).isEqualTo(LocalDate.of(2026, 11, 6));
	}

	@Test
	void maj01PublishedWithItsWordsAndReportedInWriting() {
		refused("MAJ-01", ready(State.ADOPTED, "publish"), "publish",
				new ResolutionAction.ResolutionPublication(" ", "公报", null, null, null), Party.OFFICE);
		for (String step : List.of("report-progress", "report-execution", "follow-up")) {
			refused("MAJ-01", ready(State.EXECUTING, step), step, new ResolutionWords(""),
					step.equals("follow-up") ? Party.OFFICE : Party.EXECUTOR);
		}
		refused("MAJ-01", ready(State.OPINIONS_SENT, "answer"), "answer", new ResolutionWords(null), Party.MOVER);
		Resolution nothing = taken(ready(State.ADOPTED, "publish"), "publish", ResolutionFixtures.publication(null),
				Party.OFFICE);
		assertThat(nothing.state()).as("nobody has to carry anything out").isEqualTo(State.CLOSED);
	}

	@Test
	void maj07TheTermIsTheResolutionsAndMoreOfItIsTheStandingCommitteesToGive() {
		Resolution adopted = ready(State.ADOPTED, "publish");
		LocalDate due = LocalDate.of(2026, 12, 31);
		for (ResolutionAction.ResolutionPublication unfit : List.of(ResolutionFixtures.publication(due),
				ResolutionFixtures.publication(TODAY, "environment-bureau"),
				ResolutionFixtures.publication(due, "environment-bureau", "environment-bureau"))) {
			refused("MAJ-07", adopted, "publish", unfit, Party.OFFICE);
		}
		Decision<Resolution, State, Party> published = decided(adopted, List.of(), "publish",
				ResolutionFixtures.publication(due, "environment-bureau", "water-bureau"), Party.OFFICE, TODAY, "");
		assertThat(published.clocks()).hasSize(2).allMatch((clock) -> clock.dueOn().equals(due));
		Refusal early = refusal(published.after(), published.clocks(), "ask-extension",
				new ResolutionAction.ResolutionExtension(due, "工期"), Party.EXECUTOR, TODAY, "");
		assertThat(early.properties()).containsEntry("rule", "MAJ-07");
		Resolution asked = taken(published.after(), "ask-extension", input("ask-extension"), Party.EXECUTOR);
		refused("MAJ-07", asked, "ask-extension", input("ask-extension"), Party.EXECUTOR);
		Decision<Resolution, State, Party> granted = decided(asked, published.clocks(), "grant-extension",
				input("grant-extension"), Party.CHAIR, TODAY, "");
		List<Deadline> running = new ArrayList<>(granted.clocks());
		assertThat(running).hasSize(2);
		assertThat(running.stream().filter(Deadline::isRunning).toList()).hasSize(1).allSatisfy((clock) -> {
			assertThat(clock.holder().text()).isEqualTo("organ:environment-bureau");
			assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2027, 6, 30));
		});
		assertThat(granted.after().execution().task("water-bureau").orElseThrow().dueOn()).isEqualTo(due);
		refused("MAJ-07", granted.after(), "grant-extension", input("grant-extension"), Party.CHAIR);
		refused("MAJ-07", granted.after(), "refuse-extension", input("refuse-extension"), Party.CHAIR);
		Resolution refusedMore = taken(asked, "refuse-extension", input("refuse-extension"), Party.CHAIR);
		assertThat(refusedMore.execution().task("environment-bureau").orElseThrow().dueOn()).isEqualTo(due);
	}

	@Test
	void maj07ItIsReportedWhenEveryOrganHasReportedAndSentBackOnlyToOneOfThem() {
		Resolution two = taken(ready(State.ADOPTED, "publish"), "publish",
				ResolutionFixtures.publication(null, "environment-bureau", "water-bureau"), Party.OFFICE);
		Resolution one = taken(two, "report-execution", input("report-execution"), Party.EXECUTOR);
		assertThat(one.state()).isEqualTo(State.EXECUTING);
		assertThat(one.executedOn()).isEmpty();
		for (String step : List.of("report-execution", "report-progress", "ask-extension")) {
			refused("MAJ-07", one, step, input(step), Party.EXECUTOR);
		}
		Resolution reported = ready(State.REPORTED, "return");
		refused("MAJ-07", reported, "return",
				new ResolutionAction.ResolutionReturn("nobody", TODAY.plusDays(30), "未完成"), Party.OFFICE);
		refused("MAJ-07", reported, "return", new ResolutionAction.ResolutionReturn("environment-bureau", TODAY, "未完成"),
				Party.OFFICE);
	}

	private static ResolutionAction.ResolutionMotion motion(Mover mover, boolean fits) {
		return new ResolutionAction.ResolutionMotion("标题", Motion.Form.DECISION, Motion.Type.OTHER, "草案", null, null,
				null, null, null, (mover != null) ? new KnownMover(mover, fits) : null);
	}

	private static Deadline clock(Decision<Resolution, State, Party> decision, String name) {
		return decision.clocks().stream().filter((clock) -> clock.name().equals(name)).findFirst().orElseThrow();
	}

	private static Resolution taken(Resolution before, String step, Record input, Party party) {
		return decided(before, List.of(), step, input, party, TODAY, "").after();
	}

	private static Decision<Resolution, State, Party> decided(Resolution before, List<Deadline> clocks, String step,
			Record input, Party party, LocalDate on, String lateReason) {
		return ResolutionWorkflow.DECLARED.decide(before, clocks, step, input,
				new Moment<>(ResolutionFixtures.caller(party), Set.of(party), on, RuleBook.statutory(on)), lateReason,
				WorkingDays.ofCalendar());
	}

	private static Refusal refused(String rule, Resolution before, String step, Record input, Party party) {
		Refusal refusal = refusal(before, List.of(), step, input, party, TODAY, "");
		assertThat(refusal.properties()).containsEntry("rule", rule);
		return refusal;
	}

	private static Refusal refusal(Resolution before, List<Deadline> clocks, String step, Record input, Party party,
			LocalDate on, String lateReason) {
		return catchThrowableOfType(Refusal.class, () -> decided(before, clocks, step, input, party, on, lateReason));
	}

}
