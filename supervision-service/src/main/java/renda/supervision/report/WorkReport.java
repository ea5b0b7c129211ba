package renda.supervision.report;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A work report (工作报告) of an organ to the standing committee, as the register keeps it
 * (监督法 第十一条至第十七条).
 *
 * @param code readable: {@code BG-2022-0007}
 * @param family what it reports on
 * @param organ the code of the reporting organ
 * @param organName the organ's name on the day of the meeting
 * @param state scheduled, heard, or postponed
 * @param meeting the number of the committee's meeting in its term
 * @param meetingOn the day of the meeting
 * @param term the term (届) of the congress
 * @param reporter who reported
 * @param reporterCapacity in which capacity
 * @param draftReceivedOn when the draft came to the committee for comment
 * @param finalReceivedOn when the final report came
 * @param distributedOn when members were sent it
 * @param lateReason why a step came late; required where one did
 * @param checks the three periods of 监督法 第十五条 with what was found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkReport(UUID id, String code, String title, Family family, String organ, String organName, State state,
		int meeting, LocalDate meetingOn, int term, String reporter, Capacity reporterCapacity,
		@Nullable LocalDate draftReceivedOn, @Nullable LocalDate finalReceivedOn, @Nullable LocalDate distributedOn,
		@Nullable String lateReason, @Nullable String postponedReason, boolean sample, List<TimeCheck> checks,
		long version) {

	/**
	 * What a report is about.
	 */
	enum Family {

		/** 计划、预算、决算、审计. */
		PLAN_BUDGET_AUDIT,
		/** 国有资产. */
		STATE_ASSETS,
		/** 环境状况和环境保护目标. */
		ENVIRONMENT,
		/** 民生实事. */
		LIVELIHOOD,
		/** 备案审查. */
		FILING_REVIEW,
		/** 代表建议办理. */
		SUGGESTIONS,
		/** 监委、法院、检察院. */
		JUDICIAL,
		/** 其他专项工作. */
		SPECIAL

	}

	/**
	 * Where a report stands.
	 */
	enum State {

		/** 已列入议程. */
		SCHEDULED,
		/** 已听取和审议. */
		HEARD,
		/** 推迟. */
		POSTPONED

	}

	/**
	 * In which capacity somebody reports (监督法 第十六条).
	 */
	enum Capacity {

		/** 负责人. */
		HEAD,
		/** 副职负责人. */
		DEPUTY_HEAD,
		/** 受委托的部门负责人. */
		DEPARTMENT_HEAD

	}

	/**
	 * What is given to enter a report.
	 */
	record Entry(@NotBlank @Size(max = 200) String title, @NotNull Family family, @NotBlank String organ,
			@Positive int meeting, @NotNull LocalDate meetingOn, @NotBlank @Size(max = 50) String reporter,
			@NotNull Capacity reporterCapacity, @Nullable LocalDate draftReceivedOn,
			@Nullable LocalDate finalReceivedOn, @Nullable LocalDate distributedOn,
			@Nullable @Size(max = 500) String lateReason, boolean sample) {
	}

	/**
	 * Why and until when a report is put off.
	 */
	record Postponement(@NotBlank @Size(max = 500) String reason) {
	}

	/**
	 * The new place of a report that was put off.
	 */
	record Rescheduling(@Positive int meeting, @NotNull LocalDate meetingOn) {
	}

	/**
	 * The filters of the list.
	 *
	 * @param organ the organ's code
	 * @param organKind the kind of the reporting organ
	 * @param year the year of the meeting
	 * @param heardTo meetings on or before this day
	 */
	record Filter(@Nullable Integer term, @Nullable State state, @Nullable Family family, @Nullable String organ,
			@Nullable String organKind, @Nullable Integer year, @Nullable LocalDate heardFrom,
			@Nullable LocalDate heardTo, @Nullable Boolean late) {
	}

}
