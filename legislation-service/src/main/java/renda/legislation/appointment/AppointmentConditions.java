package renda.legislation.appointment;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.sitting.Sitting;

/**
 * What the law asks of an appointment at a meeting, and the facts it is decided on.
 */
final class AppointmentConditions {

	private AppointmentConditions() {
	}

	/**
	 * Whether it is on the adopted agenda of a meeting that is open, alone or with its
	 * list.
	 */
	static boolean isBeforeMeeting(Appointment appointment, @Nullable AppointmentFacts known) {
		Sitting sitting = AppointmentFacts.of(known).sitting();
		return sitting != null && sitting.open() && item(appointment, sitting).map(Sitting.Item::adopted).orElse(false);
	}

	private static Optional<Sitting.Item> item(Appointment appointment, Sitting sitting) {
		UUID slate = appointment.hearing().slate();
		return sitting.item("appointment", (slate != null) ? slate : appointment.id(), appointment.act().purpose());
	}

	static Map<String, Object> meeting(Appointment appointment, @Nullable AppointmentFacts known) {
		Sitting sitting = AppointmentFacts.of(known).sitting();
		return (sitting == null) ? Map.of("meetingKnown", false)
				: Map.of("meetingKnown", true, "meeting", sitting.code(), "open", sitting.open(), "onAgenda",
						item(appointment, sitting).isPresent(), "adopted",
						item(appointment, sitting).map(Sitting.Item::adopted).orElse(false));
	}

	static String meetingName(@Nullable AppointmentFacts known) {
		Sitting sitting = AppointmentFacts.of(known).sitting();
		return (sitting != null) ? sitting.name() : "";
	}

	/**
	 * Whether a candidate who has to speak has spoken.
	 */
	static boolean hasSpoken(Appointment appointment) {
		return !appointment.kind().statement() || (appointment.act() != Act.APPOINT && appointment.act() != Act.ACTING)
				|| appointment.hearing().statement() != null;
	}

	static boolean isDefended(Appointment appointment) {
		return appointment.act() != Act.REMOVE || appointment.hearing().defence() != null;
	}

}
