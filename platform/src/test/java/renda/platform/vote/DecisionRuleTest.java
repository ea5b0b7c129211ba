package renda.platform.vote;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DecisionRuleTest {

	private static final RuleSet RULES = RuleBook.statutory(LocalDate.of(2026, 6, 1));

	private static final DecisionRule STANDING_COMMITTEE = new DecisionRule("standing-committee",
			Text.of("常委会表决", "the standing committee"), Base.MEMBERS, "mtg.scMajority", "MTG-03", "mtg.scQuorum",
			"MTG-02", false);

	private static final DecisionRule CONGRESS = new DecisionRule("congress", Text.of("大会表决", "the congress"),
			Base.MEMBERS, "mtg.pcMajority", "MTG-15", "mtg.pcQuorum", "MTG-13", false);

	@ParameterizedTest(name = "of {0} members {1} for it: {2}")
	@CsvSource({ "46, 23, false", "46, 24, true", "51, 25, false", "51, 26, true", "61, 30, false", "61, 31, true" })
	void mtg03MoreThanHalfOfAllMembersPass(int members, int votesFor, boolean passed) {
		Outcome outcome = STANDING_COMMITTEE.outcome(members, members, Tally.of(votesFor, members - votesFor, 0, 0),
				RULES);
		assertThat(outcome.passed()).isEqualTo(passed);
		assertThat(outcome.rule()).isEqualTo("MTG-03");
	}

	@Test
	void absentAbstainingAndSilentMembersCountAgainst() {
		Outcome outcome = STANDING_COMMITTEE.outcome(51, 40, Tally.of(25, 1, 8, 6), RULES);
		assertThat(outcome.passed()).isFalse();
		assertThat(outcome.needed()).isEqualTo(26);
		assertThat(outcome.explanation().en()).isEqualTo(
				"members 51, present 40, for 25, against 1, abstained 8, not pressed 6; needed 26 (more than half of "
						+ "all members): not passed, 地方组织法(2022) 第五十一条");
		assertThat(outcome.explanation().zh())
			.isEqualTo("全体 51 人，出席 40 人，赞成 25 票、反对 1 票、弃权 8 票、未按表决器 6 人；须全体的过半数即 26 票赞成：未通过（地方组织法(2022) 第五十一条）。");
	}

	@Test
	void withTheBarestQuorumASingleVoteAgainstDefeatsAMotion() {
		assertThat(STANDING_COMMITTEE.isQuorate(51, 26, RULES)).isTrue();
		assertThat(STANDING_COMMITTEE.outcome(51, 26, Tally.of(26, 0, 0, 0), RULES).passed()).isTrue();
		assertThat(STANDING_COMMITTEE.outcome(51, 26, Tally.of(25, 1, 0, 0), RULES).passed()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "46, 23, false", "46, 24, true", "51, 25, false", "51, 26, true", "61, 30, false", "61, 31, true" })
	void mtg02TheStandingCommitteeMeetsWithMoreThanHalfOfItsMembers(int members, int present, boolean quorate) {
		assertThat(STANDING_COMMITTEE.isQuorate(members, present, RULES)).isEqualTo(quorate);
	}

	@ParameterizedTest
	@CsvSource({ "563, 375, false", "563, 376, true", "558, 371, false", "558, 372, true" })
	void mtg13TheCongressMeetsWithTwoThirdsOfItsDeputies(int deputies, int present, boolean quorate) {
		assertThat(CONGRESS.isQuorate(deputies, present, RULES)).isEqualTo(quorate);
	}

	@Test
	void mtg15TheCongressPassesWithMoreThanHalfOfAllDeputies() {
		assertThat(CONGRESS.outcome(563, 500, Tally.of(281, 219, 0, 0), RULES).passed()).isFalse();
		assertThat(CONGRESS.outcome(563, 500, Tally.of(282, 218, 0, 0), RULES).passed()).isTrue();
	}

	@Test
	void aMissingQuorumIsRefusedWithItsArticleAndTheNumbers() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> STANDING_COMMITTEE.requireQuorum(51, 25, RULES))
			.satisfies((refusal) -> {
				assertThat(refusal.properties()).containsEntry("rule", "MTG-02");
				assertThat(refusal.detail().en()).contains("members 51, present 25, needed 26");
			});
	}

	@Test
	void theShareMayBeTakenOfThosePresentOrOfTheValidVotes() {
		DecisionRule present = new DecisionRule("present", Text.of("出席", "present"), Base.PRESENT, "mtg.scMajority",
				"MTG-03", "mtg.scQuorum", "MTG-02", false);
		assertThat(present.outcome(51, 40, Tally.of(21, 19, 0, 0), RULES).passed()).isTrue();
		DecisionRule cast = new DecisionRule("cast", Text.of("有效票", "cast"), Base.CAST, "mtg.scMajority", "MTG-03",
				"mtg.scQuorum", "MTG-02", false);
		Outcome outcome = cast.outcome(51, 40, new Tally(11, 10, 0, 9, 10), RULES);
		assertThat(outcome.needed()).isEqualTo(11);
		assertThat(outcome.passed()).isTrue();
		assertThat(outcome.explanation().zh()).contains("无效 10 票");
	}

}
