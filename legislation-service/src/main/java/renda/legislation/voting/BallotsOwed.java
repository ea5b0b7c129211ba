package renda.legislation.voting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.legislation.ballot.Ballot;
import renda.legislation.ballot.VisibleBallots;
import renda.platform.cases.Owed;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Rows;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The ballots that are open and wait for a member who is present, on the member's desk:
 * open ones until the member has pressed, secret ones until the paper is taken, and from
 * when casting begins until it ends, since nobody knows who has cast.
 */
@Repository
class BallotsOwed implements Owed {

	/** Whoever attends votes (全国人大常委会议事规则 第四十五条). */
	private static final String RULE = "MTG-20";

	private static final String KIND = "ballot";

	private static final Text KIND_TITLE = Text.of("表决", "Ballot");

	private static final String OPEN = """
			SELECT ballot.id, ballot.code, ballot.content #>> '{question,text}' AS question,
			       (ballot.content #>> '{opening,on}')::date AS opened_on,
			       CASE WHEN NOT ballot.secret THEN 'VOTE' WHEN voter.signed IS NULL THEN 'TAKE' ELSE 'CAST' END AS step
			FROM ballot
			JOIN ballot_roll AS voter ON voter.ballot_id = ballot.id AND voter.account = $1
			WHERE ballot.state = 'OPEN' AND voter.present
			  AND CASE WHEN ballot.secret
			      THEN (voter.signed IS NOT NULL) = coalesce((ballot.content #>> '{opening,casting}')::boolean, false)
			      ELSE NOT EXISTS (SELECT 1 FROM ballot_vote AS vote
			                       WHERE vote.ballot_id = ballot.id AND vote.member_id = voter.member_id) END
			ORDER BY ballot.state_since, ballot.id
			LIMIT $2""";

	private final DatabaseClient database;

	private final RuleBook rules;

	BallotsOwed(DatabaseClient database, RuleBook rules) {
		this.database = database;
		this.rules = rules;
	}

	@Override
	public Mono<List<Duty>> by(Caller caller, LocalDate today, int limit) {
		boolean votes = caller.has(Role.MEMBER) || caller.has(Role.DEPUTY) || caller.has(Role.CHAIR)
				|| caller.has(Role.COUNCIL);
		return (votes && !caller.subject().isEmpty())
				? this.rules.on(today).flatMap((law) -> open(caller.subject(), today, law, limit))
				: Mono.just(List.of());
	}

	private Mono<List<Duty>> open(String account, LocalDate today, RuleSet law, int limit) {
		return this.database.sql(OPEN)
			.bind(0, account)
			.bind(1, limit)
			.map((row) -> duty(row, today, law.rule(RULE).citation()))
			.all()
			.collectList();
	}

	private static Duty duty(Readable row, LocalDate today, String citation) {
		UUID id = Rows.required(row, "id", UUID.class);
		String question = Rows.text(row, "question");
		Step step = Step.valueOf(Rows.text(row, "step"));
		return new Duty(KIND, KIND_TITLE, id, Rows.text(row, "code"), Text.of("%s", "%s", question),
				Ballot.State.OPEN.name(), Ballot.State.OPEN.title(), step.path, step.title, RULE, citation,
				Rows.required(row, "opened_on", LocalDate.class), today, VisibleBallots.PATH + '/' + id);
	}

	/**
	 * What a member is to do, by the path below the ballot where it is done.
	 */
	private enum Step {

		/** Of an open ballot. */
		VOTE("vote", Text.of("表决", "Vote")),
		/** Of a secret one whose papers are being given out. */
		TAKE("paper", Text.of("领票", "Take a paper")),
		/** Of a secret one, by whoever has a paper. */
		CAST("papers", Text.of("投票，已投出的不必再投", "Cast the paper, unless it is cast"));

		private final String path;

		private final Text title;

		Step(String path, Text title) {
			this.path = path;
			this.title = title;
		}

	}

}
