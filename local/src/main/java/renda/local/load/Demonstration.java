package renda.local.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import renda.local.demonstration.Lives;
import renda.local.demonstration.Registers;
import renda.local.demonstration.Roster;
import renda.local.demonstration.Term;
import renda.local.process.Progress;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demonstration: an ordered list of files, each posted to a path of the public API,
 * and then scenes that are played. Loading it again changes nothing.
 */
public final class Demonstration {

	private static final String FOLDER = "/demonstration/";

	private static final String ROSTER = "roster:";

	private static final String LIVES = "lives:";

	private static final String REGISTERS = "registers:";

	private static final String TERM = "term:";

	/** A copy of another service's data may not have come over by its feed yet. */
	private static final int ATTEMPTS = 20;

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final List<Step> steps;

	private final int attempts;

	private final Plays plays;

	/**
	 * One file.
	 *
	 * @param file the file beside the manifest; a {@code .list} names files beside
	 * itself, each with a tab and the name under which it goes into a ZIP archive,
	 * {@code roster:}, {@code lives:}, {@code registers:} and {@code term:} are made up
	 * when they are loaded
	 * @param path where it is posted
	 * @param contentType its media type
	 * @param client the demonstration client that posts it
	 * @param zh what it is, in Chinese
	 * @param en what it is, in English
	 */
	record Step(String file, String path, String contentType, String client, String zh, String en) {
	}

	Demonstration(List<Step> steps) {
		this(steps, 1, Plays.of("[]".getBytes(StandardCharsets.UTF_8)));
	}

	private Demonstration(List<Step> steps, int attempts, Plays plays) {
		this.steps = steps;
		this.attempts = attempts;
		this.plays = plays;
	}

	/**
	 * The demonstration of {@code demonstration/manifest.json}.
	 */
	public static Demonstration load() throws IOException {
		return new Demonstration(new JsonMapper().readValue(read("manifest.json"), new TypeReference<>() {
		}), ATTEMPTS, Plays.of(read("plays.json")));
	}

	/**
	 * Posts all files in order and plays the scenes. What is refused is reported and the
	 * next goes on.
	 * @return how many were refused
	 */
	public int post(Api api, Progress progress) throws IOException, InterruptedException {
		int refused = 0;
		for (Step step : this.steps) {
			Api.Answer answer = posted(api, step);
			if (answer.done()) {
				progress.say("  " + step.zh(), step.en());
			}
			else {
				refused++;
				progress.say("  未能载入 " + step.zh(), "not loaded: " + step.en() + ": " + answer.problem());
			}
		}
		return refused + this.plays.play(api, progress);
	}

	/**
	 * Posts a file, and again while rows of it were refused: rows that were taken change
	 * nothing the second time.
	 */
	private Api.Answer posted(Api api, Step step) throws IOException, InterruptedException {
		byte[] body = body(step.file());
		Api.Answer answer = api.finished(api.post(step.path(), step.contentType(), body, step.client()), step.client());
		for (int attempt = 1; attempt < this.attempts && !answer.done() && answer.accepted(); attempt++) {
			Thread.sleep(PAUSE);
			answer = api.finished(
					api.post(step.path(), step.contentType(), body, step.client(),
							"demonstration-" + step.file().hashCode() + "-" + attempt + "-" + System.nanoTime()),
					step.client());
		}
		return answer;
	}

	private static byte[] body(String name) throws IOException {
		if (name.startsWith(LIVES)) {
			return Lives.csv(name.substring(LIVES.length()));
		}
		if (name.startsWith(REGISTERS)) {
			return Registers.csv(name.substring(REGISTERS.length()));
		}
		if (name.startsWith(TERM)) {
			return Term.csv(name.substring(TERM.length()));
		}
		if (name.startsWith(ROSTER)) {
			return Roster.csv(name.substring(ROSTER.length()));
		}
		if (!name.endsWith(".list")) {
			return read(name);
		}
		String folder = name.substring(0, name.lastIndexOf('/') + 1);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (String line : new String(read(name), StandardCharsets.UTF_8).lines().toList()) {
				int tab = line.indexOf('\t');
				ZipEntry entry = new ZipEntry(line.substring(tab + 1));
				entry.setTime(0);
				zip.putNextEntry(entry);
				zip.write(read(folder + line.substring(0, tab)));
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	private static byte[] read(String name) throws IOException {
		try (InputStream in = Demonstration.class.getResourceAsStream(FOLDER + name)) {
			if (in == null) {
				throw new IOException("no such file in the demonstration: " + name);
			}
			return in.readAllBytes();
		}
	}

}
