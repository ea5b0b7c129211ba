package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.cleanup.CleanupRound.Act;
import renda.legislation.competence.Domain;
import renda.legislation.impact.Referring.Referrer;
import renda.legislation.projectlink.ProjectCourse;
import renda.platform.web.Given;

/**
 * What is sent with each step. What the law asks for by an article is not asked for here:
 * the step refuses it with that article.
 */
sealed interface CleanupAction {

	/** An organ's code. */
	String CODE = "[a-z][a-z0-9-]{1,39}";

	/**
	 * A new round.
	 *
	 * @param superior the title of the superior law that has changed
	 * @param changedOn the day from which the change holds
	 * @param basis the document that asks for the round
	 */
	record CleanupBeginning(@NotBlank @Size(max = 200) String title, @NotBlank @Size(max = 60) String field,
			@Nullable @Size(max = 200) String superior, @Nullable LocalDate changedOn,
			@Nullable @Size(max = 300) String basis) implements CleanupAction {
	}

	/**
	 * Takes what the register proposes into the scope.
	 *
	 * @param known what it proposes; filled in by the service
	 */
	record CleanupProposal(@Schema(hidden = true) @JsonProperty(
			access = JsonProperty.Access.WRITE_ONLY) @Nullable List<Referrer> known) implements CleanupAction {

		List<Referrer> texts() {
			return (this.known != null) ? this.known : List.of();
		}

	}

	/**
	 * Takes more texts into the scope.
	 *
	 * @param regulations their ids in the register
	 * @param known the texts; filled in by the service
	 */
	record CleanupAddition(@NotEmpty @Size(max = 200) List<@NotNull UUID> regulations,
			@Schema(hidden = true) @JsonProperty(
					access = JsonProperty.Access.WRITE_ONLY) @Nullable List<Referrer> known)
			implements
				CleanupAction {

		List<Referrer> texts() {
			return (this.known != null) ? this.known : List.of();
		}

	}

	/**
	 * Takes a text out of the scope.
	 */
	record CleanupRemoval(@NotNull UUID regulation,
			@Nullable @Size(max = 2000) String reason) implements CleanupAction {
	}

	/**
	 * Says who checks which texts.
	 */
	record CleanupAssignment(@NotEmpty @Size(max = 200) List<@Valid @NotNull Checker> items) implements CleanupAction {
	}

	/**
	 * Who checks a text.
	 *
	 * @param body the code of the body that drafted it
	 */
	@Schema(name = "CleanupChecker")
	record Checker(@NotNull UUID regulation, @NotNull @Pattern(regexp = CODE) String body) {
	}

	/**
	 * Fixes the scope.
	 *
	 * @param checkBy until when the bodies check
	 */
	record CleanupScope(@NotNull LocalDate checkBy) implements CleanupAction {
	}

	/**
	 * What a body found.
	 */
	record CleanupCheck(@NotNull UUID regulation, @NotNull Act act,
			@Nullable @Size(max = 20_000) String reason) implements CleanupAction {
	}

	/**
	 * What is decided about a text.
	 *
	 * @param decision the decision of the chairpersons' meeting it rests on
	 * @param pack the title of the bill that changes several texts at once (打包修改); those
	 * with the same title go into one. Missing: its own
	 * @param domain the domain of the project it starts; missing: OTHER, until the
	 * project is assessed
	 * @param known what it starts; filled in by the service
	 */
	record CleanupVerdict(@NotNull UUID regulation, @NotNull Act act, @Nullable @Size(max = 20_000) String reason,
			@NotBlank @Size(max = 200) String decision, @Nullable @Size(max = 200) String pack, @Nullable Domain domain,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Fresh known)
			implements
				CleanupAction {
	}

	/**
	 * The id and the code that a project gets, should the decision start one.
	 */
	@Schema(name = "CleanupFresh")
	record Fresh(UUID project, String code) {
	}

	/**
	 * What else carries out a decision: a project or a bill that was there before, or, of
	 * a text that its maker changes itself, the document.
	 *
	 * @param bill the code of the bill
	 * @param project the project, instead
	 * @param document the document by which the maker changed or ended it, instead
	 * @param known how far the project is; filled in by the service
	 */
	record CleanupBill(@NotNull UUID regulation, @Nullable @Pattern(regexp = "[A-Z]{1,8}-\\d{4}-\\d{1,9}") String bill,
			@Nullable UUID project, @Nullable @Size(max = 200) String document,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable ProjectCourse known)
			implements
				CleanupAction {

		String code() {
			return (this.project != null) ? ((this.known != null) ? this.known.code() : "")
					: !Given.isBlank(this.bill) ? Given.orEmpty(this.bill) : Given.orEmpty(this.document);
		}

		/**
		 * What is recorded.
		 */
		CleanupItem.Started started(LocalDate on) {
			return (this.project != null && this.known != null)
					? CleanupItem.Started.project(on, this.project, this.known.code(), null)
						.reached(this.known, this.regulation)
					: CleanupItem.Started.other(on, code());
		}

	}

	/**
	 * How far a project is.
	 */
	record CleanupFollow(ProjectCourse course) implements CleanupAction {
	}

	/**
	 * Something in writing: the report, or reasons.
	 */
	record CleanupWords(@Nullable @Size(max = 50_000) String text) implements CleanupAction {
	}

}
