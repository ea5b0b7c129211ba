package renda.legislation.intake;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import renda.legislation.text.Warning;

/**
 * What became of one file of an import.
 *
 * @param position its place in the import, from 1
 * @param name its name
 * @param outcome what became of it
 * @param reason why it was refused, in Chinese and English; empty otherwise
 * @param regulationId the regulation it was entered in
 * @param title the title read
 * @param articles number of articles (条)
 * @param chapters number of chapters (章)
 * @param acts number of acts in the head note: passages, amendments, repeals
 * @param warnings what was odd, with its line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportedFile(int position, String name, Outcome outcome, String reason, @Nullable UUID regulationId,
		String title, int articles, int chapters, int acts, List<Warning> warnings) {

	/**
	 * What can become of a file.
	 */
	enum Outcome {

		/** A new regulation. */
		CREATED,
		/** A new text or history of a known regulation. */
		UPDATED,
		/** Known already. */
		UNCHANGED,
		/** Not a regulation, or not readable. */
		REFUSED

	}

}
