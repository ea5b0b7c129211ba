package renda.legislation.ballot;

import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;

import org.springframework.stereotype.Service;

/**
 * Ballots as those see them who vote in them or watch them.
 */
@Service
public class VisibleBallots {

	/** Where ballots are. */
	public static final String PATH = "/api/v1/legislation/ballots";

	private final BallotKind kind;

	private final Proceedings proceedings;

	VisibleBallots(BallotKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	/**
	 * A ballot that a caller may know of; 404 otherwise.
	 */
	public Mono<Ballot> found(UUID id, Caller caller) {
		return this.proceedings.found(this.kind, id, caller);
	}

}
