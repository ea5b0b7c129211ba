package renda.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The demonstration's clients: one for each role, and any number of variants of them. A
 * client id is {@code role[.person][@area[,area…]][/organ]}: {@code deputy},
 * {@code deputy.li}, {@code county-committee@410182}, {@code organ/jiaotong-ju}. What the
 * id does not say is taken from the role's own client.
 */
public final class DemoClients {

	private static final Pattern ID = Pattern
		.compile("(?<role>[a-z]+(?:-[a-z]+)*)(?:\\.(?<person>[A-Za-z0-9_-]{1,40}))?(?:@(?<areas>[0-9,]{0,200}))?"
				+ "(?:/(?<organ>[A-Za-z0-9_-]{1,40}))?");

	private final Map<String, DemoClient> roles;

	private DemoClients(Map<String, DemoClient> roles) {
		this.roles = roles;
	}

	/**
	 * The clients of {@code clients.csv}.
	 */
	public static DemoClients load() {
		Map<String, DemoClient> roles = new LinkedHashMap<>();
		try (InputStream in = Objects
			.requireNonNull(DemoClients.class.getResourceAsStream("/demonstration/clients.csv"))) {
			new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.skip(1)
				.filter((line) -> !line.isBlank())
				.forEach((line) -> {
					String[] cells = line.split(",", -1);
					roles.put(cells[0], new DemoClient(cells[0], cells[0], cells[1], list(cells[2], " "), cells[3]));
				});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new DemoClients(roles);
	}

	/**
	 * The client of each role, in the order of the list.
	 */
	public List<DemoClient> all() {
		return List.copyOf(this.roles.values());
	}

	/**
	 * The client that the id describes; empty when its role is unknown or the id is not
	 * of the form above.
	 */
	public Optional<DemoClient> find(String id) {
		Matcher matcher = ID.matcher(id);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		DemoClient role = this.roles.get(matcher.group("role"));
		if (role == null) {
			return Optional.empty();
		}
		String person = matcher.group("person");
		String areas = matcher.group("areas");
		String organ = matcher.group("organ");
		return Optional.of(new DemoClient(id, role.role(), (person != null) ? role.name() + " " + person : role.name(),
				(areas != null) ? list(areas, ",") : role.areas(), (organ != null) ? organ : role.organ()));
	}

	private static List<String> list(String text, String separator) {
		return text.isBlank() ? List.of() : List.of(text.split(separator));
	}

}
