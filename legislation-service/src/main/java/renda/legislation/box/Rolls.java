package renda.legislation.box;

import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.platform.store.Rows;
import renda.platform.vote.Choice;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The frozen rolls of ballots, and who voted what in open ones. Votes do not wait for
 * each other: each has a row of its own. They share a lock that counting takes alone, so
 * that what is acknowledged is counted.
 */
@Repository
public class Rolls {

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

	private static final String VOTES = "SELECT member_id, choice FROM ballot_vote WHERE ballot_id = $1 ORDER BY member_id";

	private static final String CLEAR = "DELETE FROM ballot_vote WHERE ballot_id = $1";

	private static final String KEEP = """
			INSERT INTO ballot_vote (ballot_id, member_id, choice, press)
			SELECT $1, member, choice, 0
			FROM unnest($2::uuid[], $3::text[]) AS vote (member, choice)
			ON CONFLICT (ballot_id, member_id) DO NOTHING""";

	private final DatabaseClient database;

	Rolls(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Waits until no vote is being written, and keeps others out until the transaction
	 * ends.
	 */
	public Mono<Void> lock(UUID ballot) {
		return this.database.sql(LOCK).bind(0, ballot.toString()).then();
	}

	/**
	 * Keeps the ballot from being counted until the transaction ends.
	 */
	public Mono<Void> share(UUID ballot) {
		return this.database.sql(SHARE).bind(0, ballot.toString()).then();
	}

	public Mono<Void> freeze(UUID ballot, List<Voter> roll) {
		return this.database.sql(FREEZE)
			.bind(0, ballot)
			.bind(1, roll.stream().map(Voter::member).toArray(UUID[]::new))
			.bind(2, roll.stream().map(Voter::name).toArray(String[]::new))
			.bind(3, roll.stream().map(Voter::account).toArray(String[]::new))
			.bind(4, roll.stream().map(Voter::present).toArray(Boolean[]::new))
			.bind(5, roll.stream().map(Voter::remote).toArray(Boolean[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	public Mono<List<Voter>> roll(UUID ballot) {
		return this.database.sql(ROLL)
			.bind(0, ballot)
			.map((row) -> new Voter(Rows.required(row, "member_id", UUID.class), Rows.text(row, "name"),
					Rows.text(row, "account"), Rows.flag(row, "present"), Rows.flag(row, "remote"),
					Rows.flag(row, "took_paper")))
			.all()
			.collectList();
	}

	public Mono<List<Vote>> votes(UUID ballot) {
		return this.database.sql(VOTES)
			.bind(0, ballot)
			.map((row) -> new Vote(Rows.required(row, "member_id", UUID.class),
					Choice.valueOf(Rows.text(row, "choice"))))
			.all()
			.collectList();
	}

	/**
	 * Throws away what the devices gave.
	 */
	public Mono<Void> clear(UUID ballot) {
		return this.database.sql(CLEAR).bind(0, ballot).fetch().rowsUpdated().then();
	}

	/**
	 * Adds votes of those who have none: not pressed, or counted by hand.
	 */
	public Mono<Void> keep(UUID ballot, List<Vote> votes) {
		return this.database.sql(KEEP)
			.bind(0, ballot)
			.bind(1, votes.stream().map(Vote::member).toArray(UUID[]::new))
			.bind(2, votes.stream().map((vote) -> vote.choice().name()).toArray(String[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

}
