package renda.legislation.regulation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.text.LegalAct;
import renda.legislation.text.LegalText;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/**
 * Finds the one text that a caller means, and says what there is where there is none.
 */
@Service
public class LegalTexts {

	static final String BASE = "/api/v1/legislation/regulations/";

	private final Regulations regulations;

	private final Versions versions;

	private final JsonMapper json;

	private final Clock clock;

	LegalTexts(Regulations regulations, Versions versions, JsonMapper json, Clock clock) {
		this.regulations = regulations;
		this.versions = versions;
		this.json = json;
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

	/**
	 * A regulation of the register as other features see it.
	 *
	 * @param id its id
	 * @param title its title
	 * @param city whether it is a local regulation of this city
	 * @param status what it is today
	 * @param madeByCongress whether the congress itself made the version in force, and
	 * not its standing committee
	 * @param effectiveOn since when that version holds; missing where unknown
	 */
	public record Registered(UUID id, String title, boolean city, RegulationStatus status, boolean madeByCongress,
			@Nullable LocalDate effectiveOn) {

		/**
		 * Whether it is in force.
		 */
		public boolean inForce() {
			return this.status == RegulationStatus.IN_FORCE;
		}

	}

}
