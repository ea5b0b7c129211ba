package renda.platform.file;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;

/**
 * Keeps files as objects of an S3 API, addressed by path. Three requests need no SDK.
 */
final class S3Store implements FileStore {

	private static final String NO_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

	private final WebClient client = WebClient.create();

	private final FileSettings.S3 settings;

	private final S3Signature signature;

	private final Clock clock;

	S3Store(FileSettings.S3 settings, Clock clock) {
		this.settings = settings;
		this.signature = new S3Signature(settings.region(), settings.accessKey(), settings.secretKey());
		this.clock = clock;
	}

	@Override
	public Mono<Void> put(String sha256, Path file) {
		return request(HttpMethod.PUT, sha256, sha256, Map.of())
			.body(BodyInserters.fromResource(new FileSystemResource(file)))
			.retrieve()
			.toBodilessEntity()
			.onErrorMap(WebClientException.class, S3Store::away)
			.then();
	}

	@Override
	public Flux<DataBuffer> read(String sha256, long from, long length) {
		return request(HttpMethod.GET, sha256, NO_BODY, Map.of("range", "bytes=" + from + "-" + (from + length - 1)))
			.retrieve()
			.bodyToFlux(DataBuffer.class)
			.onErrorMap(WebClientException.class, S3Store::away);
	}

	private WebClient.RequestBodySpec request(HttpMethod method, String name, String payload,
			Map<String, String> more) {
		URI address = URI.create(this.settings.endpoint() + "/" + this.settings.bucket() + "/" + name);
		return this.client.method(method)
			.uri(address)
			.headers((headers) -> this.signature.headers(method.name(), address, payload, this.clock.instant(), more)
				.forEach(headers::set));
	}

	private static Refusal away(WebClientException failure) {
		return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "file-store-unavailable",
				Text.of("附件存储暂不可用，请稍后再试。", "The store of attachments is away for the moment; try again soon."));
	}

}
