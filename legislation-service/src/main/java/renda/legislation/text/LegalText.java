package renda.legislation.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * One legal text as it was read: its title (题名), the events of its head note (题注), and
 * its body from 编 down to 目.
 *
 * @param title the title, without markup
 * @param events the dated events of the head note, in the order of the text
 * @param body the top-level nodes in the order of the text
 * @param warnings what was odd in the source, with its place; never a reason to refuse
 */
public record LegalText(String title, List<LegalEvent> events, List<Node> body, List<Warning> warnings) {

	public LegalText {
		events = List.copyOf(events);
		body = List.copyOf(body);
		warnings = List.copyOf(warnings);
	}

	/**
	 * All nodes of the body, parents before children.
	 */
	public Stream<Node> nodes() {
		return this.body.stream().flatMap(Node::stream);
	}

	/**
	 * All articles (条) in the order of the text.
	 */
	public List<Node> articles() {
		return nodes().filter((node) -> node.kind() == Node.Kind.ARTICLE).toList();
	}

}
