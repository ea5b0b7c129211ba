package renda.legislation.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.ledger.LedgerRows.Next;
import renda.platform.event.NewEvent;
import renda.platform.event.Outbox;
import renda.platform.figure.Figure;
import renda.platform.ingest.ImportKind.Applied;
import renda.platform.ingest.ImportKind.Numbered;
import renda.platform.ingest.ImportKind.RowError;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.store.Slice;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Refusal.FieldError;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * Keeps the ledgers. Everything here is part of the caller's transaction.
 */
@Service
public class Ledgers {

	/** The reason that a version written by an import bears. */
	private static final String IMPORTED = "批量导入 · imported";

	private final LedgerRows rows;

	private final LedgerLists lists;

	private final Outbox outbox;

	Ledgers(LedgerRows rows, LedgerLists lists, Outbox outbox) {
		this.rows = rows;
		this.lists = lists;
		this.outbox = outbox;
	}

	/**
	 * One entry; empty where there is none.
	 */
	public <R extends Record & Line> Mono<LedgerEntry<R>> byId(Ledger<R> ledger, UUID id) {
		return this.rows.byId(ledger, id);
	}

	/**
	 * One entry; 404 where there is none.
	 */
	public <R extends Record & Line> Mono<LedgerEntry<R>> one(Ledger<R> ledger, UUID id) {
		return this.rows.byId(ledger, id).switchIfEmpty(Mono.error(() -> none(id)));
	}

	/**
	 * The entry with a key; empty where there is none.
	 */
	public <R extends Record & Line> Mono<LedgerEntry<R>> byKey(Ledger<R> ledger, String key) {
		return this.rows.byKeys(ledger, List.of(key)).mapNotNull((known) -> known.get(key));
	}

	/**
	 * The entries with some keys; those unknown are left out.
	 */
	public <R extends Record & Line> Mono<Map<String, LedgerEntry<R>>> byKeys(Ledger<R> ledger,
			Collection<String> keys) {
		return this.rows.byKeys(ledger, keys);
	}

	/**
	 * How many lines of a ledger belong to one line of another, by a member.
	 */
	public Mono<Map<String, Long>> count(Ledger<?> ledger, Line.Owner owner, String member) {
		return this.lists.count(ledger, owner, member);
	}

	/**
	 * All versions of an entry, also of one that was removed; 404 where there never was
	 * one.
	 */
	<R extends Record & Line> Mono<List<LedgerVersion<R>>> versions(Ledger<R> ledger, UUID id) {
		return this.rows.versions(ledger, id).filter((all) -> !all.isEmpty()).switchIfEmpty(Mono.error(() -> none(id)));
	}

	public <R extends Record & Line> Mono<Slice<LedgerEntry<R>>> find(Ledger<R> ledger, Record filter,
			ListRequest request) {
		return this.lists.find(ledger, filter, request);
	}

	/**
	 * The figure of the work report that a ledger gives.
	 */
	public Figure figure(LedgerFigure wanted) {
		return this.lists.figure(wanted);
	}

	/**
	 * Enters a line; 409 where the same is entered already, 400 where its values do not
	 * go together.
	 */
	public <R extends Record & Line> Mono<LedgerEntry<R>> enter(Ledger<R> ledger, R line, Caller by) {
		return this.rows.byKeys(ledger, List.of(line.key()))
			.flatMap((known) -> known.isEmpty() ? checked(line, "") : Mono.error(exists(ledger, known)))
			.then(Mono.defer(() -> {
				UUID id = Ids.next();
				return this.rows.insert(ledger, Map.of(id, line), by)
					.then(told(ledger, Map.of(id, line), "entered"))
					.then(Mono.defer(() -> one(ledger, id)));
			}));
	}

	/**
	 * Writes the next version of an entry; 412 where the version given is not current.
	 */
	public <R extends Record & Line> Mono<LedgerEntry<R>> correct(Ledger<R> ledger, UUID id, long version,
			LedgerCorrection<R> correction, Caller by) {
		R line = correction.line();
		return locked(ledger, id)
			.flatMap((before) -> line.key().equals(before.line().key()) ? checked(line, "/line")
					: requireAlone(ledger, before).then(Mono.defer(() -> this.rows.byKeys(ledger, List.of(line.key()))))
						.flatMap((known) -> known.isEmpty() ? checked(line, "/line")
								: Mono.error(exists(ledger, known))))
			.then(Mono
				.defer(() -> this.rows.update(ledger, List.of(new Next<>(id, version, line)), correction.reason(), by)))
			.flatMap((moved) -> moved ? told(ledger, Map.of(id, line), "corrected") : stale(ledger, id))
			.then(Mono.defer(() -> one(ledger, id)));
	}

	/**
	 * Takes an entry out of its ledger; 409 where lines of another ledger belong to it.
	 */
	public <R extends Record & Line> Mono<Void> remove(Ledger<R> ledger, UUID id, long version, String reason,
			Caller by) {
		return locked(ledger, id).flatMap((before) -> requireAlone(ledger, before)
			.then(Mono.defer(() -> this.rows.remove(ledger, id, version, reason, by)))
			.flatMap((moved) -> moved ? told(ledger, Map.of(id, before.line()), "removed") : stale(ledger, id)));
	}

	private <R extends Record & Line> Mono<LedgerEntry<R>> locked(Ledger<R> ledger, UUID id) {
		return this.rows.locked(ledger, id).switchIfEmpty(Mono.error(() -> none(id)));
	}

	static Refusal none(UUID id) {
		return Refusal.notFound(Text.of("没有这条记录：%s。", "There is no such entry: %s.", id));
	}

	private <R extends Record & Line> Mono<Void> stale(Ledger<R> ledger, UUID id) {
		return one(ledger, id).flatMap((current) -> Mono.error(Refusal.stale(current.version())));
	}

	private static Refusal exists(Ledger<?> ledger, Map<String, ? extends LedgerEntry<?>> known) {
		return Refusal.conflict("already-entered", Text.of("该记录已登记。", "This is entered already."))
			.with("entry", ledger.path() + "/" + known.values().iterator().next().id());
	}

	/**
	 * Refuses to take away a line that lines of another ledger belong to.
	 */
	private Mono<Void> requireAlone(Ledger<?> ledger, LedgerEntry<?> entry) {
		return this.rows.hasMembers(ledger, entry.line())
			.flatMap((members) -> members
					? Mono.error(Refusal.conflict("in-use",
							Text.of("其他登记表中有记录属于它，须先更正或移除那些记录。",
									"Entries of another ledger belong to it; correct or remove them first.")))
					: Mono.empty());
	}

	/**
	 * Refuses a line whose values do not go together, or that belongs to nothing.
	 * @param at where the line stands in the body
	 */
	private Mono<Void> checked(Line line, String at) {
		return this.rows.held(Stream.ofNullable(line.partOf()).toList())
			.flatMap((held) -> Mono.justOrEmpty(fault(line, held, at)))
			.flatMap(Mono::error);
	}

	/**
	 * Why a line is refused; null where it is not.
	 * @param held the lines of other ledgers that there are
	 */
	private static @Nullable Refusal fault(Line line, Set<String> held, String at) {
		List<FieldError> faults = line.faults()
			.map((fault) -> new FieldError(at + fault.pointer(), fault.detail()))
			.toList();
		if (!faults.isEmpty()) {
			return Refusal.invalid(faults);
		}
		Line.Owner owner = line.partOf();
		return (owner == null || held.contains(owner.toString())) ? null : Refusal.invalid(at + "/" + owner.member(),
				Text.of("登记表 %s 中没有 %s。", "The ledger %s has no %s.", owner.ledger(), owner.key()));
	}

	/**
	 * Takes rows of an import: new ones are entered, those that say something else than
	 * the entry of the same key are its next version, the others change nothing.
	 */
	public <R extends Record & Line> Mono<Applied> take(Ledger<R> ledger, List<Numbered<R>> given, Caller by) {
		Map<String, Numbered<R>> lines = new LinkedHashMap<>();
		List<RowError> twice = new ArrayList<>();
		int[] repeated = { 0 };
		for (Numbered<R> row : given) {
			Numbered<R> before = lines.putIfAbsent(row.row().key(), row);
			if (before != null && before.row().equals(row.row())) {
				repeated[0]++;
			}
			else if (before != null) {
				twice.add(new RowError(row.line(), "", Text.of("与第 %d 行是同一条记录，内容却不同。",
						"This is the same entry as row %d and says something else.", before.line())));
			}
		}
		List<Line.Owner> owners = lines.values()
			.stream()
			.flatMap((row) -> Stream.ofNullable(row.row().partOf()))
			.distinct()
			.toList();
		return Mono.zip(this.rows.lockedByKeys(ledger, lines.keySet()), this.rows.held(owners))
			.flatMap((there) -> written(ledger, lines.values(), there.getT1(), there.getT2(), by))
			.map((applied) -> applied.plus(new Applied(0, 0, repeated[0], twice)));
	}

	/**
	 * Sorts rows into those that are new, those that say something else, and those
	 * refused, and writes each sort at once.
	 */
	private <R extends Record & Line> Mono<Applied> written(Ledger<R> ledger, Collection<Numbered<R>> rows,
			Map<String, LedgerEntry<R>> known, Set<String> held, Caller by) {
		Map<UUID, R> fresh = new LinkedHashMap<>();
		List<Next<R>> changed = new ArrayList<>();
		Applied others = Applied.NOTHING;
		for (Numbered<R> row : rows) {
			R line = row.row();
			LedgerEntry<R> entry = known.get(line.key());
			boolean same = entry != null && entry.line().equals(line);
			Refusal why = same ? null : fault(line, held, "");
			if (same) {
				others = others.plus(Applied.ONE_UNCHANGED);
			}
			else if (why != null) {
				others = others.plus(Applied.refused(row, why));
			}
			else if (entry == null) {
				fresh.put(Ids.next(), line);
			}
			else {
				changed.add(new Next<>(entry.id(), entry.version(), line));
			}
		}
		return entered(ledger, fresh, by).then(Mono.defer(() -> corrected(ledger, changed, by)))
			.thenReturn(others.plus(new Applied(fresh.size(), changed.size(), 0, List.of())));
	}

	private Mono<Void> entered(Ledger<?> ledger, Map<UUID, ? extends Line> fresh, Caller by) {
		return fresh.isEmpty() ? Mono.empty()
				: this.rows.insert(ledger, fresh, by).then(told(ledger, fresh, "entered"));
	}

	private <R extends Record & Line> Mono<Void> corrected(Ledger<R> ledger, List<Next<R>> changed, Caller by) {
		Map<UUID, R> lines = new LinkedHashMap<>();
		changed.forEach((next) -> lines.put(next.id(), next.line()));
		return changed.isEmpty() ? Mono.empty()
				: this.rows.update(ledger, changed, IMPORTED, by).then(told(ledger, lines, "corrected"));
	}

	/**
	 * Publishes what happened to entries; to the readers of the ledger only.
	 */
	private Mono<Void> told(Ledger<?> ledger, Map<UUID, ? extends Line> lines, String what) {
		return this.outbox.appendAll(lines.entrySet()
			.stream()
			.map((entry) -> new NewEvent(ledger.singular() + "." + what, ledger.singular() + "/" + entry.getKey(),
					Map.of("id", entry.getKey(), "ledger", ledger.name(), "day", entry.getValue().day(), "href",
							ledger.path() + "/" + entry.getKey()),
					ledger.open() ? null : ledger.readers()))
			.toList());
	}

}
