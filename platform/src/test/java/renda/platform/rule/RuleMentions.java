package renda.platform.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the sources of the project name rules: in main sources a string that is an id and
 * nothing else, outside comments; in tests the id anywhere. A test counts where it stands
 * in a module that enforces the rule, or runs the whole product. The rule book and its
 * own tests do not count: they name rules as data.
 */
final class RuleMentions {

	private static final String OWN_PACKAGE = "/renda/platform/rule/";

	private static final Pattern TOKEN = Pattern.compile("""
			\"""[\\s\\S]*?\"""|"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])+'|//[^\\n]*|/\\*[\\s\\S]*?\\*/""");

	private static final String WHOLE_PRODUCT = "local";

	private final Map<String, Set<Mention>> enforced = new TreeMap<>();

	private final Map<String, Set<Mention>> shown = new TreeMap<>();

	private RuleMentions() {
	}

	/**
	 * Reads all modules of the project.
	 * @param project the project's folder
	 * @param prefixes the beginnings of the ids: SUG, PET, …
	 */
	static RuleMentions in(Path project, Collection<String> prefixes) {
		RuleMentions mentions = new RuleMentions();
		Pattern id = id(prefixes);
		try (Stream<Path> modules = Files.list(project)) {
			for (Path module : modules.filter((folder) -> Files.exists(folder.resolve("pom.xml"))).toList()) {
				read(module, "src/main/java", (source) -> literals(source, id), mentions.enforced);
				read(module, "src/test/java", (source) -> words(source, id), mentions.shown);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return mentions;
	}

	static Pattern id(Collection<String> prefixes) {
		return Pattern.compile("\\b(?:" + String.join("|", prefixes) + ")-\\d\\d\\b");
	}

	/**
	 * The ids in a main source.
	 */
	static List<String> literals(String source, Pattern id) {
		return TOKEN.matcher(source)
			.results()
			.map(MatchResult::group)
			.filter((token) -> token.startsWith("\"") && !token.startsWith("\"\"\""))
			.map((token) -> token.substring(1, token.length() - 1))
			.filter((word) -> id.matcher(word).matches())
			.toList();
	}

	/**
	 * The ids in a test source.
	 */
	static List<String> words(String source, Pattern id) {
		return id.matcher(source).results().map(MatchResult::group).toList();
	}

	/**
	 * The classes that enforce a rule: {@code roster.Decision}.
	 */
	Set<String> enforcing(String rule) {
		return names(this.enforced.getOrDefault(rule, Set.of()).stream());
	}

	/**
	 * The tests that show a rule at work.
	 */
	Set<String> showing(String rule) {
		Set<String> modules = this.enforced.getOrDefault(rule, Set.of())
			.stream()
			.map(Mention::module)
			.collect(Collectors.toSet());
		return names(this.shown.getOrDefault(rule, Set.of())
			.stream()
			.filter((mention) -> modules.contains(mention.module())
					|| (mention.module().equals(WHOLE_PRODUCT) && !modules.isEmpty())));
	}

	private static Set<String> names(Stream<Mention> mentions) {
		return mentions.map(Mention::name).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * All rules that main sources name.
	 */
	Set<String> enforced() {
		return this.enforced.keySet();
	}

	private static void read(Path module, String folder, Function<String, List<String>> ids,
			Map<String, Set<Mention>> into) throws IOException {
		Path sources = module.resolve(folder);
		if (!Files.isDirectory(sources)) {
			return;
		}
		try (Stream<Path> files = Files.walk(sources)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java"))
				.filter((path) -> !path.toString().replace('\\', '/').contains(OWN_PACKAGE))
				.toList()) {
				Mention mention = new Mention(module.getFileName().toString(),
						file.getParent().getFileName() + "." + file.getFileName().toString().replace(".java", ""));
				ids.apply(Files.readString(file))
					.forEach((rule) -> into.computeIfAbsent(rule, (key) -> new HashSet<>()).add(mention));
			}
		}
	}

	private record Mention(String module, String name) {
	}

}
