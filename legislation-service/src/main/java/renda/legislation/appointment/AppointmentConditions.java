package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import renda.legislation.appointment.AppointmentAction.Facts;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.AppointmentClocks;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.Nomination.Proposer;
import renda.legislation.personnel.PersonnelFile;
import renda.legislation.sitting.Sitting;
import renda.platform.rule.RuleSet;

/**
 * What the law asks of steps, and the facts it is decided on.
 */
final class AppointmentConditions {

	private AppointmentConditions() {
	}

	/**
	 * Whether those who move a removal are a fifth of all members, the caller among them.
	 */
	static boolean areEnough(Nomination nomination, @Nullable Facts known, RuleSet rules) {
		Facts facts = AppointmentAction.known(known);
		return nomination.act() != Act.REMOVE || nomination.by().kind() != Proposer.Kind.MEMBERS
				|| (facts.moves() && rules.share("inq.removalMovers").isReachedBy(facts.movers(), facts.members()));
	}

	static Map<String, Object> movers(@Nullable Facts known, RuleSet rules) {
		Facts facts = AppointmentAction.known(known);
		return Map.of("movers", facts.movers(), "members", facts.members(), "needed",
				rules.share("inq.removalMovers").leastOf(facts.members()), "callerAmongThem", facts.moves());
	}

	/**
	 * Whether it is not yet failed too often in the term.
	 */
	static boolean mayFailAgain(@Nullable Facts known, RuleSet rules) {
		return AppointmentAction.known(known).fails().size() < rules.number("apt.maxFails");
	}

	static boolean isLongAgo(@Nullable Facts known, LocalDate on, RuleSet rules) {
		return againFrom(known, rules).filter(on::isBefore).isEmpty();
	}

	private static Optional<LocalDate> againFrom(@Nullable Facts known, RuleSet rules) {
		return AppointmentAction.known(known)
			.fails()
			.stream()
			.max(Comparator.naturalOrder())
			.map((last) -> AppointmentClocks.againFrom(last, rules));
	}

	static Map<String, Object> fails(@Nullable Facts known, RuleSet rules) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("failedOn", AppointmentAction.known(known).fails());
		facts.put("most", rules.number("apt.maxFails"));
		againFrom(known, rules).ifPresent((day) -> facts.put("againFrom", day));
		return facts;
	}

	/**
	 * Whether there is a seat, or one is on its way to be free.
	 */
	static boolean isVacant(Nomination nomination, @Nullable Facts known, boolean soon) {
		Facts facts = AppointmentAction.known(known);
		Integer seats = nomination.post().seats();
		return nomination.act().ends() || nomination.act() == Act.ACTING || seats == null || facts.holders() < seats
				|| (soon && facts.vacating());
	}

	static Map<String, Object> seats(Nomination nomination, @Nullable Facts known) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("post", nomination.post().code());
		if (nomination.post().seats() != null) {
			facts.put("seats", nomination.post().seats());
		}
		facts.put("holders", AppointmentAction.known(known).holders());
		facts.put("dismissalOnItsWay", AppointmentAction.known(known).vacating());
		return facts;
	}

	/**
	 * Whether the person is no member of the standing committee, or need not be none. A
	 * member of that name may be somebody else, which the personnel office then says; an
	 * account is one person's.
	 */
	static boolean isNoMember(Nomination nomination, @Nullable Facts known, String namesake) {
		Facts facts = AppointmentAction.known(known);
		return nomination.act().ends() || !nomination.kind().organClass().isClosedToMembers()
				|| (!facts.memberByAccount() && (!facts.memberByName() || !namesake.isBlank()));
	}

	static Map<String, Object> membership(Nomination nomination, @Nullable Facts known) {
		Facts facts = AppointmentAction.known(known);
		return Map.of("name", nomination.person().name(), "organClass", nomination.kind().organClass().name(),
				"sameAccountAsAMember", facts.memberByAccount(), "sameNameAsAMember", facts.memberByName());
	}

	/**
	 * Whether the person may stand in for the head: by a deputy's post in that organ.
	 */
	static boolean isDeputy(Nomination nomination, @Nullable Facts known) {
		return nomination.act() != Act.ACTING
				|| AppointmentAction.known(known).deputises().contains(nomination.kind().code());
	}

	static boolean isExamined(Appointment appointment, @Nullable Facts known) {
		return !appointment.act().isExamined() || appointment.file().isExamPassed()
				|| AppointmentAction.known(known).examined();
	}

	/**
	 * Whether it is on the adopted agenda of a meeting that is open, alone or with its
	 * list.
	 */
	static boolean isBeforeMeeting(Appointment appointment, @Nullable Facts known) {
		Sitting sitting = AppointmentAction.known(known).sitting();
		return sitting != null && sitting.open() && item(appointment, sitting).map(Sitting.Item::adopted).orElse(false);
	}

	private static Optional<Sitting.Item> item(Appointment appointment, Sitting sitting) {
		UUID slate = appointment.hearing().slate();
		return sitting.item("appointment", (slate != null) ? slate : appointment.id(), appointment.act().purpose());
	}

	static Map<String, Object> meeting(Appointment appointment, @Nullable Facts known) {
		Sitting sitting = AppointmentAction.known(known).sitting();
		return (sitting == null) ? Map.of("meetingKnown", false)
				: Map.of("meetingKnown", true, "meeting", sitting.code(), "open", sitting.open(), "onAgenda",
						item(appointment, sitting).isPresent(), "adopted",
						item(appointment, sitting).map(Sitting.Item::adopted).orElse(false));
	}

	static String meetingName(@Nullable Facts known) {
		Sitting sitting = AppointmentAction.known(known).sitting();
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

	/**
	 * The complaints that nothing has come out of yet.
	 */
	static List<Integer> open(Appointment appointment) {
		List<PersonnelFile.Complaint> all = appointment.file().complaints();
		return IntStream.rangeClosed(1, all.size())
			.filter((number) -> all.get(number - 1).foundOn() == null)
			.boxed()
			.toList();
	}

}
