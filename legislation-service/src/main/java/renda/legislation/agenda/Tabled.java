package renda.legislation.agenda;

import java.util.UUID;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.platform.security.Caller;

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
	 * How a question is put to the vote.
	 */
	enum Deciding {

		/** 公开表决（按表决器、举手）. */
		OPEN,
		/** 无记名投票. */
		SECRET

	}

}
