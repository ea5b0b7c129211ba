package renda.platform.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;

/**
 * Sends the bytes of a download as they come.
 */
final class ExportWriter implements HttpMessageWriter<Export> {

	@Override
	public List<MediaType> getWritableMediaTypes() {
		return List.of(MediaType.ALL);
	}

	@Override
	public boolean canWrite(ResolvableType type, @Nullable MediaType mediaType) {
		return type.toClass() == Export.class;
	}

	@Override
	public Mono<Void> write(Publisher<? extends Export> exports, ResolvableType type, @Nullable MediaType mediaType,
			ReactiveHttpOutputMessage message, Map<String, Object> hints) {
		if (mediaType != null && message.getHeaders().getContentType() == null) {
			message.getHeaders().setContentType(mediaType);
		}
		return Flux.from(exports).next().flatMap((export) -> message.writeWith(export.bytes()));
	}

}
