package renda.legislation.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import renda.legislation.text.LegalEvent.Kind;

/**
 * Joins the events of a head note into legal acts.
 */
public final class History {

	private static final Pattern PACKAGE = Pattern.compile(
			"部分(?!条款|内容|条文)|等.{0,8}[部件项个](?!条)|若干(?:部|件|项)?(?:法律|法规|地方性法规|行政法规|规章|规范性文件|司法解释|文件)|一批|[0-9一二三四五六七八九十]+[部件项](?:法律|法规|地方性法规|行政法规|规章|司法解释)");

	private final List<Draft> drafts = new ArrayList<>();

	private History() {
	}

	/**
	 * The legal acts that events tell of. The first passage is the enactment; 修正 is an
	 * amendment, 修订 a revision; a later passage without either word counts as a revision.
	 * @param events the events of one head note, in its order
	 * @return the acts in the same order; none where no event is classified
	 */
	public static List<LegalAct> of(List<LegalEvent> events) {
		History history = new History();
		events.forEach(history::add);
		return history.acts();
	}

	private void add(LegalEvent event) {
		Kind change = Events.change(event);
		Draft last = this.drafts.isEmpty() ? null : this.drafts.getLast();
		switch (event.kind()) {
			case ADOPTED -> adopt(event, change);
			case APPROVED -> approve(event, change, last);
			case PROMULGATED, ISSUED -> promulgate(event, change, last);
			case AMENDED, REVISED -> adopt(event, change);
			case EFFECTIVE -> {
				Draft draft = (last != null) ? last : start();
				draft.effective = (draft.effective == null) ? event.date() : draft.effective;
			}
			case REPEALED -> adopt(event, Kind.REPEALED);
			case UNCLASSIFIED -> {
				if (event.text().contains("解释") && event.date() != null) {
					adopt(event, null);
					this.drafts.getLast().interprets = true;
				}
			}
		}
	}

	private Draft start() {
		Draft draft = new Draft();
		this.drafts.add(draft);
		return draft;
	}

	private void adopt(LegalEvent event, @Nullable Kind change) {
		Draft draft = start();
		draft.adopted = event;
		draft.change(event, change);
	}

	private void approve(LegalEvent event, @Nullable Kind change, @Nullable Draft last) {
		boolean same = last != null && last.approved == null && last.adopted != null && last.promulgated == null
				&& notBefore(event.date(), last.adopted.date())
				&& (change == null || last.change == null || last.change == change);
		Draft draft = (same && last != null) ? last : start();
		draft.approved = event;
		draft.change(event, change);
	}

	private void promulgate(LegalEvent event, @Nullable Kind change, @Nullable Draft last) {
		boolean same = last != null && change == null && last.promulgated == null && follows(event, last);
		Draft draft = (same && last != null) ? last : start();
		draft.promulgated = event;
		draft.change(event, change);
	}

	/** Whether a promulgation belongs to an act: not before it, and within a year. */
	private static boolean follows(LegalEvent event, Draft draft) {
		LegalEvent before = (draft.approved != null) ? draft.approved : draft.adopted;
		if (before == null || before.date() == null || event.date() == null) {
			return before != null || draft.effective != null;
		}
		return notBefore(event.date(), before.date()) && event.date().isBefore(before.date().plusYears(1));
	}

	private static boolean notBefore(@Nullable LocalDate date, @Nullable LocalDate other) {
		return date == null || other == null || !date.isBefore(other);
	}

	private List<LegalAct> acts() {
		List<LegalAct> acts = new ArrayList<>();
		boolean enacted = false;
		for (Draft draft : this.drafts) {
			LegalAct act = draft.act(enacted);
			enacted |= act.kind() == LegalAct.Kind.ENACTED;
			acts.add(act);
		}
		return List.copyOf(acts);
	}

	/** Whether a decision changes several texts. */
	static boolean packaged(String decision) {
		String words = decision.replace('<', '〈').replace('＜', '〈').replace('>', '〉').replace('＞', '〉');
		int depth = 0;
		int titles = 0;
		StringBuilder outside = new StringBuilder();
		for (int i = 0; i < words.length(); i++) {
			char c = words.charAt(i);
			if (c == '〈' || c == '《') {
				titles += (depth++ == 0) ? 1 : 0;
			}
			else if (c == '〉' || c == '》') {
				depth = Math.max(depth - 1, 0);
			}
			else if (depth == 0) {
				outside.append(c);
			}
		}
		return titles > 1 || PACKAGE.matcher(outside).find();
	}

	private static final class Draft {

		private @Nullable LegalEvent adopted;

		private @Nullable LegalEvent approved;

		private @Nullable LegalEvent promulgated;

		private @Nullable LocalDate effective;

		private @Nullable Kind change;

		private String decision = "";

		private int ordinal;

		private boolean interprets;

		void change(LegalEvent event, @Nullable Kind kind) {
			this.change = (kind != null) ? kind : this.change;
			this.decision = event.decision().isEmpty() ? this.decision : event.decision();
			this.ordinal = Math.max(this.ordinal, event.ordinal());
		}

		LegalAct act(boolean enacted) {
			LegalEvent by = (this.adopted != null) ? this.adopted : this.promulgated;
			return new LegalAct(kind(enacted), (this.adopted == null) ? null : this.adopted.date(),
					(by == null) ? "" : by.organ(), (by == null) ? "" : by.meeting(),
					(this.approved == null) ? null : this.approved.date(),
					(this.approved == null) ? "" : this.approved.organ(),
					(this.promulgated == null) ? null : this.promulgated.date(), this.effective, this.decision,
					this.ordinal, packaged(this.decision));
		}

		private LegalAct.Kind kind(boolean enacted) {
			if (this.interprets) {
				return LegalAct.Kind.INTERPRETED;
			}
			if (this.change == Kind.REPEALED) {
				return LegalAct.Kind.REPEALED;
			}
			if (this.change == Kind.AMENDED) {
				return LegalAct.Kind.AMENDED;
			}
			return (this.change == Kind.REVISED || enacted) ? LegalAct.Kind.REVISED : LegalAct.Kind.ENACTED;
		}

	}

}
