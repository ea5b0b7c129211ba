package renda.platform.web;

import java.util.function.Function;

import reactor.core.publisher.Mono;
import renda.platform.store.Slice;

import org.springframework.http.ResponseEntity;

/**
 * Answers lists in the form the caller accepts: a JSON page, or the whole rest of the
 * list as CSV, XLSX or NDJSON, streamed page by page so that no list is ever held in
 * memory.
 */
public interface Listings {

	/**
	 * Answers a list that everyone may read.
	 * @param request what the caller asks for
	 * @param resource the name of the records, under which tombstones are kept and which
	 * names a downloaded file: {@code deputies}
	 * @param read reads one page
	 */
	<T> Mono<ResponseEntity<Object>> open(ListRequest request, String resource,
			Function<ListRequest, Mono<Slice<T>>> read);

	/**
	 * Answers a list that depends on the caller: the same, never cached.
	 */
	<T> Mono<ResponseEntity<Object>> restricted(ListRequest request, String resource,
			Function<ListRequest, Mono<Slice<T>>> read);

	/**
	 * Answers a list that everyone may read and of which some see more.
	 * @param open whether this caller sees what everyone does
	 */
	default <T> Mono<ResponseEntity<Object>> answer(boolean open, ListRequest request, String resource,
			Function<ListRequest, Mono<Slice<T>>> read) {
		return open ? open(request, resource, read) : restricted(request, resource, read);
	}

}
