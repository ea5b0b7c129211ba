package renda.legislation.oath;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Nomination;
import renda.legislation.post.PostKind;

/**
 * Somebody who was given a post, as the ceremony of the oath sees it.
 *
 * @param id the appointment
 * @param code its code
 * @param person the key of the personnel file
 * @param title the post
 * @param organ the organ's code
 * @param swears whether the act is one that an oath follows
 * @param approvalNeeded whether the level above has still to approve it
 * @param passedOn the day since which it holds; missing before
 * @param announced whether it is announced
 * @param sworn whether the oath for this post is taken
 * @param organiser who organises the oath
 */
record Appointee(UUID id, String code, String person, String name, String title, String organ, String organName,
		PostKind.OrganClass organClass, boolean swears, boolean approvalNeeded, @Nullable LocalDate passedOn,
		boolean announced, boolean sworn, PostKind.Organiser organiser, boolean sample) {

	static Appointee of(Appointment subject) {
		Nomination nomination = subject.nomination();
		return new Appointee(subject.id(), subject.code(), nomination.person().key(), nomination.person().name(),
				nomination.post().title(), nomination.post().organ(), nomination.post().organName(),
				subject.kind().organClass(), subject.act().isSworn(),
				subject.state() == Appointment.State.APPROVAL_NEEDED, subject.passedOn().orElse(null),
				subject.isPublic(), subject.settlement().oath() != null, organiser(subject), subject.sample());
	}

	/**
	 * After an election the presidium; of what is approved above, the chairpersons'
	 * meeting.
	 */
	private static PostKind.Organiser organiser(Appointment subject) {
		return (subject.act() == Nomination.Act.ELECT && !subject.kind().upperApproval()) ? PostKind.Organiser.PRESIDIUM
				: subject.kind().oathBy();
	}

}
