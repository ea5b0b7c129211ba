package renda.platform.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import renda.platform.web.Text;

/**
 * A step that was taken on a case.
 *
 * @param position the case's version after it
 * @param step the step's name
 * @param title what it is called
 * @param from the state before, empty for the step that opened the case
 * @param to the state after
 * @param on the day on which it was taken
 * @param at when it was entered
 * @param by who took it; shown to those who act in the case
 * @param actor as whom
 * @param rules the rules of the step
 * @param ruleSet the rules and numbers it was decided by
 * @param late the clocks that it ended after their last day
 * @param said what was sent; shown to those who act in the case
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineEntry(long position, String step, @Nullable Text title, String from, String to, LocalDate on,
		OffsetDateTime at, @Nullable String by, String actor, List<String> rules, String ruleSet, List<String> late,
		@Nullable Object said) {

	TimelineEntry titled(Text called) {
		return new TimelineEntry(this.position, this.step, called, this.from, this.to, this.on, this.at, this.by,
				this.actor, this.rules, this.ruleSet, this.late, this.said);
	}

	/**
	 * Without what was sent.
	 */
	TimelineEntry withoutWords() {
		return new TimelineEntry(this.position, this.step, this.title, this.from, this.to, this.on, this.at, this.by,
				this.actor, this.rules, this.ruleSet, this.late, null);
	}

	/**
	 * Without names and words.
	 */
	TimelineEntry forStrangers() {
		return new TimelineEntry(this.position, this.step, this.title, this.from, this.to, this.on, this.at, null,
				this.actor, this.rules, this.ruleSet, this.late, null);
	}

}
