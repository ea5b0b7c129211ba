package renda.legislation.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.member.Member.Post;
import renda.platform.event.Outbox;
import renda.platform.rule.RuleBook;
import renda.platform.search.Bigrams;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The rolls as they are kept: members enter, change and leave.
 */
@Repository
class Roll {

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("name").by("name", String.class).by("id", UUID.class),
			Sort.descending("-since").by("since", LocalDate.class).by("id", UUID.class));

	private static final String INSERT = """
			INSERT INTO member (id, body, term, name, number, account, post, delegation, since, until, sample, search)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::tsvector)""";

	private static final String CHANGE = """
			UPDATE member
			SET name = $3, account = $4, post = $5, delegation = $6, until = $7, search = $8::tsvector, version = version + 1,
			    modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String KNOWN = Members.COLUMNS + """
			WHERE body = $1 AND term = $2 AND CASE WHEN $3 <> '' THEN number = $3 ELSE name = $4 AND since = $5 END
			FOR UPDATE""";

	private static final String NOTE = """
			UPDATE member
			SET incompatible = $3, incompatible_since = $4, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String SOLE = """
			SELECT name FROM member
			WHERE body = 'STANDING_COMMITTEE' AND term = $1 AND post = $2 AND id <> $3 AND since < coalesce($5, 'infinity'::date)
			  AND (until IS NULL OR until > $4)
			LIMIT 1""";

	private static final String FULL = """
			SELECT committee_size.size, committee_size.basis,
			       (SELECT count(*) FROM member
			        WHERE body = 'STANDING_COMMITTEE' AND since <= $2 AND (until IS NULL OR until > $2)) AS members
			FROM committee_size
			WHERE term = $1
			FOR UPDATE""";

	private final DatabaseClient database;

	private final RuleBook rules;

	private final Outbox outbox;

	Roll(DatabaseClient database, RuleBook rules, Outbox outbox) {
		this.database = database;
		this.rules = rules;
		this.outbox = outbox;
	}

	Mono<Slice<Item>> find(Filter filter, ListRequest request) {
		Select select = new Select("SELECT * FROM member");
		if (filter.on() != null) {
			select.where("since <= ?", filter.on()).where("(until IS NULL OR until > ?)", filter.on());
		}
		return select.where("body = ?", filter.body())
			.where("term = ?", filter.term())
			.where("post = ?", filter.post())
			.where("delegation = ?", filter.delegation())
			.where("(incompatible <> '') = ?", filter.incompatible())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, Item::of);
	}

	Mono<Item> one(UUID id) {
		return this.database.sql("SELECT * FROM member WHERE id = $1").bind(0, id).map(Item::of).one();
	}

	/**
	 * The member that an entry means: by number where it has one, else by name and first
	 * day.
	 */
	Mono<Member> known(Entry entry) {
		return this.database.sql(KNOWN)
			.bind(0, entry.body().name())
			.bind(1, entry.term())
			.bind(2, text(entry.number()))
			.bind(3, entry.name().strip())
			.bind(4, entry.since())
			.map(Members::member)
			.first();
	}

	/**
	 * Enters a member.
	 * @throws Refusal 409 where the account is another member's or the member is there;
	 * 422 MTG-34 where all seats of the committee are taken, MTG-08 for a second chair or
	 * secretary-general
	 */
	Mono<UUID> enter(Entry entry) {
		UUID id = Ids.next();
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(INSERT)
			.bind(0, id)
			.bind(1, entry.body().name())
			.bind(2, entry.term())
			.bind(3, entry.name().strip())
			.bind(4, text(entry.number()))
			.bind(5, text(entry.account()))
			.bind(6, entry.post().name())
			.bind(7, text(entry.delegation()))
			.bind(8, entry.since())
			.bind(10, Boolean.TRUE.equals(entry.sample()))
			.bind(11, Bigrams.vector(entry.name(), 'A'));
		LocalDate until = entry.until();
		DatabaseClient.GenericExecuteSpec insert = (until != null) ? sql.bind(9, until)
				: sql.bindNull(9, LocalDate.class);
		return requireSole(entry.body(), entry.term(), entry.post(), id, entry.since(), until)
			.then(Mono.defer(() -> requireSeat(entry)))
			.then(Mono.defer(() -> insert.fetch().rowsUpdated()))
			.then(Mono.defer(() -> published("member.entered", id)))
			.thenReturn(id);
	}

	/**
	 * The seats of the committee are fixed for its term (地方组织法 第四十七条).
	 */
	private Mono<Void> requireSeat(Entry entry) {
		if (entry.body() != Body.STANDING_COMMITTEE) {
			return Mono.empty();
		}
		return this.database.sql(FULL)
			.bind(0, entry.term())
			.bind(1, entry.since())
			.map((row) -> new Seats(Rows.required(row, "size", Integer.class),
					Rows.required(row, "members", Long.class), Rows.text(row, "basis")))
			.one()
			.filter((seats) -> seats.members() >= seats.size())
			.flatMap(
					(seats) -> this.rules.on(entry.since())
						.flatMap((set) -> Mono.error(set.refuse("MTG-34", Text.of("本届常委会名额为 %s 人，届内不再变动；已满。",
								"The standing committee of this term has %s seats, fixed for the term; all are taken.",
								seats.size()),
								Map.of("size", seats.size(), "members", seats.members(), "basis", seats.basis())))));
	}

	/**
	 * The chairpersons' meeting is one chair, some vice-chairs and one secretary-general
	 * (地方组织法 第四十七条、第五十四条).
	 */
	private Mono<Void> requireSole(Body body, int term, Post post, UUID id, LocalDate since,
			@Nullable LocalDate until) {
		if (body != Body.STANDING_COMMITTEE || (post != Post.CHAIR && post != Post.SECRETARY_GENERAL)) {
			return Mono.empty();
		}
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(SOLE)
			.bind(0, term)
			.bind(1, post.name())
			.bind(2, id)
			.bind(3, since);
		return ((until != null) ? sql.bind(4, until) : sql.bindNull(4, LocalDate.class))
			.map((row) -> Rows.text(row, "name"))
			.one()
			.flatMap((other) -> this.rules.on(since)
				.flatMap((set) -> Mono.error(set.refuse("MTG-08", Text.of("主任会议由主任、副主任和秘书长组成；%s 只有一人，现为 %s，请先登记其离任。",
						"The chairpersons' meeting has one %3$s, who is %2$s; record the end of that office first.",
						post.title().zh(), other, post.title().en()), Map.of("post", post, "incumbent", other)))));
	}

	/**
	 * Notes that a member of the committee holds a post that members may not hold, or
	 * takes the note away.
	 * @param post empty to take it away
	 * @throws Refusal 412 where it has another version now
	 */
	Mono<Void> note(UUID member, long version, String post, @Nullable LocalDate since) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(NOTE).bind(0, member).bind(1, version).bind(2, post);
		return ((since != null) ? sql.bind(3, since) : sql.bindNull(3, LocalDate.class)).fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(one(member).flatMap((now) -> Mono.error(Refusal.stale(now.version()))))
			.then(Mono.defer(() -> published("member.changed", member)));
	}

	/**
	 * Changes a member.
	 * @throws Refusal 412 where it has another version now; 422 MTG-08 for a second chair
	 * or secretary-general
	 */
	Mono<Void> change(Member after, long version, String event) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(CHANGE)
			.bind(0, after.id())
			.bind(1, version)
			.bind(2, after.name())
			.bind(3, after.account())
			.bind(4, after.post().name())
			.bind(5, after.delegation())
			.bind(7, Bigrams.vector(after.name(), 'A'));
		LocalDate until = after.until();
		DatabaseClient.GenericExecuteSpec change = (until != null) ? sql.bind(6, until)
				: sql.bindNull(6, LocalDate.class);
		return requireSole(after.body(), after.term(), after.post(), after.id(), after.since(), until)
			.then(Mono.defer(() -> change.fetch().rowsUpdated()))
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(() -> Refusal.stale(after.version())))
			.then(Mono.defer(() -> published(event, after.id())));
	}

	Mono<Void> published(String type, UUID id) {
		return one(id).flatMap((item) -> this.outbox.append(type, "member/" + id,
				Map.of("id", id, "body", item.body(), "term", item.term(), "post", item.post(), "delegation",
						item.delegation(), "since", item.since(), "until", Optional.ofNullable(item.until()), "version",
						item.version())));
	}

	static String text(@Nullable String given) {
		return (given != null) ? given.strip() : "";
	}

	/**
	 * The seats of the committee, and how many are taken.
	 */
	private record Seats(int size, long members, String basis) {
	}

	/**
	 * Which members to list.
	 *
	 * @param on in office on that day
	 * @param incompatible whether they hold a post that members may not hold
	 */
	record Filter(@Nullable Body body, @Nullable Integer term, Member.@Nullable Post post, @Nullable String delegation,
			@Nullable LocalDate on, @Nullable Boolean incompatible) {
	}

	/**
	 * A member as lists show one.
	 *
	 * @param suspended whether suspended from the duties of a deputy
	 * @param incompatible a post that a member may not hold and holds; the member has to
	 * resign from the committee (地方组织法 第四十七条). Missing for none
	 * @param incompatibleSince since when; missing for none
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "RollMember")
	record Item(UUID id, Body body, int term, String name, String number, Member.Post post, String delegation,
			LocalDate since, @Nullable LocalDate until, boolean suspended, @Nullable String incompatible,
			@Nullable LocalDate incompatibleSince, boolean sample, long version) {

		private static Item of(Readable row) {
			String incompatible = Rows.text(row, "incompatible");
			return new Item(Rows.required(row, "id", UUID.class), Body.valueOf(Rows.text(row, "body")),
					Rows.required(row, "term", Integer.class), Rows.text(row, "name"), Rows.text(row, "number"),
					Member.Post.valueOf(Rows.text(row, "post")), Rows.text(row, "delegation"),
					Rows.required(row, "since", LocalDate.class), row.get("until", LocalDate.class),
					Rows.flag(row, "suspended"), incompatible.isEmpty() ? null : incompatible,
					row.get("incompatible_since", LocalDate.class), Rows.flag(row, "sample"),
					Rows.required(row, "version", Long.class));
		}

	}

	/**
	 * A member to enter.
	 *
	 * @param number what another system knows the person by; with it the person is found
	 * again whatever the name
	 * @param account the subject of the person's tokens; shown to nobody
	 * @param until the first day no longer in office
	 */
	@Schema(name = "RollEntry")
	record Entry(@NotNull Body body, @Positive int term, @NotBlank @Size(max = 60) String name,
			@Nullable @Size(max = 40) String number, @Nullable @Size(max = 100) String account, @NotNull Post post,
			@Nullable @Size(max = 60) String delegation, @NotNull LocalDate since, @Nullable LocalDate until,
			@Nullable Boolean sample) {

		/**
		 * The member as the entry says, on what is known; what the entry leaves out
		 * stays.
		 */
		Member over(Member known) {
			return new Member(known.id(), known.body(), known.term(), this.name.strip(),
					(this.account != null) ? text(this.account) : known.account(), this.post,
					(this.delegation != null) ? text(this.delegation) : known.delegation(), known.since(),
					(this.until != null) ? this.until : known.until(), known.sample(), known.version());
		}

		void check() {
			if ((this.body == Body.CONGRESS) != (this.post == Member.Post.DEPUTY)) {
				throw Refusal.invalid("/post", Text.of(
						"代表的职务为 DEPUTY，常委会组成人员为 CHAIR、VICE_CHAIR、SECRETARY_GENERAL 或 MEMBER。",
						"Deputies of the congress have the post DEPUTY; members of the standing committee another."));
			}
			if (this.until != null && this.until.isBefore(this.since)) {
				throw Refusal.invalid("/until", Text.of("不得早于 since。", "It is not before since."));
			}
		}

	}

}
