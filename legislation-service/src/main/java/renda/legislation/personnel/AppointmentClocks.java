package renda.legislation.personnel;

import java.time.LocalDate;
import java.util.List;

import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.DueDate;
import renda.platform.deadline.Holder;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleSet;
import renda.platform.rule.TimeLimit;
import renda.platform.security.Role;
import renda.platform.web.Text;

/**
 * The clocks of an appointment, and who holds them.
 */
public final class AppointmentClocks {

	/** Its last day is counted back from the meeting. */
	public static final DeadlineRule FILING = DeadlineRule.of("filing",
			Text.of("会前报送任免案", "File it before the meeting"), "APT-09", "apt.fileDays");

	public static final DeadlineRule NEW_GOVERNMENT = DeadlineRule.of("new-government",
			Text.of("提请任命新一届政府组成人员", "Nominate the members of a new government"), "APT-06", "apt.newGovMonths");

	public static final DeadlineRule NOTICE = DeadlineRule.of("notice",
			Text.of("发文通知有关机关", "Tell the organs concerned"), "APT-21", "apt.noticeDays");

	/**
	 * The law sets no day; a resignation is accepted at a meeting, and there is one
	 * within this time.
	 */
	public static final DeadlineRule RESIGNATION = DeadlineRule.of("resignation",
			Text.of("向常委会辞去常委会职务", "Resign from the standing committee"), "MTG-35", "mtg.minIntervalMonths");

	private AppointmentClocks() {
	}

	public static LocalDate fileBy(Appointment appointment, RuleSet rules) {
		return DueDate
			.before(appointment.nomination().meetingOn(), rules.limit(FILING.parameter()), WorkingDays.ofCalendar())
			.on();
	}

	/**
	 * The first day on which somebody who failed may be proposed again (半年以后).
	 */
	public static LocalDate againFrom(LocalDate failed, RuleSet rules) {
		TimeLimit limit = rules.limit("apt.retryMonths");
		return switch (limit.unit()) {
			case DAYS -> failed.plusDays(limit.amount());
			case WORKING_DAYS -> DueDate.count(failed, limit, List.of(), List.of(), WorkingDays.ofCalendar()).on();
			case MONTHS -> failed.plusMonths(limit.amount());
			case YEARS -> failed.plusYears(limit.amount());
		};
	}

	public static List<Holder> nominator(Appointment appointment) {
		Nomination.Proposer by = appointment.nomination().by();
		return switch (by.kind()) {
			case ORGAN -> List.of(Holder.organ(by.organ()));
			case COUNCIL, PRESIDIUM -> List.of(Holder.role(Role.COUNCIL));
			case MEMBERS, DEPUTIES -> by.accounts().stream().map(Holder::person).toList();
			case PERSON -> List.of(Holder.role(Role.PERSONNEL_OFFICE));
			case CONGRESS -> List.of();
		};
	}

	/**
	 * Who has the seat in the standing committee on the desk: the office, and the person
	 * by whose account it was found.
	 */
	public static List<Holder> resigning(Appointment appointment) {
		return appointment.settlement().openSeat().map((seat) -> {
			String account = appointment.nomination().person().account();
			return (seat.identified() && !account.isEmpty())
					? List.of(Holder.role(Role.PERSONNEL_OFFICE), Holder.person(account)) : office();
		}).orElse(List.of());
	}

	public static List<Holder> office() {
		return List.of(Holder.role(Role.PERSONNEL_OFFICE));
	}

}
