package renda.legislation.text;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One dated event of a head note (题注).
 *
 * @param date the day, or null where the note names an event without one
 * @param kind what happened
 * @param organ the body that acted, as written: 某市第十五届人民代表大会常务委员会
 * @param meeting the meeting, as written: 第二十八次会议
 * @param decision the title of the deciding document: 关于修改部分地方性法规的决定; empty if none
 * @param ordinal the N of 第N次修正, 0 where not numbered
 * @param text the words the event was read from
 */
public record LegalEvent(@Nullable LocalDate date, Kind kind, String organ, String meeting, String decision,
		int ordinal, String text) {

	/**
	 * What can happen to a text.
	 */
	public enum Kind {

		/** 通过. */
		ADOPTED,
		/** 批准. */
		APPROVED,
		/** 公布. */
		PROMULGATED,
		/** 发布. */
		ISSUED,
		/** 修正. */
		AMENDED,
		/** 修订. */
		REVISED,
		/** 施行. */
		EFFECTIVE,
		/** 废止. */
		REPEALED,
		/** An event whose verb is none of these; kept, and reported as a warning. */
		UNCLASSIFIED

	}

}
