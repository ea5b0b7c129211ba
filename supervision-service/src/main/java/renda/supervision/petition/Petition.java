package renda.supervision.petition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.platform.workflow.Case;

/**
 * A matter (信访事项), with every letter, visit and call that is about it. It is kept
 * encrypted as a whole.
 *
 * @param code {@code XF-2022-0417}
 * @param matter what it is about, as the first receipt tells it
 * @param petitioners who brought it; empty where nobody said who they are
 * @param accounts the accounts of petitioners who look it up themselves
 * @param accused whom it accuses: they must never learn of it
 * @param recused the accounts of staff who step aside
 * @param assessment what it is, as the petition office sees it; null until then
 * @param passage to whom it was passed on; null while it is with nobody
 * @param reexaminer who re-examines it (复查)
 * @param reviewer who reviews it (复核)
 * @param former organs that once had it and have it no more
 * @param supervision the mark that a leader sees to it (督办)
 * @param suggestion the deputies' suggestion it was guided to
 * @param done what was said in its steps, in order
 */
public record Petition(UUID id, String code, PetitionState state, LocalDate stateSince, long version, boolean sample,
		PetitionAction.Registration matter, List<Petitioner> petitioners, List<String> accounts, List<Accused> accused,
		List<String> recused, @Nullable Assessment assessment, @Nullable Passage passage,
		@Nullable Destination reexaminer, @Nullable Destination reviewer, List<String> former,
		@Nullable Supervision supervision, @Nullable Suggestion suggestion,
		List<Done> done) implements Case<PetitionState, Petition> {

	public Petition {
		petitioners = List.copyOf(petitioners);
		accounts = List.copyOf(accounts);
		accused = List.copyOf(accused);
		recused = List.copyOf(recused);
		former = List.copyOf(former);
		done = List.copyOf(done);
	}

	/**
	 * A matter as it is registered.
	 * @param account the petitioner's own account; empty where somebody registers it for
	 * them
	 */
	public static Petition registered(UUID id, String code, PetitionAction.Registration said, String account,
			boolean sample) {
		return new Petition(id, code, PetitionState.REGISTERED, said.receivedOn(), 1, sample, said, said.petitioners(),
				account.isEmpty() ? List.of() : List.of(account), said.accused(), List.of(), null, null, null, null,
				List.of(), null, null, List.of());
	}

	@Override
	public Petition in(PetitionState next, LocalDate since, long number) {
		return new Petition(this.id, this.code, next, since, number, this.sample, this.matter, this.petitioners,
				this.accounts, this.accused, this.recused, this.assessment, this.passage, this.reexaminer,
				this.reviewer, this.former, this.supervision, this.suggestion, this.done);
	}

	/**
	 * The same matter with something changed.
	 */
	Petition with(Consumer<Change> change) {
		Change next = new Change(this);
		change.accept(next);
		return new Petition(this.id, this.code, this.state, this.stateSince, this.version, this.sample, this.matter,
				next.petitioners, next.accounts, next.accused, next.recused, next.assessment, next.passage,
				next.reexaminer, next.reviewer, next.former, next.supervision, next.suggestion, next.done);
	}

	/**
	 * What was said last in steps of a kind.
	 */
	<T extends PetitionAction> Optional<T> last(Class<T> kind) {
		return entries(kind).reduce((one, next) -> next).map((entry) -> kind.cast(entry.said()));
	}

	/**
	 * When a step of a kind was taken last.
	 */
	Optional<LocalDate> lastOn(Class<? extends PetitionAction> kind) {
		return entries(kind).reduce((one, next) -> next).map(Done::on);
	}

	<T extends PetitionAction> Stream<Done> entries(Class<T> kind) {
		return this.done.stream().filter((entry) -> kind.isInstance(entry.said()));
	}

	/**
	 * The codes of the organs it accuses, and of those whose people it accuses.
	 */
	Set<String> accusedOrgans() {
		return this.accused.stream().map(Accused::organ).collect(Collectors.toSet());
	}

	Set<String> accusedAccounts() {
		return this.accused.stream().map(Accused::account).filter(Objects::nonNull).collect(Collectors.toSet());
	}

	/**
	 * The organs that deal with it now.
	 */
	List<Destination> dealing() {
		return Stream.of((this.passage != null) ? this.passage.to() : null, this.reexaminer, this.reviewer)
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Whether one of some organs deals with it, or stands above one that does.
	 */
	boolean concerns(Collection<String> organs) {
		return dealing().stream().anyMatch((destination) -> destination.isUnder(organs));
	}

	/**
	 * Whether it is of a class; of none until it is classified.
	 */
	boolean classed(PetitionTerms.Category category) {
		return this.assessment != null && this.assessment.category() == category;
	}

	/**
	 * Whether it is a claim that the handling organ itself settles within sixty days
	 * (信访工作条例 第三十一条第六项).
	 */
	boolean runsItsCourse() {
		return this.assessment != null && this.assessment.route() == PetitionTerms.Route.OTHER;
	}

	/**
	 * Somebody who brings a matter. Whatever they did not say is missing.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Petitioner(@Nullable @Size(max = 100) String name, @Nullable @Size(max = 200) String address,
			@Nullable @Size(max = 40) String phone, @Nullable @Size(max = 40) String idNumber) {

		/**
		 * Whether a notice can reach them (信访工作条例 第二十三条).
		 */
		boolean reachable() {
			return this.name != null && (this.address != null || this.phone != null);
		}

	}

	/**
	 * Whom a matter accuses.
	 *
	 * @param organ the code of the unit accused, or of the unit of the person accused
	 * @param person the person's name
	 * @param account the person's account here
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Accused(@NotBlank @Size(max = 40) String organ, @Nullable @Size(max = 100) String person,
			@Nullable @Size(max = 200) String account) {
	}

	/**
	 * What a matter is.
	 *
	 * @param route for claims: by which procedure it is settled
	 * @param acceptedBelow an organ below that has accepted the same matter
	 * @param finalBefore the code of a matter with the same facts and reasons that has
	 * come to its end
	 */
	public record Assessment(PetitionTerms.Category category, PetitionTerms.Competence competence,
			PetitionTerms.@Nullable Route route, @Nullable String acceptedBelow, @Nullable String finalBefore) {
	}

	/**
	 * How it was passed on.
	 *
	 * @param to to whom
	 * @param assigned whether a report is asked for (交办)
	 * @param overruled whether an objection was overruled
	 */
	public record Passage(Destination to, boolean assigned, LocalDate on, boolean overruled) {
	}

	/**
	 * That a leader sees to it.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Supervision(LocalDate on, String leader, PetitionTerms.Reason reason, @Nullable String result,
			@Nullable LocalDate closedOn) {
	}

	/**
	 * The suggestion it was guided to.
	 *
	 * @param title what it is called there: neutral words of the office
	 * @param id the suggestion's id, once a deputy took it up
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Suggestion(String title, LocalDate guidedOn, @Nullable String id, @Nullable String code,
			@Nullable String state) {
	}

	/**
	 * What was said in a step.
	 */
	public record Done(String step, LocalDate on, @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME,
			include = JsonTypeInfo.As.WRAPPER_OBJECT) PetitionAction said) {
	}

	/**
	 * What a step may change.
	 */
	static final class Change {

		List<Petitioner> petitioners;

		List<String> accounts;

		List<Accused> accused;

		List<String> recused;

		@Nullable Assessment assessment;

		@Nullable Passage passage;

		@Nullable Destination reexaminer;

		@Nullable Destination reviewer;

		List<String> former;

		@Nullable Supervision supervision;

		@Nullable Suggestion suggestion;

		List<Done> done;

		private Change(Petition before) {
			this.petitioners = before.petitioners;
			this.accounts = before.accounts;
			this.accused = before.accused;
			this.recused = before.recused;
			this.assessment = before.assessment;
			this.passage = before.passage;
			this.reexaminer = before.reexaminer;
			this.reviewer = before.reviewer;
			this.former = before.former;
			this.supervision = before.supervision;
			this.suggestion = before.suggestion;
			this.done = before.done;
		}

		/**
		 * Takes it away from whoever deals with it.
		 */
		void takeAway() {
			List<String> all = new ArrayList<>(this.former);
			Stream.of((this.passage != null) ? this.passage.to() : null, this.reexaminer, this.reviewer)
				.filter(Objects::nonNull)
				.map(Destination::code)
				.forEach(all::add);
			this.former = all.stream().distinct().toList();
			this.passage = null;
			this.reexaminer = null;
			this.reviewer = null;
		}

		static <T> List<T> joined(List<T> one, Collection<T> more) {
			List<T> all = new ArrayList<>(one);
			Set<T> known = new HashSet<>(one);
			more.stream().filter(known::add).forEach(all::add);
			return all;
		}

	}

}
