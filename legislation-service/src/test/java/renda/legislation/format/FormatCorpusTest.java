package renda.legislation.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import renda.legislation.text.LegalText;
import renda.legislation.parse.LegalTextReader;
import renda.legislation.text.Node;
import renda.legislation.parse.ReadResult;
import renda.legislation.compare.TextDiff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes out and compares the real texts, where they are at hand.
 */
class FormatCorpusTest {

	private static final Path SHARED = Path.of("../../shared");

	private static final List<LegalText> TEXTS = new ArrayList<>();

	@BeforeAll
	static void readsTheTexts() throws IOException {
		Assumptions.assumeTrue(Files.isDirectory(SHARED.resolve("statutes")), "the texts are not here");
		try (Stream<Path> files = Stream.of("statutes", "regulations")
			.flatMap((folder) -> files(SHARED.resolve(folder)))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".md")).sorted().toList()) {
				if (LegalTextReader.read(file.getFileName().toString(),
						Files.readAllBytes(file)) instanceof ReadResult.Read(LegalText text)) {
					TEXTS.add(text);
				}
			}
		}
		assertThat(TEXTS).hasSizeGreaterThan(80);
	}

	private static Stream<Path> files(Path folder) {
		try {
			return Files.walk(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void markdownReadsBackAsTheSameText() {
		for (LegalText text : TEXTS) {
			String markdown = FormatFixtures.written(TextFormat.MARKDOWN, FormatHeader.of("x"), text);
			assertThat(LegalTextReader.read("x.md", markdown)).as(text.title())
				.isInstanceOfSatisfying(ReadResult.Read.class, (read) -> {
					assertThat(read.text().title()).isEqualTo(text.title());
					assertThat(read.text().body()).isEqualTo(text.body());
					assertThat(read.text().events()).isEqualTo(text.events());
				});
		}
	}

	@Test
	void everyActValidates() throws Exception {
		Path schema = SHARED.resolve("schemas/akomantoso30.xsd");
		Assumptions.assumeTrue(Files.exists(schema), "the Akoma Ntoso schema is not here");
		Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
			.newSchema(schema.toFile())
			.newValidator();
		for (LegalText text : TEXTS) {
			byte[] act = TextFormat.AKOMA_NTOSO.write(FormatHeader.of("x"), text, List.of());
			validator.validate(new StreamSource(new ByteArrayInputStream(act)));
		}
	}

	@Test
	void htmlAndPlainTextHoldEveryWord() {
		for (LegalText text : TEXTS) {
			String plain = FormatFixtures.written(TextFormat.PLAIN_TEXT, FormatHeader.of("x"), text);
			String html = FormatFixtures.written(TextFormat.HTML, FormatHeader.of("x"), text);
			text.nodes().forEach((node) -> {
				assertThat(plain).contains(FormatText.xml(node.text()));
				assertThat(html).contains("id=\"" + FormatText.html(node.id()) + "\"");
				if (node.kind() != Node.Kind.TABLE) {
					assertThat(html).contains(FormatText.html(node.text()));
				}
			});
		}
	}

	@Test
	void docxHoldsEveryParagraph() throws IOException {
		for (LegalText text : TEXTS.subList(0, 12)) {
			byte[] docx = TextFormat.DOCX.write(FormatHeader.of("x"), text, List.of());
			try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
				long pieces = text.nodes().filter((node) -> node.kind() == Node.Kind.ITEM).count();
				assertThat(document.getParagraphs()).hasSizeGreaterThan((int) pieces + text.articles().size());
			}
		}
	}

	@Test
	void aTextIsTheSameAsItself() {
		for (LegalText text : TEXTS) {
			assertThat(TextDiff.between(text, text).same()).as(text.title()).isTrue();
		}
	}

	@Test
	void everyArticleOfTwoVersionsIsAccountedFor() throws IOException {
		for (String[] pair : new String[][] { { "立法法(2015-03-15)", "立法法(2023-03-13)" },
				{ "各级人民代表大会常务委员会监督法(2006-08-27)", "各级人民代表大会常务委员会监督法(2024-11-08)" } }) {
			LegalText from = statute(pair[0]);
			LegalText to = statute(pair[1]);
			TextDiff diff = TextDiff.between(from, to);
			assertThat(diff.articles().stream().filter((change) -> change.from() != null))
				.hasSize(from.articles().size());
			assertThat(diff.articles().stream().filter((change) -> change.to() != null)).hasSize(to.articles().size());
			assertThat(diff.summary().moved()).isLessThan(8);
		}
	}

	private static LegalText statute(String name) throws IOException {
		byte[] bytes = Files.readAllBytes(SHARED.resolve("statutes/" + name + ".md"));
		return ((ReadResult.Read) LegalTextReader.read(name, new String(bytes, StandardCharsets.UTF_8))).text();
	}

}
