package renda.legislation.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import renda.legislation.regulation.Days;
import renda.legislation.regulation.EffectiveSource;
import renda.legislation.text.Commencement;
import renda.legislation.text.LegalAct;
import renda.legislation.text.LegalText;

/**
 * What a text tells of its own history: one stage for each act of the head note, the last
 * of which has the text.
 */
public final class Chronicle {

	private Chronicle() {
	}

	/**
	 * Reads the stages of a text.
	 * @param text the text
	 * @param acts its acts, in the order of the head note
	 * @param needsApproval whether an act without approval is not in force (立法法 81: the
	 * regulations of a city)
	 * @param fileDate the date in the file's name. It is not one fixed event, and often
	 * stale, so it is used only where the head note names no day at all
	 * @return the stages; exactly one of them has the text
	 */
	static List<Stage> of(LegalText text, List<LegalAct> acts, boolean needsApproval, @Nullable LocalDate fileDate) {
		Commencement commencement = Commencement.of(text);
		if (acts.isEmpty()) {
			LegalAct enacted = new LegalAct(LegalAct.Kind.ENACTED, null, "", "", null, "", null, null, "", 0, false);
			return List.of(undated(enacted, commencement.date(), fileDate));
		}
		int written = written(acts);
		int dated = commenced(acts, written, commencement.date());
		List<Stage> stages = new ArrayList<>();
		for (int i = 0; i < acts.size(); i++) {
			LocalDate own = (i == dated) ? commencement.date() : null;
			stages.add(stage(acts.get(i), own, needsApproval, fileDate, i == written));
		}
		return List.copyOf(stages);
	}

	/** The last act that left a text. */
	private static int written(List<LegalAct> acts) {
		for (int i = acts.size() - 1; i >= 0; i--) {
			LegalAct.Kind kind = acts.get(i).kind();
			if (kind != LegalAct.Kind.REPEALED && kind != LegalAct.Kind.INTERPRETED) {
				return i;
			}
		}
		return 0;
	}

	/**
	 * The act whose day the commencement clause names: the last making or remaking of the
	 * text before that day, since amendments leave the clause as it was.
	 */
	private static int commenced(List<LegalAct> acts, int written, @Nullable LocalDate clause) {
		if (clause == null) {
			return -1;
		}
		for (int i = written; i >= 0; i--) {
			LegalAct act = acts.get(i);
			LocalDate adopted = (act.adoptedOn() != null) ? act.adoptedOn() : act.date();
			boolean whole = act.kind() == LegalAct.Kind.ENACTED || act.kind() == LegalAct.Kind.REVISED;
			if (whole && (adopted == null || !clause.isBefore(adopted))) {
				return i;
			}
		}
		return -1;
	}

	private static Stage stage(LegalAct act, @Nullable LocalDate clause, boolean needsApproval,
			@Nullable LocalDate fileDate, boolean written) {
		String key = key(act);
		if (act.effectiveOn() != null) {
			return new Stage(key, act, act.effectiveOn(), EffectiveSource.STATED, written);
		}
		if (needsApproval && act.kind() != LegalAct.Kind.INTERPRETED && act.adoptedOn() != null
				&& act.approvedOn() == null && act.promulgatedOn() == null) {
			return new Stage(key, act, Days.NEVER, EffectiveSource.AWAITING_APPROVAL, written);
		}
		Stage dated = Stage.of(act, false, clause, written);
		if (dated.source() != EffectiveSource.UNKNOWN) {
			return dated;
		}
		Stage undated = undated(act, null, written ? fileDate : null);
		return new Stage(undated.key(), act, undated.effectiveOn(), undated.source(), written);
	}

	private static Stage undated(LegalAct act, @Nullable LocalDate clause, @Nullable LocalDate fileDate) {
		String key = ((fileDate != null) ? "file:" + fileDate : "undated") + "/" + act.kind();
		if (clause != null && (fileDate == null || clause.isAfter(fileDate.minusYears(2)))) {
			return new Stage(key, act, clause, EffectiveSource.STATED, true);
		}
		return (fileDate != null) ? new Stage(key, act, fileDate, EffectiveSource.FILE_NAME, true)
				: new Stage(key, act, (clause != null) ? clause : Days.EVER,
						(clause != null) ? EffectiveSource.STATED : EffectiveSource.UNKNOWN, true);
	}

	/**
	 * By what an act on one regulation is told from the others: its first day and whether
	 * it ends, interprets or writes the text. The approval may become known later and is
	 * no part of it.
	 */
	static String key(LegalAct act) {
		LocalDate day = (act.adoptedOn() != null) ? act.adoptedOn() : act.date();
		String what = switch (act.kind()) {
			case REPEALED, INTERPRETED -> act.kind().name();
			case ENACTED, AMENDED, REVISED -> "TEXT";
		};
		return ((day != null) ? day.toString() : "undated-" + act.ordinal()) + "/" + what;
	}

	/**
	 * One act and when it took effect.
	 *
	 * @param key tells the stage from the regulation's others
	 * @param act the act
	 * @param effectiveOn the day; {@link Days#EVER} where unknown, {@link Days#NEVER}
	 * while an approval is missing
	 * @param source how the day is known
	 * @param written whether the text is this stage's
	 */
	public record Stage(String key, LegalAct act, LocalDate effectiveOn, EffectiveSource source, boolean written) {

		/**
		 * The stage of an act by the best day known of it.
		 * @param needsApproval whether it is not in force without an approval
		 * @param stated the day that the text or the register's keeper names
		 */
		public static Stage of(LegalAct act, boolean needsApproval, @Nullable LocalDate stated, boolean written) {
			String key = Chronicle.key(act);
			if (needsApproval && act.approvedOn() == null && act.promulgatedOn() == null) {
				return new Stage(key, act, Days.NEVER, EffectiveSource.AWAITING_APPROVAL, written);
			}
			if (stated != null) {
				return new Stage(key, act, stated, EffectiveSource.STATED, written);
			}
			if (act.promulgatedOn() != null) {
				return new Stage(key, act, act.promulgatedOn(), EffectiveSource.PROMULGATION, written);
			}
			if (act.approvedOn() != null) {
				return new Stage(key, act, act.approvedOn(), EffectiveSource.APPROVAL, written);
			}
			LocalDate adopted = act.adoptedOn();
			return (adopted != null) ? new Stage(key, act, adopted, EffectiveSource.ADOPTION, written)
					: new Stage(key, act, Days.EVER, EffectiveSource.UNKNOWN, written);
		}

	}

}
