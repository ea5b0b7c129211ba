package renda.legislation.consultation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.draft.Draft;
import renda.legislation.draft.Drafts;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * The drafts of a consultation: the one commented on, and the later ones of the same
 * subject that follow the comments.
 */
@Service
public class ConsultedDrafts {

	private final Drafts drafts;

	ConsultedDrafts(Drafts drafts) {
		this.drafts = drafts;
	}

	/**
	 * The draft commented on; empty where no text is kept.
	 */
	Mono<Draft> of(Consultation consultation) {
		UUID draft = consultation.topic().draft();
		return (draft == null) ? Mono.empty() : this.drafts.byId(draft);
	}

	/**
	 * Another draft of the same subject.
	 */
	Mono<Draft> later(Consultation consultation, UUID draft) {
		Consultation.Topic topic = consultation.topic();
		return this.drafts.byId(draft)
			.filter((found) -> found.subject().equals(topic.id()) && !draft.equals(topic.draft()))
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/draft",
					Text.of("不是同一事项的其他草案。", "This is no other draft of the same subject."))));
	}

	/**
	 * The ids of what may be commented on, with what each is called.
	 */
	public Mono<Map<String, String>> articles(Consultation consultation) {
		return of(consultation).map(ConsultedDrafts::labels).defaultIfEmpty(Map.of());
	}

	/**
	 * The same of a later draft; 400 where it is none of the same subject.
	 */
	public Mono<Map<String, String>> articlesOf(Consultation consultation, UUID later) {
		return later(consultation, later).map(ConsultedDrafts::labels);
	}

	/**
	 * The same of any draft; 400 where there is none.
	 */
	public Mono<Map<String, String>> articlesOf(UUID draft) {
		return this.drafts.byId(draft)
			.map(ConsultedDrafts::labels)
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/draft", Text.of("没有这一稿。", "There is no such draft."))));
	}

	private static Map<String, String> labels(Draft draft) {
		Map<String, String> labels = new LinkedHashMap<>();
		draft.text().nodes().forEach((node) -> labels.put(node.id(), node.label()));
		return labels;
	}

}
