package renda.legislation.inquiry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.contact.ContactPoint;
import renda.legislation.contact.ContactPoints;
import renda.legislation.ledger.Ledger;
import renda.legislation.ledger.LedgerCorrection;
import renda.legislation.ledger.LedgerEntry;
import renda.legislation.ledger.Ledgers;
import renda.legislation.ledger.Line;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * What contact points are asked, what they say, and what becomes of it. Everything here
 * is part of the caller's transaction.
 */
@Service
public class Opinions {

	private static final Set<Role> READERS = Set.of(Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE,
			Role.COUNCIL);

	static final Ledger<ContactRequest> REQUESTS = new Ledger<>("contact-requests", "contact-request",
			"/api/v1/legislation/contact-requests", ContactRequest.class,
			Text.of("致基层立法联系点的征求意见函", "Requests to contact points"), Set.of(Role.LEGISLATIVE_OFFICE), READERS);

	static final Ledger<ContactOpinion> OPINIONS = new Ledger<>("contact-opinions", "contact-opinion",
			"/api/v1/legislation/contact-opinions", ContactOpinion.class,
			Text.of("基层立法联系点的意见", "Opinions of contact points"), Set.of(Role.LEGISLATIVE_OFFICE), READERS);

	private final Ledgers ledgers;

	private final ContactPoints points;

	private final RuleBook rules;

	private final Clock clock;

	Opinions(Ledgers ledgers, ContactPoints points, RuleBook rules, Clock clock) {
		this.ledgers = ledgers;
		this.points = points;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * Keeps an opinion of a contact point that another feature took in, such as a comment
	 * on a draft.
	 * @param point the id of a contact point
	 * @param reference where the other feature keeps it, by which it is answered later
	 * @param subject what it is about
	 */
	public Mono<Void> given(UUID point, String reference, String subject, String words, LocalDate on, Caller by) {
		return this.points.byId(point)
			.switchIfEmpty(Mono.error(() -> noPoint(point, "/point")))
			.flatMap((known) -> this.ledgers.enter(OPINIONS,
					new ContactOpinion(reference, known.code(), null, subject, words, on, Outcome.PENDING, null, null,
							false),
					by))
			.then();
	}

	/**
	 * Keeps what became of an opinion that another feature took in.
	 * @param reference as it was given
	 */
	public Mono<Void> answered(UUID point, String reference, Outcome outcome, String reason, LocalDate on, Caller by) {
		return this.points.byId(point)
			.flatMap((known) -> this.ledgers.byKey(OPINIONS, known.code() + "\u001f" + reference))
			.flatMap((entry) -> answer(entry, outcome, reason, on, by))
			.then();
	}

	/**
	 * Sends a letter to contact points, which must be working on that day (LEG-71).
	 */
	Mono<List<LedgerEntry<ContactRequest>>> send(ContactRequest.Letter letter, Caller by) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate on = (letter.sentOn() != null) ? letter.sentOn() : today;
		return this.rules.on(on)
			.flatMap((law) -> Flux.fromStream(letter.points().stream().distinct())
				.concatMap((id) -> this.points.byId(id).switchIfEmpty(Mono.error(() -> noPoint(id, "/points"))))
				.doOnNext((point) -> {
					if (!point.activeOn(on)) {
						throw law.refuse("LEG-71", Text.of("%s 在 %s 不是设立中的联系点，不能向其征求意见。",
								"%s does not work as a contact point on %s, so it cannot be asked.", point.name(), on),
								Map.of("point", point.code(), "on", on));
					}
				})
				.collectList())
			.flatMap((asked) -> Flux.fromIterable(asked)
				.concatMap((point) -> this.ledgers.enter(REQUESTS, letter.to(point, today), by))
				.collectList());
	}

	/**
	 * Keeps an opinion that answers a request. The first one answers it; a late one is
	 * taken and marked.
	 */
	Mono<LedgerEntry<ContactOpinion>> give(UUID request, ContactOpinion.Given given, Caller by) {
		LocalDate on = (given.givenOn() != null) ? given.givenOn() : LocalDate.now(this.clock);
		return this.ledgers.one(REQUESTS, request).flatMap((entry) -> {
			ContactRequest asked = entry.line();
			if (!by.has(Role.LEGISLATIVE_OFFICE)) {
				by.requireOrgan(asked.point());
			}
			if (on.isBefore(asked.sentOn())) {
				return Mono.error(Refusal.invalid("/givenOn",
						Text.of("不得早于发函日期 %s。", "It must not be before the request of %s.", asked.sentOn())));
			}
			ContactOpinion opinion = new ContactOpinion(Ids.next().toString(), asked.point(), asked.number(),
					asked.subject(), given.words(), on, Outcome.PENDING, null, null, given.sample());
			Mono<?> first = (asked.answeredOn() != null) ? Mono.just(entry) : this.ledgers.correct(REQUESTS, request,
					entry.version(), new LedgerCorrection<>("收到意见 · answered", asked.answered(on)), by);
			return first.then(Mono.defer(() -> this.ledgers.enter(OPINIONS, opinion, by)));
		});
	}

	/**
	 * Tells a contact point what became of its opinion; what it was told before is kept.
	 */
	Mono<LedgerEntry<ContactOpinion>> answer(UUID opinion, long version, ContactOpinion.Feedback feedback, Caller by) {
		if (feedback.outcome() == Outcome.PENDING) {
			return Mono.error(Refusal.invalid("/outcome", Text.of("请给出处理结果。", "Say what became of it.")));
		}
		return this.ledgers.one(OPINIONS, opinion)
			.flatMap((entry) -> (entry.version() != version) ? Mono.error(Refusal.stale(entry.version()))
					: answer(entry, feedback.outcome(), feedback.reason(), LocalDate.now(this.clock), by));
	}

	private Mono<LedgerEntry<ContactOpinion>> answer(LedgerEntry<ContactOpinion> entry, Outcome outcome, String reason,
			LocalDate on, Caller by) {
		return this.ledgers.correct(OPINIONS, entry.id(), entry.version(),
				new LedgerCorrection<>("反馈处理结果 · told what became of it", entry.line().answered(outcome, reason, on)),
				by);
	}

	/**
	 * What became of all opinions of a contact point.
	 */
	Mono<Adoption> adoption(ContactPoint point) {
		Line.Owner owner = new Line.Owner("point", ContactPoints.LEDGER.name(), point.key());
		return this.ledgers.count(REQUESTS, owner, "state")
			.zipWith(this.ledgers.count(OPINIONS, owner, "outcome"), Adoption::of);
	}

	private static Refusal noPoint(UUID id, String pointer) {
		return Refusal.invalid(pointer, Text.of("没有联系点 %s。", "There is no contact point %s.", id));
	}

	/**
	 * What became of the opinions of a contact point.
	 *
	 * @param requests how many requests it was sent
	 * @param answered how many of them it answered
	 * @param answeredLate how many of those after the last day
	 * @param opinions how many opinions it gave
	 * @param pending how many of them wait for an answer
	 * @param rate adopted and partly adopted ones of those answered, as a fraction of 1;
	 * missing while none is
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "ContactPointAdoption")
	record Adoption(long requests, long answered, long answeredLate, long opinions, long adopted, long partlyAdopted,
			long notAdopted, long furtherStudy, long pending, @Nullable BigDecimal rate) {

		static Adoption of(Map<String, Long> requests, Map<String, Long> opinions) {
			long late = requests.getOrDefault(ContactRequest.State.ANSWERED_LATE.name(), 0L);
			long adopted = opinions.getOrDefault(Outcome.ADOPTED.name(), 0L);
			long partly = opinions.getOrDefault(Outcome.PARTLY_ADOPTED.name(), 0L);
			long pending = opinions.getOrDefault(Outcome.PENDING.name(), 0L);
			long all = sum(opinions);
			BigDecimal rate = (all == pending) ? null : BigDecimal.valueOf(adopted + partly)
				.divide(BigDecimal.valueOf(all - pending), 4, RoundingMode.DOWN);
			return new Adoption(sum(requests), requests.getOrDefault(ContactRequest.State.ANSWERED.name(), 0L) + late,
					late, all, adopted, partly, opinions.getOrDefault(Outcome.NOT_ADOPTED.name(), 0L),
					opinions.getOrDefault(Outcome.FURTHER_STUDY.name(), 0L), pending, rate);
		}

		private static long sum(Map<String, Long> counts) {
			return counts.values().stream().mapToLong(Long::longValue).sum();
		}

	}

}
