package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import renda.legislation.cleanup.CleanupRound.Act;

/**
 * A clean-up round as the API shows it. Its scope is public; what the bodies found stands
 * in the view of those who act in it, and what was decided is public with the report.
 *
 * @param waiting the texts for which no bill has been started yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CleanupView(UUID id, String code, CleanupRound.State state, LocalDate stateSince, int term, String title,
		String field, @Nullable String superior, @Nullable LocalDate changedOn, @Nullable String basis,
		LocalDate begunOn, List<Item> items, @Nullable LocalDate completedOn, @Nullable String report,
		List<UUID> waiting, @Nullable String ended, boolean sample, long version) {

	/**
	 * A view.
	 * @param whole whether for somebody who acts in it
	 */
	static CleanupView of(CleanupRound round, boolean whole) {
		CleanupRound.Report report = round.report();
		boolean decided = whole || report != null;
		return new CleanupView(round.id(), round.code(), round.state(), round.stateSince(), round.term(),
				round.topic().title(), round.topic().field(), none(round.topic().superior()), round.topic().changedOn(),
				none(round.topic().basis()), round.begunOn(),
				round.items().stream().map((item) -> Item.of(item, whole, decided)).toList(),
				(report != null) ? report.on() : null, (report != null) ? report.text() : null,
				decided ? round.waiting() : List.of(), whole ? none(round.ended()) : null, round.sample(),
				round.version());
	}

	static Act decided(CleanupItem item) {
		return Objects.requireNonNull(item.verdict()).act();
	}

	private static @Nullable String none(String words) {
		return words.isEmpty() ? null : words;
	}

	/**
	 * A text in the scope.
	 *
	 * @param articles the articles that refer to the superior law
	 * @param proposed whether the register proposed it
	 */
	@Schema(name = "CleanupScopeItem")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID regulation, String title, String href, List<String> articles, boolean proposed,
			@Nullable String body, @Nullable Found check, @Nullable Decided decision, @Nullable Started bill) {

		private static Item of(CleanupItem item, boolean whole, boolean decided) {
			return new Item(item.regulation(), item.title(), "/api/v1/legislation/regulations/" + item.regulation(),
					item.articles(), item.proposed(), none(item.body()), whole ? Found.of(item.check()) : null,
					decided ? Decided.of(item.verdict()) : null, decided ? Started.of(item.bill()) : null);
		}

	}

	/**
	 * What a body found.
	 */
	@Schema(name = "CleanupFound")
	record Found(LocalDate on, Act act, String reason) {

		private static @Nullable Found of(CleanupItem.@Nullable Check check) {
			return (check != null) ? new Found(check.on(), check.act(), check.reason()) : null;
		}

	}

	/**
	 * What was decided.
	 */
	@Schema(name = "CleanupDecided")
	record Decided(LocalDate on, Act act, String reason, String decision) {

		private static @Nullable Decided of(CleanupItem.@Nullable Verdict verdict) {
			return (verdict != null) ? new Decided(verdict.on(), verdict.act(), verdict.reason(), verdict.decision())
					: null;
		}

	}

	/**
	 * What was started upon it.
	 */
	@Schema(name = "CleanupStarted")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Started(LocalDate on, String code, @Nullable UUID project) {

		private static @Nullable Started of(CleanupItem.@Nullable Bill bill) {
			return (bill != null) ? new Started(bill.on(), bill.code(), bill.project()) : null;
		}

	}

}
