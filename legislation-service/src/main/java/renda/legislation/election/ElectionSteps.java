package renda.legislation.election;

import java.util.List;
import java.util.Map;

import renda.legislation.election.ElectionAction.Counted;
import renda.legislation.election.ElectionAction.Nominate;
import renda.legislation.election.ElectionAction.Stand;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentClocks;
import renda.legislation.personnel.Hearing;
import renda.platform.deadline.Holder;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.legislation.personnel.Appointment.Party.CHAIR;
import static renda.legislation.personnel.Appointment.Party.COUNCIL;
import static renda.legislation.personnel.Appointment.Party.GENERAL_OFFICE;
import static renda.legislation.personnel.Appointment.Party.NOMINATOR;
import static renda.legislation.personnel.Appointment.Party.OFFICE;
import static renda.legislation.personnel.Appointment.State.APPOINTED;
import static renda.legislation.personnel.Appointment.State.APPROVAL_NEEDED;
import static renda.legislation.personnel.Appointment.State.CANDIDATE;
import static renda.legislation.personnel.Appointment.State.NOMINATED;
import static renda.legislation.personnel.Appointment.State.NOT_ELECTED;
import static renda.legislation.personnel.Appointment.State.RUN_OFF;

/**
 * Elections by the congress (地方组织法 第二十五条 to 第三十条): candidates are nominated, the
 * presidium puts them on one paper (where there are too many, on that of a preliminary
 * election first), and the outcome of the ballot elects them, or not, or has them voted
 * on again. Those not elected may stand for the seats that stayed empty.
 */
public final class ElectionSteps {

	private ElectionSteps() {
	}

	public static void declare(Workflow.Builder<Appointment, State, Party> workflow) {
		standing(workflow);
		preselected(workflow);
		voted(workflow);
		recorded(workflow);
	}

	private static void standing(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow.opening("nominate", Nominate.class, Text.of("提名候选人", "Nominate a candidate"))
			.to(NOMINATED)
			.by(NOMINATOR)
			.rules("MTG-15", "MOT-13", "APT-24")
			.guard("MTG-15", Text.of("该职务不由代表大会在候选人中选举。", "The congress does not elect to this post among candidates."),
					(c, in, m) -> ElectionConditions.isElected(c.nomination()), (c, in, m) -> c.nomination().asked())
			.guard("MOT-13", Text.of("候选人由主席团提名，或者由法定人数的在任代表书面联名提出，提名者须在其中。",
					"The presidium nominates, or enough deputies in office together in writing, the caller among them."),
					(c, in, m) -> ElectionConditions.areEnough(c.nomination(), m.caller(), m.rules()),
					(c, in, m) -> ElectionConditions.nominators(c.nomination(), m.rules()))
			.guard("APT-24", Text.of("该职务已经撤销，或者尚未设立。", "The post has ended, or does not exist yet."),
					(c, in, m) -> !c.nomination().post().abolished(),
					(c, in, m) -> Map.of("post", c.nomination().post().code(), "on", m.on()))
			.apply((c, in,
					m) -> c.with(c.hearing()
						.with(new Hearing.Introduction(m.on(), null, "", m.caller().name(),
								in.introduction().strip()))))
			.event("appointment.nominated")
			.end();
		stand(workflow.step("stand", Stand.class, Text.of("列为正式候选人", "Put on the paper"))
			.from(NOMINATED, NOT_ELECTED)
			.to(CANDIDATE)).event("appointment.candidate").end();
		stand(workflow.step("preselect", Stand.class, Text.of("列入预选", "Put on the paper of a preliminary election"))
			.from(NOMINATED, NOT_ELECTED)
			.rules("MOT-23")
			.guard("MOT-23", Text.of("提名的人数没有超过正式候选人名额，不必预选。",
					"No more are nominated than may stand: there is nothing to decide by a preliminary election."),
					(c, in, m) -> ElectionConditions.areTooMany(in), (c, in, m) -> ElectionConditions.nominees(in)))
			.event("appointment.preselected")
			.end();
	}

	private static StepBuilder<Appointment, State, Party, Stand> stand(
			StepBuilder<Appointment, State, Party, Stand> step) {
		step.by(COUNCIL).rules("MOT-14", "MOT-15", "MOT-18", "MOT-20", "MOT-21", "MOT-22", "MOT-23");
		for (String rule : List.of("MOT-14", "MOT-21", "MOT-22")) {
			step.guard(rule, Text.of("候选人数与应选名额之差不合规定；提名的人数过多的，进行预选（places）。",
					"There are not as many candidates more than seats as the law asks for; of too many nominees a preliminary election (places) decides."),
					(c, in, m) -> ElectionConditions.fits(c, in, m.rules(), rule),
					(c, in, m) -> ElectionConditions.margin(c, in, m.rules()));
		}
		for (String rule : List.of("MOT-18", "MOT-20", "MOT-21")) {
			step.guard(rule, Text.of("应选名额多于职数或者缺额。", "There are not as many seats, or not as many free."),
					(c, in, m) -> ElectionConditions.hasSeats(in, rule), (c, in, m) -> ElectionConditions.seats(in));
		}
		return step
			.guard("MOT-20",
					Text.of("主席团提名的人数、每一代表参加联名提出的人数，均不得超过应选名额。",
							"The presidium, and each deputy with others, nominates no more candidates than seats."),
					(c, in, m) -> in.field().byOne() <= in.terms().seats(),
					(c, in, m) -> Map.of("byOne", in.field().byOne(), "seats", in.terms().seats()))
			.guard("MOT-15",
					Text.of("换届选举提名、酝酿候选人的时间不足。", "Candidates were not nominated and discussed for long enough."),
					(c, in, m) -> ElectionConditions.isDiscussed(in.terms(), m.on(), m.rules()),
					(c, in, m) -> Map.of("nominationsFrom", in.terms().nominationsFrom(), "standFrom",
							ElectionConditions.standFrom(in.terms(), m.rules())))
			.guard("MOT-18", Text.of("未当选的人再作候选人，须是不足名额的另行选举，并写明大会的决定（decision）。",
					"Who was not elected stands again where seats stayed empty, by a decision of the congress."),
					(c, in, m) -> c.state() != NOT_ELECTED || in.terms().another(),
					(c, in, m) -> Map.of("state", c.state().name(), "decision", in.terms().decision()))
			.guard("MOT-23", Text.of("还有依法提名的人未列入；提名的人数过多的，进行预选，不得自行取舍。",
					"Others are nominated for the post; where they are too many a preliminary election decides, and nobody is left out."),
					(c, in, m) -> in.field().leftOut() == 0, (c, in, m) -> ElectionConditions.nominees(in))
			.apply((c, in, m) -> c.with(c.hearing().with(in.election())))
			.automatic();
	}

	private static void preselected(Workflow.Builder<Appointment, State, Party> workflow) {
		taken(workflow
			.step("list-by-votes", Counted.class, Text.of("预选列为正式候选人", "On the list after the preliminary election"))
			.from(NOMINATED, NOT_ELECTED)).to(CANDIDATE).rules("MOT-23", "MOT-24").event("appointment.candidate").end();
		taken(workflow
			.step("not-list", Counted.class, Text.of("预选未列为正式候选人", "Not on the list after the preliminary election"))
			.from(NOMINATED, NOT_ELECTED)).to(NOT_ELECTED)
			.rules("MOT-23", "MOT-24")
			.event("appointment.not-listed")
			.end();
	}

	private static void voted(Workflow.Builder<Appointment, State, Party> workflow) {
		counted(workflow.step("elect", Counted.class, Text.of("当选", "Elected")))
			.toOneOf((c, in, m) -> c.kind().upperApproval() ? APPROVAL_NEEDED : APPOINTED, APPOINTED, APPROVAL_NEEDED)
			.rules("MTG-15", "MOT-17", "OATH-05")
			.guard("MTG-15",
					Text.of("当选须过全体代表半数；只在再次投票时以得票多的当选。",
							"More than half of all deputies elect; in a run-off only the most votes do."),
					(c, in, m) -> in.vote().passed()
							&& (c.state() == RUN_OFF || in.vote().isCarriedBy(m.rules().share("mtg.pcMajority"))),
					(c, in, m) -> in.vote().facts(m.rules().share("mtg.pcMajority")))
			.startsFrom(AppointmentClocks.NOTICE,
					(c, in, m) -> (c.state() == APPROVAL_NEEDED) ? List.of()
							: List.of(Holder.role(Role.GENERAL_OFFICE)),
					(c, in, m) -> in.vote().on())
			.event("appointment.elected")
			.end();
		counted(workflow.step("tie", Counted.class, Text.of("票数相等，再次投票", "To be voted on again"))).to(RUN_OFF)
			.rules("MOT-17")
			.event("appointment.run-off")
			.end();
		counted(workflow.step("not-elect", Counted.class, Text.of("未当选", "Not elected"))).to(NOT_ELECTED)
			.rules("MTG-15", "MOT-17", "MOT-18")
			.event("appointment.not-elected")
			.end();
	}

	/**
	 * What all ways to come out of a ballot share.
	 */
	private static StepBuilder<Appointment, State, Party, Counted> counted(
			StepBuilder<Appointment, State, Party, Counted> step) {
		return taken(step.from(CANDIDATE, RUN_OFF));
	}

	private static StepBuilder<Appointment, State, Party, Counted> taken(
			StepBuilder<Appointment, State, Party, Counted> step) {
		return step.by(CHAIR, COUNCIL, OFFICE, GENERAL_OFFICE)
			.apply((c, in, m) -> c.with(c.settlement().voted(in.vote())))
			.automatic();
	}

	/**
	 * An election that was held without the platform.
	 */
	private static void recorded(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow.opening("record-election", ElectionAction.Held.class, Text.of("登记代表大会选举", "Record an election"))
			.toOneOf((c, in, m) -> c.state(), APPOINTED, APPROVAL_NEEDED)
			.by(OFFICE, GENERAL_OFFICE)
			.rules("MTG-15", "OATH-05")
			.guard("MTG-15", Text.of("该职务不由代表大会选举，或者赞成票未过全体代表半数。",
					"The congress does not elect to this post, or not more than half of all deputies were for it."),
					(c, in, m) -> c.nomination().isLawful()
							&& m.rules().share("mtg.pcMajority").isReachedBy(in.votesFor(), in.deputies()),
					(c, in, m) -> Map.of("kind", c.kind().code(), "deputies", in.deputies(), "votesFor", in.votesFor()))
			.startsFrom(AppointmentClocks.NOTICE,
					(c, in, m) -> (c.state() == APPROVAL_NEEDED) ? List.of()
							: List.of(Holder.role(Role.GENERAL_OFFICE)),
					(c, in, m) -> in.electedOn())
			.event("appointment.elected")
			.end();
	}

}
