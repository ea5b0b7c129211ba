package renda.legislation.ballot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.box.Rolls;
import renda.platform.cases.CaseStore;

import org.springframework.stereotype.Component;

/**
 * Ballots as steps are taken on them: whoever takes one first waits until no vote is
 * being written, and then sees the roll and the votes as they stay until the step is
 * done.
 */
@Component
class LockedBallots implements CaseStore<Ballot> {

	private final Ballots ballots;

	private final Rolls rolls;

	private final Facts facts;

	private final Clock clock;

	LockedBallots(Ballots ballots, Rolls rolls, Facts facts, Clock clock) {
		this.ballots = ballots;
		this.rolls = rolls;
		this.facts = facts;
		this.clock = clock;
	}

	@Override
	public Mono<Ballot> byId(UUID id) {
		return this.ballots.table().byId(id);
	}

	@Override
	public Mono<Ballot> locked(UUID id) {
		return this.rolls.lock(id)
			.then(Mono.defer(() -> this.ballots.table().locked(id)))
			.flatMap((ballot) -> this.facts.known(ballot, LocalDate.now(this.clock)));
	}

	@Override
	public Mono<List<Ballot>> byIds(Collection<UUID> ids) {
		return this.ballots.table().byIds(ids);
	}

	@Override
	public Mono<List<Ballot>> byCodes(Collection<String> codes) {
		return this.ballots.table().byCodes(codes);
	}

	@Override
	public Mono<Void> insert(List<Ballot> cases) {
		return this.ballots.table().insert(cases);
	}

	@Override
	public Mono<Boolean> update(Ballot after, long before) {
		return this.ballots.table().update(after, before);
	}

}
