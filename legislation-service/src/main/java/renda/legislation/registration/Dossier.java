package renda.legislation.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.legislation.regulation.Days;
import renda.legislation.regulation.EffectiveSource;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.regulation.RegulationStatus;
import renda.legislation.source.Chronicle.Stage;
import renda.legislation.source.Lawmaker;
import renda.legislation.source.Reading;
import renda.legislation.text.LegalAct;
import renda.legislation.text.RegulationTitle;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * A regulation and its whole history while something is entered into it. What is entered
 * twice changes nothing.
 */
final class Dossier {

	final UUID id;

	final String title;

	final RegulationKind kind;

	final Lawmaker maker;

	final boolean created;

	final boolean sample;

	final long version;

	final List<Entry> entries;

	/** Of all texts ever entered, those put right since included. */
	final Set<String> known = new HashSet<>();

	private boolean changed;

	Dossier(UUID id, String title, RegulationKind kind, Lawmaker maker, boolean created, boolean sample, long version,
			List<Entry> entries) {
		this.id = id;
		this.title = title;
		this.kind = kind;
		this.maker = maker;
		this.created = created;
		this.sample = sample;
		this.version = version;
		this.entries = new ArrayList<>(entries);
	}

	/**
	 * Enters a text and what it tells of its history.
	 * @return whether anything was new
	 */
	boolean take(Reading reading) {
		if (!this.known.add(reading.sha256())) {
			return false;
		}
		for (Stage stage : reading.stages()) {
			Stage own = stage.written() ? ownStage(stage, reading) : stage;
			Entry entry = entry(own.key()).orElse(null);
			if (entry == null) {
				entry = add(own);
			}
			else {
				entry.learn(own);
			}
			if (own.written()) {
				entry.text = reading;
				entry.sha256 = reading.sha256();
				entry.fileDate = reading.fileDate();
				entry.changed = true;
			}
		}
		arrange();
		this.changed = true;
		return true;
	}

	/**
	 * Two files can have the same head note and different words: a line of the later
	 * one's note is missing. They are two versions, told apart by the dates in their
	 * names.
	 */
	private Stage ownStage(Stage stage, Reading reading) {
		LocalDate fileDate = reading.fileDate();
		Entry other = entry(stage.key()).orElse(null);
		if (other == null || other.sha256.isEmpty() || fileDate == null || fileDate.equals(other.fileDate)) {
			return stage;
		}
		boolean later = fileDate.isAfter(stage.effectiveOn())
				&& (other.fileDate == null || fileDate.isAfter(other.fileDate));
		if (!later) {
			return stage;
		}
		LegalAct assumed = new LegalAct(LegalAct.Kind.AMENDED, null, "", "", null, "", null, null, "", 0, false);
		return new Stage("file:" + fileDate + "/TEXT", assumed, fileDate, EffectiveSource.FILE_NAME, true);
	}

	/**
	 * Enters an act; 409 where the same one is entered.
	 */
	Entry enter(Stage stage, @Nullable LocalDate publishedOn) {
		if (entry(stage.key()).isPresent()) {
			throw Refusal.conflict("act-exists",
					Text.of("该日的同一决定已登记；如有错误，请用更正。", "An act of this day is registered; correct it if it is wrong."));
		}
		Entry entry = add(stage);
		entry.publishedOn = publishedOn;
		return entry;
	}

	/**
	 * Gives a version its text; 409 where the regulation has had this very text.
	 */
	void put(Entry entry, Reading reading) {
		if (!this.known.add(reading.sha256())) {
			throw Refusal.conflict("text-exists",
					Text.of("该法规已登记过完全相同的文本。", "The register has this very text of the regulation."));
		}
		entry.text = reading;
		entry.sha256 = reading.sha256();
		entry.changed = true;
	}

	/**
	 * 400 where a text has another title.
	 */
	void requireTitle(Reading reading) {
		if (!RegulationTitle.normalise(this.title).equals(reading.titleKey())) {
			throw Refusal.invalid("/text", Text.of("文本的标题与该法规不同：%s。",
					"The text has another title than the regulation: %s.", reading.text().title()));
		}
	}

	private Entry add(Stage stage) {
		Entry entry = Entry.of(stage);
		this.entries.add(entry);
		this.changed = true;
		return entry;
	}

	Optional<Entry> entry(String key) {
		return this.entries.stream().filter((entry) -> entry.key.equals(key)).findFirst();
	}

	Optional<Entry> entry(UUID id) {
		return this.entries.stream().filter((entry) -> entry.id.equals(id)).findFirst();
	}

	boolean changed() {
		return this.changed;
	}

	void touch() {
		this.changed = true;
	}

	/**
	 * The record's version once this is written.
	 */
	long versionNow() {
		return this.created ? 1 : this.version + 1;
	}

	/**
	 * Whether its acts are not in force without an approval.
	 */
	boolean needsApproval() {
		return this.maker.needsApproval(this.kind);
	}

	/**
	 * Puts the versions in order and lets each hold until the next takes effect.
	 */
	void arrange() {
		this.entries.sort(Comparator.comparing((Entry entry) -> entry.effectiveOn)
			.thenComparing((entry) -> dayOf(entry.act), Comparator.nullsFirst(Comparator.naturalOrder()))
			.thenComparingInt((entry) -> entry.act.ordinal())
			.thenComparing((entry) -> entry.key));
		LocalDate until = Days.NEVER;
		for (int i = this.entries.size() - 1; i >= 0; i--) {
			Entry entry = this.entries.get(i);
			LocalDate own = entry.writes() ? until : Days.NEVER;
			entry.changed |= entry.position != i + 1 || !entry.until.equals(own);
			entry.position = i + 1;
			entry.until = own;
			if (entry.writes()) {
				until = entry.effectiveOn;
			}
		}
	}

	private static @Nullable LocalDate dayOf(LegalAct act) {
		return (act.adoptedOn() != null) ? act.adoptedOn() : act.date();
	}

	/**
	 * The version in force on a day: the latest that had taken effect.
	 */
	Optional<Entry> on(LocalDate day) {
		Entry found = null;
		for (Entry entry : this.entries) {
			if (entry.writes() && !entry.effectiveOn.isAfter(day)) {
				found = entry;
			}
		}
		return Optional.ofNullable(found);
	}

	/**
	 * What the regulation is on a day.
	 */
	RegulationStatus status(LocalDate day) {
		Optional<Entry> now = on(day);
		if (now.isPresent()) {
			return (now.get().act.kind() == LegalAct.Kind.REPEALED) ? RegulationStatus.REPEALED
					: RegulationStatus.IN_FORCE;
		}
		return this.entries.stream()
			.filter(Entry::writes)
			.allMatch((entry) -> entry.source == EffectiveSource.AWAITING_APPROVAL) ? RegulationStatus.NOT_YET_APPROVED
					: RegulationStatus.NOT_YET_IN_FORCE;
	}

}
