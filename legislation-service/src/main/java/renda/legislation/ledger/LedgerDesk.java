package renda.legislation.ledger;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.store.Slice;
import renda.platform.web.ListRequest;
import renda.platform.web.ListRequest.Format;
import renda.platform.web.Listings;
import renda.platform.web.Reads;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/**
 * Serves one ledger: what its controller's endpoints answer.
 *
 * @param <R> the record of a line
 */
public final class LedgerDesk<R extends Record & Line> {

	private final Ledger<R> ledger;

	private final Ledgers ledgers;

	private final Commands commands;

	private final Listings listings;

	LedgerDesk(Ledger<R> ledger, Ledgers ledgers, Commands commands, Listings listings) {
		this.ledger = ledger;
		this.ledgers = ledgers;
		this.commands = commands;
		this.listings = listings;
	}

	/**
	 * A list in the form asked for.
	 */
	public Mono<ResponseEntity<Object>> list(Record filter, ListRequest request) {
		boolean table = request.format() == Format.CSV || request.format() == Format.XLSX;
		return this.ledger.open() ? this.listings.open(request, this.ledger.name(), (page) -> page(filter, page, table))
				: this.listings.restricted(request, this.ledger.name(), (page) -> page(filter, page, table));
	}

	private Mono<Slice<Object>> page(Record filter, ListRequest page, boolean table) {
		return this.ledgers.find(this.ledger, filter, page)
			.map((slice) -> new Slice<>(
					slice.items().stream().map((entry) -> table ? flat(entry) : (Object) entry).toList(),
					slice.next()));
	}

	/**
	 * An entry as a row of a table, with a column for every member of its line.
	 */
	private static Map<String, @Nullable Object> flat(LedgerEntry<?> entry) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		row.put("id", entry.id());
		for (RecordComponent component : entry.line().getClass().getRecordComponents()) {
			row.put(component.getName(), LedgerLists.value(entry.line(), component));
		}
		row.put("term", entry.term());
		row.put("version", entry.version());
		row.put("modifiedAt", entry.modifiedAt());
		return row;
	}

	/**
	 * One entry with its {@code ETag}; 404 where there is none.
	 */
	public Mono<ResponseEntity<LedgerEntry<R>>> one(UUID id) {
		return one(id, (line) -> true);
	}

	/**
	 * One entry that this caller may see; 404 where not.
	 * @param visible whether the caller may
	 */
	public Mono<ResponseEntity<LedgerEntry<R>>> one(UUID id, Predicate<R> visible) {
		return this.ledgers.one(this.ledger, id)
			.filter((entry) -> visible.test(entry.line()))
			.switchIfEmpty(Mono.error(() -> Ledgers.none(id)))
			.map((entry) -> this.ledger.open() ? Reads.open(entry.version(), entry)
					: Reads.restricted(entry.version(), entry));
	}

	/**
	 * All versions of an entry, the oldest first, with who wrote them; never kept on the
	 * way.
	 */
	public Mono<ResponseEntity<List<LedgerVersion<R>>>> versions(UUID id) {
		return this.ledgers.versions(this.ledger, id)
			.map((all) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(all));
	}

	/**
	 * Enters a line: 201; 409 where the same is entered already.
	 * @param check refuses what the feature does not take
	 */
	public Mono<ResponseEntity<LedgerEntry<R>>> enter(R line, Command command, Supplier<Mono<Void>> check) {
		return this.commands.run(command, line,
				() -> check.get()
					.then(Mono.defer(() -> this.ledgers.enter(this.ledger, line, command.caller())))
					.map((entry) -> Answer.created(this.ledger.path() + "/" + entry.id(), entry.version(),
							subject(entry.id()), entry)));
	}

	/**
	 * Puts an entry right; the version before is kept.
	 * @param check refuses what the feature does not take
	 */
	public Mono<ResponseEntity<LedgerEntry<R>>> correct(UUID id, LedgerCorrection<R> correction, Command command,
			Supplier<Mono<Void>> check) {
		return this.commands.run(command, correction,
				() -> check.get()
					.then(Mono.defer(() -> this.ledgers.correct(this.ledger, id, command.requiredVersion(), correction,
							command.caller())))
					.map((entry) -> Answer.changed(entry.version(), subject(id), entry)));
	}

	/**
	 * Takes an entry out of its ledger; lists of changes tell it as a tombstone.
	 * @param check refuses where the feature needs the entry
	 */
	public Mono<ResponseEntity<Void>> remove(UUID id, LedgerRemoval removal, Command command,
			Supplier<Mono<Void>> check) {
		return this.commands.run(command, removal,
				() -> check.get()
					.then(Mono.defer(() -> this.ledgers.remove(this.ledger, id, command.requiredVersion(),
							removal.reason(), command.caller())))
					.thenReturn(Answer.<Void>gone(subject(id))));
	}

	private String subject(UUID id) {
		return this.ledger.singular() + "/" + id;
	}

}
