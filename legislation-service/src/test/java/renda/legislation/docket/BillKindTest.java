package renda.legislation.docket;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillCourse.BillReferral;
import renda.legislation.bill.BillFixtures;
import renda.legislation.bill.BillPapers.BillText;
import renda.legislation.bill.BillProposal;
import renda.legislation.bill.BillProposal.BillTarget;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.competence.Making;
import renda.legislation.member.Body;
import renda.platform.city.CityProfile;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is who in a bill, and what is shown of it to whom.
 */
class BillKindTest {

	@Test
	void whoIsWhoInABill() {
		CityProfile city = new CityProfile("410100", Text.of("甲市", "A"), Text.of("乙省", "B"), ZoneId.of("Asia/Shanghai"),
				List.of());
		BillKind kind = new BillKind(null, JsonMapper.shared(), city, "city-government", null);
		Bill bill = BillFixtures.ready(State.PROMULGATED, "issue-rules");
		for (Party party : Set.of(Party.PROPOSER, Party.COMMITTEE, Party.LEGAL_COMMITTEE, Party.OFFICE, Party.PLENARY,
				Party.ORGAN)) {
			assertThat(kind.actors(bill, BillFixtures.caller(party))).as(party.name()).containsExactly(party);
		}
		assertThat(kind.actors(bill, BillFixtures.caller(Party.COUNCIL))).containsExactly(Party.COUNCIL, Party.PLENARY);
		assertThat(kind.actors(bill, Caller.ANONYMOUS)).isEmpty();
		assertThat(kind.actors(bill, new Caller("x", "局", Set.of(Role.ORGAN), Set.of(), "finance"))).isEmpty();
		assertThat(kind.actors(bill, new Caller("x", "邻市", Set.of(Role.COUNCIL), Set.of("420100"), ""))).isEmpty();
		Bill joint = bill
			.with(BillFixtures.proposal(ProposerKind.MEMBERS, Body.STANDING_COMMITTEE, Making.ENACT, List.of()));
		joint = joint
			.with(new BillProposal(joint.proposal().title(), Making.ENACT, joint.proposal().domain(), List.of(),
					Body.STANDING_COMMITTEE, false, joint.proposal().proposer().movedBy(BillFixtures.movers(5, 0)),
					List.of(), false, null, "", null, BillProposal.BillTeam.NONE, 16));
		assertThat(kind.actors(joint, new Caller("member-3", "委员", Set.of(Role.MEMBER), Set.of(), "")))
			.containsExactly(Party.PROPOSER);
		assertThat(kind.actors(joint, new Caller("member-9", "委员", Set.of(Role.MEMBER), Set.of(), ""))).isEmpty();
	}

	@Test
	void leg19WhatABillChangesIsComparedWithWhatItWouldMakeOfIt() {
		Bill bill = BillFixtures.ready(State.SUBMITTED, "list");
		bill = bill
			.with(BillFixtures.proposal(ProposerKind.GOVERNMENT, Body.STANDING_COMMITTEE, Making.AMEND,
					List.of(new BillTarget(BillFixtures.LAW, "油灯管理条例", Making.AMEND, true, false))))
			.with(bill.papers().at(BillFixtures.DRAFT, List.of(new BillText(BillFixtures.LAW, BillFixtures.DRAFT))));
		assertThat(BillView.of(bill, true).comparisons()).singleElement()
			.satisfies((compared) -> assertThat(compared.href())
				.isEqualTo("/api/v1/legislation/drafts/diff?from=" + BillFixtures.LAW + "&to=" + BillFixtures.DRAFT));
	}

	@Test
	void leg34WhatBodiesDisagreeOnIsNotForThePublic() {
		Bill bill = BillFixtures.ready(State.PRELIMINARY, "list");
		Bill reported = bill.with(bill.course()
			.with(new BillReferral(BillFixtures.TODAY, "rural", "可行", "全体会议", "与农委意见不一致", BillFixtures.CHECKS,
					BillFixtures.TODAY)));
		assertThat(BillView.of(reported, true).referral()).isEqualTo(reported.course().referral());
		assertThat(BillView.of(reported, false).referral()).isNull();
	}

}
