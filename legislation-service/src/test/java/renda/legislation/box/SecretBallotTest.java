package renda.legislation.box;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.agenda.Purpose;
import renda.legislation.ballot.BallotApiTest;
import renda.legislation.ballot.Hall;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.legislation.sitting.Sittings;
import renda.platform.test.BlindedPaper;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;
import renda.platform.vote.Choice;
import renda.platform.vote.VotingPaper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody finds out who has the whole database and the logs, written more freely
 * than anybody writes them; and what 560 members do to a ballot.
 */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
@Import(BallotApiTest.Kinds.class)
@TestPropertySource(properties = { "logging.level.renda=TRACE", "logging.level.org.springframework.web=DEBUG",
		"logging.level.org.springframework.r2dbc=DEBUG" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretBallotTest {

	private static final Body BODY = Body.CONGRESS;

	private static final int DEPUTIES = 560;

	private static final int VOTERS = 80;

	/** Rows of a ballot that tell who somebody is. */
	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:+-]{6,}");

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TestPostgres.Database postgres;

	@Autowired
	private BallotBox box;

	@Autowired
	private Papers papers;

	@Autowired
	private Rolls rolls;

	@Autowired
	private TransactionalOperator transaction;

	@LocalServerPort
	private int port;

	@MockitoBean
	private Sittings sittings;

	private final JsonMapper json = new JsonMapper();

	private Hall hall;

	private List<UUID> deputies;

	private final List<String> tokens = new ArrayList<>();

	@BeforeAll
	void seats() {
		this.hall = new Hall(this.client, this.database, this.sittings);
		this.deputies = this.hall.seat(BODY, DEPUTIES);
		for (int i = 1; i <= DEPUTIES; i++) {
			this.tokens.add(Hall.member(BODY, i));
		}
	}

	@Test
	void aDumpAndTheLogsJoinNoVoterToAChoice(CapturedOutput log) throws SQLException {
		Hall.One one = opened(DEPUTIES);
		String key = one.seen("").path("opening").path("key").asString();
		List<BlindedPaper> phones = new ArrayList<>();
		List<String> signatures = new ArrayList<>();
		List<String> choices = choices();
		assertThat(step(one, 0)).isEqualTo("paper");
		for (int i = 0; i < VOTERS; i++) {
			BlindedPaper phone = new BlindedPaper(key);
			Hall.Reply taken = one.take(phone.blinded(), this.tokens.get(i));
			assertThat(taken.status()).as(taken.text()).isEqualTo(200);
			phones.add(phone);
			signatures.add(phone.signature(taken.json().path("signed").asString()));
		}
		assertThat(step(one, 0)).as("the desk of who has a paper, before casting begins").isEmpty();
		one.does("start", Map.of("incomplete", true), Hall.OFFICE);
		assertThat(step(one, 0)).isEqualTo("papers");
		assertThat(step(one, VOTERS)).as("the desk of who took no paper").isEmpty();
		assertThat(one.take(phones.get(3).blinded(), this.tokens.get(3)).status()).isEqualTo(200);
		// the worst case: all cast in the order in which they took their papers
		new Crowd(this.port).all(VOTERS, Duration.ofMillis(1500), (i) -> new Crowd.Request("POST", one.path + "/papers",
				Map.of("serial", phones.get(i).serial(), "signature", signatures.get(i), "choice", choices.get(i)),
				""));

		Dump casting = Dump.of(this.postgres);
		List<Dump.Row> papers = casting.of("ballot_paper")
			.stream()
			.filter((row) -> row.text().contains(one.id))
			.toList();
		assertThat(papers).hasSize(VOTERS);
		List<List<Dump.Row>> voters = voters(casting, one);
		assertThat(shared(voters, papers, one)).as("no value stands in rows of some voters and some papers").isEmpty();
		long firstPaper = papers.stream().mapToLong(Dump.Row::transaction).min().orElseThrow();
		assertThat(voters.stream().flatMap(List::stream)).as("whoever casts writes nothing with a name on it")
			.allMatch((row) -> row.transaction() < firstPaper);
		orderTellsNothing(voters, papers, choices);

		one.does("close", Map.of(), Hall.OFFICE);
		one.does("announce", Map.of(), Hall.CHAIR);
		Dump counted = Dump.of(this.postgres);
		assertThat(counted.naming(one.id).stream().map(Dump.Row::table)).contains("ballot_counted_paper")
			.doesNotContain("ballot_paper", "ballot_vote", "ballot_key");
		for (int i = 0; i < VOTERS; i++) {
			String kept = HexFormat.of().formatHex(BlindSignatures.sha256(bytes(phones.get(i).serial())));
			for (Dump.Row row : counted.naming(kept)) {
				assertThat(row.table()).isEqualTo("ballot_counted_paper");
				assertThat(row.text()).doesNotContain("FOR", "AGAINST", "account", this.deputies.get(i).toString());
			}
			assertThat(counted.naming(phones.get(i).serial())).isEmpty();
			for (String secret : List.of(phones.get(i).serial(), signatures.get(i), kept)) {
				assertThat(log.getAll().contains(secret)).as("the log tells of a paper").isFalse();
			}
		}
		List<String> casts = log.getAll().lines().filter((line) -> line.contains("/papers")).toList();
		assertThat(casts).as("the log does write down requests here").isNotEmpty();
		assertThat(casts).noneMatch((line) -> line.contains("CONGRESS-") || line.contains("AGAINST"));
		JsonNode sheet = this.hall.get(one.path + "/sheet", "").json().path("sheet");
		assertThat(sheet.path("voters").size()).isEqualTo(VOTERS);
		assertThat(sheet.path("voters").toString()).doesNotContain("choice");
		assertThat(this.hall.get(one.path + "/votes?limit=1000", "").text()).doesNotContain("\"choice\"");
		assertThat(sheet.path("tally").toString())
			.isEqualTo("{\"abstained\":0,\"against\":40,\"for\":40,\"invalid\":0,\"notPressed\":480}");
	}

	private String step(Hall.One one, int voter) {
		return one.duty(this.tokens.get(voter)).path("steps").path(0).path("name").asString("");
	}

	/**
	 * That the test above would notice.
	 */
	@Test
	void theSameSearchJoinsWhatIsWrittenCarelessly() {
		List<String> choices = choices();
		List<Dump.Row> papers = new ArrayList<>();
		List<List<Dump.Row>> voters = new ArrayList<>();
		for (int i = 0; i < VOTERS; i++) {
			voters.add(List.of(new Dump.Row("audit_entry", 100 + i, i, "{}")));
			papers.add(new Dump.Row("paper", 500 + i, i, "{\"choice\":\"" + choices.get(i) + "\"}"));
		}
		assertThat(best(voters, papers, choices)).isEqualTo(VOTERS);
	}

	private void orderTellsNothing(List<List<Dump.Row>> voters, List<Dump.Row> papers, List<String> choices) {
		// half of 80 by chance, with a deviation of 4.5; the best of all orders stays
		// below five
		// of those
		assertThat(best(voters, papers, choices)).isBetween(0, VOTERS / 2 + 22);
	}

	/**
	 * The most choices that are guessed right by laying voters and papers side by side in
	 * some order.
	 */
	private int best(List<List<Dump.Row>> voters, List<Dump.Row> papers, List<String> choices) {
		Map<String, ToLongFunction<Dump.Row>> orders = new LinkedHashMap<>();
		orders.put("transaction", Dump.Row::transaction);
		orders.put("place", Dump.Row::place);
		Set<String> tables = voters.stream().flatMap(List::stream).map(Dump.Row::table).collect(Collectors.toSet());
		int best = 0;
		for (String table : tables) {
			for (ToLongFunction<Dump.Row> ofVoters : orders.values()) {
				List<Integer> people = new ArrayList<>();
				for (int i = 0; i < voters.size(); i++) {
					people.add(i);
				}
				people.sort(Comparator.comparingLong((person) -> voters.get(person)
					.stream()
					.filter((row) -> row.table().equals(table))
					.mapToLong(ofVoters)
					.min()
					.orElse(0)));
				for (ToLongFunction<Dump.Row> ofPapers : orders.values()) {
					List<Dump.Row> sorted = new ArrayList<>(papers);
					sorted.sort(Comparator.comparingLong(ofPapers));
					int hits = 0;
					for (int i = 0; i < people.size(); i++) {
						if (sorted.get(i).text().contains('"' + choices.get(people.get(i)) + '"')) {
							hits++;
						}
					}
					best = Math.max(best, Math.max(hits, voters.size() - hits));
				}
			}
		}
		return best;
	}

	/**
	 * The rows that name a voter, on the roll of this ballot, in the audit trail, among
	 * answers kept for retries, events and everywhere else.
	 */
	private List<List<Dump.Row>> voters(Dump dump, Hall.One one) {
		List<List<Dump.Row>> voters = new ArrayList<>();
		for (int i = 0; i < VOTERS; i++) {
			String account = "\"CONGRESS-" + (i + 1) + "\"";
			String id = this.deputies.get(i).toString();
			List<Dump.Row> rows = dump.rows()
				.stream()
				.filter((row) -> !row.table().equals("member")
						&& (row.text().contains(account) || row.text().contains(id)))
				.toList();
			assertThat(rows).extracting(Dump.Row::table).contains("ballot_roll", "audit_entry");
			assertThat(rows.toString()).contains(one.id);
			voters.add(rows);
		}
		return voters;
	}

	/**
	 * Values of papers that also stand in rows of voters, but not of all of them.
	 */
	private Set<String> shared(List<List<Dump.Row>> voters, List<Dump.Row> papers, Hall.One one) {
		Map<String, Integer> ofVoters = new HashMap<>();
		for (List<Dump.Row> rows : voters) {
			Set<String> own = new HashSet<>();
			rows.forEach((row) -> own.addAll(words(row)));
			own.forEach((word) -> ofVoters.merge(word, 1, Integer::sum));
		}
		Set<String> shared = new HashSet<>();
		papers.forEach((paper) -> words(paper).stream()
			.filter((word) -> ofVoters.getOrDefault(word, VOTERS) < VOTERS)
			.forEach(shared::add));
		return shared;
	}

	private static Set<String> words(Dump.Row row) {
		Set<String> words = WORD.matcher(row.text())
			.results()
			.map((found) -> found.group())
			.collect(Collectors.toSet());
		words.add("xmin=" + row.transaction());
		return words;
	}

	private static List<String> choices() {
		List<String> choices = new ArrayList<>();
		for (int i = 0; i < VOTERS; i++) {
			choices.add((i % 2 == 0) ? "FOR" : "AGAINST");
		}
		Collections.shuffle(choices, new Random(560));
		return choices;
	}

	@Test
	void aPaperIsTakenOnceAndCastOnceAndOnlyInItsTime() {
		Hall.One one = opened(400);
		BlindedPaper phone = new BlindedPaper(one.seen("").path("opening").path("key").asString());
		assertThat(one.seen("").path("phase").asString()).isEqualTo("TAKING_PAPERS");
		assertThat(one.vote("FOR", this.tokens.get(0)).status()).isEqualTo(409);
		assertThat(one.take("AAAA", this.tokens.get(0)).status()).isEqualTo(400);
		assertThat(one.take("!", this.tokens.get(0)).status()).isEqualTo(400);
		assertThat(one.take(phone.blinded(), this.tokens.get(500)).json().path("rule").asString()).isEqualTo("MTG-20");
		Hall.Reply taken = one.take(phone.blinded(), this.tokens.get(0));
		assertThat(taken.status()).as(taken.text()).isEqualTo(200);
		assertThat(one.take(phone.blinded(), this.tokens.get(0)).text()).isEqualTo(taken.text());
		BlindedPaper other = new BlindedPaper(one.seen("").path("opening").path("key").asString());
		assertThat(one.take(other.blinded(), this.tokens.get(0)).json().path("rule").asString()).isEqualTo("MTG-20");
		String signature = phone.signature(taken.json().path("signed").asString());
		assertThat(one.cast(phone.serial(), signature, "FOR", "").status()).isEqualTo(409);
		one.refused("close", Map.of(), Hall.OFFICE, "MTG-22");
		one.refused("start", Map.of(), Hall.CHAIR, "MTG-20");
		one.does("start", Map.of("incomplete", true), Hall.CHAIR);
		one.refused("start", Map.of(), Hall.CHAIR, "MTG-22");
		assertThat(one.take(other.blinded(), this.tokens.get(1)).status()).isEqualTo(409);
		assertThat(one.take(phone.blinded(), this.tokens.get(0)).text()).isEqualTo(taken.text());
		assertThat(one.cast(phone.serial(), signature, "FOR", this.tokens.get(0)).status()).isEqualTo(400);
		assertThat(one.cast(other.serial(), signature, "FOR", "").json().path("rule").asString()).isEqualTo("MTG-20");
		assertThat(one.cast("AAAA", signature, "FOR", "").status()).isEqualTo(400);
		assertThat(one.cast(phone.serial(), signature, "NOT_PRESSED", "").status()).isEqualTo(400);
		assertThat(one.cast(phone.serial(), signature, "FOR", "").status()).isEqualTo(200);
		assertThat(one.cast(phone.serial(), signature, "FOR", "").status()).isEqualTo(200);
		assertThat(one.cast(phone.serial(), signature, "AGAINST", "").json().path("rule").asString())
			.isEqualTo("MTG-20");
		JsonNode counted = one.does("close", Map.of(), Hall.CHAIR);
		assertThat(counted.path("count").path("tally").path("votesFor").asInt()).isEqualTo(1);
		assertThat(counted.path("count").path("tally").path("notPressed").asInt()).isEqualTo(399);
		assertThat(counted.path("count").path("taken").asInt()).isEqualTo(1);
		assertThat(one.cast(phone.serial(), signature, "FOR", "").status()).isEqualTo(200);
	}

	@Test
	void aSecretBallotGoesOnWithPapersByHandWhenTheDevicesFail() {
		Hall.One one = opened(400);
		BlindedPaper phone = new BlindedPaper(one.seen("").path("opening").path("key").asString());
		String signature = phone
			.signature(one.take(phone.blinded(), this.tokens.get(0)).json().path("signed").asString());
		one.does("start", Map.of("incomplete", true), Hall.CHAIR);
		assertThat(one.cast(phone.serial(), signature, "FOR", "").status()).isEqualTo(200);
		one.refused("fall-back", Map.of("reason", "断电", "method", "HANDS"), Hall.CHAIR, "MTG-23");
		one.does("fall-back", Map.of("reason", "断电", "method", "PAPER"), Hall.CHAIR);
		assertThat(one.cast(phone.serial(), signature, "FOR", "").status()).isEqualTo(409);
		Map<String, Object> named = BallotApiTest.numbers(300, 50, 40, 8, 2);
		named.put("votes", List.of(Map.of("member", this.deputies.getFirst(), "choice", "FOR")));
		one.refused("tally", named, Hall.OFFICE, "MTG-22");
		one.does("tally", BallotApiTest.numbers(300, 50, 40, 8, 2), Hall.OFFICE);
		one.does("confirm", BallotApiTest.numbers(300, 50, 40, 8, 2), Hall.SECOND);
		JsonNode announced = one.does("announce", Map.of(), Hall.CHAIR);
		assertThat(announced.path("count").path("tally").path("invalid").asInt()).isEqualTo(2);
		assertThat(announced.path("count").path("outcome").path("needed").asInt()).isEqualTo(281);
		assertThat(announced.path("count").path("outcome").path("passed").asBoolean()).isTrue();
		assertThat(
				this.hall.get(one.path + "/votes?limit=1000", "").json().path("items").findValuesAsString("tookPart"))
			.filteredOn("true"::equals)
			.hasSize(400);
	}

	@Test
	void of560WhoVoteOpenlyInTwoSecondsAndRetryEachCountsOnce() {
		Sitting sitting = this.hall.meeting(BODY, this.deputies, DEPUTIES, Purpose.VOTE);
		Hall.One one = this.hall.ballot(sitting, Map.of(), sitting.agenda().getFirst());
		one.does("open", Map.of(), Hall.CHAIR);
		Crowd crowd = new Crowd(this.port);
		List<String> answers = crowd.all(DEPUTIES, Duration.ofSeconds(2),
				(i) -> new Crowd.Request("PUT", one.path + "/vote",
						Map.of("choice", (i < 282) ? "FOR" : (i < 500) ? "AGAINST" : "ABSTAIN"), this.tokens.get(i)));
		assertThat(answers.size()).isEqualTo(DEPUTIES);
		assertThat(crowd.lost).hasPositiveValue();
		JsonNode count = one.does("close", Map.of(), Hall.CHAIR).path("count");
		assertThat(count.path("tally").toString())
			.isEqualTo("{\"votesFor\":282,\"against\":218,\"abstained\":60,\"notPressed\":0,\"invalid\":0}");
		assertThat(count.path("outcome").path("passed").asBoolean()).as("282 of 560 is more than half").isTrue();
		assertThat(count.path("outcome").path("rule").asString()).isEqualTo("MTG-15");
	}

	@Test
	void of560WhoCastPapersInTwoSecondsAndRetryEachCountsOnce() {
		Hall.One one = opened(DEPUTIES);
		String key = one.seen("").path("opening").path("key").asString();
		List<BlindedPaper> phones = new ArrayList<>();
		for (int i = 0; i < DEPUTIES; i++) {
			phones.add(new BlindedPaper(key));
		}
		Crowd crowd = new Crowd(this.port);
		List<String> signatures = crowd
			.all(DEPUTIES, Duration.ofSeconds(2),
					(i) -> new Crowd.Request("POST", one.path + "/paper", Map.of("blinded", phones.get(i).blinded()),
							this.tokens.get(i)))
			.stream()
			.map((answer) -> this.json.readTree(answer).path("signed").asString())
			.toList();
		one.does("start", Map.of(), Hall.CHAIR);
		crowd.all(DEPUTIES, Duration.ofSeconds(2),
				(i) -> new Crowd.Request("POST", one.path + "/papers",
						Map.of("serial", phones.get(i).serial(), "signature",
								phones.get(i).signature(signatures.get(i)), "choice",
								(i < 280) ? "FOR" : (i < 500) ? "AGAINST" : "ABSTAIN"),
						""));
		assertThat(crowd.lost).hasPositiveValue();
		JsonNode count = one.does("close", Map.of(), Hall.CHAIR).path("count");
		assertThat(count.path("tally").toString())
			.isEqualTo("{\"votesFor\":280,\"against\":220,\"abstained\":60,\"notPressed\":0,\"invalid\":0}");
		assertThat(count.path("taken").asInt()).isEqualTo(DEPUTIES);
		assertThat(count.path("outcome").path("passed").asBoolean()).as("280 of 560 is not more than half").isFalse();
	}

	/**
	 * As two copies of the service do: each collects for itself, both write to one box.
	 */
	@Test
	void twoBoxesThatAreSentTheSamePapersKeepEachOnce() {
		Hall.One one = opened(400);
		one.does("start", Map.of("incomplete", true), Hall.CHAIR);
		UUID id = UUID.fromString(one.id);
		BallotBox other = new BallotBox(this.papers, this.rolls, this.transaction,
				new BallotBox.Settings(Duration.ofMillis(20)));
		List<Boolean> kept = Flux.range(0, 600).flatMap((i) -> {
			VotingPaper marks = VotingPaper.of(Choice.values()[i % 3]);
			Papers.Paper paper = new Papers.Paper("%064x".formatted(i * 7919), marks);
			return Mono.delay(Duration.ofMillis(i))
				.then(Mono.zip(this.box.cast(id, paper), other.cast(id, paper), this.box.cast(id, paper)))
				.map((all) -> all.toList().stream().allMatch(marks::equals));
		}, 600).collectList().block(Duration.ofMinutes(1));
		assertThat(kept).hasSize(600).containsOnly(true);
		assertThat(this.papers.box(id).block()).hasSize(600)
			.containsOnly(VotingPaper.of(Choice.FOR), VotingPaper.of(Choice.AGAINST), VotingPaper.of(Choice.ABSTAIN));
		one.does("fall-back", Map.of("reason", "试验", "method", "PAPER"), Hall.CHAIR);
	}

	private Hall.One opened(int present) {
		Sitting sitting = this.hall.meeting(BODY, this.deputies, present, Purpose.ELECT);
		Hall.One one = this.hall.ballot(sitting, Map.of(), sitting.agenda().getFirst());
		assertThat(one.does("open", Map.of(), Hall.CHAIR).path("question").path("secret").asBoolean()).isTrue();
		return one;
	}

	private static byte[] bytes(String text) {
		return Base64.getUrlDecoder().decode(text);
	}

}
