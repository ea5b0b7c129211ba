package renda.legislation.personnel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.platform.rule.Share;

import static renda.platform.workflow.Lists.plus;

/**
 * What came of it.
 *
 * @param votes the votes, in order: more than one where it was proposed again
 * @param upper what the level above decided; missing where it was not asked
 * @param announcedOn the day it was announced
 * @param announcement the number of the announcement
 * @param noticeOn the day the organs concerned were told
 * @param noticed which organs
 * @param certificate the certificate of appointment (任命书)
 * @param filings with whom it was filed
 * @param oath the oath
 * @param missedOaths the days of ceremonies the person missed
 * @param commitment the commitment made on taking office (任职承诺)
 * @param committedOn the day of it
 * @param endedOn the day the person left the post
 * @param ground why
 * @param seat the seat in the standing committee that the person has to give up for the
 * post, or had to; missing for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Settlement(List<CastVote> votes, @Nullable UpperDecision upper, @Nullable LocalDate announcedOn,
		String announcement, @Nullable LocalDate noticeOn, List<String> noticed, @Nullable Certificate certificate,
		List<FiledWith> filings, @Nullable Oath oath, List<LocalDate> missedOaths, String commitment,
		@Nullable LocalDate committedOn, @Nullable LocalDate endedOn, String ground, @Nullable CommitteeSeat seat) {

	public static final Settlement NONE = new Settlement(List.of(), null, null, "", null, List.of(), null, List.of(),
			null, List.of(), "", null, null, "", null);

	public Settlement {
		votes = List.copyOf(votes);
		noticed = List.copyOf(noticed);
		filings = List.copyOf(filings);
		missedOaths = List.copyOf(missedOaths);
	}

	public Optional<CastVote> lastVote() {
		return this.votes.isEmpty() ? Optional.empty() : Optional.of(this.votes.getLast());
	}

	/**
	 * The day since which it holds: that of the vote, or of the approval above.
	 */
	public Optional<LocalDate> effectiveOn() {
		return (this.upper != null) ? Optional.of(this.upper.on()).filter((day) -> this.upper.approved())
				: lastVote().filter(CastVote::passed).map(CastVote::on);
	}

	boolean isFiledWith(FiledWith.To to) {
		return this.filings.stream().anyMatch((filing) -> filing.to() == to);
	}

	public Settlement voted(CastVote vote) {
		return changed((it) -> it.votes = plus(this.votes, vote));
	}

	public Settlement decidedAbove(UpperDecision decision) {
		return changed((it) -> it.upper = decision);
	}

	public Settlement announced(LocalDate on, String number) {
		return changed((it) -> {
			it.announcedOn = on;
			it.announcement = number;
		});
	}

	public Settlement with(@Nullable CommitteeSeat kept) {
		return changed((it) -> it.seat = kept);
	}

	/**
	 * The seat in the standing committee that the person has still to give up, or of
	 * which it is not known yet whether it is the person's.
	 */
	public Optional<CommitteeSeat> openSeat() {
		return Optional.ofNullable(this.seat).filter((one) -> one.settledOn() == null && this.endedOn == null);
	}

	public Settlement noticed(LocalDate on, List<String> organs) {
		return changed((it) -> {
			it.noticeOn = on;
			it.noticed = organs;
		});
	}

	public Settlement certified(Certificate signed) {
		return changed((it) -> it.certificate = signed);
	}

	public Settlement filed(FiledWith filing) {
		return changed((it) -> it.filings = plus(this.filings, filing));
	}

	public Settlement sworn(Oath taken) {
		return changed((it) -> it.oath = taken);
	}

	public Settlement missed(LocalDate on) {
		return changed((it) -> it.missedOaths = plus(this.missedOaths, on));
	}

	public Settlement committed(LocalDate on, String text) {
		return changed((it) -> {
			it.committedOn = on;
			it.commitment = text;
		});
	}

	public Settlement ended(LocalDate on, String why) {
		return changed((it) -> {
			it.endedOn = on;
			it.ground = why;
		});
	}

	private Settlement changed(Consumer<Changing> change) {
		Changing changing = new Changing(this);
		change.accept(changing);
		return new Settlement(changing.votes, changing.upper, changing.announcedOn, changing.announcement,
				changing.noticeOn, changing.noticed, changing.certificate, changing.filings, changing.oath,
				changing.missedOaths, changing.commitment, changing.committedOn, changing.endedOn, changing.ground,
				changing.seat);
	}

	/**
	 * The members of a settlement while one of them changes.
	 */
	private static final class Changing {

		private List<CastVote> votes;

		private @Nullable UpperDecision upper;

		private @Nullable LocalDate announcedOn;

		private String announcement;

		private @Nullable LocalDate noticeOn;

		private List<String> noticed;

		private @Nullable Certificate certificate;

		private List<FiledWith> filings;

		private @Nullable Oath oath;

		private List<LocalDate> missedOaths;

		private String commitment;

		private @Nullable LocalDate committedOn;

		private @Nullable LocalDate endedOn;

		private String ground;

		private @Nullable CommitteeSeat seat;

		private Changing(Settlement from) {
			this.votes = from.votes;
			this.upper = from.upper;
			this.announcedOn = from.announcedOn;
			this.announcement = from.announcement;
			this.noticeOn = from.noticeOn;
			this.noticed = from.noticed;
			this.certificate = from.certificate;
			this.filings = from.filings;
			this.oath = from.oath;
			this.missedOaths = from.missedOaths;
			this.commitment = from.commitment;
			this.committedOn = from.committedOn;
			this.endedOn = from.endedOn;
			this.ground = from.ground;
			this.seat = from.seat;
		}

	}

	/**
	 * A vote.
	 *
	 * @param ballot the ballot; missing for one that was held elsewhere
	 * @param members all members in office, as recorded for that meeting
	 * @param slate whether others were voted on with it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record CastVote(@Nullable UUID ballot, @Nullable UUID meeting, String meetingName, LocalDate on, int members,
			int present, int votesFor, int against, int abstained, int notPressed, boolean passed, boolean slate,
			String explanation) {

		/**
		 * Whether it passed, and those for it are as large a share of all members as the
		 * law asks for.
		 */
		public boolean isCarriedBy(Share share) {
			return this.passed && share.isReachedBy(this.votesFor, this.members);
		}

		public Map<String, Object> facts(Share share) {
			return Map.of("members", this.members, "votesFor", this.votesFor, "needed", share.leastOf(this.members));
		}

	}

	/**
	 * What the level above decided.
	 */
	public record UpperDecision(LocalDate on, boolean approved, String by, String document) {
	}

	/**
	 * A certificate of appointment.
	 *
	 * @param number its number
	 * @param signedBy the chair who signed it
	 * @param handedOn the day it was handed over at the ceremony; missing before
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Certificate(String number, String signedBy, LocalDate on, @Nullable LocalDate handedOn) {
	}

	/**
	 * That it was filed (备案).
	 */
	public record FiledWith(To to, LocalDate on, String document) {

		/**
		 * With whom.
		 */
		public enum To {

			/** 上一级人民政府. */
			UPPER_GOVERNMENT,
			/** 上一级人民检察院和人大常委会. */
			UPPER_PROCURATORATE,
			/** 本级人民代表大会. */
			CONGRESS

		}

	}

	/**
	 * An oath.
	 *
	 * @param ceremony the ceremony
	 * @param code its code
	 */
	public record Oath(UUID ceremony, String code, LocalDate on) {
	}

}
