package renda.legislation.docket;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillCourse;
import renda.legislation.bill.BillCourse.BillClause;
import renda.legislation.bill.BillCourse.BillConsultation;
import renda.legislation.bill.BillCourse.BillDecision;
import renda.legislation.bill.BillCourse.BillListing;
import renda.legislation.bill.BillCourse.BillReading;
import renda.legislation.bill.BillCourse.BillReferral;
import renda.legislation.bill.BillCourse.BillReview;
import renda.legislation.bill.BillCourse.BillVote;
import renda.legislation.bill.BillCourse.BillVoteDraft;
import renda.legislation.bill.BillCourse.BillWithdrawal;
import renda.legislation.bill.BillPapers;
import renda.legislation.bill.BillProposal;
import renda.legislation.bill.BillProposal.BillPrevious;
import renda.legislation.bill.BillProposal.BillProject;
import renda.legislation.bill.BillProposal.BillTarget;
import renda.legislation.bill.BillProposal.BillTeam;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.bill.BillResult;
import renda.legislation.bill.BillResult.BillApproval;
import renda.legislation.bill.BillResult.BillEvaluation;
import renda.legislation.bill.BillResult.BillFiledUp;
import renda.legislation.bill.BillResult.BillPromulgation;
import renda.legislation.bill.BillResult.BillPublication;
import renda.legislation.bill.BillResult.BillRule;
import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.member.Body;

/**
 * A bill as the API shows it. Those who work on it see all of it. Others see what is
 * proposed and its course; its papers and reports once the draft was published or the
 * regulation promulgated (立法法 第八十九条); never what bodies disagreed on and what was decided
 * inside.
 *
 * @param papers what was handed in
 * @param comparisons for each regulation it changes, where the comparison with the draft
 * is
 * @param drafts where its drafts are listed
 * @param effectiveOn the day the regulation takes effect
 * @param sample whether the record is invented for the demonstration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BillView(UUID id, String code, State state, LocalDate stateSince, String title, Making act, Domain domain,
		Body body, boolean major, ProposerShown proposer, List<BillTarget> targets, @Nullable BillProject project,
		@Nullable String withoutProject, @Nullable BillPrevious previous, @Nullable BillTeam team, int term,
		@Nullable BillPapers papers, List<Compared> comparisons, String drafts, @Nullable BillReferral referral,
		@Nullable BillListing listing, List<BillReading> readings, @Nullable BillConsultation consultation,
		@Nullable List<BillReview> reviews, @Nullable BillVoteDraft voteDraft, @Nullable BillClause clause,
		@Nullable BillWithdrawal withdrawal, @Nullable List<BillDecision> decisions, List<BillVote> votes,
		@Nullable List<BillApproval> approvals, @Nullable BillPromulgation promulgation,
		List<BillPublication> publications, @Nullable BillFiledUp filedUp, List<BillRule> rules,
		List<BillEvaluation> evaluations, @Nullable LocalDate effectiveOn, boolean sample, long version) {

	/**
	 * A view.
	 * @param whole whether for somebody who works on it
	 */
	static BillView of(Bill bill, boolean whole) {
		BillProposal proposal = bill.proposal();
		BillCourse course = bill.course();
		BillResult result = bill.result();
		boolean words = whole || result.promulgation() != null
				|| (course.consultation() != null && course.consultation().notPublished().isEmpty());
		return new BillView(bill.id(), bill.code(), bill.state(), bill.stateSince(), proposal.title(), proposal.act(),
				proposal.domain(), proposal.body(), proposal.major(), ProposerShown.of(proposal), proposal.targets(),
				proposal.project(), whole ? proposal.withoutProject() : null, proposal.previous(),
				(proposal.team().decidedOn() != null) ? proposal.team() : null, proposal.term(),
				words ? bill.papers() : null, words ? compared(bill) : List.of(),
				"/api/v1/legislation/drafts?kind=bill&subject=" + bill.id(), whole ? course.referral() : null,
				course.listing(), readings(course, whole), course.consultation(), words ? reviews(course, whole) : null,
				words ? course.voteDraft() : null, course.clause(), whole ? course.withdrawal() : null,
				whole ? course.decisions() : null, course.votes(), words ? result.approvals() : null,
				result.promulgation(), result.publications(), result.filedUp(), result.rules(), result.evaluations(),
				Optional.ofNullable(result.promulgation()).map(BillPromulgation::effectiveOn).orElse(null),
				bill.sample(), bill.version());
	}

	private static List<BillReading> readings(BillCourse course, boolean whole) {
		return whole ? course.readings()
				: course.readings()
					.stream()
					.map((reading) -> new BillReading(reading.number(), reading.on(), reading.meeting(),
							reading.meetingName(), reading.presentedBy(), reading.papersSentOn(), "", ""))
					.toList();
	}

	private static List<BillReview> reviews(BillCourse course, boolean whole) {
		return whole ? course.reviews()
				: course.reviews()
					.stream()
					.map((review) -> new BillReview(review.round(), review.on(), review.draft(), review.report(),
							review.dissent(), "", "", review.assessment()))
					.toList();
	}

	private static List<Compared> compared(Bill bill) {
		UUID main = bill.papers().draft();
		return (main == null) ? List.of()
				: bill.proposal()
					.changed()
					.stream()
					.map((target) -> Compared.of(target, bill.papers().wholeTextOf(target.regulation()).orElse(main)))
					.toList();
	}

	/**
	 * Who proposes it, without accounts.
	 *
	 * @param organ the code of the government or the committee
	 * @param movers the names of those who move it together
	 */
	record ProposerShown(ProposerKind kind, String organ, String name, List<String> movers) {

		private static ProposerShown of(BillProposal proposal) {
			return new ProposerShown(proposal.proposer().kind(), proposal.proposer().organ(),
					proposal.proposer().name(),
					proposal.proposer().movers().stream().map(BillProposal.BillMover::name).toList());
		}

	}

	/**
	 * The comparison of a regulation with what the bill would make of it.
	 *
	 * @param href where it is, in JSON and HTML
	 */
	record Compared(UUID regulation, String title, UUID draft, String href) {

		private static Compared of(BillTarget target, UUID draft) {
			return new Compared(target.regulation(), target.title(), draft,
					"/api/v1/legislation/drafts/diff?from=" + target.regulation() + "&to=" + draft);
		}

	}

}
