package renda.legislation.comment;

import java.util.Map;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment.About;
import renda.legislation.consultation.Consultation;
import renda.legislation.consultation.SaidBefore;
import renda.platform.event.Outbox;
import renda.platform.security.Caller;

import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Opinions of contact points and experts on a draft on which nobody else could comment
 * yet: once it is consulted on, they are comments of the consultation, in their groups
 * and with what they were answered. They keep their numbers, by which they are known.
 */
@Repository
@Order(EarlierOpinions.AFTER_THE_LETTERS)
class EarlierOpinions implements SaidBefore {

	/** Whoever answers a letter locks the letter first, and then the topic. */
	static final int AFTER_THE_LETTERS = 10;

	private static final String GROUPS = """
			UPDATE comment_group
			SET topic_id = $2, consultation_id = $2, version = version + 1, modified_at = clock_timestamp()
			WHERE id IN (SELECT group_id FROM comment_band WHERE topic_id = $1)""";

	private static final String BANDS = "UPDATE comment_band SET topic_id = $2 WHERE topic_id = $1";

	private static final String COMMENTS = """
			UPDATE consultation_comment AS comment
			SET topic_id = consultation.id, consultation_id = consultation.id, draft_id = consultation.draft_id,
			    subject = '', version = comment.version + 1, modified_at = clock_timestamp()
			FROM consultation
			WHERE comment.topic_id = $1 AND consultation.id = $2""";

	private final DatabaseClient database;

	private final Comments comments;

	private final Outbox outbox;

	EarlierOpinions(DatabaseClient database, Comments comments, Outbox outbox) {
		this.database = database;
		this.comments = comments;
		this.outbox = outbox;
	}

	@Override
	public Mono<Void> join(Consultation consultation, Caller caller) {
		About before = About.outside(consultation.topic().title(), "");
		return this.comments.locked(before)
			.then(moved(GROUPS, before, consultation))
			.then(moved(BANDS, before, consultation))
			.then(moved(COMMENTS, before, consultation))
			.flatMap((count) -> (count == 0) ? Mono.empty() : told(consultation.id(), count));
	}

	private Mono<Long> moved(String sql, About before, Consultation consultation) {
		return Mono.defer(
				() -> this.database.sql(sql).bind(0, before.topic()).bind(1, consultation.id()).fetch().rowsUpdated());
	}

	private Mono<Void> told(UUID consultation, long comments) {
		return this.outbox.append("comments.recorded", "consultation/" + consultation,
				Map.of("consultation", consultation, "comments", comments));
	}

}
