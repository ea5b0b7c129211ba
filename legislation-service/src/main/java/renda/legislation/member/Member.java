package renda.legislation.member;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Text;

/**
 * Somebody on a roll: a member of the standing committee or a deputy of the congress.
 *
 * @param id its id, which never changes
 * @param body of which body
 * @param term of which term (届)
 * @param name the name
 * @param account the subject of the person's tokens; empty while none is known. It is
 * nobody's business outside this service
 * @param post what the person is in the body
 * @param delegation the delegation or group the person sits with; empty for none
 * @param since the first day in office
 * @param until the first day no longer in office; missing while in office
 * @param sample whether the record is invented for the demonstration
 * @param version the record's version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Member(UUID id, Body body, int term, String name, @JsonIgnore String account, Post post,
		String delegation, LocalDate since, @Nullable LocalDate until, boolean sample, long version) {

	/**
	 * Whether the person is in office on a day.
	 */
	public boolean inOfficeOn(LocalDate day) {
		return !day.isBefore(this.since) && (this.until == null || day.isBefore(this.until));
	}

	/**
	 * What somebody is in the body.
	 */
	public enum Post {

		/** 主任. */
		CHAIR(Text.of("主任", "chair")),
		/** 副主任. */
		VICE_CHAIR(Text.of("副主任", "vice-chair")),
		/** 秘书长. */
		SECRETARY_GENERAL(Text.of("秘书长", "secretary-general")),
		/** 委员. */
		MEMBER(Text.of("委员", "member")),
		/** 代表. */
		DEPUTY(Text.of("代表", "deputy"));

		private final Text title;

		Post(Text title) {
			this.title = title;
		}

		public Text title() {
			return this.title;
		}

		/**
		 * Whether the post is one of the chairpersons' meeting (地方组织法 第五十四条).
		 */
		public boolean sitsInCouncil() {
			return this == CHAIR || this == VICE_CHAIR || this == SECRETARY_GENERAL;
		}

	}

}
