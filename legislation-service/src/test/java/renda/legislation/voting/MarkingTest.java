package renda.legislation.voting;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.platform.vote.Choice;
import renda.platform.vote.Contender;
import renda.platform.vote.Election;
import renda.platform.vote.VotingPaper;
import renda.platform.web.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is marked on papers: of a question, of an election, of a run-off.
 */
class MarkingTest {

	private static final List<Contender> BOTH = List.of(new Contender(new UUID(8, 0), "甲某"),
			new Contender(new UUID(8, 1), "阿卜杜拉·买买提"));

	private static final Election ELECTION = Election.among(1, BOTH);

	private static final Election RUN_OFF = ELECTION.again(1, BOTH);

	/**
	 * Names as they are written in, and as they are counted; nothing where it is sent
	 * back.
	 */
	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(nullValues = "-", textBlock = """
			丁某,            丁某
			丁 某,           丁某
			'丁　某 ',       丁某
			古丽•某,         古丽·某
			古丽・某,        古丽·某
			Anna Li,         Anna Li
			Ａｎｎａ,        Anna
			甲 某,           -
			阿卜杜拉•买买提, -
			丁,              -
			丁某1,           -
			丁某|戊某,       -
			""")
	void mot16OneNameIsCountedOnceHoweverItIsWritten(String written, String counted) {
		Casting.Paper paper = paper(null, List.of(), List.of(written), false);
		if (counted == null) {
			assertThat(sentBack(paper, ELECTION)).isTrue();
		}
		else {
			assertThat(Marking.read(paper, ELECTION).others()).containsExactly(counted);
		}
	}

	@Test
	void mot23APreliminaryPaperIsForTheNomineesAndForNoMoreThanTheirPlaces() {
		Election preliminary = Election.preliminary(1, 1, BOTH);
		assertThat(Marking.objection(VotingPaper.of(List.of(Choice.FOR, Choice.FOR), List.of()), preliminary)
			.map(Marking.Objection::rule)).contains("MOT-19");
		assertThat(Marking.objection(VotingPaper.of(List.of(Choice.FOR, Choice.AGAINST), List.of("丁某")), preliminary)
			.map(Marking.Objection::rule)).contains("MOT-23");
		assertThat(Marking.objection(VotingPaper.of(List.of(Choice.FOR, Choice.AGAINST), List.of()), preliminary))
			.isEmpty();
	}

	@Test
	void whoeverIsNotMarkedIsAbstainedOn() {
		assertThat(Marking.read(paper(null, marks("A"), List.of(), false), ELECTION).marks())
			.containsExactly(Choice.AGAINST, Choice.ABSTAIN);
		assertThat(Marking.read(paper(null, List.of(), List.of(), false), ELECTION).marks())
			.containsExactly(Choice.ABSTAIN, Choice.ABSTAIN);
		assertThat(Marking.read(paper(null, marks("FF"), List.of("丁某"), true), ELECTION))
			.isEqualTo(VotingPaper.SPOILED);
	}

	@Test
	void aPaperIsOneOfWhatIsAsked() {
		assertThat(Marking.read(paper(Choice.FOR, List.of(), List.of(), false), null))
			.isEqualTo(VotingPaper.of(Choice.FOR));
		assertThat(sentBack(paper(Choice.FOR, marks("F"), List.of(), false), null)).isTrue();
		assertThat(sentBack(paper(Choice.FOR, List.of(), List.of("丁某"), false), null)).isTrue();
		assertThat(sentBack(paper(null, List.of(), List.of(), true), null)).isTrue();
		assertThat(sentBack(paper(Choice.NOT_PRESSED, List.of(), List.of(), false), null)).isTrue();
		assertThat(sentBack(paper(Choice.FOR, List.of(), List.of(), false), ELECTION)).isTrue();
		assertThat(sentBack(paper(null, marks("P"), List.of(), false), ELECTION)).isTrue();
		assertThat(sentBack(paper(null, List.of(), List.of("丁某", "丁 某"), false), ELECTION)).isTrue();
	}

	@Test
	void mot17Mot19WhatTheLawIsAgainstIsSentBackWithIt() {
		assertThat(objection(marks("FF"), List.of(), ELECTION)).isEqualTo("MOT-19");
		assertThat(objection(marks("FA"), List.of("丁某"), ELECTION)).isEqualTo("MOT-19");
		assertThat(objection(marks("AA"), List.of("丁某"), ELECTION)).isEmpty();
		assertThat(objection(marks("AA"), List.of("丁某"), RUN_OFF)).isEqualTo("MOT-17");
		assertThat(objection(marks("FA"), List.of(), RUN_OFF)).isEmpty();
		assertThat(Marking.objection(VotingPaper.SPOILED, RUN_OFF)).isEmpty();
	}

	private static String objection(List<Casting.Mark> marks, List<String> others, Election election) {
		return Marking.objection(Marking.read(paper(null, marks, others, false), election), election)
			.map(Marking.Objection::rule)
			.orElse("");
	}

	private static boolean sentBack(Casting.Paper paper, Election election) {
		return catchThrowableOfType(Refusal.class, () -> Marking.read(paper, election)) != null;
	}

	/**
	 * Marks on the first and the second: F for, A against, P not pressed.
	 */
	private static List<Casting.Mark> marks(String written) {
		return IntStream.range(0, written.length())
			.mapToObj((i) -> new Casting.Mark(BOTH.get(i).id(), switch (written.charAt(i)) {
				case 'F' -> Choice.FOR;
				case 'A' -> Choice.AGAINST;
				default -> Choice.NOT_PRESSED;
			}))
			.toList();
	}

	private static Casting.Paper paper(Choice choice, List<Casting.Mark> marks, List<String> others, boolean spoiled) {
		return new Casting.Paper("serial", "signature", choice, marks, others, spoiled);
	}

}
