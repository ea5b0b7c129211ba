package renda.legislation.consultation;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.consultation.Consultation.Topic;
import renda.legislation.consultation.ConsultationAction.OpenConsultation;
import renda.legislation.draft.Draft;
import renda.legislation.draft.Drafts;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * Opens consultations on texts that stand alone, and fills in what steps are decided on
 * and only the service knows.
 */
@Service
class ConsultedTexts {

	/** The kind of draft of a text that stands alone. */
	private static final String ALONE = "text";

	private final ConsultationKind kind;

	private final Consultations consultations;

	private final Consulting consulting;

	private final Drafts drafts;

	private final CarriedArticles carried;

	private final Proceedings proceedings;

	private final Commands commands;

	private final JsonMapper json;

	ConsultedTexts(ConsultationKind kind, Consultations consultations, Consulting consulting, Drafts drafts,
			CarriedArticles carried, Proceedings proceedings, Commands commands, JsonMapper json) {
		this.kind = kind;
		this.consultations = consultations;
		this.consulting = consulting;
		this.drafts = drafts;
		this.carried = carried;
		this.proceedings = proceedings;
		this.commands = commands;
		this.json = json;
	}

	Mono<ResponseEntity<Shown<ConsultationView>>> open(OpenConsultation said, Command command) {
		UUID id = Ids.next();
		return this.commands.run(command, said,
				() -> draft(id, said).flatMap((topic) -> this.consulting.open(id, topic, withoutText(said), command)
					.flatMap((opened) -> this.proceedings.shown(this.kind, opened, command.caller())
						.map((shown) -> Answer.created(Consultations.PATH + '/' + id, opened.version(),
								"consultation/" + id, shown)))));
	}

	private Mono<Topic> draft(UUID id, OpenConsultation said) {
		String title = said.title().strip();
		String text = said.text();
		return (text == null || text.isBlank()) ? Mono.just(new Topic(ALONE, id, "", title, "", null))
				: released(id, "征求意见稿", text).map((draft) -> new Topic(ALONE, id, "", title, "", draft.id()));
	}

	private Mono<Draft> released(UUID consultation, String label, String text) {
		return this.drafts.add(ALONE, consultation, label, text).delayUntil((draft) -> this.drafts.release(draft.id()));
	}

	/**
	 * The timeline keeps what was said, not the whole text once more.
	 */
	private static OpenConsultation withoutText(OpenConsultation said) {
		return new OpenConsultation(said.title(), null, said.from(), said.until(), said.notice(), said.decision());
	}

	Mono<ResponseEntity<Shown<ConsultationView>>> act(UUID id, String step, @Nullable JsonNode body, Command command) {
		return this.proceedings
			.act(this.kind, id, step, body,
					(sent) -> step.equals("summarise") ? this.consultations.waiting(id)
						.map((waiting) -> sent.set("known", this.json.valueToTree(waiting))) : Mono.just(sent),
					command);
	}

	/**
	 * Adds a later draft of a text that stands alone, which everyone may read.
	 * @throws Refusal 409 where the text belongs to another case, which has its own
	 * drafts
	 */
	Mono<ResponseEntity<Draft>> add(UUID id, LaterDraft said, Command command) {
		return this.commands.run(command, said, () -> this.consultations.locked(id)
			.filter((found) -> found.topic().kind().equals(ALONE))
			.switchIfEmpty(Mono.error(() -> Refusal.conflict("drafts-elsewhere",
					Text.of("该草案属于其他事项，请在该事项中登记新稿。", "The draft belongs to another case; add the next one there."))))
			.then(Mono.defer(() -> released(id, said.label().strip(), said.text())))
			.map((draft) -> Answer.created("/api/v1/legislation/drafts/" + draft.id(), 1, "consultation/" + id,
					draft)));
	}

	/**
	 * Where the articles commented on stand in a later draft; nobody learns of a draft
	 * that is not released to them.
	 */
	Mono<List<CarriedArticles.CarriedArticle>> carried(UUID id, UUID draft, Caller caller) {
		return this.proceedings.found(this.kind, id, caller)
			.then(this.drafts.byId(draft))
			.filter((found) -> this.drafts.isVisible(found, caller))
			.flatMapMany((found) -> this.carried.of(id, draft))
			.collectList();
	}

	/**
	 * A later draft.
	 *
	 * @param label what it is: 草案修改稿
	 */
	record LaterDraft(@NotBlank @Size(max = 50) String label, @NotBlank @Size(max = 1_000_000) String text) {
	}

}
