package renda.supervision.petition;

import java.time.LocalDate;
import java.util.List;

import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.security.Role;
import renda.platform.web.Text;

/**
 * The clocks of a matter, and who holds them.
 */
final class PetitionClocks {

	static final DeadlineRule NOTICE = DeadlineRule.of("notice", Text.of("书面告知信访人", "Tell the petitioner in writing"),
			"PET-07", "pet.noticeDays");

	static final DeadlineRule TRANSFER = DeadlineRule.of("transfer",
			Text.of("移送有权处理的机关", "Pass it on to the competent organ"), "PET-09", "pet.transferDays");

	static final DeadlineRule OBJECTION = DeadlineRule.of("objection",
			Text.of("对转送、交办提出异议", "Object to having been given it"), "PET-08", "pet.objectWd");

	static final DeadlineRule ACCEPTANCE = DeadlineRule.of("acceptance-notice",
			Text.of("告知接收情况和处理途径", "Tell the petitioner of the receipt and the procedure"), "PET-07", "pet.noticeDays");

	static final DeadlineRule HANDLING = DeadlineRule
		.of("handling", Text.of("办结并出具处理意见书", "Settle it with a written opinion"), "PET-12", "pet.handleDays")
		.prolongedBy("PET-12", "pet.extendDays");

	static final DeadlineRule REEXAM_ASK = DeadlineRule.of("reexamination-request",
			Text.of("请求复查", "Ask for re-examination"), "PET-15", "pet.reexamAskDays");

	static final DeadlineRule REEXAM = DeadlineRule.of("reexamination", Text.of("提出复查意见", "Re-examine it"), "PET-15",
			"pet.reexamDays");

	static final DeadlineRule REVIEW_ASK = DeadlineRule.of("review-request", Text.of("请求复核", "Ask for review"),
			"PET-16", "pet.reviewAskDays");

	static final DeadlineRule REVIEW = DeadlineRule.of("review", Text.of("提出复核意见", "Review it"), "PET-16",
			"pet.reviewDays");

	private static final List<Holder> OFFICE = List.of(Holder.role(Role.PETITION_OFFICE));

	private PetitionClocks() {
	}

	static List<Holder> office(Petition subject) {
		return OFFICE;
	}

	/**
	 * The office owes a notice to those whom it can reach (信访工作条例 第二十三条).
	 */
	static List<Holder> officeWhereReachable(Petition subject) {
		return subject.petitioners().stream().anyMatch(Petition.Petitioner::reachable) ? OFFICE : List.of();
	}

	static List<Holder> handler(Petition subject) {
		Petition.Passage passage = subject.passage();
		return (passage != null) ? List.of(Holder.organ(passage.to().code())) : List.of();
	}

	/**
	 * The handler of what has to be settled within the sixty days.
	 */
	static List<Holder> settler(Petition subject) {
		return subject.runsItsCourse() ? handler(subject) : List.of();
	}

	static List<Holder> reexaminer(Petition subject) {
		Destination reexaminer = subject.reexaminer();
		return (reexaminer != null) ? List.of(Holder.organ(reexaminer.code())) : List.of();
	}

	static List<Holder> reviewer(Petition subject) {
		Destination reviewer = subject.reviewer();
		return (reviewer != null) ? List.of(Holder.organ(reviewer.code())) : List.of();
	}

	/**
	 * The petitioners by their accounts; the office, which takes their letters, for those
	 * who have none.
	 */
	static List<Holder> petitioner(Petition subject) {
		return subject.accounts().isEmpty() ? OFFICE : subject.accounts().stream().map(Holder::person).toList();
	}

	/**
	 * The petitioners who may still ask for another look at a claim.
	 */
	static List<Holder> appellant(Petition subject) {
		return subject.runsItsCourse() ? petitioner(subject) : List.of();
	}

	/**
	 * The appellant, once the first of them has an account, in one state.
	 */
	static List<Holder> claimed(Petition subject, PetitionState state) {
		return (subject.state() == state && subject.accounts().size() == 1) ? appellant(subject) : List.of();
	}

	static List<Holder> officeOnceClaimed(Petition subject) {
		return (subject.accounts().size() == 1) ? OFFICE : List.of();
	}

	/**
	 * The organs that had it and have it no more.
	 */
	static List<Holder> former(Petition subject) {
		List<String> now = subject.dealing().stream().map(Destination::code).toList();
		return subject.former().stream().filter((code) -> !now.contains(code)).map(Holder::organ).toList();
	}

	static LocalDate letterDay(Petition subject, LocalDate otherwise) {
		return (subject.state() == PetitionState.REEXAMINED)
				? subject.lastOn(PetitionAction.Finding.class).orElse(otherwise)
				: subject.lastOn(PetitionAction.Opinion.class).orElse(otherwise);
	}

}
