package renda.legislation.inquiry;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.consultation.Consultation;
import renda.legislation.consultation.SaidBefore;
import renda.legislation.ledger.LedgerCorrection;
import renda.legislation.ledger.LedgerEntry;
import renda.legislation.ledger.Ledgers;
import renda.platform.security.Caller;
import renda.platform.store.Slice;
import renda.platform.web.ListRequest;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Letters that asked about a draft before it was consulted on name the consultation once
 * there is one, so that late answers to them belong to it too.
 */
@Component
@Order(0)
class EarlierLetters implements SaidBefore {

	private static final String REASON = "草案已公开征求意见 · the draft is consulted on";

	private final Ledgers ledgers;

	EarlierLetters(Ledgers ledgers) {
		this.ledgers = ledgers;
	}

	@Override
	public Mono<Void> join(Consultation consultation, Caller caller) {
		return on(consultation.topic().title(), null)
			.expand((page) -> Mono.justOrEmpty(page.next())
				.flatMap((next) -> on(consultation.topic().title(), next.encoded())))
			.concatMapIterable(Slice::items)
			.filter((letter) -> letter.line().consultation() == null)
			.collectList()
			.flatMapIterable((letters) -> letters)
			.concatMap((letter) -> this.ledgers.correct(Opinions.REQUESTS, letter.id(), letter.version(),
					new LedgerCorrection<>(REASON, letter.line().on(consultation.code())), caller))
			.then();
	}

	private Mono<Slice<LedgerEntry<ContactRequest>>> on(String subject, @Nullable String cursor) {
		return this.ledgers.find(Opinions.REQUESTS, new Subject(subject),
				new ListRequest(ListRequest.MOST, cursor, null, null, null, ListRequest.Format.JSON));
	}

	/**
	 * Which letters.
	 */
	private record Subject(String subject) {
	}

}
