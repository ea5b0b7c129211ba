package renda.supervision.petition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.supervision.organ.Organ;
import renda.supervision.organ.Organs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Service;

/**
 * Puts into a step what the register of organs says: the organ that a matter is passed
 * to, with all above it, and the next higher organ of one that has answered.
 */
@Service
public class Destinations {

	private static final Set<String> APPEALS = Set.of("ask-reexamination", "ask-review");

	private static final int HIGHEST = 12;

	private final Organs organs;

	private final JsonMapper json;

	Destinations(Organs organs, JsonMapper json) {
		this.organs = organs;
		this.json = json;
	}

	/**
	 * The body of a step with its organ as the register has it. A caller gives a code and
	 * nothing else.
	 * @param subject the case, null where the caller may not know of it
	 * @param today the day to look at, where the body names none
	 */
	Mono<JsonNode> resolved(String step, @Nullable Petition subject, @Nullable JsonNode body, LocalDate today) {
		ObjectNode own = (body instanceof ObjectNode given) ? given.deepCopy() : this.json.createObjectNode();
		if (body != null && !body.isNull() && !(body instanceof ObjectNode)) {
			return Mono.just(body);
		}
		LocalDate on = day(own.get("on"), today);
		JsonNode to = own.get("to");
		if (to != null && !to.isNull() && takesOrgan(step)) {
			if (!to.isString()) {
				return Mono.error(Refusal.invalid("/to", Text.of("请填机关代码。", "Give the organ's code.")));
			}
			return known(to.asString(), on).map((found) -> with(own, found));
		}
		if (subject != null && APPEALS.contains(step)) {
			return above(subject, step, on).<JsonNode>map((found) -> with(own, found)).defaultIfEmpty(own);
		}
		return Mono.just(own);
	}

	/**
	 * An organ that stands in the register on a day.
	 * @throws Refusal 400 where there is none
	 */
	public Mono<Destination> known(String code, LocalDate on) {
		return this.organs.byCode(code, on)
			.filter((organ) -> organ.existsOn(on))
			.flatMap((organ) -> lined(organ, on))
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/to",
					Text.of("在 %2$s 没有代码为 %1$s 的机关。", "There is no organ with code %s on %s.", code, on))));
	}

	/**
	 * Sees to it that whom a matter accuses is in the register: a code that nobody has
	 * would hide it from nobody.
	 * @throws Refusal 400 where one is not
	 */
	public Mono<Void> requireAccused(Collection<String> codes, LocalDate on) {
		return Flux.fromIterable(Set.copyOf(codes))
			.concatMap((code) -> this.organs.byCode(code, on)
				.switchIfEmpty(Mono.error(() -> Refusal.invalid("/accused",
						Text.of("没有代码为 %s 的机关。", "There is no organ with code %s.", code)))))
			.then();
	}

	/**
	 * The organ with all above it.
	 */
	private Mono<Destination> lined(Organ organ, LocalDate on) {
		return Mono.just(organ).expand((each) -> {
			String parent = each.parent();
			return (parent != null) ? this.organs.byCode(parent, on) : Mono.empty();
		})
			.take(HIGHEST)
			.map(Organ::code)
			.distinct()
			.collectList()
			.map((line) -> new Destination(organ.code(), organ.name(), organ.kind(), line));
	}

	/**
	 * The next higher organ of the one that answered or re-examined.
	 */
	private Mono<Destination> above(Petition subject, String step, LocalDate on) {
		Petition.Passage passage = subject.passage();
		Destination first = (passage != null) ? passage.to() : null;
		Destination below = "ask-review".equals(step) ? subject.reexaminer() : first;
		return (below == null) ? Mono.empty() : this.organs.byCode(below.code(), on).flatMap((organ) -> {
			String parent = organ.parent();
			return (parent != null) ? this.organs.byCode(parent, on) : Mono.empty();
		}).filter((organ) -> organ.existsOn(on)).flatMap((organ) -> lined(organ, on));
	}

	private ObjectNode with(ObjectNode body, Destination found) {
		body.set("to", this.json.valueToTree(found));
		return body;
	}

	private static boolean takesOrgan(String step) {
		return "transfer".equals(step) || "assign".equals(step) || APPEALS.contains(step);
	}

	private static LocalDate day(@Nullable JsonNode given, LocalDate today) {
		if (given == null || !given.isString()) {
			return today;
		}
		try {
			return LocalDate.parse(given.asString());
		}
		catch (DateTimeException ex) {
			// the step itself says what is wrong with the day
			return today;
		}
	}

}
