package renda.legislation.format;

import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

import renda.legislation.text.LegalEvent;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;

/**
 * Writes a text as an Akoma Ntoso 3.0 act: 编 is part, 分编 subpart, 章 chapter, 节 section, 条
 * article, 款 paragraph, 项 point, 目 indent, 附件 annex.
 */
final class AkomaNtosoFormat {

	private final AkomaNtosoXml xml;

	private final Map<String, List<FormatLink>> links;

	private AkomaNtosoFormat(AkomaNtosoXml xml, List<FormatLink> links) {
		this.xml = xml;
		this.links = FormatLink.byNode(links);
	}

	static byte[] write(FormatHeader header, LegalText text, List<FormatLink> links) {
		try {
			AkomaNtosoXml xml = new AkomaNtosoXml();
			new AkomaNtosoFormat(xml, links).act(header, text);
			return xml.bytes();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void act(FormatHeader header, LegalText text) throws XMLStreamException {
		AkomaNtosoMeta meta = new AkomaNtosoMeta(this.xml, header, text);
		this.xml.open("akomaNtoso");
		this.xml.open("act", "name", "regulation", "contains", meta.contains());
		meta.write();
		this.xml.open("preface");
		this.xml.open("longTitle");
		this.xml.open("p");
		this.xml.element("docTitle", text.title());
		this.xml.close();
		this.xml.close();
		for (LegalEvent event : text.events()) {
			this.xml.element("p", event.text());
		}
		this.xml.close();
		this.xml.open("body");
		if (text.body().isEmpty()) {
			this.xml.empty("hcontainer", "name", "empty");
		}
		nodes(text.body());
		this.xml.close();
		this.xml.close();
		this.xml.close();
	}

	private void nodes(List<Node> nodes) throws XMLStreamException {
		for (Node node : nodes) {
			node(node);
		}
	}

	private void node(Node node) throws XMLStreamException {
		String id = this.xml.id(node.id());
		switch (node.kind()) {
			case PART -> group("part", id, node);
			case SUBPART -> group("subpart", id, node);
			case CHAPTER -> group("chapter", id, node);
			case SECTION -> group("section", id, node);
			case ANNEX -> group("annex", id, node);
			case HEADING -> {
				this.xml.open("hcontainer", "name", "heading", "eId", id);
				heading(node);
			}
			case ARTICLE -> words("article", id, node);
			case PARAGRAPH -> words("paragraph", id, node);
			case ITEM -> words("point", id, node);
			case POINT -> words("indent", id, node);
			case TABLE -> {
				this.xml.open("hcontainer", "name", "table", "eId", id);
				table(node);
			}
		}
		nodes(node.children());
		this.xml.close();
	}

	private void group(String element, String id, Node node) throws XMLStreamException {
		this.xml.open(element, "eId", id);
		heading(node);
	}

	private void heading(Node node) throws XMLStreamException {
		number(node);
		if (!node.text().isEmpty()) {
			this.xml.open("heading");
			linked(node);
			this.xml.close();
		}
	}

	private void number(Node node) throws XMLStreamException {
		if (!node.label().isEmpty()) {
			this.xml.element("num", node.label());
		}
	}

	/**
	 * Opens an element with the node's own words: an introduction where more follows
	 * inside, else the content.
	 */
	private void words(String element, String id, Node node) throws XMLStreamException {
		this.xml.open(element, "eId", id);
		number(node);
		if (node.text().isEmpty() && !node.children().isEmpty()) {
			return;
		}
		this.xml.open(node.children().isEmpty() ? "content" : "intro");
		this.xml.open("p");
		linked(node);
		this.xml.close();
		this.xml.close();
	}

	private void linked(Node node) throws XMLStreamException {
		for (FormatLink.Piece piece : FormatLink.pieces(node.text(), this.links.getOrDefault(node.id(), List.of()))) {
			if (piece.href().isEmpty()) {
				this.xml.words(piece.text());
			}
			else {
				this.xml.open("ref", "href", AkomaNtosoXml.iri(piece.href()));
				this.xml.words(piece.text());
				this.xml.close();
			}
		}
	}

	private void table(Node node) throws XMLStreamException {
		FormatTable table = FormatTable.of(node.text());
		this.xml.open(node.children().isEmpty() ? "content" : "intro");
		if (table.rows().isEmpty()) {
			this.xml.element("p", "");
		}
		else {
			this.xml.open("table");
			for (int i = 0; i < table.rows().size(); i++) {
				this.xml.open("tr");
				for (String cell : table.rows().get(i)) {
					this.xml.open((i == 0 && table.heading()) ? "th" : "td");
					this.xml.element("p", cell);
					this.xml.close();
				}
				this.xml.close();
			}
			this.xml.close();
		}
		this.xml.close();
	}

}
