package renda.legislation.regulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import renda.legislation.text.LegalText;
import renda.platform.city.CityProfile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/**
 * Writes texts out, in the register or not, with their references linked to the register.
 */
@Service
public class TextWriter {

	private final LegalTexts texts;

	private final Regulations regulations;

	private final JsonMapper json;

	private final CityProfile city;

	TextWriter(LegalTexts texts, Regulations regulations, JsonMapper json, CityProfile city) {
		this.texts = texts;
		this.regulations = regulations;
		this.json = json;
		this.city = city;
	}

	/**
	 * All references of a text, with the regulations that titles name.
	 */
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
		return new Linked(reference, id, (id != null) ? LegalTexts.BASE + id + "/text" + anchor : "");
	}

	/**
	 * Writes a text out.
	 */
	Mono<byte[]> write(HeldText held, TextFormat format) {
		return links(held).map((links) -> format.write(header(held.version()), this.texts.text(held), anchors(links)));
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
