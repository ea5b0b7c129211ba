package renda.legislation.tenure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentClocks;
import renda.legislation.personnel.CommitteeSeat;
import renda.legislation.personnel.Settlement;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.personnel.Appointment.Party.OFFICE;
import static renda.legislation.personnel.Appointment.State.ANNOUNCED;
import static renda.legislation.personnel.Appointment.State.CERTIFIED;
import static renda.legislation.personnel.Appointment.State.IN_OFFICE;
import static renda.legislation.personnel.Appointment.State.OATH_MISSED;

/**
 * What becomes of a seat in the standing committee that the post forbids (地方组织法 第四十七条):
 * the person resigns from the committee. Nothing here ends the membership; that is the
 * committee's decision and the roll's entry.
 */
final class SeatSteps {

	private SeatSteps() {
	}

	static void declare(Workflow.Builder<Appointment, State, Party> workflow) {
		workflow
			.step("identify-member", TenureAction.Identify.class,
					Text.of("核明是否常委会组成人员本人", "Find out whether a member is the person"))
			.from(ANNOUNCED, CERTIFIED, OATH_MISSED, IN_OFFICE)
			.by(OFFICE)
			.rules("MTG-35")
			.guard("MTG-35", Text.of("没有待核明的同名常委会组成人员。", "There is no member of that name to find out about."),
					(c, in, m) -> c.settlement().openSeat().filter((seat) -> !seat.identified()).isPresent(),
					(c, in, m) -> facts(c.settlement()))
			.apply((c, in,
					m) -> c.with(with(c.settlement(),
							c.settlement().openSeat().map((seat) -> seat.of(in.same(), m.on(), in.basis().strip())))))
			.cancels(AppointmentClocks.RESIGNATION,
					(c, in, m) -> Boolean.TRUE.equals(in.same()) ? List.of() : AppointmentClocks.office())
			.event("appointment.member-identified")
			.end();
		workflow
			.step("record-resignation", TenureAction.Resigned.class,
					Text.of("登记已辞去常委会职务", "Record that the person left the committee"))
			.from(ANNOUNCED, CERTIFIED, OATH_MISSED, IN_OFFICE)
			.by(OFFICE)
			.rules("MTG-35")
			.guard("MTG-35",
					Text.of("无须辞去常委会职务，或者是否本人尚待核明（identify-member）。",
							"There is no seat to give up, or it is not found out yet whose it is (identify-member)."),
					(c, in, m) -> c.settlement().openSeat().filter(CommitteeSeat::identified).isPresent(),
					(c, in, m) -> facts(c.settlement()))
			.guard("MTG-35", Text.of("此人仍在常委会名册中：常委会接受辞职后，先登记其离任。",
					"The person is on the roll: once the resignation is accepted, record the end of that office first."),
					(c, in, m) -> in.known() != null, (c, in, m) -> facts(c.settlement()))
			.apply((c, in,
					m) -> c.with(with(c.settlement(),
							c.settlement().openSeat().map((seat) -> seat.resigned(m.on(), in.basis().strip())))))
			.ends(AppointmentClocks.RESIGNATION)
			.event("appointment.seat-given-up")
			.end();
	}

	private static Settlement with(Settlement settlement, Optional<CommitteeSeat> seat) {
		return settlement.with(seat.orElse(settlement.seat()));
	}

	private static Map<String, Object> facts(Settlement settlement) {
		return settlement.openSeat()
			.<Map<String, Object>>map((seat) -> Map.of("member", seat.member(), "identified", seat.identified()))
			.orElse(Map.of());
	}

}
