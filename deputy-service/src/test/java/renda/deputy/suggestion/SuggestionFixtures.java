package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import renda.deputy.suggestion.Handling.Grade;
import renda.deputy.suggestion.Handling.Kind;
import renda.deputy.suggestion.Handling.Role;
import renda.deputy.suggestion.Suggestion.Party;
import renda.deputy.suggestion.Suggestion.State;
import renda.deputy.suggestion.SuggestionAction.Answering;
import renda.deputy.suggestion.SuggestionAction.PromiseMade;
import renda.deputy.suggestion.SuggestionAction.Satisfaction;
import renda.deputy.suggestion.SuggestionAction.Seated;
import renda.deputy.suggestion.SuggestionAction.Unit;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.workflow.Moment;

/**
 * Suggestions in every state: the main handler is {@code water}, {@code roads} helps, and
 * {@code parks}, which helps too, is the one that objects.
 */
final class SuggestionFixtures {

	static final LocalDate ASSIGNED = LocalDate.of(2022, 3, 7);

	static final LocalDate TODAY = LocalDate.of(2022, 9, 30);

	static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

	static final Seated LEAD = seated(11, "lead");

	static final Seated CO_SIGNER = seated(12, "signer");

	private SuggestionFixtures() {
	}

	static Seated seated(int number, String account) {
		return new Seated(new UUID(7, number), "代表" + number, account, "ACTIVE", true);
	}

	static Proposal proposal() {
		return new Proposal("关于整治某河的建议", "请整治某河。", Proposal.Field.CITY_BUILDING, 15, null, null, true, LEAD.signer(),
				List.of(new Proposal.CoSigner(CO_SIGNER.signer(), Proposal.Answer.CONFIRMED, ASSIGNED.minusDays(9))),
				"", false);
	}

	/**
	 * A suggestion in a state, such that a step can be taken from it.
	 */
	static Suggestion ready(State state, String step) {
		boolean promised = step.equals("fulfil") || step.equals("report-progress")
				|| (state == State.TRACKED && !step.equals("close"));
		Grade grade = promised ? Grade.B : Grade.A;
		Suggestion made = Suggestion.draft(ID, "JY-2022-0001", ASSIGNED.minusDays(10), proposal())
			.with(Suggestion.Intake.NONE.submitted(ASSIGNED.minusDays(6)).assigned(ASSIGNED));
		if (state.open()) {
			made = made.assigned(List.of(unit("water", Role.MAIN), unit("roads", Role.CO), unit("parks", Role.CO)),
					ASSIGNED);
		}
		if (state.open() && !step.equals("object")) {
			made = made.with("water",
					(own) -> own.handledBy("王工", ASSIGNED.plusDays(1)).contacted(talk(ASSIGNED.plusDays(2))));
		}
		if (state == State.OBJECTED) {
			made = made.with("parks", (own) -> own.objecting(ASSIGNED.plusDays(5), "不属于本单位职责"));
		}
		if (state.ordinal() >= State.ANSWERED.ordinal()) {
			made = made.with("water", (own) -> own.replying(reply(grade, 1)));
		}
		if (state == State.NOT_SATISFIED || state == State.RE_ANSWERED || state == State.EVALUATION) {
			made = made.rated(rating(Satisfaction.NOT))
				.with("water", (own) -> own.contacted(talk(LocalDate.of(2022, 6, 20))));
		}
		if (state == State.RE_ANSWERED || state == State.EVALUATION) {
			made = made.with("water", (own) -> own.replying(reply(grade, 2)));
		}
		if (state == State.EVALUATION) {
			made = made.rated(rating(Satisfaction.NOT))
				.with(made.oversight()
					.evaluated(new Suggestion.Evaluation(ASSIGNED.plusMonths(5), List.of("住建局"), List.of("某教授"), "意见",
							"要求")));
		}
		if (state == State.TRACKED
				|| ((state == State.ANSWERED || state == State.RE_ANSWERED) && step.equals("close"))) {
			made = made.rated(rating(Satisfaction.SATISFIED));
		}
		if (step.equals("supervise-on-site")) {
			made = made.with(made.oversight()
				.prioritised(new Suggestion.Priority(ASSIGNED, "主任会议决定", "李局长", "urban-committee")));
		}
		return made.in(state, ASSIGNED.plusMonths(4), 9);
	}

	static Unit unit(String organ, Role role) {
		return new Unit(organ, role, organ + "局");
	}

	static Handling.Contact talk(LocalDate on) {
		return new Handling.Contact(on, Handling.How.VISIT, "走访听取意见");
	}

	static Handling.Reply reply(Grade grade, int round) {
		PromiseMade made = new PromiseMade("完成清淤", LocalDate.of(2023, 6, 30));
		return new Handling.Reply(LocalDate.of(2022, 6, 1).plusMonths(round - 1), grade,
				(grade == Grade.B) ? Kind.PLANNED : (grade == Grade.A) ? Kind.SOLVED : Kind.CANNOT, "答复", "李局长",
				List.of(CO_SIGNER.seat()), "",
				(grade == Grade.B) ? Handling.Promise.of(ID, "water", round, made) : null);
	}

	static Suggestion.Rating rating(Satisfaction result) {
		return new Suggestion.Rating(LocalDate.of(2022, 6, 10), Satisfaction.SATISFIED, result, "理由");
	}

	static Answering answer(Grade grade) {
		return new Answering(grade, (grade == Grade.B) ? Kind.PLANNED : (grade == Grade.A) ? Kind.SOLVED : Kind.CANNOT,
				"答复内容", "李局长", List.of(CO_SIGNER.seat()), "协办单位逾期未告知",
				(grade == Grade.B) ? new PromiseMade("完成清淤", LocalDate.of(2023, 6, 30)) : null);
	}

	/**
	 * What is sent with a step where nothing is wrong with it.
	 */
	static Record input(String step) {
		return switch (step) {
			case "revise" -> new SuggestionAction.Revision("新标题", "新内容", Proposal.Field.SOCIAL, null, true, null);
			case "invite" -> {
				Seated other = seated(13, "another");
				yield new SuggestionAction.Invitation(List.of(other.seat()), List.of(other));
			}
			case "confirm" -> new SuggestionAction.Signature(List.of(CO_SIGNER));
			case "submit" -> new SuggestionAction.Signature(List.of(LEAD));
			case "decline" -> new SuggestionAction.Refusing("不同意");
			case "return" -> new SuggestionAction.Returning(SuggestionAction.Ground.COURT_CASE, "涉及具体案件");
			case "withdraw" -> new SuggestionAction.Withdrawal("不再需要");
			case "assign" -> new SuggestionAction.Assignment(List.of(unit("water", Role.MAIN), unit("roads", Role.CO)));
			case "object" -> new SuggestionAction.Objecting("不属于本单位职责");
			case "reassign" -> new SuggestionAction.Reassignment("parks", List.of(unit("forest", Role.CO)), "改由林业局协办");
			case "confirm-assignment" -> new SuggestionAction.Confirmation("parks", "职责明确");
			case "name-officer" -> new SuggestionAction.Officer("王工");
			case "contact" -> new SuggestionAction.Contacting(ASSIGNED.plusDays(3), Handling.How.MEETING, "座谈");
			case "co-opinion" -> new SuggestionAction.Opinion("协办意见");
			case "extend" -> new SuggestionAction.Extending("涉及面广", ASSIGNED.plusDays(30));
			case "answer", "re-answer" -> answer(Grade.A);
			case "rate" -> new SuggestionAction.Feedback(Satisfaction.SATISFIED, Satisfaction.SATISFIED, null);
			case "evaluate" -> new SuggestionAction.Evaluating(List.of("住建局"), List.of("某教授"), "意见", "要求");
			case "conclude" -> new SuggestionAction.Concluding("已按评估意见处理");
			case "report-progress" -> new SuggestionAction.Reporting("完成一半");
			case "fulfil" -> new SuggestionAction.Keeping("已经完成");
			case "close", "publish" -> new SuggestionAction.Plain();
			case "prioritise" -> new SuggestionAction.Prioritising("主任会议决定", "李局长", "urban-committee");
			case "supervise-on-site" -> new SuggestionAction.Supervising("赵副主任", "某河", "督促加快");
			case "set-confidential" -> new SuggestionAction.Confidentiality(true, "涉及个人");
			default -> throw new IllegalArgumentException(step);
		};
	}

	static Caller caller(Party party) {
		return switch (party) {
			case LEAD -> new Caller("lead", "领衔", Set.of(renda.platform.security.Role.DEPUTY), Set.of(), "");
			case CO_SIGNER -> new Caller("signer", "联名", Set.of(renda.platform.security.Role.DEPUTY), Set.of(), "");
			case OFFICE ->
				new Caller("office", "代表办", Set.of(renda.platform.security.Role.DEPUTY_OFFICE), Set.of(), "");
			case COUNCIL -> new Caller("council", "主任会议", Set.of(renda.platform.security.Role.COUNCIL), Set.of(), "");
			case COMMITTEE -> new Caller("committee", "城建委", Set.of(renda.platform.security.Role.COMMITTEE), Set.of(),
					"urban-committee");
			case HANDLER -> organ("water");
			case CO_HANDLER -> organ("roads");
		};
	}

	static Caller organ(String code) {
		return new Caller("clerk-" + code, "经办", Set.of(renda.platform.security.Role.ORGAN), Set.of(), code);
	}

	static Moment<Party> moment(Party party, LocalDate on) {
		return moment(party, caller(party), on);
	}

	static Moment<Party> moment(Party party, Caller caller, LocalDate on) {
		return new Moment<>(caller, Set.of(party), on, RuleBook.statutory(on));
	}

}
