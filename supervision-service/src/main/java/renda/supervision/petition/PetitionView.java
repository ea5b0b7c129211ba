package renda.supervision.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.supervision.petition.PetitionTerms.Category;
import renda.supervision.petition.PetitionTerms.Channel;
import renda.supervision.petition.PetitionTerms.Competence;
import renda.supervision.petition.PetitionTerms.Route;

/**
 * A matter as one caller sees it. Those who work on it see who brought it; a leader who
 * does not, and whoever stepped aside, see the persons masked, and whoever stepped aside
 * nothing of what was said.
 *
 * @param code {@code XF-2022-0417}
 * @param state where it stands, since when
 * @param request what is asked for, with facts and reasons
 * @param petitioners who brings it
 * @param category its class, once the office has classified it
 * @param accused whom it accuses; for the office and those it was passed to
 * @param handler the organ that settles it
 * @param assigned whether that organ reports the result
 * @param opinion the answer
 * @param receipts where its letters, visits and calls are listed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PetitionView(UUID id, String code, PetitionState state, LocalDate stateSince, Channel channel,
		LocalDate receivedOn, String area, int persons, @Nullable String request, @Nullable String facts,
		@Nullable String reasons, List<Petition.Petitioner> petitioners, boolean masked, @Nullable Category category,
		@Nullable Competence competence, @Nullable Route route, @Nullable List<Petition.Accused> accused,
		@Nullable Named handler, @Nullable Boolean assigned, @Nullable Named reexaminer, @Nullable Named reviewer,
		PetitionAction.@Nullable Diversion diversion, PetitionAction.@Nullable NonAcceptance notAccepted,
		PetitionAction.@Nullable Opinion opinion, @Nullable LocalDate answeredOn,
		PetitionAction.@Nullable Rating rating, Petition.@Nullable Supervision supervision,
		PetitionAction.@Nullable Urgency urgent, Petition.@Nullable Suggestion suggestion, String receipts,
		boolean sample, long version) {

	static PetitionView of(Petition petition, Set<PetitionParty> who) {
		boolean reads = !who.isEmpty();
		boolean staff = reads && !who.contains(PetitionParty.PETITIONER);
		boolean masked = !worksOn(petition, who);
		Petition.Assessment assessment = petition.assessment();
		Petition.Passage passage = petition.passage();
		PetitionAction.Registration said = petition.matter();
		return new PetitionView(petition.id(), petition.code(), petition.state(), petition.stateSince(), said.channel(),
				said.receivedOn(), said.area(), said.persons(), reads ? said.request() : null,
				reads ? said.facts() : null, reads ? said.reasons() : null,
				masked ? petition.petitioners().stream().map(PetitionView::masked).toList() : petition.petitioners(),
				masked, (assessment != null) ? assessment.category() : null,
				(assessment != null) ? assessment.competence() : null, (assessment != null) ? assessment.route() : null,
				staff ? petition.accused() : null, (passage != null) ? Named.of(passage.to()) : null,
				(passage != null) ? passage.assigned() : null, Named.of(petition.reexaminer()),
				Named.of(petition.reviewer()), petition.last(PetitionAction.Diversion.class).orElse(null),
				petition.last(PetitionAction.NonAcceptance.class).orElse(null),
				reads ? petition.last(PetitionAction.Opinion.class).orElse(null) : null,
				petition.lastOn(PetitionAction.Opinion.class).orElse(null),
				petition.last(PetitionAction.Rating.class).orElse(null), staff ? petition.supervision() : null,
				staff ? petition.last(PetitionAction.Urgency.class).orElse(null) : null, petition.suggestion(),
				"/api/v1/supervision/petition-receipts?petition=" + petition.id(), petition.sample(),
				petition.version());
	}

	/**
	 * Whether somebody works on it: a leader does while seeing to it.
	 */
	private static boolean worksOn(Petition petition, Set<PetitionParty> who) {
		Petition.Supervision supervision = petition.supervision();
		boolean sees = supervision != null && supervision.result() == null;
		return who.stream().anyMatch((party) -> switch (party) {
			case OFFICE, HANDLER, REEXAMINER, REVIEWER, PETITIONER -> true;
			case LEADER -> sees;
			case CLAIMANT, DEPUTY_SERVICE -> false;
		});
	}

	private static Petition.Petitioner masked(Petition.Petitioner petitioner) {
		return masked(petitioner.name(), petitioner.phone());
	}

	/**
	 * A person of whom only a trace is shown: 张**, 138****1234.
	 */
	public static Petition.Petitioner masked(@Nullable String name, @Nullable String phone) {
		String shownName = (name != null && !name.isEmpty()) ? new String(Character.toChars(name.codePointAt(0))) + "**"
				: null;
		String shownPhone = (phone != null && phone.length() >= 11)
				? phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4) : null;
		return new Petition.Petitioner(shownName, null, shownPhone, null);
	}

	/**
	 * An organ.
	 */
	public record Named(String code, String name) {

		static @Nullable Named of(@Nullable Destination organ) {
			return (organ != null) ? new Named(organ.code(), organ.name()) : null;
		}

	}

	/**
	 * What the feed tells of a matter. A title there is neutral words of the office, for
	 * a matter that became a suggestion.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Published(UUID id, String code, PetitionState state, LocalDate stateSince, String area,
			@Nullable String title, @Nullable LocalDate guidedOn) {

		static Published of(Petition petition) {
			Petition.Suggestion suggestion = petition.suggestion();
			return new Published(petition.id(), petition.code(), petition.state(), petition.stateSince(),
					petition.matter().area(), (suggestion != null) ? suggestion.title() : null,
					(suggestion != null) ? suggestion.guidedOn() : null);
		}

	}

}
