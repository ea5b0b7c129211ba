package renda.legislation.meeting;

import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Repository;

/**
 * Meetings, as other features ask for them.
 */
@Repository
public class Sittings {

	/**
	 * A meeting as it stands now; empty where there is none.
	 */
	public Mono<Sitting> of(UUID meeting) {
		return Mono.empty();
	}

}
