package renda.platform.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.store.Cursor;
import renda.platform.store.Slice;
import renda.platform.web.ListRequest.Format;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Reads the first page before anything is sent, so that what is wrong with the request is
 * still a problem and not a broken download; every further page is read when the client
 * has taken the one before.
 */
final class DefaultListings implements Listings {

	private final Tombstones tombstones;

	private final ExportFormats formats;

	DefaultListings(Tombstones tombstones, ExportFormats formats) {
		this.tombstones = tombstones;
		this.formats = formats;
	}

	@Override
	public <T> Mono<ResponseEntity<Object>> open(ListRequest request, String resource,
			Function<ListRequest, Mono<Slice<T>>> read) {
		return answer(request, resource, read, CacheControl.maxAge(Reads.FRESH).cachePublic());
	}

	@Override
	public <T> Mono<ResponseEntity<Object>> restricted(ListRequest request, String resource,
			Function<ListRequest, Mono<Slice<T>>> read) {
		return answer(request, resource, read, CacheControl.noStore());
	}

	private <T> Mono<ResponseEntity<Object>> answer(ListRequest request, String resource,
			Function<ListRequest, Mono<Slice<T>>> read, CacheControl cache) {
		return (request.format() == Format.JSON) ? page(request, resource, read, cache)
				: download(request, resource, read, cache);
	}

	private <T> Mono<ResponseEntity<Object>> page(ListRequest request, String resource,
			Function<ListRequest, Mono<Slice<T>>> read, CacheControl cache) {
		OffsetDateTime from = request.modifiedSince();
		Mono<Optional<Tombstones.Since>> removed = (from != null && request.cursor() == null)
				? this.tombstones.since(resource, from).map(Optional::of) : Mono.just(Optional.empty());
		return removed.flatMap((since) -> Mono.deferContextual((context) -> {
			Optional<ServerWebExchange> exchange = ServerWebExchangeContextFilter.getExchange(context);
			return read.apply(request).map((slice) -> entity(slice, since, exchange, cache));
		}));
	}

	private static <T> ResponseEntity<Object> entity(Slice<T> slice, Optional<Tombstones.Since> since,
			Optional<ServerWebExchange> exchange, CacheControl cache) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(cache).varyBy(HttpHeaders.ACCEPT);
		slice.next()
			.ifPresent((next) -> exchange.map(ServerWebExchange::getRequest)
				.ifPresent((asked) -> answer.header(HttpHeaders.LINK, link(asked, next))));
		return answer.body(new Page<>(slice.items(), slice.next().map(Cursor::encoded).orElse(null),
				since.map(Tombstones.Since::removed).orElse(null), since.map(Tombstones.Since::until).orElse(null)));
	}

	private static String link(ServerHttpRequest request, Cursor next) {
		String address = UriComponentsBuilder.fromUri(request.getURI())
			.scheme(null)
			.host(null)
			.port(null)
			.replaceQueryParam("cursor", next.encoded())
			.build(true)
			.toUriString();
		return "<" + address + ">; rel=\"next\"";
	}

	private <T> Mono<ResponseEntity<Object>> download(ListRequest request, String resource,
			Function<ListRequest, Mono<Slice<T>>> read, CacheControl cache) {
		ListRequest whole = new ListRequest(ListRequest.MOST, request.cursor(), request.q(), request.sort(),
				request.modifiedSince(), request.format());
		return read.apply(whole).map((first) -> {
			Flux<List<T>> pages = Mono.just(first)
				.expand((
						slice) -> slice.next().map((next) -> read.apply(whole.at(next.encoded()))).orElse(Mono.empty()))
				.limitRate(1)
				.map(Slice::items);
			Export export = new Export(this.formats.write(request.format(), pages));
			String name = resource + "." + request.format().name().toLowerCase(Locale.ROOT);
			return ResponseEntity.ok()
				.cacheControl(cache)
				.varyBy(HttpHeaders.ACCEPT)
				.contentType(ExportFormats.contentType(request.format()))
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(name).build().toString())
				.body(export);
		});
	}

}
