package renda.deputy.roster;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a seat, with what must be told about it.
 */
sealed interface DeputyAction {

	/**
	 * The day on which it was decided or happened.
	 */
	LocalDate on();

	/**
	 * 确认代表资格 (选举法 第四十七条).
	 */
	record ConfirmCredentials(@NotNull @PastOrPresent LocalDate on,
			@NotBlank @Size(max = 200) String decision) implements DeputyAction {
	}

	/**
	 * 确定当选无效 (选举法 第四十七条).
	 */
	record VoidElection(@NotNull @PastOrPresent LocalDate on, @NotBlank @Size(max = 200) String decision,
			@NotBlank @Size(max = 500) String reason) implements DeputyAction {
	}

	/**
	 * 任期开始 (代表法 第二条).
	 */
	record TakeOffice(@NotNull @PastOrPresent LocalDate on) implements DeputyAction {
	}

	/**
	 * 暂时停止执行代表职务 (代表法 第六十一条).
	 *
	 * @param permission the decision by which the congress or its committee permitted
	 * arrest or trial (代表法 第三十九条)
	 * @param caughtInTheAct whether the deputy was caught in the act, which is reported
	 * at once instead
	 */
	record Suspend(@NotNull @PastOrPresent LocalDate on, @NotNull Suspension ground,
			@Nullable @Size(max = 200) String permission, @Nullable Boolean caughtInTheAct) implements DeputyAction {
	}

	/**
	 * 恢复执行代表职务 (代表法 第六十一条).
	 */
	record Restore(@NotNull @PastOrPresent LocalDate on,
			@NotBlank @Size(max = 500) String reason) implements DeputyAction {
	}

	/**
	 * 提出辞职 (选举法 第五十五条).
	 *
	 * @param written whether it was handed in in writing
	 */
	record RequestResignation(@NotNull @PastOrPresent LocalDate on, @NotNull Boolean written,
			@Nullable @Size(max = 500) String reason) implements DeputyAction {
	}

	/**
	 * 接受辞职 (选举法 第五十五条).
	 *
	 * @param members all members of the body that decides
	 * @param votesFor how many of them voted for it
	 */
	record AcceptResignation(@NotNull @PastOrPresent LocalDate on, @Positive int members, @PositiveOrZero int votesFor,
			@NotBlank @Size(max = 200) String decision) implements DeputyAction {
	}

	/**
	 * 不接受辞职：未获过半数通过 (选举法 第五十五条).
	 */
	record DeclineResignation(@NotNull @PastOrPresent LocalDate on,
			@NotBlank @Size(max = 200) String decision) implements DeputyAction {
	}

	/**
	 * 罢免 (选举法 第五十条至第五十三条).
	 *
	 * @param proposers how many proposed it; 1 for a presidium or a chairpersons' meeting
	 * @param proposersBase all deputies or members of whom the proposers are a part; 0
	 * for others
	 * @param electors all who may vote: deputies, members, or voters of the district
	 * @param votesFor how many voted for it
	 */
	record Recall(@NotNull @PastOrPresent LocalDate on, @NotNull Proposer proposer, @Min(1) int proposers,
			@PositiveOrZero int proposersBase, @Positive int electors, @PositiveOrZero int votesFor,
			@NotNull Boolean secret, @NotBlank @Size(max = 200) String decision) implements DeputyAction {
	}

	/**
	 * 代表资格终止 (代表法 第六十二条).
	 *
	 * @param absences the sessions missed without leave, where that is the ground
	 */
	record Terminate(@NotNull @PastOrPresent LocalDate on, @NotNull Termination ground,
			@Nullable @PositiveOrZero Integer absences,
			@Nullable @Size(max = 500) String reason) implements DeputyAction {
	}

	/**
	 * 公告 (代表法 第六十三条).
	 */
	record Announce(@NotNull @PastOrPresent LocalDate on,
			@NotBlank @Size(max = 200) String announcement) implements DeputyAction {
	}

	/**
	 * 出缺.
	 */
	record DeclareVacant(@NotNull @PastOrPresent LocalDate on) implements DeputyAction {
	}

	/**
	 * 补选 (选举法 第五十七条).
	 *
	 * @param successor the seat of the deputy elected
	 */
	record Fill(@NotNull @PastOrPresent LocalDate on, @NotNull UUID successor) implements DeputyAction {
	}

	/**
	 * Grounds of suspension.
	 */
	enum Suspension {

		/** 因刑事案件被羁押正在受侦查、起诉、审判. */
		DETAINED,
		/** 正在服刑而没有附加剥夺政治权利. */
		SERVING_SENTENCE

	}

	/**
	 * Grounds of termination that need no vote.
	 */
	enum Termination {

		/** 迁出或者调离本行政区域. */
		MOVED_AWAY,
		/** 责令辞职被接受. */
		ORDERED_TO_RESIGN,
		/** 未经批准两次不出席会议. */
		ABSENT,
		/** 丧失国籍. */
		NATIONALITY,
		/** 被剥夺政治权利. */
		POLITICAL_RIGHTS,
		/** 丧失行为能力. */
		INCAPACITY,
		/** 去世. */
		DEATH

	}

	/**
	 * Who may propose a recall.
	 */
	enum Proposer {

		/** 主席团. */
		PRESIDIUM,
		/** 代表联名. */
		DEPUTIES,
		/** 主任会议. */
		COUNCIL,
		/** 常委会组成人员联名. */
		MEMBERS,
		/** 选民联名. */
		VOTERS

	}

}
