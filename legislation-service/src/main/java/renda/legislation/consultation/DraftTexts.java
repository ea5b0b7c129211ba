package renda.legislation.consultation;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import renda.legislation.text.LegalText;
import renda.legislation.text.LegalTextReader;
import renda.legislation.text.Node;
import renda.legislation.text.ReadResult;
import renda.platform.store.Rows;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * The texts that comments are anchored to, as they were when they were published.
 */
@Repository
class DraftTexts {

	private static final String KEEP = """
			INSERT INTO consultation_text (consultation_id, draft_id, text) VALUES ($1, $2, $3::jsonb)
			ON CONFLICT (consultation_id, draft_id) DO NOTHING""";

	private static final String READ = """
			SELECT text FROM consultation_text WHERE consultation_id = $1 AND draft_id = $2""";

	private final DatabaseClient database;

	private final JsonMapper json;

	DraftTexts(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
	}

	/**
	 * Reads a text that was sent.
	 * @throws Refusal 422 where it is no legal text
	 */
	Mono<LegalText> read(String source) {
		return Mono.fromCallable(() -> LegalTextReader.read("", source))
			.subscribeOn(Schedulers.parallel())
			.flatMap((result) -> switch (result) {
				case ReadResult.Read read -> Mono.just(read.text());
				case ReadResult.Refused refused -> Mono
					.error(Refusal.invalid("/text", Text.of(refused.reason().chinese(), refused.reason().english())));
			});
	}

	Mono<Void> keep(UUID consultation, UUID draft, LegalText text) {
		return this.database.sql(KEEP)
			.bind(0, consultation)
			.bind(1, draft)
			.bind(2, this.json.writeValueAsString(text))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The text of a draft; empty where it is not kept.
	 */
	Mono<LegalText> of(UUID consultation, @Nullable UUID draft) {
		return (draft == null) ? Mono.empty()
				: this.database.sql(READ)
					.bind(0, consultation)
					.bind(1, draft)
					.map((row) -> this.json.readValue(Rows.required(row, "text", String.class), LegalText.class))
					.one();
	}

	/**
	 * What an article is called, such as 第十条; empty where the text has no such article.
	 */
	static Optional<String> label(LegalText text, String article) {
		return text.nodes().filter((node) -> node.id().equals(article)).map(Node::label).findFirst();
	}

}
