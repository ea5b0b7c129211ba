package renda.supervision.petition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import renda.platform.deadline.DueDate;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Moment;
import renda.supervision.organ.Organ;
import renda.supervision.petition.PetitionTerms.Category;
import renda.supervision.petition.PetitionTerms.Channel;
import renda.supervision.petition.PetitionTerms.Route;

/**
 * What the law asks of the steps of a matter, and what the steps change in it.
 */
final class PetitionLaw {

	private PetitionLaw() {
	}

	static boolean fewEnough(PetitionAction.Registration said, Moment<PetitionParty> moment) {
		return said.channel() != Channel.VISIT || said.present() <= moment.rules().number("pet.maxVisitors");
	}

	static boolean unaccused(Petition subject, @Nullable Destination to) {
		return to == null || !to.isUnder(subject.accusedOrgans());
	}

	/**
	 * An accusation goes to a supervisory commission only (信访工作条例 第二十二条、第三十条).
	 */
	static boolean mayHave(Petition subject, Destination to) {
		return !subject.classed(Category.ACCUSATION) || to.kind() == Organ.Kind.SUPERVISORY_COMMISSION;
	}

	/**
	 * A claim that another procedure settles is led there, not passed on.
	 */
	static boolean mayBePassedOn(Petition subject) {
		return !subject.classed(Category.CLAIM) || route(subject) == Route.OTHER;
	}

	static boolean mayBeDiverted(Petition subject) {
		return subject.classed(Category.CLAIM) && route(subject) != Route.OTHER;
	}

	static @Nullable Route route(Petition subject) {
		Petition.Assessment assessment = subject.assessment();
		return (assessment != null) ? assessment.route() : null;
	}

	static boolean assigned(Petition subject) {
		Petition.Passage passage = subject.passage();
		return passage != null && passage.assigned();
	}

	/**
	 * Whether a report came that has not been sent back.
	 */
	static boolean reported(Petition subject) {
		return comesLast(subject, PetitionAction.ResultReport.class,
				Set.of(PetitionAction.Passing.class, PetitionAction.Returning.class));
	}

	static boolean answered(Petition subject) {
		return comesLast(subject, PetitionAction.Opinion.class,
				Set.of(PetitionAction.Passing.class, PetitionAction.Returning.class));
	}

	static boolean heard(Petition subject) {
		return comesLast(subject, PetitionAction.Hearing.class,
				Set.of(PetitionAction.HearingEnd.class, PetitionAction.Appeal.class));
	}

	private static boolean comesLast(Petition subject, Class<? extends PetitionAction> wanted,
			Collection<Class<? extends PetitionAction>> others) {
		return subject.done()
			.reversed()
			.stream()
			.map((entry) -> entry.said().getClass())
			.filter((kind) -> kind == wanted || others.contains(kind))
			.findFirst()
			.map((kind) -> kind == wanted)
			.orElse(false);
	}

	/**
	 * Whether the petitioner can ask for another look no more, or has said that they will
	 * not.
	 */
	static boolean settled(Petition subject, PetitionAction.Closing said, Moment<PetitionParty> moment) {
		return said.content() || !subject.runsItsCourse() || askUntil(subject, moment).isBefore(moment.on());
	}

	/**
	 * The last day on which the petitioner can ask; the day before any where they cannot.
	 */
	static LocalDate askUntil(Petition subject, Moment<PetitionParty> moment) {
		String key = switch (subject.state()) {
			case ANSWERED -> "pet.reexamAskDays";
			case REEXAMINED -> "pet.reviewAskDays";
			default -> "";
		};
		return key.isEmpty() ? LocalDate.MIN
				: DueDate
					.count(PetitionClocks.letterDay(subject, moment.on()), moment.rules().limit(key), List.of(),
							List.of(), WorkingDays.ofCalendar())
					.on();
	}

	/**
	 * Keeps what was said in a step, with what it changes.
	 */
	static Petition noted(Petition subject, String step, PetitionAction said, Moment<PetitionParty> moment,
			Consumer<Petition.Change> more) {
		return subject.with((change) -> {
			more.accept(change);
			change.done = Stream.concat(change.done.stream(), Stream.of(new Petition.Done(step, moment.on(), said)))
				.toList();
		});
	}

	static Petition noted(Petition subject, String step, PetitionAction said, Moment<PetitionParty> moment) {
		return noted(subject, step, said, moment, (change) -> {
		});
	}

	static Petition joined(Petition subject, PetitionAction.Registration said, Moment<PetitionParty> moment) {
		return noted(subject, "add-receipt", said, moment, (change) -> {
			change.petitioners = Petition.Change.joined(change.petitioners, said.petitioners());
			change.accused = Petition.Change.joined(change.accused, said.accused());
		});
	}

	static Petition classified(Petition subject, PetitionAction.Classification said, Moment<PetitionParty> moment) {
		return noted(subject, "classify", said, moment, (change) -> {
			change.assessment = new Petition.Assessment(said.category(), said.competence(), said.route(),
					said.acceptedBelow(), said.finalBefore());
			change.accused = Petition.Change.joined(change.accused, said.accused());
		});
	}

	static Petition passed(Petition subject, PetitionAction.Passing said, Moment<PetitionParty> moment,
			boolean assigned) {
		return noted(subject, assigned ? "assign" : "transfer", said, moment, (change) -> {
			change.takeAway();
			change.passage = new Petition.Passage(said.to(), assigned, moment.on(), false);
		});
	}

	static Petition accusing(Petition subject, PetitionAction.Accusing said, Moment<PetitionParty> moment) {
		boolean concerned = concerned(subject, said);
		return noted(subject, "add-accused", said, moment, (change) -> {
			change.accused = Petition.Change.joined(change.accused, said.accused());
			if (concerned) {
				change.takeAway();
			}
		});
	}

	static Petition withdrawn(Petition subject, PetitionAction.Withdrawal said, Moment<PetitionParty> moment) {
		return noted(subject, "withdraw", said, moment, (change) -> {
			change.accused = Petition.Change.joined(change.accused, said.accused());
			change.takeAway();
		});
	}

	static Petition recused(Petition subject, PetitionAction.Recusal said, Moment<PetitionParty> moment) {
		String account = said.account();
		return noted(subject, "recuse", said, moment, (change) -> change.recused = Petition.Change
			.joined(change.recused, List.of((account != null) ? account : moment.caller().subject())));
	}

	static Petition guided(Petition subject, PetitionAction.Guiding said, Moment<PetitionParty> moment) {
		requireNeutral(subject, said.title());
		return noted(subject, "guide-to-suggestion", said, moment,
				(change) -> change.suggestion = new Petition.Suggestion(said.title(), moment.on(), null, null, null));
	}

	/**
	 * A title that deputies read must not say who brought the matter.
	 */
	private static void requireNeutral(Petition subject, String title) {
		String read = title.toLowerCase(Locale.ROOT);
		boolean personal = subject.petitioners()
			.stream()
			.flatMap((petitioner) -> Stream.of(petitioner.name(), petitioner.phone(), petitioner.idNumber(),
					petitioner.address()))
			.anyMatch((word) -> word != null && word.length() > 1 && read.contains(word.toLowerCase(Locale.ROOT)));
		if (personal) {
			throw Refusal.invalid("/title", Text.of("标题不得含信访人的姓名、住址或者号码。",
					"The title must not say the petitioner's name, address or numbers."));
		}
	}

	static Petition following(Petition subject, PetitionAction.Following said, Moment<PetitionParty> moment) {
		Petition.Suggestion known = subject.suggestion();
		return noted(subject, "follow-suggestion", said, moment,
				(change) -> change.suggestion = new Petition.Suggestion((known != null) ? known.title() : "",
						(known != null) ? known.guidedOn() : moment.on(), said.id(), said.code(), said.state()));
	}

	static Set<String> organs(PetitionAction.Accusing said) {
		return said.accused().stream().map(Petition.Accused::organ).collect(Collectors.toSet());
	}

	/**
	 * Whether the organs dealing with it are among or under those accused now.
	 */
	static boolean concerned(Petition subject, PetitionAction.Accusing said) {
		Set<String> all = new HashSet<>(subject.accusedOrgans());
		all.addAll(organs(said));
		return subject.concerns(all);
	}

	static Petition claimed(Petition subject, PetitionAction.Claiming said, Moment<PetitionParty> moment) {
		return noted(subject, "claim", said, moment, (change) -> change.accounts = Petition.Change
			.joined(change.accounts, List.of(moment.caller().subject())));
	}

	static Petition overruled(Petition subject, PetitionAction.Ruling said, Moment<PetitionParty> moment) {
		return noted(subject, "overrule-objection", said, moment, (change) -> {
			Petition.Passage passage = change.passage;
			change.passage = (passage != null)
					? new Petition.Passage(passage.to(), passage.assigned(), passage.on(), true) : null;
		});
	}

	static Petition seenTo(Petition subject, PetitionAction.SupervisionResult said, Moment<PetitionParty> moment) {
		return noted(subject, "supervise-result", said, moment, (change) -> {
			Petition.Supervision running = change.supervision;
			change.supervision = (running != null) ? new Petition.Supervision(running.on(), running.leader(),
					running.reason(), said.result(), moment.on()) : null;
		});
	}

	static boolean complete(PetitionAction.Opinion said) {
		return said.outcome() != null && said.facts() != null && said.basis() != null;
	}

	static String acceptedBelow(Petition subject) {
		Petition.Assessment assessment = subject.assessment();
		return (assessment != null) ? Objects.requireNonNullElse(assessment.acceptedBelow(), "") : "";
	}

	static String finalBefore(Petition subject) {
		Petition.Assessment assessment = subject.assessment();
		return (assessment != null) ? Objects.requireNonNullElse(assessment.finalBefore(), "") : "";
	}

	/**
	 * The facts of what the office sees in it.
	 */
	static Map<String, Object> assessed(Petition subject) {
		Petition.Assessment assessment = subject.assessment();
		if (assessment == null) {
			return Map.of("category", "");
		}
		Route route = assessment.route();
		return (route != null) ? Map.of("category", assessment.category(), "route", route)
				: Map.of("category", assessment.category());
	}

	static Map<String, Object> destination(@Nullable Destination to) {
		return (to != null) ? Map.of("organ", to.code(), "organKind", to.kind()) : Map.of();
	}

}
