package renda.legislation.consultation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

import renda.legislation.consultation.Consultation.Topic;
import renda.legislation.consultation.ConsultationAction.OpenConsultation;
import renda.legislation.text.LegalText;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Opens consultations on texts that stand alone, keeps the texts that steps bring, and
 * fills in what steps are decided on and only the service knows.
 */
@Service
class ConsultedTexts {

	private final ConsultationKind kind;

	private final Consultations consultations;

	private final Consulting consulting;

	private final DraftTexts texts;

	private final CarriedComments carried;

	private final Proceedings proceedings;

	private final Commands commands;

	private final JsonMapper json;

	ConsultedTexts(ConsultationKind kind, Consultations consultations, Consulting consulting, DraftTexts texts,
			CarriedComments carried, Proceedings proceedings, Commands commands, JsonMapper json) {
		this.kind = kind;
		this.consultations = consultations;
		this.consulting = consulting;
		this.texts = texts;
		this.carried = carried;
		this.proceedings = proceedings;
		this.commands = commands;
		this.json = json;
	}

	Mono<ResponseEntity<Shown<ConsultationView>>> open(OpenConsultation said, Command command) {
		UUID id = Ids.next();
		return text(said.text()).flatMap((text) -> this.commands.run(command, said, () -> {
			Topic topic = new Topic("text", id, "", said.title().strip(), "", text.isPresent() ? Ids.next() : null);
			return this.consulting.open(id, topic, withoutText(said), text.orElse(null), command)
				.flatMap((opened) -> this.proceedings.shown(this.kind, opened, command.caller())
					.map((shown) -> Answer.created(ConsultationKind.PATH + '/' + id, opened.version(),
							"consultation/" + id, shown)));
		}));
	}

	/**
	 * The timeline keeps what was said, not the whole text once more.
	 */
	private static OpenConsultation withoutText(OpenConsultation said) {
		return new OpenConsultation(said.title(), null, said.from(), said.until(), said.notice(), said.decision());
	}

	private Mono<Optional<LegalText>> text(@Nullable String source) {
		return (source == null || source.isBlank()) ? Mono.just(Optional.empty())
				: this.texts.read(source).map(Optional::of);
	}

	Mono<ResponseEntity<Shown<ConsultationView>>> act(UUID id, String step, @Nullable JsonNode body, Command command) {
		if (body != null && !body.isNull() && !(body instanceof ObjectNode)) {
			return this.proceedings.act(this.kind, id, step, body, command);
		}
		ObjectNode own = (body instanceof ObjectNode given) ? given.deepCopy() : this.json.createObjectNode();
		Mono<ObjectNode> complete = switch (step) {
			case "summarise" -> this.consultations.waiting(id)
				.map((waiting) -> own.<ObjectNode>set("known", this.json.valueToTree(waiting)));
			case "carry-over" -> kept(id, own, command.caller());
			default -> Mono.just(own);
		};
		return complete.flatMap((said) -> this.proceedings.act(this.kind, id, step, said, command));
	}

	/**
	 * A text that comes with the step is kept before it; of a step that is refused it is
	 * of no consequence, since nothing leads to it.
	 */
	private Mono<ObjectNode> kept(UUID id, ObjectNode said, Caller caller) {
		String text = said.path("text").asString("");
		String draft = said.path("draft").asString("");
		said.remove("text");
		if (text.isBlank() || !draft.matches("[0-9a-fA-F-]{36}") || !ConsultationKind.isOffice(caller)) {
			return Mono.just(said);
		}
		return this.proceedings.found(this.kind, id, caller)
			.then(this.texts.read(text))
			.flatMap((read) -> this.texts.keep(id, UUID.fromString(draft), read))
			.thenReturn(said);
	}

	/**
	 * The text that is commented on.
	 */
	Mono<LegalText> commentedOn(UUID id) {
		return this.proceedings.found(this.kind, id, Caller.ANONYMOUS)
			.flatMap((found) -> this.texts.of(id, found.topic().draft()))
			.switchIfEmpty(Mono
				.error(() -> Refusal.notFound(Text.of("没有可供逐条评论的草案文本。", "No text is kept for this consultation."))));
	}

	Mono<List<CarriedComments.CarriedArticle>> carried(UUID id, UUID draft) {
		return this.proceedings.found(this.kind, id, Caller.ANONYMOUS)
			.flatMap((found) -> this.carried.of(Objects.requireNonNull(found).id(), draft).collectList());
	}

}
