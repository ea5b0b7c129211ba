package renda.local.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import renda.local.process.Progress;

/**
 * Plays scenes of the demonstration through the public API, each step by whoever takes it
 * in life. A scene that is there already is left as it is.
 */
final class Plays {

	private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)([.+-])?([A-Za-z0-9]+)?}");

	private static final int TRIES = 40;

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final List<Scene> scenes;

	private final JsonMapper json = new JsonMapper();

	/**
	 * A scene.
	 *
	 * @param zh what it shows, in Chinese
	 * @param en what it shows, in English
	 * @param unless a list that is empty as long as the scene was not played
	 * @param client who asks for that list
	 * @param acts what happens, in order
	 */
	record Scene(String zh, String en, String unless, String client, List<Act> acts) {
	}

	/**
	 * One request.
	 *
	 * @param client who sends it
	 * @param post where to; a case is opened or something registered
	 * @param on the name of a case, for a step on it
	 * @param step the step
	 * @param body the body; {@code ${name.member}} stands for what was answered before,
	 * {@code ${today-5}} for a day
	 * @param as the name by which later acts know the answer
	 * @param at where the thing is that the answer speaks of, where that is not what was
	 * created
	 * @param patiently whether it is tried again for a while: what it needs comes over by
	 * another service's feed
	 */
	record Act(String client, @Nullable String post, @Nullable String on, @Nullable String step,
			@Nullable JsonNode body, @Nullable String as, @Nullable String at, @Nullable Boolean patiently) {
	}

	private Plays(List<Scene> scenes) {
		this.scenes = scenes;
	}

	static Plays of(byte[] scenes) {
		return new Plays(new JsonMapper().readValue(scenes, new TypeReference<>() {
		}));
	}

	/**
	 * Plays all scenes.
	 * @return how many could not be played to their end
	 */
	int play(Api api, Progress progress) throws IOException, InterruptedException {
		int failed = 0;
		for (Scene scene : this.scenes) {
			Api.Answer known = api.get(scene.unless(), scene.client());
			if (known.accepted() && !known.body().path("items").isEmpty()) {
				continue;
			}
			String problem = new Stage(api).play(scene);
			if (problem.isEmpty()) {
				progress.say("  " + scene.zh(), scene.en());
			}
			else {
				failed++;
				progress.say("  未能演示 " + scene.zh(), "not played: " + scene.en() + ": " + problem);
			}
		}
		return failed;
	}

	/**
	 * What has happened in one scene so far.
	 */
	private final class Stage {

		private final Api api;

		private final Map<String, JsonNode> answers = new HashMap<>();

		private final Map<String, String> places = new HashMap<>();

		Stage(Api api) {
			this.api = api;
		}

		/**
		 * @return what went wrong; empty for nothing
		 */
		String play(Scene scene) throws IOException, InterruptedException {
			for (int i = 0; i < scene.acts().size(); i++) {
				Act act = scene.acts().get(i);
				Api.Answer answer = sent(act);
				for (int tries = 1; !answer.accepted() && Boolean.TRUE.equals(act.patiently())
						&& tries < TRIES; tries++) {
					Thread.sleep(PAUSE);
					answer = sent(act);
				}
				if (!answer.accepted()) {
					return "act " + (i + 1) + ": " + answer.problem();
				}
				remember(act, answer);
			}
			return "";
		}

		private Api.Answer sent(Act act) throws IOException, InterruptedException {
			return (act.on() != null) ? stepped(act) : posted(act);
		}

		private Api.Answer posted(Act act) throws IOException, InterruptedException {
			byte[] body = body(act);
			return this.api.post(filled(required(act.post())), "application/json", body, act.client(),
					"scene-" + UUID.randomUUID());
		}

		private Api.Answer stepped(Act act) throws IOException, InterruptedException {
			String place = required(this.places.get(act.on()));
			return this.api.act(place + "/" + act.step(), body(act), act.client(),
					this.api.get(place, act.client()).body().path("version").asLong());
		}

		private void remember(Act act, Api.Answer answer) {
			String name = (act.as() != null) ? act.as() : act.on();
			if (name != null) {
				this.answers.put(name, answer.body());
				if (act.at() != null) {
					this.places.put(name, filled(act.at()));
				}
				else if (act.post() != null) {
					this.places.put(name, filled(act.post()) + "/" + answer.body().path("id").asString());
				}
			}
		}

		private byte[] body(Act act) {
			String text = (act.body() != null) ? Plays.this.json.writeValueAsString(act.body()) : "{}";
			return filled(text).getBytes(StandardCharsets.UTF_8);
		}

		private String filled(String text) {
			Matcher matcher = VARIABLE.matcher(text);
			return matcher
				.replaceAll((found) -> Matcher.quoteReplacement(value(found.group(1), found.group(2), found.group(3))));
		}

		private String value(String name, @Nullable String sign, @Nullable String member) {
			if (name.equals("today")) {
				long days = (member != null) ? Long.parseLong(member) : 0;
				return LocalDate.now(CITY).plusDays("-".equals(sign) ? -days : days).toString();
			}
			return required(this.answers.get(name)).path(required(member)).asString();
		}

		private static <T> T required(@Nullable T value) {
			if (value == null) {
				throw new IllegalStateException("a scene of the demonstration speaks of what is not there");
			}
			return value;
		}

	}

}
