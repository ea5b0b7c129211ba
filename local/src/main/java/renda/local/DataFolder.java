package renda.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import renda.local.postgres.Folders;

/**
 * The folder of one running platform, held by a lock that ends with the process.
 */
final class DataFolder implements AutoCloseable {

	private final Path path;

	private final boolean kept;

	private final FileChannel lock;

	private DataFolder(Path path, boolean kept, FileChannel lock) {
		this.path = path;
		this.kept = kept;
		this.lock = lock;
	}

	/**
	 * The folder to keep, or a fresh one below {@code work} that is removed at the end.
	 */
	static DataFolder open(Optional<Path> keep, Path work) throws IOException {
		removeLeftovers(work);
		if (keep.isPresent()) {
			Path path = keep.get().toAbsolutePath().normalize();
			FileChannel lock = lock(path);
			if (lock == null) {
				throw new UsageError("另一个平台正在使用 " + path, "Another platform is using " + path);
			}
			return new DataFolder(path, true, lock);
		}
		Path path = work.toAbsolutePath()
			.normalize()
			.resolve("run-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()));
		FileChannel lock = lock(path);
		if (lock == null) {
			throw new IOException("cannot lock " + path);
		}
		return new DataFolder(path, false, lock);
	}

	Path path() {
		return this.path;
	}

	boolean kept() {
		return this.kept;
	}

	/**
	 * A folder inside, made when it is not there.
	 */
	Path folder(String name) throws IOException {
		return Files.createDirectories(this.path.resolve(name));
	}

	/**
	 * 32 random bytes in base64, made once and kept in a file that only this user reads.
	 */
	String key(String name) throws IOException {
		Path file = this.path.resolve(name);
		if (!Files.exists(file)) {
			byte[] bytes = new byte[32];
			new SecureRandom().nextBytes(bytes);
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
		}
		return Files.readString(file).strip();
	}

	@Override
	public void close() throws IOException {
		this.lock.close();
		if (!this.kept) {
			Folders.delete(this.path);
		}
	}

	private static @Nullable FileChannel lock(Path path) throws IOException {
		Files.createDirectories(path);
		FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		try {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return channel;
			}
		}
		catch (OverlappingFileLockException ex) {
			// this process holds it
		}
		channel.close();
		return null;
	}

	// what a killed run could not remove itself
	private static void removeLeftovers(Path work) throws IOException {
		if (!Files.isDirectory(work)) {
			return;
		}
		try (Stream<Path> folders = Files.list(work)) {
			for (Path folder : folders.filter((path) -> path.getFileName().toString().startsWith("run-")).toList()) {
				FileChannel lock = lock(folder);
				if (lock != null) {
					lock.close();
					Folders.delete(folder);
				}
			}
		}
	}

}
