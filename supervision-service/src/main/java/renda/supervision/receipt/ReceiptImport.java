package renda.supervision.receipt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.cases.Lived;
import renda.platform.cases.Proceedings;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.supervision.organ.Organ;
import renda.supervision.petition.Destination;
import renda.supervision.petition.Destinations;
import renda.supervision.petition.Petition;
import renda.supervision.petition.PetitionKind;

import org.springframework.stereotype.Component;

/**
 * Takes receipts in bulk, with the matters they are about. A receipt is known by its
 * number; a known one, like a known matter, is left as it is.
 */
@Component
class ReceiptImport implements ImportKind<ReceiptRow> {

	private static final Destination NOBODY = new Destination("", "", Organ.Kind.ENTERPRISE, List.of());

	private final PetitionKind kind;

	private final Receipts receipts;

	private final Destinations destinations;

	private final Proceedings proceedings;

	private final CityProfile city;

	ReceiptImport(PetitionKind kind, Receipts receipts, Destinations destinations, Proceedings proceedings,
			CityProfile city) {
		this.kind = kind;
		this.receipts = receipts;
		this.destinations = destinations;
		this.proceedings = proceedings;
		this.city = city;
	}

	@Override
	public String name() {
		return "petition-receipts";
	}

	@Override
	public Text description() {
		return Text.of("来信来访，一行一件次；同一事项的第一行写明办理经过（各步骤的日期），机关须已登记。",
				"Letters, visits, web entries, calls and faxes, one a row; the first row of a matter tells how it went, by the days of its steps. Organs must be registered before.");
	}

	@Override
	public Class<ReceiptRow> row() {
		return ReceiptRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.PETITION_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<ReceiptRow>> rows, Command command) {
		return Mono
			.zip(this.receipts.known(rows.stream().map((row) -> row.row().number()).toList()),
					this.kind.table().byCodes(rows.stream().map((row) -> row.row().petition()).distinct().toList()))
			.flatMap((known) -> {
				Batch batch = new Batch(command, known.getT1(), known.getT2());
				return Flux.fromIterable(rows)
					.concatMap(batch::take)
					.then(Mono.defer(() -> this.proceedings.record(this.kind, batch.lives)))
					.then(Mono.defer(() -> batch.receipts.isEmpty() ? Mono.empty()
							: this.receipts.insert(batch.receipts, (receipt) -> null)))
					.then(Mono.fromSupplier(() -> batch.applied));
			});
	}

	/**
	 * The organs that a row needs, as the register had them on its days.
	 */
	private Mono<PastMatter.Organs> organs(ReceiptRow row, Map<String, Destination> seen) {
		LocalDate on = row.passedOn();
		if (on == null) {
			return Mono.just(new PastMatter.Organs(null, null, null));
		}
		String code = row.handler();
		if (code == null) {
			return Mono.error(Refusal.invalid("handler", Text.of("已转送、交办的，须写明承办机关。", "Say to whom it was passed.")));
		}
		return known(code, on, seen).flatMap((first) -> Mono
			.zip(above(first, 1, row.reexaminationAskedOn(), seen), above(first, 2, row.reviewAskedOn(), seen))
			.map((found) -> new PastMatter.Organs(first, orNull(found.getT1()), orNull(found.getT2()))));
	}

	private Mono<Destination> above(Destination first, int steps, @Nullable LocalDate on,
			Map<String, Destination> seen) {
		return (on == null || first.line().size() <= steps) ? Mono.just(NOBODY)
				: known(first.line().get(steps), on, seen);
	}

	private static @Nullable Destination orNull(Destination found) {
		return (found == NOBODY) ? null : found;
	}

	private Mono<Destination> known(String code, LocalDate on, Map<String, Destination> seen) {
		Destination found = seen.get(code + '/' + on);
		return (found != null) ? Mono.just(found)
				: this.destinations.known(code, on).doOnNext((organ) -> seen.put(code + '/' + on, organ));
	}

	/**
	 * What a batch comes to.
	 */
	private final class Batch {

		private final Command command;

		private final Set<String> numbers;

		private final Map<String, UUID> matters = new HashMap<>();

		private final Map<String, Integer> refused = new HashMap<>();

		private final Map<String, Destination> organs = new HashMap<>();

		private final List<Lived<Petition>> lives = new ArrayList<>();

		private final List<Receipt> receipts = new ArrayList<>();

		private Applied applied = Applied.NOTHING;

		Batch(Command command, List<String> numbers, List<Petition> matters) {
			this.command = command;
			this.numbers = new HashSet<>(numbers);
			matters.forEach((petition) -> this.matters.put(petition.code(), petition.id()));
		}

		Mono<Void> take(Numbered<ReceiptRow> numbered) {
			ReceiptRow row = numbered.row();
			if (!this.numbers.add(row.number())) {
				this.applied = this.applied.plus(Applied.ONE_UNCHANGED);
				return Mono.empty();
			}
			Integer failed = this.refused.get(row.petition());
			if (failed != null) {
				return refuse(numbered, Refusal.invalid("petition", Text.of("事项 %s 的第一行（第 %s 行）未被接受。",
						"The first row of matter %s, row %s, was not taken.", row.petition(), failed)));
			}
			UUID known = this.matters.get(row.petition());
			Mono<UUID> matter = (known != null) ? Mono.just(known)
					: ReceiptImport.this.destinations
						.requireAccused(row.registration().accused().stream().map(Petition.Accused::organ).toList(),
								row.receivedOn())
						.then(organs(row, this.organs))
						.map((organs) -> {
							Lived<Petition> life = new PastMatter(ReceiptImport.this.kind.workflow(), row, organs,
									this.command.caller())
								.lived();
							this.lives.add(life);
							this.matters.put(row.petition(), life.subject().id());
							return life.subject().id();
						});
			return matter.doOnNext((id) -> keep(row, id)).then().onErrorResume(Refusal.class, (refusal) -> {
				this.refused.put(row.petition(), numbered.line());
				return refuse(numbered, refusal);
			});
		}

		private void keep(ReceiptRow row, UUID matter) {
			String by = row.receivedBy();
			this.receipts.add(new Receipt(Ids.next(), row.number(), matter,
					(by != null) ? by : ReceiptImport.this.city.code(), "", row.isSample(), row.registration()));
			this.applied = this.applied.plus(Applied.ONE_CREATED);
		}

		private Mono<Void> refuse(Numbered<ReceiptRow> numbered, Refusal refusal) {
			this.applied = this.applied.plus(Applied.refused(numbered, refusal));
			return Mono.empty();
		}

	}

}
