package renda.legislation.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.format.FormatFixtures.node;

class AkomaNtosoFormatTest {

	private static final Path SCHEMA = Path.of("../../shared/schemas/akomantoso30.xsd");

	@Test
	void identifiesTheWorkTheExpressionAndTheManifestation() throws Exception {
		Document act = act(FormatFixtures.header(), FormatFixtures.lakes());
		assertThat(value(act, "//FRBRWork/FRBRuri/@value")).isEqualTo("/akn/cn/act/2012-06-29/0198c0de");
		assertThat(value(act, "//FRBRWork/FRBRalias/@value")).isEqualTo("某市湖泊保护条例");
		assertThat(value(act, "//FRBRExpression/FRBRuri/@value"))
			.isEqualTo("/akn/cn/act/2012-06-29/0198c0de/zho@2012-10-01");
		assertThat(value(act, "//FRBRExpression/FRBRversionNumber/@value")).isEqualTo("2018年修正");
		assertThat(value(act, "//FRBRManifestation/FRBRuri/@value")).endsWith("zho@2012-10-01.xml");
		assertThat(value(act, "//TLCOrganization[@eId='organ_1']/@showAs")).isEqualTo("某市人民代表大会常务委员会");
	}

	@Test
	void writesTheEventsAsALifecycle() throws Exception {
		Document act = act(FormatFixtures.header(), FormatFixtures.lakes());
		assertThat(value(act, "count(//lifecycle/eventRef)")).isEqualTo("2");
		assertThat(value(act, "//eventRef[1]/@type")).isEqualTo("generation");
		assertThat(value(act, "//eventRef[2]/@type")).isEqualTo("amendment");
		assertThat(value(act, "//eventRef[2]/@date")).isEqualTo("2018-08-29");
		assertThat(value(act, "concat('#', //passiveRef/@eId)")).isEqualTo(value(act, "//eventRef[2]/@source"));
		assertThat(value(act, "//passiveRef/@showAs")).isEqualTo("关于修改部分地方性法规的决定");
		assertThat(value(act, "//act/@contains")).isEqualTo("singleVersion");
	}

	@Test
	void keepsTheHierarchyAndTheIdsOfTheText() throws Exception {
		Document act = act(FormatFixtures.header(), FormatFixtures.lakes());
		String path = "//part[@eId='part_1']/chapter[@eId='chp_1']";
		assertThat(value(act, path + "/section/article[@eId='art_1']/paragraph[2]/content/p"))
			.isEqualTo("湖泊包括水库 & 湿地 <含人工湖>。");
		assertThat(value(act, path + "/article[@eId='art_2']/paragraph/intro/p")).isEqualTo("湖区内禁止：");
		assertThat(value(act, path + "/article/paragraph/point[1]/indent[2]/num")).isEqualTo("2.");
		assertThat(value(act, path + "/article[@eId='art_2-1']/num")).isEqualTo("第二条之一");
		assertThat(value(act, path + "/hcontainer/content/table/tr[2]/td[2]/p")).isEqualTo("103.5");
		assertThat(value(act, "//annex/heading")).isEqualTo("保护名录");
	}

	@Test
	void linksReferences() throws Exception {
		Document act = parsed(TextFormat.AKOMA_NTOSO.write(FormatFixtures.header(), FormatFixtures.lakes(),
				List.of(new FormatLink("art_2__para_1__item_2", 2, 5, "#art_1"))));
		assertThat(value(act, "//ref")).isEqualTo("第一条");
		assertThat(value(act, "//ref/@href")).isEqualTo("#art_1");
		assertThat(value(act, "//ref/..")).isEqualTo("违反第一条规定排放污水。");
	}

	@Test
	void dropsWhatXmlCannotHoldAndKeepsWhatItCan() throws Exception {
		Document act = act(FormatFixtures.hostileHeader(), FormatFixtures.hostile());
		assertThat(value(act, "//docTitle"))
			.isEqualTo("<script>alert(\"1\")</script>'&]]>103\ue010米\ufffdx\ufffd\ufffd\ufffd\ud83c\udfde 尾");
	}

	@Test
	void givesNoIdTwice() throws Exception {
		Document act = act(FormatFixtures.hostileHeader(), FormatFixtures.hostile());
		List<String> ids = new ArrayList<>();
		var nodes = act.getElementsByTagName("*");
		for (int i = 0; i < nodes.getLength(); i++) {
			var id = nodes.item(i).getAttributes().getNamedItem("eId");
			if (id != null) {
				ids.add(id.getNodeValue());
			}
		}
		assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(15).allMatch((id) -> id.matches("\\S+"));
	}

	@Test
	void validatesWhateverIsInTheText() throws Exception {
		Schema schema = schema();
		List<FormatLink> links = List.of(new FormatLink("p", 0, 1, "/laws?a=b#c#d"),
				new FormatLink("p", 2, 3, "https://例子.cn/[x]%zz \u0000"), new FormatLink("annex", 0, 9, "#x"));
		for (FormatHeader header : List.of(FormatFixtures.header(), FormatFixtures.hostileHeader(),
				FormatHeader.of(""))) {
			for (LegalText text : List.of(FormatFixtures.lakes(), FormatFixtures.hostile(), FormatFixtures.empty())) {
				validate(schema, TextFormat.AKOMA_NTOSO.write(header, text, links));
			}
		}
	}

	@Test
	void validatesEveryKindInsideEveryKind() throws Exception {
		Schema schema = schema();
		for (Node.Kind outer : Node.Kind.values()) {
			for (Node.Kind inner : Node.Kind.values()) {
				for (String words : List.of("", "| 甲 |")) {
					Node node = node(outer, "o", words, words, node(inner, "i", "", words),
							node(inner, "j", words, ""));
					LegalText text = new LegalText("某条例", List.of(), List.of(node), List.of());
					validate(schema, TextFormat.AKOMA_NTOSO.write(FormatHeader.of("x"), text, List.of()));
				}
			}
		}
	}

	private static Schema schema() throws SAXException {
		Assumptions.assumeTrue(Files.exists(SCHEMA), "the Akoma Ntoso schema is not here");
		SchemaFactory factory = SchemaFactory.newDefaultInstance();
		return factory.newSchema(SCHEMA.toFile());
	}

	private static void validate(Schema schema, byte[] xml) throws SAXException, IOException {
		schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
	}

	private static Document act(FormatHeader header, LegalText text) throws Exception {
		return parsed(TextFormat.AKOMA_NTOSO.write(header, text, List.of()));
	}

	private static Document parsed(byte[] xml) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
	}

	private static String value(Document document, String path) throws Exception {
		return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
	}

}
