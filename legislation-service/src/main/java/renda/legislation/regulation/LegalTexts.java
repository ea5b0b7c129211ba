package renda.legislation.regulation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.legislation.format.FormatHeader;
import renda.legislation.format.FormatLink;
import renda.legislation.format.TextFormat;
import renda.legislation.reference.Reference;
import renda.legislation.reference.References;
import renda.legislation.text.LegalAct;
import renda.legislation.text.LegalText;
import renda.platform.city.CityProfile;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/**
 * Finds the one text that a caller means, and says what there is where there is none.
 */
@Service
public class LegalTexts {

	private static final String BASE = "/api/v1/legislation/regulations/";

	private final Regulations regulations;

	private final Versions versions;

	private final JsonMapper json;

	private final CityProfile city;

	private final Clock clock;

	LegalTexts(Regulations regulations, Versions versions, JsonMapper json, CityProfile city, Clock clock) {
		this.regulations = regulations;
		this.versions = versions;
		this.json = json;
		this.city = city;
		this.clock = clock;
	}

	/**
	 * The text of a version, or the one in force on a day; today where neither is given.
	 * @throws Refusal 404 where there is no such regulation or version, where nothing was
	 * in force, and where the register has not that text: never another one instead
	 */
	public Mono<HeldText> find(UUID regulationId, @Nullable LocalDate on, @Nullable UUID version) {
		LocalDate today = LocalDate.now(this.clock);
		if (version != null && on != null) {
			return Mono.error(Refusal.invalid("version",
					Text.of("on 与 version 只能给一个。", "Give either `on` or `version`, not both.")));
		}
		if (version != null) {
			return this.versions.textOf(version, today)
				.filter((held) -> held.version().regulationId().equals(regulationId))
				.switchIfEmpty(Mono.error(Missing::version))
				.flatMap((held) -> (held.textId() != null) ? Mono.just(held) : notHeld(held.version(), today));
		}
		LocalDate day = Days.of(on, this.clock);
		return this.versions.textOn(regulationId, day, day)
			.switchIfEmpty(Mono.defer(() -> nothing(regulationId, day)))
			.flatMap((held) -> (held.textId() != null) ? Mono.just(held) : notHeld(held.version(), day));
	}

	/**
	 * The text of a version, or the one of a regulation in force today.
	 * @param id of either
	 */
	public Mono<HeldText> find(UUID id) {
		return this.versions.one(id, LocalDate.now(this.clock))
			.flatMap((version) -> find(version.regulationId(), null, id))
			.switchIfEmpty(Mono.defer(() -> find(id, null, null)));
	}

	/**
	 * A regulation as it is today; empty where the register has none with that id.
	 */
	public Mono<Registered> registered(UUID regulationId) {
		LocalDate today = LocalDate.now(this.clock);
		return Mono.zip(this.regulations.one(regulationId, today), this.versions.of(regulationId, today))
			.map((found) -> {
				Regulation regulation = found.getT1();
				boolean congress = found.getT2()
					.stream()
					.filter((version) -> version.kind() == LegalAct.Kind.ENACTED
							|| version.kind() == LegalAct.Kind.REVISED)
					.reduce((earlier, later) -> later)
					.map(RegulationVersion::adoptedBy)
					.filter((body) -> body.contains("人民代表大会") && !body.contains("常务委员会"))
					.isPresent();
				return new Registered(regulation.id(), regulation.title(),
						regulation.level() == Level.CITY && regulation.kind() == RegulationKind.LOCAL_REGULATION,
						regulation.status(), congress, regulation.effectiveOn());
			});
	}

	/**
	 * The text of a regulation in force today; empty where there is none, or the register
	 * does not have it.
	 */
	public Mono<LegalText> inForce(UUID regulationId) {
		LocalDate today = LocalDate.now(this.clock);
		return this.versions.textOn(regulationId, today, today)
			.filter((held) -> held.textId() != null && held.version().status() == RegulationStatus.IN_FORCE)
			.map(this::text);
	}

	private Mono<HeldText> nothing(UUID regulationId, LocalDate day) {
		return this.versions.of(regulationId, day).flatMap((all) -> {
			if (all.isEmpty()) {
				return Mono.error(Missing.regulation());
			}
			return Mono.error(Refusal.notFound(Text.of("该法规在 %s 尚未生效。", "The regulation was not in force on %s.", day))
				.with("held", held(all)));
		});
	}

	private Mono<HeldText> notHeld(RegulationVersion version, LocalDate day) {
		boolean repealed = version.kind() == LegalAct.Kind.REPEALED;
		Text detail = repealed
				? Text.of("该法规已于 %s 废止，%s 没有有效文本。", "The regulation was repealed as of %s; on %s no text is in force.",
						String.valueOf(version.effectiveOn()), day)
				: Text.of("%s 有效的是“%s”版本，但库中没有该版本的文本。",
						"On %s the version in force is “%s”, whose text the register does not have.", day,
						version.label());
		return this.versions.of(version.regulationId(), day)
			.flatMap((all) -> Mono
				.error(Refusal.notFound(detail).with("inForce", summary(version)).with("held", held(all))));
	}

	private static List<Map<String, Object>> held(List<RegulationVersion> all) {
		return all.stream().filter(RegulationVersion::textHeld).map(LegalTexts::summary).toList();
	}

	private static Map<String, Object> summary(RegulationVersion version) {
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("id", version.id());
		summary.put("label", version.label());
		if (version.effectiveOn() != null) {
			summary.put("effectiveOn", version.effectiveOn());
		}
		if (version.until() != null) {
			summary.put("until", version.until());
		}
		if (version.textHeld()) {
			summary.put("text", BASE + version.regulationId() + "/text?version=" + version.id());
		}
		return summary;
	}

	/**
	 * The structured text.
	 */
	public LegalText text(HeldText held) {
		return this.json.readValue(held.structure(), LegalText.class);
	}

	/** All references of a text, with the regulations that titles name. */
	Mono<List<Linked>> links(HeldText held) {
		return links(this.json.readValue(held.links(), new TypeReference<>() {
		}), held.jurisdiction());
	}

	private Mono<List<Linked>> links(List<Reference> references, String jurisdiction) {
		List<String> titles = references.stream()
			.map(Reference::title)
			.filter((title) -> !title.isEmpty())
			.distinct()
			.toList();
		return this.regulations.byTitles(titles, jurisdiction)
			.map((known) -> references.stream().map((reference) -> linked(reference, known)).toList());
	}

	private static Linked linked(Reference reference, Map<String, UUID> known) {
		if (reference.title().isEmpty()) {
			return new Linked(reference, null, "#" + reference.target());
		}
		UUID id = known.get(reference.title());
		String anchor = reference.target().isEmpty() ? "" : "#" + reference.target();
		return new Linked(reference, id, (id != null) ? BASE + id + "/text" + anchor : "");
	}

	/**
	 * Writes a text out.
	 */
	Mono<byte[]> write(HeldText held, TextFormat format) {
		return links(held).map((links) -> format.write(header(held.version()), text(held), anchors(links)));
	}

	/**
	 * Writes out a text that is not in the register: a draft. Its references to other
	 * texts are linked to the register.
	 */
	public Mono<byte[]> write(FormatHeader header, LegalText text, TextFormat format) {
		return Mono.fromCallable(() -> References.find(text))
			.subscribeOn(Schedulers.parallel())
			.flatMap((references) -> links(references, this.city.name().zh()))
			.map((links) -> format.write(header, text, anchors(links)))
			.subscribeOn(Schedulers.parallel());
	}

	private static List<FormatLink> anchors(List<Linked> links) {
		List<FormatLink> anchors = new ArrayList<>();
		for (Linked link : links) {
			Reference reference = link.reference();
			if (!link.href().isEmpty() && reference.end() > reference.start()) {
				anchors.add(new FormatLink(reference.from(), reference.start(), reference.end(), link.href()));
			}
		}
		return anchors;
	}

	private static FormatHeader header(RegulationVersion version) {
		return new FormatHeader(version.regulationId().toString(), version.label(), version.status().chinese(),
				version.adoptedBy(), version.adoptedOn(), version.approvedOn(), version.promulgatedOn(),
				version.effectiveOn(), null, "");
	}

	/**
	 * The text as JSON, without taking it apart: the cost does not grow with the
	 * structure.
	 */
	byte[] json(HeldText held) {
		String version = this.json.writeValueAsString(held.version());
		return ("{\"version\":" + version + ",\"text\":" + held.structure() + "}").getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A reference and where it leads.
	 *
	 * @param reference the reference
	 * @param regulationId the regulation named; null for the same text, and where the
	 * register does not have it
	 * @param href a link; empty where there is nothing to link to
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Linked(Reference reference, @Nullable UUID regulationId, String href) {
	}

}
