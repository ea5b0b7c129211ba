package renda.legislation.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Tabled;
import renda.legislation.meeting.Meeting.Attendant;
import renda.legislation.member.Body;
import renda.legislation.sitting.Attendance.Counted;
import renda.platform.rule.RuleSet;
import renda.platform.rule.Share;
import renda.platform.store.Ids;
import renda.platform.vote.DecisionRule;
import renda.platform.web.Given;
import renda.platform.workflow.Moment;

/**
 * What the law asks of the steps of a meeting, and the facts it is decided on.
 */
final class MeetingConditions {

	private MeetingConditions() {
	}

	/**
	 * An extra session is called by the committee, which finds it necessary, or by
	 * deputies.
	 */
	static boolean mayBeCalled(MeetingAction.MeetingPlan plan, RuleSet rules) {
		boolean extra = plan.body() == Body.CONGRESS && plan.kind() == Convening.Kind.SPECIAL;
		return !extra || !Given.orEmpty(plan.basis()).isEmpty()
				|| rules.share("mtg.extraSession").isReachedBy(plan.calledBy(), plan.deputies());
	}

	static boolean isFirstSession(MeetingAction.MeetingPlan plan) {
		return plan.body() == Body.CONGRESS && plan.kind() == Convening.Kind.REGULAR && plan.number() == 1;
	}

	/**
	 * The reports that the last meeting wanted again and that are not on this agenda.
	 */
	static List<MeetingAction.Returned> missing(Meeting meeting, List<MeetingAction.Returned> returned) {
		return returned.stream()
			.filter((one) -> meeting.agenda().stream().noneMatch((item) -> one.item().equals(item.repeats())))
			.toList();
	}

	/**
	 * Whether a report with which enough members do not agree is returned, with the
	 * meeting at which it comes again, and no other is.
	 */
	static boolean isAnswered(Meeting meeting, MeetingAction.ItemConcluded in, RuleSet rules) {
		boolean returned = in.result() == AgendaItem.Result.REPORT_RETURNED;
		boolean disagreed = rules.share("mtg.reportDisagreed").isReachedBy(in.disagreeing(), members(meeting));
		return returned == disagreed && returned == (in.again() != null);
	}

	static Map<String, Object> disagreement(Meeting meeting, MeetingAction.ItemConcluded in, RuleSet rules) {
		int members = members(meeting);
		return Map.of("members", members, "disagree", in.disagreeing(), "needed",
				rules.share("mtg.reportDisagreed").leastOf(members), "result", in.result());
	}

	private static int members(Meeting meeting) {
		Course.Opening opening = meeting.course().opening();
		return (opening != null) ? opening.members() : 0;
	}

	/**
	 * A report that is wanted again at this meeting is on its agenda again at once.
	 */
	static Meeting concluding(Meeting meeting, MeetingAction.ItemConcluded in, LocalDate on) {
		Meeting concluded = meeting.with(in.item(), (item) -> item
			.concluded(new AgendaItem.Conclusion(on, in.result(), Given.orEmpty(in.note()), "", null, in.again())));
		return (in.again() != AgendaItem.Again.THIS_MEETING) ? concluded
				: meeting.item(in.item())
					.map((item) -> concluded.tabling(item.again(Ids.next(), on), null))
					.orElse(concluded);
	}

	static Map<String, Object> callers(MeetingAction.MeetingPlan plan, RuleSet rules) {
		Share share = rules.share("mtg.extraSession");
		return Map.of("callers", plan.calledBy(), "deputies", plan.deputies(), "needed",
				share.leastOf(plan.deputies()));
	}

	static boolean isTabled(Meeting meeting, MeetingAction.AgendaProposal proposal) {
		return proposal.subject() != null && meeting.agenda()
			.stream()
			.anyMatch((item) -> proposal.subject().equals(item.subject()) && item.purpose() == proposal.purpose()
					&& item.kind().equals(proposal.kind()));
	}

	static Map<String, Object> purposes(MeetingAction.AgendaProposal proposal) {
		MeetingAction.TabledCase known = proposal.known();
		return Map.of("purpose", proposal.purpose(), "purposes",
				(known != null) ? known.purposes().stream().sorted().toList() : List.of());
	}

	/**
	 * What is to be told of an item that a step names.
	 */
	static Map<String, Object> fact(Meeting meeting, UUID item) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("item", item);
		meeting.item(item).ifPresent((known) -> {
			facts.put("title", known.title());
			facts.put("purpose", known.purpose());
			facts.put("adopted", known.isAdopted());
			if (known.conclusion() != null) {
				facts.put("result", known.conclusion().result());
			}
		});
		return facts;
	}

	static boolean isLate(Meeting meeting, Moment<?> moment) {
		return meeting.convening().kind() != Convening.Kind.SPECIAL
				&& moment.on().isAfter(MeetingClocks.papersBy(meeting.convening(), moment.rules()));
	}

	static boolean inTime(Meeting meeting, MeetingAction.AgendaPapers papers, Moment<?> moment) {
		return !isLate(meeting, moment) || !Given.orEmpty(papers.late()).isEmpty();
	}

	static Map<String, Object> papersDue(Meeting meeting, Moment<?> moment) {
		return Map.of("from", meeting.convening().from(), "dueOn",
				MeetingClocks.papersBy(meeting.convening(), moment.rules()), "on", moment.on(), "limit",
				moment.rules().limit(MeetingClocks.papersParameter(meeting.convening())).text(), "pointer", "/late");
	}

	/**
	 * The heads of government, supervisory commission, court and procuratorate attend the
	 * committee's meetings by law (MTG-05): they stand on the list without being asked.
	 * @param organs the codes of the four
	 */
	static Meeting withHeads(Meeting meeting, List<String> organs, LocalDate on) {
		if (meeting.ofCongress()) {
			return meeting;
		}
		List<Attendant> all = new ArrayList<>(meeting.attendants());
		organs.stream()
			.filter((organ) -> meeting.attendants()
				.stream()
				.noneMatch((known) -> known.kind() == Attendant.As.ORGAN_HEAD && known.organ().equals(organ)))
			.forEach((organ) -> all.add(new Attendant(Ids.next(), Attendant.As.ORGAN_HEAD, organ, "", null, on, null)));
		return meeting.withAttendants(all);
	}

	static Meeting inviting(Meeting meeting, List<MeetingAction.Invited> invited, LocalDate on) {
		List<Attendant> all = new ArrayList<>(meeting.attendants());
		invited.forEach((one) -> all.add(new Attendant(Ids.next(), one.kind(), Given.orEmpty(one.organ()),
				Given.orEmpty(one.name()), one.deputy(), on, null)));
		return meeting.withAttendants(all);
	}

	static boolean knowsAttendants(Meeting meeting, List<MeetingAction.Came> came) {
		List<UUID> known = meeting.attendants().stream().map(Attendant::id).toList();
		return came.stream().allMatch((one) -> known.contains(one.attendant()));
	}

	static Meeting recording(Meeting meeting, List<MeetingAction.Came> came) {
		Map<UUID, MeetingAction.Came> said = new LinkedHashMap<>();
		came.forEach((one) -> said.put(one.attendant(), one));
		return meeting.withAttendants(meeting.attendants().stream().map((known) -> {
			MeetingAction.Came one = said.get(known.id());
			return (one != null) ? known.came(one.attended(), Given.orEmpty(one.name())) : known;
		}).toList());
	}

	static DecisionRule deciding(Meeting meeting) {
		return Decisions.of(meeting.convening().body(), Tabled.Deciding.OPEN);
	}

	/**
	 * Whether enough are there; of the other body, always.
	 */
	static boolean isQuorate(Meeting meeting, Body body, Counted counted, Moment<?> moment) {
		return meeting.convening().body() != body
				|| deciding(meeting).isQuorate(counted.members(), counted.present(), moment.rules());
	}

	/**
	 * Whether too few are there; of the other body, always.
	 */
	static boolean isShort(Meeting meeting, Body body, Counted counted, Moment<?> moment) {
		return meeting.convening().body() != body
				|| !deciding(meeting).isQuorate(counted.members(), counted.present(), moment.rules());
	}

	static Map<String, Object> quorum(Meeting meeting, Counted counted, Moment<?> moment) {
		Share share = moment.rules().share(deciding(meeting).quorum());
		return Map.of("members", counted.members(), "present", counted.present(), "needed",
				share.leastOf(counted.members()));
	}

	static boolean knowsItems(Meeting meeting, List<UUID> items) {
		return items.stream().allMatch((item) -> meeting.item(item).isPresent());
	}

	static boolean areAdopted(Meeting meeting, List<UUID> items) {
		return items.stream().allMatch((item) -> meeting.item(item).filter(AgendaItem::isAdopted).isPresent());
	}

	static boolean isPending(Meeting meeting, UUID item) {
		return meeting.item(item).filter(AgendaItem::isPending).isPresent();
	}

	/**
	 * The adopted items in the order the meeting gave them, then the others.
	 */
	static Meeting adopting(Meeting meeting, List<UUID> items, LocalDate on) {
		List<UUID> chosen = items.isEmpty() ? meeting.agenda().stream().map(AgendaItem::id).toList() : items;
		List<AgendaItem> ordered = new ArrayList<>();
		meeting.agenda()
			.stream()
			.filter((item) -> item.isAdopted() && !chosen.contains(item.id()))
			.forEach(ordered::add);
		chosen.forEach(
				(id) -> meeting.item(id).ifPresent((item) -> ordered.add(item.isAdopted() ? item : item.adopted(on))));
		meeting.agenda()
			.stream()
			.filter((item) -> !item.isAdopted() && !chosen.contains(item.id()))
			.forEach(ordered::add);
		return meeting.withAgenda(ordered);
	}

	/**
	 * Whether a result is one that an item of this purpose has without a ballot.
	 */
	static boolean fits(AgendaItem item, AgendaItem.Result result) {
		return switch (item.purpose()) {
			case HEAR_REPORT -> result == AgendaItem.Result.REPORT_HEARD || result == AgendaItem.Result.REPORT_RETURNED;
			case DELIBERATE, FIRST_READING, SECOND_READING, THIRD_READING -> result == AgendaItem.Result.DELIBERATED;
			case CLAUSE_VOTE, VOTE, APPOINT, DISMISS, RESIGNATION, REMOVE, ANNUL, ELECT -> false;
		};
	}

}
