package renda.legislation.oath;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.oath.Appointees.Attended;
import renda.legislation.oath.OathCeremonies.Asked;
import renda.legislation.oath.OathCeremony.CeremonyState;
import renda.legislation.oath.OathCeremony.OathTaken;
import renda.legislation.oath.OathCeremony.Result;
import renda.legislation.post.PostKind.Organiser;
import renda.platform.cases.CaseCodes;
import renda.platform.event.Outbox;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * Plans and records ceremonies. A ceremony that was held is one change: for each who
 * swore the appointment moves on with it.
 */
@Service
class OathRegister {

	private final OathCeremonies ceremonies;

	private final Appointees appointees;

	private final CaseCodes codes;

	private final RuleBook rules;

	private final Outbox outbox;

	private final Clock clock;

	OathRegister(OathCeremonies ceremonies, Appointees appointees, CaseCodes codes, RuleBook rules, Outbox outbox,
			Clock clock) {
		this.ceremonies = ceremonies;
		this.appointees = appointees;
		this.codes = codes;
		this.rules = rules;
		this.outbox = outbox;
		this.clock = clock;
	}

	Mono<OathCeremony> plan(OathCeremony.Plan plan, Caller caller) {
		requireOrganiser(plan.organiser(), caller, null);
		List<UUID> ids = plan.appointments().stream().distinct().toList();
		String text = Objects.requireNonNullElse(plan.textVersion(), OathCeremony.TEXT);
		return asked(ids, caller).flatMap((asked) -> this.rules.on(plan.on()).flatMap((law) -> {
			OathLaw.requireSwearing(asked, plan.organiser(), plan.on(), law);
			OathLaw.requireForm(plan.form(), plan.leader(), text, asked, law);
			asked.forEach((one) -> requireOrganiser(plan.organiser(), caller, one.organ()));
			return code(plan.on().getYear());
		}).flatMap((code) -> {
			OathCeremony ceremony = new OathCeremony(Ids.next(), code, CeremonyState.PLANNED, plan.organiser(),
					plan.on(), plan.place().strip(), plan.form(), plan.leader(), text, false, false, false, false, "",
					null, Boolean.TRUE.equals(plan.sample()), 1);
			return this.ceremonies.insert(List.of(ceremony))
				.then(Mono.defer(() -> this.ceremonies
					.ask(asked.stream().map((one) -> new Asked(ceremony, one)).toList(), Result.INVITED)))
				.then(Mono.defer(() -> told(ceremony.id(), "oath-ceremony.planned")));
		}));
	}

	/**
	 * The next code that no imported ceremony has.
	 */
	private Mono<String> code(int year) {
		return Mono.defer(() -> this.codes.next("XS", year))
			.filterWhen((code) -> this.ceremonies.byCodes(List.of(code)).map(List::isEmpty))
			.repeatWhenEmpty((tries) -> tries);
	}

	private Mono<List<Appointee>> asked(List<UUID> ids, Caller caller) {
		return this.appointees.byIds(ids, caller)
			.filter((asked) -> asked.size() == ids.size())
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/appointments",
					Text.of("有不存在的任免事项。", "One of the appointments does not exist."))));
	}

	/**
	 * Records that it was held: in one transaction for all who were there.
	 */
	Mono<OathCeremony> hold(UUID id, long version, OathCeremony.Holding held, Caller caller) {
		return open(id, version, caller).flatMap((ceremony) -> {
			LocalDate on = (held.heldOn() != null) ? held.heldOn() : ceremony.on();
			if (on.isAfter(LocalDate.now(this.clock))) {
				return Mono.error(Refusal.invalid("/heldOn", Text.of("仪式尚未举行。", "The ceremony is still to come.")));
			}
			Set<UUID> missed = Set.copyOf(Objects.requireNonNullElse(held.missed(), List.of()));
			List<UUID> all = oaths(ceremony).stream().map(OathTaken::appointment).toList();
			if (!all.containsAll(missed) || missed.size() == all.size()) {
				return Mono.error(Refusal.invalid("/missed", Text.of("缺席者须在名单之中；全部缺席的，请改期或者取消。",
						"Who missed it was asked to it; where all did, move or cancel it.")));
			}
			List<UUID> swore = all.stream().filter((one) -> !missed.contains(one)).toList();
			return Mono.zip(this.appointees.byIds(swore, caller), this.rules.on(on)).flatMap((known) -> {
				OathLaw.requireCeremony(held, known.getT2());
				OathLaw.requireSwearing(known.getT1(), ceremony.organiser(), on, known.getT2());
				return this.ceremonies.close(id, version, CeremonyState.HELD, on, held,
						Objects.requireNonNullElse(held.note(), ""));
			})
				.then(Mono.defer(() -> this.ceremonies.settle(id, missed, Result.SWORN, on)))
				.then(Mono.defer(() -> this.appointees.swore(attended(swore, ceremony, on), caller)))
				.then(Mono.defer(() -> this.appointees.missed(attended(missed, ceremony, on), caller)))
				.then(Mono.defer(() -> told(id, "oath-ceremony.held")));
		});
	}

	private static List<Attended> attended(Collection<UUID> appointments, OathCeremony ceremony, LocalDate on) {
		return appointments.stream().map((one) -> new Attended(one, ceremony.id(), ceremony.code(), on)).toList();
	}

	Mono<OathCeremony> move(UUID id, long version, OathCeremony.Move move, Caller caller) {
		return open(id, version, caller)
			.flatMap((ceremony) -> this.ceremonies.move(id, version, move.on(), move.place().strip())
				.then(Mono.defer(() -> this.ceremonies.settle(id, Set.of(), Result.INVITED, move.on())))
				.then(Mono.defer(() -> told(id, "oath-ceremony.moved"))));
	}

	Mono<OathCeremony> cancel(UUID id, long version, String reason, Caller caller) {
		return open(id, version, caller).flatMap((ceremony) -> this.ceremonies
			.close(id, version, CeremonyState.CANCELLED, ceremony.on(), null, reason.strip())
			.then(Mono.defer(() -> this.ceremonies.remove(id)))
			.then(Mono.defer(() -> told(id, "oath-ceremony.cancelled"))));
	}

	Mono<OathCeremony> byId(UUID id) {
		return this.ceremonies.byId(id, false).switchIfEmpty(Mono.error(OathRegister::unknown));
	}

	/**
	 * A ceremony that is still to be held, locked.
	 */
	private Mono<OathCeremony> open(UUID id, long version, Caller caller) {
		return this.ceremonies.byId(id, true).switchIfEmpty(Mono.error(OathRegister::unknown)).flatMap((ceremony) -> {
			oaths(ceremony).forEach((one) -> requireOrganiser(ceremony.organiser(), caller, one.organ()));
			if (ceremony.version() != version) {
				return Mono.error(Refusal.stale(ceremony.version()));
			}
			return (ceremony.state() == CeremonyState.PLANNED) ? Mono.just(ceremony) : Mono.error(Refusal
				.conflict("wrong-state", Text.of("仪式已经举行或者取消。", "The ceremony was held or cancelled already.")));
		});
	}

	/**
	 * Refuses with 403 who does not act for the organiser: the offices for the
	 * chairpersons' meeting and the presidium, a court or procuratorate for itself.
	 * @param organ the organ of one who swears; null where it is not known yet
	 */
	private static void requireOrganiser(Organiser organiser, Caller caller, @Nullable String organ) {
		boolean office = caller.has(Role.PERSONNEL_OFFICE) || caller.has(Role.COUNCIL)
				|| caller.has(Role.GENERAL_OFFICE);
		boolean own = (organiser == Organiser.COURT || organiser == Organiser.PROCURATORATE) && caller.has(Role.ORGAN)
				&& (organ == null || organ.equals(caller.organ()));
		if (!office && !own) {
			throw Refusal.forbidden(Text.of("此仪式由%s组织。", "This ceremony is organised by %2$s.", organiser.title().zh(),
					organiser.title().en()));
		}
	}

	private static List<OathTaken> oaths(OathCeremony ceremony) {
		return Objects.requireNonNullElse(ceremony.oaths(), List.of());
	}

	private Mono<OathCeremony> told(UUID id, String type) {
		return byId(id).delayUntil((ceremony) -> this.outbox.append(type, "oath-ceremony/" + id,
				Map.of("id", id, "code", ceremony.code(), "organiser", ceremony.organiser(), "on", ceremony.on(),
						"place", ceremony.place(), "state", ceremony.state(), "sworn",
						oaths(ceremony).stream().filter((one) -> one.result() == Result.SWORN).count())));
	}

	private static Refusal unknown() {
		return Refusal.notFound(Text.of("没有这次宣誓仪式。", "There is no such ceremony."));
	}

}
