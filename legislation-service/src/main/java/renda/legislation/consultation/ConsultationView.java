package renda.legislation.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as the API shows it.
 *
 * @param subjectKind the kind of case consulted on, {@code bill}, or {@code text}
 * @param subject the case
 * @param href where it is; empty if nowhere
 * @param draft the draft commented on
 * @param from the first day
 * @param until the last day
 * @param notice where and how it was announced
 * @param decision the decision of the chairpersons' meeting for a shorter time; missing
 * if there is none
 * @param heard forums, expert meetings, hearings and assessments
 * @param contested whether opinions differ greatly
 * @param later the later drafts to which the comments were carried over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsultationView(UUID id, String code, Consultation.State state, LocalDate stateSince, String subjectKind,
		UUID subject, String subjectCode, String title, String href, @Nullable UUID draft, LocalDate from,
		LocalDate until, String notice, @Nullable String decision, List<Consultation.Longer> extensions,
		List<Consultation.ViewsHeard> heard, boolean contested, @Nullable LocalDate closedOn,
		@Nullable LocalDate summarisedOn, @Nullable LocalDate publishedOn, List<UUID> later, boolean sample,
		long version) {

	public static ConsultationView of(Consultation subject) {
		Consultation.Topic topic = subject.topic();
		Consultation.Period period = subject.period();
		Consultation.Course course = subject.course();
		return new ConsultationView(subject.id(), subject.code(), subject.state(), subject.stateSince(), topic.kind(),
				topic.id(), topic.code(), topic.title(), topic.href(), topic.draft(), period.from(), period.until(),
				period.notice(), period.decision().isEmpty() ? null : period.decision(), period.extensions(),
				subject.heard(), course.contested(), course.closedOn(), course.summarisedOn(), course.publishedOn(),
				course.later(), subject.sample(), subject.version());
	}

}
