package renda.legislation.registration;

import java.time.LocalDate;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import renda.legislation.registration.Registration.ActInput;
import renda.legislation.regulation.Days;
import renda.legislation.regulation.EffectiveSource;
import renda.legislation.source.Chronicle.Stage;
import renda.legislation.source.Reading;
import renda.legislation.text.LegalAct;
import renda.platform.store.Ids;
import renda.platform.store.Rows;

/**
 * One version while the history of its regulation is being written.
 */
final class Entry {

	final UUID id;

	final String key;

	LegalAct act;

	LocalDate effectiveOn;

	EffectiveSource source;

	LocalDate until = Days.NEVER;

	int position;

	@Nullable LocalDate publishedOn;

	String reason = "";

	/** Of the text held; empty where none is. */
	String sha256 = "";

	@Nullable LocalDate fileDate;

	/** The text to be entered, where there is a new one. */
	@Nullable Reading text;

	boolean added;

	boolean changed;

	private Entry(UUID id, String key, LegalAct act, LocalDate effectiveOn, EffectiveSource source) {
		this.id = id;
		this.key = key;
		this.act = act;
		this.effectiveOn = effectiveOn;
		this.source = source;
	}

	static Entry of(Stage stage) {
		Entry entry = new Entry(Ids.next(), stage.key(), stage.act(), stage.effectiveOn(), stage.source());
		entry.added = true;
		return entry;
	}

	static Entry of(Readable row) {
		LegalAct act = new LegalAct(LegalAct.Kind.valueOf(Rows.text(row, "kind")),
				row.get("adopted_on", LocalDate.class), Rows.text(row, "adopted_by"), Rows.text(row, "meeting"),
				row.get("approved_on", LocalDate.class), Rows.text(row, "approved_by"),
				row.get("promulgated_on", LocalDate.class), null, Rows.text(row, "decision"),
				Rows.required(row, "ordinal", Integer.class), Rows.flag(row, "packaged"));
		Entry entry = new Entry(Rows.required(row, "id", UUID.class), Rows.text(row, "version_key"), act,
				Rows.required(row, "effective_on", LocalDate.class),
				EffectiveSource.valueOf(Rows.text(row, "effective_source")));
		entry.until = Rows.required(row, "until", LocalDate.class);
		entry.position = Rows.required(row, "position", Integer.class);
		entry.publishedOn = row.get("published_on", LocalDate.class);
		entry.reason = Rows.text(row, "reason");
		entry.sha256 = Rows.text(row, "sha256");
		entry.fileDate = row.get("file_date", LocalDate.class);
		return entry;
	}

	boolean writes() {
		return this.act.kind() != LegalAct.Kind.INTERPRETED;
	}

	/**
	 * Takes what another source knows more of the same act.
	 */
	void learn(Stage stage) {
		LegalAct more = stage.act();
		LegalAct known = this.act;
		LegalAct joined = new LegalAct(
				(known.kind() == LegalAct.Kind.ENACTED && more.kind() == LegalAct.Kind.REVISED) ? more.kind()
						: known.kind(),
				either(known.adoptedOn(), more.adoptedOn()), either(known.adoptedBy(), more.adoptedBy()),
				either(known.meeting(), more.meeting()), either(known.approvedOn(), more.approvedOn()),
				either(known.approvedBy(), more.approvedBy()), either(known.promulgatedOn(), more.promulgatedOn()),
				null, either(known.decision(), more.decision()), Math.max(known.ordinal(), more.ordinal()),
				known.packaged() || more.packaged());
		if (!joined.equals(this.act)) {
			this.act = joined;
			this.changed = true;
		}
		boolean better = stage.source().ordinal() > this.source.ordinal()
				&& stage.source() != EffectiveSource.AWAITING_APPROVAL;
		boolean approved = this.source == EffectiveSource.AWAITING_APPROVAL
				&& stage.source() != EffectiveSource.AWAITING_APPROVAL;
		if ((better || approved) && stage.source() != EffectiveSource.UNKNOWN) {
			this.effectiveOn = stage.effectiveOn();
			this.source = stage.source();
			this.changed = true;
		}
	}

	/**
	 * Is put right; what the correction leaves out stays as it is.
	 * @param needsApproval whether it is not in force without an approval
	 */
	void correct(ActInput input, boolean needsApproval) {
		LegalAct old = this.act;
		LegalAct right = input.as(old.kind());
		this.act = new LegalAct(old.kind(), either(right.adoptedOn(), old.adoptedOn()),
				either(right.adoptedBy(), old.adoptedBy()), either(right.meeting(), old.meeting()),
				either(right.approvedOn(), old.approvedOn()), either(right.approvedBy(), old.approvedBy()),
				either(right.promulgatedOn(), old.promulgatedOn()), null, either(right.decision(), old.decision()),
				(right.ordinal() > 0) ? right.ordinal() : old.ordinal(), old.packaged() || right.packaged());
		this.publishedOn = either(input.publishedOn(), this.publishedOn);
		LocalDate stated = (input.effectiveOn() != null) ? input.effectiveOn()
				: (this.source == EffectiveSource.STATED) ? this.effectiveOn : null;
		Stage stage = Stage.of(this.act, needsApproval && this.source == EffectiveSource.AWAITING_APPROVAL, stated,
				false);
		if (stage.source() != EffectiveSource.UNKNOWN) {
			this.effectiveOn = stage.effectiveOn();
			this.source = stage.source();
		}
		this.changed = true;
	}

	private static @Nullable LocalDate either(@Nullable LocalDate known, @Nullable LocalDate more) {
		return (known != null) ? known : more;
	}

	private static String either(String known, String more) {
		return known.isEmpty() ? more : known;
	}

}
