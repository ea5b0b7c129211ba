package renda.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a server that did not end in order has left in its data folder.
 */
final class Postmaster {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private Postmaster() {
	}

	/**
	 * Ends a server that still runs on the folder, and removes the pid file of one that
	 * does not. Without the second, a server whose old pid now belongs to another process
	 * would refuse to start.
	 */
	static void clear(Path data) throws IOException {
		Path file = data.resolve("postmaster.pid");
		if (!Files.exists(file)) {
			return;
		}
		List<String> lines = Files.readAllLines(file);
		Optional<ProcessHandle> running = lines.isEmpty() ? Optional.empty() : handle(lines.getFirst().strip());
		if (running.isPresent() && isPostgres(running.get())) {
			end(running.get());
		}
		Files.deleteIfExists(file);
	}

	private static Optional<ProcessHandle> handle(String pid) {
		try {
			return ProcessHandle.of(Long.parseLong(pid));
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private static boolean isPostgres(ProcessHandle handle) {
		return handle.isAlive()
				&& handle.info().command().filter((command) -> command.contains("postgres")).isPresent();
	}

	private static void end(ProcessHandle handle) {
		try {
			new ProcessBuilder("/bin/kill", "-INT", Long.toString(handle.pid())).start().waitFor();
			handle.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (IOException | ExecutionException | TimeoutException ex) {
			handle.destroyForcibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
