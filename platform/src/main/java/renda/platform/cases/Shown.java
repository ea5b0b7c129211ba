package renda.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import renda.platform.deadline.Deadline;
import renda.platform.deadline.DueDate;
import renda.platform.deadline.Holder;
import renda.platform.web.Text;

/**
 * A case as one caller sees it.
 *
 * @param view the case itself
 * @param actions what this caller may do to it now
 * @param deadlines its clocks
 * @param links where its timeline is, and the workflow it follows
 */
public record Shown<V>(@JsonUnwrapped V view, List<Offer> actions, List<Clocked> deadlines, Map<String, String> links) {

	/**
	 * A step that the caller may take now.
	 *
	 * @param name the step's name
	 * @param title what it is called
	 * @param method always POST
	 * @param href where
	 * @param input the JSON schema of the body
	 */
	public record Offer(String name, Text title, String method, String href, Object input) {
	}

	/**
	 * A clock of the case.
	 *
	 * @param name its name in the workflow
	 * @param rule the rule that sets it
	 * @param citation law and article
	 * @param holder who has to act: {@code organ:…}, {@code role:…} or {@code person}
	 * @param startedOn the day that started it, which is not counted
	 * @param limit how long it runs, such as {@code 3m}, {@code 10wd}
	 * @param dueOn the last day
	 * @param status as of today
	 * @param endedOn when it was done or became needless
	 * @param lateReason why it was late
	 * @param computed how the last day was computed, step by step
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Clocked(String name, Text title, String rule, String citation, String holder, LocalDate startedOn,
			String limit, LocalDate dueOn, Deadline.Status status, @Nullable LocalDate endedOn,
			@Nullable String lateReason, List<DueDate.Explained> computed) {

		static Clocked of(Deadline clock, LocalDate today) {
			boolean person = clock.holder().kind() == Holder.Kind.PERSON;
			return new Clocked(clock.name(), clock.title(), clock.rule(), clock.citation(),
					person ? "person" : clock.holder().text(), clock.startedOn(), clock.limit().text(), clock.dueOn(),
					clock.statusOn(today), clock.endedOn(), clock.lateReason().isEmpty() ? null : clock.lateReason(),
					clock.computed());
		}

	}

}
