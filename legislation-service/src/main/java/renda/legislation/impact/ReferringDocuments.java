package renda.legislation.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.regulation.Level;
import renda.legislation.regulation.RegulationKind;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Documents that are not in the register and refer to regulations in it: before a
 * regulation is changed, they are looked through as the regulations are. Whoever keeps
 * the documents says what they refer to.
 */
@Repository
public class ReferringDocuments {

	private static final String PUT = """
			INSERT INTO referring_document (id, title, kind, level, href, effective_on, until)
			VALUES ($1, $2, $3, $4, $5, $6, coalesce($7, DATE '9999-12-31'))
			ON CONFLICT (id) DO UPDATE
			SET title = excluded.title, kind = excluded.kind, level = excluded.level, href = excluded.href,
				effective_on = excluded.effective_on, until = excluded.until, modified_at = clock_timestamp()""";

	private static final String PLACES = """
			INSERT INTO referring_place (document_id, position, title_key, target, from_node, from_label, words)
			SELECT $1, ordinality, title_key, target, from_node, from_label, words
			FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY
				AS place (title_key, target, from_node, from_label, words, ordinality)""";

	private final DatabaseClient database;

	ReferringDocuments(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Notes a document and where it refers to regulations, in the current transaction, in
	 * place of what was noted before.
	 */
	public Mono<Void> put(Referring document, List<Place> places) {
		DatabaseClient.GenericExecuteSpec put = this.database.sql(PUT)
			.bind(0, document.id())
			.bind(1, document.title())
			.bind(2, document.kind().name())
			.bind(3, document.level().name())
			.bind(4, document.href())
			.bind(5, document.effectiveOn());
		put = (document.until() != null) ? put.bind(6, document.until()) : put.bindNull(6, LocalDate.class);
		return put.fetch()
			.rowsUpdated()
			.then(this.database.sql("DELETE FROM referring_place WHERE document_id = $1")
				.bind(0, document.id())
				.fetch()
				.rowsUpdated())
			.then(this.database.sql(PLACES)
				.bind(0, document.id())
				.bind(1, places.stream().map(Place::title).toArray(String[]::new))
				.bind(2, places.stream().map(Place::target).toArray(String[]::new))
				.bind(3, places.stream().map(Place::nodeId).toArray(String[]::new))
				.bind(4, places.stream().map(Place::label).toArray(String[]::new))
				.bind(5, places.stream().map(Place::words).toArray(String[]::new))
				.fetch()
				.rowsUpdated())
			.then();
	}

	/**
	 * A document.
	 *
	 * @param kind {@code RULE} for a government's rules, {@code OTHER} for other
	 * normative documents
	 * @param level whose it is
	 * @param href where it is
	 * @param effectiveOn since when it holds
	 * @param until the first day it does no more; null while it does
	 */
	public record Referring(UUID id, String title, RegulationKind kind, Level level, String href, LocalDate effectiveOn,
			@Nullable LocalDate until) {
	}

	/**
	 * A place that refers.
	 *
	 * @param title the regulation's title, as {@code RegulationTitle} compares titles
	 * @param target the piece referred to; empty for the whole text
	 * @param nodeId the piece whose words refer
	 * @param label the article it is in, as printed
	 * @param words the words that refer
	 */
	public record Place(String title, String target, String nodeId, String label, String words) {
	}

}
