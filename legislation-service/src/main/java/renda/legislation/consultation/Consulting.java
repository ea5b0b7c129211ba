package renda.legislation.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.consultation.Consultation.Period;
import renda.legislation.consultation.Consultation.State;
import renda.legislation.consultation.Consultation.Topic;
import renda.legislation.consultation.ConsultationAction.OpenConsultation;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.command.Command;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Given;

import org.springframework.stereotype.Service;

/**
 * Consultations, as the features whose drafts are consulted on use them.
 */
@Service
public class Consulting {

	private final ConsultationKind kind;

	private final Consultations consultations;

	private final CarriedArticles carried;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final List<SaidBefore> before;

	private final Clock clock;

	Consulting(ConsultationKind kind, Consultations consultations, CarriedArticles carried, Proceedings proceedings,
			CaseCodes codes, List<SaidBefore> before, Clock clock) {
		this.kind = kind;
		this.consultations = consultations;
		this.carried = carried;
		this.proceedings = proceedings;
		this.codes = codes;
		this.before = List.copyOf(before);
		this.clock = clock;
	}

	/**
	 * Opens a consultation in the current transaction. Comments are anchored to the
	 * articles of its draft; those on earlier drafts of the same subject are carried over
	 * to it.
	 * @return its id; the refusal of LEG-37 where it is too short and no decision is
	 * named
	 */
	public Mono<UUID> open(Opening opening, Caller caller) {
		Command inside = new Command(caller, "POST", Consultations.PATH, Optional.empty(), OptionalLong.empty(), "",
				"");
		OpenConsultation said = new OpenConsultation(opening.title(), null, opening.from(), opening.until(),
				opening.notice(), opening.decision());
		Topic topic = new Topic(opening.kind(), opening.subject(), opening.code(), opening.title(), opening.href(),
				opening.draft());
		return open(Ids.next(), topic, said, inside).map(Consultation::id);
	}

	Mono<Consultation> open(UUID id, Topic topic, OpenConsultation said, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate from = Objects.requireNonNullElse(said.from(), today);
		LocalDate on = from.isAfter(today) ? today : from;
		Period period = new Period(from, said.until(), Given.orEmpty(said.notice()), Given.orEmpty(said.decision()),
				List.of());
		return this.proceedings
			.opened(this.kind, "open", said,
					() -> this.codes.next("ZX", from.getYear())
						.map((code) -> Consultation.opened(id, code, on, topic, period)),
					command)
			.delayUntil(this::carriedOver)
			.delayUntil((opened) -> joined(opened, command.caller()));
	}

	/**
	 * What was asked and said on the draft before belongs to the consultation from now
	 * on.
	 */
	Mono<Void> joined(Consultation opened, Caller caller) {
		return Flux.fromIterable(this.before).concatMap((earlier) -> earlier.join(opened, caller)).then();
	}

	private Mono<Void> carriedOver(Consultation opened) {
		UUID draft = opened.topic().draft();
		return (draft == null) ? Mono.empty()
				: this.consultations.earlier(opened)
					.flatMapIterable((earlier) -> earlier)
					.concatMap((earlier) -> this.carried.carry(earlier, draft))
					.then();
	}

	/**
	 * How the latest consultation on a subject stands; empty if there is none.
	 */
	public Mono<Standing> of(String kind, UUID subject) {
		LocalDate today = LocalDate.now(this.clock);
		return this.consultations.latest(kind, subject)
			.map((latest) -> new Standing(latest.period().until(), latest.isOver(today),
					latest.state() == State.PUBLISHED));
	}

	/**
	 * What is to be consulted on.
	 *
	 * @param kind the kind of case: {@code bill}
	 * @param subject the case
	 * @param code what people call it
	 * @param title the title of the draft
	 * @param href where it is
	 * @param draft the draft commented on
	 * @param from the first day
	 * @param until the last day
	 * @param notice where and how it is announced
	 * @param decision the decision of the chairpersons' meeting for a shorter time; empty
	 * if there is none
	 */
	public record Opening(String kind, UUID subject, String code, String title, String href, UUID draft, LocalDate from,
			LocalDate until, String notice, String decision) {
	}

	/**
	 * How a consultation stands.
	 *
	 * @param until the last day
	 * @param over whether nobody can comment any more
	 * @param summaryPublished whether the report on what became of the comments is public
	 */
	public record Standing(LocalDate until, boolean over, boolean summaryPublished) {
	}

}
