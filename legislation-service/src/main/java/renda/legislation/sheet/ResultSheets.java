package renda.legislation.sheet;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.ballot.Announced;
import renda.legislation.ballot.Ballot;
import renda.legislation.ballot.DecisionRules;
import renda.legislation.ballot.Question;
import renda.legislation.ballot.Voters;
import renda.legislation.box.BlindSignatures;
import renda.legislation.box.Papers;
import renda.platform.store.Rows;
import renda.platform.vote.DecisionRule;
import renda.platform.vote.ElectionOutcome;
import renda.platform.vote.Outcome;
import renda.platform.vote.Tally;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The result sheets (表决结果单): what was voted, by whom and with which outcome, written once
 * when it is announced, in one form only (members in the order of their names, no
 * blanks), chained to the sheet before at the same meeting, and signed.
 */
@Repository
class ResultSheets implements Announced {

	private static final String FORMAT = "renda-ballot-sheet/1";

	private static final String CHAIN = "SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended('ballot-sheets/' || $1::text, 0))";

	private static final String LAST = """
			SELECT position, digest FROM ballot_sheet WHERE meeting_id = $1 ORDER BY position DESC LIMIT 1""";

	private static final String WRITE = """
			INSERT INTO ballot_sheet (ballot_id, meeting_id, position, sheet, digest, signature)
			VALUES ($1, $2, $3, $4, $5, $6)""";

	private static final String READ = "SELECT sheet, digest, signature FROM ballot_sheet WHERE ballot_id = $1";

	private final DatabaseClient database;

	private final Papers papers;

	private final SheetKey key;

	private final JsonMapper canonical;

	ResultSheets(DatabaseClient database, Papers papers, SheetKey key, JsonMapper json) {
		this.database = database;
		this.papers = papers;
		this.key = key;
		this.canonical = json.rebuild()
			.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.disable(SerializationFeature.INDENT_OUTPUT)
			.build();
	}

	/**
	 * Writes the sheet of a ballot that is announced.
	 */
	@Override
	public Mono<Void> announced(Ballot ballot) {
		UUID meeting = ballot.question().meeting();
		return this.database.sql(CHAIN)
			.bind(0, meeting.toString())
			.then()
			.then(Mono.defer(() -> Mono.zip(last(meeting), this.papers.countedDigest(ballot.id()))))
			.flatMap((found) -> {
				Link before = found.getT1();
				String text = this.canonical
					.writeValueAsString(content(ballot, before.position() + 1, before.digest(), found.getT2()));
				String digest = digest(text);
				return this.database.sql(WRITE)
					.bind(0, ballot.id())
					.bind(1, meeting)
					.bind(2, before.position() + 1)
					.bind(3, text)
					.bind(4, digest)
					.bind(5, this.key.sign(digest))
					.fetch()
					.rowsUpdated();
			})
			.then();
	}

	private Mono<Link> last(UUID meeting) {
		return this.database.sql(LAST)
			.bind(0, meeting)
			.map((row) -> new Link(Rows.required(row, "position", Integer.class), Rows.text(row, "digest")))
			.one()
			.defaultIfEmpty(new Link(0, ""));
	}

	/**
	 * The sheet of a ballot; empty before it is announced.
	 */
	Mono<Sheet> of(UUID ballot) {
		return this.database.sql(READ)
			.bind(0, ballot)
			.map((row) -> new Sheet(this.canonical.readTree(Rows.text(row, "sheet")), Rows.text(row, "digest"),
					Rows.text(row, "signature"), this.key.fingerprint()))
			.one();
	}

	/**
	 * Whether a sheet is genuine and unchanged.
	 */
	Mono<Verdict> verify(Presented presented) {
		String digest = digest(
				this.canonical.writeValueAsString(this.canonical.convertValue(presented.sheet(), Object.class)));
		boolean unchanged = digest.equals(presented.digest());
		boolean signed = this.key.isSigned(presented.digest(), presented.signature());
		return id(presented.sheet()).flatMap(this::of)
			.map((own) -> own.digest().equals(digest))
			.defaultIfEmpty(false)
			.map((recorded) -> new Verdict(unchanged && signed && recorded, unchanged, signed, recorded));
	}

	private static Mono<UUID> id(JsonNode sheet) {
		try {
			return Mono.just(UUID.fromString(sheet.path("ballot").asString("")));
		}
		catch (IllegalArgumentException ex) {
			return Mono.empty();
		}
	}

	private static String digest(String text) {
		return HexFormat.of().formatHex(BlindSignatures.sha256(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static Map<String, Object> content(Ballot ballot, int position, String previous, String serials) {
		Question question = ballot.question();
		Map<String, Object> sheet = new LinkedHashMap<>();
		sheet.put("format", FORMAT);
		sheet.put("ballot", ballot.id().toString());
		sheet.put("code", ballot.code());
		sheet.put("meeting", question.meetingCode());
		sheet.put("meetingName", question.meetingName());
		sheet.put("body", question.body().name());
		sheet.put("purpose", question.purpose().name());
		sheet.put("scope", question.scope().name());
		sheet.put("part", question.part());
		sheet.put("question", question.text());
		sheet.put("subjects",
				question.subjects()
					.stream()
					.map((subject) -> Map.of("kind", subject.kind(), "code", subject.code(), "title", subject.title()))
					.toList());
		sheet.put("secret", question.secret());
		sheet.put("position", position);
		sheet.put("previous", previous);
		sheet.put("announcedOn", ballot.stateSince().toString());
		sheet.put("voters", Voters.of(ballot));
		Ballot.Opening opening = ballot.opening();
		if (opening != null) {
			sheet.put("members", opening.members());
			sheet.put("present", opening.present());
			sheet.put("presenceBy", opening.by());
			sheet.put("ruleSet", opening.rules());
			if (opening.fingerprint() != null) {
				sheet.put("paperKey", opening.fingerprint());
				sheet.put("paperSerials", serials);
			}
		}
		Ballot.Count count = ballot.count();
		if (count != null) {
			decided(sheet, question, count);
		}
		return sheet;
	}

	private static void decided(Map<String, Object> sheet, Question question, Ballot.Count count) {
		DecisionRule rule = DecisionRules.named(question.rule());
		Outcome outcome = count.outcome();
		ElectionOutcome election = count.election();
		sheet.put("votedOn", count.on().toString());
		sheet.put("method", count.method().name());
		sheet.put("countedBy", count.by());
		if (count.taken() != null) {
			sheet.put("papersTaken", count.taken());
		}
		if (outcome != null) {
			sheet.put("rule", rule(rule, outcome.rule(), outcome.citation()));
			sheet.put("tally", tally(outcome.tally()));
			sheet.put("needed", outcome.needed());
		}
		if (election != null) {
			sheet.put("rule", rule(rule, election.rule(), election.citation()));
			sheet.put("election", election(election));
			sheet.put("needed", election.needed());
		}
		sheet.put("passed", count.passed());
		sheet.put("explanation", count.explanation().zh());
	}

	private static Map<String, Object> rule(DecisionRule rule, String id, String citation) {
		return Map.of("name", rule.name(), "base", rule.base().name(), "id", id, "citation", citation);
	}

	private static Map<String, Object> tally(Tally tally) {
		return Map.of("for", tally.votesFor(), "against", tally.against(), "abstained", tally.abstained(), "notPressed",
				tally.notPressed(), "invalid", tally.invalid());
	}

	/**
	 * The votes on each candidate. Of those written in only how many, so that no name
	 * tells of its writer.
	 */
	private static Map<String, Object> election(ElectionOutcome election) {
		Map<String, Object> written = new LinkedHashMap<>();
		Integer places = election.places();
		if (places != null) {
			written.put("places", places);
		}
		written.put("seats", election.seats());
		written.put("runOff", election.runOff());
		written.put("otherVotes", election.otherVotes());
		written.put("runOffSeats", election.runOffSeats());
		written.put("vacant", election.vacant());
		written.put("placings",
				election.placings()
					.stream()
					.map((one) -> Map.of("candidate", (one.candidate() != null) ? one.candidate().toString() : "",
							"name", one.name(), "tally", tally(one.tally()), "result", one.result().name()))
					.toList());
		return written;
	}

	/**
	 * The key that sheets are signed with.
	 */
	PublicKeyShown publicKey() {
		return new PublicKeyShown("Ed25519", this.key.publicKey(), this.key.fingerprint());
	}

	private record Link(int position, String digest) {
	}

	/**
	 * A result sheet.
	 *
	 * @param sheet what happened
	 * @param digest SHA-256 of the sheet written without blanks, members in the order of
	 * their names
	 * @param signature Ed25519 over the digest as it is written here, base64url
	 * @param key SHA-256 of the public key
	 */
	@Schema(name = "BallotSheet")
	record Sheet(JsonNode sheet, String digest, String signature, String key) {
	}

	/**
	 * A sheet that somebody has.
	 */
	@Schema(name = "BallotSheetPresented")
	record Presented(@NotNull JsonNode sheet, @NotBlank @Size(max = 64) String digest,
			@NotBlank @Size(max = 100) String signature, @Nullable @Size(max = 64) String key) {
	}

	/**
	 * What became of the check.
	 *
	 * @param genuine whether all of the following holds
	 * @param unchanged whether the digest is that of the sheet
	 * @param signed whether this service signed the digest
	 * @param recorded whether it is the sheet that is on record for the ballot
	 */
	@Schema(name = "BallotSheetVerdict")
	record Verdict(boolean genuine, boolean unchanged, boolean signed, boolean recorded) {
	}

	/**
	 * The public key of the sheets.
	 *
	 * @param key X.509, base64url
	 * @param fingerprint its SHA-256
	 */
	@Schema(name = "BallotSheetKey")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PublicKeyShown(String algorithm, String key, String fingerprint) {
	}

}
