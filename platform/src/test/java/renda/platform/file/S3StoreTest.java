package renda.platform.file;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import renda.platform.security.Sha256;
import renda.platform.web.Refusal;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The S3 store against s3rver, a server from npm that reads signatures of version 4,
 * their form, key, region and time, but does not compute them: {@link FileTest} does, on
 * Amazon's own example. Runs where {@code s3rver} is on the PATH; needs no network.
 */
class S3StoreTest {

	private static final String PROGRAM = "s3rver";

	@TempDir
	static Path folder;

	private static Process server;

	private static int port;

	@BeforeAll
	static void start() throws Exception {
		Assumptions.assumeTrue(
				Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
					.anyMatch((place) -> new File(place, PROGRAM).canExecute()),
				"s3rver is not on the PATH (npm install s3rver): the S3 store is not tested against a server");
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		server = new ProcessBuilder(PROGRAM, "--directory", folder.resolve("objects").toString(), "--address",
				"127.0.0.1", "--port", String.valueOf(port), "--silent", "--no-vhost-buckets", "--configure-bucket",
				"renda")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		await().atMost(Duration.ofSeconds(30)).until(S3StoreTest::answers);
	}

	@AfterAll
	static void stop() throws InterruptedException {
		if (server != null) {
			server.destroy();
			if (!server.waitFor(5, TimeUnit.SECONDS)) {
				server.destroyForcibly().waitFor();
			}
		}
	}

	@Test
	void givesBackWhatWasPut() throws Exception {
		byte[] content = "附件的内容".getBytes(StandardCharsets.UTF_8);
		String name = put(store("S3RVER", "renda"), content);
		assertThat(read(store("S3RVER", "renda"), name, 0, content.length)).isEqualTo(content);
	}

	@Test
	void givesBackAPartOfAFileThatIsLargerThanAnyBuffer() throws Exception {
		byte[] content = new byte[5 * 1024 * 1024 + 7];
		new Random(1).nextBytes(content);
		FileStore store = store("S3RVER", "renda");
		String name = put(store, content);
		assertThat(read(store, name, 0, content.length)).isEqualTo(content);
		assertThat(read(store, name, 4_000_000, 1_000_000))
			.isEqualTo(Arrays.copyOfRange(content, 4_000_000, 5_000_000));
		assertThat(read(store, name, content.length - 1L, 1)).containsExactly(content[content.length - 1]);
	}

	@Test
	void puttingTheSameBytesTwiceChangesNothing() throws Exception {
		byte[] content = "twice".getBytes(StandardCharsets.UTF_8);
		FileStore store = store("S3RVER", "renda");
		assertThat(put(store, content)).isEqualTo(put(store, content));
		assertThat(read(store, Sha256.hex(content), 0, content.length)).isEqualTo(content);
	}

	@Test
	void anUnknownKeyOrBucketAndAServerThatIsAwayAreAStoreThatIsAway() throws Exception {
		byte[] content = "refused".getBytes(StandardCharsets.UTF_8);
		isAway(() -> put(store("nobody", "renda"), content));
		isAway(() -> put(store("S3RVER", "nowhere"), content));
		isAway(() -> read(store("S3RVER", "renda"), Sha256.hex("never put".getBytes(StandardCharsets.UTF_8)), 0, 1));
		isAway(() -> put(new S3Store(settings("http://127.0.0.1:1", "S3RVER", "renda"), Clock.systemUTC()), content));
	}

	private static void isAway(ThrowableAssert.ThrowingCallable use) {
		assertThatThrownBy(use).isInstanceOfSatisfying(Refusal.class,
				(refusal) -> assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
	}

	private static String put(FileStore store, byte[] content) throws Exception {
		Path file = Files.write(Files.createTempFile(folder, "upload", ""), content);
		String name = Sha256.hex(content);
		store.put(name, file).block(Duration.ofSeconds(20));
		return name;
	}

	private static byte[] read(FileStore store, String name, long from, long length) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		DataBufferUtils.write(store.read(name, from, length), out)
			.map((buffer) -> DataBufferUtils.release(buffer))
			.blockLast(Duration.ofSeconds(20));
		return out.toByteArray();
	}

	private static FileStore store(String key, String bucket) {
		return new S3Store(settings("http://127.0.0.1:" + port, key, bucket), Clock.systemUTC());
	}

	private static FileSettings.S3 settings(String endpoint, String key, String bucket) {
		return new FileSettings.S3(endpoint, "us-east-1", bucket, key, "S3RVER");
	}

	private static boolean answers() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected() && Objects.requireNonNull(server).isAlive();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
