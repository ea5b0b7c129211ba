package renda.legislation.compare;

import java.util.ArrayList;
import java.util.List;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;

/**
 * Small invented texts for the comparison, one line a piece: {@code 第一章 总则},
 * {@code 第一条 …}, {@code （一）…}; any other line is a paragraph.
 */
public final class TextDiffFixtures {

	/** Twelve articles in three chapters. */
	public static final String PARKS = """
			第一章 总则
			第一条 为了加强公园管理，保护公园环境，根据有关法律，制定本条例。
			第二条 本条例适用于本市行政区域内公园的规划、建设、保护和管理活动。
			第三条 园林主管部门负责公园的监督管理工作，城管、水务部门按照职责协助。
			第四条 任何单位和个人都有爱护公园设施的义务，有权劝阻和举报损坏行为。
			第二章 规划与建设
			第五条 公园规划由园林主管部门会同规划部门编制，报市人民政府批准后公布。
			第六条 新建公园的绿地面积不得少于总面积的百分之七十五。
			第七条 公园应当设置厕所、座椅、照明和无障碍设施。
			设施损坏的，管理单位应当在三日内修复。
			第三章 保护与处罚
			第八条 公园内禁止下列行为：
			（一）攀折树木；
			（二）捕捞水生动物；
			（三）燃放烟花爆竹。
			第九条 违反本条例第八条规定的，由园林主管部门处五十元以上二百元以下罚款。
			第十条 管理单位不履行修复义务的，责令改正，可以处一千元罚款。
			第十一条 拒绝、阻碍执法人员执行公务的，由公安机关依法处理。
			第十二条 本条例自2020年3月1日起施行。
			""";

	private TextDiffFixtures() {
	}

	public static LegalText parks() {
		return text("某市公园条例", PARKS);
	}

	public static LegalText text(String title, String source) {
		List<Draft> top = new ArrayList<>();
		Draft chapter = null;
		Draft article = null;
		for (String line : source.strip().split("\n")) {
			int space = line.indexOf(' ');
			String label = (space < 0) ? "" : line.substring(0, space);
			if (label.matches("第.+章")) {
				chapter = new Draft(Node.Kind.CHAPTER, label, line.substring(space + 1));
				top.add(chapter);
				article = null;
			}
			else if (label.matches("第.+条(之.+)?")) {
				article = new Draft(Node.Kind.ARTICLE, label, "");
				article.children.add(new Draft(Node.Kind.PARAGRAPH, "", line.substring(space + 1)));
				(chapter != null ? chapter.children : top).add(article);
			}
			else if (line.startsWith("（") && article != null) {
				int end = line.indexOf('）') + 1;
				article.children.getLast().children
					.add(new Draft(Node.Kind.ITEM, line.substring(0, end), line.substring(end)));
			}
			else {
				Draft paragraph = new Draft(Node.Kind.PARAGRAPH, "", line);
				(article != null ? article.children : chapter != null ? chapter.children : top).add(paragraph);
			}
		}
		List<Node> body = new ArrayList<>();
		for (int i = 0; i < top.size(); i++) {
			body.add(top.get(i).node("n" + (i + 1)));
		}
		return new LegalText(title, List.of(), body, List.of());
	}

	private record Draft(Node.Kind kind, String label, String text, List<Draft> children) {

		Draft(Node.Kind kind, String label, String text) {
			this(kind, label, text, new ArrayList<>());
		}

		Node node(String id) {
			List<Node> nodes = new ArrayList<>();
			for (int i = 0; i < this.children.size(); i++) {
				nodes.add(this.children.get(i).node(id + "_" + (i + 1)));
			}
			return new Node(this.kind, id, this.label, this.text, nodes);
		}

	}

}
