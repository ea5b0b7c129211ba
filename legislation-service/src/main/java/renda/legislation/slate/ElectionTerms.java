package renda.legislation.slate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.platform.vote.Contender;

/**
 * The terms of an election, as the presidium decides on them by the election rules
 * (选举办法).
 *
 * @param post the post
 * @param seats how many are to be elected (应选名额)
 * @param byElection whether it fills seats within a term (补选)
 * @param decision by what the congress decided to fill at this session the seats that
 * stayed empty (另行选举); empty for a first election
 * @param nominationsFrom since when candidates could be nominated
 * @param runOff who is voted on again; missing unless that is needed
 * @param places how many places on the list of candidates a preliminary election (预选) has
 * still to decide on; missing where those on the list stand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ElectionTerms(UUID post, int seats, boolean byElection, String decision, LocalDate nominationsFrom,
		@Nullable RunOff runOff, @Nullable Integer places) {

	/**
	 * Terms of an election whose candidates stand.
	 */
	public static ElectionTerms of(UUID post, int seats, boolean byElection, String decision,
			LocalDate nominationsFrom) {
		return new ElectionTerms(post, seats, byElection, decision, nominationsFrom, null, null);
	}

	/**
	 * The same where a preliminary election decides on so many places first.
	 */
	public ElectionTerms preliminary(@Nullable Integer open) {
		return new ElectionTerms(this.post, this.seats, this.byElection, this.decision, this.nominationsFrom,
				this.runOff, open);
	}

	/**
	 * The terms after a ballot: some are voted on again, or whoever a preliminary
	 * election has listed stands.
	 */
	public ElectionTerms again(@Nullable RunOff among) {
		return new ElectionTerms(this.post, this.seats, this.byElection, this.decision, this.nominationsFrom, among,
				(among != null) ? this.places : null);
	}

	/**
	 * Whether it fills seats that an election of this congress left empty.
	 */
	public boolean another() {
		return !this.decision.isEmpty();
	}

	/**
	 * A run-off (再次投票).
	 *
	 * @param seats for how many seats, or places on the list of candidates
	 * @param contenders those with as many votes; somebody written in is no case
	 */
	public record RunOff(int seats, List<Contender> contenders) {

		public RunOff {
			contenders = List.copyOf(contenders);
		}

	}

}
