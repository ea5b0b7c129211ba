package renda.platform.file;

import java.nio.file.Path;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Keeps bytes by their hash; the same bytes are kept once.
 */
public interface FileStore {

	/**
	 * Keeps a file. When it completes the bytes are safe.
	 * @param sha256 the hash of the content, in hexadecimal
	 */
	Mono<Void> put(String sha256, Path file);

	/**
	 * Reads a part of the bytes.
	 * @param from the first byte, from 0
	 * @param length how many
	 */
	Flux<DataBuffer> read(String sha256, long from, long length);

}
