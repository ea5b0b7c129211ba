package renda.legislation.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The rolls, as other features ask for them. Deputies who are suspended from their duties
 * (代表法 第六十一条) are in office for nobody here.
 */
@Repository
public class Members {

	static final String COLUMNS = """
			SELECT id, body, term, name, account, post, delegation, since, until, sample, version, modified_at
			FROM member
			""";

	private static final String OFFICE = "WHERE body = $1 AND since <= $2 AND (until IS NULL OR until > $2) AND NOT suspended";

	private static final String IN_OFFICE = COLUMNS + OFFICE + " ORDER BY id";

	private static final String OF_ACCOUNT = COLUMNS + OFFICE + " AND account = $3 ORDER BY since DESC LIMIT 1";

	private static final String NAMED = COLUMNS + OFFICE + " AND name = $3 ORDER BY id";

	private static final String COUNT = "SELECT count(*) AS members FROM member " + OFFICE;

	private static final String BY_IDS = COLUMNS + "WHERE id = any($1)";

	private static final String NUMBERED = """
			SELECT id, body, term, name, number, account, post, delegation, since, until, sample, version, modified_at
			FROM member
			WHERE body = $1 AND term = $2 AND number = any($3) AND number <> ''""";

	private final DatabaseClient database;

	Members(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * All members in office on a day (全体组成人员、全体代表), by id.
	 */
	public Mono<List<Member>> inOffice(Body body, LocalDate on) {
		return this.database.sql(IN_OFFICE).bind(0, body.name()).bind(1, on).map(Members::member).all().collectList();
	}

	/**
	 * How many members are in office on a day: the N of every vote.
	 */
	public Mono<Integer> count(Body body, LocalDate on) {
		return this.database.sql(COUNT)
			.bind(0, body.name())
			.bind(1, on)
			.map((row) -> Math.toIntExact(Rows.required(row, "members", Long.class)))
			.one();
	}

	/**
	 * Who of a body somebody is by the subject of a token; empty for a stranger, and for
	 * one who is not in office on that day.
	 */
	public Mono<Member> ofAccount(Body body, String account, LocalDate on) {
		return account.isEmpty() ? Mono.empty()
				: this.database.sql(OF_ACCOUNT)
					.bind(0, body.name())
					.bind(1, on)
					.bind(2, account)
					.map(Members::member)
					.one();
	}

	/**
	 * Members of a body in office on a day who bear a name: several where several do.
	 */
	public Mono<List<Member>> named(Body body, String name, LocalDate on) {
		return this.database.sql(NAMED)
			.bind(0, body.name())
			.bind(1, on)
			.bind(2, name)
			.map(Members::member)
			.all()
			.collectList();
	}

	/**
	 * The members of the chairpersons' meeting (主任会议) on a day: chair, vice-chairs,
	 * secretary-general (地方组织法 第五十四条, MTG-08).
	 */
	public Mono<List<Member>> council(LocalDate on) {
		return inOffice(Body.STANDING_COMMITTEE, on)
			.map((members) -> members.stream().filter((member) -> member.post().sitsInCouncil()).toList());
	}

	/**
	 * Members by their ids, in any order; what is unknown is left out.
	 */
	public Mono<List<Member>> byIds(List<UUID> ids) {
		return this.database.sql(BY_IDS).bind(0, ids.toArray(UUID[]::new)).map(Members::member).all().collectList();
	}

	/**
	 * Members of a body in a term by the numbers that another system knows them by; what
	 * is unknown is left out.
	 */
	public Mono<Map<String, Member>> numbered(Body body, int term, Collection<String> numbers) {
		return this.database.sql(NUMBERED)
			.bind(0, body.name())
			.bind(1, term)
			.bind(2, numbers.toArray(String[]::new))
			.map((row) -> Map.entry(Rows.text(row, "number"), member(row)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	static Member member(Readable row) {
		return new Member(Rows.required(row, "id", UUID.class), Body.valueOf(Rows.text(row, "body")),
				Rows.required(row, "term", Integer.class), Rows.text(row, "name"), Rows.text(row, "account"),
				Member.Post.valueOf(Rows.text(row, "post")), Rows.text(row, "delegation"),
				Rows.required(row, "since", LocalDate.class), row.get("until", LocalDate.class),
				Rows.flag(row, "sample"), Rows.required(row, "version", Long.class));
	}

}
