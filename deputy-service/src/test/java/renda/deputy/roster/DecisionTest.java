package renda.deputy.roster;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.deputy.congress.Congress;
import renda.deputy.roster.Deputy.State;
import renda.deputy.roster.DeputyAction.Proposer;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * 选举法 第四十七条至第五十七条、代表法 第二条、第六十一条至第六十三条.
 */
class DecisionTest {

	private static final LocalDate DAY = LocalDate.of(2023, 6, 1);

	private static final RuleSet LAW = RuleBook.statutory(DAY);

	/**
	 * Written from the statutes: state, action, next state. What is not here is refused.
	 */
	private static final String MACHINE = """
			ELECTED          confirm-credentials  CREDENTIALS_OK
			ELECTED          void-election        VOID
			CREDENTIALS_OK   take-office          ACTIVE
			ACTIVE           suspend              SUSPENDED
			SUSPENDED        restore              ACTIVE
			ACTIVE           request-resignation  RESIGN_REQUESTED
			RESIGN_REQUESTED accept-resignation   RESIGNED
			RESIGN_REQUESTED decline-resignation  ACTIVE
			ACTIVE           recall               RECALLED
			SUSPENDED        recall               RECALLED
			RESIGN_REQUESTED recall               RECALLED
			ACTIVE           terminate            TERMINATED
			SUSPENDED        terminate            TERMINATED
			RESIGN_REQUESTED terminate            TERMINATED
			RESIGNED         announce             ANNOUNCED
			RECALLED         announce             ANNOUNCED
			TERMINATED       announce             ANNOUNCED
			ANNOUNCED        declare-vacant       VACANT
			VACANT           fill                 BY_ELECTION
			""";

	/**
	 * Who may do what to a city deputy's seat: the office keeps all of it, the electing
	 * county's standing committee takes resignations, recalls and fills, the deputy may
	 * ask to resign. Of a county's or town's seat the county's committee does all.
	 */
	private static final Map<String, Set<Actor>> WHO = Map.of("request-resignation", EnumSet.allOf(Actor.class),
			"accept-resignation", Set.of(Actor.OFFICE, Actor.OWN_COMMITTEE, Actor.ELECTING_COMMITTEE),
			"decline-resignation", Set.of(Actor.OFFICE, Actor.OWN_COMMITTEE, Actor.ELECTING_COMMITTEE), "recall",
			Set.of(Actor.OFFICE, Actor.OWN_COMMITTEE, Actor.ELECTING_COMMITTEE), "fill",
			Set.of(Actor.OFFICE, Actor.OWN_COMMITTEE, Actor.ELECTING_COMMITTEE));

	@TestFactory
	Stream<DynamicTest> everyStateActionAndActorIsDecidedAsTheTableSays() {
		Map<String, State> machine = new HashMap<>();
		MACHINE.lines().map((line) -> line.strip().split("\\s+")).forEach((cells) -> {
			machine.put(cells[0] + " " + cells[1], State.valueOf(cells[2]));
		});
		return Arrays.stream(State.values())
			.flatMap((state) -> actions().stream().flatMap((action) -> Arrays.stream(Actor.values()).map((actor) -> {
				String name = Step.of(action).path();
				return DynamicTest.dynamicTest(state + " " + name + " " + actor, () -> {
					Set<Actor> who = WHO.getOrDefault(name, Set.of(Actor.OFFICE, Actor.OWN_COMMITTEE));
					State next = machine.get(state + " " + name);
					Deputy seat = seat(state, Congress.Level.CITY);
					if (!who.contains(actor)) {
						assertThat(refusal(seat, actor, action).status()).isEqualTo(HttpStatus.FORBIDDEN);
					}
					else if (next == null) {
						assertThat(refusal(seat, actor, action).slug()).isEqualTo("wrong-state");
					}
					else {
						assertThat(Decision.of(seat, Set.of(actor), action, LAW).to()).isEqualTo(next);
					}
				});
			})));
	}

	@Test
	void offersExactlyTheStepsThatItWouldTake() {
		for (State state : State.values()) {
			for (Actor actor : Actor.values()) {
				List<Step> open = Step.open(state, Set.of(actor));
				List<Step> taken = actions().stream()
					.filter((action) -> isTaken(seat(state, Congress.Level.CITY), actor, action))
					.map(Step::of)
					.sorted()
					.toList();
				assertThat(open).containsExactlyElementsOf(taken);
			}
		}
	}

	/**
	 * 选举法 第四十七条 (credentials), 第五十五条 (resignation), 第五十七条 (by-election); 代表法 第六十一条
	 * (suspension), 第六十二条 (termination), 第六十三条 (announcement).
	 */
	@ParameterizedTest
	@CsvSource({ "confirm-credentials, DEP-04", "void-election, DEP-04", "take-office, DEP-01", "suspend, DEP-13",
			"restore, DEP-13", "request-resignation, DEP-11", "accept-resignation, DEP-11",
			"decline-resignation, DEP-11", "recall, DEP-08", "terminate, DEP-14", "announce, DEP-15",
			"declare-vacant, DEP-06", "fill, DEP-06" })
	void everyStepNamesItsRule(String path, String rule) {
		assertThat(Arrays.stream(Step.values())
			.filter((step) -> step.path().equals(path))
			.map((step) -> step.rule(Congress.Level.CITY))).containsExactly(rule);
	}

	@Test
	void nobodyElseMayDoAnything() {
		assertThat(Step.open(State.ACTIVE, Set.of())).isEmpty();
	}

	@Test
	void dep01NoDeputyTakesOfficeBeforeTheFirstSession() {
		Refusal refusal = refusal(seat(State.CREDENTIALS_OK, Congress.Level.CITY), Actor.OFFICE,
				new DeputyAction.TakeOffice(LocalDate.of(2023, 1, 4)));
		assertRule(refusal, "DEP-01");
		assertThat(Decision.of(seat(State.CREDENTIALS_OK, Congress.Level.CITY), Set.of(Actor.OFFICE),
				new DeputyAction.TakeOffice(LocalDate.of(2023, 1, 5)), LAW))
			.isEqualTo(Step.TAKE_OFFICE);
	}

	@ParameterizedTest
	@CsvSource({ "DETAINED, , false, CITY, DEP-16", "DETAINED, , , COUNTY, DEP-16", "DETAINED, ' ', , CITY, DEP-16",
			"DETAINED, 许可决定, , CITY, ", "DETAINED, , true, CITY, ", "DETAINED, , , TOWN, ",
			"SERVING_SENTENCE, , , CITY, " })
	void dep16DetentionNeedsAPermission(DeputyAction.Suspension ground, String permission, Boolean inTheAct,
			Congress.Level level, String rule) {
		DeputyAction action = new DeputyAction.Suspend(DAY, ground, permission, inTheAct);
		decidesBy(seat(State.ACTIVE, level), action, rule);
	}

	@ParameterizedTest
	@CsvSource({ "40, 20, DEP-11", "40, 21, ", "41, 20, DEP-11", "41, 21, " })
	void dep11AResignationTakesMoreThanHalfOfAllMembers(int members, int votes, String rule) {
		decidesBy(seat(State.RESIGN_REQUESTED, Congress.Level.CITY),
				new DeputyAction.AcceptResignation(DAY, members, votes, "决定"), rule);
	}

	@Test
	void dep11AResignationIsInWriting() {
		decidesBy(seat(State.ACTIVE, Congress.Level.CITY), new DeputyAction.RequestResignation(DAY, false, null),
				"DEP-11");
	}

	@ParameterizedTest
	@CsvSource({ "CITY, PRESIDIUM, 1, 0, 300, 151, true, ", "CITY, COUNCIL, 1, 0, 25, 13, true, ",
			"CITY, DEPUTIES, 30, 300, 300, 151, true, ", "CITY, DEPUTIES, 29, 300, 300, 151, true, DEP-07",
			"CITY, MEMBERS, 5, 25, 25, 13, true, ", "CITY, MEMBERS, 4, 25, 25, 13, true, DEP-07",
			"CITY, MEMBERS, 5, 0, 25, 13, true, DEP-07", "CITY, VOTERS, 5000, 0, 25, 13, true, DEP-07",
			"CITY, COUNCIL, 1, 0, 25, 13, false, DEP-09", "CITY, COUNCIL, 1, 0, 26, 13, true, DEP-08",
			"COUNTY, VOTERS, 50, 0, 2000, 1001, true, ", "COUNTY, VOTERS, 49, 0, 2000, 1001, true, DEP-10",
			"COUNTY, VOTERS, 50, 0, 2000, 1000, true, DEP-10", "COUNTY, COUNCIL, 1, 0, 2000, 1001, true, DEP-10",
			"TOWN, VOTERS, 30, 0, 800, 401, true, ", "TOWN, VOTERS, 29, 0, 800, 401, true, DEP-10" })
	void dep07To10ARecallIsProposedAndPassedAsTheLawSays(Congress.Level level, Proposer proposer, int proposers,
			int base, int electors, int votes, boolean secret, String rule) {
		decidesBy(seat(State.ACTIVE, level),
				new DeputyAction.Recall(DAY, proposer, proposers, base, electors, votes, secret, "决议"), rule);
	}

	@ParameterizedTest
	@CsvSource({ "ABSENT, , DEP-14", "ABSENT, 1, DEP-14", "ABSENT, 2, ", "MOVED_AWAY, , ", "DEATH, , " })
	void dep14TwoAbsencesWithoutLeaveEndASeat(DeputyAction.Termination ground, Integer absences, String rule) {
		decidesBy(seat(State.ACTIVE, Congress.Level.CITY), new DeputyAction.Terminate(DAY, ground, absences, null),
				rule);
	}

	@Test
	void dep06OnlyAValidByElectionOfTheSameUnitFillsASeat() {
		Deputy vacant = seat(State.VACANT, Congress.Level.CITY);
		assertThatThrownBy(() -> Decision.successor(vacant, seat(State.ELECTED, Congress.Level.CITY), LAW))
			.isInstanceOfSatisfying(Refusal.class, (refusal) -> assertRule(refusal, "DEP-06"));
		Decision.successor(vacant, byElected(State.ELECTED), LAW);
		assertThatThrownBy(() -> Decision.successor(vacant, byElected(State.VOID), LAW)).isInstanceOf(Refusal.class);
	}

	@Test
	void refusesAStepThatGoesBackInTime() {
		DeputyAction early = new DeputyAction.Restore(LocalDate.of(2023, 1, 5), "恢复");
		assertThat(refusal(seat(State.SUSPENDED, Congress.Level.CITY), Actor.OFFICE, early).status())
			.isEqualTo(HttpStatus.BAD_REQUEST);
	}

	@Test
	void aCountyCommitteeActsForItsOwnCountyOnly() {
		assertThat(Actor.of(committee("410105"), Congress.Level.COUNTY, "410105", "410105001", ""))
			.containsExactly(Actor.OWN_COMMITTEE);
		assertThat(Actor.of(committee("410105"), Congress.Level.TOWN, "410105101", "410105101", ""))
			.containsExactly(Actor.OWN_COMMITTEE);
		assertThat(Actor.of(committee("410105"), Congress.Level.CITY, "410100", "410105", ""))
			.containsExactly(Actor.ELECTING_COMMITTEE);
		assertThat(Actor.of(committee("410105"), Congress.Level.COUNTY, "410102", "410102001", "")).isEmpty();
		assertThat(Actor.of(committee("410100"), Congress.Level.COUNTY, "410102", "410102001", "")).isEmpty();
		assertThat(Actor.of(new Caller("c", "c", Set.of(Role.COUNTY_COMMITTEE), Set.of(), ""), Congress.Level.COUNTY,
				"410102", "410102001", ""))
			.isEmpty();
	}

	@Test
	void aDeputyIsOnlyTheirOwn() {
		Caller deputy = new Caller("me", "me", Set.of(Role.DEPUTY), Set.of("410100"), "");
		assertThat(Actor.of(deputy, Congress.Level.CITY, "410100", "410105", "me")).containsExactly(Actor.SELF);
		assertThat(Actor.of(deputy, Congress.Level.CITY, "410100", "410105", "other")).isEmpty();
		assertThat(Actor.of(deputy, Congress.Level.CITY, "410100", "410105", "")).isEmpty();
	}

	private static Caller committee(String area) {
		return new Caller("c", "c", Set.of(Role.COUNTY_COMMITTEE), Set.of(area), "");
	}

	private static void decidesBy(Deputy seat, DeputyAction action, String rule) {
		if (rule != null) {
			assertRule(refusal(seat, Actor.OFFICE, action), rule);
		}
		else {
			assertThat(Decision.of(seat, Set.of(Actor.OFFICE), action, LAW)).isEqualTo(Step.of(action));
		}
	}

	private static void assertRule(Refusal refusal, String rule) {
		assertThat(refusal.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(refusal.properties()).containsEntry("rule", rule).containsKeys("citation", "quote", "facts");
		assertThat(String.valueOf(refusal.properties().get("quote"))).hasSizeLessThanOrEqualTo(40);
	}

	private static boolean isTaken(Deputy seat, Actor actor, DeputyAction action) {
		try {
			Decision.of(seat, Set.of(actor), action, LAW);
			return true;
		}
		catch (Refusal refusal) {
			return false;
		}
	}

	private static Refusal refusal(Deputy seat, Actor actor, DeputyAction action) {
		return catchThrowableOfType(Refusal.class, () -> Decision.of(seat, Set.of(actor), action, LAW));
	}

	/**
	 * One lawful action of each kind.
	 */
	private static List<DeputyAction> actions() {
		return List.of(new DeputyAction.ConfirmCredentials(DAY, "决定"), new DeputyAction.VoidElection(DAY, "决定", "程序违法"),
				new DeputyAction.TakeOffice(DAY),
				new DeputyAction.Suspend(DAY, DeputyAction.Suspension.SERVING_SENTENCE, null, null),
				new DeputyAction.Restore(DAY, "情形消失"), new DeputyAction.RequestResignation(DAY, true, "工作变动"),
				new DeputyAction.AcceptResignation(DAY, 25, 13, "决定"), new DeputyAction.DeclineResignation(DAY, "未获通过"),
				new DeputyAction.Recall(DAY, Proposer.COUNCIL, 1, 0, 25, 13, true, "决议"),
				new DeputyAction.Terminate(DAY, DeputyAction.Termination.MOVED_AWAY, null, null),
				new DeputyAction.Announce(DAY, "公告"), new DeputyAction.DeclareVacant(DAY),
				new DeputyAction.Fill(DAY, UUID.randomUUID()));
	}

	private static Deputy seat(State state, Congress.Level level) {
		return seat(state, level, false);
	}

	private static Deputy byElected(State state) {
		return seat(state, Congress.Level.CITY, true);
	}

	private static Deputy seat(State state, Congress.Level level, boolean byElection) {
		LocalDate since = (state == State.CREDENTIALS_OK) ? LocalDate.of(2022, 12, 28) : LocalDate.of(2023, 1, 10);
		return new Deputy(UUID.randomUUID(), "梁小满", Deputy.Sex.FEMALE, "410100-16", "某届", level, "410100", 16,
				"410100-410105", "某单位", "410105", "", "", state, since, LocalDate.of(2022, 12, 20), byElection,
				LocalDate.of(2023, 1, 5), "", true, 1);
	}

}
