package renda.legislation.personnel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Purpose;
import renda.legislation.post.Post;
import renda.legislation.post.PostKind;
import renda.platform.web.Text;

/**
 * Who is to be what, by which act, and who asks for it.
 *
 * @param act what the standing committee is asked to do
 * @param person the person concerned
 * @param post the post, as it stood when this was drafted
 * @param term the term of the congress
 * @param by who asks for it
 * @param meetingOn the first day of the meeting it is meant for
 * @param newGovernmentOn the day the leaders of a new government were elected, where this
 * fills a post of it for the first time
 * @param newBody whether the organ is new
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Nomination(Act act, Person person, PostHeld post, int term, Proposer by, LocalDate meetingOn,
		@Nullable LocalDate newGovernmentOn, boolean newBody) {

	public Nomination onto(LocalDate meeting) {
		return new Nomination(this.act, this.person, this.post, this.term, this.by, meeting, this.newGovernmentOn,
				this.newBody);
	}

	public PostKind kind() {
		return this.post.kind();
	}

	/**
	 * Whether the law allows the act for such a post, and whoever asks for it may do so.
	 */
	public boolean isLawful() {
		return fits() && isCompetent();
	}

	private boolean fits() {
		PostKind kind = kind();
		boolean appointed = kind.means() == PostKind.Means.APPOINT || kind.means() == PostKind.Means.DECIDE;
		return switch (this.act) {
			case APPOINT, DISMISS -> appointed;
			case APPROVE, APPROVE_DISMISSAL -> kind.means() == PostKind.Means.APPROVE;
			case ACTING -> kind.means() == PostKind.Means.ELECT && kind.organClass().isClosedToMembers();
			case RESIGNATION -> kind.resigns();
			case REMOVE -> kind.removable();
			case ELECT -> kind.elected();
		};
	}

	private boolean isCompetent() {
		return switch (this.act) {
			case APPOINT, DISMISS, APPROVE, APPROVE_DISMISSAL ->
				(kind().nominator() == PostKind.Nominator.COUNCIL) ? this.by.kind() == Proposer.Kind.COUNCIL
						: this.by.kind() == Proposer.Kind.ORGAN && this.by.organ().equals(kind().nominatorOrgan());
			case ACTING -> this.by.kind() == Proposer.Kind.COUNCIL;
			case RESIGNATION -> this.by.kind() == Proposer.Kind.PERSON;
			case REMOVE -> this.by.kind() == Proposer.Kind.COUNCIL || this.by.kind() == Proposer.Kind.MEMBERS
					|| (this.by.kind() == Proposer.Kind.ORGAN && this.by.head());
			case ELECT -> this.by.kind() == Proposer.Kind.CONGRESS || this.by.kind() == Proposer.Kind.PRESIDIUM
					|| this.by.kind() == Proposer.Kind.DEPUTIES;
		};
	}

	/**
	 * The rule that says who asks for such an act.
	 */
	public String rule() {
		return switch (this.act) {
			case APPOINT, DISMISS, APPROVE, APPROVE_DISMISSAL -> kind().rule();
			case ACTING -> "APT-02";
			case RESIGNATION -> "APT-08";
			case REMOVE -> "INQ-22";
			case ELECT -> "MTG-15";
		};
	}

	/**
	 * The facts on which somebody is refused who may not ask for the act.
	 */
	public Map<String, Object> asked() {
		return Map.of("act", this.act.name(), "post", this.post.code(), "kind", kind().code(), "nominator",
				kind().nominator().name(), "nominatorOrgan", kind().nominatorOrgan(), "proposer", this.by.kind().name(),
				"organ", this.by.organ());
	}

	/**
	 * What it is called on an agenda.
	 */
	public String title() {
		return this.act.title().zh() + "：" + this.person.name() + "，" + this.post.title();
	}

	/**
	 * Somebody.
	 *
	 * @param key the key of the personnel file, by which the person is known everywhere
	 * here
	 * @param account the subject of the person's tokens; empty while none is known
	 */
	public record Person(String key, String name, String account) {
	}

	/**
	 * The post, as it stood on the day of the draft.
	 *
	 * @param organ the organ's code
	 * @param seats how many hold it at a time; missing: as many as there are
	 * @param abolished whether it had ended by then
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record PostHeld(UUID id, String code, PostKind kind, String organ, String title, String organName,
			@Nullable Integer seats, boolean abolished) {

		public static PostHeld of(Post post, LocalDate on) {
			return new PostHeld(post.id(), post.code(), post.kind(), post.organ(), post.title(), post.organName(),
					post.seats(), !post.existsOn(on));
		}

	}

	/**
	 * Who asks for an act.
	 *
	 * @param organ the organ's code; empty where it is none
	 * @param head whether the organ is the government, the supervisory commission, the
	 * court or the procuratorate itself
	 * @param members the members who move a removal, or the deputies in office who
	 * nominate a candidate
	 * @param accounts the subjects of their tokens
	 */
	public record Proposer(Kind kind, String organ, boolean head, List<UUID> members, List<String> accounts) {

		public Proposer {
			members = List.copyOf(members);
			accounts = List.copyOf(accounts);
		}

		public static Proposer of(Kind kind, String organ) {
			return new Proposer(kind, organ, false, List.of(), List.of());
		}

		/**
		 * What a proposer is.
		 */
		public enum Kind {

			/** 国家机关. */
			ORGAN,
			/** 主任会议. */
			COUNCIL,
			/** 常委会组成人员联名. */
			MEMBERS,
			/** 本人. */
			PERSON,
			/** 代表大会. */
			CONGRESS,
			/** 大会主席团. */
			PRESIDIUM,
			/** 代表联名. */
			DEPUTIES

		}

	}

	/**
	 * What the standing committee is asked to do.
	 */
	public enum Act {

		/** 任命、决定任命. */
		APPOINT(Text.of("任命", "appoint"), false, Purpose.APPOINT),
		/** 免职、决定免职. */
		DISMISS(Text.of("免职", "dismiss"), true, Purpose.DISMISS),
		/** 批准任命. */
		APPROVE(Text.of("批准任命", "approve an appointment"), false, Purpose.APPOINT),
		/** 批准免职. */
		APPROVE_DISMISSAL(Text.of("批准免职", "approve a dismissal"), true, Purpose.DISMISS),
		/** 决定代理. */
		ACTING(Text.of("决定代理", "acting"), false, Purpose.APPOINT),
		/** 接受辞职. */
		RESIGNATION(Text.of("接受辞职", "accept a resignation"), true, Purpose.RESIGNATION),
		/** 撤职. */
		REMOVE(Text.of("撤职", "remove"), true, Purpose.REMOVE),
		/** 选举，由代表大会. */
		ELECT(Text.of("选举", "elected by the congress"), false, Purpose.ELECT);

		private final Text title;

		private final boolean ending;

		private final Purpose purpose;

		Act(Text title, boolean ending, Purpose purpose) {
			this.title = title;
			this.ending = ending;
			this.purpose = purpose;
		}

		public Text title() {
			return this.title;
		}

		/**
		 * Whether it takes a post away.
		 */
		public boolean ends() {
			return this.ending;
		}

		public Purpose purpose() {
			return this.purpose;
		}

		/**
		 * The breakdown of the figure.
		 */
		public String counted() {
			return switch (this) {
				case APPOINT -> "APPOINT";
				case DISMISS -> "DISMISS";
				case APPROVE, APPROVE_DISMISSAL -> "APPROVE";
				case ACTING, RESIGNATION, REMOVE, ELECT -> "";
			};
		}

		/**
		 * Whether the candidate passes a law examination before.
		 */
		public boolean isExamined() {
			return this == APPOINT;
		}

		/**
		 * Whether the chair signs a certificate for it.
		 */
		public boolean isCertified() {
			return this == APPOINT || this == ACTING;
		}

		/**
		 * Whether an oath of the city follows; a county's chief procurator swears in the
		 * county.
		 */
		public boolean isSworn() {
			return this == APPOINT || this == ACTING || this == ELECT;
		}

	}

}
