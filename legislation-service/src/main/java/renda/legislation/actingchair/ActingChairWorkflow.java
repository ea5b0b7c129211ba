package renda.legislation.actingchair;

import java.util.Map;

import renda.legislation.actingchair.ActingChair.Ground;
import renda.legislation.actingchair.ActingChair.Party;
import renda.legislation.actingchair.ActingChair.State;
import renda.legislation.member.Body;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.actingchair.ActingChair.Party.CHAIR;
import static renda.legislation.actingchair.ActingChair.Party.COUNCIL;
import static renda.legislation.actingchair.ActingChair.Party.OFFICE;
import static renda.legislation.actingchair.ActingChair.State.ACTING;
import static renda.legislation.actingchair.ActingChair.State.ENDED;
import static renda.legislation.actingchair.ActingChair.State.NOT_ELECTED;
import static renda.legislation.actingchair.ActingChair.State.PROPOSED;
import static renda.legislation.actingchair.ActingChair.State.WITHDRAWN;

/**
 * The law's table of acting for the chair (地方组织法 第五十五条): proposed by the chairpersons'
 * meeting, elected by the committee, until the chair has recovered or the congress has
 * elected a new one.
 */
final class ActingChairWorkflow {

	private static final Text BY_COMMITTEE = Text.of("由常务委员会推选。", "The standing committee elects.");

	/** The declaration. */
	static final Workflow<ActingChair, State, Party> DECLARED = declared();

	private ActingChairWorkflow() {
	}

	private static Workflow<ActingChair, State, Party> declared() {
		Workflow.Builder<ActingChair, State, Party> workflow = Workflow.of(ActingChair.KIND, ActingChair.class,
				State.class, Party.class, Text.of("代理主任", "acting chair"));
		workflow.opening("propose", ActingChairAction.ActingProposed.class, Text.of("提出代理主任人选", "Propose who acts"))
			.to(PROPOSED)
			.by(COUNCIL)
			.rules("MTG-39")
			.guard("MTG-39", Text.of("在副主任中推选。", "One of the vice-chairs in office is elected."),
					(c, in, m) -> in.officers().viceChair(), (c, in, m) -> Map.of("member", in.member()))
			.guard("MTG-39", Text.of("主任缺位时方为 VACANCY；主任在任而因健康情况不能工作的为 HEALTH。",
					"VACANCY is where there is no chair in office; HEALTH where the chair in office cannot work."),
					(c, in, m) -> in.officers().chair() == (in.ground() == Ground.HEALTH),
					(c, in, m) -> Map.of("ground", in.ground(), "chairInOffice", in.officers().chair()))
			.guard("MTG-39", Text.of("已有代理主任。", "Somebody acts for the chair already."),
					(c, in, m) -> !in.officers().acting(), (c, in, m) -> Map.of("acting", in.officers().acting()))
			.event("acting-chair.proposed")
			.end();
		workflow.step("elect", ActingChairAction.ActingDecided.class, Text.of("推选通过", "Be elected"))
			.from(PROPOSED)
			.to(ACTING)
			.by(COUNCIL, CHAIR, OFFICE)
			.rules("MTG-39", "MTG-03")
			.guard("MTG-39", BY_COMMITTEE, (c, in, m) -> in.decided().body() == Body.STANDING_COMMITTEE,
					(c, in, m) -> Map.of("body", in.decided().body()))
			.apply((c, in, m) -> c.decided(ActingChair.Vote.of(in.decided())))
			.automatic()
			.event("acting-chair.elected")
			.end();
		workflow.step("reject", ActingChairAction.ActingDecided.class, Text.of("推选未获通过", "Not be elected"))
			.from(PROPOSED)
			.to(NOT_ELECTED)
			.by(COUNCIL, CHAIR, OFFICE)
			.rules("MTG-39", "MTG-03")
			.guard("MTG-39", BY_COMMITTEE, (c, in, m) -> in.decided().body() == Body.STANDING_COMMITTEE,
					(c, in, m) -> Map.of("body", in.decided().body()))
			.apply((c, in, m) -> c.decided(ActingChair.Vote.of(in.decided())))
			.automatic()
			.event("acting-chair.rejected")
			.end();
		workflow.step("withdraw", ActingChairAction.ActingWithdrawn.class, Text.of("撤回", "Withdraw it"))
			.from(PROPOSED)
			.to(WITHDRAWN)
			.by(COUNCIL)
			.rules("MTG-39")
			.event("acting-chair.withdrawn")
			.end();
		workflow.step("end", ActingChairAction.ActingOver.class, Text.of("代理结束", "Record that it is over"))
			.from(ACTING)
			.to(ENDED)
			.by(COUNCIL, OFFICE)
			.rules("MTG-39")
			.apply((c, in, m) -> c.over(new ActingChair.Ended(m.on(), in.why())))
			.awaited()
			.backdated()
			.event("acting-chair.ended")
			.end();
		return workflow.build();
	}

}
