package renda.legislation.grouping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.store.Ids;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Takes near-equal comments on one article together as they come. Each is compared with
 * the few groups that share a band with it.
 */
@Repository
public class Grouping {

	private static final int MOST_COMPARED = 20;

	private static final String CANDIDATES = """
			SELECT article, band, group_id
			FROM comment_band
			WHERE topic_id = $1
			  AND (article, band) IN (SELECT * FROM unnest($2::text[], $3::bigint[]))""";

	private static final String TEXTS = "SELECT id, text FROM comment_group WHERE id = any($1)";

	private static final String NEW_GROUPS = """
			INSERT INTO comment_group (id, topic_id, consultation_id, article, label, stands_for, text, comments)
			SELECT id, $1, (SELECT consultation.id FROM consultation WHERE consultation.id = $1), article, label, stands_for, text, comments
			FROM unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::int[])
			     AS made (id, article, label, stands_for, text, comments)""";

	private static final String NEW_BANDS = """
			INSERT INTO comment_band (topic_id, article, band, group_id)
			SELECT $1, article, band, group_id
			FROM unnest($2::text[], $3::bigint[], $4::uuid[]) AS made (article, band, group_id)
			ON CONFLICT DO NOTHING""";

	private static final String MORE = """
			UPDATE comment_group
			SET comments = comment_group.comments + joined.comments, version = version + 1, modified_at = clock_timestamp()
			FROM unnest($1::uuid[], $2::int[]) AS joined (id, comments)
			WHERE comment_group.id = joined.id""";

	/**
	 * Counted again, and stood for by the first of those that are left.
	 */
	private static final String RECOUNT = """
			UPDATE comment_group
			SET comments = (SELECT count(*) FROM consultation_comment WHERE group_id = comment_group.id),
			    (stands_for, text) = (
			        SELECT coalesce(max(kept.id::text)::uuid, stands_for), coalesce(max(kept.text), comment_group.text)
			        FROM (SELECT id, text FROM consultation_comment WHERE group_id = comment_group.id
			              ORDER BY id <> comment_group.stands_for, id LIMIT 1) AS kept),
			    confirmed = confirmed OR $2, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1""";

	private final DatabaseClient database;

	private final GroupingSettings settings;

	Grouping(DatabaseClient database, GroupingSettings settings) {
		this.database = database;
		this.settings = settings;
	}

	/**
	 * Finds each comment its group, and makes those that are missing; the comments are to
	 * be written in the same transaction.
	 * @param topic the consultation, or what was asked about outside one
	 * @return the group of each comment
	 */
	public Mono<Map<UUID, UUID>> grouped(UUID topic, List<Wording> comments) {
		if (comments.isEmpty()) {
			return Mono.just(Map.of());
		}
		List<Unplaced> unplaced = comments.stream().map(Unplaced::of).toList();
		return candidates(topic, unplaced).flatMap((index) -> texts(index).flatMap((pairs) -> {
			Batch batch = new Batch(index, pairs, this.settings.alike());
			Map<UUID, UUID> placed = new LinkedHashMap<>();
			unplaced.forEach((one) -> placed.put(one.wording().comment(), batch.place(one)));
			return write(topic, batch).thenReturn(placed);
		}));
	}

	/**
	 * A group of its own for some comments, which are moved into it by the caller.
	 */
	public Mono<UUID> apart(UUID topic, List<Wording> comments) {
		Unplaced first = Unplaced.of(comments.getFirst());
		Batch batch = new Batch(new HashMap<>(), new HashMap<>(), this.settings.alike());
		UUID group = batch.begin(first);
		batch.made.computeIfPresent(group, (id, made) -> new Made(made.wording(), made.bands(), comments.size()));
		return write(topic, batch).thenReturn(group);
	}

	/**
	 * Counts a group again after a comment came or went.
	 * @param decided whether the office has decided on the group
	 */
	public Mono<Void> recount(UUID group, boolean decided) {
		return this.database.sql(RECOUNT).bind(0, group).bind(1, decided).fetch().rowsUpdated().then();
	}

	private Mono<Map<Place, Set<UUID>>> candidates(UUID topic, List<Unplaced> unplaced) {
		List<Place> places = unplaced.stream().flatMap((one) -> one.places().stream()).distinct().toList();
		return this.database.sql(CANDIDATES)
			.bind(0, topic)
			.bind(1, places.stream().map(Place::article).toArray(String[]::new))
			.bind(2, places.stream().map(Place::band).toArray(Long[]::new))
			.map((row) -> Map.entry(
					new Place(Rows.required(row, "article", String.class), Rows.required(row, "band", Long.class)),
					Rows.required(row, "group_id", UUID.class)))
			.all()
			.collectList()
			.map((found) -> {
				Map<Place, Set<UUID>> index = new HashMap<>();
				found.forEach((entry) -> index.computeIfAbsent(entry.getKey(), (place) -> new HashSet<>())
					.add(entry.getValue()));
				return index;
			});
	}

	private Mono<Map<UUID, Set<String>>> texts(Map<Place, Set<UUID>> index) {
		UUID[] groups = index.values().stream().flatMap(Collection::stream).distinct().toArray(UUID[]::new);
		return (groups.length == 0) ? Mono.just(new HashMap<>())
				: this.database.sql(TEXTS)
					.bind(0, groups)
					.map((row) -> Map.entry(Rows.required(row, "id", UUID.class),
							Likeness.pairs(Rows.required(row, "text", String.class))))
					.all()
					.collectMap(Map.Entry::getKey, Map.Entry::getValue, HashMap::new);
	}

	private Mono<Void> write(UUID topic, Batch batch) {
		List<Made> made = List.copyOf(batch.made.values());
		List<UUID> ids = List.copyOf(batch.made.keySet());
		Mono<Void> groups = made.isEmpty() ? Mono.empty()
				: this.database.sql(NEW_GROUPS)
					.bind(0, topic)
					.bind(1, ids.toArray(UUID[]::new))
					.bind(2, made.stream().map((one) -> one.wording().article()).toArray(String[]::new))
					.bind(3, made.stream().map((one) -> one.wording().label()).toArray(String[]::new))
					.bind(4, made.stream().map((one) -> one.wording().comment()).toArray(UUID[]::new))
					.bind(5, made.stream().map((one) -> one.wording().text()).toArray(String[]::new))
					.bind(6, made.stream().map(Made::comments).toArray(Integer[]::new))
					.fetch()
					.rowsUpdated()
					.then(Mono.defer(() -> bands(topic, ids, made)));
		return groups.then(Mono.defer(() -> batch.joined.isEmpty() ? Mono.empty()
				: this.database.sql(MORE)
					.bind(0, batch.joined.keySet().toArray(UUID[]::new))
					.bind(1, batch.joined.values().toArray(Integer[]::new))
					.fetch()
					.rowsUpdated()
					.then()));
	}

	private Mono<Void> bands(UUID topic, List<UUID> ids, List<Made> made) {
		List<String> articles = new ArrayList<>();
		List<Long> bands = new ArrayList<>();
		List<UUID> groups = new ArrayList<>();
		for (int i = 0; i < made.size(); i++) {
			for (Long band : made.get(i).bands()) {
				articles.add(made.get(i).wording().article());
				bands.add(band);
				groups.add(ids.get(i));
			}
		}
		return this.database.sql(NEW_BANDS)
			.bind(0, topic)
			.bind(1, articles.toArray(String[]::new))
			.bind(2, bands.toArray(Long[]::new))
			.bind(3, groups.toArray(UUID[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * What a comment says on an article.
	 *
	 * @param article the id of the article; empty for the whole
	 * @param label what it is called
	 */
	public record Wording(UUID comment, String article, String label, String text) {
	}

	/**
	 * Where a band counts: comments on different articles are not near-equal.
	 */
	private record Place(String article, long band) {
	}

	/**
	 * A comment without a group.
	 */
	private record Unplaced(Wording wording, Set<String> pairs, Set<Long> bands) {

		static Unplaced of(Wording wording) {
			Set<String> pairs = Likeness.pairs(wording.text());
			return new Unplaced(wording, pairs, Likeness.bands(pairs));
		}

		List<Place> places() {
			return this.bands.stream().map((band) -> new Place(this.wording.article(), band)).toList();
		}

	}

	/**
	 * A new group.
	 */
	private record Made(Wording wording, Set<Long> bands, int comments) {
	}

	/**
	 * What some comments come to.
	 */
	private static final class Batch {

		private final Map<Place, Set<UUID>> index;

		private final Map<UUID, Set<String>> pairs;

		private final int alike;

		private final Map<UUID, Made> made = new LinkedHashMap<>();

		private final Map<UUID, Integer> joined = new LinkedHashMap<>();

		Batch(Map<Place, Set<UUID>> index, Map<UUID, Set<String>> pairs, int alike) {
			this.index = index;
			this.pairs = pairs;
			this.alike = alike;
		}

		UUID place(Unplaced one) {
			UUID group = nearest(one);
			if (group == null) {
				return begin(one);
			}
			if (this.made.containsKey(group)) {
				this.made.computeIfPresent(group,
						(id, known) -> new Made(known.wording(), known.bands(), known.comments() + 1));
			}
			else {
				this.joined.merge(group, 1, Integer::sum);
			}
			return group;
		}

		private @Nullable UUID nearest(Unplaced one) {
			Map<UUID, Integer> shared = new HashMap<>();
			one.places()
				.forEach((place) -> this.index.getOrDefault(place, Set.of())
					.forEach((group) -> shared.merge(group, 1, Integer::sum)));
			return shared.entrySet()
				.stream()
				.sorted(Map.Entry.<UUID, Integer>comparingByValue()
					.reversed()
					.thenComparing(Map.Entry.comparingByKey()))
				.limit(MOST_COMPARED)
				.map((entry) -> Map.entry(entry.getKey(),
						Likeness.of(one.pairs(), Objects.requireNonNull(this.pairs.get(entry.getKey())))))
				.filter((entry) -> entry.getValue() >= this.alike)
				.max(Comparator.comparing(Map.Entry<UUID, Integer>::getValue))
				.map(Map.Entry::getKey)
				.orElse(null);
		}

		private UUID begin(Unplaced one) {
			UUID group = Ids.next();
			this.made.put(group, new Made(one.wording(), one.bands(), 1));
			this.pairs.put(group, one.pairs());
			one.places().forEach((place) -> this.index.computeIfAbsent(place, (key) -> new HashSet<>()).add(group));
			return group;
		}

	}

}
