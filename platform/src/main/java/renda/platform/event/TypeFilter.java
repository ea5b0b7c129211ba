package renda.platform.event;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Which types of events a reader wants.
 *
 * @param patterns types, or beginnings of types that end in {@code *}; empty: all
 */
public record TypeFilter(List<String> patterns) {

	/** Everything. */
	public static final TypeFilter ALL = new TypeFilter(List.of());

	private static final Pattern PATTERN = Pattern.compile("[a-z0-9.-]{1,100}\\*?|\\*");

	private static final int MOST = 50;

	/**
	 * Takes what a client sent.
	 * @throws Refusal 400 where a pattern is none
	 */
	public static TypeFilter of(String pointer, List<String> patterns) {
		if (patterns.size() > MOST
				|| patterns.stream().anyMatch((pattern) -> pattern == null || !PATTERN.matcher(pattern).matches())) {
			throw Refusal.invalid(pointer, Text.of("最多 %d 个事件类型，如 regulation.repealed，或以 * 结尾的前缀，如 regulation.*。",
					"At most %d event types such as regulation.repealed, or beginnings such as regulation.*.", MOST));
		}
		return patterns.contains("*") ? ALL : new TypeFilter(List.copyOf(patterns));
	}

	/**
	 * Takes a list separated by commas.
	 */
	static TypeFilter ofList(@Nullable String list) {
		return (list == null || list.isBlank()) ? ALL
				: of("types", Arrays.stream(list.split(",")).map(String::strip).toList());
	}

	public boolean isAll() {
		return this.patterns.isEmpty();
	}

	/**
	 * Whether a reader wants events of a type.
	 */
	public boolean matches(String type) {
		return isAll() || this.patterns.stream()
			.anyMatch((pattern) -> pattern.endsWith("*") ? type.startsWith(pattern.substring(0, pattern.length() - 1))
					: type.equals(pattern));
	}

}
