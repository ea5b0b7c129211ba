package renda.platform.vote;

/**
 * The votes of one question, counted.
 *
 * @param votesFor 赞成
 * @param against 反对
 * @param abstained 弃权
 * @param notPressed those present who did not vote, 未按表决器
 * @param invalid papers that say nothing or too much, 无效票; they are cast and count for
 * nothing
 */
public record Tally(int votesFor, int against, int abstained, int notPressed, int invalid) {

	/** No vote at all. */
	public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

	public Tally {
		if (votesFor < 0 || against < 0 || abstained < 0 || notPressed < 0 || invalid < 0) {
			throw new IllegalArgumentException("fewer than no votes");
		}
	}

	/**
	 * The votes without invalid ones.
	 */
	public static Tally of(int votesFor, int against, int abstained, int notPressed) {
		return new Tally(votesFor, against, abstained, notPressed, 0);
	}

	/**
	 * The valid votes cast.
	 */
	public int cast() {
		return this.votesFor + this.against + this.abstained;
	}

	/**
	 * Everybody who was there to vote.
	 */
	public int present() {
		return cast() + this.notPressed + this.invalid;
	}

}
