package renda.legislation.ballot;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.vote.Choice;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The frozen rolls of ballots, and who voted what in open ones. Votes do not wait for
 * each other: each has a row of its own. They share a lock that counting takes alone, so
 * that what is acknowledged is counted.
 */
@Repository
class Rolls {

	private static final List<Sort> SORTS = List.of(Sort.ascending("member").by("member_id", UUID.class));

	private static final String LOCK = "SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended('ballot/' || $1::text, 0))";

	private static final String SHARE = "SELECT 1 AS locked FROM pg_advisory_xact_lock_shared(hashtextextended('ballot/' || $1::text, 0))";

	private static final String FREEZE = """
			INSERT INTO ballot_roll (ballot_id, member_id, name, account, present, remote)
			SELECT $1, member, name, account, present, remote
			FROM unnest($2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::boolean[])
			     AS voter (member, name, account, present, remote)
			ORDER BY member""";

	private static final String ROLL = """
			SELECT member_id, name, account, present, remote, signed IS NOT NULL AS took_paper
			FROM ballot_roll
			WHERE ballot_id = $1
			ORDER BY member_id""";

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

	private static final String VOTES = "SELECT member_id, choice FROM ballot_vote WHERE ballot_id = $1 ORDER BY member_id";

	private static final String CLEAR = "DELETE FROM ballot_vote WHERE ballot_id = $1";

	private static final String KEEP = """
			INSERT INTO ballot_vote (ballot_id, member_id, choice, press)
			SELECT $1, member, choice, 0
			FROM unnest($2::uuid[], $3::text[]) AS vote (member, choice)
			ON CONFLICT (ballot_id, member_id) DO NOTHING""";

	private static final String LIST = """
			SELECT voter.member_id, voter.name, voter.present, voter.remote, vote.choice,
			       CASE WHEN ballot.content #>> '{count,method}' = 'PAPER' THEN voter.present ELSE voter.signed IS NOT NULL END
			           AS took_paper,
			       ballot.secret, ballot.modified_at
			FROM ballot_roll AS voter
			JOIN ballot ON ballot.id = voter.ballot_id
			LEFT JOIN ballot_vote AS vote ON vote.ballot_id = voter.ballot_id AND vote.member_id = voter.member_id""";

	private final DatabaseClient database;

	Rolls(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Waits until no vote is being written, and keeps others out until the transaction
	 * ends.
	 */
	Mono<Void> lock(UUID ballot) {
		return this.database.sql(LOCK).bind(0, ballot.toString()).then();
	}

	/**
	 * Keeps the ballot from being counted until the transaction ends.
	 */
	Mono<Void> share(UUID ballot) {
		return this.database.sql(SHARE).bind(0, ballot.toString()).then();
	}

	Mono<Void> freeze(UUID ballot, List<Known.Voter> roll) {
		return this.database.sql(FREEZE)
			.bind(0, ballot)
			.bind(1, roll.stream().map(Known.Voter::member).toArray(UUID[]::new))
			.bind(2, roll.stream().map(Known.Voter::name).toArray(String[]::new))
			.bind(3, roll.stream().map(Known.Voter::account).toArray(String[]::new))
			.bind(4, roll.stream().map(Known.Voter::present).toArray(Boolean[]::new))
			.bind(5, roll.stream().map(Known.Voter::remote).toArray(Boolean[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<List<Known.Voter>> roll(UUID ballot) {
		return this.database.sql(ROLL)
			.bind(0, ballot)
			.map((row) -> new Known.Voter(Rows.required(row, "member_id", UUID.class), Rows.text(row, "name"),
					Rows.text(row, "account"), Rows.flag(row, "present"), Rows.flag(row, "remote"),
					Rows.flag(row, "took_paper")))
			.all()
			.collectList();
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

	Mono<List<Known.Vote>> votes(UUID ballot) {
		return this.database.sql(VOTES)
			.bind(0, ballot)
			.map((row) -> new Known.Vote(Rows.required(row, "member_id", UUID.class),
					Choice.valueOf(Rows.text(row, "choice"))))
			.all()
			.collectList();
	}

	/**
	 * Throws away what the devices gave.
	 */
	Mono<Void> clear(UUID ballot) {
		return this.database.sql(CLEAR).bind(0, ballot).fetch().rowsUpdated().then();
	}

	/**
	 * Adds votes of those who have none: not pressed, or counted by hand.
	 */
	Mono<Void> keep(UUID ballot, List<Known.Vote> votes) {
		return this.database.sql(KEEP)
			.bind(0, ballot)
			.bind(1, votes.stream().map(Known.Vote::member).toArray(UUID[]::new))
			.bind(2, votes.stream().map((vote) -> vote.choice().name()).toArray(String[]::new))
			.fetch()
			.rowsUpdated()
			.then();
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
