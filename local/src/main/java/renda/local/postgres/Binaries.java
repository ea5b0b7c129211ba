package renda.local.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once for each version from the archive on the class
 * path.
 */
final class Binaries {

	private static final int EXECUTABLE = 0100;

	private Binaries() {
	}

	/**
	 * Unpacks into a folder below the given one, unless that was done before.
	 * @return the folder that holds {@code bin}
	 */
	static Path unpackInto(Path cache) throws IOException {
		byte[] archive = archive();
		CRC32 checksum = new CRC32();
		checksum.update(archive);
		Path home = cache.resolve("postgres-" + Long.toHexString(checksum.getValue()));
		if (Files.isDirectory(home)) {
			return home;
		}
		Files.createDirectories(cache);
		Path partial = Files.createTempDirectory(cache, "unpacking-");
		Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
		unpack(archive, partial);
		try {
			Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileAlreadyExistsException | DirectoryNotEmptyException ex) {
			Folders.delete(partial);
		}
		return home;
	}

	private static byte[] archive() throws IOException {
		String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		String system = name.contains("mac") ? "Darwin" : "Linux";
		String architecture = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
		try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture)) {
			return in.readAllBytes();
		}
		catch (IllegalStateException ex) {
			throw new IOException(
					"没有适用于 %s/%s 的 PostgreSQL · no PostgreSQL for %1$s/%2$s".formatted(system, architecture), ex);
		}
	}

	private static void unpack(byte[] archive, Path target) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path file = target.resolve(entry.getName()).normalize();
				if (!file.startsWith(target)) {
					throw new IOException("entry outside the archive: " + entry.getName());
				}
				if (entry.isDirectory()) {
					Files.createDirectories(file);
					continue;
				}
				if (file.getParent() != null) {
					Files.createDirectories(file.getParent());
				}
				if (entry.isSymbolicLink() || entry.isLink()) {
					Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
				}
				else {
					Files.copy(tar, file);
					if ((entry.getMode() & EXECUTABLE) != 0) {
						Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
					}
				}
			}
		}
	}

}
