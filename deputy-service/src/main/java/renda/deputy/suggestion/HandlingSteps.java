package renda.deputy.suggestion;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import renda.deputy.suggestion.Suggestion.Party;
import renda.deputy.suggestion.Suggestion.State;
import renda.deputy.suggestion.SuggestionAction.Answering;
import renda.platform.deadline.Holder;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Moment;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.deputy.suggestion.Suggestion.Party.CO_HANDLER;
import static renda.deputy.suggestion.Suggestion.Party.HANDLER;
import static renda.deputy.suggestion.Suggestion.Party.OFFICE;
import static renda.deputy.suggestion.Suggestion.State.ANSWERED;
import static renda.deputy.suggestion.Suggestion.State.ASSIGNED;
import static renda.deputy.suggestion.Suggestion.State.EVALUATION;
import static renda.deputy.suggestion.Suggestion.State.NOT_SATISFIED;
import static renda.deputy.suggestion.Suggestion.State.OBJECTED;
import static renda.deputy.suggestion.Suggestion.State.RE_ANSWERED;
import static renda.deputy.suggestion.Suggestion.State.TRACKED;

/**
 * What units do with a suggestion, each with its own part. While one has objected and the
 * objection is not decided, the others go on.
 */
final class HandlingSteps {

	private HandlingSteps() {
	}

	static void declare(Workflow.Builder<Suggestion, State, Party> workflow) {
		objections(workflow);
		handling(workflow);
		answering(workflow.step("answer", Answering.class, Text.of("答复", "Answer"))
			.from(ASSIGNED, OBJECTED)
			.toOneOf((c, in, m) -> settled(c), ASSIGNED, OBJECTED, ANSWERED)
			.guard("SUG-12",
					Text.of("协办单位的意见尚未告知；不等待的须写明原因（withoutOpinions）。",
							"A co-handler's opinion is missing; say in withoutOpinions why it is not waited for."),
					(c, in, m) -> Conditions.opinionsIn(c, in), (c, in, m) -> Map.of("missing", Conditions.silent(c)))
			.guard("SUG-09", Text.of("本单位的异议尚未处理。", "The unit's own objection is not decided yet."),
					(c, in, m) -> !Conditions.objects(c, m.caller().organ()),
					(c, in, m) -> Map.of("organ", m.caller().organ())))
			.rules("SUG-13", "SUG-15", "SUG-16", "SUG-17", "SUG-18", "SUG-12", "SUG-22")
			.cancels(Clocks.OBJECTION, (c, in, m) -> own(m))
			.ends(Clocks.ANSWER, (c, in, m) -> own(m))
			.starts(Clocks.FEEDBACK, (c, in, m) -> (c.state() == ANSWERED) ? Clocks.lead(c) : List.of())
			.event("suggestion.answered")
			.end();
		answering(workflow.step("re-answer", Answering.class, Text.of("再次答复", "Answer again"))
			.from(NOT_SATISFIED)
			.toOneOf((c, in, m) -> c.answered() ? RE_ANSWERED : NOT_SATISFIED, NOT_SATISFIED, RE_ANSWERED))
			.rules("SUG-20", "SUG-15", "SUG-16", "SUG-17", "SUG-18", "SUG-22")
			.ends(Clocks.REDO, (c, in, m) -> own(m))
			.starts(Clocks.FEEDBACK, (c, in, m) -> (c.state() == RE_ANSWERED) ? Clocks.lead(c) : List.of())
			.event("suggestion.answered-again")
			.end();
		promises(workflow);
	}

	/**
	 * What every answer needs, the first and the second.
	 */
	private static StepBuilder<Suggestion, State, Party, Answering> answering(
			StepBuilder<Suggestion, State, Party, Answering> step) {
		return step.by(HANDLER)
			.guard("SUG-13", Text.of("本单位已经答复，答复后不能修改。", "The unit has answered; an answer is not changed."),
					(c, in, m) -> Conditions.owesAnswer(c, m),
					(c, in, m) -> Map.of("organ", m.caller().organ(), "answers", Conditions.own(c, m).replies().size()))
			.guard("SUG-15",
					Text.of("答复之前须与代表联系沟通并记录。", "Before the answer the unit talks with the deputies, and records it."),
					(c, in, m) -> Conditions.talked(c, m), (c, in, m) -> Conditions.contacts(c, m))
			.guard("SUG-16", Text.of("答复类别与答复情形不符。", "The class of the answer is not that of its kind."),
					(c, in, m) -> in.kind().grade() == in.grade(),
					(c, in, m) -> Map.of("kind", in.kind().name(), "class", in.grade().name(), "classOfKind",
							in.kind().grade().name()))
			.guard("SUG-17", Text.of("答复须由单位主要负责人签发。", "The head of the unit signs the answer."),
					(c, in, m) -> !Given.isBlank(in.signedBy()),
					(c, in, m) -> Map.of("organ", m.caller().organ(), "signedBy", ""))
			.guard("SUG-18", Text.of("联名建议须逐人答复。", "Every co-signer gets the answer."),
					(c, in, m) -> Conditions.leftOut(c, in).isEmpty(),
					(c, in, m) -> Map.of("leftOut", Conditions.leftOut(c, in)))
			.guard("SUG-22",
					Text.of("列入计划逐步解决的（B 类）须写明承诺事项与完成日期；其他类别不写承诺。",
							"An answer of class B says what is promised by which later day; others promise nothing."),
					(c, in, m) -> Conditions.promises(in, m),
					(c, in, m) -> Map.of("class", in.grade().name(), "promised", in.promise() != null))
			.apply((c, in, m) -> c.with(m.caller().organ(), (own) -> own.replying(reply(c, own, in, m))))
			.cancels(Clocks.PROMISE, (c, in, m) -> own(m))
			.startsUntil(Clocks.PROMISE, (c, in, m) -> (in.promise() != null) ? own(m) : List.of(),
					(c, in, m) -> (in.promise() != null) ? in.promise().by() : m.on())
			.awaited();
	}

	private static Handling.Reply reply(Suggestion subject, Handling own, Answering in, Moment<Party> moment) {
		SuggestionAction.PromiseMade made = in.promise();
		return new Handling.Reply(moment.on(), in.grade(), in.kind(), in.text(), Given.orEmpty(in.signedBy()),
				in.copies(), Given.orEmpty(in.withoutOpinions()),
				(made != null) ? Handling.Promise.of(subject.id(), own.organ(), own.replies().size() + 1, made) : null);
	}

	private static void objections(Workflow.Builder<Suggestion, State, Party> workflow) {
		workflow.step("object", SuggestionAction.Objecting.class, Text.of("提出异议", "Object"))
			.from(ASSIGNED, OBJECTED)
			.to(OBJECTED)
			.by(HANDLER, CO_HANDLER)
			.rules("SUG-08", "SUG-09")
			.guard("SUG-08", Text.of("异议须书面说明理由。", "An objection gives its reasons in writing."),
					(c, in, m) -> !Given.isBlank(in.reason()),
					(c, in, m) -> Map.of("organ", m.caller().organ(), "reason", ""))
			.guard("SUG-08", Text.of("本单位已提出异议，或者已签收办理。", "The unit has objected already, or has taken it on."),
					(c, in, m) -> Conditions.own(c, m,
							(own) -> own.acceptedOn() == null && own.replies().isEmpty() && own.coOpinion() == null
									&& own.openObjection().isEmpty()),
					(c, in, m) -> Map.of("organ", m.caller().organ(), "officer", Conditions.own(c, m).officer(),
							"objected", Conditions.objects(c, m.caller().organ())))
			.apply((c, in, m) -> c.with(m.caller().organ(), (own) -> own.objecting(m.on(), Given.orEmpty(in.reason()))))
			.ends(Clocks.OBJECTION, (c, in, m) -> own(m))
			.starts(Clocks.REASSIGNMENT,
					(c, in, m) -> (c.openObjections().size() == 1) ? List.of(Clocks.office()) : List.of())
			.event("suggestion.objected")
			.end();
		decided(workflow
			.step("reassign", SuggestionAction.Reassignment.class, Text.of("异议成立，重新交办", "Follow an objection"))
			.guard("SUG-09", Text.of("该单位没有待处理的异议。", "That unit has no open objection."),
					(c, in, m) -> Conditions.objects(c, in.organ()), (c, in, m) -> Map.of("organ", in.organ()))
			.guard("SUG-09", Text.of("不能重新交给已在承办或者提出异议的单位。", "It goes to units that do not have it already."),
					(c, in, m) -> Conditions.distinct(Conditions.organsAfter(c, in.units())),
					(c, in, m) -> Map.of("organs", Conditions.organsAfter(c, in.units())))
			.guard("SUG-07",
					Text.of("改办后须仍为一个主办、其余协办，或者全部分别承办。",
							"Afterwards there is still one main handler with co-handlers, or all are separate."),
					(c, in, m) -> Conditions.fits(Conditions.rolesAfter(c, in.organ(), in.units())),
					(c, in, m) -> Map.of("roles", Conditions.rolesAfter(c, in.organ(), in.units())))
			.apply((c, in, m) -> c.with(in.organ(), (unit) -> unit.released(m.on(), in.explanation().strip()))
				.assigned(in.units(), m.on()))
			.cancels(Clocks.ANSWER, (c, in, m) -> List.of(Holder.organ(in.organ())))
			.cancels(Clocks.CO_OPINION, (c, in, m) -> List.of(Holder.organ(in.organ())))
			.starts(Clocks.OBJECTION, (c, in, m) -> Clocks.organs(Conditions.organs(in.units())))
			.starts(Clocks.ANSWER, (c, in, m) -> Clocks.units(in.units(), true))
			.starts(Clocks.CO_OPINION, (c, in, m) -> Clocks.units(in.units(), false)),
				SuggestionAction.Reassignment::organ)
			.rules("SUG-09", "SUG-07", "SUG-06")
			.event("suggestion.reassigned")
			.end();
		decided(workflow
			.step("confirm-assignment", SuggestionAction.Confirmation.class,
					Text.of("异议不成立，仍由原单位办理", "Do not follow an objection"))
			.guard("SUG-09", Text.of("该单位没有待处理的异议。", "That unit has no open objection."),
					(c, in, m) -> Conditions.objects(c, in.organ()), (c, in, m) -> Map.of("organ", in.organ()))
			.apply((c, in, m) -> c.with(in.organ(),
					(unit) -> unit.overruled(m.on(), in.explanation().strip()).handledBy(unit.officer(), m.on()))),
				SuggestionAction.Confirmation::organ)
			.rules("SUG-09", "SUG-06")
			.event("suggestion.assignment-confirmed")
			.end();
	}

	/**
	 * What both ways of deciding on an objection share.
	 * @param organ the unit whose objection it is
	 */
	private static <I extends Record> StepBuilder<Suggestion, State, Party, I> decided(
			StepBuilder<Suggestion, State, Party, I> step, Function<I, String> organ) {
		return step.from(OBJECTED)
			.toOneOf((c, in, m) -> settled(c), ASSIGNED, OBJECTED, ANSWERED)
			.by(OFFICE)
			.ends(Clocks.REASSIGNMENT, (c, in, m) -> first(c, organ.apply(in)) ? List.of(Clocks.office()) : List.of())
			.startsFrom(Clocks.REASSIGNMENT,
					(c, in, m) -> (first(c, organ.apply(in)) && c.objected()) ? List.of(Clocks.office()) : List.of(),
					(c, in, m) -> c.openObjections().getFirst())
			.starts(Clocks.FEEDBACK, (c, in, m) -> (c.state() == ANSWERED) ? Clocks.lead(c) : List.of())
			.awaited()
			.backdated();
	}

	private static boolean first(Suggestion after, String organ) {
		return Clocks.wasFirst(after, Clocks.decided(after, organ));
	}

	private static void handling(Workflow.Builder<Suggestion, State, Party> workflow) {
		workflow
			.step("name-officer", SuggestionAction.Officer.class,
					Text.of("签收并确定承办人", "Take it on and name the officer"))
			.from(ASSIGNED, OBJECTED, NOT_SATISFIED)
			.by(HANDLER, CO_HANDLER)
			.rules("SUG-15")
			.guard("SUG-09", Text.of("本单位的异议尚未处理。", "The unit's own objection is not decided yet."),
					(c, in, m) -> !Conditions.objects(c, m.caller().organ()),
					(c, in, m) -> Map.of("organ", m.caller().organ()))
			.apply((c, in, m) -> changed(c, m, (own) -> own.handledBy(in.officer().strip(), m.on())))
			.cancels(Clocks.OBJECTION, (c, in, m) -> own(m))
			.event("suggestion.taken-on")
			.end();
		workflow.step("contact", SuggestionAction.Contacting.class, Text.of("与代表沟通", "Record a talk with the deputies"))
			.from(ASSIGNED, OBJECTED, NOT_SATISFIED, EVALUATION)
			.by(HANDLER, CO_HANDLER)
			.rules("SUG-15")
			.guard("SUG-15",
					Text.of("沟通日期不得早于交办之日，也不得晚于今天。",
							"The talk was neither before the assignment nor is it still to come."),
					(c, in, m) -> !in.heldOn().isBefore(Conditions.own(c, m).assignedOn())
							&& !in.heldOn().isAfter(m.on()),
					(c, in, m) -> Map.of("heldOn", in.heldOn(), "assignedOn", Conditions.own(c, m).assignedOn()))
			.apply((c, in, m) -> changed(c, m,
					(own) -> own.contacted(new Handling.Contact(in.heldOn(), in.how(), in.note().strip()))))
			.event("suggestion.deputies-contacted")
			.end();
		workflow
			.step("co-opinion", SuggestionAction.Opinion.class, Text.of("告知协办意见", "Give the main handler an opinion"))
			.from(ASSIGNED, OBJECTED)
			.by(CO_HANDLER)
			.rules("SUG-12")
			.guard("SUG-12",
					Text.of("本单位已告知协办意见，或者异议尚未处理。",
							"The unit has given its opinion, or its objection is not decided yet."),
					(c, in, m) -> Conditions.own(c, m,
							(own) -> own.coOpinion() == null && own.openObjection().isEmpty()),
					(c, in, m) -> Map.of("organ", m.caller().organ(), "objected",
							Conditions.objects(c, m.caller().organ())))
			.apply((c, in, m) -> changed(c, m, (own) -> own.opining(new Handling.CoOpinion(m.on(), in.text().strip()))))
			.cancels(Clocks.OBJECTION, (c, in, m) -> own(m))
			.ends(Clocks.CO_OPINION, (c, in, m) -> own(m))
			.awaited()
			.event("suggestion.co-opinion-given")
			.end();
		workflow.step("extend", SuggestionAction.Extending.class, Text.of("延长办理", "Take more time"))
			.from(ASSIGNED, OBJECTED)
			.by(HANDLER)
			.rules("SUG-14")
			.guard("SUG-14", Text.of("须说明涉及面广、处理难度大的理由，并已向代表说明情况（toldOn）。",
					"It needs the reasons why it is wide or difficult, and the day the deputies were told (toldOn)."),
					(c, in, m) -> !Given.isBlank(in.reason()) && in.toldOn() != null
							&& !in.toldOn().isBefore(Conditions.own(c, m).assignedOn()),
					(c, in, m) -> Map.of("reasonGiven", !Given.isBlank(in.reason()), "deputiesTold",
							in.toldOn() != null))
			.guard("SUG-14", Text.of("已经延长过，或者已经答复。", "It was prolonged already, or is answered."),
					(c, in, m) -> Conditions.own(c, m, (own) -> own.extension() == null && own.replies().isEmpty()),
					(c, in, m) -> Map.of("organ", m.caller().organ(), "answers", Conditions.own(c, m).replies().size()))
			.apply((c, in, m) -> changed(c, m,
					(own) -> own.extended(new Handling.Extension(m.on(), Given.orEmpty(in.reason()),
							(in.toldOn() != null) ? in.toldOn() : m.on()))))
			.prolongs(Clocks.ANSWER, (c, in, m) -> own(m))
			.event("suggestion.extended")
			.end();
	}

	private static void promises(Workflow.Builder<Suggestion, State, Party> workflow) {
		workflow.step("report-progress", SuggestionAction.Reporting.class, Text.of("报告承诺进展", "Report on a promise"))
			.from(ANSWERED, NOT_SATISFIED, RE_ANSWERED, EVALUATION, TRACKED)
			.by(HANDLER)
			.rules("SUG-22", "SUG-29")
			.guard("SUG-22", Text.of("本单位没有待兑现的承诺。", "The unit has no promise to keep."),
					(c, in, m) -> Conditions.own(c, m, (own) -> own.openPromise().isPresent()),
					(c, in, m) -> Map.of("organ", m.caller().organ()))
			.apply((c, in, m) -> changed(c, m,
					(own) -> own.progressing(new Handling.Progress(m.on(), in.note().strip()))))
			.event("suggestion.progress-reported")
			.end();
		workflow.step("fulfil", SuggestionAction.Keeping.class, Text.of("兑现承诺", "Keep the promise"))
			.from(ANSWERED, NOT_SATISFIED, RE_ANSWERED, EVALUATION, TRACKED)
			.by(HANDLER)
			.rules("SUG-22", "SUG-29")
			.guard("SUG-22", Text.of("本单位没有待兑现的承诺。", "The unit has no promise to keep."),
					(c, in, m) -> Conditions.own(c, m, (own) -> own.openPromise().isPresent()),
					(c, in, m) -> Map.of("organ", m.caller().organ()))
			.apply((c, in, m) -> changed(c, m, (own) -> own.kept(m.on(), in.result().strip())))
			.ends(Clocks.PROMISE, (c, in, m) -> own(m))
			.event("suggestion.promise-kept")
			.end();
	}

	/**
	 * Where a suggestion is once an objection is decided or a unit has answered.
	 */
	private static State settled(Suggestion changed) {
		return changed.objected() ? OBJECTED : changed.answered() ? ANSWERED : ASSIGNED;
	}

	private static Suggestion changed(Suggestion subject, Moment<Party> moment, UnaryOperator<Handling> change) {
		return subject.with(moment.caller().organ(), change);
	}

	private static List<Holder> own(Moment<Party> moment) {
		return List.of(Holder.organ(moment.caller().organ()));
	}

}
