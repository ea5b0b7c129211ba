package renda.legislation.agenda;

import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.platform.security.Caller;
import renda.platform.vote.Election;

/**
 * A kind of case that meetings deal with: bills, resolutions, appointments, motions to
 * annul. The feature that owns the kind declares one bean; meetings and ballots know no
 * more about it than this.
 */
public interface Tabled {

	/**
	 * The kind of case: the name of its workflow.
	 */
	String kind();

	/**
	 * A case as an agenda shows it; empty where there is none.
	 */
	Mono<Subject> subject(UUID id);

	/**
	 * By which rule of {@link Deciding} a question of this kind is decided.
	 */
	default Deciding deciding(Purpose purpose) {
		return Deciding.OPEN;
	}

	/**
	 * Takes the outcome of a ballot over to the case, in the transaction that announces
	 * it: either both are there or none.
	 * @param announcer who announced it
	 */
	Mono<Void> decided(UUID id, Decided outcome, Caller announcer);

	/**
	 * Who stands for how many seats, where a case is an election among candidates; empty
	 * where it is a question for or against.
	 */
	default Mono<Election> contested(UUID id) {
		return Mono.empty();
	}

	/**
	 * Takes the outcome of an election over to those who stood, in the transaction that
	 * announces it.
	 * @param announcer who announced it
	 */
	default Mono<Void> elected(UUID id, Elected outcome, Caller announcer) {
		return Mono.error(() -> new IllegalStateException(kind() + " has no elections"));
	}

	/**
	 * How a question is put to the vote.
	 */
	enum Deciding {

		/** 公开表决（按表决器、举手）. */
		OPEN,
		/** 无记名投票. */
		SECRET

	}

}
