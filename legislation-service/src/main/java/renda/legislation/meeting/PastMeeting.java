package renda.legislation.meeting;

import java.time.LocalDate;
import java.util.List;

import renda.legislation.meeting.Meeting.Party;
import renda.legislation.meeting.Meeting.State;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCase;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;

/**
 * A meeting from elsewhere. Of what went before it only the days are told, and they are
 * believed; that enough were there is computed by the law of the day, and it is closed
 * and published by the steps of every meeting.
 */
final class PastMeeting {

	private final MeetingRow row;

	private final PastCase<Meeting, State, Party> past;

	PastMeeting(MeetingRow row, Caller importer) {
		this.row = row;
		this.past = PastCase.of(MeetingWorkflow.DECLARED,
				Meeting.planned(Ids.next(), row.noticed(), row.convening(), Boolean.TRUE.equals(row.sample())),
				importer);
	}

	/**
	 * The meeting with its steps. The clock of the next meeting is none of them: it runs
	 * on the last meeting alone, which only {@link Succession} knows.
	 * @throws Refusal where it could not have been held
	 */
	Lived<Meeting> lived() {
		this.row.check();
		requireQuorum();
		Meeting planned = this.past.subject();
		this.past.believe("plan", this.row.noticed(), planned);
		believe("fix-date", State.AGENDA_DRAFT, this.row.noticed(), planned);
		believe("notify", State.NOTIFIED, this.row.noticed(),
				planned.withAgenda(this.row.items()).with(Course.NONE.noticed(this.row.noticed(), List.of())));
		believe("check-in", State.CHECK_IN, this.row.from(), this.past.subject());
		believe("open", State.OPEN, this.row.from(),
				this.past.subject()
					.with(this.past.subject()
						.course()
						.opened(new Course.Opening(this.row.from(), this.row.members(), this.row.present(),
								Given.orEmpty(this.row.presider())))));
		this.past.take("close", this.row.last(), new MeetingAction.MeetingClosed(null, true));
		this.past.take("publish", this.row.published(),
				new MeetingAction.MeetingPublished(Given.orEmpty(this.row.digest()), List.of(), 0));
		return this.past.lived();
	}

	private void believe(String step, State state, LocalDate on, Meeting after) {
		this.past.believe(step, on, after.in(state, on, this.past.subject().version() + 1));
	}

	private void requireQuorum() {
		try {
			MeetingConditions.deciding(this.past.subject())
				.requireQuorum(this.row.members(), this.row.present(), RuleBook.statutory(this.row.from()));
		}
		catch (Refusal refusal) {
			throw Refusal.invalid("/present", refusal.detail());
		}
	}

}
