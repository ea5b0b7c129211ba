package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

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

	/**
	 * Who may move (地方组织法 第五十二条).
	 */
	enum MoverKind {

		/** 主任会议. */
		COUNCIL,
		/** 人民政府. */
		GOVERNMENT,
		/** 监察委员会. */
		SUPERVISORY_COMMISSION,
		/** 人民法院. */
		COURT,
		/** 人民检察院. */
		PROCURATORATE,
		/** 专门委员会、受委托的工作机构. */
		COMMITTEE,
		/** 常务委员会组成人员联名. */
		MEMBERS;

		/**
		 * Whether it is one of the four organs, named by its code.
		 */
		boolean isStateOrgan() {
			return this == GOVERNMENT || this == SUPERVISORY_COMMISSION || this == COURT || this == PROCURATORATE;
		}

	}

	/**
	 * Who moves it.
	 *
	 * @param organ the code of the organ or committee; empty otherwise
	 * @param members the members who move it together, the leading one first
	 */
	record Mover(MoverKind kind, String organ, List<JointMember> members) {

		Mover {
			members = List.copyOf(members);
		}

		/**
		 * The subject of the leading member's tokens; empty where there is none.
		 */
		String account() {
			return this.members.isEmpty() ? "" : this.members.getFirst().account();
		}

		/**
		 * Whether an organ can be asked to report.
		 */
		boolean reports() {
			return !this.organ.isEmpty();
		}

	}

	/**
	 * A member who moves it together with others.
	 *
	 * @param account the subject of the member's tokens; shown to nobody
	 * @param inOffice whether the member was in office on the day it was moved
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record JointMember(UUID id, @Nullable String name, String account, boolean inOffice) {
	}

}
