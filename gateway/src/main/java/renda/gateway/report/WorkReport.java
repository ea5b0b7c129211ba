package renda.gateway.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import renda.gateway.problem.Text;

/**
 * The figures of a term with the sentences they stand in.
 *
 * @param term the term of the congress (届)
 * @param asOf the last day counted
 * @param complete whether every service answered
 * @param missing the services that did not
 * @param sections the parts
 */
@JsonPropertyOrder({ "term", "asOf", "complete", "missing", "sections" })
record WorkReport(int term, LocalDate asOf, boolean complete, List<String> missing, List<Part> sections) {

	/**
	 * The figures that were counted, in the order of the sentences.
	 */
	List<Shown> counted() {
		return this.sections.stream()
			.flatMap((part) -> part.sentences().stream())
			.flatMap((said) -> said.figures().stream())
			.filter((figure) -> figure.state() == State.COUNTED)
			.toList();
	}

	/**
	 * One part.
	 *
	 * @param title its heading
	 * @param sentences what it says
	 */
	@JsonPropertyOrder({ "title", "sentences" })
	record Part(Text title, List<Said> sentences) {
	}

	/**
	 * One sentence.
	 *
	 * @param text with the figures filled in
	 * @param figures the figures in it
	 */
	@JsonPropertyOrder({ "text", "figures" })
	record Said(Text text, List<Shown> figures) {
	}

	/**
	 * One figure.
	 *
	 * @param key its name
	 * @param service who counts it
	 * @param state whether there is a number
	 * @param value the exact number, or null
	 * @param display as the report shows it: {@code 240余}, or null
	 * @param unit its measure word
	 * @param title what is counted
	 * @param definition which records
	 * @param items where the records are
	 * @param missing whether the service did not answer
	 * @param reason why there is no number
	 */
	@JsonInclude(Include.NON_NULL)
	@JsonPropertyOrder({ "key", "service", "state", "value", "display", "unit", "title", "definition", "items",
			"missing", "reason" })
	record Shown(String key, String service, State state, @Nullable Long value, @Nullable String display,
			@Nullable Text unit, @Nullable Text title, @Nullable Text definition, @Nullable String items,
			boolean missing, @Nullable Text reason) {

		/** What is counted: {@code 市人大代表}; the key where the service has no title. */
		String name(Locale language) {
			return (this.title != null) ? this.title.in(language) : this.key;
		}

		/** The exact number with its measure word: {@code 246名}, {@code 246 deputies}. */
		String number(Locale language) {
			if (this.unit == null) {
				return String.valueOf(this.value);
			}
			return this.value + (Locale.ENGLISH.equals(language) ? " " : "") + this.unit.in(language);
		}

		/** Which records; empty where the service does not say. */
		String records(Locale language) {
			return (this.definition != null) ? this.definition.in(language) : "";
		}

	}

	/**
	 * Whether there is a number.
	 */
	enum State {

		/** The service counted. */
		COUNTED,
		/** The service answered and does not know such a figure yet. */
		NOT_RECORDED,
		/** The service did not answer. */
		MISSING

	}

}
