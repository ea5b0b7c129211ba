package renda.legislation.ballot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.agenda.Purpose;
import renda.legislation.member.Body;
import renda.platform.cases.CaseTable;
import renda.platform.search.Bigrams;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.vote.Tally;
import renda.platform.web.ListRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Where ballots are kept, and their lists.
 */
@Repository
class Ballots {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-stateSince").by("state_since", LocalDate.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class));

	private static final String AT_MEETING = "SELECT id FROM ballot WHERE meeting_id = $1 AND id = any($2)";

	/**
	 * Those that the ballot names, and for a vote on the whole those on a part of the
	 * same.
	 */
	private static final String BEFORE = """
			SELECT id, code, state, purpose, content #>> '{question,scope}' AS scope
			FROM ballot
			WHERE meeting_id = $1 AND id <> $2
			  AND (id = any($3)
			       OR ($5 AND subjects && $4 AND (content #>> '{question,scope}' <> 'WHOLE' OR purpose = 'CLAUSE_VOTE')))
			ORDER BY code""";

	private final DatabaseClient database;

	private final CaseTable<Ballot> table;

	Ballots(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.table = CaseTable.of("ballot", Ballot.class, database, json)
			.id("meeting_id", (ballot) -> ballot.question().meeting())
			.text("body", (ballot) -> ballot.question().body().name())
			.integer("term", (ballot) -> ballot.question().term())
			.text("purpose", (ballot) -> ballot.question().purpose().name())
			.flag("secret", Ballot::secret)
			.list("subjects", (ballot) -> subjects(ballot.question()))
			.flag("open_to_all", Ballots::isOpenToAll)
			.text("outcome", Ballots::outcome)
			.date("announced_on", (ballot) -> ballot.announced() ? ballot.stateSince() : null)
			.search("search", (ballot) -> Bigrams.vector(ballot.question().text(), 'A') + ' '
					+ Bigrams.vector(ballot.question().part(), 'C'));
	}

	/**
	 * Whether everyone may know of it: since it was opened.
	 */
	static boolean isOpenToAll(Ballot ballot) {
		return ballot.opening() != null;
	}

	private static @Nullable String outcome(Ballot ballot) {
		Ballot.Count count = ballot.count();
		return (ballot.announced() && count != null) ? outcome(count.passed()) : null;
	}

	private static String outcome(boolean passed) {
		return passed ? "PASSED" : "REJECTED";
	}

	/**
	 * What it is about, the items of the agenda and the cases.
	 */
	private static List<String> subjects(Question question) {
		List<String> all = new ArrayList<>(question.cases());
		question.subjects().forEach((subject) -> all.add("item/" + subject.item()));
		return all;
	}

	CaseTable<Ballot> table() {
		return this.table;
	}

	/**
	 * Those of some ballots that belong to a meeting.
	 */
	Mono<List<UUID>> atMeeting(UUID meeting, List<UUID> ids) {
		return this.database.sql(AT_MEETING)
			.bind(0, meeting)
			.bind(1, ids.toArray(UUID[]::new))
			.map((row) -> Rows.required(row, "id", UUID.class))
			.all()
			.collectList();
	}

	/**
	 * The ballots that must be decided before one opens.
	 */
	Mono<List<Known.Earlier>> before(Ballot ballot) {
		Question question = ballot.question();
		boolean whole = question.scope() == Question.Scope.WHOLE && question.purpose() != Purpose.CLAUSE_VOTE;
		return this.database.sql(BEFORE)
			.bind(0, question.meeting())
			.bind(1, ballot.id())
			.bind(2, question.after().toArray(UUID[]::new))
			.bind(3, subjects(question).toArray(String[]::new))
			.bind(4, whole)
			.map((row) -> new Known.Earlier(Rows.required(row, "id", UUID.class), Rows.text(row, "code"),
					Ballot.State.valueOf(Rows.text(row, "state")), why(row)))
			.all()
			.collectList();
	}

	private static String why(Readable row) {
		Purpose purpose = Purpose.valueOf(Rows.text(row, "purpose"));
		if (purpose == Purpose.DISMISS || purpose == Purpose.REMOVE || purpose == Purpose.RESIGNATION) {
			return "APT-18";
		}
		return (purpose == Purpose.CLAUSE_VOTE || Rows.text(row, "scope").equals(Question.Scope.CLAUSE.name()))
				? "LEG-44" : "MTG-21";
	}

	/**
	 * The ballots that a caller may know of.
	 * @param all whether also those that are not opened yet
	 */
	Mono<Slice<Item>> find(Filter filter, boolean all, ListRequest request) {
		Select select = new Select("SELECT id, code, state_since, modified_at, content FROM ballot");
		if (!all) {
			select.where("open_to_all");
		}
		return select.where("state = ?", filter.state())
			.where("meeting_id = ?", filter.meeting())
			.where("body = ?", filter.body())
			.where("term = ?", filter.term())
			.where("purpose = ?", filter.purpose())
			.where("secret = ?", filter.secret())
			.where("outcome = ?", (filter.passed() != null) ? outcome(filter.passed()) : null)
			.where("code = ?", filter.code())
			.where("subjects @> ARRAY[?]::text[]", filter.subject())
			.where("announced_on >= ?", filter.announcedFrom())
			.where("announced_on <= ?", filter.announcedTo())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, (row) -> Item.of(this.table.read(row)));
	}

	/**
	 * Which ballots to list.
	 *
	 * @param subject a case or an item voted upon: {@code bill/018f…}, {@code item/018f…}
	 */
	@Schema(name = "BallotFilter")
	record Filter(Ballot.@Nullable State state, @Nullable UUID meeting, @Nullable Body body, @Nullable Integer term,
			@Nullable Purpose purpose, @Nullable Boolean secret, @Nullable Boolean passed, @Nullable String code,
			@Nullable String subject, @Nullable LocalDate announcedFrom, @Nullable LocalDate announcedTo) {
	}

	/**
	 * A ballot in a list.
	 *
	 * @param members all members in office when it was opened; missing before
	 * @param passed whether it was passed, or anybody elected; missing before it is
	 * announced
	 * @param votesFor 赞成; these numbers are missing before it is announced, and of an
	 * election among candidates
	 */
	@Schema(name = "BallotItem")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String code, Ballot.State state, LocalDate stateSince, UUID meeting, String meetingCode,
			Body body, int term, Purpose purpose, Question.Scope scope, String question, boolean secret, String rule,
			@Nullable Integer members, @Nullable Integer present, @Nullable Integer votesFor, @Nullable Integer against,
			@Nullable Integer abstained, @Nullable Integer notPressed, @Nullable Integer invalid,
			@Nullable Boolean passed, long version) {

		private static Item of(Ballot ballot) {
			Question question = ballot.question();
			Ballot.Opening opening = ballot.opening();
			Ballot.Count count = ballot.announced() ? ballot.count() : null;
			Tally tally = (count != null) ? count.tally() : null;
			return new Item(ballot.id(), ballot.code(), ballot.state(), ballot.stateSince(), question.meeting(),
					question.meetingCode(), question.body(), question.term(), question.purpose(), question.scope(),
					question.text(), question.secret(), question.rule(), (opening != null) ? opening.members() : null,
					(opening != null) ? opening.present() : null, (tally != null) ? tally.votesFor() : null,
					(tally != null) ? tally.against() : null, (tally != null) ? tally.abstained() : null,
					(tally != null) ? tally.notPressed() : null, (tally != null) ? tally.invalid() : null,
					(count != null) ? count.passed() : null, ballot.version());
		}

	}

}
