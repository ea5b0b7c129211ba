package renda.platform.rule;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One rule of law.
 *
 * @param id the rule's id: {@code SUG-08}
 * @param area the area's prefix: {@code SUG}
 * @param statement what it says, in English
 * @param numbers the numbers in it, in words; empty where there is none
 * @param actor whom it addresses, in English
 * @param force how far it binds
 * @param law the text's short name with its year: {@code 代表法(2025)}
 * @param article the article: {@code 第五十一条}
 * @param quote the words that decide, at most 40 characters
 * @param superseded whether a later text, which could not be read, has replaced the one
 * cited
 * @param from the first day the cited text is in force
 * @param to its last day; null while it is in force
 */
public record Rule(String id, String area, String statement, String numbers, String actor, Force force, String law,
		String article, String quote, boolean superseded, @Nullable LocalDate from, @Nullable LocalDate to) {

	/**
	 * Whether the text the rule is cited from is in force on a day.
	 */
	public boolean inForceOn(LocalDate day) {
		return (this.from == null || !day.isBefore(this.from)) && (this.to == null || !day.isAfter(this.to));
	}

	/**
	 * Whether the rule's numbers may not be set differently on a day: it binds, and is in
	 * force.
	 */
	public boolean isFixedOn(LocalDate day) {
		return this.force.isFixed() && inForceOn(day);
	}

	/**
	 * Law and article: {@code 代表法(2025) 第五十一条}.
	 */
	public String citation() {
		return this.law + " " + this.article;
	}

}
