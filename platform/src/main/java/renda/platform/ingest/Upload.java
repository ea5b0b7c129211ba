package renda.platform.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.platform.security.Sha256;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * A body that was received whole into a file, in constant memory, before anything is done
 * with it: a client that hangs up half way changes nothing.
 *
 * @param file the file, removed when the work on it ends
 * @param size the number of bytes
 * @param sha256 the hash of the content, in hexadecimal
 */
public record Upload(Path file, long size, String sha256) {

	private static final int IN_FLIGHT = 8;

	/**
	 * Receives a body and works on it.
	 * @param body the buffers, each released here
	 * @param most the most bytes taken
	 * @param work what to do with the file
	 * @throws Refusal 413 as soon as there are more bytes
	 */
	public static <T> Mono<T> with(Flux<DataBuffer> body, DataSize most, Function<Upload, Mono<T>> work) {
		Mono<Path> file = Mono.fromCallable(() -> Files.createTempFile("renda-upload", ".part"))
			.subscribeOn(Schedulers.boundedElastic());
		return Mono.usingWhen(file, (path) -> receive(body, path, most.toBytes()).flatMap(work), Upload::remove);
	}

	private static Mono<Upload> receive(Flux<DataBuffer> body, Path path, long most) {
		return Mono.using(() -> new Receiver(path, most),
				(receiver) -> body.publishOn(Schedulers.boundedElastic(), IN_FLIGHT)
					.doOnNext(receiver::take)
					.doOnDiscard(DataBuffer.class, DataBufferUtils::release)
					.then(Mono.fromSupplier(receiver::received)),
				Receiver::close);
	}

	private static Mono<Void> remove(Path path) {
		return Mono.fromCallable(() -> Files.deleteIfExists(path)).subscribeOn(Schedulers.boundedElastic()).then();
	}

	/**
	 * Counts and hashes while it writes.
	 */
	private static final class Receiver {

		private final Path path;

		private final long most;

		private final FileChannel channel;

		private final MessageDigest digest = Sha256.begun();

		private long size;

		private Receiver(Path path, long most) throws IOException {
			this.path = path;
			this.most = most;
			this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
		}

		private void take(DataBuffer buffer) {
			try (DataBuffer.ByteBufferIterator parts = buffer.readableByteBuffers()) {
				this.size += buffer.readableByteCount();
				if (this.size > this.most) {
					throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "too-large",
							Text.of("内容超过 %d 字节，请拆分。", "The body is longer than %d bytes; split it.", this.most));
				}
				while (parts.hasNext()) {
					ByteBuffer part = parts.next();
					this.digest.update(part.duplicate());
					while (part.hasRemaining()) {
						this.channel.write(part);
					}
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			finally {
				DataBufferUtils.release(buffer);
			}
		}

		private Upload received() {
			return new Upload(this.path, this.size, HexFormat.of().formatHex(this.digest.digest()));
		}

		private void close() {
			try {
				this.channel.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
