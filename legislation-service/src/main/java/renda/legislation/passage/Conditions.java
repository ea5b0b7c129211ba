package renda.legislation.passage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import renda.legislation.agenda.Purpose;
import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillCourse.ReviewQuestion;
import renda.legislation.bill.BillKnown;
import renda.legislation.bill.BillPapers.BillText;
import renda.legislation.bill.BillProposal.BillMover;
import renda.legislation.bill.BillProposal.BillTarget;
import renda.legislation.bill.BillTitles;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.platform.rule.TimeLimit;
import renda.platform.web.Given;
import renda.platform.workflow.Moment;

/**
 * What the law asks of steps, and the facts it is decided on.
 */
final class Conditions {

	private Conditions() {
	}

	/**
	 * The item of a meeting that is held, by which the bill is dealt with for a purpose.
	 */
	static Optional<Sitting.Item> item(Bill bill, @Nullable BillKnown known, Purpose purpose, Body body, LocalDate on) {
		Sitting sitting = BillKnown.of(known).sitting();
		return (sitting != null && sitting.body() == body && isHeld(sitting, on))
				? sitting.item("bill", bill.id(), purpose).filter(Sitting.Item::adopted) : Optional.empty();
	}

	/**
	 * Whether a body meets: now, or on a day that is recorded afterwards.
	 */
	static boolean isMeeting(@Nullable BillKnown known, Body body, LocalDate on) {
		Sitting sitting = BillKnown.of(known).sitting();
		return sitting != null && sitting.body() == body && isHeld(sitting, on);
	}

	private static boolean isHeld(Sitting sitting, LocalDate on) {
		return sitting.open() || (sitting.present() > 0 && !on.isBefore(sitting.from()) && !on.isAfter(sitting.to()));
	}

	static Map<String, Object> sitting(Bill bill, @Nullable BillKnown known, Purpose purpose) {
		Map<String, Object> facts = new LinkedHashMap<>();
		Sitting sitting = BillKnown.of(known).sitting();
		facts.put("meeting", (sitting != null) ? sitting.code() : "");
		facts.put("purpose", purpose.name());
		if (sitting != null) {
			Optional<Sitting.Item> item = sitting.item("bill", bill.id(), purpose);
			facts.put("body", sitting.body().name());
			facts.put("open", sitting.open());
			facts.put("onTheAgenda", item.isPresent());
			facts.put("adopted", item.filter(Sitting.Item::adopted).isPresent());
		}
		return facts;
	}

	/**
	 * Whether the papers went out in time, or the special circumstances are named.
	 */
	static boolean papersInTime(Bill bill, BillAction.BillReadingHeld in, Purpose purpose, TimeLimit limit) {
		return !Given.isBlank(in.papersLate())
				|| papersSentOn(bill, in, purpose).filter((day) -> !day.isAfter(Clocks.before(first(in), limit)))
					.isPresent();
	}

	static Map<String, Object> papers(Bill bill, BillAction.BillReadingHeld in, Purpose purpose, TimeLimit limit) {
		return Map.of("meetingOn", first(in), "dueOn", Clocks.before(first(in), limit), "sentOn",
				papersSentOn(bill, in, purpose).map(LocalDate::toString).orElse(""), "pointer", "/papersLate");
	}

	static Optional<LocalDate> papersSentOn(Bill bill, BillAction.BillReadingHeld in, Purpose purpose) {
		Sitting sitting = BillKnown.of(in.known()).sitting();
		return (sitting == null) ? Optional.empty()
				: sitting.item("bill", bill.id(), purpose).map(Sitting.Item::papersSentOn);
	}

	private static LocalDate first(BillAction.BillReadingHeld in) {
		Sitting sitting = BillKnown.of(in.known()).sitting();
		return (sitting != null) ? sitting.from() : LocalDate.MAX;
	}

	/**
	 * The drafts named that are no drafts of this bill.
	 */
	static List<UUID> foreign(@Nullable UUID draft, @Nullable List<BillText> consolidated, @Nullable BillKnown known) {
		BillKnown facts = BillKnown.of(known);
		return Stream.concat(Stream.ofNullable(draft), Given.orNone(consolidated).stream().map(BillText::draft))
			.filter((id) -> facts.draft(id).isEmpty())
			.toList();
	}

	/**
	 * The regulations that a bill changes and whose whole text, as it would be, is not
	 * there, so that nothing can be compared. A bill that changes one regulation may
	 * itself be that text.
	 */
	static List<String> withoutWholeText(Bill bill, @Nullable UUID main, @Nullable List<BillText> given,
			@Nullable BillKnown known) {
		List<BillText> whole = Given.orNone(given).isEmpty() ? bill.papers().consolidated() : Given.orNone(given);
		return bill.proposal()
			.changed()
			.stream()
			.filter((target) -> whole.stream().noneMatch((text) -> text.regulation().equals(target.regulation()))
					&& !isTextOf(target, BillKnown.of(known).draft(main)))
			.map(BillTarget::title)
			.toList();
	}

	static boolean isTextOf(BillTarget target, Optional<BillKnown.KnownDraft> draft) {
		String title = BillTitles.key(target.title());
		return draft.filter((one) -> one.titleKey().equals(title)).isPresent();
	}

	static List<String> missingPapers(BillAction.BillSubmission in) {
		Map<String, Boolean> papers = new LinkedHashMap<>();
		papers.put("draft", in.draft() != null);
		papers.put("explanation", !Given.isBlank(in.explanation()));
		papers.put("legalBasis", !Given.isBlank(in.legalBasis()));
		papers.put("materials", !Given.orNone(in.materials()).isEmpty());
		return papers.entrySet().stream().filter((paper) -> !paper.getValue()).map(Map.Entry::getKey).toList();
	}

	static long inOffice(@Nullable BillKnown known) {
		return BillKnown.of(known)
			.movers()
			.stream()
			.filter(BillMover::inOffice)
			.map(BillMover::member)
			.distinct()
			.count();
	}

	static boolean allAnswered(@Nullable Set<ReviewQuestion> checks) {
		return checks != null && checks.size() == ReviewQuestion.values().length;
	}

	static Map<String, Object> unanswered(@Nullable Set<ReviewQuestion> checks) {
		return Map.of("unanswered",
				Arrays.stream(ReviewQuestion.values())
					.filter((question) -> checks == null || !checks.contains(question))
					.toList());
	}

	/**
	 * How many readings a bill gets.
	 */
	static int required(Bill bill, Moment<Party> moment) {
		return moment.rules().number(bill.course().type().parameter());
	}

	/**
	 * Whether the standing committee may decide on it, and not only the congress.
	 */
	static boolean isForCommittee(Bill bill) {
		return bill.proposal().body() == Body.STANDING_COMMITTEE
				&& (!bill.proposal().major() || bill.course().decision("authorise").isPresent());
	}

	/**
	 * The day on which what lies on the shelf may be ended: after the term, and each time
	 * that it was extended.
	 */
	static LocalDate shelvedUntil(Bill bill, Moment<Party> moment) {
		long extended = bill.course()
			.decisions()
			.stream()
			.filter((one) -> one.step().equals("extend-shelf") && !one.on().isBefore(bill.stateSince()))
			.count();
		TimeLimit term = moment.rules().limit("legis.shelfYears");
		LocalDate day = bill.stateSince();
		for (long i = 0; i <= extended; i++) {
			day = Clocks.after(day, term);
		}
		return day;
	}

}
