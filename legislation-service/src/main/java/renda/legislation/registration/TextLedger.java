package renda.legislation.registration;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.reference.Reference;
import renda.legislation.source.Reading;
import renda.legislation.text.Node;
import renda.platform.store.Ids;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Writes texts, their articles and their references.
 */
@Repository
class TextLedger {

	private static final String RETIRE_TEXTS = """
			WITH old AS (
				UPDATE regulation_text SET current = false WHERE version_id = any($1) AND current RETURNING id
			), articles AS (
				DELETE FROM article WHERE text_id IN (SELECT id FROM old)
			)
			DELETE FROM regulation_reference WHERE text_id IN (SELECT id FROM old)""";

	private static final String ADD_TEXTS = """
			INSERT INTO regulation_text (id, regulation_id, version_id, sha256, file_name, file_date, raw, structure,
				links, articles, chapters, warnings, reason)
			SELECT id, regulation_id, version_id, sha256, file_name, file_date, decode(raw, 'base64'), structure, links,
				articles, chapters, warnings, reason
			FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[]::date[], $7::text[],
				$8::text[], $9::text[], $10::int[], $11::int[], $12::int[], $13::text[])
				AS t (id, regulation_id, version_id, sha256, file_name, file_date, raw, structure, links, articles,
					chapters, warnings, reason)""";

	private static final String ADD_ARTICLES = """
			INSERT INTO article (text_id, regulation_id, version_id, position, node_id, label, path, words, search)
			SELECT t.id, t.regulation_id, t.version_id, position, node_id, label, path, words, search::tsvector
			FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
				AS a (text_id, position, node_id, label, path, words, search)
			JOIN regulation_text t ON t.id = a.text_id""";

	private static final String ADD_REFERENCES = """
			INSERT INTO regulation_reference (text_id, regulation_id, version_id, position, title_key, from_node,
				from_label, target, words)
			SELECT t.id, t.regulation_id, t.version_id, position, title_key, from_node, from_label, target, words
			FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
				AS r (text_id, position, title_key, from_node, from_label, target, words)
			JOIN regulation_text t ON t.id = r.text_id""";

	private final DatabaseClient database;

	TextLedger(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Writes the new texts of dossiers, in place of those they replace.
	 * @param reason why, for texts that put another one right; empty otherwise
	 */
	Mono<Void> save(List<Dossier> dossiers, String reason) {
		List<NewText> texts = new ArrayList<>();
		for (Dossier dossier : dossiers) {
			for (Entry entry : dossier.entries) {
				if (entry.text != null) {
					texts.add(new NewText(Ids.next(), dossier.id, entry.id, entry.text));
				}
			}
		}
		if (texts.isEmpty()) {
			return Mono.empty();
		}
		return this.database.sql(RETIRE_TEXTS)
			.bind(0, texts.stream().map(NewText::versionId).toArray(UUID[]::new))
			.fetch()
			.rowsUpdated()
			.then(this.database.sql(ADD_TEXTS)
				.bind(0, ids(texts, NewText::id))
				.bind(1, ids(texts, NewText::regulationId))
				.bind(2, ids(texts, NewText::versionId))
				.bind(3, strings(texts, (text) -> text.reading.sha256()))
				.bind(4, strings(texts, (text) -> text.reading.fileName()))
				.bind(5, strings(texts, (text) -> text(text.reading.fileDate())))
				.bind(6, strings(texts, (text) -> Base64.getEncoder().encodeToString(text.reading.raw())))
				.bind(7, strings(texts, (text) -> text.reading.structure()))
				.bind(8, strings(texts, (text) -> text.reading.links()))
				.bind(9, numbers(texts, (text) -> text.reading.articles()))
				.bind(10, numbers(texts, (text) -> text.reading.chapters()))
				.bind(11, numbers(texts, (text) -> text.reading.text().warnings().size()))
				.bind(12, strings(texts, (text) -> reason))
				.fetch()
				.rowsUpdated())
			.then(articles(texts))
			.then(references(texts));
	}

	private Mono<Void> articles(List<NewText> texts) {
		List<NewPiece> pieces = new ArrayList<>();
		for (NewText text : texts) {
			for (int i = 0; i < text.reading.pieces().size(); i++) {
				pieces.add(new NewPiece(text.id, i + 1, text.reading.pieces().get(i)));
			}
		}
		if (pieces.isEmpty()) {
			return Mono.empty();
		}
		return this.database.sql(ADD_ARTICLES)
			.bind(0, ids(pieces, NewPiece::textId))
			.bind(1, numbers(pieces, NewPiece::position))
			.bind(2, strings(pieces, (piece) -> piece.piece.nodeId()))
			.bind(3, strings(pieces, (piece) -> piece.piece.label()))
			.bind(4, strings(pieces, (piece) -> piece.piece.path()))
			.bind(5, strings(pieces, (piece) -> piece.piece.words()))
			.bind(6, strings(pieces, (piece) -> piece.piece.vector()))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private Mono<Void> references(List<NewText> texts) {
		List<NewReference> references = new ArrayList<>();
		for (NewText text : texts) {
			Map<String, String> labels = new HashMap<>();
			text.reading.text().articles().forEach((article) -> labels.put(article.id(), article.label()));
			List<Reference> found = text.reading.references();
			for (int i = 0; i < found.size(); i++) {
				String label = labels.getOrDefault(Node.article(found.get(i).from()), "");
				references.add(new NewReference(text.id, i + 1, found.get(i), label));
			}
		}
		if (references.isEmpty()) {
			return Mono.empty();
		}
		return this.database.sql(ADD_REFERENCES)
			.bind(0, ids(references, NewReference::textId))
			.bind(1, numbers(references, NewReference::position))
			.bind(2, strings(references, (each) -> each.reference.title()))
			.bind(3, strings(references, (each) -> each.reference.from()))
			.bind(4, strings(references, NewReference::label))
			.bind(5, strings(references, (each) -> each.reference.target()))
			.bind(6, strings(references, (each) -> each.reference.words()))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

	private static <T> UUID[] ids(List<T> items, Function<T, UUID> id) {
		return items.stream().map(id).toArray(UUID[]::new);
	}

	private static <T> Integer[] numbers(List<T> items, Function<T, Integer> number) {
		return items.stream().map(number).toArray(Integer[]::new);
	}

	private static <T> String[] strings(List<T> items, Function<T, @Nullable String> string) {
		return items.stream().map(string).toArray(String[]::new);
	}

	private record NewText(UUID id, UUID regulationId, UUID versionId, Reading reading) {
	}

	private record NewPiece(UUID textId, int position, Reading.Piece piece) {
	}

	private record NewReference(UUID textId, int position, Reference reference, String label) {
	}

}
