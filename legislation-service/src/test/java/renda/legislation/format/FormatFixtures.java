package renda.legislation.format;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import renda.legislation.text.LegalEvent;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;

/**
 * Invented texts that use every kind of node, and hostile ones.
 */
public final class FormatFixtures {

	private static final LegalEvent ADOPTED = new LegalEvent(LocalDate.of(2012, 6, 29), LegalEvent.Kind.ADOPTED,
			"某市人民代表大会常务委员会", "第二次会议", "", 0, "2012年6月29日某市人民代表大会常务委员会第二次会议通过");

	private static final LegalEvent AMENDED = new LegalEvent(LocalDate.of(2018, 8, 29), LegalEvent.Kind.AMENDED,
			"某市人民代表大会常务委员会", "第九次会议", "关于修改部分地方性法规的决定", 1, "根据2018年8月29日《关于修改部分地方性法规的决定》第一次修正");

	private static final LegalEvent UNDATED = new LegalEvent(null, LegalEvent.Kind.APPROVED, "", "", "", 0, "经批准");

	private FormatFixtures() {
	}

	static FormatHeader header() {
		return new FormatHeader("0198c0de", "2018年修正", "现行有效", "某市人民代表大会常务委员会", LocalDate.of(2012, 6, 29),
				LocalDate.of(2012, 7, 27), LocalDate.of(2012, 8, 1), LocalDate.of(2012, 10, 1), null,
				"https://example.org/laws?id=1&v=2");
	}

	public static LegalText lakes() {
		Node items = node(Node.Kind.PARAGRAPH, "art_2__para_1", "", "湖区内禁止：",
				node(Node.Kind.ITEM, "art_2__para_1__item_1", "（一）", "倾倒垃圾，包括：",
						node(Node.Kind.POINT, "art_2__para_1__item_1__point_1", "1.", "建筑垃圾；"),
						node(Node.Kind.POINT, "art_2__para_1__item_1__point_2", "2.", "生活垃圾。")),
				node(Node.Kind.ITEM, "art_2__para_1__item_2", "（二）", "违反第一条规定排放污水。"));
		return new LegalText("某市湖泊保护条例", List.of(ADOPTED, AMENDED, UNDATED), List.of(
				node(Node.Kind.PART, "part_1", "第一编", "总则",
						node(Node.Kind.CHAPTER, "chp_1", "第一章", "一般规定",
								node(Node.Kind.SECTION, "chp_1__sec_1", "第一节", "目的",
										node(Node.Kind.ARTICLE, "art_1", "第一条", "",
												node(Node.Kind.PARAGRAPH, "art_1__para_1", "", "为了保护湖泊，制定本条例。"),
												node(Node.Kind.PARAGRAPH, "art_1__para_2", "", "湖泊包括水库 & 湿地 <含人工湖>。"))),
								node(Node.Kind.ARTICLE, "art_2", "第二条", "", items),
								node(Node.Kind.ARTICLE, "art_2-1", "第二条之一", "",
										node(Node.Kind.PARAGRAPH, "art_2-1__para_1", "", "水位见下表：")),
								node(Node.Kind.TABLE, "tbl_1", "",
										"| 湖 | 水位（米） |\n| --- | --- |\n| 东湖 | 103.5 |\n| 西湖 | 98 |"))),
				node(Node.Kind.ANNEX, "annex_1", "附件", "保护名录",
						node(Node.Kind.PARAGRAPH, "annex_1__para_1", "", "东湖、西湖。"))),
				List.of());
	}

	public static LegalText hostile() {
		String script = "<script>alert(\"1\")</script>'&]]>";
		String glyphs = "103\ue010米\u0000\u0007\u000b\ud800x\udfff\ufffe\uffff\ud83c\udfde\t尾";
		return new LegalText(script + glyphs,
				List.of(new LegalEvent(LocalDate.of(2020, 1, 1), LegalEvent.Kind.ADOPTED, glyphs, "", "", 0, script),
						new LegalEvent(LocalDate.of(2021, 1, 1), LegalEvent.Kind.REVISED, script, "", script + glyphs,
								0, ""),
						new LegalEvent(LocalDate.of(-5, 1, 1), LegalEvent.Kind.REPEALED, "", "", "", 0, "")),
				List.of(node(Node.Kind.CHAPTER, "a b\u3000\u0001\"<", "", ""),
						node(Node.Kind.CHAPTER, "a b\u3000\u0001\"<", glyphs, script),
						node(Node.Kind.ARTICLE, "", "第一条", ""),
						node(Node.Kind.ARTICLE, "", "", script,
								node(Node.Kind.TABLE, "t", "", "|||\n|-|\n|a\\|b|" + script + "|")),
						node(Node.Kind.TABLE, "t", "", "no table | at all " + glyphs),
						node(Node.Kind.TABLE, "t", "", "|---|---|"),
						node(Node.Kind.TABLE, "t", "", "",
								node(Node.Kind.TABLE, "t", "", "| x |", node(Node.Kind.ITEM, "original", "", ""))),
						node(Node.Kind.PARAGRAPH, "renda", "", "", node(Node.Kind.CHAPTER, "organ_1", "", glyphs)),
						node(Node.Kind.POINT, "evt_1", glyphs, glyphs),
						node(Node.Kind.HEADING, "concept_adopted", "", ""),
						node(Node.Kind.ANNEX, "annex", "", "", node(Node.Kind.ARTICLE, "art_1", "第一条", "甲",
								node(Node.Kind.PARAGRAPH, "p", "", "乙\n丙")))),
				List.of());
	}

	static FormatHeader hostileHeader() {
		return new FormatHeader("a/b c?\u0000#%中", "\"><v>\u0001", "<b>", "\ud800", LocalDate.of(-1, 1, 1), null,
				LocalDate.of(12_345, 1, 1), null, LocalDate.of(1999, 12, 31), "javascript:alert(1)");
	}

	static LegalText empty() {
		return new LegalText("", List.of(), List.of(), List.of());
	}

	static Node node(Node.Kind kind, String id, String label, String text, Node... children) {
		return new Node(kind, id, label, text, List.of(children));
	}

	static String written(TextFormat format, FormatHeader header, LegalText text, FormatLink... links) {
		return new String(format.write(header, text, List.of(links)), StandardCharsets.UTF_8);
	}

}
