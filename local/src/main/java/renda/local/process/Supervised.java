package renda.local.process;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A program that is kept running: when it ends by itself it is started again, with a
 * growing delay, until {@link #close()}.
 */
public final class Supervised implements AutoCloseable {

	private static final int HOPELESS = 4;

	private final Program program;

	private final Consumer<Exit> onExit;

	private final Thread keeper;

	private volatile boolean closing;

	private volatile @Nullable Process process;

	private volatile boolean wasReady;

	private volatile int starts;

	/**
	 * An end that was not asked for.
	 *
	 * @param name the program
	 * @param code its exit code; 128 and more is a signal
	 * @param delay the time until it is started again
	 */
	public record Exit(String name, int code, Duration delay) {
	}

	private Supervised(Program program, Consumer<Exit> onExit) {
		this.program = program;
		this.onExit = onExit;
		this.keeper = Thread.ofPlatform().name("keep-" + program.name()).daemon().unstarted(this::keep);
	}

	/**
	 * Starts the program in the background.
	 * @param onExit told of every end that was not asked for
	 */
	public static Supervised start(Program program, Consumer<Exit> onExit) {
		Supervised supervised = new Supervised(program, onExit);
		supervised.keeper.start();
		return supervised;
	}

	/**
	 * Waits until the program says that it is ready.
	 * @throws StartFailed when it does not within the time, or ends again and again
	 * before it ever was
	 */
	public void awaitReady(Duration longest) throws InterruptedException {
		Instant end = Instant.now().plus(longest);
		while (!ready()) {
			if (!this.wasReady && this.starts >= HOPELESS) {
				throw new StartFailed(
						"%s 反复退出，无法启动 · %1$s keeps ending and cannot start%n%s".formatted(name(), logEnd()));
			}
			if (Instant.now().isAfter(end)) {
				throw new StartFailed("%s 未在 %d 秒内就绪 · %1$s was not ready within %2$d s%n%s".formatted(name(),
						longest.toSeconds(), logEnd()));
			}
			Thread.sleep(200);
		}
		this.wasReady = true;
	}

	/**
	 * Whether the program runs and, where it has a readiness address, that answers 200.
	 */
	public boolean ready() throws InterruptedException {
		Process current = this.process;
		if (current == null || !current.isAlive()) {
			return false;
		}
		return this.program.readiness() == null || Readiness.ready(this.program.readiness());
	}

	public String name() {
		return this.program.name();
	}

	/**
	 * The process id of the running program, or -1 between two starts.
	 */
	public long pid() {
		Process current = this.process;
		return (current != null && current.isAlive()) ? current.pid() : -1;
	}

	/**
	 * How often the program has been started.
	 */
	public int starts() {
		return this.starts;
	}

	/**
	 * Ends the program at once, as {@code kill -9} does; it is then started again like
	 * after any other end.
	 */
	public void kill() {
		Process current = this.process;
		if (current != null) {
			current.destroyForcibly();
		}
	}

	/**
	 * Asks the program to end and does not wait.
	 */
	public void stop() {
		this.closing = true;
		this.keeper.interrupt();
		Process current = this.process;
		if (current != null && current.isAlive()) {
			signal(current.pid());
		}
	}

	/**
	 * Asks the program to end and waits until it has; one that will not is killed.
	 */
	@Override
	public void close() {
		stop();
		Process current = this.process;
		try {
			if (current != null && !current.waitFor(this.program.patience().toSeconds(), TimeUnit.SECONDS)) {
				current.destroyForcibly().waitFor();
			}
			this.keeper.join(Duration.ofSeconds(5));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void keep() {
		Backoff backoff = new Backoff();
		while (!this.closing) {
			Instant started = Instant.now();
			int code = runOnce();
			if (this.closing) {
				return;
			}
			Duration delay = backoff.after(Duration.between(started, Instant.now()));
			this.onExit.accept(new Exit(name(), code, delay));
			try {
				Thread.sleep(delay);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private int runOnce() {
		this.starts++;
		try {
			Process started = launch();
			try (Guard _ = Guard.of(started.pid(), this.program.stopSignal())) {
				this.process = started;
				if (this.closing) {
					signal(started.pid());
				}
				return waitFor(started);
			}
		}
		catch (IOException ex) {
			return 127;
		}
	}

	private Process launch() throws IOException {
		List<String> command = new ArrayList<>();
		// its own session: Ctrl-C in the terminal reaches only the launcher, which ends
		// the programs in order
		if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
			command.add("/usr/bin/setsid");
		}
		command.addAll(this.program.command());
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectInput(new File("/dev/null"))
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.program.log().toFile()));
		builder.environment().putAll(this.program.environment());
		return builder.start();
	}

	private int waitFor(Process started) {
		for (;;) {
			try {
				return started.waitFor();
			}
			catch (InterruptedException ex) {
				// stop() interrupts the delay between two starts; here the end of the
				// program is awaited
				if (this.closing && !started.isAlive()) {
					return started.exitValue();
				}
			}
		}
	}

	private void signal(long pid) {
		try {
			new ProcessBuilder("/bin/kill", "-" + this.program.stopSignal(), Long.toString(pid)).start().waitFor();
		}
		catch (IOException ex) {
			ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String logEnd() {
		try (RandomAccessFile file = new RandomAccessFile(this.program.log().toFile(), "r")) {
			file.seek(Math.max(0, file.length() - 3000));
			byte[] bytes = new byte[3000];
			int length = Math.max(0, file.read(bytes));
			return new String(bytes, 0, length, StandardCharsets.UTF_8) + "\n→ " + this.program.log();
		}
		catch (IOException ex) {
			return "→ " + this.program.log();
		}
	}

}
