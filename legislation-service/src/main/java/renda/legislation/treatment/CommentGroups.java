package renda.legislation.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment.Fate;
import renda.legislation.comment.Comment.Outcome;
import renda.legislation.comment.Comments;
import renda.legislation.grouping.Grouping;
import renda.legislation.sender.Masked;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.web.Given.orNull;

/**
 * Groups of near-equal comments: proposed as comments come, put right by the office.
 */
@Repository
class CommentGroups {

	private static final List<Sort> SORTS = List
		.of(Sort.descending("-comments").by("comments", Integer.class).by("id", UUID.class));

	private static final String READ = """
			SELECT id, topic_id, consultation_id, article, label, comments, confirmed, outcome, reason, changed_draft, changed_article,
			       changed_label, answered_on, version, modified_at, text,
			       CASE WHEN consultation_id IS NULL
			            THEN (SELECT subject FROM consultation_comment WHERE group_id = comment_group.id LIMIT 1) END AS subject,
			       (SELECT shown.text FROM consultation_comment AS shown
			        WHERE shown.group_id = comment_group.id AND (shown.consent OR shown.released)
			        ORDER BY shown.made_on, shown.id LIMIT 1) AS shown_text
			FROM comment_group
			""";

	private static final String LOCKED = READ + "WHERE id = $1 FOR UPDATE OF comment_group";

	private static final String ANSWER = """
			UPDATE comment_group
			SET outcome = $2, reason = $3, changed_draft = $4, changed_article = $5, changed_label = $6, answered_on = $7,
			    confirmed = true, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1""";

	private static final String ANSWER_ALL = """
			UPDATE consultation_comment
			SET outcome = $2, reason = $3, changed_draft = $4, changed_article = $5, changed_label = $6, answered_on = $7,
			    version = version + 1, modified_at = clock_timestamp()
			WHERE group_id = $1 AND NOT own_outcome""";

	private static final String MOVE_ALL = """
			UPDATE consultation_comment SET group_id = $2, version = version + 1, modified_at = clock_timestamp()
			WHERE group_id = $1""";

	private static final String MOVE = """
			UPDATE consultation_comment SET group_id = $2, version = version + 1, modified_at = clock_timestamp()
			WHERE id = any($1)""";

	private static final String POINTS = """
			SELECT DISTINCT source_id FROM consultation_comment
			WHERE group_id = $1 AND source = 'CONTACT_POINT' AND source_id IS NOT NULL
			LIMIT 1000""";

	private final DatabaseClient database;

	private final Comments comments;

	private final Grouping grouping;

	CommentGroups(DatabaseClient database, Comments comments, Grouping grouping) {
		this.comments = comments;
		this.grouping = grouping;
		this.database = database;
	}

	/**
	 * The groups of a consultation, or without one those of opinions asked for outside.
	 */
	Mono<Slice<GroupView>> find(@Nullable UUID consultation, Filter filter, boolean office, ListRequest request) {
		Select select = new Select(READ).where("consultation_id = ?", consultation)
			.where((consultation != null) ? "true" : "consultation_id IS NULL")
			.where("comments >= ?", (filter.atLeast() != null) ? filter.atLeast() : 1)
			.where("article = ?", filter.article())
			.where("outcome = ?", filter.outcome());
		if (filter.answered() != null) {
			select.where(filter.answered() ? "outcome IS NOT NULL" : "outcome IS NULL");
		}
		return select.page(this.database, request, SORTS, (row) -> view(row, office));
	}

	Mono<GroupView> locked(UUID id) {
		return this.database.sql(LOCKED).bind(0, id).map((row) -> view(row, true)).one();
	}

	/**
	 * Gives a group its outcome, and all its comments that have none of their own.
	 */
	Mono<Void> answer(UUID id, Fate fate) {
		return this.comments.keepAnswers(id)
			.then(bound(this.database.sql(ANSWER), id, fate).fetch().rowsUpdated())
			.then(bound(this.database.sql(ANSWER_ALL), id, fate).fetch().rowsUpdated())
			.then();
	}

	private static DatabaseClient.GenericExecuteSpec bound(DatabaseClient.GenericExecuteSpec sql, UUID id, Fate fate) {
		UUID draft = fate.changedDraft();
		DatabaseClient.GenericExecuteSpec given = sql.bind(0, id).bind(1, fate.outcome().name()).bind(2, fate.reason());
		return ((draft != null) ? given.bind(3, draft) : given.bindNull(3, UUID.class)).bind(4, fate.changedArticle())
			.bind(5, fate.changedLabel())
			.bind(6, fate.answeredOn());
	}

	/**
	 * The contact points from which comments of a group came.
	 */
	Mono<List<UUID>> contactPoints(UUID id) {
		return this.database.sql(POINTS)
			.bind(0, id)
			.map((row) -> Rows.required(row, "source_id", UUID.class))
			.all()
			.collectList();
	}

	Mono<Void> merge(UUID from, UUID into) {
		return this.database.sql(MOVE_ALL)
			.bind(0, from)
			.bind(1, into)
			.fetch()
			.rowsUpdated()
			.then(this.grouping.recount(from, true))
			.then(this.grouping.recount(into, true));
	}

	Mono<Void> move(List<UUID> comments, UUID from, UUID into) {
		return this.database.sql(MOVE)
			.bind(0, comments.toArray(UUID[]::new))
			.bind(1, into)
			.fetch()
			.rowsUpdated()
			.then(this.grouping.recount(from, true))
			.then(this.grouping.recount(into, true));
	}

	private static GroupView view(Readable row, boolean office) {
		String outcome = row.get("outcome", String.class);
		String text = office ? Rows.text(row, "text") : Rows.text(row, "shown_text");
		return new GroupView(Rows.required(row, "id", UUID.class), Rows.required(row, "topic_id", UUID.class),
				row.get("consultation_id", UUID.class), row.get("subject", String.class), Rows.text(row, "article"),
				Rows.text(row, "label"), Rows.required(row, "comments", Integer.class), Rows.flag(row, "confirmed"),
				text.isEmpty() ? null : Masked.of(text), (outcome != null) ? Outcome.valueOf(outcome) : null,
				orNull(Rows.text(row, "reason")), row.get("changed_draft", UUID.class),
				orNull(Rows.text(row, "changed_article")), orNull(Rows.text(row, "changed_label")),
				row.get("answered_on", LocalDate.class), Rows.required(row, "version", Long.class));
	}

	/**
	 * Which groups to list.
	 *
	 * @param atLeast only groups of so many comments
	 */
	record Filter(@Nullable String article, @Nullable Outcome outcome, @Nullable Boolean answered,
			@Nullable Integer atLeast) {
	}

	/**
	 * A group of near-equal comments.
	 *
	 * @param topic what it is a group in: the consultation, or a subject asked about
	 * @param consultation missing outside one
	 * @param subject what was asked about, outside a consultation
	 * @param comments how many; {@code consultation-comments?group=} lists them
	 * @param confirmed whether the office has looked at it
	 * @param text the words of one of them that everyone may see
	 */
	@Schema(name = "CommentGroup")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record GroupView(UUID id, UUID topic, @Nullable UUID consultation, @Nullable String subject, String article,
			String label, int comments, boolean confirmed, @Nullable String text, @Nullable Outcome outcome,
			@Nullable String reason, @Nullable UUID changedDraft, @Nullable String changedArticle,
			@Nullable String changedLabel, @Nullable LocalDate answeredOn, long version) {
	}

}
