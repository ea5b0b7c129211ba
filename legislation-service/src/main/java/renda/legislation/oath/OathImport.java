package renda.legislation.oath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;
import renda.legislation.oath.Appointees.Attended;
import renda.legislation.oath.OathCeremonies.Asked;
import renda.legislation.oath.OathCeremony.CeremonyState;
import renda.legislation.oath.OathCeremony.Form;
import renda.legislation.oath.OathCeremony.OathRow;
import renda.legislation.oath.OathCeremony.Result;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.rule.RuleBook;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes past oaths in bulk, each of an appointment or election that is there. Whoever has
 * sworn for it already is left as is.
 */
@Component
class OathImport implements ImportKind<OathRow> {

	private static final String UNKNOWN = "历史资料，未载明仪式细节";

	private final OathCeremonies ceremonies;

	private final Appointees appointees;

	OathImport(OathCeremonies ceremonies, Appointees appointees) {
		this.ceremonies = ceremonies;
		this.appointees = appointees;
	}

	@Override
	public String name() {
		return "oaths";
	}

	@Override
	public Text description() {
		return Text.of("已经举行的宪法宣誓，一行一人；appointment 为任免事项编号，须先导入任免。",
				"Past oaths, one person a row; appointment is the code of an appointment, which is imported before.");
	}

	@Override
	public Class<OathRow> row() {
		return OathRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.PERSONNEL_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<OathRow>> rows, Command command) {
		List<String> codes = rows.stream().map((row) -> row.row().appointment()).distinct().toList();
		List<String> held = rows.stream().map((row) -> row.row().ceremony()).distinct().toList();
		return Mono.zip(this.appointees.byCodes(codes), this.ceremonies.byCodes(held)).flatMap((known) -> {
			Batch batch = new Batch(known.getT1(), known.getT2());
			rows.forEach(batch::take);
			return kept(batch.fresh(), batch.oaths(), command).thenReturn(batch.applied);
		});
	}

	private Mono<Void> kept(List<OathCeremony> fresh, List<Asked> oaths, Command command) {
		if (oaths.isEmpty()) {
			return Mono.empty();
		}
		List<Attended> attended = oaths.stream()
			.map((one) -> new Attended(one.person().id(), one.ceremony().id(), one.ceremony().code(),
					one.ceremony().on()))
			.toList();
		return this.ceremonies.insert(fresh)
			.then(Mono.defer(() -> this.ceremonies.ask(oaths, Result.SWORN)))
			.then(Mono.defer(() -> this.appointees.swore(attended, command.caller())));
	}

	private record Sworn(OathRow row, Appointee appointee) {
	}

	/**
	 * What a batch comes to.
	 */
	private static final class Batch {

		private final Map<String, Appointee> appointees;

		private final Map<String, OathCeremony> known;

		private final Map<String, List<Sworn>> sworn = new LinkedHashMap<>();

		private final Set<String> seen = new HashSet<>();

		private Applied applied = Applied.NOTHING;

		private Batch(List<Appointee> appointees, List<OathCeremony> known) {
			this.appointees = appointees.stream().collect(Collectors.toMap(Appointee::code, Function.identity()));
			this.known = new HashMap<>(
					known.stream().collect(Collectors.toMap(OathCeremony::code, Function.identity())));
		}

		private void take(Numbered<OathRow> numbered) {
			OathRow row = numbered.row();
			try {
				Appointee appointee = this.appointees.get(row.appointment());
				if (appointee == null) {
					throw Refusal.invalid("appointment",
							Text.of("没有编号为 %s 的任免事项。", "There is no appointment %s.", row.appointment()));
				}
				if (appointee.sworn() || !this.seen.add(row.appointment())) {
					this.applied = this.applied.plus(Applied.ONE_UNCHANGED);
					return;
				}
				requireSwearing(appointee, row);
				requireSame(row);
				this.sworn.computeIfAbsent(row.ceremony(), (code) -> new ArrayList<>()).add(new Sworn(row, appointee));
				this.applied = this.applied.plus(Applied.ONE_CREATED);
			}
			catch (Refusal refusal) {
				this.seen.remove(row.appointment());
				this.applied = this.applied.plus(Applied.refused(numbered, refusal));
			}
		}

		private static void requireSwearing(Appointee appointee, OathRow row) {
			try {
				OathLaw.requireSwearing(List.of(appointee), row.organiser(), row.on(), RuleBook.statutory(row.on()));
			}
			catch (Refusal refusal) {
				throw Refusal.invalid(
						(appointee.swears() && appointee.organiser() != row.organiser()) ? "organiser" : "appointment",
						refusal.detail());
			}
		}

		/**
		 * A ceremony is held once, by one organiser.
		 */
		private void requireSame(OathRow row) {
			OathCeremony there = this.known.get(row.ceremony());
			List<Sworn> before = this.sworn.getOrDefault(row.ceremony(), List.of());
			boolean same = there != null
					? there.state() == CeremonyState.HELD && there.on().equals(row.on())
							&& there.organiser() == row.organiser()
					: before.isEmpty() || (before.getFirst().row().on().equals(row.on())
							&& before.getFirst().row().organiser() == row.organiser());
			if (!same) {
				throw Refusal.invalid("ceremony", Text.of("仪式 %s 已有不同的日期或者组织者。",
						"The ceremony %s has another day or organiser.", row.ceremony()));
			}
		}

		/**
		 * The ceremonies that are not there yet.
		 */
		private List<OathCeremony> fresh() {
			List<OathCeremony> fresh = new ArrayList<>();
			this.sworn.forEach((code, persons) -> {
				if (!this.known.containsKey(code)) {
					OathCeremony ceremony = ceremony(code, persons);
					this.known.put(code, ceremony);
					fresh.add(ceremony);
				}
			});
			return fresh;
		}

		/**
		 * Who swore at them, and at those that are there.
		 */
		private List<Asked> oaths() {
			return this.sworn.entrySet()
				.stream()
				.flatMap((entry) -> entry.getValue()
					.stream()
					.map((one) -> new Asked(Objects.requireNonNull(this.known.get(entry.getKey())), one.appointee())))
				.toList();
		}

		private static OathCeremony ceremony(String code, List<Sworn> persons) {
			OathRow row = persons.getFirst().row();
			boolean group = persons.size() > 1;
			return new OathCeremony(Ids.next(), code, CeremonyState.HELD, row.organiser(), row.on(), row.place(),
					group ? Form.GROUP : Form.SINGLE, group ? persons.getFirst().appointee().id() : null,
					OathCeremony.TEXT, false, false, false, false, UNKNOWN, null, Boolean.TRUE.equals(row.sample()), 1);
		}

	}

}
