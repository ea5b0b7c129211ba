package renda.local.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

	private final Api api;

	private final String client;

	private final Progress progress;

	private final Map<String, Long> counts = new LinkedHashMap<>();

	private final List<String> refused = new ArrayList<>();

	/**
	 * @param api the platform
	 * @param client the client that may import
	 * @param progress told after each batch
	 */
	public RegulationImport(Api api, String client, Progress progress) {
		this.api = api;
		this.client = client;
		this.progress = progress;
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
			Api.Answer answer = this.api.post(PATH, "application/zip", TextFiles.zip(folder, batch), this.client);
			sent += batch.size();
			if (answer.accepted()) {
				add(answer.body());
				this.progress.say("已处理 %d/%d 个文件".formatted(sent, files.size()),
						"%d of %d files".formatted(sent, files.size()));
			}
			else {
				complete = false;
				this.progress.say("第 %d 个文件止的一批被拒绝".formatted(sent),
						"the batch up to file " + sent + " was refused: " + answer.problem());
			}
		}
		summarise();
		return complete;
	}

	private void add(JsonNode report) {
		JsonNode numbers = report.path("counts").isObject() ? report.path("counts") : report;
		numbers.properties().forEach((entry) -> {
			if (entry.getValue().isIntegralNumber()) {
				this.counts.merge(entry.getKey(), entry.getValue().asLong(), Long::sum);
			}
		});
		for (JsonNode file : report.path("files")) {
			String reason = file.path("reason").asString(file.path("detail").asString(""));
			if (!reason.isEmpty()) {
				this.refused.add(file.path("name").asString(file.path("file").asString("")) + ": " + reason);
			}
		}
	}

	private void summarise() {
		this.counts.forEach((name, count) -> this.progress.say("  " + count, name));
		this.refused.stream().limit(SHOWN).forEach((line) -> this.progress.say("  未收录", line));
		if (this.refused.size() > SHOWN) {
			this.progress.say("  ……另有 " + (this.refused.size() - SHOWN) + " 个", "and more");
		}
	}

}
