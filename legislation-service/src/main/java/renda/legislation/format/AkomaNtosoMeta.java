package renda.legislation.format;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;
import renda.legislation.text.LegalEvent;
import renda.legislation.text.LegalText;

/**
 * The metadata of an act: its identity as work, expression and manifestation (FRBR), the
 * events of its life, and who and what they refer to.
 */
final class AkomaNtosoMeta {

	private static final String EDITOR = "#renda";

	/** Stands where the schema wants a date and none is known. */
	private static final String UNKNOWN = "0001-01-01";

	private final AkomaNtosoXml xml;

	private final FormatHeader header;

	private final LegalText text;

	private final List<LegalEvent> events;

	private final Map<String, String> organs = new LinkedHashMap<>();

	AkomaNtosoMeta(AkomaNtosoXml xml, FormatHeader header, LegalText text) {
		this.xml = xml;
		this.header = header;
		this.text = text;
		this.events = text.events().stream().filter((event) -> isDate(event.date())).toList();
		Stream.concat(Stream.of(header.organ()), this.events.stream().map(LegalEvent::organ))
			.filter((organ) -> !organ.isBlank())
			.distinct()
			.forEach((organ) -> this.organs.put(organ, xml.id("organ_" + (this.organs.size() + 1))));
		xml.id("renda");
	}

	private static boolean isDate(@Nullable LocalDate date) {
		return date != null && date.getYear() > 0 && date.getYear() <= 9999;
	}

	void write() throws XMLStreamException {
		this.xml.open("meta");
		identification();
		if (isDate(this.header.promulgated())) {
			this.xml.empty("publication", "date", String.valueOf(this.header.promulgated()), "name", "公布");
		}
		lifecycle();
		references();
		this.xml.close();
	}

	/**
	 * Whether the text is as first adopted, or with amendments worked in.
	 */
	String contains() {
		return this.events.stream().anyMatch(AkomaNtosoMeta::isAmendment) ? "singleVersion" : "originalVersion";
	}

	private static boolean isAmendment(LegalEvent event) {
		return event.kind() == LegalEvent.Kind.AMENDED || event.kind() == LegalEvent.Kind.REVISED;
	}

	private void identification() throws XMLStreamException {
		String made = made();
		String version = version();
		String work = "/akn/cn/act/" + made + "/" + AkomaNtosoXml.encoded(this.header.id());
		String expression = work + "/zho@" + version;
		this.xml.open("identification", "source", EDITOR);
		this.xml.open("FRBRWork");
		core(work, "", made, "generation");
		this.xml.empty("FRBRcountry", "value", "cn");
		this.xml.empty("FRBRname", "value", this.text.title());
		this.xml.close();
		this.xml.open("FRBRExpression");
		core(expression, "", version, "version");
		if (!this.header.version().isBlank()) {
			this.xml.empty("FRBRversionNumber", "value", this.header.version());
		}
		this.xml.empty("FRBRlanguage", "language", "zho");
		this.xml.close();
		this.xml.open("FRBRManifestation");
		core(expression, ".xml", version, "version");
		this.xml.empty("FRBRformat", "value", "application/akn+xml");
		this.xml.close();
		this.xml.close();
	}

	private void core(String iri, String ending, String date, String name) throws XMLStreamException {
		this.xml.empty("FRBRthis", "value", iri + "/!main" + ending);
		this.xml.empty("FRBRuri", "value", iri + ending);
		if (name.equals("generation")) {
			this.xml.empty("FRBRalias", "value", this.text.title(), "name", "title");
		}
		this.xml.empty("FRBRdate", "date", date, "name", date.equals(UNKNOWN) ? "unknown" : name);
		String author = this.organs.getOrDefault(this.header.organ(),
				this.organs.values().stream().findFirst().orElse(""));
		this.xml.empty("FRBRauthor", "href", (author.isEmpty() || !ending.isEmpty()) ? EDITOR : "#" + author);
	}

	/**
	 * The date of the work: the day it was adopted, or else the first day known.
	 */
	private String made() {
		return Stream
			.concat(Stream.of(this.header.adopted()),
					this.events.stream()
						.filter((event) -> event.kind() == LegalEvent.Kind.ADOPTED)
						.map(LegalEvent::date)
						.limit(1))
			.filter(AkomaNtosoMeta::isDate)
			.findFirst()
			.or(this::first)
			.map(Objects::toString)
			.orElse(UNKNOWN);
	}

	private Optional<LocalDate> first() {
		return Stream
			.concat(this.events.stream().map(LegalEvent::date),
					Stream.of(this.header.approved(), this.header.promulgated(), this.header.effective()))
			.filter(AkomaNtosoMeta::isDate)
			.map(Objects::requireNonNull)
			.min(LocalDate::compareTo);
	}

	/**
	 * The date of the version: its entry into force, or else the last day known.
	 */
	private String version() {
		LocalDate effective = this.header.effective();
		if (isDate(effective)) {
			return String.valueOf(effective);
		}
		return this.events.stream()
			.map(LegalEvent::date)
			.filter(Objects::nonNull)
			.max(LocalDate::compareTo)
			.map(Objects::toString)
			.orElseGet(this::made);
	}

	private void lifecycle() throws XMLStreamException {
		if (this.events.isEmpty()) {
			return;
		}
		this.xml.open("lifecycle", "source", EDITOR);
		boolean generated = false;
		for (int i = 0; i < this.events.size(); i++) {
			LegalEvent event = this.events.get(i);
			String type = type(event, generated);
			generated |= type.equals("generation");
			String source = "#"
					+ (isAmendment(event) || event.kind() == LegalEvent.Kind.REPEALED ? decision(i) : "original");
			String id = this.xml.id("evt_" + (i + 1));
			if (type.isEmpty()) {
				this.xml.empty("eventRef", "eId", id, "date", String.valueOf(event.date()), "source", source,
						"refersTo", "#" + concept(event.kind()));
			}
			else {
				this.xml.empty("eventRef", "eId", id, "date", String.valueOf(event.date()), "source", source,
						"refersTo", "#" + concept(event.kind()), "type", type);
			}
		}
		this.xml.close();
	}

	private static String type(LegalEvent event, boolean generated) {
		return switch (event.kind()) {
			case ADOPTED -> generated ? "" : "generation";
			case AMENDED, REVISED -> "amendment";
			case REPEALED -> "repeal";
			case APPROVED, PROMULGATED, ISSUED, EFFECTIVE, UNCLASSIFIED -> "";
		};
	}

	private static String decision(int event) {
		return "decision_" + (event + 1);
	}

	private static String concept(LegalEvent.Kind kind) {
		return "concept_" + kind.name().toLowerCase(Locale.ROOT);
	}

	private void references() throws XMLStreamException {
		this.xml.open("references", "source", EDITOR);
		String work = "/akn/cn/act/" + made() + "/" + AkomaNtosoXml.encoded(this.header.id());
		this.xml.empty("original", "eId", this.xml.id("original"), "href", AkomaNtosoXml.iri(work), "showAs",
				this.text.title());
		for (int i = 0; i < this.events.size(); i++) {
			LegalEvent event = this.events.get(i);
			if (isAmendment(event) || event.kind() == LegalEvent.Kind.REPEALED) {
				String name = event.decision().isBlank() ? event.text() : event.decision();
				this.xml.empty("passiveRef", "eId", this.xml.id(decision(i)), "href",
						AkomaNtosoXml.iri("/akn/cn/act/" + event.date() + "/" + name), "showAs", name);
			}
		}
		for (Map.Entry<String, String> organ : this.organs.entrySet()) {
			this.xml.empty("TLCOrganization", "eId", organ.getValue(), "href",
					AkomaNtosoXml.iri("/akn/ontology/organization/cn/" + organ.getKey()), "showAs", organ.getKey());
		}
		this.xml.empty("TLCOrganization", "eId", "renda", "href", "/akn/ontology/organization/renda", "showAs",
				"Renda");
		for (LegalEvent.Kind kind : this.events.stream().map(LegalEvent::kind).distinct().toList()) {
			this.xml.empty("TLCConcept", "eId", this.xml.id(concept(kind)), "href",
					"/akn/ontology/concept/" + kind.name().toLowerCase(Locale.ROOT), "showAs", words(kind));
		}
		this.xml.close();
	}

	private static String words(LegalEvent.Kind kind) {
		return switch (kind) {
			case ADOPTED -> "通过";
			case APPROVED -> "批准";
			case PROMULGATED -> "公布";
			case ISSUED -> "发布";
			case AMENDED -> "修正";
			case REVISED -> "修订";
			case EFFECTIVE -> "施行";
			case REPEALED -> "废止";
			case UNCLASSIFIED -> "其他";
		};
	}

}
