package renda.legislation.office;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;
import renda.platform.web.Refusal.FieldError;

/**
 * What else the office keeps on record (大事记): campaigns, documents, conferences,
 * symposiums.
 *
 * @param happenedOn the first day
 * @param until the first day it no longer went on
 * @param kind what it was
 * @param title its title
 * @param organiser who did it
 * @param documentNumber the number of the document
 * @param summary what happened
 * @param sample whether it is an invented sample
 */
record ChronicleEntry(@NotNull LocalDate happenedOn, @Nullable LocalDate until, @NotNull Kind kind,
		@NotBlank @Size(max = 200) String title, @Nullable @Size(max = 200) String organiser,
		@Nullable @Size(max = 60) String documentNumber, @Nullable @Size(max = 2000) String summary,
		@Nullable Boolean sample) implements Line {

	ChronicleEntry {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.happenedOn;
	}

	@Override
	public String key() {
		return Line.joined(this.happenedOn, this.kind, this.title);
	}

	@Override
	public String words() {
		return Line.words(this.title, this.organiser, this.summary);
	}

	@Override
	public Stream<FieldError> faults() {
		return Line.ends(this.happenedOn, this.until);
	}

	/**
	 * What is on record.
	 */
	enum Kind {

		/** 学习教育、主题活动. */
		CAMPAIGN,
		/** 理论学习中心组学习. */
		STUDY_GROUP,
		/** 党委听取党组工作报告. */
		PARTY_GROUP_REPORT,
		/** 党委文件. */
		PARTY_DOCUMENT,
		/** 人大工作会议. */
		PARTY_CONFERENCE,
		/** 工作座谈会. */
		SYMPOSIUM,
		/** 国家宪法日、宪法宣传周. */
		CONSTITUTION_DAY,
		/** 驻村帮扶、基层挂职. */
		FRONT_LINE,
		/** 宣传基地. */
		FACILITY,
		/** 其他. */
		OTHER

	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Kind kind, @Nullable Boolean sample) {
	}

}
