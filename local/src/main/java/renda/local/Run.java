package renda.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.springframework.boot.logging.LoggingSystem;

import renda.local.identity.DemoClients;
import renda.local.load.Api;
import renda.local.load.Demonstration;
import renda.local.load.RegulationImport;
import renda.local.load.Tokens;
import renda.local.process.Ports;
import renda.local.process.StartFailed;

/**
 * The launcher behind {@code ./run}.
 */
public final class Run {

	private static final String IMPORTER = "administrator";

	private final Options options;

	private final Console console;

	private Run(Options options, Console console) {
		this.options = options;
		this.console = console;
	}

	/**
	 * Starts the platform and keeps it running until the process is asked to end; exit
	 * code 1 when it cannot start, 2 when the options cannot be carried out.
	 */
	public static void main(String[] arguments) throws InterruptedException {
		LoggingSystem.get(Run.class.getClassLoader()).beforeInitialize();
		Console console = new Console(
				new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
		try {
			Options options = Options.parse(List.of(arguments));
			if (options.help()) {
				console.print(Options.HELP);
				return;
			}
			System.exit(new Run(options, console).run());
		}
		catch (UsageError ex) {
			console.print(ex.getMessage() + "\n");
			System.exit(2);
		}
		catch (StartFailed | IOException ex) {
			console.print("\n" + ex.getMessage() + "\n");
			System.exit(1);
		}
	}

	private int run() throws IOException, InterruptedException {
		if (this.options.importFrom().isPresent()) {
			String elsewhere = System.getenv("RENDA_GATEWAY");
			if (elsewhere != null) {
				return load(this.options.importFrom().get(), new Api(URI.create(elsewhere), tokensFromEnvironment()),
						System.getenv().getOrDefault("RENDA_CLIENT_ID", IMPORTER));
			}
			if (Ports.answers(this.options.port())) {
				return load(this.options.importFrom().get(),
						new Api(URI.create("http://127.0.0.1:" + this.options.port()), demoTokens()), IMPORTER);
			}
		}
		Layout layout = Layout.of(this.options);
		requireFree(layout);
		Path work = this.options.home().resolve(".renda");
		DataFolder data = DataFolder.open(this.options.data(), work);
		Platform platform = new Platform(
				new Platform.Settings(new Applications(this.options.home(), work.resolve("applications")), layout, data,
						work, this.options.address(), this.options.train()),
				this.console);
		CountDownLatch stopped = new CountDownLatch(1);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, stopped), "stop"));
		platform.start();
		if (this.options.demonstration()) {
			this.console.say("正在载入演示数据", "loading the demonstration");
			Demonstration.load().post(platform.api(), this.console);
		}
		if (this.options.importFrom().isPresent()) {
			load(this.options.importFrom().get(), platform.api(), IMPORTER);
		}
		this.console.print(Welcome.text(layout, data));
		stopped.await();
		return 0;
	}

	private int load(Path folder, Api api, String client) throws IOException, InterruptedException {
		this.console.say("正在载入 " + folder, "importing " + folder);
		return new RegulationImport(api, client, this.console).load(folder) ? 0 : 1;
	}

	private Tokens demoTokens() {
		DemoClients clients = DemoClients.load();
		return new Tokens(URI.create("http://127.0.0.1:" + this.options.identityPort() + "/oauth2/token"),
				(id) -> clients.find(id).orElseThrow().secret());
	}

	private static Tokens tokensFromEnvironment() {
		Map<String, String> environment = System.getenv();
		for (String name : List.of("RENDA_TOKEN_URI", "RENDA_CLIENT_ID", "RENDA_CLIENT_SECRET")) {
			if (!environment.containsKey(name)) {
				throw new UsageError("请设置环境变量 " + name, "Set the environment variable " + name);
			}
		}
		return new Tokens(URI.create(environment.get("RENDA_TOKEN_URI")),
				(id) -> environment.get("RENDA_CLIENT_SECRET"));
	}

	private static void requireFree(Layout layout) {
		List<Integer> ports = layout.ports();
		if (new HashSet<>(ports).size() < ports.size()) {
			throw new UsageError("两个程序会使用同一个端口：" + ports, "Two programs would have the same port: " + ports);
		}
		List<Integer> taken = Ports.taken(ports);
		if (!taken.isEmpty()) {
			throw new UsageError("端口 " + taken + " 已被占用；可用 --port、--services-port、--identity-port 换用其他端口",
					"Port " + taken + " is taken; choose others with --port, --services-port, --identity-port");
		}
	}

	private void stop(Platform platform, CountDownLatch stopped) {
		this.console.say("正在停止", "stopping");
		platform.close();
		this.console.say("已停止", "stopped");
		stopped.countDown();
	}

}
