package renda.legislation.post;

import org.jspecify.annotations.Nullable;
import renda.platform.web.Text;

/**
 * A kind of post as the law tells them apart.
 *
 * @param code its code: {@code government-member}
 * @param zh what it is called
 * @param en what it is called in English
 * @param organClass of which of the organs it is
 * @param nominator who nominates for it
 * @param nominatorOrgan the code of the organ that acts for the nominator; empty for the
 * chairpersons' meeting and where nobody nominates
 * @param means how the standing committee fills it
 * @param rule the rule that says so
 * @param elected whether the congress elects to it
 * @param filedUp whether filling and emptying it is filed with the level above
 * @param upperApproval whether the level above approves an election and a resignation
 * @param resigns whether its holder resigns to the congress or its committee, instead of
 * being dismissed on a nomination
 * @param removable whether the standing committee may remove its holder (撤职)
 * @param joint whether several may be voted on together
 * @param statement whether the candidate speaks before the vote
 * @param deputyOf the kind of the head whom its holders may stand in for
 * @param oathBy who organises the oath
 * @param contest how many candidates more than seats an election has; missing where there
 * is none
 */
public record PostKind(String code, String zh, String en, OrganClass organClass, Nominator nominator,
		String nominatorOrgan, Means means, String rule, boolean elected, boolean filedUp, boolean upperApproval,
		boolean resigns, boolean removable, boolean joint, boolean statement, @Nullable String deputyOf,
		Organiser oathBy, @Nullable Contest contest) {

	/**
	 * Of which organs a post is.
	 */
	public enum OrganClass {

		/** 人大机关. */
		CONGRESS,
		/** 人民政府. */
		GOVERNMENT,
		/** 监察委员会. */
		SUPERVISORY_COMMISSION,
		/** 人民法院. */
		COURT,
		/** 人民检察院. */
		PROCURATORATE,
		/** 县级人民检察院. */
		COUNTY_PROCURATORATE;

		/**
		 * Whether a member of the standing committee may not hold a post there (地方组织法
		 * 第四十七条).
		 */
		public boolean isClosedToMembers() {
			return this != CONGRESS;
		}

	}

	/**
	 * Who nominates.
	 */
	public enum Nominator {

		/** 市长. */
		MAYOR(Text.of("市长", "the mayor")),
		/** 监察委员会主任. */
		COMMISSION_HEAD(Text.of("监察委员会主任", "the head of the supervisory commission")),
		/** 法院院长. */
		COURT_PRESIDENT(Text.of("法院院长", "the president of the court")),
		/** 检察院检察长. */
		CHIEF_PROCURATOR(Text.of("检察长", "the chief procurator")),
		/** 主任会议. */
		COUNCIL(Text.of("主任会议", "the chairpersons' meeting")),
		/** 由代表大会选举，常委会不任命. */
		NOBODY(Text.of("无（由代表大会选举）", "nobody; the congress elects"));

		private final Text title;

		Nominator(Text title) {
			this.title = title;
		}

		public Text title() {
			return this.title;
		}

	}

	/**
	 * How the standing committee fills a post.
	 */
	public enum Means {

		/** 任命. */
		APPOINT,
		/** 决定任命. */
		DECIDE,
		/** 批准任命. */
		APPROVE,
		/** 不由常委会任命：代表大会选举，常委会只能决定代理. */
		ELECT

	}

	/**
	 * What a post is in an election, by which follows how many candidates more than seats
	 * there are (地方组织法 第二十七条).
	 */
	public enum Contest {

		/** 正职，常委会主任、秘书长. */
		HEAD,
		/** 副职. */
		VICE,
		/** 常委会委员. */
		MEMBERS

	}

	/**
	 * Who organises an oath.
	 */
	public enum Organiser {

		/** 主任会议. */
		COUNCIL(Text.of("主任会议", "the chairpersons' meeting")),
		/** 大会主席团. */
		PRESIDIUM(Text.of("大会主席团", "the presidium")),
		/** 人民法院. */
		COURT(Text.of("人民法院", "the court")),
		/** 人民检察院. */
		PROCURATORATE(Text.of("人民检察院", "the procuratorate")),
		/** 下一级人大常委会主任会议. */
		LOWER_COUNCIL(Text.of("下一级人大常委会主任会议", "the chairpersons' meeting of the county"));

		private final Text title;

		Organiser(Text title) {
			this.title = title;
		}

		public Text title() {
			return this.title;
		}

	}

}
