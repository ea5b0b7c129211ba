package renda.legislation.voting;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import renda.platform.vote.Choice;
import renda.platform.vote.Contender;
import renda.platform.vote.Election;
import renda.platform.vote.VotingPaper;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * What is marked on a paper that comes in.
 */
final class Marking {

	/** A name: letters, and the dot between the parts of many. */
	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}·.' -]{2,60}");

	private Marking() {
	}

	static Choice requireCast(@Nullable Choice choice) {
		if (choice == null || !choice.isCast()) {
			throw Refusal.invalid("/choice", Text.of("须为赞成、反对或者弃权。", "It is FOR, AGAINST or ABSTAIN."));
		}
		return choice;
	}

	/**
	 * Reads a paper.
	 * @param election who stands; null for a question
	 * @throws Refusal 400 where it does not fit what is asked
	 */
	static VotingPaper read(Casting.Paper paper, @Nullable Election election) {
		List<Casting.Mark> marks = Given.orNone(paper.marks());
		List<String> others = Given.orNone(paper.others()).stream().map(Marking::name).toList();
		if (election == null) {
			Choice choice = requireCast(paper.choice());
			if (!marks.isEmpty() || !others.isEmpty() || Boolean.TRUE.equals(paper.spoiled())) {
				throw Refusal.invalid("/marks",
						Text.of("这不是选举：只填 choice。", "This is no election: give the choice only."));
			}
			return VotingPaper.of(choice);
		}
		if (paper.choice() != null) {
			throw Refusal.invalid("/choice",
					Text.of("这是选举：对每名候选人填 marks。", "This is an election: mark the candidates."));
		}
		return Boolean.TRUE.equals(paper.spoiled()) ? VotingPaper.SPOILED : elected(election, marks, others);
	}

	/**
	 * Whoever is not marked is abstained on.
	 */
	private static VotingPaper elected(Election election, List<Casting.Mark> marks, List<String> others) {
		Map<UUID, Choice> given = new HashMap<>();
		marks.forEach((mark) -> given.put(mark.candidate(), mark.choice()));
		List<UUID> standing = election.candidates().stream().map(Contender::id).toList();
		if (given.size() != marks.size() || !standing.containsAll(given.keySet())
				|| given.containsValue(Choice.NOT_PRESSED)) {
			throw Refusal.invalid("/marks",
					Text.of("每名候选人至多一项：赞成、反对或者弃权。", "Each candidate has one mark at most: FOR, AGAINST or ABSTAIN."));
		}
		if (others.stream().distinct().count() != others.size()
				|| election.candidates().stream().anyMatch((candidate) -> others.contains(name(candidate.name())))) {
			throw Refusal.invalid("/others",
					Text.of("另选他人须为候选人以外的人，每人写一次。", "Persons written in are no candidates, and each is written once."));
		}
		return VotingPaper.of(standing.stream().map((id) -> given.getOrDefault(id, Choice.ABSTAIN)).toList(), others);
	}

	/**
	 * A name as it is counted: 全角 and spaces between Chinese characters make no other.
	 */
	private static String name(String written) {
		String name = Normalizer.normalize(written, Normalizer.Form.NFKC)
			.replaceAll("[•・‧∙]", "·")
			.replaceAll("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})", "")
			.strip();
		if (!NAME.matcher(name).matches()) {
			throw Refusal.invalid("/others", Text.of("须为姓名，2 至 60 个字。", "It is a name of 2 to 60 letters."));
		}
		return name;
	}

	/**
	 * Why a paper is not taken although it fits; empty where it is.
	 */
	static Optional<Objection> objection(VotingPaper paper, @Nullable Election election) {
		if (election == null || paper.spoiled()) {
			return Optional.empty();
		}
		if (election.isPreliminary() && !paper.others().isEmpty()) {
			return Optional.of(new Objection(Election.PRELIMINARY,
					Text.of("预选只就提名的人进行，不另选他人。", "A preliminary election is among the nominees; nobody is written in."),
					Map.of("others", paper.others().size())));
		}
		if (election.runOff() && !paper.others().isEmpty()) {
			return Optional.of(new Objection(Election.MOST_VOTES,
					Text.of("再次投票只就票数相等的人进行，不另选他人。",
							"It is voted again among those with as many votes only; nobody is written in."),
					Map.of("others", paper.others().size())));
		}
		return !election.isVoid(paper) ? Optional.empty() : Optional.of(new Objection(Election.VOID,
				Text.of("所选 %d 人，多于 %d 名，这张票会作废。请少选；确要投废票的，请声明 spoiled。",
						"It is for %d persons, more than %d, and would be void. Mark fewer, or say spoiled.",
						paper.chosen(), election.open()),
				Map.of("chosen", paper.chosen(), "seats", election.open())));
	}

	/**
	 * A rule that a paper meets.
	 */
	record Objection(String rule, Text detail, Map<String, Object> facts) {
	}

}
