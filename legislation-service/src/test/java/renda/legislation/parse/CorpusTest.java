package renda.legislation.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renda.legislation.reference.References;
import renda.legislation.text.LegalEvent;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads real texts where they lie beside the project, and counts them a second time by
 * the simplest means.
 */
class CorpusTest {

	private static final Pattern ARTICLE = Pattern.compile("(?m)^第[一二三四五六七八九十百千零]+条 ");

	private static final Pattern CHAPTER = Pattern.compile("(?m)^#+ 第[一二三四五六七八九十]+章");

	private static final Pattern DAY = Pattern.compile("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日");

	/**
	 * Texts with an article or chapters that stand where no line shows them: articles,
	 * chapters more.
	 */
	private static final Map<String, List<Integer>> HIDDEN = Map.ofEntries(Map.entry("郑州市社会急救医疗条例", List.of(1, 1)),
			Map.entry("郑州市城乡规划管理条例", List.of(0, 1)), Map.entry("郑州市城市公共汽车客运条例", List.of(0, 3)),
			Map.entry("郑州市市区滨河公园建设管理条例", List.of(0, 1)), Map.entry("郑州市政府投资项目管理条例", List.of(0, 3)),
			Map.entry("郑州市殡葬管理条例", List.of(0, 1)), Map.entry("郑州市燃气管理条例", List.of(0, 2)),
			Map.entry("郑州市物业管理条例", List.of(0, 1)), Map.entry("郑州市贾鲁河保护条例", List.of(0, 1)),
			Map.entry("河南省实施《中华人民共和国各级人民代表大会常务委员会监督法》办法", List.of(0, 8)));

	@ParameterizedTest
	@ValueSource(strings = { "regulations/zhengzhou", "statutes" })
	void countsArticlesChaptersAndEventsRight(String folder) throws IOException {
		for (Path file : files(folder)) {
			String source = Files.readString(file);
			LegalText text = read(file);
			String head = source.substring(0, source.indexOf("<!-- INFO END -->"));
			List<Integer> hidden = HIDDEN.getOrDefault(text.title(), List.of(0, 0));
			assertThat(text.articles()).as(file + " articles").hasSize(count(ARTICLE, source) + hidden.get(0));
			assertThat(text.nodes().filter((node) -> node.kind() == Node.Kind.CHAPTER)).as(file + " chapters")
				.hasSize(count(CHAPTER, source) + hidden.get(1));
			assertThat(text.events()).as(file + " events").hasSize(count(DAY, head));
			assertThat(text.events()).as(file + " events")
				.noneMatch((event) -> event.kind() == LegalEvent.Kind.UNCLASSIFIED || event.date() == null
						|| (event.organ().isEmpty() && !event.text().matches(".*(公布|施行)")));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "regulations/zhengzhou", "statutes" })
	void losesNoWordOfTheBody(String folder) throws IOException {
		for (Path file : files(folder)) {
			String source = Files.readString(file);
			LegalText text = read(file);
			StringBuilder read = new StringBuilder();
			text.nodes().forEach((node) -> read.append(node.label()).append(node.text()));
			String body = squeeze(source.substring(source.indexOf("<!-- INFO END -->") + 17));
			String title = squeeze(text.title());
			assertThat(squeeze(read.toString())).as(file.toString())
				.isEqualTo(body.startsWith(title) ? body.substring(title.length()) : body);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "regulations/zhengzhou", "statutes" })
	void givesEveryPieceItsOwnIdAndFindsWhatIsReferredTo(String folder) throws IOException {
		for (Path file : files(folder)) {
			LegalText text = read(file);
			List<String> ids = text.nodes().map(Node::id).toList();
			assertThat(ids).as(file.toString()).doesNotHaveDuplicates();
			assertThat(References.find(text)).as(file.toString())
				.allMatch((reference) -> !reference.title().isEmpty() || ids.contains(reference.target()));
		}
	}

	private static LegalText read(Path file) throws IOException {
		ReadResult result = LegalTextReader.read(file.getFileName().toString(), Files.readAllBytes(file));
		assertThat(result).as(file.toString()).isInstanceOf(ReadResult.Read.class);
		return ((ReadResult.Read) result).text();
	}

	private static String squeeze(String words) {
		return words.replaceAll("(?m)^#+", "").replaceAll("[\\s\u3000\u200b\u00a0]+", "");
	}

	private static int count(Pattern pattern, String words) {
		return (int) pattern.matcher(words).results().count();
	}

	private static List<Path> files(String folder) throws IOException {
		Path path = Path.of("../../shared", folder);
		Assumptions.assumeTrue(Files.isDirectory(path), "the texts are not beside the project");
		try (Stream<Path> files = Files.list(path)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
	}

}
