package renda.legislation.consultation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.legislation.compare.TextDiff;
import renda.platform.store.Rows;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Follows the articles that were commented on into later drafts: moved and renumbered
 * ones are found again, removed ones are marked as such.
 */
@Repository
class CarriedArticles {

	private static final String WRITE = """
			INSERT INTO consultation_carry (consultation_id, draft_id, article, label, to_article, to_label, status)
			SELECT $1, $2, article, label, nullif(to_article, ''), to_label, status
			FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
			     AS carried (article, label, to_article, to_label, status)
			ON CONFLICT (consultation_id, draft_id, article) DO UPDATE
			SET to_article = excluded.to_article, to_label = excluded.to_label, status = excluded.status""";

	private static final String READ = """
			SELECT carry.article, label, to_article, to_label, status,
			       (SELECT count(*) FROM consultation_comment AS comment
			        WHERE comment.consultation_id = carry.consultation_id AND comment.article = carry.article
			          AND comment.status = 'RECEIVED') AS comments
			FROM consultation_carry AS carry
			WHERE consultation_id = $1 AND draft_id = $2
			ORDER BY length(carry.article), carry.article""";

	private final DatabaseClient database;

	private final ConsultedDrafts drafts;

	CarriedArticles(DatabaseClient database, ConsultedDrafts drafts) {
		this.database = database;
		this.drafts = drafts;
	}

	/**
	 * Finds the articles of the draft commented on in a later one.
	 */
	Mono<Void> carry(Consultation consultation, UUID draft) {
		return Mono.zip(this.drafts.of(consultation), this.drafts.later(consultation, draft))
			.switchIfEmpty(Mono.error(CarriedArticles::noText))
			.flatMap((both) -> Mono
				.fromCallable(() -> carried(TextDiff.between(both.getT1().text(), both.getT2().text())))
				.subscribeOn(Schedulers.parallel()))
			.flatMap((places) -> write(consultation.id(), draft, places));
	}

	private static Refusal noText() {
		return Refusal.conflict("no-text",
				Text.of("没有可供对照的草案文本。", "The text commented on is not kept, so nothing can be carried over."));
	}

	private static List<CarriedArticle> carried(TextDiff diff) {
		return diff.articles()
			.stream()
			.filter((change) -> change.from() != null && !change.from().label().isEmpty())
			.map(CarriedArticles::place)
			.toList();
	}

	static CarriedArticle place(TextDiff.Change change) {
		TextDiff.Place from = Objects.requireNonNull(change.from());
		TextDiff.Place to = change.to();
		return new CarriedArticle(from.id(), from.label(), (to != null) ? to.id() : null,
				(to != null) ? to.label() : "", switch (change.status()) {
					case DELETED -> Fate.REMOVED;
					case CHANGED -> Fate.CHANGED;
					case MOVED -> Fate.MOVED;
					case RENUMBERED -> Fate.RENUMBERED;
					case UNCHANGED, INSERTED -> Fate.UNCHANGED;
				}, 0);
	}

	private Mono<Void> write(UUID consultation, UUID draft, List<CarriedArticle> places) {
		if (places.isEmpty()) {
			return Mono.empty();
		}
		return this.database.sql(WRITE)
			.bind(0, consultation)
			.bind(1, draft)
			.bind(2, places.stream().map(CarriedArticle::article).toArray(String[]::new))
			.bind(3, places.stream().map(CarriedArticle::label).toArray(String[]::new))
			.bind(4, places.stream()
				.map((place) -> Objects.requireNonNullElse(place.toArticle(), ""))
				.toArray(String[]::new))
			.bind(5, places.stream().map(CarriedArticle::toLabel).toArray(String[]::new))
			.bind(6, places.stream().map((place) -> place.status().name()).toArray(String[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Where the articles commented on stand in a later draft, with the number of comments
	 * on each.
	 */
	Flux<CarriedArticle> of(UUID consultation, UUID draft) {
		return this.database.sql(READ)
			.bind(0, consultation)
			.bind(1, draft)
			.map((row) -> new CarriedArticle(Rows.required(row, "article", String.class),
					Rows.required(row, "label", String.class), row.get("to_article", String.class),
					Rows.required(row, "to_label", String.class),
					Fate.valueOf(Rows.required(row, "status", String.class)),
					Rows.required(row, "comments", Long.class)))
			.all();
	}

	/**
	 * Where an article stands in a later draft.
	 *
	 * @param article the article commented on
	 * @param toArticle the same article in the later draft; missing where it was removed
	 * @param comments how many comments there are on it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CarriedArticle(String article, String label, @Nullable String toArticle, String toLabel, Fate status,
			long comments) {
	}

	/**
	 * What became of an article.
	 */
	enum Fate {

		/** The same. */
		UNCHANGED,
		/** The same words under another number. */
		RENUMBERED,
		/** The same words in another place. */
		MOVED,
		/** Other words. */
		CHANGED,
		/** Removed. */
		REMOVED

	}

}
