package renda.local.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import renda.local.process.Progress;
import tools.jackson.databind.JsonNode;

/**
 * Loads a folder of regulation texts through
 * {@code POST /api/v1/legislation/imports/regulations}, batch by batch, and adds up the
 * reports. Loading the same folder again changes nothing.
 */
public final class RegulationImport {

	private static final String PATH = "/api/v1/legislation/imports/regulations";

	private static final int SHOWN = 20;

	private static final int ATTEMPTS = 30;

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final Map<String, String> COUNTS = counts();

	private final Api api;

	private final String client;

	private final Progress progress;

	private final int attempts;

	private final Map<String, Long> counts = new HashMap<>();

	private final List<String> refused = new ArrayList<>();

	/**
	 * @param api the platform
	 * @param client the client that may import
	 * @param progress told after each batch
	 */
	public RegulationImport(Api api, String client, Progress progress) {
		this(api, client, progress, ATTEMPTS);
	}

	RegulationImport(Api api, String client, Progress progress, int attempts) {
		this.api = api;
		this.client = client;
		this.progress = progress;
		this.attempts = attempts;
	}

	/**
	 * Loads every Markdown, text and zip file below the folder.
	 * @return whether every file could be sent; a file that is not a regulation counts as
	 * sent
	 */
	public boolean load(Path folder) throws IOException, InterruptedException {
		List<Path> files = TextFiles.below(folder);
		if (files.isEmpty()) {
			this.progress.say(folder + " 中没有 .md、.txt 或 .zip 文件", "no .md, .txt or .zip file below " + folder);
			return false;
		}
		int sent = 0;
		boolean complete = true;
		for (List<Path> batch : TextFiles.batches(files)) {
			Api.Answer answer = send(TextFiles.zip(folder, batch));
			sent += batch.size();
			if (answer.accepted()) {
				add(answer.body());
				this.progress.say("已处理 %d/%d 个文件".formatted(sent, files.size()),
						"%d of %d files".formatted(sent, files.size()));
			}
			if (!answer.accepted() || !answer.body().path("state").asString("finished").equals("finished")) {
				complete = false;
				this.progress.say("第 %d 个文件止的一批未完成".formatted(sent),
						"the batch up to file " + sent + " was not finished: " + answer.problem());
			}
		}
		summarise();
		return complete;
	}

	// one key for all attempts: whatever happened to the one before, the batch is taken
	// once
	private Api.Answer send(byte[] zip) throws IOException, InterruptedException {
		String key = "import-" + UUID.randomUUID();
		for (int attempt = 1;; attempt++) {
			try {
				Api.Answer answer = this.api.finished(this.api.post(PATH, "application/zip", zip, this.client, key),
						this.client);
				if (attempt == this.attempts || !answer.worthRepeating()) {
					return answer;
				}
			}
			catch (IOException ex) {
				if (attempt == this.attempts) {
					throw ex;
				}
			}
			this.progress.say("服务暂时不可用，稍后重试", "a service is away; trying again");
			Thread.sleep(PAUSE);
		}
	}

	private static Map<String, String> counts() {
		Map<String, String> counts = new LinkedHashMap<>();
		counts.put("rows", "文件");
		counts.put("created", "新收录");
		counts.put("updated", "已更新");
		counts.put("unchanged", "未变化");
		counts.put("failed", "未收录");
		return counts;
	}

	private void add(JsonNode job) {
		for (String count : COUNTS.keySet()) {
			this.counts.merge(count, job.path(count).asLong(0), Long::sum);
		}
		for (JsonNode error : job.path("errors")) {
			this.refused.add(error.path("place").asString("") + ": " + Api.Answer.words(error.path("detail")));
		}
	}

	private void summarise() {
		COUNTS.forEach(
				(count, zh) -> this.progress.say("  %s %d".formatted(zh, this.counts.getOrDefault(count, 0L)), count));
		this.refused.stream().limit(SHOWN).forEach((line) -> this.progress.say("  未收录", line));
		if (this.refused.size() > SHOWN) {
			this.progress.say("  ……另有 " + (this.refused.size() - SHOWN) + " 个", "and more");
		}
	}

}
