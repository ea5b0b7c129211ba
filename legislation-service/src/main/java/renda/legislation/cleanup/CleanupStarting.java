package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import renda.legislation.cleanup.CleanupAction.CleanupVerdict;
import renda.legislation.cleanup.CleanupItem.Started;
import renda.legislation.cleanup.CleanupItem.Verdict;
import renda.legislation.cleanup.CleanupRound.Act;
import renda.legislation.competence.Making;
import renda.legislation.projectlink.ProjectState;
import renda.legislation.regulation.RegulationKind;
import renda.platform.web.Given;

/**
 * What a decision starts: a project of the plan for each text, or one for several that
 * are changed by one bill (打包修改). It is started once; a later decision moves it, as long
 * as nobody works on it.
 */
final class CleanupStarting {

	/** What the standing committee itself changes, by a bill; others' makers do. */
	private static final Set<RegulationKind> BY_BILL = EnumSet.of(RegulationKind.LOCAL_REGULATION,
			RegulationKind.DECISION);

	private static final Set<ProjectState> JOINABLE = EnumSet.of(ProjectState.PROPOSED, ProjectState.TERM_PLAN,
			ProjectState.ANNUAL_PLAN);

	private CleanupStarting() {
	}

	static Making making(CleanupItem item) {
		return switch (Objects.requireNonNull(item.verdict()).act()) {
			case AMEND -> Making.AMEND;
			case REVISE -> Making.REVISE;
			case REPEAL -> Making.REPEAL;
			case KEEP -> throw new IllegalStateException("nothing is made of what is kept");
		};
	}

	/**
	 * The item with what is decided and what that starts.
	 */
	static CleanupItem decided(CleanupRound round, CleanupItem item, CleanupVerdict in, LocalDate on) {
		return item.decided(new Verdict(on, in.act(), Given.orEmpty(in.reason()), in.decision().strip(), in.domain()))
			.started(started(round, item, in, on));
	}

	private static @Nullable Started started(CleanupRound round, CleanupItem item, CleanupVerdict in, LocalDate on) {
		if (in.act() == Act.KEEP) {
			return null;
		}
		if (!isByBill(item) || stays(item.started(), in)) {
			return item.started();
		}
		return pack(round, in)
			.map((there) -> Started.project(on, Objects.requireNonNull(there.project()), there.code(), there.pack()))
			.orElseGet(() -> fresh(in, on));
	}

	private static boolean stays(@Nullable Started before, CleanupVerdict in) {
		return before != null && !before.dropped() && isSamePack(before, in);
	}

	/**
	 * Whether a decision starts a project that was not there.
	 */
	static boolean startsAnew(CleanupRound round, CleanupVerdict in) {
		return in.act() != Act.KEEP && pack(round, in).isEmpty()
				&& round.item(in.regulation())
					.filter((item) -> isByBill(item) && !stays(item.started(), in))
					.isPresent();
	}

	private static @Nullable Started fresh(CleanupVerdict in, LocalDate on) {
		CleanupAction.Fresh fresh = in.known();
		return (fresh != null) ? Started.project(on, fresh.project(), fresh.code(), packTitle(in)) : null;
	}

	static boolean isByBill(CleanupItem item) {
		return item.kind() != null && BY_BILL.contains(item.kind());
	}

	private static boolean isSamePack(Started before, CleanupVerdict in) {
		return Objects.equals(before.pack(), packTitle(in));
	}

	static @Nullable String packTitle(CleanupVerdict in) {
		return Given.isBlank(in.pack()) ? null : Given.orEmpty(in.pack());
	}

	/**
	 * The project that changes several texts at once, where it is started.
	 */
	private static Optional<Started> pack(CleanupRound round, CleanupVerdict in) {
		String title = packTitle(in);
		return (title == null) ? Optional.empty()
				: round.items()
					.stream()
					.filter((item) -> !item.regulation().equals(in.regulation()))
					.map(CleanupItem::started)
					.filter((started) -> started != null && title.equals(started.pack()) && !started.dropped())
					.findFirst();
	}

	/**
	 * Whether nothing is decided anew upon which somebody works already.
	 */
	static boolean isChangeable(CleanupRound round, CleanupVerdict in) {
		return round.item(in.regulation()).filter((item) -> !isSettled(item, in)).isPresent();
	}

	private static boolean isSettled(CleanupItem item, CleanupVerdict in) {
		Started started = item.started();
		Verdict verdict = item.verdict();
		return started != null && !started.open() && verdict != null
				&& (verdict.act() != in.act() || !isSamePack(started, in));
	}

	/**
	 * Whether a text may go into the bill that changes several at once: a revision is a
	 * bill of its own, and a bill that is being drafted takes in no more.
	 */
	static boolean isPackable(CleanupRound round, CleanupVerdict in) {
		if (packTitle(in) == null || in.act() == Act.KEEP) {
			return true;
		}
		boolean inAlready = round.item(in.regulation())
			.map(CleanupItem::started)
			.filter((started) -> isSamePack(started, in))
			.isPresent();
		return in.act() != Act.REVISE && (inAlready
				|| pack(round, in).map(Started::state).filter((state) -> !JOINABLE.contains(state)).isEmpty());
	}

	static Map<String, Object> facts(CleanupRound round, CleanupVerdict in) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("regulation", in.regulation());
		facts.put("act", in.act());
		facts.put("pack", Given.orEmpty(in.pack()));
		round.item(in.regulation())
			.map(CleanupItem::started)
			.or(() -> pack(round, in))
			.ifPresent((started) -> facts.put("started", started.code() + ' ' + started.state()));
		return facts;
	}

}
