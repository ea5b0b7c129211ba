package renda.supervision.petition;

import java.util.Map;
import java.util.Objects;

import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;
import renda.supervision.petition.PetitionTerms.Category;
import renda.supervision.petition.PetitionTerms.Ground;

import static renda.supervision.petition.PetitionParty.CLAIMANT;
import static renda.supervision.petition.PetitionParty.DEPUTY_SERVICE;
import static renda.supervision.petition.PetitionParty.HANDLER;
import static renda.supervision.petition.PetitionParty.OFFICE;
import static renda.supervision.petition.PetitionParty.PETITIONER;
import static renda.supervision.petition.PetitionState.ACCEPTED;
import static renda.supervision.petition.PetitionState.ANSWERED;
import static renda.supervision.petition.PetitionState.ASSIGNED;
import static renda.supervision.petition.PetitionState.CLOSED;
import static renda.supervision.petition.PetitionState.DIVERTED;
import static renda.supervision.petition.PetitionState.FINAL;
import static renda.supervision.petition.PetitionState.GUIDED;
import static renda.supervision.petition.PetitionState.NOT_ACCEPTED;
import static renda.supervision.petition.PetitionState.OBJECTED;
import static renda.supervision.petition.PetitionState.REEXAMINED;
import static renda.supervision.petition.PetitionState.REGISTERED;
import static renda.supervision.petition.PetitionState.RETURNED;
import static renda.supervision.petition.PetitionState.TRANSFERRED;

/**
 * How a matter goes its way (信访工作条例 第三章、第四章): the office registers, sorts and passes on,
 * an organ settles, a higher one re-examines, a higher one still reviews.
 */
final class PetitionWorkflow {

	private static final Text NOT_TO_THE_ACCUSED = Text.of("不得转给被检举控告的机关或者其下级。",
			"It does not go to an organ that is accused, or to one under it.");

	private static final Text PARTLY_CLASSIFIED = Text.of("请先认定信访事项的类别和职权。",
			"First say what class the matter is of and what it touches.");

	private PetitionWorkflow() {
	}

	static Workflow<Petition, PetitionState, PetitionParty> declared() {
		return PetitionAppeals
			.declared(PetitionSafeguards.declared(handled(passedOn(received(Workflow.of("petition", Petition.class,
					PetitionState.class, PetitionParty.class, Text.of("信访事项", "Petition")))))))
			.secret()
			.build();
	}

	private static Workflow.Builder<Petition, PetitionState, PetitionParty> received(
			Workflow.Builder<Petition, PetitionState, PetitionParty> declaration) {
		return lawful(declaration.opening("register", PetitionAction.Registration.class, Text.of("登记", "Register")))
			.to(REGISTERED)
			.by(OFFICE, PETITIONER)
			.rules("PET-02", "PET-03", "PET-04", "PET-06")
			.startsFrom(PetitionClocks.NOTICE, (c, in, m) -> PetitionClocks.officeWhereReachable(c),
					(c, in, m) -> in.receivedOn())
			.startsFrom(PetitionClocks.TRANSFER, (c, in, m) -> PetitionClocks.office(c), (c, in, m) -> in.receivedOn())
			.event("petition.registered")
			.end()
			.step("add-receipt", PetitionAction.Registration.class,
					Text.of("并入同一事项", "Add a receipt of the same matter"))
			.fromAnyOpen()
			.from(FINAL, CLOSED)
			.by(OFFICE, PETITIONER)
			.rules("PET-06", "PET-17")
			.guard("PET-05", Text.of("走访代表不得超过规定人数。", "Too many representatives came."),
					(c, in, m) -> PetitionLaw.fewEnough(in, m), (c, in, m) -> Map.of("present", in.present()))
			.guard("PET-03", Text.of("口头提出的，应当如实记录。", "What was said has to be written down."),
					(c, in, m) -> !in.spoken() || in.recorded(), (c, in, m) -> Map.of("channel", in.channel()))
			.apply((c, in, m) -> PetitionLaw.joined(c, in, m))
			.backdated()
			.event("petition.received-again")
			.end()
			.step("claim", PetitionAction.Claiming.class, Text.of("凭查询码认领", "Claim with the look-up key"))
			.fromAnyOpen()
			.from(FINAL, CLOSED)
			.by(CLAIMANT)
			.rules("PET-20")
			.apply((c, in, m) -> PetitionLaw.claimed(c, in, m))
			.cancels(PetitionClocks.REEXAM_ASK, (c, in, m) -> PetitionClocks.officeOnceClaimed(c))
			.startsFrom(PetitionClocks.REEXAM_ASK, (c, in, m) -> PetitionClocks.claimed(c, ANSWERED),
					(c, in, m) -> PetitionClocks.letterDay(c, m.on()))
			.cancels(PetitionClocks.REVIEW_ASK, (c, in, m) -> PetitionClocks.officeOnceClaimed(c))
			.startsFrom(PetitionClocks.REVIEW_ASK, (c, in, m) -> PetitionClocks.claimed(c, REEXAMINED),
					(c, in, m) -> PetitionClocks.letterDay(c, m.on()))
			.event("petition.claimed")
			.end()
			.step("classify", PetitionAction.Classification.class, Text.of("分类", "Classify"))
			.from(REGISTERED)
			.by(OFFICE)
			.rules("PET-01", "PET-11")
			.guard("PET-11", Text.of("申诉求决事项须认定处理途径，其他事项不须。", "A claim has a route, and only a claim."),
					(c, in, m) -> (in.category() == Category.CLAIM) == (in.route() != null),
					(c, in, m) -> Map.of("category", in.category()))
			.apply((c, in, m) -> PetitionLaw.classified(c, in, m))
			.awaited()
			.backdated()
			.event("petition.classified")
			.end()
			.step("notify", PetitionAction.Notice.class, Text.of("告知信访人", "Tell the petitioner"))
			.fromAnyOpen()
			.by(OFFICE)
			.rules("PET-07")
			.apply((c, in, m) -> PetitionLaw.noted(c, "notify", in, m))
			.ends(PetitionClocks.NOTICE)
			.backdated()
			.event("petition.petitioner-told")
			.end();
	}

	private static Workflow.Builder<Petition, PetitionState, PetitionParty> passedOn(
			Workflow.Builder<Petition, PetitionState, PetitionParty> declaration) {
		return passable(
				declaration.step("transfer", PetitionAction.Passing.class, Text.of("转送", "Transfer")).from(REGISTERED))
			.to(TRANSFERRED)
			.rules("PET-01", "PET-09", "PET-18")
			.apply((c, in, m) -> PetitionLaw.passed(c, in, m, false))
			.event("petition.transferred")
			.end()
			.step("divert", PetitionAction.Diversion.class, Text.of("导入法定途径", "Divert to another procedure"))
			.from(REGISTERED)
			.to(DIVERTED)
			.by(OFFICE)
			.rules("PET-11", "PET-25", "PET-07")
			.guard("PET-11",
					Text.of("只有应由其他法定程序处理的申诉求决事项才导入该程序。", "Only a claim that another procedure settles is led there."),
					(c, in, m) -> PetitionLaw.mayBeDiverted(c), (c, in, m) -> PetitionLaw.assessed(c))
			.apply((c, in, m) -> PetitionLaw.noted(c, "divert", in, m))
			.ends(PetitionClocks.NOTICE)
			.cancels(PetitionClocks.TRANSFER)
			.backdated()
			.event("petition.diverted")
			.end()
			.step("decline", PetitionAction.NonAcceptance.class, Text.of("不予受理（本机构）", "Decline at the office"))
			.from(REGISTERED)
			.to(NOT_ACCEPTED)
			.by(OFFICE)
			.rules("PET-07", "PET-10", "PET-17")
			.guard("PET-07", Text.of("不属于职权范围的，应当告知向有权机关提出。", "Say to whom to turn instead."),
					(c, in, m) -> in.ground() != Ground.NOT_COMPETENT || in.where() != null,
					(c, in, m) -> Map.of("ground", in.ground()))
			.apply((c, in, m) -> PetitionLaw.noted(c, "decline", in, m))
			.ends(PetitionClocks.NOTICE)
			.cancels(PetitionClocks.TRANSFER)
			.backdated()
			.event("petition.not-accepted")
			.end()
			.step("guide-to-suggestion", PetitionAction.Guiding.class, Text.of("引导为代表建议", "Guide to a suggestion"))
			.from(REGISTERED)
			.to(GUIDED)
			.by(OFFICE)
			.rules("PET-01", "PET-02")
			.guard("PET-01", Text.of("只有建议意见类事项可以引导为代表建议。", "Only a suggestion becomes a deputies' suggestion."),
					(c, in, m) -> c.classed(Category.SUGGESTION), (c, in, m) -> PetitionLaw.assessed(c))
			.apply((c, in, m) -> PetitionLaw.guided(c, in, m))
			.cancels(PetitionClocks.TRANSFER)
			.backdated()
			.event("petition.guided-to-suggestion")
			.end()
			.step("follow-suggestion", PetitionAction.Following.class, Text.of("跟进代表建议", "Follow the suggestion"))
			.from(GUIDED, CLOSED)
			.by(DEPUTY_SERVICE)
			.rules("PET-20")
			.apply((c, in, m) -> PetitionLaw.following(c, in, m))
			.automatic()
			.event("petition.suggestion-moved")
			.end();
	}

	private static Workflow.Builder<Petition, PetitionState, PetitionParty> handled(
			Workflow.Builder<Petition, PetitionState, PetitionParty> declaration) {
		return passable(declaration.step("assign", PetitionAction.Passing.class, Text.of("交办", "Assign"))
			.from(REGISTERED, RETURNED)).to(ASSIGNED)
			.rules("PET-01", "PET-09", "PET-18", "PET-24")
			.apply((c, in, m) -> PetitionLaw.passed(c, in, m, true))
			.event("petition.assigned")
			.end()
			.step("object", PetitionAction.Objecting.class, Text.of("提出异议", "Object"))
			.from(TRANSFERRED, ASSIGNED)
			.to(OBJECTED)
			.by(HANDLER)
			.rules("PET-08")
			.guard("PET-08", Text.of("异议已经审核，不得再次提出。", "The objection was ruled on already."),
					(c, in, m) -> c.passage() != null && !Objects.requireNonNull(c.passage()).overruled(),
					(c, in, m) -> Map.of("state", c.state()))
			.apply((c, in, m) -> PetitionLaw.noted(c, "object", in, m))
			.ends(PetitionClocks.OBJECTION)
			.cancels(PetitionClocks.ACCEPTANCE)
			.event("petition.objected")
			.end()
			.step("sustain-objection", PetitionAction.Ruling.class, Text.of("核实同意异议", "Sustain the objection"))
			.from(OBJECTED)
			.to(REGISTERED)
			.by(OFFICE)
			.rules("PET-08")
			.apply((c, in, m) -> PetitionLaw.noted(c, "sustain-objection", in, m, Petition.Change::takeAway))
			.starts(PetitionClocks.TRANSFER, (c, in, m) -> PetitionClocks.office(c))
			.awaited()
			.backdated()
			.event("petition.objection-sustained")
			.end()
			.step("overrule-objection", PetitionAction.Ruling.class, Text.of("不同意异议", "Overrule the objection"))
			.from(OBJECTED)
			.toOneOf((c, in, m) -> PetitionLaw.assigned(c) ? ASSIGNED : TRANSFERRED, TRANSFERRED, ASSIGNED)
			.by(OFFICE)
			.rules("PET-08")
			.apply((c, in, m) -> PetitionLaw.overruled(c, in, m))
			.starts(PetitionClocks.ACCEPTANCE, (c, in, m) -> PetitionClocks.handler(c))
			.awaited()
			.backdated()
			.event("petition.objection-overruled")
			.end()
			.step("accept", PetitionAction.Acceptance.class, Text.of("受理", "Accept"))
			.from(TRANSFERRED, ASSIGNED)
			.to(ACCEPTED)
			.by(HANDLER)
			.rules("PET-07", "PET-10", "PET-12", "PET-17")
			.guard("PET-10", Text.of("下级机关已经受理或者正在办理同一事项，不予受理。", "An organ below deals with the same matter already."),
					(c, in, m) -> PetitionLaw.acceptedBelow(c).isEmpty(),
					(c, in, m) -> Map.of("acceptedBelow", PetitionLaw.acceptedBelow(c)))
			.guard("PET-17", Text.of("同一事实和理由已经复核终结，不再受理。", "The same facts and reasons were reviewed and are final."),
					(c, in, m) -> PetitionLaw.finalBefore(c).isEmpty(),
					(c, in, m) -> Map.of("finalBefore", PetitionLaw.finalBefore(c)))
			.apply((c, in, m) -> PetitionLaw.noted(c, "accept", in, m))
			.cancels(PetitionClocks.OBJECTION)
			.ends(PetitionClocks.ACCEPTANCE)
			.starts(PetitionClocks.HANDLING, (c, in, m) -> PetitionClocks.settler(c))
			.awaited()
			.event("petition.accepted")
			.end()
			.step("not-accept", PetitionAction.NonAcceptance.class, Text.of("不予受理", "Do not accept"))
			.from(TRANSFERRED, ASSIGNED)
			.to(NOT_ACCEPTED)
			.by(HANDLER)
			.rules("PET-07", "PET-10", "PET-17")
			.guard("PET-08", Text.of("不属于职权范围的，应当提出异议。", "Object, where it is not for you."),
					(c, in, m) -> in.ground() != Ground.NOT_COMPETENT, (c, in, m) -> Map.of("ground", in.ground()))
			.apply((c, in, m) -> PetitionLaw.noted(c, "not-accept", in, m))
			.cancels(PetitionClocks.OBJECTION)
			.ends(PetitionClocks.ACCEPTANCE)
			.event("petition.not-accepted")
			.end()
			.step("extend", PetitionAction.Extension.class, Text.of("延长办理期限", "Prolong the handling"))
			.from(ACCEPTED)
			.by(HANDLER)
			.rules("PET-12", "PET-13")
			.guard("PET-12",
					Text.of("只有出具信访处理意见书的事项有此期限。", "Only a claim settled by a written opinion has this limit."),
					(c, in, m) -> c.runsItsCourse(), (c, in, m) -> PetitionLaw.assessed(c))
			.guard("PET-12", Text.of("延期应当告知信访人理由。", "The petitioner is told why it takes longer."),
					(c, in, m) -> in.toldOn() != null, (c, in, m) -> Map.of("pointer", "/toldOn"))
			.apply((c, in, m) -> PetitionLaw.noted(c, "extend", in, m))
			.prolongs(PetitionClocks.HANDLING, (c, in, m) -> PetitionClocks.handler(c))
			.event("petition.extended")
			.end()
			.step("answer", PetitionAction.Opinion.class, Text.of("答复", "Answer"))
			.from(ACCEPTED, RETURNED)
			.to(ANSWERED)
			.by(HANDLER)
			.rules("PET-12", "PET-13", "PET-14")
			.guard("PET-14",
					Text.of("处理意见书须载明事实、处理意见及其法律依据。",
							"The opinion names the facts, the outcome and the law it rests on."),
					(c, in, m) -> !c.classed(Category.CLAIM) || PetitionLaw.complete(in),
					(c, in, m) -> PetitionLaw.assessed(c))
			.apply((c, in, m) -> PetitionLaw.noted(c, "answer", in, m))
			.ends(PetitionClocks.HANDLING)
			.starts(PetitionClocks.REEXAM_ASK, (c, in, m) -> PetitionClocks.appellant(c))
			.awaited()
			.event("petition.answered")
			.end()
			.step("report-back", PetitionAction.ResultReport.class, Text.of("报告办理结果", "Report the result"))
			.from(ACCEPTED, ANSWERED, RETURNED)
			.by(HANDLER)
			.rules("PET-24")
			.guard("PET-24", Text.of("只有交办事项须报告办理结果。", "Only what was assigned is reported on."),
					(c, in, m) -> PetitionLaw.assigned(c), (c, in, m) -> Map.of("state", c.state()))
			.apply((c, in, m) -> PetitionLaw.noted(c, "report-back", in, m))
			.event("petition.reported-on")
			.end()
			.step("return", PetitionAction.Returning.class, Text.of("退回重办", "Return"))
			.from(ACCEPTED, ANSWERED)
			.to(RETURNED)
			.by(OFFICE)
			.rules("PET-24")
			.guard("PET-24", Text.of("只有已报告结果的交办事项可以退回。", "Only what was assigned and reported on is returned."),
					(c, in, m) -> PetitionLaw.assigned(c) && PetitionLaw.reported(c),
					(c, in, m) -> Map.of("assigned", PetitionLaw.assigned(c), "reported", PetitionLaw.reported(c)))
			.apply((c, in, m) -> PetitionLaw.noted(c, "return", in, m))
			.cancels(PetitionClocks.REEXAM_ASK)
			.backdated()
			.event("petition.returned")
			.end();
	}

	/**
	 * What both kinds of passing on ask for and set going.
	 */
	private static StepBuilder<Petition, PetitionState, PetitionParty, PetitionAction.Passing> passable(
			StepBuilder<Petition, PetitionState, PetitionParty, PetitionAction.Passing> step) {
		return step.by(OFFICE)
			.guard("PET-01", PARTLY_CLASSIFIED, (c, in, m) -> c.assessment() != null,
					(c, in, m) -> Map.of("state", c.state()))
			.guard("PET-11",
					Text.of("应由其他法定程序处理的申诉求决事项，导入该程序，不转送交办。",
							"A claim that another procedure settles is led there, not passed on."),
					(c, in, m) -> PetitionLaw.mayBePassedOn(c), (c, in, m) -> PetitionLaw.assessed(c))
			.guard("PET-18", NOT_TO_THE_ACCUSED, (c, in, m) -> PetitionLaw.unaccused(c, in.to()),
					(c, in, m) -> PetitionLaw.destination(in.to()))
			.guard("PET-18", Text.of("检举控告事项只转送纪检监察机关。", "An accusation goes to a supervisory commission only."),
					(c, in, m) -> PetitionLaw.mayHave(c, in.to()), (c, in, m) -> PetitionLaw.destination(in.to()))
			.ends(PetitionClocks.TRANSFER)
			.starts(PetitionClocks.OBJECTION, (c, in, m) -> PetitionClocks.handler(c))
			.starts(PetitionClocks.ACCEPTANCE, (c, in, m) -> PetitionClocks.handler(c))
			.awaited()
			.backdated();
	}

	private static StepBuilder<Petition, PetitionState, PetitionParty, PetitionAction.Registration> lawful(
			StepBuilder<Petition, PetitionState, PetitionParty, PetitionAction.Registration> step) {
		return step
			.guard("PET-05", Text.of("走访代表不得超过规定人数。", "Too many representatives came."),
					(c, in, m) -> PetitionLaw.fewEnough(in, m), (c, in, m) -> Map.of("present", in.present()))
			.guard("PET-03", Text.of("口头提出的，应当如实记录。", "What was said has to be written down."),
					(c, in, m) -> !in.spoken() || in.recorded(), (c, in, m) -> Map.of("channel", in.channel()));
	}

}
