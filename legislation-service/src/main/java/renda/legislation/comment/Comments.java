package renda.legislation.comment;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment.Channel;
import renda.legislation.comment.Comment.Fate;
import renda.legislation.comment.Comment.Outcome;
import renda.legislation.comment.Comment.Source;
import renda.legislation.comment.Comment.Status;
import renda.legislation.grouping.Likeness;
import renda.legislation.sender.Masked;
import renda.platform.search.Bigrams;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The comments kept. Nothing is deleted.
 */
@Repository
public class Comments {

	/** Where they are served. */
	public static final String PATH = "/api/v1/legislation/consultation-comments";

	private static final String INSERT = """
			INSERT INTO consultation_comment (id, consultation_id, number, draft_id, article, label, channel, source,
			    source_id, source_name, meeting, made_on, text, text_hash, status, status_reason, duplicate_of, consent,
			    group_id, outcome, own_outcome, reason, changed_draft, changed_article, changed_label, answered_on, account,
			    sender, receipt, author, sample, search, topic_id, subject, request)
			SELECT id, consultation_id, number, draft_id, article, label, channel, source, source_id, source_name, meeting,
			    made_on, text, text_hash, status, status_reason, duplicate_of, consent, group_id, outcome,
			    outcome IS NOT NULL, reason, changed_draft, changed_article, changed_label, answered_on, account, sender,
			    receipt, decode(author, 'hex'), sample, search::tsvector, topic_id, subject, request
			FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[],
			            $9::uuid[], $10::text[], $11::int[], $12::date[], $13::text[], $14::text[], $15::text[],
			            $16::text[], $17::uuid[], $18::boolean[], $19::uuid[], $20::text[], $21::text[], $22::uuid[],
			            $23::text[], $24::text[], $25::date[], $26::text[], $27::text[], $28::text[], $29::text[],
			            $30::boolean[], $31::text[], $32::uuid[], $33::text[], $34::text[])
			     AS made (id, consultation_id, number, draft_id, article, label, channel, source, source_id, source_name,
			              meeting, made_on, text, text_hash, status, status_reason, duplicate_of, consent, group_id,
			              outcome, reason, changed_draft, changed_article, changed_label, answered_on, account, sender,
			              receipt, author, sample, search, topic_id, subject, request)""";

	private static final String COLUMNS = """
			SELECT id, topic_id, consultation_id, draft_id, subject, request, number, article, label, channel, source,
			       source_id, source_name, meeting, made_on, text, status, status_reason, duplicate_of, consent, group_id, outcome, reason, changed_draft,
			       changed_article, changed_label, answered_on, account, sender, receipt, author, sample
			FROM consultation_comment
			""";

	private static final String NEXT = """
			UPDATE comment_number SET last = last + $2 WHERE topic_id = $1 RETURNING last""";

	private static final String FIRST = """
			INSERT INTO comment_number (topic_id, last) VALUES ($1, 0) ON CONFLICT DO NOTHING""";

	/** So many comments of a sender are looked at for near-equal ones, the latest. */
	private static final int MOST_OF_ONE = 50;

	/**
	 * The first that is the same, and the latest of what else the sender said.
	 */
	private static final String OF_SENDER = """
			(SELECT id, status, text, true AS same FROM consultation_comment
			 WHERE consultation_id = $1 AND sender = $2 AND sender <> '' AND text_hash = $3 AND article = $4
			   AND status <> 'DUPLICATE'
			 ORDER BY id
			 LIMIT 1)
			UNION ALL
			(SELECT id, status, text, false AS same FROM consultation_comment
			 WHERE consultation_id = $1 AND sender = $2 AND sender <> '' AND article = $4 AND status <> 'DUPLICATE'
			   AND text_hash <> $3
			 ORDER BY id DESC
			 LIMIT $5)""";

	private static final String KNOWN = """
			SELECT number FROM consultation_comment WHERE topic_id = $1 AND number = any($2)""";

	private static final String JUDGE = """
			UPDATE consultation_comment
			SET status = $3, status_reason = $4, group_id = $5, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String SHOW = """
			UPDATE consultation_comment
			SET released = $3, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String ANSWER = """
			UPDATE consultation_comment
			SET outcome = $3, reason = $4, changed_draft = $5, changed_article = $6, changed_label = $7, answered_on = $8,
			    own_outcome = true, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String OPINIONS = """
			SELECT id, number, version, outcome IS NOT NULL AS answered
			FROM consultation_comment
			WHERE number = any($1) AND source IN ('CONTACT_POINT', 'EXPERT')""";

	/**
	 * What was told before, kept when something else is told.
	 */
	private static final String KEEP = """
			INSERT INTO comment_answer_before (comment_id, version, outcome, reason, changed_draft, changed_article,
			    changed_label, answered_on)
			SELECT id, version, outcome, reason, changed_draft, changed_article, changed_label, answered_on
			FROM consultation_comment
			WHERE outcome IS NOT NULL AND %s""";

	private static final String ANSWERS = """
			SELECT version, outcome, reason, changed_draft, changed_article, changed_label, answered_on
			FROM comment_answer_before WHERE comment_id = $1
			UNION ALL
			SELECT version, outcome, reason, changed_draft, changed_article, changed_label, answered_on
			FROM consultation_comment WHERE id = $1 AND outcome IS NOT NULL
			ORDER BY version""";

	private final DatabaseClient database;

	Comments(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The next numbers of a topic, in the current transaction.
	 */
	Mono<Integer> next(UUID topic, int count) {
		Mono<Integer> last = this.database.sql(NEXT)
			.bind(0, topic)
			.bind(1, count)
			.map((row) -> Rows.required(row, "last", Integer.class))
			.one();
		return last
			.switchIfEmpty(Mono.defer(() -> this.database.sql(FIRST).bind(0, topic).fetch().rowsUpdated().then(last)))
			.map((number) -> number - count + 1);
	}

	/**
	 * What the same sender said on the same article before, the same first.
	 */
	Mono<List<Earlier>> ofSender(UUID consultation, String sender, String text, String article) {
		return this.database.sql(OF_SENDER)
			.bind(0, consultation)
			.bind(1, sender)
			.bind(2, Likeness.digest(text))
			.bind(3, article)
			.bind(4, MOST_OF_ONE)
			.map((row) -> new Earlier(Rows.required(row, "id", UUID.class), Status.valueOf(Rows.text(row, "status")),
					Rows.text(row, "text"), Rows.flag(row, "same")))
			.all()
			.collectList();
	}

	/**
	 * The numbers that are there already, of those asked for.
	 */
	Mono<List<String>> known(UUID topic, List<String> numbers) {
		return this.database.sql(KNOWN)
			.bind(0, topic)
			.bind(1, numbers.toArray(String[]::new))
			.map((row) -> Rows.required(row, "number", String.class))
			.all()
			.collectList();
	}

	Mono<Void> insert(List<Comment> comments) {
		if (comments.isEmpty()) {
			return Mono.empty();
		}
		List<Function<Comment, @Nullable Object>> columns = List.of(Comment::id, (one) -> one.about().consultation(),
				Comment::number, (one) -> one.about().draft(), Comment::article, Comment::label,
				(one) -> one.origin().channel().name(), (one) -> one.origin().source().name(),
				(one) -> one.origin().sourceId(), (one) -> one.origin().sourceName(), (one) -> one.origin().meeting(),
				Comment::madeOn, Comment::text, (one) -> Likeness.digest(one.text()), (one) -> one.status().name(),
				Comment::statusReason, Comment::duplicateOf, Comment::consent, Comment::group,
				(one) -> fate(one, (fate) -> fate.outcome().name()),
				(one) -> Objects.requireNonNullElse(fate(one, Fate::reason), ""),
				(one) -> fate(one, Fate::changedDraft),
				(one) -> Objects.requireNonNullElse(fate(one, Fate::changedArticle), ""),
				(one) -> Objects.requireNonNullElse(fate(one, Fate::changedLabel), ""),
				(one) -> fate(one, Fate::answeredOn), Comment::account, Comment::sender, Comment::receipt,
				(one) -> (one.author() != null) ? HexFormat.of().formatHex(one.author()) : null, Comment::sample,
				(one) -> Bigrams.vector(Masked.of(one.text()), 'C'), (one) -> one.about().topic(),
				(one) -> one.about().subject(), (one) -> one.about().request());
		List<IntFunction<Object[]>> arrays = List.of(UUID[]::new, UUID[]::new, String[]::new, UUID[]::new,
				String[]::new, String[]::new, String[]::new, String[]::new, UUID[]::new, String[]::new, Integer[]::new,
				LocalDate[]::new, String[]::new, String[]::new, String[]::new, String[]::new, UUID[]::new,
				Boolean[]::new, UUID[]::new, String[]::new, String[]::new, UUID[]::new, String[]::new, String[]::new,
				LocalDate[]::new, String[]::new, String[]::new, String[]::new, String[]::new, Boolean[]::new,
				String[]::new, UUID[]::new, String[]::new, String[]::new);
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(INSERT);
		for (int i = 0; i < columns.size(); i++) {
			sql = sql.bind(i, comments.stream().map(columns.get(i)).toArray(arrays.get(i)));
		}
		return sql.fetch().rowsUpdated().then();
	}

	private static <T> @Nullable T fate(Comment comment, Function<Fate, @Nullable T> part) {
		return (comment.fate() != null) ? part.apply(comment.fate()) : null;
	}

	/**
	 * A comment; locked, so that two decisions on it come one after the other.
	 */
	public Mono<Comment> locked(UUID id) {
		return one(COLUMNS + "WHERE id = $1 FOR UPDATE", id);
	}

	public Mono<Comment> byId(UUID id) {
		return one(COLUMNS + "WHERE id = $1", id);
	}

	private Mono<Comment> one(String sql, UUID id) {
		return this.database.sql(sql).bind(0, id).map(Comments::comment).one();
	}

	/**
	 * Those of some comments that are in a group.
	 */
	public Mono<List<Comment>> ofGroup(UUID group, List<UUID> ids) {
		return this.database.sql(COLUMNS + "WHERE group_id = $1 AND id = any($2) ORDER BY id")
			.bind(0, group)
			.bind(1, ids.toArray(UUID[]::new))
			.map(Comments::comment)
			.all()
			.collectList();
	}

	/**
	 * Decides whether a comment counts.
	 * @param group the group it is in from now on
	 * @return whether the version was still the one given
	 */
	Mono<Boolean> judge(UUID id, long version, Status status, String reason, @Nullable UUID group) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(JUDGE)
			.bind(0, id)
			.bind(1, version)
			.bind(2, status.name())
			.bind(3, reason);
		return changed((group != null) ? sql.bind(4, group) : sql.bindNull(4, UUID.class));
	}

	Mono<Boolean> show(UUID id, long version, boolean released) {
		return changed(this.database.sql(SHOW).bind(0, id).bind(1, version).bind(2, released));
	}

	/**
	 * Says what became of a comment, whatever becomes of its group.
	 * @return whether the version was still the one given
	 */
	public Mono<Boolean> answer(UUID id, long version, Fate fate) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(ANSWER)
			.bind(0, id)
			.bind(1, version)
			.bind(2, fate.outcome().name())
			.bind(3, fate.reason());
		UUID draft = fate.changedDraft();
		DatabaseClient.GenericExecuteSpec answer = ((draft != null) ? sql.bind(4, draft) : sql.bindNull(4, UUID.class))
			.bind(5, fate.changedArticle())
			.bind(6, fate.changedLabel())
			.bind(7, fate.answeredOn());
		return this.database.sql(KEEP.formatted("id = $1 AND version = $2"))
			.bind(0, id)
			.bind(1, version)
			.fetch()
			.rowsUpdated()
			.then(changed(answer));
	}

	/**
	 * Keeps what the comments of a group were told, before they are told something else.
	 */
	public Mono<Void> keepAnswers(UUID group) {
		return this.database.sql(KEEP.formatted("group_id = $1 AND NOT own_outcome"))
			.bind(0, group)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * All that the sender of a comment was told, the last last.
	 */
	Mono<List<Fate>> answers(UUID id) {
		return this.database.sql(ANSWERS).bind(0, id).map(Comments::told).all().collectList();
	}

	/**
	 * Of the opinions with these numbers, those that there are.
	 */
	public Mono<Map<String, Known>> opinions(List<String> numbers) {
		return this.database.sql(OPINIONS)
			.bind(0, numbers.toArray(String[]::new))
			.map((row) -> Map.entry(Rows.text(row, "number"),
					new Known(Rows.required(row, "id", UUID.class), Rows.required(row, "version", Long.class),
							Rows.flag(row, "answered"))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * Makes others that take comments on a topic wait until the transaction ends.
	 */
	public Mono<Void> locked(Comment.About about) {
		return next(about.topic(), 0).then();
	}

	private static Mono<Boolean> changed(DatabaseClient.GenericExecuteSpec sql) {
		return sql.fetch().rowsUpdated().map((rows) -> rows == 1);
	}

	private static Comment comment(Readable row) {
		Fate fate = (row.get("outcome", String.class) != null) ? told(row) : null;
		return new Comment(Rows.required(row, "id", UUID.class),
				new Comment.About(Rows.required(row, "topic_id", UUID.class), row.get("consultation_id", UUID.class),
						row.get("draft_id", UUID.class), Rows.text(row, "subject"), Rows.text(row, "request")),
				Rows.text(row, "number"), Rows.text(row, "article"), Rows.text(row, "label"),
				new Comment.Origin(Channel.valueOf(Rows.text(row, "channel")), Source.valueOf(Rows.text(row, "source")),
						row.get("source_id", UUID.class), Rows.text(row, "source_name"),
						row.get("meeting", Integer.class)),
				Rows.required(row, "made_on", LocalDate.class), Rows.text(row, "text"),
				Status.valueOf(Rows.text(row, "status")), Rows.text(row, "status_reason"),
				row.get("duplicate_of", UUID.class), Rows.flag(row, "consent"), row.get("group_id", UUID.class), fate,
				Rows.text(row, "account"), Rows.text(row, "sender"), Rows.text(row, "receipt"), author(row),
				Rows.flag(row, "sample"));
	}

	private static Fate told(Readable row) {
		return new Fate(Outcome.valueOf(Rows.text(row, "outcome")), Rows.text(row, "reason"),
				row.get("changed_draft", UUID.class), Rows.text(row, "changed_article"),
				Rows.text(row, "changed_label"), Rows.required(row, "answered_on", LocalDate.class));
	}

	private static byte @Nullable [] author(Readable row) {
		ByteBuffer sealed = row.get("author", ByteBuffer.class);
		if (sealed == null) {
			return null;
		}
		byte[] bytes = new byte[sealed.remaining()];
		sealed.get(bytes);
		return bytes;
	}

	/**
	 * What a sender said before.
	 *
	 * @param same whether in the same words
	 */
	record Earlier(UUID id, Status status, String text, boolean same) {
	}

	/**
	 * That a comment is there.
	 *
	 * @param answered whether it has an outcome
	 */
	public record Known(UUID id, long version, boolean answered) {
	}

}
