package renda.legislation.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.matter.Matter.ItemDraft;
import renda.legislation.matter.Matter.ListDraft;
import renda.legislation.matter.Matter.Obligation;
import renda.legislation.organ.StateOrgan;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes whole versions of the list: the rows of one first day are one version. A version
 * that is there is left as it is, for it is never changed.
 */
@Component
class MatterImport implements ImportKind<MatterImport.Row> {

	private final Matters matters;

	private final CityProfile city;

	private final Clock clock;

	MatterImport(Matters matters, CityProfile city, Clock clock) {
		this.matters = matters;
		this.city = city;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "matters";
	}

	@Override
	public Text description() {
		return Text.of("重大事项清单，一行一个事项；施行日期相同的为同一版清单，须在同一文件内且不超过 500 项。",
				"The list of major matters, an item a row; those of one first day are one version, in one file and at most 500.");
	}

	@Override
	public Class<Row> row() {
		return Row.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.GENERAL_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Row>> rows, Command command) {
		command.caller().requireArea(this.city.code());
		Map<LocalDate, List<Numbered<Row>>> versions = new LinkedHashMap<>();
		rows.forEach((row) -> versions.computeIfAbsent(row.row().effectiveFrom(), (day) -> new ArrayList<>()).add(row));
		return Flux.fromIterable(versions.values()).concatMap(this::version).reduce(Applied.NOTHING, Applied::plus);
	}

	private Mono<Applied> version(List<Numbered<Row>> rows) {
		Row first = rows.getFirst().row();
		return this.matters.listFrom(first.effectiveFrom())
			.map((known) -> new Applied(0, 0, rows.size(), List.of()))
			.switchIfEmpty(Mono.defer(() -> this.matters.enter(first.list(rows), LocalDate.now(this.clock))
				.thenReturn(new Applied(rows.size(), 0, 0, List.of()))))
			.onErrorResume(Refusal.class, (refusal) -> Mono.just(refused(rows, refusal)));
	}

	/**
	 * A version is taken whole or not at all: a row that is wrong says why, and the
	 * others that they wait for it.
	 */
	private static Applied refused(List<Numbered<Row>> rows, Refusal refusal) {
		Applied applied = Applied.NOTHING;
		for (int i = 0; i < rows.size(); i++) {
			String item = "/items/" + i + '/';
			List<Refusal.FieldError> own = refusal.errors()
				.stream()
				.filter((error) -> error.pointer().startsWith(item))
				.toList();
			Refusal why = !own.isEmpty() ? Refusal.invalid(own)
					: refusal.errors().isEmpty() ? Refusal.invalid("effectiveFrom", refusal.detail())
							: Refusal.invalid("list", Text.of("这版清单的另一行有误，整版未接受。",
									"Another row of this version is wrong; a version is taken whole."));
			applied = applied.plus(Applied.refused(rows.get(i), why));
		}
		return applied;
	}

	/**
	 * One item.
	 *
	 * @param list what the version is called
	 * @param decision the decision it rests on
	 * @param dueDays {@code 08-31}, or {@code 02-28;08-31}
	 */
	record Row(@NotBlank @Size(max = 200) String list, @NotBlank @Size(max = 200) String decision,
			@NotNull LocalDate effectiveFrom, @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,19}") String key,
			@Positive int number, @NotBlank @Size(max = 300) String title, @NotNull StateOrgan reporter,
			@Nullable @Pattern(regexp = Matter.CODE) String organ, @NotBlank @Size(max = 300) String basis,
			@NotNull Obligation obligation, @NotNull Frequency frequency, @Nullable @Size(max = 20) String dueDays,
			@Nullable LocalDate dueOn, @Nullable @Pattern(regexp = Matter.CODE) String committee,
			@Nullable Boolean sample) {

		private ListDraft list(List<Numbered<Row>> rows) {
			return new ListDraft(this.list, this.decision, this.effectiveFrom,
					rows.stream().map((row) -> row.row().item()).toList(), this.sample);
		}

		private ItemDraft item() {
			return new ItemDraft(this.key, this.number, this.title, this.reporter, this.organ, this.basis,
					this.obligation, this.frequency, (this.dueDays != null) ? List.of(this.dueDays.split(";")) : null,
					this.dueOn, this.committee);
		}

	}

}
