package renda.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import renda.local.identity.DemoClients;
import renda.local.identity.IdentityProvider;
import renda.local.identity.IdentitySettings;
import renda.local.load.Api;
import renda.local.load.Tokens;
import renda.local.postgres.Database;
import renda.local.postgres.EmbeddedDatabases;
import renda.local.postgres.PostgresSettings;
import renda.local.process.Ports;
import renda.local.process.Program;
import renda.local.process.Progress;
import renda.local.process.StartFailed;
import renda.local.process.Supervised;

/**
 * The whole platform on this machine: database server, identity provider, services and
 * gateway, each started when what it needs is there, and stopped in the opposite order.
 */
final class Platform implements AutoCloseable {

	private static final Duration START = Duration.ofSeconds(240);

	private static final Duration STOP = Duration.ofSeconds(35);

	// the start-up cache is written when the process ends
	private static final Duration STOP_AND_TRAIN = Duration.ofMinutes(5);

	// a thread of a common pool would not see the classes inside the launcher's jar
	private static final Executor IN_A_THREAD = (task) -> Thread.ofPlatform().daemon().start(task);

	private final Settings settings;

	private final Progress progress;

	private final Deque<AutoCloseable> opened = new ArrayDeque<>();

	private final Map<String, Supervised> applications = new LinkedHashMap<>();

	private @Nullable EmbeddedDatabases databases;

	private @Nullable IdentityProvider identity;

	private boolean closed;

	/**
	 * What to start.
	 *
	 * @param applications the built applications
	 * @param layout where everything listens
	 * @param data the folder of this platform
	 * @param cache shared by all platforms on the machine
	 * @param address the address that the gateway listens on
	 * @param train whether start-up caches are written at the end
	 */
	record Settings(Applications applications, Layout layout, DataFolder data, Path cache, String address,
			boolean train) {
	}

	Platform(Settings settings, Progress progress) {
		this.settings = settings;
		this.progress = progress;
		this.opened.push(settings.data());
	}

	/**
	 * Starts everything and waits until everything is ready.
	 * @throws StartFailed when something does not come up
	 */
	void start() throws IOException, InterruptedException {
		CompletableFuture<Void> identity = CompletableFuture.runAsync(this::startIdentity, IN_A_THREAD);
		startDatabases();
		join(identity);
		for (Layout.Instance instance : this.settings.layout().instances()) {
			startApplication(instance);
		}
		for (Supervised application : List.copyOf(this.applications.values())) {
			application.awaitReady(START);
			this.progress.say(application.name() + " 就绪", application.name() + " is ready");
		}
	}

	/**
	 * The public API with the demonstration's clients.
	 */
	Api api() {
		return new Api(gateway(), tokens());
	}

	Tokens tokens() {
		DemoClients clients = DemoClients.load();
		return new Tokens(URI.create(identity().settings().tokenUri()),
				(id) -> clients.find(id).orElseThrow().secret());
	}

	URI gateway() {
		return this.settings.layout().gateway().api();
	}

	/**
	 * The process of that name: {@code gateway}, {@code legislation},
	 * {@code legislation-2}, {@code postgres}.
	 */
	Supervised process(String name) {
		Supervised process = name.equals("postgres") ? databases().server() : this.applications.get(name);
		return Objects.requireNonNull(process, name);
	}

	/**
	 * The place of the process of that name.
	 */
	Layout.Instance instance(String name) {
		return this.settings.layout()
			.instances()
			.stream()
			.filter((instance) -> instance.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	EmbeddedDatabases databases() {
		return Objects.requireNonNull(this.databases);
	}

	IdentityProvider identity() {
		return Objects.requireNonNull(this.identity);
	}

	/**
	 * Stops everything: the gateway, the services, the identity provider, and the
	 * database server last.
	 */
	@Override
	public void close() {
		List<AutoCloseable> closing;
		synchronized (this) {
			this.closed = true;
			closing = new ArrayList<>(this.opened);
			this.opened.clear();
		}
		List<Supervised> services = new ArrayList<>();
		for (AutoCloseable one : closing) {
			if (one instanceof Supervised application && !application.name().equals(Layout.GATEWAY)) {
				application.stop();
				services.add(application);
			}
			else {
				services.forEach(Supervised::close);
				services.clear();
				close(one);
			}
		}
	}

	private void startDatabases() throws IOException, InterruptedException {
		DataFolder data = this.settings.data();
		PostgresSettings postgres = new PostgresSettings(data.folder("databases"), this.settings.cache(),
				data.folder("logs").resolve("postgres.log"), Ports.free(), data.kept());
		this.databases = opened(EmbeddedDatabases.start(postgres, Layout.SERVICES, this::report));
		this.progress.say("PostgreSQL 已启动（端口 %d）".formatted(postgres.port()), "PostgreSQL is up");
	}

	private void startIdentity() {
		try {
			DataFolder data = this.settings.data();
			IdentitySettings identity = new IdentitySettings(this.settings.layout().identityPort(),
					data.folder("identity").resolve("signing-key.json"), data.folder("logs").resolve("identity.log"));
			this.identity = opened(IdentityProvider.start(identity));
			this.progress.say("开发用身份服务已启动", "the development identity provider is up");
		}
		catch (IOException ex) {
			throw new CompletionException(ex);
		}
	}

	private void startApplication(Layout.Instance instance) throws IOException {
		Path log = this.settings.data().folder("logs").resolve(instance.name() + ".log");
		Program program = new Program(instance.name(),
				this.settings.applications().command(instance.module(), this.settings.train()), environment(instance),
				log, instance.readiness(), this.settings.train() ? STOP_AND_TRAIN : STOP, "TERM");
		this.applications.put(instance.name(), opened(Supervised.start(program, this::report)));
		this.progress.say("正在启动 " + instance.name(), "starting " + instance.name());
	}

	private Map<String, String> environment(Layout.Instance instance) throws IOException {
		IdentitySettings identity = identity().settings();
		Map<String, String> environment = new HashMap<>();
		environment.put("SERVER_PORT", Integer.toString(instance.port()));
		environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(instance.managementPort()));
		environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
		environment.put("SERVER_ADDRESS", "127.0.0.1");
		environment.put("RENDA_SECURITY_ISSUER", identity.issuer());
		environment.put("RENDA_SECURITY_JWK_SET_URI", identity.jwkSetUri());
		this.settings.layout()
			.addresses()
			.forEach((service, address) -> environment.put("RENDA_SERVICES_" + service.toUpperCase(Locale.ROOT),
					address));
		if (instance.part().equals(Layout.GATEWAY)) {
			environment.put("SERVER_ADDRESS", this.settings.address());
			return environment;
		}
		Database database = databases().database(instance.part());
		environment.put("SPRING_R2DBC_URL", database.r2dbcUrl());
		environment.put("SPRING_R2DBC_USERNAME", database.name());
		environment.put("SPRING_R2DBC_PASSWORD", database.password());
		environment.put("SPRING_FLYWAY_URL", database.jdbcUrl());
		environment.put("SPRING_FLYWAY_USER", database.name());
		environment.put("SPRING_FLYWAY_PASSWORD", database.password());
		// receivers under development are on this machine
		environment.put("RENDA_WEBHOOKS_ALLOW_PRIVATE", "true");
		environment.put("RENDA_FILES_FOLDER", this.settings.data().folder("files/" + instance.part()).toString());
		String client = "service." + instance.part();
		environment.put("RENDA_SECURITY_CLIENT_ID", client);
		environment.put("RENDA_SECURITY_CLIENT_SECRET", DemoClients.load().find(client).orElseThrow().secret());
		environment.put("RENDA_SECURITY_TOKEN_URI", identity.tokenUri());
		environment.put("RENDA_SECURITY_ENCRYPTION_KEY", this.settings.data().key("encryption.key"));
		return environment;
	}

	private void report(Supervised.Exit exit) {
		this.progress.say("%s 意外退出（%d），%.1f 秒后重新启动".formatted(exit.name(), exit.code(), exit.delay().toMillis() / 1e3),
				"%s ended (%d) and is started again".formatted(exit.name(), exit.code()));
	}

	private synchronized <T extends AutoCloseable> T opened(T one) {
		if (this.closed) {
			close(one);
			throw new StartFailed("已停止 · stopped");
		}
		this.opened.push(one);
		return one;
	}

	private static void join(CompletableFuture<Void> future) {
		try {
			future.join();
		}
		catch (CompletionException ex) {
			throw new StartFailed("身份服务未能启动 · the identity provider did not start: " + ex.getCause(), ex);
		}
	}

	private static void close(AutoCloseable one) {
		try {
			one.close();
		}
		catch (Exception ex) {
			System.err.println(ex.getMessage());
		}
	}

}
