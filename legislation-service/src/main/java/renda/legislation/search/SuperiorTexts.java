package renda.legislation.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.regulation.Regulation;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.regulation.RegulationStatus;
import renda.legislation.regulation.Regulations;
import renda.platform.city.CityProfile;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * What the register has for somebody who reviews another text: the texts it names, those
 * about the same subject, and their articles.
 */
@Repository
public class SuperiorTexts {

	private static final int HITS = 60;

	private static final String ARTICLES = """
			SELECT a.regulation_id, a.node_id, a.label, a.words
			FROM regulation_text t
			JOIN article a ON a.text_id = t.id
			WHERE t.version_id = any($1) AND t.current
			ORDER BY a.text_id, a.position
			LIMIT $2""";

	private final DatabaseClient database;

	private final Regulations regulations;

	private final Search search;

	private final CityProfile city;

	SuperiorTexts(DatabaseClient database, Regulations regulations, Search search, CityProfile city) {
		this.database = database;
		this.regulations = regulations;
		this.search = search;
		this.city = city;
	}

	/**
	 * The texts with these titles, as they are on a day; those of the city where several
	 * have one title.
	 * @param titles as {@code RegulationTitle} compares titles
	 */
	public Mono<List<Superior>> named(Collection<String> titles, LocalDate on) {
		return this.regulations.byTitles(titles, this.city.name().zh())
			.flatMapMany((known) -> Flux.fromIterable(known.entrySet()))
			.concatMap((entry) -> this.regulations.one(entry.getValue(), on)
				.map((regulation) -> superior(entry.getKey(), regulation)))
			.collectList();
	}

	private static Superior superior(String title, Regulation regulation) {
		return new Superior(regulation.id(), title, regulation.title(), regulation.kind(), regulation.status(),
				regulation.versionId(), regulation.effectiveOn());
	}

	/**
	 * The texts in force on a day that are about some words, the best first.
	 */
	public Mono<List<Superior>> about(String words, LocalDate on, int most) {
		return this.search.find(words, on, new Search.Filter(null, null, null, null), HITS, null).map((hits) -> {
			Map<UUID, Superior> found = new LinkedHashMap<>();
			hits.forEach((hit) -> found.putIfAbsent(hit.regulationId(), new Superior(hit.regulationId(), "",
					hit.title(), hit.kind(), RegulationStatus.IN_FORCE, hit.versionId(), null)));
			return new ArrayList<>(found.values()).stream().limit(most).toList();
		});
	}

	/**
	 * The articles of some versions, in the order of their texts.
	 */
	public Mono<List<Article>> articles(Collection<UUID> versions, int most) {
		return this.database.sql(ARTICLES)
			.bind(0, versions.toArray(UUID[]::new))
			.bind(1, most)
			.map((row) -> new Article(Rows.required(row, "regulation_id", UUID.class), Rows.text(row, "node_id"),
					Rows.text(row, "label"), Rows.text(row, "words")))
			.all()
			.collectList();
	}

	/**
	 * A text in the register.
	 *
	 * @param key the title it was asked for by; empty where it was found by its words
	 * @param status what it is on the day
	 * @param versionId the version in force on that day, or the one that ended it
	 * @param effectiveOn since when that version holds
	 */
	public record Superior(UUID id, String key, String title, RegulationKind kind, RegulationStatus status,
			@Nullable UUID versionId, @Nullable LocalDate effectiveOn) {
	}

	/**
	 * An article of one of them.
	 */
	public record Article(UUID regulationId, String nodeId, String label, String words) {
	}

}
