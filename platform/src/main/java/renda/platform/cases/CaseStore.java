package renda.platform.cases;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import renda.platform.workflow.Case;

/**
 * Where the cases of a kind are kept. {@link CaseTable} is the usual way; a feature whose
 * rows have another shape writes its own.
 *
 * @param <C> the case
 */
public interface CaseStore<C extends Case<?, C>> {

	/**
	 * One case, empty where there is none.
	 */
	Mono<C> byId(UUID id);

	/**
	 * One case, which nobody else changes until the transaction ends.
	 */
	Mono<C> locked(UUID id);

	/**
	 * Several cases, which nobody else changes until the transaction ends. They are
	 * locked in the order of their ids, so that two who lock several do not wait for each
	 * other.
	 */
	default Mono<List<C>> locked(Collection<UUID> ids) {
		return Flux.fromIterable(new TreeSet<>(ids)).concatMap(this::locked).collectList();
	}

	/**
	 * Several cases, in any order.
	 */
	Mono<List<C>> byIds(Collection<UUID> ids);

	/**
	 * The cases with these codes, of those there are.
	 */
	Mono<List<C>> byCodes(Collection<String> codes);

	/**
	 * Writes new cases.
	 */
	Mono<Void> insert(List<C> cases);

	/**
	 * Writes a changed case.
	 * @param after the case as it is now
	 * @param before the version it was read in
	 * @return whether it still was in that version
	 */
	Mono<Boolean> update(C after, long before);

	/**
	 * Writes changed cases.
	 * @param after the cases as they are now, each one version after the one it was read
	 * in
	 * @return whether all still were in those versions
	 */
	default Mono<Boolean> update(List<C> after) {
		return Flux.fromIterable(after)
			.concatMap((subject) -> update(subject, subject.version() - 1))
			.all(Boolean::booleanValue);
	}

	/**
	 * Whether what belongs to a case is kept encrypted.
	 */
	default boolean isSealed() {
		return false;
	}

	/**
	 * Encrypts what belongs to a case.
	 * @param place what it is and of which case; it opens only there
	 */
	default byte[] seal(String plain, String place) {
		throw new IllegalStateException("these cases are not sealed");
	}

	/**
	 * Decrypts what {@link #seal} made for the same place.
	 */
	default String unseal(byte[] sealed, String place) {
		throw new IllegalStateException("these cases are not sealed");
	}

}
