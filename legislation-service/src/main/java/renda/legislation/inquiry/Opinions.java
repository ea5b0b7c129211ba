package renda.legislation.inquiry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment;
import renda.legislation.comment.Comment.Channel;
import renda.legislation.comment.Comment.Opinion;
import renda.legislation.comment.Comment.Origin;
import renda.legislation.comment.Comment.Source;
import renda.legislation.comment.CommentIntake;
import renda.legislation.consultation.Consultation;
import renda.legislation.consultation.Consultations;
import renda.legislation.contact.ContactPoint;
import renda.legislation.contact.ContactPoints;
import renda.legislation.expert.Experts;
import renda.legislation.ledger.Ledger;
import renda.legislation.ledger.LedgerCorrection;
import renda.legislation.ledger.LedgerEntry;
import renda.legislation.ledger.Ledgers;
import renda.legislation.ledger.Line;
import renda.legislation.sender.Senders;
import renda.legislation.treatment.Adoption;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * What contact points are asked, what they say, and what became of it. What they say is a
 * comment as any other: on the consultation that the letter names, or outside one.
 */
@Service
class Opinions {

	static final Set<Role> READERS = Set.of(Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE,
			Role.COUNCIL);

	static final Ledger<ContactRequest> REQUESTS = new Ledger<>("contact-requests", "contact-request",
			"/api/v1/legislation/contact-requests", ContactRequest.class,
			Text.of("致基层立法联系点的征求意见函", "Requests to contact points"), Set.of(Role.LEGISLATIVE_OFFICE), READERS, READERS);

	private final Ledgers ledgers;

	private final ContactPoints points;

	private final Experts experts;

	private final Consultations consultations;

	private final CommentIntake intake;

	private final Adoption adoption;

	private final Senders senders;

	private final RuleBook rules;

	private final Clock clock;

	Opinions(Ledgers ledgers, ContactPoints points, Experts experts, Consultations consultations, CommentIntake intake,
			Adoption adoption, Senders senders, RuleBook rules, Clock clock) {
		this.ledgers = ledgers;
		this.points = points;
		this.experts = experts;
		this.consultations = consultations;
		this.intake = intake;
		this.adoption = adoption;
		this.senders = senders;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * Sends a letter to contact points, which must be working on that day (LEG-71), and
	 * to experts, whose appointments must hold.
	 */
	Mono<List<LedgerEntry<ContactRequest>>> send(ContactRequest.Letter letter, Caller by) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate on = (letter.sentOn() != null) ? letter.sentOn() : today;
		if (letter.points().isEmpty() && letter.experts().isEmpty()) {
			return Mono.error(Refusal.invalid("/points", Text.of("请写明联系点或者专家。", "Name contact points or experts.")));
		}
		return on(letter).map(Consultation::code)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((named) -> points(letter, on).map((point) -> letter.to(point, null, named.orElse(null), today))
				.concatWith(experts(letter, on).map((expert) -> letter.to(null, expert, named.orElse(null), today)))
				.collectList())
			.flatMap((requests) -> Flux.fromIterable(requests)
				.concatMap((request) -> this.ledgers.enter(REQUESTS, request, by))
				.collectList());
	}

	private Flux<String> points(ContactRequest.Letter letter, LocalDate on) {
		return this.rules.on(on)
			.flatMapMany((law) -> Flux.fromIterable(letter.points())
				.concatMap((id) -> this.points.byId(id).switchIfEmpty(Mono.error(() -> noPoint(id))))
				.doOnNext((point) -> {
					if (!point.activeOn(on)) {
						throw law.refuse("LEG-71", Text.of("%s 在 %s 不是设立中的联系点，不能向其征求意见。",
								"%s does not work as a contact point on %s, so it cannot be asked.", point.name(), on),
								Map.of("point", point.code(), "on", on));
					}
				}))
			.map(ContactPoint::code);
	}

	private Flux<UUID> experts(ContactRequest.Letter letter, LocalDate on) {
		return Flux.fromIterable(letter.experts())
			.concatMap((id) -> this.experts.byId(id)
				.filter((expert) -> expert.holdsOn(on))
				.switchIfEmpty(Mono.error(() -> Refusal.invalid("/experts",
						Text.of("%s 在 %s 不是在聘的专家。", "%s is no expert appointed on %s.", id, on))))
				.thenReturn(id));
	}

	/**
	 * The consultation that a letter is about; empty where there is none.
	 */
	private Mono<Consultation> on(ContactRequest.Letter letter) {
		UUID named = letter.consultation();
		return (named == null) ? this.consultations.byTitle(letter.subject().strip()) : this.consultations.byId(named)
			.switchIfEmpty(Mono
				.error(() -> Refusal.invalid("/consultation", Text.of("没有这次征求意见。", "There is no such consultation."))));
	}

	/**
	 * Refuses a letter that names a consultation which is not there.
	 */
	Mono<Void> requireConsultation(ContactRequest line) {
		return of(line).then();
	}

	private Mono<Consultation> of(ContactRequest asked) {
		String code = asked.consultation();
		return (code == null) ? Mono.empty()
				: this.consultations.byCodes(List.of(code))
					.flatMapIterable((found) -> found)
					.next()
					.switchIfEmpty(Mono.error(() -> Refusal.invalid("/consultation",
							Text.of("没有征求意见 %s。", "There is no consultation %s.", code))));
	}

	/**
	 * Takes an opinion that answers a request. The first one answers it; a late one is
	 * taken and marked.
	 */
	Mono<Comment> give(UUID request, Given given, Caller by) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate on = (given.givenOn() != null) ? given.givenOn() : today;
		return this.ledgers.one(REQUESTS, request).flatMap((entry) -> {
			ContactRequest asked = entry.line();
			if (!by.has(Role.LEGISLATIVE_OFFICE) && !by.organ().equals(asked.point())) {
				return Mono.error(Refusal
					.forbidden(Text.of("只有被征求意见的联系点可以答复。", "Only the contact point that was asked answers.")));
			}
			if (on.isBefore(asked.sentOn()) || on.isAfter(today)) {
				return Mono.error(Refusal.invalid("/givenOn", Text.of("须在发函日期 %s 至今天之间。",
						"It is from the day of the request, %s, to today.", asked.sentOn())));
			}
			Mono<?> first = (asked.answeredOn() != null) ? Mono.just(entry) : this.ledgers.correct(REQUESTS, request,
					entry.version(), new LedgerCorrection<>("收到意见 · answered", asked.answered(on)), by);
			return first.then(Mono.defer(() -> taken(asked, given, on, by)));
		});
	}

	private Mono<Comment> taken(ContactRequest asked, Given given, LocalDate on, Caller by) {
		Opinion said = new Opinion(asked.subject(), asked.number(), given.article(), given.words(), on,
				Boolean.TRUE.equals(given.publish()), Boolean.TRUE.equals(given.sample()));
		boolean itself = by.organ().equals(asked.point());
		Channel channel = itself ? Channel.ONLINE : Channel.OFFLINE;
		String account = itself ? this.senders.account(by.subject()) : "";
		return Mono.zip(of(asked).map(Optional::of).defaultIfEmpty(Optional.empty()), origin(asked, channel))
			.flatMap((known) -> this.intake.opinion(known.getT1().orElse(null), said, known.getT2(), account));
	}

	private Mono<Origin> origin(ContactRequest asked, Channel channel) {
		String point = asked.point();
		UUID expert = asked.expert();
		Mono<Origin> origin = (point != null)
				? this.points.byCodes(List.of(point))
					.flatMapIterable(Map::values)
					.next()
					.map((found) -> origin(channel, found))
				: (expert != null)
						? this.experts.byId(expert)
							.map((found) -> new Origin(channel, Source.EXPERT, expert, found.name(), null))
						: Mono.empty();
		return origin.switchIfEmpty(Mono.error(() -> Refusal.conflict("nobody-asked",
				Text.of("被征求意见的联系点或专家已不在登记表中。", "Whom the letter asked is not in the register any more."))));
	}

	static Origin origin(Channel channel, LedgerEntry<ContactPoint> point) {
		return new Origin(channel, Source.CONTACT_POINT, point.id(), point.line().name(), null);
	}

	/**
	 * The contact point that a caller may read the opinions of; the id of none where the
	 * caller speaks for none.
	 */
	Mono<UUID> own(Caller caller) {
		return this.points.byCodes(List.of(caller.organ()))
			.map((found) -> found.values().stream().map(LedgerEntry::id).findFirst().orElseGet(() -> new UUID(0, 0)));
	}

	static boolean seesAll(Caller caller) {
		return READERS.stream().anyMatch(caller::has);
	}

	/**
	 * What became of all opinions of a contact point; 404 where there is none.
	 */
	Mono<PointAdoption> adoption(UUID point) {
		return this.points.byId(point)
			.switchIfEmpty(
					Mono.error(() -> Refusal.notFound(Text.of("没有联系点 %s。", "There is no contact point %s.", point))))
			.map((found) -> new Line.Owner("point", ContactPoints.LEDGER.name(), found.key()))
			.flatMap((owner) -> this.ledgers.count(REQUESTS, owner, "state"))
			.zipWith(this.adoption.ofSource(point), PointAdoption::of);
	}

	private static Refusal noPoint(UUID id) {
		return Refusal.invalid("/points", Text.of("没有联系点 %s。", "There is no contact point %s.", id));
	}

	/**
	 * An opinion as a contact point gives it.
	 *
	 * @param words what it says
	 * @param article the id of the article in the draft consulted on; missing: the whole
	 * @param givenOn the day; today unless told
	 * @param publish whether its words may be shown to everyone
	 */
	@Schema(name = "ContactOpinionGiven")
	record Given(@NotBlank @Size(max = 8000) String words, @Nullable @Size(max = 100) String article,
			@Nullable LocalDate givenOn, @Nullable Boolean publish, @Nullable Boolean sample) {
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
	record PointAdoption(long requests, long answered, long answeredLate, long opinions, long adopted,
			long partlyAdopted, long notAdopted, long furtherStudy, long pending, @Nullable BigDecimal rate) {

		static PointAdoption of(Map<String, Long> requests, Adoption.Counted opinions) {
			long late = requests.getOrDefault(ContactRequest.State.ANSWERED_LATE.name(), 0L);
			long told = opinions.adopted() + opinions.partly() + opinions.notAdopted() + opinions.studied();
			BigDecimal rate = (told == 0) ? null : BigDecimal.valueOf(opinions.adopted() + opinions.partly())
				.divide(BigDecimal.valueOf(told), 4, RoundingMode.DOWN);
			return new PointAdoption(requests.values().stream().mapToLong(Long::longValue).sum(),
					requests.getOrDefault(ContactRequest.State.ANSWERED.name(), 0L) + late, late, opinions.comments(),
					opinions.adopted(), opinions.partly(), opinions.notAdopted(), opinions.studied(),
					opinions.comments() - told, rate);
		}

	}

}
