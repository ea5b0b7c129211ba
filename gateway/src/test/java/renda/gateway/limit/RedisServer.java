package renda.gateway.limit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

import static org.awaitility.Awaitility.await;

/**
 * A real Redis server on a port of its own, that keeps nothing.
 */
final class RedisServer implements AutoCloseable {

	private static final String PROGRAM = "redis-server";

	private final int port = freePort();

	private Process process = launch();

	/** Whether the program is on the PATH. */
	static boolean isInstalled() {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((folder) -> new File(folder, PROGRAM).canExecute());
	}

	int port() {
		return this.port;
	}

	void down() {
		this.process.destroy();
		await().atMost(Duration.ofSeconds(10)).until(() -> !this.process.isAlive());
	}

	void up() {
		this.process = launch();
	}

	@Override
	public void close() {
		down();
	}

	private Process launch() {
		try {
			Process started = new ProcessBuilder(PROGRAM, "--port", String.valueOf(this.port), "--bind", "127.0.0.1",
					"--save", "", "--appendonly", "no", "--maxmemory", "16mb")
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			await().atMost(Duration.ofSeconds(20)).until(this::answers);
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean answers() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
