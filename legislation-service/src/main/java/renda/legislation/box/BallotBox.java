package renda.legislation.box;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import reactor.core.publisher.Mono;
import renda.legislation.box.Papers.Paper;
import renda.platform.vote.VotingPaper;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The box of a secret ballot. What comes within a moment goes in together, so that not
 * even the order of transactions tells one from the other; it is acknowledged when it is
 * in.
 */
@Service
@EnableConfigurationProperties(BallotBox.Settings.class)
public class BallotBox {

	private final Papers papers;

	private final Rolls rolls;

	private final TransactionalOperator transaction;

	private final Duration mixing;

	private final ConcurrentMap<UUID, Batch> batches = new ConcurrentHashMap<>();

	BallotBox(Papers papers, Rolls rolls, TransactionalOperator transaction, Settings settings) {
		this.papers = papers;
		this.rolls = rolls;
		this.transaction = transaction;
		this.mixing = settings.mixing();
	}

	/**
	 * Casts a paper.
	 * @return what the box has for its serial, its own marks unless it was in already;
	 * empty where the box does not take papers
	 */
	public Mono<VotingPaper> cast(UUID ballot, Paper paper) {
		Batch batch = this.batches.compute(ballot, (id, open) -> {
			Batch mine = (open != null) ? open : new Batch(written(id));
			mine.papers.add(paper);
			return mine;
		});
		return batch.written.flatMap((box) -> Mono.justOrEmpty(box.get(paper.serial())));
	}

	/**
	 * What was collected is taken out and written once, whoever waits for it and whoever
	 * has hung up.
	 */
	private Mono<Map<String, VotingPaper>> written(UUID ballot) {
		return Mono.delay(this.mixing).then(Mono.defer(() -> {
			Batch full = this.batches.remove(ballot);
			return (full != null) ? write(ballot, full.papers) : Mono.just(Map.<String, VotingPaper>of());
		})).cache();
	}

	private Mono<Map<String, VotingPaper>> write(UUID ballot, List<Paper> batch) {
		return this.transaction.transactional(this.rolls.lock(ballot)
			.then(Mono.defer(() -> this.papers.isCasting(ballot)))
			.flatMap((casting) -> casting ? this.papers.mix(ballot, batch) : Mono.just(Map.<String, VotingPaper>of())));
	}

	/**
	 * Papers that go in together, and the box once they are in.
	 */
	private static final class Batch {

		private final List<Paper> papers = new ArrayList<>();

		private final Mono<Map<String, VotingPaper>> written;

		Batch(Mono<Map<String, VotingPaper>> written) {
			this.written = written;
		}

	}

	/**
	 * Settings.
	 *
	 * @param mixing how long papers are collected before they go into the box together
	 */
	@ConfigurationProperties("renda.ballot")
	record Settings(@DefaultValue("300ms") Duration mixing) {
	}

}
