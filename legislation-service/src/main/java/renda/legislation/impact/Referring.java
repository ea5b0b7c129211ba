package renda.legislation.impact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.regulation.Regulations;
import renda.legislation.text.RegulationTitle;
import renda.platform.city.CityProfile;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The city's own texts, as other features ask for them when a superior law has changed:
 * who refers to it, by article.
 */
@Repository
public class Referring {

	private static final String TO = """
			SELECT r.id, r.title, r.kind, v.id AS version_id, array_agg(DISTINCT f.from_label) AS labels
			FROM regulation_reference f
			JOIN regulation_version v ON v.id = f.version_id
			JOIN regulation r ON r.id = f.regulation_id
			WHERE f.title_key = $1 AND v.effective_on <= $2 AND v.until > $2 AND v.kind <> 'REPEALED' AND r.level = 'CITY'
			GROUP BY r.id, v.id
			ORDER BY r.title, r.id""";

	private static final String BY_IDS = """
			SELECT r.id, r.title, r.kind, NULL::uuid AS version_id, '{}'::text[] AS labels
			FROM regulation r WHERE r.id = any($1) AND r.level = 'CITY' ORDER BY r.title, r.id""";

	private final DatabaseClient database;

	private final Regulations regulations;

	private final CityProfile city;

	Referring(DatabaseClient database, Regulations regulations, CityProfile city) {
		this.database = database;
		this.regulations = regulations;
		this.city = city;
	}

	/**
	 * The city's texts in force on a day that refer to a law, by its title; whether the
	 * register has that law or not.
	 */
	public Mono<List<Referrer>> to(String title, LocalDate on) {
		return this.database.sql(TO)
			.bind(0, RegulationTitle.normalise(title))
			.bind(1, on)
			.map(Referring::referrer)
			.all()
			.collectList();
	}

	/**
	 * The city's texts with these ids; what is unknown or not the city's is left out.
	 */
	public Mono<List<Referrer>> byIds(Collection<UUID> ids) {
		return this.database.sql(BY_IDS).bind(0, ids.toArray(UUID[]::new)).map(Referring::referrer).all().collectList();
	}

	/**
	 * The ids of the texts with these titles, by the title as it was asked for; what is
	 * unknown is left out.
	 */
	public Mono<Map<String, UUID>> byTitles(Collection<String> titles) {
		Map<String, String> keys = new HashMap<>();
		titles.forEach((title) -> keys.put(title, RegulationTitle.normalise(title)));
		return this.regulations.byTitles(keys.values(), this.city.name().zh()).map((known) -> {
			Map<String, UUID> found = new HashMap<>();
			keys.forEach((title, key) -> {
				UUID id = known.get(key);
				if (id != null) {
					found.put(title, id);
				}
			});
			return found;
		});
	}

	private static Referrer referrer(Readable row) {
		return new Referrer(Rows.required(row, "id", UUID.class), Rows.text(row, "title"),
				RegulationKind.valueOf(Rows.text(row, "kind")), row.get("version_id", UUID.class),
				List.of(Rows.required(row, "labels", String[].class)));
	}

	/**
	 * A text of the city.
	 *
	 * @param version the version in force on the day asked for; missing where no day was
	 * @param labels the articles that refer, as printed
	 */
	public record Referrer(UUID id, String title, RegulationKind kind, @Nullable UUID version, List<String> labels) {

		public Referrer {
			labels = List.copyOf(labels);
		}

	}

}
