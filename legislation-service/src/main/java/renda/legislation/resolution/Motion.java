package renda.legislation.resolution;

import java.time.LocalDate;

import renda.legislation.motion.Mover;
import renda.platform.web.Text;

/**
 * What is moved (议案): the question, the draft resolution, who moves it.
 *
 * @param title its title
 * @param form a resolution or a decision
 * @param type what it is about
 * @param draft the words of the draft resolution
 * @param explanation why, and on which legal basis
 * @param country the country of a sister city; empty otherwise
 * @param city the sister city; empty otherwise
 * @param mover who moves it
 * @param submittedOn the day it came in writing
 */
record Motion(String title, Form form, Type type, String draft, String explanation, String country, String city,
		Mover mover, LocalDate submittedOn) {

	Motion saying(String changedTitle, String changedDraft, String changedExplanation) {
		return new Motion(changedTitle, this.form, this.type, changedDraft, changedExplanation, this.country, this.city,
				this.mover, this.submittedOn);
	}

	/**
	 * The forms in which the standing committee decides.
	 */
	enum Form {

		/** 决议: approves, or states a position. */
		RESOLUTION(Text.of("决议", "resolution")),
		/** 决定: a measure, a person, an institution. */
		DECISION(Text.of("决定", "decision"));

		private final Text title;

		Form(Text title) {
			this.title = title;
		}

		Text title() {
			return this.title;
		}

	}

	/**
	 * What it is about.
	 */
	enum Type {

		/** 与外国城市建立友好关系. */
		SISTER_CITY,
		/** 其他重大事项. */
		MAJOR_MATTER,
		/** 批准决算、预算调整等. */
		FINANCE_APPROVAL,
		/** 召开代表大会、代表名额与代表资格等. */
		CONGRESS,
		/** 其他. */
		OTHER

	}

}
