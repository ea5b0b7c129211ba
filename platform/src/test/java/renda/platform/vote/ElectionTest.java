package renda.platform.vote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.vote.Election.Votes;
import renda.platform.vote.Election.WrittenIn;
import renda.platform.vote.ElectionOutcome.Result;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Elections, case by case after 地方组织法(2022) 第二十五条 to 第三十条 and 选举法(2020) 第四十四条. Of 560
 * deputies 281 are more than half.
 */
class ElectionTest {

	private static final RuleSet RULES = RuleBook.statutory(LocalDate.of(2026, 6, 1));

	private static final DecisionRule CONGRESS = new DecisionRule("congress-secret", Text.of("大会无记名投票", "congress"),
			Base.MEMBERS, "mtg.pcMajority", "MTG-15", "mtg.pcQuorum", "MTG-13", true);

	private static final int DEPUTIES = 560;

	private static final int PRESENT = 540;

	/**
	 * Seats, votes for A, B, C … in turn, and what comes of it: elected, voted on again
	 * (for how many seats), seats left for another election.
	 */
	@ParameterizedTest(name = "{0} seats, {1}: elected {2}, again {3} for {4}, {5} left ({6})")
	@CsvSource(nullValues = "-", textBlock = """
			1, 281,             A,   -,   0, 0, MTG-15 as many candidates as seats: more than half of all
			1, 280,             -,   -,   0, 1, MTG-15 and MOT-18: half is not enough
			2, 400 300,         AB,  -,   0, 0, MOT-21 as many candidates as seats
			2, 400 280,         A,   -,   0, 1, MOT-18 the seat that stays empty
			1, 300 239,         A,   -,   0, 0, MOT-22 a head with one candidate more
			2, 320 310 300,     AB,  -,   0, 0, MOT-17 more have over half than there are seats: the most votes
			2, 300 310 320,     CB,  -,   0, 0, MOT-17 whatever the order of the paper
			2, 320 300 300,     A,   BC,  1, 0, MOT-17 as many votes at the last seat: those two again
			2, 300 300 300,     -,   ABC, 2, 0, MOT-17 all three again for both seats
			3, 330 300 300 300, A,   BCD, 2, 0, MOT-17 three again for two seats
			3, 330 330 300 300, AB,  CD,  1, 0, MOT-17 those before the tie are elected
			2, 300 300 280,     AB,  -,   0, 0, as many votes where both have a seat decide nothing
			2, 320 280 280,     A,   -,   0, 1, MOT-18 equal votes below half are no tie
			3, 320 310 200 100, AB,  -,   0, 1, MOT-18 two elected of three
			2, 100 100 100,     -,   -,   0, 2, MOT-18 nobody has more than half
			""")
	void mtg15Mot17Mot18Mot21Mot22WhoIsElected(int seats, String votesFor, String elected, String again, int runOff,
			int vacant, String why) {
		ElectionOutcome outcome = outcome(seats, false, numbers(votesFor));
		assertThat(names(outcome, Result.ELECTED)).as(why).isEqualTo((elected != null) ? elected : "");
		assertThat(names(outcome, Result.RUN_OFF)).as(why).isEqualTo((again != null) ? again : "");
		assertThat(outcome.runOffSeats()).isEqualTo(runOff);
		assertThat(outcome.vacant()).isEqualTo(vacant);
		assertThat(outcome.needed()).isEqualTo(281);
		assertThat(outcome.rule()).isEqualTo("MTG-15");
		assertThat(outcome.anyElected()).isEqualTo(elected != null);
		assertThat(outcome.needsRunOff()).isEqualTo(runOff > 0);
	}

	/**
	 * In a run-off the most votes elect, also fewer than half: all of them had more than
	 * half before.
	 */
	@ParameterizedTest(name = "{0} seats, {1}: elected {2}, again {3} for {4}")
	@CsvSource(nullValues = "-", textBlock = """
			1, 200 199,     A,  -,   0
			1, 250 250,     -,  AB,  1
			2, 200 150 150, A,  BC,  1
			2, 200 150 149, AB, -,   0
			1, 0 0,         -,  AB,  1
			""")
	void mot17InARunOffTheMostVotesElect(int seats, String votesFor, String elected, String again, int runOff) {
		ElectionOutcome outcome = outcome(seats, true, numbers(votesFor));
		assertThat(names(outcome, Result.ELECTED)).isEqualTo((elected != null) ? elected : "");
		assertThat(names(outcome, Result.RUN_OFF)).isEqualTo((again != null) ? again : "");
		assertThat(outcome.runOffSeats()).isEqualTo(runOff);
		assertThat(outcome.vacant()).as("a run-off fills every seat or goes on").isZero();
		assertThat(outcome.rule()).isEqualTo("MOT-17");
	}

	@Test
	void mot19APaperForMorePersonsThanSeatsIsVoidAndOneForFewerIsNot() {
		Election election = election(2, 3, false);
		List<VotingPaper> papers = List.of(paper("FFA"), paper("FFF"), paper("AAA", "丁"), paper("FFA", "丁"),
				paper("FAS"), paper("SSS"), VotingPaper.SPOILED);
		assertThat(papers.stream().map(election::isVoid)).containsExactly(false, true, false, true, false, false, true);
		Votes votes = election.count(papers, 9);
		assertThat(votes.candidates()).containsExactly(new Tally(2, 1, 1, 2, 3), new Tally(1, 2, 1, 2, 3),
				new Tally(0, 2, 2, 2, 3));
		assertThat(votes.others()).containsExactly(new WrittenIn("丁", 1));
		assertThat(votes.otherVotes()).isEqualTo(1);
		assertThat(election.addsUp(votes, 9)).isTrue();
	}

	@Test
	void mot16SomebodyWrittenInByMoreThanHalfIsElected() {
		Election election = election(1, 2, false);
		List<VotingPaper> papers = new ArrayList<>(Collections.nCopies(300, paper("AA", "丁某")));
		papers.addAll(Collections.nCopies(3, paper("AA", "戊某")));
		papers.addAll(Collections.nCopies(200, paper("FA")));
		papers.addAll(Collections.nCopies(30, paper("AF")));
		ElectionOutcome outcome = election.outcome(DEPUTIES, PRESENT, election.count(papers, PRESENT), CONGRESS, RULES);
		assertThat(names(outcome, Result.ELECTED)).isEqualTo("丁某");
		assertThat(outcome.placings().getFirst().candidate()).isNull();
		assertThat(outcome.placings().getFirst().tally()).isEqualTo(new Tally(300, 0, 233, 7, 0));
		assertThat(outcome.otherVotes()).isEqualTo(303);
		assertThat(outcome.toString()).as("a name that few wrote in would tell of its writer").doesNotContain("戊某");
	}

	@Test
	void equalPapersAreWrittenEqually() {
		VotingPaper paper = paper("FSA", "乙某", "甲某");
		assertThat(paper).isEqualTo(paper("FSA", "甲某", "乙某"));
		assertThat(VotingPaper.read(paper.written())).isEqualTo(paper);
		assertThat(VotingPaper.read(VotingPaper.SPOILED.written())).isEqualTo(VotingPaper.SPOILED);
		assertThat(VotingPaper.of(Choice.AGAINST).written()).isEqualTo("AGAINST");
		assertThat(paper).hasToString("a paper");
		assertThatIllegalArgumentException().isThrownBy(() -> VotingPaper.of(Choice.NOT_PRESSED));
		assertThatIllegalArgumentException().isThrownBy(() -> paper("F", "甲|乙"));
	}

	/**
	 * What is counted by hand, of 2 seats and 10 present.
	 */
	@ParameterizedTest(name = "{0} others {1}, {2}: {3}")
	@CsvSource(textBlock = """
			5/2/1/1/1 4/3/1/1/1, 2, true,  every valid paper says something on each
			5/2/1/1/1 4/3/2/0/1, 2, false, two tellers differ on papers not returned
			5/2/1/2/1 4/3/1/2/1, 2, false, more than were there
			8/0/0/1/1 8/0/0/1/1, 0, true,  every paper for two
			8/0/0/1/1 8/0/0/1/1, 1, false, more persons chosen than papers allow
			5/2/1/1/1,           2, false, a candidate is missing
			""")
	void mot19ACountByHandAddsUp(String tallies, int others, boolean addsUp, String why) {
		List<Tally> counted = Arrays.stream(tallies.split(" ")).map((text) -> {
			List<Integer> of = Arrays.stream(text.split("/")).map(Integer::valueOf).toList();
			return new Tally(of.get(0), of.get(1), of.get(2), of.get(3), of.get(4));
		}).toList();
		assertThat(election(2, 2, false).addsUp(new Votes(counted, List.of(), others), 10)).as(why).isEqualTo(addsUp);
	}

	@Test
	void mot17NobodyIsWrittenInInARunOff() {
		Votes votes = new Votes(List.of(Tally.of(5, 4, 1, 0), Tally.of(4, 5, 1, 0)), List.of(), 1);
		assertThat(election(1, 2, false).addsUp(votes, 10)).isTrue();
		assertThat(election(1, 2, true).addsUp(votes, 10)).isFalse();
		assertThatIllegalArgumentException().as("there is nothing to decide").isThrownBy(() -> election(2, 2, true));
	}

	@Test
	void theOutcomeIsExplainedWithItsNumbersAndArticles() {
		ElectionOutcome outcome = outcome(2, false, List.of(320, 300, 300));
		assertThat(outcome.explanation().zh()).isEqualTo("全体 560 人，出席 540 人，有效票 540 张、无效票 0 张、未投票 0 人，应选 2 名，候选人 3 名；"
				+ "须全体的过半数即 281 票赞成（地方组织法(2022) 第二十五条）；A：赞成 320 票、反对 220 票、弃权 0 票，当选；"
				+ "B：赞成 300 票、反对 240 票、弃权 0 票，票数相等，再次投票；C：赞成 300 票、反对 240 票、弃权 0 票，票数相等，再次投票；"
				+ "票数相等不能确定当选人，就票数相等的人再次投票选 1 名（地方组织法(2022) 第二十九条）。");
		assertThat(outcome(1, false, List.of(280)).explanation().en()).contains(
				"needed 281 (more than half of all members)",
				"another election fills 1 of the seats (地方组织法(2022) 第二十九条)");
		assertThat(outcome(1, true, List.of(2, 1)).explanation().en()).contains("the most votes elect");
	}

	/**
	 * Nominees of whom a preliminary election lets so many stand: places, votes, who is
	 * on the list, and who is voted on again for how many places.
	 */
	@ParameterizedTest(name = "{0} places, {1}: on the list {2}, again {3} for {4}")
	@CsvSource(nullValues = "-", textBlock = """
			3, 400 300 200 100,     ABC, -,   0, by the most votes
			3, 100 200 300 400,     DCB, -,   0, whatever the order of the paper
			3, 90 80 70 60 50,      ABC, -,   0, also with fewer than half
			3, 400 300 200 200,     AB,  CD,  1, as many at the last place: those again
			3, 400 200 200 200 200, A,   BCDE, 2, four again for two places
			3, 300 300 300 100,     ABC, -,   0, as many where all have a place decide nothing
			2, 0 0 0,               -,   ABC, 2, no votes order nobody
			""")
	void mot23Mot24APreliminaryElectionLetsThoseStandWhoHaveTheMostVotes(int places, String votesFor, String listed,
			String again, int runOff, String why) {
		List<Integer> votes = numbers(votesFor);
		ElectionOutcome outcome = outcome(preliminary(2, places, votes.size()), votes);
		assertThat(names(outcome, Result.LISTED)).as(why).isEqualTo((listed != null) ? listed : "");
		assertThat(names(outcome, Result.RUN_OFF)).as(why).isEqualTo((again != null) ? again : "");
		assertThat(outcome.with(Result.ELECTED)).as("nobody is elected yet").isEmpty();
		assertThat(outcome.with(Result.NOT_ELECTED)).isEmpty();
		assertThat(List.of(outcome.runOffSeats(), outcome.vacant(), outcome.needed())).containsExactly(runOff, 0, 0);
		assertThat(outcome.rule()).isEqualTo("MOT-23");
		assertThat(outcome.settles()).as("the election itself is still to come").isFalse();
	}

	@Test
	void mot24ThoseWithAsManyAreVotedOnAgainForThePlacesThatAreLeft() {
		Election first = preliminary(2, 3, 4);
		Election again = first.again(1, first.candidates().subList(2, 4));
		assertThat(again.isPreliminary()).isTrue();
		assertThat(List.of(again.seats(), again.open())).containsExactly(2, 1);
		ElectionOutcome outcome = outcome(again, List.of(120, 121));
		assertThat(names(outcome, Result.LISTED)).isEqualTo("D");
		assertThat(names(outcome, Result.NOT_LISTED)).isEqualTo("C");
		assertThat(outcome.rule()).isEqualTo("MOT-24");
		assertThat(election(2, 4, false).again(1, first.candidates().subList(2, 4)).isPreliminary()).isFalse();
	}

	@Test
	void mot23APaperOfAPreliminaryElectionIsForNoMoreThanItsPlacesAndForNominees() {
		Election election = preliminary(1, 2, 3);
		assertThat(election.isVoid(paper("FFA"))).isFalse();
		assertThat(election.isVoid(paper("FFF"))).isTrue();
		Votes votes = election.count(List.of(paper("FFA"), paper("FFF"), paper("AAF")), 4);
		assertThat(election.addsUp(votes, 4)).isTrue();
		assertThat(election.addsUp(new Votes(votes.candidates(), List.of(), 1), 4)).as("others").isFalse();
		assertThatIllegalArgumentException().as("all of them stand").isThrownBy(() -> preliminary(1, 3, 3));
	}

	@Test
	void thePaperIsInTheOrderOfStrokesAndSaysSo() {
		Election election = Election.among(1, List.of(new Contender(new UUID(1, 0), "郑某"),
				new Contender(new UUID(1, 1), "丁某"), new Contender(new UUID(1, 2), "王某")));
		assertThat(election.order()).isNull();
		assertThat(election.byStrokes().candidates()).extracting(Contender::name).containsExactly("丁某", "王某", "郑某");
		assertThat(election.byStrokes().order())
			.isEqualTo(Text.of("以姓名笔画为序", "in the order of the strokes of their names"));
	}

	@Test
	void whatAnEarlierVersionHasWrittenIsRead() {
		JsonMapper json = new JsonMapper();
		String written = "{\"seats\":1,\"candidates\":[{\"id\":\"%s\",\"name\":\"甲\"}],\"runOff\":false}"
			.formatted(new UUID(1, 0));
		Election read = json.readValue(written, Election.class);
		assertThat(read).isEqualTo(Election.among(1, List.of(new Contender(new UUID(1, 0), "甲"))));
		assertThat(json.writeValueAsString(read)).isEqualTo(written);
		Election preliminary = preliminary(2, 3, 4).byStrokes();
		assertThat(json.readValue(json.writeValueAsString(preliminary), Election.class)).isEqualTo(preliminary);
	}

	private static Election preliminary(int seats, int places, int nominees) {
		return Election.preliminary(seats, places, election(seats, nominees, false).candidates());
	}

	private static ElectionOutcome outcome(Election election, List<Integer> votesFor) {
		List<Tally> tallies = votesFor.stream().map((votes) -> Tally.of(votes, PRESENT - votes, 0, 0)).toList();
		return election.outcome(DEPUTIES, PRESENT, new Votes(tallies, List.of(), 0), CONGRESS, RULES);
	}

	private static ElectionOutcome outcome(int seats, boolean runOff, List<Integer> votesFor) {
		return outcome(election(seats, votesFor.size(), runOff), votesFor);
	}

	private static List<Integer> numbers(String written) {
		return Arrays.stream(written.split(" ")).map(Integer::valueOf).toList();
	}

	private static String names(ElectionOutcome outcome, Result result) {
		return outcome.with(result).stream().map(ElectionOutcome.Placing::name).collect(Collectors.joining());
	}

	private static Election election(int seats, int candidates, boolean runOff) {
		List<Contender> all = new ArrayList<>();
		for (int i = 0; i < candidates; i++) {
			all.add(new Contender(new UUID(1, i), String.valueOf((char) ('A' + i))));
		}
		return new Election(seats, all, runOff, null, null);
	}

	/**
	 * A paper: F for, A against, S abstaining.
	 */
	private static VotingPaper paper(String marks, String... others) {
		return VotingPaper.of(marks.chars()
			.mapToObj((mark) -> (mark == 'F') ? Choice.FOR : (mark == 'A') ? Choice.AGAINST : Choice.ABSTAIN)
			.toList(), List.of(others));
	}

}
