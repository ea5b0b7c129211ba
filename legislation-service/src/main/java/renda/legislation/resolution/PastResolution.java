package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import renda.legislation.member.Body;
import renda.legislation.resolution.Resolution.Party;
import renda.legislation.resolution.Resolution.State;
import renda.legislation.resolution.ResolutionAction.KnownMover;
import renda.legislation.resolution.ResolutionAction.ResolutionListing;
import renda.legislation.resolution.ResolutionAction.ResolutionMotion;
import renda.legislation.resolution.ResolutionAction.ResolutionPlain;
import renda.legislation.resolution.ResolutionAction.ResolutionPublication;
import renda.legislation.resolution.ResolutionAction.ResolutionReason;
import renda.legislation.resolution.ResolutionAction.ResolutionVote;
import renda.legislation.resolution.ResolutionAction.ResolutionWords;
import renda.legislation.resolution.ResolutionAction.TaskGiven;
import renda.platform.cases.Lived;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.vote.Tally;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;

/**
 * A resolution from elsewhere, led through the steps its row tells, each by the law of
 * its day. What came late is marked late; a vote that does not pass passes nothing.
 */
final class PastResolution {

	private static final String UNKNOWN = "历史资料，未载明";

	private static final String LATE = "历史资料，未载明逾期原因";

	private final ResolutionRow row;

	private final KnownMover mover;

	private final Caller importer;

	private final Map<LocalDate, RuleSet> laws;

	private final List<Lived.Past> steps = new ArrayList<>();

	private final Map<UUID, Deadline> clocks = new LinkedHashMap<>();

	private Resolution resolution;

	/**
	 * A life.
	 * @param mover who moved it, as the roll knows
	 * @param importer who imports
	 * @param laws the rule sets of days, as far as they are known; added to
	 */
	PastResolution(ResolutionRow row, KnownMover mover, Caller importer, Map<LocalDate, RuleSet> laws) {
		this.row = row;
		this.mover = mover;
		this.importer = importer;
		this.laws = laws;
		this.resolution = Resolution
			.moved(Ids.next(), row.code(), row.term(),
					new Motion(row.title().strip(), row.form(), row.type(), Given.orEmpty(row.text()), "",
							Given.orEmpty(row.country()), Given.orEmpty(row.city()), mover.mover(), row.submittedOn()))
			.of(body(), Boolean.TRUE.equals(row.sample()));
	}

	private Body body() {
		return Objects.requireNonNullElse(this.row.body(), Body.STANDING_COMMITTEE);
	}

	/**
	 * The resolution with its steps and clocks.
	 * @throws Refusal where a step could not have been taken
	 */
	Lived<Resolution> lived() {
		if (this.row.type() == Motion.Type.SISTER_CITY) {
			required(this.row.country(), "country");
			required(this.row.city(), "city");
		}
		take("propose", this.row.submittedOn(), Party.OFFICE, "", new ResolutionMotion(this.row.title(),
				this.row.form(), this.row.type(), "", null, null, null, null, null, this.mover));
		if (this.row.withdrawnOn() != null) {
			take("withdraw", this.row.withdrawnOn(), Party.MOVER, "", new ResolutionReason(UNKNOWN));
		}
		else if (this.row.votedOn() != null) {
			voted(this.row.votedOn());
		}
		return new Lived<>(this.resolution, this.steps, List.copyOf(this.clocks.values()));
	}

	private void voted(LocalDate on) {
		Tally tally = Tally.of(required(this.row.votesFor(), "votesFor"), orNone(this.row.against()),
				orNone(this.row.abstained()), orNone(this.row.notPressed()));
		int members = required(this.row.members(), "members");
		if (tally.present() > members) {
			throw Refusal.invalid("members", Text.of("出席 %s 人，多于全体组成人员 %s 人。",
					"%s are present, more than the %s members there are.", tally.present(), members));
		}
		Voted vote = Voted.past(on, required(this.row.meeting(), "meeting"), body(), members, tally, law(on));
		take("list", on, Party.COUNCIL, "", new ResolutionListing(on, UNKNOWN));
		take(vote.passed() ? "adopt" : "reject", on, Party.CHAIR, "", new ResolutionVote(vote));
		if (vote.passed()) {
			carriedOut();
		}
		else if (this.row.opinionsOn() != null) {
			take("send-opinions", this.row.opinionsOn(), Party.OFFICE, "",
					new ResolutionWords(Objects.requireNonNullElse(this.row.opinions(), UNKNOWN)));
		}
	}

	private void carriedOut() {
		if (this.row.publishedOn() == null) {
			return;
		}
		take("publish", this.row.publishedOn(), Party.OFFICE, "",
				new ResolutionPublication(Objects.requireNonNullElse(this.row.text(), UNKNOWN),
						Objects.requireNonNullElse(this.row.publishedIn(), UNKNOWN),
						this.row.organs().stream().map((organ) -> new TaskGiven(organ, null)).toList(),
						this.row.dueOn(), null));
		if (this.row.executedOn() != null) {
			for (String organ : this.row.organs()) {
				take("report-execution", this.row.executedOn(), Party.EXECUTOR, organ,
						new ResolutionWords(Objects.requireNonNullElse(this.row.report(), UNKNOWN)));
			}
		}
		if (this.row.closedOn() != null && this.resolution.state() != State.CLOSED) {
			take("close", this.row.closedOn(), Party.OFFICE, "", new ResolutionPlain());
		}
	}

	private void take(String step, LocalDate on, Party party, String organ, Record said) {
		Caller caller = new Caller(this.importer.subject(), this.importer.name(), Set.of(), Set.of(), organ);
		State before = this.resolution.state();
		Decision<Resolution, State, Party> decision = ResolutionWorkflow.DECLARED.decide(this.resolution,
				List.copyOf(this.clocks.values()), step, said, new Moment<>(caller, Set.of(party), on, law(on)), LATE,
				WorkingDays.ofCalendar());
		decision.clocks().forEach((clock) -> this.clocks.put(clock.id(), clock));
		this.resolution = decision.after();
		this.steps.add(new Lived.Past(step, this.steps.isEmpty() ? "" : before.name(), this.resolution.state().name(),
				on, this.importer.name(), decision.late().stream().map(Deadline::name).distinct().toList()));
	}

	private RuleSet law(LocalDate on) {
		return this.laws.computeIfAbsent(on, RuleBook::statutory);
	}

	private static int orNone(@Nullable Integer number) {
		return (number != null) ? number : 0;
	}

	private static <T> T required(@Nullable T value, String column) {
		if (value == null) {
			throw Refusal.invalid(column, Text.of("须填写 %s。", "%s is needed.", column));
		}
		return value;
	}

}
