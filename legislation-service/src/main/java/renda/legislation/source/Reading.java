package renda.legislation.source;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import renda.legislation.reference.Reference;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.source.Chronicle.Stage;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;
import renda.legislation.text.RegulationTitle;

/**
 * A text as it was read from a file, ready to be entered in the register.
 *
 * @param fileName the file's name, only shown and kept
 * @param fileDate the date in the file's name, a hint
 * @param raw the file, byte for byte
 * @param sha256 of the file
 * @param text the text
 * @param structure the text as JSON
 * @param links the references as JSON
 * @param references those that name another text
 * @param pieces what is searched
 * @param maker who made it
 * @param kind what it is
 * @param stages what it tells of its history
 */
public record Reading(String fileName, @Nullable LocalDate fileDate, byte[] raw, String sha256, LegalText text,
		String structure, String links, List<Reference> references, List<Piece> pieces, Lawmaker maker,
		RegulationKind kind, List<Stage> stages) {

	/** The title as titles are compared. */
	public String titleKey() {
		return RegulationTitle.normalise(this.text.title());
	}

	/** Number of articles (条). */
	public int articles() {
		return this.text.articles().size();
	}

	/** Number of chapters (章). */
	public int chapters() {
		return (int) this.text.nodes().filter((node) -> node.kind() == Node.Kind.CHAPTER).count();
	}

	/** Number of acts told of: passages, amendments, repeals. */
	public int acts() {
		return this.stages.size();
	}

	/** The same text, with what the register's keeper knows of its history. */
	public Reading with(RegulationKind kind, List<Stage> stages) {
		return new Reading(this.fileName, this.fileDate, this.raw, this.sha256, this.text, this.structure, this.links,
				this.references, this.pieces, this.maker, kind, stages);
	}

	/**
	 * A piece that is found by search: an article, or a paragraph where there are none.
	 *
	 * @param nodeId the node's id
	 * @param label as printed
	 * @param path the headings above
	 * @param words its words
	 * @param vector its terms, as a tsvector literal
	 */
	public record Piece(String nodeId, String label, String path, String words, String vector) {
	}

}
