package renda.supervision.petition;

import java.util.Map;
import java.util.Objects;

import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.supervision.petition.PetitionParty.OFFICE;
import static renda.supervision.petition.PetitionParty.PETITIONER;
import static renda.supervision.petition.PetitionParty.REEXAMINER;
import static renda.supervision.petition.PetitionParty.REVIEWER;
import static renda.supervision.petition.PetitionState.ANSWERED;
import static renda.supervision.petition.PetitionState.CLOSED;
import static renda.supervision.petition.PetitionState.DIVERTED;
import static renda.supervision.petition.PetitionState.FINAL;
import static renda.supervision.petition.PetitionState.GUIDED;
import static renda.supervision.petition.PetitionState.NOT_ACCEPTED;
import static renda.supervision.petition.PetitionState.REEXAMINED;
import static renda.supervision.petition.PetitionState.REEXAM_REQUESTED;
import static renda.supervision.petition.PetitionState.REVIEWED;
import static renda.supervision.petition.PetitionState.REVIEW_REQUESTED;

/**
 * How a matter goes on after the answer (信访工作条例 第三十五条、第三十六条), and how it ends.
 */
final class PetitionAppeals {

	private PetitionAppeals() {
	}

	static Workflow.Builder<Petition, PetitionState, PetitionParty> declared(
			Workflow.Builder<Petition, PetitionState, PetitionParty> declaration) {
		return ended(reviewed(appealable("PET-15",
				declaration
					.step("ask-reexamination", PetitionAction.Appeal.class, Text.of("请求复查", "Ask for re-examination"))
					.from(ANSWERED))
			.to(REEXAM_REQUESTED)
			.rules("PET-15")
			.apply((c, in, m) -> PetitionLaw.noted(c, "ask-reexamination", in, m,
					(change) -> change.reexaminer = in.to()))
			.ends(PetitionClocks.REEXAM_ASK)
			.starts(PetitionClocks.REEXAM, (c, in, m) -> PetitionClocks.reexaminer(c))
			.event("petition.reexamination-requested")
			.end()
			.step("reexamine", PetitionAction.Finding.class, Text.of("复查", "Re-examine"))
			.from(REEXAM_REQUESTED)
			.to(REEXAMINED)
			.by(REEXAMINER)
			.rules("PET-15")
			.apply((c, in, m) -> PetitionLaw.noted(c, "reexamine", in, m))
			.ends(PetitionClocks.REEXAM)
			.starts(PetitionClocks.REVIEW_ASK, (c, in, m) -> PetitionClocks.appellant(c))
			.awaited()
			.event("petition.reexamined")
			.end()));
	}

	private static Workflow.Builder<Petition, PetitionState, PetitionParty> reviewed(
			Workflow.Builder<Petition, PetitionState, PetitionParty> declaration) {
		return appealable("PET-16",
				declaration.step("ask-review", PetitionAction.Appeal.class, Text.of("请求复核", "Ask for review"))
					.from(REEXAMINED))
			.to(REVIEW_REQUESTED)
			.rules("PET-16")
			.apply((c, in, m) -> PetitionLaw.noted(c, "ask-review", in, m, (change) -> change.reviewer = in.to()))
			.ends(PetitionClocks.REVIEW_ASK)
			.starts(PetitionClocks.REVIEW, (c, in, m) -> PetitionClocks.reviewer(c))
			.event("petition.review-requested")
			.end()
			.step("hold-hearing", PetitionAction.Hearing.class, Text.of("举行听证", "Hold a hearing"))
			.from(REVIEW_REQUESTED)
			.by(REVIEWER)
			.rules("PET-16")
			.guard("PET-16", Text.of("听证正在进行。", "There is a hearing already."), (c, in, m) -> !PetitionLaw.heard(c),
					(c, in, m) -> Map.of("hearing", true))
			.apply((c, in, m) -> PetitionLaw.noted(c, "hold-hearing", in, m))
			.pauses(PetitionClocks.REVIEW)
			.event("petition.hearing-began")
			.end()
			.step("end-hearing", PetitionAction.HearingEnd.class, Text.of("听证结束", "End the hearing"))
			.from(REVIEW_REQUESTED)
			.by(REVIEWER)
			.rules("PET-16")
			.guard("PET-16", Text.of("没有正在进行的听证。", "There is no hearing."), (c, in, m) -> PetitionLaw.heard(c),
					(c, in, m) -> Map.of("hearing", false))
			.apply((c, in, m) -> PetitionLaw.noted(c, "end-hearing", in, m))
			.resumes(PetitionClocks.REVIEW)
			.event("petition.hearing-ended")
			.end()
			.step("review", PetitionAction.Finding.class, Text.of("复核", "Review"))
			.from(REVIEW_REQUESTED)
			.to(REVIEWED)
			.by(REVIEWER)
			.rules("PET-16")
			.guard("PET-16", Text.of("听证结束后方可提出复核意见。", "The hearing ends before the review does."),
					(c, in, m) -> !PetitionLaw.heard(c), (c, in, m) -> Map.of("hearing", true))
			.apply((c, in, m) -> PetitionLaw.noted(c, "review", in, m))
			.ends(PetitionClocks.REVIEW)
			.awaited()
			.event("petition.reviewed")
			.end();
	}

	private static Workflow.Builder<Petition, PetitionState, PetitionParty> ended(
			Workflow.Builder<Petition, PetitionState, PetitionParty> declaration) {
		return declaration.step("finalise", PetitionAction.Finalisation.class, Text.of("复核终结", "Make it final"))
			.from(REVIEWED)
			.to(FINAL)
			.by(OFFICE)
			.rules("PET-17")
			.apply((c, in, m) -> PetitionLaw.noted(c, "finalise", in, m))
			.awaited()
			.backdated()
			.event("petition.finalised")
			.end()
			.step("close", PetitionAction.Closing.class, Text.of("办结", "Close"))
			.from(DIVERTED, NOT_ACCEPTED, ANSWERED, REEXAMINED, GUIDED)
			.to(CLOSED)
			.by(OFFICE)
			.rules("PET-15", "PET-16", "PET-24")
			.guard("PET-15", Text.of("信访人仍可请求复查、复核。", "The petitioner can still ask for another look."),
					(c, in, m) -> PetitionLaw.settled(c, in, m),
					(c, in, m) -> Map.of("until", PetitionLaw.askUntil(c, m)))
			.guard("PET-24", Text.of("交办事项须先审查办理结果报告。", "What was assigned has to be reported on first."),
					(c, in, m) -> c.state() != ANSWERED || !PetitionLaw.assigned(c) || PetitionLaw.reported(c),
					(c, in, m) -> Map.of("reported", false))
			.apply((c, in, m) -> PetitionLaw.noted(c, "close", in, m))
			.backdated()
			.event("petition.closed")
			.end()
			.step("rate", PetitionAction.Rating.class, Text.of("评价", "Rate"))
			.from(ANSWERED, REEXAMINED, REVIEWED, FINAL, CLOSED)
			.by(PETITIONER)
			.rules("PET-20")
			.guard("PET-20", Text.of("尚无答复可以评价。", "There is no answer to rate."), (c, in, m) -> PetitionLaw.answered(c),
					(c, in, m) -> Map.of("state", c.state()))
			.apply((c, in, m) -> PetitionLaw.noted(c, "rate", in, m))
			.event("petition.rated")
			.end();
	}

	/**
	 * What both appeals ask for.
	 */
	private static StepBuilder<Petition, PetitionState, PetitionParty, PetitionAction.Appeal> appealable(String rule,
			StepBuilder<Petition, PetitionState, PetitionParty, PetitionAction.Appeal> step) {
		return step.by(PETITIONER, OFFICE)
			.guard(rule,
					Text.of("只有出具信访处理意见书的事项可以复查、复核。", "Only a claim settled by a written opinion is looked at again."),
					(c, in, m) -> c.runsItsCourse(), (c, in, m) -> PetitionLaw.assessed(c))
			.guard(rule,
					Text.of("机关名录中没有上一级机关，请由信访工作机构写明（to）。",
							"The register has no higher organ; the petition office names it in `to`."),
					(c, in, m) -> in.to() != null, (c, in, m) -> Map.of("pointer", "/to"))
			.guard(rule, Text.of("须由另一机关办理。", "It has to be another organ."),
					(c, in, m) -> c.dealing()
						.stream()
						.map(Destination::code)
						.noneMatch(Objects.requireNonNull(in.to()).code()::equals),
					(c, in, m) -> PetitionLaw.destination(in.to()))
			.guard("PET-18",
					Text.of("不得转给被检举控告的机关或者其下级。", "It does not go to an organ that is accused, or to one under it."),
					(c, in, m) -> PetitionLaw.unaccused(c, in.to()), (c, in, m) -> PetitionLaw.destination(in.to()))
			.backdated();
	}

}
