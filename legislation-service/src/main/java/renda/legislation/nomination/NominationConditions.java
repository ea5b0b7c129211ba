package renda.legislation.nomination;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.AppointmentClocks;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.Nomination.Proposer;
import renda.legislation.personnel.PersonnelFile;
import renda.platform.rule.RuleSet;

/**
 * What the law asks of whoever asks for an act, of the file and of the person.
 */
public final class NominationConditions {

	private NominationConditions() {
	}

	/**
	 * Whether those who move a removal are a fifth of all members, the caller among them.
	 */
	static boolean areEnough(Nomination nomination, @Nullable AppointmentFacts known, RuleSet rules) {
		AppointmentFacts facts = AppointmentFacts.of(known);
		return nomination.act() != Act.REMOVE || nomination.by().kind() != Proposer.Kind.MEMBERS
				|| (facts.moves() && rules.share("inq.removalMovers").isReachedBy(facts.movers(), facts.members()));
	}

	static Map<String, Object> movers(@Nullable AppointmentFacts known, RuleSet rules) {
		AppointmentFacts facts = AppointmentFacts.of(known);
		return Map.of("movers", facts.movers(), "members", facts.members(), "needed",
				rules.share("inq.removalMovers").leastOf(facts.members()), "callerAmongThem", facts.moves());
	}

	/**
	 * Whether it is not yet failed too often in the term.
	 */
	static boolean mayFailAgain(@Nullable AppointmentFacts known, RuleSet rules) {
		return AppointmentFacts.of(known).fails().size() < rules.number("apt.maxFails");
	}

	static boolean isLongAgo(@Nullable AppointmentFacts known, LocalDate on, RuleSet rules) {
		return againFrom(known, rules).filter(on::isBefore).isEmpty();
	}

	private static Optional<LocalDate> againFrom(@Nullable AppointmentFacts known, RuleSet rules) {
		return AppointmentFacts.of(known)
			.fails()
			.stream()
			.max(Comparator.naturalOrder())
			.map((last) -> AppointmentClocks.againFrom(last, rules));
	}

	static Map<String, Object> fails(@Nullable AppointmentFacts known, RuleSet rules) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("failedOn", AppointmentFacts.of(known).fails());
		facts.put("most", rules.number("apt.maxFails"));
		againFrom(known, rules).ifPresent((day) -> facts.put("againFrom", day));
		return facts;
	}

	/**
	 * Whether there is a seat, or one is on its way to be free.
	 */
	public static boolean isVacant(Nomination nomination, @Nullable AppointmentFacts known, boolean soon) {
		AppointmentFacts facts = AppointmentFacts.of(known);
		Integer seats = nomination.post().seats();
		return nomination.act().ends() || nomination.act() == Act.ACTING || seats == null || facts.holders() < seats
				|| (soon && facts.vacating());
	}

	public static Map<String, Object> seats(Nomination nomination, @Nullable AppointmentFacts known) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("post", nomination.post().code());
		if (nomination.post().seats() != null) {
			facts.put("seats", nomination.post().seats());
		}
		facts.put("holders", AppointmentFacts.of(known).holders());
		facts.put("dismissalOnItsWay", AppointmentFacts.of(known).vacating());
		return facts;
	}

	/**
	 * Whether the person is no member of the standing committee, or need not be none. A
	 * member of that name may be somebody else, which the personnel office then says; an
	 * account is one person's.
	 */
	public static boolean isNoMember(Nomination nomination, @Nullable AppointmentFacts known, String namesake) {
		AppointmentFacts facts = AppointmentFacts.of(known);
		return nomination.act().ends() || !nomination.kind().organClass().isClosedToMembers()
				|| (!facts.memberByAccount() && (!facts.memberByName() || !namesake.isBlank()));
	}

	public static Map<String, Object> membership(Nomination nomination, @Nullable AppointmentFacts known) {
		AppointmentFacts facts = AppointmentFacts.of(known);
		return Map.of("name", nomination.person().name(), "organClass", nomination.kind().organClass().name(),
				"sameAccountAsAMember", facts.memberByAccount(), "sameNameAsAMember", facts.memberByName());
	}

	/**
	 * Whether the person may stand in for the head: by a deputy's post in that organ.
	 */
	static boolean isDeputy(Nomination nomination, @Nullable AppointmentFacts known) {
		return nomination.act() != Act.ACTING
				|| AppointmentFacts.of(known).deputises().contains(nomination.kind().code());
	}

	public static boolean isExamined(Appointment appointment, @Nullable AppointmentFacts known) {
		return !appointment.act().isExamined() || appointment.file().isExamPassed()
				|| AppointmentFacts.of(known).examined();
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
