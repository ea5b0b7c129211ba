package renda.deputy.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import renda.deputy.congress.Congress;
import renda.deputy.roster.Deputy.State;

import static renda.deputy.roster.Actor.ELECTING_COMMITTEE;
import static renda.deputy.roster.Actor.OFFICE;
import static renda.deputy.roster.Actor.OWN_COMMITTEE;
import static renda.deputy.roster.Actor.SELF;
import static renda.deputy.roster.Deputy.State.ACTIVE;
import static renda.deputy.roster.Deputy.State.ANNOUNCED;
import static renda.deputy.roster.Deputy.State.BY_ELECTION;
import static renda.deputy.roster.Deputy.State.CREDENTIALS_OK;
import static renda.deputy.roster.Deputy.State.ELECTED;
import static renda.deputy.roster.Deputy.State.RECALLED;
import static renda.deputy.roster.Deputy.State.RESIGNED;
import static renda.deputy.roster.Deputy.State.RESIGN_REQUESTED;
import static renda.deputy.roster.Deputy.State.SUSPENDED;
import static renda.deputy.roster.Deputy.State.TERMINATED;
import static renda.deputy.roster.Deputy.State.VACANT;
import static renda.deputy.roster.Deputy.State.VOID;

/**
 * The workflow of a seat: which action leads from where to where, by whom, under which
 * rule.
 */
enum Step {

	CONFIRM_CREDENTIALS(DeputyAction.ConfirmCredentials.class, "DEP-04", Set.of(ELECTED), CREDENTIALS_OK,
			Set.of(OFFICE, OWN_COMMITTEE)),
	VOID_ELECTION(DeputyAction.VoidElection.class, "DEP-04", Set.of(ELECTED), VOID, Set.of(OFFICE, OWN_COMMITTEE)),
	TAKE_OFFICE(DeputyAction.TakeOffice.class, "DEP-01", Set.of(CREDENTIALS_OK), ACTIVE, Set.of(OFFICE, OWN_COMMITTEE)),
	SUSPEND(DeputyAction.Suspend.class, "DEP-13", Set.of(ACTIVE), SUSPENDED, Set.of(OFFICE, OWN_COMMITTEE)),
	RESTORE(DeputyAction.Restore.class, "DEP-13", Set.of(SUSPENDED), ACTIVE, Set.of(OFFICE, OWN_COMMITTEE)),
	REQUEST_RESIGNATION(DeputyAction.RequestResignation.class, "DEP-11", Set.of(ACTIVE), RESIGN_REQUESTED,
			Set.of(OFFICE, OWN_COMMITTEE, ELECTING_COMMITTEE, SELF)),
	ACCEPT_RESIGNATION(DeputyAction.AcceptResignation.class, "DEP-11", Set.of(RESIGN_REQUESTED), RESIGNED,
			Set.of(OFFICE, OWN_COMMITTEE, ELECTING_COMMITTEE)),
	DECLINE_RESIGNATION(DeputyAction.DeclineResignation.class, "DEP-11", Set.of(RESIGN_REQUESTED), ACTIVE,
			Set.of(OFFICE, OWN_COMMITTEE, ELECTING_COMMITTEE)),
	RECALL(DeputyAction.Recall.class, "DEP-08", Set.of(ACTIVE, SUSPENDED, RESIGN_REQUESTED), RECALLED,
			Set.of(OFFICE, OWN_COMMITTEE, ELECTING_COMMITTEE)),
	TERMINATE(DeputyAction.Terminate.class, "DEP-14", Set.of(ACTIVE, SUSPENDED, RESIGN_REQUESTED), TERMINATED,
			Set.of(OFFICE, OWN_COMMITTEE)),
	ANNOUNCE(DeputyAction.Announce.class, "DEP-15", Set.of(RESIGNED, RECALLED, TERMINATED), ANNOUNCED,
			Set.of(OFFICE, OWN_COMMITTEE)),
	DECLARE_VACANT(DeputyAction.DeclareVacant.class, "DEP-06", Set.of(ANNOUNCED), VACANT,
			Set.of(OFFICE, OWN_COMMITTEE)),
	FILL(DeputyAction.Fill.class, "DEP-06", Set.of(VACANT), BY_ELECTION,
			Set.of(OFFICE, OWN_COMMITTEE, ELECTING_COMMITTEE));

	private final Class<? extends DeputyAction> input;

	private final String rule;

	private final Set<State> from;

	private final State to;

	private final Set<Actor> actors;

	Step(Class<? extends DeputyAction> input, String rule, Set<State> from, State to, Set<Actor> actors) {
		this.input = input;
		this.rule = rule;
		this.from = from;
		this.to = to;
		this.actors = actors;
	}

	/**
	 * The step that an action takes.
	 */
	static Step of(DeputyAction action) {
		return switch (action) {
			case DeputyAction.ConfirmCredentials _ -> CONFIRM_CREDENTIALS;
			case DeputyAction.VoidElection _ -> VOID_ELECTION;
			case DeputyAction.TakeOffice _ -> TAKE_OFFICE;
			case DeputyAction.Suspend _ -> SUSPEND;
			case DeputyAction.Restore _ -> RESTORE;
			case DeputyAction.RequestResignation _ -> REQUEST_RESIGNATION;
			case DeputyAction.AcceptResignation _ -> ACCEPT_RESIGNATION;
			case DeputyAction.DeclineResignation _ -> DECLINE_RESIGNATION;
			case DeputyAction.Recall _ -> RECALL;
			case DeputyAction.Terminate _ -> TERMINATE;
			case DeputyAction.Announce _ -> ANNOUNCE;
			case DeputyAction.DeclareVacant _ -> DECLARE_VACANT;
			case DeputyAction.Fill _ -> FILL;
		};
	}

	/**
	 * The steps that may be taken now.
	 */
	static List<Step> open(State state, Set<Actor> actors) {
		return Arrays.stream(values()).filter((step) -> step.isFrom(state) && step.isBy(actors)).toList();
	}

	boolean isFrom(State state) {
		return this.from.contains(state);
	}

	boolean isBy(Set<Actor> callers) {
		return callers.stream().anyMatch(this.actors::contains);
	}

	State to() {
		return this.to;
	}

	Set<State> from() {
		return EnumSet.copyOf(this.from);
	}

	/**
	 * The rule it stands on. A recall of a deputy whom voters elected stands on the
	 * voters' rule.
	 */
	String rule(Congress.@Nullable Level level) {
		return (this == RECALL && level != Congress.Level.CITY) ? "DEP-10" : this.rule;
	}

	/**
	 * The last part of its path.
	 */
	String path() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The schema of its body.
	 */
	Map<String, Object> schema() {
		Map<String, Object> properties = new LinkedHashMap<>();
		List<String> required = new ArrayList<>();
		for (var component : this.input.getRecordComponents()) {
			properties.put(component.getName(), type(component.getType()));
			if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				required.add(component.getName());
			}
		}
		return Map.of("type", "object", "properties", properties, "required", required);
	}

	private static Map<String, Object> type(Class<?> type) {
		if (type.isEnum()) {
			return Map.of("type", "string", "enum",
					Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
		}
		return switch (type.getSimpleName()) {
			case "LocalDate" -> Map.of("type", "string", "format", "date");
			case "UUID" -> Map.of("type", "string", "format", "uuid");
			case "int", "Integer" -> Map.of("type", "integer");
			case "Boolean" -> Map.of("type", "boolean");
			default -> Map.of("type", "string");
		};
	}

}
