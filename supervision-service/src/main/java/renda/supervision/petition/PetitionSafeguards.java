package renda.supervision.petition;

import java.util.Map;
import java.util.Objects;

import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.supervision.petition.PetitionParty.HANDLER;
import static renda.supervision.petition.PetitionParty.LEADER;
import static renda.supervision.petition.PetitionParty.OFFICE;
import static renda.supervision.petition.PetitionParty.REEXAMINER;
import static renda.supervision.petition.PetitionParty.REVIEWER;
import static renda.supervision.petition.PetitionState.ACCEPTED;
import static renda.supervision.petition.PetitionState.ANSWERED;
import static renda.supervision.petition.PetitionState.ASSIGNED;
import static renda.supervision.petition.PetitionState.CLOSED;
import static renda.supervision.petition.PetitionState.FINAL;
import static renda.supervision.petition.PetitionState.NOT_ACCEPTED;
import static renda.supervision.petition.PetitionState.OBJECTED;
import static renda.supervision.petition.PetitionState.REEXAMINED;
import static renda.supervision.petition.PetitionState.REEXAM_REQUESTED;
import static renda.supervision.petition.PetitionState.REGISTERED;
import static renda.supervision.petition.PetitionState.RETURNED;
import static renda.supervision.petition.PetitionState.REVIEWED;
import static renda.supervision.petition.PetitionState.REVIEW_REQUESTED;
import static renda.supervision.petition.PetitionState.TRANSFERRED;

/**
 * What guards a matter at every stage: nobody accused learns of it, nobody with an
 * interest deals with it, leaders see to it where it goes wrong.
 */
final class PetitionSafeguards {

	private PetitionSafeguards() {
	}

	static Workflow.Builder<Petition, PetitionState, PetitionParty> declared(
			Workflow.Builder<Petition, PetitionState, PetitionParty> declaration) {
		return declaration
			.step("add-accused", PetitionAction.Accusing.class, Text.of("增列被检举控告人", "Add whom it accuses"))
			.fromAnyOpen()
			.from(FINAL, CLOSED)
			.by(OFFICE)
			.rules("PET-18")
			.guard("PET-18", Text.of("办理机关是被检举控告的机关或者其下级：请用“收回”（withdraw）。",
					"An organ that deals with it is accused, or under one that is: take it away by `withdraw`."),
					(c, in, m) -> c.state().isFinal() || !PetitionLaw.concerned(c, in),
					(c, in, m) -> Map.of("dealing", c.dealing().stream().map(Destination::code).toList()))
			.apply((c, in, m) -> PetitionLaw.accusing(c, in, m))
			.event("petition.amended")
			.end()
			.step("withdraw", PetitionAction.Withdrawal.class, Text.of("收回另行转送交办", "Take it back to pass it on anew"))
			.from(TRANSFERRED, ASSIGNED, OBJECTED, ACCEPTED, RETURNED, ANSWERED, REEXAM_REQUESTED, REEXAMINED,
					REVIEW_REQUESTED, REVIEWED, NOT_ACCEPTED)
			.to(REGISTERED)
			.by(OFFICE)
			.rules("PET-18")
			.apply((c, in, m) -> PetitionLaw.withdrawn(c, in, m))
			.cancels(PetitionClocks.OBJECTION)
			.cancels(PetitionClocks.ACCEPTANCE)
			.cancels(PetitionClocks.HANDLING)
			.cancels(PetitionClocks.REEXAM_ASK)
			.cancels(PetitionClocks.REEXAM)
			.cancels(PetitionClocks.REVIEW_ASK)
			.cancels(PetitionClocks.REVIEW)
			.starts(PetitionClocks.TRANSFER, (c, in, m) -> PetitionClocks.office(c))
			.event("petition.amended")
			.end()
			.step("recuse", PetitionAction.Recusal.class, Text.of("回避", "Step aside"))
			.fromAnyOpen()
			.by(OFFICE, HANDLER, REEXAMINER, REVIEWER)
			.rules("PET-19")
			.apply((c, in, m) -> PetitionLaw.recused(c, in, m))
			.event("petition.amended")
			.end()
			.step("report-urgent", PetitionAction.Urgency.class,
					Text.of("报告重大紧急事项", "Report a grave and urgent matter"))
			.fromAnyOpen()
			.by(OFFICE)
			.rules("PET-21")
			.apply((c, in, m) -> PetitionLaw.noted(c, "report-urgent", in, m))
			.backdated()
			.event("petition.reported-urgent")
			.end()
			.step("supervise", PetitionAction.Supervising.class, Text.of("列为督办", "Have a leader see to it"))
			.fromAnyOpen()
			.by(OFFICE, LEADER)
			.rules("PET-26")
			.guard("PET-26", Text.of("已列为督办，尚无结果。", "A leader sees to it already."),
					(c, in, m) -> c.supervision() == null || Objects.requireNonNull(c.supervision()).result() != null,
					(c, in, m) -> Map.of("state", c.state()))
			.apply((c, in, m) -> PetitionLaw.noted(c, "supervise", in, m,
					(change) -> change.supervision = new Petition.Supervision(m.on(), in.leader(), in.reason(), null,
							null)))
			.backdated()
			.event("petition.supervised")
			.end()
			.step("supervise-result", PetitionAction.SupervisionResult.class, Text.of("督办结果", "Result of seeing to it"))
			.fromAnyOpen()
			.by(OFFICE, LEADER)
			.rules("PET-26")
			.guard("PET-26", Text.of("未列为督办，或者已有结果。", "No leader sees to it, or the result is known."),
					(c, in, m) -> c.supervision() != null && Objects.requireNonNull(c.supervision()).result() == null,
					(c, in, m) -> Map.of("state", c.state()))
			.apply((c, in, m) -> PetitionLaw.seenTo(c, in, m))
			.backdated()
			.event("petition.supervision-ended")
			.end();
	}

}
