package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a motion on its way to the vote, and where no resolution came of it.
 *
 * @param committee the code of the committee that examines it; empty for none
 * @param examination what the committee reported
 * @param listedOn the day it was put before the standing committee
 * @param shortNotice why it came to a meeting so late; empty where it came in time
 * @param deliberation that it was deliberated
 * @param withdrawal why its mover wants it back; empty where it does not
 * @param ended why it was not listed, withdrawn or not decided; empty otherwise
 * @param opinions the opinions its mover was sent
 * @param answer what the mover reported about them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Course(String committee, @Nullable Words examination, @Nullable LocalDate listedOn, String shortNotice,
		@Nullable Deliberation deliberation, String withdrawal, String ended, @Nullable Words opinions,
		@Nullable Words answer) {

	static final Course NONE = new Course("", null, null, "", null, "", "", null, null);

	Course referred(String to) {
		return new Course(to, null, this.listedOn, this.shortNotice, this.deliberation, this.withdrawal, this.ended,
				this.opinions, this.answer);
	}

	Course examined(Words report) {
		return new Course(this.committee, report, this.listedOn, this.shortNotice, this.deliberation, this.withdrawal,
				this.ended, this.opinions, this.answer);
	}

	Course listed(LocalDate on, String whyLate) {
		return new Course(this.committee, this.examination, on, whyLate, this.deliberation, this.withdrawal, this.ended,
				this.opinions, this.answer);
	}

	Course deliberated(Deliberation what) {
		return new Course(this.committee, this.examination, this.listedOn, this.shortNotice, what, this.withdrawal,
				this.ended, this.opinions, this.answer);
	}

	Course withdrawing(String reason) {
		return new Course(this.committee, this.examination, this.listedOn, this.shortNotice, this.deliberation, reason,
				this.ended, this.opinions, this.answer);
	}

	Course ended(String reason) {
		return new Course(this.committee, this.examination, this.listedOn, this.shortNotice, this.deliberation,
				this.withdrawal, reason, this.opinions, this.answer);
	}

	Course told(Words words) {
		return new Course(this.committee, this.examination, this.listedOn, this.shortNotice, this.deliberation,
				this.withdrawal, this.ended, words, this.answer);
	}

	Course answered(Words words) {
		return new Course(this.committee, this.examination, this.listedOn, this.shortNotice, this.deliberation,
				this.withdrawal, this.ended, this.opinions, words);
	}

	/**
	 * Something said in writing on a day.
	 */
	@Schema(name = "ResolutionSaid")
	record Words(LocalDate on, String text) {
	}

	/**
	 * That a meeting deliberated it.
	 *
	 * @param opinions what members said, in short; empty for nothing noted
	 */
	@Schema(name = "ResolutionDeliberated")
	record Deliberation(LocalDate on, UUID meeting, String meetingName, String opinions) {
	}

}
