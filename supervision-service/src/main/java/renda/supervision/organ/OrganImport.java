package renda.supervision.organ;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.supervision.organ.Organ.Kind;

import org.springframework.stereotype.Component;

/**
 * Takes organs in bulk, parents before children. A row whose code is known changes
 * nothing unless it says something new, which then holds from the row's date.
 */
@Component
class OrganImport implements ImportKind<OrganImport.Row> {

	private final Organs organs;

	private final OrganRegister register;

	OrganImport(Organs organs, OrganRegister register) {
		this.organs = organs;
		this.register = register;
	}

	@Override
	public String name() {
		return "organs";
	}

	@Override
	public Text description() {
		return Text.of("机关与部门，一行一个；上级须在下级之前。", "Organs and departments, one a row; parents before children.");
	}

	@Override
	public Class<Row> row() {
		return Row.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.GENERAL_OFFICE, Role.PERSONNEL_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Row>> rows, Command command) {
		return Flux.fromIterable(rows).concatMap(this::one).reduce(Applied.NOTHING, Applied::plus);
	}

	private Mono<Applied> one(Numbered<Row> numbered) {
		Row row = numbered.row();
		return this.organs.byCode(row.code(), row.from())
			.flatMap((known) -> row.says(known) ? Mono.just(Applied.ONE_UNCHANGED)
					: this.register.change(known.id(), known.version(), row.change()).thenReturn(Applied.ONE_UPDATED))
			.switchIfEmpty(Mono.defer(() -> this.register.register(row.registration()).thenReturn(Applied.ONE_CREATED)))
			.onErrorResume(Refusal.class, (refusal) -> Mono.just(Applied.refused(numbered, refusal)));
	}

	/**
	 * One row.
	 *
	 * @param from the day from which the row holds; of a new organ, the day it was
	 * established
	 */
	record Row(@NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String code, @NotNull Kind kind,
			@NotBlank @Size(max = 100) String name, @NotBlank @Pattern(regexp = "\\d{6}(\\d{3})?") String area,
			@Nullable String parent, @NotNull LocalDate from, @NotBlank @Size(max = 200) String basis,
			@Nullable Boolean sample) {

		private boolean says(Organ known) {
			return known.name().equals(this.name) && known.area().equals(this.area)
					&& Objects.equals(known.parent(), this.parent);
		}

		private Organ.Registration registration() {
			return new Organ.Registration(this.code, this.kind, this.name, this.area, this.parent, this.from,
					this.basis, Boolean.TRUE.equals(this.sample));
		}

		private Organ.Change change() {
			return new Organ.Change(this.from, this.name, this.area, this.parent, this.basis);
		}

	}

}
