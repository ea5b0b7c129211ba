package renda.legislation.comment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.consultation.Consultation;
import renda.legislation.grouping.Grouping.Wording;
import renda.legislation.sender.Contact;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * A comment as it is written down (意见), one opinion of one sender.
 *
 * @param about what it is on
 * @param number which one of its topic
 * @param article the id of the article it is about; empty for the whole
 * @param label what that article is called
 * @param origin by which way and from whom it came
 * @param duplicateOf the same sender's same comment before it
 * @param consent whether the sender agrees that its words are shown
 * @param account the digest of the sender's account; empty for none
 * @param sender the digest of the account or address; empty where an office entered it
 * @param receipt the digest of its receipt
 */
public record Comment(UUID id, About about, String number, String article, String label, Origin origin,
		LocalDate madeOn, String text, Status status, String statusReason, @Nullable UUID duplicateOf, boolean consent,
		@Nullable UUID group, @Nullable Fate fate, String account, String sender, String receipt,
		byte @Nullable [] author, boolean sample) {

	Comment in(@Nullable UUID joined) {
		return new Comment(this.id, this.about, this.number, this.article, this.label, this.origin, this.madeOn,
				this.text, this.status, this.statusReason, this.duplicateOf, this.consent, joined, this.fate,
				this.account, this.sender, this.receipt, this.author, this.sample);
	}

	public Wording wording() {
		return new Wording(this.id, this.article, this.label, this.text);
	}

	Comment with(@Nullable Fate became) {
		return new Comment(this.id, this.about, this.number, this.article, this.label, this.origin, this.madeOn,
				this.text, this.status, this.statusReason, this.duplicateOf, this.consent, this.group, became,
				this.account, this.sender, this.receipt, this.author, this.sample);
	}

	/**
	 * What a comment is on: a consultation, or what was asked outside one.
	 *
	 * @param topic what near-equal comments are looked for in: the consultation, or
	 * outside one the subject
	 * @param consultation missing outside one
	 * @param draft the draft it was made on
	 * @param subject what it is about, outside a consultation; empty in one
	 * @param request the number of the letter that it answers; empty for none
	 */
	public record About(UUID topic, @Nullable UUID consultation, @Nullable UUID draft, String subject, String request) {

		static About in(Consultation consultation, String request) {
			return new About(consultation.id(), consultation.id(), consultation.topic().draft(), "", request);
		}

		static About outside(String subject, String request) {
			return new About(UUID.nameUUIDFromBytes(("subject/" + subject).getBytes(StandardCharsets.UTF_8)), null,
					null, subject, request);
		}

	}

	/**
	 * Whence a comment came.
	 *
	 * @param sourceId the contact point or expert; missing for others
	 * @param sourceName the name of the contact point, expert, organ or meeting; empty
	 * for others
	 * @param meeting the number of the consultation's meeting at which it was made
	 */
	public record Origin(Channel channel, Source source, @Nullable UUID sourceId, String sourceName,
			@Nullable Integer meeting) {
	}

	/**
	 * What became of a comment.
	 *
	 * @param outcome adopted, in part, not, or to be studied
	 * @param reason why
	 * @param changedDraft the later draft that follows it
	 * @param changedArticle the article there
	 * @param changedLabel what that article is called
	 */
	@Schema(name = "CommentAnswer")
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Fate(Outcome outcome, String reason, @Nullable UUID changedDraft, String changedArticle,
			String changedLabel, LocalDate answeredOn) {

		/**
		 * What became of a comment as a row says it: an outcome has its reason and its
		 * day, none has neither.
		 */
		public static @Nullable Fate of(@Nullable Outcome outcome, @Nullable String reason, @Nullable LocalDate on,
				LocalDate madeOn) {
			String why = Given.orEmpty(reason);
			if (outcome == null && on == null) {
				return null;
			}
			if (outcome == null) {
				throw Refusal.invalid("answeredOn",
						Text.of("没有结果的意见没有答复日期。", "What has no outcome has no day of an answer."));
			}
			if (why.isEmpty()) {
				throw Refusal.invalid("reason", Text.of("有结果的须写明理由。", "An outcome has its reason."));
			}
			if (on == null || on.isBefore(madeOn)) {
				throw Refusal.invalid("answeredOn",
						Text.of("有结果的须写明答复日期，不早于提出日期 %s。", "An outcome has its day, not before %s.", madeOn));
			}
			return new Fate(outcome, why, null, "", "", on);
		}

	}

	/**
	 * A comment of the public.
	 *
	 * @param article the id of the article in the draft's text; missing: on the whole
	 * @param publish whether its words may be shown at once; else once the office has
	 * released them
	 * @param contactPoint the contact point it comes through; for those with an account
	 */
	@Schema(name = "CommentOnDraft")
	record Made(@Nullable @Size(max = 100) String article, @NotBlank @Size(max = 5_000) String text,
			@Nullable @Valid Contact author, @Nullable Boolean publish, @Nullable UUID contactPoint) {
	}

	/**
	 * A comment that came another way, entered by an office.
	 *
	 * @param meeting the number of the consultation's meeting at which it was made
	 */
	@Schema(name = "CommentCollected")
	record Collected(@Nullable @Size(max = 100) String article, @NotBlank @Size(max = 20_000) String text,
			@NotNull Source source, @Nullable UUID sourceId, @Nullable @Size(max = 100) String sourceName,
			@Nullable @Positive Integer meeting, @NotNull LocalDate madeOn, @Nullable @Valid Contact author,
			@Nullable Boolean publish) {
	}

	/**
	 * What a contact point or an expert says when asked.
	 *
	 * @param subject what it is about
	 * @param request the number of the letter it answers; empty where it came unasked
	 * @param article the id of the article it is about; missing: the whole
	 * @param consent whether its words may be shown to everyone
	 */
	public record Opinion(String subject, String request, @Nullable String article, String text, LocalDate madeOn,
			boolean consent, boolean sample) {
	}

	/**
	 * Why something is done with a comment.
	 */
	@Schema(name = "CommentReason")
	record Reason(@NotBlank @Size(max = 500) String reason) {
	}

	/**
	 * That a comment was taken.
	 *
	 * @param number which one of its consultation
	 * @param receipt by which the answer is found without an account; shown only once
	 * @param held whether it waits for the office to look at it first
	 */
	@Schema(name = "CommentReceipt")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Taken(UUID id, @Nullable UUID consultation, String number, @Nullable String receipt, boolean held) {

		Taken with(String code) {
			return new Taken(this.id, this.consultation, this.number, code, this.held);
		}

	}

	/**
	 * How it came.
	 */
	public enum Channel {

		/** 网上. */
		ONLINE,
		/** 线下. */
		OFFLINE

	}

	/**
	 * From whom it came.
	 */
	public enum Source {

		/** 公众. */
		PUBLIC(Text.of("公众", "the public")),
		/** 基层立法联系点. */
		CONTACT_POINT(Text.of("基层立法联系点", "contact points")),
		/** 立法专家. */
		EXPERT(Text.of("立法专家", "experts")),
		/** 人大代表. */
		DEPUTY(Text.of("人大代表", "deputies")),
		/** 机关、组织. */
		ORGAN(Text.of("机关、组织", "organs and organisations")),
		/** 座谈会、论证会、听证会. */
		MEETING(Text.of("座谈会、论证会、听证会", "meetings"));

		private final Text title;

		Source(Text title) {
			this.title = title;
		}

		public Text title() {
			return this.title;
		}

		/**
		 * Whether its name is shown to everyone.
		 */
		boolean isNamed() {
			return this == CONTACT_POINT || this == ORGAN || this == MEETING;
		}

	}

	/**
	 * Whether it counts.
	 */
	public enum Status {

		/** Counted. */
		RECEIVED,
		/** Held back until the office has looked at it. */
		SUSPECT,
		/** Not an opinion; marked with the reason. */
		SPAM,
		/** The same sender has said the same before. */
		DUPLICATE

	}

	/**
	 * What became of it.
	 */
	public enum Outcome {

		/** 采纳. */
		ADOPTED(Text.of("采纳", "adopted")),
		/** 部分采纳. */
		PARTLY(Text.of("部分采纳", "adopted in part")),
		/** 不采纳. */
		NOT_ADOPTED(Text.of("不采纳", "not adopted")),
		/** 另行研究. */
		STUDIED(Text.of("另行研究", "to be studied"));

		private final Text title;

		Outcome(Text title) {
			this.title = title;
		}

		public Text title() {
			return this.title;
		}

	}

}
