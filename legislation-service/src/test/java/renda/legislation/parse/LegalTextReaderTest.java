package renda.legislation.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renda.legislation.parse.ReadResult.Reason;
import renda.legislation.reference.References;
import renda.legislation.text.Commencement;
import renda.legislation.text.LegalEvent;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;
import renda.legislation.text.Warning;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.parse.ReaderFixtures.HEAD;
import static renda.legislation.parse.ReaderFixtures.codes;
import static renda.legislation.parse.ReaderFixtures.read;

class LegalTextReaderTest {

	private static final String TEXT = HEAD + "第一条 为了公园，制定本条例。\n\n第二条 本条例自公布之日起施行。\n";

	@Test
	void readsTitleEventsAndArticles() {
		LegalText text = read(TEXT);
		assertThat(text.title()).isEqualTo("某市公园条例");
		assertThat(text.events()).hasSize(2);
		assertThat(text.articles()).hasSize(2);
		assertThat(text.warnings()).isEmpty();
	}

	@Test
	void readsPlainTextWithoutMarks() {
		LegalText text = read("""
				某市公园条例
				（2001年1月12日某市第十一届人民代表大会第三次会议通过
				2001年3月30日某省第九届人民代表大会常务委员会第二十一次会议批准）
				目　　录
				第一章　总则
				第二章　附则
				第一章　总则
				　　第一条　为了公园，制定本条例。
				　　第二条　公园应当开放。
				第二章　附则
				　　第三条　本条例自2001年5月1日起施行。
				""");
		assertThat(text.title()).isEqualTo("某市公园条例");
		assertThat(text.events()).extracting(LegalEvent::kind)
			.containsExactly(LegalEvent.Kind.ADOPTED, LegalEvent.Kind.APPROVED);
		assertThat(text.articles()).hasSize(3);
		assertThat(text.body()).extracting(Node::text).containsExactly("总则", "附则");
		assertThat(codes(text)).contains(Warning.Code.NO_MARKER, Warning.Code.CONTENTS_LEFT_OUT);
	}

	@Test
	void readsATitleOfTwoLines() {
		LegalText text = read("某市人民代表大会常务委员会\n讨论决定重大事项的规定\n（2001年1月1日通过）\n第一条 甲。\n");
		assertThat(text.title()).isEqualTo("某市人民代表大会常务委员会讨论决定重大事项的规定");
		assertThat(text.events()).hasSize(1);
	}

	@Test
	void tellsVolumesOfOneCodeApart() {
		LegalText text = read(
				"# 某国民法典\n\n# 第一编 总则\n\n2020年5月28日 某会第三次会议通过\n\n<!-- INFO END -->\n\n## 第一章 基本规定\n\n第一条 甲。\n");
		assertThat(text.title()).isEqualTo("某国民法典 第一编 总则");
		assertThat(text.events()).hasSize(1);
		assertThat(text.body()).extracting(Node::id).containsExactly("prt_1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\r", "\u2028" })
	void readsTheLineEndsOfOtherSystems(String end) {
		assertThat(read(TEXT.replace("\n", end))).isEqualTo(read(TEXT));
	}

	@Test
	void passesOverAByteOrderMark() {
		assertThat(read("\ufeff" + TEXT).title()).isEqualTo("某市公园条例");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "GBK", "GB18030", "UTF-16" })
	void findsTheEncoding(String charset) {
		assertThat(LegalTextReader.read("a.txt", TEXT.getBytes(Charset.forName(charset))))
			.isEqualTo(new ReadResult.Read(read(TEXT)));
	}

	@Test
	void refusesAnUnknownEncoding() {
		byte[] latin = "Ünïcödé wörds, ñö Çhinêsé ât äll, but äccénts évérywhère".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(refusal("a.txt", latin)).isEqualTo(Reason.ENCODING);
		assertThat(refusal("a.txt", TEXT.getBytes(Charset.forName("Big5-HKSCS")))).isEqualTo(Reason.ENCODING);
	}

	@ParameterizedTest
	@CsvSource({ "_index.md,INDEX", "README.md,README", "法律法规模版.md,TEMPLATE", "folder\\_index.md,INDEX" })
	void refusesByName(String name, Reason reason) {
		assertThat(refusal(name, TEXT)).isEqualTo(reason);
	}

	@Test
	void refusesWhatIsEmptyOrBinaryOrBroken() {
		assertThat(refusal("a.md", "")).isEqualTo(Reason.EMPTY);
		assertThat(refusal("a.md", " \n\u3000\n\ufeff")).isEqualTo(Reason.EMPTY);
		assertThat(refusal("a.md", new byte[0])).isEqualTo(Reason.EMPTY);
		assertThat(refusal("a.md", "%PDF-1.7\n…".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.BINARY);
		assertThat(refusal("a.md", "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.BINARY);
		assertThat(refusal("a.md", TEXT + "\u0000")).isEqualTo(Reason.BROKEN_CHARACTERS);
		assertThat(refusal("a.md", TEXT + "\ud800")).isEqualTo(Reason.BROKEN_CHARACTERS);
		assertThat(refusal("a.md", TEXT + "\udc00x")).isEqualTo(Reason.BROKEN_CHARACTERS);
	}

	@Test
	void refusesACourtCase() {
		String words = "# 甲公司诉乙公司合同纠纷案\n\n2019年1月1日 最高某院审判委员会讨论通过发布\n\n<!-- INFO END -->\n\n## 关键词\n\n民事 合同\n\n## 裁判要点\n\n丙。\n";
		assertThat(refusal("甲公司诉乙公司合同纠纷案.md", words)).isEqualTo(Reason.COURT_CASE);
	}

	@Test
	void readsARegulationAboutCases() {
		assertThat(read("# 关于案例指导工作的规定\n\n<!-- INFO END -->\n\n第一条 甲。\n").articles()).hasSize(1);
	}

	@Test
	void refusesAFileThatIsNotARegulation() {
		assertThat(refusal("a.md", "# 会议记录\n\n今天讨论了公园。\n")).isEqualTo(Reason.NOT_LEGAL);
		assertThat(refusal("a.md", "# 购物清单\n\n一、苹果\n\n二、梨\n")).isEqualTo(Reason.NOT_LEGAL);
		assertThat(refusal("a.md", "第一条 没有标题。\n")).isEqualTo(Reason.NO_TITLE);
		assertThat(refusal("a.md", "# 法规目录\n\n- [甲条例](a.md)\n- [乙条例](b.md)\n")).isEqualTo(Reason.INDEX);
	}

	@Test
	void saysWhyInBothLanguages() {
		assertThat(Reason.values()).allSatisfy((reason) -> {
			assertThat(reason.chinese()).isNotBlank();
			assertThat(reason.english()).isNotBlank();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "《", "第一条", "第", "(", "## x\n", "## 第一章 甲\n", "附件\n", "2001年1月1日", "，", "前款", "第一条至",
			"第一条 甲\n", "一", " ", "| a |\n", "某\n", "1.", "第二章 ", "《关于》2001年1月1日通过", "以下简称（", "）" })
	void readsFiveMegabytesOfAnythingInLinearWork(String piece) {
		String flood = piece.repeat(5_000_000 / piece.length() / 3);
		LegalText head = read("# 某市公园条例\n" + flood + "\n<!-- INFO END -->\n第一条 甲。\n");
		LegalText body = read(HEAD + "第一条 甲。\n" + flood + "\n第五条 乙。\n");
		assertThat(head.title()).startsWith("某市公园条例");
		assertThat(body.articles()).isNotEmpty();
		assertThat(body.warnings()).hasSizeLessThanOrEqualTo(500);
		assertThat(References.find(body)).isNotNull();
		assertThat(Commencement.of(body)).isNotNull();
	}

	private static Reason refusal(String name, String source) {
		return refusal(LegalTextReader.read(name, source));
	}

	private static Reason refusal(String name, byte[] bytes) {
		return refusal(LegalTextReader.read(name, bytes));
	}

	private static Reason refusal(ReadResult result) {
		assertThat(result).isInstanceOf(ReadResult.Refused.class);
		return ((ReadResult.Refused) result).reason();
	}

}
