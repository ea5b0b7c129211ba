package renda.legislation.meeting;

import java.time.LocalDate;

import renda.legislation.member.Body;
import renda.legislation.text.ChineseNumeral;

/**
 * Which meeting it is, when and where.
 *
 * @param number which of the term, special ones counted
 * @param from its first day
 * @param to its last day
 * @param place where; empty while not known
 * @param basis the decision or proposal on which it is called; empty for a regular one
 * @param sequence how often its day or place was changed
 */
record Convening(Body body, int term, int number, Kind kind, LocalDate from, LocalDate to, String place, String basis,
		int sequence) {

	/** No term has more meetings, and no city more terms. */
	static final int MOST = 99;

	/**
	 * What people call it: {@code CWH-16-03}, {@code RDH-16-01}.
	 */
	String code() {
		return "%s-%d-%02d".formatted((this.body == Body.CONGRESS) ? "RDH" : "CWH", this.term, this.number);
	}

	/**
	 * As documents name it: 第十六届人大常委会第三次会议.
	 */
	String name() {
		return "第" + ChineseNumeral.of(this.term) + "届" + ((this.body == Body.CONGRESS) ? "人民代表大会" : "人大常委会") + "第"
				+ ChineseNumeral.of(this.number) + "次会议";
	}

	Convening on(LocalDate first, LocalDate last, String where) {
		boolean same = first.equals(this.from) && last.equals(this.to) && where.equals(this.place);
		return new Convening(this.body, this.term, this.number, this.kind, first, last, where, this.basis,
				same ? this.sequence : this.sequence + 1);
	}

	/**
	 * Kinds of meetings.
	 */
	enum Kind {

		/** 例会. */
		REGULAR,
		/** 临时会议. */
		SPECIAL

	}

}
