package renda.deputy.roster;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.deputy.roster.Intake.Kind;
import renda.deputy.roster.Intake.Outcome;
import renda.platform.command.Command;
import renda.platform.event.Outbox;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/**
 * Carries out what is done to a seat: decides, writes the step into the timeline, and
 * publishes it.
 */
@Service
class DeputyWorkflow {

	private final Deputies deputies;

	private final Intake intake;

	private final RuleBook rules;

	private final Outbox outbox;

	private final JsonMapper json;

	DeputyWorkflow(Deputies deputies, Intake intake, RuleBook rules, Outbox outbox, JsonMapper json) {
		this.deputies = deputies;
		this.intake = intake;
		this.rules = rules;
		this.outbox = outbox;
		this.json = json;
	}

	Mono<Deputy> register(Deputy.Entry entry, Caller caller) {
		return this.intake.enter(List.of(entry), caller).flatMap((outcomes) -> {
			Outcome outcome = outcomes.getFirst();
			if (outcome.refusal() != null) {
				return Mono.error(outcome.refusal());
			}
			UUID id = Objects.requireNonNull(outcome.seat()).id();
			return (outcome.kind() == Kind.ADDED) ? found(id)
					: Mono
						.error(Refusal
							.conflict("already-entered",
									Text.of("此人在这届人大的席位已登记。",
											"This person's seat in this congress is entered already."))
							.with("deputy", "/api/v1/deputy/deputies/" + id));
		});
	}

	Mono<Deputy> correct(UUID id, long version, Deputy.Correction correction, Caller caller) {
		return found(id).flatMap((deputy) -> {
			Set<Actor> actors = Actor.of(caller, deputy);
			if (!actors.contains(Actor.OFFICE) && !actors.contains(Actor.OWN_COMMITTEE)) {
				return Mono
					.error(Refusal.forbidden(Text.of("您不负责此代表的名册。", "This deputy's entry is not yours to keep.")));
			}
			return this.deputies.correct(id, version, correction, deputy.electingUnitName())
				.flatMap((done) -> done ? found(id) : Mono.error(Refusal.stale(deputy.version())));
		}).delayUntil((deputy) -> this.outbox.append("deputy.corrected", "deputy/" + id, Deputies.published(deputy)));
	}

	Mono<Deputy> act(UUID id, DeputyAction action, Command command) {
		return found(id).zipWhen((deputy) -> this.rules.on(action.on())).flatMap((both) -> {
			Deputy deputy = both.getT1();
			Step step = Decision.of(deputy, Actor.of(command.caller(), deputy), action, both.getT2());
			return successor(deputy, action, both.getT2())
				.then(Mono.defer(() -> this.deputies.move(deputy, command.requiredVersion(), step, action.on(),
						command.caller().name(), this.json.writeValueAsString(action))))
				.flatMap((done) -> done ? found(id) : Mono.error(Refusal.stale(deputy.version())));
		})
			.delayUntil((deputy) -> this.outbox.append("deputy." + type(Step.of(action)), "deputy/" + id,
					Deputies.published(deputy)));
	}

	Mono<Deputy> found(UUID id) {
		return this.deputies.byId(id)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这位代表。", "There is no such deputy."))));
	}

	/**
	 * The timeline, for those whose business the seat is.
	 */
	Mono<List<Deputy.Step>> timeline(UUID id, Caller caller) {
		return found(id).flatMap((deputy) -> Actor.of(caller, deputy).isEmpty()
				? Mono.error(Refusal.forbidden(Text.of("您不负责此代表的名册。", "This deputy's timeline is not yours to read.")))
				: this.deputies.steps(id, (facts) -> this.json.readValue(facts, Object.class)));
	}

	/**
	 * A seat with what a caller may do to it now.
	 */
	static Deputy.Shown shown(Deputy deputy, Caller caller) {
		String path = "/api/v1/deputy/deputies/" + deputy.id();
		List<Deputy.Offer> offers = Step.open(deputy.state(), Actor.of(caller, deputy))
			.stream()
			.map((step) -> new Deputy.Offer(step.path(), "POST", path + "/" + step.path(), step.schema()))
			.toList();
		return new Deputy.Shown(deputy, offers,
				Map.of("timeline", path + "/timeline", "personalData", path + "/personal-data"));
	}

	private Mono<Void> successor(Deputy vacant, DeputyAction action, RuleSet law) {
		if (!(action instanceof DeputyAction.Fill fill)) {
			return Mono.empty();
		}
		return this.deputies.byId(fill.successor())
			.switchIfEmpty(
					Mono.error(() -> Refusal.invalid("/successor", Text.of("没有这位代表。", "There is no such deputy."))))
			.doOnNext((successor) -> Decision.successor(vacant, successor, law))
			.then();
	}

	/**
	 * The event of a step: what has happened then.
	 */
	private static String type(Step step) {
		return switch (step) {
			case CONFIRM_CREDENTIALS -> "credentials-confirmed";
			case VOID_ELECTION -> "election-voided";
			case TAKE_OFFICE -> "took-office";
			case SUSPEND -> "suspended";
			case RESTORE -> "restored";
			case REQUEST_RESIGNATION -> "resignation-requested";
			case ACCEPT_RESIGNATION -> "resigned";
			case DECLINE_RESIGNATION -> "resignation-declined";
			case RECALL -> "recalled";
			case TERMINATE -> "terminated";
			case ANNOUNCE -> "end-announced";
			case DECLARE_VACANT -> "seat-vacant";
			case FILL -> "seat-filled";
		};
	}

}
