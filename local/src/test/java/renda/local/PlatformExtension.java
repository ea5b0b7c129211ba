package renda.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import renda.local.load.Tokens;
import renda.local.process.StartFailed;
import renda.local.process.Supervised;

/**
 * The whole platform, started once for all end-to-end tests of a run, from the jars that
 * the other modules were built to, on free ports. Register it in a static field with
 * {@code @RegisterExtension}, or by {@code copies(2)} for two copies of each service.
 */
final class PlatformExtension implements BeforeAllCallback {

	/** More than any restart takes. */
	private static final int MOST_TRIES = 600;

	private static final Namespace NAMESPACE = Namespace.create(PlatformExtension.class);

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(5))
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final JsonMapper json = new JsonMapper();

	private final int copies;

	private @Nullable Running running;

	private record Running(Platform platform, Tokens tokens) implements AutoCloseable {

		@Override
		public void close() {
			this.platform.close();
		}

	}

	PlatformExtension() {
		this(1);
	}

	private PlatformExtension(int copies) {
		this.copies = copies;
	}

	static PlatformExtension copies(int copies) {
		return new PlatformExtension(copies);
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		this.running = context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(this.copies, (copies) -> start(copies), Running.class);
	}

	/** The gateway's address. */
	URI gateway() {
		return platform().gateway();
	}

	/** The address of a service's first copy, for requests that pass by the gateway. */
	URI service(String name) {
		return platform().instance(name).api();
	}

	/** The management address of a process. */
	URI management(String name) {
		return URI.create("http://127.0.0.1:" + platform().instance(name).managementPort());
	}

	/**
	 * A token of the demonstration client: {@code deputy-office}, {@code station@410105},
	 * {@code organ/water-bureau}.
	 */
	String token(String client) {
		try {
			return running().tokens().of(client);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** A request to the gateway as the client; without a token when it is empty. */
	HttpRequest.Builder request(String path, String client) {
		HttpRequest.Builder request = HttpRequest.newBuilder(gateway().resolve(path)).timeout(Duration.ofSeconds(30));
		return client.isEmpty() ? request : request.header("Authorization", "Bearer " + token(client));
	}

	HttpResponse<String> get(String path, String client) throws IOException, InterruptedException {
		return send(request(path, client));
	}

	HttpResponse<String> post(String path, String client, String contentType, String body)
			throws IOException, InterruptedException {
		return send(request(path, client).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
	}

	/**
	 * Posts as a careful client does: with a key, and again with the same key until
	 * something final is answered.
	 * @param version the version for {@code If-Match}; 0 for none
	 */
	HttpResponse<String> persist(String key, String path, String client, String body, long version)
			throws InterruptedException {
		for (int i = 0; i < MOST_TRIES; i++) {
			try {
				HttpRequest.Builder request = request(path, client).header("Content-Type", "application/json")
					.header("Idempotency-Key", key)
					.POST(BodyPublishers.ofString(body));
				if (version > 0) {
					request.header("If-Match", "\"" + version + "\"");
				}
				HttpResponse<String> response = send(request);
				if (response.statusCode() < 300) {
					return response;
				}
				if (response.statusCode() < 500 && response.statusCode() != 429) {
					throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
				}
			}
			catch (IOException ex) {
				// the connection broke: the answer is not known, so ask again with the
				// same key
			}
			TimeUnit.MILLISECONDS.sleep(100);
		}
		throw new AssertionError(path + " was not answered");
	}

	HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	JsonNode json(HttpResponse<String> response) {
		return this.json.readTree(response.body());
	}

	/**
	 * The process: {@code gateway}, {@code legislation}, {@code legislation-2},
	 * {@code postgres}.
	 */
	Supervised process(String name) {
		return platform().process(name);
	}

	/** Kills the process as {@code kill -9} does. It comes back by itself. */
	void kill(String name) {
		process(name).kill();
	}

	/** Waits until the process is ready, after a kill or a restart. */
	void awaitReady(String name) throws InterruptedException {
		process(name).awaitReady(Duration.ofSeconds(120));
	}

	Platform platform() {
		return running().platform();
	}

	private Running running() {
		if (this.running == null) {
			throw new IllegalStateException("the platform is not started");
		}
		return this.running;
	}

	private static Running start(int copies) {
		Path home = Path.of("..");
		Path work = home.resolve(".renda");
		Applications applications = new Applications(home, work.resolve("applications"));
		requireBuilt(applications);
		try {
			Platform platform = new Platform(new Platform.Settings(applications, Layout.onFreePorts(copies),
					DataFolder.open(Optional.empty(), Path.of("target", "end-to-end")), work, "127.0.0.1", false),
					(zh, en) -> {
					});
			try {
				platform.start();
			}
			catch (IOException | InterruptedException | RuntimeException ex) {
				platform.close();
				throw ex;
			}
			return new Running(platform, platform.tokens());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	// `mvn -pl local test` alone has no jars; in a whole build they are there, and in CI
	// their absence is a failure
	private static void requireBuilt(Applications applications) {
		try {
			Layout.onFreePorts(1).instances().forEach((instance) -> applications.jar(instance.module()));
		}
		catch (StartFailed ex) {
			Assumptions.assumeTrue(System.getenv("CI") != null, ex.getMessage());
			throw ex;
		}
	}

}
