package renda.legislation.draft;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import renda.legislation.text.LegalText;
import renda.platform.web.Text;

/**
 * A draft of a case (草案). It never changes; the next one has the next number.
 *
 * @param id its id
 * @param kind the kind of case: {@code bill}
 * @param subject the case
 * @param number which draft of the case, from 1
 * @param label what it is: 草案, 草案修改稿, 草案表决稿
 * @param title the title of the text
 * @param articles number of articles (条)
 * @param warnings number of oddities that reading it survived
 * @param sha256 of the text as it was sent
 * @param text the structured text
 * @param viewers who may read it before it is released, besides those who work on drafts
 * @param released whether everyone may read it
 * @param createdAt when it was entered
 */
public record Draft(UUID id, String kind, UUID subject, int number, String label, String title, int articles,
		int warnings, String sha256, @JsonIgnore LegalText text, @JsonIgnore List<String> viewers, boolean released,
		OffsetDateTime createdAt) {

	public Draft {
		viewers = List.copyOf(viewers);
	}

	/**
	 * An article of a draft.
	 *
	 * @param id its id within the text: {@code art_10}
	 * @param label as printed: 第十条
	 * @param words its words as lines
	 */
	public record DraftArticle(String id, String label, String words) {
	}

	/**
	 * The articles in the order of the text.
	 */
	List<DraftArticle> listed() {
		return this.text.articles()
			.stream()
			.map((article) -> new DraftArticle(article.id(), article.label(), article.plainText()))
			.toList();
	}

	/**
	 * What drafts can be narrowed by.
	 *
	 * @param kind the kind of case
	 * @param subject the case
	 * @param released only those everyone may read, or only others
	 */
	record DraftFilter(@Nullable String kind, @Nullable UUID subject, @Nullable Boolean released) {
	}

	/**
	 * A draft in a list: without its text.
	 */
	public record DraftEntry(UUID id, String kind, UUID subject, int number, String label, String title, int articles,
			int warnings, String sha256, boolean released, OffsetDateTime createdAt) {
	}

	static Text unknown() {
		return Text.of("没有这份草案。", "There is no such draft.");
	}

}
