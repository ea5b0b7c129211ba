package renda.local.process;

import java.io.File;
import java.io.IOException;
import java.util.List;

/**
 * Ends a program when the launcher is gone, even when the launcher was killed: a shell
 * that waits on a pipe from the launcher and signals the program when the pipe closes.
 */
final class Guard implements AutoCloseable {

	private static final String SCRIPT = """
			trap '' INT HUP TERM QUIT
			while read -r _; do :; done
			kill -"$1" "$0" 2>/dev/null
			""";

	private final Process shell;

	private Guard(Process shell) {
		this.shell = shell;
	}

	static Guard of(long pid, String signal) throws IOException {
		File nowhere = new File("/dev/null");
		return new Guard(
				new ProcessBuilder(List.of("/bin/sh", "-c", SCRIPT, Long.toString(pid), signal)).redirectOutput(nowhere)
					.redirectError(nowhere)
					.start());
	}

	@Override
	public void close() {
		this.shell.destroyForcibly();
	}

}
