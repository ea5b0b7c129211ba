package renda.local;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import renda.platform.test.BlindedPaper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The members of a standing committee, each with a device: they sign in and vote through
 * the gateway, by name and in secret.
 */
final class Committee {

	/**
	 * Opens a meeting whenever the one before it was: other tests load meetings of years
	 * ago, after which this one comes late (MTG-01).
	 */
	static final Map<String, Object> OPENING = Map.of("lateReason", "上一次会议是往年的示例数据");

	static final int MEMBERS = 51;

	private static final String BALLOTS = "/api/v1/legislation/ballots";

	private static final JsonMapper JSON = new JsonMapper();

	private static final int MOST_TRIES = 300;

	private final PlatformExtension platform;

	private final String name;

	/**
	 * @param name what the accounts of its members begin with
	 */
	Committee(PlatformExtension platform, String name) {
		this.platform = platform;
		this.name = name;
	}

	/**
	 * Enters the members on the roll. A term has one chair and one secretary-general
	 * (MTG-08), who may be those of the demonstration.
	 */
	void enrol() throws IOException, InterruptedException {
		StringBuilder rows = new StringBuilder("body,term,name,number,account,post,since,sample\n");
		for (int i = 1; i <= MEMBERS; i++) {
			String post = (i <= 4) ? "VICE_CHAIR" : "MEMBER";
			rows.append("STANDING_COMMITTEE,16,委员%d,%s-%d,%s,%s,2023-01-05,true\n".formatted(i, this.name, i, client(i),
					post));
		}
		Ground.rows(this.platform, "/api/v1/legislation/imports/members", "personnel-office", rows.toString());
	}

	/**
	 * The demonstration client of a member, from 1; the account on the roll.
	 */
	String client(int member) {
		return "member." + this.name + member;
	}

	/**
	 * A meeting that is open, everybody signed in, with items that are no case.
	 * @return the meeting and the ids of its items
	 */
	Held meets(int number, String... titles) throws IOException, InterruptedException {
		String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
		StoryCase meeting = StoryCase.opened(this.platform, "/api/v1/legislation/meetings", "council",
				Map.of("body", "STANDING_COMMITTEE", "term", 16, "number", number, "kind", "SPECIAL", "from", today,
						"to", today, "basis", "主任会议决定", "sample", true));
		meeting.step("fix-date", "council", Map.of("from", today, "to", today, "place", "会议厅"));
		for (String title : titles) {
			meeting.step("propose-item", "council", Map.of("title", title, "purpose", "VOTE"));
		}
		meeting.step("notify", "general-office", Map.of());
		meeting.step("check-in", "general-office", Map.of());
		signIn(meeting.id(), MEMBERS);
		meeting.step("open", "chair", OPENING);
		meeting.step("adopt-agenda", "general-office", Map.of());
		return new Held(meeting, meeting.seenBy("general-office").path("agenda").findValuesAsString("id"));
	}

	/**
	 * Signs members in, each with their own device.
	 */
	void signIn(String meeting, int present) throws InterruptedException {
		each(present, (i) -> () -> this.platform.persist("sign-in-" + meeting + "-" + i,
				"/api/v1/legislation/meetings/" + meeting + "/presence/sign-in", client(i), "{}", 0));
	}

	/**
	 * Puts items to the vote and announces the outcome.
	 * @param choices what each member present chooses, from the first on
	 * @return the ballot as everyone sees it
	 */
	JsonNode votes(String meeting, List<String> items, Map<String, ?> more, List<String> choices)
			throws IOException, InterruptedException {
		return votes(meeting, items, more, choices, () -> {
		});
	}

	/**
	 * The same, while something happens when a third of the votes are in.
	 */
	JsonNode votes(String meeting, List<String> items, Map<String, ?> more, List<String> choices, Runnable midway)
			throws IOException, InterruptedException {
		AtomicInteger in = new AtomicInteger();
		Runnable counted = () -> {
			if (in.incrementAndGet() == choices.size() / 3) {
				midway.run();
			}
		};
		Map<String, Object> body = new HashMap<>(more);
		body.put("meeting", meeting);
		body.put("items", items);
		StoryCase ballot = StoryCase.opened(this.platform, BALLOTS, "general-office", body);
		boolean secret = ballot.step("open", "chair", Map.of()).path("question").path("secret").asBoolean();
		if (secret) {
			inSecret(ballot, choices, counted);
		}
		else {
			each(choices.size(), (i) -> () -> {
				HttpResponse<String> voted = press(ballot, i, choices.get(i - 1));
				counted.run();
				return voted;
			});
		}
		ballot.step("close", "general-office", Map.of());
		ballot.step("announce", "chair", Map.of());
		return ballot.seenBy("");
	}

	private HttpResponse<String> press(StoryCase ballot, int member, String choice)
			throws IOException, InterruptedException {
		return persistently(() -> this.platform.send(this.platform.request(ballot.path() + "/vote", client(member))
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofString("{\"choice\":\"" + choice + "\"}"))));
	}

	/**
	 * First everybody takes a paper; then the papers are cast, by nobody one could name.
	 */
	private void inSecret(StoryCase ballot, List<String> choices, Runnable counted)
			throws IOException, InterruptedException {
		String key = ballot.seenBy("chair").path("opening").path("key").asString();
		List<BlindedPaper> phones = new ArrayList<>();
		choices.forEach((choice) -> phones.add(new BlindedPaper(key)));
		List<String> papers = each(choices.size(), (i) -> () -> {
			BlindedPaper phone = phones.get(i - 1);
			HttpResponse<String> taken = persistently(
					() -> this.platform.send(this.platform.request(ballot.path() + "/paper", client(i))
						.header("Content-Type", "application/json")
						.POST(BodyPublishers.ofString("{\"blinded\":\"" + phone.blinded() + "\"}"))));
			return JSON.writeValueAsString(Map.of("serial", phone.serial(), "signature",
					phone.signature(this.platform.json(taken).path("signed").asString()), "choice",
					choices.get(i - 1)));
		});
		ballot.step("start", "chair", Map.of());
		each(choices.size(), (i) -> () -> persistently(
				() -> this.platform.post(ballot.path() + "/papers", "", "application/json", papers.get(i - 1))));
	}

	/**
	 * Sends again until something final is answered, as every device does.
	 */
	private static HttpResponse<String> persistently(Callable<HttpResponse<String>> request)
			throws InterruptedException {
		for (int i = 0; i < MOST_TRIES; i++) {
			try {
				HttpResponse<String> response = request.call();
				if (response.statusCode() < 300) {
					return response;
				}
				if (response.statusCode() < 500 && response.statusCode() != 429) {
					throw new AssertionError(response.statusCode() + ": " + response.body());
				}
			}
			catch (IOException ex) {
				// whether it was taken is not known: once more
			}
			catch (InterruptedException | RuntimeException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
			TimeUnit.MILLISECONDS.sleep(100);
		}
		throw new AssertionError("not answered");
	}

	private static <T> List<T> each(int members, IntFunction<Callable<T>> work) throws InterruptedException {
		return Organs.atOnce(16, members, (i) -> work.apply(i + 1));
	}

	/**
	 * So many for it, against it and abstaining.
	 */
	static List<String> choices(int votesFor, int against, int abstaining) {
		return IntStream.range(0, votesFor + against + abstaining)
			.mapToObj((i) -> (i < votesFor) ? "FOR" : (i < votesFor + against) ? "AGAINST" : "ABSTAIN")
			.toList();
	}

	static void assertPassed(JsonNode ballot, boolean passed) {
		assertThat(ballot.path("count").path("outcome").path("passed").asBoolean()).as(ballot.toString())
			.isEqualTo(passed);
	}

	/**
	 * A meeting that is held.
	 */
	record Held(StoryCase meeting, List<String> items) {
	}

}
