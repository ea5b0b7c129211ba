package renda.legislation.voting;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.ballot.Ballot;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.vote.Choice;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * How ballots stand for those who vote, what they press in open ones, and who voted what.
 */
@Repository
class Votes {

	private static final List<Sort> SORTS = List.of(Sort.ascending("member").by("member_id", UUID.class));

	private static final String STANDING = """
			SELECT ballot.state, ballot.secret, coalesce((ballot.content #>> '{opening,casting}')::boolean, false) AS casting,
			       ballot.content #>> '{opening,key}' AS key, voter.member_id, voter.present, voter.blinded, voter.signed,
			       vote.choice, vote.press, ballot.content #>> '{question,election}' AS election
			FROM ballot
			LEFT JOIN ballot_roll AS voter ON voter.ballot_id = ballot.id AND voter.account = $2 AND voter.account <> ''
			LEFT JOIN ballot_vote AS vote ON vote.ballot_id = ballot.id AND vote.member_id = voter.member_id
			WHERE ballot.id = $1
			LIMIT 1""";

	/** A press that is not later than the one that counts changes nothing. */
	private static final String VOTE = """
			INSERT INTO ballot_vote (ballot_id, member_id, choice, press)
			VALUES ($1, $2, $3, coalesce($4, 1))
			ON CONFLICT (ballot_id, member_id) DO UPDATE
			SET choice = excluded.choice, press = coalesce($4, ballot_vote.press + 1)
			WHERE CASE WHEN $4 IS NULL THEN ballot_vote.choice <> excluded.choice ELSE ballot_vote.press < $4 END
			RETURNING choice, press""";

	private static final String LIST = """
			SELECT voter.member_id, voter.name, voter.present, voter.remote, vote.choice,
			       CASE WHEN ballot.content #>> '{count,method}' = 'PAPER' THEN voter.present ELSE voter.signed IS NOT NULL END
			           AS took_paper,
			       ballot.secret, ballot.modified_at
			FROM ballot_roll AS voter
			JOIN ballot ON ballot.id = voter.ballot_id
			LEFT JOIN ballot_vote AS vote ON vote.ballot_id = voter.ballot_id AND vote.member_id = voter.member_id""";

	private final DatabaseClient database;

	Votes(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * How a ballot stands for somebody; empty where there is no such ballot.
	 */
	Mono<Standing> standing(UUID ballot, String account) {
		return this.database.sql(STANDING).bind(0, ballot).bind(1, account).map(Standing::of).one();
	}

	/**
	 * Writes a vote.
	 * @param press how often the member has pressed; null: once more than before
	 * @return what counts now; empty where this press changes nothing
	 */
	Mono<Pressed> vote(UUID ballot, UUID member, Choice choice, @Nullable Integer press) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(VOTE)
			.bind(0, ballot)
			.bind(1, member)
			.bind(2, choice.name());
		return ((press != null) ? sql.bind(3, press) : sql.bindNull(3, Integer.class))
			.map((row) -> new Pressed(Choice.valueOf(Rows.text(row, "choice")),
					Rows.required(row, "press", Integer.class)))
			.one();
	}

	/**
	 * Who was entitled, and what each voted; of a secret ballot who took part.
	 */
	Mono<Slice<Entry>> list(UUID ballot, @Nullable Choice choice, ListRequest request) {
		return new Select(LIST).where("voter.ballot_id = ?", ballot)
			.where("vote.choice = ?", choice)
			.page(this.database, request, SORTS, Entry::of);
	}

	/**
	 * How a ballot stands for somebody.
	 *
	 * @param key the public key of a secret ballot; empty otherwise
	 * @param member who the person is on the roll; null for a stranger
	 * @param blinded what the person sent to be signed
	 * @param election who stands, as the ballot keeps it; empty for a question
	 */
	record Standing(Ballot.State state, boolean secret, boolean casting, String key, @Nullable UUID member,
			boolean present, byte @Nullable [] blinded, byte @Nullable [] signed, @Nullable Pressed vote,
			String election) {

		private static Standing of(Readable row) {
			String choice = Rows.text(row, "choice");
			return new Standing(Ballot.State.valueOf(Rows.text(row, "state")), Rows.flag(row, "secret"),
					Rows.flag(row, "casting"), Rows.text(row, "key"), row.get("member_id", UUID.class),
					Rows.flag(row, "present"), row.get("blinded", byte[].class), row.get("signed", byte[].class),
					choice.isEmpty() ? null
							: new Pressed(Choice.valueOf(choice), Rows.required(row, "press", Integer.class)),
					Rows.text(row, "election"));
		}

	}

	/**
	 * A vote that counts.
	 */
	record Pressed(Choice choice, int press) {
	}

	/**
	 * Somebody on the roll.
	 *
	 * @param present whether the person had signed in when the ballot opened
	 * @param choice what the person voted; missing for the absent, and in a secret ballot
	 * @param tookPart whether the person voted, or took a paper of a secret ballot
	 */
	@Schema(name = "BallotVoter")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Entry(UUID member, String name, boolean present, boolean remote, @Nullable Choice choice, boolean tookPart) {

		private static Entry of(Readable row) {
			String choice = Rows.text(row, "choice");
			Choice voted = choice.isEmpty() ? null : Choice.valueOf(choice);
			return new Entry(Rows.required(row, "member_id", UUID.class), Rows.text(row, "name"),
					Rows.flag(row, "present"), Rows.flag(row, "remote"), voted,
					Rows.flag(row, "secret") ? Rows.flag(row, "took_paper") : voted != null && voted.isCast());
		}

	}

}
