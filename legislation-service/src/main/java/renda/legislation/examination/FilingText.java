package renda.legislation.examination;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import renda.legislation.normative.FilingDocument;
import renda.legislation.parse.LegalTextReader;
import renda.legislation.parse.ReadResult;
import renda.legislation.reference.Reference;
import renda.legislation.reference.References;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;
import renda.legislation.text.RegulationTitle;

/**
 * Reads the words of a filed document: its articles, the words in it that lock it, and
 * what it refers to. A document without articles is read by its lines.
 */
public final class FilingText {

	private static final int AROUND = 30;

	private static final List<LockWord> LOCK_WORDS = lockWords();

	private FilingText() {
	}

	/**
	 * The document as a structured text, where it is one.
	 */
	static Optional<LegalText> read(FilingDocument document) {
		if (document.text().isBlank()) {
			return Optional.empty();
		}
		String words = document.text().strip();
		String source = words.startsWith("#") ? words : "# " + document.title() + "\n\n" + words;
		return (LegalTextReader.read(document.title(), source) instanceof ReadResult.Read read)
				? Optional.of(read.text()) : Optional.empty();
	}

	/**
	 * Its articles; its lines where it has none.
	 */
	static List<Passage> passages(FilingDocument document) {
		List<Node> articles = read(document).map(LegalText::articles).orElse(List.of());
		if (!articles.isEmpty()) {
			return articles.stream()
				.map((article) -> new Passage(article.id(), article.label(), article.plainText()))
				.toList();
		}
		List<Passage> lines = new ArrayList<>();
		document.text().lines().map(String::strip).forEach((line) -> {
			int number = lines.size() + 1;
			lines.add(new Passage("line_" + number, "第 " + number + " 行", line));
		});
		return lines.stream().filter((line) -> !line.words().isEmpty()).toList();
	}

	/**
	 * What locks a document: for each passage and kind the longest word found. A document
	 * whose words cannot be read is locked as a whole.
	 */
	public static List<FilingLock> locks(FilingDocument document) {
		List<FilingLock> locks = new ArrayList<>();
		if (document.text().isBlank()) {
			return List.of(new FilingLock(1, FilingLock.Kind.UNREADABLE, "", "FIL-05", "", "", "", null));
		}
		for (Passage passage : passages(document)) {
			Map<FilingLock.Kind, LockWord> found = new EnumMap<>(FilingLock.Kind.class);
			for (LockWord candidate : LOCK_WORDS) {
				if (passage.words().contains(candidate.word())) {
					found.putIfAbsent(candidate.kind(), candidate);
				}
			}
			found.values()
				.forEach((word) -> locks.add(new FilingLock(locks.size() + 1, word.kind(), word.word(), word.rule(),
						word.basis(), passage.label(), around(passage.words(), word.word()), null)));
		}
		return List.copyOf(locks);
	}

	/**
	 * Where it refers to other texts, and which it says it rests on.
	 */
	public static List<Cited> cited(FilingDocument document) {
		List<Cited> cited = new ArrayList<>();
		read(document).ifPresent((text) -> {
			Map<String, String> labels = new HashMap<>();
			text.articles().forEach((article) -> labels.put(article.id(), article.label()));
			for (Reference reference : References.find(text)) {
				if (!reference.title().isEmpty()) {
					cited.add(new Cited(reference.title(), reference.target(), reference.from(),
							labels.getOrDefault(Node.article(reference.from()), ""), reference.words()));
				}
			}
		});
		for (String title : document.materials().basis()) {
			String key = RegulationTitle.normalise(title.strip());
			if (cited.stream().noneMatch((known) -> known.title().equals(key))) {
				cited.add(new Cited(key, "", "", "", title));
			}
		}
		return List.copyOf(cited);
	}

	private static String around(String words, String word) {
		int at = words.indexOf(word);
		int from = Math.max(0, at - AROUND);
		int to = Math.min(words.length(), at + word.length() + AROUND);
		return words.substring(from, to).replace('\n', ' ');
	}

	private static List<LockWord> lockWords() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(Objects.requireNonNull(FilingText.class.getResourceAsStream("/filing/locks.csv")),
						StandardCharsets.UTF_8))) {
			return lines.lines()
				.skip(1)
				.map((line) -> line.split(",", 4))
				.map((cells) -> new LockWord(FilingLock.Kind.valueOf(cells[0]), cells[1], cells[2], cells[3]))
				.sorted(Comparator.comparingInt((LockWord word) -> -word.word().length()))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A part of a document.
	 */
	record Passage(String id, String label, String words) {
	}

	/**
	 * A place that refers to another text.
	 *
	 * @param title the other text's title, as titles are compared
	 * @param target the piece referred to; empty for the whole text
	 * @param from the piece that refers; empty for what the maker says it rests on
	 */
	@Schema(name = "FilingCited")
	public record Cited(String title, String target, String from, String label, String words) {
	}

	private record LockWord(FilingLock.Kind kind, String word, String rule, String basis) {
	}

}
