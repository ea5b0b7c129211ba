package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.legislation.resolution.Course.Words;
import renda.platform.workflow.Lists;

/**
 * How a resolution is carried out.
 *
 * @param tasks what each executing organ has to do
 * @param followUps what the standing committee's side did to see it done
 */
record Execution(List<Task> tasks, List<FollowUp> followUps) {

	static final Execution NONE = new Execution(List.of(), List.of());

	Execution {
		tasks = List.copyOf(tasks);
		followUps = List.copyOf(followUps);
	}

	/**
	 * The codes of the organs that have not reported the end.
	 */
	List<String> open() {
		return this.tasks.stream().filter((task) -> task.completedOn() == null).map(Task::organ).toList();
	}

	Optional<Task> task(String organ) {
		return this.tasks.stream().filter((task) -> task.organ().equals(organ)).findFirst();
	}

	Execution with(String organ, UnaryOperator<Task> change) {
		return new Execution(
				this.tasks.stream().map((task) -> task.organ().equals(organ) ? change.apply(task) : task).toList(),
				this.followUps);
	}

	Execution with(UnaryOperator<Task> change) {
		return new Execution(this.tasks.stream().map(change).toList(), this.followUps);
	}

	Execution followed(FollowUp followUp) {
		return new Execution(this.tasks, Lists.plus(this.followUps, followUp));
	}

	/**
	 * What one organ has to do.
	 *
	 * @param organ its code
	 * @param task what; empty for the whole resolution
	 * @param dueOn the last day that the resolution fixes; missing where it fixes none
	 * @param reports its reports, in order
	 * @param pending the extension it has asked for and that is not decided
	 * @param extensions those that were decided
	 * @param completedOn the day of its last report
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Task(String organ, String task, @Nullable LocalDate dueOn, List<Words> reports, @Nullable Extension pending,
			List<Extension> extensions, @Nullable LocalDate completedOn) {

		Task {
			reports = List.copyOf(reports);
			extensions = List.copyOf(extensions);
		}

		static Task of(String organ, String task, @Nullable LocalDate dueOn) {
			return new Task(organ, task, dueOn, List.of(), null, List.of(), null);
		}

		Task reported(Words report, boolean last) {
			return new Task(this.organ, this.task, this.dueOn, Lists.plus(this.reports, report),
					last ? null : this.pending, this.extensions, last ? report.on() : null);
		}

		Task asking(Extension extension) {
			return new Task(this.organ, this.task, this.dueOn, this.reports, extension, this.extensions,
					this.completedOn);
		}

		/**
		 * The same once the standing committee has voted on what it asked for.
		 */
		Task answered(boolean granted, Voted vote) {
			if (this.pending == null) {
				return this;
			}
			Extension decided = this.pending.decided(granted, vote);
			return new Task(this.organ, this.task, granted ? decided.until() : this.dueOn, this.reports, null,
					Lists.plus(this.extensions, decided), this.completedOn);
		}

		Task again(LocalDate until) {
			return new Task(this.organ, this.task, until, this.reports, null, this.extensions, null);
		}

	}

	/**
	 * More time.
	 *
	 * @param granted whether the standing committee has approved it; missing before
	 * @param ballot the ballot in which it was voted upon
	 */
	@Schema(name = "ResolutionExtended")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Extension(LocalDate askedOn, LocalDate until, String reason, @Nullable Boolean granted,
			@Nullable LocalDate decidedOn, @Nullable UUID ballot) {

		Extension decided(boolean outcome, Voted vote) {
			return new Extension(this.askedOn, this.until, this.reason, outcome, vote.on(), vote.ballot());
		}

	}

	/**
	 * What was done to see it done.
	 */
	@Schema(name = "ResolutionFollowed")
	record FollowUp(LocalDate on, String by, String text) {
	}

}
