package renda.legislation.treatment;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Counts what became of comments, by whatever they are told apart by. Numbers are counted
 * when they are asked for.
 */
@Repository
class Adoption {

	private static final String COUNT = """
			SELECT %s AS key, max(%s) AS name, count(*) AS comments,
			       count(*) FILTER (WHERE outcome = 'ADOPTED') AS adopted,
			       count(*) FILTER (WHERE outcome = 'PARTLY') AS partly,
			       count(*) FILTER (WHERE outcome = 'NOT_ADOPTED') AS not_adopted,
			       count(*) FILTER (WHERE outcome = 'STUDIED') AS studied
			FROM consultation_comment AS comment JOIN consultation ON consultation.id = consultation_id
			WHERE comment.status = 'RECEIVED' AND %s
			GROUP BY 1 ORDER BY comments DESC, 1
			LIMIT 1000""";

	private final DatabaseClient database;

	Adoption(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Of one consultation.
	 */
	Mono<List<Counted>> of(UUID consultation, By by) {
		return this.database.sql(COUNT.formatted(by.key, by.name, "consultation_id = $1" + by.only))
			.bind(0, consultation)
			.map(Adoption::counted)
			.all()
			.collectList();
	}

	/**
	 * Of all consultations that have ended, of a term or of all.
	 */
	Mono<List<Counted>> ofAll(@Nullable Integer term, By by) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(
				COUNT.formatted(by.key, by.name, "closed_on IS NOT NULL AND ($1::int IS NULL OR term = $1)" + by.only));
		return ((term != null) ? sql.bind(0, term) : sql.bindNull(0, Integer.class)).map(Adoption::counted)
			.all()
			.collectList();
	}

	private static Counted counted(Readable row) {
		return new Counted(Rows.text(row, "key"), Rows.text(row, "name"), Rows.required(row, "comments", Long.class),
				Rows.required(row, "adopted", Long.class), Rows.required(row, "partly", Long.class),
				Rows.required(row, "not_adopted", Long.class), Rows.required(row, "studied", Long.class));
	}

	/**
	 * What comments are told apart by.
	 */
	@Schema(name = "AdoptionBy")
	enum By {

		/** Not at all. */
		WHOLE("''", "''", ""),
		/** By the draft they were made on. */
		DRAFT("coalesce(comment.draft_id::text, consultation.code)", "consultation.title", ""),
		/** By article. */
		ARTICLE("article", "label", ""),
		/** By channel. */
		CHANNEL("channel", "channel", ""),
		/** By kind of sender. */
		SOURCE("source", "source", ""),
		/** By contact point. */
		CONTACT_POINT("coalesce(source_id::text, source_name)", "source_name", " AND source = 'CONTACT_POINT'");

		private final String key;

		private final String name;

		private final String only;

		By(String key, String name, String only) {
			this.key = key;
			this.name = name;
			this.only = only;
		}

	}

	/**
	 * What became of some comments.
	 *
	 * @param key the draft, article, channel, source or contact point
	 * @param name what it is called
	 * @param comments how many count
	 * @param studied how many are to be studied
	 * @param adoptionRate those adopted in whole or in part, of all that count:
	 * {@code 3/7}
	 */
	@Schema(name = "AdoptionCount")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Counted(String key, String name, long comments, long adopted, long partly, long notAdopted, long studied,
			String adoptionRate) {

		Counted(String key, String name, long comments, long adopted, long partly, long notAdopted, long studied) {
			this(key, name, comments, adopted, partly, notAdopted, studied, (adopted + partly) + "/" + comments);
		}

		static Counted none() {
			return new Counted("", "", 0, 0, 0, 0, 0);
		}

	}

}
