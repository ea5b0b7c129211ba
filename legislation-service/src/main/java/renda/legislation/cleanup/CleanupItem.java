package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import renda.legislation.cleanup.CleanupRound.Act;
import renda.legislation.impact.Referring.Referrer;

/**
 * One of the city's texts in the scope of a round.
 *
 * @param regulation its id in the register
 * @param title its title
 * @param articles the articles that refer to the superior law, as printed
 * @param proposed whether the register proposed it, from its references
 * @param body the code of the body that drafted it and checks it; empty before it is
 * named
 * @param check what that body found
 * @param verdict what was decided
 * @param bill what was started upon it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CleanupItem(UUID regulation, String title, List<String> articles, boolean proposed, String body,
		@Nullable Check check, @Nullable Verdict verdict, @Nullable Bill bill) {

	CleanupItem {
		articles = List.copyOf(articles);
	}

	static CleanupItem of(Referrer text, boolean proposed) {
		return new CleanupItem(text.id(), text.title(), text.labels(), proposed, "", null, null, null);
	}

	CleanupItem by(String drafted) {
		return new CleanupItem(this.regulation, this.title, this.articles, this.proposed, drafted, this.check,
				this.verdict, this.bill);
	}

	CleanupItem checked(Check found) {
		return new CleanupItem(this.regulation, this.title, this.articles, this.proposed, this.body, found,
				this.verdict, this.bill);
	}

	CleanupItem decided(Verdict what) {
		return new CleanupItem(this.regulation, this.title, this.articles, this.proposed, this.body, this.check, what,
				this.bill);
	}

	CleanupItem started(Bill what) {
		return new CleanupItem(this.regulation, this.title, this.articles, this.proposed, this.body, this.check,
				this.verdict, what);
	}

	/**
	 * Whether the decision asks for a bill and none was started.
	 */
	boolean waits() {
		return this.verdict != null && this.verdict.act() != Act.KEEP && this.bill == null;
	}

	/**
	 * What the body that drafted it found.
	 */
	record Check(LocalDate on, Act act, String reason) {
	}

	/**
	 * What was decided about it.
	 *
	 * @param decision the decision it rests on
	 */
	record Verdict(LocalDate on, Act act, String reason, String decision) {
	}

	/**
	 * What was started upon it.
	 *
	 * @param code the code of the bill, or of the project of the plan
	 * @param project the project; missing where it is a bill
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Bill(LocalDate on, String code, @Nullable UUID project) {
	}

}
