package renda.legislation.ballot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import renda.legislation.box.Voter;
import renda.platform.vote.Choice;

/**
 * Those who took part in a ballot, as its sheet and the feed tell it.
 */
public final class Voters {

	private Voters() {
	}

	/**
	 * Who voted what, of the present; of a secret ballot who took part, without a choice.
	 * By member, so that the order tells nothing.
	 */
	public static List<Map<String, Object>> of(Ballot ballot) {
		Known known = ballot.facts();
		Ballot.Count count = ballot.count();
		boolean byPaper = count != null && count.method() == Ballot.Method.PAPER;
		Map<UUID, Choice> choices = new HashMap<>();
		known.votes().forEach((vote) -> choices.put(vote.member(), vote.choice()));
		List<Map<String, Object>> voters = new ArrayList<>();
		for (Voter voter : known.roll()) {
			boolean tookPart = ballot.secret() ? (byPaper ? voter.present() : voter.tookPaper()) : voter.present();
			if (tookPart) {
				Map<String, Object> entry = new LinkedHashMap<>();
				entry.put("member", voter.member().toString());
				entry.put("name", voter.name());
				Choice choice = choices.get(voter.member());
				if (choice != null && !ballot.secret()) {
					entry.put("choice", choice.name());
				}
				voters.add(entry);
			}
		}
		return voters;
	}

}
