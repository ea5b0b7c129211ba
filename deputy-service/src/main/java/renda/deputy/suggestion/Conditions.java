package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import renda.deputy.suggestion.SuggestionAction.Answering;
import renda.deputy.suggestion.SuggestionAction.Seated;
import renda.deputy.suggestion.SuggestionAction.Unit;
import renda.platform.deadline.DueDate;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Given;
import renda.platform.workflow.Moment;

/**
 * What the law asks of steps, and the facts it is decided on.
 */
final class Conditions {

	private Conditions() {
	}

	static boolean inOffice(@Nullable List<Seated> known) {
		return known != null && !known.isEmpty() && known.stream().allMatch(Seated::inOffice);
	}

	static boolean suspended(@Nullable List<Seated> known) {
		return known != null && known.stream().anyMatch((seat) -> seat.state().equals("SUSPENDED"));
	}

	static Map<String, Object> seats(@Nullable List<Seated> known) {
		return Map.of("seats",
				(known != null) ? known.stream()
					.map((seat) -> Map.of("seat", seat.seat(), "state", seat.state(), "inOffice", seat.inOffice()))
					.toList() : List.of());
	}

	/**
	 * One unit handles alone; several are one main handler and co-handlers, or each
	 * handles separately.
	 */
	static boolean fits(List<Handling.Role> roles) {
		long mains = roles.stream().filter((role) -> role == Handling.Role.MAIN).count();
		long separate = roles.stream().filter((role) -> role == Handling.Role.SEPARATE).count();
		return separate == 0 ? mains == 1 : separate == roles.size() && separate > 1;
	}

	static boolean distinct(List<String> organs) {
		return new HashSet<>(organs).size() == organs.size();
	}

	static List<Handling.Role> roles(List<Unit> units) {
		return units.stream().map(Unit::role).toList();
	}

	static List<String> organs(List<Unit> units) {
		return units.stream().map(Unit::organ).toList();
	}

	static Map<String, Object> units(List<Unit> units) {
		return Map.of("units",
				units.stream().map((unit) -> Map.of("organ", unit.organ(), "role", unit.role().name())).toList());
	}

	/**
	 * The roles of all units once one is replaced by others.
	 */
	static List<Handling.Role> rolesAfter(Suggestion suggestion, String released, List<Unit> units) {
		return Stream
			.concat(suggestion.active().filter((handling) -> !handling.organ().equals(released)).map(Handling::role),
					units.stream().map(Unit::role))
			.toList();
	}

	static List<String> organsAfter(Suggestion suggestion, List<Unit> units) {
		List<String> all = new ArrayList<>(suggestion.organs((handling) -> true));
		all.addAll(organs(units));
		return all;
	}

	static boolean objects(Suggestion suggestion, String organ) {
		return suggestion.active(organ).flatMap(Handling::openObjection).isPresent();
	}

	/**
	 * The part of the caller's unit.
	 */
	static Handling own(Suggestion suggestion, Moment<?> moment) {
		return suggestion.active(moment.caller().organ()).orElseThrow();
	}

	static boolean own(Suggestion suggestion, Moment<?> moment, Predicate<Handling> fit) {
		return fit.test(own(suggestion, moment));
	}

	/**
	 * The day the deputies were last told no, or the unit was given the suggestion: talks
	 * before it belong to an earlier round.
	 */
	static LocalDate roundBegan(Suggestion suggestion, Moment<?> moment) {
		return (suggestion.round() == 2) ? suggestion.ratings().getFirst().on() : own(suggestion, moment).assignedOn();
	}

	static boolean talked(Suggestion suggestion, Moment<?> moment) {
		LocalDate began = roundBegan(suggestion, moment);
		return own(suggestion, moment).contacts().stream().anyMatch((contact) -> !contact.on().isBefore(began));
	}

	static Map<String, Object> contacts(Suggestion suggestion, Moment<?> moment) {
		return Map.of("organ", moment.caller().organ(), "since", roundBegan(suggestion, moment), "contacts",
				own(suggestion, moment).contacts().stream().map(Handling.Contact::on).toList());
	}

	/**
	 * Whether the caller's unit has its answer of this round still to give.
	 */
	static boolean owesAnswer(Suggestion suggestion, Moment<?> moment) {
		return own(suggestion, moment).replies().size() < suggestion.round();
	}

	/**
	 * Co-handlers whose opinion the main handler has not got.
	 */
	static List<String> silent(Suggestion suggestion) {
		return suggestion.organs((handling) -> handling.helps() && handling.coOpinion() == null);
	}

	static boolean opinionsIn(Suggestion suggestion, Answering answer) {
		return !Given.isBlank(answer.withoutOpinions()) || silent(suggestion).isEmpty();
	}

	/**
	 * Co-signers who would not get the answer.
	 */
	static List<UUID> leftOut(Suggestion suggestion, Answering answer) {
		return suggestion.proposal()
			.signed()
			.stream()
			.map(Proposal.Signer::seat)
			.filter((seat) -> !answer.copies().contains(seat))
			.toList();
	}

	static boolean promises(Answering answer, Moment<?> moment) {
		return (answer.grade() == Handling.Grade.B)
				? answer.promise() != null && answer.promise().by().isAfter(moment.on()) : answer.promise() == null;
	}

	/**
	 * Whether the deputy has said something about the answers of this round.
	 */
	static boolean rated(Suggestion suggestion) {
		return suggestion.ratings().size() >= ((suggestion.state() == Suggestion.State.RE_ANSWERED) ? 2 : 1);
	}

	/**
	 * The last day on which the deputy is to rate the answers.
	 */
	static Optional<LocalDate> rateUntil(Suggestion suggestion, Moment<?> moment) {
		return suggestion.answeredOn(suggestion.round())
			.map((day) -> DueDate
				.count(suggestion.stateSince().isAfter(day) ? suggestion.stateSince() : day,
						moment.rules().limit("sug.feedbackWd"), List.of(), List.of(), WorkingDays.ofCalendar())
				.on());
	}

	static boolean ratedOrSilent(Suggestion suggestion, Moment<?> moment) {
		return suggestion.state() == Suggestion.State.TRACKED || rated(suggestion)
				|| rateUntil(suggestion, moment).filter((last) -> moment.on().isAfter(last)).isPresent();
	}

}
