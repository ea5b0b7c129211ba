package renda.legislation.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import renda.legislation.bill.BillProposal.BillMover;
import renda.legislation.sitting.Sitting;

/**
 * What a step is decided on and only the service knows.
 *
 * @param drafts the drafts of the bill
 * @param sitting the meeting that the step names; missing where there is none
 * @param movers those who move the bill together, as the roll knows them today
 * @param consultation how the consultation stands; missing where there is none
 * @param commencement the day on which the draft put to the vote takes effect by its own
 * words; missing where it names none
 */
public record BillKnown(List<KnownDraft> drafts, @Nullable Sitting sitting, List<BillMover> movers,
		@Nullable KnownConsultation consultation, @Nullable LocalDate commencement) {

	public static final BillKnown NOTHING = new BillKnown(List.of(), null, List.of(), null, null);

	public BillKnown {
		drafts = List.copyOf(drafts);
		movers = List.copyOf(movers);
	}

	public Optional<KnownDraft> draft(@Nullable UUID id) {
		return this.drafts.stream().filter((draft) -> draft.id().equals(id)).findFirst();
	}

	/**
	 * Whether there is a consultation, and what is asked of it holds.
	 */
	public boolean consulted(Predicate<KnownConsultation> holds) {
		return this.consultation != null && holds.test(this.consultation);
	}

	public static BillKnown of(@Nullable BillKnown known) {
		return (known != null) ? known : NOTHING;
	}

	/**
	 * A draft of the bill.
	 *
	 * @param titleKey its title as titles are compared
	 * @param articles the ids of its articles
	 */
	public record KnownDraft(UUID id, String titleKey, List<String> articles) {

		public KnownDraft {
			articles = List.copyOf(articles);
		}

	}

	/**
	 * How the consultation stands.
	 */
	public record KnownConsultation(boolean over, boolean summaryPublished, LocalDate until) {
	}

}
