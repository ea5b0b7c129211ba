package renda.legislation.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Counts what became of comments, by whatever they are told apart by. Numbers are counted
 * when they are asked for.
 */
@Repository
public class Adoption {

	private static final String COUNT = """
			SELECT %s AS key, max(%s) AS name, count(*) AS comments,
			       count(*) FILTER (WHERE outcome = 'ADOPTED') AS adopted,
			       count(*) FILTER (WHERE outcome = 'PARTLY') AS partly,
			       count(*) FILTER (WHERE outcome = 'NOT_ADOPTED') AS not_adopted,
			       count(*) FILTER (WHERE outcome = 'STUDIED') AS studied
			FROM consultation_comment AS comment LEFT JOIN consultation ON consultation.id = consultation_id
			WHERE comment.status = 'RECEIVED' AND %s
			GROUP BY 1 ORDER BY comments DESC, 1
			LIMIT 1000""";

	private static final String ENDED = "(closed_on IS NOT NULL AND ($1::int IS NULL OR term = $1)%s)";

	private static final String OUTSIDE = " OR consultation_id IS NULL AND made_on BETWEEN $2 AND $3";

	private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

	private final DatabaseClient database;

	private final CityProfile city;

	Adoption(DatabaseClient database, CityProfile city) {
		this.database = database;
		this.city = city;
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
	 * Of all that a contact point or an expert said, on consultations and outside them.
	 */
	public Mono<Counted> ofSource(UUID source) {
		return this.database.sql(COUNT.formatted(By.WHOLE.key, By.WHOLE.name, "source_id = $1"))
			.bind(0, source)
			.map(Adoption::counted)
			.one()
			.defaultIfEmpty(Counted.none());
	}

	/**
	 * Of all consultations that have ended, of a term or of all; of contact points also
	 * what they said outside consultations.
	 */
	Mono<List<Counted>> ofAll(@Nullable Integer term, By by) {
		boolean outside = by == By.CONTACT_POINT;
		DatabaseClient.GenericExecuteSpec sql = this.database
			.sql(COUNT.formatted(by.key, by.name, ENDED.formatted(outside ? OUTSIDE : "") + by.only));
		sql = (term != null) ? sql.bind(0, term) : sql.bindNull(0, Integer.class);
		if (outside) {
			CityProfile.Term days = (term != null) ? this.city.term(term) : new CityProfile.Term(0, FIRST_DAY, null);
			sql = sql.bind(1, days.from()).bind(2, days.lastDayUntil(LAST_DAY));
		}
		return sql.map(Adoption::counted).all().collectList();
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
	public record Counted(String key, String name, long comments, long adopted, long partly, long notAdopted,
			long studied, String adoptionRate) {

		Counted(String key, String name, long comments, long adopted, long partly, long notAdopted, long studied) {
			this(key, name, comments, adopted, partly, notAdopted, studied, (adopted + partly) + "/" + comments);
		}

		static Counted none() {
			return new Counted("", "", 0, 0, 0, 0, 0);
		}

	}

}
