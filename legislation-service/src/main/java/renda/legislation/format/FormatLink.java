package renda.legislation.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch of a node's text that leads elsewhere.
 *
 * @param node the id of the node whose text it is
 * @param start the first character, from 0
 * @param end the character after the last
 * @param href where it leads: {@code #art_10} or a URL; anything that could run as a
 * script is written without the link
 */
public record FormatLink(String node, int start, int end, String href) {

	/**
	 * Links by node, in the order of the text.
	 */
	static Map<String, List<FormatLink>> byNode(List<FormatLink> links) {
		Map<String, List<FormatLink>> byNode = new HashMap<>();
		links.stream()
			.filter((link) -> link.href.startsWith("#") || link.href.startsWith("/") || link.href.startsWith("http://")
					|| link.href.startsWith("https://"))
			.sorted(Comparator.comparingInt(FormatLink::start))
			.forEach((link) -> byNode.computeIfAbsent(link.node, (key) -> new ArrayList<>()).add(link));
		return byNode;
	}

	/**
	 * Cuts a text into plain and linked pieces. Links that overlap an earlier one, lie
	 * outside the text or part a character are left out.
	 */
	static List<Piece> pieces(String text, List<FormatLink> links) {
		List<Piece> pieces = new ArrayList<>();
		int at = 0;
		for (FormatLink link : links) {
			if (link.start >= at && link.end > link.start && link.end <= text.length() && isBoundary(text, link.start)
					&& isBoundary(text, link.end)) {
				if (link.start > at) {
					pieces.add(new Piece(text.substring(at, link.start), ""));
				}
				pieces.add(new Piece(text.substring(link.start, link.end), link.href));
				at = link.end;
			}
		}
		if (at < text.length()) {
			pieces.add(new Piece(text.substring(at), ""));
		}
		return pieces;
	}

	private static boolean isBoundary(String text, int index) {
		return index == text.length() || !Character.isLowSurrogate(text.charAt(index));
	}

	/**
	 * @param href empty for plain text
	 */
	record Piece(String text, String href) {

	}

}
