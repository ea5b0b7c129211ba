package renda.legislation.resolution;

import java.util.Map;

import renda.legislation.motion.MoverKind;
import renda.legislation.resolution.Course.Words;
import renda.legislation.resolution.Resolution.Party;
import renda.legislation.resolution.Resolution.State;
import renda.legislation.resolution.ResolutionAction.ResolutionExamination;
import renda.legislation.resolution.ResolutionAction.ResolutionListing;
import renda.legislation.resolution.ResolutionAction.ResolutionMotion;
import renda.legislation.resolution.ResolutionAction.ResolutionPlain;
import renda.legislation.resolution.ResolutionAction.ResolutionReason;
import renda.legislation.resolution.ResolutionAction.ResolutionReferral;
import renda.legislation.resolution.ResolutionAction.ResolutionRevision;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.resolution.Resolution.Party.COMMITTEE;
import static renda.legislation.resolution.Resolution.Party.COUNCIL;
import static renda.legislation.resolution.Resolution.Party.MOVER;
import static renda.legislation.resolution.Resolution.Party.OFFICE;
import static renda.legislation.resolution.Resolution.State.DECLINED;
import static renda.legislation.resolution.Resolution.State.DELIBERATED;
import static renda.legislation.resolution.Resolution.State.EXAMINED;
import static renda.legislation.resolution.Resolution.State.LISTED;
import static renda.legislation.resolution.Resolution.State.REFERRED;
import static renda.legislation.resolution.Resolution.State.SUBMITTED;
import static renda.legislation.resolution.Resolution.State.WITHDRAWN;

/**
 * The law's table of a resolution. Here: from the motion until it is before the standing
 * committee, and taking it back. The meeting stands in {@link DecisionSteps}, what
 * follows in {@link ExecutionSteps}.
 */
final class ResolutionWorkflow {

	/** The declaration. */
	static final Workflow<Resolution, State, Party> DECLARED = declared();

	private static final String WRITTEN = "reason";

	private ResolutionWorkflow() {
	}

	private static Workflow<Resolution, State, Party> declared() {
		Workflow.Builder<Resolution, State, Party> workflow = Workflow.of(Resolution.KIND, Resolution.class,
				State.class, Party.class, Text.of("决议决定", "resolution"));
		moving(workflow);
		listing(workflow);
		withdrawing(workflow);
		DecisionSteps.declare(workflow);
		ExecutionSteps.declare(workflow);
		return workflow.build();
	}

	private static void moving(Workflow.Builder<Resolution, State, Party> workflow) {
		workflow.opening("propose", ResolutionMotion.class, Text.of("提出议案", "Move it"))
			.to(SUBMITTED)
			.by(MOVER, OFFICE)
			.rules("MTG-11", "MAJ-02", "MAJ-08")
			.guard("MTG-11", Text.of("可以提出议案的有：主任会议、人民政府、监察委员会、人民法院、人民检察院、专门委员会，以及常委会组成人员五人以上联名。",
					"A motion is made by the chairpersons' meeting, the government, the supervisory commission, the court, the procuratorate, a committee, or five or more members in office together."),
					(c, in, m) -> ResolutionConditions.mayMove(in.known(), m.rules()),
					(c, in, m) -> ResolutionConditions.movers(in.known(), m.rules()))
			.starts(ResolutionClocks.DELIBERATION, (c, in, m) -> ResolutionClocks.council())
			.event("resolution.proposed")
			.end();
		workflow.step("revise", ResolutionRevision.class, Text.of("修改议案", "Change the words"))
			.from(SUBMITTED, REFERRED, EXAMINED)
			.by(MOVER)
			.rules("MTG-11")
			.apply((c, in, m) -> c.with(c.motion().saying(in.title(), in.draft(), Given.orEmpty(in.explanation()))))
			.event("resolution.revised")
			.end();
	}

	private static void listing(Workflow.Builder<Resolution, State, Party> workflow) {
		workflow.step("refer", ResolutionReferral.class, Text.of("交委员会审查", "Send it to a committee"))
			.from(SUBMITTED)
			.to(REFERRED)
			.by(COUNCIL)
			.rules("MTG-11", "MAJ-04")
			.apply((c, in, m) -> c.with(c.course().referred(in.committee())))
			.starts(ResolutionClocks.REVIEW, (c, in, m) -> ResolutionClocks.committee(c))
			.awaited()
			.backdated()
			.event("resolution.referred")
			.end();
		workflow.step("examine", ResolutionExamination.class, Text.of("提出审查意见", "Report on it"))
			.from(REFERRED)
			.to(EXAMINED)
			.by(COMMITTEE)
			.rules("MAJ-04")
			.apply((c, in, m) -> c.with(c.course().examined(new Words(m.on(), in.report().strip()))))
			.ends(ResolutionClocks.REVIEW)
			.awaited()
			.backdated()
			.event("resolution.examined")
			.end();
		workflow.step("list", ResolutionListing.class, Text.of("提请常委会审议", "Put it before the standing committee"))
			.from(SUBMITTED, EXAMINED)
			.to(LISTED)
			.by(COUNCIL)
			.rules("MTG-09", "MTG-10", "MTG-11")
			.guard("MTG-10", Text.of("议案一般应在会议举行十五日前提出；提出较晚的，请在 shortNotice 中说明原因，将予记录。",
					"A motion is made fifteen days before the meeting. Say in shortNotice why it comes later; that is recorded."),
					(c, in, m) -> ResolutionConditions.inTime(c, in.meetingFrom(), m.rules())
							|| !Given.isBlank(in.shortNotice()),
					(c, in, m) -> Map.of("submittedOn", c.motion().submittedOn(), "meetingFrom", in.meetingFrom(),
							"latest", ResolutionConditions.latest(in.meetingFrom(), m.rules()), "pointer",
							"/shortNotice"))
			.apply((c, in,
					m) -> c.with(c.course()
						.listed(m.on(),
								ResolutionConditions.inTime(c, in.meetingFrom(), m.rules()) ? ""
										: Given.orEmpty(in.shortNotice()))))
			.awaited()
			.backdated()
			.event("resolution.listed")
			.end();
		workflow.step("decline", ResolutionReason.class, Text.of("决定不提请审议", "Do not list it"))
			.from(SUBMITTED, EXAMINED)
			.to(DECLINED)
			.by(COUNCIL)
			.rules("MTG-11")
			.guard("MTG-11", Text.of("只有常委会组成人员联名的议案，主任会议可以决定不提请审议。",
					"Only a motion of members together may be left off; others are put before the standing committee."),
					(c, in, m) -> c.motion().mover().kind() == MoverKind.MEMBERS,
					(c, in, m) -> Map.of("mover", c.motion().mover().kind().name()))
			.guard("MTG-11", Text.of("不提请审议的，须向提案人说明理由。", "Its movers are told the reasons."),
					(c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of(WRITTEN, ""))
			.apply((c, in, m) -> c.with(c.course().ended(Given.orEmpty(in.reason()))))
			.backdated()
			.event("resolution.declined")
			.end();
	}

	private static void withdrawing(Workflow.Builder<Resolution, State, Party> workflow) {
		workflow.step("withdraw", ResolutionReason.class, Text.of("撤回", "Take it back"))
			.from(SUBMITTED, REFERRED, EXAMINED)
			.to(WITHDRAWN)
			.by(MOVER)
			.rules("MTG-38")
			.apply((c, in, m) -> c.with(c.course().ended(Given.orEmpty(in.reason()))))
			.event("resolution.withdrawn")
			.end();
		workflow.step("ask-withdrawal", ResolutionReason.class, Text.of("要求撤回", "Ask to take it back"))
			.from(LISTED, DELIBERATED)
			.by(MOVER)
			.rules("MTG-38")
			.guard("MTG-38", Text.of("要求撤回须说明理由。", "Who wants it back says why."),
					(c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of(WRITTEN, ""))
			.apply((c, in, m) -> c.with(c.course().withdrawing(Given.orEmpty(in.reason()))))
			.event("resolution.withdrawal-asked")
			.end();
		workflow.step("consent-withdrawal", ResolutionPlain.class, Text.of("同意撤回", "Consent to that"))
			.from(LISTED, DELIBERATED)
			.to(WITHDRAWN)
			.by(COUNCIL)
			.rules("MTG-38")
			.guard("MTG-38", Text.of("提案人没有要求撤回。", "Its mover has not asked for it."),
					(c, in, m) -> !c.course().withdrawal().isEmpty(), (c, in, m) -> Map.of("withdrawalAsked", false))
			.apply((c, in, m) -> c.with(c.course().ended(c.course().withdrawal())))
			.backdated()
			.event("resolution.withdrawn")
			.end();
		workflow.step("refuse-withdrawal", ResolutionReason.class, Text.of("不同意撤回", "Do not consent"))
			.from(LISTED, DELIBERATED)
			.by(COUNCIL)
			.rules("MTG-38")
			.guard("MTG-38", Text.of("提案人没有要求撤回。", "Its mover has not asked for it."),
					(c, in, m) -> !c.course().withdrawal().isEmpty(), (c, in, m) -> Map.of("withdrawalAsked", false))
			.apply((c, in, m) -> c.with(c.course().withdrawing("")))
			.backdated()
			.event("resolution.withdrawal-refused")
			.end();
	}

}
