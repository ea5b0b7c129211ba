package renda.legislation.registration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import renda.legislation.regulation.Days;
import renda.legislation.text.LegalAct;
import renda.platform.event.NewEvent;

/**
 * What the feed tells of the register.
 */
final class RegisterEvents {

	private RegisterEvents() {
	}

	/**
	 * Texts of a regulation were taken from files.
	 */
	static NewEvent imported(Dossier dossier, LocalDate today) {
		Optional<Entry> shown = dossier.on(today).or(() -> dossier.entries.stream().findFirst());
		return event("regulation.imported", dossier, shown, today);
	}

	/**
	 * A version was entered or put right.
	 * @param what what its act does to the regulation
	 */
	static NewEvent entered(LegalAct.Kind what, Dossier dossier, Entry entry, LocalDate today) {
		return event(switch (what) {
			case ENACTED -> "regulation.enacted";
			case AMENDED, INTERPRETED -> "regulation.amended";
			case REVISED -> "regulation.revised";
			case REPEALED -> "regulation.repealed";
		}, dossier, Optional.of(entry), today);
	}

	private static NewEvent event(String type, Dossier dossier, Optional<Entry> entry, LocalDate today) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", dossier.id);
		data.put("title", dossier.title);
		data.put("kind", dossier.kind);
		data.put("level", dossier.maker.level());
		data.put("jurisdiction", dossier.maker.jurisdiction());
		data.put("status", dossier.status(today));
		entry.map((it) -> Days.known(it.effectiveOn)).ifPresent((day) -> data.put("effectiveOn", day));
		data.put("version", dossier.versionNow());
		return new NewEvent(type, "regulation/" + dossier.id, data);
	}

}
