package renda.legislation.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import renda.legislation.text.Node;
import renda.legislation.text.Node.Kind;

/**
 * Builds the tree of nodes from pieces in the order of the text, and gives each its id.
 */
final class Tree {

	private final Map<String, Integer> ids = new HashMap<>();

	private final Branch root = new Branch(Piece.of(Kind.PART, 0, ""), "", 0);

	/** The open headings and annexes, the innermost first. */
	private final Deque<Branch> open = new ArrayDeque<>();

	private @Nullable Branch article;

	private @Nullable Branch paragraph;

	private @Nullable Branch item;

	private Tree() {
		this.open.push(this.root);
	}

	static List<Node> build(List<Piece> pieces) {
		Tree tree = new Tree();
		for (Piece piece : pieces) {
			tree.add(piece);
		}
		return tree.root.nodes();
	}

	private void add(Piece piece) {
		switch (piece.kind()) {
			case PART, SUBPART, CHAPTER, SECTION, HEADING, ANNEX -> heading(piece);
			case ARTICLE -> article(piece);
			case PARAGRAPH, TABLE -> paragraph(piece);
			case ITEM -> this.item = under((this.paragraph != null) ? this.paragraph : container(), piece, "item");
			case POINT -> point(piece);
		}
	}

	private void heading(Piece piece) {
		int rank = rank(piece);
		while (this.open.size() > 1 && this.open.element().rank >= rank) {
			this.open.pop();
		}
		Branch parent = this.open.element();
		String prefix = switch (piece.kind()) {
			case PART -> "prt";
			case SUBPART -> "subprt";
			case CHAPTER -> "chp";
			case SECTION -> "sec";
			case ANNEX -> "annex";
			default -> "hdg";
		};
		Branch branch = new Branch(piece, id(parent, prefix, piece), rank);
		parent.children.add(branch);
		this.open.push(branch);
		this.article = null;
		this.paragraph = null;
		this.item = null;
	}

	private static int rank(Piece piece) {
		return switch (piece.kind()) {
			case ANNEX -> 5;
			case PART -> 10;
			case SUBPART -> 20;
			case CHAPTER -> 30;
			case SECTION -> 40;
			default -> piece.label().isEmpty() ? 45
					: (piece.label().endsWith("、") && !Character.isDigit(piece.label().charAt(0))) ? 50
							: (piece.label().endsWith("）") || piece.label().endsWith(")")) ? 55 : 58;
		};
	}

	private void article(Piece piece) {
		Branch parent = this.open.element();
		Branch annex = this.open.stream().filter((branch) -> branch.piece.is(Kind.ANNEX)).findFirst().orElse(this.root);
		Branch branch = new Branch(piece.withText(""), id(annex, "art", piece), 60);
		parent.children.add(branch);
		this.article = branch;
		this.paragraph = null;
		this.item = null;
		String text = piece.text();
		if (text.isEmpty()) {
			return;
		}
		Label label = Label.item(text);
		if (label != null && !Character.isDigit(label.words().charAt(1))) {
			add(Piece.of(label, piece.line()));
		}
		else {
			paragraph(Piece.of(Kind.PARAGRAPH, piece.line(), text));
		}
	}

	private Branch container() {
		return (this.article != null) ? this.article : this.open.element();
	}

	private void paragraph(Piece piece) {
		Branch parent = container();
		boolean table = piece.is(Kind.TABLE);
		int number = table ? ++parent.tables : ++parent.paragraphs;
		Branch branch = under(parent, piece.withNumber("" + number), table ? "table" : "para");
		if (!table) {
			this.paragraph = branch;
		}
		this.item = null;
	}

	private void point(Piece piece) {
		Branch parent = (this.item != null) ? this.item : (this.paragraph != null) ? this.paragraph : container();
		under(parent, piece, "point");
	}

	private Branch under(Branch parent, Piece piece, String prefix) {
		Branch branch = new Branch(piece, id(parent, prefix, piece), 70);
		parent.children.add(branch);
		return branch;
	}

	private String id(Branch parent, String prefix, Piece piece) {
		if (piece.number().isEmpty() && piece.text().isEmpty()) {
			return unique((parent.id.isEmpty() ? "" : parent.id + "__") + prefix);
		}
		String number = piece.number().isEmpty() ? "x" + Integer.toHexString(piece.text().hashCode()) : piece.number();
		String id = (parent.id.isEmpty() ? "" : parent.id + "__") + prefix + "_" + number;
		return unique(id);
	}

	private String unique(String id) {
		int count = this.ids.merge(id, 1, Integer::sum);
		return (count == 1) ? id : id + "~" + count;
	}

	private static final class Branch {

		private final Piece piece;

		private final String id;

		private final int rank;

		private final List<Branch> children = new ArrayList<>();

		private int paragraphs;

		private int tables;

		Branch(Piece piece, String id, int rank) {
			this.piece = piece;
			this.id = id;
			this.rank = rank;
		}

		List<Node> nodes() {
			return this.children.stream()
				.map((branch) -> new Node(branch.piece.kind(), branch.id,
						branch.piece.is(Kind.PARAGRAPH) ? "" : branch.piece.label(), branch.piece.text(),
						branch.nodes()))
				.toList();
		}

	}

}
