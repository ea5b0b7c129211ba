package renda.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A congress votes: all its deputies press within the same two seconds, each with a token
 * of their own, through the gateway, and each again until there is an answer.
 */
final class Voting {

	private static final int DEPUTIES = 560;

	private static final int WITHIN_MILLIS = 2000;

	private static final String MEETINGS = "/api/v1/legislation/meetings";

	private static final String BALLOTS = "/api/v1/legislation/ballots";

	private final MeasuredPlatform platform;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	Voting(MeasuredPlatform platform) {
		this.platform = platform;
	}

	void run(Results results) throws Exception {
		StringBuilder roll = new StringBuilder("body,term,name,number,account,post,delegation,since,sample\n");
		for (int i = 1; i <= DEPUTIES; i++) {
			roll.append("CONGRESS,16,代表%d,b-%d,%s,DEPUTY,样例代表团,2023-01-05,true\n".formatted(i, i, client(i)));
		}
		this.platform.post("legislation", "/api/v1/legislation/imports/members", "text/csv;charset=UTF-8", roll.toString(),
				"personnel-office");
		List<String> tokens = new ArrayList<>();
		for (int i = 1; i <= DEPUTIES; i++) {
			tokens.add(this.platform.token(client(i)));
		}
		String ballot = opened();
		ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
		List<CompletableFuture<Void>> all = new CopyOnWriteArrayList<>();
		long began = System.nanoTime();
		for (int i = 0; i < DEPUTIES; i++) {
			String token = tokens.get(i);
			Executor later = CompletableFuture.delayedExecutor((long) WITHIN_MILLIS * i / DEPUTIES,
					TimeUnit.MILLISECONDS);
			all.add(CompletableFuture.supplyAsync(System::nanoTime, later)
				.thenCompose((sent) -> press(ballot, token, 0).thenAccept((_) -> waits.add(System.nanoTime() - sent))));
		}
		CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(2, TimeUnit.MINUTES);
		double seconds = (System.nanoTime() - began) / 1e9;
		String counted = step(ballot, "close", "{}", "general-office");
		Matcher votes = Pattern.compile("\"votesFor\":(\\d+)").matcher(counted);
		if (!votes.find() || Integer.parseInt(votes.group(1)) != DEPUTIES) {
			throw new IOException("not every vote was counted once: " + counted);
		}
		List<Double> sorted = waits.stream().map((nanos) -> nanos / 1e6).sorted().toList();
		results.figure(DEPUTIES + " deputies vote within two seconds through the gateway; all are answered after", seconds,
				"s");
		results.figure("a vote is answered, median", Results.median(sorted), "ms");
		results.figure("a vote is answered, 99 %", sorted.get(sorted.size() * 99 / 100), "ms");
	}

	private static String client(int number) {
		return "deputy.b" + number;
	}

	/**
	 * A session at which all are present, with a ballot that is open.
	 */
	private String opened() throws Exception {
		LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
		String meeting = MEETINGS + "/" + MeasuredPlatform.text(this.platform.create("legislation", MEETINGS, """
				{"body":"CONGRESS","term":16,"number":9,"kind":"SPECIAL","from":"%s","to":"%s","basis":"样例","callers":200}"""
			.formatted(today, today), "bench-session", "council"), "id");
		step(meeting, "fix-date", "{\"from\":\"%s\",\"to\":\"%s\",\"place\":\"样例会堂\"}".formatted(today, today), "council");
		step(meeting, "propose-item", "{\"title\":\"样例决议\",\"purpose\":\"VOTE\"}", "council");
		step(meeting, "notify", "{}", "general-office");
		step(meeting, "check-in", "{}", "general-office");
		List<String> ids = Pattern.compile("\"member\"\\s*:\\s*\"([0-9a-f-]{36})\"")
			.matcher(this.platform.read("legislation", meeting + "/presence", "general-office"))
			.results()
			.map((match) -> "\"" + match.group(1) + "\"")
			.toList();
		this.platform.create("legislation", meeting + "/presence", "{\"present\":[" + String.join(",", ids) + "]}",
				"bench-presence", "general-office");
		step(meeting, "hold-preparatory", "{\"presidium\":[%s],\"secretaryGeneral\":%s}"
			.formatted(String.join(",", ids.subList(0, 5)), ids.getFirst()), "council");
		step(meeting, "open", "{}", "council");
		String adopted = step(meeting, "adopt-agenda", "{}", "general-office");
		Matcher item = Pattern.compile("\"agenda\"\\s*:\\s*\\[\\s*\\{\\s*\"id\"\\s*:\\s*\"([^\"]+)\"").matcher(adopted);
		if (!item.find()) {
			throw new IOException(adopted);
		}
		String ballot = BALLOTS + "/" + MeasuredPlatform.text(this.platform.create("legislation", BALLOTS,
				"{\"meeting\":\"%s\",\"items\":[\"%s\"],\"question\":\"是否通过样例决议\"}"
					.formatted(meeting.substring(meeting.lastIndexOf('/') + 1), item.group(1)),
				"bench-ballot", "general-office"), "id");
		step(ballot, "open", "{}", "chair");
		return ballot;
	}

	private String step(String path, String step, String body, String client) throws Exception {
		Matcher version = Pattern.compile("\"version\"\\s*:\\s*(\\d+)")
			.matcher(this.platform.read("legislation", path, client));
		if (!version.find()) {
			throw new IOException("no version of " + path);
		}
		return this.platform.step("legislation", path + "/" + step, body, Long.parseLong(version.group(1)), client);
	}

	private CompletableFuture<Void> press(String ballot, String token, int tries) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.platform.address("gateway") + ballot + "/vote"))
			.header("Content-Type", "application/json")
			.header("Authorization", "Bearer " + token)
			.timeout(Duration.ofSeconds(20))
			.PUT(HttpRequest.BodyPublishers.ofString("{\"choice\":\"FOR\"}"))
			.build();
		return this.http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
			.handle((answer, failure) -> (failure == null && answer.statusCode() == 200) ? null
					: (failure != null) ? failure.toString() : answer.statusCode() + answer.body())
			.thenCompose((problem) -> {
				if (problem == null) {
					return CompletableFuture.<Void>completedFuture(null);
				}
				if (tries > 100) {
					return CompletableFuture.failedFuture(new IOException(problem));
				}
				Executor later = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
				return CompletableFuture.runAsync(() -> {
				}, later).thenCompose((_) -> press(ballot, token, tries + 1));
			});
	}

}
