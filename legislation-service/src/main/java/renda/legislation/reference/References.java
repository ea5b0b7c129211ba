package renda.legislation.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import renda.legislation.text.LegalText;
import renda.legislation.text.Node;
import renda.legislation.text.RegulationTitle;

/**
 * Finds cross references: 第十条第二款第（三）项, 前款, 本条例第五条, 《工会法》第九条.
 */
public final class References {

	private static final Pattern ALIAS = Pattern
		.compile("》[（(]以下(?:简称|称)(?:为)?[：:]?[《“\"]?([^《》“”\"（）()]{2,30})[》”\"]?[）)]");

	private static final Pattern AMENDS = Pattern.compile("关于(?:修改|修正|修订)[《〈<＜](.{2,60})[》〉>＞]的?");

	private References() {
	}

	/**
	 * All references in the words of a text, in the order of the text.
	 * @param text the text
	 * @return the references; a range of articles gives one for each article in it
	 */
	public static List<Reference> find(LegalText text) {
		ReferenceTargets targets = new ReferenceTargets(text);
		String home = "";
		if (text.articles().isEmpty()) {
			Matcher amends = AMENDS.matcher(text.title());
			home = amends.find() ? RegulationTitle.normalise(amends.group(1)) : "";
		}
		ReferenceScanner.Names names = new ReferenceScanner.Names(RegulationTitle.normalise(text.title()), home,
				aliases(text));
		List<Reference> references = new ArrayList<>();
		for (ReferenceTargets.Place place : targets.places()) {
			List<Reference> found = new ReferenceScanner(place, targets, names).scan();
			found.sort(Comparator.comparingInt(Reference::start));
			references.addAll(found);
		}
		return List.copyOf(references);
	}

	/** Short names a text gives to others: 《X》（以下简称《Y》）. */
	private static Map<String, String> aliases(LegalText text) {
		Map<String, String> aliases = new HashMap<>();
		text.nodes().map(Node::text).filter((words) -> words.contains("以下")).forEach((words) -> {
			Matcher matcher = ALIAS.matcher(words);
			while (matcher.find()) {
				int open = opening(words, matcher.start());
				String title = (open < 0) ? "" : words.substring(open + 1, matcher.start());
				if (RegulationTitle.legal(title)) {
					aliases.put(RegulationTitle.normalise(matcher.group(1)), RegulationTitle.normalise(title));
				}
			}
		});
		return aliases;
	}

	private static int opening(String words, int close) {
		int depth = 0;
		for (int i = close; i >= 0 && close - i < 400; i--) {
			char c = words.charAt(i);
			if (c == '》') {
				depth++;
			}
			else if (c == '《' && --depth == 0) {
				return i;
			}
		}
		return -1;
	}

}
