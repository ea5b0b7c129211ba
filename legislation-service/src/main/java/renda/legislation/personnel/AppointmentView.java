package renda.legislation.personnel;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.legislation.post.PostKind;
import renda.platform.web.Text;

/**
 * An appointment as a caller sees it. The personnel file is shown to the nominator, the
 * personnel office and the chairpersons' meeting; to others it is missing.
 *
 * @param outcome how the last vote came out, explained
 * @param slate the list it is voted on with
 * @param unfiled with whom it has still to be filed
 * @param committeeSeat the seat in the standing committee that goes with it no more
 * @param certificateHref where the certificate can be printed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppointmentView(UUID id, String code, Appointment.State state, LocalDate stateSince, Nomination.Act act,
		Text actTitle, String person, String name, UUID post, String postCode, String title, String organ,
		String organName, PostKind.OrganClass organClass, PostKind.Nominator nominator, String rule, int term,
		@Nullable LocalDate meetingOn, @Nullable UUID slate, @Nullable LocalDate passedOn, @Nullable String outcome,
		@Nullable LocalDate announcedOn, @Nullable String announcement, @Nullable LocalDate noticeOn,
		@Nullable String certificate, @Nullable String certificateHref, @Nullable LocalDate swornOn,
		@Nullable LocalDate committedOn, @Nullable LocalDate endedOn, @Nullable String ground,
		@Nullable AppointmentCommitteeSeat committeeSeat, @Nullable List<Settlement.FiledWith.To> unfiled,
		@Nullable AppointmentProceedings proceedings, @Nullable AppointmentDossier file, boolean sample, long version) {

	/** Where appointments are. */
	public static final String PATH = "/api/v1/legislation/appointments";

	/**
	 * How much somebody sees.
	 */
	public enum Depth {

		/** What everyone may know once it is announced. */
		PUBLIC,
		/** What members have before them. */
		MEMBER,
		/** All. */
		FULL;

		private static final Set<String> BEHIND_DOORS = Set.of("record-complaint", "verify-complaint",
				"identify-member");

		private static final Set<String> AFTER_THE_VOTE = Set.of("appoint", "elect", "dismiss", "record-election",
				"record-upper-decision", "announce", "notify", "file-record", "certify", "swear", "commit", "complete",
				"end", "leave");

		/**
		 * Whether it is told that a step was taken.
		 */
		public boolean isTold(String step) {
			return switch (this) {
				case PUBLIC -> AFTER_THE_VOTE.contains(step);
				case MEMBER -> !BEHIND_DOORS.contains(step);
				case FULL -> true;
			};
		}

	}

	public static AppointmentView of(Appointment subject, Depth depth) {
		Nomination nomination = subject.nomination();
		Settlement settlement = subject.settlement();
		boolean inside = depth != Depth.PUBLIC;
		Settlement.Certificate certificate = settlement.certificate();
		return new AppointmentView(subject.id(), subject.code(), subject.state(), subject.stateSince(), subject.act(),
				subject.act().title(), nomination.person().key(), nomination.person().name(), nomination.post().id(),
				nomination.post().code(), nomination.post().title(), nomination.post().organ(),
				nomination.post().organName(), subject.kind().organClass(), subject.kind().nominator(),
				nomination.rule(), nomination.term(), inside ? nomination.meetingOn() : null,
				inside ? subject.hearing().slate() : null, subject.passedOn().orElse(null),
				settlement.lastVote().map(Settlement.CastVote::explanation).orElse(null), settlement.announcedOn(),
				said(settlement.announcement()), settlement.noticeOn(),
				(certificate != null) ? certificate.number() : null,
				(certificate != null) ? PATH + "/" + subject.id() + "/certificate" : null,
				(settlement.oath() != null) ? settlement.oath().on() : null, settlement.committedOn(),
				settlement.endedOn(), said(settlement.ground()), AppointmentCommitteeSeat.of(settlement, depth),
				inside ? subject.unfiled() : null, inside ? AppointmentProceedings.of(subject) : null,
				(depth == Depth.FULL) ? AppointmentDossier.of(subject) : null, subject.sample(), subject.version());
	}

	private static @Nullable String said(String text) {
		return text.isEmpty() ? null : text;
	}

	/**
	 * A seat in the standing committee that the post forbids (地方组织法 第四十七条). Whether a
	 * namesake is the person is the office's to find out, and nobody else is told before.
	 *
	 * @param member the member on the roll
	 * @param rule the rule
	 * @param identified whether the member is the person
	 * @param resigned whether the person is a member no more
	 * @param basis how it was settled
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AppointmentCommitteeSeat(UUID member, String rule, boolean identified, boolean resigned,
			@Nullable LocalDate settledOn, @Nullable String basis) {

		private static @Nullable AppointmentCommitteeSeat of(Settlement settlement, Depth depth) {
			CommitteeSeat seat = settlement.seat();
			if (seat == null || (!seat.identified() && depth != Depth.FULL)) {
				return null;
			}
			return new AppointmentCommitteeSeat(seat.member(), "MTG-35", seat.identified(),
					seat.identified() && seat.settledOn() != null, seat.settledOn(),
					(depth == Depth.FULL) ? said(seat.basis()) : null);
		}

	}

	/**
	 * What happened at meetings.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record AppointmentProceedings(Hearing.@Nullable Introduction introduction,
			List<Hearing.QuestionAnswered> questions, Hearing.@Nullable Spoken statement,
			Hearing.@Nullable Spoken defence, @Nullable LocalDate deliberatedOn, List<Settlement.CastVote> votes) {

		private static AppointmentProceedings of(Appointment subject) {
			Hearing hearing = subject.hearing();
			return new AppointmentProceedings(hearing.introduction(), hearing.questions(), hearing.statement(),
					hearing.defence(), hearing.deliberatedOn(), subject.settlement().votes());
		}

	}

	/**
	 * The personnel file, and what was decided upon it behind closed doors.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record AppointmentDossier(String form, String reasons, String evaluation, String setUpApproval,
			String publicity, List<UUID> attachments, List<PersonnelFile.GivenBack> returns,
			@Nullable LocalDate checkedOn, String opinion, String namesake, List<PersonnelFile.LawExam> exams,
			List<PersonnelFile.Complaint> complaints, String doubt, String next, String withdrawal, String consent,
			String commitment) {

		private static AppointmentDossier of(Appointment subject) {
			PersonnelFile file = subject.file();
			Hearing hearing = subject.hearing();
			return new AppointmentDossier(file.form(), file.reasons(), file.evaluation(), file.setUpApproval(),
					file.publicity(), file.attachments(), file.returns(), file.checkedOn(), file.opinion(),
					file.namesake(), file.exams(), file.complaints(), hearing.doubt(), hearing.next(),
					hearing.withdrawal(), hearing.consent(), subject.settlement().commitment());
		}

	}

}
