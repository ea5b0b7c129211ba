package renda.legislation.appointment;

import renda.legislation.election.ElectionSteps;
import renda.legislation.nomination.NominationSteps;
import renda.legislation.nomination.VettingSteps;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.tenure.TenureSteps;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

/**
 * The law's table of an appointment, in the order of its life: the nomination with its
 * file, the examination, the standing committee or the congress, and what follows the
 * vote.
 */
final class AppointmentWorkflow {

	/** The declaration. */
	static final Workflow<Appointment, State, Party> DECLARED = declared();

	private AppointmentWorkflow() {
	}

	private static Workflow<Appointment, State, Party> declared() {
		Workflow.Builder<Appointment, State, Party> workflow = Workflow.of("appointment", Appointment.class,
				State.class, Party.class, Text.of("任免事项", "appointment"));
		NominationSteps.declare(workflow);
		VettingSteps.declare(workflow);
		CommitteeSteps.declare(workflow);
		ElectionSteps.declare(workflow);
		TenureSteps.declare(workflow);
		return workflow.build();
	}

}
