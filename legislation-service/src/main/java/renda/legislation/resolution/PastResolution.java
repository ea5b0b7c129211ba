package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.Objects;

import renda.legislation.member.Body;
import renda.legislation.motion.KnownMover;
import renda.legislation.resolution.Resolution.Party;
import renda.legislation.resolution.Resolution.State;
import renda.legislation.resolution.ResolutionAction.ResolutionListing;
import renda.legislation.resolution.ResolutionAction.ResolutionMotion;
import renda.legislation.resolution.ResolutionAction.ResolutionPlain;
import renda.legislation.resolution.ResolutionAction.ResolutionPublication;
import renda.legislation.resolution.ResolutionAction.ResolutionReason;
import renda.legislation.resolution.ResolutionAction.ResolutionVote;
import renda.legislation.resolution.ResolutionAction.ResolutionWords;
import renda.legislation.resolution.ResolutionAction.TaskGiven;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCase;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.vote.Tally;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import static renda.platform.cases.PastCase.UNKNOWN;

/**
 * A resolution from elsewhere, led through the steps its row tells, each by the law of
 * its day. What came late is marked late; a vote that does not pass passes nothing.
 */
final class PastResolution {

	private final ResolutionRow row;

	private final KnownMover mover;

	private final PastCase<Resolution, State, Party> past;

	/**
	 * A life.
	 * @param mover who moved it, as the roll knows
	 * @param importer who imports
	 */
	PastResolution(ResolutionRow row, KnownMover mover, Caller importer) {
		this.row = row;
		this.mover = mover;
		this.past = PastCase
			.of(ResolutionWorkflow.DECLARED, Resolution.moved(Ids.next(), row.code(), row.term(),
					new Motion(row.title().strip(), row.form(), row.type(), Given.orEmpty(row.text()), "",
							Given.orEmpty(row.country()), Given.orEmpty(row.city()), mover.mover(), row.submittedOn()))
				.of(body(), Boolean.TRUE.equals(row.sample())), importer)
			.toldIn("mover", "propose")
			.toldIn("votesFor", "adopt", "reject");
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
			Given.required(this.row.country(), "country");
			Given.required(this.row.city(), "city");
		}
		this.past.take("propose", this.row.submittedOn(), new ResolutionMotion(this.row.title(), this.row.form(),
				this.row.type(), "", null, null, null, null, null, this.mover));
		if (this.row.withdrawnOn() != null) {
			this.past.take("withdraw", this.row.withdrawnOn(), new ResolutionReason(UNKNOWN));
		}
		else if (this.row.votedOn() != null) {
			voted(this.row.votedOn());
		}
		return this.past.lived();
	}

	private void voted(LocalDate on) {
		Tally tally = Tally.of(Given.required(this.row.votesFor(), "votesFor"), Given.orZero(this.row.against()),
				Given.orZero(this.row.abstained()), Given.orZero(this.row.notPressed()));
		int members = Given.required(this.row.members(), "members");
		if (tally.present() > members) {
			throw Refusal.invalid("members", Text.of("出席 %s 人，多于全体组成人员 %s 人。",
					"%s are present, more than the %s members there are.", tally.present(), members));
		}
		Voted vote = vote(on, Given.required(this.row.meeting(), "meeting"), members, tally);
		this.past.take("list", on, new ResolutionListing(on, UNKNOWN));
		this.past.take(vote.passed() ? "adopt" : "reject", on, new ResolutionVote(vote));
		if (vote.passed()) {
			carriedOut();
		}
		else if (this.row.opinionsOn() != null) {
			this.past.take("send-opinions", this.row.opinionsOn(),
					new ResolutionWords(Objects.requireNonNullElse(this.row.opinions(), UNKNOWN)));
		}
	}

	private Voted vote(LocalDate on, String meeting, int members, Tally tally) {
		try {
			return Voted.past(on, meeting, body(), members, tally, RuleBook.statutory(on));
		}
		catch (Refusal refusal) {
			throw Refusal.invalid("votesFor", refusal.detail());
		}
	}

	private void carriedOut() {
		if (this.row.publishedOn() == null) {
			return;
		}
		this.past.take("publish", this.row.publishedOn(),
				new ResolutionPublication(Objects.requireNonNullElse(this.row.text(), UNKNOWN),
						Objects.requireNonNullElse(this.row.publishedIn(), UNKNOWN),
						this.row.organs().stream().map((organ) -> new TaskGiven(organ, null)).toList(),
						this.row.dueOn(), null));
		if (this.row.executedOn() != null) {
			for (String organ : this.row.organs()) {
				this.past.take("report-execution", this.row.executedOn(),
						new ResolutionWords(Objects.requireNonNullElse(this.row.report(), UNKNOWN)),
						this.past.organ(organ));
			}
		}
		if (this.past.subject().state() != State.CLOSED) {
			this.past.take("close", this.row.closedOn(), new ResolutionPlain());
		}
	}

}
