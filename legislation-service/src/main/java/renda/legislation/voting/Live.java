package renda.legislation.voting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.ballot.Ballot;
import renda.platform.store.Rows;
import renda.platform.vote.ElectionOutcome;
import renda.platform.vote.Outcome;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Ballots while they go on. Each copy of the service looks once a second for each ballot
 * that somebody watches, however many do; so it does not matter which copy took a vote.
 */
@Repository
class Live {

	private static final Logger logger = LoggerFactory.getLogger(Live.class);

	private static final Duration LOOK = Duration.ofSeconds(1);

	/** Below what a gateway bears between two reads. */
	private static final Duration HEARTBEAT = Duration.ofSeconds(4);

	private static final Duration RETRY = Duration.ofSeconds(2);

	private static final String PROGRESS = """
			SELECT state, secret, version, coalesce((content #>> '{opening,casting}')::boolean, false) AS casting,
			       (content #>> '{opening,members}')::int AS members, (content #>> '{opening,present}')::int AS present,
			       (SELECT count(*) FROM ballot_vote WHERE ballot_id = ballot.id AND choice <> 'NOT_PRESSED') AS voted,
			       (SELECT count(*) FROM ballot_roll WHERE ballot_id = ballot.id AND signed IS NOT NULL) AS taken,
			       (SELECT count(*) FROM ballot_paper WHERE ballot_id = ballot.id) AS papers,
			       (SELECT count(*) FROM ballot_counted_paper WHERE ballot_id = ballot.id) AS counted,
			       content #>> '{count,outcome}' AS outcome, content #>> '{count,election}' AS election
			FROM ballot
			WHERE id = $1""";

	private final DatabaseClient database;

	private final JsonMapper json;

	private final Map<UUID, Flux<Seen>> watched = new ConcurrentHashMap<>();

	Live(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * Progress until the outcome is announced.
	 */
	Flux<ServerSentEvent<Object>> of(UUID ballot) {
		Flux<ServerSentEvent<Object>> news = this.watched.computeIfAbsent(ballot, this::watch)
			.distinctUntilChanged()
			.concatMapIterable(Live::events);
		Flux<ServerSentEvent<Object>> heartbeat = Flux.interval(HEARTBEAT)
			.onBackpressureDrop()
			.map((beat) -> ServerSentEvent.builder().comment("waiting").build());
		return news.materialize().mergeWith(heartbeat.materialize()).dematerialize();
	}

	/**
	 * A look that fails is passed over; the next one is a second away.
	 */
	private Flux<Seen> watch(UUID ballot) {
		return Flux.interval(Duration.ZERO, LOOK)
			.onBackpressureDrop()
			.concatMap((tick) -> look(ballot).onErrorResume((ex) -> {
				logger.debug("no look at ballot {}", ballot, ex);
				return Mono.empty();
			}), 1)
			.takeUntil(Seen::isOver)
			.doFinally((signal) -> this.watched.remove(ballot))
			.replay(1)
			.refCount(1);
	}

	private Mono<Seen> look(UUID ballot) {
		return this.database.sql(PROGRESS).bind(0, ballot).map(this::seen).one();
	}

	private Seen seen(Readable row) {
		Ballot.State state = Ballot.State.valueOf(Rows.text(row, "state"));
		boolean secret = Rows.flag(row, "secret");
		boolean announced = state == Ballot.State.ANNOUNCED || state == Ballot.State.RECORDED;
		int cast = secret ? number(row, "papers") + number(row, "counted") : number(row, "voted");
		Progress progress = new Progress(state, secret ? Rows.flag(row, "casting") : null,
				row.get("members", Integer.class), row.get("present", Integer.class),
				secret ? number(row, "taken") : null, cast);
		String election = Rows.text(row, "election");
		Object outcome = !announced ? null
				: election.isEmpty() ? this.json.readValue(Rows.text(row, "outcome"), Outcome.class)
						: this.json.readValue(election, ElectionOutcome.class);
		return new Seen(Rows.required(row, "version", Long.class), progress, outcome);
	}

	private static List<ServerSentEvent<Object>> events(Seen seen) {
		ServerSentEvent<Object> progress = event(seen, "progress", seen.progress());
		return (seen.outcome() != null) ? List.of(progress, event(seen, "outcome", seen.outcome())) : List.of(progress);
	}

	private static ServerSentEvent<Object> event(Seen seen, String name, Object data) {
		return ServerSentEvent.builder()
			.id(seen.version() + "." + seen.progress().cast())
			.event(name)
			.retry(RETRY)
			.data(data)
			.build();
	}

	private static int number(Readable row, String column) {
		return Math.toIntExact(Rows.required(row, column, Long.class));
	}

	/**
	 * What was seen at one look.
	 */
	private record Seen(long version, Progress progress, @Nullable Object outcome) {

		boolean isOver() {
			return this.outcome != null || this.progress.state() == Ballot.State.WITHDRAWN;
		}

	}

	/**
	 * How far a ballot is.
	 *
	 * @param casting of a secret ballot, whether papers are cast already
	 * @param taken of a secret ballot, how many have taken a paper
	 * @param cast how many have voted
	 */
	@Schema(name = "BallotProgress")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Progress(Ballot.State state, @Nullable Boolean casting, @Nullable Integer members, @Nullable Integer present,
			@Nullable Integer taken, int cast) {
	}

}
