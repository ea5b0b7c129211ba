package renda.legislation.reference;

import java.util.List;

import org.junit.jupiter.api.Test;
import renda.legislation.parse.ReaderFixtures;
import renda.legislation.text.LegalText;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.parse.ReaderFixtures.body;
import static renda.legislation.parse.ReaderFixtures.node;

class ReferencesTest {

	private static final String ARTICLES = """
			第一条 甲。

			乙：

			（一）丙；

			1、子；

			（二）丁。

			第一条之一 戊。

			第二条 己。

			第三条 庚。

			第四条 辛。

			""";

	@Test
	void findsArticlesParagraphsItemsAndPoints() {
		assertThat(found("违反本条例第一条第二款第（一）项第1目、第一条之一的"))
			.containsExactly("本条例第一条第二款第（一）项第1目 → art_1__para_2__item_1__point_1", "第一条之一 → art_1-1");
	}

	@Test
	void findsAnItemWhoseParagraphIsNotNamed() {
		assertThat(found("违反第一条第二项规定的")).containsExactly("第一条第二项 → art_1__para_2__item_2");
	}

	@Test
	void resolvesAsFarAsThePieceExists() {
		assertThat(found("违反第二条第九款第一项规定的")).containsExactly("第二条第九款第一项 → art_2");
	}

	@Test
	void findsListsAndRanges() {
		assertThat(found("依照第一条、第三条和第四条")).containsExactly("第一条 → art_1", "第三条 → art_3", "第四条 → art_4");
		assertThat(found("依照第一条至第四条的规定")).containsExactly("第一条 → art_1", " → art_2", " → art_3", "第四条 → art_4");
		assertThat(found("违反第一条第一款、第二款第二项、第四条")).containsExactly("第一条第一款 → art_1__para_1",
				"第二款第二项 → art_1__para_2__item_2", "第四条 → art_4");
	}

	@Test
	void findsRelativeReferences() {
		LegalText text = body(ARTICLES + "第五条 甲，依照前条。\n\n依照前款、本条第一款。\n\n依照前两款。\n\n（一）乙；\n\n（二）前项规定的。\n");
		assertThat(all(text)).containsExactly("前条 → art_4", "前款 → art_5__para_1", "本条第一款 → art_5__para_1",
				" → art_5__para_1", "前两款 → art_5__para_2", "前项 → art_5__para_3__item_1");
	}

	@Test
	void doesNotTakeOtherWordsForReferences() {
		assertThat(found("提前款项支付，目前条件下本条约与本条例均适用，第一项目和当前项目除外")).isEmpty();
	}

	@Test
	void findsOtherTextsByTitle() {
		assertThat(found("依照《中华人民共和国工会法》第九条、第十条第一款和《某省实施〈工会法〉办法》")).containsExactly("《中华人民共和国工会法》第九条 → 工会法#art_9",
				"第十条第一款 → 工会法#art_10__para_1", "《某省实施〈工会法〉办法》 → 某省实施《工会法》办法#");
	}

	@Test
	void findsOtherTextsWithoutBrackets() {
		assertThat(found("依照预算法第六十六条处理，构成犯罪的适用刑法第一百条")).containsExactly("预算法第六十六条 → 预算法#art_66", "刑法第一百条 → 刑法#art_100");
	}

	@Test
	void leavesOutFormsAndCertificates() {
		assertThat(found("应当领取《房屋所有权证》和《施工许可证》")).isEmpty();
	}

	@Test
	void takesItsOwnTitleForItself() {
		assertThat(found("依照《某市公园条例》第四条")).containsExactly("《某市公园条例》第四条 → art_4");
	}

	@Test
	void followsShortNames() {
		LegalText text = body("第一条 根据《中华人民共和国各级人大监督法》（以下简称监督法），制定本条例。\n\n第二条 依照监督法第五条。\n");
		assertThat(all(text)).containsExactly("《中华人民共和国各级人大监督法》 → 各级人大监督法#", "监督法第五条 → 各级人大监督法#art_5");
	}

	@Test
	void givesTheArticlesOfAnAmendingDecisionToTheTextAmended() {
		LegalText text = ReaderFixtures
			.read("# 关于修改〈某市公园条例〉的决定\n\n2001年1月1日 某会第一次会议通过\n\n<!-- INFO END -->\n\n一、将第三条修改为：“乙。”\n");
		assertThat(all(text)).containsExactly("第三条 → 某市公园条例#art_3");
	}

	@Test
	void saysWhereTheWordsStand() {
		LegalText text = body(ARTICLES + "第五条 依照第三条。\n");
		Reference reference = References.find(text).getFirst();
		String words = node(text, reference.from()).text();
		assertThat(words.substring(reference.start(), reference.end())).isEqualTo("第三条").isEqualTo(reference.words());
	}

	private static List<String> found(String words) {
		return all(body(ARTICLES + "第五条 " + words + "。\n"));
	}

	private static List<String> all(LegalText text) {
		return References.find(text)
			.stream()
			.map((found) -> found.words() + " → " + (found.title().isEmpty() ? "" : found.title() + "#")
					+ found.target())
			.toList();
	}

}
