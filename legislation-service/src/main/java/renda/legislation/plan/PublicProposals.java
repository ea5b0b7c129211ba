package renda.legislation.plan;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Repository;

/**
 * Proposals of the public (公开征集立法项目建议).
 */
@Repository
class PublicProposals {

	Mono<Void> takenUp(Project project) {
		return Mono.empty();
	}

}
