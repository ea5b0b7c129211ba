package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.deputy.suggestion.Proposal.Field;
import renda.deputy.suggestion.SuggestionAction.Satisfaction;

/**
 * A suggestion from elsewhere with its whole life, up to where it has come. A day that is
 * missing is a step that was not taken.
 *
 * @param code what it is known by; the same code is the same suggestion
 * @param session the number of the session; missing between sessions
 * @param lead the leading deputy, by the key the roster's import knows the person by
 * @param coSigners co-signers by their keys, separated by semicolons
 * @param units who handles it: {@code water:MAIN;roads:CO}
 * @param kind the kind of the answer; its class follows from it
 * @param answerSignedBy the head of the unit who signed
 * @param promiseBy the day something was promised for, with {@code promise}
 * @param finalKind the kind of the second answer, after the deputy was not content
 * @param finalAttitude what the deputy thought of the second answer
 */
record SuggestionRow(@NotBlank @Pattern(regexp = "[A-Z]{1,8}-\\d{4}-\\d{1,9}") String code,
		@NotBlank @Size(max = 200) String title, @NotBlank @Size(max = 20_000) String content, @NotNull Field field,
		@Positive int term, @Nullable @Positive Integer session, @NotBlank @Size(max = 40) String lead,
		@Nullable @Size(max = 4000) String coSigners, @Nullable Boolean confidential,
		@NotNull @PastOrPresent LocalDate submittedOn, @Nullable @PastOrPresent LocalDate assignedOn,
		@Nullable @Pattern(
				regexp = "[a-z][a-z0-9-]*:(MAIN|CO|SEPARATE)(;[a-z][a-z0-9-]*:(MAIN|CO|SEPARATE))*") String units,
		@Nullable @PastOrPresent LocalDate contactedOn, Handling.@Nullable How contactHow,
		@Nullable @PastOrPresent LocalDate extendedOn, @Nullable @PastOrPresent LocalDate answeredOn,
		Handling.@Nullable Kind kind, @Nullable @Size(max = 20_000) String answer,
		@Nullable @Size(max = 60) String answerSignedBy, @Nullable @Size(max = 2000) String promise,
		@Nullable LocalDate promiseBy, @Nullable @PastOrPresent LocalDate promiseKeptOn,
		@Nullable @PastOrPresent LocalDate ratedOn, @Nullable Satisfaction attitude, @Nullable Satisfaction result,
		@Nullable @Size(max = 2000) String reason, @Nullable @PastOrPresent LocalDate reansweredOn,
		Handling.@Nullable Kind finalKind, @Nullable @PastOrPresent LocalDate reratedOn,
		@Nullable Satisfaction finalAttitude, @Nullable Satisfaction finalResult,
		@Nullable @PastOrPresent LocalDate prioritisedOn, @Nullable @Size(max = 60) String priorityLeader,
		@Nullable @Pattern(regexp = SuggestionAction.CODE) String priorityCommittee,
		@Nullable @PastOrPresent LocalDate onsiteOn, @Nullable @Size(max = 60) String onsiteLeader,
		@Nullable @Size(max = 200) String onsitePlace, @Nullable @Size(max = 5000) String onsiteResult,
		@Nullable @PastOrPresent LocalDate publishedOn, @Nullable @PastOrPresent LocalDate closedOn,
		@Nullable Boolean sample) {

	List<String> signers() {
		return (this.coSigners == null) ? List.of()
				: Arrays.stream(this.coSigners.split(";"))
					.map(String::strip)
					.filter((key) -> !key.isEmpty())
					.distinct()
					.toList();
	}

	List<String> persons() {
		return Stream.concat(Stream.of(this.lead), signers().stream()).distinct().toList();
	}

	/**
	 * The units, without their names.
	 */
	List<SuggestionAction.Unit> parts() {
		return (this.units == null) ? List.of() : Arrays.stream(this.units.split(";")).map((part) -> {
			String[] pair = part.split(":", 2);
			return new SuggestionAction.Unit(pair[0], Handling.Role.valueOf(pair[1]), null);
		}).toList();
	}

}
