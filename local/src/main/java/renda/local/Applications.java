package renda.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import renda.local.postgres.Folders;
import renda.local.process.StartFailed;

/**
 * The built applications, extracted from their jars: that starts faster, and a running
 * platform does not mind when its jars are built anew.
 */
final class Applications {

	private static final Duration UNUSED = Duration.ofDays(1);

	private final Path home;

	private final Path cache;

	private final Map<String, Path> extracted = new ConcurrentHashMap<>();

	/**
	 * @param home the project's folder
	 * @param cache where applications are extracted to
	 */
	Applications(Path home, Path cache) {
		this.home = home.toAbsolutePath().normalize();
		this.cache = cache.toAbsolutePath().normalize();
	}

	/**
	 * The command that runs the module's application, without its own options.
	 * @param train whether a start-up cache is written when it ends
	 */
	List<String> command(String module, boolean train) {
		Path jar = this.extracted.computeIfAbsent(module, this::extract);
		List<String> command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-Xmx256m",
				"-XX:+ExitOnOutOfMemoryError", "-Dreactor.netty.ioWorkerCount=2"));
		Path startupCache = jar.resolveSibling("app.aot");
		if (Files.exists(startupCache)) {
			command.add("-XX:AOTCache=" + startupCache);
		}
		else if (train) {
			command.add("-XX:AOTCacheOutput=" + startupCache);
		}
		command.addAll(List.of("-jar", jar.toString()));
		return command;
	}

	/**
	 * The jar that the module was built to.
	 * @throws StartFailed when it is not built
	 */
	Path jar(String module) {
		Path target = this.home.resolve(module).resolve("target");
		try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
			return files.filter((file) -> isApplication(file.getFileName().toString(), module))
				.findFirst()
				.orElseThrow(
						() -> new StartFailed("%s 尚未构建：mvn -DskipTests package · %1$s is not built".formatted(module)));
		}
		catch (IOException ex) {
			throw new StartFailed("无法读取 · cannot read " + target, ex);
		}
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private Path extract(String module) {
		Path jar = jar(module);
		try {
			Path folder = this.cache
				.resolve("%s-%x-%x".formatted(module, Files.size(jar), Files.getLastModifiedTime(jar).toMillis()));
			Path application = folder.resolve(jar.getFileName().toString());
			if (!Files.exists(application)) {
				removeUnused(module);
				Files.createDirectories(this.cache);
				Path partial = Files.createTempDirectory(this.cache, "extracting-");
				run(List.of(java(), "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar", jar.toString(), "extract",
						"--force", "--destination", partial.toString()));
				moveUnlessThere(partial, folder);
			}
			Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
			return application;
		}
		catch (IOException ex) {
			throw new StartFailed("无法展开，请重新构建 · cannot be extracted, build it again: " + jar + "\n" + ex.getMessage(),
					ex);
		}
	}

	private static void moveUnlessThere(Path partial, Path folder) throws IOException {
		try {
			Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileSystemException ex) {
			if (!Files.isDirectory(folder)) {
				throw ex;
			}
			Folders.delete(partial);
		}
	}

	private void removeUnused(String module) throws IOException {
		if (!Files.isDirectory(this.cache)) {
			return;
		}
		List<Path> old;
		Instant before = Instant.now().minus(UNUSED);
		try (Stream<Path> folders = Files.list(this.cache)) {
			old = folders.filter((folder) -> folder.getFileName().toString().startsWith(module + "-")).toList();
		}
		for (Path folder : old) {
			if (Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
				Folders.delete(folder);
			}
		}
	}

	private static void run(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			if (process.waitFor() != 0) {
				throw new IOException(output);
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private static boolean isApplication(String file, String module) {
		return file.startsWith(module + "-") && file.endsWith(".jar") && !file.contains("-tests")
				&& !file.contains("-sources");
	}

}
