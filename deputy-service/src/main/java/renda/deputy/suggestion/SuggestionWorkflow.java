package renda.deputy.suggestion;

import java.util.List;
import java.util.Map;

import renda.deputy.suggestion.Suggestion.Party;
import renda.deputy.suggestion.Suggestion.State;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.deputy.suggestion.Suggestion.Party.CO_SIGNER;
import static renda.deputy.suggestion.Suggestion.Party.LEAD;
import static renda.deputy.suggestion.Suggestion.Party.OFFICE;
import static renda.deputy.suggestion.Suggestion.State.ASSIGNED;
import static renda.deputy.suggestion.Suggestion.State.DRAFT;
import static renda.deputy.suggestion.Suggestion.State.OBJECTED;
import static renda.deputy.suggestion.Suggestion.State.RETURNED;
import static renda.deputy.suggestion.Suggestion.State.SUBMITTED;
import static renda.deputy.suggestion.Suggestion.State.WITHDRAWN;

/**
 * The law's table of a suggestion. Here: from the draft to the units that handle it. What
 * the units do stands in {@link HandlingSteps}, what follows in {@link AfterSteps}.
 */
final class SuggestionWorkflow {

	private static final Text IN_OFFICE = Text.of("提出或者联名者须是本届在任的市人大代表。",
			"Whoever makes or signs a suggestion holds a seat in the city's present congress.");

	private static final Text SUSPENDED = Text.of("该代表已被暂时停止执行代表职务。",
			"The deputy is suspended from the duties of a deputy.");

	private static final Text EXISTS = Text.of("须写明标题与内容，一事一议，并声明仅涉及一件事项（oneMatter）。",
			"It needs a title and a text about one matter, and the declaration oneMatter.");

	/** The declaration. */
	static final Workflow<Suggestion, State, Party> DECLARED = declared();

	private SuggestionWorkflow() {
	}

	private static Workflow<Suggestion, State, Party> declared() {
		Workflow.Builder<Suggestion, State, Party> workflow = Workflow.of("suggestion", Suggestion.class, State.class,
				Party.class, Text.of("代表建议", "suggestion"));
		drafting(workflow);
		intake(workflow);
		HandlingSteps.declare(workflow);
		AfterSteps.declare(workflow);
		return workflow.build();
	}

	private static void drafting(Workflow.Builder<Suggestion, State, Party> workflow) {
		workflow.opening("draft", SuggestionAction.Draft.class, Text.of("起草", "Draft"))
			.to(DRAFT)
			.by(LEAD)
			.rules("SUG-01")
			.guard("DEP-13", SUSPENDED, (c, in, m) -> !Conditions.suspended(in.known()),
					(c, in, m) -> Conditions.seats(in.known()))
			.guard("SUG-01", IN_OFFICE, (c, in, m) -> Conditions.inOffice(in.known()),
					(c, in, m) -> Conditions.seats(in.known()))
			.event("suggestion.drafted")
			.end();
		workflow.step("revise", SuggestionAction.Revision.class, Text.of("修改", "Change the text"))
			.from(DRAFT, RETURNED)
			.by(LEAD)
			.rules("SUG-02", "SUG-05")
			.apply((c, in, m) -> c.with(c.proposal().saying(in)).with(c.intake().changed()))
			.event("suggestion.revised")
			.end();
		workflow.step("invite", SuggestionAction.Invitation.class, Text.of("邀请联名", "Ask deputies to sign"))
			.from(DRAFT, RETURNED)
			.by(LEAD)
			.rules("SUG-03", "SUG-01")
			.guard("DEP-13", SUSPENDED, (c, in, m) -> !Conditions.suspended(in.known()),
					(c, in, m) -> Conditions.seats(in.known()))
			.guard("SUG-01", IN_OFFICE, (c, in, m) -> Conditions.inOffice(in.known()),
					(c, in, m) -> Conditions.seats(in.known()))
			.guard("SUG-03", Text.of("领衔代表不能同时联名。", "The leading deputy is no co-signer."),
					(c, in, m) -> !in.seats().contains(c.proposal().lead().seat()),
					(c, in, m) -> Map.of("lead", c.proposal().lead().seat()))
			.apply((c, in, m) -> c.with(c.proposal().inviting(in.signers())))
			.event("suggestion.co-signers-invited")
			.end();
		workflow.step("confirm", SuggestionAction.Signature.class, Text.of("签名确认联名", "Sign it"))
			.from(DRAFT, RETURNED)
			.by(CO_SIGNER)
			.rules("SUG-03")
			.guard("DEP-13", SUSPENDED, (c, in, m) -> !Conditions.suspended(in.known()),
					(c, in, m) -> Conditions.seats(in.known()))
			.guard("SUG-01", IN_OFFICE, (c, in, m) -> Conditions.inOffice(in.known()),
					(c, in, m) -> Conditions.seats(in.known()))
			.apply((c, in, m) -> c.with(c.proposal().answered(m.caller().subject(), Proposal.Answer.CONFIRMED, m.on())))
			.awaited()
			.event("suggestion.co-signed")
			.end();
		workflow.step("decline", SuggestionAction.Refusing.class, Text.of("不参加联名", "Do not sign it"))
			.from(DRAFT, RETURNED)
			.by(CO_SIGNER)
			.rules("SUG-03")
			.apply((c, in, m) -> c.with(c.proposal().answered(m.caller().subject(), Proposal.Answer.DECLINED, m.on())))
			.event("suggestion.co-signature-declined")
			.end();
	}

	private static void intake(Workflow.Builder<Suggestion, State, Party> workflow) {
		workflow.step("submit", SuggestionAction.Signature.class, Text.of("提出", "Put it forward"))
			.from(DRAFT, RETURNED)
			.to(SUBMITTED)
			.by(LEAD)
			.rules("SUG-01", "SUG-02", "SUG-03")
			.guard("DEP-13", SUSPENDED, (c, in, m) -> !Conditions.suspended(in.known()),
					(c, in, m) -> Conditions.seats(in.known()))
			.guard("SUG-01", IN_OFFICE, (c, in, m) -> Conditions.inOffice(in.known()),
					(c, in, m) -> Conditions.seats(in.known()))
			.guard("SUG-02", EXISTS, (c, in, m) -> c.proposal().oneMatter() && !c.proposal().content().isBlank(),
					(c, in, m) -> Map.of("oneMatter", c.proposal().oneMatter(), "length",
							c.proposal().content().strip().length()))
			.guard("SUG-03", Text.of("尚有联名代表未签名确认。", "A deputy who was asked has not signed yet."),
					(c, in, m) -> c.proposal().asked().isEmpty(),
					(c, in, m) -> Map.of("asked", c.proposal().asked().stream().map(Proposal.Signer::seat).toList()))
			.guard("SUG-05",
					Text.of("退回后须先修改，再重新提出。", "What was given back is changed before it is put forward again."),
					(c, in, m) -> c.intake().revised(),
					(c, in, m) -> Map.of("returnedOn", c.stateSince(), "revised", c.intake().revised()))
			.apply((c, in, m) -> c.with(c.intake().submitted(m.on())))
			.starts(Clocks.ASSIGNMENT, (c, in, m) -> List.of(Clocks.assigner(c)))
			.awaited()
			.event("suggestion.submitted")
			.end();
		workflow.step("return", SuggestionAction.Returning.class, Text.of("退回", "Give it back"))
			.from(SUBMITTED)
			.to(RETURNED)
			.by(OFFICE)
			.rules("SUG-05", "SUG-04", "SUG-26")
			.guard("SUG-05", Text.of("退回须向代表说明理由。", "The deputies are told the reasons."),
					(c, in, m) -> !Given.isBlank(in.reason()),
					(c, in, m) -> Map.of("ground", in.ground().name(), "reason", ""))
			.apply((c, in, m) -> c
				.with(c.intake().returned(new Suggestion.Returned(m.on(), in.ground(), Given.orEmpty(in.reason())))))
			.cancels(Clocks.ASSIGNMENT)
			.backdated()
			.event("suggestion.returned")
			.end();
		workflow.step("withdraw", SuggestionAction.Withdrawal.class, Text.of("撤回", "Take it back"))
			.from(DRAFT, SUBMITTED, RETURNED, ASSIGNED, OBJECTED)
			.to(WITHDRAWN)
			.by(LEAD)
			.rules("SUG-05")
			.guard("SUG-05", Text.of("已经答复的不能撤回。", "What is answered is not taken back."),
					(c, in, m) -> c.active().allMatch((handling) -> handling.replies().isEmpty()),
					(c, in, m) -> Map.of("answeredBy", c.organs((handling) -> !handling.replies().isEmpty())))
			.apply((c, in, m) -> c.with(c.intake().withdrawn(in.reason().strip())))
			.event("suggestion.withdrawn")
			.end();
		workflow.step("assign", SuggestionAction.Assignment.class, Text.of("交办", "Give it to units"))
			.from(SUBMITTED)
			.to(ASSIGNED)
			.by(OFFICE)
			.rules("SUG-06", "SUG-07", "SUG-27")
			.guard("SUG-07", Text.of("一个单位为主办；两个以上单位须为一个主办、其余协办，或者全部分别承办，且不得重复。",
					"One unit is the main handler; several are one main handler and co-handlers, or all separate, each named once."),
					(c, in, m) -> Conditions.fits(Conditions.roles(in.units()))
							&& Conditions.distinct(Conditions.organs(in.units())),
					(c, in, m) -> Conditions.units(in.units()))
			.apply((c, in, m) -> c.assigned(in.units(), m.on()).with(c.intake().assigned(m.on())))
			.ends(Clocks.ASSIGNMENT)
			.starts(Clocks.OBJECTION, (c, in, m) -> Clocks.organs(Conditions.organs(in.units())))
			.starts(Clocks.ANSWER, (c, in, m) -> Clocks.units(in.units(), true))
			.starts(Clocks.CO_OPINION, (c, in, m) -> Clocks.units(in.units(), false))
			.awaited()
			.backdated()
			.event("suggestion.assigned")
			.end();
	}

}
