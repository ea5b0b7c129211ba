package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import renda.legislation.cleanup.CleanupRound.Act;
import renda.legislation.competence.Domain;
import renda.legislation.impact.Referring.Referrer;
import renda.legislation.projectlink.ProjectCourse;
import renda.legislation.projectlink.ProjectState;
import renda.legislation.projectlink.ProjectVersion;
import renda.legislation.regulation.RegulationKind;

/**
 * One of the city's texts in the scope of a round.
 *
 * @param regulation its id in the register
 * @param title its title
 * @param kind what kind of text it is; missing where it was not noted
 * @param articles the articles that refer to the superior law, as printed
 * @param proposed whether the register proposed it, from its references
 * @param body the code of the body that drafted it and checks it; empty before it is
 * named
 * @param check what that body found
 * @param verdict what was decided
 * @param started what was started upon it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CleanupItem(UUID regulation, String title, @Nullable RegulationKind kind, List<String> articles,
		boolean proposed, String body, @Nullable Check check, @Nullable Verdict verdict,
		@JsonAlias("bill") @Nullable Started started) {

	CleanupItem {
		articles = List.copyOf(articles);
	}

	static CleanupItem of(Referrer text, boolean proposed) {
		return new CleanupItem(text.id(), text.title(), text.kind(), text.labels(), proposed, "", null, null, null);
	}

	CleanupItem by(String drafted) {
		return new CleanupItem(this.regulation, this.title, this.kind, this.articles, this.proposed, drafted,
				this.check, this.verdict, this.started);
	}

	CleanupItem checked(Check found) {
		return new CleanupItem(this.regulation, this.title, this.kind, this.articles, this.proposed, this.body, found,
				this.verdict, this.started);
	}

	CleanupItem decided(Verdict what) {
		return new CleanupItem(this.regulation, this.title, this.kind, this.articles, this.proposed, this.body,
				this.check, what, this.started);
	}

	CleanupItem started(@Nullable Started what) {
		return new CleanupItem(this.regulation, this.title, this.kind, this.articles, this.proposed, this.body,
				this.check, this.verdict, what);
	}

	/**
	 * Whether the decision asks for a change.
	 */
	boolean changes() {
		return this.verdict != null && this.verdict.act() != Act.KEEP;
	}

	/**
	 * Whether the decision asks for a bill and none was started.
	 */
	boolean waits() {
		return changes() && this.started == null;
	}

	/**
	 * Whether a project carries out what is decided.
	 */
	boolean isIn(UUID project) {
		return this.started != null && project.equals(this.started.project());
	}

	/**
	 * Whether the change is in the register.
	 */
	boolean done() {
		return this.started != null && this.started.doneOn() != null;
	}

	/**
	 * What the body that drafted it found.
	 */
	record Check(LocalDate on, Act act, String reason) {
	}

	/**
	 * What was decided about it.
	 *
	 * @param decision the decision it rests on
	 * @param domain the domain in which the change lies; missing where it was not said
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Verdict(LocalDate on, Act act, String reason, String decision, @Nullable Domain domain) {
	}

	/**
	 * What was started upon it, and what came of it.
	 *
	 * @param code the code of the project of the plan, of the bill, or the number of the
	 * document
	 * @param project the project; missing where it is something else
	 * @param pack the title of the bill that changes several texts at once; missing where
	 * it is its own
	 * @param state the state of the project
	 * @param bill the bill that came of the project
	 * @param stage the stage of the bill
	 * @param version the version in the register that the bill made of this text
	 * @param doneOn the day it was promulgated
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Started(LocalDate on, String code, @Nullable UUID project, @Nullable String pack,
			@Nullable ProjectState state, @Nullable UUID bill, @Nullable String billCode, @Nullable String stage,
			@Nullable UUID version, @Nullable LocalDate doneOn) {

		/**
		 * Something that is no project of the plan.
		 */
		static Started other(LocalDate on, String code) {
			return new Started(on, code, null, null, null, null, null, null, null, null);
		}

		static Started project(LocalDate on, UUID project, String code, @Nullable String pack) {
			return new Started(on, code, project, pack, ProjectState.PROPOSED, null, null, null, null, null);
		}

		/**
		 * The same as far as the project is now.
		 * @param regulation the text it is about
		 */
		Started reached(ProjectCourse course, UUID regulation) {
			UUID made = course.versions()
				.stream()
				.filter((version) -> version.regulation().equals(regulation))
				.map(ProjectVersion::version)
				.findFirst()
				.orElse(this.version);
			LocalDate done = (made == null) ? null : (this.doneOn != null) ? this.doneOn
					: (course.stageOn() != null) ? course.stageOn() : course.since();
			return new Started(this.on, this.code, this.project, this.pack, course.state(), course.bill(),
					(course.bill() != null) ? course.billCode() : null, (course.bill() != null) ? course.stage() : null,
					made, done);
		}

		boolean dropped() {
			return this.state == ProjectState.DROPPED;
		}

		/**
		 * Whether nobody works on it yet, so that the decision can still be changed.
		 */
		boolean open() {
			return this.doneOn == null && (this.state == null || this.state == ProjectState.PROPOSED || dropped());
		}

	}

}
