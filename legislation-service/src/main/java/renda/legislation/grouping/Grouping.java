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
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.grouping.Likeness.Gist;
import renda.platform.store.Ids;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Takes near-equal comments on one article together as they come. Each is compared with
 * the few groups that share most bands with it, however many comments there are.
 */
@Repository
public class Grouping {

	private static final int MOST_COMPARED = 20;

	/**
	 * The most groups looked at in a band; more share one where many say almost the same.
	 */
	private static final int MOST_IN_BAND = 50;

	/**
	 * So many comments are taken at once, so that what is held of their groups is
	 * bounded.
	 */
	private static final int AT_ONCE = 50;

	private static final String CANDIDATES = """
			WITH shared AS (
			    SELECT sought.comment, near.group_id, count(*) AS bands
			    FROM unnest($2::uuid[], $3::text[], $4::bigint[]) AS sought (comment, article, band)
			         CROSS JOIN LATERAL (SELECT group_id FROM comment_band
			                             WHERE topic_id = $1 AND comment_band.article = sought.article
			                               AND comment_band.band = sought.band
			                             ORDER BY group_id
			                             LIMIT $5) AS near
			    GROUP BY sought.comment, near.group_id),
			ranked AS (
			    SELECT comment, group_id,
			           row_number() OVER (PARTITION BY comment ORDER BY bands DESC, group_id) AS place
			    FROM shared)
			SELECT comment, group_id FROM ranked WHERE place <= $6""";

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
		return Flux.fromIterable(comments)
			.buffer(AT_ONCE)
			.concatMap((some) -> placed(topic, some.stream().map(Unplaced::of).toList()))
			.collect(HashMap::new, Map::putAll);
	}

	/**
	 * Whether two comments on the same article are near-equal.
	 */
	public boolean alike(String one, String other) {
		return Likeness.of(Likeness.gist(one), Likeness.gist(other)) >= this.settings.alike();
	}

	private Mono<Map<UUID, UUID>> placed(UUID topic, List<Unplaced> comments) {
		return candidates(topic, comments).flatMap((near) -> gists(near).flatMap((gists) -> {
			Batch batch = new Batch(near, gists, this.settings.alike());
			Map<UUID, UUID> placed = new LinkedHashMap<>();
			comments.forEach((one) -> placed.put(one.wording().comment(), batch.place(one)));
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

	/**
	 * The groups worth comparing with each comment.
	 */
	private Mono<Map<UUID, List<UUID>>> candidates(UUID topic, List<Unplaced> comments) {
		List<UUID> ids = new ArrayList<>();
		List<String> articles = new ArrayList<>();
		List<Long> bands = new ArrayList<>();
		for (Unplaced one : comments) {
			for (Place place : one.places()) {
				ids.add(one.wording().comment());
				articles.add(place.article());
				bands.add(place.band());
			}
		}
		return this.database.sql(CANDIDATES)
			.bind(0, topic)
			.bind(1, ids.toArray(UUID[]::new))
			.bind(2, articles.toArray(String[]::new))
			.bind(3, bands.toArray(Long[]::new))
			.bind(4, MOST_IN_BAND)
			.bind(5, MOST_COMPARED)
			.map((row) -> Map.entry(Rows.required(row, "comment", UUID.class),
					Rows.required(row, "group_id", UUID.class)))
			.all()
			.collect(HashMap::new, (near, entry) -> near.computeIfAbsent(entry.getKey(), (key) -> new ArrayList<>())
				.add(entry.getValue()));
	}

	private Mono<Map<UUID, Gist>> gists(Map<UUID, List<UUID>> near) {
		UUID[] groups = near.values().stream().flatMap(Collection::stream).distinct().toArray(UUID[]::new);
		return (groups.length == 0) ? Mono.just(new HashMap<>())
				: this.database.sql(TEXTS)
					.bind(0, groups)
					.map((row) -> Map.entry(Rows.required(row, "id", UUID.class),
							Likeness.gist(Rows.required(row, "text", String.class))))
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
	private record Unplaced(Wording wording, Gist gist, Set<Long> bands) {

		static Unplaced of(Wording wording) {
			Gist gist = Likeness.gist(wording.text());
			return new Unplaced(wording, gist, Likeness.bands(gist));
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

		private final Map<UUID, List<UUID>> near;

		private final Map<UUID, Gist> gists;

		private final int alike;

		/** The groups begun here, by the bands they are found in. */
		private final Map<Place, Set<UUID>> begun = new HashMap<>();

		private final Map<UUID, Made> made = new LinkedHashMap<>();

		private final Map<UUID, Integer> joined = new LinkedHashMap<>();

		Batch(Map<UUID, List<UUID>> near, Map<UUID, Gist> gists, int alike) {
			this.near = near;
			this.gists = gists;
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
			Stream<UUID> known = this.near.getOrDefault(one.wording().comment(), List.of()).stream();
			Stream<UUID> fresh = one.places()
				.stream()
				.flatMap((place) -> this.begun.getOrDefault(place, Set.of()).stream());
			return Stream.concat(known, fresh)
				.distinct()
				.map((group) -> Map.entry(group,
						Likeness.of(one.gist(), Objects.requireNonNull(this.gists.get(group)))))
				.filter((entry) -> entry.getValue() >= this.alike)
				.max(Comparator.comparing(Map.Entry<UUID, Integer>::getValue))
				.map(Map.Entry::getKey)
				.orElse(null);
		}

		private UUID begin(Unplaced one) {
			UUID group = Ids.next();
			this.made.put(group, new Made(one.wording(), one.bands(), 1));
			this.gists.put(group, one.gist());
			one.places().forEach((place) -> this.begun.computeIfAbsent(place, (key) -> new HashSet<>()).add(group));
			return group;
		}

	}

}
