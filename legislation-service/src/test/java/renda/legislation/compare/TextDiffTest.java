package renda.legislation.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import renda.legislation.compare.TextDiff.Change;
import renda.legislation.compare.TextDiff.Span;
import renda.legislation.compare.TextDiff.Status;
import renda.legislation.compare.TextDiff.Summary;
import renda.legislation.text.LegalText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.compare.TextDiffFixtures.PARKS;
import static renda.legislation.compare.TextDiffFixtures.parks;
import static renda.legislation.compare.TextDiffFixtures.text;

class TextDiffTest {

	private static final List<String> NUMBERS = List.of("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一",
			"十二", "十三", "十四", "十五", "十六");

	@Test
	void findsNothingBetweenATextAndItself() {
		TextDiff diff = TextDiff.between(parks(), parks());
		assertThat(diff.same()).isTrue();
		assertThat(diff.summary()).isEqualTo(new Summary(0, 0, 0, 0, 0, 12));
	}

	@Test
	void renumbersWhatFollowsAnArticleInsertedAtTheFront() {
		List<String> articles = articles(PARKS);
		articles.add(1, "第零条 公园事业坚持政府主导、社会参与、便民利民的原则。");
		TextDiff diff = compare(renumbered(articles));
		assertThat(diff.summary()).isEqualTo(new Summary(1, 0, 0, 0, 12, 0));
		assertThat(diff.articles().getFirst().status()).isEqualTo(Status.INSERTED);
		assertThat(diff.articles().getFirst().from()).isNull();
		assertThat(diff.articles().get(1).status()).isEqualTo(Status.RENUMBERED);
	}

	@Test
	void placesADeletedArticleAfterTheOneItFollowed() {
		TextDiff diff = compare(PARKS.replaceFirst("第六条.*\n", ""));
		assertThat(diff.summary()).isEqualTo(new Summary(0, 1, 0, 0, 0, 11));
		assertThat(labels(diff)).containsSubsequence("第五条", "-第六条", "第七条");
		assertThat(diff.articles().get(5).spans()).extracting(Span::kind).containsExactly(Span.Kind.DELETED);
	}

	@Test
	void showsTheOneCharacterThatChanged() {
		Change change = onlyChange(PARKS.replace("三日内修复", "五日内修复"));
		assertThat(change.status()).isEqualTo(Status.CHANGED);
		assertThat(shown(change)).contains("管理单位应当在[-三-]{+五+}日内修复。");
	}

	@Test
	void showsAChangedPunctuationMarkAlone() {
		Change change = onlyChange(PARKS.replace("保护公园环境，根据", "保护公园环境；根据"));
		assertThat(shown(change)).isEqualTo("为了加强公园管理，保护公园环境[-，-]{+；+}根据有关法律，制定本条例。");
	}

	@Test
	void neverPartsANumber() {
		Change change = onlyChange(PARKS.replace("2020年3月1日", "2021年3月15日").replace("百分之七十五", "百分之七十五"));
		assertThat(shown(change)).isEqualTo("本条例自[-2020-]{+2021+}年3月[-1-]{+15+}日起施行。");
		assertThat(shown(onlyChange(PARKS.replace("百分之七十五", "百分之六十五")))).contains("百分之[-七十五-]{+六十五+}。");
	}

	@Test
	void showsAnInsertedItemAsAWholeLine() {
		Change change = onlyChange(PARKS.replace("（三）燃放", "（三）攀爬雕塑；\n（四）燃放"));
		assertThat(shown(change)).contains("（二）捕捞水生动物；\n（三）{+攀爬雕塑；\n（四）+}燃放烟花爆竹。");
	}

	@Test
	void beginsAndEndsAnInsertionWhereTheSentenceDoes() {
		assertThat(shown(TextDiffSpans.between("（三）积极参加视察；\n（四）提高能力。", "（三）带头宣传精神；\n（四）积极参加视察；\n（五）提高能力。")))
			.isEqualTo("（三）{+带头宣传精神；\n（四）+}积极参加视察；\n（[-四-]{+五+}）提高能力。");
		assertThat(shown(TextDiffSpans.between("应当公开，应当及时。", "应当公开，应当公平，应当及时。"))).isEqualTo("应当公开，{+应当公平，+}应当及时。");
	}

	@Test
	void turnsScatteredEditsIntoOne() {
		List<Span> spans = TextDiffSpans.between("由园林主管部门责令停业整顿并吊销许可", "由综合执法部门依法给予行政处罚");
		assertThat(spans.stream().filter((span) -> span.kind() == Span.Kind.EQUAL).map(Span::text))
			.noneMatch((words) -> words.length() == 1 && !words.equals("由"));
	}

	@Test
	void tellsASplitArticleFromAChangedAndANewOne() {
		String split = PARKS.replace("\n设施损坏的", "\n第八条 设施损坏的");
		TextDiff diff = compare(renumbered(articles(split)));
		assertThat(diff.summary()).isEqualTo(new Summary(1, 0, 1, 0, 5, 6));
		assertThat(labels(diff)).containsSubsequence("第七条", "+第八条", "第九条");
		assertThat(change(diff, "第七条").changed()).isTrue();
		assertThat(change(diff, "第七条").renumbered()).isFalse();
	}

	@Test
	void tellsTwoMergedArticlesFromAChangedAndADeletedOne() {
		String merged = PARKS.replace("\n第四条 任何", "\n任何");
		TextDiff diff = compare(renumbered(articles(merged)));
		assertThat(diff.summary().deleted()).isOne();
		assertThat(diff.summary().inserted()).isZero();
		assertThat(diff.summary().moved()).isZero();
		assertThat(change(diff, "第三条").changed()).isTrue();
		assertThat(labels(diff)).containsSubsequence("第三条", "-第四条", "第四条");
	}

	@Test
	void movesTheShorterOfTwoSwappedChapters() {
		int second = PARKS.indexOf("第二章");
		int third = PARKS.indexOf("第三章");
		String swapped = PARKS.substring(0, second) + PARKS.substring(third) + PARKS.substring(second, third);
		TextDiff diff = compare(renumbered(articles(swapped)));
		assertThat(diff.summary()).isEqualTo(new Summary(0, 0, 0, 3, 8, 4));
		assertThat(diff.articles().stream().filter(Change::moved)).extracting((change) -> change.from().label())
			.containsExactly("第五条", "第六条", "第七条");
		assertThat(diff.headings()).extracting(Change::status)
			.containsExactly(Status.UNCHANGED, Status.RENUMBERED, Status.MOVED);
	}

	@Test
	void movesAnArticleThatStepsIntoTheNextChapter() {
		String moved = PARKS.replace("第二章 规划与建设\n", "")
			.replace("第五条 公园规划", "第二章 规划与建设\n第五条 公园规划")
			.replace("第四条 任何", "第二章 规划与建设\n第四条 任何")
			.replace("第二章 规划与建设\n第五条", "第五条");
		TextDiff diff = compare(moved);
		assertThat(diff.summary()).isEqualTo(new Summary(0, 0, 0, 1, 0, 11));
		Change change = change(diff, "第四条");
		assertThat(change.status()).isEqualTo(Status.MOVED);
		assertThat(change.from().within()).isEqualTo("第一章 总则");
		assertThat(change.to().within()).isEqualTo("第二章 规划与建设");
	}

	@Test
	void movesNothingWhenAChapterIsRenamedOrSplit() {
		TextDiff renamed = compare(PARKS.replace("规划与建设", "规划、建设与维护"));
		assertThat(renamed.summary()).isEqualTo(new Summary(0, 0, 0, 0, 0, 12));
		assertThat(renamed.headings()).extracting(Change::status)
			.containsExactly(Status.UNCHANGED, Status.CHANGED, Status.UNCHANGED);
		TextDiff split = compare(PARKS.replace("第九条 违反", "第四章 法律责任\n第九条 违反"));
		assertThat(split.summary().moved()).isZero();
		assertThat(split.headings()).extracting(Change::status).containsSubsequence(Status.INSERTED);
	}

	@Test
	void renumbersAllWithoutChangingAny() {
		String all = PARKS.replaceAll("(?m)^第十?(.)条 ", "第二十$1条 ");
		TextDiff diff = compare(all);
		assertThat(diff.summary().renumbered()).isEqualTo(12);
		assertThat(diff.summary().changed()).isZero();
		assertThat(diff.summary().moved()).isZero();
	}

	@Test
	void marksAnArticleThatIsBothChangedAndRenumbered() {
		List<String> articles = articles(PARKS);
		articles.add(1, "第零条 公园分为综合公园、专类公园和社区公园。");
		TextDiff diff = compare(renumbered(articles).replace("第八条规定", "第九条规定"));
		Change change = change(diff, "第十条");
		assertThat(change.status()).isEqualTo(Status.CHANGED);
		assertThat(change.renumbered()).isTrue();
		assertThat(change.moved()).isFalse();
		assertThat(shown(change)).startsWith("违反本条例第[-八-]{+九+}条规定");
	}

	@Test
	void pairsARewrittenArticleWithItsNumber() {
		TextDiff diff = compare(PARKS.replaceFirst("第四条.*\n", "第四条 任何人都应当爱护公园，发现损坏设施的，可以拨打热线。\n"));
		assertThat(diff.summary()).isEqualTo(new Summary(0, 0, 1, 0, 0, 11));
	}

	@Test
	void takesAnArticleWithNothingInCommonForANewOne() {
		TextDiff diff = compare(PARKS.replaceFirst("第四条.*\n", "第四条 城市河道两侧二十米为蓝线控制区域。\n"));
		assertThat(diff.summary()).isEqualTo(new Summary(1, 1, 0, 0, 0, 11));
	}

	@Test
	void comparesTitles() {
		TextDiff diff = TextDiff.between(parks(), text("某市城市公园条例", PARKS));
		assertThat(diff.same()).isFalse();
		assertThat(shown(diff.title())).isEqualTo("某市{+城市+}公园条例");
	}

	@Test
	void comparesDecisionsByTheirTopPieces() {
		TextDiff diff = TextDiff.between(text("某决定", "一、删去第八条。\n二、将第九条修改为：罚款一百元。"),
				text("某决定", "一、删去第八条。\n二、将第九条修改为：罚款二百元。\n三、本决定自公布之日起施行。"));
		assertThat(diff.summary()).isEqualTo(new Summary(1, 0, 1, 0, 0, 1));
	}

	@Test
	void comparesWithAnEmptyText() {
		LegalText empty = new LegalText("", List.of(), List.of(), List.of());
		assertThat(TextDiff.between(empty, parks()).summary()).isEqualTo(new Summary(12, 0, 0, 0, 0, 0));
		assertThat(TextDiff.between(parks(), empty).summary()).isEqualTo(new Summary(0, 12, 0, 0, 0, 0));
		assertThat(TextDiff.between(empty, empty).same()).isTrue();
	}

	@Test
	void keepsRepeatedArticlesApartByTheirNumber() {
		String source = "第一条 （删去）\n第二条 略。\n第三条 （删去）\n第四条 （删去）";
		TextDiff diff = TextDiff.between(text("某条例", source), text("某条例", source.replace("\n第三条 （删去）", "")));
		assertThat(diff.summary()).isEqualTo(new Summary(0, 1, 0, 0, 0, 3));
		assertThat(labels(diff)).containsExactly("第一条", "第二条", "-第三条", "第四条");
	}

	@Test
	void spansGiveBackBothTextsOverRandomEdits() {
		Random random = new Random(20_260_401);
		for (int round = 0; round < 400; round++) {
			String from = randomWords(random, random.nextInt(300));
			String to = edited(from, random, random.nextInt(12));
			assertRestores(TextDiffSpans.between(from, to), from, to);
		}
	}

	@Test
	void everyPieceOfBothTextsOccursOnceOverRandomEdits() {
		Random random = new Random(7);
		for (int round = 0; round < 100; round++) {
			List<String> lines = new ArrayList<>(List.of(PARKS.strip().split("\n")));
			for (int edit = random.nextInt(8); edit > 0; edit--) {
				int at = random.nextInt(lines.size());
				switch (random.nextInt(4)) {
					case 0 -> lines.remove(at);
					case 1 -> lines.add(at, "第一百条 " + randomWords(random, 30));
					case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
					default -> lines.set(at, edited(lines.get(at), random, 2).replace("\n", ""));
				}
			}
			LegalText to = text("某市公园条例", String.join("\n", lines));
			TextDiff diff = TextDiff.between(parks(), to);
			assertThat(diff.articles().stream().filter((change) -> change.from() != null).map((c) -> c.from().id()))
				.containsExactlyInAnyOrderElementsOf(
						TextDiffUnits.of(parks(), true).articles().stream().map((u) -> u.place().id()).toList());
			assertThat(diff.articles().stream().filter((change) -> change.to() != null).map((c) -> c.to().id()))
				.containsExactlyElementsOf(
						TextDiffUnits.of(to, true).articles().stream().map((u) -> u.place().id()).toList());
		}
	}

	@Test
	void comparesAParagraphOfTwoHundredThousandCharactersBySentence() {
		Random random = new Random(3);
		String from = IntStream.range(0, 8000)
			.mapToObj((i) -> randomWords(random, 24).replaceAll("[。\n]", "") + "。")
			.collect(Collectors.joining());
		String to = edited(from, random, 60);
		List<Span> spans = TextDiffSpans.between(from, to);
		assertRestores(spans, from, to);
		assertThat(spans.stream()
			.filter((span) -> span.kind() != Span.Kind.EQUAL)
			.mapToInt((s) -> s.text().length())
			.sum()).isLessThan(3000);
	}

	@Test
	void comparesAHugeParagraphWithoutPunctuation() {
		Random random = new Random(5);
		String from = randomWords(random, 200_000).replaceAll("[，。；、\n]", "");
		String to = edited(from, random, 20).replaceAll("[，。；、\n]", "");
		List<Span> spans = TextDiffSpans.between(from, to);
		assertRestores(spans, from, to);
		assertThat(spans.stream()
			.filter((span) -> span.kind() == Span.Kind.EQUAL)
			.mapToInt((s) -> s.text().length())
			.sum()).isGreaterThan(150_000);
	}

	@Test
	void writesJsonWithTellingNames() {
		TextDiff diff = compare(PARKS.replace("三日内修复", "五日内修复"));
		JsonNode json = JsonMapper.shared().valueToTree(diff);
		assertThat(json.at("/summary/changed").asInt()).isOne();
		JsonNode change = json.at("/articles/6");
		assertThat(change.at("/status").asString()).isEqualTo("CHANGED");
		assertThat(change.at("/from/label").asString()).isEqualTo("第七条");
		assertThat(change.at("/spans/1/kind").asString()).isEqualTo("DELETED");
		assertThat(json.properties()).extracting(Map.Entry::getKey)
			.containsExactlyInAnyOrder("summary", "title", "headings", "articles");
	}

	static String randomWords(Random random, int length) {
		String alphabet = "市人民政府应当根据有关规定加强管理公园设施保护和处罚一二三十百0123，，、；。\n";
		return random.ints(length, 0, alphabet.length())
			.mapToObj((i) -> String.valueOf(alphabet.charAt(i)))
			.collect(Collectors.joining());
	}

	private static String edited(String text, Random random, int edits) {
		StringBuilder edited = new StringBuilder(text);
		for (int i = 0; i < edits; i++) {
			int at = random.nextInt(edited.length() + 1);
			int end = Math.min(edited.length(), at + random.nextInt(8));
			edited.replace(at, end, randomWords(random, random.nextInt(8)));
		}
		return edited.toString();
	}

	private static void assertRestores(List<Span> spans, String from, String to) {
		assertThat(joined(spans, Span.Kind.INSERTED)).isEqualTo(from);
		assertThat(joined(spans, Span.Kind.DELETED)).isEqualTo(to);
		assertThat(spans).noneMatch((span) -> span.text().isEmpty());
	}

	private static String joined(List<Span> spans, Span.Kind without) {
		return spans.stream().filter((span) -> span.kind() != without).map(Span::text).collect(Collectors.joining());
	}

	private static TextDiff compare(String to) {
		return TextDiff.between(parks(), text("某市公园条例", to));
	}

	private static Change onlyChange(String to) {
		TextDiff diff = compare(to);
		assertThat(diff.summary()).isEqualTo(new Summary(0, 0, 1, 0, 0, 11));
		return diff.articles().stream().filter(Change::changed).findFirst().orElseThrow();
	}

	private static Change change(TextDiff diff, String newLabel) {
		return diff.articles()
			.stream()
			.filter((change) -> change.to() != null && change.to().label().equals(newLabel))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> labels(TextDiff diff) {
		return diff.articles().stream().map((change) -> {
			if (change.to() == null) {
				return "-" + change.from().label();
			}
			return (change.from() == null ? "+" : "") + change.to().label();
		}).toList();
	}

	private static String shown(Change change) {
		return shown(change.spans());
	}

	private static String shown(List<Span> spans) {
		return spans.stream().map((span) -> switch (span.kind()) {
			case EQUAL -> span.text();
			case DELETED -> "[-" + span.text() + "-]";
			case INSERTED -> "{+" + span.text() + "+}";
		}).collect(Collectors.joining());
	}

	private static List<String> articles(String source) {
		return new ArrayList<>(List.of(source.strip().split("\n")));
	}

	private static String renumbered(List<String> lines) {
		int article = 0;
		int chapter = 0;
		List<String> numbered = new ArrayList<>();
		for (String line : lines) {
			if (line.matches("第.+?条 .*")) {
				numbered.add(line.replaceFirst("第.+?条", "第" + NUMBERS.get(++article) + "条"));
			}
			else {
				numbered.add(line.replaceFirst("^第.章", "第" + NUMBERS.get(Math.min(chapter + 1, 16)) + "章"));
				chapter += line.matches("第.章.*") ? 1 : 0;
			}
		}
		return String.join("\n", numbered);
	}

}
