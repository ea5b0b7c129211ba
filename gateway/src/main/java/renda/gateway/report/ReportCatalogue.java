package renda.gateway.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import renda.gateway.problem.Text;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/**
 * What the report says and which service counts it: {@code work-report.yml}.
 *
 * @param sections the parts of the report, in order
 */
record ReportCatalogue(List<Section> sections) {

	static final Pattern KEY = Pattern.compile("\\{([a-z0-9_]+)}");

	ReportCatalogue {
		Map<String, String> seen = new LinkedHashMap<>();
		for (Section section : sections) {
			for (Sentence sentence : section.sentences()) {
				for (String key : sentence.keys()) {
					String before = seen.put(key, sentence.service());
					if (before != null) {
						throw new IllegalArgumentException("work-report.yml names " + key + " twice");
					}
				}
			}
		}
	}

	static ReportCatalogue load() {
		try {
			MutablePropertySources sources = new MutablePropertySources();
			new YamlPropertySourceLoader().load("work-report", new ClassPathResource("work-report.yml"))
				.forEach(sources::addLast);
			return new Binder(ConfigurationPropertySources.from(sources))
				.bind("report", Bindable.of(ReportCatalogue.class))
				.get();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One part.
	 *
	 * @param title its heading
	 * @param sentences what it says
	 */
	record Section(Text title, List<Sentence> sentences) {
	}

	/**
	 * One sentence; {@code {key}} stands for the figure of that key.
	 *
	 * @param service who counts its figures
	 * @param zh in Chinese
	 * @param en in English, with the same keys
	 */
	record Sentence(String service, String zh, String en) {

		List<String> keys() {
			return KEY.matcher(this.zh).results().map((found) -> found.group(1)).toList();
		}

		String fill(String template, Map<String, String> words) {
			Matcher matcher = KEY.matcher(template);
			return matcher
				.replaceAll((found) -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
		}

	}

}
