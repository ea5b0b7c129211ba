package renda.legislation.examination;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A word in a document that mostly needs a power its maker does not have: somebody
 * answers for it by name before the document passes.
 *
 * @param number which lock of the document, from 1
 * @param kind what the word is about
 * @param word the word found
 * @param rule the rule it is looked at by
 * @param basis the law that reserves it, with its article
 * @param place the article it stands in, as printed; or the line
 * @param words the words around it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilingLock(int number, Kind kind, String word, String rule, String basis, String place, String words,
		@Nullable LockAnswer answer) {

	public FilingLock answered(LockAnswer given) {
		return new FilingLock(this.number, this.kind, this.word, this.rule, this.basis, this.place, this.words, given);
	}

	/**
	 * What the words are about.
	 */
	public enum Kind {

		/** 行政处罚. */
		PENALTY,
		/** 行政许可、审批. */
		LICENCE,
		/** 行政强制. */
		COERCION,
		/** 收费. */
		CHARGE,
		/** 减损权利、增加义务的证明等. */
		BURDEN,
		/** 没有可机读的文本. */
		UNREADABLE

	}

	/**
	 * A reviewer's answer.
	 *
	 * @param lawful whether the words stay within the maker's powers
	 */
	@Schema(name = "FilingLockAnswer")
	public record LockAnswer(boolean lawful, String reason, String by, LocalDate on) {
	}

}
