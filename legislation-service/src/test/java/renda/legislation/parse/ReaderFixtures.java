package renda.legislation.parse;

import java.util.List;

import org.junit.jupiter.api.Assertions;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;
import renda.legislation.text.Warning;

/**
 * Short invented texts that imitate what real ones look like.
 */
public final class ReaderFixtures {

	/** A head with one passage and one approval. */
	public static final String HEAD = """
			# 某市公园条例

			2001年1月12日 某市第十一届人民代表大会第三次会议通过

			2001年3月30日 某省第九届人民代表大会常务委员会第二十一次会议批准

			<!-- INFO END -->

			""";

	private ReaderFixtures() {
	}

	/** Reads a body under the usual head. */
	public static LegalText body(String body) {
		return read(HEAD + body);
	}

	/** Reads a head note over a body of one article. */
	public static LegalText head(String head) {
		return read("# 某市公园条例\n\n" + head + "\n\n<!-- INFO END -->\n\n第一条 为了公园，制定本条例。\n");
	}

	public static LegalText read(String source) {
		ReadResult result = LegalTextReader.read("某市公园条例.md", source);
		if (result instanceof ReadResult.Read(LegalText text)) {
			return text;
		}
		return Assertions.fail("not read: " + result);
	}

	public static List<String> ids(LegalText text, Node.Kind kind) {
		return text.nodes().filter((node) -> node.kind() == kind).map(Node::id).toList();
	}

	public static List<String> words(LegalText text, Node.Kind kind) {
		return text.nodes()
			.filter((node) -> node.kind() == kind)
			.map((node) -> (node.label() + " " + node.text()).strip())
			.toList();
	}

	public static List<Warning.Code> codes(LegalText text) {
		return text.warnings().stream().map(Warning::code).toList();
	}

	public static Node node(LegalText text, String id) {
		return text.nodes().filter((node) -> node.id().equals(id)).findFirst().orElseThrow();
	}

}
