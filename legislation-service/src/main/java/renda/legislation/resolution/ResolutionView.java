package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.legislation.member.Body;
import renda.legislation.motion.MoverKind;
import renda.legislation.resolution.Course.Deliberation;
import renda.legislation.resolution.Course.Words;
import renda.legislation.resolution.Execution.Extension;
import renda.legislation.resolution.Execution.FollowUp;
import renda.legislation.resolution.Execution.Task;
import renda.platform.web.Given;
import renda.platform.web.Text;

/**
 * A resolution as the API shows it. How it came about, opinions and what is asked for
 * stand only in the view of those who act in it.
 *
 * @param text the words as adopted; before, to those who may read it, those of the draft
 * @param mover what the mover is
 * @param moverOrgan the code of the organ or committee that moved it
 * @param movers the members who moved it together
 * @param shortNotice why it came late; to those who act in it
 * @param vote how it was voted upon; missing before
 * @param structured where the text stands taken apart into its articles
 * @param tasks who carries it out, and the reports
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResolutionView(UUID id, String code, Resolution.State state, LocalDate stateSince, String title,
		Motion.Form form, Motion.Type type, int term, Body body, String text, @Nullable String explanation,
		@Nullable String country, @Nullable String city, MoverKind mover, @Nullable String moverOrgan,
		List<String> movers, LocalDate submittedOn, @Nullable String committee, @Nullable Words examination,
		@Nullable LocalDate listedOn, @Nullable String shortNotice, @Nullable Deliberation deliberation,
		@Nullable String withdrawalAsked, @Nullable String ended, @Nullable Words opinions, @Nullable Words answer,
		@Nullable Result vote, @Nullable LocalDate adoptedOn, @Nullable LocalDate publishedOn,
		@Nullable String publishedIn, @Nullable String structured, List<Part> tasks, List<FollowUp> followUps,
		@Nullable LocalDate executedOn, boolean sample, long version) {

	/**
	 * A view.
	 * @param whole whether for somebody who acts in it
	 */
	static ResolutionView of(Resolution resolution, boolean whole) {
		Motion motion = resolution.motion();
		Course course = resolution.course();
		Resolution.Publication publication = resolution.publication();
		return new ResolutionView(resolution.id(), resolution.code(), resolution.state(), resolution.stateSince(),
				motion.title(), motion.form(), motion.type(), resolution.term(), resolution.body(),
				(publication != null) ? publication.text() : motion.draft(), whole ? motion.explanation() : null,
				Given.orNull(motion.country()), Given.orNull(motion.city()), motion.mover().kind(),
				Given.orNull(motion.mover().organ()),
				motion.mover()
					.members()
					.stream()
					.map((member) -> (member.name() != null) ? member.name() : "")
					.toList(),
				motion.submittedOn(), Given.orNull(course.committee()), whole ? course.examination() : null,
				course.listedOn(), whole ? Given.orNull(course.shortNotice()) : null,
				whole ? course.deliberation() : null, whole ? Given.orNull(course.withdrawal()) : null,
				whole ? Given.orNull(course.ended()) : null, whole ? course.opinions() : null,
				whole ? course.answer() : null, Result.of(resolution.vote()), resolution.adoptedOn().orElse(null),
				(publication != null) ? publication.on() : null, (publication != null) ? publication.where() : null,
				(publication != null && publication.structured())
						? "/api/v1/legislation/drafts?kind=" + Resolution.KIND + "&subject=" + resolution.id() : null,
				resolution.execution().tasks().stream().map((task) -> Part.of(task, whole)).toList(),
				whole ? resolution.execution().followUps() : List.of(), resolution.executedOn().orElse(null),
				resolution.sample(), resolution.version());
	}

	/**
	 * How it was voted upon.
	 */
	@Schema(name = "ResolutionResult")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Result(LocalDate on, @Nullable UUID ballot, @Nullable UUID meeting, String meetingName, int members,
			int present, int votesFor, int against, int abstained, int notPressed, int needed, boolean passed,
			String rule, String citation, Text explanation) {

		private static @Nullable Result of(@Nullable Voted vote) {
			return (vote == null) ? null
					: new Result(vote.on(), vote.ballot(), vote.meeting(), vote.meetingName(), vote.members(),
							vote.present(), vote.votesFor(), vote.against(), vote.abstained(), vote.notPressed(),
							vote.needed(), vote.passed(), vote.rule(), vote.citation(), vote.explanation());
		}

	}

	/**
	 * What an organ has to do, and what it reported.
	 *
	 * @param asked the extension that is not decided; to those who act in it
	 */
	@Schema(name = "ResolutionPart")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Part(String organ, String task, @Nullable LocalDate dueOn, @Nullable LocalDate completedOn,
			List<Words> reports, @Nullable Extension asked, List<Extension> extensions) {

		private static Part of(Task task, boolean whole) {
			return new Part(task.organ(), task.task(), task.dueOn(), task.completedOn(), task.reports(),
					whole ? task.pending() : null, task.extensions());
		}

	}

}
