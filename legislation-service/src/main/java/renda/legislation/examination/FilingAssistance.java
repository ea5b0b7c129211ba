package renda.legislation.examination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.normative.FilingDocument;
import renda.legislation.regulation.RegulationStatus;
import renda.legislation.search.SuperiorTexts.Article;
import renda.legislation.search.SuperiorTexts.Superior;
import renda.legislation.search.SuperiorTexts;
import renda.platform.city.CityProfile;

import org.springframework.stereotype.Service;

/**
 * Reads the register for a reviewer: what a document names, whether that has changed
 * since it was issued, and which articles are much like its own.
 */
@Service
public class FilingAssistance {

	/** How many texts are compared, and how many of their articles. */
	private static final int TEXTS = 12;

	private static final int ARTICLES = 2000;

	/**
	 * Below this share of common pairs of characters, two articles have nothing to do
	 * with each other.
	 */
	private static final double ALIKE = 0.35;

	private static final int BEST = 3;

	private static final String REGULATIONS = "/api/v1/legislation/regulations/";

	private final SuperiorTexts register;

	private final CityProfile city;

	private final Clock clock;

	FilingAssistance(SuperiorTexts register, CityProfile city, Clock clock) {
		this.register = register;
		this.city = city;
		this.clock = clock;
	}

	/**
	 * What a reviewer reads beside a document.
	 * @param locks the words that lock it
	 */
	public Mono<Assisted> of(FilingDocument document, List<FilingLock> locks) {
		LocalDate today = LocalDate.now(this.clock);
		Map<String, List<FilingText.Cited>> cited = new LinkedHashMap<>();
		FilingText.cited(document)
			.forEach((place) -> cited.computeIfAbsent(place.title(), (title) -> new ArrayList<>()).add(place));
		return Mono
			.zip(this.register.named(cited.keySet(), today), this.register.about(subject(document), today, TEXTS))
			.flatMap((found) -> {
				Map<UUID, Superior> texts = new LinkedHashMap<>();
				Stream.concat(found.getT1().stream(), found.getT2().stream())
					.filter((text) -> text.versionId() != null)
					.limit(TEXTS)
					.forEach((text) -> texts.putIfAbsent(text.id(), text));
				List<UUID> versions = texts.values()
					.stream()
					.map(Superior::versionId)
					.filter(Objects::nonNull)
					.toList();
				return this.register.articles(versions, ARTICLES)
					.map((articles) -> new Assisted(named(document, cited, found.getT1()),
							alike(FilingText.passages(document), articles, texts), locks));
			});
	}

	/**
	 * What a document is about: its title without the place and the form.
	 */
	String subject(FilingDocument document) {
		String title = document.title().replace(this.city.name().zh(), "").replaceAll("[《》〈〉（）()〔〕“”\"]", "");
		String core = title.replaceAll("^.*?关于", "").replaceAll("^(印发|公布|修改|废止)", "");
		String bare = core.replaceAll("(的通知|的公告|的决定|的决议|的意见)$", "").replaceAll("(暂行|试行)", "");
		bare = bare.replaceAll("(实施细则|管理办法|管理规定|实施办法|办法|规定|细则|规则|意见|通知|决定|决议)$", "");
		return (bare.length() >= 2) ? bare : title;
	}

	private static List<Named> named(FilingDocument document, Map<String, List<FilingText.Cited>> cited,
			List<Superior> known) {
		Map<String, Superior> byTitle = new HashMap<>();
		known.forEach((text) -> byTitle.put(text.key(), text));
		return cited.entrySet().stream().map((entry) -> {
			Superior text = byTitle.get(entry.getKey());
			LocalDate since = (text != null) ? text.effectiveOn() : null;
			return new Named(entry.getKey(), (text != null) ? REGULATIONS + text.id() + "/text" : null,
					(text != null) ? text.status() : null, since != null && since.isAfter(document.issuedOn()),
					entry.getValue());
		}).toList();
	}

	private static List<Alike> alike(List<FilingText.Passage> passages, List<Article> articles,
			Map<UUID, Superior> texts) {
		List<Set<Integer>> known = articles.stream().map((article) -> pairs(article.words())).toList();
		List<Alike> all = new ArrayList<>();
		for (FilingText.Passage passage : passages) {
			Set<Integer> own = pairs(passage.words());
			List<Match> matches = new ArrayList<>();
			for (int i = 0; i < articles.size(); i++) {
				double share = common(own, known.get(i));
				Superior text = texts.get(articles.get(i).regulationId());
				if (share >= ALIKE && text != null) {
					Article article = articles.get(i);
					matches.add(new Match(text.title(), article.label(), article.words(),
							Math.round(share * 100) / 100.0, REGULATIONS + text.id() + "/text#" + article.nodeId()));
				}
			}
			if (!matches.isEmpty()) {
				matches.sort(Comparator.comparingDouble(Match::likeness).reversed());
				all.add(new Alike(passage.label(), passage.words(), matches.stream().limit(BEST).toList()));
			}
		}
		return List.copyOf(all);
	}

	private static Set<Integer> pairs(String words) {
		Set<Integer> pairs = new HashSet<>();
		for (int i = 1; i < words.length(); i++) {
			pairs.add(words.charAt(i - 1) << 16 | words.charAt(i));
		}
		return pairs;
	}

	/**
	 * Dice's coefficient.
	 */
	private static double common(Set<Integer> one, Set<Integer> other) {
		if (one.isEmpty() || other.isEmpty()) {
			return 0;
		}
		Set<Integer> fewer = (one.size() < other.size()) ? one : other;
		Set<Integer> more = (fewer == one) ? other : one;
		return 2.0 * fewer.stream().filter(more::contains).count() / (one.size() + other.size());
	}

	/**
	 * What a reviewer reads beside a document.
	 *
	 * @param superior the texts it names
	 * @param similar its passages that are like articles of the register, which may be
	 * repeated or contradicted
	 * @param locks the words that lock it; none before its review has begun
	 */
	@Schema(name = "FilingAssisted")
	public record Assisted(List<Named> superior, List<Alike> similar, List<FilingLock> locks) {
	}

	/**
	 * A text that the document names.
	 *
	 * @param href its text; missing where the register has none
	 * @param status what it is today; missing where the register does not know it
	 * @param changedSince whether the version in force took effect after the document was
	 * issued
	 * @param places where it is named
	 */
	@Schema(name = "FilingSuperior")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Named(String title, @Nullable String href, @Nullable RegulationStatus status, boolean changedSince,
			List<FilingText.Cited> places) {
	}

	/**
	 * A passage and what is like it.
	 */
	@Schema(name = "FilingSimilar")
	public record Alike(String place, String words, List<Match> matches) {
	}

	/**
	 * An article that is like a passage.
	 *
	 * @param likeness the share of common pairs of characters, 0 to 1
	 */
	@Schema(name = "FilingMatch")
	public record Match(String title, String label, String words, double likeness, String href) {
	}

}
