package renda.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be typed after {@code ./run}.
 *
 * @param home the project's folder
 * @param data the folder that keeps the data; empty for data that is thrown away at the
 * end
 * @param importFrom the folder of regulation texts to load
 * @param demonstration whether the demonstration is loaded
 * @param train whether start-up caches are written at the end
 * @param help whether only the help is printed
 * @param address the address that the gateway listens on
 * @param port the gateway's port; its management port is ten higher
 * @param servicesPort the port of the first service
 * @param identityPort the port of the identity provider
 * @param copies how many copies of each service run
 */
record Options(Path home, Optional<Path> data, Optional<Path> importFrom, boolean demonstration, boolean train,
		boolean help, String address, int port, int servicesPort, int identityPort, int copies) {

	static final String HELP = """
			用法 Usage: ./run [选项 options]

			启动整个平台；按 Ctrl-C 停止。 Starts the whole platform; Ctrl-C stops it.

			  --data DIR           数据保存在 DIR，下次继续使用     keep the data in DIR (default: thrown away)
			  --empty              不载入演示数据                   start without the demonstration
			  --import DIR         载入 DIR 中的法规文本；平台已在运行时只载入
			                       load the regulation texts of DIR; only that when the platform runs already
			  --port N             网关端口（默认 8080；管理端口 N+10）  the gateway's port (management: N+10)
			  --address A          网关监听地址（默认 127.0.0.1）    the address the gateway listens on
			  --services-port N    第一个服务的端口（默认 8081）     the first service's port
			  --identity-port N    身份服务端口（默认 9000）         the identity provider's port
			  --copies N           每个服务的副本数（默认 1）        copies of each service, 1 to 5
			  --train              停止时保存启动缓存，下次启动更快  write start-up caches when stopping
			  --help               显示本说明                       this text

			载入到别处的平台 To import into a platform elsewhere (./run --import DIR):
			  RENDA_GATEWAY, RENDA_TOKEN_URI, RENDA_CLIENT_ID, RENDA_CLIENT_SECRET
			""";

	private static final int HIGHEST_PORT = 65_535 - 500;

	private static final Set<String> FLAGS = Set.of("--empty", "--train", "--help", "-h");

	private static final Set<String> VALUED = Set.of("--home", "--data", "--import", "--address", "--port",
			"--services-port", "--identity-port", "--copies");

	static Options parse(List<String> arguments) {
		Map<String, String> given = read(arguments);
		return new Options(Path.of(given.getOrDefault("--home", ".")),
				Optional.ofNullable(given.get("--data")).map(Options::dataFolder),
				Optional.ofNullable(given.get("--import")).map(Options::existingFolder), !given.containsKey("--empty"),
				given.containsKey("--train"), given.containsKey("--help") || given.containsKey("-h"),
				given.getOrDefault("--address", "127.0.0.1"), number(given, "--port", 8080, HIGHEST_PORT),
				number(given, "--services-port", 8081, HIGHEST_PORT),
				number(given, "--identity-port", 9000, HIGHEST_PORT), number(given, "--copies", 1, 5));
	}

	private static Map<String, String> read(List<String> arguments) {
		Map<String, String> given = new HashMap<>();
		Deque<String> rest = new ArrayDeque<>(arguments);
		while (!rest.isEmpty()) {
			String[] parts = rest.removeFirst().split("=", 2);
			String name = parts[0];
			if (FLAGS.contains(name) && parts.length == 1) {
				given.put(name, "");
			}
			else if (VALUED.contains(name)) {
				given.put(name, (parts.length == 2) ? parts[1] : value(name, rest));
			}
			else {
				throw new UsageError("没有选项 " + name + "（./run --help 列出全部选项）",
						"There is no option " + name + " (./run --help lists them)");
			}
		}
		return given;
	}

	private static String value(String name, Deque<String> rest) {
		if (rest.isEmpty() || rest.getFirst().isBlank() || rest.getFirst().startsWith("--")) {
			throw new UsageError("选项 " + name + " 需要一个值", "Option " + name + " needs a value");
		}
		return rest.removeFirst();
	}

	private static Path dataFolder(String value) {
		Path folder = Path.of(value);
		if (Files.exists(folder) && !Files.isDirectory(folder)) {
			throw new UsageError("--data 不是文件夹：" + value, "--data is not a folder: " + value);
		}
		return folder;
	}

	private static Path existingFolder(String value) {
		Path folder = Path.of(value);
		if (!Files.isDirectory(folder)) {
			throw new UsageError("没有这个文件夹：" + value, "There is no such folder: " + value);
		}
		return folder;
	}

	private static int number(Map<String, String> given, String name, int usual, int most) {
		String value = given.getOrDefault(name, Integer.toString(usual));
		if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
			throw new UsageError("选项 %s 需要 1 到 %d 之间的整数，不是 %s".formatted(name, most, value),
					"Option %s needs a whole number from 1 to %d, not %s".formatted(name, most, value));
		}
		return Integer.parseInt(value);
	}

}
