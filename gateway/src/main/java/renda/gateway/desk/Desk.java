package renda.gateway.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A caller's desk over all services. The items are as their services gave them, each with
 * the name of its service before.
 *
 * @param asOf the day of the services that the dates are compared with
 * @param complete whether every service answered
 * @param missing the services that did not; what they have is not here
 * @param waiting cases that wait for a step of the caller, the soonest due first, then
 * the longest waiting
 * @param due what the caller must keep in time, the soonest first
 * @param changed what was done on the caller's cases, the newest first
 */
@JsonPropertyOrder({ "asOf", "complete", "missing", "waiting", "due", "changed" })
record Desk(LocalDate asOf, boolean complete, List<String> missing, List<JsonNode> waiting, List<JsonNode> due,
		List<JsonNode> changed) {

	/** Dates as ISO text sort as they are; what has none comes last. */
	private static final String LAST = "\uffff";

	private static final Comparator<JsonNode> SOONEST = Comparator.comparing((JsonNode item) -> date(item, "dueOn"));

	private static final Comparator<JsonNode> WAITING = SOONEST.thenComparing((item) -> date(item, "since"));

	private static final Comparator<JsonNode> NEWEST = Comparator.comparing(Desk::at).reversed();

	/**
	 * Puts the parts together.
	 * @param parts what each service answered, empty where it did not
	 * @param limit the most items of each sort
	 * @param today the day where no service says one
	 */
	static Desk of(Map<String, Optional<JsonNode>> parts, int limit, LocalDate today) {
		List<String> missing = parts.entrySet()
			.stream()
			.filter((part) -> part.getValue().isEmpty())
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
		return new Desk(asOf(parts.values(), today), missing.isEmpty(), missing,
				merged(parts, "waiting", WAITING, limit), merged(parts, "due", SOONEST, limit),
				merged(parts, "changed", NEWEST, limit));
	}

	private static LocalDate asOf(Collection<Optional<JsonNode>> parts, LocalDate today) {
		return parts.stream()
			.flatMap(Optional::stream)
			.map((part) -> text(part, "asOf", LocalDate::parse, LocalDate.MIN))
			.filter((day) -> !day.equals(LocalDate.MIN))
			.max(Comparator.naturalOrder())
			.orElse(today);
	}

	private static List<JsonNode> merged(Map<String, Optional<JsonNode>> parts, String list, Comparator<JsonNode> order,
			int limit) {
		List<JsonNode> all = new ArrayList<>();
		parts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.forEach((part) -> part.getValue()
				.ifPresent((answer) -> answer.path(list).forEach((item) -> all.add(named(part.getKey(), item)))));
		return all.stream().sorted(order).limit(limit).toList();
	}

	private static JsonNode named(String service, JsonNode item) {
		ObjectNode named = JsonNodeFactory.instance.objectNode().put("service", service);
		item.properties().forEach((member) -> named.set(member.getKey(), member.getValue()));
		return named;
	}

	private static String date(JsonNode item, String member) {
		return text(item, member, Function.identity(), LAST);
	}

	private static Instant at(JsonNode item) {
		return text(item, "at", (at) -> OffsetDateTime.parse(at).toInstant(), Instant.MIN);
	}

	private static <T> T text(JsonNode item, String member, Function<String, T> read, T otherwise) {
		JsonNode value = item.path(member);
		try {
			return value.isString() ? read.apply(value.stringValue()) : otherwise;
		}
		catch (DateTimeException ex) {
			return otherwise;
		}
	}

}
