package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import renda.legislation.agenda.Purpose;
import renda.legislation.member.Body;
import renda.legislation.motion.JointMember;
import renda.legislation.motion.Mover;
import renda.legislation.motion.MoverKind;
import renda.legislation.resolution.Course.Deliberation;
import renda.legislation.resolution.Course.Words;
import renda.legislation.resolution.Execution.Extension;
import renda.legislation.resolution.Execution.Task;
import renda.legislation.resolution.Resolution.Party;
import renda.legislation.resolution.Resolution.Publication;
import renda.legislation.resolution.Resolution.State;
import renda.legislation.sitting.Sitting;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.vote.Tally;
import renda.platform.workflow.Moment;

/**
 * Resolutions in every state: the government moves, the finance committee examines, and
 * {@code environment-bureau} carries it out.
 */
final class ResolutionFixtures {

	static final LocalDate MOVED = LocalDate.of(2026, 3, 2);

	static final LocalDate VOTED = LocalDate.of(2026, 4, 28);

	static final LocalDate TODAY = LocalDate.of(2026, 5, 6);

	static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000701");

	static final UUID MEETING = UUID.fromString("00000000-0000-7000-8000-000000000801");

	static final UUID BALLOT = UUID.fromString("00000000-0000-7000-8000-000000000901");

	private static final Set<State> LISTED = EnumSet
		.complementOf(EnumSet.of(State.SUBMITTED, State.REFERRED, State.EXAMINED, State.DECLINED));

	private static final Set<State> ADOPTED = EnumSet.of(State.ADOPTED, State.EXECUTING, State.REPORTED, State.CLOSED);

	private static final Set<State> PUBLISHED = EnumSet.of(State.EXECUTING, State.REPORTED, State.CLOSED);

	private ResolutionFixtures() {
	}

	static Mover government() {
		return new Mover(MoverKind.GOVERNMENT, "city-government", List.of());
	}

	static Mover members(int inOffice, int others) {
		List<JointMember> all = new java.util.ArrayList<>();
		for (int i = 0; i < inOffice + others; i++) {
			all.add(new JointMember(new UUID(9, i), "委员" + i, "account-" + i, i < inOffice));
		}
		return new Mover(MoverKind.MEMBERS, "", all);
	}

	static Motion motion(Mover mover) {
		return new Motion("关于加强减煤减污治理的决定", Motion.Form.DECISION, Motion.Type.MAJOR_MATTER, "一、减煤。二、减污。", "说明", "", "",
				mover, MOVED);
	}

	static Voted vote(int votesFor) {
		return Voted.past(VOTED, "第三次会议", Body.STANDING_COMMITTEE, 51, Tally.of(votesFor, 40 - votesFor, 0, 0),
				RuleBook.statutory(VOTED));
	}

	static ResolutionAction.ResolutionVote ballot(int votesFor) {
		Voted vote = vote(votesFor);
		return new ResolutionAction.ResolutionVote(new Voted(TODAY, BALLOT, MEETING, vote.meetingName(), vote.body(),
				vote.members(), vote.present(), vote.votesFor(), vote.against(), 0, 0, 0, vote.needed(), vote.passed(),
				vote.rule(), vote.citation(), vote.explanation()));
	}

	static Resolution ready(State state, String step) {
		return ready(state, step, step.equals("decline") ? members(5, 0) : government());
	}

	/**
	 * A resolution in a state, such that a step can be taken from it.
	 */
	static Resolution ready(State state, String step, Mover mover) {
		Resolution made = Resolution.moved(ID, "JD-2026-0001", 16, motion(mover));
		made = made.with(made.course().referred("finance-committee"));
		if (state == State.EXAMINED || LISTED.contains(state)) {
			made = made.with(made.course().examined(new Words(MOVED.plusDays(20), "可行")));
		}
		if (LISTED.contains(state)) {
			made = made.with(made.course().listed(MOVED.plusDays(25), ""));
		}
		if (LISTED.contains(state) && state != State.LISTED && state != State.WITHDRAWN) {
			made = made.with(made.course().deliberated(new Deliberation(VOTED, MEETING, "第三次会议", "")));
		}
		if (step.endsWith("-withdrawal") && !step.startsWith("ask")) {
			made = made.with(made.course().withdrawing("情况变化"));
		}
		if (ADOPTED.contains(state)) {
			made = made.with(vote(30));
		}
		if (PUBLISHED.contains(state)) {
			made = made.with(new Publication(VOTED.plusDays(1), "公报", "一、减煤。二、减污。", false))
				.with((execution) -> new Execution(
						List.of(Task.of("environment-bureau", "", LocalDate.of(2026, 12, 31))), List.of()));
		}
		if (step.equals("grant-extension") || step.equals("refuse-extension")) {
			made = made.with((execution) -> execution.with("environment-bureau",
					(task) -> task.asking(new Extension(TODAY, LocalDate.of(2027, 6, 30), "工期", null, null, null))));
		}
		return made.in(state, (state == State.SUBMITTED) ? MOVED : VOTED, 9);
	}

	static Sitting sitting(boolean adopted, Purpose purpose, int present) {
		return sitting(Body.STANDING_COMMITTEE, adopted, purpose, 51, present);
	}

	static Sitting sitting(Body body, boolean adopted, Purpose purpose, int members, int present) {
		return new Sitting(MEETING, "CWH-16-03", "第三次会议", body, 16, 3, TODAY, TODAY.plusDays(1), true, members, present,
				List.of(new Sitting.Item(new UUID(8, 1), Resolution.KIND, ID, purpose, adopted, MOVED)));
	}

	/**
	 * What is sent with each step where nothing is wrong with it.
	 */
	static Record input(String step) {
		return switch (step) {
			case "revise", "revise-draft" -> new ResolutionAction.ResolutionRevision("新标题", "新草案", "新说明");
			case "refer" -> new ResolutionAction.ResolutionReferral("finance-committee");
			case "examine" -> new ResolutionAction.ResolutionExamination("可行");
			case "list" -> new ResolutionAction.ResolutionListing(TODAY.plusDays(20), null);
			case "decline", "withdraw", "ask-withdrawal", "refuse-withdrawal", "leave-undecided" ->
				new ResolutionAction.ResolutionReason("理由");
			case "deliberate" ->
				new ResolutionAction.ResolutionDeliberation(MEETING, "多数赞成", sitting(true, Purpose.DELIBERATE, 40));
			case "adopt", "grant-extension" -> ballot(30);
			case "reject", "refuse-extension" -> ballot(20);
			case "send-opinions", "answer", "report-progress", "report-execution", "follow-up" ->
				new ResolutionAction.ResolutionWords("书面内容");
			case "publish" -> publication(LocalDate.of(2026, 12, 31), "environment-bureau");
			case "ask-extension" -> new ResolutionAction.ResolutionExtension(LocalDate.of(2027, 6, 30), "工期");
			case "return" ->
				new ResolutionAction.ResolutionReturn("environment-bureau", LocalDate.of(2027, 1, 31), "未完成");
			default -> new ResolutionAction.ResolutionPlain();
		};
	}

	static ResolutionAction.ResolutionPublication publication(LocalDate dueOn, String... organs) {
		return new ResolutionAction.ResolutionPublication("一、减煤。二、减污。", "公报",
				java.util.Arrays.stream(organs).map((organ) -> new ResolutionAction.TaskGiven(organ, null)).toList(),
				dueOn, null);
	}

	static Caller caller(Party party) {
		return switch (party) {
			case MOVER -> new Caller("government", "市政府", Set.of(Role.ORGAN), Set.of(), "city-government");
			case COUNCIL -> new Caller("council", "主任会议", Set.of(Role.COUNCIL), Set.of(), "");
			case COMMITTEE -> new Caller("finance", "财经委", Set.of(Role.COMMITTEE), Set.of(), "finance-committee");
			case OFFICE -> new Caller("office", "办公厅", Set.of(Role.GENERAL_OFFICE), Set.of(), "");
			case CHAIR -> new Caller("chair", "主任", Set.of(Role.CHAIR), Set.of(), "");
			case EXECUTOR -> new Caller("bureau", "生态环境局", Set.of(Role.ORGAN), Set.of(), "environment-bureau");
		};
	}

	static Moment<Party> moment(Party party, LocalDate on) {
		return new Moment<>(caller(party), Set.of(party), on, RuleBook.statutory(on));
	}

}
