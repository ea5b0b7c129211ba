package renda.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class SupervisedTest {

	@TempDir
	Path folder;

	private final BlockingQueue<Supervised.Exit> exits = new LinkedBlockingQueue<>();

	@Test
	void startsAKilledProgramAgain() throws Exception {
		try (Supervised program = start("while :; do sleep 1; done")) {
			program.awaitReady(Duration.ofSeconds(20));
			long first = program.pid();
			program.kill();
			assertThat(this.exits.poll(20, TimeUnit.SECONDS)).extracting(Supervised.Exit::code).isEqualTo(137);
			await().until(() -> program.pid() > 0 && program.pid() != first);
			assertThat(program.starts()).isEqualTo(2);
		}
	}

	@Test
	void endsTheProgramWhenClosed() throws Exception {
		Supervised program = start("while :; do sleep 1; done");
		program.awaitReady(Duration.ofSeconds(20));
		ProcessHandle handle = ProcessHandle.of(program.pid()).orElseThrow();
		program.close();
		assertThat(handle.isAlive()).isFalse();
		assertThat(this.exits).isEmpty();
	}

	@Test
	void givesUpOnAProgramThatNeverStartsAndShowsItsLog() {
		try (Supervised program = start("echo no such database; exit 3")) {
			assertThatExceptionOfType(StartFailed.class).isThrownBy(() -> awaitReadinessThatNeverComes(program))
				.withMessageContaining("keeps ending")
				.withMessageContaining("no such database");
		}
	}

	@Test
	void endsTheProgramWhenTheLauncherIsKilled() throws Exception {
		Path pid = this.folder.resolve("pid");
		Process launcher = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Launcher.class.getName(), this.folder.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("launcher.log").toFile())
			.start();
		await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(pid) && Files.size(pid) > 0);
		ProcessHandle program = ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
		launcher.destroyForcibly().waitFor();
		await().atMost(Duration.ofSeconds(10)).until(() -> !program.isAlive() || isZombie(program));
	}

	private Supervised start(String script) {
		return Supervised.start(new Program("sample", List.of("/bin/sh", "-c", script), Map.of(),
				this.folder.resolve("sample.log"), null, Duration.ofSeconds(20), "TERM"), this.exits::add);
	}

	private static void awaitReadinessThatNeverComes(Supervised program) throws InterruptedException {
		await().until(() -> program.starts() >= 4);
		await().until(() -> program.pid() == -1);
		program.awaitReady(Duration.ofSeconds(20));
	}

	// in a container without an init process nobody collects an orphan that has ended
	private static boolean isZombie(ProcessHandle handle) throws IOException {
		Path stat = Path.of("/proc/" + handle.pid() + "/stat");
		return Files.exists(stat) && Files.readString(stat).contains(") Z ");
	}

	/**
	 * A launcher of its own process, to be killed.
	 */
	static final class Launcher {

		private Launcher() {
		}

		public static void main(String[] arguments) throws Exception {
			Path folder = Path.of(arguments[0]);
			Supervised program = Supervised.start(new Program("sample", List.of("/bin/sh", "-c", "exec sleep 300"),
					Map.of(), folder.resolve("sample.log"), null, Duration.ofSeconds(20), "TERM"), (exit) -> {
					});
			program.awaitReady(Duration.ofSeconds(20));
			// the guard is started right after the program
			await().until(() -> ProcessHandle.current().children().count() >= 2);
			Files.writeString(folder.resolve("pid"), Long.toString(program.pid()));
			Thread.currentThread().join();
		}

	}

}
