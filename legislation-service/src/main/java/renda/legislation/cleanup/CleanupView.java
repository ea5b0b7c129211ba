package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import renda.legislation.cleanup.CleanupRound.Act;
import renda.legislation.projectlink.ProjectState;

import static renda.platform.web.Given.orNull;

/**
 * A clean-up round as the API shows it. Its scope is public; what the bodies found stands
 * in the view of those who act in it, and what was decided is public with the report.
 *
 * @param waiting the texts for which nothing has been started yet
 * @param projects the projects of the plan that its decisions have started
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CleanupView(UUID id, String code, CleanupRound.State state, LocalDate stateSince, int term, String title,
		String field, @Nullable String superior, @Nullable LocalDate changedOn, @Nullable String basis,
		LocalDate begunOn, List<Item> items, @Nullable LocalDate completedOn, @Nullable String report,
		List<UUID> waiting, List<CleanupProject> projects, @Nullable String ended, boolean sample, long version) {

	/**
	 * A view.
	 * @param whole whether for somebody who acts in it
	 */
	static CleanupView of(CleanupRound round, boolean whole) {
		CleanupRound.Report report = round.report();
		boolean decided = whole || report != null;
		return new CleanupView(round.id(), round.code(), round.state(), round.stateSince(), round.term(),
				round.topic().title(), round.topic().field(), orNull(round.topic().superior()),
				round.topic().changedOn(), orNull(round.topic().basis()), round.begunOn(),
				round.items().stream().map((item) -> Item.of(item, whole, decided)).toList(),
				(report != null) ? report.on() : null, (report != null) ? report.text() : null,
				decided ? round.waiting() : List.of(), decided ? CleanupProject.of(round) : List.of(),
				whole ? orNull(round.ended()) : null, round.sample(), round.version());
	}

	static Act decided(CleanupItem item) {
		return Objects.requireNonNull(item.verdict()).act();
	}

	/**
	 * A text in the scope.
	 *
	 * @param articles the articles that refer to the superior law
	 * @param proposed whether the register proposed it
	 * @param done whether the change is promulgated
	 */
	@Schema(name = "CleanupScopeItem")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID regulation, String title, String href, List<String> articles, boolean proposed,
			@Nullable String body, @Nullable Found check, @Nullable Decided decision, @Nullable CleanupStarted started,
			boolean done) {

		private static Item of(CleanupItem item, boolean whole, boolean decided) {
			return new Item(item.regulation(), item.title(), "/api/v1/legislation/regulations/" + item.regulation(),
					item.articles(), item.proposed(), orNull(item.body()), whole ? Found.of(item.check()) : null,
					decided ? Decided.of(item.verdict()) : null, decided ? CleanupStarted.of(item) : null,
					decided && item.done());
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
	 * What was started upon it, and what came of it.
	 *
	 * @param code the code of the project, of the bill, or the number of the document
	 * @param pack the title of the bill that changes several texts at once
	 * @param state the state of the project
	 * @param stage the stage of the bill
	 * @param version the version in the register that the bill made of this text
	 * @param href where that version is; before, the bill; before, the project
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CleanupStarted(LocalDate on, String code, @Nullable UUID project, @Nullable String pack,
			@Nullable ProjectState state, @Nullable UUID bill, @Nullable String billCode, @Nullable String stage,
			@Nullable UUID version, @Nullable LocalDate doneOn, @Nullable String href) {

		private static @Nullable CleanupStarted of(CleanupItem item) {
			CleanupItem.Started it = item.started();
			return (it == null) ? null : new CleanupStarted(it.on(), it.code(), it.project(), it.pack(), it.state(),
					it.bill(), it.billCode(), it.stage(), it.version(), it.doneOn(), href(item.regulation(), it));
		}

		private static @Nullable String href(UUID regulation, CleanupItem.Started it) {
			String api = "/api/v1/legislation/";
			return (it.version() != null) ? api + "regulations/" + regulation + "/versions/" + it.version()
					: (it.bill() != null) ? api + "bills/" + it.bill()
							: (it.project() != null) ? api + "projects/" + it.project() : null;
		}

	}

	/**
	 * A project that decisions of the round have started.
	 *
	 * @param regulations the texts that it changes or repeals
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CleanupProject(UUID id, String code, String href, @Nullable ProjectState state, @Nullable String pack,
			List<UUID> regulations) {

		private static List<CleanupProject> of(CleanupRound round) {
			return round.projects().stream().map((id) -> {
				List<CleanupItem> items = round.items().stream().filter((item) -> item.isIn(id)).toList();
				CleanupItem.Started started = Objects.requireNonNull(items.getFirst().started());
				return new CleanupProject(id, started.code(), "/api/v1/legislation/projects/" + id, started.state(),
						started.pack(), items.stream().map(CleanupItem::regulation).toList());
			}).toList();
		}

	}

}
