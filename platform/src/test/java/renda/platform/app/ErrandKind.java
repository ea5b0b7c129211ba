package renda.platform.app;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

/**
 * The workflow of an errand.
 */
@Component
public class ErrandKind implements CaseKind<Errand, Errand.State, Errand.Party, Errand.View> {

	static final DeadlineRule ANSWER = DeadlineRule.of("answer", Text.of("答复", "Answer"), "SUG-13", "sug.answerMonths")
		.prolongedTo("SUG-14", "sug.hardMonths");

	public static final Workflow<Errand, Errand.State, Errand.Party> WORKFLOW = Workflow
		.of("errand", Errand.class, Errand.State.class, Errand.Party.class, Text.of("差事", "Errand"))
		.opening("open", Errand.Open.class, Text.of("提出", "Open"))
		.to(Errand.State.OPEN)
		.by(Errand.Party.OWNER)
		.rules("SUG-01")
		.event("errand.opened")
		.end()
		.step("give", Errand.Give.class, Text.of("交办", "Give"))
		.from(Errand.State.OPEN)
		.to(Errand.State.GIVEN)
		.by(Errand.Party.OFFICE)
		.rules("SUG-06")
		.guard("SUG-07", Text.of("不得交给 nobody。", "It cannot be given to nobody."),
				(errand, input, moment) -> !input.organ().equals("nobody"),
				(errand, input, moment) -> Map.of("organ", input.organ()))
		.apply((errand, input, moment) -> errand.givenTo(input.organ()))
		.starts(ANSWER, (errand, input, moment) -> List.of(Holder.organ(input.organ())))
		.awaited()
		.backdated()
		.event("errand.given")
		.end()
		.step("report", Errand.Words.class, Text.of("报告", "Report"))
		.from(Errand.State.GIVEN)
		.by(Errand.Party.ORGAN)
		.rules("SUG-15")
		.apply((errand, input, moment) -> errand.reported(input.words()))
		.event("errand.reported")
		.end()
		.step("extend", Errand.Nothing.class, Text.of("延期", "Extend"))
		.from(Errand.State.GIVEN)
		.by(Errand.Party.ORGAN)
		.rules("SUG-14")
		.prolongs(ANSWER, (errand, input, moment) -> List.of(Holder.organ(Objects.requireNonNull(errand.organ()))))
		.event("errand.extended")
		.end()
		.step("answer", Errand.Words.class, Text.of("答复", "Answer"))
		.from(Errand.State.GIVEN)
		.toOneOf((errand, input, moment) -> input.words().equals("no") ? Errand.State.OPEN : Errand.State.DONE,
				Errand.State.OPEN, Errand.State.DONE)
		.by(Errand.Party.ORGAN)
		.rules("SUG-13")
		.apply((errand, input, moment) -> errand.reported(input.words()))
		.ends(ANSWER)
		.awaited()
		.event("errand.answered")
		.end()
		.step("reassign", Errand.Give.class, Text.of("改交", "Give it to another"))
		.from(Errand.State.GIVEN)
		.by(Errand.Party.OFFICE)
		.rules("SUG-09")
		.apply((errand, input, moment) -> errand.givenTo(input.organ()))
		.automatic()
		.event("errand.reassigned")
		.end()
		.step("drop", Errand.Nothing.class, Text.of("撤回", "Drop"))
		.fromAnyOpen()
		.to(Errand.State.DROPPED)
		.by(Errand.Party.OWNER)
		.rules("SUG-05")
		.event("errand.dropped")
		.end()
		.build();

	private final CaseTable<Errand> table;

	ErrandKind(DatabaseClient database, JsonMapper json) {
		this.table = CaseTable.of("errand", Errand.class, database, json)
			.text("matter", Errand::matter)
			.list("organs", (errand) -> (errand.organ() != null) ? List.of(errand.organ()) : List.of());
	}

	@Override
	public Workflow<Errand, Errand.State, Errand.Party> workflow() {
		return WORKFLOW;
	}

	@Override
	public String path() {
		return "/api/v1/small/errands";
	}

	@Override
	public CaseTable<Errand> table() {
		return this.table;
	}

	@Override
	public Set<Errand.Party> actors(Errand errand, Caller caller) {
		Set<Errand.Party> actors = EnumSet.noneOf(Errand.Party.class);
		if (!caller.isAnonymous() && errand.owner().equals(caller.subject())) {
			actors.add(Errand.Party.OWNER);
		}
		if (caller.has(Role.DEPUTY_OFFICE)) {
			actors.add(Errand.Party.OFFICE);
		}
		if (caller.has(Role.ORGAN) && caller.organ().equals(errand.organ())) {
			actors.add(Errand.Party.ORGAN);
		}
		return actors;
	}

	@Override
	public boolean isVisible(Errand errand, Caller caller) {
		return !errand.matter().equals("hidden") || !actors(errand, caller).isEmpty();
	}

	@Override
	public List<Holder> holders(Errand errand, Errand.Party actor) {
		return switch (actor) {
			case OWNER -> List.of(Holder.person(errand.owner()));
			case OFFICE -> List.of(Holder.role(Role.DEPUTY_OFFICE));
			case ORGAN -> (errand.organ() != null) ? List.of(Holder.organ(errand.organ())) : List.of();
		};
	}

	@Override
	public Errand.View view(Errand errand, Caller caller) {
		return new Errand.View(errand.id(), errand.code(), errand.state(), errand.version(), errand.matter(),
				errand.organ(), errand.reports());
	}

	@Override
	public Object published(Errand errand) {
		return Map.of("id", errand.id(), "code", errand.code(), "state", errand.state());
	}

	/**
	 * What an errand's reports say elsewhere: a word that cannot be written there undoes
	 * the step.
	 */
	@Override
	public Mono<Void> alongside(String step, @Nullable Errand before, Errand after, Caller caller) {
		return (before != null && after.reports().contains("unwritable") && before.version() + 1 == after.version())
				? Mono.error(Refusal.conflict("unwritable", Text.of("无法登记。", "It cannot be entered."))) : Mono.empty();
	}

	@Override
	public Text deskTitle(Errand errand) {
		return Text.of(errand.matter(), errand.matter());
	}

}
