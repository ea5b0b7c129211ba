package renda.legislation.filingdesk;

import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.filing.FilingAction;
import renda.legislation.filing.FilingKind;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * Has filed documents reviewed because somebody asks for it.
 */
@Service
public class FilingReviews {

	private final FilingKind kind;

	private final Proceedings proceedings;

	FilingReviews(FilingKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	/**
	 * Locks a filing, in the current transaction. The end of a review locks its filing
	 * and then the requests that it answers; whoever begins with a request calls this
	 * first, so that everybody takes the two in one order: the filing, then its requests
	 * by id. Nothing happens where there is no such filing.
	 */
	public Mono<Void> hold(UUID filing) {
		return this.kind.table().locked(filing).then();
	}

	/**
	 * Has a document reviewed on a request, in the current transaction: a review that is
	 * on answers it as well, one that has found nothing begins anew.
	 * @param demanded whether a state organ demands it
	 * @param caller the filing office
	 * @throws Refusal 400 where there is no such filing, 409 where it is not registered
	 * yet, 422 where it was corrected
	 */
	public Mono<Void> request(UUID filing, UUID request, String code, boolean demanded, Caller caller) {
		return this.kind.table()
			.locked(filing)
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/filing", Text.of("没有这件备案。", "There is no such filing."))))
			.flatMap((subject) -> this.proceedings.take(this.kind, subject, "answer-request",
					new FilingAction.FilingRequested(request, code, demanded), caller))
			.then();
	}

}
