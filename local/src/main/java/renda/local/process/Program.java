package renda.local.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What to run: a command with its environment, where it writes its log, and where it says
 * that it is ready.
 *
 * @param name the name in messages and of the log file
 * @param command the executable and its arguments
 * @param environment variables added to the launcher's own
 * @param log the file that standard output and error are appended to
 * @param readiness answers 200 once the program is ready; null when a program has no such
 * address
 * @param patience how long the program may take to end before it is killed
 * @param stopSignal the signal that asks the program to end: {@code TERM} or {@code INT}
 */
public record Program(String name, List<String> command, Map<String, String> environment, Path log,
		@Nullable URI readiness, Duration patience, String stopSignal) {

	public Program {
		command = List.copyOf(command);
		environment = Map.copyOf(environment);
	}

}
