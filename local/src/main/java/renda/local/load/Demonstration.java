package renda.local.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import renda.local.demonstration.Roster;
import renda.local.process.Progress;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demonstration: an ordered list of files, each posted to a path of the public API.
 * Loading it again changes nothing.
 */
public final class Demonstration {

	private static final String FOLDER = "/demonstration/";

	private static final String ROSTER = "roster:";

	private final List<Step> steps;

	/**
	 * One file.
	 *
	 * @param file the file beside the manifest; a {@code .list} names files beside
	 * itself, each with a tab and the name under which it goes into a ZIP archive, and
	 * {@code roster:} is made up when it is loaded
	 * @param path where it is posted
	 * @param contentType its media type
	 * @param client the demonstration client that posts it
	 * @param zh what it is, in Chinese
	 * @param en what it is, in English
	 */
	record Step(String file, String path, String contentType, String client, String zh, String en) {
	}

	Demonstration(List<Step> steps) {
		this.steps = steps;
	}

	/**
	 * The demonstration of {@code demonstration/manifest.json}.
	 */
	public static Demonstration load() throws IOException {
		return new Demonstration(new JsonMapper().readValue(read("manifest.json"), new TypeReference<>() {
		}));
	}

	/**
	 * Posts all files in order. A file that is refused is reported and the next one goes
	 * on.
	 * @return how many were refused
	 */
	public int post(Api api, Progress progress) throws IOException, InterruptedException {
		int refused = 0;
		for (Step step : this.steps) {
			Api.Answer answer = api
				.finished(api.post(step.path(), step.contentType(), body(step.file()), step.client()), step.client());
			if (answer.done()) {
				progress.say("  " + step.zh(), step.en());
			}
			else {
				refused++;
				progress.say("  未能载入 " + step.zh(), "not loaded: " + step.en() + ": " + answer.problem());
			}
		}
		return refused;
	}

	private static byte[] body(String name) throws IOException {
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
