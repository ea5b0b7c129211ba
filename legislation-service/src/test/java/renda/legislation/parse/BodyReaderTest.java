package renda.legislation.parse;

import java.util.List;

import org.junit.jupiter.api.Test;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;
import renda.legislation.text.Node.Kind;
import renda.legislation.text.Warning;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.parse.ReaderFixtures.body;
import static renda.legislation.parse.ReaderFixtures.codes;
import static renda.legislation.parse.ReaderFixtures.ids;
import static renda.legislation.parse.ReaderFixtures.node;
import static renda.legislation.parse.ReaderFixtures.words;

class BodyReaderTest {

	@Test
	void leg58ReadsChaptersArticlesParagraphsItemsAndPoints() {
		LegalText text = body("""
				## 第一章　总则

				第一条 为了公园，制定本条例。

				本条例适用于公园。

				第二条 公园包括：

				（一）市属公园，包括：

				1、综合公园；

				2．专类公园。

				（二）区属公园。

				## 第二章　附则

				第三条 本条例自2001年5月1日起施行。
				""");
		assertThat(text.nodes().map(Node::id)).containsExactly("chp_1", "art_1", "art_1__para_1", "art_1__para_2",
				"art_2", "art_2__para_1", "art_2__para_1__item_1", "art_2__para_1__item_1__point_1",
				"art_2__para_1__item_1__point_2", "art_2__para_1__item_2", "chp_2", "art_3", "art_3__para_1");
		assertThat(node(text, "chp_1").text()).isEqualTo("总则");
		assertThat(node(text, "art_2__para_1__item_1__point_2").label()).isEqualTo("2．");
		assertThat(node(text, "art_2__para_1__item_2").text()).isEqualTo("区属公园。");
		assertThat(text.warnings()).isEmpty();
	}

	@Test
	void leg59ReadsPartsSubpartsAndSections() {
		LegalText text = body("""
				## 第一编 物
				## 第一分编 通则
				### 第一章 一般规定
				#### 第一节 登记
				第一条 甲。
				## 第二编 合同
				### 第一章 一般规定
				第二条 乙。
				""");
		assertThat(ids(text, Kind.SUBPART)).containsExactly("prt_1__subprt_1");
		assertThat(ids(text, Kind.CHAPTER)).containsExactly("prt_1__subprt_1__chp_1", "prt_2__chp_1");
		assertThat(ids(text, Kind.SECTION)).containsExactly("prt_1__subprt_1__chp_1__sec_1");
		assertThat(codes(text)).doesNotContain(Warning.Code.CHAPTER_GAP);
	}

	@Test
	void acceptsInsertedArticles() {
		LegalText text = body("第一条 甲。\n\n第一条之一 乙。\n\n第一条之二 丙。\n\n第二条 丁。\n");
		assertThat(ids(text, Kind.ARTICLE)).containsExactly("art_1", "art_1-1", "art_1-2", "art_2");
		assertThat(text.articles().get(1).label()).isEqualTo("第一条之一");
		assertThat(text.warnings()).isEmpty();
	}

	@Test
	void readsLargeNumbers() {
		LegalText text = body("第一千二百五十九条 甲。\n\n第一千二百六十条 乙。\n");
		assertThat(ids(text, Kind.ARTICLE)).containsExactly("art_1259", "art_1260");
		assertThat(codes(text)).containsExactly(Warning.Code.FIRST_ARTICLE);
	}

	@Test
	void takesAnyWideSpaceAfterTheNumber() {
		LegalText text = body("第一条\u3000甲。\n\n第二条\u00a0乙。\n\n第三条\t丙。\n");
		assertThat(words(text, Kind.PARAGRAPH)).containsExactly("甲。", "乙。", "丙。");
	}

	@Test
	void readsArticlesWithoutASpace() {
		LegalText text = body("第一条为了公园，制定本条例。\n\n第二条有关部门应当协助。\n\n第二条规定的部门是园林部门。\n\n第三条所有公园应当开放。\n");
		assertThat(ids(text, Kind.ARTICLE)).containsExactly("art_1", "art_2", "art_3");
		assertThat(node(text, "art_2__para_2").text()).isEqualTo("第二条规定的部门是园林部门。");
	}

	@Test
	void doesNotTakeACitationForAnArticle() {
		LegalText text = body("""
				第一条 甲。

				第二条 乙：

				第三条规定的情形除外。

				第三条、第四条的规定也适用。

				第三条第二款的规定也适用。

				第三条 丙。
				""");
		assertThat(ids(text, Kind.ARTICLE)).containsExactly("art_1", "art_2", "art_3");
		assertThat(node(text, "art_2").children()).hasSize(4);
	}

	@Test
	void freesAnArticleGluedIntoAParagraph() {
		LegalText text = body("第一条 甲。\n\n第二条 乙，依照第三条处理。第三条 丙。\n\n第四条 丁。\n");
		assertThat(ids(text, Kind.ARTICLE)).containsExactly("art_1", "art_2", "art_3", "art_4");
		assertThat(node(text, "art_2__para_1").text()).isEqualTo("乙，依照第三条处理。");
		assertThat(node(text, "art_3__para_1").text()).isEqualTo("丙。");
		assertThat(codes(text)).containsExactly(Warning.Code.GLUED_ARTICLE);
	}

	@Test
	void freesTheLastChapterAndArticleGluedIntoAParagraph() {
		LegalText text = body("## 第一章 总则\n\n第一条 甲。第二章附则第二条本条例自2014年1月1日起施行。\n");
		assertThat(words(text, Kind.CHAPTER)).containsExactly("第一章 总则", "第二章 附则");
		assertThat(words(text, Kind.PARAGRAPH)).containsExactly("甲。", "本条例自2014年1月1日起施行。");
	}

	@Test
	void leavesACitationInsideAParagraphAlone() {
		LegalText text = body("第一条 甲。\n\n第二条 依照《某省公园条例》第三条处罚。第三条规定的除外。\n\n第四条 丁。\n");
		assertThat(ids(text, Kind.ARTICLE)).containsExactly("art_1", "art_2", "art_4");
		assertThat(codes(text)).containsExactly(Warning.Code.ARTICLE_GAP);
	}

	@Test
	void reportsArticleNumbersThatComeTwice() {
		LegalText text = body("第一条 甲。\n\n第二条 乙。\n\n第二条 丙。\n");
		assertThat(ids(text, Kind.ARTICLE)).containsExactly("art_1", "art_2", "art_2~2");
		assertThat(ids(text, Kind.PARAGRAPH)).doesNotHaveDuplicates();
		assertThat(codes(text)).containsExactly(Warning.Code.DUPLICATE_ARTICLE);
	}

	@Test
	void closesUpSpacedChapterTitles() {
		assertThat(words(body("## 第一章 总 则\n\n第一条 甲。\n"), Kind.CHAPTER)).containsExactly("第一章 总则");
	}

	@Test
	void takesChapterHeadingsWithoutMarks() {
		LegalText text = body("第一章　总则\n\n第一条 甲。\n\n第二章  附则\n\n第二条 乙。\n");
		assertThat(ids(text, Kind.CHAPTER)).containsExactly("chp_1", "chp_2");
	}

	@Test
	void keepsASentenceThatBeginsWithAChapterNumber() {
		LegalText text = body("第一条 甲。\n\n第二章规定的程序，适用于本条例。\n\n第二条 乙。\n");
		assertThat(ids(text, Kind.CHAPTER)).isEmpty();
		assertThat(node(text, "art_1").children()).hasSize(2);
	}

	@Test
	void takesABareLineBeforeAnArticleForAHeading() {
		LegalText text = body("第一条 甲。\n\n规划与建设\n\n第二条 乙。\n\n听取和审议人民政府和\n\n人民法院的报告\n\n第三条 丙。\n");
		assertThat(words(text, Kind.CHAPTER)).containsExactly("规划与建设", "听取和审议人民政府和人民法院的报告");
		assertThat(ids(text, Kind.CHAPTER)).containsExactly("chp_2", "chp_3");
		assertThat(codes(text)).containsExactlyInAnyOrder(Warning.Code.PROBABLE_HEADING, Warning.Code.PROBABLE_HEADING,
				Warning.Code.CONTINUED_HEADING, Warning.Code.MISSING_HEADING);
	}

	@Test
	void givesABareHeadingTheNumberThatIsMissing() {
		LegalText text = body("## 第一章 总则\n\n第一条 甲。\n\n建设\n\n第二条 乙。\n\n## 第三章 附则\n\n第三条 丙。\n");
		assertThat(ids(text, Kind.CHAPTER)).containsExactly("chp_1", "chp_2", "chp_3");
		assertThat(node(text, "chp_2").label()).isEmpty();
		assertThat(codes(text)).containsExactly(Warning.Code.PROBABLE_HEADING);
	}

	@Test
	void takesSpacedSupplementaryProvisionsForAChapterAndNotForAnAnnex() {
		LegalText text = body("第一条 甲。\n\n附　则\n\n第二条 乙。\n");
		assertThat(words(text, Kind.CHAPTER)).containsExactly("附则");
		assertThat(ids(text, Kind.ANNEX)).isEmpty();
		assertThat(ids(text, Kind.ARTICLE)).containsExactly("art_1", "art_2");
	}

	@Test
	void doesNotTakeTheEndOfAnEnumerationForAHeading() {
		LegalText text = body("第一条 下列树种受保护：\n\n银杏\n\n第二条 乙。\n");
		assertThat(ids(text, Kind.CHAPTER)).isEmpty();
	}

	@Test
	void joinsAHeadingThatGoesOnInTheNextLine() {
		LegalText text = body("## 第一章 听取和审议人民政府和\n\n人民法院的报告\n\n第一条 甲。\n");
		assertThat(words(text, Kind.CHAPTER)).containsExactly("第一章 听取和审议人民政府和人民法院的报告");
		assertThat(codes(text)).containsExactly(Warning.Code.CONTINUED_HEADING);
	}

	@Test
	void reportsChaptersThatDoNotCountUp() {
		LegalText text = body("## 第一章 总则\n\n第一条 甲。\n\n## 第三章 罚则\n\n第二条 乙。\n\n## 第三章 附则\n\n第三条 丙。\n");
		assertThat(ids(text, Kind.CHAPTER)).containsExactly("chp_1", "chp_3", "chp_3~2");
		assertThat(codes(text)).containsExactly(Warning.Code.CHAPTER_GAP, Warning.Code.CHAPTER_GAP);
	}

	@Test
	void readsADecisionWithoutArticles() {
		LegalText text = body("为了公园，决定如下：\n\n一、加强领导。各级政府应当重视。\n\n（一）制定规划；\n\n（二）落实经费。\n\n二、本决定自公布之日起施行。\n");
		assertThat(text.nodes().map(Node::id)).containsExactly("para_1", "hdg_1", "hdg_1__item_1", "hdg_1__item_2",
				"hdg_2");
		assertThat(codes(text)).containsExactly(Warning.Code.NO_ARTICLES);
	}

	@Test
	void readsHeadingsOfAnInterpretation() {
		LegalText text = body("## 一、管辖\n\n第一条 甲。\n\n二、证据\n\n第二条 乙：\n\n一、物证；\n\n二、书证。\n");
		assertThat(words(text, Kind.HEADING)).containsExactly("一、 管辖", "二、 证据");
		assertThat(ids(text, Kind.ITEM)).containsExactly("art_2__para_1__item_1", "art_2__para_1__item_2");
	}

	@Test
	void acceptsHalfWidthBracketsOfItems() {
		LegalText text = body("第一条 下列：\n\n(一) 甲；\n\n(十一)乙。\n");
		assertThat(ids(text, Kind.ITEM)).containsExactly("art_1__para_1__item_1", "art_1__para_1__item_11");
		assertThat(node(text, "art_1__para_1__item_1").text()).isEqualTo("甲；");
	}

	@Test
	void keepsTablesWhole() {
		LegalText text = body(
				"第一条 见下表：\n\n<!-- TABLE -->\n| 条 | 罪名 |\n| --- | --- |\n| 第一条 | 甲 |\n<!-- TABLE END -->\n\n第二条 乙。\n");
		assertThat(node(text, "art_1__table_1").text()).isEqualTo("| 条 | 罪名 |\n| --- | --- |\n| 第一条 | 甲 |");
		assertThat(text.articles()).hasSize(2);
	}

	@Test
	void setsAnAnnexApart() {
		LegalText text = body("第一条 甲。\n\n附件1：文书格式\n\n第一条 乙。\n\n附件二\n\n丙。\n");
		assertThat(text.nodes().map(Node::id)).containsExactly("art_1", "art_1__para_1", "annex_1", "annex_1__art_1",
				"annex_1__art_1__para_1", "annex_2", "annex_2__para_1");
		assertThat(node(text, "annex_1").text()).isEqualTo("文书格式");
	}

	@Test
	void takesAnUnnumberedHeadingForASiblingOfThoseMarkedLikeIt() {
		LegalText text = body("## 第一编 总则\n\n### 第一章 任务\n\n第一条 甲。\n\n## 附则\n\n第二条 乙。\n");
		assertThat(words(text, Kind.PART)).containsExactly("第一编 总则", "附则");
		assertThat(codes(text)).containsExactly(Warning.Code.PROBABLE_HEADING);
	}

	@Test
	void readsArticlesWithAColonOrSpacesInTheNumber() {
		LegalText text = body("第 一 条 甲。\n\n第二条：乙。\n\n**第三条** 丙。\n");
		assertThat(words(text, Kind.ARTICLE)).containsExactly("第一条", "第二条", "第三条");
		assertThat(words(text, Kind.PARAGRAPH)).containsExactly("甲。", "乙。", "丙。");
	}

	@Test
	void leavesOutATableOfContents() {
		LegalText text = body("目 录\n\n第一章 总则\n\n第二章 附则\n\n## 第一章 总则\n\n第一条 甲。\n\n## 第二章 附则\n\n第二条 乙。\n");
		assertThat(ids(text, Kind.CHAPTER)).containsExactly("chp_1", "chp_2");
		assertThat(codes(text)).containsOnly(Warning.Code.CONTENTS_LEFT_OUT);
	}

	@Test
	void leavesOutContentsInsideAHeading() {
		LegalText text = body("## 目录 第一章 总则 第二章 附则 第一章 总则\n\n第一条 甲。\n\n## 第二章 附则\n\n第二条 乙。\n");
		assertThat(words(text, Kind.CHAPTER)).containsExactly("第一章 总则", "第二章 附则");
	}

	@Test
	void leavesOutARepeatedTitle() {
		LegalText text = body("某市公园\n\n条例\n\n第一条 甲。\n");
		assertThat(words(text, Kind.PARAGRAPH)).containsExactly("甲。");
		assertThat(codes(text)).containsExactly(Warning.Code.REPEATED_TITLE);
	}

	@Test
	void splitsAnArticleOffAHeading() {
		LegalText text = body("## 第一章 总则 第一条 甲。\n\n第二条 乙。\n");
		assertThat(words(text, Kind.CHAPTER)).containsExactly("第一章 总则");
		assertThat(text.articles()).extracting(Node::label).isEqualTo(List.of("第一条", "第二条"));
	}

	@Test
	void keepsItemsOfAnArticleThatHasNoWordsOfItsOwn() {
		LegalText text = body("第一条 （一）甲；\n\n（二）乙。\n");
		assertThat(ids(text, Kind.ITEM)).containsExactly("art_1__item_1", "art_1__item_2");
	}

	@Test
	void reportsLostGlyphsAndWhatWasNormalised() {
		LegalText text = body("第一条 水位103\ue0105米，流量１２。\u200b\n\n\u200b\n\n第二条 乙。\n");
		assertThat(node(text, "art_1__para_1").text()).isEqualTo("水位103\ue0105米，流量12。");
		assertThat(codes(text)).containsExactlyInAnyOrder(Warning.Code.LOST_GLYPH, Warning.Code.NORMALISED);
		assertThat(text.warnings().getFirst().line()).isEqualTo(9);
	}

}
