package renda.legislation.member;

import java.time.LocalDate;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Posts of members of the committee that members may not hold (地方组织法 第四十七条), as they are
 * given and left. The member stays on the roll until the resignation is accepted.
 */
@Repository
public class IncompatiblePosts {

	private static final String NOTE = """
			UPDATE member
			SET incompatible = $2, incompatible_since = $3, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND incompatible = ''""";

	private static final String CLEAR = """
			UPDATE member
			SET incompatible = '', incompatible_since = NULL, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND incompatible = $2""";

	private final DatabaseClient database;

	private final Roll roll;

	IncompatiblePosts(DatabaseClient database, Roll roll) {
		this.database = database;
		this.roll = roll;
	}

	/**
	 * Notes a post, in the current transaction; one that is noted already stays.
	 */
	public Mono<Void> note(UUID member, String post, LocalDate since) {
		return changed(member, this.database.sql(NOTE).bind(0, member).bind(1, post).bind(2, since));
	}

	/**
	 * That the post is held no more, or the seat is given up, in the current transaction;
	 * another that is noted stays.
	 */
	public Mono<Void> clear(UUID member, String post) {
		return changed(member, this.database.sql(CLEAR).bind(0, member).bind(1, post));
	}

	private Mono<Void> changed(UUID member, DatabaseClient.GenericExecuteSpec sql) {
		return sql.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.flatMap((rows) -> this.roll.published("member.changed", member));
	}

}
