package renda.platform.file;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Keeps files in a folder. A file has its name only when it is whole and on the disk, so
 * that a crash leaves at most a part file behind.
 */
final class FolderStore implements FileStore {

	private static final int CHUNK = 64 * 1024;

	private final Path folder;

	FolderStore(Path folder) {
		this.folder = folder;
	}

	@Override
	public Mono<Void> put(String sha256, Path file) {
		return Mono.fromCallable(() -> write(sha256, file)).subscribeOn(Schedulers.boundedElastic()).then();
	}

	private Path write(String sha256, Path file) throws IOException {
		Path target = place(sha256);
		Path parent = Files.createDirectories(this.folder.resolve(sha256.substring(0, 2)));
		if (!Files.exists(target)) {
			copy(file, Files.createTempFile(parent, sha256, ".part"), target);
		}
		// also where it is there already: whoever put it may have been stopped before
		// this
		sync(parent, StandardOpenOption.READ);
		return target;
	}

	private static void copy(Path file, Path part, Path target) throws IOException {
		try {
			Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
			sync(part, StandardOpenOption.WRITE);
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	private static void sync(Path path, StandardOpenOption how) throws IOException {
		try (FileChannel channel = FileChannel.open(path, how)) {
			channel.force(true);
		}
	}

	@Override
	public Flux<DataBuffer> read(String sha256, long from, long length) {
		Flux<DataBuffer> rest = DataBufferUtils.readAsynchronousFileChannel(
				() -> AsynchronousFileChannel.open(place(sha256), StandardOpenOption.READ), from,
				DefaultDataBufferFactory.sharedInstance, CHUNK);
		return DataBufferUtils.takeUntilByteCount(rest, length);
	}

	private Path place(String sha256) {
		return this.folder.resolve(sha256.substring(0, 2)).resolve(sha256);
	}

}
